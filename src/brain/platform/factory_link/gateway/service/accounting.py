"""The owner's account of what left: batches are counted by point and day, their payloads kept for a time."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

import numpy as np
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import BEIJING, now
from brain.kit.node import Node
from brain.platform.factory_link.gateway.models import UseRow
from brain.platform.factory_link.gateway.queries import left
from brain.platform.factory_link.protocol import batches
from brain.platform.factory_link.protocol.messages import Granularity
from brain.platform.shop_floor.service import naming, storing

BATCHES: Final = 200  # counted in one transaction
PAYLOAD_SHARE: Final = 4  # payloads of sent batches may take a quarter of what the store may
MOST_USES: Final = 200


@dataclass(frozen=True)
class LeftOfPoint:
    day: date
    point: int
    code: str
    title: str
    granularity: str
    count: int


@dataclass(frozen=True)
class Left:
    """What left on a day (Beijing)."""

    day: date
    values: int
    size: int
    items: Sequence[LeftOfPoint]
    uses: Sequence[UseRow]


async def count(node: Node) -> None:
    """Add what was sent since the last time, each batch once; let payloads go as the store does values."""
    while await _count_some(node) == BATCHES:
        pass
    async with node.database.transaction() as session:
        held = await storing.limits(session)
        await left.forget_payloads(session, now() - timedelta(days=held.days))
        await left.forget_payloads_over(session, held.budget // PAYLOAD_SHARE)


async def _count_some(node: Node) -> int:
    async with node.database.transaction() as session:
        found = await left.uncounted(session, BATCHES)
        sums: dict[tuple[str, date], Counter[tuple[int, str]]] = {}
        for row in found:
            key = (row.link_id, row.sent_at.astimezone(BEIJING).date())
            sums.setdefault(key, Counter()).update(_counts(row.data or b""))
            row.counted = True
        for (link_id, day), counts in sums.items():
            await left.add(session, link_id, day, counts)
        return len(found)


def _counts(body: bytes) -> Counter[tuple[int, str]]:
    counts: Counter[tuple[int, str]] = Counter()
    for told, block in batches.read(body)[1]:
        if told.statistic not in ("value", "mean"):
            continue
        for part in block.parts:
            points, times = np.unique(part.point, return_counts=True)
            for point, many in zip(points.tolist(), times.tolist(), strict=True):
                counts[point, named(told.granularity)] += many
    return counts


def named(granularity: Granularity) -> str:
    """In one word: raw, sampled:60, aggregated:900, masked:0.5."""
    amount = granularity.seconds or granularity.step
    return granularity.kind.value if amount is None else f"{granularity.kind.value}:{amount:g}"


async def on_day(session: AsyncSession, day: date) -> Left:
    names = {each.number: each for each in await naming.named_points(session)}
    values, size = await left.sums(session, datetime.combine(day, time(), BEIJING))
    items = [
        LeftOfPoint(day, row.point, names[row.point].code, names[row.point].title, row.grain, row.count)
        for row in await left.of_day(session, day)
        if row.point in names
    ]
    return Left(day, values, size, items, await left.uses(session, MOST_USES))
