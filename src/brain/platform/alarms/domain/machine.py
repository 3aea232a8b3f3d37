"""How an alarm comes and goes: a machine fed with values in the order in which they came.

Delays run by the time of arrival at the gateway, which a source's wrong clock does not touch; a rate is by
the source's own time. Looked at more often, it says the same at the same moments. Times in µs since 1970 UTC.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from brain.platform.alarms.domain.rules import Condition, Rule

SECOND: Final = 1_000_000
MINUTE: Final = 60 * SECOND
BACK: Final = 60 * SECOND  # a clock that was set back further than this starts the delays anew

Value = float | int | str | bool | None


class Change(StrEnum):
    RAISED = "raised"
    RETURNED = "returned"


@dataclass(frozen=True, slots=True)
class Course:
    """Where the machine stands. `met`: whether the condition holds by the last value; `since`: from when on
    it has held, or not held; `active`: whether the alarm is raised."""

    at: int
    heard: int
    met: bool = False
    since: int = 0
    active: bool = False
    value: Value = None
    value_at: int | None = None


@dataclass(frozen=True, slots=True)
class Happened:
    change: Change
    at: int
    value: Value
    value_at: int | None


def begun(at: int) -> Course:
    """Of a rule that begins to be watched; silence is counted from now on."""
    return Course(at=at, heard=at, since=at)


def passed(rule: Rule, course: Course, at: int) -> tuple[Course, list[Happened]]:
    """Time has passed until `at` without a value."""
    course = _on_time(course, at)
    happened: list[Happened] = []
    silence = (rule.seconds or 0) * SECOND
    if rule.condition is Condition.SILENT and not course.met and course.at - course.heard >= silence:
        course = replace(course, met=True, since=course.heard + silence)
    delay = (rule.off_delay if course.active else rule.on_delay) * SECOND
    if course.met is not course.active and course.at - course.since >= delay:
        course = replace(course, active=course.met)
        change = Change.RAISED if course.active else Change.RETURNED
        happened.append(Happened(change, course.since + delay, course.value, course.value_at))
    return course, happened


def heard(rule: Rule, course: Course, at: int, value: Value, value_at: int) -> tuple[Course, list[Happened]]:
    """A good value came at `at`. One that is bad is not given to the machine: what held goes on holding."""
    course, before = passed(rule, course, at)
    met = _met(rule, course, value, value_at)
    since = course.at if met is not course.met else course.since
    course = replace(course, heard=course.at, met=met, since=since, value=value, value_at=value_at)
    course, after = passed(rule, course, at)
    return course, before + after


def reviewed(rule: Rule, course: Course, at: int) -> tuple[Course, list[Happened]]:
    """The rule says something else now: what it says of the last value that is known."""
    if (
        course.value is None
        or course.value_at is None
        or rule.condition in {Condition.RATE, Condition.SILENT}
    ):
        return passed(rule, course, at)
    last_heard = course.heard
    course, happened = heard(rule, course, at, course.value, course.value_at)
    return replace(course, heard=last_heard), happened


def _on_time(course: Course, at: int) -> Course:
    if at >= course.at - BACK:
        return replace(course, at=max(course.at, at))
    return replace(course, at=at, heard=min(course.heard, at), since=min(course.since, at))


def _met(rule: Rule, course: Course, value: Value, value_at: int) -> bool:
    if rule.condition is Condition.SILENT:
        return False
    if rule.condition is Condition.DISCRETE:
        return word(value) in rule.words
    measure = _measure(rule, course, value, value_at)
    if measure is None or rule.limit is None:
        return course.met
    if rule.condition is Condition.LOW:
        return measure < rule.limit or (course.met and measure < rule.limit + rule.dead_band)
    return measure > rule.limit or (course.met and measure > rule.limit - rule.dead_band)


def _measure(rule: Rule, course: Course, value: Value, value_at: int) -> float | None:
    if not isinstance(value, int | float):
        return None
    if rule.condition is not Condition.RATE:
        return float(value)
    if not isinstance(course.value, int | float) or course.value_at is None or value_at <= course.value_at:
        return None
    return abs(value - course.value) * MINUTE / (value_at - course.value_at)


def word(value: Value) -> str:
    """As rules write it: flags are 1 and 0, whole numbers have no point."""
    if isinstance(value, bool) or (isinstance(value, float) and value.is_integer()):
        value = int(value)
    return str(value).strip().lower()
