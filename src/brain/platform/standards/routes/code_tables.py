"""The codes of a code table: of a version, between two versions, from a file."""

import asyncio
from collections import Counter
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request, Response

from brain.kit.db import Session
from brain.kit.errors import Forbidden, Invalid, NotFound, TooLarge, Unauthenticated
from brain.kit.http import refusals
from brain.kit.schemas import Page, Search, WantedPage
from brain.kit.spreadsheet import CSV_TYPE, csv_file
from brain.platform.standards.adapters import spreadsheet
from brain.platform.standards.contract import CodeEntry
from brain.platform.standards.domain.checking import check_entries
from brain.platform.standards.domain.comparison import Change
from brain.platform.standards.routes.naming import CanDeclare, CanRead, CodePath, LabelPath
from brain.platform.standards.schemas import (
    MOST_ENTRIES,
    CodeEntryView,
    ComparedCodeView,
    ComparisonView,
)
from brain.platform.standards.service import looking

router = APIRouter(prefix="/api/standards/code-tables", tags=["数据标准"])

REFUSALS = refusals(Unauthenticated, Forbidden, NotFound)
LARGEST = 8 * 1024 * 1024  # bytes of a file with codes
Label = Annotated[str, Query(max_length=40, description="代码表的版本")]


def _versions(before: Label, after: Label) -> tuple[str, str]:
    return before, after


Versions = Annotated[tuple[str, str], Depends(_versions)]


@router.post(
    "/reading",
    response_model=list[CodeEntryView],
    responses=refusals(Unauthenticated, Forbidden, Invalid, TooLarge),
)
async def read(request: Request, caller: CanDeclare) -> list[CodeEntryView]:
    """读取 CSV 或 Excel 文件（请求体）中的代码：列“代码”“名称”，可有“上级”“取代”；只读取，不保存。"""
    content = bytearray()
    async for part in request.stream():
        content += part
        if len(content) > LARGEST:
            raise TooLarge(f"文件超过 {LARGEST // 1024 // 1024} MB")
    entries = await asyncio.to_thread(spreadsheet.read, bytes(content))
    if not 0 < len(entries) <= MOST_ENTRIES:
        raise Invalid(f"应有 1 至 {MOST_ENTRIES} 个代码，文件中有 {len(entries)} 个")
    check_entries(entries)
    return [CodeEntryView.model_validate(each) for each in entries]


@router.get("/{code}/versions/{label}/entries", response_model=Page[CodeEntryView], responses=REFUSALS)
async def entries(
    session: Session,
    caller: CanRead,
    code: CodePath,
    label: LabelPath,
    paging: WantedPage,
    words: Search = None,
) -> dict[str, Any]:
    """一个版本的代码。"""
    found = await _found(session, code, label, words)
    shown = found[paging.offset : paging.offset + paging.page_size]
    return {"items": shown, "total": len(found), "page": paging.page, "page_size": paging.page_size}


@router.get(
    "/{code}/versions/{label}/export",
    response_class=Response,
    responses=REFUSALS | {200: {"content": {CSV_TYPE: {}}}},
)
async def export(
    session: Session, caller: CanRead, code: CodePath, label: LabelPath, words: Search = None
) -> Response:
    """一个版本的代码，CSV；可以照样再导入。"""
    rows = [
        [each.code, each.name, each.parent or "", "；".join(each.replaces)]
        for each in await _found(session, code, label, words)
    ]
    headers = {"content-disposition": f'attachment; filename="{code}.csv"'}
    return Response(csv_file(("代码", "名称", "上级", "取代"), rows), media_type=CSV_TYPE, headers=headers)


async def _found(session: Session, code: str, label: str, words: str | None) -> list[CodeEntry]:
    wanted = (words or "").strip().lower()
    every = await looking.entries(session, await looking.version(session, code, label))
    return [each for each in every if each.code.lower().startswith(wanted) or wanted in each.name.lower()]


@router.get("/{code}/comparison", response_model=ComparisonView, responses=REFUSALS)
async def compare(
    session: Session,
    caller: CanRead,
    code: CodePath,
    between: Versions,
    paging: WantedPage,
    change: Annotated[Change | None, Query(description="只要这种变化；不给时是未变之外的全部")] = None,
) -> ComparisonView:
    """两个版本之间每个代码的去向。"""
    every = await looking.comparison(session, code, *between)
    found = [each for each in every if each.change == change or (change is None and each.change != "same")]
    shown = found[paging.offset : paging.offset + paging.page_size]
    return ComparisonView(
        items=[ComparedCodeView.model_validate(each) for each in shown],
        total=len(found),
        page=paging.page,
        page_size=paging.page_size,
        counts=Counter(each.change for each in every),
    )
