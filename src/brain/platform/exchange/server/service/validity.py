"""The calendar of applications: what has passed its day expires, what soon will is announced."""

from datetime import timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import today
from brain.kit.events import Notice, announce
from brain.kit.node import Node
from brain.platform.exchange.server.models.access import ApplicationRow
from brain.platform.exchange.server.queries import applications as queries
from brain.platform.exchange.server.service import applications, credentials

REMIND_BEFORE = (timedelta(days=30), timedelta(days=7))
CALENDAR = applications.Actor("centre", "系统")


async def watch(node: Node, _: dict[str, Any]) -> None:
    """Scheduled once a day; running it again changes nothing."""
    day = today()
    async with node.database.transaction() as session:
        for number in await queries.ended(session, day):
            row = await queries.by_number(session, number, lock=True)
            await applications.take(session, row, "expire", CALENDAR, "有效期已过")
            await credentials.follow(session, node, row)
        for before in REMIND_BEFORE:
            for row in await queries.ending(session, day + before):
                await _remind(session, row)


async def _remind(session: AsyncSession, row: ApplicationRow) -> None:
    notice = Notice(
        kind="message",
        title=f"数据交换申请 {row.number}（{row.system_name}）将于 {row.valid_until} 到期",
        title_en=f"Application {row.number} ({row.system_name}) ends on {row.valid_until}",
        link=f"/exchange/applications/{row.number}",
        scope="exchange.review",
    )
    await announce(session, notice)
