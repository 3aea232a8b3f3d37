"""Merging what a source says into a family: records not held yet by COPY, held ones by comparison."""

from typing import Any, Final, LiteralString

import polars as pl
from psycopg import AsyncConnection, sql
from psycopg.errors import UniqueViolation
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.kit.db import lock, raw
from brain.platform.data_warehouse.contract import Merged, Source
from brain.platform.data_warehouse.queries import changing, copying, facts, loadings, stating
from brain.platform.data_warehouse.queries.stating import Ranks, Word
from brain.platform.data_warehouse.queries.tables import Table
from brain.reference.enterprise_name import name_key, name_keys

_PROBES: Final = 100
_ARRAYS: Final[dict[pl.DataType, LiteralString]] = {pl.Int64(): "%s::int[]", pl.String(): "%s::text[]"}


async def merge(
    session: AsyncSession, table: Table, frame: pl.DataFrame, source: Source, ranks: Ranks
) -> Merged:
    """Revisions are given under a lock held until the commit: no reader sees a lower one appear later."""
    await lock(session, "data_warehouse", "revision")
    word = Word(
        provider=source.provider,
        source_id=await facts.source_id(session, source),
        as_of=source.as_of,
        at=now(),
    )
    connection = await raw(session)
    first = await loadings.next_revision(session)
    new, held = _derived(table, frame), frame.clear()
    if not await _insert(connection, table, _stamped(new, word, first)):
        new, held = await _split(connection, table, new)
        await copying.copy(connection, table.name, _stamped(new, word, first))
    changed = 0
    if not held.is_empty():
        await changing.stage(connection, table)
        await changing.fill(connection, _stamped(held, word, first + new.height))
        await stating.keep(connection, table, word)
        await stating.choose(connection, table, ranks)
        changed = await changing.apply(connection, table)
    merged = Merged(
        inserted=new.height,
        changed=changed,
        unchanged=held.height - changed,
        first_revision=first,
        last_revision=first + new.height + changed - 1 if new.height + changed else None,
    )
    await loadings.keep(connection, table.family, word.source_id, merged, word.at)
    return merged


def _derived(table: Table, frame: pl.DataFrame) -> pl.DataFrame:
    """With the columns that follow others, where the caller has not made them already."""
    if "name_key" in table.derived and "name" in frame.columns and "name_key" not in frame.columns:
        frame = frame.with_columns(name_keys(frame["name"]).alias("name_key"))
    if "former_name_keys" in table.derived and "former_names" in frame.columns:
        keys = [names and [name_key(name) for name in names] for names in frame["former_names"].to_list()]
        frame = frame.with_columns(pl.Series("former_name_keys", keys, dtype=pl.List(pl.String)))
    return frame


def _stamped(frame: pl.DataFrame, word: Word, first: int) -> pl.DataFrame:
    return frame.with_columns(
        pl.lit(word.source_id).alias("source_id"),
        pl.lit(word.as_of).alias("valid_from"),
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
