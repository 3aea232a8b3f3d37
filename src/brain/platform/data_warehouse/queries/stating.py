"""What each provider says of a record that several speak of, and whose word holds."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from psycopg import AsyncConnection, sql
from psycopg.rows import dict_row

from brain.platform.data_warehouse.contract import Family
from brain.platform.data_warehouse.queries.facts import record_key
from brain.platform.data_warehouse.queries.tables import Table
from brain.reference.enterprise_name import name_key

JOINED: Final = "former_names"  # of all providers together: nobody's word goes before another's
_BOOKKEEPING: Final = ("source_id", "valid_from", "revision")

# A record is contested once a second provider speaks of it. Until then its one provider's word is the record
# as it stands; what it says again as a whole is only dated, what it says in part or out of order taken apart.
_CONTESTED: Final = """
CREATE TEMPORARY TABLE data_warehouse_contested ON COMMIT DROP AS
SELECT {key} AS key, t.credit_code, to_jsonb(t) AS held,
       jsonb_strip_nulls(to_jsonb(i) - %(untold)s::text[]) AS said
FROM data_warehouse_incoming AS i JOIN {table} AS t USING ({keys})
JOIN data_warehouse_source AS s ON s.id = t.source_id
WHERE s.provider <> %(provider)s OR NOT ({whole})
    OR EXISTS (
        SELECT FROM data_warehouse_statement AS st WHERE (st.family, st.key) = (%(family)s, {key})
    )
    OR EXISTS (
        SELECT FROM data_warehouse_restatement AS r
        JOIN data_warehouse_source AS later ON later.id = r.source_id
        WHERE (r.family, r.key) = (%(family)s, {key}) AND later.as_of > %(as_of)s
    )
    OR s.as_of > %(as_of)s AND EXISTS (
        SELECT FROM data_warehouse_fact AS f
        WHERE (f.family, f.key) = (%(family)s, {key}) AND f.valid_to IS NULL
    )
"""

_KEEP_RESTATED: Final = """
INSERT INTO data_warehouse_restatement (family, key, source_id)
SELECT %(family)s, {key}, %(source)s
FROM data_warehouse_incoming AS i JOIN {table} AS t USING ({keys})
JOIN data_warehouse_source AS s ON s.id = t.source_id
WHERE s.as_of < %(as_of)s AND NOT EXISTS (SELECT FROM data_warehouse_contested AS c WHERE c.key = {key})
ON CONFLICT (family, key) DO UPDATE SET source_id = excluded.source_id
"""

_KEEP_HELD: Final = """
WITH dated AS (
    DELETE FROM data_warehouse_restatement AS r USING data_warehouse_contested AS c
    WHERE (r.family, r.key) = (%(family)s, c.key) RETURNING r.key, r.source_id
)
INSERT INTO data_warehouse_statement
    (family, key, provider, credit_code, source_id, received_at, told, stated_by)
SELECT %(family)s, c.key, s.provider, c.credit_code, s.id, loaded.at,
       jsonb_strip_nulls(c.held - %(untold)s::text[]), coalesce(opened.by, '{}')
FROM data_warehouse_contested AS c
LEFT JOIN dated USING (key)
JOIN data_warehouse_source AS s ON s.id = coalesce(dated.source_id, (c.held ->> 'source_id')::int)
CROSS JOIN LATERAL (
    SELECT at FROM data_warehouse_loading WHERE last_revision >= (c.held ->> 'revision')::bigint
    ORDER BY last_revision LIMIT 1
) AS loaded
CROSS JOIN LATERAL (
    SELECT jsonb_object_agg(f.attribute, jsonb_build_array(f.source_id, loaded.at)) AS by
    FROM data_warehouse_fact AS f JOIN data_warehouse_source AS said ON said.id = f.source_id
    WHERE (f.family, f.key) = (%(family)s, c.key) AND f.valid_to IS NULL AND f.attribute <> 'former_names'
        AND (dated.key IS NULL OR said.as_of > s.as_of)
) AS opened
WHERE NOT EXISTS (
    SELECT FROM data_warehouse_statement AS st WHERE (st.family, st.key) = (%(family)s, c.key)
)
"""

_KEEP_FIRST_WORD: Final = """
INSERT INTO data_warehouse_statement
    (family, key, provider, credit_code, source_id, received_at, told, stated_by)
SELECT %(family)s, c.key, %(provider)s, c.credit_code, %(source)s, %(at)s, c.said, '{}'
FROM data_warehouse_contested AS c
ON CONFLICT DO NOTHING
"""

# All that was said is said again: one source stands behind the whole.
_KEEP_WHOLE: Final = """
UPDATE data_warehouse_statement AS st
SET told = c.said, source_id = %(source)s, received_at = %(at)s
FROM data_warehouse_contested AS c, data_warehouse_source AS s
WHERE (st.family, st.key, st.provider) = (%(family)s, c.key, %(provider)s) AND s.id = st.source_id
    AND s.as_of <= %(as_of)s AND st.stated_by = '{}'
    AND st.told - ARRAY(SELECT jsonb_object_keys(c.said)) = '{}'
    AND (st.told, st.source_id) IS DISTINCT FROM (c.said, %(source)s)
"""

_KEEP_PARTS: Final = """
UPDATE data_warehouse_statement AS st
SET told = st.told || part.told, stated_by = st.stated_by || part.by
FROM (
    SELECT c.key, jsonb_object_agg(a.attribute, a.value) AS told,
           jsonb_object_agg(a.attribute, jsonb_build_array(%(source)s::int, %(at)s::timestamptz)) AS by
    FROM data_warehouse_contested AS c
    JOIN data_warehouse_statement AS st
        ON (st.family, st.key, st.provider) = (%(family)s, c.key, %(provider)s)
    CROSS JOIN LATERAL jsonb_each(c.said) AS a (attribute, value)
    JOIN data_warehouse_source AS s ON s.id = coalesce((st.stated_by -> a.attribute ->> 0)::int, st.source_id)
    WHERE NOT st.told ? a.attribute OR (
        s.as_of <= %(as_of)s AND (st.told -> a.attribute, s.id) IS DISTINCT FROM (a.value, %(source)s::int)
    )
    GROUP BY c.key
) AS part
WHERE (st.family, st.key, st.provider) = (%(family)s, part.key, %(provider)s)
"""

# The rule of `domain.precedence.standings`. Where the record holds all that anybody says, nothing is weighed.
_WINNERS: Final = """
WITH disputed AS MATERIALIZED (
    SELECT DISTINCT c.key FROM {contested} AS c
    JOIN data_warehouse_statement AS st ON (st.family, st.key) = (%(family)s, c.key)
    WHERE NOT c.held @> st.told
), claim AS (
    SELECT c.key, a.attribute, a.value, st.provider, s.id AS source_id, s.as_of,
           coalesce((st.stated_by -> a.attribute ->> 1)::timestamptz, st.received_at) AS received_at,
           coalesce(r.rank, %(last)s) AS rank
    FROM disputed AS c
    JOIN data_warehouse_statement AS st ON (st.family, st.key) = (%(family)s, c.key)
    CROSS JOIN LATERAL jsonb_each(st.told) AS a (attribute, value)
    JOIN data_warehouse_source AS s ON s.id = coalesce((st.stated_by -> a.attribute ->> 0)::int, st.source_id)
    LEFT JOIN unnest(%(providers)s::text[], %(ranks)s::int[]) AS r (provider, rank)
        ON r.provider = st.provider
), dated AS (
    SELECT *, max(as_of) OVER (PARTITION BY key, attribute) - as_of AS behind FROM claim
), winner AS (
    SELECT DISTINCT ON (key, attribute) key, attribute, value, as_of, source_id FROM dated
    WHERE coalesce(behind <= %(freshness)s::int, true)
    ORDER BY key, attribute, rank, as_of DESC, received_at DESC, provider
)
SELECT winner.* FROM winner JOIN {contested} AS c USING (key)
WHERE c.held -> winner.attribute IS DISTINCT FROM winner.value
"""

_KEY_NAMES: Final = """
UPDATE data_warehouse_winner AS w SET name_key = named.name_key
FROM unnest(%s::text[], %s::text[]) AS named (key, name_key) WHERE w.key = named.key AND w.attribute = 'name'
"""

_STATED: Final = """
SELECT a.attribute, a.value, st.provider, s.title, s.as_of, s.sample, s.landing_digest,
       coalesce((st.stated_by -> a.attribute ->> 1)::timestamptz, st.received_at) AS received_at
FROM data_warehouse_statement AS st
CROSS JOIN LATERAL jsonb_each(st.told) AS a (attribute, value)
JOIN data_warehouse_source AS s ON s.id = coalesce((st.stated_by -> a.attribute ->> 0)::int, st.source_id)
WHERE (st.family, st.key) = (%s, %s)
"""


@dataclass(frozen=True, kw_only=True)
class Ranks:
    """The place of each known provider in the ranking of a family; others have `last`."""

    places: dict[str, int]
    last: int
    freshness_days: int | None

    def parameters(self, family: Family) -> dict[str, Any]:
        return {
            "family": family.value,
            "providers": list(self.places),
            "ranks": list(self.places.values()),
            "last": self.last,
            "freshness": self.freshness_days,
        }


@dataclass(frozen=True, kw_only=True)
class Word:
    """Whose statements come in, and when."""

    provider: str
    source_id: int
    as_of: date
    at: datetime


async def keep(connection: AsyncConnection[Any], table: Table, word: Word) -> None:
    """Keep what the staged records say, where it is not simply the record as it then stands."""
    told = {
        "family": table.family.value,
        "untold": [*table.keys, *_BOOKKEEPING, *table.derived, JOINED],
        "provider": word.provider,
        "source": word.source_id,
        "as_of": word.as_of,
        "at": word.at,
    }
    parts = {
        "key": record_key(table, "t"),
        "table": sql.Identifier(table.name),
        "keys": sql.SQL(", ").join(map(sql.Identifier, table.keys)),
        "whole": sql.SQL(" AND ").join(
            sql.SQL("(i.{0} IS NOT NULL OR t.{0} IS NULL)").format(sql.Identifier(name))
            for name in table.attributes
            if name != JOINED
        ),
    }
    if (await connection.execute(sql.SQL(_CONTESTED).format(**parts), told)).rowcount:
        await connection.execute("ANALYZE data_warehouse_contested (key)")
        for statement in (_KEEP_HELD, _KEEP_FIRST_WORD, _KEEP_WHOLE, _KEEP_PARTS):
            await connection.execute(statement, told)
    await connection.execute(sql.SQL(_KEEP_RESTATED).format(**parts), told)


def winners(contested: sql.Composable) -> sql.Composed:
    """(key, attribute, value, as_of, source_id) of each value that ought to hold and does not."""
    return sql.SQL(_WINNERS).format(contested=contested)


async def choose(connection: AsyncConnection[Any], table: Table, ranks: Ranks) -> None:
    """Whose word holds of the contested records, and the keys of names that so become theirs."""
    chosen = winners(sql.Identifier("data_warehouse_contested"))
    await connection.execute(
        sql.SQL(
            "CREATE TEMPORARY TABLE data_warehouse_winner ON COMMIT DROP AS"
            " SELECT *, NULL::text AS name_key FROM ({}) AS chosen"
        ).format(chosen),
        ranks.parameters(table.family),
    )
    if table.family is Family.BASIC:
        named = await connection.execute(
            "SELECT key, value #>> '{}' FROM data_warehouse_winner WHERE attribute = 'name'"
        )
        if found := await named.fetchall():
            await connection.execute(
                _KEY_NAMES, ([code for code, _ in found], [name_key(name) for _, name in found])
            )


async def stated(connection: AsyncConnection[Any], table: Table, key: str) -> Sequence[dict[str, Any]]:
    """Each provider's newest word on each attribute of a record that several speak of."""
    cursor = connection.cursor(row_factory=dict_row)
    await cursor.execute(_STATED, (table.family.value, key))
    return await cursor.fetchall()
