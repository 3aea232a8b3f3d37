"""Which classes words speak for: a naive Bayes model with Dirichlet smoothing over sparse counts."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from brain.platform.governance.algorithm.industry_coding.bags import Bags, Floats, Ints, ranges

CHUNK = 4_000  # texts at once: 4,000 × 1,381 classes × 8 bytes are 44 MB
RAREST = 1e-9  # of a feature that only speaks against classes
AGAINST = 0.9  # what is excluded leaves a feature a tenth of its likelihood in the class
KEPT = 6  # classes kept for each text


@dataclass(frozen=True)
class Labels:
    """Text `texts[i]` belongs to class `classes[i]` with `weights[i]`; a text may belong to several."""

    texts: Ints
    classes: Ints
    weights: Floats

    def joined(self, other: "Labels") -> "Labels":
        return Labels(
            np.concatenate([self.texts, other.texts]),
            np.concatenate([self.classes, other.classes]),
            np.concatenate([self.weights, other.weights]),
        )


@dataclass(frozen=True)
class Readings:
    """For each text the most likely classes, best first, and their probabilities."""

    classes: NDArray[np.int32]
    shares: NDArray[np.float32]


@dataclass(frozen=True, kw_only=True)
class Reading:
    """How a model is read: `smoothing` counts of the background in each class, `sharpness` times the mean
    log-likelihood of the features, `prior` times the logarithm of the class's share."""

    smoothing: float
    sharpness: float
    prior: float


@dataclass(frozen=True)
class WordClasses:
    """Weights of feature i in classes stand at `starts[i] : starts[i + 1]`."""

    features: Ints
    starts: Ints
    classes: NDArray[np.int32]
    weights: NDArray[np.float32]
    shares: Floats

    @classmethod
    def learnt(cls, bags: Bags, labels: Labels, classes: int) -> Self:
        """Each text gives its weight once, spread over its features; what sums to no weight is left out."""
        lengths = bags.lengths[labels.texts]
        borne = bags.features[ranges(bags.starts[labels.texts], lengths)]
        keys = borne * classes + np.repeat(labels.classes, lengths)
        distinct, places = np.unique(keys, return_inverse=True)
        weights = np.bincount(places, np.repeat(labels.weights / np.maximum(lengths, 1), lengths))
        distinct, weights = distinct[weights != 0], weights[weights != 0]
        features, starts = np.unique(distinct // classes, return_index=True)
        sums = np.maximum(np.bincount(labels.classes, labels.weights, classes), 0)
        return cls(
            features,
            np.append(starts, len(distinct)),
            (distinct % classes).astype(np.int32),
            weights.astype(np.float32),
            sums / sums.sum(),
        )

    def read(self, bags: Bags, reading: Reading) -> Readings:
        sums = np.maximum(np.bincount(self.classes, self.weights, len(self.shares)), 0)
        positive = np.maximum(self.weights, 0)
        background = np.add.reduceat(positive, self.starts[:-1]) / positive.sum()
        rarity = np.repeat(np.maximum(background, RAREST), np.diff(self.starts))
        gains = np.log1p(np.maximum(self.weights / (reading.smoothing * rarity), -AGAINST))
        floor = np.log(reading.smoothing / (sums + reading.smoothing))
        prior = reading.prior * np.log(self.shares + 1e-6)
        found = [self._read(part, gains, floor, prior, reading.sharpness) for _, part in bags.parts(CHUNK)]
        kept = min(KEPT, len(self.shares))
        return Readings(
            np.concatenate([np.empty((0, kept), np.int32), *(classes for classes, _ in found)]),
            np.concatenate([np.empty((0, kept), np.float32), *(shares for _, shares in found)]),
        )

    def _read(
        self, bags: Bags, gains: Floats, floor: Floats, prior: Floats, sharpness: float
    ) -> tuple[NDArray[np.int32], NDArray[np.float32]]:
        texts, many = np.repeat(np.arange(len(bags)), bags.lengths), len(self.shares)
        places = np.minimum(np.searchsorted(self.features, bags.features), len(self.features) - 1)
        known = self.features[places] == bags.features
        texts, places = texts[known], places[known]
        lengths = np.diff(self.starts)[places]
        entries = ranges(self.starts[places], lengths)
        cells = np.repeat(texts, lengths) * many + self.classes[entries]
        scores = np.bincount(cells, gains[entries], len(bags) * many).astype(np.float64)
        scores = scores.reshape(len(bags), many)
        scores += np.bincount(texts, minlength=len(bags))[:, None] * floor
        scores *= sharpness / np.maximum(bags.lengths, 1)[:, None]
        scores += prior
        scores = np.exp(scores - scores.max(axis=1, keepdims=True))
        scores /= scores.sum(axis=1, keepdims=True)
        kept = min(KEPT, many)
        best = np.argpartition(-scores, kept - 1, axis=1)[:, :kept]
        order = np.argsort(-np.take_along_axis(scores, best, 1), axis=1, kind="stable")
        best = np.take_along_axis(best, order, 1)
        return best.astype(np.int32), np.take_along_axis(scores, best, 1).astype(np.float32)
