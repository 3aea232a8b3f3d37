"""Groups of at least k, tried by joining with what an attacker knows."""

from datetime import date

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from brain.kit.errors import Invalid
from brain.platform.governance.algorithm.protection.anonymity import (
    TooFewToHide,
    anonymised,
    least_diversity,
    singling_out,
    smallest_group,
)

QUASI = ["born", "sex", "region"]
people = st.lists(
    st.tuples(
        st.one_of(st.none(), st.dates(date(1950, 1, 1), date(2005, 1, 1))),
        st.sampled_from(["男", "女", None]),
        st.sampled_from(["370502", "370523", "370102", "370202"]),
        st.sampled_from(["a", "b", "c", "d"]),
    ),
    min_size=12,
    max_size=60,
)


def table(rows: list[tuple[date | None, str | None, str, str]]) -> pl.DataFrame:
    schema = {"born": pl.Date, "sex": pl.String, "region": pl.String, "illness": pl.String}
    return pl.DataFrame(rows, schema=schema, orient="row")


def fits(value: object, label: str) -> bool:
    """Whether an attacker who knows the value must take the label for possible."""
    if label == "*" or (value is None and label == "缺"):
        return True
    if "–" in label:
        low, high = label.split("–")
        return value is not None and low <= str(value) <= high
    return str(value) in label.split("|")


@given(people, st.integers(2, 6))
def test_whoever_joins_with_a_register_finds_at_least_k_rows(
    rows: list[tuple[date | None, str | None, str, str]], k: int
) -> None:
    known = table(rows)
    released = anonymised(known, QUASI, k)
    candidates = [
        sum(all(fits(person[name], row[name]) for name in QUASI) for row in released.iter_rows(named=True))
        for person in known.iter_rows(named=True)
    ]

    assert min(candidates) >= k
    assert smallest_group(released, QUASI) >= k
    assert released["illness"].to_list() == known["illness"].to_list()


@given(people)
def test_no_group_agrees_on_what_is_sensitive(rows: list[tuple[date | None, str | None, str, str]]) -> None:
    rows += [(None, "女", "370102", illness) for illness in "abc"]
    released = anonymised(table(rows), QUASI, 2, "illness", 3)

    assert least_diversity(released, QUASI, "illness") >= 3


def test_groups_are_cut_as_fine_as_k_allows() -> None:
    frame = pl.DataFrame({"age": list(range(100))})
    released = anonymised(frame, ["age"], 5)

    assert released["age"].n_unique() >= 10
    assert smallest_group(frame, ["age"]) == 1


@pytest.mark.parametrize(("k", "kinds"), [(4, 1), (2, 3)])
def test_too_few_rows_are_refused(k: int, kinds: int) -> None:
    frame = pl.DataFrame({"age": [1, 2, 3], "illness": ["a", "b", "b"]})

    with pytest.raises(TooFewToHide):
        anonymised(frame, ["age"], k, "illness", kinds)


@pytest.mark.parametrize(("quasi", "k"), [(["age"], 1), (["age"], 0), ([], 2)])
def test_a_demand_that_hides_nobody_is_refused(quasi: list[str], k: int) -> None:
    with pytest.raises(Invalid):
        anonymised(pl.DataFrame({"age": [1, 2, 3]}), quasi, k)


def test_columns_that_identify_only_together_are_found() -> None:
    size = 60
    frame = pl.DataFrame(
        {
            "year": [number // 10 for number in range(size)],
            "month": [number % 10 for number in range(size)],
            "sex": [number % 2 for number in range(size)],
            "id": range(size),
        }
    )
    found = [(singling.columns, singling.share) for singling in singling_out(frame, frame.columns)]

    assert found == [(("id",), 1.0), (("year", "month"), 1.0)]
