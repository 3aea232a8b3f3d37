"""What other rooms exchange with ingestion: sources, what they deliver, how far an import has come.

Annex 3, 4 c: data come from lawful, registered sources. Guideline 二（二）2: sources are authenticated
(可信认证).
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Final

from brain.kit.errors import Refusal
from brain.platform.ingestion.domain.layouts import LAYOUTS
from brain.platform.ingestion.domain.mapping import Mapping

DATASETS = tuple(LAYOUTS)  # what can be imported, by name


class Status(StrEnum):
    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


class Category(StrEnum):
    """The three kinds of data that the guideline gathers."""

    PUBLIC = "public"
    ENTERPRISE = "enterprise"
    THIRD_PARTY = "third_party"


class Basis(StrEnum):
    """On which ground the data may be taken in and used."""

    LAW = "law"
    DISCLOSURE = "disclosure"
    LICENCE = "licence"
    CONTRACT = "contract"
    CONSENT = "consent"


class Frequency(StrEnum):
    """How often new data are due."""

    ONCE = "once"
    IRREGULAR = "irregular"
    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    YEARLY = "yearly"


class State(StrEnum):
    """Only a `certified` source delivers; `expired`: its authorisation or its certification has ended."""

    REGISTERED = "registered"
    CERTIFIED = "certified"
    EXPIRED = "expired"
    SUSPENDED = "suspended"


@dataclass(frozen=True, kw_only=True)
class Registration:
    """What is told of a source. `level`: highest expected grade, general data 1–4 (GB/T 43697 annex H).

    `contact` is a post or a department, not a person's private number. `sample`: made-up data.
    """

    name: str
    provider: str
    provider_code: str | None = None
    category: Category
    basis: Basis
    basis_document: str
    basis_until: date | None = None
    owner: str
    purpose: str
    region_code: str | None = None
    level: int
    frequency: Frequency
    contact: str
    sample: bool = False


@dataclass(frozen=True, kw_only=True)
class Certification:
    """Who vouches for a source, on what evidence, when it was verified and until when that holds."""

    voucher: str
    evidence: str
    verified_on: date
    valid_until: date


PERIODS: Final = {
    Frequency.DAILY: timedelta(days=1),
    Frequency.WEEKLY: timedelta(days=7),
    Frequency.MONTHLY: timedelta(days=31),
    Frequency.QUARTERLY: timedelta(days=92),
    Frequency.YEARLY: timedelta(days=366),
}


class SourceRefused(Refusal):
    """A source that may not deliver now."""

    status = 409
    code = "source_refused"


@dataclass(frozen=True, kw_only=True)
class Source:
    id: int
    registration: Registration
    certification: Certification | None
    suspended_for: str | None
    registered_by: str
    registered_at: datetime
    delivered_at: datetime | None

    def state(self, on: date) -> State:
        if self.suspended_for is not None:
            return State.SUSPENDED
        if self.certification is None:
            return State.REGISTERED
        ends = [self.certification.valid_until, self.registration.basis_until or date.max]
        return State.EXPIRED if on > min(ends) else State.CERTIFIED

    def must_deliver(self, on: date) -> None:
        """Raises SourceRefused, with what to do next."""
        name = self.registration.name
        match self.state(on):
            case State.REGISTERED:
                raise SourceRefused(f"数据源“{name}”还没有经过可信认证，请审批人员先认证")
            case State.EXPIRED:
                raise SourceRefused(f"数据源“{name}”的授权或可信认证已到期，请更新后重新认证")
            case State.SUSPENDED:
                raise SourceRefused(f"数据源“{name}”已停用：{self.suspended_for}")
            case State.CERTIFIED:
                pass

    def due_on(self) -> date | None:
        """The day by which new data should have come; None where no rhythm is promised."""
        period = PERIODS.get(self.registration.frequency)
        if period is None or self.certification is None:
            return None
        since = self.delivered_at.date() if self.delivered_at else self.certification.verified_on
        return since + period

    def is_late(self, on: date) -> bool:
        due = self.due_on()
        return due is not None and due < on


# What a certification was given for: when one of these changes it no longer holds.
CERTIFIED_FACTS: Final = (
    "name",
    "provider",
    "provider_code",
    "category",
    "basis",
    "basis_document",
    "basis_until",
)


def keeps_certification(before: Registration, after: Registration) -> bool:
    return all(getattr(before, fact) == getattr(after, fact) for fact in CERTIFIED_FACTS)


@dataclass(frozen=True, kw_only=True)
class CollectionSettings:
    """What whoever runs the machine opens to collections: folders of its disk, and hosts or networks that are
    not on the public internet."""

    folders: tuple[Path, ...] = ()
    hosts: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Origin:
    """Who provided the data, what it is called and the day on which it was true."""

    provider: str
    title: str
    as_of: date
    sample: bool = False


@dataclass(frozen=True, kw_only=True)
class Delivery:
    """What a registered source delivers: what it is called and the day on which it was true."""

    source_id: int
    title: str
    as_of: date


@dataclass(frozen=True, kw_only=True)
class Plan:
    """Which landed file to import, as what and how."""

    dataset: str
    landing_digest: str
    mapping: Mapping
    delivery: Delivery


@dataclass(frozen=True, kw_only=True)
class Import:
    """`rows_total` is None where only reading the file tells; a failed import says why in `problem`."""

    id: int
    dataset: str
    landing_digest: str
    file_name: str
    mapping: Mapping
    source_id: int
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
