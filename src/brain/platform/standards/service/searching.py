"""Things found by words, the best answers first."""

from collections.abc import Iterable
from typing import TypeVar

from brain.platform.standards.algorithm.relevance import relevance
from brain.platform.standards.contract import Standard, Told

T = TypeVar("T")


def found(words: str, things: Iterable[tuple[T, Told]]) -> list[T]:
    """Those that every word is found in; equally good ones stay in their order."""
    scored = [(relevance(words, told), thing) for thing, told in things]
    return [thing for score, thing in sorted(scored, key=lambda one: -one[0]) if score]


def told(standard: Standard) -> Told:
    return Told(
        names=(standard.code, standard.title, standard.title_en),
        synonyms=standard.synonyms,
        texts=(standard.definition, standard.source),
    )
