"""The import wizard: upload, preview, start, progress, problems, rejected rows."""

import asyncio
from dataclasses import asdict
from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, Depends, Path, Query, Request, Response, status

from brain.kit.clock import today
from brain.kit.db import Session
from brain.kit.errors import Forbidden, Invalid, NotFound, TooLarge, Unauthenticated
from brain.kit.http import refusals
from brain.kit.node import CurrentNode
from brain.kit.schemas import Page, WantedPage
from brain.kit.spreadsheet import CSV_TYPE, csv_file
from brain.platform.identity.contract import Caller
from brain.platform.identity.service import require
from brain.platform.ingestion.contract import Delivery, Import, Plan, SourceRefused
from brain.platform.ingestion.domain.files import UnreadableFile
from brain.platform.ingestion.domain.mapping import Column
from brain.platform.ingestion.schemas import (
    Dataset,
    ImportView,
    LandedView,
    LayoutsView,
    NewImport,
    PreviewView,
    ProblemView,
)
from brain.platform.ingestion.service import imports, landing, layouts

router = APIRouter(prefix="/api/ingestion", tags=["数据汇聚"])

CanImport = Annotated[Caller, Depends(require("ingestion.import"))]
ImportId = Annotated[int, Path(ge=1, le=2**63 - 1)]
DigestPath = Annotated[str, Path(pattern=r"^[0-9a-f]{64}$", description="文件摘要")]
REFUSALS = refusals(Unauthenticated, Forbidden)
RAW_BODY = {
    "requestBody": {
        "required": True,
        "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
    }
}


def _view(found: Import) -> ImportView:
    values: dict[str, Any] = {
        name: value for name, value in vars(found).items() if name in ImportView.model_fields
    }
    return ImportView.model_validate(values | asdict(found.origin))


@router.get("/layouts", response_model=LayoutsView, responses=REFUSALS)
async def listed_layouts(session: Session, node: CurrentNode, caller: CanImport) -> LayoutsView:
    """可以导入的数据集及其字段：平台自带的，与登记的（名称如 base.capacity）。"""
    return LayoutsView.model_validate({"items": await layouts.listed(session, node)})


@router.post(
    "/files",
    response_model=LandedView,
    status_code=status.HTTP_201_CREATED,
    responses=refusals(Unauthenticated, Forbidden, TooLarge, UnreadableFile),
    openapi_extra=RAW_BODY,
)
async def upload(
    request: Request,
    session: Session,
    node: CurrentNode,
    caller: CanImport,
    name: Annotated[str, Query(min_length=1, max_length=255, description="文件名")],
) -> LandedView:
    """上传文件：请求体即文件内容，原样保存。支持 csv、xlsx、Parquet、JSON、XML，按内容识别。"""
    digest = await landing.land(session, node, name, request.stream(), by=caller.username)
    return LandedView(digest=digest)


@router.get(
    "/files/{digest}/preview",
    response_model=PreviewView,
    responses=refusals(Unauthenticated, Forbidden, NotFound, UnreadableFile),
)
async def preview(
    session: Session, node: CurrentNode, caller: CanImport, digest: DigestPath, dataset: Dataset
) -> PreviewView:
    """文件的前若干行与建议的列对应关系；表头相同的文件沿用上次的对应关系。"""
    layout = await layouts.get(session, node, dataset)
    return PreviewView.model_validate(await landing.preview(session, node, digest, layout))


@router.post(
    "/imports",
    response_model=ImportView,
    status_code=status.HTTP_202_ACCEPTED,
    responses=refusals(Unauthenticated, Forbidden, NotFound, SourceRefused, Invalid),
)
async def start(session: Session, node: CurrentNode, caller: CanImport, wanted: NewImport) -> ImportView:
    """开始导入。没有经过可信认证的数据源不收数据；同一文件以同样方式再次导入不会改变任何数据；失败的导入从断点继续。"""
    if wanted.as_of > today():
        raise Invalid("数据截止日期有误", [{"loc": "/body/asOf", "message": "不能晚于今天"}])
    plan = Plan(
        dataset=wanted.dataset,
        landing_digest=wanted.digest,
        mapping=tuple(Column(**column.model_dump()) for column in wanted.mapping),
        delivery=Delivery(source_id=wanted.source_id, title=wanted.title, as_of=wanted.as_of),
    )
    started, _ = await imports.start(session, node, plan, by=caller.username)
    return _view(started)


@router.get("/imports", response_model=Page[ImportView], responses=REFUSALS)
async def newest(session: Session, caller: CanImport, paging: WantedPage) -> Page[ImportView]:
    """导入任务，最新在前。"""
    found, total = await imports.newest(session, offset=paging.offset, limit=paging.page_size)
    return Page(
        items=[_view(one) for one in found], total=total, page=paging.page, page_size=paging.page_size
    )


@router.get(
    "/imports/{import_id}",
    response_model=ImportView,
    responses=refusals(Unauthenticated, Forbidden, NotFound),
)
async def one_import(session: Session, caller: CanImport, import_id: ImportId) -> ImportView:
    """一个导入任务的进度与结果。"""
    return _view(await imports.get(session, import_id))


@router.get("/imports/{import_id}/problems", response_model=Page[ProblemView], responses=REFUSALS)
async def problems(
    session: Session,
    caller: CanImport,
    import_id: ImportId,
    paging: WantedPage,
    rejected: Annotated[bool, Query(description="看拒收的行（true）或有疑问的行（false）")] = True,  # noqa: FBT002 - a query parameter
) -> dict[str, Any]:
    """逐行的问题。"""
    found, total = await imports.problems_of(
        session, import_id, fatal=rejected, offset=paging.offset, limit=paging.page_size
    )
    items = [{"row": p.row, "field": p.field, "value": p.value, "message": p.message} for p in found]
    return {"items": items, "total": total, "page": paging.page, "page_size": paging.page_size}


@router.get(
    "/imports/{import_id}/rejected.csv",
    response_class=Response,
    responses=refusals(Unauthenticated, Forbidden, NotFound) | {200: {"content": {CSV_TYPE: {}}}},
)
async def rejected(session: Session, node: CurrentNode, caller: CanImport, import_id: ImportId) -> Response:
    """下载拒收的行：原样的各列，前面是行号与原因；改正后可直接再次导入。"""
    headers, rows = await imports.rejected_rows(session, node, import_id)
    lines = [[number, why, *cells] async for number, why, cells in rows]
    content = await asyncio.to_thread(csv_file, ["行号", "拒收原因", *headers], lines)
    name = quote(f"拒收-{import_id}-{today():%Y%m%d}.csv")
    return Response(
        content, media_type=CSV_TYPE, headers={"content-disposition": f"attachment; filename*=UTF-8''{name}"}
    )
