"""Signals of text not worth learning from: each a share of the text, each with a limit and a reason."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

import numpy as np

from brain.platform.corpora.algorithm.shingles import grams
from brain.platform.corpora.domain.recipes import QualityLimits
from brain.platform.corpora.domain.samples import Dropped, Sample

_GRAM: Final = 10  # characters: shorter runs come again in every legal text
_WHITE: Final = re.compile(r"\s+")
_SYMBOL: Final = re.compile(r"[^\w\s，。、；：？！“”‘’（）《》〈〉【】［］—…·,.;:?!\"'()\[\]%\-/|#]")
_BROKEN: Final = re.compile("[\ufffd\ue000-\uf8ff\U000f0000-\U0010ffff]|锟斤拷|锟|烫烫烫|屯屯屯|â€|Ã.")
_HAN: Final = re.compile(r"[\u3400-\u9fff\U00020000-\U0002ffff]")
_LETTER: Final = re.compile(r"[A-Za-z]")
# The commonest characters of written Chinese that carry grammar; a page that OCR garbled has few of them.
_FUNCTION: Final = frozenset("的一是在不了和有为以与于及或等其者之对由从但而应可将被所")


def judge(sample: Sample, limits: QualityLimits) -> Dropped | None:
    """Why a sample is not good enough; None when it is. The first reason that applies is given."""
    text = sample.text
    size = len(_WHITE.sub("", text))
    if size < limits.least_characters:
        return Dropped(reason="too_short")
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if _table_share(lines) > limits.most_table:
        return Dropped(reason="table_only")
    if _covered(_BROKEN.findall(text)) > limits.most_broken * size:
        return Dropped(reason="broken_characters")
    if len(_SYMBOL.findall(text)) > limits.most_symbols * size:
        return Dropped(reason="symbols")
    return _repetitive(text, lines, limits) or _unnatural(text, limits)


def _repetitive(text: str, lines: Sequence[str], limits: QualityLimits) -> Dropped | None:
    counted = Counter(lines)
    again = sum(len(line) * (count - 1) for line, count in counted.items())
    if again > limits.most_repeated_lines * sum(map(len, lines)):
        return Dropped(reason="repeated_lines")
    hashes = grams(text, _GRAM)
    if len(hashes) and 1 - len(np.unique(hashes)) / len(hashes) > limits.most_repeated_grams:
        return Dropped(reason="repeated_grams")
    return None


def _unnatural(text: str, limits: QualityLimits) -> Dropped | None:
    """Chinese only: other languages are judged by the signals before."""
    han = _HAN.findall(text)
    if len(han) <= len(_LETTER.findall(text)):
        return None
    rare = sum(not _common(character) for character in han)
    if rare > limits.most_rare_han * len(han):
        return Dropped(reason="rare_characters")
    if sum(character in _FUNCTION for character in han) < limits.least_function_words * len(han):
        return Dropped(reason="no_sentences")
    return None


def _table_share(lines: Sequence[str]) -> float:
    rows = sum(len(line) for line in lines if line.startswith("|"))
    return rows / max(1, sum(map(len, lines)))


def _covered(found: Sequence[str]) -> int:
    return sum(map(len, found))


_COMMON: Final = frozenset(
    bytes((lead, trail)).decode("gb2312", errors="ignore")
    for lead in range(0xB0, 0xF8)
    for trail in range(0xA1, 0xFF)
)


def _common(character: str) -> bool:
    """One of the 6,763 of GB 2312."""
    return character in _COMMON
