"""Registers and coils of Modbus (Modbus Application Protocol V1.1b3): addresses, requests that serve several
points, and values out of 16-bit words."""

import struct
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal, Self

from pydantic import Field, model_validator

from brain.kit.schemas import Schema
from brain.platform.shop_floor.adapters.drivers.driver import Wanted
from brain.platform.shop_floor.adapters.drivers.polling import runs, text_of
from brain.platform.shop_floor.domain.readings import Value

Table = Literal["holding", "input", "coil", "discrete"]
DataType = Literal[
    "bool", "int16", "uint16", "int32", "uint32", "float32", "int64", "uint64", "float64", "string"
]
Order = Literal["ABCD", "CDAB", "BADC", "DCBA"]

MOST_REGISTERS: Final = 125  # in one answer (6.3, 6.4)
MOST_BITS: Final = 2000  # in one answer (6.1, 6.2)
_FORMATS: Final[dict[str, str]] = {
    "int16": ">h", "uint16": ">H", "int32": ">i", "uint32": ">I", "float32": ">f",
    "int64": ">q", "uint64": ">Q", "float64": ">d",
}  # fmt: skip


class ModbusAddress(Schema):
    """一个测点：哪个从站的哪个寄存器或线圈，怎样读成值。"""

    unit: int = Field(1, ge=0, le=255, description="从站号（Unit ID）")
    table: Table = Field(
        "holding",
        description="holding 保持寄存器 4x，input 输入寄存器 3x，coil 线圈 0x，discrete 离散输入 1x",
    )
    address: int = Field(
        ge=0, le=65_535, description="报文里的地址，从 0 起：说明书写 40001 的填 0，写 40101 的填 100"
    )
    type: DataType = Field("uint16", description="线圈与离散输入一律是开关量（bool）")
    bit: int | None = Field(None, ge=0, le=15, description="取寄存器的第几位，最低位为 0；只用于 bool")
    length: int | None = Field(None, ge=1, le=MOST_REGISTERS, description="占几个寄存器；只用于 string")
    order: Order = Field(
        "ABCD", description="字节次序：ABCD 高字在前（标准），CDAB 低字在前，BADC 字内字节对调，DCBA 全部倒序"
    )

    @model_validator(mode="before")
    @classmethod
    def _bits_are_bool(cls, told: Any) -> Any:
        if isinstance(told, dict) and told.get("table") in ("coil", "discrete"):
            return {name: value for name, value in told.items() if name not in ("type", "order")} | {
                "type": "bool"
            }
        return told

    @model_validator(mode="after")
    def _parts_agree(self) -> Self:
        of_bits = self.table in ("coil", "discrete")
        if (self.bit is not None) != (self.type == "bool" and not of_bits):
            raise ValueError("寄存器的开关量要写明第几位（bit），其他类型不写")
        if (self.length is not None) != (self.type == "string"):
            raise ValueError("文本要写明占几个寄存器（length），其他类型不写")
        if self.address + self.count > 65_536:
            raise ValueError("超出最后一个地址 65535")
        return self

    @property
    def count(self) -> int:
        """How many registers or bits it takes."""
        if self.type == "string":
            return self.length or 1
        return 1 if self.type == "bool" else struct.calcsize(_FORMATS[self.type]) // 2


@dataclass(frozen=True)
class Place:
    """Where a point lies in what is asked for; `number` as the caller counts."""

    number: int
    address: ModbusAddress


@dataclass(frozen=True)
class Request:
    """What is read at once: neighbours of one table, without addresses between them that nobody wants, which
    a device may refuse. `every` in seconds."""

    unit: int
    table: Table
    start: int
    count: int
    every: float
    places: tuple[Place, ...]

    def each(self) -> "list[Request]":
        """One request for each point: what is left where a device refuses them together."""
        return [_request(self.unit, self.table, self.every, [place]) for place in self.places]


def requests(wanted: Sequence[Wanted[ModbusAddress]]) -> list[Request]:
    by_group = defaultdict[tuple[int, Table, float], list[Place]](list)
    for each in wanted:
        group = (each.address.unit, each.address.table, each.sampling)
        by_group[group].append(Place(each.number, each.address))
    return [
        _request(unit, table, every, run)
        for (unit, table, every), places in by_group.items()
        for run in runs(places, _span, MOST_REGISTERS if table in ("holding", "input") else MOST_BITS)
    ]


def _span(place: Place) -> tuple[int, int]:
    return place.address.address, place.address.address + place.address.count


def _request(unit: int, table: Table, every: float, places: Sequence[Place]) -> Request:
    start = min(each.address.address for each in places)
    end = max(each.address.address + each.address.count for each in places)
    return Request(unit, table, start, end - start, every, tuple(places))


def value_of(address: ModbusAddress, words: Sequence[int]) -> Value:
    """Of the words that the address takes. Raises ValueError for bytes that are no text."""
    swapped = address.order in ("BADC", "DCBA")
    raw = b"".join(word.to_bytes(2, "little" if swapped else "big") for word in words)
    if address.type == "string":
        return text_of(raw)
    if address.type == "bool":
        return bool(int.from_bytes(raw, "big") >> (address.bit or 0) & 1)
    if address.order in ("CDAB", "DCBA"):
        raw = b"".join(raw[at : at + 2] for at in range(len(raw) - 2, -2, -2))
    found: int | float = struct.unpack(_FORMATS[address.type], raw)[0]
    return found
