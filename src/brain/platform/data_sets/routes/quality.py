"""Quality of all data sets: the overview, the trend of one, the report of a period."""

from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Response

from brain.kit.datasets import DataSet
from brain.kit.db import Session
from brain.kit.errors import Forbidden, Invalid, NotFound, Unauthenticated
from brain.kit.http import refusals
from brain.kit.node import CurrentNode
from brain.platform.data_sets.routes.issues import FILES, file_of, view
from brain.platform.data_sets.routes.naming import FullName
from brain.platform.data_sets.routes.quality_shapes import (
    FileFormat,
    IssueView,
    QualityLineView,
    QualityOwnerView,
    QualityPointView,
    QualityReportView,
    QualityStandingView,
)
from brain.platform.data_sets.service import quality_report
from brain.platform.data_sets.service.quality_report import Line, Standing
from brain.platform.identity.contract import Caller
from brain.platform.identity.service import require

router = APIRouter(prefix="/api/data-quality", tags=["数据质量"])

CanRead = Annotated[Caller, Depends(require("data_sets.read"))]
AsFile = Annotated[FileFormat, Query(alias="format")]
REFUSALS = refusals(Unauthenticated, Forbidden)
STANDING = (
    "数据集",
    "查询用名",
    "责任部门",
    "得分",
    "比上一版",
    "行数",
    "平常行数",
    "构建时间",
    "未解决",
    "逾期",
    "没有构建成功的原因",
)
LINES = ("数据集", "查询用名", "责任部门", "期初得分", "期末得分", "变化", "出现", "解决", "接受", "现未解决")


def _named(data_set: DataSet) -> dict[str, Any]:
    return {name: getattr(data_set, name) for name in ("tier", "name", "title", "title_en", "owner")}


@router.get("/overview", response_model=list[QualityStandingView], responses=REFUSALS)
async def overview(session: Session, node: CurrentNode, caller: CanRead) -> list[dict[str, Any]]:
    """全部数据集的质量：得分与变化、未解决与逾期的问题、新鲜与行数；要紧的在前。"""
    return [_standing(each) for each in await quality_report.overview(session, node)]


@router.get("/overview/export", response_class=Response, responses=REFUSALS | FILES)
async def export_overview(
    session: Session, node: CurrentNode, caller: CanRead, file_format: AsFile = "xlsx"
) -> Response:
    """导出全部数据集的质量。"""
    found = await quality_report.overview(session, node)
    cells = [
        [
            each.data_set.title, each.data_set.full_name, each.data_set.owner, each.score, each.change,
            each.version.rows if each.version else None, each.usual_rows,
            each.version.built_at if each.version else None, each.unresolved, each.overdue, each.problem,
        ]
        for each in found
    ]  # fmt: skip
    return await file_of("数据质量", STANDING, cells, file_format)


@router.get(
    "/trend/{tier}/{name}",
    response_model=list[QualityPointView],
    responses=refusals(Unauthenticated, Forbidden, NotFound),
)
async def trend(session: Session, node: CurrentNode, caller: CanRead, name: FullName) -> list[Any]:
    """一个数据集最近 60 次核对的得分，先后为序；版本清除后仍保留。"""
    return await quality_report.trend(session, node, name)


@router.get(
    "/report", response_model=QualityReportView, responses=refusals(Unauthenticated, Forbidden, Invalid)
)
async def report(
    session: Session, node: CurrentNode, caller: CanRead, since: date, until: date
) -> QualityReportView:
    """一段时间的质量报告：哪些变差，哪些已修复，各责任部门办理了多少。"""
    found = await quality_report.report(session, node, since, until)
    return QualityReportView(
        since=found.since,
        until=found.until,
        lines=[QualityLineView(**_named(line.data_set), **_figures(line)) for line in found.lines],
        owners=[QualityOwnerView.model_validate(each) for each in found.owners],
        worse=[IssueView(**view(issue)) for issue in found.worse],
        repaired=[IssueView(**view(issue)) for issue in found.repaired],
    )


@router.get(
    "/report/export",
    response_class=Response,
    responses=refusals(Unauthenticated, Forbidden, Invalid) | FILES,
)
async def export_report(
    session: Session,
    node: CurrentNode,
    caller: CanRead,
    since: date,
    until: date,
    file_format: AsFile = "xlsx",
) -> Response:
    """导出一段时间的质量报告，一行一个数据集。"""
    found = await quality_report.report(session, node, since, until)
    cells = [
        [line.data_set.title, line.data_set.full_name, line.data_set.owner, *_figures(line).values()]
        for line in found.lines
    ]
    return await file_of(f"质量报告 {since} 至 {until}", LINES, cells, file_format)


def _figures(line: Line) -> dict[str, Any]:
    return {name: value for name, value in vars(line).items() if name != "data_set"}


def _standing(each: Standing) -> dict[str, Any]:
    version = each.version
    return {
        **_named(each.data_set),
        **{
            name: getattr(each, name)
            for name in ("score", "change", "usual_rows", "unresolved", "overdue", "problem")
        },
        "version": version.number if version else None,
        "built_at": version.built_at if version else None,
        "rows": version.rows if version else None,
    }
