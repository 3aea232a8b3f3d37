"""What columns were found to hold, and what people decided about them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import distinct_on
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.platform.data_sets.domain.grades import Decision
from brain.platform.data_sets.models import FindingRow, GradeRow
from brain.platform.governance.contract import ColumnFinding


def _decision(row: GradeRow) -> Decision:
    return Decision(
        column=row.column,
        level=row.level,
        personal=row.personal,
        seen_level=row.seen_level,
        reason=row.reason,
        by=row.decided_by,
        at=row.decided_at,
        category=row.category,
        locked=row.locked,
    )


async def decide(session: AsyncSession, data_set: str, decisions: Sequence[Decision]) -> None:
    session.add_all(
        GradeRow(
            data_set=data_set,
            column=each.column,
            level=each.level,
            personal=each.personal,
            seen_level=each.seen_level,
            reason=each.reason,
            decided_by=each.by,
            decided_at=now(),
            category=each.category,
            locked=each.locked,
        )
        for each in decisions
    )
    await session.flush()


async def decided(session: AsyncSession) -> dict[str, dict[str, Decision]]:
    """The decisions that hold, by data set and column."""
    rows = await session.scalars(
        select(GradeRow)
        .ext(distinct_on(GradeRow.data_set, GradeRow.column))
        .order_by(GradeRow.data_set, GradeRow.column, GradeRow.id.desc())
    )
    found: dict[str, dict[str, Decision]] = defaultdict(dict)
    for row in rows:
        found[row.data_set][row.column] = _decision(row)
    return dict(found)


async def history(session: AsyncSession, data_set: str) -> list[Decision]:
    """The newest first."""
    rows = await session.scalars(
        select(GradeRow).where(GradeRow.data_set == data_set).order_by(GradeRow.id.desc()).limit(200)
    )
    return [_decision(row) for row in rows]


async def find(
    session: AsyncSession, data_set: str, version: int, findings: Mapping[str, ColumnFinding]
) -> None:
    """The findings of the newest version take the place of earlier ones."""
    await session.execute(delete(FindingRow).where(FindingRow.data_set == data_set))
    session.add_all(
        FindingRow(data_set=data_set, column=column, told=asdict(each), level=each.level, version=version)
        for column, each in findings.items()
    )
    await session.flush()


def _finding(told: dict[str, Any]) -> ColumnFinding:
    return ColumnFinding(**told | {"examples": tuple(told["examples"])})


async def found(session: AsyncSession, data_set: str) -> dict[str, ColumnFinding]:
    rows = await session.scalars(select(FindingRow).where(FindingRow.data_set == data_set))
    return {row.column: _finding(row.told) for row in rows}


async def all_found(session: AsyncSession) -> dict[str, dict[str, ColumnFinding]]:
    found: dict[str, dict[str, ColumnFinding]] = defaultdict(dict)
    for row in await session.scalars(select(FindingRow)):
        found[row.data_set][row.column] = _finding(row.told)
    return dict(found)


async def found_levels(session: AsyncSession) -> dict[str, dict[str, int]]:
    """By data set and column."""
    levels: dict[str, dict[str, int]] = defaultdict(dict)
    for data_set, column, level in await session.execute(
        select(FindingRow.data_set, FindingRow.column, FindingRow.level)
    ):
        levels[data_set][column] = level
    return dict(levels)
