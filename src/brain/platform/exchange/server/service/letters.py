"""Letters of brains are heard once, by the rooms above; answers go down to the brain that wrote."""

from typing import Any

from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.kit.events import announce
from brain.platform.exchange.messages.letters import Letter
from brain.platform.exchange.server.contract import LetterReceived
from brain.platform.exchange.server.domain.admission import Client
from brain.platform.exchange.server.models.data import LetterRow
from brain.platform.exchange.server.service import distribution


async def take(session: AsyncSession, client: Client, letter: Letter) -> bool:
    """False where it had come before: then nobody is told again."""
    statement = insert(LetterRow).values(
        client_id=client.id, id=letter.id, kind=letter.kind, received_at=now()
    )
    fresh = await session.scalar(statement.on_conflict_do_nothing().returning(LetterRow.id))
    if fresh is None:
        return False
    event = LetterReceived(
        client_id=client.id, brain=client.name, id=letter.id, kind=letter.kind, body=letter.body
    )
    await announce(session, event)
    return True


async def answer(
    session: AsyncSession, client_id: str, kind: str, title: str, body: dict[str, Any], *, by: str
) -> None:
    """To one brain, by what is distributed: it pulls in order and confirms what it holds."""
    await distribution.publish(session, kind, title, body, by=by, audience=[client_id])
