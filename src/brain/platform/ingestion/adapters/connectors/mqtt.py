"""Messages of an MQTT broker (3.1.1 or 5), at least once from the broker and once from here on."""

import asyncio
import socket
import ssl
import time
import uuid
from collections.abc import AsyncGenerator, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any, Final, Literal

from paho.mqtt.client import Client, MQTTMessage
from paho.mqtt.enums import CallbackAPIVersion, MQTTProtocolVersion
from paho.mqtt.packettypes import PacketTypes
from paho.mqtt.properties import Properties
from pydantic import Field

from brain.kit.clock import now, today
from brain.platform.ingestion.adapters.connectors.extract import Extract
from brain.platform.ingestion.adapters.connectors.journal import Journal, Segment, Stored
from brain.platform.ingestion.adapters.connectors.messages import (
    LARGEST_BATCH,
    LONGEST_TRIAL,
    MOST_MESSAGES,
    SAMPLED,
    Message,
    StreamSettings,
    Table,
)
from brain.platform.ingestion.adapters.connectors.reach import Reach
from brain.platform.ingestion.adapters.connectors.trust import trust
from brain.platform.ingestion.domain.collecting import Cursor, NotCollected

_PATIENCE: Final = 15.0  # seconds to connect and to subscribe
_IDLE: Final = 2.0  # seconds without a message after which a batch is complete
_GROUP: Final = 500  # messages written to disk before they are acknowledged together
_SESSION: Final = 7 * 86_400  # seconds for which the broker keeps messages while we are away
_WINDOW: Final = 1_000  # messages on the way without an answer


class MqttSettings(StreamSettings):
    """MQTT 消息服务器的主题。"""

    kind: Literal["mqtt"]
    host: str = Field(min_length=1, max_length=253)
    port: int = Field(8883, ge=1, le=65535)
    tls: bool = True
    ca: str | None = Field(None, max_length=20_000, description="对方自签的 CA 证书（PEM）；公共 CA 不填")
    user: str | None = Field(None, max_length=200)
    version: Literal["5", "3.1.1"] = "5"
    topic: str = Field(min_length=1, max_length=1000, description="可用通配符，如 plant/+/meter/#")
    client_id: str = Field(
        pattern=r"^[0-9A-Za-z._-]+$", max_length=60, description="对方据此为我们留存消息，不可与别人重复"
    )

    @property
    def destination(self) -> str:
        return f"mqtt://{self.user}@{self.host}:{self.port} {self.tls} {self.ca}"


@dataclass(frozen=True)
class _Lost:
    why: str


class MqttConnector:
    """A message is acknowledged once it is on disk in the journal; segments of the journal are landed one by
    one, and the cursor is the number of the last. `journal`: None for a trial, which takes nothing away."""

    def __init__(
        self, settings: MqttSettings, secret: str | None, reach: Reach, journal: Path | None
    ) -> None:
        self._settings = settings
        self._secret = secret
        self._reach = reach
        self._journal = journal

    async def extracts(self, cursor: Cursor, place: Path) -> AsyncGenerator[Extract, None]:
        if self._journal is None:
            yield await asyncio.to_thread(self._extract, place, await self._sample(), 0, more=False)
            return
        journal, landed = await asyncio.to_thread(Journal, self._journal), cursor.get("segment", 0)
        await asyncio.to_thread(journal.forget, landed)
        for number in journal.segments():
            yield await self._landable(journal, number, place, more=True)
            landed = number
        address = await self._reach.address(self._settings.host, self._settings.port)
        more = True
        while more:
            landed += 1
            segment = await asyncio.to_thread(self._receive, address, journal, landed)
            if not segment.messages:
                return
            more = _is_full(segment)
            yield await self._landable(journal, landed, place, more=more)

    async def _landable(self, journal: Journal, number: int, place: Path, *, more: bool) -> Extract:
        messages = (
            Message(topic=one.topic, at=one.at, payload=one.payload, headers=one.headers)
            for one in journal.read(number)
        )
        return await asyncio.to_thread(self._extract, place, messages, number, more=more)

    def _extract(self, place: Path, messages: Iterator[Message], number: int, *, more: bool) -> Extract:
        table = Table(place, self._settings)
        refused = table.write(messages)
        return Extract(
            name=f"mqtt-{number:08}.json",
            path=table.path,
            cursor={"segment": number},
            as_of=today(),
            more=more,
            refused=refused,
        )

    def _receive(self, address: str, journal: Journal, number: int) -> Segment:
        """Until it is quiet, full or time; what is left stays with the broker."""
        seen, until = journal.seen(), time.monotonic() + self._settings.seconds
        with journal.write(number) as segment, self._session(address, journal) as (client, arrived):
            while not _is_full(segment):
                wait = min(_IDLE, until - time.monotonic())
                group = _group(arrived, wait) if wait > 0 else []
                _take(client, group, segment, seen)
                lost = next((one for one in group if isinstance(one, _Lost)), None)
                if lost is not None and not segment.messages:
                    raise NotCollected(f"与 {self._settings.host} 的连接中断：{lost.why}")
                if lost is not None or not group:
                    break
        return segment

    async def _sample(self) -> Iterator[Message]:
        address = await self._reach.address(self._settings.host, self._settings.port)
        return iter(await asyncio.to_thread(self._first, address))

    def _first(self, address: str) -> list[Message]:
        with self._session(address, None) as (_, arrived):
            group = _group(arrived, LONGEST_TRIAL)
            while group and len(group) < SAMPLED and (more := _group(arrived, _IDLE)):
                group += more
        told = [_stored(one) for one in group[:SAMPLED] if isinstance(one, MQTTMessage)]
        if not told:
            raise NotCollected(f"连接和订阅都成功，但 {LONGEST_TRIAL:.0f} 秒内没有消息，请在有消息时再试")
        return [Message(topic=one.topic, at=one.at, payload=one.payload, headers=one.headers) for one in told]

    @contextmanager
    def _session(
        self, address: str, journal: Journal | None
    ) -> Iterator[tuple[Client, "SimpleQueue[MQTTMessage | _Lost]"]]:
        """Connected and subscribed; a journal's subscription outlives the connection."""
        client, steps = self._client(address, lasting=journal is not None), SimpleQueue[tuple[str, Any]]()
        arrived = SimpleQueue[MQTTMessage | _Lost]()
        client.on_connect = lambda *told: steps.put(("connected", (told[2], told[3])))
        client.on_subscribe = lambda *told: steps.put(("subscribed", told[3]))
        client.on_message = lambda _client, _data, message: arrived.put(message)
        client.on_disconnect = lambda *told: arrived.put(_Lost(str(told[3])))
        try:
            client.connect(self._settings.host, self._settings.port, 60, **self._start(journal))
        except (OSError, ValueError) as error:
            raise NotCollected(f"不能连接 {self._settings.host}：{error}") from error
        client.loop_start()
        try:
            flags, code = _next(steps)
            if code.is_failure:
                raise NotCollected(f"对方拒绝连接：{code}")
            self._subscribe(client, steps, journal, is_known=flags.session_present)
            yield client, arrived
        finally:
            client.disconnect()
            client.loop_stop()

    def _subscribe(
        self,
        client: Client,
        steps: "SimpleQueue[tuple[str, Any]]",
        journal: Journal | None,
        *,
        is_known: bool,
    ) -> None:
        """Not a second time: a broker would send all retained messages again."""
        topic, before = self._settings.topic, journal.topic if journal and is_known else None
        if before == topic:
            return
        if before is not None:
            client.unsubscribe(before)
        client.subscribe(topic, qos=1 if journal else 0)
        if any(code.is_failure for code in _next(steps)):
            raise NotCollected(f"对方不允许订阅 {topic}")
        if journal is not None:
            journal.topic = topic

    def _client(self, address: str, *, lasting: bool) -> Client:
        is_5 = self._settings.version == "5"
        client = _Towards(
            address,
            trust(self._settings.ca) if self._settings.tls else None,
            client_id=self._settings.client_id if lasting else f"trial-{uuid.uuid4().hex[:12]}",
            clean_session=None if is_5 else not lasting,
            protocol=MQTTProtocolVersion.MQTTv5 if is_5 else MQTTProtocolVersion.MQTTv311,
            reconnect_on_failure=False,
            manual_ack=True,
        )
        if self._settings.user:
            client.username_pw_set(self._settings.user, self._secret)
        return client

    def _start(self, journal: Journal | None) -> dict[str, Any]:
        if self._settings.version != "5":
            return {}
        properties = Properties(PacketTypes.CONNECT)  # type: ignore[no-untyped-call]
        properties.SessionExpiryInterval = 0 if journal is None else _SESSION
        properties.ReceiveMaximum = _WINDOW
        return {"clean_start": journal is None, "properties": properties}


class _Towards(Client):
    """Connects to the address that was looked at, under the name that was asked for."""

    def __init__(self, address: str, trust: ssl.SSLContext | None, **named: Any) -> None:
        super().__init__(CallbackAPIVersion.VERSION2, **named)
        self._address = address
        self._trust = trust
        if trust is not None:
            self.tls_set_context(trust)

    def _create_socket_connection(self) -> socket.socket:
        return socket.create_connection((self._address, self._port), timeout=_PATIENCE)

    def _ssl_wrap_socket(self, tcp_sock: socket.socket) -> ssl.SSLSocket:
        """The library's own leaves the connection open where the certificate is refused."""
        assert self._trust is not None  # noqa: S101 - the library asks for it only then
        wrapped = self._trust.wrap_socket(tcp_sock, server_hostname=self._host, do_handshake_on_connect=False)
        try:
            wrapped.do_handshake()
        except OSError:
            wrapped.close()
            raise
        return wrapped


def _next(steps: "SimpleQueue[tuple[str, Any]]") -> Any:
    try:
        return steps.get(timeout=_PATIENCE)[1]
    except Empty as error:
        raise NotCollected(f"对方 {_PATIENCE:.0f} 秒内没有应答，或断开了连接") from error


def _group(arrived: "SimpleQueue[MQTTMessage | _Lost]", wait: float) -> list[MQTTMessage | _Lost]:
    """What has come, waiting for the first only; empty after so many seconds."""
    group: list[MQTTMessage | _Lost] = []
    with suppress(Empty):
        group.append(arrived.get(timeout=wait))
        while len(group) < _GROUP:
            group.append(arrived.get_nowait())
    return group


def _take(client: Client, group: list[MQTTMessage | _Lost], segment: Segment, seen: set[str]) -> None:
    """First to disk, then acknowledged; one that is here already is only acknowledged."""
    messages = [one for one in group if isinstance(one, MQTTMessage)]
    for message in messages:
        stored = _stored(message)
        if not (message.dup and stored.identity in seen):
            segment.add(stored)
    segment.settle()
    for message in messages:
        client.ack(message.mid, message.qos)


def _stored(message: MQTTMessage) -> Stored:
    told = getattr(message.properties, "UserProperty", []) if message.properties else []
    return Stored(
        topic=message.topic, at=now(), payload=bytes(message.payload), mid=message.mid, headers=dict(told)
    )


def _is_full(segment: Segment) -> bool:
    return segment.messages >= MOST_MESSAGES or segment.size >= LARGEST_BATCH
