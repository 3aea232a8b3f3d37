"""Token sets of whole columns against plain Python sets."""

import numpy as np
import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from brain.platform.governance.algorithm.linkage import tokens
from brain.platform.governance.algorithm.linkage.fields import Pairs
from brain.platform.governance.algorithm.linkage.tokens import TokenSets

SPAN = 6
COLUMNS = st.lists(st.lists(st.integers(0, SPAN - 1), max_size=6), min_size=1, max_size=5)


def token_sets(rows: list[list[int]]) -> TokenSets:
    owners = np.repeat(np.arange(len(rows)), [len(row) for row in rows])
    return TokenSets.of(len(rows), owners, np.array([token for row in rows for token in row], np.int64), SPAN)


@given(COLUMNS, COLUMNS)
def test_the_common_weight_is_that_of_the_tokens_in_both(
    left: list[list[int]], right: list[list[int]]
) -> None:
    weights = np.exp2(np.arange(SPAN, dtype=np.float64))
    pairs = Pairs(np.repeat(np.arange(len(left)), len(right)), np.tile(np.arange(len(right)), len(left)))

    found = tokens.common_weight(token_sets(left), token_sets(right), pairs, weights)

    assert found.tolist() == [sum(2.0**t for t in set(one) & set(other)) for one in left for other in right]


@given(COLUMNS)
def test_inverted_sets_name_the_rows_of_each_token(rows: list[list[int]]) -> None:
    inverted = token_sets(rows).inverted()

    bearers = [
        inverted.tokens[start:stop].tolist()
        for start, stop in zip(inverted.starts, inverted.starts[1:], strict=False)
    ]
    assert bearers == [[row for row, own in enumerate(rows) if token in own] for token in range(SPAN)]


def test_words_of_two_columns_share_one_vocabulary() -> None:
    ours, theirs = tokens.words(pl.Series(["Sony DSC-W120/P", None, "轮胎"]), pl.Series(["dsc-w120/p 轮"]))
    pairs = Pairs(np.array([0, 1, 2]), np.array([0, 0, 0]))

    assert tokens.common_weight(ours, theirs, pairs, np.ones(ours.span)).tolist() == [1, 0, 1]


def test_a_rare_token_weighs_more() -> None:
    common_and_rare = token_sets([[0, 1], [0], [0]])

    weights = tokens.rarity(common_and_rare)

    assert weights[0] == np.log1p(3 / 4)
    assert weights[1] == np.log1p(3 / 2)
