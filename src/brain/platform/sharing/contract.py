"""What other rooms know of sharing: who gets what of a data set, and in which form."""

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from brain.kit.errors import Refusal
from brain.platform.governance.contract.grading import MeansName


class RecipientKind(StrEnum):
    OPEN = "open"  # anybody
    PARTNER = "partner"
    EXCHANGE = "exchange"  # the province, by annex 3
    DOWNLOAD = "download"  # a file for somebody outside


class Manner(StrEnum):
    ROWS = "rows"  # each column protected by its grade
    GROUPS = "groups"  # k-anonymous
    COUNTS = "counts"  # differentially private answers


class SharingState(StrEnum):
    WAITING = "waiting"  # for approval
    ALLOWED = "allowed"
    REFUSED = "refused"
    ENDED = "ended"  # withdrawn, with effect at once


class NotShared(Refusal):
    """What is not, no longer or not in this form allowed to leave."""

    status, code = 409, "not_shared"


@dataclass(frozen=True, kw_only=True)
class SharedColumn:
    """`means` None: what the grade asks for, whatever it will be."""

    name: str
    means: MeansName | None = None


@dataclass(frozen=True, kw_only=True)
class RowFilter:
    """Rows whose column has one of these values."""

    column: str
    values: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Summed:
    """A column whose sum may be asked, cut to bounds that were set without looking at the data."""

    column: str
    low: int
    high: int


@dataclass(frozen=True, kw_only=True)
class Counted:
    """A column by which rows may be counted, in categories set without looking at the data."""

    column: str
    categories: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Profile:
    """A way of sharing a data set. `k`, `sensitive` (with at least `kinds` values a group) for groups;
    `epsilon` in all, `counted` and `summed` for counts."""

    data_set: str
    recipient: str
    kind: RecipientKind
    purpose: str
    until: date
    manner: Manner = Manner.ROWS
    columns: tuple[SharedColumn, ...] = ()
    filters: tuple[RowFilter, ...] = ()
    k: int = 5
    sensitive: str | None = None
    kinds: int = 2
    epsilon: Decimal = Decimal(0)
    counted: tuple[Counted, ...] = ()
    summed: tuple[Summed, ...] = ()


@dataclass(frozen=True, kw_only=True)
class SinglingOut:
    """Columns that together single out `share` of the rows, while no part of them does."""

    columns: tuple[str, ...]
    share: float


@dataclass(frozen=True, kw_only=True)
class Checked:
    """The association check on a real version, of what the recipient would see.

    `k`: rows of the rarest combination; `unique`: share of rows that nobody shares. `level`: of what is
    given; `raised`: with what its combinations tell. `problems` forbid it.
    """

    version: int
    rows: int
    k: int
    unique: float
    singling: tuple[SinglingOut, ...]
    level: int
    raised: int
    approvals: int
    means: dict[str, MeansName]
    problems: tuple[str, ...] = ()

    @property
    def is_risky(self) -> bool:
        """Whether a reviewer must accept that people may be told apart."""
        return self.raised > self.level


@dataclass(frozen=True, kw_only=True)
class Approval:
    by: str
    at: datetime
    note: str


@dataclass(frozen=True, kw_only=True)
class Sharing:
    id: int
    profile: Profile
    state: SharingState
    checked: Checked
    proposed_by: str
    proposed_at: datetime
    approvals: tuple[Approval, ...] = ()
    spent: Decimal = Decimal(0)
    has_token: bool = False
    ended_by: str | None = None
    ended_at: datetime | None = None
    reason: str | None = None


@dataclass(frozen=True, kw_only=True)
class Receipt:
    """`rows` that a recipient took in of a version that had `given`; None where that is no longer known."""

    version: int
    rows: int
    given: int | None
    at: datetime


@dataclass(frozen=True, kw_only=True)
class Answered:
    """A differentially private answer; `left` of the budget."""

    values: dict[str, float] = field(default_factory=dict)
    epsilon: Decimal
    left: Decimal
    version: int
