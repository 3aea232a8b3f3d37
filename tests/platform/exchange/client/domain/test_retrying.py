"""Which answers pass with time, and how long to wait."""

from datetime import UTC, datetime, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brain.platform.exchange.client.domain.outcome import Outcome
from brain.platform.exchange.client.domain.retrying import Verdict, is_hopeless, judge, wait_before


def outcome(
    status: int | None, code: str | None = None, retry_after: float | None = None, *, shut_out: bool = False
) -> Outcome:
    return Outcome(status=status, code=code, reason="", retry_after=retry_after, shut_out=shut_out)


@pytest.mark.parametrize(
    ("status", "code", "verdict"),
    [
        (200, "100", Verdict.ACCEPTED),
        (None, None, Verdict.RETRY),
        (504, "105", Verdict.RETRY),
        (429, "-1", Verdict.RETRY),
        (500, "-1", Verdict.RETRY),
        (502, None, Verdict.RETRY),
        (403, None, Verdict.RETRY),
        (401, "101", Verdict.DEAD),
        (401, "102", Verdict.DEAD),
        (400, "102", Verdict.DEAD),
        (422, "103", Verdict.DEAD),
        (403, "101", Verdict.DEAD),
        (413, "104", Verdict.DEAD),
        (404, "106", Verdict.DEAD),
        (200, "-1", Verdict.DEAD),
    ],
)
def test_the_verdict_on_an_answer(status: int | None, code: str | None, verdict: Verdict) -> None:
    assert judge(outcome(status, code)) is verdict


@pytest.mark.parametrize(
    ("status", "code", "verdict"),
    [
        (400, "101", Verdict.WAIT),
        (401, "101", Verdict.WAIT),
        (429, "-1", Verdict.RETRY),
        (None, None, Verdict.RETRY),
    ],
)
def test_a_part_does_not_die_because_the_client_is_shut_out(
    status: int | None, code: str | None, verdict: Verdict
) -> None:
    assert judge(outcome(status, code, shut_out=True)) is verdict


@given(attempt=st.integers(min_value=1, max_value=10_000), seed=st.integers())
def test_waits_are_jittered_over_the_whole_growing_interval_and_never_beyond_five_minutes(
    attempt: int, seed: int
) -> None:
    wait = wait_before(attempt, outcome(None), Random(seed))

    assert timedelta(0) <= wait <= min(timedelta(minutes=5), timedelta(seconds=2.0 ** min(attempt - 1, 20)))


def test_the_centre_is_not_asked_again_before_it_wants_to_be() -> None:
    assert wait_before(1, outcome(429, "-1", retry_after=30), Random(1)) >= timedelta(seconds=30)


def test_two_brains_do_not_wait_alike() -> None:
    assert wait_before(8, outcome(None), Random(1)) != wait_before(8, outcome(None), Random(2))


def test_a_part_is_given_up_after_two_days() -> None:
    queued = datetime(2025, 3, 1, tzinfo=UTC)

    assert not is_hopeless(queued, queued + timedelta(hours=47))
    assert is_hopeless(queued, queued + timedelta(hours=48))
