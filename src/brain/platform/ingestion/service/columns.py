"""Reading whole columns of text: each distinct text once, in the words of the reference."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

import numpy as np
import polars as pl

from brain.kit.errors import Invalid, NotFound
from brain.platform.ingestion.domain import values
from brain.platform.ingestion.domain.layouts import Kind
from brain.platform.ingestion.domain.mapping import Unit
from brain.reference.credit_code import ALPHABET, SHAPE, CreditCode
from brain.reference.industry import IndustryCode
from brain.reference.money import parse_capital
from brain.reference.region import GAZETTEER

_BARE: Final = re.compile(r"[\d.,，\s]+(?:[Ee][+-]?\d+)?")
_ISO_DAY: Final = r"^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}:\d{2})?$"
_UNITS: Final[dict[Unit, str]] = {"yuan": "元", "thousand": "千元", "wan": "万", "yi": "亿"}
LARGEST_AMOUNT: Final = Decimal(10) ** 16
AMOUNT: Final = pl.Decimal(20, 2)
_DTYPES: Final[dict[Kind, pl.DataType]] = {
    Kind.TEXT: pl.String(),
    Kind.PLACE: pl.String(),
    Kind.CREDIT_CODE: pl.String(),
    Kind.NAMES: pl.List(pl.String()),
    Kind.DATE: pl.Date(),
    Kind.YEAR: pl.Int64(),
    Kind.CURRENCY: pl.String(),
    Kind.PERCENT: pl.Decimal(20, 4),
    Kind.REGION: pl.String(),
    Kind.INDUSTRY: pl.String(),
    Kind.TIME: pl.Datetime("us", "UTC"),
    Kind.BOOLEAN: pl.Boolean(),
}
_NUMBERS: Final[dict[Kind, tuple[pl.DataType, str]]] = {
    Kind.INTEGER: (pl.Int64(), "整数"),
    Kind.DECIMAL: (pl.Decimal(20, 4), "小数"),
    Kind.NUMBER: (pl.Float64(), "数"),
}


@dataclass(frozen=True)
class Read:
    """A typed column; `wrong` says what could not be read, `doubtful` what was read all the same."""

    values: pl.Series
    wrong: dict[str, str]
    doubtful: dict[str, str]


def distinct(texts: pl.Series, read: Callable[[str], Any], dtype: pl.DataType) -> Read:
    """Apply a reader of one text to a column; what it refuses with `Invalid` becomes null."""
    known: dict[str, Any] = {}
    wrong: dict[str, str] = {}
    for text in texts.drop_nulls().unique().to_list():
        try:
            known[text] = read(text)
        except Invalid as refusal:
            wrong[text] = refusal.message
    found = pl.DataFrame(
        {"text": list(known), "value": list(known.values())}, {"text": pl.String, "value": dtype}
    )
    joined = texts.rename("text").to_frame().join(found, on="text", how="left", maintain_order="left")
    return Read(joined["value"], wrong, {})


def read_kind(kind: Kind, texts: pl.Series, industries: dict[str, str]) -> Read:
    """All kinds but money, which yields two columns."""
    if kind in {Kind.TEXT, Kind.PLACE}:
        return Read(texts, {}, {})
    if kind is Kind.CREDIT_CODE:
        return read_codes(texts)
    if kind is Kind.REGION:
        return read_regions(texts)
    if kind is Kind.DATE:
        return read_dates(texts)
    if kind in _NUMBERS:
        return read_numbers(kind, texts)
    readers: dict[Kind, Callable[[str], Any]] = {
        Kind.NAMES: values.read_names,
        Kind.YEAR: values.read_year,
        Kind.CURRENCY: values.read_currency,
        Kind.PERCENT: values.read_percent,
        Kind.TIME: values.read_time,
        Kind.BOOLEAN: values.read_boolean,
        Kind.INDUSTRY: lambda text: industry_code(text, industries),
    }
    return distinct(texts, readers[kind], _DTYPES[kind])


def read_numbers(kind: Kind, texts: pl.Series) -> Read:
    """Digits with or without separators of thousands; a whole number may end in zeros after the point."""
    dtype, title = _NUMBERS[kind]
    plain = texts.str.replace_all(r"[,，\s]", "")
    if kind is Kind.INTEGER:
        plain = plain.str.replace(r"\.0+$", "")
    shaped = plain.str.contains(r"^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$").fill_null(False)
    read = plain.set(~shaped, None).cast(dtype, strict=False)
    unread = texts.filter(texts.is_not_null() & read.is_null()).unique().to_list()
    return Read(read, {text: f"“{text[:40]}”不是可以识别的{title}" for text in unread}, {})


_DIGITS: Final = np.full(256, -1, dtype=np.int64)
_DIGITS[np.frombuffer(ALPHABET.encode(), dtype=np.uint8)] = np.arange(len(ALPHABET))
_WEIGHTS: Final = np.array([pow(3, place, 31) for place in range(17)])


def read_codes(texts: pl.Series) -> Read:
    """Credit codes: a wrong shape cannot be read, a wrong check digit is doubtful."""
    shaped = texts.str.contains(f"^{SHAPE}$")
    tidied = distinct(texts.filter(~shaped), CreditCode, pl.String())
    codes = texts if shaped.all() else texts.zip_with(shaped.fill_null(True), _spread(tidied.values, ~shaped))
    return Read(codes, tidied.wrong, dict.fromkeys(_with_wrong_digit(codes.drop_nulls()), _DOUBT))


_DOUBT: Final = "统一社会信用代码的校验位不正确"


def _spread(values: pl.Series, mask: pl.Series) -> pl.Series:
    """Values back at the places from which the mask had taken them."""
    places = mask.fill_null(False).arg_true()
    return pl.Series([None], dtype=pl.String).new_from_index(0, len(mask)).scatter(places, values)


def _with_wrong_digit(codes: pl.Series) -> Iterator[str]:
    digits = _DIGITS[np.frombuffer("".join(codes.to_list()).encode(), dtype=np.uint8)].reshape(-1, 18)
    holds = digits[:, 17] == -(digits[:, :17] @ _WEIGHTS) % 31
    return iter(codes.filter(pl.Series(~holds)).to_list())


def read_dates(texts: pl.Series) -> Read:
    """YYYY-MM-DD, with or without a time, at once; any other form word by word."""
    written = texts.str.contains(_ISO_DAY)
    days = texts.str.slice(0, 10).str.to_date("%Y-%m-%d", strict=False)
    days = days.set(~(written & days.is_between(values.EARLIEST, values.LATEST)).fill_null(False), None)
    rest = texts.is_not_null() & days.is_null()
    if not rest.any():
        return Read(days, {}, {})
    others = distinct(texts.set(~rest, None), values.read_date, pl.Date())
    return Read(days.zip_with(~rest, others.values), others.wrong, {})


def read_regions(texts: pl.Series) -> Read:
    """Codes or names of regions as today's codes; one outside GB/T 2260 stands for what lies around it."""
    doubtful: dict[str, str] = {}

    def code(text: str) -> str:
        if not text.isdecimal():
            named = GAZETTEER.from_address(text)
            if named is None:
                raise Invalid(f"“{text}”不是行政区划代码或名称")
            return GAZETTEER.successor(named).code
        try:
            return GAZETTEER.successor(GAZETTEER.resolve(text)).code
        except NotFound:
            around = GAZETTEER.nearest(text)
            if around is None:
                raise Invalid(f"行政区划代码 {text} 不存在") from None
            doubtful[text] = f"行政区划代码 {text} 不在 GB/T 2260 中，按{around.name}处理"
            return GAZETTEER.successor(around).code

    read = distinct(texts, code, pl.String())
    return Read(read.values, read.wrong, doubtful)


def read_addresses(texts: pl.Series) -> pl.Series:
    """The region at the start of each address, null where it names none for sure."""

    def code(text: str) -> str | None:
        region = GAZETTEER.from_address(text)
        return GAZETTEER.successor(region).code if region else None

    return distinct(texts, code, pl.String()).values


def industry_code(text: str, industries: dict[str, str]) -> str:
    """From a code, or from the name of a class."""
    if text in industries:
        return industries[text]
    return IndustryCode(text)


def read_money(texts: pl.Series, unit: Unit) -> tuple[Read, pl.Series]:
    """Amounts in whole units of the currencies that come with them; a bare number is in `unit`."""
    words = texts.drop_nulls().unique().rename("text")
    usual = pl.DataFrame({"text": words, "amount": _read_wan(words, bare=unit == "wan")}).drop_nulls()
    others, wrong = _read_amounts(words.filter(~words.is_in(usual["text"].implode())), unit)
    known = pl.concat([usual.with_columns(currency=pl.lit("CNY")), others])
    joined = texts.rename("text").to_frame().join(known, on="text", how="left", maintain_order="left")
    return Read(joined["amount"], wrong, {}), joined["currency"]


def _read_wan(texts: pl.Series, *, bare: bool) -> pl.Series:
    """Amounts written in 万元, most of all registrations, at once; null for any other text.

    A 万 with six decimals counts fen, so that the digits put together are the amount.
    """
    parts = texts.str.replace_all(r"[\s,，()（）]", "").str.extract_groups(
        rf"^([0-9]{{1,8}})(?:\.([0-9]{{1,6}}))?{'(?:万元?(?:人民币)?)?' if bare else '万元?(?:人民币)?'}$"
    )
    places = parts.struct.field("2").fill_null("").str.pad_end(6, "0")
    digits = pl.DataFrame(
        {"whole": parts.struct.field("1"), "yuan": places.str.slice(0, 4), "fen": places.str.slice(4)}
    )
    return digits.select(pl.concat_str("whole", "yuan", pl.lit("."), "fen")).to_series().cast(AMOUNT)


def _read_amounts(words: pl.Series, unit: Unit) -> tuple[pl.DataFrame, dict[str, str]]:
    """One by one; what is wrong with those that are no amounts."""
    known: list[tuple[str, Decimal, str]] = []
    wrong: dict[str, str] = {}
    for text in words.to_list():
        try:
            found = parse_capital(f"{text}{_UNITS[unit]}" if _BARE.fullmatch(text) else text)
        except Invalid as refusal:
            wrong[text] = refusal.message
            continue
        if found is not None and found.amount >= LARGEST_AMOUNT:
            wrong[text] = f"金额“{text}”超出合理范围"
        elif found is not None:
            known.append((text, round(found.amount, 2), found.currency))
    schema: dict[str, pl.DataType] = {"text": pl.String(), "amount": AMOUNT, "currency": pl.String()}
    return pl.DataFrame(known, schema=schema, orient="row"), wrong
