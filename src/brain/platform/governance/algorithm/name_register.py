"""Many written names compared with every registered one: the whole index in memory, asked in batches.

Method and figures stand in docs/algorithms/name_matching.md.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import polars as pl

from brain.platform.governance.algorithm import name_index
from brain.platform.governance.algorithm.linkage import tokens
from brain.platform.governance.algorithm.linkage.blocking import Searched
from brain.platform.governance.algorithm.name_index import Ints, NameStatistics
from brain.platform.governance.domain.names import WrittenName

KEPT: Final = 30  # candidates of a text; its core is asked for as many


@dataclass(frozen=True)
class Nearest:
    """`same`: the names of the very text, whosever they are."""

    credit_code: str
    score: float
    ambiguous: bool
    same: frozenset[str]


@dataclass(frozen=True, eq=False)
class NameRegister:
    """All names of the index by row, about 1 kB each, as they were when it was read."""

    credit_codes: Sequence[str]
    names: Sequence[str]
    texts: Sequence[str]
    statistics: NameStatistics
    searched: Searched

    @classmethod
    def of(
        cls, credit_codes: Sequence[str], names: Sequence[str], texts: Sequence[str], counted: NameStatistics
    ) -> "NameRegister":
        sets = tokens.characters(pl.Series(texts, dtype=pl.String))
        return cls(credit_codes, names, texts, counted, Searched.of(sets))

    def nearest(self, written: Sequence[WrittenName]) -> list[Nearest | None]:
        """The best by `name_index.scores` of those nearest by cosine, to the whole text or to its core."""
        if not written:
            return []
        asked = pl.Series([name.text for name in written] + [name.core for name in written])
        pairs = self.searched.nearest(tokens.characters(asked), KEPT)
        owners = pairs.left % len(written)
        order = np.argsort(owners, kind="stable")
        bounds = np.searchsorted(owners[order], np.arange(1, len(written)))
        rows = np.split(pairs.right[order], bounds)
        return [self._best(name, np.unique(own)) for name, own in zip(written, rows, strict=True)]

    def _best(self, written: WrittenName, rows: Ints) -> Nearest | None:
        if not len(rows):
            return None
        texts, codes = [self.texts[row] for row in rows], [self.credit_codes[row] for row in rows]
        rated = name_index.firsts(name_index.scores(written, texts, codes, self.statistics), codes, 2)
        if not rated:
            return None
        score, place = rated[0]
        same = frozenset(self.names[row] for row in rows if self.texts[row] == written.text)
        return Nearest(codes[place], score, ambiguous=name_index.is_ambiguous(rated), same=same)
