"""Numbers far from the others of their column, by median and median absolute deviation."""

import re
from collections.abc import Iterator
from typing import Final

import numpy as np

from brain.platform.governance.algorithm.errors.evidence import Evidence, Kind
from brain.platform.governance.algorithm.errors.table import Column

PLAIN: Final = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)")
LEAST_CELLS, LEAST_DISTINCT = 30, 10
FAR = 8.0  # robust deviations, on the better of the plain and the logarithmic scale
MOST = 0.005  # share of cells beyond: more are a tail, not errors


def outliers(column: Column) -> Iterator[tuple[int, Evidence]]:
    codes = [code for code, text in enumerate(column.distinct) if PLAIN.fullmatch(text)]
    weights = column.counts[codes]
    if weights.sum() < max(LEAST_CELLS, 0.9 * column.filled) or len(codes) < LEAST_DISTINCT:
        return
    if len(codes) > 0.9 * column.filled and all(column.distinct[code].isdigit() for code in codes):
        return  # identifiers
    numbers = np.array([float(column.distinct[code]) for code in codes])
    deviations = _deviations(numbers, weights)
    if (numbers > 0).all():
        deviations = np.minimum(deviations, _deviations(np.log(numbers), weights))
    far = np.flatnonzero(deviations > FAR)
    if not len(far) or weights[far].sum() > max(1.0, MOST * weights.sum()):
        return
    rows = column.rows_by_code()
    middle = float(np.median(np.repeat(numbers, weights)))
    for place in far:
        distance = float(deviations[place])
        reason = f"{column.distinct[codes[place]]} 离中位数 {middle:g} 有 {distance:.0f} 个稳健标准差"
        evidence = Evidence(kind=Kind.OUTLIER, confidence=1 - FAR / (2 * distance), reason=reason)
        yield from ((int(row), evidence) for row in rows[codes[place]])


def _deviations(numbers: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Distances from the median in units of 1.4826 median absolute deviations; all 0 where that is 0."""
    every = np.repeat(numbers, weights)
    middle = np.median(every)
    spread = 1.4826 * float(np.median(np.abs(every - middle)))
    if spread == 0:
        return np.zeros(len(numbers))
    distances: np.ndarray = np.abs(numbers - middle) / spread
    return distances
