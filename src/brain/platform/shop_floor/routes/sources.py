"""Sources: what is configured, how collecting goes, trying and browsing."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from fastapi import APIRouter, status

from brain.kit.db import Session
from brain.kit.errors import Conflict, Forbidden, Invalid, NotFound, Unauthenticated
from brain.kit.http import refusals
from brain.kit.node import CurrentNode
from brain.platform.shop_floor.adapters.drivers import forms
from brain.platform.shop_floor.adapters.drivers.driver import Found, NotAdmitted, NotReached, Sample
from brain.platform.shop_floor.adapters.drivers.kinds import Settings
from brain.platform.shop_floor.models import SourceRow
from brain.platform.shop_floor.queries import sources as registered
from brain.platform.shop_floor.routes.asking import CanConfigure, CanSee, Id
from brain.platform.shop_floor.schemas.machines import (
    AddressSample,
    AskedAddresses,
    BrowsedUnder,
    FoundAddress,
    MachineSourceView,
    MachineTrial,
    NewMachineSource,
    ProtocolView,
)
from brain.platform.shop_floor.service import points, sources
from brain.platform.shop_floor.service.sources import Standing

router = APIRouter(prefix="/api/shop-floor", tags=["设备与采集"])

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def _view(standing: Standing) -> MachineSourceView:
    row, state, points = standing
    settings, trouble = _settings(row)
    told = state.state if state else "waiting"
    return MachineSourceView(
        id=row.id,
        name=row.name,
        protocol=str(row.settings.get("kind")),
        settings=settings,
        has_secret=row.sealed_secret is not None,
        enabled=row.enabled,
        changed_by=row.changed_by,
        changed_at=row.changed_at,
        points=points,
        state=("off" if not row.enabled else "refused" if trouble else told),
        since=state.since if state and row.enabled else None,
        problem=trouble or (state.problem if state and row.enabled else None),
        clock_ahead=state.clock_ahead if state else None,
        heard_at=state.heard_at if state else None,
        kept=state.kept if state else 0,
        unchanged=state.unchanged if state else 0,
        set_aside=state.set_aside if state else 0,
        lost=state.lost if state else 0,
    )


def _settings(row: SourceRow) -> tuple[Settings | None, str | None]:
    """And what is wrong with those that were kept once and are no longer accepted."""
    try:
        return sources.kept_settings(row), None
    except Invalid as refusal:
        return None, refusal.message


@router.get("/protocols", response_model=list[ProtocolView], responses=refusals(Unauthenticated, Forbidden))
async def protocols(caller: CanSee) -> list[ProtocolView]:
    """能采集的协议，各自要填写什么。"""
    return [ProtocolView.model_validate(form) for form in forms.forms()]


@router.get(
    "/sources", response_model=list[MachineSourceView], responses=refusals(Unauthenticated, Forbidden)
)
async def all_sources(session: Session, caller: CanSee) -> list[MachineSourceView]:
    """全部设备来源，各带采集状况。"""
    return [_view(standing) for standing in await sources.all_of(session)]


@router.post(
    "/sources",
    response_model=MachineSourceView,
    status_code=status.HTTP_201_CREATED,
    responses=refusals(Unauthenticated, Forbidden, Invalid),
)
async def add_source(
    session: Session, node: CurrentNode, caller: CanConfigure, body: NewMachineSource
) -> MachineSourceView:
    """登记设备来源。密码用本节点的密钥加密保存，不会再给出。"""
    row = await sources.add(session, node, body.name, body.settings, body.secret, by=caller.username)
    return _view(await sources.get(session, row.id))


@router.post(
    "/sources/trial",
    response_model=list[FoundAddress],
    responses=refusals(Unauthenticated, Forbidden, NotFound, Invalid, NotReached, NotAdmitted),
)
async def try_source(
    session: Session, node: CurrentNode, caller: CanConfigure, body: MachineTrial
) -> list[FoundAddress]:
    """试连：按填写的内容连一次，给出最上级的地址；什么也不留存。"""
    found = await sources.trial(session, node, body.source_id, body.settings, body.secret)
    return [_found(each, {}) for each in found]


@router.get(
    "/sources/{source_id}",
    response_model=MachineSourceView,
    responses=refusals(Unauthenticated, Forbidden, NotFound),
)
async def one_source(session: Session, caller: CanSee, source_id: Id) -> MachineSourceView:
    """一个设备来源。"""
    return _view(await sources.get(session, source_id))


@router.put(
    "/sources/{source_id}",
    response_model=MachineSourceView,
    responses=refusals(Unauthenticated, Forbidden, NotFound, Invalid),
)
async def change_source(
    session: Session, node: CurrentNode, caller: CanConfigure, source_id: Id, body: NewMachineSource
) -> MachineSourceView:
    """修改设备来源，一秒内按新的设置重新采集；换了对方，须重新填写密码。"""
    await sources.change(session, node, source_id, body.name, body.settings, body.secret, by=caller.username)
    return _view(await sources.get(session, source_id))


@router.delete(
    "/sources/{source_id}",
    status_code=status.HTTP_204_NO_CONTENT,
    responses=refusals(Unauthenticated, Forbidden, NotFound, Conflict),
)
async def remove_source(session: Session, caller: CanConfigure, source_id: Id) -> None:
    """删除从未有过测点的来源；有过测点的只能停用。"""
    await sources.remove(session, source_id, by=caller.username)


@router.post(
    "/sources/{source_id}/rest",
    response_model=MachineSourceView,
    responses=refusals(Unauthenticated, Forbidden, NotFound),
)
async def switch_source_off(session: Session, caller: CanConfigure, source_id: Id) -> MachineSourceView:
    """停用：不再采集。"""
    await sources.switch(session, source_id, by=caller.username, on=False)
    return _view(await sources.get(session, source_id))


@router.delete(
    "/sources/{source_id}/rest",
    response_model=MachineSourceView,
    responses=refusals(Unauthenticated, Forbidden, NotFound),
)
async def switch_source_on(session: Session, caller: CanConfigure, source_id: Id) -> MachineSourceView:
    """启用。"""
    await sources.switch(session, source_id, by=caller.username, on=True)
    return _view(await sources.get(session, source_id))


@router.post(
    "/sources/{source_id}/browse",
    response_model=list[FoundAddress],
    responses=refusals(Unauthenticated, Forbidden, NotFound, NotReached, NotAdmitted),
)
async def browse_source(
    session: Session, node: CurrentNode, caller: CanConfigure, source_id: Id, body: BrowsedUnder
) -> list[FoundAddress]:
    """浏览对方的地址，带当前值；已登记为测点的注明。"""
    found = await sources.browse(session, node, source_id, body.under)
    held = {points.key(row.address): row.number for row in await registered.points_of(session, source_id)}
    return [_found(each, held) for each in found]


@router.post(
    "/sources/{source_id}/samples",
    response_model=list[AddressSample],
    responses=refusals(Unauthenticated, Forbidden, NotFound, Invalid, NotReached, NotAdmitted),
)
async def read_addresses(
    session: Session, node: CurrentNode, caller: CanConfigure, source_id: Id, body: AskedAddresses
) -> list[AddressSample]:
    """按地址试读当前值。"""
    found: Sequence[Sample] = await sources.read(session, node, source_id, body.addresses)
    return [AddressSample(value=each.value, quality=each.quality, at=_moment(each.at)) for each in found]


def _found(found: Found[Any], held: dict[str, int]) -> FoundAddress:
    sample, address = found.sample, found.address
    kept = None if address is None else address.model_dump(mode="json")
    return FoundAddress(
        name=found.name,
        title=found.title,
        address=None if address is None else address.model_dump(mode="json", by_alias=True),
        under=found.under,
        kind=found.kind,
        unit=found.unit,
        low=found.low,
        high=found.high,
        value=sample.value if sample else None,
        quality=sample.quality if sample else None,
        at=_moment(sample.at) if sample else None,
        point=None if kept is None else held.get(points.key(kept)),
    )


def _moment(at: int | None) -> datetime | None:
    return None if at is None else EPOCH + timedelta(microseconds=at)
