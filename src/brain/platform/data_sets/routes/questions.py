"""Questions in SQL, and their answers as files."""

import asyncio
from datetime import date
from decimal import Decimal
from typing import Annotated, Any
from urllib.parse import quote

import pyarrow as pa
from fastapi import APIRouter, Depends, Response

from brain.kit.clock import now
from brain.kit.db import Session
from brain.kit.errors import Forbidden, Invalid, Unauthenticated, Unavailable
from brain.kit.http import refusals
from brain.kit.node import CurrentNode
from brain.kit.spreadsheet import CSV_TYPE, XLSX_TYPE, csv_file, xlsx_file
from brain.platform.data_sets.domain.acts import EXPORTED
from brain.platform.data_sets.schemas import AnswerColumn, AnswerView, ExportWanted, Question
from brain.platform.data_sets.service import asking
from brain.platform.identity.contract import Caller
from brain.platform.identity.service import require

router = APIRouter(prefix="/api/data-sets", tags=["数据集"])

CanQuery = Annotated[Caller, Depends(require("data_sets.query"))]
CanExport = Annotated[Caller, Depends(require("data_sets.export"))]
LARGEST_EXPORT = 50_000  # rows
ARROW_TYPE = "application/vnd.apache.arrow.stream"


@router.post(
    "/queries",
    response_model=AnswerView,
    responses=refusals(Unauthenticated, Forbidden, Invalid, Unavailable),
)
async def ask(session: Session, node: CurrentNode, caller: CanQuery, question: Question) -> AnswerView:
    """用 SQL 查询数据集；每次查询记入审计日志。"""
    answer = await asking.ask(session, node, caller, question.statement, question.limit)
    return AnswerView(
        columns=[AnswerColumn(name=field.name, type=str(field.type)) for field in answer.rows.schema],
        rows=_rows(answer.rows),
        cut=answer.cut,
        hidden=answer.hidden,
        narrowed=answer.narrowed,
        versions={name: version.number for name, version in answer.versions.items()},
        seconds=round(answer.seconds, 3),
    )


@router.post(
    "/queries/export",
    response_class=Response,
    responses=refusals(Unauthenticated, Forbidden, Invalid, Unavailable)
    | {200: {"content": {CSV_TYPE: {}, XLSX_TYPE: {}, ARROW_TYPE: {}}}},
)
async def export(session: Session, node: CurrentNode, caller: CanExport, wanted: ExportWanted) -> Response:
    """导出查询结果，最多 5 万行；CSV 与 Excel 的每一行带有导出人与时间的水印，导出记入审计日志。"""
    answer = await asking.ask(session, node, caller, wanted.statement, LARGEST_EXPORT, EXPORTED)
    if answer.cut:
        raise Invalid(f"结果超过 {LARGEST_EXPORT} 行，请缩小范围")
    at = now()
    mark = f"{caller.username} {at:%F %T}Z"
    content, media_type = await asyncio.to_thread(_file, answer.rows, wanted.format, mark)
    name = quote(f"查询结果-{at:%Y%m%d%H%M%S}.{wanted.format}")
    headers = {"content-disposition": f"attachment; filename*=UTF-8''{name}"}
    return Response(content, media_type=media_type, headers=headers)


def _rows(table: pa.Table) -> list[list[Any]]:
    """By place: two columns may have one name."""
    try:
        return [list(row) for row in zip(*(column.to_pylist() for column in table.columns), strict=True)]
    except OverflowError as error:
        raise Invalid("结果里有公元 9999 年之后的日期，无法显示") from error


def _file(table: pa.Table, kind: str, mark: str) -> tuple[bytes, str]:
    if kind == "arrow":
        target = pa.BufferOutputStream()
        marked = table.replace_schema_metadata({"exported": mark})
        with pa.ipc.new_stream(target, marked.schema) as stream:
            stream.write_table(marked)
        return target.getvalue().to_pybytes(), ARROW_TYPE
    rows = [[*(_cell(value) for value in row), mark] for row in _rows(table)]
    header = [*table.column_names, "水印"]
    if kind == "csv":
        return csv_file(header, rows), CSV_TYPE
    return xlsx_file("查询结果", header, rows), XLSX_TYPE


def _cell(value: Any) -> Any:
    """A list or a structure, which no spreadsheet holds, becomes text."""
    return value if value is None or isinstance(value, str | int | float | Decimal | date) else str(value)
