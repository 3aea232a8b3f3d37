"""Enterprise master data: import against the bare COPY, lookups and name matching through HTTP.

Run: .venv/bin/python benchmarks/enterprise_master.py
Needs the public data sets (BRAIN_TEST_DATA, default ../shared/data).
"""

import asyncio
import json
import os
import random
import secrets
import socket
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import quote

import httpx
import polars as pl
import psycopg

import name_matching
from brain.kit.clock import now
from brain.kit.crypto import sm3, token
from brain.kit.node import Node
from brain.kit.postgres import Server
from brain.nodes import migrations
from brain.nodes.kinds import node_of
from brain.nodes.serving import serve_command
from brain.nodes.settings import DatabaseSettings, HttpSettings, LogSettings, NodeSettings, Settings
from brain.platform.governance.jobs import index_names
from brain.platform.identity.models import AccountRow, RoleGrantRow, SessionRow
from brain.platform.identity.service import session_cookie
from brain.platform.ingestion.contract import (
    Basis,
    Category,
    Certification,
    Delivery,
    Frequency,
    Registration,
    Status,
)
from brain.platform.ingestion.service import sources
from brain.platform.ingestion.service.imports import import_file

DATA = Path(os.environ.get("BRAIN_TEST_DATA", Path(__file__).parents[2] / "shared" / "data"))
REGISTRATIONS = DATA / "enterprises_shandong" / "enterprises_shandong.parquet"
NAMES = DATA / "enterprise_names_cn" / "enterprise_names_cn.parquet"
SOURCE = Registration(
    name="benchmark",
    provider="benchmark",
    category=Category.PUBLIC,
    basis=Basis.DISCLOSURE,
    basis_document="benchmark",
    owner="benchmark",
    purpose="benchmark",
    level=1,
    frequency=Frequency.ONCE,
    contact="benchmark",
)
CERTIFICATION = Certification(
    voucher="benchmark", evidence="benchmark", verified_on=date(2026, 1, 1), valid_until=date(2999, 12, 31)
)
ROUNDS = 3
CLIENTS = 4
REQUESTS = 2_000  # a client
WARM_UP = 200


def bare_copy(dsn: str) -> float:
    """Seconds of a binary COPY of the file's rows, as they are, into a table without an index."""
    frame = pl.read_parquet(REGISTRATIONS)
    types = {pl.String: "text", pl.Float64: "float8", pl.Boolean: "bool"}
    columns = ", ".join(f"{name} {types[type(dtype)]}" for name, dtype in frame.schema.items())
    rows = frame.rows()
    with psycopg.connect(dsn, autocommit=True) as connection:
        connection.execute(f"DROP TABLE IF EXISTS bare; CREATE TABLE bare ({columns})")
        started = time.perf_counter()
        with (
            connection.transaction(),
            connection.cursor().copy("COPY bare FROM STDIN (FORMAT BINARY)") as copy,
        ):
            copy.set_types([types[type(dtype)] for dtype in frame.dtypes])
            for row in rows:
                copy.write_row(row)
        seconds = time.perf_counter() - started
        connection.execute("DROP TABLE bare")
    return seconds


async def imported(settings: Settings, path: Path) -> tuple[float, int]:
    """Seconds of a whole import: landing, reading, checking, finding duplicates, writing."""
    node = node_of(settings)
    async with node.database.transaction() as session:
        source = await sources.declare(session, SOURCE, CERTIFICATION)
    delivery = Delivery(source_id=source.id, title=path.stem, as_of=date(2019, 12, 31))
    started = time.perf_counter()
    done = await import_file(node, path, "enterprises", delivery)
    seconds = time.perf_counter() - started
    assert done.status is Status.DONE, done.problem
    await node.close()
    return seconds, done.inserted


def fresh(server: Server, folder: Path, name: str) -> Settings:
    """Settings of a centre with a new database."""
    for database in (name, f"{name}_sandbox"):
        server.create_database(database)
        migrations.upgrade(server.dsn(database))
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return Settings(
        node=NodeSettings(
            kind="capability_centre", name="capability_centre", title="centre", title_en="centre"
        ),
        folder=folder / name,
        database=DatabaseSettings(dsn=server.dsn(name), sandbox_dsn=server.dsn(f"{name}_sandbox")),
        http=HttpSettings(port=port, workers=os.cpu_count() or 1),
        log=LogSettings(level="WARNING"),
    )


async def cookie(settings: Settings) -> str:
    """A signed-in analyst."""
    node: Node = node_of(settings)
    opened, at = token("bs"), now()
    async with node.database.transaction() as session:
        account = AccountRow(
            username=f"analyst{secrets.token_hex(3)}",
            name="Analyst",
            password_hash=secrets.token_hex(),
            password_set_at=at,
            must_change_password=False,
            created_at=at - timedelta(seconds=1),
        )
        session.add(account)
        await session.flush()
        session.add(
            RoleGrantRow(account_id=account.id, role="analyst", granted_by="benchmark", granted_at=at)
        )
        digest = sm3(opened.encode())
        session.add(
            SessionRow(token_hash=digest, account_id=account.id, created_at=at, seen_at=at, address="")
        )
    name = session_cookie(node)
    await node.close()
    return f"{name}={opened}"


@contextmanager
def serving(settings: Settings) -> Iterator[None]:
    """The node's real web server, one worker a core."""
    with subprocess.Popen(serve_command(settings), env=settings.environment()) as server:
        try:
            url = f"http://{settings.http.host}:{settings.http.port}/health"
            for _ in range(600):
                try:
                    httpx.get(url)
                except httpx.TransportError:
                    time.sleep(0.1)
                else:
                    break
            yield
        finally:
            server.terminate()


class Client(threading.Thread):
    """Asks one path after another over one connection, plainly: the client is not what is measured."""

    def __init__(self, settings: Settings, cookie: str, paths: Sequence[str]) -> None:
        super().__init__()
        self.seconds: list[float] = []
        self._address = (settings.http.host, settings.http.port)
        head = f"HTTP/1.1\r\nHost: node\r\nCookie: {cookie}\r\n\r\n"
        self._requests = [f"GET {path} {head}".encode() for path in paths]

    def run(self) -> None:
        with socket.create_connection(self._address) as connection:
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            for request in self._requests:
                started = time.perf_counter()
                connection.sendall(request)
                answer = self._answer(connection)
                self.seconds.append(time.perf_counter() - started)
                assert answer.startswith(b"HTTP/1.1 200"), answer

    @staticmethod
    def _answer(connection: socket.socket) -> bytes:
        answer = b""
        while b"\r\n\r\n" not in answer:
            answer += connection.recv(65536)
        head, _, body = answer.partition(b"\r\n\r\n")
        length = next(
            int(line[15:]) for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")
        )
        while len(body) < length:
            body += connection.recv(65536)
        return head


def p95_ms(settings: Settings, cookie: str, paths: Sequence[str]) -> float:
    """Of all requests of all clients at once, after a warm-up."""
    share = len(paths) // CLIENTS
    clients = [
        Client(settings, cookie, paths[place * share : (place + 1) * share]) for place in range(CLIENTS)
    ]
    for client in clients:
        client.start()
    for client in clients:
        client.join()
    seconds = sorted(second for client in clients for second in client.seconds[WARM_UP:])
    return round(seconds[int(len(seconds) * 0.95)] * 1000, 2)


def import_figures(server: Server, folder: Path) -> tuple[dict[str, float], Settings]:
    """The best of some rounds on new databases, against the best COPY in the same run."""
    settings = [fresh(server, folder, f"centre_{number}") for number in range(ROUNDS)]
    copies = [bare_copy(one.database.dsn) for one in settings]
    imports = [asyncio.run(imported(one, REGISTRATIONS)) for one in settings]
    seconds = min(taken for taken, _ in imports)
    figures = {"import_seconds": round(seconds, 2), "import_ratio_to_copy": round(min(copies) / seconds, 2)}
    print(f"COPY {[round(c, 2) for c in copies]} s, import {[round(t, 2) for t, _ in imports]} s")
    return figures, settings[-1]


def lookup_figures(settings: Settings, cookie: str) -> dict[str, float]:
    rng = random.Random(20)
    sample = pl.read_parquet(NAMES).sample(CLIENTS * REQUESTS, seed=20)
    codes = [f"/api/data-warehouse/enterprises/{code}" for code in sample["uscc"]]
    written = [
        rng.choice((name, name.replace("(", "（").replace(")", "）"), f" {name} ")) for name in sample["name"]
    ]
    names = [f"/api/data-warehouse/enterprises/lookup?name={quote(name)}" for name in written]
    return {"code_p95_ms": p95_ms(settings, cookie, codes), "name_p95_ms": p95_ms(settings, cookie, names)}


async def indexed(settings: Settings) -> float:
    """Seconds until all names imported so far can be found when written wrongly."""
    node = node_of(settings)
    started = time.perf_counter()
    await index_names(node, {})
    seconds = time.perf_counter() - started
    await node.close()
    return seconds


def matching_figures(settings: Settings, cookie: str) -> dict[str, float]:
    asked = name_matching.queries()
    mixed = random.Random(20).sample(asked * 2, 2 * len(asked))
    p95 = p95_ms(settings, cookie, [name_matching.path(query) for query in mixed])
    base_url = f"http://{settings.http.host}:{settings.http.port}"
    return {"fuzzy_p95_ms": p95} | name_matching.recall_figures(
        base_url, cookie, settings.database.dsn, asked
    )


def main() -> None:
    if not REGISTRATIONS.is_file():
        raise SystemExit(f"没有真实数据目录 {DATA}（用 BRAIN_TEST_DATA 指定）")
    with tempfile.TemporaryDirectory() as place, Server(Path(place) / "postgres") as server:
        figures, settings = import_figures(server, Path(place))
        seconds, inserted = asyncio.run(imported(settings, NAMES))
        print(
            f"{inserted} more names in {seconds:.1f} s, findable {asyncio.run(indexed(settings)):.1f} s later"
        )
        opened = asyncio.run(cookie(settings))
        with serving(settings):
            figures |= lookup_figures(settings, opened)
            figures |= matching_figures(settings, opened)
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
