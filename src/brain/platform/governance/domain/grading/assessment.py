"""From columns to the level of a data set: the strictest wins, and every step says why.

Important and core levels are proposals: the catalogue of important data is decided by people
(GB/T 43697-2024, annex G).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Final, Literal

from brain.platform.governance.domain.grading.levels import Level, Processing
from brain.platform.governance.domain.grading.rules import Association, ElementRule, Measure, Rules

Case = Literal["default", "large_group", "less_identified"]


@dataclass(frozen=True, kw_only=True)
class GradedColumn:
    """A column as found: its kind, or the category that a person gave it. `level` set by a person holds;
    `declared` is the least where nobody decided."""

    name: str
    title: str = ""
    kind: str | None = None
    category: str | None = None
    level: Level | None = None
    declared: Level | None = None


@dataclass(frozen=True, kw_only=True)
class DataSet:
    """What grading asks about a data set (6.3); measures that are not known are left out."""

    columns: Sequence[GradedColumn]
    measures: Mapping[Measure, float] = field(default_factory=dict)
    marks: frozenset[str] = frozenset()
    processing: Processing = Processing.RAW
    case: Case = "default"


@dataclass(frozen=True, kw_only=True)
class Reason:
    """Why a level: `rule` is the sentence of the rules, `columns` those it rests on."""

    why: Literal["person", "declared", "kind", "element", "association", "derived"]
    rule: str
    level: Level
    columns: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Assessment:
    """The proposed level, the level of each column, and all reasons, strictest first."""

    level: Level
    columns: Mapping[str, Level]
    reasons: tuple[Reason, ...]
    rules_version: str

    @property
    def needs_review(self) -> bool:
        return not self.level.is_general


UNGRADED: Final = Level.GENERAL_1


def assess(data: DataSet, rules: Rules) -> Assessment:
    """就高从严: the data set takes the strictest of its columns, elements and associations.

    Processing moves the columns that nobody set by hand; elements and associations are judged on what is
    left, so that a masked column no longer plays its part only when its kind is gone.
    """
    by_column = [_column_reason(column, data, rules) for column in data.columns]
    together = [*_elements(data, rules), *_associations(data.columns, rules)]
    reasons = sorted([*by_column, *together], key=lambda reason: -reason.level)
    return Assessment(
        level=max((reason.level for reason in reasons), default=UNGRADED),
        columns={reason.columns[0]: reason.level for reason in by_column},
        reasons=tuple(reasons),
        rules_version=rules.version,
    )


def _column_reason(column: GradedColumn, data: DataSet, rules: Rules) -> Reason:
    if column.level is not None:
        return Reason(why="person", rule="人工确定", level=column.level, columns=(column.name,))
    rule = rules.kinds.get(column.kind or "")
    base = rules.level(rule.harms) if rule else UNGRADED
    steps = rules.steps.get((data.processing, data.case), rules.steps.get((data.processing, "default"), 0))
    level = base.moved(steps) if rule else base
    if column.declared is not None and column.declared > level:
        return Reason(why="declared", rule="登记的级别", level=column.declared, columns=(column.name,))
    if level != base:
        text = f"{column.kind}：{base.label}，加工程度 {data.processing} 调整 {steps:+d} 级"
        return Reason(why="derived", rule=text, level=level, columns=(column.name,))
    return Reason(why="kind", rule=column.kind or "未识别", level=level, columns=(column.name,))


def category_of(column: GradedColumn, rules: Rules) -> str | None:
    """The one a person gave, else that of the kind."""
    rule = rules.kinds.get(column.kind or "")
    return column.category or (rule.category if rule else None)


def _elements(data: DataSet, rules: Rules) -> Iterable[Reason]:
    for element in rules.elements:
        touched = tuple(
            column.name for column in data.columns if _within(category_of(column, rules), element.categories)
        )
        if touched and _reached(element, data):
            level = rules.matrix[element.subject, element.harm]
            yield Reason(why="element", rule=element.name, level=level, columns=touched)


def _within(category: str | None, ancestors: Sequence[str]) -> bool:
    return category is not None and any(f"{category}.".startswith(f"{above}.") for above in ancestors)


def _reached(element: ElementRule, data: DataSet) -> bool:
    if element.measure is None:
        return element.mark in data.marks
    measured = data.measures.get(element.measure)
    if measured is None or measured < element.least:
        return False
    return element.most is None or measured <= element.most


def _associations(columns: Sequence[GradedColumn], rules: Rules) -> Iterable[Reason]:
    for association in rules.associations:
        players = _players(association, columns, rules)
        if players:
            yield Reason(why="association", rule=association.name, level=association.level, columns=players)


def _players(
    association: Association, columns: Sequence[GradedColumn], rules: Rules
) -> tuple[str, ...] | None:
    """A column for each role, no column in two; None where one is missing."""
    able = [
        [
            column.name
            for column in columns
            if rules.roles[role].is_played(column.kind, f"{column.name} {column.title}")
        ]
        for role in association.roles
    ]
    casts = (cast for cast in product(*able) if len(set(cast)) == len(cast))
    return next(casts, None)
