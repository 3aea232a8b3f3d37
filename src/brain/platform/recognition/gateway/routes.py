"""A factory's applications: what would leave, applying, following, supplementing, withdrawing."""

from typing import Annotated, Any, Final

from fastapi import APIRouter, Depends, Path, Query, status

from brain.kit.db import Session
from brain.kit.errors import Conflict, Forbidden, Invalid, NotFound, Unauthenticated
from brain.kit.http import refusals
from brain.platform.identity.contract import Caller
from brain.platform.identity.service import require
from brain.platform.recognition.gateway.models import ApplicationRow
from brain.platform.recognition.gateway.schemas import (
    NewApplication,
    NewWords,
    OwnApplicationSummary,
    OwnApplicationView,
)
from brain.platform.recognition.gateway.service import applying, telling
from brain.platform.recognition.protocol.letters import ApplicationTold

router = APIRouter(prefix="/api/recognition-applications", tags=["晨星工厂申请"])

CanSee = Annotated[Caller, Depends(require("recognition_application.see"))]
CanApply = Annotated[Caller, Depends(require("recognition_application.apply"))]
ApplicationId = Annotated[str, Path(pattern=r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")]
AssessmentId = Annotated[int, Query(alias="assessmentId", ge=1, le=2**63 - 1)]
CHANGE: Final = refusals(Unauthenticated, Forbidden, NotFound, Conflict, Invalid)


def _summary(row: ApplicationRow) -> dict[str, Any]:
    told = {name: getattr(row, name) for name in OwnApplicationSummary.model_fields if hasattr(row, name)}
    number = row.certificate["number"] if row.certificate else None
    return told | {"set_title": row.told["setTitle"], "total": row.told["total"], "number": number}


def _view(row: ApplicationRow) -> OwnApplicationView:
    more = {
        "application": row.told,
        "steps": row.steps,
        "wishes": row.wishes,
        "certificate": row.certificate,
    }
    return OwnApplicationView.model_validate(_summary(row) | more)


@router.get("", response_model=list[OwnApplicationSummary], responses=refusals(Unauthenticated, Forbidden))
async def applications(session: Session, caller: CanSee) -> list[dict[str, Any]]:
    """本厂的申请，新的在前。"""
    return [_summary(row) for row in await applying.all_of(session)]


@router.get("/preview", response_model=ApplicationTold, responses=CHANGE)
async def preview(session: Session, caller: CanApply, assessment_id: AssessmentId) -> ApplicationTold:
    """申请会送出什么：评测的回答、依据与佐证文件的摘要；文件本身不离厂。"""
    return await telling.told(session, assessment_id, "（申请说明）")


@router.post("", response_model=OwnApplicationView, status_code=status.HTTP_201_CREATED, responses=CHANGE)
async def apply(session: Session, caller: CanApply, body: NewApplication) -> OwnApplicationView:
    """申请认定；已有证书的，作为年度复核。连不上大脑时在本机等着。"""
    return _view(await applying.apply(session, body.assessment_id, body.statement, caller))


@router.get(
    "/{application_id}",
    response_model=OwnApplicationView,
    responses=refusals(Unauthenticated, Forbidden, NotFound),
)
async def application(session: Session, caller: CanSee, application_id: ApplicationId) -> OwnApplicationView:
    """一份申请：送出了什么、每一步谁何时办的、证书。"""
    return _view(await applying.get(session, application_id))


@router.post("/{application_id}/supplement", response_model=OwnApplicationView, responses=CHANGE)
async def supplement(
    session: Session, caller: CanApply, application_id: ApplicationId, body: NewWords
) -> OwnApplicationView:
    """补充材料。"""
    return _view(await applying.supplement(session, application_id, body.words, caller))


@router.post("/{application_id}/withdrawal", response_model=OwnApplicationView, responses=CHANGE)
async def withdraw(
    session: Session, caller: CanApply, application_id: ApplicationId, body: NewWords
) -> OwnApplicationView:
    """撤回申请；省级能力中心决定之前都可以。"""
    return _view(await applying.withdraw(session, application_id, body.words, caller))
