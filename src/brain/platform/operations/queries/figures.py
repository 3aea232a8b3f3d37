"""Sums over records: yield and defects, stock, energy."""

from datetime import datetime
from typing import Any, Final

from sqlalchemy import Row, TextClause, text
from sqlalchemy.ext.asyncio import AsyncSession

# A lot passes first time when the first result of each of its characteristics was accepted.
_FIRST: Final = """
WITH result AS (
    SELECT lot, content->>'characteristic' AS characteristic, (content->>'accepted')::boolean AS accepted,
           row_number() OVER (PARTITION BY lot, content->>'characteristic' ORDER BY at, number) AS turn
    FROM operations_record
    WHERE kind = 'quality_result' AND current AND NOT withdrawn AND at >= :begin AND at < :end
)
"""


def _with(rest: str) -> TextClause:
    return text("".join((_FIRST, rest)))


_YIELD: Final = _with("""
, lot AS (SELECT lot, bool_and(accepted) AS passed FROM result WHERE turn = 1 GROUP BY lot)
SELECT count(*) AS lots, count(*) FILTER (WHERE passed) AS passed FROM lot
""")
_CHARACTERISTICS: Final = _with("""
SELECT characteristic, count(*) AS results, count(*) FILTER (WHERE NOT accepted) AS rejected,
       count(*) FILTER (WHERE turn = 1) AS first, count(*) FILTER (WHERE turn = 1 AND accepted) AS passed
FROM result GROUP BY characteristic ORDER BY rejected DESC, characteristic LIMIT 200
""")
_DEFECTS: Final = text("""
SELECT coalesce(content->>'defect_code', content->>'characteristic') AS defect, count(*) AS times,
       count(DISTINCT lot) AS lots
FROM operations_record
WHERE kind = 'quality_result' AND current AND NOT withdrawn AND at >= :begin AND at < :end
      AND NOT (content->>'accepted')::boolean
GROUP BY 1 ORDER BY times DESC, defect LIMIT 200
""")
_STOCK: Final = text("""
WITH lot AS (
    SELECT DISTINCT ON (lot) lot, content->>'material' AS material, content->>'unit' AS unit
    FROM operations_record WHERE kind = 'material_lot' AND current AND NOT withdrawn ORDER BY lot, number DESC
), moved AS (
    SELECT coalesce(m.content->>'material', lot.material) AS material,
           coalesce(m.content->>'unit', lot.unit) AS unit, m.lot, m.at, m.content->>'kind' AS kind,
           (m.content->>'quantity')::double precision AS quantity
    FROM operations_record m LEFT JOIN lot ON lot.lot = m.lot
    WHERE m.kind = 'stock_movement' AND m.current AND NOT m.withdrawn
)
SELECT material, unit,
       sum(CASE WHEN kind IN ('receipt', 'production') THEN quantity ELSE -quantity END) AS balance,
       sum(quantity) FILTER (WHERE kind IN ('receipt', 'production')) AS came,
       sum(quantity) FILTER (WHERE kind NOT IN ('receipt', 'production')) AS went,
       count(DISTINCT lot) AS lots, count(*) AS movements, max(at) AS last_at
FROM moved
WHERE CAST(:search AS text) IS NULL OR strpos(lower(coalesce(material, '')), lower(:search)) > 0
GROUP BY material, unit ORDER BY material NULLS FIRST, unit LIMIT 1000
""")
# A meter that counts less than before was changed or set back: it began at nothing again.
_ENERGY: Final = text("""
WITH told AS (
    SELECT equipment, content->>'carrier' AS carrier, content->>'unit' AS unit, at,
           content->>'reading' AS reading, (content->>'quantity')::double precision AS quantity,
           lag((content->>'quantity')::double precision) OVER (
               PARTITION BY system_id, equipment, content->>'carrier', content->>'unit', content->>'reading'
               ORDER BY at, number
           ) AS before
    FROM operations_record
    WHERE kind = 'energy_reading' AND current AND NOT withdrawn AND at < :end AND at >= :since
)
SELECT equipment, carrier, unit, count(*) AS readings, max(at) AS last_at,
       sum(CASE WHEN reading = 'amount' THEN quantity WHEN before IS NULL THEN 0
                WHEN quantity < before THEN quantity ELSE quantity - before END) AS used
FROM told WHERE at >= :begin GROUP BY equipment, carrier, unit ORDER BY equipment, carrier
""")

Found = list[Row[Any]]


async def first_pass(session: AsyncSession, begin: datetime, end: datetime) -> tuple[int, int]:
    """Lots tested, and those of them that passed first time."""
    found = (await session.execute(_YIELD, {"begin": begin, "end": end})).one()
    return found.lots, found.passed


async def characteristics(session: AsyncSession, begin: datetime, end: datetime) -> Found:
    return list(await session.execute(_CHARACTERISTICS, {"begin": begin, "end": end}))


async def defects(session: AsyncSession, begin: datetime, end: datetime) -> Found:
    """Not accepted, most frequent first; without a defect code, by what was tested."""
    return list(await session.execute(_DEFECTS, {"begin": begin, "end": end}))


async def stock(session: AsyncSession, search: str | None) -> Found:
    return list(await session.execute(_STOCK, {"search": search}))


async def energy(session: AsyncSession, since: datetime, begin: datetime, end: datetime) -> Found:
    """`since`: from when on a count before `begin` is looked for, from which the first one goes on."""
    return list(await session.execute(_ENERGY, {"since": since, "begin": begin, "end": end}))
