"""The data elements that people gave columns, and how versions keep to them."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import distinct_on, insert
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.platform.data_sets.domain.conformance import Checked, Choice, ColumnConformance
from brain.platform.data_sets.models.catalogue import ConformanceRow, ElementChoiceRow
from brain.platform.standards.contract import Problem, Wrong


def _choice(row: ElementChoiceRow) -> Choice:
    return Choice(
        column=row.column, element=row.element, reason=row.reason, by=row.chosen_by, at=row.chosen_at
    )


async def choose(session: AsyncSession, data_set: str, choice: Choice) -> None:
    session.add(
        ElementChoiceRow(
            data_set=data_set,
            column=choice.column,
            element=choice.element,
            reason=choice.reason,
            chosen_by=choice.by,
            chosen_at=choice.at,
        )
    )
    await session.flush()


async def chosen(session: AsyncSession) -> dict[str, dict[str, str | None]]:
    """The elements that hold, by data set and column."""
    rows = await session.scalars(
        select(ElementChoiceRow)
        .ext(distinct_on(ElementChoiceRow.data_set, ElementChoiceRow.column))
        .order_by(ElementChoiceRow.data_set, ElementChoiceRow.column, ElementChoiceRow.id.desc())
    )
    found: dict[str, dict[str, str | None]] = defaultdict(dict)
    for row in rows:
        found[row.data_set][row.column] = row.element
    return dict(found)


async def history(session: AsyncSession, data_set: str) -> list[Choice]:
    """The newest first."""
    rows = await session.scalars(
        select(ElementChoiceRow)
        .where(ElementChoiceRow.data_set == data_set)
        .order_by(ElementChoiceRow.id.desc())
        .limit(200)
    )
    return [_choice(row) for row in rows]


async def keep(session: AsyncSession, data_set: str, checked: Checked) -> None:
    """In place of an earlier check of the same version."""
    values = {
        "mark": checked.mark,
        "day": checked.day,
        "columns": [asdict(each) for each in checked.columns],
        "checked_at": now(),
    }
    first = insert(ConformanceRow).values(data_set=data_set, version=checked.version, **values)
    await session.execute(first.on_conflict_do_update(index_elements=["data_set", "version"], set_=values))


async def latest(session: AsyncSession) -> dict[str, Checked]:
    """By data set, of the newest version that was checked."""
    rows = await session.scalars(
        select(ConformanceRow)
        .ext(distinct_on(ConformanceRow.data_set))
        .order_by(ConformanceRow.data_set, ConformanceRow.version.desc()),
        execution_options={"populate_existing": True},
    )
    return {row.data_set: _checked(row) for row in rows}


async def past(session: AsyncSession, data_set: str, limit: int) -> Sequence[Checked]:
    """The newest version first."""
    rows = await session.scalars(
        select(ConformanceRow)
        .where(ConformanceRow.data_set == data_set)
        .order_by(ConformanceRow.version.desc())
        .limit(limit)
    )
    return [_checked(row) for row in rows]


def _checked(row: ConformanceRow) -> Checked:
    columns = tuple(
        ColumnConformance(
            column=each["column"],
            element=each["element"],
            problems=tuple(_problem(told) for told in each["problems"]),
        )
        for each in row.columns
    )
    return Checked(
        version=row.version, mark=row.mark, day=row.day, columns=columns, checked_at=row.checked_at
    )


def _problem(told: dict[str, Any]) -> Problem:
    wrong = Wrong(count=told["wrong"]["count"], examples=tuple(told["wrong"]["examples"]))
    return Problem(kind=told["kind"], message=told["message"], wrong=wrong)
