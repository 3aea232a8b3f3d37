"""The centre's pages: enrolment codes, applications and what may be done with them."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Query, status

from brain.kit.db import Session
from brain.kit.errors import Forbidden, Invalid, NotFound, Unauthenticated
from brain.kit.http import refusals
from brain.kit.node import CurrentNode
from brain.kit.schemas import Page, WantedPage
from brain.platform.exchange.protocol import ApplicationState
from brain.platform.exchange.server.domain.applications import WrongState
from brain.platform.exchange.server.queries import applications as queries
from brain.platform.exchange.server.schemas.access import (
    ApplicationBrief,
    ApplicationView,
    ClientView,
    EnrolmentCode,
    EnrolmentView,
    EnvironmentChoice,
    Limits,
    NewEnrolment,
    StepTaken,
)
from brain.platform.exchange.server.service import applications, review
from brain.platform.exchange.server.service.credentials import NotCollectable
from brain.platform.identity.contract import Caller
from brain.platform.identity.service import require

router = APIRouter(prefix="/api/exchange", tags=["数据交换（能力中心）"])

CanSee = Annotated[Caller, Depends(require("exchange.see"))]
CanReview = Annotated[Caller, Depends(require("exchange.review"))]
CanOperate = Annotated[Caller, Depends(require("exchange.operate"))]
Number = Annotated[str, Path(pattern=r"^SQ-\d{4}-\d{5}$")]
Step = Annotated[str, Path(pattern="^[a-z]{2,20}$")]
WHO = (Unauthenticated, Forbidden)


def _reviewer(caller: Caller) -> review.Reviewer:
    return review.Reviewer(username=caller.username, name=caller.name)


@router.post(
    "/enrolments",
    response_model=EnrolmentCode,
    status_code=status.HTTP_201_CREATED,
    responses=refusals(*WHO, Invalid),
)
async def enrol(session: Session, caller: CanOperate, body: NewEnrolment) -> dict[str, Any]:
    """发放一次性登记码，交给申请单位；只显示这一次。"""
    made = await applications.enrol(session, body.organisation_name, body.credit_code, caller.username)
    return {"code": made.code, **EnrolmentView.model_validate(made.row).model_dump()}


@router.get("/enrolments", response_model=Page[EnrolmentView], responses=refusals(*WHO))
async def enrolments(session: Session, caller: CanSee, paging: WantedPage) -> dict[str, Any]:
    """登记码发放记录（不含登记码本身）。"""
    items, total = await queries.enrolments(session, paging)
    return {"items": items, "total": total, "page": paging.page, "page_size": paging.page_size}


@router.get("/applications", response_model=Page[ApplicationBrief], responses=refusals(*WHO))
async def list_applications(
    session: Session,
    caller: CanSee,
    paging: WantedPage,
    state: Annotated[ApplicationState | None, Query(description="状态")] = None,
) -> dict[str, Any]:
    """数据交换申请列表。"""
    items, total = await queries.page(session, state, paging)
    return {"items": items, "total": total, "page": paging.page, "page_size": paging.page_size}


@router.get("/clients", response_model=Page[ClientView], responses=refusals(*WHO))
async def list_clients(session: Session, caller: CanSee, paging: WantedPage) -> dict[str, Any]:
    """机器客户端：谁能以什么身份调用什么；限额、停用与作废在所属申请里办理。"""
    items, total = await queries.clients(session, paging)
    return {"items": items, "total": total, "page": paging.page, "page_size": paging.page_size}


@router.get("/applications/{number}", response_model=ApplicationView, responses=refusals(*WHO, NotFound))
async def show(session: Session, caller: CanSee, number: Number) -> dict[str, Any]:
    """一份申请：内容、历史、联调报告、现在可以做的操作。"""
    return await review.show(session, number)


@router.post(
    "/applications/{number}/steps/{step}",
    response_model=ApplicationView,
    responses=refusals(*WHO, NotFound, WrongState, Invalid),
)
async def take_step(
    session: Session, node: CurrentNode, caller: CanReview, number: Number, step: Step, body: StepTaken
) -> dict[str, Any]:
    """审核操作：同意联调、退回、不予同意、正式开通、暂停、恢复、撤销、同意或不同意续期。"""
    return await review.take_step(session, node, number, step, _reviewer(caller), body.reason)


@router.post(
    "/applications/{number}/limits",
    response_model=ApplicationView,
    responses=refusals(*WHO, NotFound, Invalid),
)
async def set_limits(
    session: Session, node: CurrentNode, caller: CanOperate, number: Number, body: Limits
) -> dict[str, Any]:
    """调整调用频率上限，立即生效。"""
    return await review.set_limits(session, node, number, body.calls_per_minute, _reviewer(caller))


@router.post(
    "/applications/{number}/void-credentials",
    response_model=ApplicationView,
    responses=refusals(*WHO, NotFound, NotCollectable),
)
async def void_credentials(
    session: Session, node: CurrentNode, caller: CanOperate, number: Number, body: EnvironmentChoice
) -> dict[str, Any]:
    """凭证泄露时立即作废，申请单位可重新领取。"""
    return await review.void_credentials(session, node, number, body.environment, _reviewer(caller))
