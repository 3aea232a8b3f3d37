"""Texts that are nearly the same: found by bands of MinHash signatures, decided by their exact Jaccard.

Two texts of similarity s share a band of r bins with probability s^r, any of b bands with 1 − (1 − s^r)^b.
With 32 bands of 8 that is 0.997 at 0.8 and 0.12 at 0.5: complete above the threshold, few below. What
a band proposes is compared in full, so nothing is dropped on an estimate.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Final

import numpy as np
import numpy.typing as npt

from brain.platform.corpora.algorithm.shingles import Hashes, jaccard

ROWS_ALIKE: Final = 8  # bins of a band for 0.7 and above
ROWS_RELATED: Final = 4  # 64 bands: 0.98 at 0.5
_HELD: Final = 256  # shingle sets kept for the next comparison, about 50 kB each

Groups = npt.NDArray[np.int64]  # (samples, bands): the bucket, −1 where a sample is alone in it
ShinglesOf = Callable[[int], Hashes]


def groups(keys: Hashes) -> Groups:
    """Buckets of samples with an equal key in the same band."""
    found = np.full(keys.shape, -1, np.int64)
    start = 0
    for band in range(keys.shape[1]):
        _, place, count = np.unique(keys[:, band], return_inverse=True, return_counts=True)
        shared = count[place] > 1
        found[shared, band] = place[shared] + start
        start += len(count)
    return found


def repeats(found: Groups, shingles_of: ShinglesOf, threshold: float) -> dict[int, tuple[int, float]]:
    """For each sample that is nearly a kept one before it: which, and how near.

    Samples come newest first. Only kept ones are compared with: none is dropped for its likeness to a sample
    that was itself dropped.
    """
    held = lru_cache(_HELD)(shingles_of)
    kept: dict[int, list[int]] = defaultdict(list)
    same: dict[int, tuple[int, float]] = {}
    for number, buckets in enumerate(found):
        shared = [int(bucket) for bucket in buckets if bucket >= 0]
        others = sorted({other for bucket in shared for other in kept[bucket]})
        rated = [(jaccard(held(number), held(other)), -other) for other in others]
        best = max(rated, default=(0.0, 0))
        if rated and best[0] >= threshold:
            same[number] = (-best[1], best[0])
            continue
        for bucket in shared:
            kept[bucket].append(number)
    return same


def pairs(found: Groups, shingles_of: ShinglesOf, threshold: float) -> Iterator[tuple[int, int, float]]:
    """Every pair that shares a bucket and is at least so near: left, right, Jaccard."""
    held = lru_cache(_HELD)(shingles_of)
    before: dict[int, list[int]] = defaultdict(list)
    for number, buckets in enumerate(found):
        shared = [int(bucket) for bucket in buckets if bucket >= 0]
        for other in sorted({other for bucket in shared for other in before[bucket]}):
            near = jaccard(held(number), held(other))
            if near >= threshold:
                yield other, number, near
        for bucket in shared:
            before[bucket].append(number)


def clusters(size: int, related: Iterator[tuple[int, int, float]]) -> npt.NDArray[np.int64]:
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
