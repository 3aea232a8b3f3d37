"""Business systems, how reading them goes and up to where."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.kit.errors import NotFound
from brain.platform.operations.models import RecordRow, RefusedRow, SystemRow, SystemStateRow
from brain.platform.operations.queries.records import STANDS

_PEOPLE = SystemRow.settings["kind"].astext == "people"


async def every(session: AsyncSession) -> list[tuple[SystemRow, SystemStateRow | None]]:
    """Without the one that stands for people."""
    found = await session.execute(
        select(SystemRow, SystemStateRow)
        .outerjoin(SystemStateRow, SystemStateRow.system_id == SystemRow.id)
        .where(~_PEOPLE)
        .order_by(SystemRow.name)
    )
    return [(row, state) for row, state in found]


async def one(session: AsyncSession, system_id: int, *, lock: bool = False) -> SystemRow:
    chosen = select(SystemRow).where(SystemRow.id == system_id, ~_PEOPLE)
    row: SystemRow | None = await session.scalar(chosen.with_for_update() if lock else chosen)
    if row is None:
        raise NotFound("没有这个业务系统")
    return row


async def enabled(session: AsyncSession) -> Sequence[SystemRow]:
    return (await session.scalars(select(SystemRow).where(SystemRow.enabled, ~_PEOPLE))).all()


async def positions(session: AsyncSession, system_id: int) -> dict[str, Any]:
    state = await session.get(SystemStateRow, system_id)
    return {} if state is None else dict(state.position)


async def move(session: AsyncSession, system_id: int, place: str, position: Any, kept: int) -> None:
    """In the transaction that keeps what was read."""
    await _known(session, system_id)
    row = await session.get_one(SystemStateRow, system_id, with_for_update=True, populate_existing=True)
    row.position = {**row.position, place: position}
    row.kept += kept


async def settle_files(session: AsyncSession, system_id: int, there: Sequence[str]) -> None:
    """Forget the marks of files that are gone."""
    row = await session.get(SystemStateRow, system_id, with_for_update=True)
    if row is not None and row.position.keys() - set(there):
        row.position = {name: mark for name, mark in row.position.items() if name in there}


async def note(session: AsyncSession, system_id: int, state: str, problem: str | None) -> str | None:
    """How the last look went; the state before."""
    await _known(session, system_id)
    row = await session.get_one(SystemStateRow, system_id, with_for_update=True, populate_existing=True)
    before, at = row.state, now()
    if before != state:
        row.state, row.since = state, at
    row.problem = problem
    row.looked_at = at
    return before


async def _known(session: AsyncSession, system_id: int) -> None:
    await session.execute(
        insert(SystemStateRow)
        .values(system_id=system_id, state="new", since=now(), position={}, kept=0)
        .on_conflict_do_nothing(index_elements=["system_id"])
    )


async def refused_counts(session: AsyncSession) -> dict[int, int]:
    found = await session.execute(select(RefusedRow.system_id, func.count()).group_by(RefusedRow.system_id))
    return {int(system_id): int(count) for system_id, count in found}


async def counts(session: AsyncSession, system_id: int) -> dict[str, int]:
    """What stands of each kind."""
    found = await session.execute(
        select(RecordRow.kind, func.count())
        .where(STANDS, RecordRow.system_id == system_id)
        .group_by(RecordRow.kind)
    )
    return {str(kind): int(count) for kind, count in found}
