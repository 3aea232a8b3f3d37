"""What was collected, read again: by readers above in order, by people as trends and live values."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit import series
from brain.kit.db import raw
from brain.kit.errors import Invalid
from brain.kit.node import Node
from brain.kit.series import NO_VALUE, Block, Columns
from brain.platform.shop_floor.contract import Kept, Lost
from brain.platform.shop_floor.domain.keeping import BAD, SECOND
from brain.platform.shop_floor.domain.readings import Value
from brain.platform.shop_floor.models import LiveRow
from brain.platform.shop_floor.queries import blocks

MOST_BLOCKS: Final = 20_000  # read for one trend
MOST_PLACES: Final = 600  # of a trend, about as many as a screen can show
LONGEST: Final = timedelta(days=31)
_AT_ONCE: Final = 200  # blocks read into memory


@dataclass(frozen=True)
class Live:
    """A point's last value; `at` is the source's time."""

    point: int
    at: datetime
    quality: int
    value: Value


@dataclass(frozen=True)
class Place:
    """The values of one stretch of a trend: how many were good, their mean, lowest and highest."""

    begin: datetime
    count: int
    mean: float | None
    low: float | None
    high: float | None


async def after(node: Node, number: int, limit: int) -> list[Kept]:
    """Blocks after this number, in order."""
    async with node.database.reading() as connection:
        return await blocks.after(connection, number, limit)


async def within(node: Node, begin: datetime, end: datetime) -> AsyncIterator[Block]:
    """All blocks that hold anything of [begin, end), and what else they hold."""
    number = 0
    while True:
        async with node.database.reading() as connection:
            found = await blocks.between(connection, begin, end, _AT_ONCE, after=number)
        for each in found:
            yield await asyncio.to_thread(series.unpack, each.data)
        if len(found) < _AT_ONCE:
            return
        number = found[-1].number


async def live(session: AsyncSession) -> list[Live]:
    """The last value of every point of every source that is collected from."""
    found = []
    for row in (await session.scalars(select(LiveRow))).all():
        for part in series.unpack(row.data).parts:
            found += told(part)
    return found


def told(part: Columns) -> list[Live]:
    return [
        Live(point, moment, quality & ~NO_VALUE, None if quality & NO_VALUE else value)
        for point, moment, quality, value in zip(
            part.point.tolist(), _moments(part), part.quality.tolist(), part.value.tolist(), strict=True
        )
    ]


def _moments(part: Columns) -> list[datetime]:
    epoch = datetime.fromisoformat("1970-01-01T00:00:00+00:00")
    return [epoch + timedelta(microseconds=at) for at in part.at.tolist()]


async def trend(session: AsyncSession, number: int, begin: datetime, end: datetime) -> list[Place]:
    """The numeric point's values in at most `MOST_PLACES` stretches of equal length; empty ones left out."""
    if not timedelta(0) < end - begin <= LONGEST:
        raise Invalid("时间范围须在 31 天以内，且开始早于结束")
    found = await blocks.between(await raw(session), begin, end, MOST_BLOCKS)
    parts = [_of(series.unpack(each.data), number) for each in found]
    at = np.concatenate([part.at for part in parts]) if parts else np.zeros(0, np.int64)
    value = np.concatenate([part.value for part in parts]) if parts else np.zeros(0)
    first, last = (int(each.timestamp() * SECOND) for each in (begin, end))
    inside = (at >= first) & (at < last)
    return _places(at[inside], value[inside].astype(np.float64), first, last)


def _of(block: Block, number: int) -> Columns:
    """The point's good or uncertain values; of integers and numbers, whichever it has."""
    for part in (block.numbers, block.integers):
        mine = (part.point == number) & ((part.quality & ~np.uint8(NO_VALUE)) != BAD)
        if np.any(mine):
            return part.taken(mine)
    return series.nothing(float)


def _places(at: NDArray[np.int64], value: NDArray[np.float64], first: int, last: int) -> list[Place]:
    width = max((last - first) // MOST_PLACES, 1)
    place = (at - first) // width
    order = np.argsort(place, kind="stable")
    place, value = place[order], value[order]
    starts = np.flatnonzero(np.diff(place, prepend=-1))
    if not len(starts):
        return []
    counts = np.diff(np.append(starts, len(place)))
    means = np.add.reduceat(value, starts) / counts
    lows, highs = np.minimum.reduceat(value, starts), np.maximum.reduceat(value, starts)
    epoch = datetime.fromisoformat("1970-01-01T00:00:00+00:00")
    return [
        Place(epoch + timedelta(microseconds=first + int(place[start]) * width), int(count), mean, low, high)
        for start, count, mean, low, high in zip(
            starts, counts, means.tolist(), lows.tolist(), highs.tolist(), strict=True
        )
    ]


async def first_sealed_since(node: Node, number: int, since: datetime) -> int:
    """Where to begin reading to see all that was sealed since then, up to block `number`."""
    async with node.database.reading() as connection:
        return await blocks.first_sealed_since(connection, number, since)


async def position(session: AsyncSession, reader: str) -> int:
    return await blocks.position(session, reader)


async def move(session: AsyncSession, reader: str, number: int) -> None:
    """The reader is done with all blocks up to this number."""
    await blocks.move(session, reader, number)


async def rewind(session: AsyncSession, reader: str, number: int) -> None:
    """The reader has to read again what comes after this block."""
    await blocks.rewind(session, reader, number)


async def start_at_newest(session: AsyncSession, reader: str) -> None:
    """What was collected before is not the new reader's."""
    await blocks.move(session, reader, await blocks.newest(session))


async def forget_reader(session: AsyncSession, reader: str) -> None:
    await blocks.forget_reader(session, reader)


async def losses_after(session: AsyncSession, number: int, limit: int) -> list[Lost]:
    """In the order in which they were noted."""
    return [
        Lost(row.id, row.reason, row.points, row.first_at, row.last_at, row.told)
        for row in await blocks.losses(session, after=number, limit=limit)
    ]
