"""Splits stay as they were when rows come, and leaks between them are found."""

from dataclasses import replace
from datetime import date, timedelta

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from brain.platform.training_sets.algorithm.leaks import leaks
from brain.platform.training_sets.algorithm.profiles import profile
from brain.platform.training_sets.algorithm.splitting import COLUMN, place, split
from brain.platform.training_sets.domain.findings import Counted
from brain.platform.training_sets.domain.recipes import Recipe

RECIPE = Recipe(
    name="faults",
    title="故障",
    purpose="预测",
    limits="无",
    licence="内部",
    contact="甲",
    data_set="base.faults",
    columns=("machine", "heat", "noise", "fault"),
    label="fault",
    groups=("machine",),
    time=None,
    shares={"train": 0.6, "validation": 0.2, "test": 0.2},
)
DAY = date(2026, 1, 1)


def rows(count: int) -> pl.DataFrame:
    """Twenty rows a machine; heat tells the fault only now and then."""
    return pl.DataFrame(
        {
            "machine": [f"m{number // 20}" for number in range(count)],
            "heat": [number * 7919 % 101 for number in range(count)],
            "noise": [number * 104729 % 97 for number in range(count)],
            "fault": [number * 31 % 3 == 0 for number in range(count)],
            "day": [DAY + timedelta(days=number // 10) for number in range(count)],
        }
    )


@given(st.integers(0, 400), st.integers(1, 200))
def test_a_row_stays_in_its_split_when_others_come(count: int, more: int) -> None:
    before, after = split(rows(count), RECIPE), split(rows(count + more), RECIPE)

    assert after.head(count).equals(before)
    assert after.group_by("machine").agg(pl.col(COLUMN).n_unique()).filter(pl.col(COLUMN) > 1).is_empty()


def test_shares_come_out_as_asked_for() -> None:
    counted = [place((number,), "seed", RECIPE.shares) for number in range(20_000)]

    assert [round(counted.count(name) / 20_000, 2) for name in ("train", "validation", "test")] == [
        0.6,
        0.2,
        0.2,
    ]
    assert {place((number,), "s", {"train": 1.0}) for number in range(1_000)} == {"train"}


def test_by_time_the_earlier_rows_train_and_no_moment_is_parted() -> None:
    found = split(rows(1_000), replace(RECIPE, time="day", groups=()))

    days = {name: part["day"].to_list() for (name,), part in found.group_by(COLUMN)}
    assert max(days["train"]) < min(days["validation"])
    assert max(days["validation"]) < min(days["test"])
    assert found.group_by(COLUMN).len().sort("len")["len"].to_list() == [200, 200, 600]


def test_nothing_is_found_where_nothing_leaks() -> None:
    unique = rows(2_000).with_columns(pl.int_range(2_000).alias("heat"))
    assert leaks(split(unique, RECIPE), RECIPE) == []


def test_what_a_model_could_know_beforehand_is_found() -> None:
    told = rows(2_000).with_columns(
        pl.int_range(2_000).alias("heat"),
        pl.when("fault").then(pl.lit("停机")).otherwise(pl.lit("正常")).alias("noise"),
    )
    copies = pl.concat([told, told.with_columns(pl.lit("m7").alias("machine"))])
    by_time = replace(RECIPE, time="day")

    given_away = leaks(split(told, RECIPE), RECIPE)
    again = leaks(split(copies, replace(RECIPE, groups=("heat", "machine"))), replace(RECIPE, groups=()))
    shared = leaks(split(told.with_columns(pl.lit("one").alias("machine")), by_time), by_time)
    shuffled = split(told, RECIPE).with_columns(pl.col("day"))
    earlier = leaks(shuffled, replace(by_time, groups=()))

    assert [(leak.kind, leak.column) for leak in given_away] == [("giveaway", "noise")]
    assert again == [leak for leak in again if leak.kind == "giveaway"]
    assert {leak.kind for leak in shared} == {"groups", "giveaway"}
    assert "time" in {leak.kind for leak in earlier}


def test_rows_that_come_twice_are_found() -> None:
    doubled = pl.concat([rows(400), rows(400)]).with_columns(pl.int_range(800).alias("id"))
    recipe = replace(RECIPE, groups=("id",), columns=("machine", "heat", "noise", "fault"))

    found = leaks(split(doubled, recipe), recipe)

    duplicates = next(leak for leak in found if leak.kind == "duplicates")
    assert 0 < duplicates.rows <= duplicates.of


def test_a_column_is_described() -> None:
    told = profile(pl.Series("heat", [1, 2, 2, None]))

    assert (told.missing, told.distinct, told.least, told.most, told.common) == (
        0.25,
        2,
        1.0,
        2.0,
        [Counted("2", 2), Counted("1", 1)],
    )
    assert profile(pl.Series("empty", [], dtype=pl.Float64)).mean is None
