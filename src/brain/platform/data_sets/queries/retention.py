"""How long data sets are kept, and what must not be removed."""

from collections.abc import Collection, Sequence

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.kit.errors import NotFound
from brain.platform.data_sets.domain.retention import Decided, LegalHold, Policy
from brain.platform.data_sets.models.keeping import LegalHoldRow, RetentionRow


async def decided(session: AsyncSession, data_set: str) -> list[Decided]:
    """The newest first; it holds."""
    rows = await session.scalars(
        select(RetentionRow).where(RetentionRow.data_set == data_set).order_by(RetentionRow.id.desc())
    )
    return [
        Decided(
            policy=Policy(versions=row.versions, days=row.days, delivery_days=row.delivery_days),
            reason=row.reason,
            by=row.decided_by,
            at=row.decided_at,
        )
        for row in rows
    ]


async def policy(session: AsyncSession, data_set: str) -> Policy:
    found = await decided(session, data_set)
    return found[0].policy if found else Policy()


async def decide(session: AsyncSession, data_set: str, policy: Policy, reason: str, by: str) -> None:
    told = {"data_set": data_set, "reason": reason, "decided_by": by, "decided_at": now()}
    session.add(RetentionRow(**vars(policy), **told))
    await session.flush()


def _hold(row: LegalHoldRow) -> LegalHold:
    return LegalHold(**{name: getattr(row, name) for name in LegalHold.__dataclass_fields__})


async def holds(session: AsyncSession, data_set: str) -> Sequence[LegalHold]:
    """The newest first, released ones too."""
    rows = await session.scalars(
        select(LegalHoldRow).where(LegalHoldRow.data_set == data_set).order_by(LegalHoldRow.id.desc())
    )
    return [_hold(row) for row in rows]


async def held(session: AsyncSession, data_sets: Collection[str]) -> Sequence[LegalHold]:
    """Those in force on any of the data sets."""
    rows = await session.scalars(
        select(LegalHoldRow).where(LegalHoldRow.data_set.in_(data_sets), LegalHoldRow.released_at.is_(None))
    )
    return [_hold(row) for row in rows]


async def place(session: AsyncSession, data_set: str, reason: str, by: str) -> None:
    session.add(LegalHoldRow(data_set=data_set, reason=reason, placed_by=by, placed_at=now()))
    await session.flush()


async def release(session: AsyncSession, hold_id: int, reason: str, by: str) -> LegalHold:
    """Released again it stays as it was released first. Raises NotFound."""
    values = {"released_by": by, "released_at": now(), "released_for": reason}
    await session.execute(
        update(LegalHoldRow)
        .where(LegalHoldRow.id == hold_id, LegalHoldRow.released_at.is_(None))
        .values(values)
    )
    row = await session.get(LegalHoldRow, hold_id, populate_existing=True)
    if row is None:
        raise NotFound("没有这项冻结")
    return _hold(row)
