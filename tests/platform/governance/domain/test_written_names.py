"""What may be decided on a written name."""

import pytest

from brain.kit.clock import now
from brain.kit.errors import Conflict, Invalid
from brain.platform.governance.domain.written_names import Decision, DecisionKind, NameState, ReviewedName

CODE, OTHER = "91370600613418880Y", "91370500164880245T"


def name(state: NameState, credit_code: str | None = None) -> ReviewedName:
    return ReviewedName(
        id=1,
        name_key="玲珑轮胎",
        written="玲珑轮胎",
        region=None,
        state=state,
        best=None,
        credit_code=credit_code,
        first_seen_at=now(),
    )


@pytest.mark.parametrize(
    "decision",
    [
        Decision(kind=DecisionKind.SAME),
        Decision(kind=DecisionKind.UNKNOWN, credit_code=CODE),
        Decision(kind=DecisionKind.DEFERRED),
    ],
)
def test_a_decision_must_be_whole(decision: Decision) -> None:
    with pytest.raises(Invalid):
        name(NameState.OPEN).require(decision)


def test_what_is_decided_already_is_no_news_and_anything_else_has_to_wait_for_its_withdrawal() -> None:
    decided = name(NameState.SAME, CODE)

    assert not decided.require(Decision(kind=DecisionKind.SAME, credit_code=CODE))
    assert decided.require(Decision(kind=DecisionKind.TAKEN_BACK))
    for other in (Decision(kind=DecisionKind.SAME, credit_code=OTHER), Decision(kind=DecisionKind.UNKNOWN)):
        with pytest.raises(Conflict):
            decided.require(other)


def test_an_open_name_has_nothing_to_take_back() -> None:
    assert not name(NameState.OPEN).require(Decision(kind=DecisionKind.TAKEN_BACK))
    assert name(NameState.DEFERRED).require(Decision(kind=DecisionKind.SAME, credit_code=CODE))
