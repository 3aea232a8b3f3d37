"""Background jobs: rows written in the caller's transaction, run at least once by whichever worker is free."""

import asyncio
import random
import secrets
import time
import traceback
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import psycopg
import structlog
from croniter import croniter
from prometheus_client import Counter, Histogram
from psycopg import AsyncConnection
from psycopg.rows import class_row
from psycopg.types.json import Jsonb
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import BEIJING
from brain.kit.db import raw
from brain.kit.errors import NotFound, Refusal
from brain.kit.logging import logger
from brain.kit.node import Node

log = logger(__name__)

JOBS = Counter("brain_jobs_total", "Jobs by outcome", ["job", "outcome"])
SECONDS = Histogram("brain_job_seconds", "Time a job ran", ["job"])

TABLE = "queue_job"
UPKEEP = 5.0  # seconds between looks for schedules, lost workers and missed notifications
PATIENCE = 30.0  # seconds that jobs under way have to finish when the worker is told to stop
FIRST_WAIT, LONGEST_WAIT = timedelta(seconds=3), timedelta(minutes=10)
WORKERS = 4202402  # the advisory locks by which workers show that they live


@dataclass(frozen=True)
class Job:
    """What `name` does. It may run more than once and opens its own transactions.

    `every` is a cron line in Beijing time; `retries` counts the runs after the first one that failed.
    """

    name: str
    run: Callable[[Node, dict[str, Any]], Awaitable[None]]
    every: str | None = None
    retries: int = 5


@dataclass(frozen=True)
class FailedJob:
    """A job that was given up: refused for good, or failed at every attempt (then with a trace)."""

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
    """The table of the queue, for a migration. A done job is deleted, a key holds only while its job waits."""
    return f"""
        CREATE TABLE {TABLE} (
            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            name text NOT NULL,
            payload jsonb NOT NULL,
            key text,
            status text NOT NULL DEFAULT 'waiting' CHECK (status IN ('waiting', 'running', 'failed')),
            due_at timestamptz NOT NULL,
            attempts integer NOT NULL DEFAULT 0,
            worker integer,
            trace_id text NOT NULL,
            reason text,
            trace text,
            created_at timestamptz NOT NULL DEFAULT now(),
            failed_at timestamptz,
            CHECK ((status = 'running') = (worker IS NOT NULL)),
            UNIQUE (name, key)
        ) WITH (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000);
        CREATE INDEX ON {TABLE} (due_at, id) WHERE status = 'waiting';
        CREATE INDEX ON {TABLE} (worker) WHERE status = 'running';
        CREATE INDEX ON {TABLE} (failed_at) WHERE status = 'failed';
    """


def owns(table: str) -> bool:
    return table == TABLE


async def enqueue(
    session: AsyncSession, name: str, payload: dict[str, Any], *, key: str | None = None, at: datetime | None = None
) -> None:
    """A job that exists if the transaction commits. A job of this name that still waits under `key` is replaced."""
    # Replacing locks the waiting row: no worker starts it before the change it is about is committed.
    await (await raw(session)).execute(
        f"""
        INSERT INTO {TABLE} (name, payload, key, due_at, trace_id)
        VALUES (%s, %s, %s, COALESCE(%s, now()), %s)
        ON CONFLICT (name, key) DO UPDATE
            SET payload = excluded.payload, due_at = LEAST({TABLE}.due_at, excluded.due_at), attempts = 0
        """,
        (name, Jsonb(payload), key, at, _trace_id()),
    )
    await _notify(session)


async def failed(session: AsyncSession, *, limit: int = 100, offset: int = 0) -> list[FailedJob]:
    """The jobs given up, newest first."""
    columns = ", ".join(FailedJob.__dataclass_fields__)
    async with (await raw(session)).cursor(row_factory=class_row(FailedJob)) as cursor:
        await cursor.execute(
            f"SELECT {columns} FROM {TABLE} WHERE status = 'failed' ORDER BY failed_at DESC LIMIT %s OFFSET %s",
            (limit, offset),
        )
        return await cursor.fetchall()


async def retry(session: AsyncSession, job_id: int) -> None:
    """Let a failed job start over."""
    again = await (await raw(session)).execute(
        f"""
        UPDATE {TABLE}
        SET status = 'waiting', due_at = now(), attempts = 0, reason = NULL, trace = NULL, failed_at = NULL
        WHERE id = %s AND status = 'failed'
        """,
        (job_id,),
    )
    if not again.rowcount:
        raise NotFound("没有这个失败任务")
    await _notify(session)


async def _notify(session: AsyncSession) -> None:
    await (await raw(session)).execute(f"NOTIFY {TABLE}")


def _trace_id() -> str:
    return str(structlog.contextvars.get_contextvars().get("trace_id") or secrets.token_hex(8))


def wait_before_retry(attempts: int) -> timedelta:
    """3, 12, 48, 192, 600 … seconds, each ± half, so that what failed together does not return together."""
    return min(FIRST_WAIT * 4 ** (attempts - 1), LONGEST_WAIT) * random.uniform(0.5, 1.5)
