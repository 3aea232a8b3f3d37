"""A connection to an MQTT broker (3.1.1 or 5), in which messages are acknowledged when they are on disk."""

import asyncio
import ssl
import uuid
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import asynccontextmanager
from typing import Any, Final, Literal

from pydantic import Field

from brain.kit.schemas import Schema
from brain.platform.shop_floor.adapters.drivers import mqtt_packets as packets
from brain.platform.shop_floor.adapters.drivers.driver import NotAdmitted, NotReached
from brain.platform.shop_floor.adapters.drivers.mqtt_packets import Broken, Cutter, Introduction, Message

PATIENCE: Final = 10.0  # seconds for an answer, and for a sign of life
_PING_EVERY: Final = 4.0  # seconds
_SESSION: Final = 7 * 86_400  # seconds for which the broker keeps messages while we are away
_TOPICS: Final = 100  # of one request


class BrokerSettings(Schema):
    """MQTT 消息服务器。"""

    host: str = Field(min_length=1, max_length=253)
    port: int = Field(8883, ge=1, le=65535)
    tls: bool = True
    ca: str | None = Field(None, max_length=20_000, description="对方自签的 CA 证书（PEM）；公共 CA 不填")
    user: str | None = Field(None, max_length=200)
    version: Literal["5", "3.1.1"] = Field(
        "5", description="3.1.1 的服务器通常只许 20 条消息在途，消息多时请用 5"
    )
    client_id: str = Field(
        pattern=r"^[0-9A-Za-z._-]+$", max_length=60, description="对方据此为我们留存消息，不可与别人重复"
    )


Hear = Callable[["Session", list[Message]], None]


class Session(asyncio.Protocol):
    """`hear` is called with all messages of one block of bytes, `skipped` with the bytes of one that is too
    large, which is acknowledged for all that."""

    def __init__(self, settings: BrokerSettings, hear: Hear, skipped: Callable[[int], None]) -> None:
        self._is_5 = settings.version == "5"
        self._where = f"{settings.host}:{settings.port}"
        self._hear = hear
        self._skipped = skipped
        self._loop = asyncio.get_running_loop()
        self._heard_at = self._loop.time()
        self._cutter = Cutter(is_5=self._is_5)
        self._answers: dict[int, asyncio.Future[bytes]] = {}
        self._last = 0
        self._end: asyncio.Future[None] = self._loop.create_future()
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)  # noqa: S101 - what a stream is given
        self._transport = transport

    def connection_lost(self, exc: Exception | None) -> None:
        self._transport = None
        self._fail(NotReached(f"与 {self._where} 的连接中断" + (f"：{exc}" if exc else "")))

    def data_received(self, data: bytes) -> None:
        self._heard_at = self._loop.time()
        if self._end.done():
            return
        try:
            cut = self._cutter.feed(data)
            for kind, body in cut.answers:
                self._control(kind, body)
            for length, number in cut.skipped:
                self._skipped(length)
                self.acknowledge([number] if number else [])
            if cut.messages:
                self._hear(self, cut.messages)
        except (Broken, IndexError) as error:
            self._fail(NotReached(f"{self._where} 发来的不是 MQTT 报文（{error}），请核对端口与是否用 TLS"))
        except Exception as error:  # noqa: BLE001 - told to who waits for the end
            self._fail(error)

    def _control(self, kind: int, body: bytes) -> None:
        if kind == packets.CONNACK:
            self._answer(0, body)
        elif kind in (packets.SUBACK, packets.UNSUBACK):
            self._answer(body[0] << 8 | body[1], body)
        elif kind == packets.DISCONNECT:
            self._fail(_refused(self._where, body[0] if body else 0))
        elif kind != packets.PINGRESP:
            raise Broken(f"报文类型 {kind}")

    def _answer(self, number: int, body: bytes) -> None:
        waiting = self._answers.get(number)
        if waiting is not None and not waiting.done():
            waiting.set_result(body)

    def _fail(self, error: Exception) -> None:
        for each in self._answers.values():
            if not each.done():
                each.set_exception(error)
        if not self._end.done():
            self._end.set_exception(error)
        self.close()

    def close(self) -> None:
        transport, self._transport = self._transport, None
        if transport is None:
            return
        transport.write(packets.LEAVE)
        if transport.get_write_buffer_size():  # nobody takes it: do not wait for that
            transport.abort()
        else:
            transport.close()

    def _send(self, data: bytes) -> None:
        if self._transport is not None:
            self._transport.write(data)

    async def _ask(self, number: int, request: bytes) -> bytes:
        if self._end.done():
            self._end.result()
        waiting: asyncio.Future[bytes] = self._loop.create_future()
        self._answers[number] = waiting
        self._send(request)
        try:
            async with asyncio.timeout(PATIENCE):  # `wait_for` may swallow that we are cancelled
                return await waiting
        except TimeoutError:
            raise NotReached(
                f"{self._where} 接受了连接，但 {PATIENCE:.0f} 秒内不应答，请核对端口与是否用 TLS"
            ) from None
        finally:
            del self._answers[number]

    async def introduce(self, introduction: Introduction) -> None:
        body = await self._ask(0, introduction.packet(is_5=self._is_5))
        if len(body) < 2 or body[1]:
            raise _refused(self._where, body[1] if len(body) > 1 else 0)

    async def subscribe(self, topics: Sequence[str], qos: int = 1) -> list[str]:
        """At least once, unless `qos` says 0. Returns those that the broker does not allow."""
        refused = list[str]()
        for start in range(0, len(topics), _TOPICS):
            some, number = topics[start : start + _TOPICS], self._next()
            request = packets.subscription(number, some, qos, is_5=self._is_5)
            told = packets.codes(await self._ask(number, request), is_5=self._is_5)
            refused += [each for each, code in zip(some, told, strict=False) if code >= 0x80]
        return refused

    def unsubscribe(self, topics: Iterable[bytes]) -> None:
        """Without waiting for the answer."""
        self._send(packets.resignation(self._next(), topics, is_5=self._is_5))

    def publish(self, topic: str, payload: bytes) -> None:
        """At most once."""
        self._send(packets.publication(topic, payload, is_5=self._is_5))

    def acknowledge(self, numbers: Sequence[int]) -> None:
        self._send(packets.acknowledgements(numbers))
        self._cutter.unanswered.difference_update(numbers)

    def _next(self) -> int:
        self._last = self._last % 65_535 + 1
        return self._last

    async def lasts(self) -> None:
        """Until the connection is lost, which is raised; asks for a sign of life."""
        while not self._end.done():
            if self._loop.time() - self._heard_at > PATIENCE:
                self._fail(NotReached(f"{self._where} 已 {PATIENCE:.0f} 秒没有动静，连接作废"))
                break
            self._send(packets.PINGREQ)
            await asyncio.wait([self._end], timeout=_PING_EVERY)
        self._end.result()

    def forget(self) -> None:
        """Nobody waits for the end any more."""
        if self._end.done():
            self._end.exception()
        else:
            self._end.cancel()


@asynccontextmanager
async def session(
    settings: BrokerSettings,
    secret: str | None,
    hear: Hear,
    *,
    lasting: bool,
    skipped: Callable[[int], None] = lambda _: None,
) -> AsyncIterator[Session]:
    """Connected and admitted. `lasting`: the broker keeps what comes while we are away."""
    context = _trust(settings.ca) if settings.tls else None
    made = Session(settings, hear, skipped)
    try:
        await _reach(settings, made, context)
        await made.introduce(
            Introduction(
                # what is kept for us is kept by the name: who only looks in has another
                name=settings.client_id if lasting else f"trial-{uuid.uuid4().hex[:12]}",
                user=settings.user,
                password=secret,
                keep=_SESSION if lasting else 0,
                alive=int(PATIENCE),
            )
        )
        yield made
    finally:
        made.close()
        made.forget()


async def _reach(settings: BrokerSettings, made: Session, context: ssl.SSLContext | None) -> None:
    where = f"{settings.host}:{settings.port}"
    secured: dict[str, Any] = (
        {"ssl_handshake_timeout": PATIENCE, "ssl_shutdown_timeout": 2.0} if context else {}
    )
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(PATIENCE):
            await loop.create_connection(lambda: made, settings.host, settings.port, ssl=context, **secured)
    except ssl.SSLCertVerificationError as error:
        raise NotAdmitted(
            f"{where} 的证书不受信任：{error.verify_message}。自签证书请把签发它的 CA 填入设置"
        ) from error
    except ssl.SSLError as error:
        raise NotAdmitted(f"{where} 不能建立 TLS 连接：{error.reason}，请核对端口与是否用 TLS") from error
    except TimeoutError as error:
        raise NotReached(f"{where} {PATIENCE:.0f} 秒内连不上，请核对地址、网线与防火墙") from error
    except (OSError, UnicodeError) as error:
        raise NotReached(f"不能连接 {where}：{error}") from error


def _trust(ca: str | None) -> ssl.SSLContext:
    try:
        return ssl.create_default_context(cadata=ca)
    except (ssl.SSLError, ValueError) as error:
        raise NotAdmitted("CA 证书不能用：不是 PEM 格式的证书") from error


_REFUSALS: Final[dict[int, str]] = {
    1: "不支持所选的 MQTT 版本，请换一个版本",
    0x84: "不支持所选的 MQTT 版本，请换一个版本",
    2: "不接受这个 client_id，请换一个",
    0x85: "不接受这个 client_id，请换一个",
    4: "用户名或密码不对",
    0x86: "用户名或密码不对",
    5: "不允许我们连接，请核对用户名、密码与权限",
    0x87: "不允许我们连接，请核对用户名、密码与权限",
    0x8A: "封禁了我们，请联系其管理员",
    0x8E: "断开了我们：另有一个客户端用同一 client_id 连接，请换一个 client_id",
    0x8C: "不接受用户名密码这种认证方式",
}


def _refused(where: str, code: int) -> Exception:
    if code in _REFUSALS:
        return NotAdmitted(f"{where} {_REFUSALS[code]}")
    return NotReached(f"{where} 结束了连接（代码 {code:#04x}），稍后再试")
