"""Rules of the data warehouse, free of I/O."""

from functools import cache
from typing import Final

from brain.kit.errors import Refusal
from brain.reference.industry import SHIPPED, IndustryCode
from brain.reference.region import GAZETTEER

LARGEST_EXPORT: Final = 50_000  # rows


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
    """Of the sections and divisions that ship with the product."""
    return SHIPPED.names.get(IndustryCode(code)) if code else None
