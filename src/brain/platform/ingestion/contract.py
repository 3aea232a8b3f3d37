"""What other rooms exchange with ingestion: where data come from, what is imported, how far it has come."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from brain.platform.ingestion.domain.layouts import LAYOUTS
from brain.platform.ingestion.domain.mapping import Mapping

DATASETS = tuple(LAYOUTS)  # what can be imported, by name


class Status(StrEnum):
    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, kw_only=True)
class Origin:
    """Who provided the data, what it is called and the day on which it was true."""

    provider: str
    title: str
    as_of: date
    sample: bool = False


@dataclass(frozen=True, kw_only=True)
class Plan:
    """Which landed file to import, as what and how."""

    dataset: str
    landing_digest: str
    mapping: Mapping
    origin: Origin


@dataclass(frozen=True, kw_only=True)
class Import:
    """`rows_total` is None where only reading the file tells; a failed import says why in `problem`."""

    id: int
    dataset: str
    landing_digest: str
    file_name: str
    mapping: Mapping
    origin: Origin
    status: Status
    rows_total: int | None
    rows_done: int
    inserted: int
    changed: int
    unchanged: int
    rejected: int
    warned: int
    problem: str | None
    created_by: str
    created_at: datetime
    finished_at: datetime | None
