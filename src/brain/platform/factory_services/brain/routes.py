"""What is offered to factories, and what they asked for."""

from collections import defaultdict
from typing import Annotated, Any, Final

from fastapi import APIRouter, Depends
from sqlalchemy import func, or_, select

from brain.kit.db import Session
from brain.kit.errors import Forbidden, Unauthenticated
from brain.kit.http import refusals
from brain.kit.node import CurrentNode
from brain.kit.schemas import Page, Search, WantedPage
from brain.platform.factory_services.brain.contract import Offered
from brain.platform.factory_services.brain.models import CallRow
from brain.platform.factory_services.brain.schemas import AsyncApiView, FactoryCallView, FactoryServiceView
from brain.platform.factory_services.brain.service.describing import described
from brain.platform.identity.contract import Caller
from brain.platform.identity.service import require

router = APIRouter(prefix="/api/factory-services", tags=["工厂服务"])

CanSee = Annotated[Caller, Depends(require("factory_services.see"))]
SEEN: Final = refusals(Unauthenticated, Forbidden)


@router.get("/services", response_model=list[FactoryServiceView], responses=SEEN)
async def all_services(session: Session, node: CurrentNode, caller: CanSee) -> list[FactoryServiceView]:
    """大脑给工厂的服务，各被调用多少。"""
    counted = await session.execute(
        select(
            CallRow.service,
            func.count(),
            func.count(func.distinct(CallRow.factory_id)),
            func.max(CallRow.asked_at),
        ).group_by(CallRow.service)
    )
    told: dict[str, tuple[int, int, Any]] = defaultdict(lambda: (0, 0, None))
    told |= {name: (calls, factories, last) for name, calls, factories, last in counted}
    return [
        FactoryServiceView(
            name=each.name,
            version=each.version,
            title=each.title,
            title_en=each.title_en,
            gives=each.gives,
            gives_en=each.gives_en,
            purpose=each.purpose,
            calls=told[each.name][0],
            factories=told[each.name][1],
            last_at=told[each.name][2],
        )
        for each in node.get(Offered).by_name.values()
    ]


@router.get("/calls", response_model=Page[FactoryCallView], responses=SEEN)
async def all_calls(
    session: Session, node: CurrentNode, caller: CanSee, paging: WantedPage, q: Search = None
) -> dict[str, Any]:
    """工厂的调用，新的在前。结果只给工厂，这里不显示。"""
    offered = node.get(Offered).by_name
    chosen = select(CallRow)
    if q:
        named = [name for name, each in offered.items() if q in each.title]
        like = CallRow.factory.icontains(q, autoescape=True)
        chosen = chosen.where(or_(like, CallRow.service.in_(named)))
    total = await session.scalar(select(func.count()).select_from(chosen.subquery()))
    found = await session.scalars(
        chosen.order_by(CallRow.asked_at.desc(), CallRow.id).limit(paging.page_size).offset(paging.offset)
    )
    items = []
    for row in found:
        service = offered.get(row.service)
        told = {name: getattr(row, name) for name in FactoryCallView.model_fields if hasattr(row, name)}
        titles = {
            "title": service.title if service else row.service,
            "title_en": service.title_en if service else row.service,
        }
        items.append(FactoryCallView(**told | titles))
    return {"items": items, "total": total or 0, "page": paging.page, "page_size": paging.page_size}


@router.get("/asyncapi", response_model=AsyncApiView, responses=SEEN)
async def asyncapi(node: CurrentNode, caller: CanSee) -> AsyncApiView:
    """服务的约定，AsyncAPI 3.0：每项服务的请求与结果各是什么。"""
    return AsyncApiView.model_validate(described(node.title, node.get(Offered)))
