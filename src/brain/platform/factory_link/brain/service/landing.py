"""Taking what factories sent into the warehouse: what they share for the monitoring of the industry.

The warehouse is read by SQL, where nobody names a purpose: so only values of points that a consent to
`monitoring` covers go there, at most of level 2. The others stay packed and are read for their purpose.
"""

import asyncio
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Final

import numpy as np
import polars as pl
from numpy.typing import NDArray
from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit import jobs
from brain.kit.clock import now, today
from brain.kit.db import lock
from brain.kit.disk import needs_room
from brain.kit.errors import Unavailable
from brain.kit.node import Node
from brain.platform.factory_link.brain.datasets import READINGS
from brain.platform.factory_link.brain.domain.stages import Stage
from brain.platform.factory_link.brain.models import FactoryPointRow, FactoryRow, FactoryUseRow, ReceivedRow
from brain.platform.factory_link.brain.queries import catalogue as catalogues
from brain.platform.factory_link.brain.queries import factories
from brain.platform.factory_link.brain.service import late
from brain.platform.factory_link.brain.service.as_source import HIGHEST_LEVEL, declared
from brain.platform.factory_link.brain.service.rows import rows
from brain.platform.factory_link.protocol.messages import Granularity, Purpose
from brain.platform.ingestion.contract import (
    Delivery,
    Import,
    Status,
)
from brain.platform.ingestion.service import imports

LAND: Final = "factory_link.land"
WAITS: Final = timedelta(minutes=15)  # how long what came may wait for more before it is landed
MOST_BATCHES, MOST_VALUES = 2_000, 2_000_000  # of one landing
KEPT: Final = timedelta(days=400)  # how long batches stay packed, to be read for their purpose
_NAMES: Final = (
    "factory_code",
    "factory_name",
    "point_code",
    "point_title",
    "equipment",
    "quantity",
    "unit",
)


@dataclass(frozen=True)
class Landing:
    """What one landing takes: batches up to `last`, names of points, and which may be taken how."""

    factory: FactoryRow
    last: int
    points: pl.DataFrame
    allowed: dict[Granularity, NDArray[np.uint32]]


async def due(session: AsyncSession, at: datetime) -> Sequence[str]:
    """Factories of which something has waited long enough, or a landing was begun and not ended."""
    waiting = (
        select(ReceivedRow.factory_id)
        .where(ReceivedRow.landed_at.is_(None))
        .group_by(ReceivedRow.factory_id)
        .having(func.min(ReceivedRow.received_at) <= at - WAITS)
    )
    begun = select(FactoryRow.id).where(FactoryRow.landing.is_not(None))
    return (await session.scalars(waiting.union(begun))).all()


async def land(node: Node, factory_id: str) -> int:
    """Everything that came until now; gives the number of values taken. Begun again after a crash it takes
    the same batches, so that the warehouse gets the same rows. Raises Unavailable when the import fails."""
    taken = 0
    async with node.database.transaction() as session:
        await lock(session, "factory_link.landing", factory_id)
        while (landing := await _begun(node, factory_id)) is not None:
            taken += await _land(node, landing)
    return taken


async def _begun(node: Node, factory_id: str) -> Landing | None:
    async with node.database.transaction() as session:
        factory = await factories.get(session, factory_id, lock=True)
        if factory.landing is None:
            factory.landing = await _until(session, factory_id)
        if factory.landing is None:
            return None
        points = await catalogues.points(session, factory_id)
        allowed = await catalogues.allowed(session, factory_id, now(), Purpose.MONITORING)
        if Stage(factory.state) is Stage.REVOKED:
            allowed = {}
        fitting = np.asarray([row.number for row in points if row.level <= HIGHEST_LEVEL], np.uint32)
        may = {grain: np.intersect1d(numbers, fitting) for grain, numbers in allowed.items()}
        return Landing(factory, factory.landing, _named(factory, points), may)


def _named(factory: FactoryRow, points: Sequence[FactoryPointRow]) -> pl.DataFrame:
    return pl.DataFrame(
        [
            {
                "point": row.number,
                "factory_code": factory.credit_code,
                "factory_name": factory.title,
                "point_code": row.code,
                "point_title": row.title,
                "equipment": "/".join(map(str, row.equipment)) or None,
                "quantity": row.quantity,
                "unit": row.unit,
            }
            for row in points
        ],
        schema={"point": pl.UInt32, **dict.fromkeys(_NAMES, pl.String)},
    )


async def _until(session: AsyncSession, factory_id: str) -> int | None:
    waiting = (
        select(ReceivedRow.last, ReceivedRow.points)
        .where(ReceivedRow.factory_id == factory_id, ReceivedRow.landed_at.is_(None))
        .order_by(ReceivedRow.last)
        .limit(MOST_BATCHES)
    )
    last, values = None, 0
    for row in await session.execute(waiting):
        if last is not None and values + row.points > MOST_VALUES:
            break
        last, values = row.last, values + row.points
    return last


async def _land(node: Node, landing: Landing) -> int:
    async with node.database.transaction() as session:
        packed = await session.execute(
            select(ReceivedRow.last, ReceivedRow.data)
            .where(
                ReceivedRow.factory_id == landing.factory.id,
                ReceivedRow.landed_at.is_(None),
                ReceivedRow.last <= landing.last,
            )
            .order_by(ReceivedRow.last)
        )
        bodies = [row.data for row in packed if row.data is not None]
    frame = await asyncio.to_thread(rows, bodies, landing.allowed, landing.points)
    if frame.height:
        source = await declared(node, landing.factory.id)
        done = await _imported(node, landing, frame, source)
        if done.status is not Status.DONE:
            raise Unavailable(f"工厂数据没有进数据仓：{done.problem}")
    await _end(node, landing, frame)
    return frame.height


async def _imported(node: Node, landing: Landing, frame: pl.DataFrame, source_id: int) -> Import:
    began: date = frame.select(pl.col("read_at").min().dt.date()).item()
    with tempfile.TemporaryDirectory(dir=node.folder) as folder:
        path = Path(folder) / f"{landing.factory.credit_code}-{landing.last}.parquet"
        with needs_room():
            await asyncio.to_thread(frame.write_parquet, path)
        title = f"{landing.factory.title} {began.isoformat()} 起的测点数据"
        return await imports.import_file(
            node, path, READINGS.full_name, Delivery(source_id=source_id, title=title, as_of=today())
        )


async def _end(node: Node, landing: Landing, frame: pl.DataFrame) -> None:
    async with node.database.transaction() as session:
        factory = await factories.get(session, landing.factory.id, lock=True)
        if factory.landing != landing.last:
            return
        factory.landing = None
        await late.settle(session, factory.id)
        await session.execute(
            update(ReceivedRow)
            .where(
                ReceivedRow.factory_id == factory.id,
                ReceivedRow.landed_at.is_(None),
                ReceivedRow.last <= landing.last,
            )
            .values(landed_at=now())
        )
        if frame.height:
            session.add(
                FactoryUseRow(
                    factory_id=factory.id,
                    at=now(),
                    purpose=Purpose.MONITORING,
                    by="数据仓",
                    what=f"存入产业数据仓“{READINGS.title}”{frame.height} 个值",
                    points=frame["point_code"].n_unique(),
                )
            )


@dataclass(frozen=True)
class Landed:
    """Until when what came was dealt with, be it that nothing of it was for the warehouse, and how many
    batches wait."""

    until: datetime | None
    waiting: int


async def landed(session: AsyncSession, factory_id: str) -> Landed:
    row = await session.execute(
        select(
            func.max(ReceivedRow.last_at).filter(ReceivedRow.landed_at.is_not(None)),
            func.count().filter(ReceivedRow.landed_at.is_(None)),
        ).where(ReceivedRow.factory_id == factory_id)
    )
    return Landed(*row.one())


async def ask(session: AsyncSession, factory_id: str) -> None:
    """Do not wait for more: land what there is now."""
    await jobs.enqueue(session, LAND, {"factory": factory_id}, key=factory_id)


async def trim(session: AsyncSession, at: datetime) -> None:
    """Packed values that were landed and are past their time."""
    await session.execute(
        update(ReceivedRow)
        .where(
            ReceivedRow.landed_at.is_not(None),
            ReceivedRow.received_at < at - KEPT,
            ReceivedRow.data.is_not(None),
        )
        .values(data=None)
    )
