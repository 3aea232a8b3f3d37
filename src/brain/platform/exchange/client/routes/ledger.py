"""The ledger of reports, dead letters, reconciliation."""

import asyncio
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Path, Query, Response

from brain.kit.db import Session
from brain.kit.errors import Forbidden, Invalid, NotFound, TooLarge, Unauthenticated
from brain.kit.events import Recorded, announce
from brain.kit.http import refusals
from brain.kit.node import CurrentNode
from brain.kit.schemas import Page, Paging, WantedPage
from brain.kit.spreadsheet import CSV_TYPE, XLSX_TYPE, Cell, csv_file, xlsx_file
from brain.platform.exchange.client.domain import acts
from brain.platform.exchange.client.domain.refusals import NotConnected, NotDead
from brain.platform.exchange.client.models import PartRow
from brain.platform.exchange.client.queries import ledger as queries
from brain.platform.exchange.client.queries import outbox
from brain.platform.exchange.client.routes.access import (
    REFUSALS,
    REFUSALS_CENTRE,
    REFUSALS_ONE,
    CanSee,
    CanSend,
    Id,
)
from brain.platform.exchange.client.schemas.ledger import (
    DiscardReason,
    LedgerExportQuery,
    LedgerPageQuery,
    LedgerQuery,
    OwnReconciliationView,
    PartEdit,
    PartRecordsView,
    SendAttemptsView,
    SendAttemptView,
    SentPartView,
)
from brain.platform.exchange.client.service import dead_letters, reconciling
from brain.platform.exchange.scenes.catalogue import scenes

router = APIRouter(prefix="/api/exchange-client", tags=["数据交换（产业大脑侧）"])

DEAD_REFUSALS = refusals(Unauthenticated, Forbidden, NotFound, NotDead)
MOST_EXPORTED = 100_000
COLUMNS = (
    "场景",
    "批次号",
    "分片",
    "分片总数",
    "记录数",
    "字节数",
    "摘要（SM3）",
    "状态",
    "返回码",
    "说明",
    "排队时间",
    "中心接收时间",
    "对账确认时间",
    "请求号",
)
STATE_TITLES = {"queued": "待发送", "accepted": "已接收", "dead": "未被接收", "discarded": "已放弃"}


def _filter(query: LedgerQuery) -> queries.Filter:
    return queries.Filter(
        scene=query.scene,
        state=query.state,
        batch_id=query.batch_id,
        first_day=query.first_day,
        last_day=query.last_day,
    )


@router.get("/parts", response_model=Page[SentPartView], responses=REFUSALS)
async def ledger(
    session: Session, caller: CanSee, query: Annotated[LedgerPageQuery, Query()]
) -> Page[SentPartView]:
    """上报台账：每一个分片的摘要、状态与返回码，最新的在前。"""
    paging = Paging(page=query.page, page_size=query.page_size)
    rows, total = await queries.page(session, _filter(query), paging)
    items = [SentPartView.model_validate(row) for row in rows]
    return Page(items=items, total=total, page=query.page, page_size=query.page_size)


@router.get(
    "/parts/export",
    response_class=Response,
    responses=REFUSALS | {200: {"content": {CSV_TYPE: {}, XLSX_TYPE: {}}}},
)
async def export(session: Session, caller: CanSee, query: Annotated[LedgerExportQuery, Query()]) -> Response:
    """按当前筛选条件导出台账。"""
    cells = [_cells(row) for row in await queries.export(session, _filter(query), MOST_EXPORTED)]
    details = {"rows": len(cells), "format": query.format}
    await announce(session, Recorded(act=acts.LEDGER_EXPORTED, details=details))
    if query.format == "csv":
        content, kind = await asyncio.to_thread(csv_file, COLUMNS, cells), CSV_TYPE
    else:
        content, kind = await asyncio.to_thread(xlsx_file, "上报台账", COLUMNS, cells), XLSX_TYPE
    disposition = f'attachment; filename="exchange-ledger.{query.format}"'
    return Response(content, media_type=kind, headers={"content-disposition": disposition})


def _cells(row: PartRow) -> list[Cell]:
    return [
        scenes()[row.scene].title,
        row.batch_id,
        row.number,
        row.count,
        row.records,
        row.size,
        row.digest,
        STATE_TITLES[row.state],
        row.code,
        row.reason,
        row.queued_at,
        row.received_at,
        row.confirmed_at,
        row.request_id,
    ]


@router.get("/parts/{part_id}", response_model=SentPartView, responses=REFUSALS_ONE)
async def part(session: Session, caller: CanSee, part_id: Id) -> SentPartView:
    """一个分片。"""
    return SentPartView.model_validate(await queries.part(session, part_id))


@router.get("/parts/{part_id}/attempts", response_model=SendAttemptsView, responses=REFUSALS_ONE)
async def attempts(session: Session, caller: CanSee, part_id: Id) -> SendAttemptsView:
    """一个分片的每次发送。"""
    await queries.part(session, part_id)
    tries = await outbox.attempts(session, part_id)
    return SendAttemptsView(items=[SendAttemptView.model_validate(row, extra="ignore") for row in tries])


@router.get("/dead-letters/{part_id}/records", response_model=PartRecordsView, responses=DEAD_REFUSALS)
async def records(session: Session, caller: CanSend, part_id: Id) -> PartRecordsView:
    """未被接收的分片中的记录，供修改。"""
    return PartRecordsView(records=await dead_letters.records(session, part_id))


@router.post("/dead-letters/{part_id}/resends", response_model=SentPartView, responses=DEAD_REFUSALS)
async def resend(session: Session, caller: CanSend, part_id: Id) -> SentPartView:
    """原样重发。"""
    return SentPartView.model_validate(await dead_letters.resend(session, part_id, caller.username))


@router.post(
    "/dead-letters/{part_id}/edits",
    response_model=SentPartView,
    responses=DEAD_REFUSALS | refusals(Invalid) | refusals(TooLarge),
)
async def edit(session: Session, caller: CanSend, part_id: Id, change: PartEdit) -> SentPartView:
    """修改记录后重发；不符合接口描述的修改不会被保存。"""
    return SentPartView.model_validate(
        await dead_letters.edit(session, part_id, change.records, caller.username)
    )


@router.post("/dead-letters/{part_id}/discards", response_model=SentPartView, responses=DEAD_REFUSALS)
async def discard(session: Session, caller: CanSend, part_id: Id, why: DiscardReason) -> SentPartView:
    """放弃上报，须说明理由。"""
    part = await dead_letters.discard(session, part_id, why.reason, caller.username)
    return SentPartView.model_validate(part)


@router.get("/reconciliations", response_model=Page[OwnReconciliationView], responses=REFUSALS)
async def reconciliations(
    session: Session, caller: CanSee, paging: WantedPage
) -> Page[OwnReconciliationView]:
    """逐日对账结果：缺失、重复、改动、未知的分片。"""
    rows, total = await queries.reconciliations(session, paging)
    items = [OwnReconciliationView.model_validate(row) for row in rows]
    return Page(items=items, total=total, page=paging.page, page_size=paging.page_size)


@router.post(
    "/reconciliations/{day}",
    response_model=OwnReconciliationView,
    responses=REFUSALS_CENTRE | refusals(NotConnected),
)
async def reconcile(
    node: CurrentNode, caller: CanSend, day: Annotated[date, Path(description="北京时间日期")]
) -> OwnReconciliationView:
    """立即与省级能力中心核对某一天的台账。"""
    return OwnReconciliationView.model_validate(await reconciling.reconcile_day(node, day))
