"""Candidate pairs."""

import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from brain.platform.governance.algorithm.linkage import blocking
from brain.platform.governance.algorithm.linkage.blocking import Blocks
from brain.platform.governance.algorithm.linkage.fields import Pairs
from brain.platform.governance.algorithm.linkage.tables import Table

TEXTS = st.lists(st.text("甲乙丙丁", max_size=4), min_size=1, max_size=6)
BY_CHARACTERS = Blocks(characters=["name"])


def table(names: list[str | None]) -> Table:
    return Table(pl.DataFrame({"name": names}, schema={"name": pl.String}).with_row_index("row"), "row")


def listed(pairs: Pairs) -> list[tuple[int, int]]:
    return list(zip(pairs.left.tolist(), pairs.right.tolist(), strict=True))


def bigrams(text: str) -> set[str]:
    return {text[i] + text[i + gap] for gap in (1, 2) for i in range(len(text) - gap)}


@given(TEXTS, TEXTS)
def test_every_row_with_a_pair_of_characters_in_common_is_a_candidate(
    left: list[str], right: list[str]
) -> None:
    found = listed(blocking.candidates(table([*left]), table([*right]), BY_CHARACTERS))

    assert found == [
        (i, j) for i, one in enumerate(left) for j, other in enumerate(right) if bigrams(one) & bigrams(other)
    ]


def test_only_the_most_alike_are_kept() -> None:
    register = table(["玲珑轮胎", "玲珑机械", "兴源轮胎"])

    found = blocking.candidates(table(["玲珑轮胎厂"]), register, Blocks(characters=["name"], kept=1))

    assert listed(found) == [(0, 0)]


def test_a_record_whose_every_token_is_too_common_leads_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocking, "BUDGET", 1)
    monkeypatch.setattr(blocking, "HOPELESS", 1)

    assert listed(blocking.candidates(table(["轮胎"]), table(["轮胎"] * 2), BY_CHARACTERS)) == []


def test_unknown_values_are_not_equal() -> None:
    found = blocking.candidates(table([None, "甲"]), table([None, "甲"]), Blocks(equal=[["name"]]))

    assert listed(found) == [(1, 1)]


@given(TEXTS)
def test_pairs_within_a_table_come_once_and_never_with_themselves(names: list[str]) -> None:
    pairs = blocking.within(table([*names]), Blocks(equal=[["name"]], characters=["name"]))

    assert np.all(pairs.left < pairs.right)
    assert len(set(listed(pairs))) == len(pairs)


def test_work_cut_in_small_pieces_gives_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    left, right = (
        table(["玲珑轮胎", "兴源轮胎", "", "万达轮胎"]),
        table(["玲珑轮胎厂", "兴源橡胶", "万达商贸轮胎"]),
    )
    whole = listed(blocking.candidates(left, right, BY_CHARACTERS))

    monkeypatch.setattr(blocking, "_AT_ONCE", 2)

    assert listed(blocking.candidates(left, right, BY_CHARACTERS)) == whole
