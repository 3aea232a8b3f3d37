"""Points that a room above calculates at the gateway: kept, shown, consented to and sent like any other."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

import numpy as np
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit import series
from brain.kit.clock import now
from brain.kit.db import raw
from brain.kit.series import Block
from brain.platform.shop_floor.domain.keeping import GOOD, SECOND
from brain.platform.shop_floor.domain.points import Point, Priority
from brain.platform.shop_floor.models import LiveRow, PointRow, SourceRow
from brain.platform.shop_floor.queries import blocks, sources

_BY: Final = "gateway"


@dataclass(frozen=True, kw_only=True)
class Calculated:
    """`at`: what moment the value is of."""

    code: str
    at: datetime
    value: float


async def register(session: AsyncSession, points: Sequence[Point], equipment_id: int | None) -> None:
    """Points by these codes, whose titles, units and quantities follow what is told. The grade that people
    gave them stays."""
    source = await _source(session)
    held = {row.code: row for row in await sources.all_points(session, source_id=source.id)}
    for point in points:
        row = held.get(point.code)
        if row is None:
            session.add(_row(source.id, equipment_id, point))
        elif (row.title, row.unit, row.quantity) != (point.title, point.unit, point.quantity):
            row.title, row.unit, row.quantity, row.changed_at = point.title, point.unit, point.quantity, now()
    await session.flush()


async def keep(session: AsyncSession, values: Sequence[Calculated]) -> None:
    """As one block; what was retired is left out. To be called last in a transaction: others who write blocks
    wait for its end. A value of a moment that had one takes its place wherever it is read at the brain."""
    source = await _source(session)
    numbers = {row.code: row.number for row in await sources.points_of(session, source.id)}
    values = [each for each in values if each.code in numbers]
    if not values:
        return
    at = [int(each.at.timestamp() * SECOND) for each in values]
    told = series.columns(
        [numbers[each.code] for each in values],
        at,
        np.full(len(values), GOOD),
        series.of(float, [each.value for each in values]),
    )
    block = Block(told, series.nothing(int), series.nothing(str))
    data, connection = series.pack(block), await raw(session)
    first, last = (datetime.fromtimestamp(each / SECOND, UTC) for each in (min(at), max(at)))
    await _show(session, source.id, block)
    await blocks.write(connection, [(int(Priority.HIGH), len(values), len(data), first, last, now(), data)])


async def numbers(session: AsyncSession) -> list[int]:
    """Of all points that are calculated, also those retired."""
    source = await _source(session)
    return [row.number for row in await sources.all_points(session, source_id=source.id)]


async def _source(session: AsyncSession) -> SourceRow:
    """The one in whose name they stand; no machine is behind it."""
    statement = insert(SourceRow).values(
        name=sources.CALCULATED,
        settings={"kind": sources.CALCULATED},
        enabled=False,
        revision=1,
        changed_by=_BY,
        changed_at=now(),
    )
    await session.execute(statement.on_conflict_do_nothing(index_elements=["name"]))
    return await sources.calculated(session)


async def _show(session: AsyncSession, source_id: int, block: Block) -> None:
    """The last of each point, for live pages."""
    held = await session.get(LiveRow, source_id)
    both = block if held is None else series.joined([series.unpack(held.data), block])
    part = both.numbers
    order = np.lexsort((np.arange(len(part)), part.at, part.point))
    part = part.taken(order)
    last = np.append(np.diff(part.point.astype(np.int64)) != 0, True)
    shown = Block(part.taken(last), series.nothing(int), series.nothing(str))
    await blocks.write_live(await raw(session), [(source_id, series.pack(shown))])


def _row(source_id: int, equipment_id: int | None, point: Point) -> PointRow:
    return PointRow(
        source_id=source_id,
        equipment_id=equipment_id,
        code=point.code,
        title=point.title,
        address={},
        kind=point.kind,
        unit=point.unit,
        quantity=point.quantity,
        scale=1.0,
        shift=0.0,
        sampling=point.sampling,
        dead_band=0.0,
        heartbeat=point.heartbeat,
        priority=int(Priority.HIGH),
        domain=str(point.domain),
        level=point.level,
        changed_at=now(),
    )
