"""What a point keeps: changes beyond the dead band, heartbeats, and never what cannot be."""

import math
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brain.kit.series import NO_VALUE
from brain.platform.shop_floor.domain.keeping import BAD, GOOD, SECOND, Aside, Heap, Keeper, Tally
from brain.platform.shop_floor.domain.points import Point
from brain.platform.shop_floor.domain.readings import LONGEST_TEXT, ValueKind

NOW = 1_790_000_000 * SECOND
POINT = Point(number=7, code="p", title="p", kind=ValueKind.NUMBER)


class Kept:
    """A keeper with all that it keeps and sets aside."""

    def __init__(self, **changes: Any) -> None:
        self.heap, self.tally = Heap(), Tally()
        self.asides: list[tuple[Aside, Any]] = []
        self.point = replace(POINT, **changes)
        self.keeper = Keeper(
            self.point, self.heap, self.tally, lambda _, why, value: self.asides.append((why, value))
        )

    def take(self, *values: Any, every: float = 1.0) -> list[Any]:
        for place, value in enumerate(values):
            at = NOW + int(place * every * SECOND)
            self.keeper.take(at, value, GOOD, at)
        return self.values

    @property
    def values(self) -> list[Any]:
        lists = self.heap.of(self.point.kind)
        return [None if q & NO_VALUE else v for v, q in zip(lists.values, lists.quality, strict=True)]


def test_every_change_is_kept_and_what_stays_the_same_is_not() -> None:
    assert Kept().take(1.0, 1.0, 2.0, 2.0, 1.0) == [1.0, 2.0, 1.0]


def test_an_unchanged_value_is_kept_again_after_a_heartbeat() -> None:
    assert Kept(heartbeat=60).take(*[5.0] * 130) == [5.0, 5.0, 5.0]


@given(st.lists(st.floats(-1e6, 1e6), max_size=50), st.floats(0, 1e5))
def test_what_is_left_out_is_within_the_dead_band_of_what_was_kept(values: list[float], band: float) -> None:
    kept = Kept(dead_band=band, heartbeat=1e9)
    last: float | None = None
    for place, value in enumerate(values):
        before = kept.tally.kept
        kept.keeper.take(NOW + place, value, GOOD, NOW + place)
        if kept.tally.kept > before:
            last = value
        else:
            assert last is not None
            assert abs(value - last) <= band
    assert kept.tally.kept + kept.tally.unchanged == len(values)


@pytest.mark.parametrize(
    ("kind", "value", "why"),
    [
        (ValueKind.NUMBER, math.nan, Aside.NOT_FINITE),
        (ValueKind.NUMBER, math.inf, Aside.NOT_FINITE),
        (ValueKind.NUMBER, "12", Aside.TYPE),
        (ValueKind.NUMBER, True, Aside.TYPE),
        (ValueKind.NUMBER, 10**400, Aside.TOO_LARGE),
        (ValueKind.INTEGER, 1.5, Aside.TYPE),
        (ValueKind.INTEGER, 2**63, Aside.TOO_LARGE),
        (ValueKind.BOOLEAN, 2, Aside.TYPE),
        (ValueKind.TEXT, b"x", Aside.TYPE),
        (ValueKind.TEXT, "x" * (LONGEST_TEXT + 1), Aside.TOO_LONG),
        (ValueKind.TEXT, "\ud800", Aside.TYPE),
        (ValueKind.TEXT, {"a": 1}, Aside.TYPE),
    ],
)
def test_what_cannot_be_is_set_aside_and_the_point_is_bad_until_a_good_value(
    kind: ValueKind, value: Any, why: Aside
) -> None:
    good: Any = {"number": 1.0, "integer": 1, "boolean": 1, "text": "a"}[kind]
    kept = Kept(kind=kind)

    assert kept.take(good, value, value, good) == [good, None, good]
    assert [found for found, _ in kept.asides] == [why, why]
    assert kept.heap.of(kind).quality[1] == BAD | NO_VALUE


@given(st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(), st.binary()))
def test_no_value_of_any_type_breaks_a_keeper(value: Any) -> None:
    for kind in ValueKind:
        kept = Kept(kind=kind)
        kept.take(value)
        assert kept.tally.kept == 1


def test_a_scaled_value_is_in_the_points_unit_and_one_that_overflows_is_set_aside() -> None:
    kept = Kept(scale=0.1, shift=-40.0)
    assert kept.take(400) == [0.0]
    assert Kept(scale=1e10).take(1e300) == [None]


@pytest.mark.parametrize("at", [NOW + 3600 * SECOND, 0, -(2**70), 2**70])
def test_a_time_that_cannot_be_is_replaced_and_told(at: int) -> None:
    kept = Kept()
    kept.keeper.take(at, 1.0, GOOD, NOW)
    assert kept.heap.numbers.at == [NOW]
    assert kept.asides == [(Aside.TIME, at)]


def test_a_late_value_from_before_the_last_is_kept() -> None:
    kept = Kept()
    kept.keeper.take(NOW, 1.0, GOOD, NOW)
    kept.keeper.take(NOW - 10 * SECOND, 1.0, GOOD, NOW)
    assert kept.heap.numbers.at == [NOW, NOW - 10 * SECOND]
