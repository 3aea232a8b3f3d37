"""What stays visible, and attempts to see more."""

from datetime import date

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from brain.kit.errors import Invalid
from brain.platform.governance.algorithm.protection import hiding
from brain.platform.governance.contract import IdentifierKind

texts = st.text(st.characters(categories=("L", "N", "P", "Z")), max_size=24)


@pytest.mark.parametrize(
    ("kind", "text", "shown"),
    [
        ("mobile", "13800000000", "138****0000"),
        ("resident_id", "370502199001010007", "3****************7"),
        ("bank_card", "6200000000000005", "6200********0005"),
        ("email", "someone@example.com", "s***@example.com"),
        ("person_name", "欧阳某某", "欧***"),
        ("person_name", "李", "***"),
        ("address", "山东省东营市广饶县示例路1号", "山***"),
        ("mobile", "138", "***"),
        ("mobile", "13800000", "***"),
    ],
)
def test_a_kind_shows_what_it_may(kind: IdentifierKind, text: str, shown: str) -> None:
    assert hiding.masked(pl.Series([text]), kind).to_list() == [shown]


@pytest.mark.parametrize(
    "text", ["１３８００００００００", " 13800000000 ", "\u200b13800000000", "'13800000000"]
)
def test_another_writing_of_a_value_shows_no_more(text: str) -> None:
    assert hiding.masked(pl.Series([text]), "mobile").to_list() == ["138****0000"]


@given(texts, st.sampled_from([None, *hiding.SHOWN, "person_name", "address", "email"]))
def test_a_mask_never_gives_the_value_away(text: str, kind: IdentifierKind | None) -> None:
    (shown,) = hiding.masked(pl.Series([text]), kind).to_list()

    assert shown is None or (shown.count("*") >= hiding.LEAST_HIDDEN and shown != text)


def test_names_of_all_lengths_are_as_long_when_hidden() -> None:
    hidden = hiding.masked(pl.Series(["张三", "张某某", "张某某某"]), "person_name")

    assert hidden.n_unique() == 1


@pytest.mark.parametrize(
    ("column", "years"),
    [
        (pl.Series([date(1990, 5, 1), None]), [1990, None]),
        (
            pl.Series(["1990-05-01", "19900501", "1990年5月", "1990", "5/1/1990", "199005011234"]),
            [1990] * 4 + [None] * 2,
        ),
    ],
    ids=["dates", "texts"],
)
def test_dates_become_years_and_the_unreadable_nothing(column: pl.Series, years: list[int | None]) -> None:
    assert hiding.to_years(column).to_list() == years


def test_places_become_prefectures() -> None:
    column = pl.Series(["370523", "370502199001010007", "山东省东营市广饶县示例路1号", "370000", "某地"])

    assert hiding.to_prefectures(column).to_list() == ["370500", "370500", "370500", "370000", None]


def test_numbers_become_bands_open_at_both_ends() -> None:
    bands = hiding.to_bands(pl.Series(["299.9", "300", "1999", "2000", "x", None]), [300, 2000])

    assert bands.to_list() == ["<300", "300–2000", "300–2000", "≥2000", None, None]
    with pytest.raises(Invalid):
        hiding.to_bands(pl.Series([1.0]), [2000, 300])


def test_beginnings_are_kept() -> None:
    assert hiding.truncated(pl.Series(["257300", " 257", None]), 3).to_list() == ["257", "257", None]
