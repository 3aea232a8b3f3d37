"""Which source stands behind each record, and behind the attributes that another one stated."""

from collections.abc import Sequence
from typing import Any, Final

from psycopg import AsyncConnection, sql
from psycopg.rows import dict_row

from brain.platform.data_warehouse.contract import Origin, Record, Source
from brain.platform.data_warehouse.queries.facts import record_key
from brain.platform.data_warehouse.queries.tables import TABLES, Table

_PATTERN: Final = """
SELECT said.key, said.attribute, s.provider, s.title, s.as_of, s.sample, s.landing_digest
FROM (
    SELECT {key} AS key, NULL AS attribute, t.source_id FROM {table} AS t
    WHERE t.credit_code = ANY(%(codes)s::text[])
    UNION ALL
    SELECT f.key, f.attribute, f.source_id
    FROM {table} AS t JOIN data_warehouse_fact AS f
        ON f.family = {family} AND f.key = {key} AND f.valid_to IS NULL
    WHERE t.credit_code = ANY(%(codes)s::text[])
) AS said JOIN data_warehouse_source AS s ON s.id = said.source_id
"""
_STATEMENTS: Final = {
    family: sql.SQL(_PATTERN)
    .format(key=record_key(table, "t"), table=sql.Identifier(table.name), family=sql.Literal(family.value))
    .as_bytes()
    for family, table in TABLES.items()
}


async def origins(connection: AsyncConnection[Any], table: Table, records: Sequence[Record]) -> list[Origin]:
    codes = sorted({record.credit_code for record in records})
    cursor = connection.cursor(row_factory=dict_row)
    await cursor.execute(_STATEMENTS[table.family], {"codes": codes}, prepare=True)
    of_records: dict[str, Source] = {}
    of_attributes: dict[str, dict[str, Source]] = {}
    for row in await cursor.fetchall():
        key, attribute = row.pop("key"), row.pop("attribute")
        if attribute is None:
            of_records[key] = Source(**row)
        else:
            of_attributes.setdefault(key, {})[attribute] = Source(**row)
    keys = ["|".join(str(getattr(record, name)) for name in table.keys) for record in records]
    return [Origin(source=of_records[key], attributes=of_attributes.get(key, {})) for key in keys]
