"""Production performance: the figures, how units are measured, the shifts."""

from typing import Annotated, Any, Final

from fastapi import APIRouter, Depends, Path, Query, Response
from pydantic import AwareDatetime

from brain.kit.db import Session
from brain.kit.errors import Forbidden, Invalid, NotFound, Unauthenticated
from brain.kit.http import refusals
from brain.kit.spreadsheet import XLSX_TYPE
from brain.platform.identity.contract import Caller
from brain.platform.identity.service import require
from brain.platform.performance.domain import measures as proposing
from brain.platform.performance.domain.figures import TimeElement
from brain.platform.performance.domain.measures import Measure
from brain.platform.performance.domain.shifts import Shift
from brain.platform.performance.models import MeasuredRow
from brain.platform.performance.queries import periods
from brain.platform.performance.schemas import (
    CandidateView,
    FiguresPlace,
    FiguresView,
    IndicatorsView,
    IngredientsView,
    MeasuredUnitView,
    MeasureShape,
    MeasuringView,
    ProposedUnits,
    ShiftShape,
    ShiftsShape,
    UnitFiguresView,
)
from brain.platform.performance.service import exporting, figures, measures
from brain.platform.performance.service.figures import Step, UnitFigures
from brain.platform.performance.service.measures import WorkUnit

router = APIRouter(prefix="/api/performance", tags=["生产绩效"])

CanSee = Annotated[Caller, Depends(require("performance.see"))]
CanConfigure = Annotated[Caller, Depends(require("performance.configure"))]
Id = Annotated[int, Path(ge=1, le=2**63 - 1)]
SEEN: Final = refusals(Unauthenticated, Forbidden, Invalid)
FOUND: Final = refusals(Unauthenticated, Forbidden, NotFound, Invalid)


def _shape(row: MeasuredRow | None) -> MeasureShape | None:
    return None if row is None else MeasureShape.model_validate(row)


def _told(unit: WorkUnit, row: MeasuredRow | None) -> dict[str, Any]:
    return {
        "equipment_id": unit.id,
        "code": unit.code,
        "title": unit.title,
        "process": unit.process,
        "measure": _shape(row),
        "changed_by": row.changed_by if row else None,
        "changed_at": row.changed_at if row else None,
    }


@router.get("/figures", response_model=FiguresView, responses=SEEN)
async def all_figures(
    session: Session, caller: CanSee, begin: AwareDatetime, end: AwareDatetime
) -> FiguresView:
    """一段时间里各台设备与全厂的绩效，按小时累计。"""
    found = await figures.figures(session, begin, end)
    units = {unit.id: unit for unit in await measures.work_units(session)}
    rows = {row.equipment_id: row for row in await periods.measured(session)}
    return FiguresView(
        units=[
            _unit(each, units[each.equipment_id], rows.get(each.equipment_id))
            for each in found.units
            if each.equipment_id in units
        ],
        plant=IngredientsView.model_validate(found.plant.units),
        output=IngredientsView.model_validate(found.plant.output),
        indicators=IndicatorsView.model_validate(found.indicators),
        as_of=found.as_of,
        measured=len(rows),
        work_units=len(units),
    )


def _unit(told: UnitFigures, unit: WorkUnit, row: MeasuredRow | None) -> UnitFiguresView:
    element = row.states.get(told.state or "") if row else None
    return UnitFiguresView(
        equipment_id=unit.id,
        code=unit.code,
        title=unit.title,
        process=unit.process,
        state=told.state,
        element=TimeElement(element) if element else None,
        is_output=row.is_output if row else False,
        ingredients=IngredientsView.model_validate(told.ingredients),
        indicators=IndicatorsView.model_validate(told.indicators),
        as_of=told.as_of,
    )


@router.get("/trend", response_model=list[FiguresPlace], responses=SEEN)
async def trend_of_figures(
    session: Session,
    caller: CanSee,
    begin: AwareDatetime,
    end: AwareDatetime,
    step: Step = "hour",
    equipment_id: Annotated[int | None, Query(alias="equipmentId", ge=1, le=2**63 - 1)] = None,
) -> list[FiguresPlace]:
    """逐小时或逐日的绩效，一台设备的或全厂的。"""
    found = await figures.trend(session, begin, end, step, equipment_id)
    return [FiguresPlace.model_validate(each) for each in found]


@router.get(
    "/export",
    response_class=Response,
    responses=SEEN | {200: {"content": {XLSX_TYPE: {}}}},
)
async def export_figures(
    session: Session, caller: CanSee, begin: AwareDatetime, end: AwareDatetime
) -> Response:
    """导出：各台设备的合计与逐小时的明细。"""
    book = await exporting.book(session, begin, end)
    named = {"content-disposition": 'attachment; filename="performance.xlsx"'}
    return Response(book, media_type=XLSX_TYPE, headers=named)


@router.get("/units", response_model=list[MeasuredUnitView], responses=SEEN)
async def all_units(session: Session, caller: CanSee) -> list[MeasuredUnitView]:
    """在用的设备，各怎样测算。"""
    rows = {row.equipment_id: row for row in await periods.measured(session)}
    return [MeasuredUnitView(**_told(unit, rows.get(unit.id))) for unit in await measures.work_units(session)]


@router.post("/units/proposals", response_model=ProposedUnits, responses=SEEN)
async def set_up_proposed(session: Session, caller: CanConfigure) -> ProposedUnits:
    """还没有设置的设备，按测点的名称设置；已设置的不动。"""
    done, left = await measures.set_up_proposed(session, caller.username)
    return ProposedUnits(set_up=done, left=left)


@router.get("/units/{equipment_id}", response_model=MeasuringView, responses=FOUND)
async def one_unit(session: Session, caller: CanSee, equipment_id: Id) -> MeasuringView:
    """一台设备怎样测算，有哪些测点，建议怎样设置。"""
    unit = await measures.work_unit(session, equipment_id)
    points = await measures.candidates(session, equipment_id)
    proposal = proposing.proposed(points)
    return MeasuringView(
        **_told(unit, await session.get(MeasuredRow, equipment_id)),
        points=[CandidateView.model_validate(each) for each in points],
        proposal=None if proposal is None else MeasureShape.model_validate(proposal),
    )


@router.put("/units/{equipment_id}", response_model=MeasuredUnitView, responses=FOUND)
async def set_up_unit(
    session: Session, caller: CanConfigure, equipment_id: Id, body: MeasureShape
) -> MeasuredUnitView:
    """设置一台设备的测算，从当前这个小时起算。"""
    row = await measures.set_up(session, equipment_id, Measure(**body.model_dump()), caller.username)
    return MeasuredUnitView(**_told(await measures.work_unit(session, equipment_id), row))


@router.delete("/units/{equipment_id}", status_code=204, responses=FOUND)
async def stop_unit(session: Session, caller: CanConfigure, equipment_id: Id) -> None:
    """不再测算这台设备；已算出的留着。"""
    await measures.stop(session, equipment_id, caller.username)


@router.get("/shifts", response_model=ShiftsShape, responses=SEEN)
async def all_shifts(session: Session, caller: CanSee) -> ShiftsShape:
    """班次；没有则为全天连续生产。"""
    rows = await periods.shifts(session)
    return ShiftsShape(shifts=[ShiftShape.model_validate(row) for row in rows])


@router.put("/shifts", response_model=ShiftsShape, responses=SEEN)
async def set_shifts(session: Session, caller: CanConfigure, body: ShiftsShape) -> ShiftsShape:
    """设置全部班次，从当前这个小时起算。"""
    told = [
        Shift(title=each.title, weekdays=frozenset(each.weekdays), begin=each.begin, end=each.end)
        for each in body.shifts
    ]
    await measures.set_shifts(session, told, caller.username)
    return await all_shifts(session, caller)
