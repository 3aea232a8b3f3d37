"""Rows to be removed for good."""

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.kit.errors import NotFound
from brain.platform.data_sets.domain.retention import Erasure, ErasureState, Ground
from brain.platform.data_sets.models import HeldRow
from brain.platform.data_sets.models.catalogue import ConformanceRow
from brain.platform.data_sets.models.keeping import ErasureRow
from brain.platform.data_sets.models.quality import RepairRow, SuspicionRow

CARRIED_OUT = (ErasureState.APPROVED, ErasureState.ERASED, ErasureState.DONE)


def _erasure(row: ErasureRow) -> Erasure:
    told = {name: getattr(row, name) for name in Erasure.__dataclass_fields__}
    known = {"marks": frozenset(row.marks), "ground": Ground(row.ground), "state": ErasureState(row.state)}
    return Erasure(**told | known)


async def add(session: AsyncSession, **told: Any) -> Erasure:
    row = ErasureRow(**told, state=ErasureState.WAITING, asked_at=now(), report={})
    session.add(row)
    await session.flush()
    return _erasure(row)


async def get(session: AsyncSession, erasure_id: int) -> Erasure:
    row = await session.get(ErasureRow, erasure_id, populate_existing=True)
    if row is None:
        raise NotFound("没有这项删除请求")
    return _erasure(row)


async def of(session: AsyncSession, data_set: str) -> Sequence[Erasure]:
    """The newest first."""
    rows = await session.scalars(
        select(ErasureRow).where(ErasureRow.data_set == data_set).order_by(ErasureRow.id.desc())
    )
    return [_erasure(row) for row in rows]


async def approved(session: AsyncSession, data_set: str) -> Sequence[Erasure]:
    """Those by which rows of the data set are kept out."""
    rows = await session.scalars(
        select(ErasureRow)
        .where(ErasureRow.data_set == data_set, ErasureRow.state.in_(CARRIED_OUT))
        .order_by(ErasureRow.id)
    )
    return [_erasure(row) for row in rows]


async def unfinished(session: AsyncSession) -> Sequence[Erasure]:
    """Those approved and not done."""
    states = (ErasureState.APPROVED, ErasureState.ERASED)
    rows = await session.scalars(
        select(ErasureRow).where(ErasureRow.state.in_(states)).order_by(ErasureRow.id)
    )
    return [_erasure(row) for row in rows]


async def change(session: AsyncSession, erasure_id: int, **values: Any) -> None:
    await session.execute(update(ErasureRow).where(ErasureRow.id == erasure_id).values(values))


async def forget_values(session: AsyncSession, data_set: str, reached: Collection[str]) -> None:
    """Values that rules, looks for errors and checks of standards noted of these data sets. What people
    decided stays known by its fingerprint. Held rows of `data_set` itself are seen to by their keys."""
    suspected, held = SuspicionRow.data_set.in_(reached), HeldRow.data_set.in_(set(reached) - {data_set})
    await session.execute(delete(SuspicionRow).where(suspected, SuspicionRow.decided_at.is_(None)))
    await session.execute(
        update(SuspicionRow).where(suspected).values(value=None, repair=None, reasons=[], values={})
    )
    await session.execute(delete(HeldRow).where(held, HeldRow.decided_at.is_(None)))
    await session.execute(update(HeldRow).where(held).values(values={}))
    await session.execute(update(RepairRow).where(RepairRow.data_set.in_(reached)).values(cells={}))
    await session.execute(delete(ConformanceRow).where(ConformanceRow.data_set.in_(reached)))
