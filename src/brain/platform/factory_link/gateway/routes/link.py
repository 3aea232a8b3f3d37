"""The link to a brain, as the factory's people see it."""

from datetime import date, timedelta
from typing import Annotated, Final

from fastapi import APIRouter, Depends, status
from fastapi.responses import StreamingResponse

from brain.kit.clock import today
from brain.kit.db import Session
from brain.kit.errors import Conflict, Forbidden, Invalid, NotFound, Unauthenticated
from brain.kit.http import refusals
from brain.kit.node import CurrentNode
from brain.kit.spreadsheet import CSV_TYPE
from brain.platform.factory_link.gateway.adapters.brain_client import BrainNotReached, BrainRefused
from brain.platform.factory_link.gateway.domain.consents import Terms
from brain.platform.factory_link.gateway.models import ConsentRow, LinkRow
from brain.platform.factory_link.gateway.queries import links
from brain.platform.factory_link.gateway.schemas import (
    ConsentView,
    Leaving,
    LeftView,
    LinkView,
    NewConsent,
    NewLink,
    Withdrawal,
)
from brain.platform.factory_link.gateway.service import accounting, consenting, enrolling, exporting
from brain.platform.factory_link.gateway.service.exporting import Span
from brain.platform.identity.contract import Caller
from brain.platform.identity.service import require

router = APIRouter(prefix="/api/brain-link", tags=["与大脑的链接"])

LONGEST: Final = timedelta(days=365)
CanSee = Annotated[Caller, Depends(require("brain_link.see"))]
CanEnrol = Annotated[Caller, Depends(require("brain_link.enrol"))]
CanConsent = Annotated[Caller, Depends(require("brain_link.consent"))]


@router.get("", response_model=list[LinkView], responses=refusals(Unauthenticated, Forbidden))
async def all_links(session: Session, caller: CanSee) -> list[LinkView]:
    """与大脑的链接，含已断开的，新的在前。"""
    return [LinkView.model_validate(row) for row in await links.all_links(session)]


@router.post(
    "",
    response_model=LinkView,
    status_code=status.HTTP_201_CREATED,
    responses=refusals(Unauthenticated, Forbidden, Conflict, Invalid, BrainRefused, BrainNotReached),
)
async def enrol(session: Session, caller: CanEnrol, node: CurrentNode, body: NewLink) -> LinkRow:
    """凭大脑发来的一次性注册码登记。"""
    return await enrolling.enrol(session, node, body.url, body.code, caller.username)


@router.post(
    "/confirmation", response_model=LinkView, responses=refusals(Unauthenticated, Forbidden, Conflict)
)
async def confirm(session: Session, caller: CanConsent) -> LinkRow:
    """核对号与大脑一致，确认。此后仍须逐项同意，才有数据离厂。"""
    return await enrolling.confirm(session, caller.username)


@router.post(
    "/leaving", response_model=LinkView, responses=refusals(Unauthenticated, Forbidden, Conflict, Invalid)
)
async def leave(session: Session, caller: CanConsent, body: Leaving) -> LinkRow:
    """断开链接，销毁密钥；此后没有数据离厂。"""
    return await enrolling.leave(session, caller.username, body.reason)


@router.post(
    "/key",
    status_code=status.HTTP_204_NO_CONTENT,
    responses=refusals(Unauthenticated, Forbidden, Conflict, BrainRefused, BrainNotReached),
)
async def change_key(node: CurrentNode, caller: CanEnrol) -> None:
    """立即更换密钥（平时每 90 天自动更换）。"""
    await enrolling.change_key(node)


async def _view(session: Session, row: ConsentRow) -> ConsentView:
    covered = await links.covered(session, [row.id])
    return _shown(row, covered[row.id])


def _shown(row: ConsentRow, points: list[int]) -> ConsentView:
    return ConsentView.model_validate(
        {
            **{name: getattr(row, name) for name in ConsentView.model_fields if hasattr(row, name)},
            "granularity": {"kind": row.kind, "seconds": row.seconds, "step": row.step},
            "points": points,
        }
    )


def _terms(body: NewConsent) -> Terms:
    return Terms(
        purpose=body.purpose,
        kind=body.granularity.kind,
        seconds=body.granularity.seconds,
        step=body.granularity.step,
        until=body.until,
    )


@router.get("/consents", response_model=list[ConsentView], responses=refusals(Unauthenticated, Forbidden))
async def consents(session: Session, caller: CanSee) -> list[ConsentView]:
    """全部同意书，含已撤回与到期的，新的在前。"""
    found = [row for link in await links.all_links(session) for row in await links.consents(session, link.id)]
    covered = await links.covered(session, [row.id for row in found])
    return [_shown(row, covered[row.id]) for row in found]


@router.post(
    "/consents",
    response_model=ConsentView,
    status_code=status.HTTP_201_CREATED,
    responses=refusals(Unauthenticated, Forbidden, Conflict, Invalid),
)
async def give(session: Session, caller: CanConsent, body: NewConsent) -> ConsentView:
    """同意共享：哪些测点、为了什么、到多细、到何时。"""
    return await _view(session, await consenting.give(session, _terms(body), body.points, body.note, caller))


@router.get(
    "/consents/{consent_id}",
    response_model=ConsentView,
    responses=refusals(Unauthenticated, Forbidden, NotFound),
)
async def one(session: Session, caller: CanSee, consent_id: int) -> ConsentView:
    """一份同意书。"""
    return await _view(session, await links.consent(session, consent_id))


@router.put(
    "/consents/{consent_id}",
    response_model=ConsentView,
    responses=refusals(Unauthenticated, Forbidden, NotFound, Conflict, Invalid),
)
async def change(session: Session, caller: CanConsent, consent_id: int, body: NewConsent) -> ConsentView:
    """更改同意书：撤回旧的，同时立一份新的。"""
    made = await consenting.change(session, consent_id, _terms(body), body.points, body.note, caller)
    return await _view(session, made)


@router.post(
    "/consents/{consent_id}/withdrawal",
    response_model=ConsentView,
    responses=refusals(Unauthenticated, Forbidden, NotFound, Invalid),
)
async def withdraw(session: Session, caller: CanConsent, consent_id: int, body: Withdrawal) -> ConsentView:
    """撤回同意，下一批起生效。"""
    row = await consenting.withdraw(session, consent_id, body.reason, caller.username)
    return await _view(session, row)


@router.get(
    "/sent",
    response_class=StreamingResponse,
    responses={**refusals(Unauthenticated, Forbidden, Invalid), 200: {"content": {CSV_TYPE: {}}}},
)
async def sent(caller: CanConsent, node: CurrentNode, first: date, last: date) -> StreamingResponse:
    """这些天（北京时间）离开工厂的全部取值，原样；正文已按缓存期限清除的，只剩每日的个数。"""
    if not timedelta(0) <= last - first <= LONGEST:
        raise Invalid("起止日期须先后相接，且不超过 366 天")
    headers = {"Content-Disposition": f'attachment; filename="left-{first}-{last}.csv"'}
    lines = exporting.everything(node, Span(first, last))
    return StreamingResponse(lines, media_type=CSV_TYPE, headers=headers)


@router.get("/left", response_model=LeftView, responses=refusals(Unauthenticated, Forbidden))
async def left_today(session: Session, caller: CanSee) -> LeftView:
    """今天有什么离开了工厂，大脑拿它做了什么。"""
    return LeftView.model_validate(await accounting.on_day(session, today()))
