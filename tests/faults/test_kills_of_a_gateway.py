"""kill -9 of the gateway and the brain's server while machines publish: nothing is lost, nothing doubled."""

import asyncio
import os
import signal
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import httpx
import pytest

from brain.kit.node import Node
from brain.kit.postgres import Server
from brain.nodes.kinds import node_of
from brain.nodes.plan import free_port
from brain.nodes.serving import gateway_command, serve_command
from brain.nodes.settings import Settings
from brain.platform.factory_link.brain.service import inviting, reading
from brain.platform.factory_link.gateway.domain.consents import Terms
from brain.platform.factory_link.gateway.models import LinkRow
from brain.platform.factory_link.gateway.service import consenting, enrolling
from brain.platform.factory_link.protocol.messages import Purpose
from brain.platform.shop_floor.adapters.drivers.mqtt import MqttDeviceSettings
from brain.platform.shop_floor.domain.points import Point
from brain.platform.shop_floor.domain.readings import ValueKind
from brain.platform.shop_floor.domain.registering import Plan
from brain.platform.shop_floor.service import points, sources
from tests.conftest import fresh_database, node_settings
from tests.link_sides import CREDIT_CODE, OWNER
from tests.platform.ingestion.servers import BROKER, mosquitto
from tests.platform.shop_floor.drivers.brokers import publisher

pytestmark = [
    pytest.mark.faults,
    pytest.mark.skipif(BROKER is None, reason="Mosquitto is not installed: make mosquitto"),
]

MACHINES, MESSAGES = 4, 600  # each machine says so many values, fifty a second
KILLS = 6
PATIENCE = 90.0  # seconds for everything to arrive after the last kill


class Process:
    """One that is started again as often as it is killed."""

    def __init__(self, command: list[str], settings: Settings, log: Path) -> None:
        self._command, self._environment, self._log = command, settings.environment(), log
        self._url = f"http://127.0.0.1:{settings.http.port}/health"
        self.start()

    def start(self) -> None:
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                self._command, env=self._environment, stdout=log, stderr=log, start_new_session=True
            )

    def await_ready(self) -> None:
        for _ in range(300):
            try:
                if httpx.get(self._url, trust_env=False).status_code < 500:
                    return
            except httpx.TransportError:
                time.sleep(0.1)
        raise AssertionError(self._log.read_text()[-2000:])

    def kill(self, number: int = signal.SIGKILL) -> None:
        os.killpg(self._process.pid, number)
        self._process.wait(20)


@contextmanager
def running(command: list[str], settings: Settings, log: Path) -> Iterator[Process]:
    process = Process(command, settings, log)
    try:
        process.await_ready()
        yield process
    finally:
        process.kill()


async def joined(brain: Node, gateway: Node, url: str) -> LinkRow:
    async with brain.database.transaction() as session:
        code = (await inviting.invite(session, CREDIT_CODE, "示例轮胎一厂", "operator")).code
    async with gateway.database.transaction() as session:
        link = await enrolling.enrol(session, gateway, url, code, "engineer")
    async with brain.database.transaction() as session:
        await inviting.confirm(session, link.id, link.check_number, "reviewer")
    async with gateway.database.transaction() as session:
        return await enrolling.confirm(session, "owner")


async def collecting(gateway: Node, broker: int) -> list[int]:
    told = MqttDeviceSettings(
        kind="mqtt", host="127.0.0.1", port=broker, tls=False, client_id="g", time="/ts", time_unit="ms"
    )
    plans = [
        Plan(
            point=Point(number=0, code=f"m{machine}", title=f"m{machine}", kind=ValueKind.INTEGER),
            address={"topic": f"plant/{machine}", "pointer": "/v"},
        )
        for machine in range(MACHINES)
    ]
    async with gateway.database.transaction() as session:
        source = await sources.add(session, gateway, "车间", told, None, "engineer")
        added, _ = await points.add(session, source.id, plans, "engineer")
        numbers = [each.number for each in added]
        await consenting.give(session, Terms(purpose="monitoring", kind="raw"), numbers, "", OWNER)
    return numbers


def publish(port: int, begin: int) -> None:
    with publisher(port) as machine:
        for number in range(MESSAGES):
            for each in range(MACHINES):
                told = f'{{"ts": {begin + number * 20}, "v": {number * MACHINES + each}}}'
                machine.client.publish(f"plant/{each}", told, 1)
            time.sleep(0.02)
        machine.client.publish("done", "1", 1).wait_for_publish(30)


async def arrived(
    brain: Node, link: LinkRow, numbers: list[int], begin: datetime
) -> list[tuple[int, object]]:
    wanted = reading.Wanted(link.id, Purpose.MONITORING, "test", "count", numbers)
    async with brain.database.transaction() as session:
        found = await reading.readings(
            session, wanted, begin, begin + timedelta(hours=1), limit=10 * MACHINES * MESSAGES
        )
    return [(each.point, each.value) for each in found if each.value is not None]


async def awaited(
    brain: Node, link: LinkRow, expected: set[tuple[int, int]], begin: int
) -> list[tuple[int, object]]:
    """What has arrived once all that is expected has, or patience ended. `begin` in ms."""
    numbers = sorted({point for point, _ in expected})
    found: list[tuple[int, object]] = []
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and set(found) != expected:
        await asyncio.sleep(1)
        found = await arrived(brain, link, numbers, datetime.fromtimestamp(begin / 1000, UTC))
    return found


def said(numbers: list[int]) -> set[tuple[int, int]]:
    """All that the machines say."""
    return {
        (point, number * MACHINES + each) for number in range(MESSAGES) for each, point in enumerate(numbers)
    }


@pytest.mark.timeout(300)
async def test_every_value_arrives_once_whatever_is_killed(postgres: Server, tmp_path: Path) -> None:
    random = Random(7)
    with fresh_database(postgres) as brain_dsn, fresh_database(postgres) as gateway_dsn:
        brain_told = node_settings("industry_brain", brain_dsn, tmp_path / "brain")
        gateway_told = node_settings("factory_gateway", gateway_dsn, tmp_path / "gateway")
        brain_told.http.port, gateway_told.http.port = free_port(), free_port()
        gateway_told.node.organisation_code = CREDIT_CODE
        brain, gateway = node_of(brain_told), node_of(gateway_told)
        with (
            mosquitto(tmp_path) as broker,
            running(serve_command(brain_told), brain_told, tmp_path / "brain.log") as brain_process,
        ):
            link = await joined(brain, gateway, f"http://127.0.0.1:{brain_told.http.port}")
            numbers = await collecting(gateway, broker)
            with running(gateway_command(), gateway_told, tmp_path / "gateway.log") as gateway_process:
                await asyncio.sleep(4)  # until it has subscribed: before that nobody keeps messages for it
                begin = int(time.time()) * 1000  # ms; the time of the first value
                machines = threading.Thread(target=publish, args=(broker, begin))
                machines.start()
                for number in range(KILLS):
                    await asyncio.sleep(random.uniform(1.0, 2.5))
                    victim = brain_process if number % 3 == 2 else gateway_process
                    victim.kill()
                    victim.start()
                    await asyncio.to_thread(victim.await_ready)
                await asyncio.to_thread(machines.join)
                expected = said(numbers)
                found = await awaited(brain, link, expected, begin)
                assert expected - set(found) == set(), "lost"
                assert len(found) == len(expected), "doubled"
        await brain.close()
        await gateway.close()
