"""An enterprise as a node of the graph."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from brain.scenarios.industry_graph.domain.chain import Role

KEY_SCALES = ("大型", "中型", "规模以上", "规上")


@dataclass(frozen=True, kw_only=True)
class Enterprise:
    """`digest` is of the name and scope from which its attachments were read; capital in 万元 of yuan."""

    credit_code: str
    name: str
    region_code: str | None
    established_on: date | None
    capital_wan: Decimal | None
    scale: str | None
    stock_code: str | None
    honours: Sequence[str]
    digest: str

    @property
    def is_key(self) -> bool:
        """重点企业: listed, honoured, or above designated size."""
        return bool(self.stock_code or self.honours or (self.scale or "").startswith(KEY_SCALES))


@dataclass(frozen=True, kw_only=True)
class Filters:
    """Which enterprises count; `region` takes in all below it, `as_of` those that had been established."""

    region: str | None = None
    scale: str | None = None
    honour: str | None = None
    year_from: int | None = None
    year_to: int | None = None
    as_of: date | None = None
    key_only: bool = False


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where in the chain: the narrowest that is given counts; none is the whole chain."""

    stage: str | None = None
    link: str | None = None
    product: str | None = None


@dataclass(frozen=True, kw_only=True)
class Placed:
    """An enterprise in a product, with what the overview adds up."""

    credit_code: str
    product: str
    role: Role
    weight: float
    region_code: str | None
    capital_wan: Decimal | None
    is_key: bool

    @property
    def committed(self) -> float:
        """Capital times share of business: how much stands behind it here."""
        return float(self.capital_wan or 0) * self.weight
