"""Connections to Modbus devices, over TCP or a serial line (RTU), and one question at a time over each."""

import asyncio
import logging
import termios
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, Literal

from pydantic import Field

from brain.kit.schemas import Schema
from brain.platform.shop_floor.adapters.drivers.driver import NotAdmitted, NotReached
from brain.platform.shop_floor.adapters.drivers.modbus_registers import Request

if TYPE_CHECKING:  # pymodbus takes a third of a second and 16 MB to import: only who uses it pays
    from pymodbus.client import AsyncModbusSerialClient, AsyncModbusTcpClient

_NEVER: Final = 1_000_000_000  # silent answers: a quiet unit must not cost the others behind the same gateway
# Exception codes (Modbus Application Protocol V1.1b3, 7).
_EXCEPTIONS: Final = {
    1: "设备不支持这种读取，请核对寄存器区",
    2: "设备没有这个地址，请核对地址（从 0 起）与寄存器区",
    3: "设备不接受这个长度，请核对数据类型",
    4: "设备内部出错",
    5: "设备还在处理",
    6: "设备正忙",
    8: "设备的存储校验出错",
    10: "网关没有通往这个从站的路",
    11: "网关后面的从站没有回答",
}

# It logs every missing answer as an error; here that is told of the points concerned.
logging.getLogger("pymodbus").setLevel(logging.CRITICAL)


class ModbusTcpSettings(Schema):
    """Modbus TCP 设备，或串口转以太网的 Modbus 网关。"""

    kind: Literal["modbus_tcp"]
    host: str = Field(pattern=r"^[^\s/@]+$", max_length=253, description="如 192.168.1.20")
    port: int = Field(502, ge=1, le=65_535)
    timeout: float = Field(2.0, ge=0.1, le=10, description="等一次应答多少秒")


class ModbusRtuSettings(Schema):
    """串口（RS-485 / RS-232）上的 Modbus RTU 设备。同一条线上的几个来源，参数须一样。"""

    kind: Literal["modbus_rtu"]
    device: str = Field(
        pattern=r"^/dev/[0-9A-Za-z_-][0-9A-Za-z_.:-]*(/[0-9A-Za-z_-][0-9A-Za-z_.:-]*){0,4}$",
        max_length=200,
        description="串口，如 /dev/ttyUSB0",
    )
    baud_rate: int = Field(9600, ge=300, le=1_000_000, description="波特率")
    parity: Literal["none", "even", "odd"] = Field("none", description="校验")
    stop_bits: Literal["1", "2"] = Field("1", description="停止位")
    timeout: float = Field(1.0, ge=0.1, le=10, description="等一次应答多少秒")


class Unanswered(Exception):
    """No answer in time, or none that can be read."""


@dataclass
class Excepted(Exception):
    """The device answers with an exception code."""

    code: int

    @property
    def why(self) -> str:
        return f"{_EXCEPTIONS.get(self.code, '设备报告了未知的异常')}（异常码 {self.code}）"


@dataclass
class Line:
    """A connection over which one question is asked at a time; `users` share a serial line."""

    client: "AsyncModbusTcpClient | AsyncModbusSerialClient"
    settings: "ModbusTcpSettings | ModbusRtuSettings"
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    users: int = 0

    async def ask(self, request: Request) -> list[Any]:
        """Registers or bits. Raises Unanswered, Excepted, and NotReached where the connection is gone."""
        from pymodbus.exceptions import ModbusException  # noqa: PLC0415 - see above

        read = {
            "holding": self.client.read_holding_registers,
            "input": self.client.read_input_registers,
            "coil": self.client.read_coils,
            "discrete": self.client.read_discrete_inputs,
        }[request.table]
        async with self.turn:
            if not self.client.connected:
                raise NotReached("连接断了")
            await asyncio.sleep(self._silence())
            try:
                answer = await read(request.start, count=request.count, device_id=request.unit)
            except ModbusException as error:
                if not self.client.connected:
                    raise NotReached("对方断开了连接，或它的应答不合 Modbus") from error
                if isinstance(self.settings, ModbusRtuSettings):
                    # RTU answers carry no number: one that comes late must not be taken for the next.
                    await asyncio.sleep(self.settings.timeout)
                raise Unanswered from error
        if answer.isError():
            raise Excepted(answer.exception_code)
        if request.table in ("holding", "input"):
            told, due = list(answer.registers), request.count
        else:
            told, due = list(answer.bits), -(-request.count // 8) * 8
        if len(told) != due:
            raise Unanswered
        return told

    def _silence(self) -> float:
        """Seconds of 3.5 characters, which part two frames (Modbus over Serial Line V1.02, 2.5.1.1)."""
        if isinstance(self.settings, ModbusTcpSettings):
            return 0.0
        return max(0.00175, 3.5 * 11 / self.settings.baud_rate)


# By device, of this process: a serial line can be opened once, and reading now shares it with collecting.
_LINES: Final[dict[str, Line]] = {}


@asynccontextmanager
async def connected(settings: ModbusTcpSettings | ModbusRtuSettings) -> AsyncIterator[Line]:
    if isinstance(settings, ModbusTcpSettings):
        line = await _tcp(settings)
        try:
            yield line
        finally:
            line.client.close()
        return
    line = await _shared(settings)
    line.users += 1
    try:
        yield line
    finally:
        line.users -= 1
        if not line.users:
            _LINES.pop(settings.device, None)
            line.client.close()


async def _tcp(settings: ModbusTcpSettings) -> Line:
    from pymodbus.client import AsyncModbusTcpClient  # noqa: PLC0415 - see above

    client = AsyncModbusTcpClient(
        settings.host, port=settings.port, timeout=settings.timeout, retries=0, reconnect_delay=0
    )
    client.set_max_no_responses(_NEVER)
    if not await client.connect():
        raise NotReached("设备没有回答，请检查地址、端口和网络")
    return Line(client, settings)


async def _shared(settings: ModbusRtuSettings) -> Line:
    held = _LINES.get(settings.device)
    if held is None:
        _LINES[settings.device] = held = _serial(settings)
    elif held.settings != settings:
        raise NotAdmitted("这个串口正以另外的参数使用：同一条线上的来源，波特率、校验和停止位须一样")
    async with held.turn:
        if not held.client.connected and not await _opened(held):
            if not held.users:
                _LINES.pop(settings.device, None)
            raise NotReached(f"打不开串口 {settings.device}：请检查接线、是否被别的程序占用、有无读写权限")
    return held


def _serial(settings: ModbusRtuSettings) -> Line:
    from pymodbus.client import AsyncModbusSerialClient  # noqa: PLC0415 - see above

    client = AsyncModbusSerialClient(
        settings.device, baudrate=settings.baud_rate, parity=settings.parity[0].upper(),
        stopbits=int(settings.stop_bits), timeout=settings.timeout, retries=0, reconnect_delay=0,
    )  # fmt: skip
    client.set_max_no_responses(_NEVER)
    return Line(client, settings)


async def _opened(line: Line) -> bool:
    """The library lets errors of a path that is no serial line through."""
    try:
        return await line.client.connect()
    except (OSError, ValueError, termios.error):
        return False
