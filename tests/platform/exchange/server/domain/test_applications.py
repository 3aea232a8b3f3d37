"""The application's state machine."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brain.kit.errors import Invalid
from brain.platform.exchange.protocol import ApplicationState
from brain.platform.exchange.server.domain.applications import (
    STEPS,
    Standing,
    WrongState,
    client_state,
    extended,
)

S = ApplicationState
sides = st.sampled_from(["brain", "centre"])
steps = st.lists(st.sampled_from([*STEPS]), max_size=30)


def test_the_way_from_draft_to_active() -> None:
    state = S.DRAFT

    seen = []
    for name in ("submissions", "approve", "test-requests", "pass", "promote"):
        state = Standing(state=state).take(name, STEPS[name].side, "")
        seen.append(state)

    assert seen == [S.SUBMITTED, S.APPROVED_FOR_TEST, S.TESTING, S.TEST_PASSED, S.ACTIVE]


@given(steps)
def test_nobody_becomes_active_without_having_passed_the_joint_test(names: list[str]) -> None:
    state, passed = S.DRAFT, False

    for name in names:
        standing = Standing(state=state, renewal_pending=True)
        if name in standing.steps(STEPS[name].side):
            state = standing.take(name, STEPS[name].side, "理由")
        elif name == "pass" and state is S.TESTING:
            state, passed = S.TEST_PASSED, True

    assert passed or state not in {S.ACTIVE, S.SUSPENDED, S.EXPIRED}


@given(st.sampled_from(list(S)), st.sampled_from([*STEPS]), sides)
def test_a_step_offered_can_be_taken_and_no_other(state: S, name: str, side: str) -> None:
    standing = Standing(state=state, renewal_pending=True)

    offered = name in standing.steps(side)  # type: ignore[arg-type]

    if offered:
        assert isinstance(standing.take(name, side, "理由"), S)  # type: ignore[arg-type]
    elif name not in {"pass", "fail", "expire"}:
        with pytest.raises(WrongState):
            standing.take(name, side, "理由")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("state", "step"),
    [
        (S.SUBMITTED, "return"),
        (S.SUBMITTED, "refuse"),
        (S.TESTING, "fail"),
        (S.ACTIVE, "suspend"),
        (S.ACTIVE, "revoke"),
        (S.TEST_FAILED, "test-requests"),
    ],
)
def test_a_step_that_needs_a_reason_is_refused_without_one(state: S, step: str) -> None:
    with pytest.raises(Invalid) as refused:
        Standing(state=state).take(step, STEPS[step].side, "  ")

    assert refused.value.details["fields"] == [{"loc": "/reason", "message": "必填项不可为空"}]


def test_a_first_test_needs_no_reason_but_one_after_rectification_does() -> None:
    assert Standing(state=S.APPROVED_FOR_TEST).take("test-requests", "brain", "") is S.TESTING
    with pytest.raises(Invalid):
        Standing(state=S.TEST_FAILED).take("test-requests", "brain", "")


def test_the_brain_cannot_take_the_centres_steps() -> None:
    with pytest.raises(WrongState):
        Standing(state=S.SUBMITTED).take("approve", "brain", "理由")


def test_a_renewal_is_granted_only_when_it_was_asked_for() -> None:
    assert "extend" not in Standing(state=S.ACTIVE).steps("centre")
    assert "extend" in Standing(state=S.ACTIVE, renewal_pending=True).steps("centre")
    assert Standing(state=S.EXPIRED, renewal_pending=True).take("extend", "centre", "") is S.ACTIVE


def test_a_renewal_counts_from_the_old_end_or_from_today() -> None:
    assert extended(date(2026, 12, 31), date(2026, 12, 1)) == date(2027, 12, 31)
    assert extended(date(2026, 11, 1), date(2026, 12, 1)) == date(2027, 12, 1)
    assert extended(None, date(2026, 12, 1)) == date(2027, 12, 1)


def test_credentials_may_be_collected_once_in_each_environment() -> None:
    assert Standing(state=S.SUBMITTED).collectable() == []
    assert Standing(state=S.TESTING).collectable() == ["sandbox"]
    assert Standing(state=S.ACTIVE, sandbox_collected=True).collectable() == ["production"]
    assert Standing(state=S.ACTIVE, sandbox_collected=True, production_collected=True).collectable() == []
    assert Standing(state=S.SUSPENDED).collectable() == []


def test_closed_applications_close_their_clients() -> None:
    assert {state.value for state in S if client_state(state) != "open"} == {
        "suspended",
        "revoked",
        "expired",
    }
