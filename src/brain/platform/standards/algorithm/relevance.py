"""How well a thing answers a search: by its name, its synonyms, its pinyin, its definition.

The words of a search are looked for one by one and all must be found somewhere; a Chinese word that stands
nowhere as it is counts by the pairs of characters that it shares with a name (Dice ≥ 0.5).
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from pypinyin import Style, lazy_pinyin

from brain.platform.standards.contract import Told

_NAME, _SYNONYM, _PINYIN, _TEXT = 6.0, 5.0, 3.0, 2.0
_NEAR: Final = 0.5
_WHOLE: Final = 2.0  # times as good as a part of it


def relevance(words: str, told: Told) -> float:
    """0 where one of the words is found nowhere."""
    scores = [_score(word, told) for word in words.lower().split()]
    return sum(scores) if scores and all(scores) else 0.0


def _score(word: str, told: Told) -> float:
    named = _best(word, told.names) * _NAME
    meant = _best(word, told.synonyms) * _SYNONYM
    return max(named, meant) or _by_pinyin(word, told) or _by_text(word, told)


def _best(word: str, texts: Sequence[str]) -> float:
    return max((_hit(word, text.lower()) for text in texts), default=0.0)


def _hit(word: str, text: str) -> float:
    if word == text:
        return _WHOLE
    # A short name around the word says more than a long one; a name within the word says what it is about.
    if word in text:
        return 1.0 + len(word) / len(text)
    return len(text) / len(word) if len(text) > 1 and text in word else 0.0


def _by_pinyin(word: str, told: Told) -> float:
    if not (word.isascii() and word.isalpha() and len(word) > 1):
        return 0.0
    written = [form for name in (*told.names, *told.synonyms) for form in _pinyin(name)]
    return _PINYIN if any(form.startswith(word) for form in written) else 0.0


@lru_cache(maxsize=20_000)
def _pinyin(text: str) -> tuple[str, ...]:
    """In full and by initials; nothing for what is not Chinese."""
    if text.isascii():
        return ()
    return "".join(lazy_pinyin(text)).lower(), "".join(lazy_pinyin(text, style=Style.FIRST_LETTER)).lower()


def _by_text(word: str, told: Told) -> float:
    if any(word in text.lower() for text in told.texts):
        return _TEXT
    near = max((_dice(word, name.lower()) for name in (*told.names, *told.synonyms)), default=0.0)
    return near if near >= _NEAR else 0.0


def _dice(one: str, other: str) -> float:
    pairs, others = _pairs(one), _pairs(other)
    return 2 * len(pairs & others) / (len(pairs) + len(others)) if pairs and others else 0.0


@lru_cache(maxsize=20_000)
def _pairs(text: str) -> frozenset[str]:
    return frozenset(text[place : place + 2] for place in range(len(text) - 1))
