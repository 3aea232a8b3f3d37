"""The registration of data sets in the catalogue of NDI-TR-2025-06."""

import asyncio
from datetime import datetime
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Query, Response, status
from fastapi.responses import JSONResponse
from pydantic import Field, StringConstraints

from brain.kit.db import Session
from brain.kit.errors import Conflict, Forbidden, Invalid, NotFound, Unauthenticated
from brain.kit.http import refusals
from brain.kit.node import CurrentNode
from brain.kit.schemas import Schema
from brain.kit.spreadsheet import XLSX_TYPE, xlsx_file
from brain.platform.data_sets.domain.description import CODES, Declared, english_of, text_of
from brain.platform.data_sets.domain.registration import RegistrationState, Step
from brain.platform.data_sets.routes.naming import FullName
from brain.platform.data_sets.schemas import Refusal
from brain.platform.data_sets.service import recording, registering
from brain.platform.data_sets.service.recording import HEADER, Entered
from brain.platform.identity.contract import Caller
from brain.platform.identity.service import require

router = APIRouter(prefix="/api/data-sets", tags=["数据集"])

CanRead = Annotated[Caller, Depends(require("data_sets.read"))]
CanDeclare = Annotated[Caller, Depends(require("data_sets.declare"))]
CanConfirm = Annotated[Caller, Depends(require("data_sets.confirm"))]
Line = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=400, pattern=r"^[^\x00]*$")
]
Word = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=40, pattern=r"^[^\x00]*$")
]
AsFile = Annotated[Literal["json", "xlsx"], Query(alias="format")]
READING = refusals(Unauthenticated, Forbidden, NotFound)
TAKING = refusals(Unauthenticated, Forbidden, NotFound, Conflict, Invalid)
FILES: dict[int | str, dict[str, Any]] = {200: {"content": {"application/json": {}, XLSX_TYPE: {}}}}


class CatalogueEntryWanted(Schema):
    """只有人能说的数据项；其余由平台填写。"""

    type: str = Field(
        "D", description="D 数据资源、P 数据产品（数据集）、A 数据产品（接口）；标识给出后不能改"
    )
    industry: str | None = Field(None, description="行业，GB/T 4754-2017 代码")
    region: str | None = Field(None, description="覆盖区域，GB/T 2260 代码")
    source: str | None = Field(None, description="数据来源代码；空为平台所知的")
    delivery: str | None = Field("001", description="交付方式代码")
    frequency: str | None = Field(None, description="更新频率代码")
    contact: Line | None = None
    terms: Line | None = Field(None, description="使用条件")
    keywords: list[Word] = Field([], max_length=20)

    def declared(self) -> Declared:
        told = self.model_dump()
        return Declared(**told | {"keywords": tuple(told["keywords"])})


class CatalogueFieldView(Schema):
    key: str
    title: str
    title_en: str
    text: str | None = Field(description="取值；代码后附名称")
    text_en: str | None = Field(description="同上，代码表的名称为英文")
    declared: bool = Field(description="由人填写")
    needed: Literal["review", "registration"] | None = Field(
        description="必填：review 提交审核前、registration 登记前"
    )


class RegistrationStepView(Schema):
    step: Step
    state: RegistrationState
    told: dict[str, Any] | None = Field(description="填写的数据项")
    reason: str | None
    by: str
    at: datetime


class RegistrationView(Schema):
    state: RegistrationState = Field(
        description="DRAFT 未提交、PENDING 待审核、AUDITED 审核通过、REGISTERED 已登记、ACTIVE 已发布"
    )
    identifier: str | None = Field(description="标识；登记之前为 TMP_ 开头的临时标识")
    temporary: bool
    submitted_by: str | None
    organisation_code: str | None = Field(description="本节点的统一社会信用代码；没有配置时不能登记")
    fields: list[CatalogueFieldView]
    declared: CatalogueEntryWanted
    steps: list[RegistrationStepView] = Field(description="各步办理，最新在前")


class CatalogueCodesView(Schema):
    standard: str
    version: str
    provisional: bool = Field(description="代码与标识结构暂行：没有取得规范原文")
    note: str
    tables: dict[str, dict[str, list[str]]] = Field(description="代码表：代码与中英文名称")


@router.get("/registrations/codes", response_model=CatalogueCodesView, responses=READING)
async def codes(caller: CanRead) -> dict[str, Any]:
    """目录登记的代码表（NDI-TR-2025-06，暂行）。"""
    return {name: CODES[name] for name in CatalogueCodesView.model_fields}


@router.get("/registrations/export", response_class=Response, responses=READING | FILES)
async def export_all(
    session: Session, node: CurrentNode, caller: CanRead, file_format: AsFile = "json"
) -> Response:
    """导出全部数据集的目录登记，一行一个数据集。"""
    entered = await recording.all_of(session, node)
    return await _file(entered, HEADER, [recording.row_of(each) for each in entered], file_format)


@router.get("/{tier}/{name}/registration", response_model=RegistrationView, responses=READING)
async def one(session: Session, node: CurrentNode, caller: CanRead, name: FullName) -> RegistrationView:
    """一个数据集的目录登记：数据项、缺什么、标识、状态与各步办理。"""
    entered = await recording.one(session, node, name)
    registration = entered.registration
    return RegistrationView(
        state=registration.state,
        identifier=registration.called,
        temporary=registration.identifier is None,
        submitted_by=registration.submitted_by,
        organisation_code=node.organisation_code,
        fields=[
            CatalogueFieldView(
                key=each.field.key,
                title=each.field.title,
                title_en=each.field.title_en,
                text=text_of(each),
                text_en=english_of(each),
                declared=each.field.declared,
                needed=each.field.needed,
            )
            for each in entered.filled
        ],
        declared=CatalogueEntryWanted.model_validate(registration.declared),
        steps=[RegistrationStepView.model_validate(each) for each in await recording.steps(session, name)],
    )


@router.get("/{tier}/{name}/registration/export", response_class=Response, responses=READING | FILES)
async def export_one(
    session: Session, node: CurrentNode, caller: CanRead, name: FullName, file_format: AsFile = "json"
) -> Response:
    """导出一个数据集的目录登记，一行一个数据项。"""
    entered = await recording.one(session, node, name)
    lines = list(zip(HEADER, recording.row_of(entered), strict=True))
    return await _file([entered], ("数据项", "取值"), lines, file_format)


@router.put(
    "/{tier}/{name}/registration",
    status_code=status.HTTP_204_NO_CONTENT,
    response_class=Response,
    responses=TAKING,
)
async def describe(
    session: Session, node: CurrentNode, caller: CanDeclare, name: FullName, wanted: CatalogueEntryWanted
) -> Response:
    """填写只有人能说的数据项；审核过的改动后须重新审核，标识不变。"""
    await registering.describe(session, node, name, wanted.declared(), caller.username)
    return Response(status_code=status.HTTP_204_NO_CONTENT)


@router.post(
    "/{tier}/{name}/registration/{step}",
    status_code=status.HTTP_204_NO_CONTENT,
    response_class=Response,
    responses=TAKING,
)
async def take(
    session: Session,
    node: CurrentNode,
    caller: CanDeclare,
    name: FullName,
    step: Literal["submit", "register", "publish"],
) -> Response:
    """提交审核、登记（赋予标识）、发布。"""
    taken = {"submit": registering.submit, "register": registering.register, "publish": registering.publish}
    await taken[step](session, node, name, caller.username)
    return Response(status_code=status.HTTP_204_NO_CONTENT)


@router.post(
    "/{tier}/{name}/registration-approval",
    status_code=status.HTTP_204_NO_CONTENT,
    response_class=Response,
    responses=TAKING,
)
async def approve(session: Session, node: CurrentNode, caller: CanConfirm, name: FullName) -> Response:
    """审核通过；提交人不能审核自己提交的。"""
    await registering.approve(session, node, name, caller.username)
    return Response(status_code=status.HTTP_204_NO_CONTENT)


@router.post(
    "/{tier}/{name}/registration-refusal",
    status_code=status.HTTP_204_NO_CONTENT,
    response_class=Response,
    responses=TAKING,
)
async def refuse(
    session: Session, node: CurrentNode, caller: CanConfirm, name: FullName, wanted: Refusal
) -> Response:
    """退回，说明原因。"""
    await registering.refuse(session, node, name, wanted.reason, caller.username)
    return Response(status_code=status.HTTP_204_NO_CONTENT)


@router.post(
    "/{tier}/{name}/registration-withdrawal",
    status_code=status.HTTP_204_NO_CONTENT,
    response_class=Response,
    responses=TAKING,
)
async def withdraw(
    session: Session, node: CurrentNode, caller: CanDeclare, name: FullName, wanted: Refusal
) -> Response:
    """从目录撤下，说明原因；标识保留。"""
    await registering.withdraw(session, node, name, wanted.reason, caller.username)
    return Response(status_code=status.HTTP_204_NO_CONTENT)


async def _file(entered: list[Entered], header: Any, rows: Any, file_format: str) -> Response:
    named = {"content-disposition": f'attachment; filename="catalogue.{file_format}"'}
    if file_format == "json":
        return JSONResponse(recording.document(entered), headers=named)
    content = await asyncio.to_thread(xlsx_file, "目录登记", header, rows)
    return Response(content, media_type=XLSX_TYPE, headers=named)
