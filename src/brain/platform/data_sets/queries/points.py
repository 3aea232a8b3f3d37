"""What the rules found in one version after another."""

from dataclasses import dataclass, fields
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import distinct_on
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.platform.data_sets.models import BuildRow
from brain.platform.data_sets.models.quality import QualityPointRow
from brain.platform.governance.contract import QualityReport


@dataclass(frozen=True, kw_only=True)
class Point:
    """`score` is None without rules, `version` for one that the rules stopped."""

    data_set: str
    version: int | None
    rows: int
    score: float | None
    scores: dict[str, float]
    rules: int
    broken: int
    at: datetime


_NAMES = [each.name for each in fields(Point)]


def _point(row: QualityPointRow) -> Point:
    return Point(**{name: getattr(row, name) for name in _NAMES})


async def add(
    session: AsyncSession, data_set: str, version: int | None, rows: int, report: QualityReport | None
) -> None:
    session.add(
        QualityPointRow(
            data_set=data_set,
            version=version,
            rows=rows,
            score=report.score if report else None,
            scores=report.scores if report else {},
            rules=report.rules if report else 0,
            broken=len(report.broken) if report else 0,
            at=now(),
        )
    )
    await session.flush()


async def of(session: AsyncSession, data_set: str, limit: int) -> list[Point]:
    """The newest, the oldest of them first."""
    rows = await session.scalars(
        select(QualityPointRow)
        .where(QualityPointRow.data_set == data_set)
        .order_by(QualityPointRow.id.desc())
        .limit(limit)
    )
    return [_point(row) for row in rows][::-1]


async def recent(session: AsyncSession, each: int, before: datetime) -> dict[str, list[Point]]:
    """The newest published of each data set before a time, the newest first."""
    place = (
        func.row_number()
        .over(partition_by=QualityPointRow.data_set, order_by=QualityPointRow.id.desc())
        .label("place")
    )
    ranked = (
        select(QualityPointRow.id, place)
        .where(QualityPointRow.version.is_not(None), QualityPointRow.at < before)
        .subquery()
    )
    rows = await session.scalars(
        select(QualityPointRow)
        .join(ranked, QualityPointRow.id == ranked.c.id)
        .where(ranked.c.place <= each)
        .order_by(QualityPointRow.id.desc())
    )
    found: dict[str, list[Point]] = {}
    for row in rows:
        found.setdefault(row.data_set, []).append(_point(row))
    return found


async def failing(session: AsyncSession) -> dict[str, str]:
    """Why the last attempt to build a data set gave no version, by data set."""
    rows = await session.scalars(
        select(BuildRow).ext(distinct_on(BuildRow.data_set)).order_by(BuildRow.data_set, BuildRow.id.desc())
    )
    return {row.data_set: row.problem for row in rows if row.problem}
