"""Statements on pulls and on what has been sent down."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.errors import NotFound
from brain.kit.schemas import Paging
from brain.platform.exchange.client.contract import Distributed
from brain.platform.exchange.client.models import DistributionRow, PullRow


async def add_pull(session: AsyncSession, row: PullRow) -> None:
    session.add(row)
    await session.flush()


async def pull(session: AsyncSession, pull_id: int) -> PullRow:
    row = await session.get(PullRow, pull_id, with_for_update=True)
    if row is None:
        raise NotFound("没有这个拉取任务")
    return row


async def pulls(session: AsyncSession) -> Sequence[PullRow]:
    return (await session.scalars(select(PullRow).order_by(PullRow.id))).all()


async def due(session: AsyncSession, at: datetime) -> Sequence[int]:
    wanted = select(PullRow.id).where(PullRow.due_at <= at).with_for_update(skip_locked=True)
    return (await session.scalars(wanted)).all()


async def mark_started(session: AsyncSession, pull_id: int, at: datetime) -> None:
    started = {PullRow.started_at: at, PullRow.finished_at: None, PullRow.due_at: None}
    await session.execute(update(PullRow).where(PullRow.id == pull_id).values(started))


async def finish(session: AsyncSession, pull_id: int, at: datetime, problem: str | None) -> None:
    interval = func.make_interval(0, 0, 0, 0, 0, PullRow.every_minutes)
    ended = {PullRow.finished_at: at, PullRow.problem: problem, PullRow.due_at: at + interval}
    await session.execute(update(PullRow).where(PullRow.id == pull_id).values(ended))


async def remove(session: AsyncSession, pull_id: int) -> None:
    await session.delete(await pull(session, pull_id))


async def add_distribution(session: AsyncSession, item: Distributed, at: datetime) -> bool:
    """False when it is here already."""
    values = {
        "number": item.number,
        "kind": item.kind,
        "title": item.title,
        "content": dict(item.content),
        "published_at": item.published_at,
        "received_at": at,
    }
    added = insert(DistributionRow).values(values).on_conflict_do_nothing().returning(DistributionRow.number)
    return (await session.execute(added)).first() is not None


async def distributions(session: AsyncSession, paging: Paging) -> tuple[Sequence[DistributionRow], int]:
    newest = select(DistributionRow).order_by(DistributionRow.number.desc())
    page = await session.scalars(newest.limit(paging.page_size).offset(paging.offset))
    total = await session.scalar(select(func.count()).select_from(DistributionRow))
    return page.all(), total or 0
