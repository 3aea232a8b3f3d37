"""Data sets as people declared them."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import func, select, update
from sqlalchemy.dialects.postgresql import distinct_on
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.kit.datasets import DataSet
from brain.platform.data_sets.contract import Declaration, DeclarationState
from brain.platform.data_sets.models import DeclarationRow

_DATA_SET = TypeAdapter(DataSet)

_SETTLED = (
    select(DeclarationRow)
    .where(DeclarationRow.state.in_([DeclarationState.CONFIRMED, DeclarationState.RETIRED]))
    .ext(distinct_on(DeclarationRow.data_set))
    .order_by(DeclarationRow.data_set, DeclarationRow.revision.desc())
)


def _declaration(row: DeclarationRow) -> Declaration:
    return Declaration(
        data_set=_DATA_SET.validate_python(row.told),
        revision=row.revision,
        state=DeclarationState(row.state),
        declared_by=row.declared_by,
        declared_at=row.declared_at,
        decided_by=row.decided_by,
        decided_at=row.decided_at,
        reason=row.reason,
    )


async def add(session: AsyncSession, data_set: DataSet, by: str) -> Declaration:
    """The next revision; the caller holds the lock of the data set."""
    newest = await session.scalar(
        select(func.max(DeclarationRow.revision)).where(DeclarationRow.data_set == data_set.full_name)
    )
    row = DeclarationRow(
        data_set=data_set.full_name,
        revision=(newest or 0) + 1,
        told=_DATA_SET.dump_python(data_set, mode="json"),
        state=DeclarationState.WAITING,
        declared_by=by,
        declared_at=now(),
    )
    session.add(row)
    await session.flush()
    return _declaration(row)


async def in_force(session: AsyncSession) -> list[Declaration]:
    """By name."""
    rows = await session.scalars(_SETTLED)
    return [_declaration(row) for row in rows if row.state == DeclarationState.CONFIRMED]


async def retired(session: AsyncSession) -> list[DataSet]:
    """In the order in which they were declared last, so that what reads another comes after it."""
    rows = await session.scalars(_SETTLED)
    found = [_declaration(row) for row in rows if row.state == DeclarationState.RETIRED]
    return [each.data_set for each in sorted(found, key=lambda each: each.declared_at)]


async def waiting(session: AsyncSession) -> list[Declaration]:
    """The oldest first."""
    rows = await session.scalars(
        select(DeclarationRow)
        .where(DeclarationRow.state == DeclarationState.WAITING)
        .order_by(DeclarationRow.declared_at)
    )
    return [_declaration(row) for row in rows]


async def history(session: AsyncSession, data_set: str) -> Sequence[Declaration]:
    """The newest revision first."""
    rows = await session.scalars(
        select(DeclarationRow)
        .where(DeclarationRow.data_set == data_set)
        .order_by(DeclarationRow.revision.desc())
    )
    return [_declaration(row) for row in rows]


async def decide(
    session: AsyncSession, declaration: Declaration, state: DeclarationState, by: str, reason: str | None
) -> Declaration:
    values: dict[str, Any] = {"state": state, "decided_by": by, "decided_at": now(), "reason": reason}
    await session.execute(
        update(DeclarationRow)
        .where(
            DeclarationRow.data_set == declaration.data_set.full_name,
            DeclarationRow.revision == declaration.revision,
        )
        .values(values)
    )
    return replace(declaration, **values)
