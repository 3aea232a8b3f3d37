"""How long a work unit was in which state, and how much its counters grew."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

SECOND: Final = 1_000_000  # µs
MINUTE: Final = 60 * SECOND
SILENT_MINUTES: Final = 5  # without any value of any point: the gateway was not running
UNKNOWN: Final = -1

Stretch = tuple[int, int]  # µs since 1970 UTC, [begin, end)
Moments = NDArray[np.int64]


def without(stretches: Sequence[Stretch], holes: Sequence[Stretch]) -> list[Stretch]:
    """What of `stretches` (in order, apart) is in none of `holes`."""
    left = list(stretches)
    for first, last in holes:
        cut = []
        for begin, end in left:
            cut += [(begin, min(end, first)), (max(begin, last), end)]
        left = [(begin, end) for begin, end in cut if begin < end]
    return left


def silences(heard: NDArray[np.bool_], begin: int, end: int) -> list[Stretch]:
    """Runs of at least `SILENT_MINUTES` without a value; `heard` tells of each minute from `begin` on."""
    edges = np.flatnonzero(np.diff(np.concatenate(([True], heard, [True])).astype(np.int8)))
    runs = zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True)
    return [
        (begin + first * MINUTE, min(begin + last * MINUTE, end))
        for first, last in runs
        if last - first >= SILENT_MINUTES
    ]


def seconds_in(
    at: Moments, codes: NDArray[np.int8], before: int, stretches: Sequence[Stretch], kinds: int
) -> NDArray[np.float64]:
    """Seconds within `stretches` (in order, apart) of each code from 0 on, last of `UNKNOWN`. The state of
    `at[i]` (ascending) holds until the next; `before` is the one that held before the first."""
    found = np.zeros(kinds + 1)
    if not stretches:
        return found
    edges = np.array(stretches, np.int64)
    length = edges[:, 1] - edges[:, 0]
    passed = np.stack((np.cumsum(length) - length, np.cumsum(length)), axis=1)
    changes = np.concatenate((edges[:1, 0], at, edges[-1:, 1]))
    upto = np.interp(changes, edges.ravel(), passed.ravel())
    spent = np.maximum(np.diff(upto), 0) / SECOND
    np.add.at(found, np.concatenate(([before], codes)), spent)  # UNKNOWN is -1: the last place
    return found


def growth(counts: NDArray[np.float64], before: float | None) -> tuple[float, float | None]:
    """By how much a counter grew, and where it stands. A fall is a reset: what it shows then came since."""
    if not len(counts):
        return 0.0, before
    first = counts[0] if before is None else before
    steps = np.diff(counts, prepend=first)
    return float(np.where(steps >= 0, steps, counts).sum()), float(counts[-1])
