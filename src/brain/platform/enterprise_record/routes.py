"""Corrections that enterprises ask for: what waits, what it rests on, what is decided."""

from typing import Annotated, Any, Final

from fastapi import APIRouter, Depends, Path, Query, Response

from brain.kit.db import Session
from brain.kit.errors import Conflict, Forbidden, Invalid, NotFound, Unauthenticated
from brain.kit.http import refusals
from brain.kit.schemas import Page, Search, WantedPage
from brain.platform.enterprise_record.domain.correcting import KINDS, CorrectionState
from brain.platform.enterprise_record.models import CorrectionRow
from brain.platform.enterprise_record.schemas import (
    NewDecision,
    RecordCorrectionSummary,
    RecordCorrectionView,
)
from brain.platform.enterprise_record.service import correcting
from brain.platform.enterprise_record.service.showing import summary
from brain.platform.identity.contract import Caller
from brain.platform.identity.service import require

router = APIRouter(prefix="/api/enterprise-record/corrections", tags=["企业信息更正"])

CanSee = Annotated[Caller, Depends(require("enterprise_record.see"))]
CanDecide = Annotated[Caller, Depends(require("enterprise_record.decide"))]
CorrectionId = Annotated[str, Path(pattern=r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")]
State = Annotated[CorrectionState | None, Query(description="只看这一状态的")]
SEEN: Final = refusals(Unauthenticated, Forbidden)
FOUND: Final = refusals(Unauthenticated, Forbidden, NotFound)


def _summary(row: CorrectionRow) -> dict[str, Any]:
    more = ("credit_code", "name", "brain", "asked_by")
    return summary(row) | {name: getattr(row, name) for name in more}


async def _view(session: Session, row: CorrectionRow) -> RecordCorrectionView:
    more = ("held", "reason", "file_name", "decided_by", "centre_decided_at")
    said = await correcting.said(session, row)
    told = _summary(row) | {name: getattr(row, name) for name in more} | {"said": said}
    return RecordCorrectionView.model_validate(told)


@router.get("", response_model=Page[RecordCorrectionSummary], responses=SEEN)
async def corrections(
    session: Session, caller: CanSee, paging: WantedPage, state: State = None, q: Search = None
) -> dict[str, Any]:
    """企业提出的更正，等待核实的在前。"""
    rows, total = await correcting.page(session, paging, state=state, q=q)
    items = [_summary(row) for row in rows]
    return {"items": items, "total": total, "page": paging.page, "page_size": paging.page_size}


@router.get("/{correction_id}", response_model=RecordCorrectionView, responses=FOUND)
async def one(session: Session, caller: CanSee, correction_id: CorrectionId) -> RecordCorrectionView:
    """一项更正：现有的值、要改成的值、依据，以及各来源现在怎么说。"""
    return await _view(session, await correcting.get(session, correction_id))


@router.get(
    "/{correction_id}/evidence",
    response_class=Response,
    responses=FOUND | {200: {"content": {kind: {} for kind in KINDS.values()}}},
)
async def evidence(session: Session, caller: CanDecide, correction_id: CorrectionId) -> Response:
    """企业附上的凭据；查看会记入审计。"""
    _, content = await correcting.evidence(session, correction_id, caller)
    kind = next(kind for start, kind in KINDS.items() if content.startswith(start))
    headers = {
        "content-disposition": f'attachment; filename="evidence.{kind.rpartition("/")[2]}"',
        "x-content-type-options": "nosniff",
    }
    return Response(content, media_type=kind, headers=headers)


@router.post(
    "/{correction_id}/decision",
    response_model=RecordCorrectionView,
    responses=refusals(Unauthenticated, Forbidden, NotFound, Conflict, Invalid),
)
async def decide(
    session: Session, caller: CanDecide, correction_id: CorrectionId, body: NewDecision
) -> RecordCorrectionView:
    """采纳则写入主数据并向上级报送；不采纳要说明原因。企业都会收到。"""
    row = await correcting.decide(session, correction_id, body.outcome, body.reason, caller)
    return await _view(session, row)
