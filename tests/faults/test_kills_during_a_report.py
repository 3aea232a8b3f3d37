"""kill -9 of server, worker, client and PostgreSQL during reports: nothing is lost, nothing doubled."""

import asyncio
import contextlib
import os
import signal
import socket
import sys
import threading
import time
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from random import Random

import psycopg
import pytest

from brain.kit.clock import today
from brain.kit.node import Node, NodeKind
from brain.nodes.kinds import node_of
from brain.nodes.launch import Child, Launch, Plan
from brain.platform.exchange.client.service import reconciling
from tests.exchange_sides import Sides

ROUNDS = 20
BATCHES = 200
KILLS = 2
WITHIN = 2.5  # seconds from the start of a report in which the kills fall
PATIENCE = 180.0  # seconds for a report to arrive after the last kill


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def launch(tmp_path: Path) -> Iterator[Launch]:
    """Both nodes as `brain up` runs them, restarted by it when they die."""
    running = Launch(Plan(folder=tmp_path, centre_port=free_port(), brain_port=free_port(), sample_data=True))
    stop = threading.Event()
    watching = threading.Thread(target=running.watch, args=(stop,))
    try:
        running.prepare()
        running.start()
        watching.start()
        try:
            yield running
        finally:
            stop.set()
            watching.join()
    finally:
        running.stop()


def client(launch: Launch, first: int) -> Child:
    settings = launch.settings["industry_brain"]
    command = [sys.executable, "-m", "tests.faults.reporting", str(first), str(BATCHES)]
    return Child("client", command, settings.environment(), settings.folder / "logs" / "client.log")


def kill_postgres(launch: Launch, kind: NodeKind) -> None:
    """The postmaster alone: its children find out, as after a real crash."""
    with contextlib.suppress(FileNotFoundError, ProcessLookupError, IndexError, ValueError):
        pid_file = launch.plan.folder / kind / "postgres" / "data" / "postmaster.pid"
        os.kill(int(pid_file.read_text().splitlines()[0]), signal.SIGKILL)


def targets(launch: Launch, reporting: Child) -> list[Callable[[], None]]:
    children = [child for child in launch.children if child.name != "industry_brain serve"]
    return [
        *(lambda child=child: child.stop(signal.SIGKILL) for child in [*children, reporting]),
        lambda: kill_postgres(launch, "capability_centre"),
        lambda: kill_postgres(launch, "industry_brain"),
    ]


def arrived(launch: Launch) -> int:
    try:
        with psycopg.connect(launch.settings["industry_brain"].database.dsn) as connection:
            found = connection.execute("SELECT count(*) FROM exchange_brain_part WHERE state = 'accepted'")
            return int((found.fetchone() or (0,))[0])
    except psycopg.OperationalError:
        return 0  # the database is coming back


def report_under_fire(launch: Launch, round_number: int) -> None:
    """One report of 200 batches, with kills at seeded moments; returns when all of it has arrived."""
    chance = Random(round_number)
    reporting = client(launch, round_number * BATCHES)
    reporting.start()
    victims = chance.sample(targets(launch, reporting), KILLS)
    began = time.monotonic()
    for moment, victim in zip(sorted(chance.uniform(0.5, WITHIN) for _ in victims), victims, strict=True):
        time.sleep(max(0.0, began + moment - time.monotonic()))
        victim()
    deadline = time.monotonic() + PATIENCE
    while arrived(launch) < (round_number + 1) * BATCHES:
        if time.monotonic() > deadline:
            pytest.fail(f"round {round_number}: {arrived(launch)} parts arrived")
        if reporting.died() and reporting.process is not None and reporting.process.returncode != 0:
            reporting.start()
        time.sleep(0.2)
    reporting.wait(PATIENCE)
    for child in launch.children:
        child.pause = 0.5


@contextlib.asynccontextmanager
async def node(launch: Launch, kind: NodeKind) -> AsyncIterator[Node]:
    opened = node_of(launch.settings[kind])
    try:
        yield opened
    finally:
        await opened.database.dispose()


@pytest.mark.faults
@pytest.mark.timeout(900)
async def test_nothing_is_lost_or_doubled_when_anything_is_killed_at_any_moment(launch: Launch) -> None:
    async with node(launch, "capability_centre") as centre, node(launch, "industry_brain") as brain:
        await Sides(centre_node=centre, brain_node=brain).connected()

        for round_number in range(ROUNDS):
            await asyncio.to_thread(report_under_fire, launch, round_number)
            result = await reconciling.reconcile_day(brain, today())
            assert (result.findings, result.ours) == ([], (round_number + 1) * BATCHES)
