"""All data sets with their classes and grades, why, and what is still to be decided."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.acts import Act
from brain.kit.datasets import Column
from brain.kit.errors import Invalid, NotFound
from brain.kit.events import Recorded, announce
from brain.kit.node import Node
from brain.platform.data_sets.service import catalogue
from brain.platform.data_sets.service import grading as decisions
from brain.platform.data_sets.service.catalogue import Entry
from brain.platform.governance.contract import ColumnFinding
from brain.platform.governance.contract.grading import ColumnToGrade
from brain.platform.governance.service.grading import Grader
from brain.platform.governance.service.protection import is_personal
from brain.platform.grading.contract import Decided, Facts, Graded, GradedColumn, Proposed
from brain.platform.grading.domain import acts
from brain.platform.grading.domain.lessons import Lesson, Likeness, Taught, by_likeness, taught
from brain.platform.grading.queries import facts as told
from brain.platform.grading.service import tables


@dataclass(frozen=True)
class _Known:
    """All that is known of columns; `decided` and `found` by data set and column."""

    grader: Grader
    lessons: Mapping[Likeness, list[Lesson]]
    decided: Mapping[str, Mapping[str, Decided]]
    found: Mapping[str, Mapping[str, ColumnFinding]]
    facts: Mapping[str, Facts]


async def book(session: AsyncSession, node: Node, words: str | None = None) -> list[Graded]:
    """By tier and name; `words` look into names, titles, descriptions and columns."""
    known = await _known(session, node)
    return [_graded(entry, known) for entry in await catalogue.entries(session, node, words)]


async def one(session: AsyncSession, node: Node, name: str) -> Graded:
    known = await _known(session, node)
    for entry in await catalogue.entries(session, node, None):
        if entry.data_set.full_name == name:
            return _graded(entry, known)
    raise NotFound(f"没有名为 {name} 的数据集")


@dataclass(frozen=True)
class Lessons:
    """What people decided so far, for columns that are not declared yet."""

    learnt: Mapping[Likeness, list[Lesson]]

    def followed(self, column: Column, finding: ColumnFinding | None) -> Column:
        """The column with the grade that people gave others like it, as it is where there are none."""
        lesson = taught(self.learnt, "", column.name, column.title, _kind(column, finding))
        if lesson is None:
            return column
        proven = _proven(finding)
        personal = lesson.personal or (column.personal and proven > 0)
        return replace(column, level=max(lesson.level, proven), personal=personal)


async def lessons(session: AsyncSession, node: Node) -> Lessons:
    return Lessons((await _known(session, node)).lessons)


async def tell(session: AsyncSession, node: Node, name: str, facts: Facts, by: str) -> Graded:
    """Raises Invalid for a class that the taxonomy lacks and a mark that no rule asks for."""
    grader = await tables.grader(session)
    grader.require_known(facts.grading.category)
    if unknown := facts.grading.marks - grader.marks.keys():
        raise Invalid(f"没有“{'、'.join(sorted(unknown))}”这种标记")
    before = await one(session, node, name)
    if (before.facts.grading, before.facts.filing) == (facts.grading, facts.filing):
        return before
    await told.tell(session, name, facts, by)
    after = await one(session, node, name)
    details = {"level_before": before.level, "level": after.level, "category": facts.grading.category}
    await _record(session, acts.FACTS_TOLD, after, by, details)
    return after


async def decide(session: AsyncSession, node: Node, name: str, wanted: decisions.Grade, by: str) -> Graded:
    """A column's grade, class and lock, by a person; it holds at once."""
    (await tables.grader(session)).require_known(wanted.category)
    await decisions.decide(session, node, name, wanted, by)
    return await one(session, node, name)


async def confirm_rest(session: AsyncSession, node: Node, name: str, reason: str, by: str) -> Graded:
    """What is proposed for every column that nobody decided; never below the grade that holds."""
    graded = await one(session, node, name)
    for each in graded.columns:
        if each.decided is None:
            proposed = each.proposed
            grade = decisions.Grade(
                column=each.column.name,
                level=max(proposed.level, each.column.level),
                personal=proposed.personal or each.column.personal,
                reason=reason,
                category=proposed.category,
            )
            await decisions.decide(session, node, name, grade, by)
    await _record(session, acts.CONFIRMED, graded, by, {"columns": graded.unconfirmed, "reason": reason})
    return await one(session, node, name)


async def record_export(session: AsyncSession, data_sets: Sequence[str], by: str) -> None:
    details = {"data_sets": list(data_sets)}
    recorded = Recorded(act=acts.EXPORTED, title="分类分级清单", actor=by, details=details)
    await announce(session, recorded)


async def _record(session: AsyncSession, act: Act, graded: Graded, by: str, details: dict[str, Any]) -> None:
    data_set = graded.data_set
    target = f"{data_set.tier}/{data_set.name}"
    await announce(session, Recorded(act=act, target=target, title=data_set.title, actor=by, details=details))


async def _known(session: AsyncSession, node: Node) -> _Known:
    found = await decisions.findings(session)
    decided = {
        name: {
            column: Decided(
                level=each.level,
                personal=each.personal,
                category=each.category,
                by=each.by,
                at=each.at,
                reason=each.reason,
                locked=each.locked,
                outdated=decisions.is_changed(each, found.get(name, {}).get(column)),
            )
            for column, each in columns.items()
        }
        for name, columns in (await decisions.decisions(session)).items()
    }
    entries = await catalogue.entries(session, node, None)
    learnt = [
        Lesson(
            data_set=entry.data_set.full_name,
            column=column.name,
            title=column.title,
            kind=_kind(column, found.get(entry.data_set.full_name, {}).get(column.name)),
            level=decision.level,
            personal=decision.personal,
            category=decision.category,
        )
        for entry in entries
        for column in entry.data_set.columns
        if (decision := decided.get(entry.data_set.full_name, {}).get(column.name)) is not None
    ]
    return _Known(
        await tables.grader(session), by_likeness(learnt), decided, found, await told.newest(session)
    )


def _kind(column: Column, finding: ColumnFinding | None) -> str | None:
    return finding.kind if finding else column.kind


def _graded(entry: Entry, known: _Known) -> Graded:
    name = entry.data_set.full_name
    facts = known.facts.get(name, Facts())
    columns = tuple(_column(name, column, facts, known) for column in entry.data_set.columns)
    to_grade = [
        ColumnToGrade(
            name=each.column.name,
            title=each.column.title,
            kind=_kind(each.column, each.finding),
            category=each.category,
            level=each.column.level,
            decided=each.decided is not None,
        )
        for each in columns
    ]
    return Graded(
        data_set=entry.data_set,
        version=entry.version,
        facts=facts,
        path=known.grader.path(facts.grading.category),
        columns=columns,
        assessment=known.grader.assess(to_grade, facts.grading),
    )


def _column(data_set: str, column: Column, facts: Facts, known: _Known) -> GradedColumn:
    finding = known.found.get(data_set, {}).get(column.name)
    decision = known.decided.get(data_set, {}).get(column.name)
    kind = _kind(column, finding)
    lesson = taught(known.lessons, data_set, column.name, column.title, kind)
    proposed = _proposed(column, finding, lesson, known.grader)
    own = decision.category if decision else proposed.category
    category = own or known.grader.category_of(kind) or facts.grading.category
    return GradedColumn(
        column=column,
        category=category,
        path=known.grader.path(category),
        harms=tuple(known.grader.harms_of(kind)),
        finding=finding,
        taught=lesson,
        proposed=proposed,
        decided=decision,
    )


def _proven(finding: ColumnFinding | None) -> int:
    """The level that check digits prove; 0 where none do."""
    return finding.level if finding and finding.proven else 0


def _proposed(
    column: Column, finding: ColumnFinding | None, lesson: Taught | None, grader: Grader
) -> Proposed:
    """People's decisions on columns like it, but never below what check digits prove; else what was found,
    by the matrix in force; else as declared."""
    kind = _kind(column, finding)
    found = max(finding.level, grader.level_of(kind)) if finding else grader.level_of(kind)
    if lesson is not None:
        return Proposed(
            level=max(lesson.level, found if _proven(finding) else 1),
            personal=lesson.personal,
            category=lesson.category or grader.category_of(kind),
            origin="taught",
        )
    if finding is not None:
        personal = is_personal(finding.kind)
        category = grader.category_of(kind)
        return Proposed(level=found, personal=personal, category=category, origin=finding.layer)
    level = max(column.level, found)
    category = grader.category_of(kind)
    return Proposed(level=level, personal=column.personal, category=category, origin="declared")
