"""The catalogue of important data: as of today, its versions, deciding about them, files."""

import asyncio
from typing import Annotated, Any, Literal
from urllib.parse import quote

import msgspec
from fastapi import APIRouter, Depends, Path, Query, Response, status

from brain.kit.db import Session
from brain.kit.errors import Forbidden, Invalid, NotFound, Unauthenticated
from brain.kit.http import refusals
from brain.kit.node import CurrentNode
from brain.kit.spreadsheet import CSV_TYPE, XLSX_TYPE, csv_file, xlsx_file
from brain.platform.grading.contract import ImportantCatalogue
from brain.platform.grading.schemas import (
    FilingChangeView,
    ImportantCatalogueView,
    ImportantEntryView,
    ImportantNowView,
    RestWanted,
)
from brain.platform.grading.service import important
from brain.platform.grading.service.sheet import CATALOGUE_HEADER, catalogue_line
from brain.platform.identity.contract import Caller
from brain.platform.identity.service import require

router = APIRouter(prefix="/api/grading/important", tags=["重要数据目录"])

CanSee = Annotated[Caller, Depends(require("grading.important"))]
CanConfirm = Annotated[Caller, Depends(require("data_sets.confirm"))]
Number = Annotated[int, Path(ge=1, le=2**31 - 1)]
JSON_TYPE = "application/json"


def _view(found: ImportantCatalogue) -> ImportantCatalogueView:
    return ImportantCatalogueView.model_validate(found)


@router.get("", response_model=ImportantNowView, responses=refusals(Unauthenticated, Forbidden))
async def now(session: Session, node: CurrentNode, caller: CanSee) -> ImportantNowView:
    """今天的重要数据、与已审定目录的差别、目录的各个版本。"""
    return ImportantNowView(
        entries=[ImportantEntryView.model_validate(each) for each in await important.entries(session, node)],
        changes=[FilingChangeView.model_validate(each) for each in await important.changes(session, node)],
        versions=[_view(each) for each in await important.history(session)],
    )


@router.post(
    "",
    response_model=ImportantCatalogueView,
    status_code=status.HTTP_201_CREATED,
    responses=refusals(Unauthenticated, Forbidden, Invalid),
)
async def produce(session: Session, node: CurrentNode, caller: CanSee) -> ImportantCatalogueView:
    """由现在的级别生成一版目录，待另一位审批人员审定。"""
    return _view(await important.produce(session, node, by=caller.username))


@router.post(
    "/{number}/confirmation",
    status_code=status.HTTP_204_NO_CONTENT,
    response_class=Response,
    responses=refusals(Unauthenticated, Forbidden, NotFound),
)
async def seal(session: Session, node: CurrentNode, caller: CanConfirm, number: Number) -> Response:
    """审定一版目录：此后不再改变，作为报送与比对的依据。生成人不能审定自己生成的。"""
    await important.seal(session, node, number, by=caller.username)
    return Response(status_code=status.HTTP_204_NO_CONTENT)


@router.post(
    "/{number}/refusal",
    status_code=status.HTTP_204_NO_CONTENT,
    response_class=Response,
    responses=refusals(Unauthenticated, Forbidden, NotFound),
)
async def refuse(session: Session, caller: CanConfirm, number: Number, wanted: RestWanted) -> Response:
    """退回一版目录，说明原因。"""
    await important.refuse(session, number, wanted.reason, by=caller.username)
    return Response(status_code=status.HTTP_204_NO_CONTENT)


@router.get(
    "/{number}/file",
    response_class=Response,
    responses=refusals(Unauthenticated, Forbidden, NotFound)
    | {200: {"content": {CSV_TYPE: {}, XLSX_TYPE: {}, JSON_TYPE: {}}}},
)
async def file(
    session: Session,
    caller: CanSee,
    number: Number,
    form: Annotated[Literal["csv", "xlsx", "json"], Query(alias="format")] = "xlsx",
) -> Response:
    """一版目录的文件；不含数据内容本身。"""
    found = await important.get(session, number)
    await important.record_export(session, found, by=caller.username)
    content, media_type = await asyncio.to_thread(_file, found, form)
    name = quote(f"重要数据目录-{number}.{form}")
    headers = {"content-disposition": f"attachment; filename*=UTF-8''{name}"}
    return Response(content, media_type=media_type, headers=headers)


def _file(found: ImportantCatalogue, form: str) -> tuple[bytes, str]:
    if form == "json":
        told: dict[str, Any] = _view(found).model_dump(mode="json", by_alias=True)
        return msgspec.json.encode(told), JSON_TYPE
    rows = [catalogue_line(each) for each in found.entries]
    if form == "csv":
        return csv_file(CATALOGUE_HEADER, rows), CSV_TYPE
    return xlsx_file("重要数据目录", CATALOGUE_HEADER, rows), XLSX_TYPE
