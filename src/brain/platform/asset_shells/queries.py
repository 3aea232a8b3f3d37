"""Name plates as they were told, and the namespace of identifiers."""

from collections.abc import Sequence
from uuid import UUID, uuid4

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from brain.platform.asset_shells.models import NamespaceRow, PlateRow

_ONLY = 1


async def namespace(session: AsyncSession) -> UUID:
    """Made the first time that anybody asks for it."""
    found = await session.get(NamespaceRow, _ONLY)
    if found is None:
        made = insert(NamespaceRow).values(id=_ONLY, namespace=uuid4()).on_conflict_do_nothing()
        await session.execute(made)
        found = await session.get_one(NamespaceRow, _ONLY)
    return found.namespace


async def latest(session: AsyncSession) -> dict[int, PlateRow]:
    """Of every unit that has one."""
    newest = select(func.max(PlateRow.id)).group_by(PlateRow.equipment_id)
    found = await session.scalars(select(PlateRow).where(PlateRow.id.in_(newest)))
    return {row.equipment_id: row for row in found}


async def latest_of(session: AsyncSession, equipment_id: int) -> PlateRow | None:
    found = await session.scalars(
        select(PlateRow).where(PlateRow.equipment_id == equipment_id).order_by(PlateRow.id.desc()).limit(1)
    )
    return found.first()


async def history(
    session: AsyncSession, equipment_id: int, *, limit: int, offset: int
) -> tuple[Sequence[PlateRow], int]:
    """The newest first; and how many there are."""
    chosen = select(PlateRow).where(PlateRow.equipment_id == equipment_id)
    total = await session.scalar(select(func.count()).select_from(chosen.subquery())) or 0
    found = await session.scalars(chosen.order_by(PlateRow.id.desc()).limit(limit).offset(offset))
    return found.all(), total
