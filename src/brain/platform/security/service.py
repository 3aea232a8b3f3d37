"""Hears what is done, writes it down in a chain, and looks whether the chain is whole.

An act is heard within its transaction, and its entry takes its place as the last thing before the commit,
under one advisory lock: the chain is whole at every commit, and an act rolled back leaves neither entry nor
gap. The lock is held for one read, one insert and the commit, and never while anything else is waited for,
so that it cannot be part of a deadlock. Its price: transactions that record an act commit one after
another; 60 to 80 a second were seen on two busy cores. They are steps of people, a few a second at most;
what is hot (lookups, tokens, reports received, jobs) records nothing here, and has its own ledger.
"""

import asyncio
import json
from typing import cast

import structlog
from fastapi import Request
from fastapi.responses import JSONResponse
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.kit.db import before_commit, lock
from brain.kit.errors import Forbidden
from brain.kit.events import Notice, Recorded, Settled, announce
from brain.kit.http import refusal_response
from brain.kit.logging import logger
from brain.kit.node import Node, current_node
from brain.platform.identity.contract import Caller
from brain.platform.identity.service import accounts
from brain.platform.security import contract, queries
from brain.platform.security.adapters import checkpoints
from brain.platform.security.domain import (
    LARGEST_EXPORT,
    Chained,
    Entry,
    TooManyToExport,
    Verdict,
    Walk,
    chain,
    clipped,
)
from brain.platform.security.models import VerificationRow

log = logger(__name__)

WAITING = "security.entries"
PIECE = 5_000  # entries read at once while verifying
BROKEN = "security.broken"
NAMES = {"system": "系统", "anonymous": "未登录者"}


async def hear_recorded(session: AsyncSession, recorded: Recorded) -> None:
    waiting: list[Entry] = session.info.setdefault(WAITING, [])
    waiting.append(await _entry(session, recorded))
    if len(waiting) == 1:
        before_commit(session, _append)


async def _append(session: AsyncSession) -> None:
    await session.flush()
    await lock(session, "security.chain")
    await queries.add(session, chain(session.info.pop(WAITING), await queries.head(session)))


async def _entry(session: AsyncSession, recorded: Recorded) -> Entry:
    known = structlog.contextvars.get_contextvars()
    actor = recorded.actor or known.get("account", "system")
    account = await accounts.account_by_username(session, actor)
    name = account.name if account else recorded.actor_name or NAMES.get(actor, "")
    return Entry(
        at=now(),
        actor=clipped("actor", actor),
        actor_name=clipped("actor_name", name),
        roles=",".join(account.roles) if account else "",
        address=clipped("address", known.get("address", "")),
        action=recorded.act.name,
        kind=recorded.act.of.name,
        object_id=clipped("object_id", recorded.target),
        object_title=clipped("object_title", recorded.title),
        result="refused" if recorded.refused else "done",
        trace_id=known.get("trace_id", ""),
        details=json.dumps(recorded.details, ensure_ascii=False, sort_keys=True, default=str),
    )


async def answer_forbidden(request: Request, error: Exception) -> JSONResponse:
    """Refused for want of a right: written down in a transaction of its own, that of the act is undone."""
    refusal = cast("Forbidden", error)
    caller: Caller | None = getattr(request.state, "caller", None)
    if caller is not None and refusal.code == Forbidden.code:
        details = {"method": request.method, "scope": refusal.details.get("scope"), "why": refusal.message}
        async with current_node(request).database.transaction() as session:
            overstepped = Recorded(
                act=contract.OVERSTEPPED,
                target=request.url.path,
                actor=caller.username,
                refused=True,
                details=details,
            )
            await announce(session, overstepped)
    return refusal_response(request, refusal)


async def export(session: AsyncSession, wanted: queries.Filter) -> list[Chained]:
    """All that is asked for, newest first; taking it away is itself recorded."""
    found = await queries.newest(session, wanted, limit=LARGEST_EXPORT + 1)
    if len(found) > LARGEST_EXPORT:
        raise TooManyToExport(f"符合条件的记录超过 {LARGEST_EXPORT} 条，请缩小时间范围后分次导出")
    asked = {name: value for name, value in vars(wanted).items() if value is not None}
    await announce(session, Recorded(act=contract.EXPORTED, details={"entries": len(found), **asked}))
    return found


async def verify(node: Node, by: str) -> VerificationRow:
    """Follow the whole chain, keep the outcome, tell the audit administrators when it is broken."""
    verdict = await _walk(node)
    row = VerificationRow(
        at=now(),
        by=by,
        checked=verdict.checked,
        digest=verdict.head.digest,
        broken_at=verdict.broken_at,
        fault=verdict.fault,
    )
    async with node.database.transaction() as session:
        await queries.add_verification(session, row)
        details = {"checked": verdict.checked, "brokenAt": verdict.broken_at, "fault": verdict.fault}
        found = "完整" if verdict.whole else _broken(verdict)
        recorded = Recorded(act=contract.VERIFIED, title=found, actor=by, details=details)
        await announce(session, recorded)
        await _tell(session, verdict)
    if verdict.whole:
        await asyncio.to_thread(checkpoints.note, node, verdict.head, row.at.isoformat())
    else:
        log.error("security.chain_broken", **details)
    return row


async def last_verification(session: AsyncSession) -> VerificationRow | None:
    return await queries.last_verification(session)


async def checkpoint(node: Node) -> None:
    """Note the head outside the database, and in the log of the process, which may be kept elsewhere."""
    async with node.database.transaction() as session:
        head = await queries.head(session)
    await asyncio.to_thread(checkpoints.note, node, head, now().isoformat())
    log.info("security.checkpoint", position=head.position, digest=head.digest)


async def _walk(node: Node) -> Verdict:
    noted = await asyncio.to_thread(checkpoints.known, node)
    walk = Walk(noted)
    async with node.database.transaction() as session:
        last = (await queries.head(session)).position
    while True:
        async with node.database.transaction() as session:
            piece = await queries.after(session, walk.head.position, last, PIECE)
        if not piece:
            return walk.arrive(last)
        if broken := await asyncio.to_thread(walk.follow, piece):
            return broken


def _broken(verdict: Verdict) -> str:
    return f"第 {verdict.broken_at} 条起不可信"


async def _tell(session: AsyncSession, verdict: Verdict) -> None:
    await announce(session, Settled(key=BROKEN))
    if verdict.whole:
        return
    notice = Notice(
        kind="todo",
        title=f"审计日志校验未通过：{_broken(verdict)}",
        title_en=f"The audit log is broken from entry {verdict.broken_at}",
        link="/security/audit",
        scope=contract.READ_AUDIT,
        key=BROKEN,
    )
    await announce(session, notice)
