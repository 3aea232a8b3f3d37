"""Names that rows bear and no enterprise does: what may be decided on them, and what was."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from brain.kit.errors import Conflict, FieldError, Invalid
from brain.platform.governance.contract import How


class NameState(StrEnum):
    WAITING = "waiting"  # for candidates
    OPEN = "open"
    DEFERRED = "deferred"
    SAME = "same"
    UNKNOWN = "unknown"  # none of the enterprises known here

    @property
    def is_decided(self) -> bool:
        return self in {NameState.SAME, NameState.UNKNOWN}


class DecisionKind(StrEnum):
    SAME = "same"
    UNKNOWN = "unknown"
    DEFERRED = "deferred"
    TAKEN_BACK = "taken_back"

    @property
    def state(self) -> NameState:
        return NameState.OPEN if self is DecisionKind.TAKEN_BACK else NameState(self.value)


@dataclass(frozen=True, kw_only=True)
class Decision:
    """`score` is what the chosen enterprise was rated with, None where a person searched for it."""

    kind: DecisionKind
    credit_code: str | None = None
    score: float | None = None
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class PastDecision(Decision):
    by: str
    at: datetime


@dataclass(frozen=True, kw_only=True)
class Sighting:
    """Where a name was written so; `in_data_set`: a decision links those rows."""

    delivery: int
    dataset: str
    written: str
    rows: int
    address: str | None
    in_data_set: bool


@dataclass(frozen=True, kw_only=True)
class Best:
    """The first candidate when the name was last compared."""

    how: How
    score: float
    ambiguous: bool
    credit_code: str
    name: str


@dataclass(frozen=True, kw_only=True)
class ReviewedName:
    """`rows` and `datasets` of all deliveries that still count; `credit_code` where one is decided."""

    id: int
    name_key: str
    written: str
    region: str | None
    state: NameState
    best: Best | None
    credit_code: str | None
    first_seen_at: datetime
    rows: int = 0
    datasets: tuple[str, ...] = ()

    def require(self, decision: Decision) -> bool:
        """Whether it is news. `Conflict` where something else is decided: that has to be taken back first."""
        if decision.kind is DecisionKind.TAKEN_BACK:
            return self.state not in {NameState.OPEN, NameState.WAITING}
        if (decision.credit_code is None) is (decision.kind is DecisionKind.SAME):
            raise _wrong("/body/creditCode", "认定为某家企业时须给出其统一社会信用代码，其他情况不能给出")
        if decision.kind is DecisionKind.DEFERRED and not decision.note:
            raise _wrong("/body/note", "暂不决定须说明原因")
        if (self.state, self.credit_code) == (decision.kind.state, decision.credit_code):
            return decision.kind is DecisionKind.DEFERRED
        if self.state.is_decided:
            raise Conflict("这个名称已经有结论，请先撤回")
        return True


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """Which names: of a state, written in a data set, with words in the name, at least so near to another."""

    state: NameState | None = None
    dataset: str | None = None
    words: str | None = None
    least_score: float | None = None


def _wrong(loc: str, message: str) -> Invalid:
    where: FieldError = {"loc": loc, "message": message}
    return Invalid(message, fields=[where])
