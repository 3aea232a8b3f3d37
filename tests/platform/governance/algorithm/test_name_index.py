"""Grams, probes and scores."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from brain.platform.governance.algorithm import name_index
from brain.platform.governance.algorithm.name_index import NameStatistics, gram_sets
from brain.platform.governance.domain.names import WrittenName
from tests.strategies import enterprise_names

NAMES = ["山东玲珑轮胎股份有限公司", "山东金宇轮胎有限公司", "广饶兴源轮胎有限公司", "山东万达商贸有限公司"]


def statistics_of(names: list[str]) -> NameStatistics:
    none = np.zeros(0, np.int64)
    return NameStatistics.empty().changed_by(len(names), np.concatenate(gram_sets(names)), none)


def score(
    written: str, registered: str, code: str = "91370000164880245T", region: str | None = None
) -> float:
    name = WrittenName.read(written, region)
    return float(name_index.scores(name, [registered], [code], statistics_of(NAMES))[0])


def test_grams_are_ordered_pairs_of_neighbours_and_of_neighbours_but_one() -> None:
    ((both, lost),) = zip(gram_sets(["甲乙丙"]), gram_sets(["甲丙"]), strict=True)

    assert len(both) == 3
    assert set(lost) < set(both)
    assert not set(gram_sets(["丙甲"])[0]) & set(both)


def test_texts_of_one_batch_do_not_mix() -> None:
    together = gram_sets(["甲乙", "丙丁", "戊"])

    assert [grams.tolist() for grams in together] == [
        gram_sets([text])[0].tolist() for text in ("甲乙", "丙丁", "戊")
    ]
    assert together[2].tolist() == []


@given(
    st.lists(enterprise_names(), min_size=1, max_size=5), st.lists(enterprise_names(), min_size=1, max_size=5)
)
def test_names_added_and_removed_leave_the_counts_unchanged(kept: list[str], gone: list[str]) -> None:
    before, grams = statistics_of(kept), np.concatenate(gram_sets(gone))
    none = np.zeros(0, np.int64)

    after = before.changed_by(len(gone), grams, none).changed_by(-len(gone), none, grams)

    assert after.names == before.names
    assert np.array_equal(after.counts, before.counts)


def test_the_rarest_grams_are_asked_for() -> None:
    probe = name_index.probe("玲珑轮胎", statistics_of(NAMES))

    assert probe is not None
    assert not probe.all
    assert set(probe.grams) == set(gram_sets(["玲珑轮胎"])[0].tolist())


def test_grams_too_common_one_by_one_are_asked_for_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(name_index, "BUDGET", 1)

    probe = name_index.probe("轮胎有限公司", statistics_of(NAMES))

    assert probe is not None
    assert probe.all
    assert len(probe.grams) == 3


@pytest.mark.parametrize("text", ["啤酒", "甲", ""])
def test_a_text_without_a_known_gram_is_not_asked_for(text: str) -> None:
    assert name_index.probe(text, statistics_of(NAMES)) is None


def test_a_text_that_says_nothing_is_not_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(name_index, "HOPELESS", 2)

    assert name_index.probe("有限公司", statistics_of(NAMES)) is None


@given(enterprise_names(), enterprise_names())
def test_scores_lie_between_0_and_1_and_the_name_itself_has_1(one: str, other: str) -> None:
    itself = WrittenName.read(one, None)
    scores = name_index.scores(
        itself, [itself.text, other], ["91370000164880245T"] * 2, statistics_of([one, other])
    )

    assert 0 <= scores[1] <= 1
    assert scores[0] >= 0.95 - 1e-9


def test_a_short_name_is_nearer_to_its_enterprise_than_to_one_of_the_same_business() -> None:
    assert score("玲珑轮胎", NAMES[0]) > score("玲珑轮胎", NAMES[1]) + 0.2


def test_a_wrong_character_in_the_trade_name_still_finds_it() -> None:
    assert score("山东玲龙轮胎股份有限公司", NAMES[0]) > score("山东玲龙轮胎股份有限公司", NAMES[1])


def test_registration_in_the_region_written_counts_as_the_region_found() -> None:
    inside = score("东营万达商贸", NAMES[3], code="91370500164880245T")

    assert inside > score("东营万达商贸", NAMES[3], code="91370200164880245T") + 0.1


def test_a_region_told_decides_between_namesakes() -> None:
    assert score("万达商贸", NAMES[3], code="91370500164880245T", region="370500") > score(
        "万达商贸", NAMES[3], code="91370200164880245T", region="370500"
    )
