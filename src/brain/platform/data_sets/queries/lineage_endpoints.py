"""How it goes with the endpoint that runs are told to."""

from typing import Any

from sqlalchemy import delete
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from brain.platform.data_sets.models.open_lineage import LineageEndpointRow


async def get(session: AsyncSession, url: str) -> LineageEndpointRow | None:
    return await session.get(LineageEndpointRow, url, populate_existing=True)


async def forget_others(session: AsyncSession, url: str | None) -> bool:
    """Whether there were any."""
    others = delete(LineageEndpointRow).where(LineageEndpointRow.url.is_distinct_from(url))
    return bool((await session.scalars(others.returning(LineageEndpointRow.url))).all())


async def change(session: AsyncSession, url: str, **values: Any) -> None:
    told = insert(LineageEndpointRow).values(url=url, failures=0)
    await session.execute(told.values(**values).on_conflict_do_update(index_elements=["url"], set_=values))
