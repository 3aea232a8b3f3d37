"""Rules of the data warehouse, free of I/O."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import Final

from brain.kit.errors import Refusal
from brain.platform.data_warehouse.contract import Family
from brain.reference.industry import SHIPPED, IndustryCode
from brain.reference.region import GAZETTEER

LARGEST_EXPORT: Final = 50_000  # rows

SIZES: Final = tuple(wan * 10_000 for wan in (0, 100, 500, 1_000, 5_000, 10_000))
"""Where each size of registered capital begins, in yuan."""


class TooManyToExport(Refusal):
    """More rows than one file may hold; `total` says how many."""

    status, code = 422, "too_many_to_export"

    def __init__(self, total: int) -> None:
        super().__init__(
            f"符合条件的企业有 {total} 家，一次最多导出 {LARGEST_EXPORT} 家，请缩小范围", total=total
        )


@cache
def region_name(code: str | None) -> str | None:
    """山东省东营市广饶县; for a code outside GB/T 2260 the region around it."""
    region = GAZETTEER.nearest(code) if code else None
    return GAZETTEER.full_name(region) if region else None


@cache
def regions_below(parent: str | None) -> dict[str, str]:
    """Today's regions one level down and their names, in order."""
    return {region.code: region.name for region in GAZETTEER.children(parent)}


def industry_name(code: str | None) -> str | None:
    """Of the section, or of the division that the code belongs to: those ship with the product."""
    return SHIPPED.names[IndustryCode(IndustryCode(code)[:3])] if code else None


@dataclass(frozen=True, kw_only=True)
class Tally:
    """How many enterprises, and their registered capital in yuan (other currencies left out)."""

    enterprises: int = 0
    capital: Decimal = Decimal(0)


@dataclass(frozen=True, kw_only=True)
class Figures:
    """Enterprises under some filters: all, by region one level below the one asked for, by section of
    GB/T 4754, by year of establishment and by size (the place in `SIZES`); the key None is for those whose
    record does not say."""

    total: Tally
    regions: Mapping[str | None, Tally]
    sections: Mapping[str | None, Tally]
    years: Mapping[int | None, Tally]
    sizes: Mapping[int | None, Tally]

    def elsewhere(self, known: Mapping[str, str]) -> int:
        """Those in none of the known regions: their code is missing, outdated or not as deep."""
        return self.total.enterprises - sum(
            tally.enterprises for code, tally in self.regions.items() if code in known
        )


@dataclass(frozen=True, kw_only=True)
class Provision:
    """What one source gave of one family: records, changes, up to which day, and when it last came in."""

    provider: str
    title: str
    family: Family
    sample: bool
    as_of: date
    inserted: int
    changed: int
    loaded_at: datetime
