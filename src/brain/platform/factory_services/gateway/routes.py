"""What the brain offers this factory, and what it asked for."""

from typing import Annotated, Any, Final

from fastapi import APIRouter, Depends, Path, status
from sqlalchemy import func, select

from brain.kit.db import Session
from brain.kit.errors import Conflict, Forbidden, Invalid, NotFound, Unauthenticated
from brain.kit.http import refusals
from brain.kit.schemas import Page, WantedPage
from brain.platform.factory_link.gateway.service import consenting
from brain.platform.factory_services.gateway.models import OfferRow, OwnCallRow, SubscriptionRow
from brain.platform.factory_services.gateway.schemas import (
    BrainServiceView,
    NewCall,
    NewSubscription,
    OwnCallSummary,
    OwnCallView,
    SubscriptionView,
)
from brain.platform.factory_services.gateway.service import calling
from brain.platform.factory_services.protocol.letters import OfferedService
from brain.platform.identity.contract import Caller
from brain.platform.identity.service import require

router = APIRouter(prefix="/api/brain-services", tags=["大脑的服务"])

CanSee = Annotated[Caller, Depends(require("brain_services.see"))]
CanCall = Annotated[Caller, Depends(require("brain_services.call"))]
CanSubscribe = Annotated[Caller, Depends(require("brain_services.subscribe"))]
Name = Annotated[str, Path(pattern=r"^[a-z_]{1,40}\.[a-z_]{1,40}$")]
CallId = Annotated[str, Path(pattern=r"^[0-9a-f-]{36}$")]
SEEN: Final = refusals(Unauthenticated, Forbidden)
FOUND: Final = refusals(Unauthenticated, Forbidden, NotFound, Conflict, Invalid)


@router.get("/services", response_model=list[BrainServiceView], responses=SEEN)
async def offered_services(session: Session, caller: CanSee) -> list[BrainServiceView]:
    """大脑给本厂的服务：能得到什么，还差哪些同意，订阅了没有。"""
    consented = await consenting.quantities(session)
    subscribed = {row.service: row for row in await session.scalars(select(SubscriptionRow))}
    last = {
        row.service: row.id for row in await session.scalars(select(OwnCallRow).order_by(OwnCallRow.asked_at))
    }
    found = []
    for row in await calling.offers(session):
        told = OfferedService.model_validate(row.told)
        held = subscribed.get(row.name)
        found.append(
            BrainServiceView(
                **told.model_dump(exclude={"result", "quantities"}),
                missing=sorted(set(told.quantities) - consented.get(told.purpose or "", set())),
                heard_at=row.heard_at,
                subscription=None if held is None else SubscriptionView.model_validate(held),
                last_call=last.get(row.name),
            )
        )
    return found


@router.post("/catalogue-requests", status_code=status.HTTP_202_ACCEPTED, responses=FOUND)
async def ask_again(session: Session, caller: CanCall) -> None:
    """请大脑再说一次它有哪些服务；连上之后几秒就到。"""
    await calling.ask_catalogue(session)


@router.post(
    "/services/{service}/calls",
    response_model=OwnCallView,
    status_code=status.HTTP_201_CREATED,
    responses=FOUND,
)
async def call_service(session: Session, caller: CanCall, service: Name, body: NewCall) -> OwnCallView:
    """调用一项服务；大脑连不上时先在本机等着。"""
    row = await calling.call(session, service, body.request, caller)
    return _view(row, await session.get(OfferRow, service))


@router.put("/services/{service}/subscription", status_code=204, responses=FOUND)
async def subscribe_service(
    session: Session, caller: CanSubscribe, service: Name, body: NewSubscription
) -> None:
    """订阅：每天、每周一或每月一日早上自动调用一次。"""
    await calling.subscribe(session, service, body.request, body.every, caller)


@router.delete("/services/{service}/subscription", status_code=204, responses=FOUND)
async def cancel_subscription(session: Session, caller: CanSubscribe, service: Name) -> None:
    """取消订阅。"""
    await calling.cancel(session, service, caller)


@router.get("/calls", response_model=Page[OwnCallSummary], responses=SEEN)
async def own_calls(session: Session, caller: CanSee, paging: WantedPage) -> dict[str, Any]:
    """本厂的调用，新的在前。"""
    total = await session.scalar(select(func.count()).select_from(OwnCallRow))
    found = await session.execute(
        select(OwnCallRow, OfferRow)
        .outerjoin(OfferRow, OfferRow.name == OwnCallRow.service)
        .order_by(OwnCallRow.asked_at.desc(), OwnCallRow.id)
        .limit(paging.page_size)
        .offset(paging.offset)
    )
    items = [OwnCallSummary(**_summary(row, offer)) for row, offer in found]
    return {"items": items, "total": total or 0, "page": paging.page, "page_size": paging.page_size}


@router.get("/calls/{call_id}", response_model=OwnCallView, responses=FOUND)
async def own_call(session: Session, caller: CanSee, call_id: CallId) -> OwnCallView:
    """一次调用与它的结果。"""
    row = await session.get(OwnCallRow, call_id)
    if row is None:
        raise NotFound("没有这次调用")
    return _view(row, await session.get(OfferRow, row.service))


def _view(row: OwnCallRow, offer: OfferRow | None) -> OwnCallView:
    return OwnCallView(**_summary(row, offer), request=row.request, result=row.result)


def _summary(row: OwnCallRow, offer: OfferRow | None) -> dict[str, Any]:
    told = {name: getattr(row, name) for name in OwnCallSummary.model_fields if hasattr(row, name)}
    titles = {"title": offer.told["title"], "title_en": offer.told["titleEn"]} if offer else {}
    return {"title": row.service, "title_en": row.service} | told | titles
