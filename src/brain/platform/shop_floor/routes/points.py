"""Points: choosing, changing, retiring; live values, trends, what was set aside."""

from collections.abc import Sequence
from typing import Annotated, Any

from fastapi import APIRouter, Query, status
from pydantic import AwareDatetime

from brain.kit.db import Session
from brain.kit.errors import Forbidden, Invalid, NotFound, Unauthenticated
from brain.kit.http import refusals
from brain.kit.schemas import Page, Search, WantedPage
from brain.platform.shop_floor.domain.points import Point
from brain.platform.shop_floor.domain.registering import Plan
from brain.platform.shop_floor.models import PointRow
from brain.platform.shop_floor.queries import sources as registered
from brain.platform.shop_floor.routes.asking import CanConfigure, CanSee, Id
from brain.platform.shop_floor.schemas.machines import (
    AddedPoints,
    AsideView,
    ChangedPoint,
    LiveValue,
    LiveView,
    NewPoint,
    NewPoints,
    PointView,
    TrendPlace,
    TrendView,
)
from brain.platform.shop_floor.service import history, points, watching

router = APIRouter(prefix="/api/shop-floor", tags=["设备与采集"])

Numbers = Annotated[list[int], Query(alias="point", min_length=1, max_length=200, description="测点号")]
Chosen = Annotated[int | None, Query(ge=1, le=2**63 - 1)]
_SHAPED = set(PointView.model_fields) & set(PointRow.__table__.columns.keys())


def _plan(body: NewPoint | ChangedPoint) -> Plan:
    told = body.model_dump(exclude={"address", "equipment_id", "code"})
    point = Point(number=0, code=body.code or "", **told)
    return Plan(point=point, address=body.address, equipment_id=body.equipment_id)


async def _views(session: Session, rows: Sequence[PointRow]) -> list[PointView]:
    """With the names of source and equipment, and the last value."""
    names = {source.id: source.name for source, _, _ in await registered.sources(session)}
    units = {unit.id: unit for unit in await registered.equipment(session)}
    found, _ = await watching.live(session, [row.number for row in rows], None)
    last = {each.point: LiveValue.model_validate(each) for each in found}
    views = []
    for row in rows:
        unit = units.get(row.equipment_id) if row.equipment_id is not None else None
        told: dict[str, Any] = {name: getattr(row, name) for name in _SHAPED}
        views.append(
            PointView(
                **told,
                source_name=names[row.source_id],
                equipment_code=unit.code if unit else None,
                equipment_title=unit.title if unit else None,
                live=last.get(row.number),
            )
        )
    return views


@router.get("/points", response_model=Page[PointView], responses=refusals(Unauthenticated, Forbidden))
async def list_points(
    session: Session,
    caller: CanSee,
    paging: WantedPage,
    q: Search = None,
    source_id: Annotated[Chosen, Query(alias="sourceId")] = None,
    equipment_id: Annotated[Chosen, Query(alias="equipmentId")] = None,
) -> dict[str, Any]:
    """在用的测点，按编码排列，带最近的值。"""
    rows, total = await registered.points(
        session, search=q, source_id=source_id, equipment_id=equipment_id,
        limit=paging.page_size, offset=paging.offset,
    )  # fmt: skip
    items = await _views(session, rows)
    return {"items": items, "total": total, "page": paging.page, "page_size": paging.page_size}


@router.post(
    "/sources/{source_id}/points",
    response_model=AddedPoints,
    status_code=status.HTTP_201_CREATED,
    responses=refusals(Unauthenticated, Forbidden, NotFound, Invalid),
)
async def add_points(session: Session, caller: CanConfigure, source_id: Id, body: NewPoints) -> AddedPoints:
    """登记测点，可一次多个；地址已在采集的略过。"""
    plans = [_plan(each) for each in body.points]
    rows, known = await points.add(session, source_id, plans, by=caller.username)
    return AddedPoints(added=len(rows), known=known)


@router.get(
    "/points/{number}", response_model=PointView, responses=refusals(Unauthenticated, Forbidden, NotFound)
)
async def one_point(session: Session, caller: CanSee, number: Id) -> PointView:
    """一个测点。"""
    return (await _views(session, [await registered.point(session, number)]))[0]


@router.put(
    "/points/{number}",
    response_model=PointView,
    responses=refusals(Unauthenticated, Forbidden, NotFound, Invalid),
)
async def change_point(session: Session, caller: CanConfigure, number: Id, body: ChangedPoint) -> PointView:
    """修改测点，一秒内生效。类型不能改变。"""
    row = await points.change(session, number, _plan(body), by=caller.username)
    return (await _views(session, [row]))[0]


@router.post(
    "/points/{number}/retirement",
    response_model=PointView,
    responses=refusals(Unauthenticated, Forbidden, NotFound),
)
async def retire_point(session: Session, caller: CanConfigure, number: Id) -> PointView:
    """停采。已采到的数据留着。"""
    return (await _views(session, [await points.retire(session, number, by=caller.username)]))[0]


@router.delete(
    "/points/{number}/retirement",
    response_model=PointView,
    responses=refusals(Unauthenticated, Forbidden, NotFound),
)
async def revive_point(session: Session, caller: CanConfigure, number: Id) -> PointView:
    """恢复采集。"""
    return (await _views(session, [await points.revive(session, number, by=caller.username)]))[0]


@router.get(
    "/points/{number}/trend",
    response_model=TrendView,
    responses=refusals(Unauthenticated, Forbidden, NotFound, Invalid),
)
async def trend_of_point(
    session: Session, caller: CanSee, number: Id, begin: AwareDatetime, end: AwareDatetime
) -> TrendView:
    """一段时间里的变化，分成至多六百段，各段给出平均、最低、最高。"""
    row = await registered.point(session, number)
    found = await history.trend(session, number, begin, end)
    places = [TrendPlace.model_validate(place) for place in found]
    return TrendView(begin=begin, end=end, unit=row.unit, places=places)


@router.get("/live", response_model=LiveView, responses=refusals(Unauthenticated, Forbidden))
async def live_values(
    session: Session, caller: CanSee, numbers: Numbers, after: AwareDatetime | None = None
) -> LiveView:
    """所问测点的最近值；带上次的 cursor 再问，只给此后又有更新的来源。"""
    found, cursor = await watching.live(session, numbers, after)
    return LiveView(values=[LiveValue.model_validate(each) for each in found], cursor=cursor)


@router.get("/asides", response_model=Page[AsideView], responses=refusals(Unauthenticated, Forbidden))
async def set_asides(
    session: Session, caller: CanSee, paging: WantedPage, point: Chosen = None
) -> dict[str, Any]:
    """放到一边的不合理取值：不是数、类型不对、过长、时间不可信。"""
    rows, total = await watching.asides(session, point=point, limit=paging.page_size, offset=paging.offset)
    items = [
        AsideView(
            point=aside.point, code=of.code, title=of.title, reason=aside.reason, hour=aside.hour,
            count=aside.count, excerpt=aside.excerpt, last_at=aside.last_at,
        )
        for aside, of in rows
    ]  # fmt: skip
    return {"items": items, "total": total, "page": paging.page, "page_size": paging.page_size}
