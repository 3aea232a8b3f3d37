"""Rows that rules of quality held back."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Response, status

from brain.kit.db import Session
from brain.kit.errors import Conflict, Forbidden, Invalid, NotFound, Unauthenticated
from brain.kit.http import refusals
from brain.kit.node import CurrentNode
from brain.kit.schemas import Page, WantedPage
from brain.platform.data_sets.domain.holding import HeldState
from brain.platform.data_sets.routes.naming import FullName
from brain.platform.data_sets.schemas import Correction, HeldRowView, Refusal
from brain.platform.data_sets.service import holding
from brain.platform.identity.contract import Caller
from brain.platform.identity.service import require

router = APIRouter(prefix="/api/data-sets", tags=["数据集"])

CanManage = Annotated[Caller, Depends(require("data_sets.manage"))]
HeldId = Annotated[int, Path(ge=1, le=2**40)]
REFUSALS = refusals(Unauthenticated, Forbidden, NotFound, Conflict, Invalid)


@router.get(
    "/{tier}/{name}/held",
    response_model=Page[HeldRowView],
    responses=refusals(Unauthenticated, Forbidden, NotFound),
)
async def listed(
    session: Session,
    node: CurrentNode,
    caller: CanManage,
    name: FullName,
    paging: WantedPage,
    state: HeldState = HeldState.OPEN,
) -> dict[str, Any]:
    """因不符合质量规则而隔离的行与原因。"""
    found, total = await holding.page(session, node, caller, name, state, paging)
    return {"items": found, "total": total, "page": paging.page, "page_size": paging.page_size}


@router.post(
    "/held/{held_id}/acceptance",
    status_code=status.HTTP_204_NO_CONTENT,
    response_class=Response,
    responses=REFUSALS,
)
async def accept(session: Session, caller: CanManage, held_id: HeldId, wanted: Refusal) -> Response:
    """说明理由后接受：下一个版本含有这一行。"""
    await holding.accept(session, held_id, wanted.reason, by=caller.username)
    return Response(status_code=status.HTTP_204_NO_CONTENT)


@router.post(
    "/held/{held_id}/discard",
    status_code=status.HTTP_204_NO_CONTENT,
    response_class=Response,
    responses=REFUSALS,
)
async def discard(session: Session, caller: CanManage, held_id: HeldId, wanted: Refusal) -> Response:
    """丢弃：不再含有这一行，也不再提醒。"""
    await holding.discard(session, held_id, wanted.reason, by=caller.username)
    return Response(status_code=status.HTTP_204_NO_CONTENT)


@router.post(
    "/held/{held_id}/correction",
    status_code=status.HTTP_204_NO_CONTENT,
    response_class=Response,
    responses=REFUSALS,
)
async def correct(
    session: Session, node: CurrentNode, caller: CanManage, held_id: HeldId, wanted: Correction
) -> Response:
    """更正：改正后的行代替它，来源写明是更正。"""
    await holding.correct(session, node, held_id, wanted.values, wanted.reason, by=caller.username)
    return Response(status_code=status.HTTP_204_NO_CONTENT)
