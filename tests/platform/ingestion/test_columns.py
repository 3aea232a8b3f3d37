"""Whole columns are read as their cells are one by one."""

from decimal import Decimal
from typing import get_args

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from brain.platform.ingestion.domain.mapping import Unit
from brain.platform.ingestion.service.columns import read_money
from brain.reference.money import parse_capital

NUMBERS = st.decimals(0, 10**7, places=6).map(lambda number: f"{number:f}") | st.integers(0, 10**7).map(str)
MARKS = ("万", "万元", "(万元)", "（万人民币）", "万元人民币", "元", "人民币", "万美元", "(万)", "亿元")
UNITS: dict[Unit, str] = {"yuan": "元", "thousand": "千元", "wan": "万", "yi": "亿"}


def read(texts: list[str | None], unit: Unit) -> tuple[list[Decimal | None], list[str | None], list[str]]:
    found, currencies = read_money(pl.Series(texts, dtype=pl.String), unit)
    return found.values.to_list(), currencies.to_list(), sorted(found.wrong)


@given(NUMBERS, st.sampled_from(MARKS))
def test_an_amount_with_its_unit_is_what_the_reader_of_one_makes_of_it(number: str, mark: str) -> None:
    money = parse_capital(number + mark)

    assert money is not None
    assert read([number + mark], "yuan") == ([round(money.amount, 2)], [money.currency], [])


@given(NUMBERS, st.sampled_from(get_args(Unit)))
def test_a_bare_number_is_in_the_unit_of_its_column(number: str, unit: Unit) -> None:
    money = parse_capital(number + UNITS[unit])

    assert money is not None
    assert read([number], unit) == ([round(money.amount, 2)], ["CNY"], [])


@pytest.mark.parametrize(
    ("written", "amount", "currency"),
    [
        ("1,234.5(万元人民币)", Decimal("12345000.00"), "CNY"),
        ("５００万元", Decimal("5000000.00"), "CNY"),
        ("12.345678万", Decimal("123456.78"), "CNY"),
        ("壹佰万元整", Decimal("1000000.00"), "CNY"),
        ("20万美元", Decimal("200000.00"), "USD"),
        ("无", None, None),
        (None, None, None),
    ],
)
def test_a_column_may_hold_every_way_of_writing_at_once(
    written: str | None, amount: Decimal | None, currency: str | None
) -> None:
    amounts, currencies, wrong = read(["5万", written, "不详", "5万"], "wan")

    assert amounts == [Decimal("50000.00"), amount, None, Decimal("50000.00")]
    assert currencies == ["CNY", currency, None, "CNY"]
    assert wrong == ["不详"]
