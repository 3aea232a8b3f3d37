"""Values of a JSON document that a machine or system offers over HTTP, asked for again and again."""

import asyncio
import ssl
import time
from collections import defaultdict
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any, Final, Literal

from pydantic import Field

from brain.kit.schemas import Schema
from brain.platform.shop_floor.adapters.drivers import documents
from brain.platform.shop_floor.adapters.drivers.documents import MISSING, Clock, Pointer, TimeUnit
from brain.platform.shop_floor.adapters.drivers.driver import (
    Found,
    NotAdmitted,
    NotReached,
    Sample,
    Sink,
    Wanted,
)
from brain.platform.shop_floor.domain.readings import Quality

if TYPE_CHECKING:
    import httpx

_PATIENCE: Final = 10.0  # seconds for a whole answer
_LARGEST: Final = 10 * 1024 * 1024  # bytes
_FASTEST, _LONGEST_PAUSE = 0.1, 3600.0  # seconds
_PAUSE: Final = 5.0  # seconds, where a server that is busy does not say how long


class HttpJsonSettings(Schema):
    """以 HTTP 提供 JSON 的设备或系统。"""

    kind: Literal["http_json"]
    url: str = Field(
        pattern=r"^https?://[^\s?#@]+$", max_length=1000, description="基础地址，如 http://10.0.0.5/api"
    )
    ca: str | None = Field(None, max_length=20_000, description="对方自签的 CA 证书（PEM）；公共 CA 不填")
    sign_in: Literal["none", "bearer", "basic", "key"] = Field("none", description="认证方式，密钥另行保存")
    user: str | None = Field(None, max_length=200, description="basic 认证的用户名")
    key_header: str = Field(
        "X-API-Key", pattern=r"^[0-9A-Za-z-]{1,100}$", description="key 认证时放密钥的请求头"
    )
    headers: dict[str, str] = Field(default_factory=dict, max_length=20, description="其他请求头，不放密钥")
    paths: list[str] = Field(
        default_factory=lambda: [""], min_length=1, max_length=50, description="浏览哪些路径，如 /status"
    )
    time: Pointer | None = Field(None, description="时间所在的 JSON 指针；不填时用到达时间")
    time_unit: TimeUnit = Field("ms", description="iso 为 ISO 8601 文本，没有时区的按北京时间")


class HttpJsonAddress(Schema):
    """一个测点：路径，以及文档中的位置。"""

    path: str = Field(
        "", max_length=1000, pattern=r"^(/[^\s#]*)?$", description="接在基础地址之后，如 /status"
    )
    pointer: Pointer = Field(description="JSON 指针，如 /press/temperature")


@dataclass
class _Busy(Exception):
    """The server asks us to wait so many seconds."""

    seconds: float


@dataclass
class _Page:
    """What is known of a path between two questions."""

    tag: str | None = None
    document: Any = MISSING


class HttpJsonDriver:
    def __init__(self, settings: HttpJsonSettings, secret: str | None) -> None:
        self._settings = settings
        self._secret = secret or ""
        tokens = None if settings.time is None else documents.keys(settings.time)
        self._clock = None if tokens is None else Clock(tokens, settings.time_unit)

    async def collect(self, wanted: Sequence[Wanted[HttpJsonAddress]], sink: Sink) -> None:
        """One request for all points of a path, as often as the fastest of them is to be looked at."""
        by_path = defaultdict[str, list[Wanted[HttpJsonAddress]]](list)
        for each in wanted:
            by_path[each.address.path].append(each)
        try:
            async with self._client() as client, asyncio.TaskGroup() as group:
                for path, points in by_path.items():
                    group.create_task(self._follow(client, path, points, sink))
        except* (NotReached, NotAdmitted) as errors:
            error: BaseException = errors
            while isinstance(error, BaseExceptionGroup):
                error = error.exceptions[0]
            raise error from None

    async def _follow(
        self, client: "httpx.AsyncClient", path: str, points: list[Wanted[HttpJsonAddress]], sink: Sink
    ) -> None:
        places = [(each.number, documents.keys(each.address.pointer)) for each in points]
        every, page = max(_FASTEST, min(each.sampling for each in points)), _Page()
        while True:
            began, pause = time.monotonic(), every
            try:
                document = await self._ask(client, path, page, sink)
                self._tell(document, places, sink)
            except _Busy as busy:
                pause = max(every, busy.seconds)
                sink.silent([number for number, _ in places], f"{path or '/'} 暂时繁忙，{pause:.0f} 秒后再问")
            except ValueError as error:
                sink.silent([number for number, _ in places], f"{path or '/'} 读不出：{error}")
            await asyncio.sleep(max(0.0, began + pause - time.monotonic()))

    def _tell(self, document: Any, places: list[tuple[int, tuple[str, ...]]], sink: Sink) -> None:
        at = self._time(document)
        quality = Quality.UNCERTAIN if self._clock and at is None else Quality.GOOD
        absent = []
        for number, tokens in places:
            value = documents.find(document, tokens)
            if value is MISSING:
                absent.append(number)
            else:
                sink.put(number, at, value, Quality.BAD if value is None else quality)
        if absent:
            sink.silent(absent, "应答里没有这个位置，请核对 JSON 指针")

    def _time(self, document: Any) -> int | None:
        return None if self._clock is None else self._clock.read(document)

    async def _ask(
        self, client: "httpx.AsyncClient", path: str, page: _Page, sink: Sink | None = None
    ) -> Any:
        """The document; that of before where it did not change. ValueError where this path has none."""
        import httpx  # noqa: PLC0415 - a gateway without such sources is spared it

        url = self._settings.url.rstrip("/") + path
        try:
            async with asyncio.timeout(_PATIENCE):
                body = await self._body(client, url, page, sink)
        except TimeoutError as error:
            raise NotReached(f"{url} {_PATIENCE:.0f} 秒内没有答完") from error
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            if "CERTIFICATE_VERIFY_FAILED" in str(error):
                raise NotAdmitted(f"{url} 的证书不受信任。自签证书请把签发它的 CA 填入设置") from error
            raise NotReached(f"不能读取 {url}：{error or type(error).__name__}") from error
        if body is None:
            return page.document
        try:
            page.document = documents.decode(body)
        except ValueError as error:
            page.document = MISSING
            raise ValueError("应答不是 JSON") from error
        return page.document

    async def _body(
        self, client: "httpx.AsyncClient", url: str, page: _Page, sink: Sink | None
    ) -> bytes | None:
        """None where the document is the one of before."""
        headers = {} if page.tag is None or page.document is MISSING else {"if-none-match": page.tag}
        asked, body = time.time(), bytearray()
        async with client.stream("GET", url, headers=headers) as answer:
            if sink is not None:
                _compare(answer.headers.get("date"), (asked + time.time()) / 2, sink)
            if answer.status_code == 304 and headers:
                return None
            _check(answer.status_code, answer.headers.get("retry-after"), url)
            async for block in answer.aiter_bytes():
                body += block
                if len(body) > _LARGEST:
                    raise ValueError(f"应答超过 {_LARGEST >> 20} MB")
        page.tag = answer.headers.get("etag")
        return bytes(body)

    @asynccontextmanager
    async def _client(self) -> "AsyncIterator[httpx.AsyncClient]":
        import httpx  # noqa: PLC0415 - as above

        settings, headers = self._settings, dict(self._settings.headers)
        if settings.sign_in == "bearer":
            headers["Authorization"] = f"Bearer {self._secret}"
        elif settings.sign_in == "key":
            headers[settings.key_header] = self._secret
        auth = httpx.BasicAuth(settings.user or "", self._secret) if settings.sign_in == "basic" else None
        try:
            trusted = ssl.create_default_context(cadata=settings.ca)
        except (ssl.SSLError, ValueError) as error:
            raise NotAdmitted("CA 证书不能用：不是 PEM 格式的证书") from error
        async with httpx.AsyncClient(
            headers=headers, auth=auth, verify=trusted, timeout=_PATIENCE, trust_env=False
        ) as client:
            yield client

    async def read(self, addresses: Sequence[HttpJsonAddress]) -> Sequence[Sample]:
        paths = dict.fromkeys(each.path for each in addresses)
        async with self._client() as client:
            heard = {path: await self._document(client, path) for path in paths}
        return [
            documents.sample(
                documents.find(heard[each.path], documents.keys(each.pointer)), self._time(heard[each.path])
            )
            for each in addresses
        ]

    async def _document(self, client: "httpx.AsyncClient", path: str) -> Any:
        try:
            return await self._ask(client, path, _Page())
        except (ValueError, _Busy):
            return MISSING

    async def browse(self, under: str | None) -> Sequence[Found[HttpJsonAddress]]:
        """`under`: a path, after `#` a pointer into its document."""
        if under is None:
            return [
                Found(name=path or "/", title=path or "/", address=None, under=f"{path}#")
                for path in self._settings.paths
            ]
        path, _, pointer = under.partition("#")
        async with self._client() as client:
            document = await self._document(client, path)
        found = documents.fields(
            document, pointer, lambda place: HttpJsonAddress(path=path, pointer=place), self._time(document)
        )
        return [replace(each, under=each.under and f"{path}#{each.under}") for each in found]


def _check(status: int, retry_after: str | None, url: str) -> None:
    if status in (429, 503):
        told = float(retry_after) if retry_after and retry_after.isdecimal() else _PAUSE
        raise _Busy(min(told, _LONGEST_PAUSE))
    if status in (401, 403):
        raise NotAdmitted(f"{url} 拒绝了我们（{status}），请核对认证方式、用户名与密钥")
    if status >= 500:
        raise NotReached(f"{url} 出错（{status}），稍后再试")
    if status != 200:
        raise ValueError(f"应答 {status}，请核对路径")


def _compare(told: str | None, now: float, sink: Sink) -> None:
    """By the header Date, which knows whole seconds only: half a second is added on average."""
    try:
        ahead = parsedate_to_datetime(told or "").timestamp() + 0.5 - now
    except (ValueError, OverflowError):
        return
    sink.clock(ahead if abs(ahead) > 1 else 0.0)
