"""Cells suspected to be wrong without any rule: what was looked at and found, what people made of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

MOST_CELLS: Final = 1_000_000  # that are looked at on demand
MOST_CELLS_UNASKED: Final = 200_000  # of a version that is looked at because it was built
MOST_COLUMNS: Final = 60
LEAST_ROWS: Final = 50
MOST_KEPT: Final = 2_000  # findings of one look, the surest
REPAIRS: Final = 1 << 41  # deliveries from this number on repair published rows: they come after corrections


class DetectionState(StrEnum):
    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    STOPPED = "stopped"
    FAILED = "failed"


class SuspicionState(StrEnum):
    OPEN = "open"
    REPAIRED = "repaired"  # the next version has the proposed value
    DISMISSED = "dismissed"  # it is right; not found again
    ASKED = "asked"  # the source is to say


@dataclass(frozen=True, kw_only=True)
class Detection:
    """A look at a version: `rows_looked` of `rows`, evenly taken, in so many `columns`; `progress` of 100.

    `found` counts all findings, of which the surest are kept.
    """

    id: int
    data_set: str
    version: int
    state: DetectionState
    asked_by: str | None
    asked_at: datetime
    finished_at: datetime | None
    rows: int
    rows_looked: int
    columns: int
    progress: int
    found: int
    stop_wanted: bool
    problem: str | None

    @property
    def is_under_way(self) -> bool:
        return self.state in {DetectionState.QUEUED, DetectionState.RUNNING}


@dataclass(frozen=True, kw_only=True)
class Reason:
    kind: str
    text: str
    confidence: float
    beside: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Suspicion:
    """A cell of a row (`values` as text, by column) of a version, with a value proposed instead or none."""

    id: int
    data_set: str
    version: int
    column: str
    value: str | None
    repair: str | None
    kind: str
    confidence: float
    reasons: tuple[Reason, ...]
    values: Mapping[str, str | None]
    state: SuspicionState
    found_at: datetime
    decided_by: str | None
    decided_at: datetime | None
    reason: str | None

    def told_without(self, hidden: Mapping[str, Any]) -> "list[Reason]":
        """The reasons that rest on no hidden column."""
        return [each for each in self.reasons if not hidden.keys() & {self.column, *each.beside}]


def rows_to_look_at(rows: int, columns: int, most_cells: int) -> tuple[int, int]:
    """How many rows are looked at, and every which one it is."""
    step = max(1, -(-rows * columns // most_cells))
    return -(-rows // step), step
