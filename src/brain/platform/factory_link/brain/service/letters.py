"""Letters between rooms above and a factory: each arrives once, also when one side was away for days."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.kit.events import announce
from brain.platform.factory_link.brain.contract import FactoryLetter
from brain.platform.factory_link.brain.models import FactoryRow, LetterInRow, LetterOutRow
from brain.platform.factory_link.protocol.messages import MOST_LETTERS, LetterTold


async def take(session: AsyncSession, factory: FactoryRow, told: LetterTold) -> None:
    """One that came before is known and not announced again."""
    statement = insert(LetterInRow).values(
        factory_id=factory.id, id=told.id, kind=told.kind, received_at=now()
    )
    fresh = await session.scalar(statement.on_conflict_do_nothing().returning(LetterInRow.id))
    if fresh is not None:
        await announce(
            session,
            FactoryLetter(
                factory_id=factory.id,
                credit_code=factory.credit_code,
                title=factory.title,
                id=told.id,
                kind=told.kind,
                body=told.body,
            ),
        )


async def send(
    session: AsyncSession, factory_id: str, letter_id: str, kind: str, body: dict[str, Any]
) -> None:
    """On its way once the transaction commits. The same `letter_id` again is the same letter."""
    # One at a time for each factory: a gateway that fetched a number never misses a lower one.
    await session.get_one(FactoryRow, factory_id, with_for_update=True)
    statement = insert(LetterOutRow).values(
        factory_id=factory_id, id=letter_id, kind=kind, at=now(), body=body
    )
    await session.execute(statement.on_conflict_do_nothing(index_elements=["id"]))


async def after(session: AsyncSession, factory_id: str, number: int) -> Sequence[LetterOutRow]:
    """The next ones; those up to `number` the gateway has."""
    mine = LetterOutRow.factory_id == factory_id
    await session.execute(
        update(LetterOutRow)
        .where(mine, LetterOutRow.number <= number, LetterOutRow.fetched_at.is_(None))
        .values(fetched_at=now())
    )
    found = await session.scalars(
        select(LetterOutRow)
        .where(mine, LetterOutRow.number > number)
        .order_by(LetterOutRow.number)
        .limit(MOST_LETTERS)
    )
    return found.all()
