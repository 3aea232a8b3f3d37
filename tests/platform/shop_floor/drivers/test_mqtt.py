"""Values from a real MQTT broker (Mosquitto): none lost, whatever messages hold and whoever dies."""

import asyncio
import subprocess
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brain.platform.shop_floor.adapters.drivers import broker, mqtt
from brain.platform.shop_floor.adapters.drivers.driver import NotAdmitted, NotReached, Wanted
from brain.platform.shop_floor.adapters.drivers.mqtt import MqttAddress, MqttDeviceSettings, MqttDriver
from brain.platform.shop_floor.adapters.drivers.mqtt_packets import Broken, Cutter, packet, text
from brain.platform.shop_floor.domain.readings import Quality, ValueKind
from tests.platform.ingestion.servers import BROKER, HERE, free_port, mosquitto
from tests.platform.shop_floor.drivers.brokers import publisher
from tests.platform.shop_floor.drivers.hearing import Hearing, Put, collecting, until

pytestmark = pytest.mark.skipif(BROKER is None, reason="mosquitto is not installed")

AT = 1_767_225_600_000_000  # 2026-01-01T00:00:00Z


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    with mosquitto(tmp_path_factory.mktemp("broker")) as port:
        yield port


def driver(port: int, secret: str | None = None, **told: Any) -> MqttDriver:
    usual: dict[str, Any] = {"kind": "mqtt", "host": HERE, "port": port, "tls": False, "client_id": "floor"}
    return MqttDriver(MqttDeviceSettings(**(usual | told)), secret)


def wanted(*places: str | tuple[str, str], kind: ValueKind = ValueKind.NUMBER) -> list[Wanted[MqttAddress]]:
    told = [(place, "") if isinstance(place, str) else place for place in places]
    return [
        Wanted(number=number, address=MqttAddress(topic=topic, pointer=pointer), kind=kind)
        for number, (topic, pointer) in enumerate(told)
    ]


@pytest.mark.parametrize("version", ["5", "3.1.1"])
async def test_values_come_from_whole_messages_and_from_fields_with_their_time(
    port: int, version: str
) -> None:
    sink = Hearing()
    places = wanted(f"{version}/speed", (f"{version}/press", "/t"), (f"{version}/press", "/zones/1/heat~1y"))
    reader = driver(port, version=version, client_id=f"floor-{version}", time="/ts", time_unit="ms")
    with publisher(port) as machine:
        async with collecting(reader, places, sink):
            await asyncio.sleep(0.2)
            machine.say(f"{version}/speed", "12.5")
            machine.say(f"{version}/press", f'{{"ts":{AT // 1000},"t":180.5,"zones":[{{}},{{"heat/y":7}}]}}')
            machine.say(f"{version}/press", f'{{"ts":{AT // 1000 + 1},"zones":[]}}')
            machine.say(f"{version}/press", f'{{"ts":{AT // 1000 + 2},"t":null}}')
            await until(lambda: len(sink.puts) == 4)

    assert sink.puts == [
        Put(0, None, 12.5, Quality.UNCERTAIN),  # a time was expected
        Put(1, AT, 180.5, Quality.GOOD),
        Put(2, AT, 7, Quality.GOOD),
        Put(1, AT + 2000, None, Quality.BAD),
    ]


async def test_what_is_no_json_harms_only_the_points_that_need_it(port: int) -> None:
    sink = Hearing()
    places = wanted("odd", ("odd", "/a"), "even")
    hostile = [b"\xff\xfe", b'{"a":', b"[" * 100_000, b"NaN", b'{"a":' * 5000, b"1e999", b"", b"x" * 500_000]
    with publisher(port) as machine:
        async with collecting(driver(port), places, sink):
            await asyncio.sleep(0.2)
            for payload in hostile:
                machine.say("odd", payload)
            machine.say("even", "1")
            await until(lambda: sink.values(2) == [1])

    assert {put.quality for put in sink.puts if put.number == 1} == {Quality.BAD}
    assert "NaN" in sink.values(0)  # a text, which the sink sets aside


async def test_a_message_that_is_too_large_is_counted_as_lost_and_does_not_come_again(port: int) -> None:
    sink = Hearing()
    with publisher(port) as machine:
        async with collecting(driver(port, version="3.1.1", client_id="large"), wanted("large"), sink):
            await asyncio.sleep(0.2)
            machine.say("large", b"9" * 10_000_000)
            machine.say("large", "1")
            await until(lambda: sink.values(0) == [1])
        async with collecting(driver(port, version="3.1.1", client_id="large"), wanted("large"), sink):
            machine.say("large", "2")
            await until(lambda: sink.values(0) == [1, 2])

    assert [count for count, _ in sink.losses] == [1]


async def test_a_text_point_takes_numbers_as_they_were_written(port: int) -> None:
    sink = Hearing()
    with publisher(port) as machine:
        machine.say("batch", "007.50", retain=True)
        async with collecting(driver(port), wanted("batch", kind=ValueKind.TEXT), sink):
            await until(lambda: len(sink.puts) == 1)

    assert sink.puts == [Put(0, None, "007.50", Quality.UNCERTAIN)]  # retained: nobody knows how old


async def test_what_was_not_on_disk_comes_again_and_what_was_does_not(port: int) -> None:
    places, killed, after = wanted("kept"), Hearing(on_disk=False), Hearing()
    with publisher(port) as machine:
        async with collecting(driver(port, client_id="kept"), places, killed):
            await asyncio.sleep(0.2)
            machine.say("kept", "1")
            await until(lambda: killed.values(0) == [1])
            killed.waiting.pop()()  # on disk now
            machine.say("kept", "2")
            await until(lambda: killed.values(0) == [1, 2])
            await asyncio.sleep(0.1)
        machine.say("kept", "3")
        async with collecting(driver(port, client_id="kept"), places, after):
            await until(lambda: len(after.puts) >= 2)

    assert after.values(0) == [2, 3]


async def test_nothing_is_lost_when_the_broker_dies_and_the_gateway_dies(tmp_path: Path) -> None:
    """Everything that the broker accepted is heard, though the reader once lost what it had in memory."""
    port, said, sink = free_port(), 300, Hearing(on_disk=False)
    places, kept = wanted("line"), set[object]()

    async def read(until_all: int) -> None:
        async with collecting(driver(port, client_id="line"), places, sink):
            await until(lambda: len(sink.puts) >= until_all)

    def settle() -> None:
        kept.update(sink.values(0))
        for done in sink.waiting:
            done()
        forget()

    def forget() -> None:
        sink.puts.clear()
        sink.waiting.clear()

    with mosquitto(tmp_path, port=port), publisher(port) as machine:
        async with collecting(driver(port, client_id="line"), places, sink) as task:
            await asyncio.sleep(0.2)
            for number in range(100):
                machine.say("line", str(number))
            await until(lambda: len(sink.puts) == 100)
            settle()
            await asyncio.sleep(0.1)
            for number in range(100, 200):
                machine.say("line", str(number))
            await until(lambda: len(sink.puts) == 100)
            forget()  # kill -9 before anything was on disk
        assert task.cancelled()
        for number in range(200, said):
            machine.say("line", str(number))
    with pytest.raises(NotReached):
        await driver(port, client_id="line").collect(places, sink)
    with mosquitto(tmp_path, port=port):
        async with collecting(driver(port, client_id="line"), places, sink):
            await until(lambda: len(sink.puts) == 200)
            settle()

    assert kept == set(range(said))


async def test_a_broker_that_dies_is_noticed(tmp_path: Path) -> None:
    sink = Hearing()
    with mosquitto(tmp_path) as port:
        task = asyncio.create_task(driver(port).collect(wanted("x"), sink))
        await asyncio.sleep(0.3)
    with pytest.raises(NotReached, match="中断"):
        await asyncio.wait_for(task, 3)


async def test_a_wrong_password_says_so(tmp_path: Path) -> None:
    passwords = tmp_path / "passwords"
    subprocess.run(["mosquitto_passwd", "-b", "-c", str(passwords), "machine", "right"], check=True)
    with mosquitto(tmp_path, "allow_anonymous false", f"password_file {passwords}") as port:
        for version in ("5", "3.1.1"):
            with pytest.raises(NotAdmitted, match="用户名"):
                await driver(port, "wrong", user="machine", version=version).collect([], Hearing())
        assert await driver(port, "right", user="machine").read([]) == []


@asynccontextmanager
async def says(answer: bytes) -> AsyncIterator[int]:
    """The port of something that accepts, says this and then nothing more."""

    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(answer)
        while await reader.read(1000):
            pass
        writer.close()

    server = await asyncio.start_server(handle, HERE, 0)
    async with server:
        yield server.sockets[0].getsockname()[1]


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (b"", "不应答"),
        (b"\x20\x03\0\0\0", "没有动静|不应答"),
        (b"HTTP/1.1 400 Bad Request\r\n\r\n", "不应答"),
        (b"\x20\xff\xff\xff\xff\xff", "不是 MQTT"),
        (b"\x20\0", "结束了连接"),
    ],
)
async def test_a_peer_that_is_silent_or_no_broker_is_given_up(
    monkeypatch: pytest.MonkeyPatch, answer: bytes, told: str
) -> None:
    monkeypatch.setattr(broker, "PATIENCE", 1.0)
    monkeypatch.setattr(broker, "_PING_EVERY", 0.2)
    async with says(answer) as port:
        with pytest.raises(NotReached, match=told):
            await asyncio.wait_for(driver(port).collect([], Hearing()), 4)


async def test_a_second_reader_with_our_name_says_so() -> None:
    async with says(b"\x20\x03\0\0\0" + b"\xe0\x02\x8e\0") as port:
        with pytest.raises(NotAdmitted, match="同一 client_id"):
            await driver(port).collect([], Hearing())


async def test_tls_where_there_is_none_says_so(port: int) -> None:
    with pytest.raises((NotAdmitted, NotReached)) as refused:
        await driver(port, tls=True).collect([], Hearing())
    assert str(port) in refused.value.message


async def test_browsing_shows_topics_fields_and_live_values(
    monkeypatch: pytest.MonkeyPatch, port: int
) -> None:
    monkeypatch.setattr(mqtt, "_LISTEN", 0.4)
    reader = driver(port, browse="tree/#")
    with publisher(port) as machine:
        machine.say("tree/line1/press", '{"t":180.5,"zones":[1,2],"name":"P1"}', retain=True)
        machine.say("tree/line1/speed", "12", retain=True)
        machine.say("tree/blob", b"\0" * 2_000_000, retain=True)
        top = await reader.browse(None)
        line = await reader.browse("tree/line1")
        press = await reader.browse("tree/line1/press")
        zones = await reader.browse("tree/line1/press#/zones")
        read = await reader.read(
            [MqttAddress(topic="tree/line1/press", pointer="/t"), MqttAddress(topic="no")]
        )

    assert [(each.name, each.under) for each in top] == [("tree", "tree")]
    assert [(each.name, each.under, each.address is not None) for each in line] == [
        ("press", "tree/line1/press", False),
        ("speed", None, True),
    ]
    assert [(each.name, each.sample and each.sample.value) for each in press] == [
        ("t", 180.5),
        ("zones", None),
        ("name", "P1"),
    ]
    assert [each.address for each in zones] == [
        MqttAddress(topic="tree/line1/press", pointer=f"/zones/{index}") for index in (0, 1)
    ]
    assert [(each.value, each.quality) for each in read] == [(180.5, Quality.GOOD), (None, Quality.BAD)]


async def test_a_clock_that_is_ahead_is_told(monkeypatch: pytest.MonkeyPatch, port: int) -> None:
    monkeypatch.setattr(mqtt, "_CLOCK_EVERY", 100_000)
    sink = Hearing()
    with publisher(port) as machine:
        async with collecting(driver(port, time="/ts", time_unit="s"), wanted(("clock", "/v")), sink):
            await asyncio.sleep(0.2)
            for _ in range(20):
                machine.say("clock", f'{{"ts":{time.time() + 30},"v":1}}')
            await until(lambda: bool(sink.clocks))

    assert sink.clocks[0] == pytest.approx(30, abs=0.5)


@given(st.binary(max_size=300), st.integers(1, 40), st.sampled_from([4, 5]))
def test_random_bytes_never_hang_the_cutter(data: bytes, step: int, version: int) -> None:
    cutter = Cutter(is_5=version == 5)
    try:
        for start in range(0, len(data), step):
            cutter.feed(data[start : start + step])
    except (Broken, IndexError):
        pass


@given(st.lists(st.binary(max_size=200), max_size=20), st.integers(1, 50), st.sampled_from([4, 5]))
def test_messages_are_the_same_however_the_bytes_arrive(
    payloads: list[bytes], step: int, version: int
) -> None:
    stream = b"".join(packet(0x30, text("a/b") + b"\0" * (version == 5) + each) for each in payloads)
    cutter, heard = Cutter(is_5=version == 5), list[bytes]()
    for start in range(0, len(stream), step):
        heard += [each.payload for each in cutter.feed(stream[start : start + step]).messages]

    assert heard == payloads
