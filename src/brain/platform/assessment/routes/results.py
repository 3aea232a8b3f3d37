"""Assessments looked at: the list, one with its score, gaps and plan, progress over time, as a workbook."""

import asyncio
from typing import Annotated

from fastapi import APIRouter, Query, Response, status

from brain.kit.clock import today
from brain.kit.db import Session
from brain.kit.errors import Conflict, Forbidden, Unauthenticated
from brain.kit.http import refusals
from brain.kit.schemas import Page, WantedPage
from brain.kit.spreadsheet import XLSX_TYPE
from brain.platform.assessment.contract import Assessment, PlanItem, PlanStatus
from brain.platform.assessment.domain import acts
from brain.platform.assessment.domain.indicators import IndicatorSet, Level
from brain.platform.assessment.queries import assessments, plan
from brain.platform.assessment.routes.access import CHANGING, FOUND, CanAnswer, CanSee, Id
from brain.platform.assessment.schemas import (
    AssessmentHead,
    AssessmentSummary,
    AssessmentView,
    DimensionPoint,
    NewPlanItem,
    PlanItemChange,
    PlanItemView,
    ProgressPoint,
)
from brain.platform.assessment.service import answering, exporting, planning, sets, submitting
from brain.platform.assessment.service.planning import Standing

router = APIRouter(prefix="/api/assessment", tags=["数字化水平评测"])


def _item(item: PlanItem) -> PlanItemView:
    overdue = item.status is PlanStatus.OPEN and item.due < today()
    told = {name: getattr(item, name) for name in PlanItemView.model_fields if name != "overdue"}
    return PlanItemView(**told, overdue=overdue)


def _level(asked: IndicatorSet, code: str | None) -> Level | None:
    return next((level for level in asked.levels if level.code == code), None)


def _summary(found: Assessment, asked: IndicatorSet) -> AssessmentSummary:
    level = _level(asked, found.level)
    return AssessmentSummary(
        **AssessmentHead.model_validate(found).model_dump(),
        title=asked.title,
        title_en=asked.title_en,
        level_title=level.title if level else None,
        level_title_en=level.title_en if level else None,
    )


@router.get(
    "/assessments", response_model=Page[AssessmentSummary], responses=refusals(Unauthenticated, Forbidden)
)
async def listed(session: Session, caller: CanSee, paging: WantedPage) -> Page[AssessmentSummary]:
    """各次评测，最新的在前。"""
    found, total = await assessments.page(session, offset=paging.offset, limit=paging.page_size)
    items = [_summary(each, await sets.get(session, each.set_code, each.set_version)) for each in found]
    return Page(items=items, total=total, page=paging.page, page_size=paging.page_size)


@router.get(
    "/assessments/{assessment_id}", response_model=AssessmentView, responses=FOUND | refusals(Conflict)
)
async def one(session: Session, caller: CanSee, assessment_id: Id) -> AssessmentView:
    """一次评测：指标、回答、证据、得分、差距、改进计划。草稿的得分随回答变化。"""
    found = await assessments.get(session, assessment_id)
    whole = await submitting.whole(session, found)
    items = [_item(each) for each in await plan.items(session, assessment_id)]
    told = {name: getattr(whole, name) for name in ("asked", "answers", "evidence", "score", "gaps")}
    return AssessmentView.model_validate({**told, "assessment": found, "plan": items}, from_attributes=True)


@router.get(
    "/progress",
    response_model=list[ProgressPoint],
    responses=refusals(Unauthenticated, Forbidden, Conflict),
)
async def progress(
    session: Session,
    caller: CanSee,
    set_code: Annotated[str, Query(alias="setCode", pattern=r"^[a-z][a-z0-9_]{0,59}$")],
) -> list[ProgressPoint]:
    """一个指标集各次提交的得分，早的在前。"""
    points = []
    for each in await assessments.submitted(session, set_code):
        whole = await submitting.whole(session, each)
        level = _level(whole.asked, whole.score.level)
        parts = [
            DimensionPoint(code=part.code, title=part.title, title_en=part.title_en, points=scored.points)
            for part, scored in zip(whole.asked.dimensions, whole.score.dimensions, strict=True)
        ]
        points.append(
            ProgressPoint(
                id=each.id,
                submitted_at=each.submitted_at or each.changed_at,
                set_version=each.set_version,
                total=whole.score.total,
                level_title=level.title if level else None,
                level_title_en=level.title_en if level else None,
                dimensions=parts,
            )
        )
    return points


@router.post(
    "/assessments/{assessment_id}/plan",
    response_model=PlanItemView,
    status_code=status.HTTP_201_CREATED,
    responses=CHANGING,
)
async def add_item(session: Session, caller: CanAnswer, assessment_id: Id, told: NewPlanItem) -> PlanItemView:
    """为已提交的评测制定一项改进措施。"""
    return _item(await planning.add(session, assessment_id, caller.username, **told.model_dump()))


@router.put("/assessments/{assessment_id}/plan/{item_id}", response_model=PlanItemView, responses=CHANGING)
async def change_item(
    session: Session, caller: CanAnswer, assessment_id: Id, item_id: Id, told: PlanItemChange
) -> PlanItemView:
    """更新改进措施的状态、日期、负责人。"""
    changed = await planning.change(session, assessment_id, item_id, Standing(**dict(told)), caller.username)
    return _item(changed)


@router.get(
    "/assessments/{assessment_id}/workbook",
    response_class=Response,
    responses=FOUND | refusals(Conflict) | {200: {"content": {XLSX_TYPE: {}}}},
)
async def exported(session: Session, caller: CanSee, assessment_id: Id) -> Response:
    """导出 Excel：得分、回答与证据、差距、改进计划。"""
    found = await assessments.get(session, assessment_id)
    whole = await submitting.whole(session, found)
    items = await plan.items(session, assessment_id)
    content = await asyncio.to_thread(exporting.workbook, found, whole, items)
    await answering.record(session, acts.EXPORTED, found, caller.username)
    disposition = f'attachment; filename="assessment-{found.id}-{today():%Y%m%d}.xlsx"'
    return Response(content, media_type=XLSX_TYPE, headers={"content-disposition": disposition})
