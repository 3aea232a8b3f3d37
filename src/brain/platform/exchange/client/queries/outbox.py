"""Statements on batches and parts on their way to the centre."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import BigInteger, any_, literal, or_, select, update
from sqlalchemy.dialects.postgresql import ARRAY, insert
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import undefer

from brain.kit.errors import NotFound
from brain.platform.exchange.client.models import AttemptRow, BatchRow, PartRow


async def add_batch(session: AsyncSession, batch: BatchRow) -> str | None:
    """The fingerprint of the batch that holds this key already, or None when this one was added."""
    values = {column.key: getattr(batch, column.key) for column in BatchRow.__table__.columns}
    added = await session.execute(
        insert(BatchRow).values(values).on_conflict_do_nothing().returning(BatchRow.id)
    )
    if added.first() is not None:
        return None
    held = select(BatchRow.fingerprint).where(BatchRow.scene == batch.scene, BatchRow.key == batch.key)
    return (await session.execute(held)).scalar_one()


async def add_parts(session: AsyncSession, parts: Iterable[PartRow]) -> None:
    session.add_all(parts)
    await session.flush()


async def batch(session: AsyncSession, batch_id: str) -> BatchRow:
    row = await session.get(BatchRow, batch_id)
    if row is None:
        raise NotFound("没有这个批次")
    return row


async def head(session: AsyncSession, scene: str) -> PartRow | None:
    """The part of this scene whose turn it is, locked, with its body."""
    turn = (
        select(PartRow)
        .where(PartRow.scene == scene, PartRow.state == "queued")
        .order_by(PartRow.id)
        .limit(1)
        .options(undefer(PartRow.body))
        .with_for_update()
    )
    return (await session.execute(turn)).scalar_one_or_none()


async def waiting_scenes(session: AsyncSession, at: datetime) -> Sequence[str]:
    """Scenes with a part that may be sent now."""
    due = select(PartRow.scene).where(PartRow.state == "queued", PartRow.next_attempt_at <= at).distinct()
    return (await session.execute(due)).scalars().all()


async def end_pauses(session: AsyncSession, at: datetime) -> Sequence[str]:
    """Make due what the centre could not take in; its scenes. Parts being sent at this moment are left."""
    paused = (
        select(PartRow.id)
        .where(PartRow.state == "queued", PartRow.attempts > 0, PartRow.next_attempt_at > at)
        .where(or_(PartRow.status.is_(None), PartRow.status >= 500))
        .order_by(PartRow.id)
        .with_for_update(skip_locked=True)
    )
    ended = (
        update(PartRow)
        .where(PartRow.id.in_(paused))
        .values(next_attempt_at=at)
        .returning(PartRow.scene)
        .execution_options(synchronize_session=False)
    )
    return sorted(set((await session.execute(ended)).scalars()))


async def lock_part(session: AsyncSession, part_id: int) -> PartRow:
    row = await session.get(PartRow, part_id, with_for_update=True, options=[undefer(PartRow.body)])
    if row is None:
        raise NotFound("没有这个分片")
    return row


async def add_attempt(session: AsyncSession, attempt: AttemptRow) -> None:
    session.add(attempt)
    await session.flush()


async def attempts(session: AsyncSession, part_id: int) -> Sequence[AttemptRow]:
    tries = select(AttemptRow).where(AttemptRow.part_id == part_id).order_by(AttemptRow.id)
    return (await session.execute(tries)).scalars().all()


async def forget_bodies(session: AsyncSession, part_ids: Sequence[int], at: datetime) -> None:
    """The centre has these parts for certain: their content need not be kept for sending again."""
    sound = PartRow.id == any_(literal(list(part_ids), ARRAY(BigInteger)))
    unconfirmed = PartRow.confirmed_at.is_(None)
    await session.execute(update(PartRow).where(sound, unconfirmed).values(body=None, confirmed_at=at))
