"""`brain up` for real: two nodes with their processes, stopped cleanly, started again with their data."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import psutil
import pytest

from brain.nodes.launch import FIRST_PAUSE, LONGEST_PAUSE, SETTLED, Child
from brain.nodes.plan import free_port


class Up:
    """A `brain up` process and what it has printed."""

    def __init__(self, folder: Path, ports: tuple[int, int], *more: str, factories: int = 0) -> None:
        self.log = folder / "up.log"
        options = [
            "--folder",
            str(folder / "var"),
            "--centre-port",
            str(ports[0]),
            "--brain-port",
            str(ports[1]),
            "--factory-port",
            str(factories),
        ]
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "brain", "up", *options, *more],
                stdout=log,
                stderr=log,
                env={**os.environ, "COLUMNS": "200"},
            )

    def until(self, words: str, patience: float) -> str:
        began = time.monotonic()
        while time.monotonic() - began < patience:
            printed = self.log.read_text()
            if words in printed:
                return printed
            assert self.process.poll() is None, printed
            time.sleep(0.1)
        raise AssertionError(self.log.read_text())

    def interrupt(self) -> tuple[int, list[psutil.Process]]:
        """Ctrl-C; the exit status and what of its processes is left."""
        family = psutil.Process(self.process.pid).children(recursive=True)
        self.process.send_signal(signal.SIGINT)
        status = self.process.wait(60)
        return status, [p for p in family if p.is_running() and p.status() != psutil.STATUS_ZOMBIE]


@pytest.mark.timeout(280)
def test_up_starts_shows_passwords_once_stops_cleanly_and_keeps_what_it_had(tmp_path: Path) -> None:
    ports = (free_port(), free_port())

    up = Up(tmp_path, ports)
    first = up.until("已就绪", 200)
    kinds = [httpx.get(f"http://127.0.0.1:{port}/api/node", trust_env=False).json()["kind"] for port in ports]
    first_end = up.interrupt()
    up = Up(tmp_path, ports)
    second = up.until("已就绪", 90)
    second_end = up.interrupt()

    assert kinds == ["capability_centre", "industry_brain"]
    assert len(re.findall(r"一次性密码", first)) >= 6
    assert "一次性密码" not in second
    assert first_end == (0, [])
    assert second_end == (0, [])


def test_up_refuses_a_taken_port_and_says_what_to_do(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

        up = Up(tmp_path, (port, free_port()))
        status = up.process.wait(60)

    assert status == 1
    assert f"端口 {port} 已被占用" in up.log.read_text()
    assert "--centre-port" in up.log.read_text()


@pytest.fixture
def short_lived(tmp_path: Path) -> Iterator[Child]:
    child = Child("short-lived", [sys.executable, "-c", ""], {}, tmp_path / "child.log")
    child.start()
    yield child
    child.wait(10)


def looked_after(child: Child) -> None:
    """Once it has died."""
    assert child.process is not None
    child.process.wait(10)
    child.mend()


def test_what_died_is_started_again_after_pauses_that_grow(short_lived: Child) -> None:
    first = short_lived.process

    looked_after(short_lived)
    still = short_lived.process
    time.sleep(FIRST_PAUSE)
    short_lived.mend()

    assert still is first
    assert short_lived.process is not first
    assert short_lived.pause == 2 * FIRST_PAUSE


def test_the_pauses_have_a_limit(short_lived: Child) -> None:
    short_lived.pause = LONGEST_PAUSE

    looked_after(short_lived)

    assert short_lived.pause == LONGEST_PAUSE


def test_what_had_lived_long_is_started_again_soon(short_lived: Child) -> None:
    short_lived.pause = LONGEST_PAUSE
    short_lived.started -= SETTLED + 1

    looked_after(short_lived)

    assert short_lived.due is not None
    assert short_lived.due - time.monotonic() <= FIRST_PAUSE
