"""Statements of batches, parts and records; those on the way of a report are straight on psycopg."""

from collections.abc import AsyncIterator, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from psycopg import AsyncConnection
from psycopg.rows import class_row
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.db import raw
from brain.platform.exchange.codes import RespCode


@dataclass(frozen=True, kw_only=True)
class Part:
    """One part as it enters the ledger."""

    client_id: str
    scene: str
    batch_id: str
    part_number: int
    part_count: int
    records: int
    bytes: int
    digest: str
    received_at: datetime
    resp_code: str
    resp_desc: str
    request_id: str
    user: str | None


@dataclass(frozen=True, kw_only=True)
class Batch:
    id: int
    client_id: str
    scene: str
    batch_id: str
    part_count: int
    received_parts: int
    source: str
    as_of: datetime
    snapshot: bool
    completed_at: datetime | None
    loaded_at: datetime | None


_BATCH = """
    id, client_id, scene, batch_id, part_count, received_parts, source, as_of, snapshot, completed_at,
    loaded_at
"""


async def _batch(connection: AsyncConnection[Any], statement: str, values: dict[str, Any]) -> Batch | None:
    async with connection.cursor(row_factory=class_row(Batch)) as cursor:
        await cursor.execute(statement, values, prepare=True)
        return await cursor.fetchone()


async def open_batch(session: AsyncSession, batch: dict[str, Any]) -> Batch:
    """The batch, made if need be, locked until the transaction ends."""
    connection = await raw(session)
    await connection.execute(
        """
        INSERT INTO exchange_batch (client_id, scene, batch_id, part_count, source, as_of, snapshot,
            schema_version, received_parts, records, bytes, opened_at)
        VALUES (%(client_id)s, %(scene)s, %(batch_id)s, %(part_count)s, %(source)s, %(as_of)s, %(snapshot)s,
            %(schema_version)s, 0, 0, 0, %(at)s)
        ON CONFLICT (client_id, scene, batch_id) DO NOTHING
        """,
        batch,
        prepare=True,
    )
    found = await _batch(
        connection,
        f"SELECT {_BATCH} FROM exchange_batch WHERE client_id = %(client_id)s AND scene = %(scene)s"  # noqa: S608
        " AND batch_id = %(batch_id)s FOR UPDATE",
        batch,
    )
    if found is None:
        raise LookupError("a batch is never deleted")
    return found


async def add_part(session: AsyncSession, part: Part, batch: int | None) -> bool:
    """Whether the part is new: an accepted part of this number may be there already."""
    cursor = await (await raw(session)).execute(
        """
        INSERT INTO exchange_part (batch, client_id, scene, batch_id, part_number, part_count, records, bytes,
            digest, received_at, resp_code, resp_desc, request_id, "user")
        VALUES (%(batch)s, %(client_id)s, %(scene)s, %(batch_id)s, %(part_number)s, %(part_count)s,
            %(records)s, %(bytes)s, %(digest)s, %(received_at)s, %(resp_code)s,
            %(resp_desc)s, %(request_id)s, %(user)s)
        ON CONFLICT DO NOTHING
        """,
        {**vars(part), "batch": batch},
        prepare=True,
    )
    return cursor.rowcount == 1


async def accepted_digest(session: AsyncSession, batch: int, part_number: int) -> tuple[str, datetime]:
    cursor = await (await raw(session)).execute(
        "SELECT digest, received_at FROM exchange_part"
        " WHERE batch = %s AND part_number = %s AND resp_code = %s",
        (batch, part_number, RespCode.SUCCESS.value),
    )
    row = await cursor.fetchone()
    if row is None:
        raise LookupError("an accepted part is never deleted")
    return row[0], row[1]


async def count_part(session: AsyncSession, batch: int, part: Part) -> Batch:
    """Add a new part to its batch; complete when it was the last one missing."""
    found = await _batch(
        await raw(session),
        f"""
        UPDATE exchange_batch SET received_parts = received_parts + 1, records = records + %(records)s,
            bytes = bytes + %(bytes)s,
            completed_at = CASE WHEN received_parts + 1 = part_count THEN %(received_at)s ELSE NULL END
        WHERE id = %(batch)s RETURNING {_BATCH}
        """,  # noqa: S608
        {**vars(part), "batch": batch},
    )
    if found is None:
        raise LookupError("a batch is never deleted")
    return found


async def lock_batch(session: AsyncSession, batch: int) -> Batch | None:
    statement = f"SELECT {_BATCH} FROM exchange_batch WHERE id = %(id)s FOR UPDATE"  # noqa: S608
    return await _batch(await raw(session), statement, {"id": batch})


async def digests(session: AsyncSession, batch: int) -> list[str]:
    """The landing files of a batch, in the order of its parts."""
    cursor = await (await raw(session)).execute(
        "SELECT digest FROM exchange_part WHERE batch = %s AND resp_code = %s ORDER BY part_number",
        (batch, RespCode.SUCCESS.value),
    )
    return [row[0] for row in await cursor.fetchall()]


async def stage(session: AsyncSession, rows: Iterable[tuple[int, str, str]]) -> None:
    """Copy (position, key, JSON) into a table that ends with the transaction."""
    connection = await raw(session)
    await connection.execute(
        "CREATE TEMP TABLE IF NOT EXISTS staged (position bigint, key text, data text) ON COMMIT DROP"
    )
    async with (
        connection.cursor() as cursor,
        cursor.copy("COPY staged (position, key, data) FROM STDIN (FORMAT BINARY)") as copy,
    ):
        copy.set_types(["int8", "text", "text"])
        for row in rows:
            await copy.write_row(row)


async def merge_staged(session: AsyncSession, batch: Batch, at: datetime) -> int:
    """Staged records replace older ones of the same key; a snapshot also ends what it does not hold."""
    connection = await raw(session)
    values = {
        "batch": batch.id,
        "client": batch.client_id,
        "scene": batch.scene,
        "as_of": batch.as_of,
        "at": at,
    }
    if batch.snapshot:
        await connection.execute(
            """
            DELETE FROM exchange_record
            WHERE client_id = %(client)s AND scene = %(scene)s AND as_of <= %(as_of)s
            """,
            values,
        )
    cursor = await connection.execute(
        """
        INSERT INTO exchange_record AS r (client_id, scene, key, data, as_of, batch)
        SELECT DISTINCT ON (key) %(client)s, %(scene)s, key, data::jsonb, %(as_of)s, %(batch)s
        FROM staged ORDER BY key, position DESC
        ON CONFLICT (client_id, scene, key) DO UPDATE SET
            data = excluded.data, as_of = excluded.as_of, batch = excluded.batch
            WHERE (r.as_of, r.batch) <= (excluded.as_of, excluded.batch)
        """,
        values,
    )
    await connection.execute("UPDATE exchange_batch SET loaded_at = %(at)s WHERE id = %(batch)s", values)
    return cursor.rowcount


async def records(session: AsyncSession, scene: str, client_id: str | None) -> AsyncIterator[dict[str, Any]]:
    """What brains have reported for a scene, as it stands."""
    connection = await raw(session)
    async with connection.cursor(name="exchange_records") as cursor:
        await cursor.execute(
            "SELECT data FROM exchange_record WHERE scene = %(scene)s"
            " AND (%(client)s::text IS NULL OR client_id = %(client)s) ORDER BY client_id, key",
            {"scene": scene, "client": client_id},
        )
        async for row in cursor:
            yield row[0]


async def unloaded(session: AsyncSession, before: datetime) -> Sequence[int]:
    """Complete batches that were not loaded although they have been there for a while."""
    cursor = await (await raw(session)).execute(
        "SELECT id FROM exchange_batch WHERE loaded_at IS NULL AND completed_at < %s ORDER BY id", (before,)
    )
    return [row[0] for row in await cursor.fetchall()]
