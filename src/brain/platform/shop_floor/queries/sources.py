"""Sources, points and equipment as they are configured."""

from collections.abc import Collection, Sequence
from typing import Any, Final

from sqlalchemy import func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.errors import NotFound
from brain.platform.shop_floor.domain.points import Domain, Point, Priority
from brain.platform.shop_floor.domain.readings import ValueKind
from brain.platform.shop_floor.models import EquipmentRow, PointImportRow, PointRow, SourceRow, SourceStateRow

CALCULATED: Final = "calculated"  # the source of what the gateway calculates itself


def point_of(row: PointRow) -> Point:
    return Point(
        number=row.number,
        code=row.code,
        title=row.title,
        kind=ValueKind(row.kind),
        unit=row.unit,
        quantity=row.quantity,
        low=row.low,
        high=row.high,
        scale=row.scale,
        shift=row.shift,
        sampling=row.sampling,
        dead_band=row.dead_band,
        heartbeat=row.heartbeat,
        priority=Priority(row.priority),
        domain=Domain(row.domain),
        level=row.level,
    )


async def source(session: AsyncSession, source_id: int, *, lock: bool = False) -> SourceRow:
    row = await session.get(SourceRow, source_id, with_for_update=lock)
    if row is None:
        raise NotFound("没有这个设备来源")
    return row


async def machine(session: AsyncSession, source_id: int, *, lock: bool = False) -> SourceRow:
    """One that people registered."""
    row = await source(session, source_id, lock=lock)
    if row.settings.get("kind") == CALCULATED:
        raise NotFound("没有这个设备来源")
    return row


async def calculated(session: AsyncSession) -> SourceRow:
    found = await session.scalars(select(SourceRow).where(SourceRow.settings["kind"].astext == CALCULATED))
    return found.one()


async def sources(session: AsyncSession) -> Sequence[tuple[SourceRow, SourceStateRow | None, int]]:
    """With how collecting goes, and the number of points."""
    count = (
        select(func.count())
        .where(PointRow.source_id == SourceRow.id, PointRow.retired_at.is_(None))
        .scalar_subquery()
    )
    found = await session.execute(
        select(SourceRow, SourceStateRow, count)
        .outerjoin(SourceStateRow, SourceStateRow.source_id == SourceRow.id)
        .order_by(SourceRow.id)
    )
    return [(row, state, points) for row, state, points in found.all()]


async def enabled(session: AsyncSession) -> Sequence[SourceRow]:
    found = await session.scalars(select(SourceRow).where(SourceRow.enabled).order_by(SourceRow.id))
    return found.all()


async def points_of(session: AsyncSession, source_id: int) -> Sequence[PointRow]:
    """Those in use."""
    found = await session.scalars(
        select(PointRow)
        .where(PointRow.source_id == source_id, PointRow.retired_at.is_(None))
        .order_by(PointRow.number)
    )
    return found.all()


async def point(session: AsyncSession, number: int) -> PointRow:
    row = await session.get(PointRow, number)
    if row is None:
        raise NotFound("没有这个测点")
    return row


async def points(
    session: AsyncSession, *, search: str | None, source_id: int | None, equipment_id: int | None,
    limit: int, offset: int,
) -> tuple[Sequence[PointRow], int]:  # fmt: skip
    """Points in use, by code or title; and how many there are."""
    chosen = select(PointRow).where(PointRow.retired_at.is_(None))
    if search:
        like = [column.icontains(search, autoescape=True) for column in (PointRow.code, PointRow.title)]
        chosen = chosen.where(or_(*like))
    if source_id is not None:
        chosen = chosen.where(PointRow.source_id == source_id)
    if equipment_id is not None:
        chosen = chosen.where(PointRow.equipment_id == equipment_id)
    total = await session.scalar(select(func.count()).select_from(chosen.subquery())) or 0
    found = await session.scalars(chosen.order_by(PointRow.code).limit(limit).offset(offset))
    return found.all(), total


async def all_points(
    session: AsyncSession, numbers: Collection[int] | None = None, *, source_id: int | None = None
) -> Sequence[PointRow]:
    """Also those retired: what was collected keeps its name."""
    chosen = select(PointRow).order_by(PointRow.number)
    if numbers is not None:
        chosen = chosen.where(PointRow.number.in_(numbers))
    if source_id is not None:
        chosen = chosen.where(PointRow.source_id == source_id)
    return (await session.scalars(chosen)).all()


async def levels(session: AsyncSession) -> dict[int, int]:
    rows = await session.execute(select(PointRow.number, PointRow.level))
    return {row.number: row.level for row in rows}


async def mark(session: AsyncSession) -> str:
    row = await session.execute(select(func.count(), func.max(PointRow.changed_at)).select_from(PointRow))
    return str(row.one())


async def codes(session: AsyncSession) -> Sequence[str]:
    """All, also of points retired."""
    return (await session.scalars(select(PointRow.code))).all()


async def machines(session: AsyncSession, *, lock: bool = False) -> Sequence[SourceRow]:
    """Those that people registered; locked in the order of their numbers."""
    chosen = select(SourceRow).where(SourceRow.settings["kind"].astext != CALCULATED).order_by(SourceRow.id)
    return (await session.scalars(chosen.with_for_update() if lock else chosen)).all()


async def imports(session: AsyncSession, *, limit: int, offset: int) -> tuple[Sequence[PointImportRow], int]:
    """The newest first; and how many there are."""
    total = await session.scalar(select(func.count()).select_from(PointImportRow)) or 0
    chosen = select(PointImportRow).order_by(PointImportRow.id.desc()).limit(limit).offset(offset)
    return (await session.scalars(chosen)).all(), total


async def taken_codes(session: AsyncSession, codes: Sequence[str]) -> set[str]:
    return set((await session.scalars(select(PointRow.code).where(PointRow.code.in_(codes)))).all())


async def equipment(session: AsyncSession) -> Sequence[EquipmentRow]:
    found = await session.scalars(select(EquipmentRow).order_by(EquipmentRow.code))
    return found.all()


async def equipment_by_id(session: AsyncSession, equipment_id: int) -> EquipmentRow:
    row = await session.get(EquipmentRow, equipment_id)
    if row is None:
        raise NotFound("没有这台设备")
    return row


async def children(session: AsyncSession, equipment_id: int) -> int:
    """How many units in use below it, and points of it."""
    below: Any = select(func.count()).where(
        EquipmentRow.parent_id == equipment_id, EquipmentRow.retired_at.is_(None)
    )
    of_it: Any = select(func.count()).where(
        PointRow.equipment_id == equipment_id, PointRow.retired_at.is_(None)
    )
    return (await session.scalar(below) or 0) + (await session.scalar(of_it) or 0)
