"""From machines to the brain's warehouse: rate, loss, age, the drain of an outage, memory, bytes.

Real processes: Mosquitto; a publisher of device messages; an OPC UA server, from which a tenth of the changes
come; a gateway (web server, worker, its PostgreSQL); a brain (web server, its PostgreSQL). Beside it values
published as one JSON message each, as ThingsBoard's MQTT device API takes them, through the same broker.

    python benchmarks/factory_link.py [seconds of the live part, 600] [hours of the outage, 24]
"""

import asyncio
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import numpy as np
import psutil
from sqlalchemy import func, select, text

from brain.kit.node import Node
from brain.kit.node_kind import NodeKind
from brain.kit.postgres import Server
from brain.nodes import migrations
from brain.nodes.kinds import node_of
from brain.nodes.plan import free_port
from brain.nodes.serving import FEW_ARENAS, gateway_command, serve_command
from brain.nodes.settings import DatabaseSettings, HttpSettings, LogSettings, NodeSettings, Settings
from brain.platform.data_sets import service as data_sets
from brain.platform.factory_link.brain.models import ReceivedRow
from brain.platform.factory_link.brain.service import inviting, landing
from brain.platform.factory_link.gateway.domain.consents import Terms
from brain.platform.factory_link.gateway.models import ConsentRow
from brain.platform.factory_link.gateway.service import consenting, enrolling
from brain.platform.factory_link.protocol import batches
from brain.platform.identity.contract import Caller
from brain.platform.shop_floor.adapters.drivers.mqtt import MqttDeviceSettings
from brain.platform.shop_floor.adapters.drivers.opc_ua_channel import OpcUaSettings
from brain.platform.shop_floor.domain.points import Point
from brain.platform.shop_floor.domain.readings import Quality, ValueKind
from brain.platform.shop_floor.domain.registering import Plan
from brain.platform.shop_floor.queries import blocks, sources
from brain.platform.shop_floor.service import points
from brain.platform.shop_floor.service import sources as source_service
from brain.platform.shop_floor.service.recording import Recorder, SourceSink
from brain.platform.shop_floor.service.writing import write_once

HERE = "127.0.0.1"
CREDIT_CODE = "91370523MA3C0E2T1U"
DEVICES, TAGS, RATE = 18, 100, 10  # each device publishes all its tags ten times a second: 18,000 changes
OPC_UA_TAGS = 200  # ten times a second too: 20,000 with these
OUTAGE_TAGS = 500  # at 1 Hz
OUTAGE_FLUSH = 250  # values of a block: half a second of them
OWNER = Caller(
    account_id=1, username="owner", name="厂长", organisation_id=None, organisation_name=None,
    organisation_code=None, roles=frozenset(), scopes=frozenset(), must_change_password=False,
)  # fmt: skip

PUBLISHER = """
import random, sys, time
from paho.mqtt.client import Client
from paho.mqtt.enums import CallbackAPIVersion
port, devices, tags, rate, seconds = map(int, sys.argv[1:])
client = Client(CallbackAPIVersion.VERSION2)
client.max_inflight_messages_set(4000)
client.max_queued_messages_set(0)
client.connect("127.0.0.1", port)
client.loop_start()
names = [f'"t{tag}":' for tag in range(tags)]
random.seed(1)
level = [[random.uniform(20, 200) for _ in range(tags)] for _ in range(devices)]
steps = [random.choice((-1, 1)) * random.randint(1, 15) / 100 for _ in range(9973)]
begin, drawn = time.time(), 0
for number in range(seconds * devices * rate):
    due = begin + number / devices / rate
    if (pause := due - time.time()) > 0:
        time.sleep(pause)
    walk = level[number % devices]
    for tag in range(tags):
        drawn += 1
        walk[tag] += steps[drawn * 7919 % 9973]
    fields = ",".join(f"{name}{value:.2f}" for name, value in zip(names, walk))
    last = client.publish(f"plant/{number % devices}", f'{{"ts":{time.time() * 1000:.3f},{fields}}}', 1)
last.wait_for_publish()
print(time.time() - begin)
client.disconnect()
"""

OPC_UA_SERVER = """
import asyncio, random, sys, time
from datetime import UTC, datetime
from asyncua import Server, ua
port, tags, rate, seconds = map(int, sys.argv[1:])

async def main():
    server = Server()
    await server.init()
    server.set_endpoint(f"opc.tcp://127.0.0.1:{port}/")
    server.set_security_policy([ua.SecurityPolicyType.NoSecurity])
    random.seed(2)
    level = [random.uniform(20, 200) for _ in range(tags)]
    folder = server.nodes.objects
    nodes = [await folder.add_variable(ua.NodeId(f"t{tag}", 2), f"t{tag}", level[tag]) for tag in range(tags)]
    async with server:
        print("ready", flush=True)
        await asyncio.to_thread(sys.stdin.readline)
        begin = time.time()
        for number in range(seconds * rate):
            if (pause := begin + number / rate - time.time()) > 0:
                await asyncio.sleep(pause)
            at = datetime.now(UTC).replace(tzinfo=None)
            for tag in range(tags):
                level[tag] += random.choice((-1, 1)) * random.randint(1, 15) / 100
                value = ua.Variant(round(level[tag], 2), ua.VariantType.Double)
                await server.write_attribute_value(nodes[tag].nodeid, ua.DataValue(value, SourceTimestamp=at))
        print(time.time() - begin, flush=True)
        await asyncio.to_thread(sys.stdin.readline)

asyncio.run(main())
"""

ONE_BY_ONE = """
import sys, time, json
from paho.mqtt.client import Client
from paho.mqtt.enums import CallbackAPIVersion
port, values = map(int, sys.argv[1:])
client = Client(CallbackAPIVersion.VERSION2)
client.max_inflight_messages_set(4000)
client.max_queued_messages_set(0)
client.connect("127.0.0.1", port)
client.loop_start()
size, began, cpu = 0, time.perf_counter(), time.process_time()
for number in range(values):
    value = round(100 + (number % 9973) / 100, 2)
    payload = json.dumps({"ts": int(time.time() * 1000), "values": {f"t{number % 200}": value}})
    last = client.publish("v1/devices/me/telemetry", payload, 1)
    size += 2 + 2 + 23 + 2 + len(payload) + 4  # header, topic with its length, packet number, payload; answer
    if number % 2000 == 1999:
        last.wait_for_publish()
last.wait_for_publish()
print(json.dumps([time.perf_counter() - began, time.process_time() - cpu, size]))
client.disconnect()
"""


@contextmanager
def process(
    command: list[str], environment: dict[str, str] | None = None, log: Path | None = None
) -> Iterator[int]:
    """The number of a process, stopped at the end."""
    out = log.open("ab") if log else subprocess.DEVNULL
    started = subprocess.Popen(command, env=environment, stdout=out, stderr=out, start_new_session=True)
    try:
        yield started.pid
    finally:
        os.killpg(started.pid, signal.SIGTERM)
        try:
            started.wait(20)
        except subprocess.TimeoutExpired:
            os.killpg(started.pid, signal.SIGKILL)


@dataclass
class Bench:
    folder: Path
    brain: Node
    gateway: Node
    brain_url: str
    broker_port: int
    gateway_settings: Settings
    gateway_postgres: Server

    @contextmanager
    def running(self) -> Iterator[int]:
        """The gateway's one process."""
        command, told = gateway_command(), self.gateway_settings
        environment = told.environment() | FEW_ARENAS
        with process(command, environment, self.folder / "gateway.log") as pid:
            wait_for(f"http://{HERE}:{told.http.port}/health")
            yield pid


def settings(kind: NodeKind, folder: Path, server: Server) -> Settings:
    return Settings(
        node=NodeSettings(kind=kind, name=kind, title=kind, title_en=kind, organisation_code=CREDIT_CODE),
        folder=folder / kind,
        database=DatabaseSettings(dsn=server.dsn(kind), pool_size=4),
        http=HttpSettings(port=free_port()),
        log=LogSettings(level="WARNING"),
    )


@contextmanager
def bench(folder: Path) -> Iterator[Bench]:
    with ExitStack() as stack:
        servers, made = {}, {}
        for kind, tuned in (
            ("industry_brain", {"track_commit_timestamp": "on"}),
            ("factory_gateway", GATEWAY_POSTGRES),
        ):
            servers[kind] = server = stack.enter_context(Server(folder / f"{kind}-pg", settings=tuned))
            server.create_database(kind)
            made[kind] = settings(kind, folder, server)  # type: ignore[arg-type]
            migrations.upgrade(made[kind].database.dsn)
        told = made["industry_brain"]
        stack.enter_context(process(serve_command(told), told.environment(), folder / "brain.log"))
        broker_port = free_port()
        config = folder / "mosquitto.conf"
        config.write_text(
            f"listener {broker_port} {HERE}\nallow_anonymous true\nmax_queued_messages 0\n"
            "max_inflight_messages 0\nuser root\n"
        )
        program = shutil.which("mosquitto") or "/usr/sbin/mosquitto"
        stack.enter_context(process([program, "-c", str(config)]))
        url = f"http://{HERE}:{made['industry_brain'].http.port}"
        wait_for(url + "/health")
        yield Bench(
            folder,
            node_of(made["industry_brain"]),
            node_of(made["factory_gateway"]),
            url,
            broker_port,
            made["factory_gateway"],
            servers["factory_gateway"],
        )


GATEWAY_POSTGRES = {
    "shared_buffers": "32MB",
    "effective_cache_size": "256MB",
    "maintenance_work_mem": "32MB",
    "max_wal_size": "512MB",
    "max_connections": "40",
}


def wait_for(url: str) -> None:
    for _ in range(300):
        try:
            if httpx.get(url, trust_env=False).status_code == 200:
                return
        except httpx.TransportError:
            pass
        time.sleep(0.2)
    raise RuntimeError(url)


async def join(found: Bench) -> None:
    async with found.brain.database.transaction() as session:
        invitation = await inviting.invite(session, CREDIT_CODE, "测量", "operator")
    async with found.gateway.database.transaction() as session:
        link = await enrolling.enrol(session, found.gateway, found.brain_url, invitation.code, "engineer")
    async with found.brain.database.transaction() as session:
        await inviting.confirm(session, link.id, link.check_number, "reviewer")
    async with found.gateway.database.transaction() as session:
        await enrolling.confirm(session, "owner")


async def add_points(found: Bench, name: str, devices: int, tags: int, *, enabled: bool) -> list[int]:
    told = MqttDeviceSettings(
        kind="mqtt", host=HERE, port=found.broker_port, tls=False, client_id=name, time="/ts", time_unit="ms"
    )
    plans = [
        Plan(
            point=Point(number=0, code=f"{name}.{device}.t{tag}", title=f"t{tag}", kind=ValueKind.NUMBER),
            address={"topic": f"plant/{device}", "pointer": f"/t{tag}"},
        )
        for device in range(devices)
        for tag in range(tags)
    ]
    return await register(found, name, told, plans, enabled=enabled)


async def add_opc_ua_points(found: Bench, port: int) -> None:
    told = OpcUaSettings(kind="opc_ua", endpoint=f"opc.tcp://{HERE}:{port}/")
    plans = [
        Plan(
            point=Point(
                number=0, code=f"opc.t{tag}", title=f"t{tag}", kind=ValueKind.NUMBER, sampling=1 / RATE
            ),
            address={"node": f"ns=2;s=t{tag}"},
        )
        for tag in range(OPC_UA_TAGS)
    ]
    await register(found, "opc", told, plans, enabled=True)


async def register(
    found: Bench, name: str, told: MqttDeviceSettings | OpcUaSettings, plans: list[Plan], *, enabled: bool
) -> list[int]:
    numbers = []
    async with found.gateway.database.transaction() as session:
        row = await source_service.add(session, found.gateway, name, told, None, "engineer")
        row.enabled = enabled
        for begin in range(0, len(plans), 5_000):
            added, _ = await points.add(session, row.id, plans[begin : begin + 5_000], "engineer")
            numbers += [each.number for each in added]
        await consenting.give(session, Terms(purpose="monitoring", kind="raw"), numbers, "", OWNER)
    return numbers


async def received(found: Bench, wanted: list[int] | None = None) -> dict[str, Any]:
    """Values (of the wanted points), those that differ, and their ages when their batches were committed."""
    async with found.brain.database.transaction() as session:
        rows = await session.execute(
            select(ReceivedRow.data, text("pg_xact_commit_timestamp(factory_link_received.xmin)")).order_by(
                ReceivedRow.last
            )
        )
        ages, keys, size = [], [], 0
        for data, committed in rows:
            size += len(data)
            at = int(committed.timestamp() * 1e6)
            for _, block in batches.read(data)[1]:
                part = block.numbers
                if wanted is not None:
                    part = part.taken(np.isin(part.point, wanted))
                good = part.quality == int(Quality.GOOD)
                ages.append((at - part.at[good]) / 1e6)
                keys.append(part.point[good].astype(np.int64) << 40 ^ (part.at[good] // 1000) & (2**40 - 1))
    age, key = np.concatenate(ages), np.concatenate(keys)
    return {
        "values": len(age), "distinct": len(np.unique(key)), "size": size,
        "p50": float(np.percentile(age, 50)), "p95": float(np.percentile(age, 95)), "max": float(age.max()),
    }  # fmt: skip


def tree(pid: int) -> list[psutil.Process]:
    parent = psutil.Process(pid)
    return [parent, *parent.children(recursive=True)]


def gateway_processes(found: Bench, worker: int) -> list[psutil.Process]:
    """The process and its PostgreSQL: the whole gateway."""
    pid = int((found.gateway_postgres.folder / "data" / "postmaster.pid").read_text().split()[0])
    return [*tree(worker), *tree(pid)]


def memory(processes: list[psutil.Process]) -> float:
    """MB, shared pages counted once (PSS)."""
    total = 0
    for each in processes:
        try:
            total += each.memory_full_info().pss
        except psutil.Error:
            continue
    return total / 1e6


def cpu(processes: list[psutil.Process]) -> float:
    """Seconds so far."""
    total = 0.0
    for each in processes:
        try:
            times = each.cpu_times()
            total += times.user + times.system
        except psutil.Error:
            continue
    return total


@contextmanager
def machine(port: int, seconds: int) -> Iterator[subprocess.Popen[bytes]]:
    """The OPC UA server: it begins to change its values when it is told a line."""
    told = [str(port), str(OPC_UA_TAGS), str(RATE), str(seconds)]
    command = [sys.executable, "-W", "ignore", "-c", OPC_UA_SERVER, *told]
    server = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    try:
        server.stdout.readline()  # type: ignore[union-attr]
        yield server
    finally:
        server.kill()
        server.wait()


def changes(seconds: int) -> int:
    """All of the live part; an OPC UA server also tells what its variables are when subscribed to."""
    return seconds * (DEVICES * TAGS + OPC_UA_TAGS) * RATE + OPC_UA_TAGS


async def live(found: Bench, seconds: int) -> dict[str, float]:
    await add_points(found, "live", DEVICES, TAGS, enabled=True)
    port = free_port()
    await add_opc_ua_points(found, port)
    with machine(port, seconds) as server, found.running() as worker:
        await asyncio.sleep(8)
        before, highest = cpu(gateway_processes(found, worker)), 0.0
        told = [str(found.broker_port), str(DEVICES), str(TAGS), str(RATE), str(seconds)]
        publisher = subprocess.Popen([sys.executable, "-c", PUBLISHER, *told], stdout=subprocess.PIPE)
        server.stdin.write(b"go\n")  # type: ignore[union-attr]
        server.stdin.flush()  # type: ignore[union-attr]
        while publisher.poll() is None:
            highest = max(highest, memory(gateway_processes(found, worker)))
            await asyncio.sleep(5)
        took = float(publisher.stdout.read())  # type: ignore[union-attr]
        opc_ua_took = float(server.stdout.readline())  # type: ignore[union-attr]
        await asyncio.sleep(6)
        spent = cpu(gateway_processes(found, worker)) - before
        by_opc_ua = seconds * OPC_UA_TAGS * RATE
        sent = changes(seconds)
        arrived = await received(found)
        async with found.gateway.database.transaction() as session:
            stored = await blocks.total_size(session)
    return {
        "tags_per_s": round((sent - by_opc_ua) / took + by_opc_ua / opc_ua_took),
        "of_which_opc_ua_per_s": round(by_opc_ua / opc_ua_took),
        "lost": sent - arrived["distinct"],
        "doubled": arrived["values"] - arrived["distinct"],
        "age_p50_s": round(arrived["p50"], 2),
        "age_p95_s": round(arrived["p95"], 2),
        "age_max_s": round(arrived["max"], 2),
        "gateway_rss_mb": round(highest),
        "gateway_cpu_s_per_million": round(spent / sent * 1e6, 1),
        "gateway_disk_mb_per_million": round(stored / sent, 2),
        "link_bytes_per_value": round(arrived["size"] / max(arrived["values"], 1), 2),
    }


async def landed(found: Bench, sent: int) -> dict[str, float]:
    """What came, taken into the warehouse as the brain's job does every quarter of an hour."""
    async with found.gateway.database.transaction() as session:
        link = await enrolling.standing(session)
    assert link is not None
    found.brain.provided |= data_sets.provided(None, found.folder / "lake")
    began = time.perf_counter()
    taken = await landing.land(found.brain, link.id)
    seconds = time.perf_counter() - began
    return {"landing_values_per_s": round(taken / seconds), "landing_lost": sent - taken}


async def cut_off(found: Bench, hours: float) -> tuple[Recorder, SourceSink]:
    """The machines of the live part are off, so that the marks of their silence are not counted here."""
    async with found.gateway.database.transaction() as session:
        rows = [row for row, *_ in await source_service.all_of(session)]
        for row in rows:
            row.enabled = False
        for consent in (await session.scalars(select(ConsentRow))).all():
            consent.given_at -= timedelta(hours=hours + 1)  # before the outage
        held = [sources.point_of(each) for each in await sources.points_of(session, rows[-1].id)]
    recorder = Recorder()
    return recorder, recorder.sink(rows[-1].id, held)


async def outage(found: Bench, hours: float) -> dict[str, float]:
    """The gateway collected while the brain could not be reached; time is run through as fast as it goes."""
    numbers = await add_points(found, "outage", 1, OUTAGE_TAGS, enabled=False)
    recorder, sink = await cut_off(found, hours)
    seconds = int(hours * 3600)
    begin = (int(time.time()) - seconds) * 1_000_000
    random = np.random.default_rng(1)
    level = random.uniform(20, 200, OUTAGE_TAGS)
    filled = time.perf_counter()
    for second in range(seconds):
        level += random.choice((-1, 1), OUTAGE_TAGS) * random.integers(1, 16, OUTAGE_TAGS) / 100
        values = np.round(level, 2).tolist()
        for half in (numbers[:OUTAGE_FLUSH], numbers[OUTAGE_FLUSH:]):
            offset = 0 if half[0] == numbers[0] else OUTAGE_FLUSH
            for place, number in enumerate(half):
                at = begin + second * 1_000_000 + second % 7
                sink.put(number, at, values[place + offset], Quality.GOOD)
            await recorder.seal()
        if second % 50 == 49:
            await write_once(found.gateway, recorder, [])
    await write_once(found.gateway, recorder, [])
    filled = time.perf_counter() - filled
    async with found.brain.database.transaction() as session:
        had = await session.scalar(select(func.coalesce(func.sum(ReceivedRow.points), 0))) or 0
    kept = sink.tally.kept
    with found.running():
        began = time.perf_counter()
        while True:
            await asyncio.sleep(1)
            async with found.brain.database.transaction() as session:
                has = await session.scalar(select(func.coalesce(func.sum(ReceivedRow.points), 0))) or 0
            if has - had >= kept or time.perf_counter() - began > 3600:
                break
        minutes = (time.perf_counter() - began) / 60
        await asyncio.sleep(3)  # nothing may follow
    arrived = await received(found, numbers)
    return {
        "outage_values": kept,
        "outage_lost": kept - arrived["distinct"],
        "outage_doubled": arrived["values"] - arrived["distinct"],
        "outage_filled_s": round(filled),
        "drain_24h_minutes": round(minutes * 24 / hours, 2),
        "drain_values_per_s": round(kept / minutes / 60),
    }


def one_by_one(port: int, values: int) -> dict[str, float]:
    told = subprocess.run(
        [sys.executable, "-c", ONE_BY_ONE, str(port), str(values)], capture_output=True, check=True
    )
    seconds, spent, size = json.loads(told.stdout)
    return {
        "json_per_message_values_per_s": round(values / seconds),
        "json_per_message_cpu_s_per_million": round(spent / values * 1e6, 1),
        "json_bytes_per_value": round(size / values, 1),
    }


async def measure(folder: Path, seconds: int, hours: float) -> dict[str, float]:
    with bench(folder) as found:
        await join(found)
        figures = await live(found, seconds)
        figures |= await landed(found, changes(seconds))
        print(figures, file=sys.stderr, flush=True)
        figures |= one_by_one(found.broker_port, 100_000)
        figures["bytes_ratio_to_json_per_message"] = round(
            figures["link_bytes_per_value"] / figures["json_bytes_per_value"], 3
        )
        if hours:
            figures |= await outage(found, hours)
        await found.brain.close()
        await found.gateway.close()
    return figures


def main() -> None:
    seconds = int(sys.argv[1]) if len(sys.argv) > 1 else 600
    hours = float(sys.argv[2]) if len(sys.argv) > 2 else 24.0
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        print(json.dumps(asyncio.run(measure(Path(folder), seconds, hours))))


if __name__ == "__main__":
    main()
