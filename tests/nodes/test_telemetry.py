"""Traces and figures of the real web server, as collectors outside see them."""

import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import httpx
import pytest

from brain.nodes.plan import free_port
from brain.nodes.serving import serve_command
from brain.nodes.settings import HttpSettings
from tests.conftest import RunningNode

PATIENCE = 60.0  # seconds


class Collector(HTTPServer):
    """Keeps what an OTLP exporter posts over HTTP."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Received)
        self.posts: list[tuple[str, bytes]] = []


class Received(BaseHTTPRequestHandler):
    server: Collector

    def do_POST(self) -> None:
        self.server.posts.append((self.path, self.rfile.read(int(self.headers["content-length"]))))
        self.send_response(200)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as inherited
        """Nothing on the terminal."""


@pytest.fixture
def collector() -> Iterator[Collector]:
    with Collector() as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@contextmanager
def served(node: RunningNode, workers: int, **environment: str) -> Iterator[str]:
    """The address of the node's web server in processes of its own."""
    http = HttpSettings(port=free_port(), workers=workers)
    settings = node.settings.model_copy(update={"http": http})
    address = f"http://127.0.0.1:{settings.http.port}"
    variables = settings.environment() | environment
    with subprocess.Popen(serve_command(settings), env=variables, stdout=subprocess.DEVNULL) as process:
        try:
            wait_for(lambda: answers(address))
            yield address
        finally:
            process.terminate()


def answers(address: str) -> bool:
    try:
        return httpx.get(f"{address}/health").status_code == 200
    except httpx.TransportError:
        return False


def wait_for(holds: Callable[[], bool]) -> None:
    began = time.monotonic()
    while not holds():
        assert time.monotonic() - began < PATIENCE
        time.sleep(0.1)


def test_requests_are_traced_to_the_collector_that_the_environment_names(
    centre: RunningNode, collector: Collector
) -> None:
    variables = {
        "OTEL_EXPORTER_OTLP_ENDPOINT": f"http://127.0.0.1:{collector.server_port}",
        "OTEL_SERVICE_NAME": "test-centre",
        "OTEL_BSP_SCHEDULE_DELAY": "100",
    }
    with served(centre, 1, **variables) as address:
        httpx.get(f"{address}/api/session")
        wait_for(lambda: any(b"/api/session" in body for _, body in collector.posts))

    path, body = next(post for post in collector.posts if b"/api/session" in post[1])
    assert (path, b"test-centre" in body) == ("/v1/traces", True)


def test_the_figures_of_all_workers_are_one_sum(centre: RunningNode, tmp_path: Path) -> None:
    folder = tmp_path / "metrics"
    folder.mkdir()
    with served(centre, 2, PROMETHEUS_MULTIPROC_DIR=str(folder)) as address:
        for _ in range(40):
            httpx.get(f"{address}/api/session", headers={"connection": "close"})
        told = {httpx.get(f"{address}/metrics", headers={"connection": "close"}).text for _ in range(4)}

    asked = [line for text in told for line in text.splitlines() if 'route="/api/session"' in line]
    counts = {float(line.rsplit(" ", 1)[1]) for line in asked if line.startswith("brain_http_requests_total")}
    assert counts == {40.0}
