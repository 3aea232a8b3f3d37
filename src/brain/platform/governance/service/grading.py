"""Grades as other rooms ask for them: assessed by the rules in force, words and protections by level."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Final, Self

from brain.kit.errors import Invalid
from brain.platform.governance.contract.grading import (
    ColumnToGrade,
    FiledScale,
    FilingChange,
    GradeAssessment,
    GradeReason,
    GradingFacts,
    Harmed,
    MeansName,
)
from brain.platform.governance.domain.grading import catalogue, tables
from brain.platform.governance.domain.grading.assessment import DataSet, GradedColumn, assess
from brain.platform.governance.domain.grading.levels import Level, Processing
from brain.platform.governance.domain.grading.rules import Rules, shipped

IMPORTANT: Final = int(Level.IMPORTANT)
CORE: Final = int(Level.CORE)
IDENTIFYING: Final = int(Level.GENERAL_3)  # of columns that together tell one person from others


def label(level: int) -> str:
    return Level(level).label


def share_means(level: int) -> MeansName:
    """What a level asks to be done to a column before it is given to others."""
    return shipped().protections[Level(level)].share.value


def approvals(level: int) -> int:
    """People who must agree before data of a level are given to others; never fewer than one."""
    return max(1, shipped().protections[Level(level)].approvals)


@dataclass(frozen=True)
class Grader:
    """The rules in force: those shipped, or with a matrix and a taxonomy that people brought."""

    rules: Rules = field(default_factory=shipped)

    @classmethod
    def with_tables(cls, version: str, matrix: str, taxonomy: str) -> Self:
        """Raises Invalid with every wrong place of the two tables (CSV)."""
        return cls(tables.with_tables(shipped(), version, matrix, taxonomy))

    @property
    def version(self) -> str:
        return self.rules.version

    @property
    def provisional(self) -> Sequence[str]:
        return sorted(self.rules.provisional)

    @property
    def matrix_csv(self) -> str:
        return tables.matrix_csv(self.rules)

    @property
    def taxonomy_csv(self) -> str:
        return tables.taxonomy_csv(self.rules)

    @property
    def categories(self) -> Mapping[str, str]:
        """Names by code."""
        return {code: each.name for code, each in self.rules.categories.items()}

    @property
    def marks(self) -> Mapping[str, str]:
        """What people can say of a data set (groups, areas), and the rule that asks for it."""
        return {each.mark: each.name for each in self.rules.elements if each.mark}

    def path(self, code: str | None) -> str:
        """分类路径: the names from the field down."""
        parts = code.split(".") if code else []
        codes = [".".join(parts[: depth + 1]) for depth in range(len(parts))]
        return " / ".join(self.categories.get(each, each) for each in codes)

    def require_known(self, category: str | None) -> None:
        if category is not None and category not in self.rules.categories:
            raise Invalid(f"分类表中没有“{category}”", [{"loc": "/body/category", "message": "不在分类表中"}])

    def category_of(self, kind: str | None) -> str | None:
        rule = self.rules.kinds.get(kind or "")
        return rule.category if rule else None

    def harms_of(self, kind: str | None) -> Sequence[Harmed]:
        rule = self.rules.kinds.get(kind or "")
        return [
            Harmed(subject=tables.SUBJECTS[subject], harm=tables.HARMS[harm])
            for subject, harm in (rule.harms if rule else ())
        ]

    def level_of(self, kind: str | None) -> int:
        rule = self.rules.kinds.get(kind or "")
        return int(self.rules.level(rule.harms)) if rule else int(Level.GENERAL_1)

    def assess(self, columns: Iterable[ColumnToGrade], facts: GradingFacts) -> GradeAssessment:
        data = DataSet(
            columns=[_column(each, facts.category) for each in columns],
            measures=facts.measures,
            marks=facts.marks,
            processing=Processing(facts.processing),
            case=facts.case,
        )
        found = assess(data, self.rules)
        return GradeAssessment(
            level=int(found.level),
            reasons=tuple(
                GradeReason(why=each.why, rule=each.rule, level=int(each.level), columns=each.columns)
                for each in found.reasons
            ),
            rules_version=found.rules_version,
        )

    def changes(
        self, filed: Sequence[FiledScale], held: Sequence[FiledScale], today: date
    ) -> list[FilingChange]:
        """What must be filed anew, held against what was filed."""
        found = catalogue.changes(_entries(filed), _entries(held), today, self.rules)
        return [
            FilingChange(data_set=each.dataset, what=each.what, share=each.share, due=each.due)
            for each in found
        ]

    def filing_due(self, seen: date) -> date:
        """The last day to file a change that was seen on a day."""
        return catalogue.months_later(seen, self.rules.months_to_report)


def _column(column: ColumnToGrade, category: str | None) -> GradedColumn:
    """A column that nobody classed, and that tells nothing by its kind, is of its data set's class."""
    level = Level(column.level)
    return GradedColumn(
        name=column.name,
        title=column.title,
        kind=column.kind,
        category=column.category or (None if column.kind else category),
        level=level if column.decided else None,
        declared=None if column.decided else level,
    )


def _entries(scales: Sequence[FiledScale]) -> list[catalogue.Entry]:
    told = [asdict(each) for each in scales]
    return [
        catalogue.Entry(dataset=each.pop("data_set"), level=Level(each.pop("level")), **each) for each in told
    ]
