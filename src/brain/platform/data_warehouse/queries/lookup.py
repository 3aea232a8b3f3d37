"""Many enterprises at once by credit code or name, and the records of one."""

from collections.abc import Sequence
from typing import Final, cast

import polars as pl
from psycopg import sql
from psycopg.rows import class_row
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.db import raw
from brain.platform.data_warehouse.contract import (
    Enterprise,
    Family,
    Namesake,
    Record,
    SharedName,
)
from brain.platform.data_warehouse.queries.copying import array_literal
from brain.platform.data_warehouse.queries.tables import TABLES, Table


def selected(table: Table, *, personal: bool = False) -> sql.Composed:
    """The record's columns; the personal one as null unless asked for."""
    hidden = () if personal else ("legal_person_name",)
    return sql.SQL(", ").join(
        sql.SQL("NULL AS {}").format(sql.Identifier(column)) if column in hidden else sql.Identifier(column)
        for column in table.columns
    )


_BY_CODES: Final = sql.SQL("SELECT {} FROM data_warehouse_enterprise WHERE credit_code = ANY(%s)").format(
    selected(TABLES[Family.BASIC])
)


async def by_codes(session: AsyncSession, credit_codes: Sequence[str]) -> dict[str, Enterprise]:
    cursor = (await raw(session)).cursor(row_factory=class_row(Enterprise))
    await cursor.execute(_BY_CODES, (list(credit_codes),))
    return {enterprise.credit_code: enterprise for enterprise in await cursor.fetchall()}


async def records(session: AsyncSession, credit_code: str, family: Family) -> Sequence[Record]:
    table = TABLES[family]
    statement = sql.SQL("SELECT {} FROM {} WHERE credit_code = %s ORDER BY {}").format(
        selected(table), sql.Identifier(table.name), sql.SQL(", ").join(map(sql.Identifier, table.keys))
    )
    cursor = (await raw(session)).cursor(row_factory=class_row(table.record))
    await cursor.execute(statement, (credit_code,))
    return cast("Sequence[Record]", await cursor.fetchall())


async def records_of(
    session: AsyncSession, credit_codes: Sequence[str], family: Family
) -> dict[str, list[Record]]:
    table = TABLES[family]
    statement = sql.SQL("SELECT {} FROM {} WHERE credit_code = ANY(%s) ORDER BY {}").format(
        selected(table), sql.Identifier(table.name), sql.SQL(", ").join(map(sql.Identifier, table.keys))
    )
    cursor = (await raw(session)).cursor(row_factory=class_row(table.record))
    await cursor.execute(statement, (list(credit_codes),))
    found: dict[str, list[Record]] = {}
    for record in cast("Sequence[Record]", await cursor.fetchall()):
        found.setdefault(record.credit_code, []).append(record)
    return found


async def namesakes(session: AsyncSession, keys: Sequence[str]) -> dict[str, list[Namesake]]:
    connection = await raw(session)
    found: dict[str, list[Namesake]] = {}
    wanted = pl.Series(keys, dtype=pl.String).unique()
    current = await connection.execute(
        "SELECT name_key, credit_code, name FROM data_warehouse_enterprise WHERE name_key = ANY(%s::text[])",
        (array_literal(wanted),),
    )
    for key, code, name in await current.fetchall():
        found.setdefault(key, []).append(Namesake(credit_code=code, name=name, former=False))
    rest = wanted.filter(~wanted.is_in(list(found)))
    former = await connection.execute(
        "SELECT former_name_keys, credit_code, name FROM data_warehouse_enterprise"
        " WHERE former_name_keys IS NOT NULL AND former_name_keys && %s::text[]",
        (array_literal(rest),),
    )
    asked = set(rest)
    for former_keys, code, name in await former.fetchall():
        for key in asked & set(former_keys):
            found.setdefault(key, []).append(Namesake(credit_code=code, name=name, former=True))
    return found


# OFFSET 0 keeps each lookup a lookup by index: with the statistics of a growing table the planner
# at times reads all of it instead.
_SHARED_NAMES: Final = """
SELECT t.credit_code, t.name, earlier.credit_code AS other
FROM (
    SELECT credit_code, name, name_key, revision FROM data_warehouse_enterprise
    WHERE revision BETWEEN %s AND %s OFFSET 0
) AS t
CROSS JOIN LATERAL (
    SELECT credit_code, revision FROM data_warehouse_enterprise AS e WHERE e.name_key = t.name_key OFFSET 0
) AS earlier
WHERE earlier.revision < t.revision
"""


async def shared_names(session: AsyncSession, first_revision: int, last_revision: int) -> list[SharedName]:
    shared = (await raw(session)).cursor(row_factory=class_row(SharedName))
    await shared.execute(_SHARED_NAMES, (first_revision, last_revision))
    return await shared.fetchall()
