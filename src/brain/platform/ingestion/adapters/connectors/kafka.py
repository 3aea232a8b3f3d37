"""Messages of Kafka topics: each once, by an offset kept with what was landed, not with the cluster."""

import asyncio
import ssl
import time
from collections.abc import AsyncGenerator, Iterator
from contextlib import asynccontextmanager
from datetime import date, datetime
from datetime import time as time_of_day
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from brain.kit.clock import BEIJING, today
from brain.platform.ingestion.adapters.connectors.extract import Extract
from brain.platform.ingestion.adapters.connectors.messages import (
    LARGEST_BATCH,
    MOST_MESSAGES,
    SAMPLED,
    Message,
    StreamSettings,
    Table,
)
from brain.platform.ingestion.adapters.connectors.reach import Reach
from brain.platform.ingestion.adapters.connectors.trust import trust
from brain.platform.ingestion.domain.collecting import Cursor, NotCollected
from brain.platform.ingestion.domain.log_positions import Gap, Held, Offsets, Partition, Position

if TYPE_CHECKING:
    from brain.platform.ingestion.adapters.connectors.kafka_session import Session

_PATIENCE: Final = 15.0  # seconds to connect, and for messages that are said to be there

_Server = Annotated[str, StringConstraints(pattern=r"^[^\s:/@]+:[0-9]{1,5}$", max_length=260)]
_Topic = Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z._-]+$", max_length=249)]


class KafkaSettings(StreamSettings):
    """Kafka 集群的主题。"""

    kind: Literal["kafka"]
    servers: list[_Server] = Field(min_length=1, max_length=20, description="引导服务器，主机:端口")
    topics: list[_Topic] = Field(min_length=1, max_length=20)
    tls: bool = True
    ca: str | None = Field(None, max_length=20_000, description="对方自签的 CA 证书（PEM）；公共 CA 不填")
    user: str | None = Field(None, max_length=200, description="不填则不认证")
    mechanism: Literal["SCRAM-SHA-512", "SCRAM-SHA-256", "PLAIN"] = "SCRAM-SHA-512"
    start: Literal["earliest", "latest", "date"] = Field("earliest", description="首次从哪里读起")
    since: date | None = Field(None, description="start 为 date 时：从这一天 0 时（北京时间）起的消息")

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        if (self.start == "date") != (self.since is not None):
            raise ValueError("从某一天读起时须填写日期，其他不填")
        if self.user and self.mechanism == "PLAIN" and not self.tls:
            raise ValueError("PLAIN 认证送出的是密码本身，须用 TLS")
        return self

    @property
    def destination(self) -> str:
        return f"kafka://{self.user}@{','.join(self.servers)} {self.tls} {self.ca} {self.mechanism}"

    def goes_on_from(self, before: "KafkaSettings") -> bool:
        """Whether a position in what was read before is one in this, too."""
        return (self.servers, self.start, self.since) == (before.servers, before.start, before.since)

    def beginning(self) -> Cursor:
        """Before all that the cluster still has."""
        return Position(next={}, until={}).as_cursor()


class KafkaConnector:
    """The cursor holds the offset to read next of each partition. `sample`: some of the latest messages."""

    def __init__(self, settings: KafkaSettings, secret: str | None, reach: Reach, *, sample: bool) -> None:
        self._settings = settings
        self._secret = secret
        self._reach = reach
        self._sample = sample

    async def extracts(self, cursor: Cursor, place: Path) -> AsyncGenerator[Extract, None]:
        async with self._session() as session:
            held = await asyncio.to_thread(session.held, self._settings.topics)
            if self._sample:
                yield await self._next(session, _latest(held), place)
                return
            position = Position.of(cursor)
            if position is None:
                position = Position(next=await asyncio.to_thread(self._start, session, held), until={})
                yield _moved(position, place)
            self._must_fit(position, held)
            for gap in position.gaps(held):
                position = gap.after
                yield _lost(gap, place)
            position = position.over(held)
            while position.behind:
                extract = await self._next(session, position, place)
                position = Position.of(extract.cursor) or position
                yield extract

    @asynccontextmanager
    async def _session(self) -> AsyncGenerator["Session", None]:
        """Whether it goes where it may is seen before and, of the servers that it names, afterwards."""
        told = self._settings
        trusted = trust(told.ca) if told.tls else None
        servers = [(host, int(port)) for host, _, port in (one.rpartition(":") for one in told.servers)]
        login = (told.mechanism, told.user, self._secret or "") if told.user else None
        await self._knock(servers, trusted)
        session = await asyncio.to_thread(_open, servers, self._reach, trusted, login)
        try:
            for host, port in session.servers():
                await self._reach.address(host, port)
            yield session
        finally:
            await asyncio.to_thread(session.close)

    async def _knock(self, servers: list[tuple[str, int]], trusted: ssl.SSLContext | None) -> None:
        """Raises NotCollected with the reason where none of them answers; the library tells none."""
        wrong: list[str] = []
        for host, port in servers:
            address = await self._reach.address(host, port)
            name = host if trusted else None
            try:
                async with asyncio.timeout(_PATIENCE):
                    _, writer = await asyncio.open_connection(
                        address, port, ssl=trusted, server_hostname=name
                    )
            except OSError as error:
                wrong.append(f"{host}:{port}：{str(error) or '没有应答'}")
                continue
            writer.close()
            return
        raise NotCollected(f"不能连接 {'；'.join(wrong)}")

    def _start(self, session: "Session", held: Held) -> Offsets:
        match self._settings.start:
            case "earliest":
                return held.first
            case "latest":
                return held.end
            case "date":
                day = self._settings.since or today()
                return session.since(datetime.combine(day, time_of_day(), BEIJING), held)

    def _must_fit(self, position: Position, held: Held) -> None:
        for partition in position.beyond(held):
            raise NotCollected(
                f"主题 {partition.topic} 分区 {partition.number} 已读到偏移 {position.next[partition]}，"
                f"对方现在只到 {held.end[partition]}：主题重建过或数据被截断。"
                "核实后用“重新采集全部”从头读起"
            )

    async def _next(self, session: "Session", position: Position, place: Path) -> Extract:
        batch = _Batch(session, position, self._settings.seconds, SAMPLED if self._sample else MOST_MESSAGES)
        table = Table(place, self._settings)
        refused = await asyncio.to_thread(table.write, batch.messages())
        after = position.past(batch.read)
        if not batch.count:
            return _moved(after, place)
        return Extract(
            name=_name(position.next, after.next),
            path=table.path,
            cursor=after.as_cursor(),
            as_of=today(),
            more=bool(after.behind),
            refused=refused,
        )


class _Batch:
    """Messages from a position on, until its ends, full, or time. `read`: how far, once they are through."""

    def __init__(self, session: "Session", position: Position, seconds: int, most: int) -> None:
        self._session = session
        self._position = position
        self._seconds = seconds
        self._most = most
        self.read: Offsets = {}
        self.count = self.size = 0

    def messages(self) -> Iterator[Message]:
        wanted = {one: self._position.next[one] for one in self._position.behind}
        self._session.seek(wanted)
        began = time.monotonic()
        while self._goes_on(time.monotonic() - began):
            came = self._session.poll(_PATIENCE if not self.count else 1.0)
            self.read = self._session.position()
            for message in came:
                self.count += 1
                self.size += len(message.payload or b"")
                yield message
            if not came and self._position.past(self.read) == self._position:
                raise NotCollected(f"对方说还有消息，但 {_PATIENCE:.0f} 秒内没有给")

    def _goes_on(self, seconds: float) -> bool:
        is_full = self.count >= self._most or self.size >= LARGEST_BATCH
        is_late = self.count > 0 and seconds > self._seconds
        return not is_full and not is_late and bool(self._position.past(self.read).behind)


def _open(
    servers: list[tuple[str, int]],
    reach: Reach,
    trusted: ssl.SSLContext | None,
    login: tuple[str, str, str] | None,
) -> "Session":
    """The library takes most of a second to load: not at each start of a node."""
    from brain.platform.ingestion.adapters.connectors.kafka_session import Session  # noqa: PLC0415

    return Session(servers, reach, trusted, login)


def _latest(held: Held) -> Position:
    """Some of the last messages of each partition."""
    following = {one: max(held.first[one], end - SAMPLED) for one, end in held.end.items()}
    position = Position(next=following, until=held.end)
    if not position.behind:
        raise NotCollected("连接成功，但主题里现在没有消息")
    return position


def _moved(position: Position, place: Path) -> Extract:
    return Extract(name="", path=place, cursor=position.as_cursor(), as_of=today(), empty=True)


def _lost(gap: Gap, place: Path) -> Extract:
    topic, number = gap.partition
    return Extract(
        name=f"{topic}-{number} 偏移 {gap.first}–{gap.last}",
        path=place,
        cursor=gap.after.as_cursor(),
        as_of=today(),
        more=True,
        problem=f"对方在我们读到之前已删除这 {gap.messages} 条消息（主题 {topic} 分区 {number}，"
        f"偏移 {gap.first} 至 {gap.last}）。已从还在的消息接着读；请缩短采集间隔，或请对方延长保留期并补发",
    )


def _name(before: Offsets, after: Offsets) -> str:
    """By its first partition, so that no two batches of a collection have one name."""
    partition: Partition = min(one for one, offset in after.items() if offset != before.get(one))
    return f"kafka-{partition.topic}-{partition.number}-{before[partition]:012}.json"
