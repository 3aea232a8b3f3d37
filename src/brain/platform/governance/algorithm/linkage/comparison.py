"""How alike the values of candidate pairs are, field by field, and the agreement levels that follow."""

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

import numpy as np
import polars as pl
from rapidfuzz.distance import OSA, JaroWinkler, LCSseq
from rapidfuzz.process import cpdist

from brain.platform.governance.algorithm.linkage import tokens
from brain.platform.governance.algorithm.linkage.fields import MISSING, Field, Floats, Kind, Levels, Pairs
from brain.platform.governance.algorithm.linkage.tables import Table
from brain.platform.governance.algorithm.name_index import COMPLETE, EXPLAINED, IN_ORDER

Similarity: TypeAlias = Callable[[Table, Table, str, Pairs], Floats]
_NEARLY = 0.999  # the most that values which are not equal can reach


def similarities(left: Table, right: Table, pairs: Pairs, fields: Sequence[Field]) -> Floats:
    """One row a pair, one column a field: 1 for equal values, NaN where either is unknown."""
    columns = [_similarity(left, right, pairs, field) for field in fields]
    return np.column_stack(columns)


def levels(similarity: Floats, fields: Sequence[Field]) -> Levels:
    """Agreement levels by the bounds of each field's kind, `MISSING` for NaN."""
    found = np.full(similarity.shape, MISSING, np.int8)
    for place, field in enumerate(fields):
        known = ~np.isnan(similarity[:, place])
        found[known, place] = np.searchsorted(field.bounds, similarity[known, place], side="right")
    return found


def rarity_bits(right: Table, pairs: Pairs, similarity: Floats, fields: Sequence[Field]) -> Floats:
    """What agreement on a value tells beyond agreement on any: log2 of how often two random rows of the right
    table agree, over the share of the rows with this value."""
    bits = np.zeros(similarity.shape)
    for place, field in enumerate(fields):
        same = similarity[:, place] == 1.0
        if not field.is_discrete or not same.any():
            continue
        column = right[field.name]
        counts = column.to_frame().select(pl.len().over(field.name)).to_series().to_numpy()
        known = column.is_not_null().to_numpy()
        shares = counts / known.sum()
        bits[same, place] = np.log2(shares[known].mean() / shares[pairs.right[same]])
    return bits


def chance_of_equality(left: Table, right: Table, fields: Sequence[Field]) -> Floats:
    """How often the known values of two random rows are equal: counted, as random pairs would see too few."""
    return np.array([_chance_of_equality(left, right, field.name) for field in fields])


def _chance_of_equality(left: Table, right: Table, column: str) -> float:
    ours, theirs = (table[column].drop_nulls().rename("value").value_counts() for table in (left, right))
    met = ours.join(theirs, on="value").select(pl.col("count").cast(pl.Float64) * pl.col("count_right"))
    rows = float(ours["count"].sum()), float(theirs["count"].sum())
    itself = rows[0] if left is right else 0.0  # a row is no pair with itself
    return (float(met["count"].sum()) - itself) / max(rows[0] * rows[1] - itself, 1.0)


def _similarity(left: Table, right: Table, pairs: Pairs, field: Field) -> Floats:
    ours, theirs = left[field.name], right[field.name]
    is_known = ours.is_not_null().to_numpy()[pairs.left] & theirs.is_not_null().to_numpy()[pairs.right]
    known = pairs.at(is_known)
    values = _BY_KIND[field.kind](left, right, field.name, known)
    same = (ours.gather(known.left) == theirs.gather(known.right)).to_numpy()
    answer = np.full(len(pairs), np.nan)
    answer[is_known] = np.where(same, 1.0, np.minimum(values, _NEARLY))
    return answer


def _organisation(left: Table, right: Table, column: str, pairs: Pairs) -> Floats:
    """The score of docs/algorithms/name_matching.md, the left name being the written one."""
    ours, theirs = left.characters(column), right.characters(column)
    weights = tokens.rarity(theirs)
    shared = tokens.common_weight(ours, theirs, pairs, weights)
    explained = share(shared, ours.totals(weights)[pairs.left])
    complete = share(shared, theirs.totals(weights)[pairs.right])
    lengths = left[column].str.len_chars().fill_null(0).to_numpy()[pairs.left]
    in_order = share(_by(LCSseq.similarity)(left, right, column, pairs), lengths)
    answer: Floats = EXPLAINED * explained + COMPLETE * complete + IN_ORDER * in_order
    return answer


def _text(left: Table, right: Table, column: str, pairs: Pairs) -> Floats:
    """Common rare words, or the writing itself where spelling differs."""
    ours, theirs = tokens.words(left[column], right[column])
    weights = tokens.rarity(ours, theirs)
    shared = tokens.common_weight(ours, theirs, pairs, weights)
    size = np.sqrt(ours.totals(weights)[pairs.left] * theirs.totals(weights)[pairs.right])
    return np.maximum(share(shared, size), _by(OSA.normalized_similarity)(left, right, column, pairs))


def _number(left: Table, right: Table, column: str, pairs: Pairs) -> Floats:
    ours = left[column].cast(pl.Float64).to_numpy()[pairs.left]
    theirs = right[column].cast(pl.Float64).to_numpy()[pairs.right]
    return 1.0 - share(np.abs(ours - theirs), np.maximum(np.abs(ours), np.abs(theirs)))


def _region(left: Table, right: Table, column: str, pairs: Pairs) -> Floats:
    """0.8 inside a prefecture named, 0.6 inside a province named, 0.4 and 0.2 only beside one another."""
    ours = left[column].cast(pl.Int64).fill_null(0).to_numpy()[pairs.left]
    theirs = right[column].cast(pl.Int64).fill_null(0).to_numpy()[pairs.right]
    in_province = ours // 10_000 == theirs // 10_000
    in_prefecture = ours // 100 == theirs // 100
    names_province = (ours % 10_000 == 0) | (theirs % 10_000 == 0)
    names_prefecture = (ours % 100 == 0) | (theirs % 100 == 0)
    return np.select(
        [in_prefecture & names_prefecture, in_province & names_province, in_prefecture, in_province],
        [0.8, 0.6, 0.4, 0.2],
        0.0,
    )


def _by(scorer: Any) -> Similarity:
    def similarity(left: Table, right: Table, column: str, pairs: Pairs) -> Floats:
        ours, theirs = left[column].gather(pairs.left).to_list(), right[column].gather(pairs.right).to_list()
        return cpdist(ours, theirs, scorer=scorer, dtype=np.float64, workers=tokens.THREADS)

    return similarity


def share(part: Floats, whole: Floats) -> Floats:
    return np.minimum(np.divide(part, whole, out=np.zeros(len(part)), where=whole > 0), 1.0)


_BY_KIND: dict[Kind, Similarity] = {
    Kind.ORGANISATION: _organisation,
    Kind.PERSON: _by(JaroWinkler.similarity),
    Kind.TEXT: _text,
    Kind.DATE: _by(OSA.normalized_similarity),
    Kind.NUMBER: _number,
    Kind.CODE: _by(OSA.normalized_similarity),
    Kind.REGION: _region,
}
