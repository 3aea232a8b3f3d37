"""The imported full table of GB/T 4754."""

from collections.abc import Iterable, Mapping

from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from brain.platform.data_warehouse.models import IndustryRow


async def replace(session: AsyncSession, rows: Iterable[Mapping[str, str]], source_id: int) -> None:
    await session.execute(delete(IndustryRow))
    await session.execute(insert(IndustryRow), [{**row, "source_id": source_id} for row in rows])


async def names(session: AsyncSession, codes: Iterable[str] | None = None) -> dict[str, str]:
    """Of these codes as far as known, or of all."""
    wanted = select(IndustryRow.code, IndustryRow.name)
    if codes is not None:
        wanted = wanted.where(IndustryRow.code.in_(list(codes)))
    return {row.code: row.name for row in await session.execute(wanted)}


async def remarks(session: AsyncSession) -> dict[str, str]:
    """Descriptions by code, where the table has one."""
    described = select(IndustryRow.code, IndustryRow.remark).where(IndustryRow.remark != "")
    return {row.code: row.remark for row in await session.execute(described)}
