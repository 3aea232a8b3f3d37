"""Money: an exact amount in a currency, and the registration capital texts it is read from."""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from brain.kit.errors import Invalid

_CURRENCIES: Final = {
    "人民币": "CNY",
    "美元": "USD",
    "美金": "USD",
    "港元": "HKD",
    "港币": "HKD",
    "欧元": "EUR",
    "日元": "JPY",
    "英镑": "GBP",
    "新加坡元": "SGD",
    "澳大利亚元": "AUD",
    "澳元": "AUD",
    "加拿大元": "CAD",
    "加元": "CAD",
    "韩元": "KRW",
    "韩国元": "KRW",
    "瑞士法郎": "CHF",
    "新台币": "TWD",
    "台币": "TWD",
    "澳门元": "MOP",
    "德国马克": "DEM",
    "法国法郎": "FRF",
}
_LATIN: Final = frozenset(_CURRENCIES.values()) | {"RMB"}
_UNITS: Final = {
    "": 1,
    "百": 100,
    "千": 1_000,
    "万": 10_000,
    "百万": 10**6,
    "千万": 10**7,
    "亿": 10**8,
    "万亿": 10**12,
}
_DIGITS: Final = {
    character: value
    for value, characters in enumerate(
        ("零〇", "一壹", "二贰两", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖")
    )
    for character in characters
}
_TENS: Final = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}

_NOTHING: Final = re.compile(r"[-—*/]*|无|未知|暂无|null|none|nan", re.IGNORECASE)
_PUNCTUATION: Final = re.compile(r"[\s,()]")
_CURRENCY: Final = re.compile("|".join(sorted([*_CURRENCIES, *_LATIN], key=len, reverse=True)), re.IGNORECASE)
_ARABIC: Final = re.compile(
    r"(?P<number>\d+(?:\.\d+)?(?:E[+-]?\d{1,2})?)(?P<unit>[百千]?万亿?|[百千]|亿|)", re.IGNORECASE
)
_CHINESE: Final = re.compile(rf"[{''.join(_DIGITS)}十拾][{''.join(_DIGITS)}{''.join(_TENS)}万亿]*")


@dataclass(frozen=True)
class Money:
    """`amount` in whole units of `currency` (ISO 4217), never in 万."""

    amount: Decimal
    currency: str = "CNY"

    @classmethod
    def of_wan(cls, wan: Decimal | int | str, currency: str = "CNY") -> "Money":
        return cls(Decimal(wan).scaleb(4), currency)

    @property
    def wan(self) -> Decimal:
        return self.amount.scaleb(-4)

    def __str__(self) -> str:
        return f"{self.amount:,f} {self.currency}"


def parse_capital(text: str | None) -> Money | None:
    """Registration capital as written; None when the register says nothing.

    A bare number is in 万, as registers publish capital. Refuses with `Invalid` what cannot be read
    as one amount.
    """
    tidy = _PUNCTUATION.sub("", unicodedata.normalize("NFKC", text or ""))
    if _NOTHING.fullmatch(tidy):
        return None
    currency, rest = _take_currency(tidy)
    rest = rest.removesuffix("整").removesuffix("正").removesuffix("元").removesuffix("圆")
    arabic = _ARABIC.fullmatch(rest)
    if arabic:
        written = arabic["unit"] if rest != tidy or arabic["unit"] else "万"
        return Money(Decimal(arabic["number"]) * _UNITS[written], currency)
    if _CHINESE.fullmatch(rest):
        return Money(Decimal(_chinese_number(rest)), currency)
    raise Invalid(f"“{text}”不是可以识别的注册资本")


def _take_currency(text: str) -> tuple[str, str]:
    found = _CURRENCY.findall(text)
    if len(found) > 1:
        raise Invalid(f"“{text}”含有多个币种")
    if not found:
        return "CNY", text
    name = found[0].upper()
    return _CURRENCIES.get(name, "CNY" if name == "RMB" else name), _CURRENCY.sub("", text)


def _chinese_number(text: str) -> int:
    """壹仟贰佰万 → 12000000: sections of ten thousand, each of thousands, hundreds, tens and units."""
    for mark, size in (("亿", 10**8), ("万", 10**4)):
        head, found, tail = text.rpartition(mark)
        if found:
            return _chinese_number(head) * size + (_chinese_number(tail) if tail else 0)
    total = digit = 0
    for character in text:
        if character in _TENS:
            total += (digit or 1) * _TENS[character]
            digit = 0
        else:
            digit = _DIGITS[character]
    return total + digit
