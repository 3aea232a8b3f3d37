"""Registration capital texts."""

from decimal import Decimal
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given

from brain.kit.errors import Invalid
from brain.reference.money import Money, parse_capital
from tests.strategies import moneys


@pytest.mark.parametrize(
    ("text", "amount", "currency"),
    [
        ("1000万元人民币", "10000000", "CNY"),
        ("500 万美元", "5000000", "USD"),
        ("壹仟万元整", "10000000", "CNY"),
        ("2,000.00万", "20000000", "CNY"),
        ("10,000(万元人民币)", "100000000", "CNY"),
        ("50.8000(万)", "508000", "CNY"),
        ("人民币伍佰壹拾万元", "5100000", "CNY"),
        ("贰亿叁仟零伍万元", "230050000", "CNY"),
        ("131639.7474万元", "1316397474", "CNY"),
        ("1,234(万新加坡元)", "12340000", "SGD"),
        ("1.5亿元", "150000000", "CNY"),
        ("30万人民币元", "300000", "CNY"),
        ("USD 100万", "1000000", "USD"),
        ("5000元", "5000", "CNY"),
        ("50", "500000", "CNY"),
        ("8.8E-05万人民币", "0.88", "CNY"),
    ],
)
def test_capital_texts_are_read_exactly(text: str, amount: str, currency: str) -> None:
    assert parse_capital(text) == Money(Decimal(amount), currency)


@pytest.mark.parametrize("text", [None, "", "无", "***", "-", "——", " "])
def test_a_register_that_says_nothing_gives_nothing(text: str | None) -> None:
    assert parse_capital(text) is None


@pytest.mark.parametrize("text", ["万人民币", "见章程", "100万美元人民币", "-5万元", "1.2.3万", "十万八千里"])
def test_what_is_no_single_amount_is_refused(text: str) -> None:
    with pytest.raises(Invalid):
        parse_capital(text)


@given(moneys())
def test_an_amount_written_in_wan_is_read_back_unchanged(money: Money) -> None:
    assert parse_capital(f"{money.wan:,f}万{money.currency}") == money
    assert Money.of_wan(money.wan, money.currency) == money


@pytest.mark.real_data
def test_the_capital_of_every_real_registration_is_read(real_data: Path) -> None:
    path = real_data / "enterprises_shandong" / "enterprises_shandong.parquet"
    written = pl.read_parquet(path, columns=["capital_text", "capital_wan", "currency"])
    plain = written.filter(pl.col("capital_text") != "万人民币", ~pl.col("capital_text").str.contains("E-"))

    read = [parse_capital(text) for text in plain["capital_text"]]

    ours = pl.Series([money and float(money.wan) for money in read], dtype=pl.Float64)
    assert ours.is_null().equals(plain["capital_wan"].is_null())
    assert (ours - plain["capital_wan"]).abs().max() == pytest.approx(0, abs=1e-4)  # theirs has four decimals
    assert [money.currency if money else "" for money in read] == [
        currency if wan is not None else ""
        for wan, currency in plain.select("capital_wan", "currency").iter_rows()
    ]
