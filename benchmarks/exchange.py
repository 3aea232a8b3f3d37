"""The exchange face against its floor: 10 MB reports, memory, many batches, token and lookup.

The floor is measured in the same run: typed decode of the same body and a binary COPY of its 20,000 records,
in process, on one thread. Everything it needs is started here and removed at the end.
"""

import asyncio
import contextlib
import http.client
import json
import secrets
import socket
import statistics
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
import psutil
import psycopg

from brain.kit.crypto import sm3
from brain.kit.node import Node
from brain.kit.postgres import Server
from brain.nodes import migrations
from brain.nodes.kinds import node_of
from brain.nodes.serving import serve_command
from brain.nodes.settings import DatabaseSettings, HttpSettings, LogSettings, NodeSettings, Settings
from brain.platform.data_warehouse import service as data_warehouse
from brain.platform.exchange import protocol
from brain.platform.exchange.messages.application import ApplicationForm, CredentialsAnswer
from brain.platform.exchange.scenes.catalogue import NAMES, scenes
from brain.platform.exchange.server.domain import sandbox_world
from brain.platform.exchange.server.domain.applications import STEPS
from brain.platform.exchange.server.queries import applications as queries
from brain.platform.exchange.server.service import applications, credentials
from brain.platform.exchange.signature import EMPTY_DIGEST, Signed

SCENE = scenes()["industry_monitoring"]
RECORDS = 20_000
FIELDS = (
    "chainCode",
    "indicatorCode",
    "indicatorName",
    "dimension",
    "regionCode",
    "period",
    "value",
    "unit",
    "yearOnYear",
    "warningLevel",
    "warningReason",
    "dataSource",
)
POSTS = 15
MEMORY_POSTS = 200
SMALL_BATCHES = 30
PAIRS = 150  # token and lookup, for each of the clients
CLIENTS = 8
CREDIT_CODE = "91370500706338219C"
FORM = {
    "organisationName": "压力测试单位",
    "organisationCreditCode": CREDIT_CODE,
    "systemName": "压力测试",
    "purposes": "测量交换接口的性能指标",
    "interfaceClasses": ["enterprise", "governance", "synergy", "distribution"],
    "scenes": list(NAMES),
    "sourceAddresses": [],
    "users": [],
    "expectedCallsPerDay": 10_000_000,
    "expectedBytesPerDay": 10**12,
    "contactRole": "测试岗",
    "contactPhone": "0531-0000000",
}


@dataclass(frozen=True)
class Client:
    port: int
    shown: CredentialsAnswer
    token: str = ""

    def headers(self, method: str, target: str, digest: str) -> dict[str, str]:
        signed = Signed(
            method=method,
            target=target,
            timestamp=round(time.time() * 1000),
            nonce=secrets.token_hex(16),
            digest=digest,
        )
        return {
            "Authorization": f"Bearer {self.token}",
            protocol.TIMESTAMP_HEADER: str(signed.timestamp),
            protocol.NONCE_HEADER: signed.nonce,
            protocol.DIGEST_HEADER: digest,
            protocol.SIGNATURE_HEADER: signed.sign(self.shown.sign_key),
            protocol.SCENE_HEADER: SCENE.name,
        }


def records(number: int) -> list[dict[str, Any]]:
    reason = "连续三个月高于五年均值，库存处于低位，需求恢复快于供给，关注下游与出口订单；" * 2
    return [
        {
            "chainCode": "TIRE",
            "indicatorCode": f"I{number}-{position}",
            "indicatorName": f"监测指标 {position}",
            "dimension": "market",
            "regionCode": f"37{position % 10_000:04d}",
            "period": "2026-03",
            "value": position * 1.25,
            "unit": "元/吨",
            "yearOnYear": 6.4,
            "warningLevel": "watch",
            "warningReason": reason,
            "dataSource": "大宗商品交易行情",
        }
        for position in range(number, number + RECORDS)
    ]


def body(batch: str, listed: list[dict[str, Any]]) -> bytes:
    head = {
        "batchId": batch,
        "partNumber": 1,
        "partCount": 1,
        "asOf": "2026-03-31T16:00:00+08:00",
        "source": "行业数据仓",
    }
    return msgspec.json.encode(head | {"records": listed})


def floor(dsn: str, content: bytes) -> float:
    """Seconds of typed decode and binary COPY in one thread, the best of five."""
    columns = ", ".join(
        f'"{name}" {"float8" if name in {"value", "yearOnYear"} else "text"}' for name in FIELDS
    )
    kinds = ["float8" if name in {"value", "yearOnYear"} else "text" for name in FIELDS]
    seconds = []
    with psycopg.connect(dsn) as connection:
        connection.execute(f"CREATE TABLE floor ({columns})")
        connection.commit()
        for _ in range(5):
            began = time.perf_counter()
            report: Any = SCENE.decoder.decode(content)
            with connection.cursor() as cursor, cursor.copy("COPY floor FROM STDIN (FORMAT BINARY)") as copy:
                copy.set_types(kinds)
                for record in report.records:
                    copy.write_row([getattr(record, name) for name in FIELDS])
            connection.commit()
            seconds.append(time.perf_counter() - began)
            connection.execute("TRUNCATE floor")
            connection.commit()
    return min(seconds)


async def open_client(node: Node) -> CredentialsAnswer:
    """An application taken through all its steps, without limits of frequency."""
    async with node.database.transaction() as session:
        enrolled = await applications.enrol(session, "压力测试单位", CREDIT_CODE, "benchmark")
        opened = await applications.apply(session, enrolled.code, msgspec.convert(FORM, ApplicationForm))
        row = await queries.by_number(session, opened.number, lock=True)
        for name in ("submissions", "approve", "test-requests", "pass", "promote"):
            await applications.take(session, row, name, applications.Actor(STEPS[name].side, "benchmark"), "")
        row.calls_per_minute = 1_000_000
    async with node.database.transaction() as session:
        row = await queries.by_number(session, opened.number, lock=True)
        shown = await credentials.collect(session, node, row, "production")
        for family, told in sandbox_world.records():
            await data_warehouse.upsert(session, family, told, sandbox_world.SOURCE)
    return shown


@contextlib.contextmanager
def centre(folder: Path) -> Iterator[tuple[Settings, CredentialsAnswer, psutil.Process]]:
    """A centre as it is run: PostgreSQL and a granian server of one worker."""
    with Server(folder / "postgres") as server:
        for name in ("centre", "sandbox"):
            server.create_database(name)
            migrations.upgrade(server.dsn(name))
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        settings = Settings(
            node=NodeSettings(kind="capability_centre", name="centre", title="能力中心", title_en="Centre"),
            folder=folder / "centre",
            database=DatabaseSettings(dsn=server.dsn("centre"), sandbox_dsn=server.dsn("sandbox")),
            http=HttpSettings(port=port),
            log=LogSettings(level="WARNING"),
        )
        shown = asyncio.run(prepared(settings))
        process = subprocess.Popen(
            serve_command(settings), env=settings.environment(), stderr=subprocess.DEVNULL
        )
        try:
            await_answer(port)
            yield settings, shown, psutil.Process(process.pid)
        finally:
            stop(process)


def stop(process: subprocess.Popen[bytes]) -> None:
    family = [*psutil.Process(process.pid).children(recursive=True), psutil.Process(process.pid)]
    for one in family:
        one.kill()
    process.wait()


async def prepared(settings: Settings) -> CredentialsAnswer:
    node = node_of(settings)
    try:
        return await open_client(node)
    finally:
        await node.close()


def await_answer(port: int) -> None:
    for _ in range(1200):
        with contextlib.suppress(OSError):
            connection = http.client.HTTPConnection("127.0.0.1", port)
            connection.request("GET", f"{protocol.BASE_PATH}/time")
            if connection.getresponse().status == 200:
                return
        time.sleep(0.1)
    raise SystemExit("the centre does not answer")


def sign_in(port: int, shown: CredentialsAnswer) -> Client:
    connection = http.client.HTTPConnection("127.0.0.1", port)
    form = f"grant_type=client_credentials&client_id={shown.client_id}&client_secret={shown.client_secret}"
    connection.request(
        "POST", protocol.TOKEN_PATH, form, {"Content-Type": "application/x-www-form-urlencoded"}
    )
    return Client(port, shown, json.loads(connection.getresponse().read())["access_token"])


TARGET = f"{protocol.BASE_PATH}/reports/{SCENE.slug}"


def post(connection: http.client.HTTPConnection, client: Client, content: bytes) -> float:
    """Seconds from the first byte sent to the answer 100; the signature is made before."""
    headers = client.headers("POST", TARGET, sm3(content)) | {"Content-Type": "application/json"}
    began = time.perf_counter()
    connection.request("POST", TARGET, content, headers)
    answer = json.loads(connection.getresponse().read())
    seconds = time.perf_counter() - began
    if answer["respCode"] != "100":
        raise SystemExit(answer)
    return seconds


def memory(process: psutil.Process) -> float:
    """MB of the server and its workers."""
    family = [process, *process.children(recursive=True)]
    return sum(one.memory_info().rss for one in family) / 1e6


def many(
    connection: http.client.HTTPConnection, client: Client, listed: list[dict[str, Any]], count: int
) -> float:
    began = time.perf_counter()
    for number in range(count):
        post(connection, client, body(f"small-{count}-{number}", listed))
    return time.perf_counter() - began


async def pairs(client: Client, code: str) -> list[float]:
    """Milliseconds of a token and one lookup with it, over one connection."""
    reader, writer = await asyncio.open_connection("127.0.0.1", client.port)
    form = (
        f"grant_type=client_credentials&client_id={client.shown.client_id}"
        f"&client_secret={client.shown.client_secret}"
    ).encode()
    asking = (
        f"POST {protocol.TOKEN_PATH} HTTP/1.1\r\nHost: centre\r\nContent-Length: {len(form)}\r\n"
        "Content-Type: application/x-www-form-urlencoded\r\n\r\n"
    ).encode() + form
    target = f"{protocol.BASE_PATH}/enterprises/basic?creditCode={code}"
    taken = []
    for _ in range(PAIRS):
        began = time.perf_counter()
        token = json.loads(await exchange(reader, writer, asking))["access_token"]
        headers = Client(client.port, client.shown, token).headers("GET", target, EMPTY_DIGEST)
        lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
        answer = await exchange(
            reader, writer, f"GET {target} HTTP/1.1\r\nHost: centre\r\n{lines}\r\n".encode()
        )
        taken.append((time.perf_counter() - began) * 1000)
        if json.loads(answer)["respCode"] != "100":
            raise SystemExit(answer)
    writer.close()
    return taken


async def exchange(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, content: bytes) -> bytes:
    writer.write(content)
    head = (await reader.readuntil(b"\r\n\r\n")).lower()
    length = int(head.partition(b"content-length:")[2].partition(b"\r\n")[0])
    return await reader.readexactly(length)


async def all_pairs(client: Client) -> list[float]:
    found = await asyncio.gather(*(pairs(client, sandbox_world.credit_code(n)) for n in range(CLIENTS)))
    return [taken for listed in found for taken in listed[5:]]


def measure() -> dict[str, float]:
    with tempfile.TemporaryDirectory(prefix="brain-bench-", ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o755)  # PostgreSQL runs as another user when we are root
        with centre(Path(folder)) as (settings, shown, process):
            client = sign_in(settings.http.port, shown)
            lookups = asyncio.run(all_pairs(client))
            connection = http.client.HTTPConnection("127.0.0.1", settings.http.port)
            listed = records(0)
            contents = [body(f"large-{number}", listed) for number in range(POSTS)]
            megabytes = len(contents[0]) / 1e6
            floor_seconds = floor(settings.database.dsn, contents[0])
            taken = [post(connection, client, content) for content in contents]
            few = many(connection, client, listed[:200], SMALL_BATCHES)
            tenfold = many(connection, client, listed[:200], SMALL_BATCHES * 10)
            before = memory(process)
            for number in range(MEMORY_POSTS):
                post(connection, client, body(f"memory-{number}", listed))
            growth = memory(process) - before
    seconds = statistics.median(taken)
    milliseconds = [round(one * 1000) for one in taken]
    print(f"body {megabytes:.2f} MB, floor {floor_seconds * 1000:.0f} ms, posts {milliseconds} ms")
    print(f"token and lookup: median {statistics.median(lookups):.1f} ms, {len(lookups)} pairs")
    return {
        "post_ratio_to_floor": round(floor_seconds / seconds, 3),
        "post_mb_per_s": round(megabytes / seconds, 1),
        "rss_growth_mb": round(growth, 1),
        "cost_ratio_10x": round(tenfold / few, 2),
        "token_lookup_p95_ms": round(statistics.quantiles(lookups, n=20)[18], 1),
    }


if __name__ == "__main__":
    print(json.dumps(measure()))
