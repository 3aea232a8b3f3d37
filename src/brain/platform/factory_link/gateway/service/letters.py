"""Letters between rooms above and the brain: they wait here while the brain cannot be reached."""

import time
from dataclasses import dataclass, field
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.kit.errors import Conflict
from brain.kit.events import announce
from brain.kit.node import Node
from brain.platform.factory_link.gateway.adapters.brain_client import BrainClient, BrainRefused
from brain.platform.factory_link.gateway.contract import BrainLetter, LetterRefused
from brain.platform.factory_link.gateway.models import LinkRow, OutgoingRow
from brain.platform.factory_link.gateway.queries import links
from brain.platform.factory_link.protocol.messages import LetterTold

LOOK: Final = 1.0  # seconds between looks for letters to send
FETCH: Final = 10.0  # seconds between questions for letters of the brain
EAGER: Final = 0.5  # seconds between them once a letter was sent
EAGER_FOR: Final = 30.0  # seconds after it
_FINAL: Final = frozenset({"invalid", "too_large"})  # refusals that another try would not change


@dataclass
class Post:
    """When letters were last looked for, in s of the monotonic clock."""

    looked: float = float("-inf")
    fetched: float = float("-inf")
    sent: float = field(default=float("-inf"))


async def post(session: AsyncSession, letter_id: str, kind: str, body: dict[str, Any]) -> None:
    """On its way once the transaction commits. The same `letter_id` again is the same letter. Raises Conflict
    where there is no brain to write to."""
    link = await links.current(session)
    if link is None or link.confirmed_at is None:
        raise Conflict("还没有与大脑接通：请先登记并核对")
    statement = insert(OutgoingRow).values(link_id=link.id, id=letter_id, kind=kind, at=now(), body=body)
    await session.execute(statement.on_conflict_do_nothing(index_elements=["id"]))


async def exchange(node: Node, client: BrainClient, at: Post) -> None:
    """Send what waits and fetch what came, if it is time. Raises what the client raises."""
    clock = time.monotonic()
    if clock - at.looked > LOOK:
        at.looked = clock
        if await _send(node, client):
            at.sent = time.monotonic()
    if clock - at.fetched > (EAGER if clock - at.sent < EAGER_FOR else FETCH):
        at.fetched = clock
        await _fetch(node, client)


async def _send(node: Node, client: BrainClient) -> int:
    """How many left."""
    async with node.database.transaction() as session:
        waiting = (
            await session.scalars(
                select(OutgoingRow)
                .where(
                    OutgoingRow.link_id == client.link,
                    OutgoingRow.sent_at.is_(None),
                    OutgoingRow.refusal.is_(None),
                )
                .order_by(OutgoingRow.number)
            )
        ).all()
    for row in waiting:
        told = LetterTold(id=row.id, kind=row.kind, at=row.at, body=row.body)
        refusal = None
        try:
            await client.letter(told)
        except BrainRefused as refused:
            if refused.details.get("code") not in _FINAL:
                raise
            refusal = refused.message
        async with node.database.transaction() as session:
            kept = await session.get_one(OutgoingRow, row.number)
            if refusal is None:
                kept.sent_at = now()
            else:
                kept.refusal = refusal
                await announce(session, LetterRefused(id=row.id, kind=row.kind, message=refusal))
    return len(waiting)


async def _fetch(node: Node, client: BrainClient) -> None:
    """All there are; the place and what becomes of a letter are written together."""
    while True:
        async with node.database.transaction() as session:
            heard = (await session.get_one(LinkRow, client.link)).letters_heard
        found = (await client.letters(heard)).items
        for letter in found:
            async with node.database.transaction() as session:
                link = await session.get_one(LinkRow, client.link, with_for_update=True)
                if letter.number <= link.letters_heard:
                    continue
                link.letters_heard = letter.number
                await announce(
                    session,
                    BrainLetter(link_id=link.id, id=letter.id, kind=letter.kind, body=letter.body),
                )
        if not found:
            return
