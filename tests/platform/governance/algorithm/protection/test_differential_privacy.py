"""Noise: its distribution, its bound on what one person changes, and what repeated asking costs."""

import math
import random
from collections import Counter
from fractions import Fraction

import polars as pl
import pytest

from brain.kit.errors import Invalid
from brain.platform.governance.algorithm.protection import differential_privacy as private
from brain.platform.governance.algorithm.protection.differential_privacy import Budget, BudgetSpent

DRAWS = 20_000
HALF = Fraction(1, 2)


@pytest.fixture
def silence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(private, "discrete_laplace", lambda scale, source: 0)


def test_noise_is_distributed_as_promised() -> None:
    """P(x) = (1 − q) / (1 + q) · q^|x| with q = exp(−1 / scale): each bin within five standard errors."""
    source = random.Random(43697)
    seen = Counter(private.discrete_laplace(Fraction(2), source) for _ in range(DRAWS))
    ratio = math.exp(-1 / 2)
    expected = {x: (1 - ratio) / (1 + ratio) * ratio ** abs(x) for x in range(-6, 7)}
    errors = {x: 5 * math.sqrt(share * (1 - share) / DRAWS) for x, share in expected.items()}

    assert all(abs(seen[x] / DRAWS - expected[x]) < errors[x] for x in expected)


def test_the_difference_of_two_counts_does_not_show_whether_somebody_is_in_them() -> None:
    """Differencing: all rows and all but one. An answer is at most e^ε times as likely with the person."""
    source, epsilon = random.Random(1), HALF
    with_person = Counter(private.count(101, epsilon, source) for _ in range(DRAWS))
    without = Counter(private.count(100, epsilon, source) for _ in range(DRAWS))
    common = [answer for answer in range(96, 106) if min(with_person[answer], without[answer]) > 300]
    ratios = [with_person[answer] / without[answer] for answer in common]

    assert len(common) >= 6
    assert max(*ratios, *(1 / ratio for ratio in ratios)) < math.exp(epsilon) * 1.25


def test_asking_again_and_again_spends_the_budget() -> None:
    budget = Budget(Fraction(1)).spend(HALF).spend(HALF)

    with pytest.raises(BudgetSpent):
        budget.spend(Fraction(1, 10**9))
    assert budget.spent == 1


@pytest.mark.parametrize("epsilon", [Fraction(0), Fraction(-1)])
def test_an_epsilon_that_protects_nothing_is_refused(epsilon: Fraction) -> None:
    with pytest.raises(Invalid):
        Budget(Fraction(1)).spend(epsilon)
    with pytest.raises(Invalid):
        private.count(1, epsilon)


@pytest.mark.usefixtures("silence")
def test_every_category_is_answered_also_those_that_nobody_is_in() -> None:
    found = private.counts(pl.Series(["a", "a", None, "z"]), ["a", "b"], Fraction(1))

    assert found == {"a": 2, "b": 0}


@pytest.mark.usefixtures("silence")
def test_one_value_beyond_the_bounds_changes_a_sum_no_more_than_the_bound() -> None:
    """An outlier put in on purpose would otherwise show through the noise."""

    def total(values: list[float | None]) -> Fraction:
        return private.total(values, (0, 100), Fraction(1))

    assert total([10, 20, 1e12]) == 130
    assert total([10, -1e12, None, float("nan"), float("inf")]) == 110


def test_the_noise_of_a_sum_grows_with_its_bounds() -> None:
    source = random.Random(7)
    narrow = [abs(private.total([], (0, 10), Fraction(1), source=source)) for _ in range(2_000)]
    wide = [abs(private.total([], (-1000, 10), Fraction(1), source=source)) for _ in range(2_000)]

    assert 80 < sum(wide) / sum(narrow) < 120


@pytest.mark.usefixtures("silence")
def test_a_sum_is_in_whole_units_within_its_bounds() -> None:
    found = private.total([0.126, 99.99], (0, 50), Fraction(1), Fraction(1, 100))

    assert found == Fraction(5013, 100)
