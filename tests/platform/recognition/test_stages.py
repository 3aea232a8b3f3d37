"""The way of an application, the terms and the signature of certificates."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from brain.kit.errors import Conflict, Invalid
from brain.kit.jws import public_text
from brain.platform.recognition.centre.domain.terms import DUE, status, valid_until
from brain.platform.recognition.protocol.certificates import read, signed
from brain.platform.recognition.protocol.stages import BY, LEGAL, OPEN, CaseState, CaseStep, after, possible


def reached(steps: list[CaseStep]) -> list[CaseState]:
    """States on the way; steps that are not legal change nothing."""
    states = [CaseState.SUBMITTED]
    for step in steps:
        try:
            states.append(after(states[-1], step))
        except Conflict:
            states.append(states[-1])
    return states


@given(st.lists(st.sampled_from(list(CaseStep)), max_size=30))
def test_nobody_is_recognised_without_review_check_and_recommendation(steps: list[CaseStep]) -> None:
    states = reached(steps)
    if CaseState.RECOGNISED in states:
        way = states[: states.index(CaseState.RECOGNISED)]
        needed = [CaseState.REVIEWED, CaseState.CHECKING, CaseState.CHECKED, CaseState.RECOMMENDED]
        positions = [way.index(state) for state in needed]
        assert positions == sorted(positions)


@given(st.lists(st.sampled_from(list(CaseStep)), max_size=30))
def test_what_is_closed_stays_closed_but_for_a_revocation(steps: list[CaseStep]) -> None:
    states = reached(steps)
    for before, then in pairwise(states):
        if before not in OPEN:
            assert then is before or (before, then) == (CaseState.RECOGNISED, CaseState.REVOKED)


def test_every_open_application_can_be_withdrawn_and_goes_on_somehow() -> None:
    for state in OPEN:
        assert after(state, CaseStep.WITHDRAW) is CaseState.WITHDRAWN
        assert any(possible(state, side) for side in ("brain", "centre"))
    assert set(BY) == set(CaseStep)
    assert {step for _, step in LEGAL} == set(CaseStep) - {CaseStep.SUBMIT}


@given(st.dates(date(2024, 1, 1), date(2080, 1, 1)), st.integers(-400, 400))
def test_a_recheck_in_time_loses_nothing_and_one_too_early_gains_nothing(issued: date, left: int) -> None:
    before = issued + timedelta(days=left)
    until = valid_until(issued, before)
    if 0 <= left <= DUE.days:
        assert until >= valid_until(issued, None)
        assert (until - before).days in {365, 366, 364}
    else:
        assert until == valid_until(issued, None)


def test_how_a_certificate_stands() -> None:
    day = date(2026, 11, 23)
    assert [status(day + timedelta(days=left), None, day) for left in (61, 60, 0, -1)] == [
        "valid",
        "due",
        "due",
        "expired",
    ]
    assert status(day, day, day) == "revoked"


@given(st.integers(0, 400), st.integers(1, 255))
def test_a_certificate_that_was_changed_anywhere_is_refused(at: int, by: int) -> None:
    key = Ed25519PrivateKey.generate()
    text = signed({"number": "CX-2026-00001", "factory": "示例轮胎一厂"}, key)
    assert read(text, public_text(key))["factory"] == "示例轮胎一厂"
    place = at % len(text)
    changed = text[:place] + chr((ord(text[place]) + by) % 128) + text[place + 1 :]
    if changed != text:
        with pytest.raises(Invalid):
            read(changed, public_text(key))


@pytest.mark.parametrize("text", ["", "a.b", "a.b.c", "é.é.é", "a" * 5000])
def test_what_is_no_certificate_is_refused(text: str) -> None:
    with pytest.raises(Invalid):
        read(text, public_text(Ed25519PrivateKey.generate()))
