"""Interfaces that answer JSON: paged, with a key or OAuth 2.0 client credentials, at their own pace."""

import asyncio
import json
import time
from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path
from typing import Any, Final, Literal, Self

import httpx
import msgspec
from pydantic import Field, model_validator

from brain.kit.clock import today
from brain.kit.errors import TooLarge
from brain.kit.schemas import Schema
from brain.platform.ingestion.adapters.connectors import http
from brain.platform.ingestion.adapters.connectors.extract import Extract
from brain.platform.ingestion.adapters.connectors.reach import Reach
from brain.platform.ingestion.domain.collecting import Cursor, NotCollected
from brain.platform.ingestion.domain.files import LARGEST_WHOLE

_MOST_PAGES: Final = 10_000
_LARGEST_PAGE: Final = 64 << 20  # bytes
_URL: Final = r"^https?://[^\s]+$"
_OBJECT: Final = msgspec.json.Decoder(dict[str, msgspec.Raw])
_ARRAY: Final = msgspec.json.Decoder(list[msgspec.Raw])


class RestSettings(Schema):
    """返回 JSON 的接口。"""

    kind: Literal["rest"]
    url: str = Field(pattern=_URL, max_length=2000)
    records: str = Field("", max_length=200, description="记录数组所在，如 data.list；整个应答是数组时不填")
    auth: Literal["none", "header", "bearer", "oauth2"] = "none"
    header: str = Field("X-API-Key", pattern=r"^[A-Za-z0-9-]+$", max_length=100, description="放密钥的请求头")
    token_url: str | None = Field(None, pattern=_URL, max_length=2000)
    client_id: str | None = Field(None, max_length=200)
    scope: str | None = Field(None, max_length=200)
    paging: Literal["none", "page", "offset", "cursor", "link"] = "none"
    page_parameter: str = Field("page", max_length=100, description="页码、偏移或游标的参数名")
    first_page: int = Field(1, ge=0, le=1, description="页码从几起")
    size_parameter: str | None = Field(None, max_length=100, description="每页条数的参数名")
    page_size: int = Field(100, ge=1, le=10_000)
    next_path: str = Field("", max_length=200, description="下一个游标所在，如 meta.next")
    since_field: str | None = Field(
        None, max_length=200, description="增量：记录中只增不减的字段，如 updatedAt；不填为每次取全部"
    )
    since_parameter: str | None = Field(
        None, max_length=100, description="增量：把上次的最大值交给对方的参数名"
    )
    per_minute: int = Field(60, ge=1, le=6000, description="每分钟最多调用几次")

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        if self.auth == "oauth2" and not (self.token_url and self.client_id):
            raise ValueError("OAuth 2.0 须填写令牌地址与客户端标识")
        if self.paging == "cursor" and not self.next_path:
            raise ValueError("按游标翻页须填写下一个游标所在")
        if (self.since_field is None) != (self.since_parameter is None):
            raise ValueError("增量的字段与参数名须同时填写")
        return self

    @property
    def destination(self) -> str:
        origins = (httpx.URL(url) for url in (self.url, self.token_url) if url)
        return " ".join(f"{url.scheme}://{url.host}:{url.port}" for url in origins)


@dataclass
class _Pace:
    """No more calls a minute than allowed, evenly."""

    per_minute: int
    _next: float = field(default=0.0)

    async def wait(self) -> None:
        await asyncio.sleep(max(0.0, self._next - time.monotonic()))
        self._next = time.monotonic() + 60 / self.per_minute


@dataclass(frozen=True)
class _Page:
    body: bytes
    answer: httpx.Response
    records: list[msgspec.Raw]


class RestConnector:
    def __init__(self, settings: RestSettings, secret: str | None, reach: Reach, *, sample: bool) -> None:
        self._settings = settings
        self._secret = secret or ""
        self._reach = reach
        self._sample = sample
        self._pace = _Pace(settings.per_minute)

    async def extracts(self, cursor: Cursor, place: Path) -> AsyncGenerator[Extract, None]:
        """All records as one JSON array, each byte for byte as the interface gave it."""
        path, size, count, since = place / "records", 0, 0, cursor.get("since")
        async with http.client(self._reach) as opened, aclosing(self._pages(opened, since)) as pages:
            with path.open("wb") as file:
                async for page in pages:
                    for record in page.records:
                        size += file.write(b",\n" if count else b"[\n") + file.write(record)
                        count += 1
                    since = self._latest(page.records, since)
                    if size > LARGEST_WHOLE:
                        raise TooLarge(f"取来的记录超过 {LARGEST_WHOLE >> 20} MB，请缩小接口的范围")
                    if self._sample:
                        break
                file.write(b"\n]\n")
        if count:
            name = httpx.URL(self._settings.url).path.rpartition("/")[2] or "records"
            yield Extract(name=f"{name[:200]}.json", path=path, cursor={"since": since}, as_of=today())

    def _latest(self, records: list[msgspec.Raw], latest: int | str | None) -> int | str | None:
        """The greatest value of the field by which new records are asked for."""
        if self._settings.since_field is None:
            return None
        for record in records:
            found = _at_path(bytes(record), self._settings.since_field)
            value = None if found is None else msgspec.json.decode(found)
            if isinstance(value, int | str) and (latest is None or _is_later(value, latest)):
                latest = value
        return latest

    async def _pages(self, opened: httpx.AsyncClient, since: int | str | None) -> AsyncGenerator[_Page, None]:
        url = httpx.URL(self._settings.url)
        if since is not None and self._settings.since_parameter:
            url = url.copy_set_param(self._settings.since_parameter, since)
        headers = await self._headers(opened)
        place: int | str | None = self._first_place()
        before = b""
        for _ in range(_MOST_PAGES):
            page = await self._page(opened, self._at(url, place), headers)
            if page.body == before and page.records:
                raise NotCollected("接口的下一页与上一页完全相同，请核对翻页参数")
            before = page.body
            yield page
            following = self._following(page, place)
            if following is None:
                return
            if isinstance(following, httpx.URL):
                url = following
            else:
                place = following
        raise NotCollected(f"接口超过 {_MOST_PAGES} 页仍未结束，请核对翻页参数")

    def _first_place(self) -> int | None:
        return {"page": self._settings.first_page, "offset": 0}.get(self._settings.paging)

    def _at(self, url: httpx.URL, place: int | str | None) -> httpx.URL:
        told = self._settings
        if told.size_parameter and told.paging in {"page", "offset", "cursor"}:
            url = url.copy_set_param(told.size_parameter, told.page_size)
        return url if place is None else url.copy_set_param(told.page_parameter, place)

    def _following(self, page: _Page, place: int | str | None) -> httpx.URL | int | str | None:
        match self._settings.paging:
            case "page" | "offset" if isinstance(place, int) and page.records:
                short = len(page.records) < self._settings.page_size and self._settings.size_parameter
                step = 1 if self._settings.paging == "page" else len(page.records)
                return None if short else place + step
            case "cursor":
                found = _at_path(page.body, self._settings.next_path)
                following = msgspec.json.decode(found) if found is not None else None
                return following if isinstance(following, int | str) and following != "" else None
            case "link" if "next" in page.answer.links:
                return self._same_origin(page.answer.url.join(page.answer.links["next"]["url"]))
            case _:
                return None

    def _same_origin(self, url: httpx.URL) -> httpx.URL:
        first = httpx.URL(self._settings.url)
        if (url.scheme, url.host, url.port) != (first.scheme, first.host, first.port):
            raise NotCollected(f"接口的下一页在另一处（{url.host}），密钥不送往那里")
        return url

    async def _page(self, opened: httpx.AsyncClient, url: httpx.URL, headers: dict[str, str]) -> _Page:
        await self._pace.wait()
        async with http.answered(opened, opened.build_request("GET", url, headers=headers)) as answer:
            if answer.status_code == HTTPStatus.UNAUTHORIZED:
                raise NotCollected("接口答复 401：密钥不对或已失效")
            if answer.status_code != HTTPStatus.OK:
                raise NotCollected(f"接口答复 {answer.status_code}")
            body = await _read(answer)
        return _Page(body, answer, self._records(body))

    def _records(self, body: bytes) -> list[msgspec.Raw]:
        found = _at_path(body, self._settings.records)
        if found is None:
            raise NotCollected(f"应答中没有 {self._settings.records}")
        try:
            return _ARRAY.decode(found)
        except msgspec.DecodeError as error:
            raise NotCollected("应答中记录所在之处不是 JSON 数组") from error

    async def _headers(self, opened: httpx.AsyncClient) -> dict[str, str]:
        match self._settings.auth:
            case "none":
                return {}
            case "header":
                return {self._settings.header: self._secret}
            case "bearer":
                return {"authorization": f"Bearer {self._secret}"}
            case "oauth2":
                return {"authorization": f"Bearer {await self._token(opened)}"}

    async def _token(self, opened: httpx.AsyncClient) -> str:
        """RFC 6749 §4.4; the client is named by Basic (§2.3.1)."""
        told = self._settings
        form = {"grant_type": "client_credentials"} | ({"scope": told.scope} if told.scope else {})
        auth = httpx.BasicAuth(told.client_id or "", self._secret)
        request = opened.build_request("POST", told.token_url or "", data=form)
        request = next(auth.auth_flow(request))
        async with http.answered(opened, request) as answer:
            body = await _read(answer)
        if answer.status_code != HTTPStatus.OK:
            raise NotCollected(f"取令牌时答复 {answer.status_code}：请核对客户端标识与密钥")
        found: Any = json.loads(body).get("access_token")
        if not isinstance(found, str):
            raise NotCollected("取令牌的应答中没有 access_token")
        return found


def _is_later(value: int | str, latest: int | str) -> bool:
    if isinstance(value, int) and isinstance(latest, int):
        return value > latest
    if isinstance(value, str) and isinstance(latest, str):
        return value > latest
    raise NotCollected("增量字段有时是数有时是文字，不能比较先后")


async def _read(answer: httpx.Response) -> bytes:
    blocks, size = [], 0
    async for block in answer.aiter_bytes():
        size += len(block)
        if size > _LARGEST_PAGE:
            raise TooLarge(f"接口的一页超过 {_LARGEST_PAGE >> 20} MB，请减小每页条数")
        blocks.append(block)
    return b"".join(blocks)


def _at_path(body: bytes, path: str) -> bytes | None:
    """The bytes of what lies at a path of keys; None where there is nothing."""
    found: bytes = body
    try:
        for key in filter(None, path.split(".")):
            within = _OBJECT.decode(found)
            if key not in within:
                return None
            found = bytes(within[key])
    except msgspec.DecodeError as error:
        raise NotCollected("应答不是所说结构的 JSON") from error
    return found
