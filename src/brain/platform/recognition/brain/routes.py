"""Applications at a brain: what waits, one as it stands, the next step."""

from typing import Annotated, Any, Final

from fastapi import APIRouter, Depends, Path, Query

from brain.kit.clock import now
from brain.kit.db import Session
from brain.kit.errors import Conflict, Forbidden, Invalid, NotFound, Unauthenticated
from brain.kit.http import refusals
from brain.kit.schemas import Page, Search, WantedPage
from brain.platform.identity.contract import Caller
from brain.platform.identity.service import require
from brain.platform.recognition.brain.models import CaseRow
from brain.platform.recognition.brain.schemas import (
    NewRecognitionStep,
    RecognitionCaseSummary,
    RecognitionCaseView,
)
from brain.platform.recognition.brain.service import cases
from brain.platform.recognition.protocol.letters import StepTold
from brain.platform.recognition.protocol.stages import CaseState, CaseStep, possible

router = APIRouter(prefix="/api/recognition/cases", tags=["晨星工厂认定"])

CanSee = Annotated[Caller, Depends(require("recognition_review.see"))]
CaseId = Annotated[str, Path(pattern=r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")]
Wanted = Annotated[CaseState | None, Query(alias="state", description="只看这一状态的")]
SEEN: Final = refusals(Unauthenticated, Forbidden)
DECIDES: Final = frozenset({CaseStep.RECOMMEND, CaseStep.DECLINE})


def _summary(row: CaseRow) -> dict[str, Any]:
    told = {name: getattr(row, name) for name in RecognitionCaseSummary.model_fields if hasattr(row, name)}
    return told | {"set_title": row.application["setTitle"], "total": row.application["total"]}


def _view(row: CaseRow, caller: Caller) -> RecognitionCaseView:
    more = ("application", "findings", "steps", "certificate", "reviewed_by")
    can = [step for step in possible(CaseState(row.state), "brain") if _scope(step) in caller.scopes]
    told = _summary(row) | {name: getattr(row, name) for name in more} | {"possible": can}
    return RecognitionCaseView.model_validate(told)


def _scope(step: CaseStep) -> str:
    return "recognition_review.recommend" if step in DECIDES else "recognition_review.review"


@router.get("", response_model=Page[RecognitionCaseSummary], responses=SEEN)
async def all_cases(
    session: Session, caller: CanSee, paging: WantedPage, state: Wanted = None, q: Search = None
) -> dict[str, Any]:
    """工厂的认定申请，要本大脑办的在前。"""
    rows, total = await cases.page(session, paging, state=state, q=q)
    items = [_summary(row) for row in rows]
    return {"items": items, "total": total, "page": paging.page, "page_size": paging.page_size}


@router.get(
    "/{case_id}", response_model=RecognitionCaseView, responses=refusals(Unauthenticated, Forbidden, NotFound)
)
async def one_case(session: Session, caller: CanSee, case_id: CaseId) -> RecognitionCaseView:
    """一份申请：材料、每一步谁何时办了什么、现在可以办什么。"""
    return _view(await cases.get(session, case_id), caller)


@router.post(
    "/{case_id}/steps",
    response_model=RecognitionCaseView,
    responses=refusals(Unauthenticated, Forbidden, NotFound, Conflict, Invalid),
)
async def take_step(
    session: Session, caller: CanSee, case_id: CaseId, body: NewRecognitionStep
) -> RecognitionCaseView:
    """办一步；工厂随即收到。审核与推荐须是两个人。"""
    if _scope(body.step) not in caller.scopes:
        raise Forbidden("没有办这一步的权限")
    step = StepTold(step=body.step, at=now(), by=caller.name, words=body.words, on=body.on)
    row = await cases.take(session, case_id, step, body.findings, caller)
    return _view(row, caller)
