"""What is told of a group tells of no one in it."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brain.kit.clock import BEIJING
from brain.platform.peer_benchmark.domain.comparing import (
    LEAST,
    SETTLED,
    Period,
    Sums,
    figures,
    group,
    last,
    place,
    sums_of,
)

VALUES = st.lists(st.floats(0, 1), max_size=60)


@given(VALUES, st.sampled_from(["high", "low"]))
def test_every_mean_is_of_five_others_at_least(values: list[float], better: str) -> None:
    parts = group(values, better)  # type: ignore[arg-type]

    assert bool(parts) == (len(values) > LEAST)
    assert all(part.count >= LEAST + 1 for part in parts)
    if parts:
        assert sum(part.count for part in parts) == len(values)
        assert sum(part.mean * part.count for part in parts) == pytest.approx(sum(values))
        means = [part.mean if better == "low" else -part.mean for part in parts]
        assert means == sorted(means)


@given(VALUES)
def test_the_order_in_which_enterprises_came_does_not_matter(values: list[float]) -> None:
    assert group(values, "high") == group(values[::-1], "high")


def test_who_is_nearest_to_a_part_is_put_there() -> None:
    parts = group([float(each) for each in range(24)], "high")

    assert [part.mean for part in parts] == [20.5, 14.5, 8.5, 2.5]
    assert [place(value, parts) for value in (30.0, 15.0, 11.5, -1.0)] == [1, 2, 2, 4]


@given(st.lists(st.lists(st.floats(0, 3600), min_size=6, max_size=6), max_size=20))
def test_sums_of_hours_do_not_depend_on_how_they_are_cut(hours: list[list[float]]) -> None:
    names = ("planned_busy_time", "actual_production_time", "planned_run_time")
    told = [dict(zip(names, hour, strict=False)) for hour in hours]

    half = len(told) // 2
    whole = sums_of(told)
    parts = sums_of(told[:half]) + sums_of(told[half:])
    assert whole.planned_busy_time == pytest.approx(parts.planned_busy_time)


def test_oee_is_the_product_of_its_parts() -> None:
    found = figures(
        Sums(
            planned_busy_time=1000, actual_production_time=800, planned_run_time=600,
            produced_quantity=100, good_quantity=90, energy=50,
        )
    )  # fmt: skip

    assert found["oee_index"] == pytest.approx(0.8 * 0.75 * 0.9)
    assert found["energy_per_item"] == 0.5


def test_what_cannot_be_told_is_not_told_as_nothing() -> None:
    assert figures(Sums()) == {}
    assert set(figures(Sums(planned_busy_time=1000, produced_quantity=10))) == {
        "availability",
        "quality_ratio",
    }
    assert "energy_per_item" not in figures(Sums(produced_quantity=10)), "no meter is not no energy"


@given(st.integers(0, 2 * 365 * 24 * 60), st.sampled_from(Period))
def test_periods_are_over_whole_and_of_beijing(minute: int, period: Period) -> None:
    at = datetime(2026, 1, 1, tzinfo=BEIJING) + timedelta(minutes=minute)
    begin, end = last(period, at)

    assert end <= at - SETTLED
    assert at - SETTLED - end < timedelta(days=31)
    assert (begin.hour, begin.minute, end.hour, end.minute) == (0, 0, 0, 0)
    lengths = {Period.DAY: {1}, Period.WEEK: {7}, Period.MONTH: {28, 29, 30, 31}}
    assert (end - begin).days in lengths[period]
    assert period is not Period.WEEK or begin.weekday() == 0
