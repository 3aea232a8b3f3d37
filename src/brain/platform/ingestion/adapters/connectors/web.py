"""A public file or feed (RSS, Atom) at an address, where the site's robots.txt allows it."""

from collections.abc import AsyncGenerator
from http import HTTPStatus
from pathlib import Path
from typing import Final, Literal
from urllib.robotparser import RobotFileParser

import httpx
from pydantic import Field

from brain.kit.clock import today
from brain.kit.schemas import Schema
from brain.platform.ingestion.adapters.connectors import http
from brain.platform.ingestion.adapters.connectors.extract import Extract, save
from brain.platform.ingestion.adapters.connectors.reach import Reach
from brain.platform.ingestion.domain.collecting import Cursor, NotAllowed, NotCollected

_MOST_REDIRECTS: Final = 5
_LARGEST_ROBOTS: Final = 500 << 10  # bytes read of robots.txt (RFC 9309 §2.5)


class WebSettings(Schema):
    """网上公开的文件，或 RSS、Atom 订阅。"""

    kind: Literal["web"]
    url: str = Field(pattern=r"^https?://[^\s]+$", max_length=2000)

    @property
    def destination(self) -> str:
        return self.url


class WebConnector:
    def __init__(self, settings: WebSettings, reach: Reach) -> None:
        self._settings = settings
        self._reach = reach

    async def extracts(self, cursor: Cursor, place: Path) -> AsyncGenerator[Extract, None]:
        path = place / "page"
        async with http.client(self._reach) as opened:
            after = await self._fetch(opened, cursor, path)
        if after is not None:
            name = httpx.URL(self._settings.url).path.rpartition("/")[2] or "page"
            yield Extract(name=name[:200], path=path, cursor=after, as_of=today())

    async def _fetch(self, opened: httpx.AsyncClient, cursor: Cursor, path: Path) -> Cursor | None:
        """The cursor that lets the server say next time that nothing has changed; None: it says so now."""
        url, conditions = httpx.URL(self._settings.url), _conditions(cursor)
        for _ in range(_MOST_REDIRECTS + 1):
            await self._must_be_allowed(opened, url)
            request = opened.build_request("GET", url, headers=conditions)
            async with http.answered(opened, request) as answer:
                if answer.has_redirect_location:
                    url = url.join(answer.headers["location"])
                    continue
                if answer.status_code == HTTPStatus.NOT_MODIFIED:
                    return None
                if answer.status_code != HTTPStatus.OK:
                    raise NotCollected(f"{url.host} 答复 {answer.status_code}")
                await save(answer.aiter_bytes(), path)
                told = {name: answer.headers.get(name) for name in ("etag", "last-modified")}
                return {name: value for name, value in told.items() if value}
        raise NotCollected(f"{self._settings.url} 转向超过 {_MOST_REDIRECTS} 次")

    async def _must_be_allowed(self, opened: httpx.AsyncClient, url: httpx.URL) -> None:
        """RFC 9309: what is not there allows all; a server that fails allows nothing."""
        if url.scheme not in {"http", "https"}:
            raise NotAllowed(f"不允许访问 {url.scheme} 地址")
        request = opened.build_request("GET", url.copy_with(raw_path=b"/robots.txt"))
        async with http.answered(opened, request) as answer:
            if answer.is_server_error:
                raise NotCollected(f"{url.host} 的 robots.txt 暂时取不到，按规定不抓取")
            text = await _beginning(answer) if answer.status_code == HTTPStatus.OK else ""
        rules = RobotFileParser()
        rules.parse(text.splitlines())
        if not rules.can_fetch(http.AGENT, str(url)):
            raise NotAllowed(f"{url.host} 的 robots.txt 不允许自动抓取 {url.path}")


def _conditions(cursor: Cursor) -> dict[str, str]:
    names = {"etag": "if-none-match", "last-modified": "if-modified-since"}
    return {names[name]: value for name, value in cursor.items() if name in names}


async def _beginning(answer: httpx.Response) -> str:
    read = b""
    async for block in answer.aiter_bytes():
        read += block
        if len(read) > _LARGEST_ROBOTS:
            break
    return read[:_LARGEST_ROBOTS].decode("utf-8", "replace")
