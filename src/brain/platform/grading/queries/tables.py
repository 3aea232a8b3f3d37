"""Revisions of the matrix and the taxonomy."""

from collections.abc import Sequence

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.platform.grading.contract import Tables, TablesState
from brain.platform.grading.models import TablesRow


def _tables(row: TablesRow) -> Tables:
    return Tables(
        revision=row.revision,
        matrix=row.matrix,
        taxonomy=row.taxonomy,
        note=row.note,
        state=TablesState(row.state),
        proposed_by=row.proposed_by,
        proposed_at=row.proposed_at,
        decided_by=row.decided_by,
        decided_at=row.decided_at,
        reason=row.reason,
    )


async def history(session: AsyncSession) -> Sequence[Tables]:
    """The newest first."""
    rows = await session.scalars(select(TablesRow).order_by(TablesRow.revision.desc()).limit(100))
    return [_tables(row) for row in rows]


async def in_force(session: AsyncSession) -> Tables | None:
    row = await session.scalar(
        select(TablesRow)
        .where(TablesRow.state == TablesState.CONFIRMED)
        .order_by(TablesRow.revision.desc())
        .limit(1)
    )
    return _tables(row) if row else None


async def waiting(session: AsyncSession) -> Tables | None:
    row = await session.scalar(
        select(TablesRow).where(TablesRow.state == TablesState.WAITING).with_for_update()
    )
    return _tables(row) if row else None


async def add(session: AsyncSession, matrix: str, taxonomy: str, note: str, by: str) -> Tables:
    row = TablesRow(
        matrix=matrix,
        taxonomy=taxonomy,
        note=note,
        state=TablesState.WAITING,
        proposed_by=by,
        proposed_at=now(),
    )
    session.add(row)
    await session.flush()
    return _tables(row)


async def decide(
    session: AsyncSession, revision: int, state: TablesState, by: str, reason: str | None
) -> None:
    await session.execute(
        update(TablesRow)
        .where(TablesRow.revision == revision)
        .values(state=state, decided_by=by, decided_at=now(), reason=reason)
    )
