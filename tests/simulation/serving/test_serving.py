"""The simulated plant's own process, read by the drivers that read real machines."""

import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from brain.nodes.demonstration.factories import address_of
from brain.nodes.plan import free_port, port_in_use
from brain.platform.shop_floor.adapters.drivers.driver import Wanted
from brain.platform.shop_floor.adapters.drivers.modbus import ModbusDriver
from brain.platform.shop_floor.adapters.drivers.modbus_line import ModbusTcpSettings
from brain.platform.shop_floor.adapters.drivers.modbus_registers import ModbusAddress
from brain.platform.shop_floor.adapters.drivers.mqtt import MqttAddress, MqttDeviceSettings, MqttDriver
from brain.platform.shop_floor.adapters.drivers.opc_ua import OpcUaDriver
from brain.platform.shop_floor.adapters.drivers.opc_ua_channel import OpcUaSettings
from brain.platform.shop_floor.adapters.drivers.opc_ua_nodes import OpcUaAddress
from brain.platform.shop_floor.domain.readings import ValueKind
from brain.simulation.__main__ import begun
from brain.simulation.serving.offer import ModbusPlace, MqttPlace, OpcUaPlace, offers
from tests.platform.shop_floor.drivers.hearing import Hearing, collecting, until


@dataclass
class Ports:
    opc_ua: int
    mqtt: int
    modbus: int


@pytest.fixture(scope="module")
def plant() -> Iterator[Ports]:
    ports = Ports(free_port(), free_port(), free_port())
    options = ["--layout", "passenger", "--opc-ua", str(ports.opc_ua), "--mqtt", str(ports.mqtt)]
    options += ["--modbus", str(ports.modbus)]
    process = subprocess.Popen([sys.executable, "-W", "ignore", "-m", "brain.simulation", *options])
    began = time.monotonic()
    while not port_in_use("127.0.0.1", ports.modbus):
        assert process.poll() is None
        assert time.monotonic() - began < 60
        time.sleep(0.1)
    yield ports
    process.terminate()
    assert process.wait(10) == 0


async def test_presses_are_read_by_opc_ua(plant: Ports) -> None:
    driver = OpcUaDriver(OpcUaSettings(kind="opc_ua", endpoint=f"opc.tcp://127.0.0.1:{plant.opc_ua}"), None)
    press = "demo-tyres/passenger/curing/curing-01"

    samples = await driver.read(
        [OpcUaAddress(node=f"ns=2;s={press}/{leaf}") for leaf in ("platen_c", "state")]
    )
    found = await driver.browse(f"ns=2;s={press}")

    heat, state = samples
    assert isinstance(heat.value, float)
    assert 15 < heat.value < 220
    assert state.value in ("running", "idle", "setup", "down")
    assert [each for each in found if "热板温度" in str(each)], found


async def test_lines_are_heard_by_mqtt(plant: Ports) -> None:
    settings = MqttDeviceSettings(
        kind="mqtt",
        host="127.0.0.1",
        port=plant.mqtt,
        tls=False,
        version="3.1.1",
        client_id="g",
        time="/ts",
        time_unit="ms",
    )
    line = "demo-tyres/passenger/extrusion/extrusion-01"
    wanted = [
        Wanted(number=1, address=MqttAddress(topic=line, pointer="/power_kw"), kind=ValueKind.NUMBER),
        Wanted(number=2, address=MqttAddress(topic=line, pointer="/state"), kind=ValueKind.TEXT),
    ]
    hearing = Hearing()

    async with collecting(MqttDriver(settings, None), wanted, hearing):
        await until(lambda: len({put.number for put in hearing.puts}) == 2, 20)


async def test_meters_are_read_by_modbus(plant: Ports) -> None:
    driver = ModbusDriver(
        ModbusTcpSettings(kind="modbus_tcp", host="127.0.0.1", port=plant.modbus, timeout=2), None
    )
    at = datetime.now(UTC)
    offered = [each for each in offers(begun("passenger", 7, at)) if isinstance(each.place, ModbusPlace)]

    samples = await driver.read([ModbusAddress.model_validate(address_of(each.place)) for each in offered])

    found = dict[str, float]()
    for each, told in zip(offered, samples, strict=True):
        tag, value = each.tag, told.value
        assert isinstance(value, bool if tag.kind == "boolean" else float), tag
        assert tag.low <= value <= (tag.high if tag.high is not None else value), tag
        found[tag.leaf] = value
    assert len(found) == len(offered)
    assert found["energy_kwh"] > 0
    assert 0.5 < found["pressure_mpa"] < 1.2


async def test_meters_are_collected_as_they_change(plant: Ports) -> None:
    """The counter of energy grows with the power shown beside it."""
    offered = offers(begun("passenger", 7, datetime.now(UTC)))
    counter = next(each.place for each in offered if each.tag.name.endswith("power_meter-01/energy_kwh"))
    settings = ModbusTcpSettings(kind="modbus_tcp", host="127.0.0.1", port=plant.modbus, timeout=2)
    address = ModbusAddress.model_validate(address_of(counter))
    wanted = [Wanted(number=1, address=address, kind=ValueKind.NUMBER, sampling=0.5)]
    hearing = Hearing()

    async with collecting(ModbusDriver(settings, None), wanted, hearing):
        await until(lambda: len({put.value for put in hearing.puts}) >= 3, 30)

    told = [float(put.value) for put in hearing.puts if isinstance(put.value, float)]
    assert told == sorted(told)


def test_every_value_has_a_title_and_one_place() -> None:
    offered = offers(begun("truck_bus", 7, datetime(2026, 7, 1, 2, tzinfo=UTC)))

    assert len({each.place for each in offered}) == len(offered)
    assert all(each.tag.title for each in offered)
    assert {type(each.place) for each in offered} == {OpcUaPlace, MqttPlace, ModbusPlace}


def test_started_again_the_same_day_it_is_the_same_plant() -> None:
    at = datetime(2026, 7, 1, 2, 0, tzinfo=UTC)
    early, late = begun("passenger", 7, at), begun("passenger", 7, at.replace(minute=10))

    early.advance(600)

    assert early.tags() == late.tags()
