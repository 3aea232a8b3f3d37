"""Columns of names read as single names are."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from brain.platform.governance.algorithm.linkage import organisations
from brain.platform.governance.domain.names import WrittenName
from tests.strategies import enterprise_names


@given(st.lists(enterprise_names(), min_size=1, max_size=5))
def test_a_column_is_read_as_its_names_are(names: list[str]) -> None:
    read = organisations.read(pl.Series(names))

    one_by_one = [WrittenName.read(name, None) for name in names]
    assert read["text"].to_list() == [name.text for name in one_by_one]
    assert read["core"].to_list() == [name.core for name in one_by_one]
    assert read["region"].to_list() == [name.region for name in one_by_one]


def test_an_unknown_name_stays_unknown() -> None:
    assert organisations.read(pl.Series([None, "玲珑"], dtype=pl.String)).row(0) == (None, None, None)


@pytest.mark.parametrize(
    ("named", "told", "deepest"),
    [
        ("370523", "370000", "370523"),
        ("370523", "370500", "370523"),
        ("370000", "370523", "370523"),
        ("110000", "370500", "370500"),
        ("370523", None, "370523"),
        (None, "370500", "370500"),
    ],
)
def test_the_region_in_a_name_refines_the_one_told_but_does_not_contradict_it(
    named: str | None, told: str | None, deepest: str
) -> None:
    columns = (pl.Series([named], dtype=pl.String), pl.Series([told], dtype=pl.String))

    assert organisations.deepest(*columns).to_list() == [deepest]
