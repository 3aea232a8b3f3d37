"""What other rooms know of classification and grading."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Literal

from brain.kit.datasets import Column, DataSet
from brain.platform.data_sets.contract import Version
from brain.platform.governance.contract import ColumnFinding
from brain.platform.governance.contract.grading import GradeAssessment, GradingFacts, Harmed
from brain.platform.grading.domain.important import CatalogueState, Entry, FilingField
from brain.platform.grading.domain.lessons import Taught


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What people told of a data set: for its grade, and for filing it as important data."""

    grading: GradingFacts = field(default_factory=GradingFacts)
    filing: dict[FilingField, str] = field(default_factory=dict)
    by: str | None = None
    at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class Proposed:
    """What to decide about a column as it seems; `origin` says from what."""

    level: int
    personal: bool
    category: str | None
    origin: Literal["taught", "rules", "model", "declared"]


@dataclass(frozen=True, kw_only=True)
class Decided:
    """`outdated`: something worse was found than the decider saw."""

    level: int
    personal: bool
    category: str | None
    by: str
    at: datetime
    reason: str
    locked: bool
    outdated: bool


@dataclass(frozen=True, kw_only=True)
class GradedColumn:
    """`column` carries the grade that holds."""

    column: Column
    category: str | None
    path: str
    harms: tuple[Harmed, ...]
    finding: ColumnFinding | None
    taught: Taught | None
    proposed: Proposed
    decided: Decided | None


class BookState(StrEnum):
    UNCONFIRMED = "unconfirmed"  # columns that nobody decided
    CHANGED = "changed"
    CONFIRMED = "confirmed"


@dataclass(frozen=True, kw_only=True)
class Graded:
    """A data set with its grade: 就高从严 over columns, elements and associations, and why."""

    data_set: DataSet
    version: Version | None
    facts: Facts
    path: str
    columns: tuple[GradedColumn, ...]
    assessment: GradeAssessment

    @property
    def level(self) -> int:
        return self.assessment.level

    @property
    def unconfirmed(self) -> list[str]:
        return [each.column.name for each in self.columns if each.decided is None]

    @property
    def changed(self) -> list[str]:
        return [each.column.name for each in self.columns if each.decided and each.decided.outdated]

    @property
    def state(self) -> BookState:
        if self.changed:
            return BookState.CHANGED
        return BookState.UNCONFIRMED if self.unconfirmed else BookState.CONFIRMED


@dataclass(frozen=True, kw_only=True)
class ModelEndpoint:
    """An OpenAI-compatible interface, its URL up to and with the version (`…/v1`)."""

    url: str
    model: str
    key: str | None = field(default=None, repr=False)


class TablesState(StrEnum):
    WAITING = "waiting"  # for another person
    CONFIRMED = "confirmed"
    REFUSED = "refused"
    REPLACED = "replaced"  # by a later revision, before anybody decided


@dataclass(frozen=True, kw_only=True)
class Tables:
    """A revision of the matrix and the taxonomy, as CSV."""

    revision: int
    matrix: str
    taxonomy: str
    note: str
    state: TablesState
    proposed_by: str
    proposed_at: datetime
    decided_by: str | None
    decided_at: datetime | None
    reason: str | None


@dataclass(frozen=True, kw_only=True)
class ImportantCatalogue:
    """A version of the catalogue of important data; one sealed is what was filed."""

    number: int
    entries: list[Entry]
    digest: str
    state: CatalogueState
    produced_by: str
    produced_at: datetime
    decided_by: str | None
    decided_at: datetime | None
    reason: str | None
