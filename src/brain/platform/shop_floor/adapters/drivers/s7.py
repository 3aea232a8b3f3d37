"""Values of Siemens S7 controllers (300, 400, 1200, 1500) over ISO on TCP: asked for again and again."""

import logging
import math
import re
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Final, Literal

from pydantic import Field

from brain.kit.schemas import Schema
from brain.platform.shop_floor.adapters.drivers.driver import (
    Found,
    NotAdmitted,
    NotReached,
    Sample,
    Sink,
    Wanted,
)
from brain.platform.shop_floor.adapters.drivers.polling import REFUSED_PAUSE, Rounds
from brain.platform.shop_floor.adapters.drivers.s7_memory import Request, S7Address, requests, value_of
from brain.platform.shop_floor.domain.readings import Quality, Value, ValueKind

if TYPE_CHECKING:  # only who uses it pays
    from snap7.async_client import AsyncClient

_OVERHEAD: Final = 18  # bytes of an answer that are no values
_CODE: Final = re.compile(r"\(0x([0-9a-f]{2})\)$")
_UNREAD: Final = Sample(value=None, quality=Quality.BAD)
_NOT_SUPPORTED: Final = 0x8104  # how the 1200 and 1500 refuse where PUT/GET is not allowed
_AREAS: Final = {"i": 0x81, "q": 0x82, "m": 0x83, "db": 0x84}
_REFUSED: Final = {
    0x01: "控制器的硬件出错",
    0x03: "控制器不许读取：请在 TIA 里允许 PUT/GET 通信",
    0x05: "超出了这个数据块或存储区的长度，请核对字节地址",
    0x06: "控制器不支持这种类型",
    0x0A: "控制器没有这个数据块，或它是“优化的块访问”：请核对块号，在块的属性里取消优化",
}

logging.getLogger("snap7").setLevel(logging.CRITICAL)


class S7Settings(Schema):
    """西门子 S7 控制器。1200 与 1500 须允许 PUT/GET 通信，要读的数据块须取消“优化的块访问”。"""

    kind: Literal["s7"]
    host: str = Field(pattern=r"^[^\s/@]+$", max_length=253, description="如 192.168.0.1")
    port: int = Field(102, ge=1, le=65_535)
    rack: int = Field(0, ge=0, le=7, description="机架号，通常是 0")
    slot: int = Field(
        1, ge=0, le=31, description="CPU 的槽位：1200 与 1500 填 1（或 0），300 填 2，400 看组态"
    )
    timeout: float = Field(3.0, ge=0.1, le=10, description="等一次应答多少秒")


class _Refused(Exception):
    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class S7Driver:
    def __init__(self, settings: S7Settings, secret: str | None) -> None:
        self._settings = settings

    async def collect(self, wanted: Sequence[Wanted[S7Address]], sink: Sink) -> None:
        async with self._connected() as client:
            rounds = Rounds(requests(wanted, client.pdu_length - _OVERHEAD))

            async def ask(request: Request) -> float | None:
                try:
                    told = await _ask(client, request)
                except _Refused as refusal:
                    if len(request.places) > 1:
                        for each in request.each():
                            rounds.now(each)
                        return None
                    sink.silent([place.number for place in request.places], refusal.why)
                    return max(REFUSED_PAUSE, request.every)
                for number, value in _values(request, told):
                    if value is None:
                        sink.silent([number], "读到的不是这种文本")
                    else:
                        sink.put(number, None, value, Quality.GOOD)
                return request.every

            await rounds.go(ask)

    async def browse(self, under: str | None) -> Sequence[Found[S7Address]]:
        """S7 tells nothing of what a data block holds: all there is to see is that it can be connected to."""
        async with self._connected():
            return []

    async def read(self, addresses: Sequence[S7Address]) -> Sequence[Sample]:
        wanted = [Wanted(number=at, address=each, kind=ValueKind.NUMBER) for at, each in enumerate(addresses)]
        found: dict[int, Sample] = {}
        async with self._connected() as client:
            pending = requests(wanted, client.pdu_length - _OVERHEAD)
            while pending:
                request = pending.pop()
                try:
                    told = await _ask(client, request)
                except _Refused:
                    pending += request.each() if len(request.places) > 1 else []
                else:
                    found |= {number: _sample(value) for number, value in _values(request, told)}
        return [found.get(at, _UNREAD) for at in range(len(addresses))]

    @asynccontextmanager
    async def _connected(self) -> AsyncIterator["AsyncClient"]:
        from snap7.async_client import AsyncClient  # noqa: PLC0415 - see above
        from snap7.error import S7Error  # noqa: PLC0415 - see above

        settings, client = self._settings, AsyncClient()
        try:
            try:
                await client.connect(settings.host, settings.rack, settings.slot, settings.port)
            except (S7Error, OSError, ValueError) as error:
                raise NotReached("控制器没有回答，请检查地址、机架与槽位，以及网络") from error
            if client.connection is not None:
                client.connection.timeout = settings.timeout
            yield client
        finally:
            await client.disconnect()


async def _ask(client: "AsyncClient", request: Request) -> bytes:
    """Raises _Refused, and NotReached where the connection is gone or what came is no answer."""
    from snap7.error import S7ConnectionError, S7Error, S7TimeoutError  # noqa: PLC0415 - see above
    from snap7.type import Area  # noqa: PLC0415 - see above

    area = Area(_AREAS[request.area])
    try:
        told = await client.read_area(area, request.db, request.start, request.size)
    except (S7ConnectionError, S7TimeoutError, OSError) as error:
        raise NotReached("控制器断开了连接，或不再回答") from error
    except S7Error as error:
        if error.error_code == _NOT_SUPPORTED:
            raise NotAdmitted(_REFUSED[0x03]) from error
        code = _CODE.search(str(error))
        if code is None:
            raise NotReached(f"控制器的应答不合 S7：{str(error)[:200]}") from error
        number = int(code[1], 16)
        raise _Refused(_REFUSED.get(number, f"控制器拒绝了读取（0x{number:02x}）")) from error
    except (ValueError, IndexError, KeyError, ArithmeticError) as error:
        raise NotReached("控制器的应答不合 S7") from error
    return bytes(told)


def _values(request: Request, told: bytes) -> Iterator[tuple[int, Value]]:
    """None for what cannot be read."""
    for place in request.places:
        begin, end = (at - request.start for at in place.span)
        try:
            yield place.number, value_of(place.address, told[begin:end])
        except ValueError:
            yield place.number, None


def _sample(value: Value) -> Sample:
    if value is None or (isinstance(value, float) and not math.isfinite(value)):
        return _UNREAD
    return Sample(value=value, quality=Quality.GOOD)
