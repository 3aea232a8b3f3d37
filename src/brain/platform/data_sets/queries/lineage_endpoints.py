"""How it goes with the endpoint that runs are told to."""

from typing import Any

from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from brain.platform.data_sets.models.open_lineage import LineageEndpointRow


async def get(session: AsyncSession, url: str) -> LineageEndpointRow | None:
    return await session.get(LineageEndpointRow, url, populate_existing=True)


async def change(session: AsyncSession, url: str, **values: Any) -> None:
    told = insert(LineageEndpointRow).values(url=url, failures=0)
    await session.execute(told.values(**values).on_conflict_do_update(index_elements=["url"], set_=values))
