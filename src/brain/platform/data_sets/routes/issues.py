"""Issues of quality: listed, looked at, seen to."""

import asyncio
from collections.abc import Sequence
from typing import Annotated, Any, Literal
from urllib.parse import quote

from fastapi import APIRouter, Depends, Path, Query, Response

from brain.kit.clock import now, today
from brain.kit.db import Session
from brain.kit.errors import Conflict, Forbidden, Invalid, NotFound, Unauthenticated
from brain.kit.http import refusals
from brain.kit.schemas import Page, Search, WantedPage
from brain.kit.spreadsheet import CSV_TYPE, XLSX_TYPE, Cell, csv_file, xlsx_file
from brain.platform.data_sets.domain.issues import Issue, WantedStep
from brain.platform.data_sets.queries.issues import Narrowed, Which
from brain.platform.data_sets.routes.quality_shapes import (
    FileFormat,
    IssueStepView,
    IssueStepWanted,
    IssueView,
    WholeIssueView,
)
from brain.platform.data_sets.service import issues
from brain.platform.identity.contract import Caller
from brain.platform.identity.service import require

router = APIRouter(prefix="/api/data-quality", tags=["数据质量"])

CanRead = Annotated[Caller, Depends(require("data_sets.read"))]
CanManage = Annotated[Caller, Depends(require("data_sets.manage"))]
IssueId = Annotated[int, Path(ge=1, le=2**40)]
LARGEST_EXPORT = 20_000  # issues
FILES: dict[int | str, dict[str, Any]] = {200: {"content": {CSV_TYPE: {}, XLSX_TYPE: {}}}}
COLUMNS = (
    "数据集",
    "规则",
    "严重程度",
    "状态",
    "责任部门",
    "办理人",
    "期限",
    "逾期",
    "不符合的行",
    "总行数",
    "出现时间",
    "第几次",
)
SEVERITIES = {"warn": "提醒", "quarantine": "隔离行", "stop": "停止发布"}
STATES = {
    "open": "待办理", "in_work": "办理中", "waiting": "等待他人", "resolved": "已解决", "accepted": "已接受"
}  # fmt: skip


def narrowed(
    words: Search = None,
    which: Annotated[
        Which | None, Query(alias="state", description="状态；unresolved 未解决、overdue 逾期")
    ] = None,
    data_set: Annotated[str | None, Query(alias="dataSet", max_length=80)] = None,
    severity: Literal["warn", "quarantine", "stop"] | None = None,
) -> Narrowed:
    return Narrowed(which=which, data_set=data_set, severity=severity, words=words)


Wanted = Annotated[Narrowed, Depends(narrowed)]


def view(issue: Issue) -> dict[str, Any]:
    return vars(issue) | {"overdue": issue.is_overdue(today())}


@router.get(
    "/issues", response_model=Page[IssueView], responses=refusals(Unauthenticated, Forbidden, Invalid)
)
async def listed(session: Session, caller: CanRead, wanted: Wanted, paging: WantedPage) -> dict[str, Any]:
    """质量问题单：未解决的按期限在前。"""
    found, total = await issues.page(session, wanted, paging)
    items = [view(issue) for issue in found]
    return {"items": items, "total": total, "page": paging.page, "page_size": paging.page_size}


@router.get(
    "/issues/export",
    response_class=Response,
    responses=refusals(Unauthenticated, Forbidden, Invalid) | FILES,
)
async def export(
    session: Session,
    caller: CanRead,
    wanted: Wanted,
    file_format: Annotated[FileFormat, Query(alias="format")] = "xlsx",
) -> Response:
    """导出筛选出的问题单，最多 2 万张。"""
    found = await issues.every(session, wanted, LARGEST_EXPORT)
    return await file_of("质量问题单", COLUMNS, [_cells(issue) for issue in found], file_format)


@router.get(
    "/issues/{issue_id}",
    response_model=WholeIssueView,
    responses=refusals(Unauthenticated, Forbidden, NotFound),
)
async def one(session: Session, caller: CanRead, issue_id: IssueId) -> WholeIssueView:
    """一张问题单：现在怎样，经过了什么，可以怎样办理。"""
    issue, steps = await issues.one(session, issue_id)
    told = [IssueStepView.model_validate(step) for step in steps]
    return WholeIssueView(**view(issue), allowed=issue.allowed, steps=told)


@router.post(
    "/issues/{issue_id}/steps",
    response_model=IssueView,
    responses=refusals(Unauthenticated, Forbidden, NotFound, Conflict, Invalid),
)
async def act(
    session: Session, caller: CanManage, issue_id: IssueId, wanted: IssueStepWanted
) -> dict[str, Any]:
    """办理一张问题单。"""
    step = WantedStep(**wanted.model_dump())
    return view(await issues.act(session, issue_id, step, by=caller.username))


async def file_of(
    title: str, columns: Sequence[str], cells: Sequence[Sequence[Cell]], file_format: FileFormat
) -> Response:
    if file_format == "csv":
        content, media_type = await asyncio.to_thread(csv_file, columns, cells), CSV_TYPE
    else:
        content, media_type = await asyncio.to_thread(xlsx_file, title, columns, cells), XLSX_TYPE
    name = quote(f"{title}-{now():%Y%m%d%H%M%S}.{file_format}")
    headers = {"content-disposition": f"attachment; filename*=UTF-8''{name}"}
    return Response(content, media_type=media_type, headers=headers)


def _cells(issue: Issue) -> list[Cell]:
    return [
        issue.data_set, issue.message, SEVERITIES[issue.severity], STATES[issue.state], issue.owner,
        issue.assignee, issue.due, "逾期" if issue.is_overdue(today()) else None, issue.violations,
        issue.rows, issue.opened_at, issue.times,
    ]  # fmt: skip
