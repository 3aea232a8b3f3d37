"""Values of Modbus devices: asked for again and again, neighbours at once, quiet units left alone a while."""

import math
import time
from collections.abc import Iterator, Sequence
from typing import Any, Final

from brain.platform.shop_floor.adapters.drivers.driver import Found, NotReached, Sample, Sink, Wanted
from brain.platform.shop_floor.adapters.drivers.modbus_line import (
    Excepted,
    Line,
    ModbusRtuSettings,
    ModbusTcpSettings,
    Unanswered,
    connected,
)
from brain.platform.shop_floor.adapters.drivers.modbus_registers import (
    ModbusAddress,
    Request,
    requests,
    value_of,
)
from brain.platform.shop_floor.adapters.drivers.polling import REFUSED_PAUSE, Rounds
from brain.platform.shop_floor.domain.readings import Quality, Value, ValueKind

_TRIES: Final = 3  # answers that a unit may fail to give before it is left alone for a while
_PAUSE, _LONGEST_PAUSE = 2.0, 30.0  # seconds for which it is
_LASTING: Final = {1, 2, 3}  # exception codes by which the device will not answer otherwise soon
_TOGETHER: Final = {2, 3}  # those that may be of the request and not of each of its points
_UNREACHED: Final = {10, 11}  # a gateway's word for a unit behind it that does not answer
_UNREAD: Final = Sample(value=None, quality=Quality.BAD)


class ModbusDriver:
    def __init__(self, settings: ModbusTcpSettings | ModbusRtuSettings, secret: str | None) -> None:
        self._settings = settings

    async def collect(self, wanted: Sequence[Wanted[ModbusAddress]], sink: Sink) -> None:
        async with connected(self._settings) as line:
            await _Asking(line, sink, requests(wanted)).go()

    async def browse(self, under: str | None) -> Sequence[Found[ModbusAddress]]:
        """Modbus tells nothing of what a device has: all there is to see is that it can be connected to."""
        async with connected(self._settings):
            return []

    async def read(self, addresses: Sequence[ModbusAddress]) -> Sequence[Sample]:
        pending = requests(
            [Wanted(number=at, address=each, kind=ValueKind.NUMBER) for at, each in enumerate(addresses)]
        )
        found: dict[int, Sample] = {}
        quiet: set[int] = set()
        async with connected(self._settings) as line:
            while pending:
                request = pending.pop()
                if request.unit in quiet:
                    continue
                try:
                    told = await line.ask(request)
                except Unanswered:
                    quiet.add(request.unit)
                except Excepted as refusal:
                    if refusal.code in _TOGETHER and len(request.places) > 1:
                        pending += request.each()
                else:
                    found |= {number: _sample(value) for number, value in _values(request, told)}
        if quiet and not found:
            raise NotReached(f"从站 {min(quiet)} 没有回答，请核对从站号、接线与通信参数")
        return [found.get(at, _UNREAD) for at in range(len(addresses))]


class _Unit:
    """How a unit behaves: the questions that it left open one after another, and until when it is let be."""

    def __init__(self) -> None:
        self.open = 0
        self.pause = _PAUSE

    @property
    def is_quiet(self) -> bool:
        return self.open >= _TRIES

    def answered(self) -> None:
        self.open, self.pause = 0, _PAUSE

    def failed(self) -> float:
        """How long to let it be, in seconds."""
        self.open += 1
        if not self.is_quiet:
            return 0.0
        pause, self.pause = self.pause, min(self.pause * 2, _LONGEST_PAUSE)
        return pause


class _Asking:
    """Of all units of a line, one question at a time."""

    def __init__(self, line: Line, sink: Sink, asked: Sequence[Request]) -> None:
        self._line = line
        self._sink = sink
        self._rounds = Rounds(asked)
        self._units = {request.unit: _Unit() for request in asked}
        self._rests: dict[int, float] = {}

    async def go(self) -> None:
        await self._rounds.go(self._unless_resting)

    async def _unless_resting(self, request: Request) -> float | None:
        rest = self._rests.get(request.unit, 0.0) - time.monotonic()
        return rest if rest > 0 else await self._ask(request)

    async def _ask(self, request: Request) -> float | None:
        """When to ask again, in seconds; None where others take its place."""
        unit = self._units[request.unit]
        try:
            told = await self._line.ask(request)
        except Unanswered:
            return self._unanswered(request, f"从站 {request.unit} 没有回答，或应答读不懂")
        except Excepted as refusal:
            if refusal.code in _UNREACHED:
                return self._unanswered(request, refusal.why)
            unit.answered()
            if refusal.code in _TOGETHER and len(request.places) > 1:
                for each in request.each():
                    self._rounds.now(each)
                return None
            self._silent(request, refusal.why)
            return max(REFUSED_PAUSE, request.every) if refusal.code in _LASTING else request.every
        unit.answered()
        for number, value in _values(request, told):
            if value is None:
                self._sink.silent([number], "寄存器里不是文本")
            else:
                self._sink.put(number, None, value, Quality.GOOD)
        return request.every

    def _unanswered(self, request: Request, why: str) -> float:
        """Raises NotReached where no unit is left that answers."""
        self._silent(request, why)
        unit = self._units[request.unit]
        self._rests[request.unit] = time.monotonic() + unit.failed()
        if all(each.is_quiet for each in self._units.values()):
            raise NotReached(why + "，请核对从站号、接线与通信参数")
        return request.every

    def _silent(self, request: Request, why: str) -> None:
        self._sink.silent([place.number for place in request.places], why)


def _values(request: Request, told: Sequence[Any]) -> Iterator[tuple[int, Value]]:
    """None for what cannot be read."""
    for place in request.places:
        address = place.address
        part = told[address.address - request.start :][: address.count]
        if request.table in ("coil", "discrete"):
            yield place.number, bool(part[0])
            continue
        try:
            yield place.number, value_of(address, part)
        except ValueError:
            yield place.number, None


def _sample(value: Value) -> Sample:
    if value is None or (isinstance(value, float) and not math.isfinite(value)):
        return _UNREAD
    return Sample(value=value, quality=Quality.GOOD)
