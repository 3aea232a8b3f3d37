"""The way of an application: which step may follow which, and who takes it.

A brain holds the application from its submission to the recommendation, the centre until its decision. What a
factory wants (to supplement, to withdraw) is asked of whoever holds it.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final, Literal

from brain.kit.errors import Conflict

Side = Literal["factory", "brain", "centre"]


class CaseState(StrEnum):
    SUBMITTED = "submitted"
    REVIEWING = "reviewing"
    SUPPLEMENTING = "supplementing"
    REVIEWED = "reviewed"
    CHECKING = "checking"
    CHECKED = "checked"
    RECOMMENDED = "recommended"
    RECOGNISED = "recognised"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    REVOKED = "revoked"


class CaseStep(StrEnum):
    SUBMIT = "submit"
    ACCEPT = "accept"
    ASK_SUPPLEMENT = "ask_supplement"
    SUPPLEMENT = "supplement"
    REVIEW = "review"
    ARRANGE_CHECK = "arrange_check"
    RECORD_CHECK = "record_check"
    RECOMMEND = "recommend"
    DECLINE = "decline"
    RETURN = "return"
    RECOGNISE = "recognise"
    REFUSE = "refuse"
    WITHDRAW = "withdraw"
    REVOKE = "revoke"


_AT_BRAIN: Final = (
    CaseState.SUBMITTED,
    CaseState.REVIEWING,
    CaseState.SUPPLEMENTING,
    CaseState.REVIEWED,
    CaseState.CHECKING,
    CaseState.CHECKED,
)
OPEN: Final = frozenset({*_AT_BRAIN, CaseState.RECOMMENDED})
LEGAL: Final[Mapping[tuple[CaseState, CaseStep], CaseState]] = {
    (CaseState.SUBMITTED, CaseStep.ACCEPT): CaseState.REVIEWING,
    (CaseState.SUBMITTED, CaseStep.ASK_SUPPLEMENT): CaseState.SUPPLEMENTING,
    (CaseState.REVIEWING, CaseStep.ASK_SUPPLEMENT): CaseState.SUPPLEMENTING,
    (CaseState.REVIEWED, CaseStep.ASK_SUPPLEMENT): CaseState.SUPPLEMENTING,
    (CaseState.SUPPLEMENTING, CaseStep.SUPPLEMENT): CaseState.REVIEWING,
    (CaseState.REVIEWING, CaseStep.REVIEW): CaseState.REVIEWED,
    (CaseState.REVIEWED, CaseStep.ARRANGE_CHECK): CaseState.CHECKING,
    (CaseState.CHECKING, CaseStep.ARRANGE_CHECK): CaseState.CHECKING,
    (CaseState.CHECKING, CaseStep.RECORD_CHECK): CaseState.CHECKED,
    (CaseState.CHECKED, CaseStep.ASK_SUPPLEMENT): CaseState.SUPPLEMENTING,
    (CaseState.CHECKED, CaseStep.RECOMMEND): CaseState.RECOMMENDED,
    **{(state, CaseStep.DECLINE): CaseState.REFUSED for state in _AT_BRAIN},
    **{(state, CaseStep.WITHDRAW): CaseState.WITHDRAWN for state in (*_AT_BRAIN, CaseState.RECOMMENDED)},
    (CaseState.RECOMMENDED, CaseStep.RETURN): CaseState.REVIEWING,
    (CaseState.RECOMMENDED, CaseStep.RECOGNISE): CaseState.RECOGNISED,
    (CaseState.RECOMMENDED, CaseStep.REFUSE): CaseState.REFUSED,
    (CaseState.RECOGNISED, CaseStep.REVOKE): CaseState.REVOKED,
}
BY: Final[Mapping[CaseStep, Side]] = {
    CaseStep.SUBMIT: "factory",
    CaseStep.SUPPLEMENT: "factory",
    CaseStep.WITHDRAW: "factory",
    CaseStep.ACCEPT: "brain",
    CaseStep.ASK_SUPPLEMENT: "brain",
    CaseStep.REVIEW: "brain",
    CaseStep.ARRANGE_CHECK: "brain",
    CaseStep.RECORD_CHECK: "brain",
    CaseStep.RECOMMEND: "brain",
    CaseStep.DECLINE: "brain",
    CaseStep.RETURN: "centre",
    CaseStep.RECOGNISE: "centre",
    CaseStep.REFUSE: "centre",
    CaseStep.REVOKE: "centre",
}


def after(state: CaseState, step: CaseStep) -> CaseState:
    """Raises Conflict where this step cannot be taken now."""
    if (state, step) not in LEGAL:
        raise Conflict("申请已不在这一步，请刷新后再看")
    return LEGAL[state, step]


def possible(state: CaseState, side: Side) -> list[CaseStep]:
    return [step for at, step in LEGAL if at is state and BY[step] == side]
