"""Visiting public sites as they wish to be: by their robots.txt, through a few redirects, at their pace."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from http import HTTPStatus
from typing import Final
from urllib.robotparser import RobotFileParser

import httpx

from brain.platform.ingestion.adapters.connectors import http
from brain.platform.ingestion.domain.collecting import NotAllowed, NotCollected

MOST_REDIRECTS: Final = 5
_LARGEST_ROBOTS: Final = 500 << 10  # bytes read of robots.txt (RFC 9309 §2.5)


class Visitor:
    """One run over a site; the robots.txt of a host is asked for once. `pause`: seconds between pages."""

    def __init__(self, opened: httpx.AsyncClient, pause: float = 0) -> None:
        self._opened = opened
        self._pause = pause
        self._rules: dict[str, RobotFileParser] = {}
        self._next = 0.0

    @asynccontextmanager
    async def visit(self, start: httpx.URL, headers: dict[str, str]) -> AsyncIterator[httpx.Response]:
        """The answer where redirects end, its body unread: 200, or 304 where `headers` ask for changes."""
        url = start
        for _ in range(MOST_REDIRECTS + 1):
            await self._wait(await self._must_be_allowed(url))
            async with http.answered(
                self._opened, self._opened.build_request("GET", url, headers=headers)
            ) as answer:
                if answer.has_redirect_location:
                    url = url.join(answer.headers["location"])
                    continue
                if answer.status_code not in {HTTPStatus.OK, HTTPStatus.NOT_MODIFIED}:
                    raise NotCollected(f"{url.host} 答复 {answer.status_code}")
                yield answer
                return
        raise NotCollected(f"{start} 转向超过 {MOST_REDIRECTS} 次")

    async def _must_be_allowed(self, url: httpx.URL) -> float:
        """The seconds that the site wants between two visits."""
        if url.scheme not in {"http", "https"}:
            raise NotAllowed(f"不允许访问 {url.scheme} 地址")
        origin = f"{url.scheme}://{url.netloc.decode()}"
        if origin not in self._rules:
            self._rules[origin] = await self._robots(url)
        rules = self._rules[origin]
        if not rules.can_fetch(http.AGENT, str(url)):
            raise NotAllowed(f"{url.host} 的 robots.txt 不允许自动抓取 {url.path}")
        return float(rules.crawl_delay(http.AGENT) or 0)

    async def _robots(self, url: httpx.URL) -> RobotFileParser:
        """RFC 9309: what is not there allows all; a server that fails allows nothing."""
        request = self._opened.build_request("GET", url.copy_with(raw_path=b"/robots.txt"))
        async with http.answered(self._opened, request) as answer:
            if answer.is_server_error:
                raise NotCollected(f"{url.host} 的 robots.txt 暂时取不到，按规定不抓取")
            text = await _beginning(answer) if answer.status_code == HTTPStatus.OK else ""
        rules = RobotFileParser()
        rules.parse(text.splitlines())
        return rules

    async def _wait(self, wanted: float) -> None:
        await asyncio.sleep(max(0.0, self._next - time.monotonic()))
        self._next = time.monotonic() + max(self._pause, wanted)


async def _beginning(answer: httpx.Response) -> str:
    read = b""
    async for block in answer.aiter_bytes():
        read += block
        if len(read) > _LARGEST_ROBOTS:
            break
    return read[:_LARGEST_ROBOTS].decode("utf-8", "replace")
