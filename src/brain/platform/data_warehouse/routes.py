"""Looking up, searching and exporting enterprises; the code lists that the filters offer."""

import asyncio
from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Response

from brain.kit.db import Session
from brain.kit.errors import Forbidden, NotFound, Unauthenticated
from brain.kit.http import refusals
from brain.kit.schemas import Page
from brain.kit.spreadsheet import CSV_TYPE, XLSX_TYPE, csv_file, xlsx_file
from brain.platform.data_warehouse import service
from brain.platform.data_warehouse.contract import Enterprise, Family
from brain.platform.data_warehouse.domain import TooManyToExport
from brain.platform.data_warehouse.schemas import (
    CodeListView,
    CodeView,
    EnterpriseView,
    ExportQuery,
    FamiliesView,
    FamilyHistoryView,
    HistoryView,
    NameLookupView,
    SearchQuery,
    TotalsView,
)
from brain.platform.identity.contract import Caller
from brain.platform.identity.service import SettledCaller, require
from brain.reference.credit_code import SHAPE
from brain.reference.region import GAZETTEER

router = APIRouter(prefix="/api/data-warehouse", tags=["产业数据仓"])
REFUSALS = refusals(Unauthenticated, Forbidden)

CanRead = Annotated[Caller, Depends(require("data_warehouse.read"))]
CanExport = Annotated[Caller, Depends(require("data_warehouse.export"))]
CreditCodePath = Annotated[str, Path(pattern=rf"^{SHAPE}$", description="统一社会信用代码")]
SEE_PERSONAL = "data_warehouse.see_personal"

EXPORTED = {name: field.description or name for name, field in EnterpriseView.model_fields.items()}


def _region_name(code: str | None) -> str | None:
    region = GAZETTEER.nearest(code) if code else None
    return GAZETTEER.full_name(region) if region else None


async def _views(session: Session, enterprises: Sequence[Enterprise]) -> list[EnterpriseView]:
    industries = await service.industry_names(
        session, {e.industry_code for e in enterprises if e.industry_code}
    )
    return [
        EnterpriseView.model_validate(
            vars(enterprise)
            | {
                "region_name": _region_name(enterprise.region_code),
                "industry_name": industries.get(enterprise.industry_code or ""),
            }
        )
        for enterprise in enterprises
    ]


@router.get("/enterprises", response_model=Page[EnterpriseView], responses=REFUSALS)
async def search(
    session: Session, caller: CanRead, query: Annotated[SearchQuery, Query()]
) -> Page[EnterpriseView]:
    """按名称、地区、行业、成立年份、注册资本检索企业，新成立的在前。"""
    offset = (query.page - 1) * query.page_size
    found, total = await service.search(session, query.filters, offset=offset, limit=query.page_size)
    return Page(items=await _views(session, found), total=total, page=query.page, page_size=query.page_size)


@router.get(
    "/enterprises/export",
    response_class=Response,
    responses=refusals(Unauthenticated, Forbidden, TooManyToExport)
    | {200: {"content": {CSV_TYPE: {}, XLSX_TYPE: {}}}},
)
async def export(session: Session, caller: CanExport, query: Annotated[ExportQuery, Query()]) -> Response:
    """导出符合条件的企业（不含个人信息）；表格中的文字不会被当作公式执行。"""
    rows = [view.model_dump() for view in await _views(session, await service.export(session, query.filters))]
    hidden = {"legal_person_name"}
    columns = [name for name in EXPORTED if name not in hidden]
    header = [EXPORTED[name] for name in columns]
    cells = ([_cell(row[name]) for name in columns] for row in rows)
    if query.format == "csv":
        content, kind = await asyncio.to_thread(csv_file, header, cells), CSV_TYPE
    else:
        content, kind = await asyncio.to_thread(xlsx_file, "企业", header, cells), XLSX_TYPE
    disposition = f'attachment; filename="enterprises.{query.format}"'
    return Response(content, media_type=kind, headers={"content-disposition": disposition})


def _cell(value: object) -> str | None:
    if isinstance(value, list):
        return "；".join(value)
    return None if value is None else str(value)


@router.get("/enterprises/lookup", response_model=NameLookupView, responses=REFUSALS)
async def lookup(
    session: Session,
    caller: CanRead,
    name: Annotated[str, Query(min_length=1, max_length=200, description="企业名称")],
) -> NameLookupView:
    """按名称查找：先原名，再规范化名称（全半角、括号、空格等），再曾用名。"""
    found = await service.get_by_name(session, name, personal=SEE_PERSONAL in caller.scopes)
    return NameLookupView(how=found.how, enterprises=await _views(session, found.enterprises))


@router.get(
    "/enterprises/{credit_code}",
    response_model=EnterpriseView,
    responses=refusals(Unauthenticated, Forbidden, NotFound),
)
async def enterprise(session: Session, caller: CanRead, credit_code: CreditCodePath) -> EnterpriseView:
    """一家企业的基础工商信息。"""
    found = await service.get_by_code(session, credit_code, personal=SEE_PERSONAL in caller.scopes)
    if found is None:
        raise NotFound("未查到该统一社会信用代码对应的企业")
    return (await _views(session, [found]))[0]


@router.get("/enterprises/{credit_code}/families", response_model=FamiliesView, responses=REFUSALS)
async def families(session: Session, caller: CanRead, credit_code: CreditCodePath) -> FamiliesView:
    """一家企业的专利、商标、对外投资与荣誉。"""
    return FamiliesView.model_validate(
        {
            "patents": await service.families(session, credit_code, Family.PATENT),
            "trademarks": await service.families(session, credit_code, Family.TRADEMARK),
            "investments": await service.families(session, credit_code, Family.INVESTMENT),
            "honours": await service.families(session, credit_code, Family.HONOUR),
        }
    )


@router.get("/enterprises/{credit_code}/history", response_model=HistoryView, responses=REFUSALS)
async def history(session: Session, caller: CanRead, credit_code: CreditCodePath) -> HistoryView:
    """一家企业每一项事实的取值、有效期与来源，现行的在前。"""
    facts = await service.history(session, credit_code, personal=SEE_PERSONAL in caller.scopes)
    views = [
        FamilyHistoryView.model_validate({"family": family, "facts": of})
        for family, of in facts.items()
        if of
    ]
    return HistoryView(families=views)


@router.get("/totals", response_model=TotalsView, responses=REFUSALS)
async def totals(session: Session, caller: CanRead) -> TotalsView:
    """各类数据的条数与最近更新时间。"""
    found = await service.totals(session)
    return TotalsView(
        enterprises=found.counts[Family.BASIC],
        patents=found.counts[Family.PATENT],
        trademarks=found.counts[Family.TRADEMARK],
        investments=found.counts[Family.INVESTMENT],
        honours=found.counts[Family.HONOUR],
        changed_at=found.changed_at,
    )


@router.get("/regions", response_model=CodeListView, responses=REFUSALS)
async def regions(
    caller: SettledCaller,
    parent: Annotated[
        str | None, Query(pattern=r"^[1-9]\d{5}$", description="上级行政区划代码；空为省级")
    ] = None,
) -> CodeListView:
    """下一级行政区划（GB/T 2260，现行）。"""
    children = GAZETTEER.children(parent)
    return CodeListView(items=[CodeView(code=region.code, name=region.name) for region in children])


@router.get("/industries", response_model=CodeListView, responses=REFUSALS)
async def industries(
    session: Session,
    caller: SettledCaller,
    parent: Annotated[
        str | None, Query(pattern=r"^[A-T]\d{0,3}$", description="上级行业代码；空为门类")
    ] = None,
) -> CodeListView:
    """下一级行业（GB/T 4754）；导入全表后含中类与小类。"""
    children = await service.industries_below(session, parent)
    return CodeListView(items=[CodeView(code=code, name=name) for code, name in children.items()])
