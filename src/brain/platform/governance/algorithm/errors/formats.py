"""Cells that say the same in another form: words for nothing, numbers with other units, two fields in one."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from decimal import Decimal
from statistics import median
from typing import Final

import numpy as np

from brain.platform.governance.algorithm.errors.evidence import Evidence, Kind
from brain.platform.governance.algorithm.errors.shapes import shape
from brain.platform.governance.algorithm.errors.table import Column

SYMBOLS: Final = frozenset(
    "- -- — —— / \\ . ? ？ * n/a #n/a #na n.a. <na> nan null \\n (null) #null! #ref!".split()  # noqa: SIM905
)
WORDS: Final = frozenset(
    ("na", "none", "nil", "unknown", "missing", "无", "空", "未知", "不详", "暂无", "未填", "未填写", "缺失")
)
NUMBER: Final = re.compile(r"([^\d.+\-]*)([+-]?\d[\d,]*(?:\.\d+)?|[+-]?\.\d+)(\D*)")
LEAST_NUMBERS = 0.9  # share of cells that read as a number with something about it
LEAST_CELLS = 5


def disguised_missing(column: Column) -> Iterator[tuple[int, Evidence]]:
    """Words that stand for nothing. A word that could be a value (无, NA) counts only where it is unlike
    the others: beside numbers and codes."""
    rows = column.rows_by_code()
    for code, text in enumerate(column.distinct):
        word = text.lower()
        if word in SYMBOLS or (word in WORDS and _unlike_others(column, code)):
            count = int(column.counts[code])
            reason = f"“{text}”（{count} 处）是空值的写法，应为空"
            evidence = Evidence(kind=Kind.DISGUISED_MISSING, confidence=0.95, reason=reason, repair="")
            yield from ((int(row), evidence) for row in rows[code])


def _unlike_others(column: Column, code: int) -> bool:
    others = [
        (any("9" in each for each in shape(text)), int(count))
        for place, (text, count) in enumerate(zip(column.distinct, column.counts, strict=True))
        if place != code
    ]
    with_digits = sum(count for digits, count in others if digits)
    return with_digits > 0.8 * (column.filled - int(column.counts[code])) > 0


def other_units(column: Column) -> Iterator[tuple[int, Evidence]]:
    """Numbers whose prefix or suffix is not the one that most have.

    Where the medians of both forms are alike, the sign is dropped or added; where they differ by a power
    of ten (0.05 beside 5%), the number is converted with it.
    """
    parsed = {code: found for code, text in enumerate(column.distinct) if (found := NUMBER.fullmatch(text))}
    cells = sum(int(column.counts[code]) for code in parsed)
    if cells < LEAST_NUMBERS * column.filled or cells < 4 * LEAST_CELLS:
        return
    forms: dict[tuple[str, str], list[int]] = defaultdict(list)
    for code, found in parsed.items():
        forms[found[1], found[3]].append(code)
    sizes = Counter({form: sum(int(column.counts[code]) for code in codes) for form, codes in forms.items()})
    (main, size), *rest = sizes.most_common()
    if size < 0.5 * cells or not rest or _is_code(*main):
        return
    rows = column.rows_by_code()
    for form, count in rest:
        shift = _power_of_ten(column, parsed, forms[form], forms[main])
        for code in forms[form]:
            repair = None if shift is None else _rewritten(parsed[code][2], shift, main)
            reason = (
                f"写作“{form[0]}数{form[1]}”的 {count} 处，本列多数（{size} 处）写作“{main[0]}数{main[1]}”"
            )
            evidence = Evidence(kind=Kind.FORMAT, confidence=0.9, reason=reason, repair=repair)
            yield from ((int(row), evidence) for row in rows[code])


def _is_code(prefix: str, suffix: str) -> bool:
    """One letter right before the digits and nothing behind, as in C2911: no unit of a quantity."""
    return len(prefix) == 1 and prefix.isascii() and prefix.isalpha() and not suffix


def _power_of_ten(
    column: Column, parsed: dict[int, re.Match[str]], minority: list[int], majority: list[int]
) -> int | None:
    """By which power of ten the minority is greater; None when it cannot be told.

    The same size is the likelier, so another one must be met more exactly.
    """

    def middle(codes: list[int]) -> float:
        numbers = [abs(float(parsed[code][2].replace(",", ""))) for code in codes]
        weights = [int(column.counts[code]) for code in codes]
        return median(number for number, weight in zip(numbers, weights, strict=True) for _ in range(weight))

    if sum(int(column.counts[code]) for code in minority) < LEAST_CELLS:
        return None
    small, large = middle(minority), middle(majority)
    if not small or not large:
        return None
    power = math.log10(small / large)
    if abs(power) < 0.5:
        return 0
    return round(power) if abs(power - round(power)) < 0.25 else None


def _rewritten(number: str, shift: int, form: tuple[str, str]) -> str:
    if shift:
        number = f"{Decimal(number.replace(',', '')).scaleb(-shift).normalize():f}"
    return f"{form[0]}{number}{form[1]}"


def merged(column: Column, other: Column) -> Iterator[tuple[int, str, str, str]]:
    """Cells of `column` that carry a value of `other` at their end while `other` is empty there.

    Yields row, what remains, what belongs to the other column, and the reason. It must happen far more
    often where the other is empty than where it is filled.
    """
    known = {text for text, count in zip(other.distinct, other.counts.tolist(), strict=True) if count >= 3}
    splits = {
        code: split for code, text in enumerate(column.distinct) if (split := _split(text, known)) is not None
    }
    empty, hits = other.codes < 0, np.isin(column.codes, list(splits))
    of_empty = int((empty & (column.codes >= 0)).sum())
    of_filled = int((~empty & (column.codes >= 0)).sum())
    if of_empty < LEAST_CELLS or not of_filled:
        return
    here, there = int((hits & empty).sum()) / of_empty, int((hits & ~empty).sum()) / of_filled
    if here < 0.3 or here < 10 * there:
        return
    for row in (hits & empty).nonzero()[0]:
        rest, tail = splits[int(column.codes[row])]
        reason = f"末尾的“{tail}”是“{other.name}”的取值，而该行“{other.name}”为空（空行中 {here:.0%} 如此）"
        yield int(row), rest, tail, reason


_TAIL: Final = re.compile(r"(?P<rest>.*\S)(?:\s*[,;，；、/|]\s*|\s+)(?P<tail>\S+)", re.DOTALL)


def _split(text: str, known: set[str]) -> tuple[str, str] | None:
    found = _TAIL.fullmatch(text)
    if found and found["tail"] in known:
        return found["rest"], found["tail"]
    return None
