"""Equipment: what is above and below, and which machines a unit has in all."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from brain.platform.shop_floor.domain.equipment import Level
from brain.platform.shop_floor.models import EquipmentRow


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
