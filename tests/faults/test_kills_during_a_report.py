"""kill -9 of server, worker, client and PostgreSQL during reports: nothing is lost, nothing doubled."""

import asyncio
import contextlib
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from random import Random

import httpx
import psycopg
import pytest

from brain.kit.clock import today
from brain.kit.node_kind import NodeKind
from brain.nodes.assembly import opened
from brain.nodes.kinds import node_of
from brain.nodes.launch import FIRST_PAUSE, Launch
from brain.nodes.plan import Plan, free_port
from brain.platform.exchange.client.models import ReconciliationRow
from brain.platform.exchange.client.service import reconciling
from tests.exchange_sides import Sides
from tests.faults.reporting import BATCHES

ROUNDS = 20
KILLS = 2
WITHIN = 3.0  # seconds from the start of a report in which the kills fall
PATIENCE = 180.0  # seconds for a report to arrive after the last kill


@pytest.fixture
def launch(tmp_path: Path) -> Iterator[Launch]:
    """Both nodes as `brain up` runs them, restarted by it when they die."""
    running = Launch(
        Plan(
            folder=tmp_path,
            centre_port=free_port(),
            brain_port=free_port(),
            sample_data=True,
        )
    )
    stop = threading.Event()
    watching = threading.Thread(target=running.watch, args=(stop,))
    try:
        running.prepare()
        running.start(stop)
        watching.start()
        try:
            yield running
        finally:
            stop.set()
            watching.join()
    finally:
        running.stop()


class Client:
    """The program that reports; started anew for the same round when it dies in it."""

    def __init__(self, dsn: str, log: Path) -> None:
        self._command = [sys.executable, "-m", "tests.faults.reporting", dsn]
        self._log = log
        self._process: subprocess.Popen[str] | None = None

    def report(self, round_number: int) -> None:
        if self._process is None or self.died():
            self.kill()
            with self._log.open("ab") as log:
                self._process = subprocess.Popen(
                    self._command, stdin=subprocess.PIPE, stdout=log, stderr=log, text=True
                )
        assert self._process.stdin is not None
        self._process.stdin.write(f"{round_number}\n")
        self._process.stdin.flush()

    def died(self) -> bool:
        return self._process is not None and self._process.poll() is not None

    def kill(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.communicate()


def kill_postgres(launch: Launch, kind: NodeKind) -> None:
    """The postmaster alone: its children find out, as after a real crash."""
    with contextlib.suppress(FileNotFoundError, ProcessLookupError, IndexError, ValueError):
        pid_file = launch.plan.folder / kind / "postgres" / "data" / "postmaster.pid"
        os.kill(int(pid_file.read_text().splitlines()[0]), signal.SIGKILL)


def targets(launch: Launch, client: Client) -> list[Callable[[], None]]:
    """Server and worker of the centre, worker and client of the brain, PostgreSQL of both."""
    children = [child for child in launch.children if child.name != "industry_brain serve"]
    return [
        *(partial(child.stop, signal.SIGKILL) for child in children),
        client.kill,
        partial(kill_postgres, launch, "capability_centre"),
        partial(kill_postgres, launch, "industry_brain"),
    ]


def counted(launch: Launch, kind: NodeKind, what: str) -> int:
    try:
        with psycopg.connect(launch.settings[kind].database.dsn) as connection:
            found = connection.execute(f"SELECT count(*) FROM {what}")
            return int((found.fetchone() or (0,))[0])
    except psycopg.OperationalError:
        return 0  # the database is coming back


def arrived(launch: Launch) -> int:
    """Parts that the brain takes to have arrived."""
    return counted(launch, "industry_brain", "exchange_brain_part WHERE state = 'accepted'")


def loaded(launch: Launch) -> int:
    """Batches that the centre's worker has loaded."""
    return counted(launch, "capability_centre", "exchange_batch WHERE loaded_at IS NOT NULL")


def recovered(launch: Launch) -> bool:
    """The last kill may fall after the last part has arrived: the sides cannot be compared at once."""
    try:
        return all(
            httpx.get(f"http://{settings.http.host}:{settings.http.port}/health", trust_env=False).is_success
            for settings in launch.settings.values()
        )
    except httpx.TransportError:
        return False


async def reconciled(launch: Launch) -> ReconciliationRow:
    async with opened(node_of(launch.settings["industry_brain"])) as brain:
        return await reconciling.reconcile_day(brain, today())


def report_under_fire(launch: Launch, client: Client, round_number: int) -> None:
    """One report of 200 batches, with kills at seeded moments; returns when all of it has arrived."""
    chance = Random(round_number)
    victims = chance.sample(targets(launch, client), KILLS)
    moments = sorted(chance.uniform(0.0, WITHIN) for _ in victims)
    client.report(round_number)
    began = time.monotonic()
    for moment, kill in zip(moments, victims, strict=True):
        time.sleep(max(0.0, began + moment - time.monotonic()))
        kill()
    while arrived(launch) < (round_number + 1) * BATCHES or not recovered(launch):
        if time.monotonic() > began + PATIENCE:
            pytest.fail(f"round {round_number}: {arrived(launch)} parts arrived")
        if client.died():
            client.report(round_number)
        time.sleep(0.2)
    for child in launch.children:
        child.pause = FIRST_PAUSE


@pytest.fixture
def client(launch: Launch) -> Iterator[Client]:
    settings = launch.settings["industry_brain"]
    reporting = Client(settings.database.dsn, settings.folder / "logs" / "client.log")
    yield reporting
    reporting.kill()


@pytest.mark.faults
@pytest.mark.timeout(1800)
async def test_nothing_is_lost_or_doubled_when_anything_is_killed_at_any_moment(
    launch: Launch, client: Client
) -> None:
    async with (
        opened(node_of(launch.settings["capability_centre"])) as centre,
        opened(node_of(launch.settings["industry_brain"])) as brain,
    ):
        await Sides(centre_node=centre, brain_node=brain).connected()

    for round_number in range(ROUNDS):
        await asyncio.to_thread(report_under_fire, launch, client, round_number)
        result = await reconciled(launch)
        assert (result.findings, result.ours) == ([], (round_number + 1) * BATCHES)

    began = time.monotonic()
    while loaded(launch) < ROUNDS * BATCHES and time.monotonic() < began + PATIENCE:
        await asyncio.sleep(0.2)
    assert loaded(launch) == ROUNDS * BATCHES
