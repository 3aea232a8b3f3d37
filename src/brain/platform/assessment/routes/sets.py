"""Indicator sets: listed, looked at, taken as a workbook, imported from a file."""

import asyncio
from urllib.parse import quote

from fastapi import APIRouter, Request, Response, status

from brain.kit.db import Session
from brain.kit.errors import Conflict, Forbidden, Invalid, TooLarge, Unauthenticated
from brain.kit.http import refusals
from brain.kit.spreadsheet import XLSX_TYPE
from brain.platform.assessment.adapters import set_files
from brain.platform.assessment.queries import assessments
from brain.platform.assessment.routes.access import FOUND, RAW_BODY, CanSee, CanSubmit, SetCode, SetVersion
from brain.platform.assessment.schemas import IndicatorSetSummary, IndicatorSetView
from brain.platform.assessment.service import proving, sets

router = APIRouter(prefix="/api/assessment/sets", tags=["数字化水平评测"])


@router.get("", response_model=list[IndicatorSetSummary], responses=refusals(Unauthenticated, Forbidden))
async def listed(session: Session, caller: CanSee) -> list[IndicatorSetSummary]:
    """评测指标集：随平台提供的与导入的。暂行的集说明哪些不是官方内容。"""
    shown = []
    for each in await sets.every(session):
        draft = await assessments.draft_of(session, each.code)
        here = draft is not None and draft.set_version == each.version
        head = IndicatorSetView.model_validate(each).model_dump(exclude={"dimensions"})
        count = sum(1 for _ in each.indicators)
        shown.append(
            IndicatorSetSummary(**head, indicators=count, draft=draft.id if draft and here else None)
        )
    return shown


@router.post(
    "",
    response_model=IndicatorSetView,
    status_code=status.HTTP_201_CREATED,
    responses=refusals(Unauthenticated, Forbidden, Conflict, Invalid, TooLarge),
    openapi_extra=RAW_BODY,
)
async def add(request: Request, session: Session, caller: CanSubmit) -> IndicatorSetView:
    """导入指标集：请求体为 TOML 或 Excel 文件。任何一处错误都指明位置，并且什么都不导入。"""
    content = await proving.body_of(request.stream(), set_files.LARGEST_FILE)
    return IndicatorSetView.model_validate(await sets.import_file(session, content, by=caller.username))


@router.get("/{code}/{version}", response_model=IndicatorSetView, responses=FOUND)
async def one(session: Session, caller: CanSee, code: SetCode, version: SetVersion) -> IndicatorSetView:
    """一个指标集的全部维度与指标。"""
    return IndicatorSetView.model_validate(await sets.get(session, code, version))


@router.get(
    "/{code}/{version}/workbook",
    response_class=Response,
    responses=FOUND | {200: {"content": {XLSX_TYPE: {}}}},
)
async def workbook(session: Session, caller: CanSee, code: SetCode, version: SetVersion) -> Response:
    """指标集的 Excel 文件：也是导入新版本的模板。"""
    found = await sets.get(session, code, version)
    content = await asyncio.to_thread(set_files.sheet_of, found)
    disposition = f"attachment; filename*=UTF-8''{quote(f'{found.title}-{found.version}.xlsx')}"
    return Response(content, media_type=XLSX_TYPE, headers={"content-disposition": disposition})
