"""Shells: what they would hold, name plates, and the files."""

from typing import Annotated, Any, Final, Literal

from fastapi import APIRouter, Depends, Path, Query, Request, Response
from pydantic import AwareDatetime

from brain.kit.db import Session
from brain.kit.errors import Forbidden, Invalid, NotFound, Unauthenticated
from brain.kit.http import refusals
from brain.kit.schemas import Page, WantedPage
from brain.platform.asset_shells import queries
from brain.platform.asset_shells.domain.plates import Plate
from brain.platform.asset_shells.schemas import PlateShape, ShellContentsView, ToldPlateView
from brain.platform.asset_shells.service import exporting, plates
from brain.platform.asset_shells.service.exporting import Form, Span, Wanted
from brain.platform.identity.contract import Caller
from brain.platform.identity.service import require

router = APIRouter(prefix="/api/asset-shells", tags=["资产管理壳"])

CanSee = Annotated[Caller, Depends(require("asset_shells.see"))]
CanTell = Annotated[Caller, Depends(require("asset_shells.tell"))]
CanExport = Annotated[Caller, Depends(require("asset_shells.export"))]
Id = Annotated[int, Path(ge=1, le=2**63 - 1)]
Reach = Annotated[Literal["unit", "branch"], Query(description="unit 只这一台，branch 连同全部下级")]
FOUND: Final = refusals(Unauthenticated, Forbidden, NotFound, Invalid)
TYPES: Final = {"aasx": "application/asset-administration-shell-package", "json": "application/json"}


@router.get("/units/{equipment_id}", response_model=ShellContentsView, responses=FOUND)
async def shell_contents(
    session: Session, caller: CanSee, equipment_id: Id, reach: Reach = "unit"
) -> ShellContentsView:
    """一台设备的铭牌，以及导出时会有什么。"""
    return ShellContentsView.model_validate(
        await exporting.contents(session, equipment_id, whole=reach == "branch")
    )


@router.put("/units/{equipment_id}/plate", response_model=PlateShape, responses=FOUND)
async def tell_plate(session: Session, caller: CanTell, equipment_id: Id, body: PlateShape) -> PlateShape:
    """填写铭牌；以前填的留在历史里。制造商、型号与出厂编号同时改到设备上。"""
    plate = await plates.tell(session, equipment_id, Plate(**body.model_dump()), by=caller.username)
    return PlateShape.model_validate(plate)


@router.get("/units/{equipment_id}/plates", response_model=Page[ToldPlateView], responses=FOUND)
async def told_plates(
    session: Session, caller: CanSee, equipment_id: Id, paging: WantedPage
) -> dict[str, Any]:
    """铭牌的历史，新的在前。"""
    rows, total = await queries.history(session, equipment_id, limit=paging.page_size, offset=paging.offset)
    items = [ToldPlateView.model_validate(row) for row in rows]
    return {"items": items, "total": total, "page": paging.page, "page_size": paging.page_size}


@router.get(
    "/units/{equipment_id}/shell",
    response_class=Response,
    responses=FOUND | {200: {"content": {kind: {} for kind in TYPES.values()}}},
)
async def export_shell(  # noqa: PLR0913, PLR0917 - what is asked, and who asks
    session: Session, caller: CanExport, request: Request, equipment_id: Id, form: Form = "aasx",
    reach: Reach = "unit", begin: AwareDatetime | None = None, end: AwareDatetime | None = None,
) -> Response:  # fmt: skip
    """导出资产管理壳（AASX 或 JSON）；给了时间范围则带上这段时间的生产绩效，至多 92 天。"""
    if (begin is None) != (end is None):
        raise Invalid("开始与结束要一起给")
    span = Span(begin, end) if begin is not None and end is not None else None
    wanted = Wanted(whole=reach == "branch", span=span, base=str(request.base_url))
    _, content = await exporting.export(session, equipment_id, wanted, form, by=caller.username)
    named = {"content-disposition": f'attachment; filename="shell-{equipment_id}.{form}"'}
    return Response(content, media_type=TYPES[form], headers=named)
