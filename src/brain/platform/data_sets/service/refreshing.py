"""Asking for what has changed to be built."""

from typing import Final

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit import jobs

REFRESH: Final = "data_sets.refresh"


async def ask_to_refresh(session: AsyncSession) -> None:
    await jobs.enqueue(session, REFRESH, {}, key="all")
