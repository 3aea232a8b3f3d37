"""Our job table against procrastinate and pgqueuer: enqueue, run, latency, keys, death of a worker.

Run: .venv/bin/python -m benchmarks.jobs [jobs]
"""

import asyncio
import json
import statistics
import subprocess
import sys
import tempfile
import time
from abc import ABC, abstractmethod
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from datetime import timedelta
from pathlib import Path
from typing import Any

import asyncpg
import procrastinate
import procrastinate.exceptions
import psycopg
from pgqueuer import PgQueuer
from pgqueuer.adapters.persistence.qb import QueryQueueBuilder
from pgqueuer.db import AsyncpgDriver, PsycopgDriver
from pgqueuer.models import Job as PgqueuerJob
from pgqueuer.queries import Queries
from psycopg import AsyncConnection, AsyncRawCursor

from brain.kit import job_table, jobs
from brain.kit.crypto import SecretBox
from brain.kit.db import Database
from brain.kit.node import Node
from brain.kit.postgres import Server

CONCURRENCY = 10
ROUNDS = 5
LONGEST_WAIT = 90.0  # seconds for a job to be taken over
Handler = Callable[[float], Awaitable[None]]


class Contestant(ABC):
    def __init__(self, dsn: str) -> None:
        self.dsn = dsn

    @abstractmethod
    async def install(self) -> None: ...

    @abstractmethod
    async def enqueue(self, connection: AsyncConnection[Any], at: float, key: str | None = None) -> None:
        """A job in the transaction of `connection`; nothing new if one waits under the key."""

    @abstractmethod
    async def work(self, handler: Handler, stop: asyncio.Event) -> None: ...


class Ours(Contestant):
    async def install(self) -> None:
        async with await AsyncConnection.connect(self.dsn) as connection:
            await connection.execute(job_table.schema_sql())

    async def enqueue(self, connection: AsyncConnection[Any], at: float, key: str | None = None) -> None:
        await job_table.add(connection, "note", {"at": at}, key=key, at=None, trace_id="0")

    async def work(self, handler: Handler, stop: asyncio.Event) -> None:
        async def run(_: Node, payload: dict[str, Any]) -> None:
            await handler(payload["at"])

        node = Node(
            kind="industry_brain",
            name="n",
            title="t",
            title_en="t",
            database=Database(self.dsn),
            folder=Path(),
            secrets=SecretBox(bytes(32)),
            sample_data=False,
        )
        await jobs.work(node, [jobs.Job("note", run)], stop=stop, concurrency=CONCURRENCY)


class Procrastinate(Contestant):
    def __init__(self, dsn: str) -> None:
        super().__init__(dsn)
        self._app = procrastinate.App(connector=procrastinate.PsycopgConnector(conninfo=dsn))

    async def install(self) -> None:
        async with self._app.open_async():
            await self._app.schema_manager.apply_schema_async()

    async def enqueue(self, connection: AsyncConnection[Any], at: float, key: str | None = None) -> None:
        deferrer = self._app.configure_task("note", queueing_lock=key)
        deferrer.connection = connection
        if key is None:
            await deferrer.defer_async(at=at)
            return
        with suppress(procrastinate.exceptions.AlreadyEnqueued):
            async with connection.transaction():  # a duplicate would fail the caller's transaction
                await deferrer.defer_async(at=at)

    async def work(self, handler: Handler, stop: asyncio.Event) -> None:
        async def note(at: float) -> None:
            await handler(at)

        app = procrastinate.App(connector=procrastinate.PsycopgConnector(conninfo=self.dsn))
        app.task(name="note")(note)
        async with app.open_async():
            worker = asyncio.create_task(
                app.run_worker_async(
                    concurrency=CONCURRENCY, delete_jobs="successful", install_signal_handlers=False
                )
            )
            await stop.wait()
            worker.cancel()
            await asyncio.wait([worker])


class Pgqueuer(Contestant):
    async def install(self) -> None:
        async with await AsyncConnection.connect(self.dsn, autocommit=True) as connection:
            await Queries(PsycopgDriver(connection)).install()

    async def enqueue(self, connection: AsyncConnection[Any], at: float, key: str | None = None) -> None:
        # Its driver insists on autocommit: its statement is run on the caller's connection by hand.
        await AsyncRawCursor(connection).execute(
            QueryQueueBuilder().build_enqueue_query("skip"),
            ([0], ["note"], [json.dumps(at).encode()], [timedelta()], [key], ["{}"]),
        )

    async def work(self, handler: Handler, stop: asyncio.Event) -> None:
        # On asyncpg: its psycopg driver lets a waiting LISTEN hold up each statement, up to a second.
        connection = await asyncpg.connect(self.dsn)
        worker = PgQueuer(AsyncpgDriver(connection))

        @worker.entrypoint("note")
        async def note(job: PgqueuerJob) -> None:
            await handler(json.loads(job.payload or b"0"))

        running = asyncio.create_task(
            worker.run(batch_size=CONCURRENCY, max_concurrent_tasks=2 * CONCURRENCY)
        )
        await stop.wait()
        worker.shutdown.set()
        await running
        await connection.close()


CONTESTANTS: dict[str, type[Contestant]] = {
    "ours": Ours,
    "procrastinate": Procrastinate,
    "pgqueuer": Pgqueuer,
}


@asynccontextmanager
async def working(contestant: Contestant, handler: Handler) -> AsyncIterator[None]:
    stop = asyncio.Event()
    task = asyncio.create_task(contestant.work(handler, stop))
    yield
    stop.set()
    await asyncio.wait_for(task, 60)


async def enqueue_committed(contestant: Contestant, at: float, key: str | None = None) -> None:
    async with await AsyncConnection.connect(contestant.dsn) as connection:
        await contestant.enqueue(connection, at, key)


async def throughput(contestant: Contestant, count: int) -> tuple[float, float]:
    """Jobs a second enqueued in one transaction, and run by one worker."""
    began = time.perf_counter()
    async with await AsyncConnection.connect(contestant.dsn) as connection:
        for number in range(count):
            await contestant.enqueue(connection, number)
    enqueued = time.perf_counter() - began
    moments: list[float] = []
    all_ran = asyncio.Event()

    async def note(at: float) -> None:
        moments.append(time.perf_counter())
        if len(moments) == count:
            all_ran.set()

    async with working(contestant, note):
        await asyncio.wait_for(all_ran.wait(), 300)
    return count / enqueued, count / (moments[-1] - moments[0])


async def latencies(contestant: Contestant, count: int) -> list[float]:
    """Milliseconds from before the commit until the job starts in an idle worker."""
    started: list[float] = []
    ran = asyncio.Event()

    async def note(at: float) -> None:
        started.append((time.perf_counter() - at) * 1000)
        ran.set()

    async with working(contestant, note):
        await asyncio.sleep(1)
        for _ in range(count):
            ran.clear()
            await enqueue_committed(contestant, time.perf_counter())
            await asyncio.wait_for(ran.wait(), 60)
            await asyncio.sleep(0.02)
    return sorted(started)


async def keeps_a_change_made_while_its_job_runs(contestant: Contestant) -> bool:
    seen: list[float] = []
    started, go_on = asyncio.Event(), asyncio.Event()

    async def note(at: float) -> None:
        started.set()
        await go_on.wait()
        seen.append(at)

    async with working(contestant, note):
        await enqueue_committed(contestant, 1, key="same")
        await asyncio.wait_for(started.wait(), 60)
        await enqueue_committed(contestant, 2, key="same")
        go_on.set()
        await asyncio.sleep(3)
    return seen == [1, 2]


async def seconds_to_take_over(contestant: Contestant, name: str) -> float | None:
    """From the kill -9 of a worker until another one, that was there before, runs its job."""
    await enqueue_committed(contestant, 0)
    victim = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "benchmarks.jobs", "hold", name, contestant.dsn, stdout=subprocess.PIPE
    )
    assert victim.stdout is not None
    await victim.stdout.readline()
    taken = asyncio.Event()

    async def note(at: float) -> None:
        taken.set()

    async with working(contestant, note):
        await asyncio.sleep(2)
        victim.kill()
        await victim.wait()
        killed = time.perf_counter()
        try:
            await asyncio.wait_for(taken.wait(), LONGEST_WAIT)
        except TimeoutError:
            return None
        return time.perf_counter() - killed


async def hold(contestant: Contestant) -> None:
    async def note(at: float) -> None:
        print("held", flush=True)
        await asyncio.sleep(600)

    async with working(contestant, note):
        await asyncio.sleep(600)


async def measure(contestants: dict[str, Contestant], count: int) -> dict[str, dict[str, Any]]:
    for contestant in contestants.values():
        await contestant.install()
    rates: dict[str, list[tuple[float, float]]] = {name: [] for name in contestants}
    for _ in range(ROUNDS):  # in turns, so that a busy moment of the machine hits everyone
        for name, contestant in contestants.items():
            rates[name].append(await throughput(contestant, count))
    results = {}
    for name, contestant in contestants.items():
        waits = await latencies(contestant, 100)
        results[name] = {
            "enqueued_per_s": round(statistics.median(enqueued for enqueued, _ in rates[name])),
            "run_per_s": round(statistics.median(run for _, run in rates[name])),
            "latency_ms_p50": round(waits[50], 1),
            "latency_ms_p95": round(waits[95], 1),
            "keeps_a_change_made_while_its_job_runs": await keeps_a_change_made_while_its_job_runs(
                contestant
            ),
            "seconds_to_take_over_after_kill": await seconds_to_take_over(contestant, name),
        }
        print(name, results[name], flush=True)
    return results


def main() -> None:
    if sys.argv[1:2] == ["hold"]:
        asyncio.run(hold(CONTESTANTS[sys.argv[2]](sys.argv[3])))
        return
    count = int(sys.argv[1]) if sys.argv[1:] else 2000
    with tempfile.TemporaryDirectory() as folder, Server(Path(folder) / "postgres") as server:
        for name in CONTESTANTS:
            server.create_database(name)
            with psycopg.connect(server.dsn(name), autocommit=True) as connection:
                # Ours settles jobs so in any case; here everyone does.
                connection.execute(f"ALTER DATABASE {name} SET synchronous_commit = off")
        contestants = {name: kind(server.dsn(name)) for name, kind in CONTESTANTS.items()}
        results: dict[str, Any] = asyncio.run(measure(contestants, count))
    for peer in ("procrastinate", "pgqueuer"):
        results[f"times_{peer}"] = round(results["ours"]["run_per_s"] / results[peer]["run_per_s"], 1)
    print(json.dumps({"jobs": count, "concurrency": CONCURRENCY, "rounds": ROUNDS, **results}))


if __name__ == "__main__":
    main()
