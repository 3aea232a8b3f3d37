"""One call on the external face as its handler sees it, and what an operation of the face is."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Hashable
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, TypeVar, cast
from urllib.parse import parse_qsl

import msgspec
from starlette.types import Receive, Scope

from brain.kit.errors import FieldError, Invalid, Refusal
from brain.platform.exchange import bodies
from brain.platform.exchange.codes import BadDigest, BrokenTransfer, WrongMediaType
from brain.platform.exchange.messages.base import Answer
from brain.platform.exchange.protocol import InterfaceClass
from brain.platform.exchange.scenes.standalone import schema_of
from brain.platform.exchange.server.adapters.intake import Intake, too_large
from brain.platform.exchange.server.contract import Environment
from brain.platform.exchange.server.service.admission import Admitted

FORM = "application/x-www-form-urlencoded"
JSON = "application/json"
LINGER_SECONDS = 10.0
LINGER_BLOCKS = 4096  # of the web server, tens of kilobytes each

T = TypeVar("T", bound=msgspec.Struct)


class Page(msgspec.Struct, frozen=True):
    """An answer that is no annex 3 message: the documentation."""

    content: bytes
    media_type: str


class Call:
    """What arrived; `caller` is there once a signed call was let in, `has_arrived` once its body was read."""

    def __init__(self, scope: Scope, receive: Receive, environment: Environment, request_id: str) -> None:
        self.environment = environment
        self.request_id = request_id
        self.method: str = scope["method"]
        self.path: str = scope["path"].removeprefix(environment.prefix)
        self.parameters: dict[str, str] = {}
        self.admitted: Admitted | None = None
        self.has_arrived = False
        self.headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        raw_path: bytes = scope.get("raw_path") or scope["path"].encode()
        query: bytes = scope["query_string"]
        self.target = (raw_path.partition(b"?")[0] + (b"?" + query if query else b"")).decode("latin-1")
        self._query = query.decode("latin-1")
        self._receive = receive
        self.address = scope["client"][0] if scope.get("client") else ""

    @property
    def caller(self) -> Admitted:
        if self.admitted is None:
            raise LookupError("the operation is not signed")
        return self.admitted

    def header(self, name: str) -> str | None:
        return self.headers.get(name.lower())

    def query(self, kind: type[T]) -> T:
        """The query parameters as a message; a wrong one is a bad request."""
        try:
            return msgspec.convert(_pairs(self._query), kind, strict=False)
        except msgspec.ValidationError as error:
            problem = FieldError(loc=str(error).partition("`$.")[2].rstrip("`"), message=str(error))
            raise Invalid("查询参数不正确", [problem]) from error

    @property
    def is_gzipped(self) -> bool:
        encoding = (self.header("Content-Encoding") or "identity").lower()
        if encoding not in {"identity", "gzip"}:
            raise WrongMediaType(f"不支持的 Content-Encoding：{encoding}")
        return encoding == "gzip"

    def check_media_type(self, wanted: str) -> None:
        media, _, parameters = (self.header("Content-Type") or "").partition(";")
        if media.strip().lower() != wanted:
            raise WrongMediaType(f"Content-Type 应为 {wanted}")
        charset = parameters.lower().replace('"', "").replace(" ", "").removeprefix("charset=")
        if charset not in {"", "utf-8", "utf8"}:
            raise WrongMediaType("编码应为 UTF-8")

    async def blocks(self) -> AsyncIterator[bytes]:
        """The body as it arrives; refused before it is read whole when it is too large."""
        limit = self.environment.settings.largest_body
        announced = self.header("Content-Length")
        if announced is not None and announced.isdecimal() and int(announced) > limit:
            raise too_large(limit)
        received, more = 0, True
        while more:
            message = await self._receive()
            if message["type"] == "http.disconnect":
                raise BrokenTransfer("连接中断，数据不完整")
            more = message.get("more_body", False)
            block: bytes = message.get("body", b"")
            received += len(block)
            if received > limit:
                raise too_large(limit)
            yield block
        self.has_arrived = True

    async def linger(self) -> None:
        """Let a refused body run out unread, within bounds: who is cut off while sending never learns why."""
        left, more = LINGER_BLOCKS, self.method == "POST" and not self.has_arrived
        with suppress(TimeoutError):
            async with asyncio.timeout(LINGER_SECONDS):
                while more and left:
                    message = await self._receive()
                    more, left = message.get("more_body", False), left - 1

    async def content(self) -> bytearray:
        """The whole body of a small call; of a signed call it must have the signed digest."""
        intake = Intake(limit=self.environment.settings.largest_body, gzip=self.is_gzipped)
        async for block in self.blocks():
            intake.feed(block)
        self.check_digest(intake.digest())
        return intake.content

    def check_digest(self, digest: str) -> None:
        """A signed call must carry the body that was signed."""
        if self.admitted is not None and digest != self.admitted.digest:
            raise BadDigest("正文与摘要不符")

    async def form(self) -> dict[str, str]:
        self.check_media_type(FORM)
        return _pairs((await self.content()).decode("latin-1"))

    async def body(self, kind: type[T]) -> T:
        self.check_media_type(JSON)
        decoded: T = bodies.decode(await self.content(), _decoder(kind), schema_of(kind))
        return decoded


def _pairs(encoded: str) -> dict[str, str]:
    """Names and values of a query or a form."""
    pairs = dict(parse_qsl(encoded, keep_blank_values=True))
    if any("\0" in value for value in pairs.values()):
        raise Invalid("参数中不能有空字符")
    return pairs


@cache
def _decoder(kind: Hashable) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(cast("type[Any]", kind))


Handler = Callable[[Call], Awaitable[Answer | Page]]


@dataclass(frozen=True, kw_only=True)
class Operation:
    """`path` may hold `{parameters}`. `access`: anyone, holders of an application token, or signed calls.

    `names_scene`: a signed call must say for which scene it asks (annex 3, 4 a).
    """

    method: Literal["GET", "POST"]
    path: str
    title: str
    handler: Handler
    answer: type[Answer] | None
    group: str
    access: Literal["open", "client", "application", "signed"]
    description: str = ""
    body: type[msgspec.Struct] | None = None
    query: type[msgspec.Struct] | None = None
    interface_class: InterfaceClass | None = None
    names_scene: bool = False
    sandbox_only: bool = False
    refusals: tuple[type[Refusal], ...] = ()
