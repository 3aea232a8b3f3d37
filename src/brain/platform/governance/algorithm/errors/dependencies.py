"""Functional dependencies that nearly hold, mined from the table itself, and what they say of a cell.

A dependency X → A is accepted by description length: naming one value of A for each value of X, plus the
exceptions, must take fewer bits than naming A row by row. Formula: docs/algorithms/data_quality.md.
"""

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, permutations

import numpy as np

from brain.platform.governance.algorithm.errors.table import Column, Flags, Ints

TOLERANCE, PAIR_TOLERANCE = 0.12, 0.06  # share of rows that may break a dependency
SHORTER = 0.75  # of the bits without the dependency
LEAST_GROUPS, LEAST_ROWS = 5, 20
LEAST_SHARE, PAIR_LEAST_SHARE = 0.2, 0.5  # of the filled cells must be in a group of two or more
SOFT = 0.005  # share of rows in exceptions that recur, beyond chance: then it is no dependency
EXEMPT_ROWS, EXEMPT_SHARE = 3, 0.5
LEAST_DOUBT = 0.05  # pseudo-rows for each value: two rows of a true group hardly ever differ
MOST_PAIRED = 16  # columns up to which pairs on the left are tried


@dataclass(frozen=True)
class Dependency:
    """`left` determines `right`, by place of the columns. `groups[x][a]` counts rows, −1 for empty ones;
    `broken` of `rows` rows break it. Rows with a value of `exempt` (column, code) are outside of it."""

    left: tuple[int, ...]
    right: int
    groups: dict[tuple[int, ...], dict[int, int]]
    rows: int
    broken: int
    exempt: frozenset[tuple[int, int]]

    @property
    def doubt(self) -> float:
        """Pseudo-rows for each value: the more exceptions, the less a single other row proves."""
        return max(LEAST_DOUBT, self.broken / self.rows)

    def others(self, codes: Sequence[int], own: tuple[tuple[int, ...], int] | None) -> dict[int, int]:
        """How often each right value stands beside these left values in other rows; empty where exempt."""
        left = tuple(codes[place] for place in self.left)
        if self.exempt and any((place, code) in self.exempt for place, code in enumerate(codes)):
            return {}
        group = self.groups.get(left, {})
        if own is None or own[0] != left or own[1] not in group:
            return group
        rest = group[own[1]] - 1
        return {code: count for code, count in group.items() if code != own[1]} | (
            {own[1]: rest} if rest else {}
        )


def mine(columns: Sequence[Column]) -> list[Dependency]:
    """All dependencies with one column on the left, and with two where both together are far better."""
    places = range(len(columns))
    single = {(left, right): _test(columns, (left,), right) for left, right in permutations(places, 2)}
    found = [trial.dependency for trial in single.values() if trial.dependency is not None]
    if len(columns) > MOST_PAIRED:
        return found
    for left in combinations(places, 2):
        for right in set(places) - set(left):
            alone = [single[each, right] for each in left]
            if any(trial.dependency is not None for trial in alone):
                continue
            trial = _test(columns, left, right)
            if trial.dependency is not None and trial.broken <= 0.5 * min(each.broken for each in alone):
                found.append(trial.dependency)
    return found


@dataclass(frozen=True)
class Trial:
    """The share of rows that break a dependency, and the dependency if it holds well enough."""

    broken: float
    dependency: Dependency | None = None


def _test(columns: Sequence[Column], left: tuple[int, ...], right: int) -> Trial:
    target = columns[right]
    x = _joined([columns[place] for place in left])
    rows = np.flatnonzero((x >= 0) & (target.codes >= 0))
    kept, a = _grouped(x, target.codes, rows)
    least, most = (LEAST_SHARE, TOLERANCE) if len(left) == 1 else (PAIR_LEAST_SHARE, PAIR_TOLERANCE)
    if len(target.distinct) < 2 or len(kept) < max(LEAST_ROWS, least * target.filled):
        return Trial(1.0)
    _, x_dense = np.unique(x[kept], return_inverse=True)
    pairs, pair_of, counts = np.unique(
        x_dense * len(target.distinct) + a, return_inverse=True, return_counts=True
    )
    holder, value = np.divmod(pairs, len(target.distinct))
    is_top = _first_top(holder, counts)
    broken = int(counts[~is_top].sum()) / len(kept)
    few = int(is_top.sum()) < LEAST_GROUPS
    if few or broken > most or not _shorter(np.bincount(a), value, counts, is_top):
        return Trial(broken)
    exempt = _exempt(columns, {*left, right}, kept, kept[~is_top[pair_of]])
    outside = np.zeros(len(kept), np.bool_)
    for place, code in exempt:
        outside |= columns[place].codes[kept] == code
    pairs_inside = np.bincount(pair_of[~outside], minlength=len(pairs))
    if _recurs(holder, value, pairs_inside, is_top):
        return Trial(broken)
    groups = _groups(columns, left, target, np.flatnonzero(x >= 0))
    return Trial(broken, Dependency(left, right, groups, len(kept), round(broken * len(kept)), exempt))


def _joined(left: Sequence[Column]) -> Ints:
    """One code for the values of several columns; −1 where one is empty."""
    codes = left[0].codes
    for column in left[1:]:
        both = (codes >= 0) & (column.codes >= 0)
        codes = np.where(both, codes * max(len(column.distinct), 1) + column.codes, -1)
    return codes


def _grouped(x: Ints, target: Ints, rows: Ints) -> tuple[Ints, Ints]:
    """The rows whose left value stands in two or more, and their right codes."""
    _, inverse, counts = np.unique(x[rows], return_inverse=True, return_counts=True)
    kept = rows[counts[inverse] >= 2]
    return kept, target[kept]


def _first_top(holder: Ints, counts: Ints) -> Flags:
    """Exactly one most frequent right value for each left one."""
    top = np.zeros(int(holder.max()) + 1, np.int64)
    np.maximum.at(top, holder, counts)
    candidates = np.flatnonzero(counts == top[holder])
    _, first = np.unique(holder[candidates], return_index=True)
    chosen = np.zeros(len(counts), np.bool_)
    chosen[candidates[first]] = True
    return chosen


def _shorter(frequency: Ints, value: Ints, counts: Ints, is_top: Flags) -> bool:
    """Whether a value a group and the exceptions are told in fewer bits than every row."""
    rows = int(frequency.sum())
    bits = -np.log2(np.maximum(frequency / rows, 1e-12))
    without = float((frequency * bits).sum())
    broken = int(counts[~is_top].sum()) / rows
    noise = 0.0 if broken == 0 else -broken * math.log2(broken) - (1 - broken) * math.log2(1 - broken)
    exceptions = float((bits[value[~is_top]] * counts[~is_top]).sum())
    return float(bits[value[is_top]].sum()) + rows * noise + exceptions <= SHORTER * without


def _exempt(
    columns: Sequence[Column], own: set[int], kept: Ints, exceptions: Ints
) -> frozenset[tuple[int, int]]:
    """Values elsewhere in the row under which the dependency mostly fails: it does not hold for them."""
    exempt: set[tuple[int, int]] = set()
    for place, column in enumerate(columns):
        if place in own or len(column.distinct) < 2:
            continue
        bad = np.bincount(_filled(column, exceptions), minlength=len(column.distinct))
        all_rows = np.bincount(_filled(column, kept), minlength=len(column.distinct))
        failing = np.flatnonzero((bad >= EXEMPT_ROWS) & (bad >= EXEMPT_SHARE * all_rows))
        exempt |= {(place, int(code)) for code in failing}
    return frozenset(exempt)


def _filled(column: Column, rows: Ints) -> Ints:
    codes = column.codes[rows]
    return codes[codes >= 0]


def _recurs(holder: Ints, value: Ints, counts: Ints, is_top: Flags) -> bool:
    """Whether the same exception stands in a group again and again: random errors seldom repeat.

    Expected by chance, with λ exceptions of one value in a group of n rows: λ (1 − e^−λ) repeated ones.
    """
    wrong = np.where(is_top, 0, counts)
    rows, broken = int(counts.sum()), int(wrong.sum())
    if not broken:
        return False
    shares = np.bincount(value, wrong) / broken
    sizes, many = np.unique(np.bincount(holder, counts), return_counts=True)
    rates = broken / rows * sizes[:, None] * shares[shares > 0][None, :]
    by_chance = float((many[:, None] * rates * -np.expm1(-rates)).sum())
    return int(wrong[wrong >= 2].sum()) > SOFT * rows + 2 * by_chance


def _groups(
    columns: Sequence[Column], left: tuple[int, ...], target: Column, rows: Ints
) -> dict[tuple[int, ...], dict[int, int]]:
    groups: dict[tuple[int, ...], dict[int, int]] = defaultdict(dict)
    table = np.stack([columns[place].codes[rows] for place in left] + [target.codes[rows]])
    values, counts = np.unique(table, axis=1, return_counts=True)
    for *x, a, count in zip(*values.tolist(), counts.tolist(), strict=True):
        groups[tuple(x)][a] = count
    return dict(groups)
