"""Modbus devices behind real sockets, and behind a real serial line made of two pseudo-terminals."""

import asyncio
import math
import os
import tty
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from pymodbus.pdu import ModbusPDU
from pymodbus.server import ModbusSerialServer, ModbusTcpServer
from pymodbus.server.base import ModbusBaseServer
from pymodbus.simulator import DataType, SimData, SimDevice

from tests.platform.ingestion.servers import HERE, free_port

HOLDING = [
    SimData(0, values=1.5, datatype=DataType.FLOAT32),
    SimData(2, values=-7, datatype=DataType.INT16),
    SimData(3, values=0b1000_0000_0000_0100, datatype=DataType.REGISTERS),
    SimData(4, values=2**63 + 1, datatype=DataType.UINT64),
    SimData(8, values="P-07", datatype=DataType.STRING),
    SimData(10, values=math.nan, datatype=DataType.FLOAT32),
    SimData(12, values=0xFFFF, datatype=DataType.REGISTERS),
    # Nothing lives at 13 to 99.
    SimData(100, values=list(range(300)), datatype=DataType.REGISTERS),
]
INPUT = [SimData(0, values=-123456, datatype=DataType.INT32)]


def device(unit: int) -> SimDevice:
    bits = [SimData(0, values=[True, False, True] + [False] * 13, datatype=DataType.BITS)]
    return SimDevice(unit, (bits, bits, HOLDING, INPUT))


@dataclass
class Asked:
    """What was asked: function code, unit, address, count. Only `units` say anything; in an answer over this
    line the unit stands at `place`."""

    units: tuple[int, ...]
    place: int
    questions: list[tuple[int, int, int, int]] = field(default_factory=list)

    def note(self, sending: bool, pdu: ModbusPDU) -> ModbusPDU:  # noqa: FBT001 - the library calls it so
        if not sending:
            self.questions.append((pdu.function_code, pdu.dev_id, pdu.address, pdu.count))
        return pdu

    def hush(self, sending: bool, packet: bytes) -> bytes:  # noqa: FBT001 - as above
        return packet if not sending or packet[self.place] in self.units else b""


@dataclass
class Plant:
    port: int
    asked: Asked
    server: ModbusBaseServer


@asynccontextmanager
async def tcp_devices(*units: int, port: int | None = None) -> AsyncIterator[Plant]:
    asked, chosen = Asked(units, 6), port or free_port()
    server = ModbusTcpServer(
        [device(each) for each in units], address=(HERE, chosen),
        trace_pdu=asked.note, trace_packet=asked.hush,
    )  # fmt: skip
    await server.serve_forever(background=True)
    try:
        yield Plant(chosen, asked, server)
    finally:
        await server.shutdown()  # type: ignore[no-untyped-call]
        await asyncio.sleep(0)


@asynccontextmanager
async def serial_devices(*units: int) -> AsyncIterator[tuple[str, Asked]]:
    """The path of the end of a serial line at whose other end devices listen."""
    ends = [os.openpty(), os.openpty()]
    loop, asked = asyncio.get_running_loop(), Asked(units, 0)
    for (master, slave), (other, _) in zip(ends, reversed(ends), strict=True):
        tty.setraw(slave)
        loop.add_reader(master, _pass_on, master, other)
    server = ModbusSerialServer(
        [device(each) for each in units], port=os.ttyname(ends[0][1]), baudrate=19_200,
        trace_pdu=asked.note, trace_packet=asked.hush,
    )  # fmt: skip
    await server.serve_forever(background=True)
    try:
        yield os.ttyname(ends[1][1]), asked
    finally:
        await server.shutdown()  # type: ignore[no-untyped-call]
        for master, slave in ends:
            loop.remove_reader(master)
            os.close(master)
            os.close(slave)


def _pass_on(taken: int, given: int) -> None:
    os.write(given, os.read(taken, 1024))
