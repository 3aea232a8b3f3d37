"""How a version of a data set keeps to the standards (落标)."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from brain.kit.datasets import DataSet
from brain.platform.standards.contract import Problem


@dataclass(frozen=True, kw_only=True)
class Choice:
    """The data element that a person gave a column; None: it holds none."""

    column: str
    element: str | None
    reason: str
    by: str
    at: datetime


@dataclass(frozen=True, kw_only=True)
class ColumnConformance:
    """A column conforms when it has no problem."""

    column: str
    element: str | None
    problems: tuple[Problem, ...]


@dataclass(frozen=True, kw_only=True)
class Checked:
    """A version, checked against the code tables in force on `day`; `mark`: see `mark_of`."""

    version: int
    mark: str
    day: date
    columns: tuple[ColumnConformance, ...]
    checked_at: datetime

    @property
    def conforming(self) -> int:
        return sum(not each.problems for each in self.columns)

    @property
    def rate(self) -> float:
        """Conforming columns among all."""
        return self.conforming / len(self.columns) if self.columns else 1.0

    @property
    def wrong_values(self) -> int:
        return sum(problem.wrong.count for each in self.columns for problem in each.problems)


def assigned(data_set: DataSet, chosen: Mapping[str, str | None]) -> DataSet:
    """With the elements that people chose in place of those declared."""
    columns = tuple(
        replace(column, element=chosen[column.name]) if column.name in chosen else column
        for column in data_set.columns
    )
    return replace(data_set, columns=columns)


def mark_of(data_set: DataSet, version: int, standards: str) -> str:
    """Changes whenever a check could find something else."""
    columns = [(each.name, each.title, each.type.value, each.element) for each in data_set.own_columns]
    return hashlib.sha256(repr((version, columns, standards)).encode()).hexdigest()
