"""The wire tells apart the centre's answers, other people's answers, and silence."""

import asyncio
import gzip
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import pytest

from brain.kit.crypto import sm3
from brain.platform.exchange.client.adapters.wire import Call, Credentials, Wire
from brain.platform.exchange.client.contract import ExchangeClientSettings
from brain.platform.exchange.client.domain.outcome import CentreRefused, CentreUnreachable, Outcome
from brain.platform.exchange.client.domain.refusals import NotConnected
from brain.platform.exchange.signature import Signed

CREDENTIALS = Credentials(client_id="c1", client_secret="secret", sign_key="sk_1")


@dataclass
class Peer:
    """A TCP server that answers every request with the same bytes, and what it was sent."""

    url: str
    heads: list[str] = field(default_factory=list)
    bodies: list[bytes] = field(default_factory=list)


@asynccontextmanager
async def peer(answer: bytes | None) -> AsyncIterator[Peer]:
    """None: hang up without a word."""
    seen = Peer("")

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        seen.heads.append(head)
        lengths = [line for line in head.lower().splitlines() if line.startswith("content-length:")]
        seen.bodies.append(await reader.readexactly(int(lengths[0].split(":")[1])) if lengths else b"")
        if answer is not None:
            writer.write(answer)
            await writer.drain()
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    seen.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    try:
        yield seen
    finally:
        server.close()
        await server.wait_closed()


def http(status: str, body: str, *headers: str) -> bytes:
    lines = [f"HTTP/1.1 {status}", f"content-length: {len(body.encode())}", "connection: close", *headers]
    return ("\r\n".join(lines) + "\r\n\r\n" + body).encode()


async def asked(answer: bytes | None, **settings: float) -> Outcome:
    async with peer(answer) as server:
        async with Wire(ExchangeClientSettings(centre_url=server.url, **settings)) as wire:  # type: ignore[arg-type]
            return await wire.call(Call(method="GET", path="/time"), CREDENTIALS, "token")


async def test_a_success_carries_its_body_and_the_offer_of_gzip() -> None:
    outcome = await asked(
        http("200 OK", '{"respCode":"100","respDesc":"响应成功"}', "X-Brain-Accept-Encoding: gzip")
    )

    assert outcome.required() == {"respCode": "100", "respDesc": "响应成功"}
    assert (outcome.status, outcome.code, outcome.gzip) == (200, "100", True)


async def test_a_refusal_is_passed_on_with_its_code_and_places() -> None:
    body = '{"respCode":"103","respDesc":"必填项不可为空","errors":[{"loc":"/a","message":"缺"}]}'
    outcome = await asked(http("422 Unprocessable Content", body))

    with pytest.raises(CentreRefused, match="省级能力中心返回 103：必填项不可为空") as refusal:
        outcome.required()

    assert refusal.value.details == {"respCode": "103", "errors": [{"loc": "/a", "message": "缺"}]}


@pytest.mark.parametrize(
    ("header", "seconds"), [("Retry-After: 7", 7.0), ("Retry-After: Wed, 21 Oct 2015 07:28:00 GMT", 0.0)]
)
async def test_retry_after_is_read_as_seconds_or_date(header: str, seconds: float) -> None:
    outcome = await asked(http("429 Too Many Requests", '{"respCode":"-1","respDesc":"响应失败"}', header))

    assert outcome.retry_after == seconds


@pytest.mark.parametrize(
    "answer", [http("200 OK", "<html>登录</html>"), http("502 Bad Gateway", "[1]"), http("403 Forbidden", "")]
)
async def test_what_is_no_answer_of_the_centre_has_no_code(answer: bytes) -> None:
    outcome = await asked(answer)

    assert outcome.code is None
    with pytest.raises(CentreUnreachable, match="不是省级能力中心的应答"):
        outcome.required()


async def test_a_connection_that_breaks_is_no_answer() -> None:
    outcome = await asked(None)

    assert (outcome.status, outcome.code) == (None, None)
    assert outcome.reason.startswith("RemoteProtocolError")


async def test_an_answer_that_never_comes_is_given_up() -> None:
    async def silent(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()
        writer.close()

    server = await asyncio.start_server(silent, "127.0.0.1", 0)
    url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    async with Wire(ExchangeClientSettings(centre_url=url, answer_seconds=0.2)) as wire:
        outcome = await wire.call(Call(method="GET", path="/time"), CREDENTIALS, "token")
    server.close()

    assert outcome.status is None
    assert outcome.reason.startswith("ReadTimeout")


async def test_a_call_goes_through_the_proxy_and_never_directly() -> None:
    async with peer(http("200 OK", '{"respCode":"100","respDesc":""}')) as proxy:
        settings = ExchangeClientSettings(centre_url="http://centre.invalid:8000", proxy=proxy.url)
        async with Wire(settings) as wire:
            outcome = await wire.call(Call(method="GET", path="/time"), CREDENTIALS, "token")

    assert outcome.accepted
    assert proxy.heads[0].startswith("GET http://centre.invalid:8000/exchange/v1/time HTTP/1.1")


async def test_a_body_is_compressed_when_offered_and_signed_as_it_was_before() -> None:
    body = b'{"records":[' + b"1," * 2000 + b"1]}"
    async with peer(http("200 OK", '{"respCode":"100","respDesc":""}')) as server:
        async with Wire(ExchangeClientSettings(centre_url=server.url), "/sandbox") as wire:
            call = Call(method="POST", path="/reports/group-sales", body=body, gzip=True, scene="group_sales")
            await wire.call(call, CREDENTIALS, "token")

    headers = dict(line.split(": ", 1) for line in server.heads[0].splitlines()[1:] if line)
    signed = Signed(
        method="POST",
        target="/sandbox/exchange/v1/reports/group-sales",
        timestamp=int(headers["X-Brain-Timestamp"]),
        nonce=headers["X-Brain-Nonce"],
        digest=sm3(body),
    )
    assert gzip.decompress(server.bodies[0]) == body
    assert headers["Content-Encoding"] == "gzip"
    assert headers["X-Brain-Digest"] == sm3(body)
    assert signed.carries(headers["X-Brain-Signature"], "sk_1", "hmac-sm3")
    assert (headers["Authorization"], headers["X-Brain-Scene"]) == ("Bearer token", "group_sales")


async def test_a_token_is_asked_with_basic_authentication() -> None:
    async with peer(http("200 OK", '{"respCode":"100","respDesc":"","access_token":"t"}')) as server:
        async with Wire(ExchangeClientSettings(centre_url=server.url)) as wire:
            await wire.token(CREDENTIALS, scope="enterprise")

    assert server.heads[0].startswith("POST /oauth/token HTTP/1.1")
    assert "Authorization: Basic YzE6c2VjcmV0" in server.heads[0]
    assert server.bodies == [b"grant_type=client_credentials&scope=enterprise"]


async def test_without_the_address_of_the_centre_nothing_is_sent() -> None:
    with pytest.raises(NotConnected, match="尚未配置省级能力中心的地址"):
        Wire(ExchangeClientSettings(centre_url=None))


def test_secrets_do_not_appear_when_credentials_are_printed() -> None:
    assert repr(CREDENTIALS) == "Credentials(client_id='c1')"
