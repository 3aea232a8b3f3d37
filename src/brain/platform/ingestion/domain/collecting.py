"""Collections: what is fetched from a source by itself, how a run of one ended, what awaits a decision."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from brain.kit.errors import Conflict, Refusal
from brain.platform.ingestion.domain.drift import Drift, Shape
from brain.platform.ingestion.domain.mapping import Mapping
from brain.platform.ingestion.domain.schedules import Schedule

Cursor = dict[str, Any]
STREAMS = {"mqtt", "kafka"}  # kinds whose batches are cut by time, so that their size says nothing


class RunStatus(StrEnum):
    """`held`: a decision on a changed shape is awaited. `refused`: the source may not deliver now."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    HELD = "held"
    REFUSED = "refused"
    FAILED = "failed"


class Outcome(StrEnum):
    """What became of one thing fetched."""

    IMPORTED = "imported"
    UNCHANGED = "unchanged"
    HELD = "held"
    REJECTED = "rejected"
    UNREADABLE = "unreadable"


class Choice(StrEnum):
    """What a person decides of a changed shape."""

    ACCEPT = "accept"
    MAP = "map"
    REJECT = "reject"


class NotCollected(Refusal):
    """Nothing could be fetched; the message says why, in words for whoever set the collection up."""

    status, code = 422, "not_collected"


class NotAllowed(Refusal):
    """A folder or an address that whoever runs the machine has not opened to collections."""

    status, code = 422, "not_allowed"


class Busy(Conflict):
    code = "collection_busy"


@dataclass(frozen=True, kw_only=True)
class Told:
    """What a person says of a collection. `title` may hold {date} and {file}."""

    name: str
    settings: dict[str, Any]
    dataset: str
    mapping: Mapping
    title: str
    schedule: Schedule


@dataclass(frozen=True, kw_only=True)
class Collection:
    """`accepted` is the shape that came last and was imported; None before the first."""

    id: int
    source_id: int
    told: Told
    sealed_secret: bytes | None = field(repr=False)
    paused: bool
    accepted: Shape | None
    cursor: Cursor
    next_at: datetime | None
    created_by: str
    created_at: datetime

    @property
    def kind(self) -> str:
        return str(self.told.settings["kind"])

    @property
    def silence(self) -> timedelta | None:
        """Of a stream: how long without a message is too long; None where nobody said."""
        minutes = self.told.settings.get("silent_minutes")
        return None if minutes is None else timedelta(minutes=minutes)

    def title(self, file: str, day: date) -> str:
        return self.told.title.replace("{date}", day.isoformat()).replace("{file}", file)[:200]


@dataclass(frozen=True, kw_only=True)
class Run:
    """`rows` … `rejected` are those of the imports it started, as far as they have come."""

    id: int
    collection_id: int
    asked_by: str
    asked_at: datetime
    status: RunStatus
    ended_at: datetime | None
    found: int
    landed: int
    unchanged: int
    imports: int
    rows: int
    inserted: int
    changed: int
    rejected: int
    gone: int | None
    problem: str | None


@dataclass(frozen=True, kw_only=True)
class Collected:
    """One thing fetched. `gone`: rows of the one before that a full compare no longer finds."""

    id: int
    collection_id: int
    run_id: int
    name: str
    as_of: date
    digest: str | None
    shape: Shape | None
    drift: Drift | None
    outcome: Outcome
    import_id: int | None
    problem: str | None
    gone: int | None
    gone_keys: list[list[str | None]]
    cursor: Cursor
    at: datetime
