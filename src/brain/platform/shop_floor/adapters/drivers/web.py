"""Documents over HTTP: one question and its whole answer, and in plain words what went wrong."""

import asyncio
import ssl
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from brain.platform.shop_floor.adapters.drivers.driver import NotAdmitted, NotReached

if TYPE_CHECKING:  # a gateway without such sources is spared it
    import httpx

PATIENCE: Final = 10.0  # seconds for a whole answer
_LARGEST: Final = 10 * 1024 * 1024  # bytes
_LONGEST_PAUSE: Final = 3600.0  # seconds
_PAUSE: Final = 5.0  # seconds, where a server that is busy does not say how long


@dataclass
class Busy(Exception):
    """The server asks us to wait so many seconds."""

    seconds: float


@dataclass(frozen=True)
class Answer:
    """`at`: the middle of the round trip by our clock, in seconds since 1970 UTC."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    at: float


@asynccontextmanager
async def opened(
    ca: str | None, headers: Mapping[str, str] | None = None, basic: tuple[str, str] | None = None
) -> "AsyncIterator[httpx.AsyncClient]":
    """`ca`: certificates in PEM of who signed that of the server; None for the public ones."""
    import httpx  # noqa: PLC0415 - see above

    try:
        trusted = ssl.create_default_context(cadata=ca)
    except (ssl.SSLError, ValueError) as error:
        raise NotAdmitted("CA 证书不能用：不是 PEM 格式的证书") from error
    async with httpx.AsyncClient(
        headers=dict(headers or {}), auth=basic, verify=trusted, timeout=PATIENCE, trust_env=False
    ) as client:
        yield client


async def get(client: "httpx.AsyncClient", url: str, headers: Mapping[str, str] | None = None) -> Answer:
    """Raises NotReached, NotAdmitted, and ValueError for an answer that is too long."""
    import httpx  # noqa: PLC0415 - see above

    try:
        async with asyncio.timeout(PATIENCE):
            return await _whole(client, url, headers or {})
    except TimeoutError as error:
        raise NotReached(f"{url} {PATIENCE:.0f} 秒内没有答完") from error
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        if "CERTIFICATE_VERIFY_FAILED" in str(error):
            raise NotAdmitted(f"{url} 的证书不受信任。自签证书请把签发它的 CA 填入设置") from error
        raise NotReached(f"不能读取 {url}：{error or type(error).__name__}") from error


async def _whole(client: "httpx.AsyncClient", url: str, headers: Mapping[str, str]) -> Answer:
    asked, body = time.time(), bytearray()
    async with client.stream("GET", url, headers=dict(headers)) as answer:
        at = (asked + time.time()) / 2
        async for block in answer.aiter_bytes():
            body += block
            if len(body) > _LARGEST:
                raise ValueError(f"应答超过 {_LARGEST >> 20} MB")
    return Answer(answer.status_code, answer.headers, bytes(body), at)


def check(answer: Answer, url: str) -> None:
    """Raises NotReached, NotAdmitted or Busy where the status says so."""
    status = answer.status
    if status in (429, 503):
        told = answer.headers.get("retry-after", "")
        raise Busy(min(float(told) if told.isdecimal() else _PAUSE, _LONGEST_PAUSE))
    if status in (401, 403):
        raise NotAdmitted(f"{url} 拒绝了我们（{status}），请核对认证方式、用户名与密钥")
    if status >= 500:
        raise NotReached(f"{url} 出错（{status}），稍后再试")
