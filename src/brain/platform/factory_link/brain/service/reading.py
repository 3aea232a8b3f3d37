"""Reading what factories sent: always for a purpose to which they consented, and always told to them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

import numpy as np
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.kit.errors import Invalid
from brain.kit.series import NO_VALUE, Columns
from brain.platform.factory_link.brain.domain.stages import Stage
from brain.platform.factory_link.brain.models import FactoryRow, FactoryUseRow, ReceivedRow
from brain.platform.factory_link.brain.queries import catalogue as catalogues
from brain.platform.factory_link.brain.queries import factories
from brain.platform.factory_link.protocol import batches
from brain.platform.factory_link.protocol.messages import Purpose

MOST_BATCHES: Final = 20_000
LONGEST: Final = timedelta(days=31)
_SECOND: Final = 1_000_000


@dataclass(frozen=True)
class Wanted:
    """Whose data, for what, and on whose behalf: what the factory will be told."""

    factory_id: str
    purpose: Purpose
    by: str
    what: str
    points: Sequence[int] | None = None


@dataclass(frozen=True)
class ConnectedFactory:
    """`version` of the gateway's software, as it told last."""

    id: str
    credit_code: str
    title: str
    version: str | None


async def active(session: AsyncSession) -> list[ConnectedFactory]:
    """Factories whose link is in use."""
    rows = await session.scalars(
        select(FactoryRow).where(FactoryRow.state == Stage.ACTIVE).order_by(FactoryRow.id)
    )
    return [_connected(row) for row in rows]


def _connected(row: FactoryRow) -> ConnectedFactory:
    return ConnectedFactory(row.id, row.credit_code, row.title, (row.health or {}).get("version"))


async def quantities(session: AsyncSession, factory_id: str, purpose: Purpose) -> dict[int, str]:
    """By number, what the points measure that consents in force for this purpose cover."""
    allowed = await catalogues.allowed(session, factory_id, now(), purpose)
    covered = {number for points in allowed.values() for number in points.tolist()}
    return {
        row.number: row.quantity
        for row in await catalogues.points(session, factory_id)
        if row.quantity and row.number in covered
    }


async def factory(session: AsyncSession, factory_id: str) -> ConnectedFactory:
    """Whatever the state of its link. Raises NotFound."""
    return _connected(await factories.get(session, factory_id))


@dataclass(frozen=True)
class Reading:
    """`statistic` is `value`, or of a period that begins at `at`: count, mean, low, high."""

    point: int
    at: datetime
    quality: int
    value: float | int | str | None
    granularity: str
    statistic: str


async def readings(
    session: AsyncSession, wanted: Wanted, begin: datetime, end: datetime, *, limit: int
) -> list[Reading]:
    """The newest `limit` values in [begin, end) that consents in force for this purpose cover, oldest first.
    The use is noted for the factory in the same transaction, also where nothing is found."""
    if not timedelta(0) < end - begin <= LONGEST:
        raise Invalid("时间范围须在 31 天以内，且开始早于结束")
    allowed = await catalogues.allowed(session, wanted.factory_id, now(), wanted.purpose)
    if wanted.points is not None:
        chosen = np.asarray(wanted.points, np.uint32)
        allowed = {grain: np.intersect1d(points, chosen) for grain, points in allowed.items()}
    received = await session.scalars(
        select(ReceivedRow)
        .where(
            ReceivedRow.factory_id == wanted.factory_id,
            ReceivedRow.last_at >= begin,
            ReceivedRow.first_at < end,
            ReceivedRow.data.is_not(None),
        )
        .order_by(ReceivedRow.last.desc())
        .limit(MOST_BATCHES)
    )
    first, last = (int(each.timestamp() * _SECOND) for each in (begin, end))
    found: list[Reading] = []
    for row in received:
        batch: list[Reading] = []
        for told, block in batches.read(row.data or b"")[1]:
            points = allowed.get(told.granularity)
            if points is None:
                continue
            for part in block.parts:
                inside = np.isin(part.point, points) & (part.at >= first) & (part.at < last)
                batch += _told(part.taken(inside), told.granularity.kind, told.statistic)
        found[:0] = batch
        if len(found) >= limit:
            break
    # A message that was delivered twice gives a moment's value twice; of a figure told anew the last counts.
    found = list({(each.point, each.at, each.granularity, each.statistic): each for each in found}.values())
    found.sort(key=lambda each: (each.at, each.point))
    await note(session, wanted, sum(len(points) for points in allowed.values()))
    return found[-limit:]


def _told(part: Columns, granularity: str, statistic: str) -> list[Reading]:
    epoch = datetime(1970, 1, 1, tzinfo=UTC)
    return [
        Reading(
            point,
            epoch + timedelta(microseconds=at),
            quality & ~NO_VALUE,
            None if quality & NO_VALUE else value,
            granularity,
            statistic,
        )
        for point, at, quality, value in zip(
            part.point.tolist(), part.at.tolist(), part.quality.tolist(), part.value.tolist(), strict=True
        )
    ]


async def note(session: AsyncSession, wanted: Wanted, points: int) -> None:
    """For the factory to be told."""
    session.add(
        FactoryUseRow(
            factory_id=wanted.factory_id,
            at=now(),
            purpose=wanted.purpose,
            by=wanted.by,
            what=wanted.what,
            points=points,
        )
    )
    await session.flush()


async def uses_after(
    session: AsyncSession, factory_id: str, after: int, limit: int
) -> Sequence[FactoryUseRow]:
    found = await session.scalars(
        select(FactoryUseRow)
        .where(FactoryUseRow.factory_id == factory_id, FactoryUseRow.id > after)
        .order_by(FactoryUseRow.id)
        .limit(limit)
    )
    return found.all()


@dataclass(frozen=True)
class Arrived:
    """What came from a factory within a time: batches, values, bytes, values refused, values lost there."""

    batches: int
    points: int
    size: int
    refused: int
    last_received: datetime | None


async def arrived(session: AsyncSession, factory_id: str, since: datetime) -> Arrived:
    row = await session.execute(
        select(
            func.count(),
            func.coalesce(func.sum(ReceivedRow.points), 0),
            func.coalesce(func.sum(ReceivedRow.size), 0),
            func.coalesce(func.sum(ReceivedRow.refused), 0),
            func.max(ReceivedRow.received_at),
        ).where(ReceivedRow.factory_id == factory_id, ReceivedRow.received_at >= since)
    )
    return Arrived(*row.one())
