"""Ways of sharing, approvals, budgets, keys."""

import secrets
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from decimal import Decimal
from typing import Any

import msgspec
from sqlalchemy import Select, case, func, or_, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.kit.crypto import SecretBox
from brain.kit.errors import NotFound
from brain.kit.schemas import Paging
from brain.platform.sharing.contract import Approval, Checked, Profile, Sharing, SharingState
from brain.platform.sharing.models import KeyRow, SharingRow

KEY_BYTES = 32


def _sharing(row: SharingRow) -> Sharing:
    return Sharing(
        id=row.id,
        profile=msgspec.convert(row.profile, Profile),
        state=SharingState(row.state),
        checked=msgspec.convert(row.checked, Checked),
        proposed_by=row.proposed_by,
        proposed_at=row.proposed_at,
        approvals=msgspec.convert(tuple(row.approvals), tuple[Approval, ...]),
        spent=row.spent,
        has_token=row.token_hash is not None,
        ended_by=row.ended_by,
        ended_at=row.ended_at,
        reason=row.reason,
    )


def _told(thing: Profile | Checked | Approval) -> dict[str, Any]:
    told: dict[str, Any] = msgspec.to_builtins(asdict(thing))
    return told


async def add(session: AsyncSession, profile: Profile, checked: Checked, by: str) -> Sharing:
    row = SharingRow(
        data_set=profile.data_set,
        recipient=profile.recipient,
        until=profile.until,
        profile=_told(profile),
        checked=_told(checked),
        state=SharingState.WAITING,
        proposed_by=by,
        proposed_at=now(),
        approvals=[],
        epsilon=profile.epsilon,
        spent=Decimal(0),
    )
    session.add(row)
    await session.flush()
    return _sharing(row)


async def get(session: AsyncSession, sharing_id: int) -> Sharing:
    """Locked until the transaction ends: what is decided or spent is so once."""
    row = await session.scalar(
        select(SharingRow)
        .where(SharingRow.id == sharing_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    if row is None:
        raise NotFound(f"没有编号为 {sharing_id} 的共享")
    return _sharing(row)


async def token_holder(session: AsyncSession, sharing_id: int, token_hash: str) -> Sharing | None:
    row = await session.scalar(
        select(SharingRow).where(SharingRow.id == sharing_id, SharingRow.token_hash == token_hash)
    )
    return _sharing(row) if row else None


async def page(
    session: AsyncSession, words: str | None, state: SharingState | None, paging: Paging
) -> tuple[list[Sharing], int]:
    """Those that wait first, then the newest."""
    wanted: Select[Any] = select(SharingRow)
    if words:
        like = f"%{words}%"
        wanted = wanted.where(or_(SharingRow.recipient.ilike(like), SharingRow.data_set.ilike(like)))
    if state:
        wanted = wanted.where(SharingRow.state == state)
    total = await session.scalar(select(func.count()).select_from(wanted.subquery()))
    waits = case((SharingRow.state == SharingState.WAITING, 0), else_=1)
    ordered = wanted.order_by(waits, SharingRow.id.desc()).offset(paging.offset).limit(paging.page_size)
    return [_sharing(row) for row in await session.scalars(ordered)], total or 0


async def allowed(session: AsyncSession) -> Sequence[Sharing]:
    rows = await session.scalars(
        select(SharingRow).where(SharingRow.state == SharingState.ALLOWED).order_by(SharingRow.id)
    )
    return [_sharing(row) for row in rows]


async def waiting_like(session: AsyncSession, profile: Profile, by: str) -> Sharing | None:
    """The same profile that the same person proposed and nobody has decided yet."""
    rows = await session.scalars(
        select(SharingRow).where(
            SharingRow.data_set == profile.data_set,
            SharingRow.state == SharingState.WAITING,
            SharingRow.proposed_by == by,
        )
    )
    return next((found for found in map(_sharing, rows) if found.profile == profile), None)


async def approve(
    session: AsyncSession, sharing: Sharing, checked: Checked, approval: Approval, state: SharingState
) -> None:
    approvals = [_told(each) for each in (*sharing.approvals, approval)]
    await session.execute(
        update(SharingRow)
        .where(SharingRow.id == sharing.id)
        .values(approvals=approvals, checked=_told(checked), state=state)
    )


async def recheck(session: AsyncSession, sharing_id: int, checked: Checked) -> None:
    await session.execute(
        update(SharingRow).where(SharingRow.id == sharing_id).values(checked=_told(checked))
    )


async def end(session: AsyncSession, sharing: Sharing, state: SharingState, by: str, reason: str) -> None:
    await session.execute(
        update(SharingRow)
        .where(SharingRow.id == sharing.id)
        .values(state=state, ended_by=by, ended_at=now(), reason=reason, token_hash=None)
    )


async def give_token(session: AsyncSession, sharing_id: int, token_hash: str) -> None:
    await session.execute(update(SharingRow).where(SharingRow.id == sharing_id).values(token_hash=token_hash))


async def committed(session: AsyncSession, data_set: str) -> Decimal:
    """ε that is given away of a data set: all of those allowed, what was spent of those ended."""
    counts = case((SharingRow.state == SharingState.ALLOWED, SharingRow.epsilon), else_=SharingRow.spent)
    found = await session.scalar(select(func.sum(counts)).where(SharingRow.data_set == data_set))
    return found or Decimal(0)


async def spend(session: AsyncSession, sharing_id: int, epsilon: Decimal) -> None:
    await session.execute(
        update(SharingRow)
        .where(SharingRow.id == sharing_id)
        .values(spent=SharingRow.spent + epsilon)
        .execution_options(synchronize_session=False)
    )


async def expired(session: AsyncSession, today: date) -> Sequence[Sharing]:
    rows = await session.scalars(
        select(SharingRow).where(SharingRow.state == SharingState.ALLOWED, SharingRow.until < today)
    )
    return [_sharing(row) for row in rows]


async def key_of(session: AsyncSession, box: SecretBox, recipient: str) -> bytes:
    """Made when it is first needed; the same for ever."""
    name = f"sharing/{recipient}"
    made = insert(KeyRow).values(recipient=recipient, sealed=box.seal(name, secrets.token_bytes(KEY_BYTES)))
    await session.execute(made.on_conflict_do_nothing())
    sealed = await session.scalar(select(KeyRow.sealed).where(KeyRow.recipient == recipient))
    if sealed is None:
        raise NotFound(recipient)
    return box.open(name, sealed)
