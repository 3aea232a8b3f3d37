"""The plant's meters behind Modbus TCP: input and holding registers alike, high word first (as ABCD)."""

import struct
from collections import defaultdict
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import Final

from pymodbus.server import ModbusTcpServer
from pymodbus.simulator import DataType, SimData, SimDevice

from brain.simulation.serving.offer import ModbusPlace
from brain.simulation.tyre_plant.tags import Tag, Value

_INPUT: Final = 4  # function code by which the server is told values: its registers are the same for all


class ModbusEndpoint:
    def __init__(self, server: ModbusTcpServer, offered: Sequence[tuple[Tag, ModbusPlace]]) -> None:
        self._server = server
        self._offered = offered

    async def show(self, values: Mapping[str, Value]) -> None:
        """All registers of a unit at once, so that no answer mixes two moments."""
        registers: dict[int, dict[int, int]] = defaultdict(dict)
        for tag, place in self._offered:
            for at, word in enumerate(_words(place, values[tag.name])):
                registers[place.unit][place.address + at] = word
        for unit, told in registers.items():
            await self._server.async_setValues(unit, _INPUT, 0, [told[at] for at in range(len(told))])


def _words(place: ModbusPlace, value: Value) -> tuple[int, ...]:
    if place.type == "bool":
        return (int(bool(value)),)
    raw = struct.pack(">f" if place.type == "float32" else ">d", float(value))
    return struct.unpack(f">{place.count}H", raw)


@asynccontextmanager
async def serving(
    host: str, port: int, offered: Sequence[tuple[Tag, ModbusPlace]]
) -> AsyncIterator[ModbusEndpoint]:
    sizes: dict[int, int] = defaultdict(int)
    for _, place in offered:
        sizes[place.unit] += place.count
    devices = [
        SimDevice(unit, [SimData(0, count=size, datatype=DataType.REGISTERS)]) for unit, size in sizes.items()
    ]
    server = ModbusTcpServer(devices, address=(host, port))
    await server.serve_forever(background=True)
    try:
        yield ModbusEndpoint(server, offered)
    finally:
        await server.shutdown()  # type: ignore[no-untyped-call] # the library is untyped here
