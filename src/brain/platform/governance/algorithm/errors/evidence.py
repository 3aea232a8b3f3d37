"""What speaks against a cell: the kind of evidence, its confidence, and the value proposed instead."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

LEAST_CONFIDENCE = 0.5


class Kind(StrEnum):
    """Why a cell is suspected."""

    DISGUISED_MISSING = "disguised_missing"
    FORMAT = "format"
    MERGED = "merged"
    SPELLING = "spelling"
    CORRUPTED = "corrupted"
    DEPENDENCY = "dependency"
    PATTERN = "pattern"
    OUTLIER = "outlier"


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """One reason. `reason` is a Chinese sentence with the numbers that it rests on; `repair` is None when
    nothing can be proposed, and empty when the cell should be. `beside`: other columns whose values of this
    row the reason rests on."""

    kind: Kind
    confidence: float
    reason: str
    repair: str | None = None
    beside: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Suspicion:
    """A cell that is probably wrong. `row` counts from 0; the strongest evidence comes first."""

    row: int
    column: str
    value: str
    confidence: float
    repair: str | None
    evidence: tuple[Evidence, ...]

    @classmethod
    def of(cls, row: int, column: str, value: str, evidence: Iterable[Evidence]) -> "Suspicion":
        """Independent reasons add up: 1 − ∏(1 − confidence). The strongest that proposes a value decides."""
        ranked = tuple(sorted(evidence, key=lambda each: -each.confidence))
        repairs = [each.repair for each in ranked if each.repair is not None and each.repair != value]
        return cls(
            row=row,
            column=column,
            value=value,
            confidence=1 - math.prod(1 - each.confidence for each in ranked),
            repair=repairs[0] if repairs else None,
            evidence=ranked,
        )


def logit(share: float) -> float:
    return math.log(share / (1 - share))


def probability(log_odds: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, log_odds))))
