"""Checks of tokens and of the levels of authorisation."""

import asyncio
from dataclasses import replace

import httpx
import msgspec

from brain.platform.exchange import protocol
from brain.platform.exchange.client.adapters.wire import Call
from brain.platform.exchange.client.service.conformance.bench import (
    Bench,
    Execution,
    harmless,
    report_call,
    report_part,
    success,
)
from brain.platform.exchange.messages.identity import TokenAnswer
from brain.platform.exchange.protocol import InterfaceClass
from brain.platform.exchange.scenes.catalogue import NAMES, scenes

UNKNOWN_USER = "conformance-unknown-user"


async def obtained(bench: Bench) -> None:
    answer = msgspec.convert(success(await bench.ask_token()), TokenAnswer)
    bench.token = answer.access_token


async def wrong_secret(bench: Bench) -> None:
    await bench.ask_token(replace(bench.credentials, client_secret=bench.credentials.client_secret + "x"))


async def wrong_grant(bench: Bench) -> None:
    await bench.ask_token(grant_type="password")


async def wrong_scope(bench: Bench) -> None:
    await bench.ask_token(scope="everything")


async def missing(bench: Bench) -> None:
    def without_token(request: httpx.Request) -> None:
        del request.headers["Authorization"]

    await bench.call(harmless(), alter=without_token)


async def expired(bench: Bench) -> None:
    body = success(await bench.ask_token(lifetime="1"))
    await asyncio.sleep(2)
    await bench.call(harmless(), token=body["access_token"])


async def revoked(bench: Bench) -> None:
    token = success(await bench.ask_token())["access_token"]
    success(await bench.revoke(token))
    await bench.call(harmless(), token=token)


async def scope_missing(bench: Bench) -> None:
    """A token for one class only, used for another."""
    carried = min(bench.classes - {InterfaceClass.DISTRIBUTION}, default=InterfaceClass.DISTRIBUTION)
    token = success(await bench.ask_token(scope=carried))["access_token"]
    other = Call(method="GET", path="/distributions")
    if carried is InterfaceClass.DISTRIBUTION:
        other = Call(method="GET", path="/enterprises/basic", query={"name": "无"}, scene=bench.scenes[0])
    await bench.call(other, token=token)


async def scene_not_opened(bench: Bench) -> None:
    closed = next((name for name in NAMES if name not in bench.scenes), None)
    opened = {scenes()[name].interface_class for name in bench.scenes}
    if closed is not None and scenes()[closed].interface_class in opened & bench.classes:
        part = report_part(bench, "closed", [scenes()[closed].example])
        await bench.call(report_call(closed, part))
    else:
        await bench.call(harmless(scene=closed or "conformance_unknown_scene"))


async def user_not_opened(bench: Bench) -> None:
    def on_behalf(request: httpx.Request) -> None:
        request.headers[protocol.USER_HEADER] = UNKNOWN_USER

    await bench.call(harmless(), alter=on_behalf)


EXECUTIONS: dict[str, Execution] = {
    "token.obtained": obtained,
    "token.wrong_secret": wrong_secret,
    "token.wrong_grant": wrong_grant,
    "token.wrong_scope": wrong_scope,
    "token.missing": missing,
    "token.expired": expired,
    "token.revoked": revoked,
    "scope.missing": scope_missing,
    "scene.not_opened": scene_not_opened,
    "user.not_opened": user_not_opened,
}
