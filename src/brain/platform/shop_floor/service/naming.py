"""The points by the names that people know them by."""

from sqlalchemy.ext.asyncio import AsyncSession

from brain.platform.shop_floor.contract import NamedPoint
from brain.platform.shop_floor.models import EquipmentRow
from brain.platform.shop_floor.queries import sources


async def named_points(session: AsyncSession) -> list[NamedPoint]:
    """All, also those retired."""
    units = {row.id: row for row in await sources.equipment(session)}
    found = []
    for row in await sources.all_points(session):
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
                equipment=_path(units, row.equipment_id),
                retired=row.retired_at is not None,
            )
        )
    return found


def _path(units: dict[int, EquipmentRow], equipment_id: int | None) -> tuple[str, ...]:
    path: list[str] = []
    while equipment_id is not None and len(path) < 8:
        unit = units[equipment_id]
        path.insert(0, unit.title)
        equipment_id = unit.parent_id
    return tuple(path)
