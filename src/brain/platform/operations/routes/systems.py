"""Business systems: registered, tried, changed, switched; what their words for machines mean."""

from typing import Final

from fastapi import APIRouter, status

from brain.kit.db import Session
from brain.kit.errors import Conflict, Forbidden, Invalid, NotFound, Unauthenticated, Unavailable
from brain.kit.http import refusals
from brain.kit.node import CurrentNode
from brain.platform.operations.adapters import settings
from brain.platform.operations.domain.presets import PRESETS
from brain.platform.operations.domain.reading import guessed
from brain.platform.operations.domain.systems import NotReadable
from brain.platform.operations.models import SystemRow, SystemStateRow
from brain.platform.operations.queries import records
from brain.platform.operations.queries import systems as rows
from brain.platform.operations.routes.access import CHANGED, FOUND, CanConfigure, CanSee, Id, kind_of
from brain.platform.operations.schemas import (
    BusinessSystem,
    BusinessSystemDetail,
    BusinessSystemView,
    EquipmentWord,
    EquipmentWordView,
    HeadingsShape,
    SetAsideView,
    SystemPreset,
    SystemSwitch,
    SystemTrial,
    SystemTrialView,
    TableShapeView,
    TriedView,
)
from brain.platform.operations.service import systems
from brain.platform.operations.service.reading import known_machines

router = APIRouter(prefix="/api/operations", tags=["业务系统"])
_SHOWN: Final = 50
SEEING: Final = refusals(Unauthenticated, Forbidden)
ADDING: Final = refusals(Unauthenticated, Forbidden, Invalid)


def _view(row: SystemRow, state: SystemStateRow | None, refused: int) -> BusinessSystemView:
    return BusinessSystemView(
        id=row.id,
        name=row.name,
        settings=row.settings,
        has_secret=row.sealed_secret is not None,
        enabled=row.enabled,
        state=(state.state if state else "new") if row.enabled else "off",
        since=state.since if state else None,
        problem=state.problem if state and row.enabled else None,
        looked_at=state.looked_at if state else None,
        kept=state.kept if state else 0,
        refused=refused,
        changed_by=row.changed_by,
        changed_at=row.changed_at,
    )


async def _told(session: Session, row: SystemRow) -> BusinessSystemView:
    refused = (await rows.refused_counts(session)).get(row.id, 0)
    return _view(row, await session.get(SystemStateRow, row.id), refused)


@router.get("/systems", response_model=list[BusinessSystemView], responses=SEEING)
async def all_systems(session: Session, caller: CanSee) -> list[BusinessSystemView]:
    """业务系统，各读得怎样。"""
    refused = await rows.refused_counts(session)
    return [_view(row, state, refused.get(row.id, 0)) for row, state in await rows.every(session)]


@router.get("/presets", response_model=list[SystemPreset], responses=SEEING)
async def all_presets(caller: CanConfigure) -> list[SystemPreset]:
    """常见业务系统的模板。"""
    return [
        SystemPreset(title=title, title_en=title_en, settings=systems.shaped(settings.read(told)))
        for title, title_en, told in PRESETS
    ]


@router.post(
    "/systems", response_model=BusinessSystemView, status_code=status.HTTP_201_CREATED, responses=ADDING
)
async def add(
    session: Session, node: CurrentNode, caller: CanConfigure, body: BusinessSystem
) -> BusinessSystemView:
    """登记一个业务系统，随即开始读。"""
    row = await systems.add(session, node, body.name, body.settings, body.secret, caller.username)
    return await _told(session, row)


@router.post(
    "/systems/trial",
    response_model=SystemTrialView,
    responses=refusals(Unauthenticated, Forbidden, NotFound, Invalid, NotReadable, Unavailable),
)
async def trial(
    session: Session, node: CurrentNode, caller: CanConfigure, body: SystemTrial
) -> SystemTrialView:
    """试连：有哪些表和列，按设置读来的对不对；什么都不存。"""
    found = await systems.trial(session, node, body.system_id, body.settings, body.secret)
    return SystemTrialView(
        tables=[TableShapeView.model_validate(each) for each in found.tables],
        tried=[TriedView.model_validate(each) for each in found.tried],
    )


@router.post("/mappings", response_model=dict[str, str], responses=ADDING)
async def mapping_of(caller: CanSee, body: HeadingsShape) -> dict[str, str]:
    """按名称认：这些表头或列各是哪个字段。"""
    return guessed(kind_of(body.kind), body.headings)


@router.get("/systems/{system_id}", response_model=BusinessSystemDetail, responses=FOUND)
async def one_system(session: Session, caller: CanSee, system_id: Id) -> BusinessSystemDetail:
    """一个业务系统：设置、读得怎样、不能用的行。"""
    row = await rows.one(session, system_id)
    refused = await records.refused(session, system_id, _SHOWN)
    return BusinessSystemDetail(
        **(await _told(session, row)).model_dump(),
        counts=await rows.counts(session, system_id),
        set_aside=[SetAsideView.model_validate(each) for each in refused],
    )


@router.put("/systems/{system_id}", response_model=BusinessSystemView, responses=CHANGED)
async def change(
    session: Session, node: CurrentNode, caller: CanConfigure, system_id: Id, body: BusinessSystem
) -> BusinessSystemView:
    """修改业务系统的设置。"""
    row = await systems.change(
        session, node, system_id, body.name, body.settings, body.secret, caller.username
    )
    return await _told(session, row)


@router.put("/systems/{system_id}/enabled", response_model=BusinessSystemView, responses=FOUND)
async def switch(
    session: Session, caller: CanConfigure, system_id: Id, body: SystemSwitch
) -> BusinessSystemView:
    """启用或停用。"""
    return await _told(session, await systems.switch(session, system_id, caller.username, on=body.on))


@router.delete(
    "/systems/{system_id}",
    status_code=204,
    responses=refusals(Unauthenticated, Forbidden, NotFound, Conflict),
)
async def remove(session: Session, caller: CanConfigure, system_id: Id) -> None:
    """删除还没有记录的业务系统。"""
    await systems.remove(session, system_id, caller.username)


@router.get("/equipment-words", response_model=list[EquipmentWordView], responses=SEEING)
async def equipment_words(session: Session, caller: CanSee) -> list[EquipmentWordView]:
    """业务系统里对设备的叫法，各对应哪台设备。"""
    machines = await known_machines(session)
    return [
        EquipmentWordView(name=word, equipment_id=machines.get(word), records=count, last_at=at)
        for word, count, at in await systems.words(session)
    ]


@router.put("/equipment-words", status_code=204, responses=FOUND)
async def name_equipment(session: Session, caller: CanConfigure, body: EquipmentWord) -> None:
    """说明一种叫法是哪台设备；此前与此后的记录都照此对应。"""
    await systems.name_equipment(session, body.name, body.equipment_id, caller.username)
