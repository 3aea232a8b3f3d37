"""How much the warehouse holds, and where it came from."""

from datetime import datetime
from typing import Any

from psycopg import AsyncConnection
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from brain.platform.data_warehouse.contract import Family, Merged, Totals
from brain.platform.data_warehouse.domain import Provision
from brain.platform.data_warehouse.models import LoadingRow, SourceRow
from brain.platform.data_warehouse.queries.tables import TABLES

# Summed over the loadings: records are never deleted, and counting them would read them all.
_COUNTS = select(LoadingRow.family, func.sum(LoadingRow.inserted)).group_by(LoadingRow.family)


async def next_revision(session: AsyncSession) -> int:
    """To be asked under the lock of revisions only."""
    return (await session.scalar(select(func.max(LoadingRow.last_revision))) or 0) + 1


async def keep(
    connection: AsyncConnection[Any], family: Family, source_id: int, merged: Merged, at: datetime
) -> None:
    """That revisions were given, if any were."""
    if merged.last_revision is not None:
        await connection.execute(
            "INSERT INTO data_warehouse_loading"
            " (first_revision, last_revision, family, source_id, inserted, changed, at)"
            " VALUES (%s, %s, %s, %s, %s, %s, %s)",
            (
                merged.first_revision,
                merged.last_revision,
                family.value,
                source_id,
                merged.inserted,
                merged.changed,
                at,
            ),
        )


async def totals(session: AsyncSession) -> Totals:
    inserted = {family: int(count) for family, count in await session.execute(_COUNTS)}
    changed_at = await session.scalar(select(func.max(LoadingRow.at)))
    return Totals(counts={family: inserted.get(family, 0) for family in TABLES}, changed_at=changed_at)


async def provisions(session: AsyncSession) -> list[Provision]:
    """By provider, title and family, the latest first."""
    columns = (SourceRow.provider, SourceRow.title, LoadingRow.family, SourceRow.sample)
    last = func.max(LoadingRow.at).label("loaded_at")
    rows = await session.execute(
        select(
            *columns,
            func.max(SourceRow.as_of).label("as_of"),
            func.sum(LoadingRow.inserted).label("inserted"),
            func.sum(LoadingRow.changed).label("changed"),
            last,
        )
        .join(SourceRow, SourceRow.id == LoadingRow.source_id)
        .group_by(*columns)
        .order_by(last.desc(), LoadingRow.family)
    )
    return [Provision(**row) for row in rows.mappings()]
