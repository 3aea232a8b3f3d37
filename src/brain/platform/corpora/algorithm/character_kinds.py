"""What kinds of characters a text is made of, counted by a table look-up of every character at once."""

import unicodedata
from enum import IntEnum
from functools import cache

import numpy as np
import numpy.typing as npt

Kinds = npt.NDArray[np.uint8]
Counts = npt.NDArray[np.int64]  # indexed by Kind


class Kind(IntEnum):
    """Han of GB 2312's 6,763 is `HAN`, any other `RARE_HAN`; `PUNCTUATION` is what prose uses, other marks
    are `SYMBOL`; `BROKEN` is what no writer means: replacement and private-use characters."""

    SPACE = 0
    HAN = 1
    RARE_HAN = 2
    LATIN = 3
    DIGIT = 4
    KANA = 5
    OTHER_LETTER = 6
    PUNCTUATION = 7
    SYMBOL = 8
    BROKEN = 9


_LAST = 0x32000  # beyond lie no letters: emblems, tags, private use
_PUNCTUATION = frozenset("，。、；：？！“”‘’（）《》〈〉【】［］—…·,.;:?!\"'()[]%-/|#")
_HAN_RANGES = ((0x3400, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x31FFF))


@cache
def _common_han() -> frozenset[str]:
    pairs = (bytes((lead, trail)) for lead in range(0xB0, 0xF8) for trail in range(0xA1, 0xFF))
    return frozenset(pair.decode("gb2312", errors="ignore") for pair in pairs)


def _kind(code: int) -> Kind:
    character = chr(code)
    if any(first <= code <= last for first, last in _HAN_RANGES):
        return Kind.HAN if character in _common_han() else Kind.RARE_HAN
    if 0x3040 <= code <= 0x30FF:
        return Kind.KANA
    if character in _PUNCTUATION:
        return Kind.PUNCTUATION
    category = unicodedata.category(character)
    if code == 0xFFFD or category == "Co":
        return Kind.BROKEN
    if category[0] == "L":
        return Kind.LATIN if code < 0x250 else Kind.OTHER_LETTER
    if category[0] == "N":
        return Kind.DIGIT
    return Kind.SPACE if character.isspace() or category[0] in "CM" else Kind.SYMBOL


@cache
def _table() -> Kinds:
    return np.array([_kind(code) for code in range(_LAST)], np.uint8)


def kinds(text: str) -> Kinds:
    """One kind a character, in order."""
    codes = np.frombuffer(text.encode("utf-32-le", errors="replace"), np.uint32)
    return _table()[np.minimum(codes, _LAST - 1)]


def counts(found: Kinds) -> Counts:
    """How many characters of each kind."""
    return np.bincount(found, minlength=len(Kind))


def runs(found: Kinds, kind: Kind) -> int:
    """How many unbroken runs of a kind: words, of Latin letters."""
    hit = found == kind
    return int(hit[:1].sum() + (hit[1:] & ~hit[:-1]).sum())
