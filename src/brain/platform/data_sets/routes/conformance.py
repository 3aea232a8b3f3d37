"""How data sets keep to the standards: all of them, one of them, the elements that people give columns."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Response, status

from brain.kit.db import Session
from brain.kit.errors import Forbidden, Invalid, NotFound, Unauthenticated
from brain.kit.http import refusals
from brain.kit.node import CurrentNode
from brain.kit.schemas import Page, Search, WantedPage
from brain.kit.spreadsheet import CSV_TYPE, Cell, csv_file
from brain.platform.data_sets.contract import Name
from brain.platform.data_sets.domain.conformance import Checked, ColumnConformance
from brain.platform.data_sets.routes.conformance_views import (
    ColumnConformanceView,
    ConformanceProblemView,
    DataSetConformanceView,
    DataSetStandingView,
    ElementChoiceView,
    ElementSuggestionView,
    ElementWanted,
    HoldingColumnView,
    VersionRateView,
)
from brain.platform.data_sets.routes.naming import FullName
from brain.platform.data_sets.service import conforming
from brain.platform.data_sets.service.conforming import Detail, Standing
from brain.platform.identity.contract import Caller
from brain.platform.identity.service import require

router = APIRouter(prefix="/api/data-sets", tags=["数据集"])

CanRead = Annotated[Caller, Depends(require("data_sets.read"))]
CanManage = Annotated[Caller, Depends(require("data_sets.manage"))]
CanDeclare = Annotated[Caller, Depends(require("data_sets.declare"))]
REFUSALS = refusals(Unauthenticated, Forbidden)
HEADER = ("数据集", "名称", "版本", "检查日期", "列", "数据元", "问题", "不符合的值数")


@router.get("/conformance", response_model=Page[DataSetStandingView], responses=REFUSALS)
async def listed(
    session: Session, node: CurrentNode, caller: CanRead, paging: WantedPage, words: Search = None
) -> dict[str, Any]:
    """各数据集的落标率：落标的列占全部列的比例，低的在前。"""
    found = [_standing(each) for each in await conforming.standings(session, node, words)]
    shown = found[paging.offset : paging.offset + paging.page_size]
    return {"items": shown, "total": len(found), "page": paging.page, "page_size": paging.page_size}


@router.get(
    "/conformance/export", response_class=Response, responses=REFUSALS | {200: {"content": {CSV_TYPE: {}}}}
)
async def export(session: Session, node: CurrentNode, caller: CanRead, words: Search = None) -> Response:
    """全部数据集没有落标的列与原因，CSV；没有取值。"""
    rows: list[list[Cell]] = [
        [
            standing.entry.data_set.full_name,
            standing.entry.data_set.title,
            standing.checked.version,
            standing.checked.day,
            column.column,
            column.element or "",
            problem.message,
            problem.wrong.count,
        ]
        for standing in await conforming.standings(session, node, words)
        if standing.checked
        for column in standing.checked.columns
        for problem in column.problems
    ]
    headers = {"content-disposition": 'attachment; filename="conformance.csv"'}
    return Response(csv_file(HEADER, rows), media_type=CSV_TYPE, headers=headers)


@router.post(
    "/conformance/check", status_code=status.HTTP_202_ACCEPTED, response_class=Response, responses=REFUSALS
)
async def check(session: Session, caller: CanManage) -> Response:
    """立即检查有变化的数据集（平时每十分钟自动检查一次）。"""
    await conforming.ask_to_check(session)
    return Response(status_code=status.HTTP_202_ACCEPTED)


@router.get("/elements/{element}/columns", response_model=list[HoldingColumnView], responses=REFUSALS)
async def holding(
    session: Session, node: CurrentNode, caller: CanRead, element: Annotated[Name, Path()]
) -> list[HoldingColumnView]:
    """使用一个数据元的列。"""
    return [
        HoldingColumnView(
            tier=data_set.tier,
            name=data_set.name,
            title=data_set.title,
            title_en=data_set.title_en,
            column=column.name,
            column_title=column.title,
            column_title_en=column.title_en,
        )
        for data_set, column in await conforming.holding(session, node, element)
    ]


@router.get(
    "/{tier}/{name}/conformance",
    response_model=DataSetConformanceView,
    responses=refusals(Unauthenticated, Forbidden, NotFound),
)
async def one(session: Session, node: CurrentNode, caller: CanRead, name: FullName) -> DataSetConformanceView:
    """一个数据集的落标情况：各列的数据元、问题与建议；您无权查看取值的列没有例子。"""
    return _view(await conforming.detail(session, node, caller, name))


@router.post(
    "/{tier}/{name}/elements",
    status_code=status.HTTP_204_NO_CONTENT,
    response_class=Response,
    responses=refusals(Unauthenticated, Forbidden, NotFound, Invalid),
)
async def choose(
    session: Session, node: CurrentNode, caller: CanDeclare, name: FullName, wanted: ElementWanted
) -> Response:
    """认定一列的数据元，或认定它没有；下一次检查以此为准。"""
    told = (wanted.column, wanted.element, wanted.reason)
    await conforming.choose(session, node, name, told, by=caller.username)
    return Response(status_code=status.HTTP_204_NO_CONTENT)


def _standing(standing: Standing) -> DataSetStandingView:
    data_set, checked = standing.entry.data_set, standing.checked
    return DataSetStandingView(
        tier=data_set.tier,
        name=data_set.name,
        title=data_set.title,
        title_en=data_set.title_en,
        columns=len(data_set.own_columns),
        conforming=checked.conforming if checked else None,
        without_element=_without_element(checked) if checked else None,
        wrong_values=checked.wrong_values if checked else None,
        rate=checked.rate if checked else None,
        version=checked.version if checked else None,
        checked_at=checked.checked_at if checked else None,
    )


def _without_element(checked: Checked) -> int:
    return sum(each.element is None for each in checked.columns)


def _view(found: Detail) -> DataSetConformanceView:
    newest = found.past[0] if found.past else None
    checked = {each.column: each for each in newest.columns} if newest else {}
    columns = [
        ColumnConformanceView(
            column=column.name,
            title=column.title,
            title_en=column.title_en,
            element=column.element,
            problems=_problems(checked.get(column.name), hidden=column.name in found.hidden),
            suggestions=[
                ElementSuggestionView(
                    element=each.element.code,
                    title=each.element.title,
                    title_en=each.element.title_en,
                    reason=each.reason,
                )
                for each in found.suggested.get(column.name, ())
            ],
        )
        for column in found.data_set.own_columns
    ]
    return DataSetConformanceView(
        version=newest.version if newest else None,
        day=newest.day if newest else None,
        checked_at=newest.checked_at if newest else None,
        rate=newest.rate if newest else None,
        columns=columns,
        past=[VersionRateView(version=each.version, rate=each.rate) for each in found.past],
        choices=[ElementChoiceView.model_validate(each) for each in found.choices],
    )


def _problems(checked: ColumnConformance | None, *, hidden: bool) -> list[ConformanceProblemView]:
    return [
        ConformanceProblemView(
            kind=each.kind,
            message=each.message,
            count=each.wrong.count,
            examples=[] if hidden else list(each.wrong.examples),
        )
        for each in (checked.problems if checked else ())
    ]
