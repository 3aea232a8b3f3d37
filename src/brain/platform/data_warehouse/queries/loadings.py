"""How much the warehouse holds."""

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from brain.platform.data_warehouse.contract import Totals
from brain.platform.data_warehouse.models import LoadingRow
from brain.platform.data_warehouse.queries.tables import TABLES

# Summed over the loadings: records are never deleted, and counting them would read them all.
_COUNTS = select(LoadingRow.family, func.sum(LoadingRow.inserted)).group_by(LoadingRow.family)


async def totals(session: AsyncSession) -> Totals:
    inserted = {family: int(count) for family, count in await session.execute(_COUNTS)}
    changed_at = await session.scalar(select(func.max(LoadingRow.at)))
    return Totals(counts={family: inserted.get(family, 0) for family in TABLES}, changed_at=changed_at)
