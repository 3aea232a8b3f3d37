"""Shapes of texts: a character stands for its class. Codes and numbers have few shapes, prose has many."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from brain.platform.governance.algorithm.errors.evidence import Evidence, Kind
from brain.platform.governance.algorithm.errors.table import Column

DECIMAL: Final = re.compile(r"[+-]?\d*\.?\d+")
NUMBER: Final = re.compile(r"9(?:[.,]9)+")
LEAST_CELLS = 30
COMMON, RARE = 0.05, 0.02  # shares of the filled cells that make a shape usual, or strange
COVERED = 0.9  # by usual shapes: below it the column has no shape of its own


@lru_cache(maxsize=8192)
def character_class(character: str) -> str:
    """9 digit, A and a letters, 中 other letters (Han …); what is none of them stands for itself."""
    category = unicodedata.category(character)
    return {"Nd": "9", "Lu": "A", "Ll": "a", "Lo": "中"}.get(category, character)


def shape(text: str) -> str:
    return "".join(map(character_class, text))


def collapsed(exact: str) -> str:
    """A shape without the lengths of its runs: 9999-99 becomes 9-9. A number is 9, with decimals or not."""
    runs = "".join(
        each
        for each, before in zip(exact, "\0" + exact, strict=False)
        if each != before or each not in "9Aa中 "
    )
    return NUMBER.sub("9", runs)


def _counts(column: Column, shapes: list[str]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for each, count in zip(shapes, column.counts.tolist(), strict=True):
        counts[each] += count
    return counts


def usual_shapes(column: Column) -> tuple[set[str], list[str], Counter[str]] | None:
    """The shapes that the column normally has, the shape of each distinct value, and how many cells have it.

    Exact shapes are tried first (fixed lengths), then collapsed ones. None for prose and for words of
    free length: an apostrophe is no error there.
    """
    exact = [shape(text) for text in column.distinct]
    for shapes in (exact, [collapsed(each) for each in exact]):
        counts = _counts(column, shapes)
        usual = {each for each, count in counts.items() if count >= COMMON * column.filled}
        covered = sum(counts[each] for each in usual)
        fits = _fixed(usual) if shapes is exact else all("9" in each for each in usual)
        if covered >= COVERED * column.filled and fits and not _prose(column):
            return usual, shapes, counts
    return None


def _fixed(usual: set[str]) -> bool:
    """Whether exact shapes are those of codes: numbers of several lengths and words are not."""
    lengths_vary = len({collapsed(each) for each in usual}) < len(usual)
    return not lengths_vary and all("9" in each or not set(each) & set("a中") for each in usual)


def _prose(column: Column) -> bool:
    words = sum(
        len(text.split()) * count for text, count in zip(column.distinct, column.counts.tolist(), strict=True)
    )
    return bool(words > 2.5 * column.filled)


def strange_shapes(column: Column) -> Iterator[tuple[int, Evidence]]:
    """Cells of a structured column whose shape hardly any other cell has."""
    if column.filled < LEAST_CELLS or _numeric(column):
        return
    found = usual_shapes(column)
    if found is None:
        return
    usual, shapes, counts = found
    covered = sum(counts[each] for each in usual)
    rows = column.rows_by_code()
    for code, each in enumerate(shapes):
        if counts[each] <= RARE * column.filled:
            # Of the unusual cells, those in shapes of their own are the more likely slips.
            confidence = covered / column.filled * (1 - counts[each] / column.filled) * 0.95
            reason = (
                f"形状 {each} 只有 {counts[each]} 处，本列 {covered / column.filled:.1%} 为 {_some(usual)}"
            )
            repair = _punctuated(column.distinct[code], usual)
            evidence = Evidence(kind=Kind.PATTERN, confidence=confidence, reason=reason, repair=repair)
            yield from ((int(row), evidence) for row in rows[code])


def _punctuated(text: str, usual: set[str]) -> str | None:
    """The text with the punctuation of the one usual shape that has the same letters and digits in place."""
    own = shape(text)
    alike = [
        each
        for each in usual
        if len(each) == len(own)
        and all(a == b or not (a in "9Aa中" or b in "9Aa中") for a, b in zip(own, each, strict=True))
    ]
    if len(alike) != 1:
        return None
    return "".join(mine if theirs in "9Aa中" else theirs for mine, theirs in zip(text, alike[0], strict=True))


def _numeric(column: Column) -> bool:
    """Numbers with decimals have as many shapes as lengths."""
    cells = sum(
        count
        for text, count in zip(column.distinct, column.counts.tolist(), strict=True)
        if DECIMAL.fullmatch(text)
    )
    return cells > COVERED * column.filled and any("." in text for text in column.distinct)


def _some(shapes: set[str]) -> str:
    return "、".join(sorted(shapes)[:3])
