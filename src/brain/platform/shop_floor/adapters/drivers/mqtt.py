"""Values in messages of an MQTT broker (3.1.1 or 5): each is acknowledged once it is on disk."""

import asyncio
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any, Final, Literal

from pydantic import Field, field_validator

from brain.kit.schemas import Schema
from brain.platform.shop_floor.adapters.drivers import documents, topics
from brain.platform.shop_floor.adapters.drivers.broker import BrokerSettings, Session, session
from brain.platform.shop_floor.adapters.drivers.documents import MISSING, Clock, Pointer, TimeUnit
from brain.platform.shop_floor.adapters.drivers.driver import Found, NotAdmitted, Sample, Sink, Wanted
from brain.platform.shop_floor.adapters.drivers.mqtt_packets import LARGEST, Message
from brain.platform.shop_floor.domain.readings import Quality, ValueKind

_LISTEN: Final = 3.0  # seconds to hear what there is
_MOST_STRAYS: Final = 5_000
_CLOCK_EVERY: Final = 2 * 1_000_000  # µs

GOOD, UNCERTAIN, BAD = Quality.GOOD, Quality.UNCERTAIN, Quality.BAD


class MqttDeviceSettings(BrokerSettings):
    """设备或网关向 MQTT 消息服务器发布数值：JSON 对象，或单个数值。"""

    kind: Literal["mqtt"]
    browse: str = Field(
        "#", min_length=1, max_length=1000, description="浏览哪些主题，可用通配符，如 plant/+/press/#"
    )
    time: Pointer | None = Field(None, description="消息里时间所在的 JSON 指针，如 /ts；不填时用到达时间")
    time_unit: TimeUnit = Field("ms", description="iso 为 ISO 8601 文本，没有时区的按北京时间")

    @field_validator("browse")
    @classmethod
    def _is_filter(cls, told: str) -> str:
        levels = told.split("/")
        if "#" in levels[:-1] or any(len(each) > 1 and set(each) & {"+", "#"} for each in levels):
            raise ValueError("通配符 + 和 # 应独占一级，# 只能在最后")
        return told


class MqttAddress(Schema):
    """一个测点：主题，以及消息中的位置。"""

    topic: str = Field(min_length=1, max_length=1000, pattern=r"^[^+#\x00]+$", description="不含通配符")
    pointer: Pointer = Field("", description="JSON 指针，如 /data/temperature；整条消息就是数值时不填")


@dataclass
class _Course:
    """What is wanted of the messages of one topic."""

    clock: Clock | None
    fields: list[tuple[int, str]] = field(default_factory=list)  # of an object's own fields
    deep: list[tuple[int, tuple[str, ...]]] = field(default_factory=list)
    whole: list[tuple[int, ValueKind]] = field(default_factory=list)

    def add(self, number: int, kind: ValueKind, pointer: str) -> None:
        tokens = documents.keys(pointer)
        if not tokens:
            self.whole.append((number, kind))
        elif len(tokens) == 1:
            self.fields.append((number, tokens[0]))
        else:
            self.deep.append((number, tokens))

    @property
    def numbers(self) -> list[int]:
        return [each[0] for each in (*self.fields, *self.deep, *self.whole)]

    def hear(self, message: Message, sink: Sink) -> int | None:
        """Put what the message says of the points; its own time. A field that it leaves out says nothing."""
        try:
            document = documents.decode(message.payload)
        except ValueError:
            self._hear_text(message, sink)
            return None
        at = None if self.clock is None else self.clock.read(document)
        quality = GOOD if at is not None or not (message.retained or self.clock) else UNCERTAIN
        put = sink.put
        if type(document) is dict:
            for number, name in self.fields:
                if name in document:
                    value = document[name]
                    put(number, at, value, BAD if value is None else quality)
        self._hear_deep(document, at, quality, sink)
        for number, kind in self.whole:
            is_text = kind is ValueKind.TEXT and type(document) is not str
            value = message.payload.decode(errors="replace") if is_text else document
            put(number, at, value, BAD if value is None else quality)
        return at

    def _hear_deep(self, document: Any, at: int | None, quality: Quality, sink: Sink) -> None:
        deep = self.deep
        if type(document) is not dict and self.fields:
            deep = [*deep, *((number, (name,)) for number, name in self.fields)]
        for number, tokens in deep:
            if (value := documents.find(document, tokens)) is not MISSING:
                sink.put(number, at, value, BAD if value is None else quality)

    def _hear_text(self, message: Message, sink: Sink) -> None:
        """What is no JSON is a text, where it is one and the whole message is wanted."""
        for number, _ in (*self.fields, *self.deep):
            sink.put(number, None, None, BAD)
        try:
            value = message.payload.decode() or None
        except UnicodeDecodeError:
            value = None
        quality = UNCERTAIN if message.retained else GOOD
        for number, _ in self.whole:
            sink.put(number, None, value, BAD if value is None else quality)


class _Hearing:
    """What becomes of messages: into the sink, acknowledged when that has them on disk."""

    def __init__(self, courses: dict[bytes, _Course], sink: Sink) -> None:
        self._courses = courses
        self._sink = sink
        self._strays: set[bytes] = set()
        self._ahead: int | None = None  # µs; the most since it was last told
        self._clock_at = _now() + _CLOCK_EVERY

    def __call__(self, connected: Session, messages: list[Message]) -> None:
        courses, sink, now, numbers = self._courses, self._sink, _now(), list[int]()
        for message in messages:
            course = courses.get(message.topic)
            if course is None:
                self._turn_away(connected, message.topic)
            else:
                at = course.hear(message, sink)
                if at is not None and not message.retained:
                    self._look(at - now)
            if message.number:
                numbers.append(message.number)
        if numbers:
            sink.taken(partial(connected.acknowledge, numbers))
        if now >= self._clock_at and self._ahead is not None:
            sink.clock(self._ahead / 1_000_000)
            self._ahead, self._clock_at = None, now + _CLOCK_EVERY

    def _look(self, ahead: int) -> None:
        """A message that waited makes the clock look slow: the one that waited least counts."""
        if self._ahead is None or ahead > self._ahead:
            self._ahead = ahead

    def _turn_away(self, connected: Session, topic: bytes) -> None:
        """A topic that was wanted before, for which the broker still keeps a subscription."""
        if topic not in self._strays and len(self._strays) < _MOST_STRAYS:
            self._strays.add(topic)
            connected.unsubscribe([topic])


class MqttDriver:
    def __init__(self, settings: MqttDeviceSettings, secret: str | None) -> None:
        self._settings = settings
        self._secret = secret
        tokens = None if settings.time is None else documents.keys(settings.time)
        self._clock = None if tokens is None else Clock(tokens, settings.time_unit)

    async def collect(self, wanted: Sequence[Wanted[MqttAddress]], sink: Sink) -> None:
        courses = dict[bytes, _Course]()
        for each in wanted:
            course = courses.setdefault(each.address.topic.encode(), _Course(self._clock))
            course.add(each.number, each.kind, each.address.pointer)
        skipped = partial(_tell_skipped, sink)
        hearing = _Hearing(courses, sink)
        async with session(self._settings, self._secret, hearing, lasting=True, skipped=skipped) as connected:
            for topic in await connected.subscribe([topic.decode() for topic in courses]):
                sink.silent(courses[topic.encode()].numbers, f"对方不允许订阅 {topic}，请核对账号的权限")
            await connected.lasts()

    async def read(self, addresses: Sequence[MqttAddress]) -> Sequence[Sample]:
        """What is retained, or comes within a few seconds."""
        topics = list(dict.fromkeys(each.topic for each in addresses))
        heard = await self._listen(topics, len(topics))
        return [self._sample(heard.get(each.topic), documents.keys(each.pointer)) for each in addresses]

    def _sample(self, payload: bytes | None, tokens: tuple[str, ...]) -> Sample:
        document = _document(payload)
        found = documents.find(document, tokens)
        return documents.sample(found, self._time(document))

    def _time(self, document: Any) -> int | None:
        return None if self._clock is None else self._clock.read(document)

    async def browse(self, under: str | None) -> Sequence[Found[MqttAddress]]:
        """`under`: a topic, after `#` a pointer into its messages."""
        topic, inside, pointer = (under or "").partition("#")
        if inside:
            return self._fields(topic, pointer, (await self._listen([topic], 1)).get(topic))
        heard = await self._listen([self._settings.browse], None)
        found = [
            self._topic(whole, heard.get(whole), has_more=has_more)
            for whole, has_more in sorted(topics.below(heard, None if under is None else topic).items())
        ]
        own = [] if under is None else self._fields(topic, "", heard.get(topic))
        return [*own, *found][: documents.MOST_FOUND]

    def _topic(self, topic: str, payload: bytes | None, *, has_more: bool) -> Found[MqttAddress]:
        document, name = _document(payload), topic.rpartition("/")[2]
        is_open = has_more or isinstance(document, dict | list)
        kind = documents.kind_of(document)
        return Found(
            name=name,
            title=name or "（空）",
            address=None if kind is None else MqttAddress(topic=topic),
            under=topic if is_open else None,
            kind=kind,
            sample=None if kind is None else documents.sample(document),
        )

    def _fields(self, topic: str, under: str, payload: bytes | None) -> list[Found[MqttAddress]]:
        document = _document(payload)
        found = documents.fields(
            document, under, lambda place: MqttAddress(topic=topic, pointer=place), self._time(document)
        )
        return [replace(each, under=each.under and f"{topic}#{each.under}") for each in found]

    async def _listen(self, filters: Sequence[str], enough: int | None) -> dict[str, bytes | None]:
        """The last message of each topic that is heard within a few seconds, sooner when there are enough."""
        heard = topics.Heard(enough)
        async with session(self._settings, self._secret, heard, lasting=False) as connected:
            for topic in await connected.subscribe(filters, qos=0):
                raise NotAdmitted(f"对方不允许订阅 {topic}，请核对账号的权限")
            with suppress(TimeoutError):
                async with asyncio.timeout(_LISTEN):
                    await heard.full.wait()
        return heard.payloads


def _document(payload: bytes | None) -> Any:
    """What is no JSON is shown as text; MISSING where there is nothing to show."""
    if payload is None:
        return MISSING
    try:
        return documents.decode(payload)
    except ValueError:
        return payload.decode(errors="replace") or MISSING


def _tell_skipped(sink: Sink, length: int) -> None:
    sink.lost(1, f"一条消息有 {length >> 20} MB，超过 {LARGEST >> 20} MB，没有读取")


def _now() -> int:
    return time.time_ns() // 1000
