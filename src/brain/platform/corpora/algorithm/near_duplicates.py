"""Texts that are nearly the same: found by bands of MinHash signatures, decided by their exact Jaccard.

Two texts of similarity s share a band of r bins with probability s^r, any of b bands with 1 − (1 − s^r)^b.
With 32 bands of 8 that is 0.997 at 0.8 and 0.12 at 0.5, with 64 of 4 it is 0.98 at 0.5. What a band proposes
is first looked at by one byte of each bin (Li and König 2010), whose estimate has a standard error of 0.03,
and what that leaves is compared in full: nothing is called a copy on an estimate.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
import numpy.typing as npt

from brain.platform.corpora.algorithm.shingles import Hashes, Signature, band_keys, jaccard

ROWS_ALIKE: Final = 8  # bins of a band for 0.7 and above
ROWS_RELATED: Final = 4
DOUBT: Final = 0.12  # four standard errors of the estimate
_HELD: Final = 256  # shingle sets kept for the next comparison, about 50 kB each
_BATCH: Final = 1_000  # signatures turned into band keys at once

ShinglesOf = Callable[[int], Hashes]
Near = tuple[int, int, float]  # two samples and their Jaccard


@dataclass(frozen=True)
class Index:
    """`buckets`, (samples, bands): which bucket, −1 where a sample is alone in it. `sketches`, (samples,
    bins): the low byte of each bin. 256 bytes a sample, and 8 a band."""

    buckets: npt.NDArray[np.int64]
    sketches: npt.NDArray[np.uint8]

    def shared(self, number: int) -> list[int]:
        buckets = self.buckets[number]
        return [int(bucket) for bucket in buckets[buckets >= 0]]

    def may_be_near(self, number: int, others: list[int], threshold: float) -> list[int]:
        """Those of the others whose estimated Jaccard leaves it open."""
        if not others:
            return []
        alike = (self.sketches[others] == self.sketches[number]).mean(axis=1)
        estimated = (alike - 1 / 256) / (1 - 1 / 256)
        return [other for other, near in zip(others, estimated, strict=True) if near >= threshold - DOUBT]


def index(signatures: Iterable[Signature], rows: int) -> Index:
    """Bands of `rows` bins."""
    keys: list[Hashes] = []
    sketches: list[npt.NDArray[np.uint8]] = []
    batch: list[Signature] = []

    def end() -> None:
        stacked = np.stack(batch)
        keys.append(band_keys(stacked, rows))
        sketches.append(stacked.astype(np.uint8))
        batch.clear()

    for signature in signatures:
        batch.append(signature)
        if len(batch) == _BATCH:
            end()
    if batch:
        end()
    if not keys:
        return Index(np.zeros((0, 1), np.int64), np.zeros((0, 1), np.uint8))
    return Index(_buckets(np.concatenate(keys)), np.concatenate(sketches))


def _buckets(keys: Hashes) -> npt.NDArray[np.int64]:
    found = np.full(keys.shape, -1, np.int64)
    start = 0
    for band in range(keys.shape[1]):
        _, place, count = np.unique(keys[:, band], return_inverse=True, return_counts=True)
        shared = count[place] > 1
        found[shared, band] = place[shared] + start
        start += len(count)
    return found


def repeats(found: Index, shingles_of: ShinglesOf, threshold: float) -> dict[int, tuple[int, float]]:
    """For each sample that is nearly a kept one before it: which, and how near.

    Samples come newest first. Only kept ones are compared with: none is dropped for its likeness to a sample
    that was itself dropped.
    """
    held = lru_cache(_HELD)(shingles_of)
    kept: dict[int, list[int]] = defaultdict(list)
    same: dict[int, tuple[int, float]] = {}
    for number in range(len(found.buckets)):
        shared = found.shared(number)
        others = sorted({other for bucket in shared for other in kept[bucket]})
        others = found.may_be_near(number, others, threshold)
        rated = [(jaccard(held(number), held(other)), -other) for other in others]
        best = max(rated, default=(0.0, 0))
        if rated and best[0] >= threshold:
            same[number] = (-best[1], best[0])
            continue
        for bucket in shared:
            kept[bucket].append(number)
    return same


def pairs(found: Index, shingles_of: ShinglesOf, threshold: float) -> Iterator[Near]:
    """Every pair that shares a bucket and is at least so near."""
    held = lru_cache(_HELD)(shingles_of)
    before: dict[int, list[int]] = defaultdict(list)
    for number in range(len(found.buckets)):
        shared = found.shared(number)
        others = sorted({other for bucket in shared for other in before[bucket]})
        for other in found.may_be_near(number, others, threshold):
            near = jaccard(held(number), held(other))
            if near >= threshold:
                yield other, number, near
        for bucket in shared:
            before[bucket].append(number)


def clusters(size: int, related: Iterable[Near]) -> npt.NDArray[np.int64]:
    """For each sample the least number of its connected component."""
    parent = list(range(size))

    def root(number: int) -> int:
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    for left, right, _ in related:
        low, high = sorted((root(left), root(right)))
        parent[high] = low
    return np.array([root(number) for number in range(size)], np.int64)
