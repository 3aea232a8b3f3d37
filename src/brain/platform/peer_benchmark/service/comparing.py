"""One enterprise among its peers."""

from collections import defaultdict
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.kit.errors import Forbidden
from brain.kit.node import Node
from brain.kit.services import Asked
from brain.platform.peer_benchmark.domain.comparing import (
    INDICATORS,
    LEAST,
    NAMES,
    OBSERVED,
    Indicator,
    Part,
    Period,
    Sums,
    figures,
    group,
    last,
    place,
    sums_of,
)
from brain.platform.peer_benchmark.models import GroupRow, HourRow
from brain.platform.peer_benchmark.schemas import BenchmarkRequest, PeerComparison, PeerIndicator, PeerPart
from brain.platform.peer_benchmark.service import gathering


async def compare(node: Node, asked: Asked) -> PeerComparison:
    """Raises Forbidden for one who does not take part: who compares is compared."""
    request: BenchmarkRequest = asked.request
    await gathering.gather(node)
    begin, end = last(request.period, now())
    async with node.database.transaction() as session:
        sums = await _sums(session, begin, end)
        if not await _takes_part(session, asked.credit_code):
            raise Forbidden("还没有收到贵厂为“同行对标”同意共享的全厂指标：请先同意，等第一个整点的数字送到")
        told = {
            code: figures(each)
            for code, each in sums.items()
            if each.planned_busy_time >= OBSERVED[request.period] * 3600
        }
        indicators = [
            await _indicator(session, request.period, begin, each, told, asked.credit_code)
            for each in INDICATORS
        ]
    mine = sums.get(asked.credit_code, Sums())
    return PeerComparison(
        period=request.period,
        begin=begin,
        end=end,
        least=LEAST,
        observed_hours=round(mine.planned_busy_time / 3600, 1),
        indicators=indicators,
    )


async def _takes_part(session: AsyncSession, credit_code: str) -> bool:
    found = await session.scalar(select(HourRow.begin).where(HourRow.credit_code == credit_code).limit(1))
    return found is not None


async def _sums(session: AsyncSession, begin: datetime, end: datetime) -> dict[str, Sums]:
    """By enterprise: one with several factories is one."""
    rows = await session.scalars(select(HourRow).where(HourRow.begin >= begin, HourRow.begin < end))
    hours: dict[str, list[dict[str, float | None]]] = defaultdict(list)
    for row in rows:
        hours[row.credit_code].append({name: getattr(row, name) for name in NAMES})
    return {code: sums_of(told) for code, told in hours.items()}


async def _indicator(
    session: AsyncSession, period: Period, begin: datetime, indicator: Indicator,
    told: dict[str, dict[str, float]], credit_code: str,
) -> PeerIndicator:  # fmt: skip
    values = [found[indicator.code] for found in told.values() if indicator.code in found]
    count, parts = await _group(session, period, begin, indicator, values)
    mine = told.get(credit_code, {}).get(indicator.code)
    digits = 3 if indicator.unit == "share" else 2
    return PeerIndicator(
        code=indicator.code,
        title=indicator.title,
        title_en=indicator.title_en,
        unit=indicator.unit,
        better=indicator.better,
        mine=None if mine is None else round(mine, digits),
        enterprises=count,
        parts=[PeerPart(count=each.count, mean=round(each.mean, digits)) for each in parts],
        place=place(mine, parts) if mine is not None and parts else None,
    )


async def _group(
    session: AsyncSession, period: Period, begin: datetime, indicator: Indicator, values: list[float]
) -> tuple[int, tuple[Part, ...]]:
    """As it was first told; told for the first time now where there are enough."""
    parts = group(values, indicator.better)
    if parts:
        told: dict[str, Any] = {
            "count": len(values),
            "parts": [[each.count, each.mean] for each in parts],
            "told_at": now(),
        }
        key = {"period": period.value, "begin": begin, "indicator": indicator.code}
        await session.execute(insert(GroupRow).values(**key, **told).on_conflict_do_nothing())
    row = await session.get(GroupRow, (period.value, begin, indicator.code))
    if row is None:
        return len(values), ()
    return row.count, tuple(Part(*each) for each in row.parts)
