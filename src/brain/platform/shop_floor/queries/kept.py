"""What people look at of the store: live pictures, what was set aside, losses, readers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from brain.platform.shop_floor.models import AsideRow, BlockRow, LiveRow, LossRow, PointRow, ReaderRow


@dataclass(frozen=True, kw_only=True)
class Holding:
    """What lies in the store: bytes of packed values, how many values, from when on."""

    size: int
    points: int
    blocks: int
    oldest_at: datetime | None
    newest_at: datetime | None


@dataclass(frozen=True, kw_only=True)
class Backlog:
    """What a reader has not read yet; `oldest_at`: since when the oldest of it waits."""

    name: str
    points: int
    size: int
    oldest_at: datetime | None
    moved_at: datetime


async def pictures(session: AsyncSession, after: datetime | None) -> Sequence[LiveRow]:
    """Of sources whose values were written after this moment."""
    chosen = select(LiveRow)
    if after is not None:
        chosen = chosen.where(LiveRow.at > after)
    return (await session.scalars(chosen)).all()


async def holding(session: AsyncSession) -> Holding:
    size, points = func.coalesce(func.sum(BlockRow.size), 0), func.coalesce(func.sum(BlockRow.points), 0)
    found = await session.execute(
        select(size, points, func.count(), func.min(BlockRow.first_at), func.max(BlockRow.last_at))
    )
    held, values, blocks, oldest, newest = found.one()
    return Holding(size=held, points=values, blocks=blocks, oldest_at=oldest, newest_at=newest)


async def backlogs(session: AsyncSession) -> list[Backlog]:
    ahead = BlockRow.number > ReaderRow.number
    found = await session.execute(
        select(
            ReaderRow.name,
            func.coalesce(func.sum(BlockRow.points), 0),
            func.coalesce(func.sum(BlockRow.size), 0),
            func.min(BlockRow.sealed_at),
            ReaderRow.moved_at,
        )
        .outerjoin(BlockRow, ahead)
        .group_by(ReaderRow.name, ReaderRow.moved_at)
        .order_by(ReaderRow.name)
    )
    return [
        Backlog(name=name, points=points, size=size, oldest_at=oldest, moved_at=moved)
        for name, points, size, oldest, moved in found.all()
    ]


async def asides(
    session: AsyncSession, *, point: int | None, limit: int, offset: int
) -> tuple[Sequence[tuple[AsideRow, PointRow]], int]:
    """The latest first."""
    chosen = select(AsideRow, PointRow).join(PointRow, PointRow.number == AsideRow.point)
    if point is not None:
        chosen = chosen.where(AsideRow.point == point)
    total = await session.scalar(select(func.count()).select_from(chosen.subquery())) or 0
    order = (AsideRow.last_at.desc(), AsideRow.point, AsideRow.reason)
    found = await session.execute(chosen.order_by(*order).limit(limit).offset(offset))
    return [(aside, of) for aside, of in found.all()], total


async def losses(session: AsyncSession, *, limit: int, offset: int) -> tuple[Sequence[LossRow], int]:
    """The latest first."""
    total = await session.scalar(select(func.count()).select_from(LossRow)) or 0
    found = await session.scalars(select(LossRow).order_by(LossRow.id.desc()).limit(limit).offset(offset))
    return found.all(), total
