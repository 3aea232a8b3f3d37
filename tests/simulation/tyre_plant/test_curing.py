"""Laws of curing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brain.simulation.tyre_plant.curing import Compound, approach, equivalent_seconds, state_of_cure

TREAD = Compound(activation_j_per_mol=90_000, reference_c=150, t90_s=900)
CELSIUS = st.floats(20, 200)
SECONDS = st.floats(1, 3600)


def test_at_t90_nine_tenths_are_cured() -> None:
    assert state_of_cure(TREAD, equivalent_seconds(TREAD, 150, 900)) == pytest.approx(0.9)


def test_ten_degrees_more_cure_about_twice_as_fast() -> None:
    assert 1.7 < equivalent_seconds(TREAD, 160, 1) < 2.0


@given(CELSIUS, st.floats(0.5, 20), SECONDS)
def test_hotter_and_longer_cure_further(celsius: float, more: float, seconds: float) -> None:
    base = equivalent_seconds(TREAD, celsius, seconds)

    assert equivalent_seconds(TREAD, celsius + more, seconds) > base
    assert equivalent_seconds(TREAD, celsius, seconds + more) > base
    assert 0 < state_of_cure(TREAD, base) <= state_of_cure(TREAD, base + more) <= 1


@given(CELSIUS, CELSIUS, SECONDS, st.integers(2, 60))
def test_many_short_steps_heat_as_one_long_step(
    start: float, goal: float, seconds: float, steps: int
) -> None:
    value = start
    for _ in range(steps):
        value = approach(value, goal, 300, seconds / steps)

    assert value == pytest.approx(approach(start, goal, 300, seconds))
