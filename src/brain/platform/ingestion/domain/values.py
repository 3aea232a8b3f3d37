"""Reading the text of one cell; `Invalid` says in a sentence why it cannot be read."""

import re
import unicodedata
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal, InvalidOperation
from typing import Final

from brain.kit.clock import BEIJING
from brain.kit.errors import Invalid
from brain.reference.money import parse_capital

_DATE: Final = re.compile(
    r"(?P<year>\d{4})\s*[-/.年]?\s*(?P<month>\d{1,2})\s*[-/.月]?\s*(?P<day>\d{1,2})\s*日?(?:[T\s].*)?",
    re.ASCII,
)
_NO_DATE: Final = re.compile(
    r"[-—/*]*|长期|永久|永续|无固定期限|无|未知|暂无|null|none|nat|9999.*", re.IGNORECASE
)
_MILLISECONDS: Final = re.compile(r"-?\d{11,13}", re.ASCII)
_EXCEL_DAY: Final = re.compile(r"[1-9]\d{4}(?:\.\d+)?", re.ASCII)
_EXCEL_EPOCH: Final = date(1899, 12, 30)
EARLIEST, LATEST = date(1800, 1, 1), date(2999, 12, 31)
_NAMES: Final = re.compile(r"[;；、|\t\n]+")
_YEAR: Final = re.compile(r"(?P<year>(?:19|20)\d{2})\s*(?:年度?)?(?:[-/.].*)?", re.ASCII)


def read_date(text: str) -> date | None:
    """A day in any common form, epoch milliseconds (Beijing time), Excel's day number; None for 长期."""
    tidy = unicodedata.normalize("NFKC", text).strip()
    if _NO_DATE.fullmatch(tidy):
        return None
    day = _day(tidy)
    if day is None or not EARLIEST <= day <= LATEST:
        raise Invalid(f"“{text}”不是可以识别的日期")
    return day


def _day(text: str) -> date | None:
    if _MILLISECONDS.fullmatch(text):
        return datetime.fromtimestamp(int(text) / 1000, BEIJING).date()
    if _EXCEL_DAY.fullmatch(text):
        return _EXCEL_EPOCH + timedelta(days=int(float(text)))
    written = _DATE.fullmatch(text)
    if written is None:
        return None
    try:
        return date(int(written["year"]), int(written["month"]), int(written["day"]))
    except ValueError:
        return None


def read_year(text: str) -> int:
    written = _YEAR.fullmatch(unicodedata.normalize("NFKC", text).strip())
    if written is None:
        raise Invalid(f"“{text}”不是可以识别的年度")
    return int(written["year"])


def read_percent(text: str) -> Decimal:
    tidy = unicodedata.normalize("NFKC", text).strip()
    try:
        value = Decimal(tidy.removesuffix("%").strip())
    except InvalidOperation:
        raise Invalid(f"“{text}”不是可以识别的比例") from None
    if not value.is_finite() or not 0 <= value <= 100:
        raise Invalid(f"比例“{text}”不在 0 到 100 之间")
    return value


def read_time(text: str) -> datetime:
    """An instant; where no zone is written, Beijing time is meant."""
    tidy = unicodedata.normalize("NFKC", text).strip().replace("/", "-")
    try:
        read = datetime.fromisoformat(tidy)
    except ValueError:
        raise Invalid(f"“{text[:40]}”不是可以识别的时间") from None
    placed = read if read.tzinfo else read.replace(tzinfo=BEIJING)
    if not EARLIEST <= placed.date() <= LATEST:
        raise Invalid(f"“{text[:40]}”不是可以识别的时间")
    return placed.astimezone(UTC)


TRUE: Final = frozenset({"是", "真", "有", "true", "t", "yes", "y", "1"})
FALSE: Final = frozenset({"否", "假", "无", "false", "f", "no", "n", "0"})


def read_boolean(text: str) -> bool:
    word = unicodedata.normalize("NFKC", text).strip().lower()
    if word not in TRUE | FALSE:
        raise Invalid(f"“{text[:40]}”不是是或否")
    return word in TRUE


def read_currency(text: str) -> str:
    """An ISO 4217 code from its letters or its Chinese name."""
    money = parse_capital(f"1{text.strip()}")
    if money is None or money.amount != 1:
        raise Invalid(f"“{text}”不是可以识别的币种")
    return money.currency


def read_names(text: str) -> list[str]:
    return [name.strip() for name in _NAMES.split(text) if name.strip()]
