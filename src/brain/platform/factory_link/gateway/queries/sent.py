"""What was sent, and how far."""

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from brain.platform.factory_link.gateway.models import SentRow


async def drop_unanswered(session: AsyncSession, link_id: str, last: int) -> None:
    """Batches after `last` that the brain never acknowledged: they are made anew."""
    await session.execute(delete(SentRow).where(SentRow.link_id == link_id, SentRow.last > last))


async def by_chain(session: AsyncSession, link_id: str, chain: str | None) -> SentRow | None:
    found: SentRow | None = await session.scalar(
        select(SentRow).where(SentRow.link_id == link_id, SentRow.chain == chain)
    )
    return found
