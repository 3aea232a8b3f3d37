"""The cable, the broker, the database and the disk of a gateway fail: nothing is lost beyond what a broker
itself forgot, nothing is doubled, and it goes on by itself."""

import asyncio
import os
import signal
import subprocess
import threading
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from brain.kit.postgres import Server
from brain.nodes import migrations
from brain.nodes.kinds import node_of
from brain.nodes.plan import free_port
from brain.nodes.serving import gateway_command, serve_command
from tests.conftest import fresh_database, node_settings
from tests.faults.test_kills_of_a_gateway import (
    MACHINES,
    MESSAGES,
    awaited,
    collecting,
    joined,
    publish,
    running,
    said,
)
from tests.link_sides import CREDIT_CODE
from tests.platform.ingestion.servers import BROKER, mosquitto

pytestmark = [
    pytest.mark.faults,
    pytest.mark.skipif(BROKER is None, reason="Mosquitto is not installed: make mosquitto"),
]

FORGOTTEN = 1_000  # ms before its death of which a broker may forget what it had confirmed
DISK = 320 << 20  # bytes of the small disk


@dataclass
class Cable:
    """Between gateway and brain. While not `through`, what is sent into it waits, as on a dead line."""

    target: int
    through: asyncio.Event = field(default_factory=asyncio.Event)
    ends: set[asyncio.StreamWriter] = field(default_factory=set)

    async def carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError):
            far_reader, far_writer = await asyncio.open_connection("127.0.0.1", self.target)
            self.ends |= {writer, far_writer}
            await asyncio.gather(self._pump(reader, far_writer), self._pump(far_reader, writer))
        writer.close()

    async def _pump(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError):
            while told := await reader.read(65_536):
                await self.through.wait()
                writer.write(told)
                await writer.drain()
        writer.close()

    def cut(self) -> None:
        for end in self.ends:
            end.transport.abort()
        self.ends.clear()


@asynccontextmanager
async def cable(target: int) -> AsyncIterator[tuple[Cable, int]]:
    laid = Cable(target)
    laid.through.set()
    server = await asyncio.start_server(laid.carry, "127.0.0.1", 0)
    try:
        yield laid, server.sockets[0].getsockname()[1]
    finally:
        server.close()
        laid.cut()


@contextmanager
def mended(server: Server) -> Iterator[Server]:
    """A database server that is started again when it dies, as the launcher does."""
    stop = threading.Event()

    def watch() -> None:
        while not stop.wait(0.5):
            with suppress(Exception):
                server.start()

    server.start()
    watching = threading.Thread(target=watch)
    watching.start()
    try:
        yield server
    finally:
        stop.set()
        watching.join()
        server.stop()


def kill_postmaster(server: Server) -> None:
    lines = (server.folder / "data" / "postmaster.pid").read_text().splitlines()
    os.kill(int(lines[0]), signal.SIGKILL)


class Broker:
    """Mosquitto that can be killed and goes on with what it saved."""

    def __init__(self, folder: Path) -> None:
        self.port = free_port()
        self._config = folder / "broker.conf"
        self._config.write_text(
            f"listener {self.port} 127.0.0.1\nallow_anonymous true\nuser root\nmax_queued_messages 0\n"
            "persistence true\n"
            f"persistence_location {folder}/\nautosave_on_changes true\nautosave_interval 1\n"
        )
        self.start()

    def start(self) -> None:
        assert BROKER is not None
        self._process = subprocess.Popen(
            [BROKER, "-c", str(self._config)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )

    def kill(self) -> int:
        """When, in ms."""
        self._process.kill()
        self._process.wait()
        return int(time.time() * 1000)


@pytest.mark.timeout(300)
async def test_whatever_else_breaks_every_value_arrives_once(postgres: Server, tmp_path: Path) -> None:
    broker = Broker(tmp_path)
    own = Server(tmp_path / "postgres")
    with fresh_database(postgres) as brain_dsn, mended(own):
        own.create_database("gateway")
        migrations.upgrade(own.dsn("gateway"))
        brain_told = node_settings("industry_brain", brain_dsn, tmp_path / "brain")
        gateway_told = node_settings("factory_gateway", own.dsn("gateway"), tmp_path / "gateway")
        brain_told.http.port, gateway_told.http.port = free_port(), free_port()
        gateway_told.node.organisation_code = CREDIT_CODE
        brain, gateway = node_of(brain_told), node_of(gateway_told)
        with running(serve_command(brain_told), brain_told, tmp_path / "brain.log"):
            async with cable(brain_told.http.port) as (line, port):
                link = await joined(brain, gateway, f"http://127.0.0.1:{port}")
                numbers = await collecting(gateway, broker.port)
                with running(gateway_command(), gateway_told, tmp_path / "gateway.log"):
                    await asyncio.sleep(4)  # until it has subscribed
                    begin = int(time.time()) * 1000
                    machines = threading.Thread(target=publish, args=(broker.port, begin))
                    machines.start()
                    await asyncio.sleep(2)
                    line.through.clear()
                    await asyncio.sleep(3)
                    line.through.set()
                    await asyncio.sleep(1)
                    line.cut()
                    await asyncio.to_thread(kill_postmaster, own)
                    await asyncio.sleep(3)
                    died = broker.kill()
                    await asyncio.sleep(1)
                    broker.start()
                    await asyncio.to_thread(machines.join)
                    expected = {
                        (point, number * MACHINES + each): begin + number * 20
                        for number in range(MESSAGES)
                        for each, point in enumerate(numbers)
                    }
                    found = await awaited(brain, link, set(expected), begin)
                    lost = {each: at for each, at in expected.items() if each not in set(found)}
                    assert not {each for each, at in lost.items() if not died - FORGOTTEN < at <= died}
                    assert len(found) == len(set(found)), "doubled"
        await brain.close()
        await gateway.close()
    broker.kill()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={DISK},mode=755", "tmpfs", str(folder)]
    if subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("不能挂载 tmpfs（须 root），没有会满的磁盘")
    yield folder
    subprocess.run(["umount", "--lazy", folder], check=True)


def fill(disk: Path) -> None:
    """To the last byte, and again what is freed meanwhile."""
    with (disk / "filler").open("ab", buffering=0) as filler, suppress(OSError):
        while True:
            filler.write(bytes(65_536))


@pytest.mark.timeout(300)
async def test_on_a_full_disk_values_wait_and_arrive_once_there_is_room(
    postgres: Server, tmp_path: Path, small_disk: Path
) -> None:
    with fresh_database(postgres) as brain_dsn, mended(Server(small_disk / "postgres")) as own:
        own.create_database("gateway")
        migrations.upgrade(own.dsn("gateway"))
        brain_told = node_settings("industry_brain", brain_dsn, tmp_path / "brain")
        gateway_told = node_settings("factory_gateway", own.dsn("gateway"), tmp_path / "gateway")
        brain_told.http.port, gateway_told.http.port = free_port(), free_port()
        gateway_told.node.organisation_code = CREDIT_CODE
        brain, gateway = node_of(brain_told), node_of(gateway_told)
        with (
            mosquitto(tmp_path) as broker,
            running(serve_command(brain_told), brain_told, tmp_path / "brain.log"),
        ):
            link = await joined(brain, gateway, f"http://127.0.0.1:{brain_told.http.port}")
            numbers = await collecting(gateway, broker)
            with running(gateway_command(), gateway_told, tmp_path / "gateway.log"):
                await asyncio.sleep(4)
                begin = int(time.time()) * 1000
                machines = threading.Thread(target=publish, args=(broker, begin))
                machines.start()
                await asyncio.sleep(2)
                for _ in range(4):
                    await asyncio.to_thread(fill, small_disk)
                    await asyncio.sleep(1.5)
                (small_disk / "filler").unlink()
                await asyncio.to_thread(machines.join)
                expected = said(numbers)
                found = await awaited(brain, link, expected, begin)
                assert expected - set(found) == set(), "lost"
                assert len(found) == len(expected), "doubled"
                assert "DiskFull" in (tmp_path / "gateway.log").read_text(), "the disk was never full"
        await brain.close()
        await gateway.close()
