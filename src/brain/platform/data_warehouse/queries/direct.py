"""One enterprise by code or by name, by prepared statements on psycopg alone."""

from typing import Any, Final, Literal, LiteralString

from psycopg import AsyncConnection, sql
from psycopg.rows import dict_row

from brain.platform.data_warehouse.contract import Family
from brain.platform.data_warehouse.queries.lookup import selected
from brain.platform.data_warehouse.queries.tables import TABLES
from brain.reference.enterprise_name import name_key

MOST_NAMESAKES: Final = 20
How = Literal["exact", "normalised", "former"]


def _statement(where: LiteralString, *, personal: bool) -> bytes:
    """As bytes: composing or adapting a statement takes longer than running it."""
    return (
        sql.SQL(
            "SELECT {}, (SELECT i.name FROM data_warehouse_industry AS i WHERE i.code = industry_code)"
            " AS industry_name FROM data_warehouse_enterprise WHERE "
        ).format(selected(TABLES[Family.BASIC], personal=personal))
        + sql.SQL(where)
    ).as_bytes()


_BY_CODE: Final = {personal: _statement("credit_code = %s", personal=personal) for personal in (False, True)}
_BY_NAME: Final = {
    personal: _statement(
        "name_key = %s OR (former_name_keys IS NOT NULL AND former_name_keys @> ARRAY[%s])"
        f" ORDER BY credit_code LIMIT {MOST_NAMESAKES}",
        personal=personal,
    )
    for personal in (False, True)
}


async def by_code(connection: AsyncConnection[Any], code: str, *, personal: bool) -> dict[str, Any] | None:
    cursor = connection.cursor(row_factory=dict_row)
    await cursor.execute(_BY_CODE[personal], (code,), prepare=True)
    return await cursor.fetchone()


async def by_name(
    connection: AsyncConnection[Any], name: str, *, personal: bool
) -> tuple[How | None, list[dict[str, Any]]]:
    key = name_key(name)
    cursor = connection.cursor(row_factory=dict_row)
    await cursor.execute(_BY_NAME[personal], (key, key), prepare=True)
    found = await cursor.fetchall()
    exact = [row for row in found if row["name"] == name]
    if exact:
        return "exact", exact
    current = [row for row in found if name_key(row["name"]) == key]
    if current:
        return "normalised", current
    return ("former" if found else None), found
