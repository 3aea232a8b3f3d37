"""Fetching from the centre: schedules, runs, what was sent down, single enterprises."""

from typing import Annotated

from fastapi import APIRouter, Query, status

from brain.kit.clock import now
from brain.kit.db import Session
from brain.kit.errors import FieldError, Invalid
from brain.kit.http import refusals
from brain.kit.node import CurrentNode
from brain.kit.schemas import Page, WantedPage
from brain.platform.exchange.client.domain.refusals import NotConnected
from brain.platform.exchange.client.models import PullRow
from brain.platform.exchange.client.queries import pulls as queries
from brain.platform.exchange.client.routes.access import (
    REFUSALS,
    REFUSALS_CENTRE,
    REFUSALS_ONE,
    CanPull,
    CanSee,
    Id,
)
from brain.platform.exchange.client.schemas.pulls import (
    EnterpriseLookupQuery,
    EnterpriseLookupView,
    LookupSourceView,
    NewPull,
    PullsView,
    PullView,
    ReceivedDistributionView,
)
from brain.platform.exchange.client.service import lookup, pulling, warehousing
from brain.platform.exchange.protocol import EnterpriseFamily
from brain.platform.exchange.scenes.catalogue import scenes

router = APIRouter(prefix="/api/exchange-client", tags=["数据交换（产业大脑侧）"])


@router.get("/pulls", response_model=PullsView, responses=REFUSALS)
async def pulls(session: Session, caller: CanSee) -> PullsView:
    """拉取任务及其进度。"""
    return PullsView(items=[_view(row) for row in await queries.pulls(session)])


@router.post("/pulls", response_model=PullView, responses=REFUSALS | refusals(Invalid))
async def add(session: Session, caller: CanPull, wanted: NewPull) -> PullView:
    """新建拉取任务并立即运行：产业链企业、变更、下发数据。"""
    _check_scene(wanted.scene, needed=wanted.kind != "distribution")
    order = pulling.Order(
        kind=wanted.kind,
        title=wanted.title,
        query=_wire_query(wanted),
        scene=wanted.scene,
        every_minutes=wanted.every_minutes,
    )
    row = await pulling.order(session, order)
    return _view(await queries.pull(session, row.id))


def _wire_query(wanted: NewPull) -> dict[str, object]:
    if wanted.kind == "chain":
        return wanted.query.model_dump(mode="json", by_alias=True, exclude={"since"})
    if wanted.kind == "changes":
        return {"since": (wanted.query.since or now()).isoformat()}
    return {}


def _check_scene(scene: str | None, *, needed: bool) -> None:
    if scene not in scenes() and (needed or scene is not None):
        fields: list[FieldError] = [{"loc": "/body/scene", "message": "请选择用途场景"}]
        raise Invalid("缺少用途场景", fields)


@router.post("/pulls/{pull_id}/runs", response_model=PullView, responses=REFUSALS_ONE)
async def start(session: Session, caller: CanPull, pull_id: Id) -> PullView:
    """立即从上次的位置继续拉取。"""
    await queries.pull(session, pull_id)
    await pulling.start(session, pull_id)
    return _view(await queries.pull(session, pull_id))


@router.delete("/pulls/{pull_id}", status_code=status.HTTP_204_NO_CONTENT, responses=REFUSALS_ONE)
async def remove(session: Session, caller: CanPull, pull_id: Id) -> None:
    """删除拉取任务；已拉取的数据保留。"""
    await pulling.remove(session, pull_id)


@router.get("/distributions", response_model=Page[ReceivedDistributionView], responses=REFUSALS)
async def distributions(
    session: Session, caller: CanSee, paging: WantedPage
) -> Page[ReceivedDistributionView]:
    """省级能力中心下发的数据，最新的在前。"""
    rows, total = await queries.distributions(session, paging)
    items = [ReceivedDistributionView.model_validate(row) for row in rows]
    return Page(items=items, total=total, page=paging.page, page_size=paging.page_size)


@router.get(
    "/enterprises/{family}",
    response_model=EnterpriseLookupView,
    responses=REFUSALS_CENTRE | refusals(NotConnected),
)
async def enterprise(
    node: CurrentNode,
    caller: CanPull,
    family: EnterpriseFamily,
    query: Annotated[EnterpriseLookupQuery, Query()],
) -> EnterpriseLookupView:
    """向省级能力中心查询一家企业，并存入本地基础库。"""
    _check_scene(query.scene, needed=True)
    key = {"creditCode": query.credit_code, "name": query.name}
    given = {name: value for name, value in key.items() if value}
    answer = await lookup.look_up(node, family, given, query.scene, caller.username)
    found = answer.enterprise
    return EnterpriseLookupView(
        credit_code=found.credit_code,
        name=found.name,
        matched_by=found.matched_by,
        items=[warehousing.plain(record) for record in found.items],
        sources=[LookupSourceView.model_validate(source) for source in answer.sources],
    )


def _view(row: PullRow) -> PullView:
    return PullView.model_validate(row, extra="ignore")
