"""Sources, and the history of values with the source and validity of each."""

from dataclasses import asdict
from datetime import date
from typing import Any

from psycopg import sql
from psycopg.rows import dict_row
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.db import raw
from brain.platform.data_warehouse.contract import Fact, Family, Source
from brain.platform.data_warehouse.models import SourceRow
from brain.platform.data_warehouse.queries.tables import TABLES, Table

PERSONAL = frozenset({"legal_person_name"})

_SOURCE_COLUMNS = sql.SQL("s.provider, s.title, s.as_of, s.sample, s.landing_digest")


async def source_id(session: AsyncSession, source: Source) -> int:
    said = insert(SourceRow).values(asdict(source))
    # Updated to what it is, the row comes back even when another transaction inserted it first.
    kept = said.on_conflict_do_update(
        index_elements=["provider", "title", "as_of", "sample", "landing_digest"],
        set_={"provider": said.excluded.provider},
    )
    return (await session.execute(kept.returning(SourceRow.id))).scalar_one()


async def history(session: AsyncSession, credit_code: str, *, personal: bool) -> dict[Family, list[Fact]]:
    """Current values first by attribute, then superseded ones, newest first."""
    found = {family: await _of_family(session, table, credit_code) for family, table in TABLES.items()}
    if personal:
        return found
    return {
        family: [fact for fact in facts if fact.attribute.rpartition("/")[2] not in PERSONAL]
        for family, facts in found.items()
    }


# A value's source is that of its open fact if there is one, else that of its row.
_HISTORY = """
WITH held AS (
    SELECT {key} AS key, t.source_id, t.valid_from, to_jsonb(t) AS record
    FROM {table} AS t WHERE t.credit_code = %(credit_code)s
), stated AS (
    SELECT held.key, a.attribute, held.record -> a.attribute AS value,
           coalesce(f.valid_from, held.valid_from) AS valid_from, NULL::date AS valid_to,
           coalesce(f.source_id, held.source_id) AS source_id
    FROM held CROSS JOIN unnest(%(attributes)s::text[]) AS a (attribute)
    LEFT JOIN data_warehouse_fact AS f
        ON f.family = %(family)s AND f.key = held.key AND f.attribute = a.attribute AND f.valid_to IS NULL
    WHERE held.record -> a.attribute <> 'null'
    UNION ALL
    SELECT f.key, f.attribute, f.value, f.valid_from, f.valid_to, f.source_id
    FROM held JOIN data_warehouse_fact AS f
        ON f.family = %(family)s AND f.key = held.key AND f.valid_to IS NOT NULL
)
SELECT stated.key, stated.attribute, stated.value, stated.valid_from, stated.valid_to, {source}
FROM stated JOIN data_warehouse_source AS s ON s.id = stated.source_id
ORDER BY stated.key, array_position(%(attributes)s::text[], stated.attribute),
    stated.valid_to IS NOT NULL, stated.valid_to DESC, stated.valid_from DESC
"""


def record_key(table: Table, alias: str) -> sql.Composed:
    """The record's key within its family as one text: its key columns, joined."""
    columns = (
        sql.SQL("{}.{}::text").format(sql.Identifier(alias), sql.Identifier(key)) for key in table.keys
    )
    return sql.SQL("concat_ws('|', {})").format(sql.SQL(", ").join(columns))


async def _of_family(session: AsyncSession, table: Table, credit_code: str) -> list[Fact]:
    told = [column for column in table.columns if column != "credit_code"]
    rows = (await raw(session)).cursor(row_factory=dict_row)
    await rows.execute(
        sql.SQL(_HISTORY).format(
            key=record_key(table, "t"), table=sql.Identifier(table.name), source=_SOURCE_COLUMNS
        ),
        {"credit_code": credit_code, "family": table.family.value, "attributes": told},
    )
    return [_fact(credit_code, row) for row in await rows.fetchall()]


def _fact(credit_code: str, row: dict[str, Any]) -> Fact:
    valid_from: date = row["valid_from"]
    own_key = [part for part in row["key"].split("|") if part != credit_code]
    return Fact(
        attribute="/".join([*own_key, row["attribute"]]),
        value=row["value"],
        valid_from=valid_from,
        valid_to=row["valid_to"],
        source=Source(
            provider=row["provider"],
            title=row["title"],
            as_of=row["as_of"],
            sample=row["sample"],
            landing_digest=row["landing_digest"],
        ),
    )
