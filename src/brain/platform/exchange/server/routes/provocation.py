"""Only in the sandbox: failures on demand, so that a client can be tested against them (annex 3, 2.4 b)."""

import asyncio
from typing import Any

from starlette.types import Send

from brain.kit.errors import Invalid, Refusal
from brain.platform.exchange.codes import AnswerTooLate
from brain.platform.exchange.protocol import PROVOKE_HEADER
from brain.platform.exchange.server.routes.call import Call

KINDS = ("failure", "timeout", "slow", "break", "burst")
SLOWNESS = 2.0  # seconds
BURST = 1_000_000  # calls: more than any window allows


class ProvokedFailure(Refusal):
    status, code = 500, "provoked_failure"


class BrokenOnPurpose(Exception):
    """The connection is to be closed in the middle of the answer."""


def wanted(call: Call) -> str | None:
    kind = call.header(PROVOKE_HEADER)
    if kind is not None and kind not in KINDS:
        raise Invalid(f"{PROVOKE_HEADER} 应为：{'、'.join(KINDS)}")
    return kind


async def act(kind: str | None) -> None:
    if kind == "failure":
        raise ProvokedFailure("按请求模拟的失败")
    if kind == "timeout":
        raise AnswerTooLate("按请求模拟的超时")
    if kind == "break":
        raise BrokenOnPurpose
    if kind == "slow":
        await asyncio.sleep(SLOWNESS)


async def break_off(send: Send) -> None:
    """Promise more than is sent; the server closes the connection when the application then fails."""
    headers: list[Any] = [(b"content-type", b"application/json"), (b"content-length", b"1000")]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": b'{"respCode": "', "more_body": True})
