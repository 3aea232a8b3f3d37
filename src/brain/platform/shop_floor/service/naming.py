"""The points by the names that people know them by."""

from collections.abc import Collection, Sequence
from typing import Final

from sqlalchemy.ext.asyncio import AsyncSession

from brain.platform.shop_floor.contract import ConnectedPoint, NamedPoint, Point
from brain.platform.shop_floor.models import EquipmentRow
from brain.platform.shop_floor.queries import sources, units

MOST_OF_A_UNIT: Final = 1_000  # points of one machine


async def named_points(session: AsyncSession, numbers: Collection[int] | None = None) -> list[NamedPoint]:
    """All, or those of these numbers; also those retired."""
    placed = {row.id: row for row in await sources.equipment(session)}
    found = []
    for row in await sources.all_points(session, numbers):
        point = sources.point_of(row)
        found.append(
            NamedPoint(
                number=point.number,
                code=point.code,
                title=point.title,
                kind=point.kind,
                unit=point.unit,
                quantity=point.quantity,
                low=point.low,
                high=point.high,
                domain=point.domain,
                level=point.level,
                equipment=_path(placed, row.equipment_id),
                retired=row.retired_at is not None,
            )
        )
    return found


async def points_of_unit(session: AsyncSession, equipment_id: int) -> list[Point]:
    """Those in use that belong to this equipment itself, by code."""
    rows, _ = await sources.points(
        session, search=None, source_id=None, equipment_id=equipment_id, limit=MOST_OF_A_UNIT, offset=0
    )
    return [sources.point_of(row) for row in rows]


async def connected_points(session: AsyncSession, equipment_id: int) -> list[ConnectedPoint]:
    """Those in use that belong to this equipment itself, by code."""
    return [
        ConnectedPoint(
            point=sources.point_of(row), protocol=source.settings["kind"], source=source.name,
            address=row.address,
        )
        for row, source in await units.points_with_sources(session, equipment_id)
    ]  # fmt: skip


async def graded(session: AsyncSession, equipment_ids: Sequence[int]) -> dict[int, int]:
    """How many points in use these units have, by grade."""
    return await units.graded(session, equipment_ids)


async def levels(session: AsyncSession) -> dict[int, int]:
    """The grade of each point, by number."""
    return await sources.levels(session)


async def mark(session: AsyncSession) -> str:
    """Changes whenever a point does."""
    return await sources.mark(session)


def _path(placed: dict[int, EquipmentRow], equipment_id: int | None) -> tuple[str, ...]:
    path: list[str] = []
    while equipment_id is not None and len(path) < 8:
        unit = placed[equipment_id]
        path.insert(0, unit.title)
        equipment_id = unit.parent_id
    return tuple(path)
