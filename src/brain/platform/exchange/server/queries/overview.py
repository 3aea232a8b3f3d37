"""Statements of the centre's overview and alarms."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.errors import NotFound
from brain.kit.schemas import Paging
from brain.platform.exchange.server.models.access import AlarmRow, ApplicationRow
from brain.platform.exchange.server.models.data import AcknowledgementRow, BatchRow, PartRow


async def applications(session: AsyncSession) -> Sequence[ApplicationRow]:
    return (await session.scalars(select(ApplicationRow).order_by(ApplicationRow.number))).all()


async def reported(session: AsyncSession) -> Sequence[dict[str, Any]]:
    """By client and scene."""
    statement = select(
        BatchRow.client_id,
        BatchRow.scene,
        func.count().label("batches"),
        func.sum(BatchRow.records).label("records"),
        func.sum(BatchRow.bytes).label("bytes"),
        func.count().filter(BatchRow.loaded_at.is_(None)).label("waiting"),
        func.max(BatchRow.completed_at).label("last_completed_at"),
        func.max(BatchRow.as_of).filter(BatchRow.completed_at.is_not(None)).label("last_as_of"),
    ).group_by(BatchRow.client_id, BatchRow.scene)
    return [dict(row) for row in (await session.execute(statement)).mappings()]


async def last_received(session: AsyncSession) -> dict[str, datetime]:
    statement = select(PartRow.client_id, func.max(PartRow.received_at)).group_by(PartRow.client_id)
    return {row[0]: row[1] for row in await session.execute(statement)}


async def acknowledged(session: AsyncSession) -> dict[str, int]:
    rows = await session.scalars(select(AcknowledgementRow))
    return {row.client_id: row.number for row in rows}


async def open_alarms(session: AsyncSession) -> dict[str, int]:
    statement = (
        select(AlarmRow.client_id, func.count())
        .where(AlarmRow.handled_at.is_(None))
        .group_by(AlarmRow.client_id)
    )
    return {row[0]: row[1] for row in await session.execute(statement)}


async def alarms(session: AsyncSession, paging: Paging) -> tuple[Sequence[AlarmRow], int]:
    total = await session.scalar(select(func.count()).select_from(AlarmRow)) or 0
    statement = select(AlarmRow).order_by(AlarmRow.last_at.desc()).offset(paging.offset)
    return (await session.scalars(statement.limit(paging.page_size))).all(), total


async def lock_alarm(session: AsyncSession, alarm_id: int) -> AlarmRow:
    row = await session.get(AlarmRow, alarm_id, with_for_update=True)
    if row is None:
        raise NotFound("没有这条告警")
    return row
