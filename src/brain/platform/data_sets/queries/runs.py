"""Attempts to build any data set, within a period."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from brain.platform.data_sets.domain.open_lineage import Run
from brain.platform.data_sets.models import BuildRow


async def between(session: AsyncSession, since: datetime, until: datetime) -> list[Run]:
    """Those that ended from `since` to before `until`, the oldest first."""
    rows = await session.scalars(
        select(BuildRow)
        .where(BuildRow.built_at >= since, BuildRow.built_at < until)
        .order_by(BuildRow.built_at, BuildRow.id)
    )
    return [
        Run(
            id=row.id,
            data_set=row.data_set,
            rows=row.rows,
            bytes=row.bytes,
            seconds=row.seconds,
            ended_at=row.built_at,
            problem=row.problem,
        )
        for row in rows
    ]
