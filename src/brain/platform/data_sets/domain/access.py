"""Leave to see columns as they are: asked for a purpose and until a day, given by a reviewer."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from brain.kit.datasets import Column, DataSet
from brain.kit.errors import FieldError, Invalid

LONGEST: Final = timedelta(days=366)


class AccessState(StrEnum):
    WAITING = "waiting"  # for a reviewer
    GRANTED = "granted"  # ends by itself after its last day
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, kw_only=True)
class SeenGrade:
    """The grade of a column when it was asked for."""

    level: int
    personal: bool

    def covers(self, column: Column) -> bool:
        """What is graded higher since needs to be asked for again."""
        return column.level <= self.level and (self.personal or not column.personal)


@dataclass(frozen=True, kw_only=True)
class Access:
    """`until` is the last day."""

    id: int
    data_set: str
    columns: Mapping[str, SeenGrade]
    account_id: int
    username: str
    purpose: str
    until: date
    state: AccessState
    asked_at: datetime
    decided_by: str | None
    decided_at: datetime | None
    reason: str | None


def covered(data_set: DataSet, granted: Mapping[str, SeenGrade]) -> frozenset[str]:
    """The columns that are to be seen as they are."""
    return frozenset(
        column.name
        for column in data_set.columns
        if column.name in granted and granted[column.name].covers(column)
    )


def check(columns: frozenset[str], hidden: frozenset[str], until: date, day: date) -> None:
    """Raises Invalid for columns that are not hidden from the caller, and for a last day out of bounds."""
    wrong: list[FieldError] = []
    if open_ones := columns - hidden:
        message = f"{'、'.join(sorted(open_ones))} 不存在，或您已能看到"
        wrong.append({"loc": "/body/columns", "message": message})
    if not day <= until <= day + LONGEST:
        wrong.append({"loc": "/body/until", "message": f"应从今天起，至多 {LONGEST.days} 天"})
    if wrong:
        raise Invalid("申请有误", wrong)
