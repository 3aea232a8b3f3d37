"""Merging what a source says into a family: records not held yet by COPY, held ones by comparison."""

from datetime import date
from typing import Any, Final, LiteralString

import polars as pl
from psycopg import AsyncConnection, sql
from psycopg.errors import UniqueViolation
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.kit.db import lock, raw
from brain.platform.data_warehouse.contract import Merged
from brain.platform.data_warehouse.models import LoadingRow
from brain.platform.data_warehouse.queries import changing, copying
from brain.platform.data_warehouse.queries.tables import Table
from brain.reference.enterprise_name import name_key, name_keys

_LAST_REVISION: Final = select(func.max(LoadingRow.last_revision))
_PROBES: Final = 100
_ARRAYS: Final[dict[pl.DataType, LiteralString]] = {pl.Int64(): "%s::int[]", pl.String(): "%s::text[]"}


async def merge(
    session: AsyncSession, table: Table, frame: pl.DataFrame, source_id: int, as_of: date
) -> Merged:
    """Revisions are given under a lock held until the commit: no reader sees a lower one appear later."""
    await lock(session, "data_warehouse", "revision")
    connection = await raw(session)
    first = (await session.scalar(_LAST_REVISION) or 0) + 1
    new, held = _derived(table, frame), frame.clear()
    if not await _insert(connection, table, _stamped(new, source_id, as_of, first)):
        new, held = await _split(connection, table, new)
        await copying.copy(connection, table.name, _stamped(new, source_id, as_of, first))
    changed = 0
    if not held.is_empty():
        await changing.stage(connection, table, _stamped(held, source_id, as_of, first + new.height))
        changed = await changing.apply(connection, table)
    merged = Merged(
        inserted=new.height,
        changed=changed,
        unchanged=held.height - changed,
        first_revision=first,
        last_revision=first + new.height + changed - 1 if new.height + changed else None,
    )
    if merged.last_revision is not None:
        await connection.execute(
            "INSERT INTO data_warehouse_loading"
            " (first_revision, last_revision, family, source_id, inserted, changed, at)"
            " VALUES (%s, %s, %s, %s, %s, %s, %s)",
            (first, merged.last_revision, table.family.value, source_id, merged.inserted, changed, now()),
        )
    return merged


def _derived(table: Table, frame: pl.DataFrame) -> pl.DataFrame:
    """With the columns that follow others, where the caller has not made them already."""
    if "name_key" in table.derived and "name_key" not in frame.columns:
        frame = frame.with_columns(name_keys(frame["name"]).alias("name_key"))
    if "former_name_keys" in table.derived and "former_names" in frame.columns:
        keys = [names and [name_key(name) for name in names] for names in frame["former_names"].to_list()]
        frame = frame.with_columns(pl.Series("former_name_keys", keys, dtype=pl.List(pl.String)))
    return frame


def _stamped(frame: pl.DataFrame, source_id: int, as_of: date, first: int) -> pl.DataFrame:
    return frame.with_columns(
        pl.lit(source_id).alias("source_id"),
        pl.lit(as_of).alias("valid_from"),
        pl.int_range(first, first + frame.height).alias("revision"),
    )


async def _insert(connection: AsyncConnection[Any], table: Table, frame: pl.DataFrame) -> bool:
    """Copy all records as new ones; false, and nothing has happened, when some are held already.

    What is mostly held is known by a few of its keys, before the table is written to in vain.
    """
    probe = frame.gather_every(max(1, frame.height // _PROBES))
    _, held = await _split(connection, table, probe)
    if not held.is_empty():
        return False
    try:
        async with connection.transaction():
            await copying.copy(connection, table.name, frame)
    except UniqueViolation:
        return False
    return True


async def _split(
    connection: AsyncConnection[Any], table: Table, frame: pl.DataFrame
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Records that the table does not hold yet, and those that it does; by index, as in `lookup`."""
    arrays = [sql.SQL(_ARRAYS[table.schema[key]]) for key in table.keys]
    keys = sql.SQL(", ").join(map(sql.Identifier, table.keys))
    same = sql.SQL(" AND ").join(
        sql.SQL("t.{0} = wanted.{0}").format(sql.Identifier(key)) for key in table.keys
    )
    rows = await connection.execute(
        sql.SQL(
            "SELECT place FROM unnest({}) WITH ORDINALITY AS wanted ({}, place)"
            " CROSS JOIN LATERAL (SELECT FROM {} AS t WHERE {} OFFSET 0) AS held"
        ).format(sql.SQL(", ").join(arrays), keys, sql.Identifier(table.name), same),
        [copying.array_literal(frame[key].cast(pl.String)) for key in table.keys],
    )
    places = [row[0] - 1 for row in await rows.fetchall()]
    is_held = pl.int_range(frame.height).is_in(places)
    return frame.filter(~is_held), frame.filter(is_held)
