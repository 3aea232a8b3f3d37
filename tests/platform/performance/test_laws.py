"""Laws of the figures: they add up, they stay in their bounds, and a state lasts as long as it lasted."""

from datetime import UTC, datetime, time, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from brain.kit.clock import BEIJING
from brain.kit.errors import Invalid
from brain.platform.performance.algorithm.measuring import (
    MINUTE,
    SECOND,
    UNKNOWN,
    growth,
    seconds_in,
    silences,
    without,
)
from brain.platform.performance.domain.figures import (
    FEWEST,
    Ingredients,
    Plant,
    of_plant,
    of_unit,
    with_enough,
)
from brain.platform.performance.domain.shifts import Shift, check, planned

HOUR = 3600 * SECOND


def test_oee_is_the_product_of_its_three_parts() -> None:
    """An example of ISO 22400-2's kind: 8 hours planned, 6 produced, 300 of 66 s planned each, 285 good."""
    told = Ingredients(
        planned_busy=28_800, production=21_600, planned_run=300 * 66.0, produced=300, good=285, energy=150
    )
    found = of_unit(told)
    assert found.availability == pytest.approx(0.75)
    assert found.effectiveness == pytest.approx(19_800 / 21_600)
    assert found.quality_ratio == pytest.approx(0.95)
    assert found.oee_index == pytest.approx(285 * 66 / 28_800)
    assert (found.cycle_time, found.energy_per_item) == (72.0, 0.5)


def test_so_few_items_tell_no_rate() -> None:
    """A press whose cycle is 40 minutes and that opened once in its first 12 is not three times as fast."""
    early = Ingredients(planned_busy=720, production=720, planned_run=2_400, produced=1, good=1)
    assert of_unit(early).oee_index == pytest.approx(10 / 3)
    told = with_enough(of_unit(early), early.produced)
    assert (told.oee_index, told.effectiveness, told.cycle_time) == (None, None, None)
    assert (told.availability, told.quality_ratio) == (1.0, 1.0)
    enough = of_unit(early)
    assert with_enough(enough, FEWEST) is enough
    assert with_enough(enough, None) is enough


def test_what_was_not_counted_is_not_zero() -> None:
    found = of_unit(Ingredients(planned_busy=3600, production=0))
    assert found.availability == 0
    assert found.effectiveness is found.quality_ratio is found.oee_index is found.energy_per_item is None
    assert of_unit(Ingredients()).availability is None


def test_quality_of_the_plant_is_that_of_what_leaves_it() -> None:
    mixer = Ingredients(planned_busy=3600, production=1800, planned_run=1800, produced=10, energy=40)
    inspection = Ingredients(
        planned_busy=3600, production=3600, planned_run=3000, produced=100, good=90, energy=10
    )
    found = of_plant(Plant(units=mixer + inspection, output=inspection))
    assert found.quality_ratio == 0.9
    assert found.availability == 0.75
    assert found.energy_per_item == 0.5


amounts = st.floats(0, 1e6)
ingredients = st.builds(
    Ingredients,
    planned_busy=amounts,
    production=amounts,
    produced=st.none() | amounts,
    good=st.none() | amounts,
    energy=st.none() | amounts,
)


@given(ingredients, ingredients, ingredients)
def test_times_and_quantities_add_up_in_any_order(
    one: Ingredients, other: Ingredients, third: Ingredients
) -> None:
    left, right = (one + other) + third, one + (third + other)
    assert left.production == pytest.approx(right.production)
    assert (left.good is None) == (right.good is None)
    assert left.good is None or left.good == pytest.approx(right.good)
    assert one + Ingredients() == one


changes = st.lists(
    st.tuples(st.integers(0, HOUR - 1), st.integers(UNKNOWN, 3)), max_size=30, unique_by=lambda each: each[0]
).map(sorted)
holes = st.lists(st.integers(0, HOUR), min_size=2, max_size=8, unique=True).map(
    lambda edges: list(zip(sorted(edges)[::2], sorted(edges)[1::2], strict=False))
)


@given(changes, st.integers(UNKNOWN, 3), holes)
def test_every_second_planned_is_in_one_state(
    told: list[tuple[int, int]], before: int, dark: list[tuple[int, int]]
) -> None:
    """And each state gets what a walk from change to change gives it."""
    stretches = without([(0, HOUR)], dark)
    at = np.array([each for each, _ in told], np.int64)
    codes = np.array([code for _, code in told], np.int8)
    found = seconds_in(at, codes, before, stretches, 4)
    assert found.sum() == pytest.approx(sum(end - begin for begin, end in stretches) / SECOND)
    walked = np.zeros(5)
    edges = [0, *at.tolist(), HOUR]
    for begin, end, code in zip(edges[:-1], edges[1:], [before, *codes.tolist()], strict=True):
        walked[code] += sum(max(min(end, last) - max(begin, first), 0) for first, last in stretches)
    assert found == pytest.approx(walked / SECOND)


def test_nothing_is_planned_in_no_time() -> None:
    assert seconds_in(np.array([5], np.int64), np.array([1], np.int8), 0, [], 4).sum() == 0


@given(st.lists(st.integers(0, 1000), min_size=1), st.integers(0, 1000), st.integers(1, 30))
def test_a_counter_cut_anywhere_grows_by_as_much(counts: list[int], before: int, cut: int) -> None:
    whole, at_end = growth(np.array(counts, float), before)
    first, between = growth(np.array(counts[:cut], float), before)
    second, last = growth(np.array(counts[cut:], float), between)
    assert (first + second, last) == (whole, at_end)


def test_a_counter_that_falls_was_reset() -> None:
    assert growth(np.array([12.0, 15.0, 2.0, 4.0]), 10.0) == (9.0, 4.0)
    assert growth(np.array([12.0]), None) == (0.0, 12.0)
    assert growth(np.zeros(0), 7.0) == (0.0, 7.0)


def test_minutes_without_any_value_are_a_silence_from_five_on() -> None:
    heard = np.ones(60, bool)
    heard[10:14], heard[20:25], heard[55:] = False, False, False
    assert silences(heard, 0, HOUR) == [(20 * MINUTE, 25 * MINUTE), (55 * MINUTE, HOUR)]


DAY = Shift(title="白班", weekdays=frozenset({1, 2, 3, 4, 5}), begin=time(8), end=time(20))
NIGHT = Shift(title="夜班", weekdays=frozenset({1, 2, 3, 4, 5}), begin=time(20), end=time(8))


def test_shifts_lie_in_beijing_and_over_midnight() -> None:
    saturday = datetime(2026, 11, 21, 0, tzinfo=BEIJING)
    found = planned([DAY, NIGHT], saturday.astimezone(UTC), saturday + timedelta(days=1))
    assert found == [(saturday, saturday + timedelta(hours=8))]  # what Friday's night leaves
    assert planned([], saturday, saturday + timedelta(hours=1)) == [(saturday, saturday + timedelta(hours=1))]


@pytest.mark.parametrize(
    "other",
    [
        Shift(title="加班", weekdays=frozenset({5}), begin=time(19), end=time(22)),
        Shift(title="周末", weekdays=frozenset({7}), begin=time(12), end=time(9)),  # into Monday's
    ],
)
def test_shifts_do_not_overlap(other: Shift) -> None:
    check([DAY, NIGHT])
    with pytest.raises(Invalid, match="重叠"):
        check([DAY, other])
