"""DCMM: the 28 items with what the platform proves of them now, what people state, and both as a table."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Path, Response

from brain.kit.clock import now
from brain.kit.db import Session
from brain.kit.errors import Forbidden, Invalid, NotFound, Unauthenticated
from brain.kit.http import refusals
from brain.kit.node import CurrentNode
from brain.kit.spreadsheet import XLSX_TYPE, Cell, xlsx_file
from brain.platform.identity.contract import Caller
from brain.platform.standards.domain.dcmm import Stated, Statement
from brain.platform.standards.routes.naming import CanRead, CanState
from brain.platform.standards.schemas import (
    DcmmItemView,
    DcmmProofView,
    DcmmView,
    NewStatement,
    StatementView,
)
from brain.platform.standards.service import proving
from brain.platform.standards.service.proving import Proven

router = APIRouter(prefix="/api/standards", tags=["数据标准"])

REFUSALS = refusals(Unauthenticated, Forbidden)
ItemPath = Annotated[str, Path(max_length=60, description="能力项的标识，如 quality.checking")]
HEADER = (
    "能力域", "能力项", "类别", "名称", "数量", "总数", "说明", "页面或链接", "文件", "填写人", "时间",
)  # fmt: skip


@router.get("/dcmm", response_model=DcmmView, responses=REFUSALS)
async def listed(session: Session, node: CurrentNode, caller: CanRead) -> DcmmView:
    """DCMM（GB/T 36073-2018）八个能力域 28 个能力项：平台此刻能证明什么，人写了什么。等级由评估机构评定。"""
    counted_at = now()
    found = await proving.proven(session, node)
    return DcmmView(counted_at=counted_at, items=[_item(each, caller) for each in found])


@router.get("/dcmm.xlsx", response_class=Response, responses=REFUSALS | {200: {"content": {XLSX_TYPE: {}}}})
async def export(session: Session, node: CurrentNode, caller: CanRead) -> Response:
    """DCMM 证据与自述，Excel：每项证据、每份自述一行。"""
    counted_at = now()
    rows = _rows(await proving.proven(session, node), counted_at)
    headers = {"content-disposition": 'attachment; filename="dcmm.xlsx"'}
    return Response(xlsx_file("DCMM 证据", HEADER, rows), media_type=XLSX_TYPE, headers=headers)


@router.put(
    "/dcmm/{item}/statement",
    response_model=StatementView,
    responses=refusals(Unauthenticated, Forbidden, NotFound, Invalid),
)
async def state(session: Session, caller: CanState, item: ItemPath, wanted: NewStatement) -> StatementView:
    """写下本单位对一个能力项的自述，取代此前的；此前的留在历史里。"""
    statement = Statement(text=wanted.text, link=wanted.link, file_name=wanted.file_name)
    return _statement(await proving.state(session, item, statement, by=caller.username))


@router.get(
    "/dcmm/{item}/statements",
    response_model=list[StatementView],
    responses=refusals(Unauthenticated, Forbidden, NotFound),
)
async def history(session: Session, caller: CanRead, item: ItemPath) -> list[StatementView]:
    """一个能力项的历次自述，最新的在前。"""
    return [_statement(each) for each in await proving.history(session, item)]


def _item(found: Proven, caller: Caller) -> DcmmItemView:
    """Pages that the caller may not see are left out."""
    return DcmmItemView(
        domain=found.domain.code,
        domain_title=found.domain.title,
        domain_title_en=found.domain.title_en,
        code=found.item.code,
        title=found.item.title,
        title_en=found.item.title_en,
        evidence=[
            DcmmProofView(
                title=each.title,
                title_en=each.title_en,
                rule=each.rule,
                rule_en=each.rule_en,
                page=each.page if each.scope is None or each.scope in caller.scopes else None,
                count=counted.count,
                whole=counted.whole,
            )
            for each, counted in found.evidence
        ],
        statement=_statement(found.stated) if found.stated else None,
    )


def _statement(stated: Stated) -> StatementView:
    return StatementView(**vars(stated.statement), by=stated.by, at=stated.at)


def _rows(found: Sequence[Proven], counted_at: datetime) -> Iterator[list[Cell]]:
    for each in found:
        place = (each.domain.title, each.item.title)
        for proof, counted in each.evidence:
            told = (proof.title, counted.count, counted.whole, proof.rule, proof.page)
            yield [*place, "平台证据", *told, None, None, counted_at]
        if not each.evidence:
            yield [*place, "平台不产生证据"]
        if each.stated:
            own = each.stated.statement
            told_by_people = (own.text, own.link, own.file_name, each.stated.by, each.stated.at)
            yield [*place, "自述", None, None, None, *told_by_people]
