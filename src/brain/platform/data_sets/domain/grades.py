"""The grade of a column: declared or decided by people, raised by what is found later (就高从严)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from brain.kit.datasets import Column, DataSet


@dataclass(frozen=True, kw_only=True)
class Decision:
    """The grade that a person gave a column, having seen findings of `seen_level` (0: none).

    `locked`: neither what is found later nor a new revision of the declaration changes it, only a person.
    """

    column: str
    level: int
    personal: bool
    seen_level: int
    reason: str
    by: str
    at: datetime
    category: str | None = None
    locked: bool = False


def graded(data_set: DataSet, decisions: Mapping[str, Decision], found: Mapping[str, int]) -> DataSet:
    """The data set with the grades that hold. `found`: levels of what its columns were found to hold.

    What a room declares in code holds until people decide otherwise.
    """
    columns = tuple(_graded(column, decisions.get(column.name), found) for column in data_set.columns)
    return data_set if columns == data_set.columns else replace(data_set, columns=columns)


def _graded(column: Column, decision: Decision | None, found: Mapping[str, int]) -> Column:
    if decision is None:
        return column
    level = decision.level
    if not decision.locked and is_open(decision, found.get(column.name, 0)):
        level = max(level, found[column.name])
    return replace(column, level=level, personal=decision.personal)


def is_open(decision: Decision | None, found: int) -> bool:
    """Whether something was found that whoever decided had not seen."""
    return decision is not None and found > max(decision.seen_level, decision.level)
