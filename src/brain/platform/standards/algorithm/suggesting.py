"""Which data element a column may hold: by its name, its title, what was found in it, its type."""

from collections.abc import Iterable, Iterator
from typing import Final

from brain.kit.datasets import Column
from brain.platform.standards.contract import Standard, Suggestion
from brain.platform.standards.domain import formats

MOST: Final = 3


def suggestions(column: Column, found: str | None, elements: Iterable[Standard]) -> list[Suggestion]:
    """The best first. `found`: what governance found in the column, where its kind was not declared.

    An element whose format the column's type cannot hold is none.
    """
    kind = column.kind or found
    all_told = (
        Suggestion(element=element, score=score, reason=reason)
        for element in elements
        if element.representation and column.type in formats.read(element.representation.format).types
        for score, reason in [max(_reasons(column, kind, element), default=(0.0, ""))]
    )
    told = (each for each in all_told if each.score > 0)
    return sorted(told, key=lambda each: (-each.score, each.element.code))[:MOST]


def _reasons(column: Column, kind: str | None, element: Standard) -> Iterator[tuple[float, str]]:
    if column.name == element.code:
        yield 1.0, "列名就是数据元的标识"
    elif column.name.endswith(f"_{element.code}"):
        # The longer the identifier that the name ends in, the more it says.
        yield 0.7 + min(len(element.code), 19) / 100, "列名是限定词加数据元的标识"
    if column.title in (element.title, *element.synonyms):
        yield 0.95, f"含义与“{element.title}”相同或同义"
    elif column.title.endswith(element.title):
        yield 0.6 + min(len(element.title), 9) / 100, f"含义是限定词加“{element.title}”"
    if element.representation and kind in element.representation.holds:
        yield 0.9, "内容识别为此类"
