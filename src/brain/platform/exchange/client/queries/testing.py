"""Statements on joint tests."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import exists, select
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.db import lock
from brain.kit.errors import NotFound
from brain.platform.exchange.client.models import ConformanceRunRow


async def is_running(session: AsyncSession, since: datetime) -> bool:
    """Asked one after the other: two starters do not both see none."""
    await lock(session, "exchange_client.test")
    running = exists().where(ConformanceRunRow.state == "running", ConformanceRunRow.started_at > since)
    return bool(await session.scalar(select(running)))


async def add(session: AsyncSession, row: ConformanceRunRow) -> None:
    session.add(row)
    await session.flush()


async def run(session: AsyncSession, run_id: int) -> ConformanceRunRow:
    row = await session.get(ConformanceRunRow, run_id)
    if row is None:
        raise NotFound("没有这次联调测试")
    return row


async def runs(session: AsyncSession, application_id: int) -> Sequence[ConformanceRunRow]:
    newest = select(ConformanceRunRow).order_by(ConformanceRunRow.id.desc()).limit(50)
    wanted = ConformanceRunRow.application_id == application_id
    return (await session.scalars(newest.where(wanted))).all()
