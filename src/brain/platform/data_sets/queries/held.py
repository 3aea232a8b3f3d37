"""Rows that rules of quality held back."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import delete, func, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.kit.errors import NotFound
from brain.platform.data_sets.domain.holding import Held, HeldState
from brain.platform.data_sets.models import HeldRow


def _held(row: HeldRow) -> Held:
    return Held(
        id=row.id,
        data_set=row.data_set,
        values=row.values,
        broken=row.broken,
        state=HeldState(row.state),
        held_at=row.held_at,
        decided_by=row.decided_by,
        decided_at=row.decided_at,
        reason=row.reason,
    )


async def accepted(session: AsyncSession, data_set: str) -> frozenset[str]:
    """The fingerprints of rows to be published in spite of the rules."""
    found = await session.scalars(
        select(HeldRow.fingerprint).where(HeldRow.data_set == data_set, HeldRow.state == HeldState.ACCEPTED)
    )
    return frozenset(found)


async def replace(session: AsyncSession, data_set: str, rows: Mapping[str, dict[str, Any]]) -> int:
    """What the newest version holds back, by fingerprint; how many of them nobody has decided on."""
    await session.execute(
        delete(HeldRow).where(
            HeldRow.data_set == data_set,
            HeldRow.state == HeldState.OPEN,
            HeldRow.fingerprint.not_in(list(rows)),
        )
    )
    if rows:
        at = now()
        values = [
            {"data_set": data_set, "fingerprint": mark, "state": HeldState.OPEN, "held_at": at, **row}
            for mark, row in rows.items()
        ]
        await session.execute(insert(HeldRow).values(values).on_conflict_do_nothing())
    count = await session.scalar(
        select(func.count())
        .select_from(HeldRow)
        .where(HeldRow.data_set == data_set, HeldRow.state == HeldState.OPEN)
    )
    return count or 0


async def page(
    session: AsyncSession, data_set: str, state: HeldState, *, offset: int, limit: int
) -> tuple[list[Held], int]:
    of_state = (HeldRow.data_set == data_set, HeldRow.state == state)
    total = await session.scalar(select(func.count()).select_from(HeldRow).where(*of_state))
    rows = await session.scalars(
        select(HeldRow).where(*of_state).order_by(HeldRow.id).offset(offset).limit(limit)
    )
    return [_held(row) for row in rows], total or 0


async def get(session: AsyncSession, held_id: int, *, locked: bool = False) -> Held:
    wanted = select(HeldRow).where(HeldRow.id == held_id)
    row = await session.scalar(
        wanted.with_for_update() if locked else wanted, execution_options={"populate_existing": True}
    )
    if row is None:
        raise NotFound("没有这一隔离的行")
    return _held(row)


async def decide(session: AsyncSession, held_id: int, state: HeldState, by: str, reason: str) -> None:
    values = {"state": state, "decided_by": by, "decided_at": now(), "reason": reason}
    await session.execute(update(HeldRow).where(HeldRow.id == held_id).values(values))


async def texts(session: AsyncSession, data_set: str) -> dict[int, dict[str, str | None]]:
    """The values of every row that was ever held back, by number."""
    rows = await session.execute(select(HeldRow.id, HeldRow.values).where(HeldRow.data_set == data_set))
    return {row.id: row.values for row in rows}


async def remove(session: AsyncSession, held_ids: Sequence[int]) -> None:
    await session.execute(delete(HeldRow).where(HeldRow.id.in_(held_ids)))
