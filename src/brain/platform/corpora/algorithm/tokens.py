"""How many tokens a text has, estimated from its kinds of characters."""

from typing import Final

from brain.platform.corpora.algorithm.character_kinds import Kind, counts, kinds, runs

# Qwen's vocabulary splits numbers into digits and takes a run of marks as one; a Han character's part is
# fitted on every second statute with these fixed (benchmarks/corpora.py measures the others). A word's
# is the usual figure for English, not measured here.
PER_HAN: Final = 0.555
PER_WORD: Final = 1.3
PER_DIGIT: Final = 1.0
PER_MARK: Final = 1.0


def token_features(text: str) -> tuple[int, int, int, int]:
    """Han characters and other letters, Latin words, digits, runs of marks."""
    found = kinds(text)
    counted = counts(found)
    han = counted[Kind.HAN] + counted[Kind.RARE_HAN] + counted[Kind.KANA] + counted[Kind.OTHER_LETTER]
    marks = runs(found, Kind.PUNCTUATION) + runs(found, Kind.SYMBOL)
    return int(han), runs(found, Kind.LATIN), int(counted[Kind.DIGIT]), marks


def estimated_tokens(text: str) -> int:
    """About what a byte-pair vocabulary of 150,000 with much Chinese makes of it."""
    han, words, digits, marks = token_features(text)
    return round(PER_HAN * han + PER_WORD * words + PER_DIGIT * digits + PER_MARK * marks)
