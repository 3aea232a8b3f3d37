"""From what is said of an enterprise to a coding: candidates, evidence, and the finest level that is sure."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from brain.platform.governance.algorithm.industry_coding.pooling import Voice, descent, pooled
from brain.reference.industry import IndustryCode

SURE = 0.8  # a level is given out when it is right in this part of such cases
CANDIDATES = 5
EVIDENCE = 4
# Logistic regression of "right at this level" on the share of the level, on the development labels only.
CALIBRATION = ((-0.44, 5.03), (-0.85, 5.48), (-0.60, 4.41), (-0.51, 4.28))


@dataclass(frozen=True)
class Candidate:
    code: IndustryCode
    share: float


@dataclass(frozen=True)
class Evidence:
    """`text` of the name or the scope speaks for the first candidate with this part of all that is said."""

    text: str
    in_name: bool
    share: float


@dataclass(frozen=True)
class Step:
    """A level on the way to the first candidate, and how probably it is right."""

    code: IndustryCode
    confidence: float


@dataclass(frozen=True)
class Coding:
    candidates: tuple[Candidate, ...]
    steps: tuple[Step, ...]
    evidence: tuple[Evidence, ...]

    @property
    def settled(self) -> Step | None:
        """The finest level that is sure; None: not even the section."""
        sure = [step for step in self.steps if step.confidence >= SURE]
        return sure[-1] if sure else None


def judged(codes: Sequence[IndustryCode], voices: Sequence[Voice]) -> Coding | None:
    if not voices:
        return None
    shares = {codes[number]: share for number, share in pooled(voices).items()}
    path = descent(shares)
    best = path[-1][0]
    others = sorted((code for code in shares if code != best), key=lambda code: (-shares[code], code))
    number = codes.index(best)
    whole = sum(one.weight for one in voices)
    said = [
        Evidence(one.text, one.in_name, one.weight * one.shares.get(number, 0.0) / whole) for one in voices
    ]
    return Coding(
        tuple(Candidate(code, shares[code]) for code in [best, *others][:CANDIDATES]),
        tuple(Step(code, confidence(code.level, share)) for code, share in path),
        tuple(sorted((one for one in said if one.share > 0.01), key=lambda one: -one.share)[:EVIDENCE]),
    )


def confidence(level: int, share: float) -> float:
    intercept, slope = CALIBRATION[level - 1]
    return 1 / (1 + math.exp(-(intercept + slope * share)))
