"""Letters to the centre: written with what they tell of, sent in order, kept while the centre is away."""

from typing import Any, Final

import msgspec
from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit import jobs
from brain.kit.clock import now
from brain.kit.db import lock
from brain.kit.events import announce
from brain.kit.logging import logger
from brain.kit.node import Node
from brain.platform.exchange.client.adapters.wire import Call
from brain.platform.exchange.client.contract import LetterRefused
from brain.platform.exchange.client.domain.outcome import Outcome
from brain.platform.exchange.client.domain.refusals import NotConnected
from brain.platform.exchange.client.domain.retrying import Verdict, judge
from brain.platform.exchange.client.models import LetterRow, PullRow
from brain.platform.exchange.client.service import pulling
from brain.platform.exchange.client.service.link import Environment, Link, connect
from brain.platform.exchange.messages.letters import Letter

log = logger(__name__)

SEND: Final = "exchange_client.send_letters"
_ANSWERS: Final = pulling.Order(kind="distribution", title="数据下发", query={}, scene=None, every_minutes=5)


async def post(session: AsyncSession, letter_id: str, kind: str, body: dict[str, Any]) -> None:
    """On its way once the transaction commits. The same `letter_id` again is the same letter."""
    values = {"id": letter_id, "kind": kind, "written_at": now(), "body": body}
    await session.execute(insert(LetterRow).values(values).on_conflict_do_nothing(index_elements=["id"]))
    await jobs.enqueue(session, SEND, {}, key=letter_id)


async def drain(node: Node) -> None:
    """What waits, in order, until one cannot be delivered now; without credentials all wait."""
    async with node.database.transaction() as session:
        waiting = await session.scalar(select(LetterRow.number).where(*_waits()).limit(1))
    if waiting is None:
        return
    try:
        async with connect(node, Environment.PRODUCTION) as link:
            await _await_answers(node)
            while await _send_next(node, link):
                pass
    except NotConnected:
        log.info("exchange.letters_wait_for_credentials")


async def _send_next(node: Node, link: Link) -> bool:
    """One letter, one transaction: whoever dies in it leaves it waiting; sending twice is harmless."""
    async with node.database.transaction() as session:
        await lock(session, SEND)
        row = await session.scalar(select(LetterRow).where(*_waits()).order_by(LetterRow.number).limit(1))
        if row is None:
            return False
        letter = Letter(id=row.id, kind=row.kind, written_at=row.written_at, body=row.body)
        outcome = await link.call(Call(method="POST", path="/letters", body=msgspec.json.encode(letter)))
        return await _settle(session, row, outcome)


async def _settle(session: AsyncSession, row: LetterRow, outcome: Outcome) -> bool:
    verdict = judge(outcome)
    if verdict is Verdict.ACCEPTED:
        row.sent_at = now()
    elif verdict is Verdict.DEAD:
        row.refusal = outcome.reason
        log.warning("exchange.letter_refused", letter=row.id, kind=row.kind, reason=outcome.reason)
        await announce(session, LetterRefused(id=row.id, kind=row.kind, message=outcome.reason or ""))
    return verdict in {Verdict.ACCEPTED, Verdict.DEAD}


async def _await_answers(node: Node) -> None:
    """Answers come with what is distributed: a brain that writes pulls it, whoever set it up."""
    async with node.database.transaction() as session:
        await lock(session, SEND, "answers")
        pulled = await session.scalar(
            select(PullRow.id)
            .where(PullRow.kind == "distribution", PullRow.every_minutes.is_not(None))
            .limit(1)
        )
        if pulled is None:
            await pulling.order(session, _ANSWERS)


def _waits() -> tuple[Any, ...]:
    return LetterRow.sent_at.is_(None), LetterRow.refusal.is_(None)
