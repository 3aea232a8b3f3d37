"""The centre's pages: overview, ledger and its export, reconciliations, distributions, alarms."""

import asyncio
from datetime import date
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Path, Query, Response, status

from brain.kit.clock import today
from brain.kit.db import Session
from brain.kit.errors import Forbidden, Invalid, NotFound, Unauthenticated
from brain.kit.events import Recorded, announce
from brain.kit.http import refusals
from brain.kit.schemas import Page, WantedPage
from brain.kit.spreadsheet import CSV_TYPE, XLSX_TYPE, csv_file, xlsx_file
from brain.platform.exchange.server.domain import acts
from brain.platform.exchange.server.models.data import DistributionRow
from brain.platform.exchange.server.queries import distribution as distribution_queries
from brain.platform.exchange.server.queries import ledger as ledger_queries
from brain.platform.exchange.server.queries import overview as overview_queries
from brain.platform.exchange.server.queries.ledger import Filters
from brain.platform.exchange.server.schemas.access import AlarmView
from brain.platform.exchange.server.schemas.data import (
    DistributionView,
    NewDistribution,
    Overview,
    PartView,
    ReconciliationView,
)
from brain.platform.exchange.server.service import distribution
from brain.platform.exchange.server.service import overview as service
from brain.platform.identity.contract import Caller
from brain.platform.identity.service import require

router = APIRouter(prefix="/api/exchange", tags=["数据交换（能力中心）"])

CanSee = Annotated[Caller, Depends(require("exchange.see"))]
CanOperate = Annotated[Caller, Depends(require("exchange.operate"))]
Id = Annotated[int, Path(ge=1, le=2**63 - 1)]
WHO = (Unauthenticated, Forbidden)
LARGEST_EXPORT = 100_000
COLUMNS = (
    ("client_id", "标识码"),
    ("scene", "场景"),
    ("batch_id", "批次号"),
    ("part_number", "分片"),
    ("part_count", "分片总数"),
    ("records", "记录数"),
    ("bytes", "字节数"),
    ("digest", "SM3 摘要"),
    ("received_at", "接收时间"),
    ("resp_code", "返回码"),
    ("resp_desc", "响应描述"),
    ("request_id", "请求编号"),
)


def _filters(
    client: Annotated[str | None, Query(max_length=64, description="标识码")] = None,
    scene: Annotated[str | None, Query(max_length=32, description="场景英文名")] = None,
    since: Annotated[date | None, Query(alias="from", description="起始日期（北京时间）")] = None,
    until: Annotated[date | None, Query(alias="to", description="截止日期，含当日")] = None,
    code: Annotated[str | None, Query(max_length=4, description="返回码")] = None,
    batch: Annotated[str | None, Query(max_length=64, description="批次号")] = None,
) -> Filters:
    return Filters(client_id=client, scene=scene, since=since, until=until, code=code, batch_id=batch)


WantedParts = Annotated[Filters, Depends(_filters)]


@router.get("/overview", response_model=Overview, responses=refusals(*WHO))
async def overview(session: Session, caller: CanSee) -> dict[str, Any]:
    """各产业大脑的接入状态、上报数据与新鲜度。"""
    return await service.overview(session)


@router.get("/ledger", response_model=Page[PartView], responses=refusals(*WHO))
async def ledger(session: Session, caller: CanSee, paging: WantedPage, wanted: WantedParts) -> dict[str, Any]:
    """上报台账，含被拒绝的分片。"""
    items, total = await ledger_queries.page(session, wanted, paging)
    return {"items": items, "total": total, "page": paging.page, "page_size": paging.page_size}


@router.get("/ledger/export", response_class=Response, responses=refusals(*WHO))
async def export(
    session: Session, caller: CanSee, wanted: WantedParts, form: Literal["xlsx", "csv"] = "xlsx"
) -> Response:
    """导出台账（最多 100,000 行，最新的在前）。"""
    rows = [
        [getattr(part, name) for name, _ in COLUMNS]
        async for part in ledger_queries.export(session, wanted, LARGEST_EXPORT)
    ]
    await announce(session, Recorded(act=acts.LEDGER_EXPORTED, details={"rows": len(rows), "format": form}))
    header = [title for _, title in COLUMNS]
    if form == "xlsx":
        content, kind = await asyncio.to_thread(xlsx_file, "上报台账", header, rows), XLSX_TYPE
    else:
        content, kind = await asyncio.to_thread(csv_file, header, rows), CSV_TYPE
    name = f"exchange-ledger-{today():%Y%m%d}.{form}"
    return Response(
        content, media_type=kind, headers={"content-disposition": f'attachment; filename="{name}"'}
    )


@router.get("/reconciliations", response_model=Page[ReconciliationView], responses=refusals(*WHO))
async def reconciliations(session: Session, caller: CanSee, paging: WantedPage) -> dict[str, Any]:
    """对账结果：与本方落地文件（landing）、与对方清单（client）。"""
    items, total = await ledger_queries.reconciliations(session, paging)
    return {"items": items, "total": total, "page": paging.page, "page_size": paging.page_size}


def _distribution(row: DistributionRow, confirmed: int) -> dict[str, Any]:
    names = ("number", "kind", "title", "content", "audience", "published_at", "published_by")
    return {name: getattr(row, name) for name in names} | {"confirmed": confirmed}


@router.get("/distributions", response_model=Page[DistributionView], responses=refusals(*WHO))
async def distributions(session: Session, caller: CanSee, paging: WantedPage) -> dict[str, Any]:
    """下发记录与确认情况。"""
    rows, total = await distribution_queries.page(session, paging)
    items = [_distribution(row, confirmed) for row, confirmed in rows]
    return {"items": items, "total": total, "page": paging.page, "page_size": paging.page_size}


@router.post(
    "/distributions",
    response_model=DistributionView,
    status_code=status.HTTP_201_CREATED,
    responses=refusals(*WHO, Invalid),
)
async def publish(session: Session, caller: CanOperate, body: NewDistribution) -> dict[str, Any]:
    """向产业大脑下发数据。"""
    row = await distribution.publish(
        session, body.kind, body.title, body.content, by=caller.username, audience=body.audience
    )
    return _distribution(row, 0)


@router.get("/alarms", response_model=Page[AlarmView], responses=refusals(*WHO))
async def alarms(session: Session, caller: CanSee, paging: WantedPage) -> dict[str, Any]:
    """异常调用告警（规范 4 b）。"""
    items, total = await overview_queries.alarms(session, paging)
    return {"items": items, "total": total, "page": paging.page, "page_size": paging.page_size}


@router.post("/alarms/{alarm_id}/handled", response_model=AlarmView, responses=refusals(*WHO, NotFound))
async def handle_alarm(session: Session, caller: CanOperate, alarm_id: Id) -> Any:
    """标记已处置。"""
    return await service.handle_alarm(session, alarm_id, caller.username)
