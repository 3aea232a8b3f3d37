"""The language of a text, told by its scripts and, for Latin letters, by English's commonest words."""

import re
from typing import Final

from brain.platform.corpora.algorithm.character_kinds import Kind, counts, kinds
from brain.platform.corpora.domain.samples import Language

LEAST_HAN: Final = 0.3  # of the letters; Chinese technical texts are full of Latin model numbers
MOST_KANA: Final = 0.05  # of the letters
LEAST_LATIN: Final = 0.7  # of the letters
LEAST_ENGLISH: Final = 0.15  # of the words; other languages in Latin letters stay below

_WORD: Final = re.compile(r"[a-z\u00c0-\u024f]+")
_COMMON_WORDS: Final = """
the of and to in is that it for as was with be by on not he his are this at from or have an they
which you were all we can has there been if more when will would who so no out up do any your what
its about into than them only other some could these may then such over also must shall should
"""
ENGLISH: Final = frozenset(_COMMON_WORDS.split())


def language(text: str) -> Language:
    counted = counts(kinds(text))
    han = counted[Kind.HAN] + counted[Kind.RARE_HAN]
    letters = han + counted[Kind.LATIN] + counted[Kind.KANA] + counted[Kind.OTHER_LETTER]
    if not letters:
        return "other"
    if han >= LEAST_HAN * letters:
        return "other" if counted[Kind.KANA] > MOST_KANA * letters else "zh"
    if counted[Kind.LATIN] < LEAST_LATIN * letters:
        return "other"
    words = _WORD.findall(text.lower())
    english = sum(word in ENGLISH for word in words)
    return "en" if english >= LEAST_ENGLISH * len(words) else "other"
