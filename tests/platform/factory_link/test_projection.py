"""What leaves, of what was collected: only consented points, at their granularity, however blocks fall."""

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from brain.kit import series
from brain.kit.series import Block
from brain.platform.factory_link.gateway.algorithm.projection import SECOND, Grain, Part, Projection

SECRET = b"0" * 32
RAW, MINUTE, SAMPLED = Grain("raw"), Grain("aggregated", period=60), Grain("sampled", period=10)

Row = tuple[int, int, float]
ROWS = st.lists(
    st.tuples(st.integers(1, 4), st.integers(0, 300), st.integers(-1000, 1000).map(lambda v: v / 10)),
    max_size=60,
)


def shared(points: dict[Grain, list[int]]) -> dict[Grain, dict[int, int]]:
    """From the beginning of time on."""
    return {grain: dict.fromkeys(numbers, 0) for grain, numbers in points.items()}


def block(rows: list[Row], quality: int = 0) -> Block:
    part = series.columns(
        [row[0] for row in rows],
        [row[1] * SECOND for row in rows],
        [quality] * len(rows),
        series.of(float, [row[2] for row in rows]),
    )
    return Block(part, series.nothing(int), series.nothing(str))


def rows_of(parts: list[Part], statistic: str = "value") -> list[Row]:
    found = []
    for part in parts:
        if part.statistic == statistic:
            for columns in part.block.parts:
                rows = zip(columns.point.tolist(), columns.at.tolist(), columns.value.tolist(), strict=True)
                found += [(point, at // SECOND, value) for point, at, value in rows]
    return found


def through(projection: Projection, cuts: list[list[Row]]) -> list[Part]:
    """Each cut is sealed once its last value has come; at last an empty block an hour later."""
    found, sealed = [], 0
    for cut in cuts:
        sealed = max([sealed, *(row[1] for row in cut)])
        found += projection.take(block(cut), sealed * SECOND)
    return found + projection.take(block([]), (sealed + 3600) * SECOND)


def cut(rows: list[Row], places: list[int]) -> list[list[Row]]:
    ordered = sorted(rows, key=lambda row: row[1])
    bounds = [0, *sorted(place % (len(ordered) + 1) for place in places), len(ordered)]
    return [ordered[begin:end] for begin, end in pairwise(bounds)]


@given(ROWS, st.lists(st.integers(0, 100), max_size=5))
def test_raw_values_of_shared_points_leave_and_no_others(rows: list[Row], places: list[int]) -> None:
    projection = Projection(shared({RAW: [2, 3]}), SECRET)

    found = rows_of(through(projection, cut(rows, places)))

    assert sorted(found) == sorted(row for row in rows if row[0] in (2, 3))


@given(ROWS, st.lists(st.integers(0, 100), max_size=5))
def test_summaries_are_those_of_all_values_however_blocks_fall(rows: list[Row], places: list[int]) -> None:
    projection = Projection(shared({MINUTE: [1, 2, 3, 4]}), SECRET)
    periods: dict[tuple[int, int], list[float]] = {}
    for point, at, value in rows:
        periods.setdefault((point, at // 60 * 60), []).append(value)

    parts = through(projection, cut(rows, places))

    told = {
        name: {(p, at): v for p, at, v in rows_of(parts, name)} for name in ("count", "mean", "low", "high")
    }
    assert told["count"] == {key: len(values) for key, values in periods.items()}
    assert told["low"] == {key: min(values) for key, values in periods.items()}
    assert told["high"] == {key: max(values) for key, values in periods.items()}
    assert all(np.isclose(told["mean"][key], np.mean(values)) for key, values in periods.items())
    assert not rows_of(parts), "no single value leaves"


@given(ROWS, st.lists(st.integers(0, 100), max_size=5))
def test_a_sample_is_one_real_value_of_each_period(rows: list[Row], places: list[int]) -> None:
    found = rows_of(through(Projection(shared({SAMPLED: [1, 2, 3, 4]}), SECRET), cut(rows, places)))

    assert set(found) <= set(rows)
    assert len({(point, at // 10) for point, at, _ in found}) == len(found)
    assert {(point, at // 10) for point, at, _ in found} == {(point, at // 10) for point, at, _ in rows}


@given(ROWS, st.lists(st.integers(0, 100), max_size=5), st.integers(0, 6))
def test_a_restart_changes_nothing(rows: list[Row], places: list[int], stop: int) -> None:
    wanted = shared({MINUTE: [1, 2], SAMPLED: [3, 4], RAW: [1]})
    cuts = cut(rows, places)
    whole = through(Projection(wanted, SECRET), cuts)
    first = Projection(wanted, SECRET)
    sealed, found = 0, []
    for each in cuts[:stop]:
        sealed = max([sealed, *(row[1] for row in each)])
        found += first.take(block(each), sealed * SECOND)
    second, again = Projection(wanted, SECRET), 0
    for each in cuts[:stop]:
        again = max([again, *(row[1] for row in each)])
        second.warm(block(each), again * SECOND)
    for each in cuts[stop:]:
        again = max([again, *(row[1] for row in each)])
        found += second.take(block(each), again * SECOND)
    found += second.take(block([]), (again + 3600) * SECOND)

    for statistic in ("value", "count", "mean", "low", "high"):
        assert sorted(rows_of(found, statistic)) == sorted(rows_of(whole, statistic))


def test_what_comes_for_a_closed_period_is_left_out_and_counted() -> None:
    projection = Projection(shared({MINUTE: [1]}), SECRET)
    projection.take(block([(1, 10, 5.0)]), 10 * SECOND)
    closed = projection.take(block([(1, 70, 6.0)]), 70 * SECOND)
    late = projection.take(block([(1, 20, 100.0)]), 71 * SECOND)

    assert rows_of(closed, "mean") == [(1, 0, 5.0)]
    assert rows_of(late, "mean") == []
    assert projection.late == 1


def test_bad_values_are_in_no_summary_and_masked_ones_are_multiples() -> None:
    projection = Projection(shared({MINUTE: [1], Grain("masked", step=10.0): [2]}), SECRET)

    parts = [*projection.take(block([(1, 1, 999.0)], quality=2), SECOND)]
    parts += projection.take(block([(1, 2, 5.0), (2, 2, 173.2)]), 100 * SECOND)

    assert rows_of(parts, "high") == [(1, 0, 5.0)]
    assert rows_of(parts) == [(2, 2, 170.0)]


def test_masked_texts_are_digests_that_only_this_factory_can_make() -> None:
    part = series.columns([1], [0], [0], series.of(str, ["配方 7"]))
    told = Block(series.nothing(float), series.nothing(int), part)
    wanted = shared({Grain("masked", step=1.0): [1]})

    ours = Projection(wanted, SECRET).take(told, 0)[0].block.texts.value.tolist()
    others = Projection(wanted, b"1" * 32).take(told, 0)[0].block.texts.value.tolist()

    assert ours != others
    assert len(ours[0]) == 16
    assert "配方" not in ours[0]


@given(ROWS, st.integers(0, 300))
def test_what_was_measured_before_its_consent_stays(rows: list[Row], since: int) -> None:
    wanted = {RAW: {1: since * SECOND, 2: 0}, MINUTE: {3: since * SECOND}}

    parts = through(Projection(wanted, SECRET), [rows])

    after = [row for row in rows if row[1] >= since]
    assert sorted(rows_of(parts)) == sorted(
        [row for row in after if row[0] == 1] + [row for row in rows if row[0] == 2]
    )
    assert sum(count for _, _, count in rows_of(parts, "count")) == sum(row[0] == 3 for row in after)
