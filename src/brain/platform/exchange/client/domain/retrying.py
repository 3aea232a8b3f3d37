"""What an answer of the centre, or its absence, means for a part that was sent."""

from datetime import datetime, timedelta
from enum import StrEnum
from random import Random

from brain.platform.exchange.client.domain.outcome import Outcome

FIRST_WAIT = timedelta(seconds=1)
LONGEST_WAIT = timedelta(minutes=5)
PATIENCE = timedelta(hours=48)
"""A part that could not be delivered for this long becomes a dead letter and a person decides."""


class Verdict(StrEnum):
    ACCEPTED = "accepted"
    RETRY = "retry"
    WAIT = "wait"  # suspended, expired, credentials void: people are at it
    DEAD = "dead"


def judge(outcome: Outcome) -> Verdict:
    """Network errors, 105, 429 and 5xx pass with time; all else, 102 and 103 above all, needs a person."""
    if outcome.accepted:
        return Verdict.ACCEPTED
    if outcome.status is None or outcome.code in {None, "105"}:
        return Verdict.RETRY
    if outcome.status == 429 or outcome.status >= 500:
        return Verdict.RETRY
    return Verdict.WAIT if outcome.shut_out else Verdict.DEAD


def wait_before(attempts: int, outcome: Outcome, chance: Random) -> timedelta:
    """Exponential back-off with full jitter after the given number of attempts, on top of Retry-After."""
    ceiling = min(LONGEST_WAIT, FIRST_WAIT * 2.0 ** min(attempts - 1, 20))
    jitter: timedelta = ceiling * chance.random()
    return timedelta(seconds=outcome.retry_after or 0) + jitter


def is_hopeless(queued_at: datetime, at: datetime) -> bool:
    return at - queued_at >= PATIENCE
