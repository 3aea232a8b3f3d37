"""Searching and exporting enterprises; their other families and their history."""

import asyncio
from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Response

from brain.kit.db import Session
from brain.kit.errors import Forbidden, Unauthenticated
from brain.kit.events import Recorded, announce
from brain.kit.http import refusals
from brain.kit.schemas import Page
from brain.kit.spreadsheet import CSV_TYPE, XLSX_TYPE, csv_file, xlsx_file
from brain.platform.data_warehouse import service
from brain.platform.data_warehouse.contract import Enterprise, Family
from brain.platform.data_warehouse.domain import TooManyToExport, industry_name, region_name
from brain.platform.data_warehouse.domain.acts import EXPORTED as EXPORT_DONE
from brain.platform.data_warehouse.schemas import (
    EnterpriseView,
    ExportQuery,
    FactsHistoryView,
    FamiliesView,
    FamilyHistoryView,
    SearchQuery,
    TotalsView,
)
from brain.platform.identity.contract import Caller
from brain.platform.identity.service import require
from brain.reference.credit_code import SHAPE

router = APIRouter(prefix="/api/data-warehouse", tags=["产业数据仓"])
REFUSALS = refusals(Unauthenticated, Forbidden)

CanRead = Annotated[Caller, Depends(require("data_warehouse.read"))]
CanExport = Annotated[Caller, Depends(require("data_warehouse.export"))]
CreditCodePath = Annotated[str, Path(pattern=rf"^{SHAPE}$", description="统一社会信用代码")]
SEE_PERSONAL = "data_warehouse.see_personal"

EXPORTED = {name: field.description or name for name, field in EnterpriseView.model_fields.items()}


async def _views(session: Session, enterprises: Sequence[Enterprise]) -> list[EnterpriseView]:
    industries = await service.industry_names(
        session, {e.industry_code for e in enterprises if e.industry_code}
    )
    return [
        EnterpriseView.model_validate(
            vars(enterprise)
            | {
                "region_name": region_name(enterprise.region_code),
                "industry_name": industries.get(enterprise.industry_code or "")
                or industry_name(enterprise.industry_code),
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
    details = {
        "rows": len(rows),
        "format": query.format,
        **query.model_dump(mode="json", exclude={"format"}, exclude_none=True),
    }
    await announce(session, Recorded(act=EXPORT_DONE, details=details))
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


@router.get("/enterprises/{credit_code}/history", response_model=FactsHistoryView, responses=REFUSALS)
async def history(session: Session, caller: CanRead, credit_code: CreditCodePath) -> FactsHistoryView:
    """一家企业每一项事实的取值、有效期与来源，现行的在前。"""
    facts = await service.history(session, credit_code, personal=SEE_PERSONAL in caller.scopes)
    views = [
        FamilyHistoryView.model_validate({"family": family, "facts": of})
        for family, of in facts.items()
        if of
    ]
    return FactsHistoryView(families=views)


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
