"""How many enterprises there are, by region, industry section, year and size, in one pass over the table."""

from collections.abc import Mapping
from typing import Any

from psycopg import sql
from psycopg.rows import dict_row
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.db import raw
from brain.platform.data_warehouse.contract import Filters
from brain.platform.data_warehouse.domain import SIZES, Figures, Tally
from brain.platform.data_warehouse.queries.searching import conditions
from brain.reference.region import RegionCode

_COUNTED = """
WITH held AS (
    SELECT rpad(left(region_code, %(digits)s), 6, '0') AS region, left(industry_code, 1) AS section,
           extract(year FROM establish_date)::int AS year,
           CASE WHEN reg_capital_currency = 'CNY' THEN reg_capital END AS capital,
           CASE WHEN reg_capital_currency = 'CNY' THEN width_bucket(reg_capital, %(sizes)s::numeric[]) - 1 END
               AS size
    FROM data_warehouse_enterprise WHERE {}
)
SELECT grouping(region, section, year, size) AS skipped, region, section, year, size,
       count(*) AS enterprises, coalesce(sum(capital), 0) AS capital
FROM held GROUP BY GROUPING SETS ((), (region), (section), (year), (size))
"""
# Which columns a row leaves out.
_ALL, _BY_REGION, _BY_SECTION, _BY_YEAR, _BY_SIZE = 0b1111, 0b0111, 0b1011, 0b1101, 0b1110


async def figures(session: AsyncSession, filters: Filters) -> Figures:
    where, values = conditions(filters)
    level = RegionCode(filters.region).level if filters.region else 0
    rows = (await raw(session)).cursor(row_factory=dict_row)
    await rows.execute(
        sql.SQL(_COUNTED).format(where), values | {"digits": min(2 * level + 2, 6), "sizes": list(SIZES)}
    )
    found = await rows.fetchall()
    return Figures(
        total=_tallies(found, _ALL, "region").get(None, Tally()),
        regions=_tallies(found, _BY_REGION, "region"),
        sections=_tallies(found, _BY_SECTION, "section"),
        years=_tallies(found, _BY_YEAR, "year"),
        sizes=_tallies(found, _BY_SIZE, "size"),
    )


def _tallies(rows: list[dict[str, Any]], skipped: int, key: str) -> Mapping[Any, Tally]:
    return {
        row[key]: Tally(enterprises=row["enterprises"], capital=row["capital"])
        for row in rows
        if row["skipped"] == skipped
    }
