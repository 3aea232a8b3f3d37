"""Reporting periods: months, quarters, half-years and years of the Beijing calendar."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from enum import IntEnum
from typing import Final

from brain.kit.errors import Invalid

_BEIJING: Final = timezone(timedelta(hours=8), "Asia/Shanghai")


class Span(IntEnum):
    """Length of a period in months."""

    MONTH = 1
    QUARTER = 3
    HALF = 6
    YEAR = 12


_FORMS: Final = (
    (Span.MONTH, re.compile(r"(?P<year>\d{4})(?:-|年)?(?P<number>0?[1-9]|1[0-2])月?", re.ASCII)),
    (Span.QUARTER, re.compile(r"(?P<year>\d{4})(?:-?Q|年第?)(?P<number>[1-4一二三四])(?:季度)?", re.ASCII)),
    (Span.HALF, re.compile(r"(?P<year>\d{4})(?:-?H|年)(?P<number>[12上下])(?:半年)?", re.ASCII)),
    (Span.YEAR, re.compile(r"(?P<year>\d{4})年?(?P<number>)", re.ASCII)),
)
_NUMBERS: Final = {"": 1, "一": 1, "二": 2, "三": 3, "四": 4, "上": 1, "下": 2}


@dataclass(frozen=True, order=True)
class Period:
    """The `number`-th month, quarter or half of `year` (1-based; 1 for a whole year)."""

    year: int
    number: int
    span: Span

    def __post_init__(self) -> None:
        if not (1 <= self.year <= 9999 and 1 <= self.number <= 12 // self.span):
            raise Invalid(f"{self.year} 年没有第 {self.number} 个长 {self.span} 个月的期间")

    @classmethod
    def of(cls, moment: date | datetime, span: Span) -> "Period":
        """The period a day lies in; an aware datetime is first seen from Beijing."""
        day = _beijing_day(moment)
        return cls(day.year, (day.month - 1) // span + 1, span)

    @classmethod
    def parse(cls, text: str) -> "Period":
        """2024-03, 202403, 2024年3月 · 2024Q1, 2024年一季度 · 2024H1, 2024年上半年 · 2024, 2024年."""
        tidy = text.strip().upper()
        for span, form in _FORMS:
            match = form.fullmatch(tidy)
            if match and _unambiguous(tidy, span):
                number = match["number"]
                return cls(int(match["year"]), _NUMBERS.get(number) or int(number), span)
        raise Invalid(f"“{text}”不是报告期，应如 2024-03、2024Q1、2024H1、2024")

    def __str__(self) -> str:
        suffix = {
            Span.MONTH: f"-{self.number:02}",
            Span.QUARTER: f"Q{self.number}",
            Span.HALF: f"H{self.number}",
            Span.YEAR: "",
        }
        return f"{self.year:04}{suffix[self.span]}"

    @property
    def title(self) -> str:
        """As a Chinese reader writes it: 2024年3月, 2024年第一季度, 2024年上半年, 2024年."""
        if self.span is Span.YEAR:
            return f"{self.year}年"
        if self.span is Span.MONTH:
            return f"{self.year}年{self.number}月"
        if self.span is Span.QUARTER:
            return f"{self.year}年第{'一二三四'[self.number - 1]}季度"
        return f"{self.year}年{'上下'[self.number - 1]}半年"

    @property
    def first(self) -> date:
        return date(self.year, (self.number - 1) * self.span + 1, 1)

    @property
    def last(self) -> date:
        month = self.number * self.span
        return date(self.year, 12, 31) if month == 12 else date(self.year, month + 1, 1) - timedelta(days=1)

    def __contains__(self, moment: date | datetime) -> bool:
        return self.first <= _beijing_day(moment) <= self.last

    def shift(self, steps: int) -> "Period":
        """The period `steps` later (earlier when negative) of the same span."""
        years, index = divmod(self.number - 1 + steps, 12 // self.span)
        return Period(self.year + years, index + 1, self.span)

    def through(self, end: "Period") -> Iterator["Period"]:
        """This period and the following ones up to `end`; nothing when `end` is earlier."""
        current = self
        while current.first <= end.first:
            yield current
            current = current.shift(1)

    def split(self, span: Span) -> tuple["Period", ...]:
        """The shorter periods this one is made of."""
        return tuple(Period.of(self.first, span).through(Period.of(self.last, span)))


def _unambiguous(text: str, span: Span) -> bool:
    """2024年1 could be a month or a quarter: a number after 年 must name its span."""
    endings = {Span.MONTH: "月", Span.QUARTER: "季度", Span.HALF: "半年", Span.YEAR: "年"}
    return "年" not in text or text.endswith(endings[span])


def _beijing_day(moment: date | datetime) -> date:
    if not isinstance(moment, datetime):
        return moment
    return moment.astimezone(_BEIJING).date() if moment.tzinfo else moment.date()
