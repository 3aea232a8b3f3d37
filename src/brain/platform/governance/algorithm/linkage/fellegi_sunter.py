"""The Fellegi–Sunter model: what each agreement level tells, learned without labels by EM.

Fellegi and Sunter, A Theory for Record Linkage (1969); a left record means at most one right record as in
Sadinle, Bayesian Estimation of Bipartite Matchings (2017). Formula in docs/algorithms/entity_matching.md.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from brain.platform.governance.algorithm.linkage.fields import MISSING, Field, Floats, Ints, Levels

ROUNDS: Final = 50
_SETTLED: Final = 1e-4
_LEAST_CHANCE: Final = 1e-9
_PRIOR_COUNT: Final = 1.0  # one pair spread over the levels: what was never seen is not impossible


@dataclass(frozen=True)
class Model:
    """`matching[f][l]` and `differing[f][l]`: the share of pairs that do and do not match with level l."""

    fields: tuple[Field, ...]
    matching: tuple[Floats, ...]
    differing: tuple[Floats, ...]
    odds: float  # that a candidate pair matches, before looking at it

    def bits(self, levels: Levels) -> Floats:
        """log2(m/u) of each pair and field; 0 where a value is unknown."""
        return _bits(self.matching, self.differing, levels)

    def weights(self, bits: Floats) -> Floats:
        """All evidence of each pair with the prior, in bits: its log odds to base 2."""
        weights: Floats = bits.sum(axis=1) + np.log2(self.odds)
        return weights


def probabilities(weights: Floats, competing: Ints | None = None) -> Floats:
    """Of a match. `competing` numbers the left records, each meaning one right record at most."""
    odds = np.exp2(np.clip(weights, -500, 500))
    others = np.bincount(competing, odds)[competing] if competing is not None else odds
    answer: Floats = odds / (1.0 + others)
    return answer


def by_chance(random_levels: Levels, equality: Floats, fields: Sequence[Field]) -> tuple[Floats, ...]:
    """How often each level occurs among random pairs; the highest, equality, as counted."""
    shares = []
    for place, field in enumerate(fields):
        drawn = _shares(random_levels[:, place], np.ones(len(random_levels)), len(field.bounds) + 1)
        equal = min(max(float(equality[place]), _LEAST_CHANCE), 0.99)
        below = drawn[:-1] * (1 - equal) / drawn[:-1].sum()
        shares.append(np.append(below, equal))
    return tuple(shares)


def estimate(
    levels: Levels, chance: Sequence[Floats], fields: Sequence[Field], competing: Ints | None = None
) -> Model:
    """EM over candidate pairs for m and the prior; u is `chance`, as `by_chance` gives it."""
    patterns, pattern_of = _patterns(levels)
    first = tuple(_first_guess(len(field.bounds) + 1) for field in fields)
    model = Model(tuple(fields), first, tuple(chance), 0.1)
    for _ in range(ROUNDS):
        weights = model.weights(model.bits(patterns))
        matching = probabilities(weights[pattern_of], competing)
        matched = np.bincount(pattern_of, matching, len(patterns)).astype(np.float64)
        after = _maximised(model, patterns, matched, len(levels))
        moved = max(
            float(np.abs(new - old).max()) for new, old in zip(after.matching, model.matching, strict=True)
        )
        model = after
        if moved < _SETTLED:
            break
    return model


def _patterns(levels: Levels) -> tuple[Levels, Ints]:
    """The distinct rows, and which of them each row is."""
    codes = np.zeros(len(levels), np.int64)
    for column in levels.T:
        codes = codes * 16 + column + 1
    _, first, pattern_of = np.unique(codes, return_index=True, return_inverse=True)
    return levels[first], pattern_of


def _maximised(model: Model, patterns: Levels, matched: Floats, pairs: int) -> Model:
    """What agrees by chance stays as random pairs have it."""
    share = min(max(float(matched.sum()) / max(pairs, 1), 1e-6), 1 - 1e-6)
    matching = [_shares(patterns[:, f], matched, len(chance)) for f, chance in enumerate(model.differing)]
    return Model(model.fields, tuple(matching), model.differing, share / (1 - share))


def _shares(column: Levels, weights: Floats, size: int) -> Floats:
    """Of each level among known values."""
    known = column != MISSING
    counted = np.bincount(column[known], weights[known], size) + _PRIOR_COUNT / size
    shares: Floats = counted / counted.sum()
    return shares


def _first_guess(size: int) -> Floats:
    """Matches mostly agree."""
    guess = 4.0 ** np.arange(size)
    shares: Floats = guess / guess.sum()
    return shares


def _bits(matching: Sequence[Floats], differing: Sequence[Floats], levels: Levels) -> Floats:
    bits = np.zeros(levels.shape)
    for place, (m, u) in enumerate(zip(matching, differing, strict=True)):
        known = levels[:, place] != MISSING
        bits[known, place] = np.log2(m / u)[levels[known, place]]
    return bits
