"""Checks of the signature and of the rules that every call obeys."""

import asyncio
from datetime import timedelta

import httpx

from brain.kit import crypto
from brain.kit.clock import now
from brain.platform.exchange import protocol
from brain.platform.exchange.client.adapters.wire import signature_headers
from brain.platform.exchange.client.service.conformance.bench import (
    Bench,
    Execution,
    expect,
    harmless,
    provoking,
    success,
)

SIGNATURE_HEADERS = (
    protocol.TIMESTAMP_HEADER,
    protocol.NONCE_HEADER,
    protocol.DIGEST_HEADER,
    protocol.SIGNATURE_HEADER,
)


async def signature_missing(bench: Bench) -> None:
    def unsigned(request: httpx.Request) -> None:
        del request.headers[protocol.SIGNATURE_HEADER]

    await bench.call(harmless(), alter=unsigned)


async def signature_wrong(bench: Bench) -> None:
    def forged(request: httpx.Request) -> None:
        request.headers[protocol.SIGNATURE_HEADER] = crypto.sm3(b"forged")

    await bench.call(harmless(), alter=forged)


async def signature_replayed(bench: Bench) -> None:
    success(await bench.call(harmless()))
    seen = {name: bench.sent_headers[name.lower()] for name in SIGNATURE_HEADERS}
    await bench.call(harmless(), alter=lambda request: request.headers.update(seen))


async def clock_offset(bench: Bench) -> None:
    early = now() - protocol.MAX_SKEW - timedelta(minutes=1)

    def late(request: httpx.Request) -> None:
        digest = request.headers[protocol.DIGEST_HEADER]
        request.headers.update(signature_headers(request, digest, bench.credentials.sign_key, at=early))

    await bench.call(harmless(), alter=late)


async def verb(bench: Bench) -> None:
    def put(request: httpx.Request) -> None:
        request.method = "PUT"
        digest = request.headers[protocol.DIGEST_HEADER]
        request.headers.update(signature_headers(request, digest, bench.credentials.sign_key))

    await bench.call(harmless(), alter=put)


async def failure(bench: Bench) -> None:
    await bench.call(harmless(), alter=provoking("failure"))


async def timeout(bench: Bench) -> None:
    await bench.call(harmless(), alter=provoking("timeout"))


async def slow(bench: Bench) -> None:
    outcome = await bench.call(harmless(), alter=provoking("slow"))
    expect(outcome.milliseconds >= 1000, "应答没有放慢")


async def rate_limit(bench: Bench) -> None:
    """Afterwards the window is waited out, so that the next check is not refused for this one."""
    await bench.call(harmless(), alter=provoking("burst"), patient=False)
    outcome = await bench.call(harmless(), patient=False)
    expect(outcome.retry_after is not None, "缺少 Retry-After")
    await asyncio.sleep(outcome.retry_after or 0)


EXECUTIONS: dict[str, Execution] = {
    "signature.missing": signature_missing,
    "signature.wrong": signature_wrong,
    "signature.replayed": signature_replayed,
    "signature.clock_offset": clock_offset,
    "rules.verb": verb,
    "rules.failure": failure,
    "rules.timeout": timeout,
    "rules.slow": slow,
    "rules.rate_limit": rate_limit,
}
