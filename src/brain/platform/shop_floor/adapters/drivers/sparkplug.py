"""Metrics of Sparkplug B 3.0 edge nodes and their devices."""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from typing import Any, Final, Literal

from pydantic import Field

from brain.platform.shop_floor.adapters.drivers import sparkplug_payload as payloads
from brain.platform.shop_floor.adapters.drivers.broker import BrokerSettings, Session, session
from brain.platform.shop_floor.adapters.drivers.driver import Found, NotAdmitted, Sample, Sink, Wanted
from brain.platform.shop_floor.adapters.drivers.mqtt_packets import LARGEST, Message
from brain.platform.shop_floor.adapters.drivers.sparkplug_host import (
    MOST_NODES,
    NAME,
    Host,
    SparkplugAddress,
    place_of,
    rebirth,
)
from brain.platform.shop_floor.domain.readings import Quality, ValueKind

_LISTEN: Final = 3.0  # seconds to hear births
_MOST_FOUND: Final = 500


class SparkplugSettings(BrokerSettings):
    """按 Sparkplug B 发布的边缘节点（一个组）。"""

    kind: Literal["sparkplug"]
    group: str = Field(min_length=1, max_length=200, pattern=NAME, description="组标识 group_id")


class SparkplugDriver:
    def __init__(self, settings: SparkplugSettings, secret: str | None) -> None:
        self._settings = settings
        self._secret = secret
        self._filter = f"spBv1.0/{settings.group}/#"

    async def collect(self, wanted: Sequence[Wanted[SparkplugAddress]], sink: Sink) -> None:
        host = Host(self._settings.group, wanted, sink)
        skipped = partial(_tell_skipped, sink)
        async with session(self._settings, self._secret, host, lasting=False, skipped=skipped) as connected:
            await self._subscribe(connected)
            host.ask_all(connected)
            await connected.lasts()

    async def _subscribe(self, connected: Session) -> None:
        if await connected.subscribe([self._filter]):
            raise NotAdmitted(f"对方不允许订阅 {self._filter}，请核对账号的权限")

    async def read(self, addresses: Sequence[SparkplugAddress]) -> Sequence[Sample]:
        """What births say, which every node is asked for."""
        once = _Once(len(set(_keys(addresses))))
        numbers = {each: number for number, each in enumerate(dict.fromkeys(_keys(addresses)))}
        wanted = [
            Wanted(
                number=number,
                address=SparkplugAddress(node=node, device=device, metric=metric),
                kind=ValueKind.NUMBER,
            )
            for (node, device, metric), number in numbers.items()
        ]
        collecting = asyncio.create_task(self.collect(wanted, once))
        full = asyncio.create_task(once.full.wait())
        try:
            await asyncio.wait([collecting, full], timeout=_LISTEN, return_when=asyncio.FIRST_COMPLETED)
            if collecting.done():
                collecting.result()
        finally:
            for task in (collecting, full):
                task.cancel()
            await asyncio.wait([collecting, full])
        nothing = Sample(value=None, quality=Quality.BAD)
        return [once.samples.get(numbers[each], nothing) for each in _keys(addresses)]

    async def browse(self, under: str | None) -> Sequence[Found[SparkplugAddress]]:
        """`under`: a node, or node/device."""
        births = _Births(self._settings.group)
        async with session(self._settings, self._secret, births, lasting=False) as connected:
            await self._subscribe(connected)
            if under is not None:
                connected.publish(*rebirth(self._settings.group, under.partition("/")[0]))
            await asyncio.sleep(_LISTEN)
        if under is None:
            return [
                Found(name=node, title=node, address=None, under=node)
                for node in sorted({node for node, _ in births.heard})
            ][:_MOST_FOUND]
        node, _, device = under.partition("/")
        devices = sorted(each for name, each in births.heard if name == node and each) if not device else []
        found = [
            Found[SparkplugAddress](name=each, title=each, address=None, under=f"{node}/{each}")
            for each in devices
        ]
        return [*found, *_metrics(births, node, device or None)][:_MOST_FOUND]


def _keys(addresses: Sequence[SparkplugAddress]) -> list[tuple[str, str | None, str]]:
    return [(each.node, each.device, each.metric) for each in addresses]


class _Once:
    """A sink that takes the first value of each point."""

    def __init__(self, enough: int) -> None:
        self.samples: dict[int, Sample] = {}
        self.full = asyncio.Event()
        self._enough = enough

    def put(self, number: int, at: int | None, value: Any, quality: Quality) -> None:
        self.samples.setdefault(number, Sample(value=value, quality=quality, at=at))
        if len(self.samples) >= self._enough:
            self.full.set()

    def clock(self, ahead: float) -> None:
        pass

    def lost(self, count: int, why: str) -> None:
        pass

    def silent(self, numbers: Sequence[int], why: str) -> None:
        pass

    def taken(self, done: Callable[[], None]) -> None:
        done()


class _Births:
    """The last birth of each node and device; nodes that speak are asked for theirs, once."""

    def __init__(self, group: str) -> None:
        self.heard: dict[tuple[str, str | None], bytes] = {}
        self._group = group
        self._asked: set[str] = set()

    def __call__(self, connected: Session, messages: list[Message]) -> None:
        for message in messages:
            place = place_of(message.topic)
            if place is None or len(self.heard) >= MOST_NODES or place.kind in ("NCMD", "DCMD"):
                continue
            if place.kind in ("NBIRTH", "DBIRTH"):
                self.heard[place.node, place.device] = message.payload
                self._asked.add(place.node)
            elif place.kind != "NDEATH" and place.node not in self._asked and len(self._asked) < MOST_NODES:
                self._asked.add(place.node)
                connected.publish(*rebirth(self._group, place.node))
        connected.acknowledge([message.number for message in messages if message.number])


def _metrics(births: _Births, node: str, device: str | None) -> list[Found[SparkplugAddress]]:
    found = list[Found[SparkplugAddress]]()
    with suppress(ValueError):
        payload = payloads.decode(births.heard.get((node, device), b""))
        for metric in payload.metrics[:_MOST_FOUND]:
            is_read = metric.datatype in payloads.TYPES and 0 < len(metric.name) <= 1000
            value = payloads.value_of(metric, metric.datatype) if is_read else None
            told = metric.timestamp or payload.timestamp
            quality = Quality.BAD if value is None else Quality.GOOD
            found.append(
                Found(
                    name=metric.name[:1000],
                    title=metric.name[:1000],
                    address=SparkplugAddress(node=node, device=device, metric=metric.name)
                    if is_read
                    else None,
                    under=None,
                    kind=payloads.TYPES[metric.datatype][2] if is_read else None,
                    sample=Sample(value=value, quality=quality, at=told * 1000 or None) if is_read else None,
                )
            )
    return found


def _tell_skipped(sink: Sink, length: int) -> None:
    sink.lost(1, f"一条报文有 {length >> 20} MB，超过 {LARGEST >> 20} MB，没有读取")
