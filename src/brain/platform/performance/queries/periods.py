"""Hours of work units, and how units are measured."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import distinct_on, insert
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.errors import NotFound
from brain.platform.performance.models import MeasuredRow, PeriodRow, ShiftRow


async def measured(session: AsyncSession) -> Sequence[MeasuredRow]:
    return (await session.scalars(select(MeasuredRow).order_by(MeasuredRow.equipment_id))).all()


async def measured_unit(session: AsyncSession, equipment_id: int) -> MeasuredRow:
    row = await session.get(MeasuredRow, equipment_id)
    if row is None:
        raise NotFound("这台设备还没有设置绩效测算")
    return row


async def shifts(session: AsyncSession) -> Sequence[ShiftRow]:
    return (await session.scalars(select(ShiftRow).order_by(ShiftRow.begin, ShiftRow.id))).all()


async def between(
    session: AsyncSession, begin: datetime, end: datetime, equipment_id: int | None = None
) -> Sequence[PeriodRow]:
    chosen = select(PeriodRow).where(PeriodRow.begin >= begin, PeriodRow.begin < end)
    if equipment_id is not None:
        chosen = chosen.where(PeriodRow.equipment_id == equipment_id)
    return (await session.scalars(chosen.order_by(PeriodRow.begin, PeriodRow.equipment_id))).all()


async def before(session: AsyncSession, begin: datetime) -> dict[int, dict[str, Any]]:
    """How each work unit stood at the end of its last hour before this one."""
    found = await session.execute(
        select(PeriodRow.equipment_id, PeriodRow.ended)
        .ext(distinct_on(PeriodRow.equipment_id))
        .where(PeriodRow.begin < begin)
        .order_by(PeriodRow.equipment_id, PeriodRow.begin.desc())
    )
    return {row.equipment_id: row.ended for row in found}


async def first_open(session: AsyncSession) -> datetime | None:
    """The earliest hour that is not over yet."""
    return await session.scalar(select(func.min(PeriodRow.begin)).where(~PeriodRow.is_over))


async def save(session: AsyncSession, rows: Sequence[dict[str, Any]]) -> None:
    statement = insert(PeriodRow).values(list(rows))
    changed = {
        column.name: statement.excluded[column.name]
        for column in PeriodRow.__table__.columns
        if not column.primary_key
    }
    await session.execute(
        statement.on_conflict_do_update(index_elements=["equipment_id", "begin"], set_=changed)
    )
