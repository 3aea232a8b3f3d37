"""What a look for leaks found: how far a model could know the answers of the test beforehand."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["duplicates", "groups", "time", "giveaway"]


@dataclass(frozen=True, kw_only=True)
class Leak:
    """`rows` of `of` rows of validation and test are concerned. `column`: which gives the label away."""

    kind: Kind
    rows: int
    of: int
    message: str
    column: str | None = None


@dataclass(frozen=True)
class Counted:
    value: str
    count: int


@dataclass(frozen=True, kw_only=True)
class ColumnProfile:
    """`distinct` and the most common values (at most ten) of what is not missing; numbers have bounds."""

    name: str
    missing: float
    distinct: int
    least: float | None
    mean: float | None
    most: float | None
    common: list[Counted]


@dataclass(frozen=True, kw_only=True)
class Origin:
    """Rows of an input that a source delivered, and on which ground the source may be used."""

    data_set: str
    provider: str
    title: str
    as_of: str
    rows: int
    sample: bool
    basis: str | None = None
    basis_document: str | None = None


@dataclass(frozen=True, kw_only=True)
class Report:
    """All that is told of a release."""

    version: int
    rows: dict[str, int]
    labels: dict[str, dict[str, int]]
    columns: list[ColumnProfile]
    leaks: list[Leak]
    origins: list[Origin]
    score: float | None
    rules: int
    broken: list[str]
    files: dict[str, str]  # SM3 by name
