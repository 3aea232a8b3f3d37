"""Sparkplug B over a real broker: births, aliases, gaps, deaths, and payloads that are none."""

import asyncio
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brain.platform.shop_floor.adapters.drivers import sparkplug, sparkplug_host
from brain.platform.shop_floor.adapters.drivers.driver import Wanted
from brain.platform.shop_floor.adapters.drivers.sparkplug import SparkplugDriver, SparkplugSettings
from brain.platform.shop_floor.adapters.drivers.sparkplug_host import SparkplugAddress
from brain.platform.shop_floor.adapters.drivers.sparkplug_payload import (
    TYPES,
    Metric,
    decode,
    encode,
    value_of,
)
from brain.platform.shop_floor.domain.readings import Quality, ValueKind
from tests.platform.ingestion.servers import BROKER, HERE, mosquitto
from tests.platform.shop_floor.drivers.brokers import Publisher, publisher
from tests.platform.shop_floor.drivers.hearing import Hearing, Put, collecting, until

pytestmark = pytest.mark.skipif(BROKER is None, reason="mosquitto is not installed")

AT = 1_767_225_600_000  # ms


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    with mosquitto(tmp_path_factory.mktemp("broker")) as port:
        yield port


class Plant:
    """An edge node `press` with a device `mould` that answers requests for rebirth."""

    def __init__(self, machine: Publisher, group: str) -> None:
        self.machine, self.group, self.asked, self.seq = machine, group, 0, 0
        machine.client.on_message = self._command
        admitted = threading.Event()
        machine.client.on_subscribe = lambda *_: admitted.set()
        machine.client.subscribe(f"spBv1.0/{group}/NCMD/press", 1)
        assert admitted.wait(5)

    def _command(self, *_: Any) -> None:
        self.asked += 1
        self.birth(wait=False)

    def say(self, kind: str, *metrics: Metric, wait: bool = True) -> None:
        place = "press/mould" if kind.startswith("D") else "press"
        self.seq = 0 if kind == "NBIRTH" else (self.seq + 1) % 256
        data = encode(metrics, timestamp=AT, seq=None if kind == "NDEATH" else self.seq)
        if wait:
            self.machine.say(f"spBv1.0/{self.group}/{kind}/{place}", data)
        else:
            self.machine.client.publish(f"spBv1.0/{self.group}/{kind}/{place}", data, 1)

    def birth(self, *, wait: bool = True) -> None:
        self.say("NBIRTH", Metric(name="bdSeq", datatype=4, value=1),
                 Metric(name="load", alias=1, datatype=1, value=-5), wait=wait)  # fmt: skip
        self.say("DBIRTH", Metric(name="temperature", alias=2, datatype=10, value=180.5),
                 Metric(name="state", alias=3, datatype=12, value="RUN"), wait=wait)  # fmt: skip


def wanted(*places: tuple[str | None, str]) -> list[Wanted[SparkplugAddress]]:
    return [
        Wanted(
            number=number,
            address=SparkplugAddress(node="press", device=device, metric=metric),
            kind=ValueKind.NUMBER,
        )
        for number, (device, metric) in enumerate(places)
    ]


ALL = wanted((None, "load"), ("mould", "temperature"), ("mould", "state"), ("mould", "no such"))


def driver(port: int, group: str) -> SparkplugDriver:
    settings = SparkplugSettings(
        kind="sparkplug", host=HERE, port=port, tls=False, client_id="host", group=group
    )
    return SparkplugDriver(settings, None)


async def test_several_points_may_be_of_one_metric(port: int) -> None:
    sink = Hearing()
    points = wanted((None, "load"), (None, "load"), ("mould", "no such"), ("mould", "no such"))
    with publisher(port) as machine:
        plant = Plant(machine, "g-twice")
        async with collecting(driver(port, "g-twice"), points, sink):
            await until(lambda: len(sink.puts) == 2)
            plant.say("NDEATH", Metric(name="bdSeq", datatype=4, value=1))
            await until(lambda: len(sink.silences) >= 2)

    assert [(put.number, put.value) for put in sink.puts] == [(0, -5), (1, -5)]
    assert {numbers for numbers, _ in sink.silences} >= {(2, 3), (0, 1)}


async def test_births_are_asked_for_and_data_comes_by_alias(port: int) -> None:
    sink = Hearing()
    with publisher(port) as machine:
        plant = Plant(machine, "g1")
        async with collecting(driver(port, "g1"), ALL, sink):
            await until(lambda: len(sink.puts) == 3)
            plant.say("DDATA", Metric(alias=2, datatype=10, value=181.0, timestamp=AT + 5))
            plant.say("DDATA", Metric(alias=2, datatype=10, value=None))
            plant.say(
                "NDATA", Metric(alias=1, datatype=1, value=-7, timestamp=AT - 60_000, is_historical=True)
            )
            await until(lambda: len(sink.puts) == 6)

    assert plant.asked == 1
    assert sink.puts == [
        Put(0, AT * 1000, -5, Quality.GOOD),
        Put(1, AT * 1000, 180.5, Quality.GOOD),
        Put(2, AT * 1000, "RUN", Quality.GOOD),
        Put(1, (AT + 5) * 1000, 181.0, Quality.GOOD),
        Put(1, AT * 1000, None, Quality.BAD),
        Put(0, (AT - 60_000) * 1000, -7, Quality.GOOD),
    ]
    assert [numbers for numbers, _ in sink.silences] == [(3,)]
    assert sink.losses == []


async def test_a_gap_counts_as_lost_and_asks_for_a_rebirth_but_not_twice_within_seconds(
    monkeypatch: pytest.MonkeyPatch, port: int
) -> None:
    monkeypatch.setattr(sparkplug_host, "_REBIRTH_EVERY", 0.3)
    sink = Hearing()
    with publisher(port) as machine:
        plant = Plant(machine, "g2")
        async with collecting(driver(port, "g2"), ALL, sink):
            await until(lambda: len(sink.puts) == 3)
            await asyncio.sleep(0.4)
            plant.seq += 2
            plant.say("DDATA", Metric(alias=2, datatype=10, value=1.0))
            await until(lambda: plant.asked == 2 and len(sink.puts) == 7)
            plant.say("DDATA", Metric(alias=99, datatype=10, value=1.0))
            machine.say("spBv1.0/g2/NDATA/press", b"\xff" * 50)
            await until(lambda: len(sink.losses) == 2)
            await asyncio.sleep(0.1)

    assert [count for count, _ in sink.losses] == [2, 1]
    assert plant.asked == 2


async def test_deaths_silence_what_died_and_late_deaths_nothing(port: int) -> None:
    sink = Hearing()
    with publisher(port) as machine:
        plant = Plant(machine, "g3")
        async with collecting(driver(port, "g3"), ALL[:3], sink):
            await until(lambda: len(sink.puts) == 3)
            plant.say("NDEATH", Metric(name="bdSeq", datatype=4, value=0))  # of the birth before
            plant.seq -= 1  # a death has no number of its own
            plant.say("DDEATH")
            plant.say("NDEATH", Metric(name="bdSeq", datatype=4, value=1))
            await until(lambda: len(sink.silences) == 3)
            plant.say("NDATA", Metric(alias=1, datatype=1, value=9))  # before another birth
            plant.birth()
            await until(lambda: len(sink.puts) == 6)

    assert [numbers for numbers, _ in sink.silences] == [(1, 2), (0,), (1, 2)]
    assert 9 not in sink.values(0)


async def test_browsing_and_reading_ask_the_node(monkeypatch: pytest.MonkeyPatch, port: int) -> None:
    monkeypatch.setattr(sparkplug, "_LISTEN", 0.4)
    with publisher(port) as machine:
        plant, host = Plant(machine, "g4"), driver(port, "g4")
        listening = asyncio.create_task(host.browse(None))
        await asyncio.sleep(0.2)
        plant.say("NDATA", Metric(alias=1, datatype=1, value=1))
        top, node = await listening, await host.browse("press")
        device = await host.browse("press/mould")
        read = await host.read([each.address for each in (ALL[1], ALL[3])])

    assert [each.under for each in top] == ["press"]
    assert [(each.name, each.under) for each in node] == [
        ("mould", "press/mould"),
        ("bdSeq", None),
        ("load", None),
    ]
    assert [(each.name, each.sample and each.sample.value) for each in device] == [
        ("temperature", 180.5),
        ("state", "RUN"),
    ]
    assert [each.value for each in read] == [180.5, None]


@given(st.sampled_from([(1, 8), (2, 16), (3, 32), (4, 64)]), st.data())
def test_signed_integers_come_back(kind: tuple[int, int], data: st.DataObject) -> None:
    datatype, bits = kind
    value = data.draw(st.integers(-(2 ** (bits - 1)), 2 ** (bits - 1) - 1))
    told = decode(encode([Metric(name="x", datatype=datatype, value=value)], timestamp=1, seq=0)).metrics[0]

    assert value_of(told, datatype) == value


@given(st.binary(max_size=200))
def test_random_bytes_are_a_payload_or_refused(data: bytes) -> None:
    try:
        payload = decode(data)
    except ValueError:
        return
    told = [value_of(each, each.datatype) for each in payload.metrics if each.datatype in TYPES]
    assert all(isinstance(each, bool | int | float | str | None) for each in told)
