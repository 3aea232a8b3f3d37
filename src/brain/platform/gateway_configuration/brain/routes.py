"""Configurations for factories: hand one over, see what became of it."""

from typing import Annotated, Any, Final

from fastapi import APIRouter, Depends, status

from brain.kit import jws
from brain.kit.db import Session
from brain.kit.errors import Conflict, Forbidden, Invalid, NotFound, Unauthenticated
from brain.kit.http import refusals
from brain.kit.schemas import Page, Search, WantedPage
from brain.platform.gateway_configuration.brain.models import DeliveryRow
from brain.platform.gateway_configuration.brain.schemas import CarriedDocument, ConfigurationDeliveryView
from brain.platform.gateway_configuration.brain.service import carrying
from brain.platform.identity.contract import Caller
from brain.platform.identity.service import require

router = APIRouter(prefix="/api/configuration-deliveries", tags=["送往工厂的配置"])

CanSee = Annotated[Caller, Depends(require("configuration_delivery.see"))]
CanSend = Annotated[Caller, Depends(require("configuration_delivery.send"))]
CHANGE: Final = refusals(Unauthenticated, Forbidden, NotFound, Conflict, Invalid)


def _view(row: DeliveryRow) -> ConfigurationDeliveryView:
    told = {name: getattr(row, name) for name in ConfigurationDeliveryView.model_fields if hasattr(row, name)}
    return ConfigurationDeliveryView.model_validate(told | {"fingerprint": jws.fingerprint(row.key)})


@router.get(
    "", response_model=Page[ConfigurationDeliveryView], responses=refusals(Unauthenticated, Forbidden)
)
async def deliveries(
    session: Session, caller: CanSee, paging: WantedPage, q: Search = None
) -> dict[str, Any]:
    """送往工厂的配置与网关的答复，新的在前。"""
    rows, total = await carrying.page(session, paging, q)
    items = [_view(row) for row in rows]
    return {"items": items, "total": total, "page": paging.page, "page_size": paging.page_size}


@router.post(
    "", response_model=ConfigurationDeliveryView, status_code=status.HTTP_201_CREATED, responses=CHANGE
)
async def send(session: Session, caller: CanSend, body: CarriedDocument) -> ConfigurationDeliveryView:
    """转送工厂管理员签名的配置：大脑不能写，也不能改，是否有效由网关判断。"""
    return _view(await carrying.send(session, body.document.strip(), caller))
