"""The gateway's one process: it answers, stops when told, and loads nothing of a brain."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import httpx

from brain.nodes.plan import free_port
from brain.nodes.serving import gateway_command
from tests.conftest import node_settings

HEAVY = (
    "pyspark",
    "pysail",
    "polars",
    "pyarrow",
    "pandas",
    "rapidfuzz",
    "sqlglot",
    "asyncua",
    "google.protobuf",
)


def test_one_process_answers_and_stops_when_told(dsn: str, tmp_path: Path) -> None:
    settings = node_settings("factory_gateway", dsn, tmp_path)
    settings.http.port = free_port()
    with (tmp_path / "log").open("wb") as log:
        process = subprocess.Popen(
            gateway_command(), env=settings.environment(), stdout=log, stderr=log, start_new_session=True
        )
        try:
            url = f"http://127.0.0.1:{settings.http.port}/health"
            assert answered(url), (tmp_path / "log").read_text()
        finally:
            os.killpg(process.pid, signal.SIGTERM)
            code = process.wait(20)

    assert code == 0, (tmp_path / "log").read_text()


def answered(url: str) -> bool:
    for _ in range(200):
        try:
            return httpx.get(url, trust_env=False).status_code == 200
        except httpx.TransportError:
            time.sleep(0.1)
    return False


def test_a_gateway_loads_nothing_that_only_a_brain_or_a_protocol_in_use_needs() -> None:
    told = f"import brain.nodes.factory_gateway, sys; print([m for m in {HEAVY!r} if m in sys.modules])"

    loaded = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)

    assert loaded.stdout.strip() == "[]"
