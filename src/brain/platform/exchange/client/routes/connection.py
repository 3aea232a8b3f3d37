"""How the brain stands with the centre; options for forms and filters."""

from fastapi import APIRouter

from brain.kit.clock import ClockCheck
from brain.kit.db import Session
from brain.kit.node import CurrentNode
from brain.platform.exchange.client.contract import ExchangeClientSettings
from brain.platform.exchange.client.queries import connection, ledger
from brain.platform.exchange.client.routes.access import REFUSALS, CanSee
from brain.platform.exchange.client.schemas.application import (
    CentreConnectionView,
    ExchangeChoiceView,
    ExchangeOptionsView,
    LinkClockView,
    OwnCredentialView,
)
from brain.platform.exchange.protocol import CLASS_TITLES, FAMILY_TITLES
from brain.platform.exchange.scenes.catalogue import scenes

router = APIRouter(prefix="/api/exchange-client", tags=["数据交换（产业大脑侧）"])


@router.get("/connection", response_model=CentreConnectionView, responses=REFUSALS)
async def connection_state(session: Session, node: CurrentNode, caller: CanSee) -> CentreConnectionView:
    """中心地址、代理、校时、凭证与待发数量。"""
    settings = node.get(ExchangeClientSettings)
    credentials = await connection.credentials(session)
    return CentreConnectionView.model_validate(
        {
            "centre_url": settings.centre_url,
            "proxy": settings.proxy,
            "clock": LinkClockView.model_validate(node.get(ClockCheck), extra="ignore"),
            "credentials": [OwnCredentialView.model_validate(row) for row in credentials],
            "counts": await ledger.counts(session),
            "waiting_since": await ledger.waiting_since(session),
        }
    )


@router.get("/options", response_model=ExchangeOptionsView, responses=REFUSALS)
async def options(caller: CanSee) -> ExchangeOptionsView:
    """接口类、场景与企业信息类别。"""
    return ExchangeOptionsView(
        interface_classes=[
            ExchangeChoiceView(value=name, title=title) for name, title in CLASS_TITLES.items()
        ],
        scenes=[
            ExchangeChoiceView(value=scene.name, title=scene.title, interface_class=scene.interface_class)
            for scene in scenes().values()
        ],
        families=[ExchangeChoiceView(value=name, title=title) for name, title in FAMILY_TITLES.items()],
    )
