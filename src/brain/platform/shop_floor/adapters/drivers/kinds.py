"""All drivers: settings and addresses as one shape each, and the driver for settings."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Final

from pydantic import Field, TypeAdapter, ValidationError

from brain.kit.http import sentence
from brain.kit.schemas import Schema
from brain.platform.shop_floor.adapters.drivers.driver import Driver, NotAdmitted, Sink, Wanted
from brain.platform.shop_floor.adapters.drivers.http_json import (
    HttpJsonAddress,
    HttpJsonDriver,
    HttpJsonSettings,
)
from brain.platform.shop_floor.adapters.drivers.modbus import ModbusDriver
from brain.platform.shop_floor.adapters.drivers.modbus_line import ModbusRtuSettings, ModbusTcpSettings
from brain.platform.shop_floor.adapters.drivers.modbus_registers import ModbusAddress
from brain.platform.shop_floor.adapters.drivers.mqtt import MqttAddress, MqttDeviceSettings, MqttDriver
from brain.platform.shop_floor.adapters.drivers.mtconnect import (
    MtconnectAddress,
    MtconnectDriver,
    MtconnectSettings,
)
from brain.platform.shop_floor.adapters.drivers.opc_ua import OpcUaDriver
from brain.platform.shop_floor.adapters.drivers.opc_ua_channel import OpcUaSettings
from brain.platform.shop_floor.adapters.drivers.opc_ua_nodes import OpcUaAddress
from brain.platform.shop_floor.adapters.drivers.s7 import S7Driver, S7Settings
from brain.platform.shop_floor.adapters.drivers.s7_memory import S7Address
from brain.platform.shop_floor.adapters.drivers.sparkplug import SparkplugDriver, SparkplugSettings
from brain.platform.shop_floor.adapters.drivers.sparkplug_host import SparkplugAddress
from brain.platform.shop_floor.domain.certificates import Own
from brain.platform.shop_floor.domain.points import Point

Settings = Annotated[
    MqttDeviceSettings
    | SparkplugSettings
    | HttpJsonSettings
    | OpcUaSettings
    | ModbusTcpSettings
    | ModbusRtuSettings
    | MtconnectSettings
    | S7Settings,
    Field(discriminator="kind"),
]
_SETTINGS: Final = TypeAdapter[Settings](Settings)


@dataclass(frozen=True)
class Kind:
    settings: type[Schema]
    address: type[Schema]
    driver: type[Any]


KINDS: Final = {
    "mqtt": Kind(MqttDeviceSettings, MqttAddress, MqttDriver),
    "sparkplug": Kind(SparkplugSettings, SparkplugAddress, SparkplugDriver),
    "opc_ua": Kind(OpcUaSettings, OpcUaAddress, OpcUaDriver),
    "modbus_tcp": Kind(ModbusTcpSettings, ModbusAddress, ModbusDriver),
    "modbus_rtu": Kind(ModbusRtuSettings, ModbusAddress, ModbusDriver),
    "s7": Kind(S7Settings, S7Address, S7Driver),
    "mtconnect": Kind(MtconnectSettings, MtconnectAddress, MtconnectDriver),
    "http_json": Kind(HttpJsonSettings, HttpJsonAddress, HttpJsonDriver),
}
# Settings that say to whom a secret goes.
_DESTINATION: Final = {
    "kind",
    "host",
    "port",
    "device",
    "endpoint",
    "url",
    "user",
    "tls",
    "ca",
    "server_certificate",
}


class WrongAddress(ValueError):
    """`place` in the address, and what is wrong there."""

    def __init__(self, place: str, message: str) -> None:
        super().__init__(message)
        self.place = place


def read(settings: dict[str, Any]) -> Settings:
    return _SETTINGS.validate_python(settings)


def destination(settings: Settings) -> dict[str, Any]:
    return {name: value for name, value in settings.model_dump().items() if name in _DESTINATION}


def address_of(kind: str, address: dict[str, Any]) -> Schema:
    """Raises WrongAddress."""
    if kind not in KINDS:
        raise WrongAddress("", f"没有协议“{kind}”的驱动")
    try:
        return KINDS[kind].address.model_validate(address)
    except ValidationError as error:
        first = error.errors()[0]
        raise WrongAddress("/".join(map(str, first["loc"])), sentence(first)) from error


def is_secured(settings: Settings) -> bool:
    """Whether the gateway must show a certificate of its own."""
    return isinstance(settings, OpcUaSettings) and settings.mode != "none"


def driver_of(settings: Settings, secret: str | None, own: Own | None) -> Driver[Any]:
    if isinstance(settings, OpcUaSettings):
        return OpcUaDriver(settings, secret, own)
    driver: Driver[Any] = KINDS[settings.kind].driver(settings, secret)
    return driver


async def collect(
    settings: dict[str, Any],
    secret: str | None,
    own: Own | None,
    points: Sequence[tuple[Point, dict[str, Any]]],
    sink: Sink,
) -> None:
    """A point whose address is wrong is silent; the others are collected."""
    try:
        held = read(settings)
    except ValidationError as error:
        raise NotAdmitted(f"来源的设置不合：{sentence(error.errors()[0])}") from error
    wanted = []
    for point, address in points:
        try:
            wanted.append(_wanted(point, address_of(held.kind, address)))
        except WrongAddress as error:
            sink.silent([point.number], f"地址不对：{error}")
    await driver_of(held, secret, own).collect(wanted, sink)


def _wanted(point: Point, address: Schema) -> Wanted[Any]:
    """The source filters in its own unit, before scaling."""
    return Wanted(
        number=point.number,
        address=address,
        kind=point.kind,
        sampling=point.sampling,
        dead_band=point.dead_band / abs(point.scale) or None,
    )
