"""The hierarchy of equipment."""

from fastapi import APIRouter, status

from brain.kit.db import Session
from brain.kit.errors import Conflict, Forbidden, Invalid, NotFound, Unauthenticated
from brain.kit.http import refusals
from brain.platform.shop_floor.domain.equipment import Unit
from brain.platform.shop_floor.queries import units
from brain.platform.shop_floor.routes.asking import CanConfigure, CanSee, Id
from brain.platform.shop_floor.schemas.machines import EquipmentView, NewEquipment
from brain.platform.shop_floor.service import equipment

router = APIRouter(prefix="/api/shop-floor", tags=["设备与采集"])


@router.get("/equipment", response_model=list[EquipmentView], responses=refusals(Unauthenticated, Forbidden))
async def all_equipment(session: Session, caller: CanSee) -> list[EquipmentView]:
    """设备层级：企业、厂区、车间、产线或工段、设备，按编码排列。"""
    counts = await units.counted(session)
    found = [EquipmentView.model_validate(row) for row in await equipment.tree(session)]
    return [unit.model_copy(update={"points": counts.get(unit.id, 0)}) for unit in found]


@router.post(
    "/equipment",
    response_model=EquipmentView,
    status_code=status.HTTP_201_CREATED,
    responses=refusals(Unauthenticated, Forbidden, NotFound, Invalid),
)
async def add_equipment(session: Session, caller: CanConfigure, body: NewEquipment) -> EquipmentView:
    """登记一级设备。"""
    unit = Unit(**body.model_dump())
    return EquipmentView.model_validate(await equipment.add(session, unit, by=caller.username))


@router.put(
    "/equipment/{equipment_id}",
    response_model=EquipmentView,
    responses=refusals(Unauthenticated, Forbidden, NotFound, Invalid),
)
async def change_equipment(
    session: Session, caller: CanConfigure, equipment_id: Id, body: NewEquipment
) -> EquipmentView:
    """修改设备，也可移到别的上级。"""
    unit = Unit(**body.model_dump())
    row = await equipment.change(session, equipment_id, unit, by=caller.username)
    return EquipmentView.model_validate(row)


@router.post(
    "/equipment/{equipment_id}/retirement",
    response_model=EquipmentView,
    responses=refusals(Unauthenticated, Forbidden, NotFound, Conflict),
)
async def retire_equipment(session: Session, caller: CanConfigure, equipment_id: Id) -> EquipmentView:
    """停用没有在用下级与测点的设备；采到的数据仍归在它名下。"""
    row = await equipment.retire(session, equipment_id, by=caller.username)
    return EquipmentView.model_validate(row)
