"""Lists of points in sheets."""

import json
from typing import Annotated, Any, Final
from urllib.parse import quote

from fastapi import APIRouter, Query, Request, Response, status
from pydantic import AfterValidator

from brain.kit.db import Session
from brain.kit.errors import Conflict, Forbidden, Invalid, NotFound, TooLarge, Unauthenticated
from brain.kit.http import RAW_BODY, refusals
from brain.kit.schemas import Page, WantedPage, without_null
from brain.kit.sheets import received
from brain.kit.spreadsheet import XLSX_TYPE
from brain.platform.shop_floor.adapters.point_sheets import shown
from brain.platform.shop_floor.domain.listing import Added, Changed
from brain.platform.shop_floor.domain.point_lists import BY_NAME
from brain.platform.shop_floor.queries import sources as registered
from brain.platform.shop_floor.routes.asking import CanConfigure, CanSee, Id
from brain.platform.shop_floor.schemas.point_lists import (
    PointFieldChange,
    PointImportView,
    PointListPreview,
    PointListRow,
    RefusedCellView,
    UndonePointImport,
)
from brain.platform.shop_floor.service import point_lists
from brain.platform.shop_floor.service.point_lists import Tried

router = APIRouter(prefix="/api/shop-floor/point-list", tags=["设备与采集"])
MOST_SHOWN: Final = 200
FileName = Annotated[
    str, Query(min_length=1, max_length=200, description="文件名"), AfterValidator(without_null)
]
Mark = Annotated[str, Query(pattern="^[0-9a-f]{64}$", description="预览给出的 mark")]
Chosen = Annotated[int | None, Query(alias="sourceId", ge=1, le=2**63 - 1, description="不填为全部来源")]


@router.get(
    "", response_class=Response,
    responses=refusals(Unauthenticated, Forbidden, NotFound) | {200: {"content": {XLSX_TYPE: {}}}},
)  # fmt: skip
async def point_list(session: Session, caller: CanSee, source_id: Chosen = None) -> Response:
    """在用测点的表格（XLSX），附允许的取值；改好可以再导入。"""
    content = await point_lists.book(session, source_id)
    named = {"content-disposition": f"attachment; filename*=UTF-8''{quote('测点表.xlsx')}"}
    return Response(content, media_type=XLSX_TYPE, headers=named)


@router.post(
    "/preview", response_model=PointListPreview,
    responses=refusals(Unauthenticated, Forbidden, Invalid, TooLarge), openapi_extra=RAW_BODY,
)  # fmt: skip
async def preview_points(request: Request, session: Session, caller: CanConfigure) -> PointListPreview:
    """试读测点表（XLSX 或 CSV）：新的、改动的逐项、相同的、被拒绝的单元格；什么都不改。"""
    return _preview(await point_lists.preview(session, await received(request.stream())))


@router.post(
    "", response_model=PointImportView, status_code=status.HTTP_201_CREATED,
    responses=refusals(Unauthenticated, Forbidden, Invalid, TooLarge, Conflict), openapi_extra=RAW_BODY,
)  # fmt: skip
async def take_points(
    request: Request, session: Session, caller: CanConfigure, name: FileName, mark: Mark
) -> PointImportView:
    """导入预览过的测点表：对的行生效，被拒绝的行不动。"""
    content = await received(request.stream())
    return PointImportView.model_validate(
        await point_lists.take(session, content, name, mark, caller.username)
    )


@router.get("/imports", response_model=Page[PointImportView], responses=refusals(Unauthenticated, Forbidden))
async def point_imports(session: Session, caller: CanSee, paging: WantedPage) -> dict[str, Any]:
    """导入过的测点表，新的在前。"""
    rows, total = await registered.imports(session, limit=paging.page_size, offset=paging.offset)
    items = [PointImportView.model_validate(row) for row in rows]
    return {"items": items, "total": total, "page": paging.page, "page_size": paging.page_size}


@router.post(
    "/imports/{import_id}/undo", response_model=UndonePointImport,
    responses=refusals(Unauthenticated, Forbidden, NotFound, Conflict),
)  # fmt: skip
async def undo_points(session: Session, caller: CanConfigure, import_id: Id) -> UndonePointImport:
    """撤销一次导入：新测点停采，改动恢复；其后又有人改过的保持现状。"""
    row, left = await point_lists.undo(session, import_id, caller.username)
    return UndonePointImport(**PointImportView.model_validate(row).model_dump(), left=left)


def _preview(tried: Tried) -> PointListPreview:
    outcome = tried.outcome
    rows: list[Added | Changed] = [*outcome.added[:MOST_SHOWN], *outcome.changed[:MOST_SHOWN]]
    return PointListPreview(
        mark=outcome.mark(),
        added=len(outcome.added),
        changed=len(outcome.changed),
        unchanged=outcome.unchanged,
        refused=len({each.row for each in outcome.refused}),
        rows=[_row(tried, each) for each in rows],
        refused_cells=[
            RefusedCellView(cell=tried.cell(each), problem=each.problem)
            for each in outcome.refused[:MOST_SHOWN]
        ],
    )


def _row(tried: Tried, told: Added | Changed) -> PointListRow:
    line = tried.sheet.lines[told.row]
    if isinstance(told, Added):
        point = told.plan.point
        return PointListRow(
            row=line, number=None, code=point.code, title=point.title, source=told.source, changes=[]
        )
    changes = [
        PointFieldChange(
            name=BY_NAME[each.name].title if each.name in BY_NAME else _OTHER[each.name],
            before=_text(each.name, each.before),
            after=_text(each.name, each.after),
        )
        for each in told.changes
    ]
    point = told.point
    return PointListRow(
        row=line, number=point.number, code=point.code, title=point.title, source=None, changes=changes
    )


_OTHER: Final = {"address": "地址", "equipment_id": "设备", "retired": "停采"}


def _text(name: str, value: Any) -> str:
    if name == "address":
        return json.dumps(value, ensure_ascii=False, sort_keys=True)
    if isinstance(value, bool):
        return "是" if value else "否"
    told = shown(name, value)
    return "" if told is None else str(told)
