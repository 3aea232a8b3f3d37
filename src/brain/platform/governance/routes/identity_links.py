"""Merges of master records, and the golden record that follows."""

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Response, status

from brain.kit.db import Session
from brain.kit.errors import Conflict, Forbidden, Invalid, NotFound, Unauthenticated
from brain.kit.events import Recorded, announce
from brain.kit.http import refusals
from brain.kit.jobs import enqueue
from brain.kit.schemas import Page, Search, WantedPage
from brain.kit.spreadsheet import CSV_TYPE, Cell, csv_file
from brain.platform.data_warehouse import service as data_warehouse
from brain.platform.governance.domain.acts import MERGES_EXPORTED
from brain.platform.governance.domain.identity_links import IdentityLink, LinkState, ProposedLink
from brain.platform.governance.schemas import (
    GoldenRecordView,
    IdentityLinkView,
    LinkReason,
    NewIdentityLink,
)
from brain.platform.governance.service import golden_records, identity_links
from brain.platform.identity.contract import Caller
from brain.platform.identity.service import require
from brain.reference.credit_code import SHAPE

router = APIRouter(prefix="/api/governance", tags=["数据治理"])

CanRead = Annotated[Caller, Depends(require("data_warehouse.read"))]
CanPropose = Annotated[Caller, Depends(require("governance.propose_merges"))]
CanDecide = Annotated[Caller, Depends(require("governance.decide_merges"))]
LinkId = Annotated[int, Path(ge=1, le=2**62)]
LinkStateQuery = Annotated[LinkState | None, Query(description="状态；空为全部")]
CreditCodePath = Annotated[str, Path(pattern=rf"^{SHAPE}$", description="统一社会信用代码")]
DECISION = refusals(Unauthenticated, Forbidden, NotFound, Conflict, Invalid)
SEE_PERSONAL = "data_warehouse.see_personal"
_EXPORTED = {
    name: field.description or name for name, field in IdentityLinkView.model_fields.items() if name != "id"
}


@router.get(
    "/identity-links", response_model=Page[IdentityLinkView], responses=refusals(Unauthenticated, Forbidden)
)
async def listed(
    session: Session,
    caller: CanRead,
    paging: WantedPage,
    state: LinkStateQuery = None,
    words: Search = None,
) -> Page[IdentityLinkView]:
    """主数据中同一家企业的两条记录：提出的、已合并的、已退回与拆分的；最近的在前。"""
    found, total = await identity_links.page(
        session, state, words, offset=paging.offset, limit=paging.page_size
    )
    items = await _views(session, found)
    return Page(items=items, total=total, page=paging.page, page_size=paging.page_size)


@router.post(
    "/identity-links",
    status_code=status.HTTP_201_CREATED,
    response_model=IdentityLinkView,
    responses=refusals(Unauthenticated, Forbidden, Conflict, Invalid),
)
async def propose(session: Session, caller: CanPropose, body: NewIdentityLink) -> IdentityLinkView:
    """提出两条记录是同一家企业，由另一人确认。"""
    link = await identity_links.propose(session, ProposedLink(**dict(body)), by=caller.username)
    return (await _views(session, [link]))[0]


@router.post(
    "/identity-links/search",
    status_code=status.HTTP_202_ACCEPTED,
    response_class=Response,
    responses=refusals(Unauthenticated, Forbidden),
)
async def search(session: Session, caller: CanPropose) -> Response:
    """在主数据中查找可能的同一家企业；见过的不再提出。"""
    await enqueue(session, identity_links.SEARCH, {}, key="all")
    return Response(status_code=status.HTTP_202_ACCEPTED)


@router.get(
    "/identity-links/export",
    response_class=Response,
    responses=refusals(Unauthenticated, Forbidden, Invalid),
)
async def export(
    session: Session, caller: CanRead, state: LinkStateQuery = None, words: Search = None
) -> Response:
    """合并的两条记录、依据、谁在何时为何决定，CSV。"""
    views = await _views(session, await identity_links.export(session, state, words))
    await announce(session, Recorded(act=MERGES_EXPORTED, details={"rows": len(views)}))
    attachment = {"content-disposition": "attachment; filename=merges.csv"}
    return Response(
        csv_file(list(_EXPORTED.values()), map(_row, views)), media_type=CSV_TYPE, headers=attachment
    )


@router.get(
    "/identity-links/{link_id}",
    response_model=IdentityLinkView,
    responses=refusals(Unauthenticated, Forbidden, NotFound),
)
async def one(session: Session, caller: CanRead, link_id: LinkId) -> IdentityLinkView:
    """一条合并。"""
    return (await _views(session, [await identity_links.get(session, link_id)]))[0]


@router.post(
    "/identity-links/{link_id}/confirmation",
    status_code=status.HTTP_204_NO_CONTENT,
    response_class=Response,
    responses=DECISION,
)
async def confirm(session: Session, caller: CanDecide, link_id: LinkId, body: LinkReason) -> Response:
    """确认合并；提出的人不能自己确认。"""
    await identity_links.confirm(session, link_id, body.reason, by=caller.username)
    return Response(status_code=status.HTTP_204_NO_CONTENT)


@router.post(
    "/identity-links/{link_id}/refusal",
    status_code=status.HTTP_204_NO_CONTENT,
    response_class=Response,
    responses=DECISION,
)
async def refuse(session: Session, caller: CanDecide, link_id: LinkId, body: LinkReason) -> Response:
    """退回：不是同一家。"""
    await identity_links.refuse(session, link_id, body.reason, by=caller.username)
    return Response(status_code=status.HTTP_204_NO_CONTENT)


@router.post(
    "/identity-links/{link_id}/split",
    status_code=status.HTTP_204_NO_CONTENT,
    response_class=Response,
    responses=DECISION,
)
async def split(session: Session, caller: CanDecide, link_id: LinkId, body: LinkReason) -> Response:
    """拆分已合并的两条记录；合并过的事实保留。"""
    await identity_links.split(session, link_id, body.reason, by=caller.username)
    return Response(status_code=status.HTTP_204_NO_CONTENT)


@router.get(
    "/golden-records/{credit_code}",
    response_model=GoldenRecordView,
    responses=refusals(Unauthenticated, Forbidden, NotFound),
)
async def golden(session: Session, caller: CanRead, credit_code: CreditCodePath) -> GoldenRecordView:
    """一家企业逐项的取值：出自哪里、为什么、哪些值让位；含并入它的记录。"""
    found = await golden_records.get(session, credit_code, personal=SEE_PERSONAL in caller.scopes)
    links = await _views(session, found.links)
    return GoldenRecordView.model_validate({**vars(found), "links": links})


async def _views(session: Session, links: Sequence[IdentityLink]) -> list[IdentityLinkView]:
    codes = {code for link in links for code in (link.absorbed, link.survivor)}
    known = await data_warehouse.get_many(session, sorted(codes))
    names = {code: known[code].name if code in known else code for code in codes}
    return [
        IdentityLinkView.model_validate(
            {**vars(link), "absorbed_name": names[link.absorbed], "survivor_name": names[link.survivor]}
        )
        for link in links
    ]


def _row(view: IdentityLinkView) -> list[Cell]:
    told = {name: getattr(view, name) for name in _EXPORTED}
    told["evidence"] = "；".join(f"{each.field} {each.verdict}" for each in view.evidence)
    for name, said in (("decided", view.decided), ("split", view.split)):
        told[name] = f"{said.by} {said.at:%Y-%m-%d %H:%M} {said.reason}" if said else None
    return list(told.values())
