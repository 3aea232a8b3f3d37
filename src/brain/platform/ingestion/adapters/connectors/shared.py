"""A data set that another node shares: a version whole or not at all, its count told back."""

from collections.abc import AsyncGenerator
from http import HTTPStatus
from pathlib import Path
from typing import Any, Final, Literal

import httpx
import msgspec
from pydantic import Field

from brain.kit.clock import today
from brain.kit.errors import TooLarge
from brain.kit.schemas import Schema
from brain.platform.ingestion.adapters.connectors import http
from brain.platform.ingestion.adapters.connectors.extract import Extract
from brain.platform.ingestion.adapters.connectors.reach import Reach
from brain.platform.ingestion.domain.collecting import Cursor, NotCollected
from brain.platform.ingestion.domain.files import LARGEST_WHOLE

PAGE: Final = 5_000  # rows


class SharedSettings(Schema):
    """另一节点（省级能力中心、行业产业大脑）对外共享的数据集。"""

    kind: Literal["shared"]
    url: str = Field(
        pattern=r"^https?://[^\s?#]+/api/shared/[0-9]+$",
        max_length=2000,
        description="对方给的共享地址，如 https://…/api/shared/5",
    )

    @property
    def destination(self) -> str:
        return self.url


class _Page(msgspec.Struct):
    columns: list[str]
    rows: list[list[Any]]
    total: int
    version: int


class SharedConnector:
    """The cursor says which version came last, and of how many rows. That is told to whoever shares it at the
    next look: then it is certain to be kept here."""

    def __init__(self, settings: SharedSettings, secret: str | None, reach: Reach, *, sample: bool) -> None:
        self._url = settings.url
        self._headers = {"authorization": f"Bearer {secret or ''}"}
        self._reach = reach
        self._sample = sample

    async def extracts(self, cursor: Cursor, place: Path) -> AsyncGenerator[Extract, None]:
        async with http.client(self._reach) as opened:
            if cursor.get("version") is not None:
                await self._receipt(opened, cursor)
            first = await self._page(opened, 1)
            if first.version == cursor.get("version"):
                return
            path = place / "rows"
            rows = await self._save(opened, first, path)
        number = self._url.rpartition("/")[2]
        yield Extract(
            name=f"共享-{number}-第{first.version}版.json",
            path=path,
            cursor={"version": first.version, "rows": rows},
            as_of=today(),
        )

    async def _save(self, opened: httpx.AsyncClient, first: _Page, path: Path) -> int:
        """The rows of one version as objects; how many. Raises NotCollected where they are not all there."""
        rows, size, page, number = 0, 0, first, 1
        with path.open("wb") as file:
            while page.rows:
                for row in page.rows:
                    told = msgspec.json.encode(dict(zip(page.columns, row, strict=True)))
                    size += file.write(b",\n" if rows else b"[\n") + file.write(told)
                    rows += 1
                if size > LARGEST_WHOLE:
                    raise TooLarge(f"共享的数据超过 {LARGEST_WHOLE >> 20} MB，请对方缩小范围")
                if rows >= first.total or self._sample:
                    break
                number += 1
                page = await self._page(opened, number)
                if page.version != first.version:
                    raise NotCollected("取到一半对方发布了新版本，下次从头再取")
            file.write(b"\n]\n" if rows else b"[]\n")
        if rows != first.total and not self._sample:
            raise NotCollected(f"对方说有 {first.total} 行，只给了 {rows} 行")
        return rows

    async def _page(self, opened: httpx.AsyncClient, number: int) -> _Page:
        url = f"{self._url}/rows?page={number}&pageSize={PAGE}"
        body = await self._answer(opened, opened.build_request("GET", url, headers=self._headers))
        try:
            return msgspec.json.decode(body, type=_Page)
        except msgspec.DecodeError as error:
            raise NotCollected("对方的应答不是共享的数据") from error

    async def _receipt(self, opened: httpx.AsyncClient, cursor: Cursor) -> None:
        told = {"version": cursor["version"], "rows": cursor["rows"]}
        request = opened.build_request("POST", f"{self._url}/receipts", headers=self._headers, json=told)
        await self._answer(opened, request)

    @staticmethod
    async def _answer(opened: httpx.AsyncClient, request: httpx.Request) -> bytes:
        async with http.answered(opened, request) as answer:
            body = await answer.aread()
        if answer.status_code == HTTPStatus.UNAUTHORIZED:
            raise NotCollected("对方答复 401：令牌不对、已作废或共享已终止")
        if answer.status_code == HTTPStatus.CONFLICT:
            raise NotCollected(f"对方现在不给：{_message(body)}")
        if answer.status_code not in {HTTPStatus.OK, HTTPStatus.NO_CONTENT}:
            raise NotCollected(f"对方答复 {answer.status_code}")
        return body


def _message(body: bytes) -> str:
    try:
        told = msgspec.json.decode(body)
    except msgspec.DecodeError:
        return ""
    return str(told.get("message", "")) if isinstance(told, dict) else ""
