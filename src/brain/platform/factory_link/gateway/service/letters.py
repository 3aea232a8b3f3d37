"""Letters between rooms above and the brain: they wait here while the brain cannot be reached."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from sqlalchemy import BigInteger, delete, func, literal, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.kit.errors import Conflict
from brain.kit.events import announce
from brain.kit.node import Node
from brain.platform.factory_link.gateway.adapters.brain_client import BrainClient, BrainRefused
from brain.platform.factory_link.gateway.contract import BrainLetter, LetterLeft, LetterRefused
from brain.platform.factory_link.gateway.models import LinkRow, OutgoingRow
from brain.platform.factory_link.gateway.queries import links
from brain.platform.factory_link.protocol.messages import LetterTold

LOOK: Final = 1.0  # seconds between looks for letters to send
FETCH: Final = 10.0  # seconds between questions for letters of the brain
EAGER: Final = 0.5  # seconds between them once a letter was sent
EAGER_FOR: Final = 30.0  # seconds after it
_UNSENT: Final = (OutgoingRow.sent_at.is_(None), OutgoingRow.refusal.is_(None))
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


async def waiting(session: AsyncSession, kind: str) -> int:
    """Letters of this kind that are not sent yet: whoever writes many holds back while it is not small."""
    unsent = select(func.count()).select_from(OutgoingRow).where(OutgoingRow.kind == kind, *_UNSENT)
    return int(await session.scalar(unsent) or 0)


async def recall(session: AsyncSession, kinds: Sequence[str], about: dict[str, str]) -> Sequence[str]:
    """Letters of these kinds whose body says this, and that have not left, never leave; their ids."""
    here = (
        select(OutgoingRow.number)
        .where(OutgoingRow.kind.in_(kinds), OutgoingRow.body.contains(about), *_UNSENT)
        .with_for_update(skip_locked=True)
    )
    gone = await session.scalars(
        delete(OutgoingRow).where(OutgoingRow.number.in_(here)).returning(OutgoingRow.id)
    )
    return gone.all()


async def left(
    session: AsyncSession, kinds: Sequence[str], about: dict[str, str], after: int, limit: int
) -> Sequence[OutgoingRow]:
    """Those that left, in order of their numbers from `after` on."""
    found = await session.scalars(
        select(OutgoingRow)
        .where(
            OutgoingRow.kind.in_(kinds),
            OutgoingRow.sent_at.is_not(None),
            OutgoingRow.number > literal(after, BigInteger),
            OutgoingRow.body.contains(about),
        )
        .order_by(OutgoingRow.number)
        .limit(limit)
    )
    return found.all()


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
    count = 0
    while await _send_next(node, client):
        count += 1
    return count


async def _send_next(node: Node, client: BrainClient) -> bool:
    """Whether there was one. It is locked while it is on its way: what is recalled has not left."""
    async with node.database.transaction() as session:
        row = await session.scalar(
            select(OutgoingRow)
            .where(OutgoingRow.link_id == client.link, *_UNSENT)
            .order_by(OutgoingRow.number)
            .limit(1)
            .with_for_update()
        )
        if row is None:
            return False
        try:
            await client.letter(LetterTold(id=row.id, kind=row.kind, at=row.at, body=row.body))
        except BrainRefused as refused:
            if refused.details.get("code") not in _FINAL:
                raise
            row.refusal = refused.message
            await announce(session, LetterRefused(id=row.id, kind=row.kind, message=refused.message))
        else:
            row.sent_at = now()
            await announce(session, LetterLeft(id=row.id, kind=row.kind))
        return True


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
