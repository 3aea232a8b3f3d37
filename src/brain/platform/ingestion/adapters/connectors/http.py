"""HTTP towards sources: only to addresses within reach, with patience, never without bounds."""

import asyncio
import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import cache
from http import HTTPStatus
from importlib.metadata import version
from ssl import SSLContext
from typing import Final

import httpx

from brain.platform.ingestion.adapters.connectors.reach import Reach
from brain.platform.ingestion.domain.collecting import NotCollected

AGENT: Final = f"IndustryBrain/{version('industry-brain')}"
ATTEMPTS: Final = 4
LONGEST_WAIT: Final = 120.0  # seconds that a server may ask us to stay away; beyond, the run fails
FIRST_WAIT: Final = 0.5  # seconds; doubled each time
_TIMEOUT: Final = httpx.Timeout(30, connect=15)
_TRY_AGAIN: Final = {
    HTTPStatus.TOO_MANY_REQUESTS,
    HTTPStatus.BAD_GATEWAY,
    HTTPStatus.SERVICE_UNAVAILABLE,
    HTTPStatus.GATEWAY_TIMEOUT,
}


@cache
def _trust() -> SSLContext:
    return httpx.create_ssl_context(trust_env=False)


class _Within(httpx.AsyncBaseTransport):
    """Connects to the address that was looked at, under the name that was asked for."""

    def __init__(self, reach: Reach) -> None:
        self._reach = reach
        self._inner = httpx.AsyncHTTPTransport(verify=_trust())

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        url = request.url
        port = url.port or (443 if url.scheme == "https" else 80)
        address = await self._reach.address(url.host, port)
        towards = httpx.Request(
            request.method,
            url.copy_with(host=address),
            headers=request.headers,
            stream=request.stream,
            extensions=request.extensions | {"sni_hostname": url.host},
        )
        return await self._inner.handle_async_request(towards)

    async def aclose(self) -> None:
        await self._inner.aclose()


@asynccontextmanager
async def client(reach: Reach) -> AsyncIterator[httpx.AsyncClient]:
    """Follows no redirect by itself and keeps no proxy or password of the environment."""
    async with httpx.AsyncClient(
        transport=_Within(reach), timeout=_TIMEOUT, headers={"user-agent": AGENT}, trust_env=False
    ) as opened:
        yield opened


@asynccontextmanager
async def answered(http: httpx.AsyncClient, request: httpx.Request) -> AsyncIterator[httpx.Response]:
    """The answer, its body unread; asked again a few times where the server is busy or cannot be reached.

    A body that breaks off is NotCollected too: what a server promised and did not send is not landed.
    """
    try:
        answer = await _ask(http, request)
        try:
            yield answer
        finally:
            await answer.aclose()
    except httpx.TransportError as error:
        raise NotCollected(
            f"与 {request.url.host} 的连接失败：{type(error).__name__} {error}".strip()
        ) from error


async def _ask(http: httpx.AsyncClient, request: httpx.Request) -> httpx.Response:
    for attempt in range(1, ATTEMPTS + 1):
        pause = FIRST_WAIT * 2**attempt * random.uniform(0.5, 1)  # noqa: S311 - spreads load, hides nothing
        try:
            answer = await http.send(request, stream=True)
        except httpx.TransportError:
            if attempt == ATTEMPTS:
                raise
        else:
            if answer.status_code not in _TRY_AGAIN:
                return answer
            await answer.aclose()
            wanted = _retry_after(answer)
            if attempt == ATTEMPTS or wanted > LONGEST_WAIT:
                raise NotCollected(f"{request.url.host} 答复 {answer.status_code}，多次重试仍未成功")
            pause = max(pause, wanted)
        await asyncio.sleep(pause)
    raise AssertionError("the last attempt returns or raises")


def _retry_after(answer: httpx.Response) -> float:
    """Seconds, from either form of Retry-After (RFC 9110 §10.2.3)."""
    told = answer.headers.get("retry-after", "")
    if told.isascii() and told.isdigit():
        return float(told)
    try:
        return (parsedate_to_datetime(told) - datetime.now(UTC)).total_seconds()
    except (ValueError, TypeError):
        return 0.0
