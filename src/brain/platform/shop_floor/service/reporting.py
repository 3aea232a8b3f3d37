"""How collecting goes, in few words: for the brain, and for whoever looks after the gateway."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from brain.platform.shop_floor.models import BlockRow
from brain.platform.shop_floor.queries import blocks, sources
from brain.platform.shop_floor.service import storing


@dataclass(frozen=True)
class SourceReport:
    name: str
    state: str
    points: int
    problem: str | None
    heard_at: datetime | None


@dataclass(frozen=True)
class Report:
    """`backlog`: blocks that the reader has not read, `oldest` the time of the first of them. Bytes."""

    sources: tuple[SourceReport, ...]
    backlog: int
    oldest: datetime | None
    used: int
    budget: int


async def report(session: AsyncSession, reader: str) -> Report:
    position = await blocks.position(session, reader)
    waiting = await session.execute(
        select(func.count(), func.min(BlockRow.sealed_at)).where(BlockRow.number > position)
    )
    backlog, oldest = waiting.one()
    return Report(
        sources=tuple(
            SourceReport(
                row.name,
                state.state if row.enabled and state else "off",
                points,
                state.problem if row.enabled and state else None,
                state.heard_at if state else None,
            )
            for row, state, points in await sources.sources(session)
            if row.settings.get("kind") != sources.CALCULATED
        ),
        backlog=backlog,
        oldest=oldest,
        used=await blocks.total_size(session),
        budget=(await storing.limits(session)).budget,
    )
