"""What a host application of Sparkplug B 3.0 knows of its edge nodes: births, aliases, numbers, deaths."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import chain
from typing import Any, Final, NamedTuple

from pydantic import Field

from brain.kit.schemas import Schema
from brain.platform.shop_floor.adapters.drivers import sparkplug_payload as payloads
from brain.platform.shop_floor.adapters.drivers.broker import Session
from brain.platform.shop_floor.adapters.drivers.driver import Sink, Wanted
from brain.platform.shop_floor.adapters.drivers.mqtt_packets import Message
from brain.platform.shop_floor.domain.readings import Quality

MOST_NODES: Final = 500
NAME: Final = r"^[^+#/\x00]+$"
_REBIRTH_EVERY: Final = 10.0  # seconds between requests to one node
_CLOCK_EVERY: Final = 2 * 1_000_000  # µs
_TELLING: Final = frozenset({"NBIRTH", "NDEATH", "NDATA", "DBIRTH", "DDEATH", "DDATA"})
_REBIRTH: Final = "Node Control/Rebirth"


class SparkplugAddress(Schema):
    """一个测点：节点、设备（节点自己的测点不填）和名称。"""

    node: str = Field(min_length=1, max_length=200, pattern=NAME)
    device: str | None = Field(None, min_length=1, max_length=200, pattern=NAME)
    metric: str = Field(min_length=1, max_length=1000)


class Place(NamedTuple):
    """Where a message comes from, and of which type it is."""

    kind: str
    node: str
    device: str | None


def place_of(topic: bytes) -> Place | None:
    try:
        levels = topic.decode().split("/")
    except UnicodeDecodeError:
        return None
    if len(levels) not in (4, 5):
        return None
    return Place(levels[2], levels[3], levels[4] if len(levels) == 5 else None)


@dataclass
class _Device:
    """Of a device, or of the node itself (None): what is wanted of each metric, and what its birth told."""

    wanted: dict[str, list[int]]
    names: dict[str, int] = field(default_factory=dict)  # the data type of each metric that can be read
    is_born: bool = False


@dataclass
class _Node:
    devices: dict[str | None, _Device] = field(default_factory=dict)
    aliases: dict[int, tuple[str | None, str]] = field(default_factory=dict)
    seq: int | None = None
    birth: int | None = None  # bdSeq, which a death must bear to be of this birth
    asked_at: float = float("-inf")


class Host:
    """Turns messages of edge nodes into values for the sink."""

    def __init__(self, group: str, wanted: Sequence[Wanted[SparkplugAddress]], sink: Sink) -> None:
        self._group = group
        self._sink = sink
        self._nodes = dict[str, _Node]()
        self._ahead: int | None = None
        self._clock_at = _now() + _CLOCK_EVERY
        for each in wanted:
            devices = self._nodes.setdefault(each.address.node, _Node()).devices
            device = devices.setdefault(each.address.device, _Device({}))
            device.wanted.setdefault(each.address.metric, []).append(each.number)

    def ask_all(self, connected: Session) -> None:
        for name in self._nodes:
            self._ask(connected, name)

    def _ask(self, connected: Session, name: str) -> None:
        """For a rebirth, but not again and again."""
        node, now = self._nodes[name], time.monotonic()
        if now - node.asked_at >= _REBIRTH_EVERY:
            node.asked_at = now
            connected.publish(*rebirth(self._group, name))

    def __call__(self, connected: Session, messages: list[Message]) -> None:
        for message in messages:
            place = place_of(message.topic)
            if place is None or place.node not in self._nodes or message.retained:
                continue
            if place.kind in _TELLING:  # others are orders to nodes, our own among them
                self._hear(connected, place, message.payload)
        numbers = [message.number for message in messages if message.number]
        if numbers:
            self._sink.taken(partial(connected.acknowledge, numbers))

    def _hear(self, connected: Session, place: Place, data: bytes) -> None:
        node = self._nodes[place.node]
        try:
            payload = payloads.decode(data)
        except ValueError:
            self._sink.lost(1, f"节点 {place.node} 发来的不是 Sparkplug B 报文")
            self._ask(connected, place.node)
            return
        self._look(payload.timestamp)
        if place.kind == "NDEATH":
            self._node_died(node, payload)
        elif place.kind == "NBIRTH":
            self._node_born(node, payload)
        else:
            follows = self._follows(node, place, payload.seq)
            if not self._told(node, place, payload) or not follows:
                self._ask(connected, place.node)

    def _told(self, node: _Node, place: Place, payload: Any) -> bool:
        """False where it cannot be understood without another birth."""
        if place.kind == "DBIRTH" and place.device is not None:
            self._born(node, place.device, payload)
        elif place.kind == "DDEATH" and place.device in node.devices:
            self._died(node.devices[place.device], f"设备 {place.device} 已离线")
        elif place.kind in ("NDATA", "DDATA"):
            return self._data(node, place.device, payload)
        return True

    def _look(self, told: int) -> None:
        """The message that waited least tells how the clocks differ."""
        now = _now()
        if 0 < told < 2**50:
            ahead = told * 1000 - now
            self._ahead = ahead if self._ahead is None else max(ahead, self._ahead)
        if now >= self._clock_at and self._ahead is not None:
            self._sink.clock(self._ahead / 1_000_000)
            self._ahead, self._clock_at = None, now + _CLOCK_EVERY

    def _follows(self, node: _Node, place: Place, seq: int) -> bool:
        """False before a birth, and where numbers between the last message and this are missing."""
        if node.seq is None:
            return False
        missing = (seq - node.seq - 1) % 256
        node.seq = seq % 256
        if missing:
            self._sink.lost(missing, f"节点 {place.node} 的报文序号不连续，已请它重报全部测点")
        return not missing

    def _node_born(self, node: _Node, payload: Any) -> None:
        """Everything before is void: its devices are born anew after it."""
        node.seq, node.aliases = payload.seq % 256, {}
        node.birth = _birth(payload)
        for name, device in node.devices.items():
            if name is not None:
                device.is_born = False
        self._born(node, None, payload)

    def _born(self, node: _Node, name: str | None, payload: Any) -> None:
        if name not in node.devices and len(node.devices) >= MOST_NODES:
            return
        device = node.devices.setdefault(name, _Device({}))
        twice = _name(node, name, payload)
        device.is_born = True
        device.names = {
            metric.name: metric.datatype
            for metric in payload.metrics
            if metric.datatype in payloads.TYPES and metric.name not in twice
        }
        for names, why in (
            (twice & device.wanted.keys(), "节点给两个测点起了同一别名，无法分辨"),
            (
                device.wanted.keys() - device.names.keys() - twice,
                "上线报文里没有这个测点，或其数据类型不支持，请核对名称",
            ),
        ):
            if names:
                self._sink.silent([number for each in names for number in device.wanted[each]], why)
        self._put(node, name, payload)

    def _node_died(self, node: _Node, payload: Any) -> None:
        """Unless it is the late death of a birth before."""
        told = _birth(payload)
        if None not in (told, node.birth) and told != node.birth:
            return
        node.seq, node.aliases = None, {}
        for device in node.devices.values():
            self._died(device, "边缘节点已离线")

    def _died(self, device: _Device, why: str) -> None:
        device.is_born = False
        self._sink.silent(list(chain.from_iterable(device.wanted.values())), why)

    def _data(self, node: _Node, name: str | None, payload: Any) -> bool:
        device = node.devices.get(name)
        if node.seq is None or device is None or not device.is_born:
            return False
        return self._put(node, name, payload)

    def _put(self, node: _Node, name: str | None, payload: Any) -> bool:
        device, known, put = node.devices[name], True, self._sink.put
        aliases, names, wanted, at = node.aliases, device.names, device.wanted, payload.timestamp
        for metric in payload.metrics:
            called = metric.name
            if not called:
                of, called = aliases.get(metric.alias, (name, ""))
                if not called or of != name:
                    known = False
                    continue
            numbers = wanted.get(called)
            if numbers is not None and (datatype := names.get(called)) is not None:
                value = payloads.value_of(metric, datatype)
                told = metric.timestamp or at
                quality = Quality.BAD if value is None else Quality.GOOD
                for number in numbers:
                    put(number, told * 1000 if told else None, value, quality)
        return known


def rebirth(group: str, node: str) -> tuple[str, bytes]:
    """The topic and payload of a request to a node to tell all of its metrics again."""
    asked = payloads.Metric(name=_REBIRTH, datatype=11, value=True)
    return f"spBv1.0/{group}/NCMD/{node}", payloads.encode([asked], timestamp=_now() // 1000)


def _birth(payload: Any) -> int | None:
    for metric in payload.metrics:
        if metric.name == "bdSeq":
            return int(metric.long_value or metric.int_value)
    return None


def _name(node: _Node, name: str | None, payload: Any) -> set[str]:
    """Learn the aliases of a birth; the names of metrics that share one."""
    twice = set[str]()
    for metric in payload.metrics:
        if metric.HasField("alias"):
            before = node.aliases.setdefault(metric.alias, (name, metric.name))
            if before != (name, metric.name):
                twice |= {before[1], metric.name}
    return twice


def _now() -> int:
    return time.time_ns() // 1000
