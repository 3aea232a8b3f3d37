"""How data sets are graded, in the words that rooms and governance share."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

ProcessingState = Literal["raw", "masked", "labelled", "statistical", "fused"]
DerivedCase = Literal["default", "large_group", "less_identified"]
GradeWhy = Literal["person", "declared", "kind", "element", "association", "derived"]
Measured = Literal["records", "people", "coverage", "precision_metres", "years"]
MeansName = Literal["plain", "mask", "truncate", "format", "pseudonym", "generalise", "withhold"]


@dataclass(frozen=True, kw_only=True)
class GradingFacts:
    """What people tell of a data set for its grade: class, elements (GB/T 43697-2024, 6.3), processing."""

    category: str | None = None
    processing: ProcessingState = "raw"
    case: DerivedCase = "default"
    measures: dict[Measured, float] = field(default_factory=dict)
    marks: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True)
class ColumnToGrade:
    """`level`: as declared, or as a person `decided`. 1–4 general, 5 important, 6 core."""

    name: str
    title: str
    kind: str | None
    category: str | None
    level: int
    decided: bool


@dataclass(frozen=True, kw_only=True)
class GradeReason:
    why: GradeWhy
    rule: str
    level: int
    columns: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class GradeAssessment:
    """就高从严: the strictest of all reasons, which come strictest first."""

    level: int
    reasons: tuple[GradeReason, ...]
    rules_version: str


@dataclass(frozen=True, kw_only=True)
class Harmed:
    """Whom a leak would harm and how badly, in the words of the standard."""

    subject: str
    harm: str


@dataclass(frozen=True, kw_only=True)
class FiledScale:
    """What is compared of an entry of the important-data catalogue. `size` in bytes."""

    data_set: str
    category: str
    level: int
    records: int
    size: int


@dataclass(frozen=True, kw_only=True)
class FilingChange:
    """What to file by `due`; `share`: the change of scale relative to what was filed."""

    data_set: str
    what: Literal["added", "removed", "scale", "level", "category", "content"]
    share: float | None
    due: date
