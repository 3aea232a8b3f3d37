"""Sharing for those who propose, approve, end and hand over."""

import asyncio
import io
from typing import Annotated, Literal
from urllib.parse import quote

import polars as pl
import pyarrow.parquet as pq
from fastapi import APIRouter, Depends, Path, Query, Response, status

from brain.kit.clock import now
from brain.kit.db import Session
from brain.kit.errors import Conflict, Forbidden, Invalid, NotFound, Unauthenticated
from brain.kit.http import refusals
from brain.kit.node import CurrentNode
from brain.kit.schemas import Page, Search, WantedPage
from brain.kit.spreadsheet import CSV_TYPE, csv_file
from brain.platform.data_sets.service import reading
from brain.platform.identity.contract import Caller
from brain.platform.identity.service import require
from brain.platform.sharing.contract import Approval, NotShared, Sharing, SharingState
from brain.platform.sharing.schemas import (
    ApprovalWanted,
    CheckedView,
    ProfileShape,
    ReceiptView,
    SharingEnding,
    SharingView,
    TokenView,
)
from brain.platform.sharing.service import deciding, giving, reconciling

router = APIRouter(prefix="/api/sharing", tags=["对外共享"])

CanRead = Annotated[Caller, Depends(require("sharing.read"))]
CanPropose = Annotated[Caller, Depends(require("sharing.propose"))]
CanApprove = Annotated[Caller, Depends(require("sharing.approve"))]
CanDownload = Annotated[Caller, Depends(require("sharing.download"))]
SharingId = Annotated[int, Path(ge=1, le=2**63 - 1)]
PARQUET_TYPE = "application/vnd.apache.parquet"
DECIDED = refusals(Unauthenticated, Forbidden, NotFound, Conflict, NotShared, Invalid)


def _view(found: Sharing) -> SharingView:
    return SharingView.model_validate(found)


@router.get("", response_model=Page[SharingView], responses=refusals(Unauthenticated, Forbidden))
async def listed(
    session: Session,
    caller: CanRead,
    paging: WantedPage,
    words: Search = None,
    state: SharingState | None = None,
) -> Page[SharingView]:
    """对外共享，待审批的在前。"""
    found, total = await deciding.page(session, words, state, paging)
    return Page(
        items=[_view(each) for each in found], total=total, page=paging.page, page_size=paging.page_size
    )


@router.get(
    "/{sharing_id}", response_model=SharingView, responses=refusals(Unauthenticated, Forbidden, NotFound)
)
async def one(session: Session, caller: CanRead, sharing_id: SharingId) -> SharingView:
    """一项共享：给谁、给什么、怎样保护、核查结果与审批经过。"""
    return _view(await deciding.get(session, sharing_id))


@router.post(
    "/check",
    response_model=CheckedView,
    responses=refusals(Unauthenticated, Forbidden, NotFound, Invalid),
)
async def check(session: Session, node: CurrentNode, caller: CanPropose, wanted: ProfileShape) -> CheckedView:
    """试核查一种共享方式，不提交。"""
    await reading.require_whole(session, node, caller, wanted.data_set)
    return CheckedView.model_validate(await deciding.preview(session, node, wanted.profile()))


@router.post(
    "",
    response_model=SharingView,
    status_code=status.HTTP_201_CREATED,
    responses=refusals(Unauthenticated, Forbidden, NotFound, NotShared, Invalid),
)
async def propose(
    session: Session, node: CurrentNode, caller: CanPropose, wanted: ProfileShape
) -> SharingView:
    """提出共享；核查通过后待其他人审批。"""
    await reading.require_whole(session, node, caller, wanted.data_set)
    return _view(await deciding.propose(session, node, wanted.profile(), by=caller.username))


@router.get(
    "/{sharing_id}/receipts",
    response_model=list[ReceiptView],
    responses=refusals(Unauthenticated, Forbidden, NotFound),
)
async def receipts(session: Session, caller: CanRead, sharing_id: SharingId) -> list[ReceiptView]:
    """接收方的回执：哪个版本收到多少行，与给出的是否相符。"""
    found = await reconciling.received(session, sharing_id)
    return [ReceiptView.model_validate(each) for each in found]


@router.post("/{sharing_id}/approval", response_model=SharingView, responses=DECIDED)
async def approve(
    session: Session, node: CurrentNode, caller: CanApprove, sharing_id: SharingId, wanted: ApprovalWanted
) -> SharingView:
    """同意；达到级别所要求的人数即生效。提出人不能审批自己的，一人只算一次。"""
    approval = Approval(by=caller.username, at=now(), note=wanted.note)
    return _view(
        await deciding.approve(session, node, sharing_id, approval, accepts_risk=wanted.accepts_risk)
    )


@router.post("/{sharing_id}/refusal", response_model=SharingView, responses=DECIDED)
async def refuse(
    session: Session, caller: CanApprove, sharing_id: SharingId, wanted: SharingEnding
) -> SharingView:
    """退回，说明原因。"""
    return _view(await deciding.refuse(session, sharing_id, wanted.reason, by=caller.username))


@router.post("/{sharing_id}/end", response_model=SharingView, responses=DECIDED)
async def end(session: Session, caller: CanRead, sharing_id: SharingId, wanted: SharingEnding) -> SharingView:
    """终止，立即生效：令牌作废，不再提供。提出人员与审批人员都可以终止。"""
    if "sharing.propose" not in caller.scopes:
        caller.needs("sharing.approve")
    return _view(await deciding.end(session, sharing_id, wanted.reason, by=caller.username))


@router.post(
    "/{sharing_id}/token",
    response_model=TokenView,
    responses=refusals(Unauthenticated, Forbidden, NotFound, NotShared),
)
async def give_token(session: Session, caller: CanPropose, sharing_id: SharingId) -> TokenView:
    """发放接收方机器的令牌，只显示一次；以前的随即作废。"""
    return TokenView(token=await deciding.give_token(session, sharing_id, by=caller.username))


@router.get(
    "/{sharing_id}/file",
    response_class=Response,
    responses=refusals(Unauthenticated, Forbidden, NotFound, NotShared, Invalid)
    | {200: {"content": {CSV_TYPE: {}, PARQUET_TYPE: {}}}},
)
async def file(
    session: Session,
    node: CurrentNode,
    caller: CanDownload,
    sharing_id: SharingId,
    form: Annotated[Literal["csv", "parquet"], Query(alias="format")] = "csv",
) -> Response:
    """提供给接收方的文件，带有接收方、经手人与时间的水印。"""
    sharing, at = await deciding.get(session, sharing_id), now()
    await reading.require_whole(session, node, caller, sharing.profile.data_set)
    given = await giving.file(session, node, sharing_id, form, by=caller.username)
    mark = f"{sharing.profile.recipient} #{sharing_id} {caller.username} {at:%F %T}Z"
    content = await asyncio.to_thread(_csv if form == "csv" else _parquet, given.rows, mark)
    name = quote(f"共享-{sharing_id}-{at:%Y%m%d%H%M%S}.{form}")
    headers = {"content-disposition": f"attachment; filename*=UTF-8''{name}"}
    return Response(content, media_type=CSV_TYPE if form == "csv" else PARQUET_TYPE, headers=headers)


def _csv(rows: pl.DataFrame, mark: str) -> bytes:
    return csv_file([*rows.columns, "水印"], ([*row, mark] for row in rows.iter_rows()))


def _parquet(rows: pl.DataFrame, mark: str) -> bytes:
    table = rows.to_arrow().replace_schema_metadata({"watermark": mark})
    target = io.BytesIO()
    pq.write_table(table, target)
    return target.getvalue()
