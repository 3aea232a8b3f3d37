"""What other rooms get from governance: whom a written name may mean, what a column holds, and why."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Final, Literal

from brain.kit.events import Event


class Part(StrEnum):
    """The parts of an enterprise's name."""

    REGION = "region"
    TRADE_NAME = "trade_name"
    BUSINESS = "business"
    FORM = "form"
    BRANCH = "branch"


class Verdict(StrEnum):
    """How a written part stands to the registered one."""

    SAME = "same"
    SIMILAR = "similar"
    LEFT_OUT = "left_out"
    ADDED = "added"
    DIFFERENT = "different"


@dataclass(frozen=True, kw_only=True)
class PartAgreement:
    part: Part
    written: str
    registered: str
    verdict: Verdict


@dataclass(frozen=True, kw_only=True)
class NameCandidate:
    """An enterprise that may be meant. `matched_name` differs from `name` when a former name matched.

    `score` is 1 for the registered name itself (as written or normalised) and for a former name of it.
    """

    credit_code: str
    name: str
    matched_name: str
    score: float
    parts: tuple[PartAgreement, ...]


How = Literal["exact", "normalised", "former", "decided", "fuzzy"]


@dataclass(frozen=True, kw_only=True)
class NameMatch:
    """Candidates, best first. `ambiguous`: the runner-up is too near to take the first unasked.

    `decided`: a person has said whom the name means; without a candidate, that it means none known.
    """

    how: How | None
    candidates: tuple[NameCandidate, ...]
    ambiguous: bool

    @property
    def certain(self) -> NameCandidate | None:
        """The one enterprise of that name. A near name is a proposal for a person, never taken unasked:
        of names that no enterprise bears, 4 in 100 are as near to another's as a misspelling is."""
        if self.how in {None, "fuzzy"} or self.ambiguous or not self.candidates:
            return None
        return self.candidates[0]


@dataclass(frozen=True, kw_only=True)
class SeenName:
    """A name as `rows` of a delivery write it; the address where one is told beside it."""

    written: str
    rows: int
    address: str | None = None


@dataclass(frozen=True, kw_only=True)
class NamesDecided(Event):
    """People said of written names whom they mean, or took it back: what is linked by them is stale."""


IdentifierKind = Literal[
    "resident_id",
    "credit_code",
    "bank_card",
    "mobile",
    "email",
    "plate",
    "passport",
    "landline",
    "ip_address",
    "mac_address",
    "coordinates",
    "organisation",
    "address",
    "person_name",
    "foreign_phone",
    "finance",
    "output",
    "energy",
    "process_parameter",
    "recipe",
    "equipment_code",
]


@dataclass(frozen=True, kw_only=True)
class ColumnFinding:
    """`matched` of `values` are of this kind; `masked` ones are hidden in part by asterisks.

    `level` is proposed (general data 1–4, GB/T 43697-2024 annex H); `by_header`: the header names the kind;
    `proven`: check digits hold. `layer` found it. `examples` are matching values, mostly hidden.
    """

    kind: IdentifierKind
    level: int
    values: int
    matched: int
    masked: int
    by_header: bool
    proven: bool
    layer: Literal["rules", "model"] = "rules"
    examples: tuple[str, ...] = ()

    @property
    def share(self) -> float:
        return (self.matched + self.masked) / self.values


@dataclass(frozen=True, kw_only=True)
class BrokenRule:
    """A rule of quality that a data set does not keep: `violations` of its `rows`.

    It `stops` the version from being published, or `holds` back the rows that break it.
    """

    name: str
    message: str
    stops: bool
    violations: int
    rows: int
    holds: bool = False


@dataclass(frozen=True, kw_only=True)
class ReadRule:
    """A rule as it was read: its definition without what goes without saying, in words, and the columns of
    its own data set that it speaks of. Only a rule `of_rows` is broken by rows that can be shown."""

    name: str
    kind: str
    dimension: str
    severity: str
    message: str
    of_rows: bool
    columns: tuple[str, ...]
    definition: dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class ProposedRule:
    """`definition` as it may be declared; `support` is the number of rows that speak for it."""

    definition: dict[str, Any]
    message: str
    support: int
    reason: str


@dataclass(frozen=True, kw_only=True)
class QualityReport:
    """Scores from 0 to 100, in all and by dimension; `stopped`: what is so bad is not published."""

    stopped: bool
    score: float
    scores: dict[str, float]
    rules: int
    broken: list[BrokenRule]


@dataclass(frozen=True, kw_only=True)
class SuspicionReason:
    """`kind` as in docs/algorithms/data_quality.md; `text` has values of the cell's row in the columns
    `beside` and of its own column."""

    kind: str
    text: str
    confidence: float
    beside: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class SuspectedCell:
    """A cell that is probably wrong, the strongest reason first. `row` counts from 0; an empty `repair` says
    that the cell should be empty, None that nothing can be proposed."""

    row: int
    column: str
    value: str
    confidence: float
    repair: str | None
    reasons: tuple[SuspicionReason, ...]


HIDDEN: Final = "***"


@dataclass(frozen=True)
class Shown:
    """How values are shown: as they are, but for `head` and `tail` characters behind asterisks, not at all.

    Values shorter than `least` characters are hidden whole: their ends would give them away.
    """

    means: Literal["plain", "masked", "withheld"]
    head: int = 0
    tail: int = 0

    @property
    def least(self) -> int:
        return max(2, 2 * (self.head + self.tail))


CodingState = Literal["unsure", "all", "corrected"]


@dataclass(frozen=True, kw_only=True)
class IndustryCandidate:
    code: str
    share: float


@dataclass(frozen=True, kw_only=True)
class IndustryEvidence:
    """Words of the name or the business scope, and their part in what speaks for the first candidate."""

    text: str
    in_name: bool
    share: float


@dataclass(frozen=True, kw_only=True)
class IndustryCorrection:
    code: str
    by: str
    at: datetime
    note: str


@dataclass(frozen=True, kw_only=True)
class IndustryCoding:
    """What is proposed of an enterprise without an official industry code, and what a person decided.

    `code` is of the finest level that is sure enough (1 门类 … 4 小类; 0 and None: not even the section);
    `confidence` is the probability that it is right, of the section where there is none.
    """

    credit_code: str
    code: str | None
    level: int
    confidence: float
    candidates: tuple[IndustryCandidate, ...]
    evidence: tuple[IndustryEvidence, ...]
    correction: IndustryCorrection | None
