"""Blocks, what was set aside, what was lost, live values: written by the collector, many times a second."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from psycopg import AsyncConnection
from sqlalchemy import BigInteger, delete, func, literal, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.platform.shop_floor.contract import Kept
from brain.platform.shop_floor.models import BlockRow, LossRow, ReaderRow

_IN_ORDER: Final = "SELECT pg_advisory_xact_lock(hashtext('shop_floor_block'))"
_WRITE: Final = """
INSERT INTO shop_floor_block (priority, points, size, first_at, last_at, sealed_at, data)
VALUES (%s, %s, %s, %s, %s, %s, %s)
"""
_ASIDE: Final = """
INSERT INTO shop_floor_aside (point, reason, hour, count, excerpt, digest, last_at)
VALUES (%s, %s, %s, %s, %s, %s, %s)
ON CONFLICT (point, reason, hour) DO UPDATE
SET count = shop_floor_aside.count + excluded.count, last_at = excluded.last_at
"""
_LOSS: Final = """
INSERT INTO shop_floor_loss (reason, priority, source_id, points, first_at, last_at, told, noted_at)
VALUES (%s, %s, %s, %s, %s, %s, %s, now())
"""
_LIVE: Final = """
INSERT INTO shop_floor_live (source_id, at, data) VALUES (%s, now(), %s)
ON CONFLICT (source_id) DO UPDATE SET at = excluded.at, data = excluded.data
"""
_STATE: Final = """
INSERT INTO shop_floor_source_state
    (source_id, state, since, problem, clock_ahead, heard_at, kept, unchanged, set_aside, lost)
SELECT id, %(state)s, now(), %(problem)s, %(clock_ahead)s, %(heard_at)s, %(kept)s, %(unchanged)s,
       %(set_aside)s, %(lost)s
FROM shop_floor_source WHERE id = %(source_id)s
ON CONFLICT (source_id) DO UPDATE SET
    since = CASE WHEN shop_floor_source_state.state = excluded.state
                 THEN shop_floor_source_state.since ELSE excluded.since END,
    state = excluded.state, problem = excluded.problem, clock_ahead = excluded.clock_ahead,
    heard_at = coalesce(excluded.heard_at, shop_floor_source_state.heard_at),
    kept = shop_floor_source_state.kept + excluded.kept,
    unchanged = shop_floor_source_state.unchanged + excluded.unchanged,
    set_aside = shop_floor_source_state.set_aside + excluded.set_aside,
    lost = shop_floor_source_state.lost + excluded.lost
"""
_AFTER: Final = """
SELECT number, priority, points, first_at, last_at, sealed_at, data FROM shop_floor_block
WHERE number > %s ORDER BY number LIMIT %s
"""
_BETWEEN: Final = """
SELECT number, priority, points, first_at, last_at, sealed_at, data FROM shop_floor_block
WHERE last_at >= %s AND first_at < %s AND number > %s ORDER BY number LIMIT %s
"""


async def write(connection: AsyncConnection[Any], blocks: Sequence[Sequence[Any]]) -> None:
    """Numbers come in the order in which they are committed, or readers would pass some over: one transaction
    at a time."""
    if blocks:
        await connection.execute(_IN_ORDER)
    await _many(connection, _WRITE, blocks)


async def write_asides(connection: AsyncConnection[Any], rows: Sequence[Sequence[Any]]) -> None:
    await _many(connection, _ASIDE, rows)


async def write_losses(connection: AsyncConnection[Any], rows: Sequence[Sequence[Any]]) -> None:
    await _many(connection, _LOSS, rows)


async def write_live(connection: AsyncConnection[Any], rows: Sequence[Sequence[Any]]) -> None:
    await _many(connection, _LIVE, rows)


async def write_states(connection: AsyncConnection[Any], rows: Sequence[dict[str, Any]]) -> None:
    await _many(connection, _STATE, rows)


async def _many(connection: AsyncConnection[Any], statement: str, rows: Sequence[Any]) -> None:
    if rows:
        async with connection.cursor() as cursor:
            await cursor.executemany(statement, rows)


async def after(connection: AsyncConnection[Any], number: int, limit: int) -> list[Kept]:
    cursor = await connection.execute(_AFTER, [number, limit], binary=True)
    return [Kept(*row) for row in await cursor.fetchall()]


async def between(
    connection: AsyncConnection[Any], begin: datetime, end: datetime, limit: int, *, after: int = 0
) -> list[Kept]:
    cursor = await connection.execute(_BETWEEN, [begin, end, after, limit], binary=True)
    return [Kept(*row) for row in await cursor.fetchall()]


_BACK: Final = """
SELECT number, sealed_at FROM shop_floor_block WHERE number <= %s ORDER BY number DESC LIMIT %s
"""


async def first_sealed_since(connection: AsyncConnection[Any], number: int, since: datetime) -> int:
    """The number of the oldest block sealed since then that is not younger than block `number`."""
    oldest, at = number, number
    while True:
        rows = await (await connection.execute(_BACK, [at, 1_000])).fetchall()
        young = [found for found, sealed_at in rows if sealed_at >= since]
        oldest = min(young, default=oldest)
        if len(young) < len(rows) or not rows:
            return oldest
        at = oldest - 1


async def newest(session: AsyncSession) -> int:
    return await session.scalar(select(func.max(BlockRow.number))) or 0


async def position(session: AsyncSession, reader: str) -> int:
    """The number of the last block that this reader is done with; a reader not known begins at the oldest."""
    return await session.scalar(select(ReaderRow.number).where(ReaderRow.name == reader)) or 0


async def move(session: AsyncSession, reader: str, number: int) -> None:
    """Never backwards."""
    statement = insert(ReaderRow).values(name=reader, number=number, moved_at=now())
    await session.execute(
        statement.on_conflict_do_update(
            index_elements=[ReaderRow.name],
            set_={
                "number": func.greatest(ReaderRow.number, statement.excluded.number),
                "moved_at": statement.excluded.moved_at,
            },
        )
    )


async def rewind(session: AsyncSession, reader: str, number: int) -> None:
    """Back to where another has to be told again."""
    await session.execute(
        update(ReaderRow).where(ReaderRow.name == reader).values(number=number, moved_at=now())
    )


async def forget_reader(session: AsyncSession, reader: str) -> None:
    await session.execute(delete(ReaderRow).where(ReaderRow.name == reader))


async def total_size(session: AsyncSession) -> int:
    """Bytes of all blocks."""
    return await session.scalar(select(func.coalesce(func.sum(BlockRow.size), 0))) or 0


async def read_by_all(session: AsyncSession) -> int | None:
    """The number up to which every reader is done; None where nobody reads."""
    return await session.scalar(select(func.min(ReaderRow.number)))


async def delete_oldest(
    session: AsyncSession, *, up_to: int, priority: int | None, bytes_over: int
) -> list[Any]:
    """Delete from the oldest on until so many bytes are free; what was deleted: number, priority, points,
    size, first_at, last_at."""
    reached = func.sum(BlockRow.size).over(order_by=BlockRow.number) - BlockRow.size
    candidates = select(BlockRow.number, reached.label("before")).where(BlockRow.number <= up_to)
    if priority is not None:
        candidates = candidates.where(BlockRow.priority == priority)
    chosen = candidates.subquery()
    enough = select(chosen.c.number).where(chosen.c.before < literal(bytes_over, BigInteger))
    removed = await session.execute(
        delete(BlockRow)
        .where(BlockRow.number.in_(enough))
        .returning(
            BlockRow.number,
            BlockRow.priority,
            BlockRow.points,
            BlockRow.size,
            BlockRow.first_at,
            BlockRow.last_at,
        )
    )
    return list(removed.all())


async def delete_older(session: AsyncSession, *, up_to: int, before: datetime) -> int:
    """Delete what all have read and what is older; how many blocks."""
    removed = await session.execute(
        delete(BlockRow).where(BlockRow.number <= up_to, BlockRow.last_at < before).returning(BlockRow.number)
    )
    return len(removed.all())


async def losses(session: AsyncSession, *, after: int = 0, limit: int = 100) -> Sequence[LossRow]:
    """In the order in which they were noted."""
    found = await session.scalars(select(LossRow).where(LossRow.id > after).order_by(LossRow.id).limit(limit))
    return found.all()
