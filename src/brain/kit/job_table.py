"""The table of jobs and every statement on it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, cast

from psycopg import AsyncConnection
from psycopg.rows import class_row
from psycopg.types.json import Jsonb

WORKERS = 4202402  # the class of advisory locks by which workers show that they live


@dataclass(frozen=True)
class Claim:
    id: int
    name: str
    payload: dict[str, Any]
    attempts: int
    trace_id: str


@dataclass(frozen=True)
class FailedJob:
    """A job given up: refused for good, or failed at every attempt (then with the trace of the last)."""

    id: int
    name: str
    payload: dict[str, Any]
    attempts: int
    reason: str
    trace: str | None
    trace_id: str
    created_at: datetime
    failed_at: datetime


def schema_sql() -> str:
    """A done job is deleted; a key is held only while its job waits."""
    return """
        CREATE TABLE queue_job (
            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            name text NOT NULL,
            payload jsonb NOT NULL,
            key text,
            status text NOT NULL DEFAULT 'waiting' CHECK (status IN ('waiting', 'running', 'failed')),
            due_at timestamptz NOT NULL,
            attempts integer NOT NULL DEFAULT 0,
            worker integer CHECK ((worker IS NOT NULL) = (status = 'running')),
            trace_id text NOT NULL,
            created_at timestamptz NOT NULL DEFAULT now(),
            failed_at timestamptz,
            reason text,
            trace text,
            UNIQUE (name, key)
        ) WITH (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000);
        CREATE INDEX queue_job_waiting ON queue_job (due_at, id) WHERE status = 'waiting';
        CREATE INDEX queue_job_running ON queue_job (worker) WHERE status = 'running';
        CREATE INDEX queue_job_failed ON queue_job (failed_at) WHERE status = 'failed';
    """


def owns(table: str) -> bool:
    return table == "queue_job"


async def add(
    connection: AsyncConnection[Any],
    name: str,
    payload: dict[str, Any],
    *,
    key: str | None,
    at: datetime | None,
    trace_id: str,
) -> None:
    # Replacing locks the waiting job: no worker starts it before the change that it is about is committed.
    await connection.execute(
        """
        INSERT INTO queue_job (name, payload, key, due_at, trace_id)
        VALUES (%s, %s, %s, COALESCE(%s, now()), %s)
        ON CONFLICT (name, key) DO UPDATE
        SET payload = excluded.payload, due_at = LEAST(queue_job.due_at, excluded.due_at)
        """,
        (name, Jsonb(payload), key, at, trace_id),
    )
    await connection.execute("NOTIFY queue_job")


async def failed(connection: AsyncConnection[Any], limit: int, offset: int) -> list[FailedJob]:
    async with connection.cursor(row_factory=class_row(FailedJob)) as cursor:
        await cursor.execute(
            """
            SELECT id, name, payload, attempts, reason, trace, trace_id, created_at, failed_at
            FROM queue_job WHERE status = 'failed' ORDER BY failed_at DESC, id DESC LIMIT %s OFFSET %s
            """,
            (limit, offset),
        )
        return await cursor.fetchall()


async def start_over(connection: AsyncConnection[Any], job_id: int) -> bool:
    """False when there is no such failed job."""
    changed = await connection.execute(
        """
        UPDATE queue_job
        SET status = 'waiting', due_at = now(), attempts = 0, reason = NULL, trace = NULL, failed_at = NULL
        WHERE id = %s AND status = 'failed'
        """,
        (job_id,),
    )
    await connection.execute("NOTIFY queue_job")
    return changed.rowcount == 1


async def sign_in(connection: AsyncConnection[Any], worker: int) -> None:
    """Hold the worker's lock while the session lives; waits until its former session has ended."""
    await connection.execute("SELECT pg_advisory_lock(%s, %s)", (WORKERS, worker))


async def claim(connection: AsyncConnection[Any], worker: int, names: list[str], at_most: int) -> list[Claim]:
    async with connection.cursor(row_factory=class_row(Claim)) as cursor:
        await cursor.execute(
            """
            UPDATE queue_job SET status = 'running', worker = %s, key = NULL, attempts = attempts + 1
            WHERE id = ANY (ARRAY(
                SELECT id FROM queue_job WHERE status = 'waiting' AND due_at <= now() AND name = ANY (%s)
                ORDER BY due_at, id LIMIT %s FOR UPDATE SKIP LOCKED
            ))
            RETURNING id, name, payload, attempts, trace_id
            """,
            (worker, names, at_most),
        )
        return await cursor.fetchall()


async def seconds_to_next(connection: AsyncConnection[Any], names: list[str]) -> float | None:
    answer = await connection.execute(
        """
        SELECT extract(epoch FROM min(due_at) - clock_timestamp())::float8
        FROM queue_job WHERE status = 'waiting' AND name = ANY (%s)
        """,
        (names,),
    )
    [(seconds,)] = await answer.fetchall()
    return cast("float | None", seconds)


async def settle_done(connection: AsyncConnection[Any], worker: int, claim: Claim) -> None:
    await connection.execute("DELETE FROM queue_job WHERE id = %s AND worker = %s", (claim.id, worker))


async def settle_failed(
    connection: AsyncConnection[Any],
    worker: int,
    claim: Claim,
    *,
    reason: str,
    trace: str | None,
    again_in: timedelta | None,
) -> None:
    """Put it back to wait for `again_in`, or keep it as failed."""
    await connection.execute(
        """
        UPDATE queue_job
        SET status = CASE WHEN %(again_in)s::interval IS NULL THEN 'failed' ELSE 'waiting' END,
            due_at = COALESCE(now() + %(again_in)s::interval, due_at),
            failed_at = CASE WHEN %(again_in)s::interval IS NULL THEN now() END,
            worker = NULL, reason = %(reason)s, trace = %(trace)s
        WHERE id = %(id)s AND worker = %(worker)s
        """,
        # PostgreSQL keeps no NUL in a text.
        {
            "id": claim.id,
            "worker": worker,
            "again_in": again_in,
            "reason": reason.replace("\0", ""),
            "trace": trace and trace.replace("\0", ""),
        },
    )


async def take_over(connection: AsyncConnection[Any], worker: int, running: list[int]) -> int:
    """Free the claims of workers that are gone, and those of this worker that it does not run."""
    freed = await connection.execute(
        """
        UPDATE queue_job SET status = 'waiting', worker = NULL
        WHERE status = 'running' AND CASE worker
            WHEN %(worker)s THEN id <> ALL (%(running)s)
            ELSE NOT EXISTS (
                SELECT FROM pg_locks
                WHERE locktype = 'advisory' AND classid = %(class)s AND objid = worker::oid AND objsubid = 2
                    AND granted
                    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
            )
        END
        """,
        {"worker": worker, "running": running, "class": WORKERS},
    )
    return freed.rowcount


async def now(connection: AsyncConnection[Any]) -> datetime:
    """The clock by which jobs are due."""
    answer = await connection.execute("SELECT now()")
    [(moment,)] = await answer.fetchall()
    return cast("datetime", moment)


async def plan(connection: AsyncConnection[Any], name: str, key: str, at: datetime, trace_id: str) -> None:
    """The next run of a schedule, unless one waits or runs: a schedule never overlaps itself."""
    await connection.execute(
        """
        INSERT INTO queue_job (name, payload, key, due_at, trace_id)
        SELECT %(name)s, '{}', %(key)s, %(at)s, %(trace_id)s
        WHERE NOT EXISTS (
            SELECT FROM queue_job WHERE name = %(name)s AND (key = %(key)s OR status = 'running')
        )
        ON CONFLICT (name, key) DO NOTHING
        """,
        {"name": name, "key": key, "at": at, "trace_id": trace_id},
    )


async def unplan(connection: AsyncConnection[Any], name: str, current: str) -> None:
    """Forget the waiting runs of a job's former schedules."""
    await connection.execute(
        "DELETE FROM queue_job WHERE name = %s AND key LIKE 'every %%' AND key <> %s",
        (name, current),
    )
