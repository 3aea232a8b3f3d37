"""Background jobs: rows of the caller's transaction, run at least once by whichever worker is free."""

import asyncio
import secrets
import time
import traceback
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import structlog
from croniter import croniter
from prometheus_client import Counter, Histogram
from psycopg import AsyncConnection, OperationalError
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit import job_table
from brain.kit.clock import BEIJING
from brain.kit.db import raw
from brain.kit.errors import NotFound, Refusal, TooMany, Unavailable
from brain.kit.job_table import Claim, FailedJob
from brain.kit.logging import logger
from brain.kit.node import Node

log = logger(__name__)

RUNS = Counter("brain_job_runs_total", "Runs of jobs by outcome", ["job", "outcome"])
SECONDS = Histogram("brain_job_seconds", "Time that a run of a job took", ["job"])

UPKEEP = 5.0  # seconds between looks for lost workers and schedules, and for jobs should no notification come
PATIENCE = 30.0  # seconds that runs under way are given when the worker is told to stop
# A claim or an outcome that a crash of the database loses is no more than a second run of the job.
SESSION = "-c timezone=UTC -c synchronous_commit=off"
# The session of a machine that lost its power ends within half a minute, and with it the worker's claims.
KEEPALIVE = "-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3"


@dataclass(frozen=True)
class Job:
    """What `name` does. It opens its own transactions and may run more than once.

    `every` is a cron line in Beijing time; `retries` counts the runs after the first that failed.
    """

    name: str
    run: Callable[[Node, dict[str, Any]], Awaitable[None]]
    every: str | None = None
    retries: int = 5


class Interrupted(Refusal):
    code = "interrupted"


async def enqueue(
    session: AsyncSession,
    name: str,
    payload: dict[str, Any],
    *,
    key: str | None = None,
    at: datetime | None = None,
) -> None:
    """A job that exists once the transaction commits; one of this name that waits under `key` is replaced."""
    trace_id = structlog.contextvars.get_contextvars().get("trace_id") or _new_trace_id()
    await job_table.add(await raw(session), name, payload, key=key, at=at, trace_id=trace_id)


async def failed(session: AsyncSession, *, limit: int = 100, offset: int = 0) -> list[FailedJob]:
    """The jobs given up, newest first."""
    return await job_table.failed(await raw(session), limit, offset)


async def retry(session: AsyncSession, job_id: int) -> None:
    """Let a failed job start over."""
    if not await job_table.start_over(await raw(session), job_id):
        raise NotFound("没有这个失败的任务")


async def work(node: Node, jobs: Sequence[Job], *, stop: asyncio.Event, concurrency: int = 4) -> None:
    """Run jobs until `stop` is set, then let those under way finish. Outlives a restart of the database."""
    worker = _Worker(node, {job.name: job for job in jobs}, concurrency)
    stopping = asyncio.create_task(worker.wake_after(stop))
    try:
        while not stop.is_set():
            try:
                await worker.serve(stop)
            except OperationalError as error:
                log.warning("jobs.connection_lost", error=str(error))
                await asyncio.wait([stopping], timeout=1)
    finally:
        stopping.cancel()
        await worker.abandon()


def wait_before_retry(attempts: int) -> timedelta:
    """3, 12, 48, 192, 600 … seconds, each ± half: what failed together does not come back together."""
    return timedelta(seconds=min(3 * 4 ** (attempts - 1), 600) * secrets.SystemRandom().uniform(0.5, 1.5))


class _Worker:
    """Claims jobs under a number that its session holds as an advisory lock: when the session ends, however
    it does, the lock is free and any other worker takes over the claims.
    """

    def __init__(self, node: Node, jobs: dict[str, Job], concurrency: int) -> None:
        self._node = node
        self._jobs = jobs
        self._names = list(jobs)
        self._concurrency = concurrency
        self._number = secrets.randbits(31)
        self._running: dict[int, asyncio.Task[None]] = {}
        self._wake = asyncio.Event()
        self._connection: AsyncConnection[Any]

    async def wake_after(self, stop: asyncio.Event) -> None:
        await stop.wait()
        self._wake.set()

    async def serve(self, stop: asyncio.Event) -> None:
        """Raises `OperationalError` when a connection is lost; runs under way go on."""
        async with await self._connect() as self._connection, await self._connect() as listener:
            await job_table.sign_in(self._connection, self._number)
            await listener.execute("LISTEN queue_job")
            listening = asyncio.create_task(self._listen(listener))
            try:
                await self._dispatch(stop, listening)
            finally:
                listening.cancel()
                await asyncio.wait([listening])

    async def abandon(self) -> None:
        """Cancel what still runs: its claims are taken over."""
        running = list(self._running.values())
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)

    async def _connect(self) -> AsyncConnection[Any]:
        dsn = self._node.database.dsn
        return await AsyncConnection.connect(dsn, autocommit=True, options=f"{SESSION} {KEEPALIVE}")

    async def _listen(self, connection: AsyncConnection[Any]) -> None:
        try:
            async for _ in connection.notifies():
                self._wake.set()
        finally:
            self._wake.set()

    async def _dispatch(self, stop: asyncio.Event, listening: asyncio.Task[None]) -> None:
        for job in self._jobs.values():
            await job_table.unplan(self._connection, job.name, f"every {job.every}")
        next_upkeep = time.monotonic()
        while not stop.is_set():
            self._wake.clear()
            if listening.done():
                listening.result()
            if time.monotonic() >= next_upkeep:
                await self._look_after()
                next_upkeep = time.monotonic() + UPKEEP
            pause = await self._start_due()
            with suppress(TimeoutError):
                async with asyncio.timeout(min(pause, UPKEEP)):
                    await self._wake.wait()
        if self._running:
            await asyncio.wait(self._running.values(), timeout=PATIENCE)

    async def _look_after(self) -> None:
        """Take over the claims of lost workers; see that each schedule has its next run."""
        if freed := await job_table.take_over(self._connection, self._number, list(self._running)):
            log.warning("jobs.taken_over", jobs=freed)
        moment = (await job_table.now(self._connection)).astimezone(BEIJING)
        for job in self._jobs.values():
            if job.every:
                due = croniter(job.every, moment).get_next(datetime)
                await job_table.plan(self._connection, job.name, f"every {job.every}", due, _new_trace_id())

    async def _start_due(self) -> float:
        """Start what is due, as far as there is room; the seconds until there may be more."""
        room = self._concurrency - len(self._running)
        if not room:
            return UPKEEP
        claims = await job_table.claim(self._connection, self._number, self._names, room)
        for claim in claims:
            self._running[claim.id] = asyncio.create_task(self._run(claim))
        if len(claims) == room:
            return UPKEEP
        seconds = await job_table.seconds_to_next(self._connection, self._names)
        return UPKEEP if seconds is None else max(seconds, 0.02)

    async def _run(self, claim: Claim) -> None:
        with structlog.contextvars.bound_contextvars(
            trace_id=claim.trace_id, job=claim.name, job_id=claim.id
        ):
            try:
                await self._run_and_settle(claim)
            except OperationalError as error:
                # The claim stays, nobody runs it: it is taken over once the database is back.
                log.warning("jobs.outcome_not_written", error=str(error))
            finally:
                del self._running[claim.id]
                self._wake.set()

    async def _run_and_settle(self, claim: Claim) -> None:
        job = self._jobs[claim.name]
        try:
            if claim.attempts > job.retries + 1:
                raise Interrupted("任务每次执行时进程都中断，不再重试")
            with SECONDS.labels(job.name).time():
                await job.run(self._node, claim.payload)
        except Exception as error:
            log.exception("jobs.run_failed", attempt=claim.attempts)
            await self._settle_failed(job, claim, error)
        else:
            await job_table.settle_done(self._connection, self._number, claim)
            RUNS.labels(job.name, "done").inc()

    async def _settle_failed(self, job: Job, claim: Claim, error: Exception) -> None:
        refused = isinstance(error, Refusal) and not isinstance(error, TooMany | Unavailable)
        last = refused or claim.attempts > job.retries
        await job_table.settle_failed(
            self._connection,
            self._number,
            claim,
            reason=error.message if isinstance(error, Refusal) else f"{type(error).__name__}: {error}",
            trace=None if refused else "".join(traceback.format_exception(error)),
            again_in=None if last else wait_before_retry(claim.attempts),
        )
        RUNS.labels(job.name, "failed" if last else "retried").inc()


def _new_trace_id() -> str:
    return secrets.token_hex(8)
