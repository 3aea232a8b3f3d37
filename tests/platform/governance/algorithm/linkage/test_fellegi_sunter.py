"""What EM learns without labels."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from brain.platform.governance.algorithm.linkage import fellegi_sunter
from brain.platform.governance.algorithm.linkage.fields import MISSING, Field, Floats, Kind, Levels

FIELDS = [Field("region", Kind.REGION), Field("code", Kind.CODE), Field("date", Kind.DATE)]
MATCHING = [[0.05, 0.0, 0.0, 0.05, 0.1, 0.8], [0.1, 0.05, 0.05, 0.8], [0.05, 0.05, 0.1, 0.8]]
DIFFERING = [[0.7, 0.1, 0.05, 0.05, 0.05, 0.05], [0.9, 0.05, 0.03, 0.02], [0.9, 0.05, 0.03, 0.02]]


def drawn(shares: list[list[float]], pairs: int, random: np.random.Generator) -> Levels:
    return np.column_stack([random.choice(len(each), pairs, p=each) for each in shares]).astype(np.int8)


def chance(random: np.random.Generator) -> tuple[Floats, ...]:
    equality = np.array([shares[-1] for shares in DIFFERING])
    return fellegi_sunter.by_chance(drawn(DIFFERING, 50_000, random), equality, FIELDS)


def test_what_is_equal_by_chance_is_counted_and_the_rest_as_drawn() -> None:
    random = np.random.default_rng(7)

    shares = fellegi_sunter.by_chance(drawn(DIFFERING, 50_000, random), np.array([1e-6, 0.0, 0.5]), FIELDS)

    assert [each.sum() for each in shares] == pytest.approx([1, 1, 1])
    assert [each[-1] for each in shares] == [1e-6, 1e-9, 0.5]
    assert shares[0][0] == pytest.approx(0.7 / 0.95, abs=0.01)


def test_it_finds_the_shares_that_the_pairs_were_drawn_by() -> None:
    random = np.random.default_rng(7)
    levels = np.concatenate([drawn(MATCHING, 2_000, random), drawn(DIFFERING, 18_000, random)])

    model = fellegi_sunter.estimate(levels, chance(random), FIELDS)

    found = fellegi_sunter.probabilities(model.weights(model.bits(levels))) > 0.5
    assert [shares[-1] for shares in model.matching] == pytest.approx([0.8, 0.8, 0.8], abs=0.03)
    assert model.odds == pytest.approx(2 / 18, abs=0.02)
    assert found[:2_000].mean() > 0.9
    assert found[2_000:].mean() < 0.01


def test_an_unknown_value_tells_nothing() -> None:
    random = np.random.default_rng(7)
    levels = drawn(MATCHING, 100, random)
    levels[0, 1] = MISSING

    model = fellegi_sunter.estimate(levels, chance(random), FIELDS)

    assert model.bits(levels)[0, 1] == 0


@given(st.lists(st.floats(-40, 40), min_size=1, max_size=8))
def test_the_candidates_of_one_record_share_one_certainty(weights: list[float]) -> None:
    alone = fellegi_sunter.probabilities(np.array(weights))
    competing: Floats = fellegi_sunter.probabilities(np.array(weights), np.zeros(len(weights), np.int64))

    assert competing.sum() <= 1 + 1e-9
    assert np.all(competing <= alone + 1e-9)
    assert np.argmax(competing) == np.argmax(alone)


def test_two_namesakes_leave_it_open_who_is_meant() -> None:
    probabilities = fellegi_sunter.probabilities(np.array([20.0, 20.0, 20.0]), np.array([0, 0, 1]))

    assert probabilities == pytest.approx([0.5, 0.5, 1.0], abs=1e-5)
