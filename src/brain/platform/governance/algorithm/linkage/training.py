"""Where some pairs are labelled: logistic regression on many views of how alike the values are.

Views of one field lean on one another: Fellegi–Sunter would count them twice, a regression does not.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import polars as pl
from numpy.typing import NDArray
from rapidfuzz.distance import Indel, JaroWinkler
from rapidfuzz.process import cpdist

from brain.platform.governance.algorithm.linkage import comparison, tokens
from brain.platform.governance.algorithm.linkage.fields import Field, Floats, Kind, Pairs
from brain.platform.governance.algorithm.linkage.tables import Table
from brain.platform.governance.algorithm.linkage.tokens import TokenSets

_WRITTEN: Final = frozenset({Kind.ORGANISATION, Kind.PERSON, Kind.TEXT})
_PENALTIES: Final = (0.3, 1.0, 3.0, 10.0, 30.0, 100.0)
_FOLDS: Final = 5
_NEWTON_STEPS: Final = 25
_SEED: Final = 1


def views(left: Table, right: Table, pairs: Pairs, fields: Sequence[Field]) -> Floats:
    """Similarity and absence of each field; words, rare words, numbers and letters in common."""
    similarity = comparison.similarities(left, right, pairs, fields)
    absent = np.isnan(similarity)
    written = [field.name for field in fields if field.kind in _WRITTEN]
    texts = [(left[name], right[name]) for name in written]
    every = [field.name for field in fields]
    texts.append((_together(left, every), _together(right, every)))
    found = [view for ours, theirs in texts for view in _text_views(ours, theirs, pairs)]
    return np.column_stack([np.nan_to_num(similarity), absent, *found])


@dataclass(frozen=True)
class Regression:
    """A pair at or above `threshold` is taken for a match."""

    centre: Floats
    scale: Floats
    coefficients: Floats
    threshold: float

    def probabilities(self, views: Floats) -> Floats:
        standard = np.column_stack([np.ones(len(views)), (views - self.centre) / self.scale])
        answer: Floats = 1.0 / (1.0 + np.exp(-np.clip(standard @ self.coefficients, -500, 500)))
        return answer


def train(views: Floats, matches: NDArray[np.bool_]) -> Regression:
    """The penalty that foretells these pairs best in cross-validation, and the threshold that follows.

    With true probabilities F1 is greatest at half the greatest F1 (Lipton and others, Optimal Thresholding of
    Classifiers to Maximize F1 Measure, 2014): steadier on few labels than the threshold that was best there.
    """
    folds = np.random.default_rng(_SEED).permutation(len(matches)) % _FOLDS
    tried = []
    for penalty in _PENALTIES:
        held_out = np.zeros(len(matches))
        for fold in range(_FOLDS):
            inside = folds != fold
            fitted = _fit(views[inside], matches[inside], penalty)
            held_out[~inside] = fitted.probabilities(views[~inside])
        foretold = np.where(matches, held_out, 1 - held_out)
        tried.append((-float(np.log(np.maximum(foretold, 1e-9)).sum()), penalty, held_out))
    _, penalty, held_out = min(tried, key=lambda each: each[0])
    greatest, _ = best_threshold(held_out, matches)
    final = _fit(views, matches, penalty)
    return Regression(final.centre, final.scale, final.coefficients, greatest / 2)


def best_threshold(
    scores: Floats, matches: NDArray[np.bool_], all_matches: int | None = None
) -> tuple[float, float]:
    """The greatest F1 and, half-way between two scores, the threshold that gives it.

    `all_matches` counts those that are not among the scored pairs too.
    """
    total = int(matches.sum()) if all_matches is None else all_matches
    order = np.argsort(-scores, kind="stable")
    ranked = scores[order]
    found = np.cumsum(matches[order])
    f1 = 2 * found / (np.arange(1, len(order) + 1) + total)
    f1[:-1][ranked[:-1] == ranked[1:]] = 0.0  # equal scores stand on one side
    best = int(f1.argmax())
    following = ranked[min(best + 1, len(ranked) - 1)]
    return float(f1[best]), float((ranked[best] + following) / 2)


def _fit(views: Floats, matches: NDArray[np.bool_], penalty: float) -> Regression:
    """Newton's method; the penalty spares the constant."""
    centre, scale = views.mean(axis=0), np.maximum(views.std(axis=0), 1e-9)
    standard = np.column_stack([np.ones(len(views)), (views - centre) / scale])
    ridge = np.full(standard.shape[1], penalty)
    ridge[0] = 1e-6
    coefficients = np.zeros(standard.shape[1])
    for _ in range(_NEWTON_STEPS):
        expected = 1.0 / (1.0 + np.exp(-np.clip(standard @ coefficients, -30, 30)))
        gradient = standard.T @ (expected - matches) + ridge * coefficients
        curvature = (standard.T * (expected * (1 - expected))) @ standard + np.diag(ridge)
        step = np.linalg.solve(curvature, gradient)
        coefficients -= step
        if np.abs(step).max() < 1e-6:
            break
    return Regression(centre, scale, coefficients, 0.5)


def _together(table: Table, columns: Sequence[str]) -> pl.Series:
    texts = pl.concat_str(
        [pl.col(column).cast(pl.String) for column in columns], separator=" ", ignore_nulls=True
    )
    return table.frame.select(texts).to_series()


def _text_views(left: pl.Series, right: pl.Series, pairs: Pairs) -> list[Floats]:
    ours, theirs = tokens.words(left, right)
    our_numbers, their_numbers = tokens.words(_numbers(left), _numbers(right))
    written = (
        left.fill_null("").gather(pairs.left).to_list(),
        right.fill_null("").gather(pairs.right).to_list(),
    )
    alike = [
        cpdist(*written, scorer=scorer, dtype=np.float64, workers=tokens.THREADS)
        for scorer in (JaroWinkler.similarity, Indel.normalized_similarity)
    ]
    return [*_word_views(ours, theirs, pairs), *_word_views(our_numbers, their_numbers, pairs), *alike]


def _word_views(left: TokenSets, right: TokenSets, pairs: Pairs) -> list[Floats]:
    """Plain and rare words in common, over the root of the product, over the less and over the more."""
    answers = []
    for weights in (np.ones(left.span), tokens.rarity(left, right) ** 2):
        shared = tokens.common_weight(left, right, pairs, weights)
        ours, theirs = left.totals(weights)[pairs.left], right.totals(weights)[pairs.right]
        answers += [
            comparison.share(shared, whole)
            for whole in (np.sqrt(ours * theirs), np.minimum(ours, theirs), np.maximum(ours, theirs))
        ]
    return answers


def _numbers(texts: pl.Series) -> pl.Series:
    """The words with a digit: models, years, house numbers."""
    return texts.fill_null("").str.to_lowercase().str.extract_all(r"[a-z\-]*\d[a-z0-9.\-]*").list.join(" ")
