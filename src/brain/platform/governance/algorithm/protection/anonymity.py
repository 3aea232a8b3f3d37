"""Groups of at least k: generalising quasi-identifiers by Mondrian, and measuring what remains.

LeFevre, DeWitt, Ramakrishnan: Mondrian multidimensional k-anonymity (ICDE 2006), strict partitions; distinct
l-diversity after Machanavajjhala et al. (2007) as a further condition of every cut.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final, Self, TypeAlias

import numpy as np
import polars as pl
from numpy.typing import NDArray

from brain.kit.errors import Invalid, Refusal

Ints: TypeAlias = NDArray[np.int64]
MISSING: Final = "缺"
ANY: Final = "*"
MOST_LISTED: Final = 8  # values of a set that are written out; beyond it the set is *


class TooFewToHide(Refusal):
    status, code = 409, "too_few_to_hide"


@dataclass(frozen=True, kw_only=True)
class Singling:
    """Columns that together single out `share` of the rows, while no part of them does."""

    columns: tuple[str, ...]
    share: float


def anonymised(
    frame: pl.DataFrame, quasi: Sequence[str], k: int, sensitive: str | None = None, kinds: int = 1
) -> pl.DataFrame:
    """Quasi-identifiers as ranges (30–45) or sets (a|b): every combination is borne by at least k rows.

    With `sensitive`, every group also holds at least `kinds` different values of it (l). `TooFewToHide` where
    the whole frame cannot satisfy this.
    """
    if k < 2 or kinds < 1 or not quasi:
        raise Invalid("k 至少为 2，l 至少为 1，准标识符至少一列")
    held = frame[sensitive].rank("dense").fill_null(0).cast(pl.Int64).to_numpy() if sensitive else None
    if frame.height < k or (held is not None and len(np.unique(held)) < kinds):
        raise TooFewToHide(f"{frame.height} 行不足以满足 k={k}、l={kinds}")
    ranks = np.column_stack([_ranks(frame[name]) for name in quasi])
    scales = [_Scale.of(frame[name]) for name in quasi]
    labels = np.empty(ranks.shape, object)
    for rows in _partitions(ranks, held, k, kinds):
        for place, scale in enumerate(scales):
            labels[rows, place] = scale.label(ranks[rows, place])
    return frame.with_columns(
        pl.Series(name, labels[:, place].tolist(), pl.String) for place, name in enumerate(quasi)
    )


@dataclass(frozen=True)
class _Scale:
    """The different values of a column as text, in the order of their ranks."""

    values: list[str]
    is_ordered: bool

    @classmethod
    def of(cls, column: pl.Series) -> Self:
        different = column.drop_nulls().unique().sort()
        is_ordered = column.dtype.is_numeric() or column.dtype.is_temporal()
        return cls([str(value) for value in different], is_ordered)

    def label(self, ranks: Ints) -> str:
        """What a group's values have in common. One missing value hides in `*`, so that it tells no more."""
        low, high = int(ranks.min()), int(ranks.max())
        if low == 0:
            return MISSING if high == 0 else ANY
        if self.is_ordered:
            ends = dict.fromkeys((self.values[low - 1], self.values[high - 1]))
            return "–".join(ends)
        different = np.unique(ranks)
        return "|".join(self.values[rank - 1] for rank in different) if len(different) <= MOST_LISTED else ANY


def _ranks(column: pl.Series) -> Ints:
    """Place of each value among the different ones; missing first."""
    ranks: Ints = column.rank("dense").fill_null(0).cast(pl.Int64).to_numpy()
    return ranks


def _partitions(ranks: Ints, kinds: Ints | None, k: int, least_kinds: int) -> Iterator[Ints]:
    spans = np.maximum(np.ptp(ranks, axis=0), 1)
    waiting = [np.arange(len(ranks))]
    while waiting:
        rows = waiting.pop()
        cut = _cut(ranks[rows], spans, None if kinds is None else kinds[rows], k, least_kinds)
        if cut is None:
            yield rows
        else:
            waiting += [rows[cut], rows[~cut]]


def _cut(
    ranks: Ints, spans: NDArray[np.int64], kinds: Ints | None, k: int, least_kinds: int
) -> NDArray[np.bool_] | None:
    """The half below the median of the relatively widest dimension that leaves two lawful groups."""
    for dimension in np.argsort(-np.ptp(ranks, axis=0) / spans, kind="stable"):
        values = ranks[:, dimension]
        for left in (values < np.median(values), values <= np.median(values)):
            if _lawful(left, kinds, k, least_kinds):
                return left
    return None


def _lawful(left: NDArray[np.bool_], kinds: Ints | None, k: int, least_kinds: int) -> bool:
    if min(left.sum(), (~left).sum()) < k:
        return False
    return kinds is None or min(len(np.unique(kinds[left])), len(np.unique(kinds[~left]))) >= least_kinds


def smallest_group(frame: pl.DataFrame, quasi: Sequence[str]) -> int:
    """k as it is: rows of the rarest combination."""
    return int(frame.group_by(quasi).len()["len"].min() or 0)  # type: ignore[arg-type]


def least_diversity(frame: pl.DataFrame, quasi: Sequence[str], sensitive: str) -> int:
    """l as it is: different sensitive values in the least diverse group."""
    return int(frame.group_by(quasi).agg(pl.col(sensitive).n_unique())[sensitive].min() or 0)  # type: ignore[arg-type]


def singling_out(
    frame: pl.DataFrame, columns: Sequence[str], most: int = 3, share: float = 0.2
) -> list[Singling]:
    """The association check on the data themselves: smallest sets of columns, at most `most` wide, whose
    combinations single out at least `share` of the rows. Columns that do so alone are identifiers."""
    if not 1 <= most <= 4:
        raise Invalid("关联核查每组 1 至 4 列")
    found: list[Singling] = []
    for width in range(1, most + 1):
        for together in combinations(columns, width):
            if any(set(known.columns) <= set(together) for known in found):
                continue
            alone = frame.select(pl.struct(together).is_unique().mean()).item()
            if alone is not None and alone >= share:
                found.append(Singling(columns=together, share=float(alone)))
    return found
