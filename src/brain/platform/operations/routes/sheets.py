"""Sheets: templates to fill, tried before they are imported, undone."""

import json
from typing import Annotated, Final
from urllib.parse import quote

from fastapi import APIRouter, Query, Request, Response, status
from pydantic import AfterValidator

from brain.kit.db import Session
from brain.kit.errors import Conflict, Forbidden, Invalid, NotFound, TooLarge, Unauthenticated
from brain.kit.http import RAW_BODY, refusals
from brain.kit.schemas import Page, WantedPage, without_null
from brain.kit.sheets import received
from brain.kit.spreadsheet import XLSX_TYPE
from brain.platform.operations.adapters.sheets import template as filled_in
from brain.platform.operations.contract import RefusedCells
from brain.platform.operations.queries import lists
from brain.platform.operations.routes.access import SEEN, CanEnter, CanSee, Id, KindName, kind_of
from brain.platform.operations.schemas import (
    ImportedSheet,
    RecordImportView,
    RefusedRowView,
    SheetPreview,
    UndoneSheet,
)
from brain.platform.operations.service import importing

router = APIRouter(prefix="/api/operations", tags=["业务记录"])
FileName = Annotated[
    str, Query(min_length=1, max_length=200, description="文件名"), AfterValidator(without_null)
]
MappingText = Annotated[str | None, Query(max_length=8_000, description="JSON：表头 → 字段；不填则按名称认")]
TAKING: Final = refusals(Unauthenticated, Forbidden, Invalid, TooLarge)


@router.get("/template", response_class=Response, responses=SEEN | {200: {"content": {XLSX_TYPE: {}}}})
async def template(caller: CanSee, kind: KindName) -> Response:
    """一类记录的 Excel 模板，附填写说明。"""
    chosen = kind_of(kind)
    named = {"content-disposition": f"attachment; filename*=UTF-8''{quote(f'{chosen.title}.xlsx')}"}
    return Response(filled_in(chosen), media_type=XLSX_TYPE, headers=named)


@router.post("/imports/preview", response_model=SheetPreview, responses=TAKING, openapi_extra=RAW_BODY)
async def preview(
    request: Request, caller: CanEnter, kind: KindName, mapping: MappingText = None
) -> SheetPreview:
    """试读：请求体为 Excel 或 CSV 文件；什么都不存。"""
    content = await received(request.stream())
    tried = await importing.preview(kind_of(kind), content, _mapping(mapping))
    return SheetPreview(
        headings=tried.sheet.headings,
        mapping=tried.mapping,
        rows=len(tried.sheet.rows),
        right=tried.right,
        refused=_shown(tried.refused),
        sample=[[importing.shown(cell) for cell in line] for line in tried.sheet.rows[:5]],
        missing=tried.missing,
    )


@router.post(
    "/imports", response_model=ImportedSheet, status_code=status.HTTP_201_CREATED, responses=TAKING,
    openapi_extra=RAW_BODY,
)  # fmt: skip
async def take(
    request: Request,
    session: Session,
    caller: CanEnter,
    kind: KindName,
    name: FileName,
    mapping: MappingText = None,
) -> ImportedSheet:
    """导入：对的行收下，错的行列出原因；同一份再导入什么都不变。"""
    content = await received(request.stream())
    row, refused = await importing.take(
        session, kind_of(kind), name, content, _mapping(mapping), caller.username
    )
    head = RecordImportView.model_validate(row).model_dump()
    return ImportedSheet(**head, refused_rows=_shown(refused))


@router.get("/imports", response_model=Page[RecordImportView], responses=SEEN)
async def all_imports(session: Session, caller: CanSee, paging: WantedPage) -> Page[RecordImportView]:
    """导入过的文件，新的在前。"""
    found, total = await lists.imports(session, limit=paging.page_size, offset=paging.offset)
    items = [RecordImportView.model_validate(row) for row in found]
    return Page[RecordImportView](items=items, total=total, page=paging.page, page_size=paging.page_size)


@router.post(
    "/imports/{import_id}/undo", response_model=UndoneSheet,
    responses=refusals(Unauthenticated, Forbidden, NotFound, Conflict),
)  # fmt: skip
async def undo(session: Session, caller: CanEnter, import_id: Id) -> UndoneSheet:
    """撤销一次导入：它带来的记录撤回，被它改过的恢复原样。"""
    row, left = await importing.undo(session, import_id, caller.username)
    return UndoneSheet(**RecordImportView.model_validate(row).model_dump(), left=left)


def _mapping(text: str | None) -> dict[str, str] | None:
    if text is None:
        return None
    try:
        told = json.loads(text)
    except (ValueError, RecursionError):
        told = None
    if not isinstance(told, dict) or not all(isinstance(field, str) for field in told.values()):
        raise Invalid("对应关系不对", [{"loc": "/query/mapping", "message": "应为 JSON：表头 → 字段"}])
    return told


def _shown(refused: list[RefusedCells]) -> list[RefusedRowView]:
    return [
        RefusedRowView(place=each.place + 1, key=each.key[:200], problem=each.problem)
        for each in refused[: importing.MOST_SHOWN]
    ]
