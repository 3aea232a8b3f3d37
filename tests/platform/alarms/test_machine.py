"""Laws of alarms: nothing is skipped, cutting time changes nothing, delays and dead bands hold."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brain.kit.errors import Invalid
from brain.platform.alarms.domain.machine import (
    BACK,
    SECOND,
    Change,
    Course,
    Happened,
    begun,
    heard,
    passed,
    reviewed,
)
from brain.platform.alarms.domain.rules import Condition, Rule, check
from brain.platform.shop_floor.contract import ValueKind

T0 = 1_790_000_000 * SECOND


def rule(condition: Condition = Condition.HIGH, **more: Any) -> Rule:
    return Rule(point=1, condition=condition, **({"limit": 10.0} | more))


def run(told: Rule, *values: tuple[float, Any], until: float = 0) -> list[tuple[str, float]]:
    """Values by the second at which they came; what happened, and when."""
    course, happened = begun(T0), []
    for at, value in values:
        moment = T0 + int(at * SECOND)
        course, found = heard(told, course, moment, value, moment)
        happened += found
    course, found = passed(told, course, T0 + int(until * SECOND))
    return [(each.change.value, (each.at - T0) / SECOND) for each in happened + found]


def test_a_limit_is_passed_and_left_by_more_than_the_dead_band() -> None:
    values = [(0, 9.0), (1, 10.1), (2, 9.5), (3, 8.9), (4, 10.0)]

    assert run(rule(dead_band=1.0), *values) == [("raised", 1), ("returned", 3)]
    low = [(0, 11.0), (1, 9.9), (2, 10.5), (3, 11.1)]
    assert run(rule(Condition.LOW, dead_band=1.0), *low) == [("raised", 1), ("returned", 3)]


def test_a_short_excursion_is_none_and_a_long_one_needs_no_second_value() -> None:
    assert run(rule(on_delay=5), (0, 11.0), (3, 9.0), until=60) == []
    assert run(rule(on_delay=5), (0, 11.0), until=60) == [("raised", 5)]
    assert run(rule(off_delay=5), (0, 11.0), (1, 9.0), (3, 11.0), (10, 9.0), until=60) == [
        ("raised", 0),
        ("returned", 15),
    ]


def test_a_rate_is_by_the_sources_own_time() -> None:
    told = rule(Condition.RATE, limit=30.0)
    course = begun(T0)
    course, nothing = heard(told, course, T0 + SECOND, 100.0, T0)
    course, raised = heard(told, course, T0 + 2 * SECOND, 90.0, T0 + 10 * SECOND)  # 60 a minute, downwards
    course, again = heard(told, course, T0 + 3 * SECOND, 85.0, T0 + 5 * SECOND)  # late: says nothing
    course, returned = heard(told, course, T0 + 4 * SECOND, 90.0, T0 + 70 * SECOND)

    assert ([each.change for each in raised], nothing, again) == ([Change.RAISED], [], [])
    assert [each.change for each in returned] == [Change.RETURNED]


@pytest.mark.parametrize(
    ("value", "met"), [("故障", True), (" Fault ", True), ("运行", False), (3, True), (3.0, True)]
)
def test_a_state_is_known_by_its_word(value: Any, met: bool) -> None:  # noqa: FBT001
    told = rule(Condition.DISCRETE, limit=None, words=("3", "fault", "故障"))

    assert run(told, (0, value)) == ([("raised", 0)] if met else [])


def test_another_limit_is_held_against_the_last_value() -> None:
    course, _ = heard(rule(), begun(T0), T0, 9.0, T0)
    course, raised = reviewed(rule(limit=8.0), course, T0 + SECOND)
    _, returned = reviewed(rule(), course, T0 + 2 * SECOND)

    assert [each.change for each in raised + returned] == [Change.RAISED, Change.RETURNED]
    assert reviewed(rule(limit=8.0), begun(T0), T0)[1] == []


def test_silence_is_raised_when_its_time_is_over_and_returns_with_a_value() -> None:
    told = rule(Condition.SILENT, limit=None, seconds=30)

    assert run(told, (10, 1.0), until=39) == []
    assert run(told, (10, 1.0), (50, 2.0), until=60) == [("raised", 40), ("returned", 50)]


def test_a_clock_set_back_starts_delays_anew_and_freezes_nothing() -> None:
    told = rule(on_delay=10)
    course, _ = heard(told, begun(T0), T0, 11.0, T0)
    course, _ = passed(told, course, T0 - 2 * BACK)
    course, early = passed(told, course, T0 - 2 * BACK + 9 * SECOND)
    _, raised = passed(told, course, T0 - 2 * BACK + 10 * SECOND)

    assert early == []
    assert [each.change for each in raised] == [Change.RAISED]


RULES = st.builds(
    Rule,
    point=st.just(1),
    condition=st.sampled_from([Condition.HIGH, Condition.LOW, Condition.RATE, Condition.SILENT]),
    limit=st.just(10.0),
    seconds=st.just(7),
    dead_band=st.sampled_from([0.0, 1.0, 3.0]),
    on_delay=st.integers(0, 5),
    off_delay=st.integers(0, 5),
)
VALUES = st.lists(st.tuples(st.integers(0, 8), st.integers(5, 15)), max_size=40)


def told_of(told: Rule, steps: list[tuple[int, int]], cuts: list[int]) -> tuple[list[Happened], Course]:
    """`steps`: seconds to the next value, and it; `cuts`: looks in between."""
    course, at, happened = begun(T0), T0, []
    waiting = sorted(T0 + each * SECOND for each in cuts)
    for wait, value in steps:
        at += wait * SECOND
        while waiting and waiting[0] <= at:
            course, found = passed(told, course, waiting.pop(0))
            happened += found
        course, found = heard(told, course, at, float(value), at)
        happened += found
    course, found = passed(told, course, at + 3600 * SECOND)
    return happened + found, course


@given(RULES, VALUES, st.lists(st.integers(0, 200), max_size=30))
def test_looking_more_often_changes_nothing(
    told: Rule, steps: list[tuple[int, int]], cuts: list[int]
) -> None:
    assert told_of(told, steps, cuts) == told_of(told, steps, [])


@given(RULES, VALUES)
def test_raised_and_returned_take_turns_in_time(told: Rule, steps: list[tuple[int, int]]) -> None:
    happened, course = told_of(told, steps, [])

    assert [each.change for each in happened[::2]] == [Change.RAISED] * len(happened[::2])
    assert [each.change for each in happened[1::2]] == [Change.RETURNED] * len(happened[1::2])
    assert [each.at for each in happened] == sorted(each.at for each in happened)
    assert course.active is (len(happened) % 2 == 1)


@given(RULES, VALUES, st.integers(0, 40))
def test_a_restart_in_between_goes_on_from_what_was_kept(
    told: Rule, steps: list[tuple[int, int]], place: int
) -> None:
    course, at, happened = begun(T0), T0, []
    for number, (wait, value) in enumerate(steps):
        at += wait * SECOND
        if number == place:
            course = Course(**{name: getattr(course, name) for name in Course.__dataclass_fields__})
        course, found = heard(told, course, at, float(value), at)
        happened += found

    whole, _ = told_of(told, steps, [])
    assert whole[: len(happened)] == happened


@pytest.mark.parametrize(
    ("wrong", "kind"),
    [
        (rule(limit=None), ValueKind.NUMBER),
        (rule(), ValueKind.TEXT),
        (rule(Condition.RATE, limit=-1.0), ValueKind.NUMBER),
        (rule(Condition.RATE, dead_band=10.0), ValueKind.NUMBER),
        (rule(Condition.DISCRETE), ValueKind.TEXT),
        (rule(Condition.SILENT), ValueKind.NUMBER),
    ],
)
def test_a_rule_that_could_never_speak_is_refused(wrong: Rule, kind: ValueKind) -> None:
    with pytest.raises(Invalid):
        check(wrong, kind)
