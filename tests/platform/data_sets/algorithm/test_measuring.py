"""Values that are not written or coded as their data elements say."""

from datetime import date

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from brain.platform.data_sets.algorithm.measuring import latest_day, measured
from brain.platform.standards.contract import ValueRule, Wrong

SIX_DIGITS = ValueRule(characters="^[0-9]*$", least=6, most=6)


def test_texts_numbers_and_codes_are_counted_with_examples() -> None:
    rows = pl.LazyFrame(
        {
            "region": ["370500", "37050", "370500", "37O500", None, "379999", "37050"],
            "ratio": [1.5, 99.0, 100.0, -100.0, None, 3.0, 4.0],
            "year": [2024, 24, 2025, None, 2026, 1, 2020],
            "free": ["", "a", "b", "c", "d", "e", "f"],
        }
    )
    rules = {
        "region": ValueRule(characters="^[0-9]*$", least=6, most=6, codes=frozenset({"370500"})),
        "ratio": ValueRule(bound=100),
        "year": ValueRule(characters="^[0-9]*$", least=4, most=4),
        "free": ValueRule(),
    }

    found = measured(rows, rules)

    assert found["region"].written == Wrong(count=3, examples=("37050", "37O500"))
    assert found["region"].coded == Wrong(count=4, examples=("37050", "37O500", "379999"))
    assert found["ratio"].written == Wrong(count=2, examples=("100.0", "-100.0"))
    assert found["year"].written == Wrong(count=2, examples=("24", "1"))
    assert found["free"].written == Wrong()


@given(st.lists(st.one_of(st.none(), st.from_regex(r"\d{5,7}", fullmatch=True), st.text(max_size=8))))
def test_the_count_is_that_of_the_values_one_by_one(values: list[str | None]) -> None:
    frame = pl.LazyFrame({"code": values}, {"code": pl.String})

    counted = measured(frame, {"code": SIX_DIGITS})["code"].written.count

    kept = [
        value
        for value in values
        if value is None or (value.isascii() and value.isdigit() and len(value) == 6)
    ]
    assert counted == len(values) - len(kept)


def test_the_day_of_data_is_the_newest_that_they_tell() -> None:
    days = pl.LazyFrame({"source_as_of": [date(2015, 3, 1), None, date(2016, 1, 1)]})

    assert latest_day(days, "source_as_of") == date(2016, 1, 1)
    assert latest_day(days, "another") is None
