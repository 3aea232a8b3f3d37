"""Linking two tables and finding what a table has twice: candidates, comparison, model, probabilities."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from brain.platform.governance.algorithm.linkage import blocking, comparison, fellegi_sunter
from brain.platform.governance.algorithm.linkage.blocking import Blocks
from brain.platform.governance.algorithm.linkage.fellegi_sunter import Model
from brain.platform.governance.algorithm.linkage.fields import Field, Floats, Ints, Levels, Pairs
from brain.platform.governance.algorithm.linkage.tables import Table

RANDOM_PAIRS: Final = 200_000
_SEED: Final = 1


@dataclass(frozen=True)
class Plan:
    """Fifteen fields at most that tell independently: a name and its own short form are one."""

    fields: Sequence[Field]
    blocks: Blocks


@dataclass(frozen=True)
class Scored:
    """Candidate pairs of rows with their evidence in bits, field by field, and the probability of a match."""

    pairs: Pairs
    model: Model
    levels: Levels
    bits: Floats
    rarity_bits: Floats
    probabilities: Floats


def link(left: Table, right: Table, plan: Plan) -> Scored:
    """Each left record means one right record or none; a right record may be meant by several."""
    pairs = blocking.candidates(left, right, plan.blocks)
    similarity = comparison.similarities(left, right, pairs, plan.fields)
    records = numbered(left)[pairs.left], numbered(right)[pairs.right]
    has_other_names = left[left.id].is_duplicated().any() or right[right.id].is_duplicated().any()
    chosen = _best_rows(*records, similarity) if has_other_names else np.arange(len(pairs))
    pairs, similarity, competing = pairs.at(chosen), similarity[chosen], records[0][chosen]
    levels = comparison.levels(similarity, plan.fields)
    chance = _chance(left, right, plan.fields)
    model = fellegi_sunter.estimate(levels, chance, plan.fields, competing)
    rarity_bits = comparison.rarity_bits(right, pairs, similarity, plan.fields)
    return _scored(pairs, model, levels, rarity_bits, competing)


def deduplicate(table: Table, plan: Plan) -> Scored:
    """Any number of rows may be one record.

    The model is learned as if each row had one twin at most, seen from both sides: otherwise being a
    candidate at all would soon count as being a match.
    """
    pairs = blocking.within(table, plan.blocks)
    similarity = comparison.similarities(table, table, pairs, plan.fields)
    levels = comparison.levels(similarity, plan.fields)
    sides = np.concatenate([pairs.left, pairs.right])
    chance = _chance(table, table, plan.fields)
    model = fellegi_sunter.estimate(np.concatenate([levels, levels]), chance, plan.fields, sides)
    rarity_bits = comparison.rarity_bits(table, pairs, similarity, plan.fields)
    return _scored(pairs, model, levels, rarity_bits, None)


def numbered(table: Table) -> Ints:
    """The records of the rows, numbered from 0."""
    return table[table.id].rank("dense").to_numpy().astype(np.int64) - 1


def _scored(
    pairs: Pairs, model: Model, levels: Levels, rarity_bits: Floats, competing: Ints | None
) -> Scored:
    bits = model.bits(levels)
    probabilities = fellegi_sunter.probabilities(model.weights(bits + rarity_bits), competing)
    return Scored(pairs, model, levels, bits, rarity_bits, probabilities)


def _chance(left: Table, right: Table, fields: Sequence[Field]) -> tuple[Floats, ...]:
    equality = comparison.chance_of_equality(left, right, fields)
    return fellegi_sunter.by_chance(_random_levels(left, right, fields), equality, fields)


def _random_levels(left: Table, right: Table, fields: Sequence[Field]) -> Levels:
    """Of pairs drawn at random, never of a row with itself where both tables are one."""
    random = np.random.default_rng(_SEED)
    drawn = RANDOM_PAIRS if left.height and right.height > 1 else 0
    rows = np.sort(random.integers(0, max(left.height, 1), drawn))
    others = rows + random.integers(1, max(right.height, 2), drawn)
    pairs = Pairs(rows, others % max(right.height, 1))
    return comparison.levels(comparison.similarities(left, right, pairs, fields), fields)


def _best_rows(left: Ints, right: Ints, similarity: Floats) -> Ints:
    """Of the pairs of rows of the same two records the one most alike, in ascending order."""
    order = np.lexsort((-np.nansum(similarity, axis=1), right, left))
    is_first = np.diff(left[order], prepend=-1).astype(bool) | np.diff(right[order], prepend=-1).astype(bool)
    return np.sort(order[is_first])
