"""How alike values are."""

from collections.abc import Sequence

import numpy as np
import polars as pl
import pytest

from brain.platform.governance.algorithm.linkage import comparison
from brain.platform.governance.algorithm.linkage.fields import MISSING, Field, Floats, Kind, Pairs
from brain.platform.governance.algorithm.linkage.tables import Table


def table(values: Sequence[str | float | None]) -> Table:
    return Table(pl.DataFrame({"value": values}).with_row_index("row"), "row")


def alike(kind: Kind, one: str | float | None, other: str | float | None) -> float:
    pairs = Pairs(np.array([0]), np.array([0]))
    tables = [table([value]) for value in (one, other)]
    return float(comparison.similarities(tables[0], tables[1], pairs, [Field("value", kind)])[0, 0])


@pytest.mark.parametrize(
    ("kind", "one", "other", "similarity"),
    [
        (Kind.REGION, "370523", "370523", 1.0),
        (Kind.REGION, "370500", "370523", 0.8),
        (Kind.REGION, "370000", "370523", 0.6),
        (Kind.REGION, "370522", "370523", 0.4),
        (Kind.REGION, "370200", "370523", 0.2),
        (Kind.REGION, "370523", "110101", 0.0),
        (Kind.DATE, "20190104", "20190140", 0.875),
        (Kind.CODE, "12345", "12346", 0.8),
        (Kind.NUMBER, 100.0, 80.0, 0.8),
        (Kind.NUMBER, 0.0, 0.0, 1.0),
        (Kind.TEXT, "轮胎 橡胶", "橡胶 轮胎", 0.999),
        (Kind.PERSON, "green", "green", 1.0),
    ],
)
def test_a_kind_has_its_own_likeness(
    kind: Kind, one: str | float, other: str | float, similarity: float
) -> None:
    assert alike(kind, one, other) == pytest.approx(similarity)
    assert alike(kind, other, one) == pytest.approx(similarity)


def test_an_unknown_value_is_neither_alike_nor_different() -> None:
    found: Floats = np.array([[alike(Kind.CODE, None, "1")]])

    assert np.isnan(found).all()
    assert comparison.levels(found, [Field("value", Kind.CODE)]).tolist() == [[MISSING]]


def test_agreement_on_a_rare_value_tells_more_than_on_a_common_one() -> None:
    register = table(["common"] * 3 + ["rare"])
    similarity = np.ones((2, 1))

    bits = comparison.rarity_bits(
        register, Pairs(np.array([0, 1]), np.array([0, 3])), similarity, [Field("value", Kind.CODE)]
    )

    assert bits[:, 0] == pytest.approx(np.log2([10 / 16 / 0.75, 10 / 16 / 0.25]))


def test_equality_by_chance_is_counted_and_a_row_is_no_pair_with_itself() -> None:
    twice, once = table(["a", "a", None, "b"]), table(["a", "c"])

    assert comparison.chance_of_equality(twice, once, [Field("value", Kind.CODE)]) == pytest.approx([2 / 6])
    assert comparison.chance_of_equality(twice, twice, [Field("value", Kind.CODE)]) == pytest.approx([2 / 6])
