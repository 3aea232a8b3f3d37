"""Jobs: rows of a transaction, run by workers that may die, retried, refused, scheduled."""

import asyncio
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import psycopg
import pytest
import structlog
from prometheus_client import REGISTRY

from brain.kit import job_table, jobs
from brain.kit.clock import BEIJING, now
from brain.kit.crypto import SecretBox
from brain.kit.db import Database, raw
from brain.kit.errors import Conflict, NotFound, Unavailable
from brain.kit.jobs import Job
from brain.kit.node import Node

Payload = dict[str, Any]


class Ledger:
    """What ran, and a way to wait for it."""

    def __init__(self) -> None:
        self.payloads: list[Payload] = []
        self.changed = asyncio.Event()

    async def note(self, node: Node, payload: Payload) -> None:
        self.payloads.append(payload)
        self.changed.set()

    async def wait_for(self, count: int, seconds: float = 10) -> None:
        async with asyncio.timeout(seconds):
            while len(self.payloads) < count:
                self.changed.clear()
                await self.changed.wait()


@pytest.fixture
def node(database: Database, tmp_path: Path) -> Node:
    return Node(
        kind="industry_brain",
        name="industry_brain",
        title="轮胎橡胶产业大脑",
        title_en="Tyre brain",
        database=database,
        folder=tmp_path,
        secrets=SecretBox(bytes(32)),
        sample_data=False,
    )


@pytest.fixture
def ledger() -> Ledger:
    return Ledger()


@asynccontextmanager
async def worker(node: Node, *known: Job, concurrency: int = 4) -> AsyncIterator[None]:
    stop = asyncio.Event()
    task = asyncio.create_task(jobs.work(node, known, stop=stop, concurrency=concurrency))
    yield
    stop.set()
    await task


async def rows(
    node: Node, statement: str = "SELECT name, status FROM queue_job ORDER BY id"
) -> list[tuple[Any, ...]]:
    async with node.database.transaction() as session:
        return await (await (await raw(session)).execute(statement)).fetchall()


async def put(node: Node, payload: Payload, **options: Any) -> None:
    async with node.database.transaction() as session:
        await jobs.enqueue(session, "test.note", payload, **options)


async def until(true: Callable[[], Awaitable[bool]], seconds: float = 10) -> None:
    async with asyncio.timeout(seconds):
        while not await true():
            await asyncio.sleep(0.02)


def runs(outcome: str) -> float:
    return REGISTRY.get_sample_value("brain_job_runs_total", {"job": "test.note", "outcome": outcome}) or 0


async def test_a_committed_job_runs_with_its_payload_and_is_gone(node: Node, ledger: Ledger) -> None:
    before = runs("done")
    await put(node, {"企业": "东营轮胎", "hours": 3})

    async with worker(node, Job("test.note", ledger.note)):
        await ledger.wait_for(1)

    assert ledger.payloads == [{"企业": "东营轮胎", "hours": 3}]
    assert await rows(node) == []
    assert runs("done") - before == 1


async def test_a_job_of_a_transaction_that_rolled_back_never_was(node: Node, ledger: Ledger) -> None:
    async def refused_later() -> None:
        async with node.database.transaction() as session:
            await jobs.enqueue(session, "test.note", {})
            raise Conflict("后来的步骤被拒绝")

    with pytest.raises(Conflict):
        await refused_later()

    assert await rows(node) == []


async def test_a_worker_that_waits_starts_a_committed_job_within_100_ms(node: Node) -> None:
    delays: list[float] = []
    ran = asyncio.Event()

    async def measure(node: Node, payload: Payload) -> None:
        delays.append(time.time() - payload["committed"])
        ran.set()

    async with worker(node, Job("test.note", measure)):
        await asyncio.sleep(0.3)
        for _ in range(10):
            ran.clear()
            await put(node, {"committed": time.time()})
            await asyncio.wait_for(ran.wait(), 5)

    assert sorted(delays)[5] < 0.1


async def test_a_waiting_job_of_the_same_key_is_replaced(node: Node, ledger: Ledger) -> None:
    await put(node, {"version": 1}, key="同一企业")
    await put(node, {"version": 2}, key="同一企业")
    await put(node, {"version": 9}, key="另一企业")

    async with worker(node, Job("test.note", ledger.note)):
        await ledger.wait_for(2)

    assert ledger.payloads == [{"version": 2}, {"version": 9}]


async def test_a_change_made_while_its_job_runs_gets_a_job_of_its_own(node: Node) -> None:
    started, go_on, seen = asyncio.Event(), asyncio.Event(), Ledger()

    async def slow(node: Node, payload: Payload) -> None:
        started.set()
        await go_on.wait()
        await seen.note(node, payload)

    await put(node, {"version": 1}, key="同一企业")
    async with worker(node, Job("test.note", slow)):
        await started.wait()
        await put(node, {"version": 2}, key="同一企业")
        go_on.set()
        await seen.wait_for(2)

    assert seen.payloads == [{"version": 1}, {"version": 2}]


async def test_a_keyed_job_does_not_start_before_the_change_that_renewed_it_is_committed(
    node: Node, ledger: Ledger
) -> None:
    await put(node, {"version": 1}, key="同一企业")

    async with node.database.transaction() as session:
        await jobs.enqueue(session, "test.note", {"version": 2}, key="同一企业")
        async with worker(node, Job("test.note", ledger.note)):
            await asyncio.sleep(0.5)
            assert ledger.payloads == []

    async with worker(node, Job("test.note", ledger.note)):
        await ledger.wait_for(1)
    assert ledger.payloads == [{"version": 2}]


async def test_a_job_waits_for_its_time(node: Node, ledger: Ledger) -> None:
    due = now() + timedelta(seconds=0.6)
    await put(node, {}, at=due)

    async with worker(node, Job("test.note", ledger.note)):
        await ledger.wait_for(1)

    assert due <= now() < due + timedelta(seconds=0.3)


async def test_a_refused_job_is_kept_with_its_reason_and_not_tried_again(node: Node) -> None:
    async def refuse(node: Node, payload: Payload) -> None:
        raise Conflict("剩余机时不足")

    await put(node, {"hours": 3})
    async with worker(node, Job("test.note", refuse)):
        await until(lambda: _has_failed(node))

    async with node.database.transaction() as session:
        [kept] = await jobs.failed(session)
    assert (kept.name, kept.payload, kept.attempts) == ("test.note", {"hours": 3}, 1)
    assert (kept.reason, kept.trace) == ("剩余机时不足", None)


async def test_a_broken_job_waits_longer_each_time_and_is_kept_with_its_trace(node: Node) -> None:
    async def break_down(node: Node, payload: Payload) -> None:
        raise ZeroDivisionError("no\0thing")

    job = Job("test.note", break_down, retries=2)
    await put(node, {})
    waits: list[timedelta] = []
    async with worker(node, job):
        for _ in range(2):
            await until(lambda: _waits_again(node))
            [(due_at,)] = await rows(node, "SELECT due_at FROM queue_job")
            waits.append(due_at - now())
            await rows(
                node,
                "UPDATE queue_job SET due_at = now(), reason = NULL RETURNING pg_notify('queue_job', '')",
            )
        await until(lambda: _has_failed(node))

    async with node.database.transaction() as session:
        [kept] = await jobs.failed(session)
    assert timedelta(seconds=1) < waits[0] < timedelta(seconds=4.5)
    assert timedelta(seconds=5.5) < waits[1] < timedelta(seconds=18)
    assert (kept.attempts, kept.reason) == (3, "ZeroDivisionError: nothing")
    assert 'raise ZeroDivisionError("no\\0thing")' in (kept.trace or "")


async def test_a_refusal_for_the_moment_is_tried_again(node: Node) -> None:
    async def not_now(node: Node, payload: Payload) -> None:
        raise Unavailable("对方系统维护中")

    await put(node, {})
    async with worker(node, Job("test.note", not_now)):
        await until(lambda: _waits_again(node))

    assert await rows(node, "SELECT status, reason FROM queue_job") == [("waiting", "对方系统维护中")]


async def test_a_failed_job_starts_over_on_demand(node: Node, ledger: Ledger) -> None:
    async def refuse(node: Node, payload: Payload) -> None:
        raise Conflict("尚未备案")

    await put(node, {"hours": 3})
    async with worker(node, Job("test.note", refuse)):
        await until(lambda: _has_failed(node))
    async with node.database.transaction() as session:
        [kept] = await jobs.failed(session)
        await jobs.retry(session, kept.id)
        assert await jobs.failed(session) == []

    async with worker(node, Job("test.note", ledger.note)):
        await ledger.wait_for(1)

    assert ledger.payloads == [{"hours": 3}]


async def test_only_a_failed_job_can_start_over(node: Node) -> None:
    await put(node, {}, at=now() + timedelta(hours=1))
    [(waiting,)] = await rows(node, "SELECT id FROM queue_job")

    async with node.database.transaction() as session:
        with pytest.raises(NotFound):
            await jobs.retry(session, waiting)

    assert await rows(node) == [("test.note", "waiting")]


async def test_a_job_logs_under_the_trace_id_of_the_request_that_asked_for_it(node: Node) -> None:
    seen = Ledger()

    async def tell(node: Node, payload: Payload) -> None:
        await seen.note(node, dict(structlog.contextvars.get_contextvars()))

    with structlog.contextvars.bound_contextvars(trace_id="0123456789abcdef"):
        await put(node, {})
    async with worker(node, Job("test.note", tell)):
        await seen.wait_for(1)

    assert (seen.payloads[0]["trace_id"], seen.payloads[0]["job"]) == ("0123456789abcdef", "test.note")


async def test_no_more_jobs_run_at_once_than_allowed(node: Node) -> None:
    most, running, finished = 0, 0, Ledger()

    async def count(node: Node, payload: Payload) -> None:
        nonlocal most, running
        running += 1
        most = max(most, running)
        await asyncio.sleep(0.02)
        running -= 1
        await finished.note(node, payload)

    async with node.database.transaction() as session:
        for number in range(20):
            await jobs.enqueue(session, "test.note", {"number": number})
    async with worker(node, Job("test.note", count), concurrency=3):
        await finished.wait_for(20)

    assert most == 3
    assert sorted(payload["number"] for payload in finished.payloads) == list(range(20))


async def test_many_workers_run_each_job_once(node: Node, ledger: Ledger) -> None:
    async with node.database.transaction() as session:
        for number in range(200):
            await jobs.enqueue(session, "test.note", {"number": number})

    job = Job("test.note", ledger.note)
    async with worker(node, job), worker(node, job), worker(node, job):
        await ledger.wait_for(200)

    assert sorted(payload["number"] for payload in ledger.payloads) == list(range(200))
    assert await rows(node) == []


async def test_a_job_of_an_unknown_name_waits_for_a_worker_that_knows_it(node: Node, ledger: Ledger) -> None:
    await put(node, {})

    async with worker(node, Job("test.other", ledger.note)):
        await asyncio.sleep(0.3)

    assert await rows(node) == [("test.note", "waiting")]


async def test_a_worker_told_to_stop_finishes_what_it_runs(node: Node) -> None:
    started, finished = asyncio.Event(), Ledger()

    async def slow(node: Node, payload: Payload) -> None:
        started.set()
        await asyncio.sleep(0.3)
        await finished.note(node, payload)

    await put(node, {})
    async with worker(node, Job("test.note", slow)):
        await started.wait()

    assert finished.payloads == [{}]
    assert await rows(node) == []


HOLDER = """
import asyncio, sys
from pathlib import Path
from brain.kit.crypto import SecretBox
from brain.kit.db import Database
from brain.kit.jobs import Job, work
from brain.kit.node import Node

async def hold(node, payload):
    print("held", flush=True)
    await asyncio.sleep(600)

async def main():
    node = Node(kind="industry_brain", name="n", title="t", title_en="t", database=Database(sys.argv[1]),
                folder=Path("."), secrets=SecretBox(bytes(32)), sample_data=False)
    await work(node, [Job("test.note", hold)], stop=asyncio.Event())

asyncio.run(main())
"""


def hold_in_another_process(dsn: str) -> subprocess.Popen[str]:
    process = subprocess.Popen([sys.executable, "-c", HOLDER, dsn], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    process.stdout.close()
    return process


async def test_the_job_of_a_killed_worker_is_taken_over(
    node: Node, ledger: Ledger, dsn: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs, "UPKEEP", 0.5)
    await put(node, {"hours": 3})
    process = await asyncio.to_thread(hold_in_another_process, dsn)

    async with worker(node, Job("test.note", ledger.note)):
        await asyncio.sleep(jobs.UPKEEP + 1)
        assert ledger.payloads == []
        process.send_signal(signal.SIGKILL)
        process.wait()
        killed = time.monotonic()
        await ledger.wait_for(1, seconds=30)

    assert time.monotonic() - killed < jobs.UPKEEP + 2
    assert ledger.payloads == [{"hours": 3}]


async def test_a_job_that_kills_its_worker_every_time_is_given_up(
    node: Node, dsn: str, ledger: Ledger
) -> None:
    await put(node, {})
    await rows(node, "UPDATE queue_job SET attempts = 6 RETURNING id")

    async with worker(node, Job("test.note", ledger.note)):
        await until(lambda: _has_failed(node))

    async with node.database.transaction() as session:
        [kept] = await jobs.failed(session)
    assert ledger.payloads == []
    assert kept.reason == "任务每次执行时进程都中断，不再重试"


async def test_a_worker_outlives_the_loss_of_its_connections(node: Node, ledger: Ledger, dsn: str) -> None:
    async with worker(node, Job("test.note", ledger.note)):
        await put(node, {"number": 1})
        await until(lambda: _is_empty(node))
        with psycopg.connect(dsn, autocommit=True) as connection:
            connection.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
        await put(node, {"number": 2})
        await ledger.wait_for(2)

    assert ledger.payloads == [{"number": 1}, {"number": 2}]


async def test_a_schedule_in_beijing_time_has_one_next_run_however_many_workers_there_are(node: Node) -> None:
    nightly = Job("test.nightly", Ledger().note, every="30 2 * * *")

    async with worker(node, nightly), worker(node, nightly):
        await until(lambda: _exists(node, "test.nightly"))

    [(due_at, key)] = await rows(node, "SELECT due_at, key FROM queue_job")
    assert (due_at.astimezone(BEIJING).hour, due_at.astimezone(BEIJING).minute) == (2, 30)
    assert timedelta() < due_at - now() <= timedelta(days=1)
    assert key == "every 30 2 * * *"


async def test_a_due_schedule_runs_once_and_is_planned_again(
    node: Node, ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs, "UPKEEP", 0.2)
    nightly = Job("test.nightly", ledger.note, every="30 2 * * *")

    async with worker(node, nightly), worker(node, nightly):
        await until(lambda: _exists(node, "test.nightly"))
        await rows(node, "UPDATE queue_job SET due_at = now() RETURNING id")
        await ledger.wait_for(1)
        await until(lambda: _exists(node, "test.nightly"))
        await asyncio.sleep(0.5)

    assert ledger.payloads == [{}]
    assert await rows(node) == [("test.nightly", "waiting")]


async def test_a_changed_schedule_replaces_the_former_one(node: Node, ledger: Ledger) -> None:
    async with worker(node, Job("test.nightly", ledger.note, every="30 2 * * *")):
        await until(lambda: _exists(node, "test.nightly"))

    async with worker(node, Job("test.nightly", ledger.note, every="0 4 * * *")):
        await until(lambda: _is_planned(node, "every 0 4 * * *"))

    assert await rows(node, "SELECT key FROM queue_job") == [("every 0 4 * * *",)]


def test_the_table_of_the_queue_is_known_by_name() -> None:
    assert [job_table.owns(table) for table in ("queue_job", "portal_notice")] == [True, False]


async def _is_empty(node: Node) -> bool:
    return await rows(node) == []


async def _has_failed(node: Node) -> bool:
    return ("test.note", "failed") in await rows(node)


async def _waits_again(node: Node) -> bool:
    return await rows(node, "SELECT 1 FROM queue_job WHERE status = 'waiting' AND reason IS NOT NULL") == [
        (1,)
    ]


async def _exists(node: Node, name: str) -> bool:
    return (name, "waiting") in await rows(node)


async def _is_planned(node: Node, key: str) -> bool:
    return (key,) in await rows(node, "SELECT key FROM queue_job")
