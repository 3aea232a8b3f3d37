"""From scored pairs to answers: what is taken, what a person must look at, and why."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import polars as pl

from brain.platform.governance.algorithm.linkage.fields import MISSING, Ints
from brain.platform.governance.algorithm.linkage.linking import Scored, numbered
from brain.platform.governance.algorithm.linkage.tables import Table
from brain.platform.governance.domain.entities import Proposal

ACCEPTED: Final = 0.5  # more likely than not
REVIEWED: Final = 0.1


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """What a field says of a pair: its level of `levels` (None: unknown), log2(m/u), what rarity adds."""

    field: str
    level: int | None
    levels: int
    bits: float
    rarity_bits: float


def explain(scored: Scored, pair: int) -> tuple[Evidence, ...]:
    """Field by field; the bits and log2 of the prior odds together are the log odds of the match."""
    return tuple(
        Evidence(
            field=field.name,
            level=None if (level := int(scored.levels[pair, place])) == MISSING else level,
            levels=len(field.bounds),
            bits=float(scored.bits[pair, place]),
            rarity_bits=float(scored.rarity_bits[pair, place]),
        )
        for place, field in enumerate(scored.model.fields)
    )


def best(scored: Scored, left: Table) -> Ints:
    """The numbers of the pairs that are their left record's most probable one."""
    records = numbered(left)[scored.pairs.left]
    order = np.lexsort((scored.pairs.right, -scored.probabilities, records))
    return order[np.diff(records[order], prepend=-1) > 0]


def accepted(scored: Scored, left: Table) -> Ints:
    """Of the best pairs those to take unasked."""
    found = best(scored, left)
    return found[scored.probabilities[found] >= ACCEPTED]


def to_review(scored: Scored) -> Ints:
    """The pairs that are neither sure nor hopeless, the most doubtful first."""
    doubtful = (scored.probabilities >= REVIEWED) & (scored.probabilities < 1 - REVIEWED)
    found = np.flatnonzero(doubtful)
    return found[np.argsort(np.abs(scored.probabilities[found] - 0.5), kind="stable")]


def proposals(scored: Scored, table: Table) -> list[Proposal]:
    """The pairs of one table to unite, for `entities.resolve`."""
    found = np.flatnonzero(scored.probabilities >= ACCEPTED)
    ids = table[table.id].cast(pl.String)
    left, right = ids.gather(scored.pairs.left[found]), ids.gather(scored.pairs.right[found])
    return [Proposal(*row) for row in zip(left, right, scored.probabilities[found].tolist(), strict=True)]
