"""Sending queued parts to the centre, in order within a scene, until each is accepted or dead."""

from datetime import datetime
from random import SystemRandom
from typing import cast

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit import jobs
from brain.kit.clock import now
from brain.kit.db import lock
from brain.kit.events import Notice, announce
from brain.kit.logging import logger
from brain.kit.node import Node
from brain.platform.exchange.client.adapters.wire import Call
from brain.platform.exchange.client.domain.outcome import Outcome
from brain.platform.exchange.client.domain.refusals import NotConnected
from brain.platform.exchange.client.domain.retrying import (
    LONGEST_WAIT,
    Verdict,
    is_hopeless,
    judge,
    wait_before,
)
from brain.platform.exchange.client.models import AttemptRow, PartRow
from brain.platform.exchange.client.queries import outbox as queries
from brain.platform.exchange.client.service.link import Environment, Link, connect
from brain.platform.exchange.client.service.outbox import SEND

log = logger(__name__)
CHANCE = SystemRandom()


async def drain(node: Node, scene: str) -> None:
    """Send what is due of one scene; without credentials the parts wait."""
    try:
        async with connect(node, Environment.PRODUCTION) as link:
            while await _send_next(node, link, scene):
                pass
    except NotConnected:
        log.info("exchange.waiting_for_credentials", scene=scene)


async def due_scenes(node: Node) -> list[str]:
    async with node.database.transaction() as session:
        return list(await queries.waiting_scenes(session, now()))


async def _send_next(node: Node, link: Link, scene: str) -> bool:
    """One part, one transaction: whoever dies in it leaves the part queued; sending twice is harmless."""
    async with node.database.transaction() as session:
        await lock(session, SEND, scene)
        part = await queries.head(session, scene)
        if part is None or part.next_attempt_at > now():
            return False
        outcome = await link.call(_call(part))
        return await _settle(session, part, outcome)


def _call(part: PartRow) -> Call:
    path = f"/reports/{part.scene.replace('_', '-')}"
    body = cast("bytes", part.body)  # a queued part has one: see the table's constraints
    return Call(method="POST", path=path, body=body, digest=part.digest, scene=part.scene)


async def _settle(session: AsyncSession, part: PartRow, outcome: Outcome) -> bool:
    """Write down what came of it; false when the scene has to wait."""
    at = now()
    part.attempts += 1
    part.status, part.code, part.reason = outcome.status, outcome.code, outcome.reason
    part.request_id, part.errors = outcome.request_id, outcome.body.get("errors")
    await queries.add_attempt(session, _attempt(part, outcome, at))
    verdict = judge(outcome)
    if verdict is Verdict.ACCEPTED:
        part.state, part.received_at = "accepted", datetime.fromisoformat(outcome.body["receivedAt"])
        if part.attempts > 1:
            await _wake_others(session, at)
        return True
    if verdict is Verdict.DEAD or (verdict is Verdict.RETRY and is_hopeless(part.queued_at, at)):
        await _bury(session, part)
        return True
    wait = LONGEST_WAIT if verdict is Verdict.WAIT else wait_before(part.attempts, outcome, CHANCE)
    part.next_attempt_at = at + wait
    again = f"{part.batch_id}/{part.number}/{part.attempts}"
    await jobs.enqueue(session, SEND, {"scene": part.scene}, key=again, at=part.next_attempt_at)
    return False


async def _wake_others(session: AsyncSession, at: datetime) -> None:
    """The centre is back: what waits only because it was away need not sit out its pause."""
    for scene in await queries.end_pauses(session, at):
        await jobs.enqueue(session, SEND, {"scene": scene}, key=scene)


async def _bury(session: AsyncSession, part: PartRow) -> None:
    part.state = "dead"
    log.warning("exchange.part_dead", batch=part.batch_id, part=part.number, code=part.code)
    code = part.code or "无应答"
    notice = Notice(
        kind="todo",
        title=f"上报未被接收：批次 {part.batch_id} 第 {part.number} 片（{code}）",
        title_en=f"Report not accepted: batch {part.batch_id}, part {part.number}",
        body=part.reason or "",
        link=f"/exchange/client/dead-letters/{part.id}",
        scope="exchange_client.send",
        key=dead_letter_key(part.id),
    )
    await announce(session, notice)


def dead_letter_key(part_id: int) -> str:
    return f"exchange_client.dead/{part_id}"


def _attempt(part: PartRow, outcome: Outcome, at: datetime) -> AttemptRow:
    return AttemptRow(
        part_id=part.id,
        at=at,
        milliseconds=outcome.milliseconds,
        status=outcome.status,
        code=outcome.code,
        reason=outcome.reason,
        request_id=outcome.request_id,
    )
