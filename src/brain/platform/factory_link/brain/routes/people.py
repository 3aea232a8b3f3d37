"""Factories as the brain's people see them: invite, confirm, suspend, revoke, look at what came."""

from datetime import timedelta
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, status

from brain.kit.clock import now
from brain.kit.db import Session
from brain.kit.errors import Conflict, Forbidden, Invalid, NotFound, Unauthenticated
from brain.kit.events import Recorded, announce
from brain.kit.http import refusals
from brain.kit.schemas import Page, Search, WantedPage
from brain.platform.factory_link.brain.domain import acts
from brain.platform.factory_link.brain.domain.stages import Stage
from brain.platform.factory_link.brain.models import FactoryRow
from brain.platform.factory_link.brain.queries import catalogue as catalogues
from brain.platform.factory_link.brain.queries import factories
from brain.platform.factory_link.brain.schemas import (
    ArrivedView,
    CheckedNumber,
    Closing,
    ConsentedView,
    FactoryCityView,
    FactoryPointView,
    FactoryView,
    InvitationView,
    InWarehouseView,
    NewInvitation,
    ReadingsQuery,
    ReadingsView,
    ReadingView,
    SharedView,
)
from brain.platform.factory_link.brain.service import inviting, landing, places, reading
from brain.platform.identity.contract import Caller
from brain.platform.identity.service import require

router = APIRouter(prefix="/api/factory-link/factories", tags=["工厂链接"])

CanSee = Annotated[Caller, Depends(require("factory_link.see"))]
CanInvite = Annotated[Caller, Depends(require("factory_link.invite"))]
CanConfirm = Annotated[Caller, Depends(require("factory_link.confirm"))]
CanLand = Annotated[Caller, Depends(require("factory_link.land"))]
CanRead = Annotated[Caller, Depends(require("factory_link.read"))]

MOST_READINGS = 5_000


@router.get("", response_model=Page[FactoryView], responses=refusals(Unauthenticated, Forbidden))
async def page(
    session: Session, caller: CanSee, paging: WantedPage, q: Search = None, state: Stage | None = None
) -> dict[str, Any]:
    """接入的工厂，含邀请中与已吊销的，可按名称或信用代码查找。"""
    items, total = await factories.page(session, q, state, paging.page_size, paging.offset)
    return {"items": items, "total": total, "page": paging.page, "page_size": paging.page_size}


@router.post(
    "",
    response_model=InvitationView,
    status_code=status.HTTP_201_CREATED,
    responses=refusals(Unauthenticated, Forbidden, Conflict, Invalid),
)
async def invite(session: Session, caller: CanInvite, body: NewInvitation) -> InvitationView:
    """邀请一家工厂：发给它一次性注册码，7 天内有效，绑定其信用代码。"""
    made = await inviting.invite(session, body.credit_code, body.title, caller.username)
    return InvitationView(factory=FactoryView.model_validate(made.factory), code=made.code)


@router.get("/cities", response_model=list[FactoryCityView], responses=refusals(Unauthenticated, Forbidden))
async def cities(session: Session, caller: CanSee) -> list[places.City]:
    """接入的工厂在哪些市：按登记的行政区划，没有登记信息的按信用代码；已吊销的不算。"""
    return await places.cities(session)


@router.get(
    "/{factory_id}", response_model=FactoryView, responses=refusals(Unauthenticated, Forbidden, NotFound)
)
async def one(session: Session, caller: CanSee, factory_id: str) -> FactoryRow:
    """一家工厂的链接。"""
    return await factories.get(session, factory_id)


@router.post(
    "/{factory_id}/confirmation",
    response_model=FactoryView,
    responses=refusals(Unauthenticated, Forbidden, NotFound, Conflict, Invalid),
)
async def confirm(session: Session, caller: CanConfirm, factory_id: str, body: CheckedNumber) -> FactoryRow:
    """核对号与工厂一致，确认接入。"""
    return await inviting.confirm(session, factory_id, body.check_number, caller.username)


@router.post(
    "/{factory_id}/suspension",
    response_model=FactoryView,
    responses=refusals(Unauthenticated, Forbidden, NotFound, Conflict, Invalid),
)
async def suspend(session: Session, caller: CanConfirm, factory_id: str, body: Closing) -> FactoryRow:
    """停用链接：网关的数据暂时不收，可以恢复。"""
    return await inviting.suspend(session, factory_id, body.reason, caller.username)


@router.delete(
    "/{factory_id}/suspension",
    response_model=FactoryView,
    responses=refusals(Unauthenticated, Forbidden, NotFound, Conflict),
)
async def resume(session: Session, caller: CanConfirm, factory_id: str) -> FactoryRow:
    """恢复停用的链接。"""
    return await inviting.resume(session, factory_id, caller.username)


@router.post(
    "/{factory_id}/revocation",
    response_model=FactoryView,
    responses=refusals(Unauthenticated, Forbidden, NotFound, Conflict, Invalid),
)
async def revoke(session: Session, caller: CanConfirm, factory_id: str, body: Closing) -> FactoryRow:
    """吊销链接，立即生效，不能恢复；已收到的数据不动。"""
    return await inviting.revoke(session, factory_id, body.reason, caller.username)


@router.get(
    "/{factory_id}/shared",
    response_model=SharedView,
    responses=refusals(Unauthenticated, Forbidden, NotFound),
)
async def shared(session: Session, caller: CanSee, factory_id: str) -> SharedView:
    """这家工厂同意共享什么，以及一天来收到多少；没有取值。"""
    await factories.get(session, factory_id)
    consents = [
        ConsentedView.model_validate(
            {
                "id": row.id,
                "purpose": row.purpose,
                "granularity": catalogues.granularity_of(row),
                "points": len(row.points),
                "given_by": row.given_by,
                "given_at": row.given_at,
                "until": row.until,
                "ended_at": row.ended_at,
            }
        )
        for row in await catalogues.consents(session, factory_id)
    ]
    points = await catalogues.points(session, factory_id)
    return SharedView(
        consents=consents,
        points=[FactoryPointView.model_validate(each) for each in points],
        day=ArrivedView.model_validate(await reading.arrived(session, factory_id, now() - timedelta(days=1))),
        landed=InWarehouseView.model_validate(await landing.landed(session, factory_id)),
    )


@router.post(
    "/{factory_id}/landing",
    status_code=status.HTTP_202_ACCEPTED,
    responses=refusals(Unauthenticated, Forbidden, NotFound),
)
async def land(session: Session, caller: CanLand, factory_id: str) -> None:
    """不等满一刻钟，现在就把这家工厂以“产业运行监测”共享的值存入数据仓。"""
    await factories.get(session, factory_id)
    await landing.ask(session, factory_id)


@router.get(
    "/{factory_id}/readings",
    response_model=ReadingsView,
    responses=refusals(Unauthenticated, Forbidden, NotFound, Invalid),
)
async def readings(
    session: Session, caller: CanRead, factory_id: str, asked: Annotated[ReadingsQuery, Query()]
) -> ReadingsView:
    """为某一用途查看取值：只有同意了这一用途的；工厂会看到谁、为什么、看了多少个测点。"""
    factory = await factories.get(session, factory_id)
    by = f"{caller.name}（{caller.username}）"
    wanted = reading.Wanted(factory_id, asked.purpose, by, asked.what, asked.point)
    found = await reading.readings(session, wanted, asked.begin, asked.end, limit=MOST_READINGS)
    await announce(
        session,
        Recorded(
            act=acts.READ,
            target=factory.id,
            title=factory.title,
            details={"purpose": asked.purpose, "what": asked.what, "points": len(asked.point)},
        ),
    )
    return ReadingsView(items=[ReadingView.model_validate(each) for each in found])
