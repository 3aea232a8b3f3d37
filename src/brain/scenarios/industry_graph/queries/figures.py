"""How many enterprises of the chain there are, by region, year and honour."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Integer, RowMapping, Select, cast, func, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from brain.reference.region import RegionCode
from brain.scenarios.industry_graph.domain.enterprise import Filters
from brain.scenarios.industry_graph.domain.figures import Figures, Tally
from brain.scenarios.industry_graph.models import AttachmentRow, EnterpriseRow
from brain.scenarios.industry_graph.queries.selection import joined

MOST_HONOURS = 50
_ALL, _BY_REGION, _BY_YEAR = 0b11, 0b01, 0b10  # which columns a row leaves out


async def figures(session: AsyncSession, chain: str, filters: Filters, products: Sequence[str]) -> Figures:
    codes = joined(select(AttachmentRow.credit_code), chain, filters).where(
        AttachmentRow.product.in_(products)
    )
    within = (EnterpriseRow.chain == chain, EnterpriseRow.credit_code.in_(codes))
    level = RegionCode(filters.region).level if filters.region else 0
    rows = (await session.execute(_counted(within, min(2 * level + 2, 6)))).mappings().all()
    honour = func.unnest(EnterpriseRow.honours).label("title")
    held = select(honour, EnterpriseRow.credit_code).where(*within).subquery()
    count = func.count(held.c.credit_code.distinct())
    honours = await session.execute(
        select(held.c.title, count)
        .group_by(held.c.title)
        .order_by(count.desc(), held.c.title)
        .limit(MOST_HONOURS)
    )
    return Figures(
        total=_tallies(rows, _ALL, "region").get(None, Tally()),
        regions=_tallies(rows, _BY_REGION, "region"),
        years=_tallies(rows, _BY_YEAR, "year"),
        honours=[(title, number) for title, number in honours],
    )


def _counted(within: tuple[Any, ...], digits: int) -> Select[*tuple[Any, ...]]:
    """By region cut to so many digits, by year of establishment, and in all."""
    held = (
        select(
            func.rpad(func.left(EnterpriseRow.region_code, digits), 6, "0").label("region"),
            cast(func.extract("year", EnterpriseRow.established_on), Integer).label("year"),
            EnterpriseRow.capital_wan,
            EnterpriseRow.is_key,
        )
        .where(*within)
        .subquery()
    )
    region, year = held.c.region, held.c.year
    return select(
        func.grouping(region, year).label("skipped"),
        region,
        year,
        func.count().label("enterprises"),
        func.count().filter(held.c.is_key).label("key"),
        func.coalesce(func.sum(held.c.capital_wan), 0).label("capital_wan"),
    ).group_by(func.grouping_sets(tuple_(), tuple_(region), tuple_(year)))


def _tallies(rows: Sequence[RowMapping], skipped: int, key: str) -> dict[Any, Tally]:
    names = Tally.__dataclass_fields__
    return {
        row[key]: Tally(**{name: row[name] for name in names}) for row in rows if row["skipped"] == skipped
    }
