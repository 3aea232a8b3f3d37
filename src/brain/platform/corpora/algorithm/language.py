"""The language of a text, told by its scripts and, for Latin letters, by English's commonest words."""

import re
from typing import Final

from brain.platform.corpora.domain.samples import Language

_LETTERS: Final = re.compile(r"[^\W\d_]")
_HAN: Final = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0002ffff]")
_KANA: Final = re.compile(r"[\u3040-\u30ff]")
_LATIN_WORD: Final = re.compile(r"[a-z\u00c0-\u024f]+(?:'[a-z]+)?")
LEAST_HAN: Final = 0.3  # of the letters; Chinese technical texts are full of Latin model numbers
MOST_KANA: Final = 0.05  # of the letters
LEAST_ENGLISH: Final = 0.15  # of the words; other languages in Latin letters stay below 0.08

ENGLISH: Final = frozenset(
    (
        "the of and to in is that it for as was with be by on not he his are this at from or have an they "
        "which you were all we can has there been if more when will would who so no out up do any your what "
        "its about into than them only other some could these may then such over also must shall should"
    ).split()
)


def language(text: str) -> Language:
    letters = len(_LETTERS.findall(text))
    if not letters:
        return "other"
    if len(_HAN.findall(text)) >= LEAST_HAN * letters:
        return "other" if len(_KANA.findall(text)) > MOST_KANA * letters else "zh"
    words = _LATIN_WORD.findall(text.lower())
    english = sum(word in ENGLISH for word in words)
    mostly_latin = sum(map(len, words)) >= 0.7 * letters
    return "en" if mostly_latin and english >= LEAST_ENGLISH * len(words) else "other"
