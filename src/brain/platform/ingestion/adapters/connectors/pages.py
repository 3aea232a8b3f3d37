"""Public web pages as rows: tables, lists, or the pages that a list leads to."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator
from dataclasses import dataclass
from hashlib import blake2b
from http import HTTPStatus
from pathlib import Path
from typing import Final, Literal, Self

import httpx
import msgspec
from pydantic import Field, model_validator
from selectolax.lexbor import LexborHTMLParser

from brain.kit.clock import today
from brain.kit.errors import TooLarge
from brain.kit.schemas import Schema
from brain.platform.ingestion.adapters.connectors import html, http
from brain.platform.ingestion.adapters.connectors.extract import Extract
from brain.platform.ingestion.adapters.connectors.reach import Reach
from brain.platform.ingestion.adapters.connectors.sites import Visitor
from brain.platform.ingestion.domain.collecting import Cursor, NotCollected
from brain.platform.ingestion.domain.files import LARGEST_WHOLE

_LARGEST_PAGE: Final = 8 << 20  # bytes
_SAMPLED: Final = 3  # pages of a trial
ADDRESS: Final = "网址"


class PagesSettings(Schema):
    """公开的网页。"""

    kind: Literal["pages"]
    url: str = Field(pattern=r"^https?://[^\s]+$", max_length=2000)
    read: Literal["table", "list", "text"] = Field(description="网页中的表格、重复的条目，或整页的正文")
    records: str = Field("", max_length=300, description="表格或每个条目的 CSS 选择器；表格不填为所有 table")
    fields: list[str] = Field(
        default_factory=list,
        max_length=100,
        description="条目：每列一行，列名=选择器，取属性写 @属性，如 链接=a@href",
    )
    detail_link: str = Field("", max_length=300, description="详情页链接的选择器；填写后到每个详情页去读")
    next_link: str = Field("", max_length=300, description="下一页链接的选择器")
    most_pages: int = Field(50, ge=1, le=1000, description="一次最多看多少页，含详情页")
    per_minute: int = Field(20, ge=1, le=600, description="每分钟最多看几页；robots.txt 要求更慢时从其要求")

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        if (self.read == "list") != bool(self.fields):
            raise ValueError("按条目取时须填写各列，其他取法不填")
        if self.read == "list" and not (self.records or self.detail_link):
            raise ValueError("按条目取时须填写条目或详情页链接的选择器")
        if any(not name or not selector for name, selector in self.by_column.items()):
            raise ValueError("各列写作 列名=选择器")
        told = [self.records, self.detail_link, self.next_link]
        told += [selector.partition("@")[0] for selector in self.by_column.values()]
        if wrong := [selector for selector in told if selector.strip() and not html.is_selector(selector)]:
            raise ValueError(f"不是 CSS 选择器：{wrong[0]}")
        return self

    @property
    def by_column(self) -> dict[str, str]:
        split = (line.partition("=") for line in self.fields)
        return {name.strip(): selector.strip() for name, _, selector in split}

    @property
    def destination(self) -> str:
        return self.url


@dataclass(frozen=True)
class _Page:
    """`mark`: by which the server, or else the content, shows that the page is still the same."""

    url: httpx.URL
    parsed: LexborHTMLParser
    mark: str


class PagesConnector:
    """Of pages that a list leads to only the new and the changed are read; the cursor is their marks."""

    def __init__(self, settings: PagesSettings, reach: Reach, *, sample: bool) -> None:
        self._settings = settings
        self._reach = reach
        self._most = _SAMPLED if sample else settings.most_pages

    async def extracts(self, cursor: Cursor, place: Path) -> AsyncGenerator[Extract, None]:
        known: dict[str, str] = cursor.get("pages", {})
        marks: dict[str, str] = {}
        path, size, count = place / "rows", 0, 0
        async with http.client(self._reach) as opened:
            visitor = Visitor(opened, 60 / self._settings.per_minute)
            with path.open("wb") as file:
                async for page in self._pages(visitor, known, marks):
                    for row in await asyncio.to_thread(self._rows, page):
                        size += file.write(b",\n" if count else b"[\n") + file.write(msgspec.json.encode(row))
                        count += 1
                    if size > LARGEST_WHOLE:
                        raise TooLarge(f"取来的内容超过 {LARGEST_WHOLE >> 20} MB，请缩小范围")
                file.write(b"\n]\n")
        if count:
            yield Extract(name="网页.json", path=path, cursor={"pages": marks}, as_of=today())
        elif not marks:
            raise NotCollected("网页上没有符合选择器的内容：选择器不对，或网页改版了")

    async def _pages(
        self, visitor: Visitor, known: dict[str, str], marks: dict[str, str]
    ) -> AsyncIterator[_Page]:
        """The pages to read. `marks` gathers those of detail pages, also of the unchanged ones."""
        url: httpx.URL | None = httpx.URL(self._settings.url)
        listed: set[str] = set()
        visits = 0
        while url is not None and str(url) not in listed and visits < self._most:
            listed.add(str(url))
            visits += 1
            page = await _load(visitor, url, None)
            if page is None:
                return
            following = self._links(page, self._settings.next_link)
            details = self._links(page, self._settings.detail_link)
            if not self._settings.detail_link:
                yield page
            for address in dict.fromkeys(map(str, details)):
                if address in marks or visits >= self._most:
                    continue
                visits += 1
                detail = await _load(visitor, httpx.URL(address), known.get(address))
                marks[address] = known[address] if detail is None else detail.mark
                if detail is not None:
                    yield detail
            url = next(iter(following), None)

    def _links(self, page: _Page, selector: str) -> list[httpx.URL]:
        if not selector:
            return []
        found = [page.url.join(href) for href in html.links(page.parsed, selector)]
        return [url.copy_with(fragment=None) for url in found if url.scheme in {"http", "https"}]

    def _rows(self, page: _Page) -> list[html.Row]:
        told = self._settings
        if told.read == "text":
            rows = [html.text_of(page.parsed)]
        elif told.read == "table":
            rows = list(html.tables(page.parsed, told.records or "table"))
        else:
            nodes = page.parsed.css(told.records) if told.records else [page.parsed.root]
            rows = [html.fields(node, told.by_column) for node in nodes if node is not None]
        return [row | {ADDRESS: str(page.url)} for row in rows if row]


async def _load(visitor: Visitor, url: httpx.URL, known: str | None) -> _Page | None:
    """None where it is what it was."""
    name, _, value = (known or "").partition(" ")
    asked = {"etag": "if-none-match", "last-modified": "if-modified-since"}.get(name)
    async with visitor.visit(url, {asked: value} if asked else {}) as answer:
        if answer.status_code == HTTPStatus.NOT_MODIFIED:
            return None
        content = await _content(answer)
        told = next((one for one in ("etag", "last-modified") if one in answer.headers), None)
        digest = blake2b(content, digest_size=8).hexdigest()
        mark = f"{told} {answer.headers[told]}" if told else f"content {digest}"
        if mark == known:
            return None
        parsed = await asyncio.to_thread(html.parse, content, answer.charset_encoding)
        return _Page(answer.request.url, parsed, mark)


async def _content(answer: httpx.Response) -> bytes:
    read = bytearray()
    async for block in answer.aiter_bytes():
        read += block
        if len(read) > _LARGEST_PAGE:
            raise TooLarge(f"{answer.request.url} 超过 {_LARGEST_PAGE >> 20} MB")
    return bytes(read)
