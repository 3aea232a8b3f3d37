"""数据下发 (annex 3, 2.2.2): the centre publishes, a brain pulls from a cursor and acknowledges."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.kit.errors import Invalid
from brain.kit.events import Recorded, announce
from brain.platform.exchange.messages.distribution import (
    AcknowledgementAnswer,
    DistributionItem,
    DistributionPage,
)
from brain.platform.exchange.server.domain import acts
from brain.platform.exchange.server.models.data import DistributionRow
from brain.platform.exchange.server.queries import distribution as queries


async def publish(
    session: AsyncSession,
    kind: str,
    title: str,
    content: dict[str, Any],
    *,
    by: str,
    audience: Sequence[str] | None = None,
) -> DistributionRow:
    """Send down to the named clients, or to all, also to those that come later."""
    values = {
        "kind": kind,
        "title": title,
        "content": content,
        "audience": list(audience) if audience is not None else None,
        "published_at": now(),
        "published_by": by,
    }
    row = await queries.publish(session, values)
    recorded = Recorded(act=acts.PUBLISHED, target=str(row.number), title=title, actor=by, actor_name=by)
    await announce(session, recorded)
    return row


async def pull(session: AsyncSession, client_id: str, cursor: str | None, limit: int) -> DistributionPage:
    """After the cursor, or after what was last acknowledged."""
    start = await queries.acknowledged(session, client_id) if cursor is None else _number(cursor)
    rows = await queries.after(session, client_id, start, limit)
    items = [
        DistributionItem(
            number=row.number,
            kind=row.kind,
            title=row.title,
            content=row.content,
            published_at=row.published_at,
        )
        for row in rows
    ]
    last = rows[-1].number if rows else start
    return DistributionPage(items=items, next_cursor=str(last), has_more=len(rows) == limit)


async def acknowledge(session: AsyncSession, client_id: str, cursor: str) -> AcknowledgementAnswer:
    """Everything up to the cursor is held by the client; saying it again changes nothing."""
    number = _number(cursor)
    if number > await queries.newest(session):
        raise Invalid("游标不正确", [{"loc": "/cursor", "message": "还没有下发到这里"}])
    before = await queries.acknowledged(session, client_id)
    now_at = await queries.acknowledge(session, client_id, number, now())
    return AcknowledgementAnswer(acknowledged=now_at - before, cursor=str(now_at))


async def is_empty(session: AsyncSession) -> bool:
    return await queries.newest(session) == 0


def _number(cursor: str) -> int:
    if not cursor.isdecimal() or len(cursor) > 18:
        raise Invalid("游标不正确", [{"loc": "cursor", "message": "请使用上一页返回的 nextCursor"}])
    return int(cursor)
