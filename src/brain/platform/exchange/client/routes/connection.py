"""How the brain stands with the centre; options for forms and filters."""

from fastapi import APIRouter

from brain.kit.clock import ClockCheck
from brain.kit.db import Session
from brain.kit.node import CurrentNode
from brain.platform.exchange.client.queries import connection, ledger
from brain.platform.exchange.client.routes.access import REFUSALS, CanSee
from brain.platform.exchange.client.schemas.application import (
    ChoiceView,
    ClockView,
    ConnectionView,
    CredentialView,
    OptionsView,
)
from brain.platform.exchange.contract import ExchangeClientSettings
from brain.platform.exchange.protocol import CLASS_TITLES, FAMILY_TITLES
from brain.platform.exchange.scenes.catalogue import scenes

router = APIRouter(prefix="/api/exchange-client", tags=["数据交换（产业大脑侧）"])


@router.get("/connection", response_model=ConnectionView, responses=REFUSALS)
async def connection_state(session: Session, node: CurrentNode, caller: CanSee) -> ConnectionView:
    """中心地址、代理、校时、凭证与待发数量。"""
    settings = node.get(ExchangeClientSettings)
    credentials = await connection.credentials(session)
    return ConnectionView.model_validate(
        {
            "centre_url": settings.centre_url,
            "proxy": settings.proxy,
            "clock": ClockView.model_validate(node.get(ClockCheck), extra="ignore"),
            "credentials": [CredentialView.model_validate(row) for row in credentials],
            "counts": await ledger.counts(session),
            "waiting_since": await ledger.waiting_since(session),
        }
    )


@router.get("/options", response_model=OptionsView, responses=REFUSALS)
async def options(caller: CanSee) -> OptionsView:
    """接口类、场景与企业信息类别。"""
    return OptionsView(
        interface_classes=[ChoiceView(value=name, title=title) for name, title in CLASS_TITLES.items()],
        scenes=[
            ChoiceView(value=scene.name, title=scene.title, interface_class=scene.interface_class)
            for scene in scenes().values()
        ],
        families=[ChoiceView(value=name, title=title) for name, title in FAMILY_TITLES.items()],
    )
