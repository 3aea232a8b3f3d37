"""Which pairs are worth comparing: equal keys and rare tokens in common, joined into one list."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

from brain.platform.governance.algorithm.linkage.fields import Floats, Ints, Pairs
from brain.platform.governance.algorithm.linkage.tables import Table
from brain.platform.governance.algorithm.linkage.tokens import THREADS, TokenSets, rarity, spread, words

BUDGET = 600  # rows that the rarest tokens of one record may lead to
HOPELESS = 20  # budgets: a record whose rarest token leads to more says nothing
LEAST_COSINE = 0.12  # most of the rows led to lie below, and hardly a match
_AT_ONCE = 4_000_000  # rows led to and sorted at once: with _BITS and 2**22 rows they fit 63 bits
_BITS = 19
_UNIT = 1 << 14  # of weight: the rarest token of 2**22 rows weighs 15.3


@dataclass(frozen=True)
class Blocks:
    """What makes a pair: columns equal together, or rare tokens in common in one of the other columns."""

    equal: Sequence[Sequence[str]] = ()
    characters: Sequence[str] = ()
    words: Sequence[str] = ()
    kept: int = 30  # right rows for each left row and each column of tokens, best first


def candidates(left: Table, right: Table, blocks: Blocks) -> Pairs:
    """All pairs of any block, ascending."""
    found = [_equal(left.frame, right.frame, key) for key in blocks.equal]
    for column in blocks.characters:
        found.append(Searched.of(right.characters(column)).nearest(left.characters(column), blocks.kept))
    for column in blocks.words:
        ours, theirs = words(left[column], right[column])
        found.append(Searched.of(theirs).nearest(ours, blocks.kept))
    keys = [pairs.left * right.height + pairs.right for pairs in found]
    return _pairs(np.concatenate([np.zeros(0, np.int64), *keys]), right.height)


def within(table: Table, blocks: Blocks) -> Pairs:
    """Pairs of one table, each once, never a row with itself."""
    pairs = candidates(table, table, blocks)
    low, high = np.minimum(pairs.left, pairs.right), np.maximum(pairs.left, pairs.right)
    return _pairs((low * table.height + high)[low < high], table.height)


def _pairs(keys: Ints, rows: int) -> Pairs:
    keys = np.sort(keys)
    keys = keys[np.diff(keys, prepend=-1) > 0]
    return Pairs(keys // rows, keys % rows)


def _equal(left: pl.DataFrame, right: pl.DataFrame, key: Sequence[str]) -> Pairs:
    """Rows with equal, known values; a value borne by more than a budget of right rows leads nowhere."""
    ours = left.select(*key).with_row_index("left").drop_nulls()
    theirs = right.select(*key).with_row_index("right").drop_nulls()
    theirs = theirs.filter(pl.len().over(*key) <= BUDGET)
    joined = ours.join(theirs, on=list(key))
    return Pairs(joined["left"].to_numpy().astype(np.int64), joined["right"].to_numpy().astype(np.int64))


@dataclass(frozen=True, eq=False)
class Searched:
    """Rows by their tokens, ready to be asked again and again."""

    weights: Floats
    inverted: TokenSets
    sizes: Floats

    @classmethod
    def of(cls, sets: TokenSets) -> "Searched":
        weights = rarity(sets)
        return cls(weights, sets.inverted(), _sizes(sets, weights))

    def nearest(self, left: TokenSets, kept: int) -> Pairs:
        """The `kept` rows most like each left row by its rarest tokens: the cosine of their weights.

        Only rows at least `LEAST_COSINE` alike, so that few have to be put in order.
        """
        sizes = _sizes(left, self.weights)
        chosen = _affordable(left, self.inverted.sizes)
        owners, tokens = left.owners[chosen], left.tokens[chosen]
        rows_led_to = np.cumsum(np.bincount(owners, self.inverted.sizes[tokens] + 1, len(left.sizes)))
        turns = np.flatnonzero(np.diff(rows_led_to // _AT_ONCE)) + 1
        bounds = [0, *np.searchsorted(owners, turns).tolist(), len(owners)]

        def best(start: int, stop: int) -> Pairs:
            pairs, shared = _reached(owners[start:stop], tokens[start:stop], self.inverted, self.weights)
            cosines = shared * _UNIT / (sizes[pairs.left] * self.sizes[pairs.right])
            near = np.flatnonzero(cosines >= LEAST_COSINE)
            return _best(pairs.at(near), cosines[near], self.inverted.span, kept)

        with ThreadPoolExecutor(THREADS) as pool:
            parts = list(pool.map(best, bounds[:-1], bounds[1:]))
        return Pairs(
            np.concatenate([part.left for part in parts]), np.concatenate([part.right for part in parts])
        )


def _sizes(sets: TokenSets, weights: Floats) -> Floats:
    return np.sqrt(np.maximum(sets.totals(weights), 1.0)) * _UNIT


def _affordable(left: TokenSets, rows_led_to: Ints) -> NDArray[np.bool_]:
    """Which of the left table's tokens to follow: the rarest within the budget, at least one of each row."""
    led = rows_led_to[left.tokens]
    order = np.lexsort((led, left.owners))
    spent = np.cumsum(led[order])
    before = np.concatenate([[0], spent])[left.starts[:-1]]
    first = np.zeros(len(order), bool)
    first[left.starts[:-1][left.sizes > 0]] = True
    affordable = spent - np.repeat(before, left.sizes) <= BUDGET
    affordable |= first & (led[order] <= HOPELESS * BUDGET)
    chosen = np.zeros(len(order), bool)
    chosen[order] = affordable & (led[order] > 0)
    return chosen


def _reached(owners: Ints, tokens: Ints, inverted: TokenSets, weights: Floats) -> tuple[Pairs, Ints]:
    """The rows that tokens lead to, each once, and the weight that they have in common in `_UNIT`s.

    Pair and weight are packed into one number: numpy sorts numbers ten times as fast as their places.
    """
    sizes = inverted.sizes[tokens]
    units = (weights[tokens] * _UNIT).astype(np.int64)
    first = owners[0] if len(owners) else 0
    rows = inverted.tokens[spread(inverted.starts[tokens], sizes)]
    packed = np.repeat((owners - first) * inverted.span << _BITS | units, sizes) + (rows << _BITS)
    packed.sort()
    keys = packed >> _BITS
    heads = np.flatnonzero(np.diff(keys, prepend=-1))
    shared = np.add.reduceat(packed & (1 << _BITS) - 1, heads) if len(heads) else heads
    left, right = np.divmod(keys[heads], inverted.span)
    return Pairs(left + first, right), shared


def _best(pairs: Pairs, cosines: Floats, right_rows: int, kept: int) -> Pairs:
    """The `kept` first of each left row by cosine, then by right row; packed as in `_reached`."""
    if not len(pairs):
        return pairs
    first, most = pairs.left[0], (1 << _BITS) - 1
    behind = most - np.minimum(cosines * most, most).astype(np.int64)
    packed = ((pairs.left - first) << _BITS | behind) * right_rows + pairs.right
    packed.sort()
    left, right = (packed // right_rows >> _BITS) + first, packed % right_rows
    place = np.arange(len(left)) - np.searchsorted(left, left)
    return Pairs(left[place < kept], right[place < kept])
