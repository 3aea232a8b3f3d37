"""What a check works with: calls on the sandbox that can be bent, and a record of how they ended."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

import httpx
import msgspec

from brain.kit.clock import today
from brain.platform.exchange import protocol
from brain.platform.exchange.client.adapters.wire import Call, Credentials, Wire
from brain.platform.exchange.client.domain.outcome import Outcome
from brain.platform.exchange.messages.report import LedgerItem, ReportAnswer
from brain.platform.exchange.protocol import InterfaceClass

MOST_WAITS = 5
Alteration = Callable[[httpx.Request], None]


class Unexpected(Exception):
    """The centre answered, but not as the protocol says; the message is for the report."""


def expect(holds: bool, otherwise: str) -> None:  # noqa: FBT001 - reads as a sentence
    if not holds:
        raise Unexpected(otherwise)


@dataclass(kw_only=True)
class Bench:
    wire: Wire
    credentials: Credentials
    classes: frozenset[InterfaceClass]
    scenes: tuple[str, ...]
    run_id: str
    token: str = ""
    outcomes: list[Outcome] = field(default_factory=list)
    sent: dict[tuple[str, int], ReportAnswer] = field(default_factory=dict)
    sent_headers: dict[str, str] = field(default_factory=dict)

    async def ask_token(self, credentials: Credentials | None = None, **form: str) -> Outcome:
        return self._noted(await self.wire.token(credentials or self.credentials, **form))

    async def call(
        self, call: Call, *, alter: Alteration | None = None, token: str | None = None, patient: bool = True
    ) -> Outcome:
        """A signed call, bent by `alter` just before it leaves; when patient, a 429 is waited out."""
        for waits_left in range(MOST_WAITS if patient else 0, -1, -1):
            request = await self.wire.signed(call, self.credentials, self.token if token is None else token)
            if alter is not None:
                alter(request)
            outcome = await self.wire.send(request)
            if outcome.status != httpx.codes.TOO_MANY_REQUESTS or not waits_left:
                break
            await asyncio.sleep(outcome.retry_after or 1)
        self.sent_headers = dict(request.headers)
        return self._noted(outcome)

    async def revoke(self, token: str) -> Outcome:
        """RFC 7009."""
        request = self.wire.request("POST", protocol.REVOKE_PATH, data={"token": token})
        basic = httpx.BasicAuth(self.credentials.client_id, self.credentials.client_secret)
        return self._noted(await self.wire.send(request, basic))

    def _noted(self, outcome: Outcome) -> Outcome:
        self.outcomes.append(outcome)
        return outcome


Execution = Callable[[Bench], Awaitable[None]]
"""Makes the calls of one check; the last of them is judged."""


def harmless(**extra: Any) -> Call:
    """A call that every client may make."""
    return Call(method="GET", path="/ledger", query={"date": today().isoformat()}, **extra)


def provoking(what: str) -> Alteration:
    """In the sandbox the centre misbehaves on demand."""

    def alter(request: httpx.Request) -> None:
        request.headers[protocol.PROVOKE_HEADER] = what

    return alter


def success(outcome: Outcome) -> dict[str, Any]:
    """For the calls on the way to the one that is judged."""
    expect(outcome.accepted, f"{outcome.status} {outcome.code} {outcome.reason}")
    return outcome.body


def report_part(bench: Bench, batch: str, records: list[dict[str, Any]], **head: Any) -> dict[str, Any]:
    body = {
        "batchId": f"{bench.run_id}-{batch}",
        "partNumber": 1,
        "partCount": 1,
        "asOf": f"{today().isoformat()}T00:00:00+08:00",
        "source": "联调测试",
        "records": records,
    }
    return body | head


def report_call(scene: str, body: bytes | dict[str, Any]) -> Call:
    encoded = body if isinstance(body, bytes) else msgspec.json.encode(body)
    return Call(method="POST", path=f"/reports/{scene.replace('_', '-')}", body=encoded, scene=scene)


def same_part(item: LedgerItem, answer: ReportAnswer) -> bool:
    return item.digest == answer.digest and item.records == answer.records
