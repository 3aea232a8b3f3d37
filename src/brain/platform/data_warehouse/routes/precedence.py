"""Whose word goes before whose: rankings of sources in force, proposed, decided."""

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Response, status

from brain.kit.db import Session
from brain.kit.errors import Conflict, Forbidden, Invalid, NotFound, Unauthenticated
from brain.kit.http import refusals
from brain.platform.data_warehouse.contract import Family
from brain.platform.data_warehouse.domain.precedence import Edition, Ranked, Ranking
from brain.platform.data_warehouse.schemas.precedence import (
    ConfirmedPrecedence,
    EffectView,
    NewPrecedence,
    PrecedenceEditionsView,
    PrecedenceEditionView,
    PrecedencesView,
    RefusedPrecedence,
)
from brain.platform.data_warehouse.service import precedence
from brain.platform.identity.contract import Caller
from brain.platform.identity.service import require

router = APIRouter(prefix="/api/data-warehouse/precedences", tags=["产业数据仓"])

CanRead = Annotated[Caller, Depends(require("data_warehouse.read"))]
CanPropose = Annotated[Caller, Depends(require("data_warehouse.propose_precedence"))]
CanDecide = Annotated[Caller, Depends(require("data_warehouse.decide_precedence"))]
EditionId = Annotated[int, Path(ge=1, le=2**31 - 1)]
DECISION = refusals(Unauthenticated, Forbidden, NotFound, Conflict, Invalid)


def _ranking(body: NewPrecedence) -> Ranking:
    entries = tuple(Ranked(entry.kind, entry.name) for entry in body.entries)
    return Ranking(entries=entries, freshness_days=body.freshness_days)


def _view(edition: Edition) -> PrecedenceEditionView:
    return PrecedenceEditionView.model_validate(edition)


@router.get("", response_model=PrecedencesView, responses=refusals(Unauthenticated, Forbidden))
async def listed(session: Session, caller: CanRead) -> PrecedencesView:
    """各类企业信息现行的来源优先级与期限、等待确认的修改、重新取值的进度，以及已知的提供方各属哪一类。"""
    known = await precedence.providers(session)
    return PrecedencesView.model_validate(
        {
            "families": await precedence.in_force(session),
            "providers": [
                {"provider": provider, "authority": authority} for provider, authority in known.items()
            ],
        }
    )


@router.get(
    "/{family}/editions",
    response_model=PrecedenceEditionsView,
    responses=refusals(Unauthenticated, Forbidden, Invalid),
)
async def history(session: Session, caller: CanRead, family: Family) -> PrecedenceEditionsView:
    """这类信息历次提出的来源优先级与结论，最近的在前。"""
    return PrecedenceEditionsView(items=[_view(each) for each in await precedence.history(session, family)])


@router.post(
    "/{family}/effect",
    response_model=EffectView,
    responses=refusals(Unauthenticated, Forbidden, Invalid),
)
async def effect(session: Session, caller: CanRead, family: Family, body: NewPrecedence) -> EffectView:
    """这样排会使多少条记录、多少个值改变；不改变任何数据。"""
    return EffectView.model_validate(vars(await precedence.effect(session, family, _ranking(body))))


@router.post(
    "/{family}/editions",
    status_code=status.HTTP_201_CREATED,
    response_model=PrecedenceEditionView,
    responses=refusals(Unauthenticated, Forbidden, Conflict, Invalid),
)
async def propose(
    session: Session, caller: CanPropose, family: Family, body: NewPrecedence
) -> PrecedenceEditionView:
    """提出来源优先级，由另一人确认。"""
    return _view(await precedence.propose(session, family, _ranking(body), body.reason, by=caller.username))


@router.post(
    "/editions/{edition_id}/confirmation",
    status_code=status.HTTP_204_NO_CONTENT,
    response_class=Response,
    responses=DECISION,
)
async def confirm(
    session: Session, caller: CanDecide, edition_id: EditionId, body: ConfirmedPrecedence
) -> Response:
    """确认；此后按它取值，已有的记录由任务重新取值。"""
    await precedence.confirm(session, edition_id, body.reason, expected=body.expected, by=caller.username)
    return Response(status_code=status.HTTP_204_NO_CONTENT)


@router.post(
    "/editions/{edition_id}/refusal",
    status_code=status.HTTP_204_NO_CONTENT,
    response_class=Response,
    responses=DECISION,
)
async def refuse(
    session: Session, caller: CanDecide, edition_id: EditionId, body: RefusedPrecedence
) -> Response:
    """退回；现行的不变。"""
    await precedence.refuse(session, edition_id, body.reason, by=caller.username)
    return Response(status_code=status.HTTP_204_NO_CONTENT)
