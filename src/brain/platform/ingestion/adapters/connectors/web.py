"""A public file or feed (RSS, Atom) at an address, where the site's robots.txt allows it."""

from collections.abc import AsyncGenerator
from http import HTTPStatus
from pathlib import Path
from typing import Literal

import httpx
from pydantic import Field

from brain.kit.clock import today
from brain.kit.schemas import Schema
from brain.platform.ingestion.adapters.connectors import http
from brain.platform.ingestion.adapters.connectors.extract import Extract, save
from brain.platform.ingestion.adapters.connectors.reach import Reach
from brain.platform.ingestion.adapters.connectors.sites import Visitor
from brain.platform.ingestion.domain.collecting import Cursor


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
        async with Visitor(opened).visit(httpx.URL(self._settings.url), _conditions(cursor)) as answer:
            if answer.status_code == HTTPStatus.NOT_MODIFIED:
                return None
            await save(answer.aiter_bytes(), path)
            told = {name: answer.headers.get(name) for name in ("etag", "last-modified")}
        return {name: value for name, value in told.items() if value}


def _conditions(cursor: Cursor) -> dict[str, str]:
    names = {"etag": "if-none-match", "last-modified": "if-modified-since"}
    return {names[name]: value for name, value in cursor.items() if name in names}
