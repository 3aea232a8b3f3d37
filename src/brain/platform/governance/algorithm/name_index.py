"""Which registered names are near a written one: pairs of characters, their rarity, and the score.

Formula and figures stand in docs/algorithms/name_matching.md.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import LCSseq
from rapidfuzz.process import cdist

from brain.platform.governance.domain.names import WrittenName

Ints: TypeAlias = NDArray[np.int64]
Floats: TypeAlias = NDArray[np.float64]

GRAMS = 1 << 20
GAPS = (1, 2)  # neighbours, and neighbours but one: what a lost, swapped or wrong character leaves intact
BUDGET = 1_000  # candidates to look at; at 300 one name in a hundred is lost, at 1,000 none (measured)
HOPELESS = 20 * BUDGET  # a name whose rarest pair is borne by more says nothing

EXPLAINED, COMPLETE, IN_ORDER = 0.5, 0.25, 0.25
OUTSIDE = 0.05
LEAST_SCORE = 0.4
TOO_NEAR = 0.03


@dataclass(frozen=True)
class NameStatistics:
    """How many names there are and how many bear each gram."""

    names: int
    counts: NDArray[np.int32]

    @classmethod
    def empty(cls) -> "NameStatistics":
        return cls(0, np.zeros(GRAMS, np.int32))

    def changed_by(self, names: int, added: Ints, removed: Ints) -> "NameStatistics":
        change = np.bincount(added, minlength=GRAMS) - np.bincount(removed, minlength=GRAMS)
        return NameStatistics(self.names + names, (self.counts + change).astype(np.int32))

    def weights(self, grams: Ints) -> Floats:
        """The rarer the gram, the more it tells."""
        weights: Floats = np.log1p(self.names / (1.0 + self.counts[grams]))
        return weights


@dataclass(frozen=True)
class Probe:
    """What to ask the index: names with any of the grams, or with all of them."""

    grams: list[int]
    all: bool


def grams(texts: Sequence[str]) -> tuple[Ints, Ints]:
    """Ordered pairs of characters of each text as hashes, and the number of the text that each is from."""
    gap = "\0" * max(GAPS)
    points = np.frombuffer(gap.join([*texts, ""]).encode("utf-32-le"), np.uint32).astype(np.int64)
    owners = np.repeat(np.arange(len(texts)), [len(text) + len(gap) for text in texts])
    hashes, owned = [], []
    for distance in GAPS:
        first, second = points[:-distance], points[distance:]
        inside = (first != 0) & (second != 0)
        hashes.append((((first * 0x9E3779B1) ^ (second * 0x85EBCA6B)) >> 7)[inside] & (GRAMS - 1))
        owned.append(owners[:-distance][inside])
    return np.concatenate(hashes), np.concatenate(owned)


def gram_sets(texts: Sequence[str]) -> list[Ints]:
    """The distinct grams of each text."""
    hashes, owners = grams(texts)
    distinct = np.unique(owners * GRAMS + hashes)
    return np.split(distinct % GRAMS, np.searchsorted(distinct // GRAMS, np.arange(1, len(texts))))


def probe(text: str, statistics: NameStatistics) -> Probe | None:
    """The rarest grams, as many as stay within the budget; None when no name can be told from it."""
    own = np.unique(grams([text])[0])
    borne = own[statistics.counts[own] > 0]
    rarest_first = borne[np.argsort(statistics.counts[borne], kind="stable")]
    if not len(rarest_first) or statistics.counts[rarest_first[0]] > HOPELESS:
        return None
    affordable = int(np.searchsorted(np.cumsum(statistics.counts[rarest_first]), BUDGET, side="right"))
    if affordable:
        return Probe(rarest_first[:affordable].tolist(), all=False)
    return Probe(rarest_first[:3].tolist(), all=True)


def scores(
    written: WrittenName, texts: Sequence[str], credit_codes: Sequence[str], statistics: NameStatistics
) -> Floats:
    """From 0 to 1 for each candidate: what of the written name it explains, how much of the candidate was
    written, and how much in the same order."""
    hashes, owners = grams(texts)
    weights = statistics.weights(hashes)

    def shared(text: str) -> tuple[Floats, float]:
        """The weight of a text's grams in each candidate, and in the text itself."""
        own = np.unique(grams([text])[0])
        found = np.bincount(owners, np.where(np.isin(hashes, own), weights, 0.0), len(texts))
        return found.astype(np.float64), float(statistics.weights(own).sum())

    whole, whole_weight = shared(written.text)
    explained = np.minimum(whole / whole_weight, 1.0)
    complete = np.minimum(whole / np.bincount(owners, weights, len(texts)), 1.0)
    in_order = cdist([written.text], texts, scorer=LCSseq.similarity)[0] / len(written.text)
    score: Floats = EXPLAINED * explained + COMPLETE * complete + IN_ORDER * in_order
    if written.region is None:
        return score
    # 长沙三标 means 湖南三标房地产 if that is registered in 长沙: the region counts as found there.
    credit = np.array([written.region_credit(code) for code in credit_codes])
    core, core_weight = shared(written.core)
    if core_weight:
        score += EXPLAINED * np.maximum(np.minimum(core / core_weight, 1.0) * credit - explained, 0.0)
    return np.maximum(score - OUTSIDE * (1 - credit), 0.0)


def firsts(scores: Floats, credit_codes: Sequence[str], count: int) -> list[tuple[float, int]]:
    """The best place of each of `count` enterprises, best first; none below `LEAST_SCORE`."""
    best: dict[str, tuple[float, int]] = {}
    for place in np.argsort(-scores, kind="stable").tolist():
        if len(best) == count or scores[place] < LEAST_SCORE:
            break
        best.setdefault(credit_codes[place], (round(float(scores[place]), 4), place))
    return list(best.values())


def is_ambiguous(rated: Sequence[tuple[float, int]]) -> bool:
    return len(rated) > 1 and rated[0][0] - rated[1][0] < TOO_NEAR
