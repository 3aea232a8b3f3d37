"""Classes and grades of all data sets, of one, of its columns."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Literal, Self
from urllib.parse import quote

from fastapi import APIRouter, Depends, Path, Query, Response

from brain.kit.clock import now
from brain.kit.datasets import Tier
from brain.kit.db import Session
from brain.kit.errors import Forbidden, Invalid, NotFound, Unauthenticated
from brain.kit.http import refusals
from brain.kit.node import CurrentNode
from brain.kit.schemas import Page, Search, WantedPage
from brain.kit.spreadsheet import CSV_TYPE, XLSX_TYPE, csv_file, xlsx_file
from brain.platform.data_sets.contract import ColumnFindingView, Name
from brain.platform.data_sets.service.grading import Grade
from brain.platform.grading.contract import BookState, Graded, GradedColumn
from brain.platform.grading.schemas import (
    ColumnGradeWanted,
    FactsShape,
    GradedColumnView,
    GradedDataSetView,
    GradeDecidedView,
    GradeReasonView,
    HarmView,
    ProposedGradeView,
    RestWanted,
    TaughtView,
    WholeGradedView,
)
from brain.platform.grading.service import book
from brain.platform.grading.service.sheet import HEADER, lines
from brain.platform.identity.contract import Caller
from brain.platform.identity.service import require

router = APIRouter(prefix="/api/grading", tags=["分类分级"])

CanRead = Annotated[Caller, Depends(require("data_sets.read"))]
CanTell = Annotated[Caller, Depends(require("grading.tell"))]
CanExport = Annotated[Caller, Depends(require("grading.export"))]
CanConfirm = Annotated[Caller, Depends(require("data_sets.confirm"))]
ONE = refusals(Unauthenticated, Forbidden, NotFound)


def full_name(tier: Tier, name: Annotated[Name, Path()]) -> str:
    return f"{tier}.{name}"


FullName = Annotated[str, Depends(full_name)]


@dataclass(frozen=True)
class Narrowed:
    """Which data sets the caller wants to see."""

    words: str | None
    state: BookState | None
    least: int

    @classmethod
    def of(
        cls,
        words: Search = None,
        state: Annotated[
            BookState | None, Query(description="unconfirmed 有未确认的列、changed 有更高的发现")
        ] = None,
        least: Annotated[int, Query(alias="leastLevel", ge=1, le=6, description="至少的级别")] = 1,
    ) -> Self:
        return cls(words, state, least)

    def kept(self, found: Sequence[Graded]) -> list[Graded]:
        """Strictest first."""
        kept = [each for each in found if self.state in {None, each.state} and each.level >= self.least]
        return sorted(kept, key=lambda each: -each.level)


WantedSets = Annotated[Narrowed, Depends(Narrowed.of)]


@router.get(
    "/data-sets",
    response_model=Page[GradedDataSetView],
    responses=refusals(Unauthenticated, Forbidden),
)
async def listed(
    session: Session,
    node: CurrentNode,
    caller: CanRead,
    paging: WantedPage,
    narrowed: WantedSets,
) -> Page[GradedDataSetView]:
    """各数据集的分类与级别，级别高的在前。"""
    found = narrowed.kept(await book.book(session, node, narrowed.words))
    shown = found[paging.offset : paging.offset + paging.page_size]
    return Page(
        items=[_listed(each) for each in shown],
        total=len(found),
        page=paging.page,
        page_size=paging.page_size,
    )


@router.get(
    "/export",
    response_class=Response,
    responses=refusals(Unauthenticated, Forbidden) | {200: {"content": {CSV_TYPE: {}, XLSX_TYPE: {}}}},
)
async def export(
    session: Session,
    node: CurrentNode,
    caller: CanExport,
    narrowed: WantedSets,
    form: Annotated[Literal["csv", "xlsx"], Query(alias="format")] = "xlsx",
) -> Response:
    """分类分级清单，逐列：分类路径、数据范围及示例、加工程度、影响对象与程度、建议级别、确定级别。"""
    found = narrowed.kept(await book.book(session, node, narrowed.words))
    await book.record_export(session, [each.data_set.full_name for each in found], by=caller.username)
    rows = [line for each in found for line in lines(each)]
    if form == "csv":
        content, media_type = await asyncio.to_thread(csv_file, HEADER, rows), CSV_TYPE
    else:
        content, media_type = await asyncio.to_thread(xlsx_file, "分类分级清单", HEADER, rows), XLSX_TYPE
    name = quote(f"分类分级清单-{now():%Y%m%d%H%M%S}.{form}")
    headers = {"content-disposition": f"attachment; filename*=UTF-8''{name}"}
    return Response(content, media_type=media_type, headers=headers)


@router.get("/data-sets/{tier}/{name}", response_model=WholeGradedView, responses=ONE)
async def one(session: Session, node: CurrentNode, caller: CanRead, name: FullName) -> WholeGradedView:
    """一个数据集的分类与级别：各列的依据、建议与决定，为什么是这一级。"""
    return _whole(await book.one(session, node, name))


@router.put(
    "/data-sets/{tier}/{name}/facts",
    response_model=WholeGradedView,
    responses=refusals(Unauthenticated, Forbidden, NotFound, Invalid),
)
async def tell(
    session: Session, node: CurrentNode, caller: CanTell, name: FullName, wanted: FactsShape
) -> WholeGradedView:
    """填写分类、分级要素、加工程度与备案内容；级别随即重新判定。"""
    return _whole(await book.tell(session, node, name, wanted.facts(), by=caller.username))


@router.post(
    "/data-sets/{tier}/{name}/columns",
    response_model=WholeGradedView,
    responses=refusals(Unauthenticated, Forbidden, NotFound, Invalid),
)
async def decide(
    session: Session, node: CurrentNode, caller: CanConfirm, name: FullName, wanted: ColumnGradeWanted
) -> WholeGradedView:
    """确定一列的级别、分类与是否锁定，立即生效。"""
    grade = Grade(**wanted.model_dump())
    return _whole(await book.decide(session, node, name, grade, by=caller.username))


@router.post(
    "/data-sets/{tier}/{name}/confirmation",
    response_model=WholeGradedView,
    responses=refusals(Unauthenticated, Forbidden, NotFound, Invalid),
)
async def confirm_rest(
    session: Session, node: CurrentNode, caller: CanConfirm, name: FullName, wanted: RestWanted
) -> WholeGradedView:
    """按建议确认全部未确认的列；不低于现行的级别。"""
    return _whole(await book.confirm_rest(session, node, name, wanted.reason, by=caller.username))


def _listed(graded: Graded) -> GradedDataSetView:
    data_set = graded.data_set
    return GradedDataSetView(
        tier=data_set.tier,
        name=data_set.name,
        title=data_set.title,
        title_en=data_set.title_en,
        path=graded.path,
        level=graded.level,
        columns=len(graded.columns),
        unconfirmed=len(graded.unconfirmed),
        changed=len(graded.changed),
        state=graded.state,
        rows=graded.version.rows if graded.version else None,
    )


def _whole(graded: Graded) -> WholeGradedView:
    grading = graded.facts.grading
    return WholeGradedView(
        **_listed(graded).model_dump(),
        facts=FactsShape(
            category=grading.category,
            processing=grading.processing,
            case=grading.case,
            measures=grading.measures,
            marks=sorted(grading.marks),
            filing=graded.facts.filing,
        ),
        told_by=graded.facts.by,
        told_at=graded.facts.at,
        reasons=[
            GradeReasonView(why=each.why, rule=each.rule, level=each.level, columns=list(each.columns))
            for each in graded.assessment.reasons
        ],
        rules_version=graded.assessment.rules_version,
        column_grades=[_column(each) for each in graded.columns],
    )


def _column(graded: GradedColumn) -> GradedColumnView:
    column = graded.column
    return GradedColumnView(
        name=column.name,
        title=column.title,
        title_en=column.title_en,
        level=column.level,
        personal=column.personal,
        category=graded.category,
        path=graded.path,
        harms=[HarmView.model_validate(each) for each in graded.harms],
        found=ColumnFindingView.model_validate(graded.finding) if graded.finding else None,
        examples=list(graded.finding.examples) if graded.finding else [],
        taught=TaughtView(level=graded.taught.level, columns=list(graded.taught.columns))
        if graded.taught
        else None,
        proposed=ProposedGradeView.model_validate(graded.proposed),
        decided=GradeDecidedView.model_validate(graded.decided) if graded.decided else None,
        changed=graded.decided is not None and graded.decided.outdated,
    )
