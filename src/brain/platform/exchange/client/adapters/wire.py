"""The centre over HTTPS: sends exactly what it is told and reports exactly what came back."""

import asyncio
import gzip
import ssl
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from email.utils import parsedate_to_datetime
from functools import cache
from typing import Any, Self

import httpx
import msgspec

from brain.kit import crypto
from brain.kit.clock import now
from brain.platform.exchange import protocol
from brain.platform.exchange.client.contract import ExchangeClientSettings
from brain.platform.exchange.client.domain.outcome import Outcome
from brain.platform.exchange.client.domain.refusals import NotConnected
from brain.platform.exchange.signature import Signed

GZIP_FROM = 1024  # bytes; below, the headers cost more than is won


@dataclass(frozen=True, kw_only=True)
class Credentials:
    client_id: str
    client_secret: str = field(repr=False)
    sign_key: str = field(repr=False)


@dataclass(frozen=True, kw_only=True)
class Call:
    """One business call; `path` is below the base path of the interface."""

    method: str
    path: str
    query: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    digest: str | None = None
    scene: str | None = None
    user: str | None = None
    gzip: bool = False


@cache
def _trust() -> ssl.SSLContext:
    """Reading the certificates takes longer than a call."""
    return httpx.create_ssl_context(trust_env=False)


class Wire:
    """One connection pool to one environment of the centre."""

    def __init__(self, settings: ExchangeClientSettings, prefix: str = "") -> None:
        if settings.centre_url is None:
            raise NotConnected("尚未配置省级能力中心的地址")
        self._prefix = prefix
        timeout = httpx.Timeout(settings.answer_seconds, connect=settings.connect_seconds)
        self._http = httpx.AsyncClient(
            base_url=settings.centre_url,
            timeout=timeout,
            transport=settings.network,
            proxy=settings.proxy,
            verify=_trust(),
            trust_env=False,
        )

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._http.aclose()

    async def token(self, credentials: Credentials, **form: str) -> Outcome:
        """RFC 6749 §4.4, the client named by Basic (§2.3.1)."""
        request = self.request("POST", protocol.TOKEN_PATH, data={"grant_type": "client_credentials"} | form)
        basic = httpx.BasicAuth(credentials.client_id, credentials.client_secret)
        return await self.send(request, basic)

    async def call(self, call: Call, credentials: Credentials, token: str) -> Outcome:
        return await self.send(await self.signed(call, credentials, token))

    async def signed(self, call: Call, credentials: Credentials, token: str) -> httpx.Request:
        """The digest is that of the body before compression: it says what was meant, not how it travelled."""
        headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
        content = call.body
        if call.gzip and len(content) >= GZIP_FROM:
            content = await asyncio.to_thread(gzip.compress, content, 1)
            headers["Content-Encoding"] = "gzip"
        path = protocol.BASE_PATH + call.path
        request = self.request(call.method, path, params=call.query, content=content, headers=headers)
        digest = call.digest if call.digest else await asyncio.to_thread(crypto.sm3, call.body)
        request.headers.update(signature_headers(request, digest, credentials.sign_key))
        request.headers.update(_named({protocol.SCENE_HEADER: call.scene, protocol.USER_HEADER: call.user}))
        return request

    def request(self, method: str, path: str, **content: Any) -> httpx.Request:
        request = self._http.build_request(method, self._prefix + path, **content)
        request.headers[protocol.REQUEST_ID_HEADER] = crypto.token("r")
        return request

    async def send(self, request: httpx.Request, auth: httpx.Auth | None = None) -> Outcome:
        started = time.perf_counter()
        try:
            response = await self._http.send(request, auth=auth)
        except httpx.TransportError as error:
            reason = f"{type(error).__name__} {error}".strip()
            return Outcome(
                status=None,
                code=None,
                reason=reason,
                milliseconds=_since(started),
                request_id=_request_id(request),
            )
        return _outcome(response, _since(started))


def signature_headers(
    request: httpx.Request, digest: str, sign_key: str, at: datetime | None = None
) -> dict[str, str]:
    signed = Signed(
        method=request.method,
        target=request.url.raw_path.decode(),
        timestamp=int((at or now()).timestamp() * 1000),
        nonce=crypto.token("n"),
        digest=digest,
    )
    return {
        protocol.TIMESTAMP_HEADER: str(signed.timestamp),
        protocol.NONCE_HEADER: signed.nonce,
        protocol.DIGEST_HEADER: digest,
        protocol.SIGNATURE_HEADER: signed.sign(sign_key),
    }


def _outcome(response: httpx.Response, milliseconds: int) -> Outcome:
    try:
        body = msgspec.json.decode(response.content, type=dict[str, Any])
    except msgspec.DecodeError:
        body = {}
    code = body.get("respCode")
    reason = body.get("respDesc") or f"HTTP {response.status_code}，不是省级能力中心的应答"
    return Outcome(
        status=response.status_code,
        code=code,
        reason=reason,
        milliseconds=milliseconds,
        request_id=_request_id(response.request),
        retry_after=_retry_after(response.headers.get("Retry-After")),
        gzip="gzip" in response.headers.get(protocol.ACCEPT_ENCODING_HEADER, ""),
        body=body,
    )


def _retry_after(value: str | None) -> float | None:
    """RFC 9110 §10.2.3: seconds or a date."""
    if value is None:
        return None
    if value.isdigit():
        return float(value)
    return max(0.0, (parsedate_to_datetime(value) - now()).total_seconds())


def _named(headers: Mapping[str, str | None]) -> dict[str, str]:
    return {name: value for name, value in headers.items() if value is not None}


def _request_id(request: httpx.Request) -> str:
    return request.headers[protocol.REQUEST_ID_HEADER]


def _since(started: float) -> int:
    return round((time.perf_counter() - started) * 1000)
