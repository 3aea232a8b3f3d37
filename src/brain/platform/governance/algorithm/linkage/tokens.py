"""Sets of tokens, words or pairs of characters, for whole columns: rarity, common weight, inversion."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

from brain.platform.governance.algorithm.linkage.fields import Floats, Ints, Pairs
from brain.platform.governance.algorithm.name_index import GRAMS, grams

THREADS = 2
_ROWS = 100_000  # made into tokens at once, by one thread
_AT_ONCE = 200_000  # pairs compared at once: keys and answers stay in the processor's cache
_WORD = r"[a-z0-9]+(?:[.\-/][a-z0-9]+)*|[\p{Han}]"


@dataclass(frozen=True)
class TokenSets:
    """Row r has the distinct `tokens[starts[r]:starts[r + 1]]`, ascending, each below `span`."""

    starts: Ints
    tokens: Ints
    span: int

    @classmethod
    def of(cls, rows: int, owners: Ints, tokens: Ints, span: int) -> "TokenSets":
        keys = np.sort(owners * span + tokens)  # numpy's own unique is ten times as slow on 25 million
        keys = keys[np.diff(keys, prepend=-1) > 0]
        starts = np.searchsorted(keys, np.arange(rows + 1) * span)
        return cls(starts, keys % span, span)

    @property
    def sizes(self) -> Ints:
        return np.diff(self.starts)

    @property
    def owners(self) -> Ints:
        return np.repeat(np.arange(len(self.starts) - 1), self.sizes)

    def counts(self) -> Ints:
        """How many rows bear each token."""
        return np.bincount(self.tokens, minlength=self.span)

    def inverted(self) -> "TokenSets":
        """For each token the rows that bear it."""
        rows, owners = len(self.starts) - 1, self.owners

        def sorted_rows(is_part: NDArray[np.bool_]) -> Ints:
            keys = self.tokens[is_part] * rows + owners[is_part]
            keys.sort()
            return keys % rows

        is_low = self.tokens < self.span // 2
        with ThreadPoolExecutor(THREADS) as pool:
            parts = list(pool.map(sorted_rows, (is_low, ~is_low)))
        return TokenSets(np.concatenate([[0], np.cumsum(self.counts())]), np.concatenate(parts), rows)

    def totals(self, weights: Floats) -> Floats:
        """The weight of each row's tokens together."""
        sums = np.concatenate([[0.0], np.cumsum(weights[self.tokens])])
        totals: Floats = sums[self.starts[1:]] - sums[self.starts[:-1]]
        return totals


def characters(texts: pl.Series) -> TokenSets:
    """Pairs of characters as `name_index` forms them; null has none."""
    known = texts.fill_null("")
    with ThreadPoolExecutor(THREADS) as pool:
        parts = list(pool.map(_characters, (known.slice(at, _ROWS) for at in range(0, len(known), _ROWS))))
    sizes = np.concatenate([np.zeros(1, np.int64), *(part.sizes for part in parts)])
    found = np.concatenate([np.zeros(0, np.int64), *(part.tokens for part in parts)])
    return TokenSets(np.cumsum(sizes), found, GRAMS)


def _characters(texts: pl.Series) -> TokenSets:
    hashes, owners = grams(texts.to_list())
    return TokenSets.of(len(texts), owners, hashes, GRAMS)


def words(*columns: pl.Series) -> list[TokenSets]:
    """Words of several columns by one vocabulary; every Chinese character is a word."""
    found = [column.fill_null("").str.to_lowercase().str.extract_all(_WORD) for column in columns]
    flat = pl.concat([lists.explode(empty_as_null=False) for lists in found])
    codes = flat.rank("dense").to_numpy().astype(np.int64) - 1
    span = int(codes.max(initial=0)) + 1
    sizes = [lists.list.len().to_numpy().astype(np.int64) for lists in found]
    ends = np.cumsum([size.sum() for size in sizes])[:-1]
    return [
        TokenSets.of(len(size), np.repeat(np.arange(len(size)), size), part, span)
        for size, part in zip(sizes, np.split(codes, ends), strict=True)
    ]


def rarity(*sets: TokenSets) -> Floats:
    """ln(1 + N / (1 + n)) of each token, n of the N rows of all tables bearing it."""
    rows = sum(len(each.starts) - 1 for each in sets)
    counts = np.sum([each.counts() for each in sets], axis=0)
    weights: Floats = np.log1p(rows / (1.0 + counts))
    return weights


def spread(starts: Ints, sizes: Ints) -> Ints:
    """start, start + 1, … of each range, one range behind the other."""
    ends = np.cumsum(sizes)
    return np.repeat(starts - ends + sizes, sizes) + np.arange(ends[-1] if len(ends) else 0)


def common_weight(left: TokenSets, right: TokenSets, pairs: Pairs, weights: Floats) -> Floats:
    """The weight of the tokens that both rows of a pair have."""
    parts = [
        _common_weight(left, right, pairs.at(np.arange(start, min(start + _AT_ONCE, len(pairs)))), weights)
        for start in range(0, len(pairs), _AT_ONCE)
    ]
    return np.concatenate([np.zeros(0), *parts])


def _common_weight(left: TokenSets, right: TokenSets, pairs: Pairs, weights: Floats) -> Floats:
    ours, theirs = _keys(left, pairs.left), _keys(right, pairs.right)
    if not len(ours) or not len(theirs):
        return np.zeros(len(pairs))
    place = np.minimum(np.searchsorted(theirs, ours), len(theirs) - 1)
    common = ours[theirs[place] == ours]
    return np.bincount(common // left.span, weights[common % left.span], len(pairs)).astype(np.float64)


def _keys(sets: TokenSets, rows: Ints) -> Ints:
    """Pair number and token in one number; ascending, as pairs and tokens are."""
    sizes = sets.sizes[rows]
    tokens = sets.tokens[spread(sets.starts[rows], sizes)]
    return np.repeat(np.arange(len(rows)), sizes) * sets.span + tokens
