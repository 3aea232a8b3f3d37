"""Laws of wear."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brain.simulation.tyre_plant.wear import Tool, failure_chance, hazard, scatter

BLADDER = Tool(life=400, shape=3)
AGE = st.floats(1, 1000)
MORE = st.floats(0.5, 100)


@given(AGE, MORE)
def test_wear_raises_hazard_and_scatter(age: float, more: float) -> None:
    assert hazard(BLADDER, age + more) > hazard(BLADDER, age)
    assert scatter(BLADDER, age + more, 0.1) > scatter(BLADDER, age, 0.1)


@given(AGE, MORE, MORE)
def test_surviving_two_stretches_is_surviving_their_sum(age: float, one: float, two: float) -> None:
    survived = (1 - failure_chance(BLADDER, age, one)) * (1 - failure_chance(BLADDER, age + one, two))

    assert survived == pytest.approx(1 - failure_chance(BLADDER, age, one + two))


def test_by_its_life_63_percent_have_failed() -> None:
    assert failure_chance(BLADDER, 0, 400) == pytest.approx(0.632, abs=0.001)
