"""Records that the warehouse holds already: what differs becomes current, or history if it is older."""

from typing import Any, Final, LiteralString

import polars as pl
from psycopg import AsyncConnection, sql

from brain.platform.data_warehouse.contract import Family
from brain.platform.data_warehouse.queries.copying import copy
from brain.platform.data_warehouse.queries.facts import record_key
from brain.platform.data_warehouse.queries.tables import Table

_INCOMING: Final = "data_warehouse_incoming"

# A name with another key is a former name: the held one if what comes is newer, else the one that comes.
# Where several providers speak: what is of an earlier day than the name that holds, not what is outranked.
_JOIN_FORMER_NAMES: Final = """
UPDATE data_warehouse_incoming AS said SET former_names = joined.names, former_name_keys = joined.keys
FROM data_warehouse_incoming AS i
JOIN data_warehouse_enterprise AS t USING (credit_code)
LEFT JOIN data_warehouse_fact AS f
    ON f.family = 'basic' AND f.key = t.credit_code AND f.attribute = 'name' AND f.valid_to IS NULL
LEFT JOIN data_warehouse_contested AS c ON c.key = t.credit_code
LEFT JOIN data_warehouse_winner AS w ON w.key = t.credit_code AND w.attribute = 'name'
CROSS JOIN LATERAL (SELECT coalesce(f.valid_from, t.valid_from) AS since) AS held
CROSS JOIN LATERAL (
    SELECT array_agg(name ORDER BY place) AS names, array_agg(key ORDER BY place) AS keys
    FROM (
        SELECT DISTINCT ON (key) name, key, place
        FROM unnest(
            t.former_names || i.former_names
                || CASE WHEN held.since <= coalesce(w.as_of, held.since) THEN t.name END
                || CASE WHEN c.key IS NULL OR i.valid_from < coalesce(w.as_of, held.since) THEN i.name END,
            t.former_name_keys || i.former_name_keys
                || CASE WHEN held.since <= coalesce(w.as_of, held.since) THEN t.name_key END
                || CASE WHEN c.key IS NULL OR i.valid_from < coalesce(w.as_of, held.since) THEN i.name_key END
        ) WITH ORDINALITY AS every (name, key, place)
        WHERE key <> CASE
            WHEN c.key IS NOT NULL THEN coalesce(w.name_key, t.name_key)
            WHEN i.valid_from >= held.since THEN i.name_key
            ELSE t.name_key END
        ORDER BY key, place
    ) AS distinct_names
) AS joined
WHERE said.credit_code = i.credit_code
"""

# OFFSET 0: each record becomes JSON once, not once for every attribute.
# `newer`: the value becomes current. Former names only ever grow, so they always do.
_COMPARE: Final = """
CREATE TEMPORARY TABLE data_warehouse_difference ON COMMIT DROP AS
SELECT pair.key, a.attribute, pair.held -> a.attribute AS was, pair.said -> a.attribute AS value,
       pair.as_of, pair.said_by, f.id AS open_fact,
       CASE pair.held -> a.attribute WHEN 'null' THEN pair.as_of
           ELSE coalesce(f.valid_from, pair.valid_from) END AS since,
       coalesce(f.source_id, pair.source_id) AS held_by,
       pair.held -> a.attribute = 'null' OR a.attribute = 'former_names'
           OR pair.as_of >= coalesce(f.valid_from, pair.valid_from) AS newer
FROM (
    SELECT {key} AS key, to_jsonb(t) AS held, to_jsonb(i) AS said, t.valid_from, t.source_id,
           i.valid_from AS as_of, i.source_id AS said_by
    FROM data_warehouse_incoming AS i JOIN {table} AS t USING ({keys})
    WHERE {differs} OFFSET 0
) AS pair
CROSS JOIN unnest(%(attributes)s::text[]) AS a (attribute)
LEFT JOIN data_warehouse_fact AS f
    ON f.family = %(family)s AND f.key = pair.key AND f.attribute = a.attribute AND f.valid_to IS NULL
WHERE pair.said -> a.attribute <> 'null' AND pair.said -> a.attribute <> pair.held -> a.attribute
"""

# Where several providers speak, whose word holds was chosen before; what is older is still history.
_OVERRULE: Final = """
DELETE FROM data_warehouse_difference AS d USING data_warehouse_contested AS c
WHERE d.key = c.key AND d.attribute <> 'former_names' AND (
    d.as_of >= d.since OR EXISTS (
        SELECT FROM data_warehouse_winner AS w
        WHERE (w.key, w.attribute, w.value) = (d.key, d.attribute, d.value)
    )
)
"""
_TAKE_CHOSEN: Final = """
INSERT INTO data_warehouse_difference
    (key, attribute, was, value, as_of, said_by, open_fact, since, held_by, newer)
SELECT w.key, w.attribute, c.held -> w.attribute, w.value, w.as_of, w.source_id, f.id,
       CASE c.held -> w.attribute WHEN 'null' THEN w.as_of
           ELSE coalesce(f.valid_from, (c.held ->> 'valid_from')::date) END,
       coalesce(f.source_id, (c.held ->> 'source_id')::int), true
FROM data_warehouse_winner AS w JOIN data_warehouse_contested AS c USING (key)
LEFT JOIN data_warehouse_fact AS f
    ON (f.family, f.key, f.attribute) = (%(family)s, w.key, w.attribute) AND f.valid_to IS NULL
"""

_CLOSE_OPEN: Final = """
UPDATE data_warehouse_fact AS f SET valid_to = greatest(f.valid_from, d.as_of)
FROM data_warehouse_difference AS d WHERE d.open_fact = f.id AND d.newer
"""

_KEEP_SUPERSEDED: Final = """
INSERT INTO data_warehouse_fact (family, key, attribute, value, valid_from, valid_to, source_id)
SELECT %(family)s, key, attribute, was, since, greatest(since, as_of), held_by
FROM data_warehouse_difference WHERE newer AND open_fact IS NULL AND was <> 'null'
"""

_OPEN: Final = """
INSERT INTO data_warehouse_fact (family, key, attribute, value, valid_from, valid_to, source_id)
SELECT %(family)s, key, attribute, value, greatest(since, as_of), NULL, said_by
FROM data_warehouse_difference WHERE newer
"""

# An older statement ends what is known to have begun before it and lasts until what is known to follow.
_PLACE_OLDER: Final = """
WITH older AS (
    SELECT d.*, before.id AS before_id, coalesce(after.valid_from, d.since) AS ends
    FROM data_warehouse_difference AS d
    LEFT JOIN LATERAL (
        SELECT id, value FROM data_warehouse_fact AS f
        WHERE (f.family, f.key, f.attribute) = (%(family)s, d.key, d.attribute) AND f.valid_from <= d.as_of
        ORDER BY valid_from DESC, id DESC LIMIT 1
    ) AS before ON true
    LEFT JOIN LATERAL (
        SELECT min(valid_from) AS valid_from FROM data_warehouse_fact AS f
        WHERE (f.family, f.key, f.attribute) = (%(family)s, d.key, d.attribute) AND f.valid_from > d.as_of
    ) AS after ON true
    WHERE NOT d.newer AND before.value IS DISTINCT FROM d.value
), ended AS (
    UPDATE data_warehouse_fact AS f SET valid_to = least(f.valid_to, older.as_of)
    FROM older WHERE f.id = older.before_id
)
INSERT INTO data_warehouse_fact (family, key, attribute, value, valid_from, valid_to, source_id)
SELECT %(family)s, key, attribute, value, as_of, ends, said_by FROM older
"""

_TAKE_NAME_KEYS: Final = """
UPDATE data_warehouse_incoming AS i SET name_key = w.name_key
FROM data_warehouse_winner AS w WHERE w.key = i.credit_code AND w.attribute = 'name'
"""

_UPDATE: Final = """
WITH change AS (
    SELECT key, jsonb_object_agg(attribute, value) AS values, row_number() OVER (ORDER BY key) - 1 AS place
    FROM data_warehouse_difference WHERE newer GROUP BY key
)
UPDATE {table} AS t
SET ({attributes}) = (SELECT {attributes} FROM jsonb_populate_record(t, change.values)),
    {derived} revision = (SELECT min(revision) FROM data_warehouse_incoming) + change.place
FROM change, data_warehouse_incoming AS i
WHERE change.key = {key} AND {same_record}
"""


async def stage(connection: AsyncConnection[Any], table: Table) -> None:
    """Room for what comes in, also in parts; what an earlier merge of the transaction left is gone."""
    await connection.execute(
        "DROP TABLE IF EXISTS pg_temp.data_warehouse_incoming, pg_temp.data_warehouse_contested,"
        " pg_temp.data_warehouse_winner, pg_temp.data_warehouse_difference"
    )
    await connection.execute(
        sql.SQL(
            "CREATE TEMPORARY TABLE data_warehouse_incoming ON COMMIT DROP AS SELECT * FROM {} WITH NO DATA"
        ).format(sql.Identifier(table.name))
    )


async def fill(connection: AsyncConnection[Any], frame: pl.DataFrame) -> None:
    await copy(connection, _INCOMING, frame)


async def apply(connection: AsyncConnection[Any], table: Table) -> int:
    """How many records changed, once it is chosen whose word holds. Their revisions start at the lowest of
    those staged."""
    values = {"family": table.family.value, "attributes": list(table.attributes)}
    attributes = [sql.Identifier(name) for name in table.attributes]
    parts = {
        "table": sql.Identifier(table.name),
        "key": record_key(table, "t"),
        "keys": sql.SQL(", ").join(map(sql.Identifier, table.keys)),
        "attributes": sql.SQL(", ").join(attributes),
        "differs": _joined(" OR ", "i.{0} IS DISTINCT FROM t.{0} AND i.{0} IS NOT NULL", attributes),
        "same_record": _joined(" AND ", "i.{0} = t.{0}", map(sql.Identifier, table.keys)),
        "derived": sql.SQL("").join(
            sql.SQL("{0} = CASE WHEN change.values ? {1} THEN i.{0} ELSE t.{0} END,").format(
                sql.Identifier(name), sql.Literal(follows)
            )
            for name, follows in table.derived.items()
        ),
    }
    if table.family is Family.BASIC:
        await connection.execute(_JOIN_FORMER_NAMES)
        await connection.execute(_TAKE_NAME_KEYS)
    await connection.execute(sql.SQL(_COMPARE).format(**parts), values)
    for statement in (_OVERRULE, _TAKE_CHOSEN, _CLOSE_OPEN, _KEEP_SUPERSEDED, _OPEN, _PLACE_OLDER):
        await connection.execute(statement, values)
    return (await connection.execute(sql.SQL(_UPDATE).format(**parts))).rowcount


def _joined(separator: LiteralString, pattern: LiteralString, names: Any) -> sql.Composed:
    return sql.SQL(separator).join(sql.SQL(pattern).format(name) for name in names)
