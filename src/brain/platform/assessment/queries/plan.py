"""Items of improvement plans."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import msgspec
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.kit.errors import NotFound
from brain.platform.assessment.contract import PlanItem, PlanStatus
from brain.platform.assessment.models import PlanItemRow


def _item(row: PlanItemRow) -> PlanItem:
    return msgspec.convert(row, PlanItem, from_attributes=True)


async def items(session: AsyncSession, assessment_id: int) -> list[PlanItem]:
    """The soonest due first."""
    rows = await session.scalars(
        select(PlanItemRow)
        .where(PlanItemRow.assessment == assessment_id)
        .order_by(PlanItemRow.due, PlanItemRow.id)
        .execution_options(populate_existing=True)
    )
    return [_item(row) for row in rows]


async def add(session: AsyncSession, assessment_id: int, by: str, **told: Any) -> PlanItem:
    row = PlanItemRow(
        assessment=assessment_id,
        status=PlanStatus.OPEN,
        told_overdue=False,
        created_by=by,
        created_at=now(),
        **told,
    )
    session.add(row)
    await session.flush()
    return _item(row)


async def get(session: AsyncSession, assessment_id: int, item_id: int) -> PlanItem:
    row = await session.get(PlanItemRow, item_id, populate_existing=True, with_for_update=True)
    if row is None or row.assessment != assessment_id:
        raise NotFound("没有这项改进措施")
    return _item(row)


async def change(session: AsyncSession, item_id: int, **values: Any) -> None:
    await session.execute(update(PlanItemRow).where(PlanItemRow.id == item_id).values(values))


async def newly_overdue(session: AsyncSession, day: date) -> Sequence[PlanItem]:
    """Open, due before that day, not told yet."""
    rows = await session.scalars(
        select(PlanItemRow)
        .where(
            PlanItemRow.status == PlanStatus.OPEN,
            PlanItemRow.due < day,
            PlanItemRow.told_overdue.is_(False),
        )
        .with_for_update(skip_locked=True)
    )
    return [_item(row) for row in rows]
