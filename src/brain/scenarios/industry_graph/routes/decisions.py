"""Corrections by experts and the list of contradictions."""

from typing import Annotated

from fastapi import APIRouter, Query, status

from brain.kit.clock import now
from brain.kit.db import Session
from brain.kit.errors import Conflict, Forbidden, Invalid, NotFound, Unauthenticated
from brain.kit.http import refusals
from brain.kit.schemas import Page, WantedPage
from brain.scenarios.industry_graph.domain.contradiction import AlreadyResolved, Kind
from brain.scenarios.industry_graph.domain.correction import AlreadyCorrected, Correction
from brain.scenarios.industry_graph.queries import decisions as queries
from brain.scenarios.industry_graph.routes.access import (
    CanCorrect,
    CanRead,
    IdPath,
    contradiction_view,
    correction_view,
)
from brain.scenarios.industry_graph.schemas.decisions import NewCorrection, Reason, Resolution
from brain.scenarios.industry_graph.schemas.overview import ContradictionView, CorrectionView
from brain.scenarios.industry_graph.service import chain as chains
from brain.scenarios.industry_graph.service import correcting, reading

router = APIRouter(prefix="/api/industry-graph", tags=["产业全景图谱"])
SIGNED_IN = refusals(Unauthenticated, Forbidden)


@router.get("/corrections", response_model=Page[CorrectionView], responses=SIGNED_IN)
async def corrections(
    session: Session,
    caller: CanRead,
    paging: WantedPage,
    *,
    revoked: Annotated[bool, Query(description="看已撤销的")] = False,
) -> Page[CorrectionView]:
    """专家修正，最新在前。"""
    chain = (await chains.held(session)).chain
    found, total = await queries.corrections_page(
        session, chain.code, revoked=revoked, offset=paging.offset, limit=paging.page_size
    )
    names = await reading.names(session, chain, [one.credit_code for one in found if one.credit_code])
    items = [correction_view(chain, one, names.get(one.credit_code or "")) for one in found]
    return Page(items=items, total=total, page=paging.page, page_size=paging.page_size)


@router.post(
    "/corrections",
    response_model=CorrectionView,
    status_code=status.HTTP_201_CREATED,
    responses=refusals(Unauthenticated, Forbidden, NotFound, Invalid, AlreadyCorrected),
)
async def correct(session: Session, caller: CanCorrect, body: NewCorrection) -> CorrectionView:
    """修正归属或供应关系；立即生效，重建后仍然有效。"""
    wanted = Correction(id=0, author=caller.name, created_at=now(), **body.model_dump())
    kept = await correcting.correct(session, wanted, caller)
    return correction_view((await chains.held(session)).chain, kept)


@router.post(
    "/corrections/{correction_id}/revoke",
    status_code=status.HTTP_204_NO_CONTENT,
    responses=refusals(Unauthenticated, Forbidden, NotFound, AlreadyCorrected),
)
async def revoke(session: Session, caller: CanCorrect, correction_id: IdPath, body: Reason) -> None:
    """撤销修正，恢复由程序判断。"""
    await correcting.revoke(session, correction_id, body.reason, caller)


@router.get("/contradictions", response_model=Page[ContradictionView], responses=SIGNED_IN)
async def contradictions(
    session: Session,
    caller: CanRead,
    paging: WantedPage,
    *,
    resolved: Annotated[bool, Query(description="看已处理的")] = False,
    kind: Annotated[Kind | None, Query(description="矛盾类别")] = None,
) -> Page[ContradictionView]:
    """来源之间互相矛盾之处，最新在前。"""
    chain = (await chains.held(session)).chain
    found, total = await queries.contradictions_page(
        session, chain.code, resolved=resolved, kind=kind, offset=paging.offset, limit=paging.page_size
    )
    codes = [str(one.details["creditCode"]) for one in found if "creditCode" in one.details]
    names = await reading.names(session, chain, codes)
    items = [contradiction_view(chain, one, names.get(one.details.get("creditCode", ""))) for one in found]
    return Page(items=items, total=total, page=paging.page, page_size=paging.page_size)


@router.post(
    "/contradictions/{contradiction_id}/resolve",
    response_model=ContradictionView,
    responses=refusals(Unauthenticated, Forbidden, NotFound, Invalid, AlreadyResolved, Conflict),
)
async def resolve(
    session: Session, caller: CanCorrect, contradiction_id: IdPath, body: Resolution
) -> ContradictionView:
    """处理一条矛盾；改变图谱的处理会成为带理由的修正。"""
    found = await correcting.resolve(session, contradiction_id, body.decision, body.reason, caller)
    return contradiction_view((await chains.held(session)).chain, found)
