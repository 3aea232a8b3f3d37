"""A real engine for the session, and nodes that know it."""

import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from brain.kit.clock import today
from brain.nodes.launch import free_port, port_in_use
from brain.nodes.serving import engine_command
from brain.platform.data_sets import service
from brain.platform.data_warehouse import service as warehouse
from brain.platform.data_warehouse.contract import Enterprise, Source
from tests.conftest import RunningNode

PATIENCE = 30.0


@contextmanager
def running_engine() -> Iterator[tuple[str, "subprocess.Popen[bytes]"]]:
    """The URL of an embedded engine in a process of its own, as `brain up` starts it."""
    port = free_port()
    command, silent = engine_command(port), subprocess.DEVNULL
    with subprocess.Popen(command, stdout=silent, stderr=silent) as process:
        try:
            began = time.monotonic()
            while not port_in_use("127.0.0.1", port):
                assert time.monotonic() - began < PATIENCE, "the engine did not start"
                time.sleep(0.05)
            yield f"sc://127.0.0.1:{port}", process
        finally:
            process.kill()


@pytest.fixture(scope="session")
def engine() -> Iterator[str]:
    with running_engine() as (url, _):
        yield url


@pytest.fixture
def lake(centre: RunningNode, engine: str, tmp_path: Path) -> RunningNode:
    """A centre with the engine and an empty lake."""
    centre.node.provided |= service.provided(engine, tmp_path / "lake")
    return centre


async def merge(node: RunningNode, *enterprises: Enterprise, provider: str = "甲方") -> None:
    async with node.node.database.transaction() as session:
        source = Source(provider=provider, title="登记", as_of=today())
        await warehouse.upsert_enterprises(session, list(enterprises), source)
