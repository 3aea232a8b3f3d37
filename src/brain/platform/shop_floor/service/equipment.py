"""The hierarchy of equipment as people keep it."""

from collections.abc import Sequence
from dataclasses import asdict, fields

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.acts import Act
from brain.kit.clock import now
from brain.kit.errors import Conflict, Invalid
from brain.kit.events import Recorded, announce
from brain.platform.shop_floor.contract import Placed
from brain.platform.shop_floor.domain import acts
from brain.platform.shop_floor.domain.equipment import Level, Unit, check_place
from brain.platform.shop_floor.models import EquipmentRow
from brain.platform.shop_floor.queries import sources, units


async def tree(session: AsyncSession) -> Sequence[EquipmentRow]:
    """All of it, also what was retired, by code."""
    return await sources.equipment(session)


async def get(session: AsyncSession, equipment_id: int) -> EquipmentRow:
    return await sources.equipment_by_id(session, equipment_id)


async def placed(session: AsyncSession) -> dict[int, Placed]:
    """All of it by id, also what was retired, by code."""
    return {
        row.id: Placed(row.id, _unit_of(row), row.retired_at is not None)
        for row in await sources.equipment(session)
    }


def _unit_of(row: EquipmentRow) -> Unit:
    told = {each.name: getattr(row, each.name) for each in fields(Unit)}
    return Unit(**told | {"level": Level(row.level)})


async def add(session: AsyncSession, unit: Unit, by: str) -> EquipmentRow:
    await _check(session, unit, None)
    row = EquipmentRow(**asdict(unit))
    session.add(row)
    await session.flush()
    await _record(session, row, acts.EQUIPMENT_ADDED, by)
    return row


async def change(session: AsyncSession, equipment_id: int, unit: Unit, by: str) -> EquipmentRow:
    row = await sources.equipment_by_id(session, equipment_id)
    await _check(session, unit, row.id)
    told = asdict(unit)
    if any(getattr(row, name) != value for name, value in told.items()):
        for name, value in told.items():
            setattr(row, name, value)
        await _record(session, row, acts.EQUIPMENT_CHANGED, by)
    return row


async def retire(session: AsyncSession, equipment_id: int, by: str) -> EquipmentRow:
    """It keeps its code and what was collected of it. Raises Conflict while anything in use belongs to it."""
    row = await sources.equipment_by_id(session, equipment_id)
    if row.retired_at is None:
        if await sources.children(session, equipment_id):
            raise Conflict("它还有在用的下级或测点，请先停用或移走")
        row.retired_at = now()
        await _record(session, row, acts.EQUIPMENT_RETIRED, by)
    return row


async def _check(session: AsyncSession, unit: Unit, own_id: int | None) -> None:
    if await units.is_taken(session, unit.code, but=own_id):
        raise Invalid("设备编码重复", [{"loc": "/body/code", "message": f"编码“{unit.code}”已被占用"}])
    above = None
    if unit.parent_id is not None:
        parent = await sources.equipment_by_id(session, unit.parent_id)
        if parent.retired_at is not None:
            raise Invalid("上级已停用", [{"loc": "/body/parentId", "message": "已停用的不能再有下级"}])
        above = Level(parent.level)
    below = frozenset[Level]() if own_id is None else await units.levels_below(session, own_id)
    check_place(unit.level, above, below)


async def _record(session: AsyncSession, row: EquipmentRow, act: Act, by: str) -> None:
    await announce(session, Recorded(act=act, target=str(row.id), title=f"{row.code} {row.title}", actor=by))
