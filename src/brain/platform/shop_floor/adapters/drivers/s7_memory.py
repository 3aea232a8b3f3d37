"""Memory of Siemens S7 controllers: addresses, requests that serve several points, values out of bytes."""

import struct
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal, Self

from pydantic import Field, model_validator

from brain.kit.schemas import Schema
from brain.platform.shop_floor.adapters.drivers.driver import Wanted
from brain.platform.shop_floor.adapters.drivers.polling import runs, text_of
from brain.platform.shop_floor.domain.readings import Value

Area = Literal["db", "m", "i", "q"]
DataType = Literal[
    "BOOL", "BYTE", "SINT", "WORD", "INT", "DWORD", "DINT", "LWORD", "LINT", "REAL", "LREAL",
    "STRING", "WSTRING",
]  # fmt: skip

_FORMATS: Final[dict[str, str]] = {
    "BOOL": ">B", "BYTE": ">B", "SINT": ">b", "WORD": ">H", "INT": ">h", "DWORD": ">I", "DINT": ">i",
    "LWORD": ">Q", "LINT": ">q", "REAL": ">f", "LREAL": ">d",
}  # fmt: skip
_GAP: Final = 16  # bytes that nobody wants between two points: cheaper than another question
_LAST: Final = 65_535


class S7Address(Schema):
    """一个测点：哪个存储区的哪个字节，怎样读成值。"""

    area: Area = Field("db", description="db 数据块，m 位存储区，i 输入，q 输出")
    db: int | None = Field(None, ge=1, le=65_535, description="数据块号，如 DB10 填 10；只用于数据块")
    offset: int = Field(ge=0, le=_LAST, description="字节地址：DB10.DBD4 填 4，M20.3 填 20")
    type: DataType = Field(
        "INT", description="无符号整数：USINT 选 BYTE，UINT 选 WORD，UDINT 选 DWORD，ULINT 选 LWORD"
    )
    bit: int | None = Field(None, ge=0, le=7, description="第几位：M20.3 填 3；只用于 BOOL")
    characters: int | None = Field(
        None, ge=1, le=254, description="最多几个字符：STRING[20] 填 20；只用于 STRING 与 WSTRING"
    )

    @model_validator(mode="after")
    def _parts_agree(self) -> Self:
        if (self.db is not None) != (self.area == "db"):
            raise ValueError("数据块要写明块号（db），其他存储区不写")
        if (self.bit is not None) != (self.type == "BOOL"):
            raise ValueError("BOOL 要写明第几位（bit），其他类型不写")
        if (self.characters is not None) != (self.type in ("STRING", "WSTRING")):
            raise ValueError("文本要写明最多几个字符（characters），其他类型不写")
        if self.offset + self.size > _LAST + 1:
            raise ValueError(f"超出最后一个字节 {_LAST}")
        return self

    @property
    def size(self) -> int:
        """In bytes."""
        if self.type == "STRING":
            return 2 + (self.characters or 0)
        if self.type == "WSTRING":
            return 4 + 2 * (self.characters or 0)
        return struct.calcsize(_FORMATS[self.type])


@dataclass(frozen=True)
class Place:
    """Where a point lies in what is asked for; `number` as the caller counts."""

    number: int
    address: S7Address

    @property
    def span(self) -> tuple[int, int]:
        return self.address.offset, self.address.offset + self.address.size


@dataclass(frozen=True)
class Request:
    """Bytes of one area that are read at once. `every` in seconds."""

    area: Area
    db: int
    start: int
    size: int
    every: float
    places: tuple[Place, ...]

    def each(self) -> "list[Request]":
        """One request for each point: what is left where a controller refuses them together."""
        return [_request(self.area, self.db, self.every, [place]) for place in self.places]


def requests(wanted: Sequence[Wanted[S7Address]], most: int) -> list[Request]:
    """`most`: bytes that one answer can carry, as the controller granted."""
    by_group = defaultdict[tuple[Area, int, float], list[Place]](list)
    for each in wanted:
        by_group[each.address.area, each.address.db or 0, each.sampling].append(
            Place(each.number, each.address)
        )
    return [
        _request(area, db, every, run)
        for (area, db, every), places in by_group.items()
        for run in runs(places, lambda each: each.span, most, _GAP)
    ]


def _request(area: Area, db: int, every: float, places: Sequence[Place]) -> Request:
    start = min(each.span[0] for each in places)
    end = max(each.span[1] for each in places)
    return Request(area, db, start, end - start, every, tuple(places))


def value_of(address: S7Address, raw: bytes) -> Value:
    """Of the bytes that the address takes. Raises ValueError for bytes that are no such text."""
    if address.type == "STRING":
        held, used = raw[2:], raw[1]
        if used > len(held):
            raise ValueError("不是 STRING：长度超出")
        return text_of(held[:used])
    if address.type == "WSTRING":
        held, used = raw[4:], 2 * int.from_bytes(raw[2:4], "big")
        if used > len(held):
            raise ValueError("不是 WSTRING：长度超出")
        return held[:used].decode("utf-16-be").split("\0", 1)[0].strip()
    found: int | float = struct.unpack(_FORMATS[address.type], raw)[0]
    return bool(int(found) >> (address.bit or 0) & 1) if address.type == "BOOL" else found
