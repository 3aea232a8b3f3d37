"""Counts and sums with noise: ε-differential privacy by the discrete Laplace mechanism.

Neighbouring data differ by one person's row, present or absent. The sampler is exact in integers (Canonne,
Kamath, Steinke 2020, algorithm 2) and draws from the operating system: floating-point Laplace noise betrays
its input (Mironov 2012).
"""

import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import Final, Self

import polars as pl

from brain.kit.errors import Invalid, Refusal

SECURE: Final = random.SystemRandom()


class BudgetSpent(Refusal):
    status, code = 409, "privacy_budget_spent"


@dataclass(frozen=True)
class Budget:
    """ε that may be spent on one data set in all: what is asked again and again adds up."""

    total: Fraction
    spent: Fraction = Fraction(0)

    def spend(self, epsilon: Fraction) -> Self:
        if epsilon <= 0:
            raise Invalid("ε 应大于 0")
        if self.spent + epsilon > self.total:
            left = float(self.total - self.spent)
            raise BudgetSpent(f"隐私预算还剩 {left:g}，不足 {float(epsilon):g}")
        return replace(self, spent=self.spent + epsilon)


def count(rows: int, epsilon: Fraction, source: random.Random = SECURE) -> int:
    """One person adds at most one row: sensitivity 1. May be negative; cutting at 0 then costs nothing."""
    return rows + discrete_laplace(1 / _positive(epsilon), source)


def counts(
    column: pl.Series, categories: Sequence[str], epsilon: Fraction, source: random.Random = SECURE
) -> dict[str, int]:
    """A count for every category that may occur, zeros too: which occur must not show by their presence.

    Each person is in one category, so that the whole costs ε once. Values outside the categories are not
    counted.
    """
    seen: Mapping[str, int] = dict(column.drop_nulls().value_counts().iter_rows())
    return {category: count(seen.get(category, 0), epsilon, source) for category in dict.fromkeys(categories)}


def total(
    values: Iterable[float | int | Decimal | None],
    bounds: tuple[int, int],
    epsilon: Fraction,
    unit: Fraction = Fraction(1),
    source: random.Random = SECURE,
) -> Fraction:
    """The sum of values cut to `bounds`, in steps of `unit`; missing and unreadable (NaN) values add nothing.

    Bounds must be set without looking at the data. Sensitivity is the greater magnitude of a bound.
    """
    low, high = bounds
    if low >= high or unit <= 0:
        raise Invalid("下限应小于上限，单位应大于 0")
    steps = sum(_steps(value, low, high, unit) for value in values)
    sensitivity = -(-max(abs(low), abs(high)) // unit)
    return (steps + discrete_laplace(sensitivity / _positive(epsilon), source)) * unit


def _steps(value: float | Decimal | None, low: int, high: int, unit: Fraction) -> int:
    """A value in whole steps, cut to the bounds; rounding comes first, so that it cannot pass them."""
    if value is None or value != value:  # noqa: PLR0124 - NaN alone differs from itself
        return 0
    cut = min(max(value, low), high)
    steps = round(Fraction(cut) / unit)
    return min(max(steps, -(-low // unit)), high // unit)


def _positive(epsilon: Fraction) -> Fraction:
    if epsilon <= 0:
        raise Invalid("ε 应大于 0")
    return Fraction(epsilon)


def discrete_laplace(scale: Fraction, source: random.Random = SECURE) -> int:
    """P(x) ∝ exp(−|x| / scale), exactly."""
    numerator, denominator = scale.numerator, scale.denominator
    while True:
        part = source.randrange(numerator)
        if not _bernoulli_exp(Fraction(part, numerator), source):
            continue
        whole = 0
        while _bernoulli_exp(Fraction(1), source):
            whole += 1
        size = (part + numerator * whole) // denominator
        is_negative = source.randrange(2) == 1
        if not (is_negative and size == 0):
            return -size if is_negative else size


def _bernoulli_exp(gamma: Fraction, source: random.Random) -> bool:
    """True with probability exp(−gamma), for gamma from 0 to 1."""
    draws = 1
    while source.randrange(gamma.denominator * draws) < gamma.numerator:
        draws += 1
    return draws % 2 == 1
