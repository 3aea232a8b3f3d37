"""Signals of text not worth learning from: each a share of the text, each with a limit and a reason."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

import numpy as np

from brain.platform.corpora.algorithm.character_kinds import Counts, Kind, counts, kinds
from brain.platform.corpora.algorithm.shingles import grams
from brain.platform.corpora.domain.recipes import QualityLimits
from brain.platform.corpora.domain.samples import Dropped, Sample

_GRAM: Final = 10  # characters: shorter runs come again in every legal text
_MOJIBAKE: Final = re.compile("锟斤拷|锟|烫烫烫|屯屯屯|â€|Ã[\u0080-\u00bf]")
# The commonest characters of written Chinese that carry grammar; a page that OCR garbled has few of them.
_FUNCTION: Final = re.compile("[的一是在不了和有为以与于及或等其者之对由从但而应可将被所]")


def judge(sample: Sample, limits: QualityLimits) -> Dropped | None:
    """Why a sample is not good enough; None when it is. The first reason that applies is given."""
    text = sample.text
    counted = counts(kinds(text))
    size = int(counted.sum() - counted[Kind.SPACE])
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if size < limits.least_characters:
        return Dropped(reason="too_short")
    if _table_share(lines) > limits.most_table:
        return Dropped(reason="table_only")
    broken = counted[Kind.BROKEN] + sum(map(len, _MOJIBAKE.findall(text)))
    if broken > limits.most_broken * size:
        return Dropped(reason="broken_characters")
    if counted[Kind.SYMBOL] > limits.most_symbols * size:
        return Dropped(reason="symbols")
    return _repetitive(text, lines, limits) or _unnatural(text, counted, limits)


def _table_share(lines: Sequence[str]) -> float:
    rows = sum(len(line) for line in lines if line.startswith("|"))
    return rows / max(1, sum(map(len, lines)))


def _repetitive(text: str, lines: Sequence[str], limits: QualityLimits) -> Dropped | None:
    again = sum(len(line) * (count - 1) for line, count in Counter(lines).items())
    if again > limits.most_repeated_lines * sum(map(len, lines)):
        return Dropped(reason="repeated_lines")
    hashes = grams(text, _GRAM)
    if len(hashes) and 1 - len(np.unique(hashes)) / len(hashes) > limits.most_repeated_grams:
        return Dropped(reason="repeated_grams")
    return None


def _unnatural(text: str, counted: Counts, limits: QualityLimits) -> Dropped | None:
    """Chinese only: other languages are judged by the signals before."""
    han = counted[Kind.HAN] + counted[Kind.RARE_HAN]
    if han <= counted[Kind.LATIN]:
        return None
    if counted[Kind.RARE_HAN] > limits.most_rare_han * han:
        return Dropped(reason="rare_characters")
    if len(_FUNCTION.findall(text)) < limits.least_function_words * han:
        return Dropped(reason="no_sentences")
    return None
