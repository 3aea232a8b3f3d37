"""A connection to a Kafka cluster that goes only where connectors may go, and says what is wrong in words."""

import asyncio
import json
import socket
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from ssl import SSLContext
from typing import Any, Final
from urllib.parse import quote, unquote

from kafka import KafkaConsumer, TopicPartition
from kafka.consumer.fetcher import ConsumerRecord
from kafka.errors import (
    AuthorizationError,
    KafkaError,
    KafkaTimeoutError,
    OffsetOutOfRangeError,
    SaslAuthenticationFailedError,
    UnsupportedSaslMechanismError,
)
from kafka.net import KafkaNetSocket
from kafka.net.compat import KafkaNetClient

from brain.platform.ingestion.adapters.connectors.messages import Message, Place
from brain.platform.ingestion.adapters.connectors.reach import Reach
from brain.platform.ingestion.contract import CollectionSettings
from brain.platform.ingestion.domain.collecting import NotCollected
from brain.platform.ingestion.domain.log_positions import Held, Offsets, Partition

_PATIENCE: Final = 15  # seconds to connect and to answer
_ANSWER: Final = 8 << 20  # bytes of messages in one answer
_POLLED: Final = 1_000  # messages taken from an answer at once
ALWAYS: Final = {
    "client_id": "industry-brain",
    "group_id": None,
    "enable_auto_commit": False,
    "auto_offset_reset": "none",
    "isolation_level": "read_committed",
    "allow_auto_create_topics": False,
    "fetch_max_bytes": _ANSWER,
    "max_poll_records": _POLLED,
    "request_timeout_ms": _PATIENCE * 1000,
    "bootstrap_timeout_ms": _PATIENCE * 1000,
}


class _Checked(KafkaNetSocket):  # type: ignore[misc]
    """Looks at each address before it connects: a cluster names its other servers itself, and may name any.

    The library finds it by the scheme of `proxy_url`, in which the hosts that were opened are told.
    """

    SCHEMES = ("checked",)

    def __init__(self, proxy_url: str) -> None:
        hosts = json.loads(unquote(proxy_url.partition("?")[2]))
        self._reach = Reach(CollectionSettings(hosts=tuple(hosts)))

    @classmethod
    def url(cls, reach: Reach) -> str:
        return f"checked://hosts?{quote(json.dumps(reach.settings.hosts))}"

    def dns_lookup(self, host: str, port: int, raise_error: bool = False) -> Sequence[Any]:  # noqa: FBT001, FBT002 - the library's
        address = asyncio.run(self._reach.address(host, port))
        return socket.getaddrinfo(address, port, socket.AF_UNSPEC, socket.SOCK_STREAM)

    async def sock_connect(self, net: Any, sock: socket.socket, *where: Any, **told: Any) -> socket.socket:
        """The library's own leaves one open that does not come to connect."""
        try:
            connected: socket.socket = await super().sock_connect(net, sock, *where, **told)
        except BaseException:
            sock.close()
            raise
        return connected


class Session:
    """Of one thread at a time. How far it was read is known to whoever reads: the cluster is told nothing."""

    def __init__(
        self,
        servers: list[tuple[str, int]],
        reach: Reach,
        trust: SSLContext | None,
        login: tuple[str, str, str] | None,
    ) -> None:
        """`login`: mechanism, user and password. Raises NotCollected."""
        self._made: list[KafkaNetClient] = []
        told = {
            "bootstrap_servers": [f"{host}:{port}" for host, port in servers],
            "security_protocol": ("SASL_" if login else "") + ("SSL" if trust else "PLAINTEXT"),
            "ssl_context": trust,
            "proxy_url": _Checked.url(reach),
            "kafka_client": self._client,
        }
        if login is not None:
            names = "sasl_mechanism", "sasl_plain_username", "sasl_plain_password"
            told |= dict(zip(names, login, strict=True))
        try:
            with _in_words():
                self._consumer = KafkaConsumer(**ALWAYS, **told)
        except NotCollected:
            self.close()
            raise

    def _client(self, **told: Any) -> KafkaNetClient:
        """Kept, to be closed where the consumer comes to nothing."""
        self._made.append(KafkaNetClient(**told))
        return self._made[-1]

    def close(self) -> None:
        for client in self._made:
            client.close()

    def servers(self) -> list[tuple[str, int]]:
        """All of the cluster, as it names them itself."""
        [client] = self._made
        return [(one.host, one.port) for one in client.cluster.brokers()]

    def held(self, topics: list[str]) -> Held:
        """What may be read: up to the first message of a transaction that is still open."""
        with _in_words():
            there = [_named(one) for topic in topics for one in self._partitions(topic)]
            first = self._consumer.beginning_offsets(there)
            end = self._consumer.end_offsets(there)
        return Held(first=_offsets(first), end=_offsets(end))

    def since(self, moment: datetime, held: Held) -> Offsets:
        """The first message of that moment or later, of each partition; its end where there is none."""
        wanted = {_named(one): int(moment.timestamp() * 1000) for one in held.end}
        with _in_words():
            found = self._consumer.offsets_for_times(wanted)
        offsets = {Partition(*one): at.offset for one, at in found.items() if at and at.timestamp >= 0}
        return held.end | offsets

    def seek(self, offsets: Offsets) -> None:
        self._consumer.assign([_named(one) for one in offsets])
        for one, offset in offsets.items():
            self._consumer.seek(_named(one), offset)

    def poll(self, seconds: float) -> list[Message]:
        with _in_words():
            came = self._consumer.poll(timeout_ms=int(seconds * 1000))
        return [_message(record) for records in came.values() for record in records]

    def position(self) -> Offsets:
        """Behind all that was polled, and behind what of a log is no message."""
        with _in_words():
            return _offsets({one: self._consumer.position(one) for one in self._consumer.assignment()})

    def _partitions(self, topic: str) -> list[Partition]:
        numbers = self._consumer.partitions_for_topic(topic)
        if not numbers:
            raise NotCollected(f"对方没有主题 {topic}，或不允许这个用户读它")
        return [Partition(topic, number) for number in sorted(numbers)]


@contextmanager
def _in_words() -> Iterator[None]:
    try:
        yield
    except SaslAuthenticationFailedError as error:
        raise NotCollected("用户或密码不对，或认证方式不是这一种") from error
    except UnsupportedSaslMechanismError as error:
        raise NotCollected("对方不支持这种认证方式") from error
    except AuthorizationError as error:
        raise NotCollected(f"对方不允许这个用户读：{error}") from error
    except OffsetOutOfRangeError as error:
        raise NotCollected("读的时候对方按保留期删掉了还没有读的消息，下次采集时说明删了多少") from error
    except KafkaTimeoutError as error:
        raise NotCollected(
            f"对方 {_PATIENCE} 秒内没有应答：请核对端口、是否加密、是否要认证，以及集群告知的地址能否到达"
        ) from error
    except KafkaError as error:
        raise NotCollected(f"与 Kafka 通信失败：{str(error) or type(error).__name__}") from error


def _named(partition: Partition) -> TopicPartition:
    return TopicPartition(partition.topic, partition.number)


def _offsets(told: dict[TopicPartition, int]) -> Offsets:
    return {Partition(one.topic, one.partition): offset for one, offset in told.items()}


def _message(record: ConsumerRecord) -> Message:
    return Message(
        topic=record.topic,
        at=datetime.fromtimestamp(max(record.timestamp, 0) / 1000, UTC),
        payload=record.value,
        place=Place(partition=record.partition, offset=record.offset),
        key=_text(record.key),
        headers={name: _text(value) or "" for name, value in record.headers},
    )


def _text(told: bytes | None) -> str | None:
    """What is no text is told in hexadecimal."""
    if told is None:
        return None
    try:
        return told.decode()
    except UnicodeDecodeError:
        return told.hex()
