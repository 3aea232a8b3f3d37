"""Deciding anew whose word holds, for records that several providers speak of."""

from typing import Final

from psycopg import sql
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now, today
from brain.kit.db import lock, raw
from brain.platform.data_warehouse.contract import Merged, Source
from brain.platform.data_warehouse.queries import changing, facts, loadings, stating
from brain.platform.data_warehouse.queries.facts import record_key
from brain.platform.data_warehouse.queries.stating import Ranks
from brain.platform.data_warehouse.queries.tables import Table

_KEYS: Final = """
SELECT DISTINCT key FROM data_warehouse_statement WHERE family = %s AND key > %s ORDER BY key LIMIT %s
"""
# The records come in as they stand: they say nothing new, and it is only weighed again what was said.
_STAGE: Final = """
INSERT INTO data_warehouse_incoming
SELECT t.* FROM {table} AS t
JOIN (
    SELECT DISTINCT key, credit_code FROM data_warehouse_statement
    WHERE family = %(family)s AND key = ANY(%(keys)s::text[])
) AS spoken ON t.credit_code = spoken.credit_code AND {key} = spoken.key
"""
_NUMBER: Final = """
UPDATE data_warehouse_incoming AS i SET revision = %s + numbered.place
FROM (SELECT revision, row_number() OVER () - 1 AS place FROM data_warehouse_incoming) AS numbered
WHERE numbered.revision = i.revision
"""
_CONTESTED: Final = """
CREATE TEMPORARY TABLE data_warehouse_contested ON COMMIT DROP AS
SELECT {key} AS key, t.credit_code, to_jsonb(t) AS held
FROM {table} AS t JOIN data_warehouse_incoming AS i USING ({keys})
"""


async def next_keys(session: AsyncSession, table: Table, after: str, limit: int) -> list[str]:
    found = await (await raw(session)).execute(_KEYS, (table.family.value, after, limit))
    return [key for (key,) in await found.fetchall()]


async def recompute(session: AsyncSession, table: Table, keys: list[str], ranks: Ranks) -> Merged:
    """Under the lock of revisions, as every merge; what does not change gets no revision."""
    await lock(session, "data_warehouse", "revision")
    source = Source(provider="本节点", title="按来源优先级重新取值", as_of=today())
    source_id = await facts.source_id(session, source)
    connection = await raw(session)
    first = await loadings.next_revision(session)
    parts = {
        "table": sql.Identifier(table.name),
        "key": record_key(table, "t"),
        "keys": sql.SQL(", ").join(map(sql.Identifier, table.keys)),
    }
    await changing.stage(connection, table)
    await connection.execute(sql.SQL(_STAGE).format(**parts), {"family": table.family.value, "keys": keys})
    await connection.execute(_NUMBER, (first,))
    await connection.execute(sql.SQL(_CONTESTED).format(**parts))
    await stating.choose(connection, table, ranks)
    changed = await changing.apply(connection, table)
    merged = Merged(
        inserted=0,
        changed=changed,
        unchanged=len(keys) - changed,
        first_revision=first,
        last_revision=first + changed - 1 if changed else None,
    )
    await loadings.keep(connection, table.family, source_id, merged, now())
    return merged
