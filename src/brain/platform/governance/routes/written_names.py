"""Names that no enterprise bears: the queue, one name with its candidates, decisions."""

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Response, status

from brain.kit.db import Session
from brain.kit.errors import Conflict, Forbidden, Invalid, NotFound, Unauthenticated
from brain.kit.events import Recorded, announce
from brain.kit.http import refusals
from brain.kit.schemas import Page, Search, WantedPage
from brain.kit.spreadsheet import CSV_TYPE, csv_file
from brain.platform.governance.contract import NameCandidate
from brain.platform.governance.domain.acts import NAMES_EXPORTED
from brain.platform.governance.domain.written_names import Decision, NameState, ReviewedName, Wanted
from brain.platform.governance.schemas import (
    AcceptableNames,
    MatchCandidateView,
    NameDecisionView,
    NewAcceptance,
    NewNameDecision,
    SeenDataSetsView,
    SightingView,
    WholeNameView,
    WrittenNameView,
)
from brain.platform.governance.service import matching
from brain.platform.governance.service.matching import WholeName
from brain.platform.identity.contract import Caller
from brain.platform.identity.service import require

router = APIRouter(prefix="/api/governance/written-names", tags=["数据治理"])
REFUSALS = refusals(Unauthenticated, Forbidden)

CanMatch = Annotated[Caller, Depends(require("governance.match_names"))]
NameId = Annotated[int, Path(ge=1, le=2**62)]
DatasetQuery = Annotated[str | None, Query(max_length=80, description="只要出现在这个数据集的")]
ScoreQuery = Annotated[float, Query(alias="leastScore", ge=0.4, le=1, description="相似度不低于")]


def wanted_names(
    state: Annotated[NameState | None, Query(description="状态；空为全部")] = None,
    dataset: DatasetQuery = None,
    words: Search = None,
    least_score: Annotated[
        float | None, Query(alias="leastScore", ge=0, le=1, description="第一候选的相似度不低于")
    ] = None,
) -> Wanted:
    return Wanted(state=state, dataset=dataset, words=words, least_score=least_score)


WantedNames = Annotated[Wanted, Depends(wanted_names)]


@router.get("", response_model=Page[WrittenNameView], responses=REFUSALS)
async def listed(
    session: Session, caller: CanMatch, paging: WantedPage, wanted: WantedNames
) -> Page[WrittenNameView]:
    """数据中写了、却没有企业登记为此名的名称；与企业最相近的在前。"""
    found, total = await matching.page(session, wanted, offset=paging.offset, limit=paging.page_size)
    items = [_view(name) for name in found]
    return Page(items=items, total=total, page=paging.page, page_size=paging.page_size)


@router.get("/data-sets", response_model=SeenDataSetsView, responses=REFUSALS)
async def datasets(session: Session, caller: CanMatch) -> SeenDataSetsView:
    """出现过待匹配名称的数据集。"""
    return SeenDataSetsView(items=await matching.datasets(session))


@router.get("/export", response_class=Response, responses=refusals(Unauthenticated, Forbidden, Invalid))
async def export(session: Session, caller: CanMatch, wanted: WantedNames) -> Response:
    """名称、第一候选与结论，CSV。"""
    found = [_view(name) for name in await matching.export(session, wanted)]
    header = [
        field.description or name for name, field in WrittenNameView.model_fields.items() if name != "id"
    ]
    rows = [
        ["、".join(value) if isinstance(value, list) else value for name, value in view if name != "id"]
        for view in found
    ]
    await announce(session, Recorded(act=NAMES_EXPORTED, details={"rows": len(rows)}))
    attachment = {"content-disposition": "attachment; filename=names.csv"}
    return Response(csv_file(header, rows), media_type=CSV_TYPE, headers=attachment)


@router.get("/acceptable", response_model=AcceptableNames, responses=REFUSALS)
async def acceptable(
    session: Session, caller: CanMatch, least_score: ScoreQuery, dataset: DatasetQuery = None
) -> AcceptableNames:
    """相似度不低于所给、且前两名分得开的待确认名称有多少。"""
    return AcceptableNames(count=await matching.acceptable(session, least_score, dataset))


@router.post(
    "/acceptance",
    response_model=AcceptableNames,
    responses=refusals(Unauthenticated, Forbidden, Conflict, Invalid),
)
async def accept_all(session: Session, caller: CanMatch, body: NewAcceptance) -> AcceptableNames:
    """批量认定为第一候选。"""
    accepted = await matching.accept_all(
        session, body.least_score, body.dataset, expected=body.expected, by=caller.username
    )
    return AcceptableNames(count=accepted)


@router.get(
    "/{name_id}", response_model=WholeNameView, responses=refusals(Unauthenticated, Forbidden, NotFound)
)
async def one(
    session: Session, caller: CanMatch, name_id: NameId, dataset: DatasetQuery = None
) -> WholeNameView:
    """一个名称：此刻的候选、出现在哪里、历次认定。"""
    whole = await matching.whole(session, name_id, dataset)
    return WholeNameView(
        name=_view(whole.name),
        candidates=[_candidate(each, whole) for each in whole.match.candidates],
        sightings=[SightingView.model_validate(each) for each in whole.sightings],
        history=[
            NameDecisionView(**vars(each), enterprise_name=_named(whole, each.credit_code))
            for each in whole.history
        ],
        next=whole.next,
    )


@router.post(
    "/{name_id}/decisions",
    status_code=status.HTTP_204_NO_CONTENT,
    response_class=Response,
    responses=refusals(Unauthenticated, Forbidden, NotFound, Conflict, Invalid),
)
async def decide(session: Session, caller: CanMatch, name_id: NameId, body: NewNameDecision) -> Response:
    """认定一个名称所指，或撤回；认定后数据集自动重建。"""
    await matching.decide(session, name_id, Decision(**dict(body)), by=caller.username)
    return Response(status_code=status.HTTP_204_NO_CONTENT)


def _view(name: ReviewedName) -> WrittenNameView:
    best = name.best
    return WrittenNameView(
        id=name.id,
        written=name.written,
        region=name.region,
        state=name.state,
        how=best.how if best else None,
        score=best.score if best else 0,
        ambiguous=best.ambiguous if best else False,
        best_code=best.credit_code if best else None,
        best_name=best.name if best else None,
        credit_code=name.credit_code,
        first_seen_at=name.first_seen_at,
        rows=name.rows,
        datasets=list(name.datasets),
    )


def _candidate(candidate: NameCandidate, whole: WholeName) -> MatchCandidateView:
    enterprise = whole.enterprises[candidate.credit_code]
    return MatchCandidateView.model_validate(
        vars(candidate)
        | {
            "address": enterprise.address,
            "address_verdict": whole.addresses[candidate.credit_code],
            "establish_date": enterprise.establish_date,
            "reg_status": enterprise.reg_status,
        }
    )


def _named(whole: WholeName, credit_code: str | None) -> str | None:
    enterprise = whole.enterprises.get(credit_code or "")
    return enterprise.name if enterprise else None
