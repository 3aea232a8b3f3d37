"""How many tokens a text has, estimated from its kinds of characters."""

import re
from typing import Final

_HAN: Final = re.compile(r"[\u3400-\u9fff\U00020000-\U0002ffff]+")
_WORD: Final = re.compile(r"[A-Za-z\u00c0-\u024f]+")
_DIGIT: Final = re.compile(r"\d+")
_MARK: Final = re.compile(r"[^\w\s]+")

# Tokens by character, by word and by digit, least squares against Qwen's vocabulary on one half of the national
# and provincial statutes (benchmarks/corpora.py measures them on the other half).
PER_HAN: Final = 0.60
PER_WORD: Final = 1.30
PER_DIGIT: Final = 1.0
PER_MARK: Final = 0.90


def estimated_tokens(text: str) -> int:
    """About what a byte-pair vocabulary of 150,000 with much Chinese makes of it."""
    han = sum(map(len, _HAN.findall(text)))
    words = len(_WORD.findall(text))
    digits = sum(map(len, _DIGIT.findall(text)))
    marks = len(_MARK.findall(text))
    return round(PER_HAN * han + PER_WORD * words + PER_DIGIT * digits + PER_MARK * marks)
