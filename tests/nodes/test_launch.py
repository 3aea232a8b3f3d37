"""`brain up` for real: two nodes with their processes, stopped cleanly, started again with their data."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import httpx
import psutil
import pytest


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


class Up:
    """A `brain up` process and what it has printed."""

    def __init__(self, folder: Path, ports: tuple[int, int], *more: str) -> None:
        self.log = folder / "up.log"
        options = [
            "--folder",
            str(folder / "var"),
            "--centre-port",
            str(ports[0]),
            "--brain-port",
            str(ports[1]),
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
