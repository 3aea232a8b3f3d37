"""Values of S7 controllers, over real sockets."""

import asyncio
import math
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from pydantic import ValidationError

from brain.platform.shop_floor.adapters.drivers.driver import NotAdmitted, NotReached, Wanted
from brain.platform.shop_floor.adapters.drivers.s7 import S7Driver, S7Settings
from brain.platform.shop_floor.adapters.drivers.s7_memory import S7Address, requests
from brain.platform.shop_floor.domain.readings import Quality, ValueKind
from tests.platform.ingestion.servers import HERE, free_port
from tests.platform.shop_floor.drivers.hearing import Hearing, collecting, until
from tests.platform.shop_floor.drivers.s7_controller import controller


def driver(port: int, timeout: float = 1.0) -> S7Driver:
    return S7Driver(S7Settings(kind="s7", host=HERE, port=port, timeout=timeout), None)


def at(offset: int, kind: str = "INT", **told: Any) -> S7Address:
    place = {} if "area" in told else {"db": 10}
    return S7Address.model_validate({"offset": offset, "type": kind} | place | told)


def wanted(*addresses: S7Address, sampling: float = 0.05) -> list[Wanted[S7Address]]:
    return [
        Wanted(number=number, address=address, kind=ValueKind.NUMBER, sampling=sampling)
        for number, address in enumerate(addresses)
    ]


EVERY_KIND = [
    at(0, "REAL"), at(4, "INT"), at(6, "BOOL", bit=7), at(6, "BOOL", bit=1), at(6, "BYTE"), at(8, "DINT"),
    at(12, "LWORD"), at(20, "LREAL"), at(28, "STRING", characters=10), at(40, "WSTRING", characters=10),
    at(1, "BOOL", area="m", bit=3), at(0, "WORD", area="i"), at(1, "SINT", area="q"),
]  # fmt: skip
THEIR_VALUES = [
    151.5, -7, True, False, 0x84, -123_456, 2**63 + 1, 2.25, "硫化", "硫化", True, 0x0102, 4,
]  # fmt: skip


async def test_every_type_is_read_from_every_area() -> None:
    sink = Hearing()
    with controller() as plant:
        async with collecting(driver(plant.port), wanted(*EVERY_KIND), sink):
            await until(lambda: len(sink.puts) >= len(EVERY_KIND))
        found = await driver(plant.port).read(EVERY_KIND)
        browsed = await driver(plant.port).browse(None)

    assert [sink.last(number).value for number in range(len(EVERY_KIND))] == THEIR_VALUES
    assert {(put.at, put.quality) for put in sink.puts} == {(None, Quality.GOOD)}
    assert [each.value for each in found] == THEIR_VALUES
    assert (sink.silences, browsed) == ([], [])


def test_neighbours_are_asked_together_within_an_answer_and_no_value_is_torn() -> None:
    reals = [at(4 * index, "REAL") for index in range(60)]
    planned = requests(wanted(*reals, at(250), at(300), at(0, area="m")), 222)

    assert [(each.area, each.start, each.size) for each in planned] == [
        ("db", 0, 220),
        ("db", 220, 32),
        ("db", 300, 2),
        ("m", 0, 2),
    ]


async def test_one_question_serves_neighbours_and_is_asked_no_more_often_than_wanted() -> None:
    sink = Hearing()
    with controller() as plant:
        points = wanted(*(at(100 + 2 * index) for index in range(250)), sampling=0.3)
        async with collecting(driver(plant.port), points, sink):
            await asyncio.sleep(1.0)

    assert [sink.last(number).value for number in range(250)] == list(range(250))
    assert 6 <= len(plant.asked) <= 8
    assert len(set(plant.asked)) == 2


async def test_a_refused_address_costs_its_neighbours_nothing_and_is_not_asked_for_again_at_once() -> None:
    sink = Hearing()
    with controller() as plant:
        points = wanted(at(598), at(600), at(0, db=11), at(64, "STRING", characters=10))
        async with collecting(driver(plant.port), points, sink):
            await until(lambda: len(sink.values(0)) >= 5)
        found = await driver(plant.port).read([each.address for each in points])

    told = dict(sink.silences)
    assert sink.values(0)[0] == 249
    assert "字节地址" in told[1,]
    assert "没有这个数据块" in told[2,]
    assert "不是这种文本" in told[3,]
    assert [len([1 for numbers, _ in sink.silences if numbers == (at,)]) for at in (1, 2)] == [1, 1]
    assert [each.value for each in found] == [249, None, None, None]


async def test_nan_is_handed_on_for_the_sink_to_set_aside_and_is_no_value_when_read() -> None:
    sink = Hearing()
    with controller() as plant:
        async with collecting(driver(plant.port), wanted(at(80, "REAL")), sink):
            await until(lambda: bool(sink.puts))
        found = await driver(plant.port).read([at(80, "REAL")])

    assert math.isnan(float(str(sink.puts[0].value)))
    assert found[0].value is None


async def test_a_controller_that_goes_is_told_and_collected_again_once_it_is_back() -> None:
    sink, port = Hearing(), free_port()
    with controller(port):
        task = asyncio.create_task(driver(port).collect(wanted(at(4)), sink))
        await until(lambda: bool(sink.puts))
    with pytest.raises(NotReached):
        await asyncio.wait_for(task, 10)
    with pytest.raises(NotReached, match="没有回答"):
        await driver(port).read([at(4)])
    with controller(port):
        async with collecting(driver(port), wanted(at(4)), sink := Hearing()):
            await until(lambda: bool(sink.puts))


@asynccontextmanager
async def answering(answer: bytes) -> AsyncIterator[int]:
    async def speak(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while await reader.read(260):
            writer.write(answer)
        writer.close()

    async with await asyncio.start_server(speak, HERE, 0) as server:
        yield server.sockets[0].getsockname()[1]


CONFIRMED = b"\3\0\0\x16\x11\xd0\0\1\0\1\0\xc0\1\x0a\xc1\2\1\0\xc2\2\1\2"


@pytest.mark.parametrize(
    "answer",
    [
        b"\3\0\0\4",
        b"\3\0\xff\xff" + b"\xff" * 70_000,
        b"HTTP/1.1 400 Bad Request\r\n\r\n",
        CONFIRMED,
        CONFIRMED + b"\3\0\0\x1b\2\xf0\x80\x32\3\0\0\0\1\0\x08\0\0\0\0\xf0\0\0\1\0\1\0\xf0",
    ],
)
async def test_hostile_answers_are_no_values(answer: bytes) -> None:
    sink = Hearing()
    async with answering(answer) as port:
        with pytest.raises(NotReached):
            await asyncio.wait_for(driver(port, timeout=0.2).collect(wanted(at(0)), sink), 20)

    assert sink.puts == []


async def test_a_controller_that_does_not_allow_put_and_get_is_told_so() -> None:
    async def speak(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(260)
        writer.write(CONFIRMED)
        agreed = b"\0\x08\0\0\0\0\xf0\0\0\1\0\1\0\xf0"
        for length, rest in ((0x1B, agreed), (0x13, b"\0\0\0\0\x81\x04")):
            question = await reader.read(260)
            writer.write(bytes([3, 0, 0, length]) + b"\2\xf0\x80\x32\3\0\0" + question[11:13] + rest)
        await reader.read(260)
        writer.close()

    async with await asyncio.start_server(speak, HERE, 0) as server:
        port = server.sockets[0].getsockname()[1]
        with pytest.raises(NotAdmitted, match="PUT/GET"):
            await driver(port).collect(wanted(at(0)), Hearing())


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"offset": 0}, "块号"),
        ({"offset": 0, "area": "m", "db": 1}, "块号"),
        ({"offset": 0, "db": 1, "type": "BOOL"}, "第几位"),
        ({"offset": 0, "db": 1, "bit": 1}, "第几位"),
        ({"offset": 0, "db": 1, "type": "STRING"}, "字符"),
        ({"offset": 0, "db": 1, "characters": 5}, "字符"),
        ({"offset": 65_535, "db": 1, "type": "REAL"}, "65535"),
        ({"offset": 0, "db": 1, "type": "FLOAT"}, "REAL"),
        ({"offset": -1, "db": 1}, "0"),
    ],
)
def test_wrong_addresses_are_told(told: dict[str, Any], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        S7Address.model_validate(told)
