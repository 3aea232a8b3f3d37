"""Who is asking: the session behind a request, and `require`, by which other rooms let people through."""

from collections.abc import Callable, Coroutine
from datetime import timedelta
from typing import Annotated, Any

import structlog
from fastapi import Depends, Request
from psycopg import AsyncConnection

from brain.kit.clock import now
from brain.kit.crypto import sm3
from brain.kit.db import Session, raw
from brain.kit.errors import Unauthenticated
from brain.kit.node import CurrentNode, Node, current_node
from brain.platform.identity import queries
from brain.platform.identity.contract import Caller, ScopeTable
from brain.platform.identity.domain import PasswordMustChange

TOUCH_EVERY = timedelta(seconds=60)


def session_cookie(node: Node) -> str:
    """Cookies do not know ports: nodes on one host need different names."""
    return f"brain_session_{node.name}"


async def authenticate(connection: AsyncConnection[Any], node: Node, opened: str | None) -> Caller:
    """Who holds this session token, or `Unauthenticated`."""
    if not opened:
        raise Unauthenticated("请先登录")
    at, token_hash = now(), sm3(opened.encode())
    found = await queries.signed_in(connection, token_hash)
    if found is None or found.expired(at):
        raise Unauthenticated("登录已失效，请重新登录")
    if at - found.seen_at > TOUCH_EVERY:
        await queries.touch_session(connection, token_hash, at)
    roles = frozenset(found.roles or ())
    return Caller(
        account_id=found.id,
        username=found.username,
        name=found.name,
        organisation_id=found.organisation_id,
        organisation_name=found.organisation_name,
        organisation_code=found.organisation_code,
        roles=roles,
        scopes=node.get(ScopeTable).of(roles),
        must_change_password=found.password_expired(at),
    )


def _noted(request: Request, caller: Caller) -> Caller:
    """Known from here on to logs, to the audit log, and to whoever answers a refusal."""
    request.state.caller = caller
    structlog.contextvars.bind_contextvars(account=caller.username)
    return caller


async def signed_in_caller(request: Request, session: Session, node: CurrentNode) -> Caller:
    """Whoever is signed in, even if the password must change first."""
    return _noted(
        request, await authenticate(await raw(session), node, request.cookies.get(session_cookie(node)))
    )


AnyCaller = Annotated[Caller, Depends(signed_in_caller)]


async def settled_caller(caller: AnyCaller) -> Caller:
    if caller.must_change_password:
        raise PasswordMustChange("请先修改初始或过期的密码")
    return caller


SettledCaller = Annotated[Caller, Depends(settled_caller)]


async def quick_caller(request: Request, connection: AsyncConnection[Any], scope: str) -> Caller:
    """As `require`, on a connection without a transaction: for routes that answer within milliseconds."""
    node = current_node(request)
    opened = request.cookies.get(session_cookie(node))
    caller = _noted(request, await authenticate(connection, node, opened))
    await settled_caller(caller)
    caller.needs(scope)
    return caller


def require(scope: str) -> Callable[[Caller], Coroutine[Any, Any, Caller]]:
    """A dependency that lets only holders of this scope through."""

    async def holder(caller: SettledCaller) -> Caller:
        caller.needs(scope)
        return caller

    return holder
