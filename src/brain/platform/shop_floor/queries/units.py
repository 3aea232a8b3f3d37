"""Equipment: what is above and below, and which machines a unit has in all."""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from brain.platform.shop_floor.domain.equipment import Level
from brain.platform.shop_floor.models import EquipmentRow, PointRow, SourceRow


async def levels_below(session: AsyncSession, equipment_id: int) -> frozenset[Level]:
    """Of the parts in use."""
    found = await session.scalars(
        select(EquipmentRow.level).where(
            EquipmentRow.parent_id == equipment_id, EquipmentRow.retired_at.is_(None)
        )
    )
    return frozenset(map(Level, found))


async def is_taken(session: AsyncSession, code: str, *, but: int | None) -> bool:
    chosen = select(EquipmentRow.id).where(EquipmentRow.code == code)
    if but is not None:
        chosen = chosen.where(EquipmentRow.id != but)
    return await session.scalar(chosen) is not None


async def with_parts(session: AsyncSession, equipment_id: int) -> set[int]:
    """The unit and all below it, also those retired."""
    tree = select(EquipmentRow.id).where(EquipmentRow.id == equipment_id).cte(recursive=True)
    tree = tree.union(select(EquipmentRow.id).join(tree, EquipmentRow.parent_id == tree.c.id))
    return set((await session.scalars(select(tree.c.id))).all())


async def points_with_sources(
    session: AsyncSession, equipment_id: int
) -> Sequence[tuple[PointRow, SourceRow]]:
    """Points in use of this unit itself, by code."""
    found = await session.execute(
        select(PointRow, SourceRow)
        .join(SourceRow, SourceRow.id == PointRow.source_id)
        .where(PointRow.equipment_id == equipment_id, PointRow.retired_at.is_(None))
        .order_by(PointRow.code)
    )
    return [(point, source) for point, source in found]


async def graded(session: AsyncSession, equipment_ids: Sequence[int]) -> dict[int, int]:
    found = await session.execute(
        select(PointRow.level, func.count())
        .where(PointRow.equipment_id.in_(equipment_ids), PointRow.retired_at.is_(None))
        .group_by(PointRow.level)
    )
    return {row.level: row[1] for row in found}


async def counted(session: AsyncSession) -> dict[int, int]:
    """How many points in use each unit has itself."""
    found = await session.execute(
        select(PointRow.equipment_id, func.count())
        .where(PointRow.retired_at.is_(None), PointRow.equipment_id.is_not(None))
        .group_by(PointRow.equipment_id)
    )
    return {unit: count for unit, count in found if unit is not None}
