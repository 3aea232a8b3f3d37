"""Values of Modbus devices, over real sockets and a real serial line."""

import asyncio
import math
import struct
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from pydantic import ValidationError

from brain.platform.shop_floor.adapters.drivers import modbus
from brain.platform.shop_floor.adapters.drivers.driver import NotAdmitted, NotReached, Wanted
from brain.platform.shop_floor.adapters.drivers.modbus import ModbusDriver
from brain.platform.shop_floor.adapters.drivers.modbus_line import ModbusRtuSettings, ModbusTcpSettings
from brain.platform.shop_floor.adapters.drivers.modbus_registers import ModbusAddress, requests, value_of
from brain.platform.shop_floor.domain.readings import Quality, ValueKind
from tests.platform.ingestion.servers import HERE, free_port
from tests.platform.shop_floor.drivers.hearing import Hearing, collecting, until
from tests.platform.shop_floor.drivers.modbus_devices import serial_devices, tcp_devices


def tcp(port: int, timeout: float = 0.5) -> ModbusDriver:
    return ModbusDriver(ModbusTcpSettings(kind="modbus_tcp", host=HERE, port=port, timeout=timeout), None)


def rtu(device: str, **told: Any) -> ModbusDriver:
    settings = {"baud_rate": 19_200, "timeout": 0.5} | told
    return ModbusDriver(ModbusRtuSettings(kind="modbus_rtu", device=device, **settings), None)


def at(address: int, kind: str = "uint16", **told: Any) -> ModbusAddress:
    return ModbusAddress.model_validate({"address": address, "type": kind} | told)


def wanted(*addresses: ModbusAddress, sampling: float = 0.05) -> list[Wanted[ModbusAddress]]:
    return [
        Wanted(number=number, address=address, kind=ValueKind.NUMBER, sampling=sampling)
        for number, address in enumerate(addresses)
    ]


EVERY_KIND = [
    at(0, "float32"),
    at(2, "int16"),
    at(3, "bool", bit=15),
    at(3, "bool", bit=1),
    at(4, "uint64"),
    at(8, "string", length=2),
    at(0, table="coil"),
    at(1, table="discrete"),
    at(0, "int32", table="input"),
]
THEIR_VALUES = [1.5, -7, True, False, 2**63 + 1, "P-07", True, False, -123456]


async def test_every_type_is_read_from_every_table() -> None:
    sink = Hearing()
    async with tcp_devices(1) as plant:
        async with collecting(tcp(plant.port), wanted(*EVERY_KIND), sink):
            await until(lambda: len(sink.puts) >= len(EVERY_KIND))

    assert [sink.last(number).value for number in range(len(EVERY_KIND))] == THEIR_VALUES
    assert {(put.at, put.quality) for put in sink.puts} == {(None, Quality.GOOD)}
    assert sink.silences == []


@pytest.mark.parametrize(
    ("order", "words"),
    [
        ("ABCD", [0x0102, 0x0304]),
        ("CDAB", [0x0304, 0x0102]),
        ("BADC", [0x0201, 0x0403]),
        ("DCBA", [0x0403, 0x0201]),
    ],
)
def test_bytes_come_in_four_orders(order: str, words: list[int]) -> None:
    assert value_of(at(0, "uint32", order=order), words) == 0x01020304


def test_text_ends_at_the_first_zero_and_may_be_of_a_chinese_controller() -> None:
    def words(told: bytes) -> list[int]:
        padded = told.ljust(8, b"\0")
        return list(struct.unpack(">4H", padded))

    address = at(0, "string", length=4)
    assert value_of(address, words("硫化".encode("gb18030"))) == "硫化"
    assert value_of(address, words("硫化".encode())) == "硫化"
    assert value_of(address, words(b"A1\0\xff\xff")) == "A1"
    with pytest.raises(ValueError, match="文本"):
        value_of(address, words(b"\xff\xff\xff"))


def test_neighbours_are_asked_together_up_to_125_and_no_value_is_torn() -> None:
    floats = [at(100 + 2 * index, "float32") for index in range(70)]
    planned = requests(wanted(*floats, at(300), at(301), at(301, "bool", bit=0), at(303)))

    assert [(each.start, each.count) for each in planned] == [(100, 124), (224, 16), (300, 2), (303, 1)]
    bits = requests(wanted(*(at(index, table="coil") for index in range(2001))))
    assert [(each.start, each.count) for each in bits] == [(0, 2000), (2000, 1)]


async def test_one_question_serves_neighbours_and_is_asked_no_more_often_than_wanted() -> None:
    sink = Hearing()
    async with tcp_devices(1) as plant:
        points = wanted(*(at(100 + index) for index in range(200)), sampling=0.3)
        async with collecting(tcp(plant.port), points, sink):
            await asyncio.sleep(1.0)
        questions = plant.asked.questions

    assert set(questions) == {(3, 1, 100, 125), (3, 1, 225, 75)}
    assert 6 <= len(questions) <= 8
    assert [sink.last(number).value for number in range(200)] == list(range(200))


async def test_a_refused_address_costs_its_neighbours_nothing_and_is_not_asked_for_again_at_once() -> None:
    sink = Hearing()
    async with tcp_devices(1) as plant:
        async with collecting(tcp(plant.port), wanted(at(12), at(13), at(14)), sink):
            await until(lambda: len(sink.values(0)) >= 5)
        refused = [each for each in plant.asked.questions if each[2:] in ((13, 1), (14, 1))]

    assert sink.values(0)[0] == 0xFFFF
    assert {numbers for numbers, _ in sink.silences} == {(1,), (2,)}
    assert "异常码 2" in sink.silences[0][1]
    assert len(refused) == 2


async def test_a_quiet_unit_is_told_and_left_alone_while_the_others_go_on() -> None:
    sink = Hearing()
    async with tcp_devices(1) as plant:
        there, absent = at(2, "int16"), [at(address, unit=9) for address in (0, 5, 10)]
        async with collecting(tcp(plant.port, timeout=0.1), wanted(there, *absent), sink):
            await asyncio.sleep(1.5)
        asked_in_vain = [each for each in plant.asked.questions if each[1] == 9]

    assert set(sink.values(0)) == {-7}
    assert len(sink.values(0)) > 10
    assert {number for numbers, _ in sink.silences for number in numbers} <= {1, 2, 3}
    assert len(asked_in_vain) == modbus._TRIES


async def test_where_no_unit_answers_the_source_is_not_reached() -> None:
    async with tcp_devices(1) as plant:
        with pytest.raises(NotReached, match="从站 9 没有回答"):
            await tcp(plant.port, timeout=0.1).collect(wanted(at(0, unit=9)), Hearing())
        with pytest.raises(NotReached, match="从站 9 没有回答"):
            await tcp(plant.port, timeout=0.1).read([at(0, unit=9)])


async def test_a_device_that_goes_is_told_and_collected_again_once_it_is_back() -> None:
    sink, port = Hearing(), free_port()
    async with tcp_devices(1, port=port):
        task = asyncio.create_task(tcp(port).collect(wanted(at(2, "int16")), sink))
        await until(lambda: bool(sink.puts))
    with pytest.raises(NotReached):
        await asyncio.wait_for(task, 5)
    with pytest.raises(NotReached, match="没有回答"):
        await tcp(port).read([at(2)])
    async with tcp_devices(1, port=port), collecting(tcp(port), wanted(at(2, "int16")), sink := Hearing()):
        await until(lambda: bool(sink.puts))


async def test_reading_now_tells_each_address_and_what_is_no_number_is_no_value() -> None:
    async with tcp_devices(1) as plant:
        found = await tcp(plant.port).read([at(13), at(12), at(10, "float32"), at(2, "int16")])
        browsed = await tcp(plant.port).browse(None)

    assert [(each.value, each.quality) for each in found] == [
        (None, Quality.BAD),
        (0xFFFF, Quality.GOOD),
        (None, Quality.BAD),
        (-7, Quality.GOOD),
    ]
    assert browsed == []


async def test_nan_is_handed_on_for_the_sink_to_set_aside() -> None:
    sink = Hearing()
    async with tcp_devices(1) as plant, collecting(tcp(plant.port), wanted(at(10, "float32")), sink):
        await until(lambda: bool(sink.puts))
    assert math.isnan(float(str(sink.puts[0].value)))


async def test_a_serial_line_is_shared_by_who_collects_and_who_reads_now() -> None:
    sink = Hearing()
    async with serial_devices(1, 2) as (device, _):
        points = wanted(*EVERY_KIND, at(2, "int16", unit=2))
        async with collecting(rtu(device, timeout=3), points, sink):
            await until(lambda: len(sink.puts) >= len(points))
            found = await asyncio.gather(
                *(rtu(device, timeout=3).read([at(0, "float32", unit=2)]) for _ in range(3))
            )
            with pytest.raises(NotAdmitted, match="另外的参数"):
                await rtu(device, baud_rate=9600).read([at(0)])
            count = len(sink.puts)
            await until(lambda: len(sink.puts) > count)
        again = await rtu(device, timeout=3).read([at(2, "int16")])

    assert [sink.last(number).value for number in range(len(points))] == [*THEIR_VALUES, -7]
    assert [each[0].value for each in found] == [1.5] * 3
    assert again[0].value == -7
    assert sink.silences == []


async def test_a_quiet_unit_on_a_serial_line_does_not_shift_the_answers_of_others() -> None:
    sink = Hearing()
    async with serial_devices(1) as (device, _):
        points = wanted(at(2, "int16"), at(100, unit=5), at(101))
        async with collecting(rtu(device, timeout=0.1), points, sink):
            await until(lambda: len(sink.values(2)) >= 5 and bool(sink.silences))

    assert (set(sink.values(0)), set(sink.values(2))) == ({-7}, {1})


@pytest.mark.parametrize("device", ["/dev/null", "/dev/nothing-here"])
async def test_what_is_no_serial_line_is_told(device: str) -> None:
    with pytest.raises(NotReached, match="打不开串口"):
        await rtu(device).read([at(0)])


@asynccontextmanager
async def answering(answer: bytes) -> AsyncIterator[int]:
    """The port of a peer that answers every question so, after the transaction number of the question."""

    async def speak(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while question := await reader.read(260):
            writer.write(question[:2] + answer)
        writer.close()

    async with await asyncio.start_server(speak, HERE, 0) as server:
        yield server.sockets[0].getsockname()[1]


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"\0\0\0\5\1\3\2\0\1"[:6],  # cut off
        b"\0\0\0\7\1\3\4\0\1\0\2",  # two registers where one was asked for
        b"\0\0\0\3\1\3\0",  # none
        b"\0\0\0\5\1\3\xfe\0\1",  # a length that lies
        b"\0\0\xff\xff\1\3" + b"\xff" * 70_000,  # far longer than any frame
        b"HTTP/1.1 400 Bad Request\r\n\r\n",
        b"\0\0\0\5\1\x10\2\0\1",  # the answer to another function
        b"\0\0\0\3\1\x63\1",  # an unknown function
        b"\0\0\0\2\1\x83",  # an exception without its code
    ],
)
async def test_hostile_answers_are_no_values(answer: bytes) -> None:
    sink = Hearing()
    async with answering(answer) as port:
        with pytest.raises(NotReached):
            await asyncio.wait_for(tcp(port, timeout=0.1).collect(wanted(at(0)), sink), 10)

    assert sink.puts == []


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"address": 65_536}, "65535"),
        ({"address": 65_535, "type": "int32"}, "65535"),
        ({"address": 0, "type": "bool"}, "第几位"),
        ({"address": 0, "bit": 3}, "第几位"),
        ({"address": 0, "type": "string"}, "几个寄存器"),
        ({"address": 0, "type": "string", "length": 126}, "125"),
        ({"address": 0, "type": "uint16", "length": 3}, "几个寄存器"),
        ({"address": -1}, "0"),
        ({"address": 0, "unit": 256}, "255"),
        ({"address": 0, "table": "4x"}, "holding"),
    ],
)
def test_wrong_addresses_are_told(told: dict[str, Any], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        ModbusAddress.model_validate(told)


@pytest.mark.parametrize("device", ["/etc/passwd", "/dev/../etc/passwd", "socket://10.0.0.1:1", "ttyUSB0"])
def test_a_serial_line_is_a_device(device: str) -> None:
    with pytest.raises(ValidationError):
        ModbusRtuSettings(kind="modbus_rtu", device=device)
