"""What items and name say together, and the way down the tree from section to class."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from brain.reference.industry import IndustryCode

DECAY = (
    0.5  # each item of a scope weighs half of the one before: the first is registered as the main business
)
NAME = 0.5  # the name against the first item
_WIDTHS: Final = (1, 3, 4, 5)  # characters of C, C29, C291, C2911


@dataclass(frozen=True)
class Voice:
    """An item of the scope or the name, its weight, and the classes it speaks for with their shares."""

    text: str
    in_name: bool
    weight: float
    shares: Mapping[int, float]


def pooled(voices: Sequence[Voice]) -> dict[int, float]:
    """Share of each class in all that is said; what a voice does not give to its best classes is lost."""
    whole = sum(voice.weight for voice in voices)
    found: dict[int, float] = {}
    for voice in voices:
        for number, share in voice.shares.items():
            found[number] = found.get(number, 0.0) + voice.weight * share / whole
    return found


def descent(shares: Mapping[IndustryCode, float]) -> list[tuple[IndustryCode, float]]:
    """The heaviest section, the heaviest division in it and so on, each with the share of all below it."""
    path, left = list[tuple[IndustryCode, float]](), dict(shares)
    for width in _WIDTHS:
        sums: dict[str, float] = {}
        for code, share in left.items():
            sums[code[:width]] = sums.get(code[:width], 0.0) + share
        best = max(sums, key=lambda code: (sums[code], code))
        path.append((IndustryCode(best), sums[best]))
        left = {code: share for code, share in left.items() if code.startswith(best)}
    return path
