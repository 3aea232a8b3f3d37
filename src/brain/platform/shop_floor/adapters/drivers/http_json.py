"""Values of a JSON document that a machine or system offers over HTTP, asked for again and again."""

import asyncio
import time
from collections import defaultdict
from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, replace
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any, Final, Literal

from pydantic import Field

from brain.kit.schemas import Schema
from brain.platform.shop_floor.adapters.drivers import documents, web
from brain.platform.shop_floor.adapters.drivers.documents import MISSING, Clock, Pointer, TimeUnit
from brain.platform.shop_floor.adapters.drivers.driver import (
    Found,
    NotAdmitted,
    NotReached,
    Sample,
    Sink,
    Wanted,
)
from brain.platform.shop_floor.adapters.drivers.web import Busy
from brain.platform.shop_floor.domain.readings import Quality

if TYPE_CHECKING:
    import httpx

_FASTEST: Final = 0.1  # seconds between two questions for the same document


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
            except Busy as busy:
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
        url = self._settings.url.rstrip("/") + path
        unchanged = {} if page.tag is None or page.document is MISSING else {"if-none-match": page.tag}
        answer = await web.get(client, url, unchanged)
        if sink is not None:
            _compare(answer.headers.get("date"), answer.at, sink)
        if answer.status == 304 and unchanged:
            return page.document
        web.check(answer, url)
        if answer.status != 200:
            raise ValueError(f"应答 {answer.status}，请核对路径")
        page.tag = answer.headers.get("etag")
        try:
            page.document = documents.decode(answer.body)
        except ValueError as error:
            page.document = MISSING
            raise ValueError("应答不是 JSON") from error
        return page.document

    def _client(self) -> "AbstractAsyncContextManager[httpx.AsyncClient]":
        settings, headers = self._settings, dict(self._settings.headers)
        if settings.sign_in == "bearer":
            headers["Authorization"] = f"Bearer {self._secret}"
        elif settings.sign_in == "key":
            headers[settings.key_header] = self._secret
        basic = (settings.user or "", self._secret) if settings.sign_in == "basic" else None
        return web.opened(settings.ca, headers, basic)

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
        except (ValueError, Busy):
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


def _compare(told: str | None, now: float, sink: Sink) -> None:
    """By the header Date, which knows whole seconds only: half a second is added on average."""
    try:
        ahead = parsedate_to_datetime(told or "").timestamp() + 0.5 - now
    except (ValueError, OverflowError):
        return
    sink.clock(ahead if abs(ahead) > 1 else 0.0)
