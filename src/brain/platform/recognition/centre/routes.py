"""Recommendations and certificates at the centre."""

from typing import Annotated, Any, Final

from fastapi import APIRouter, Depends, Path, Query

from brain.kit.clock import today
from brain.kit.db import Session
from brain.kit.errors import Conflict, Forbidden, Invalid, NotFound, Unauthenticated
from brain.kit.http import refusals
from brain.kit.jws import public_text
from brain.kit.node import CurrentNode
from brain.kit.schemas import Page, Search, WantedPage
from brain.platform.identity.contract import Caller
from brain.platform.identity.service import require
from brain.platform.recognition.centre.domain.terms import CertificateStatus, RecommendationState, status
from brain.platform.recognition.centre.models import CertificateRow, RecommendationRow
from brain.platform.recognition.centre.schemas import (
    CertificateKey,
    CertificateView,
    NewRecognitionDecision,
    NewRevocation,
    RecognisedByBrain,
    RecognitionFigures,
    RecommendationSummary,
    RecommendationView,
)
from brain.platform.recognition.centre.service import certificates, deciding
from brain.platform.recognition.protocol.certificates import signing_key

router = APIRouter(prefix="/api/recognition", tags=["晨星工厂认定"])

CanSee = Annotated[Caller, Depends(require("recognition.see"))]
CanDecide = Annotated[Caller, Depends(require("recognition.decide"))]
CaseId = Annotated[str, Path(pattern=r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")]
Number = Annotated[str, Path(pattern=r"^CX-\d{4}-\d{5,}$", max_length=40)]
Wanted = Annotated[RecommendationState | None, Query(alias="state", description="只看这一状态的")]
Standing = Annotated[CertificateStatus | None, Query(alias="status", description="只看这一状态的")]
SEEN: Final = refusals(Unauthenticated, Forbidden)
FOUND: Final = refusals(Unauthenticated, Forbidden, NotFound)
DECISION: Final = refusals(Unauthenticated, Forbidden, NotFound, Conflict, Invalid)


def _summary(row: RecommendationRow) -> dict[str, Any]:
    told = {name: getattr(row, name) for name in RecommendationSummary.model_fields if hasattr(row, name)}
    return told | {"set_title": row.application["setTitle"], "total": row.application["total"]}


def _view(row: RecommendationRow) -> RecommendationView:
    more = ("application", "findings", "steps", "decided_by", "decision")
    return RecommendationView.model_validate(_summary(row) | {name: getattr(row, name) for name in more})


def _certificate(row: CertificateRow) -> dict[str, Any]:
    told = {name: getattr(row, name) for name in CertificateView.model_fields if hasattr(row, name)}
    return told | {"status": status(row.valid_until, row.revoked_on, today())}


@router.get("/recommendations", response_model=Page[RecommendationSummary], responses=SEEN)
async def recommendations(
    session: Session, caller: CanSee, paging: WantedPage, state: Wanted = None, q: Search = None
) -> dict[str, Any]:
    """各大脑推荐的工厂，等待决定的在前。"""
    rows, total = await deciding.page(session, paging, state=state, q=q)
    items = [_summary(row) for row in rows]
    return {"items": items, "total": total, "page": paging.page, "page_size": paging.page_size}


@router.get("/recommendations/{case_id}", response_model=RecommendationView, responses=FOUND)
async def recommendation(session: Session, caller: CanSee, case_id: CaseId) -> RecommendationView:
    """一份推荐：申请材料、大脑的审核意见与现场核查、每一步谁何时办的。"""
    return _view(await deciding.get(session, case_id))


@router.post("/recommendations/{case_id}/decision", response_model=RecommendationView, responses=DECISION)
async def decide(
    session: Session, node: CurrentNode, caller: CanDecide, case_id: CaseId, body: NewRecognitionDecision
) -> RecommendationView:
    """认定则发证书；退回的由大脑再办；结论送回大脑与工厂。"""
    return _view(await deciding.decide(session, node, case_id, body.outcome, body.reason, caller))


@router.get("/certificates", response_model=Page[CertificateView], responses=SEEN)
async def all_certificates(
    session: Session, caller: CanSee, paging: WantedPage, status: Standing = None, q: Search = None
) -> dict[str, Any]:
    """证书，先到期的在前。"""
    rows, total = await certificates.page(session, paging, wanted=status, q=q)
    items = [_certificate(row) for row in rows]
    return {"items": items, "total": total, "page": paging.page, "page_size": paging.page_size}


@router.post("/certificates/{number}/revocation", response_model=CertificateView, responses=DECISION)
async def revoke(session: Session, caller: CanDecide, number: Number, body: NewRevocation) -> CertificateView:
    """撤销认定；大脑与工厂随即收到。"""
    row = await certificates.revoke(session, number, body.reason, caller)
    return CertificateView.model_validate(_certificate(row))


@router.get("/figures", response_model=RecognitionFigures, responses=SEEN)
async def figures(session: Session, caller: CanSee) -> RecognitionFigures:
    """等待决定的推荐数，各大脑的证书数。"""
    counted = await certificates.counted(session)
    return RecognitionFigures(
        waiting=await deciding.waiting(session),
        brains=[
            RecognisedByBrain(
                brain=brain,
                valid=found["valid"],
                due=found["due"],
                expired=found["expired"],
                revoked=found["revoked"],
            )
            for brain, found in sorted(counted.items())
        ],
    )


@router.get("/certificate-key", response_model=CertificateKey, responses=SEEN)
async def certificate_key(node: CurrentNode, caller: CanSee) -> CertificateKey:
    """核对证书签名的公钥。"""
    return CertificateKey(kty="OKP", crv="Ed25519", x=public_text(signing_key(node)))
