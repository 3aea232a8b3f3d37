"""Records that share what one enterprise alone should bear."""

from typing import Final

from psycopg import sql
from psycopg.rows import class_row
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.db import raw
from brain.platform.data_warehouse.contract import Enterprise, Family, LookAlikes
from brain.platform.data_warehouse.queries.lookup import selected
from brain.platform.data_warehouse.queries.tables import TABLES

# Places 9 to 17 of a credit code are the organisation code (GB 32100-2015 4.4). What more than five records
# share tells nothing.
_PAIRS: Final = """
WITH traces AS (
    SELECT 'organisation_code' AS trace, substr(credit_code, 9, 9) AS value, credit_code
    FROM data_warehouse_enterprise
    UNION ALL
    SELECT 'reg_number', reg_number, credit_code
    FROM data_warehouse_enterprise WHERE reg_number ~ '^[0-9]{13,15}$'
    UNION ALL
    SELECT 'name', name_key, credit_code FROM data_warehouse_enterprise
), shared AS (
    SELECT trace, array_agg(credit_code ORDER BY credit_code) AS codes
    FROM traces GROUP BY trace, value HAVING count(*) BETWEEN 2 AND 5
), pairs AS (
    SELECT trace, one, other FROM shared, unnest(codes) AS one, unnest(codes) AS other WHERE one < other
    UNION ALL
    SELECT 'former_name', least(e.credit_code, t.credit_code), greatest(e.credit_code, t.credit_code)
    FROM data_warehouse_enterprise AS e
    CROSS JOIN unnest(e.former_name_keys) AS former
    JOIN data_warehouse_enterprise AS t ON t.name_key = former AND t.credit_code <> e.credit_code
    WHERE e.former_name_keys IS NOT NULL
)
SELECT one, other, array_agg(DISTINCT trace) FROM pairs GROUP BY one, other ORDER BY one, other LIMIT %s
"""
_BY_CODES: Final = sql.SQL("SELECT {} FROM data_warehouse_enterprise WHERE credit_code = ANY(%s)").format(
    selected(TABLES[Family.BASIC], personal=True)
)


async def look_alikes(session: AsyncSession, limit: int) -> list[LookAlikes]:
    connection = await raw(session)
    pairs = await (await connection.execute(_PAIRS, (limit,))).fetchall()
    cursor = connection.cursor(row_factory=class_row(Enterprise))
    await cursor.execute(_BY_CODES, (sorted({code for one, other, _ in pairs for code in (one, other)}),))
    held = {enterprise.credit_code: enterprise for enterprise in await cursor.fetchall()}
    return [
        LookAlikes(one=held[one], other=held[other], traces=frozenset(traces)) for one, other, traces in pairs
    ]
