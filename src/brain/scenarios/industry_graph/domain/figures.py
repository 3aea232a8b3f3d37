"""What the cockpit counts of the chain."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, kw_only=True)
class Tally:
    """How many enterprises, how many of them key ones, and their registered capital in 万元 of yuan."""

    enterprises: int = 0
    key: int = 0
    capital_wan: Decimal = Decimal(0)


@dataclass(frozen=True, kw_only=True)
class Figures:
    """Enterprises of the chain: all, by region one level below the one asked for, by year of establishment
    (the key None: not known), and how many bear each honour."""

    total: Tally
    regions: Mapping[str | None, Tally]
    years: Mapping[int | None, Tally]
    honours: Sequence[tuple[str, int]]


@dataclass(frozen=True, kw_only=True)
class Flow:
    """How many supply relations lead from the products of one link to those of another."""

    upstream: str
    downstream: str
    relations: int
