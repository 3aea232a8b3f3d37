"""Requests to see columns as they are."""

from datetime import date, datetime
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Query, Response, status
from pydantic import Field

from brain.kit.db import Session
from brain.kit.errors import Conflict, Forbidden, Invalid, NotFound, Unauthenticated
from brain.kit.http import refusals
from brain.kit.node import CurrentNode
from brain.kit.schemas import Page, Schema, WantedPage
from brain.platform.data_sets.contract import MOST_COLUMNS, Name
from brain.platform.data_sets.domain.access import Access, AccessState
from brain.platform.data_sets.routes.naming import FullName
from brain.platform.data_sets.schemas import Reason, Refusal
from brain.platform.data_sets.service import access
from brain.platform.identity.contract import Caller
from brain.platform.identity.service import require

router = APIRouter(prefix="/api/data-sets", tags=["数据集"])

CanRead = Annotated[Caller, Depends(require("data_sets.read"))]
CanConfirm = Annotated[Caller, Depends(require("data_sets.confirm"))]
AccessId = Annotated[int, Path(ge=1, le=2**63 - 1)]
DataSetQuery = Annotated[str | None, Query(alias="dataSet", max_length=80, description="只要对这个数据集的")]
DECIDING = refusals(Unauthenticated, Forbidden, NotFound, Conflict)


class AccessWanted(Schema):
    columns: list[Name] = Field(min_length=1, max_length=MOST_COLUMNS, description="要看取值的列")
    purpose: Reason = Field(description="用途")
    until: date = Field(description="最后一天；到期自动失效")


class AccessView(Schema):
    id: int
    data_set: str
    columns: list[str]
    username: str = Field(description="申请人")
    mine: bool
    purpose: str
    until: date
    state: AccessState = Field(
        description="waiting 待审批、granted 同意（到期自动失效）、refused 不同意、withdrawn 收回"
    )
    asked_at: datetime
    decided_by: str | None
    decided_at: datetime | None
    reason: str | None


def _view(asked: Access, caller: Caller) -> AccessView:
    told = {name: getattr(asked, name) for name in AccessView.model_fields if name not in {"columns", "mine"}}
    return AccessView(**told, columns=sorted(asked.columns), mine=asked.account_id == caller.account_id)


@router.get("/access", response_model=Page[AccessView], responses=refusals(Unauthenticated, Forbidden))
async def listed(
    session: Session, caller: CanRead, paging: WantedPage, data_set: DataSetQuery = None
) -> dict[str, Any]:
    """查看取值的申请：审批人员看到全部，其他人看到自己的；待审批的在前。"""
    found, total = await access.page(session, caller, data_set, paging)
    items = [_view(each, caller) for each in found]
    return {"items": items, "total": total, "page": paging.page, "page_size": paging.page_size}


@router.post(
    "/{tier}/{name}/access",
    response_model=AccessView,
    status_code=status.HTTP_201_CREATED,
    responses=refusals(Unauthenticated, Forbidden, NotFound, Conflict, Invalid),
)
async def ask(
    session: Session, node: CurrentNode, caller: CanRead, name: FullName, wanted: AccessWanted
) -> AccessView:
    """申请查看脱敏或不显示的列的取值，写明用途与最后一天。"""
    what = frozenset(wanted.columns)
    asked = await access.ask(session, node, caller, name, what, (wanted.purpose, wanted.until))
    return _view(asked, caller)


@router.post(
    "/access/{access_id}/grant",
    status_code=status.HTTP_204_NO_CONTENT,
    response_class=Response,
    responses=DECIDING,
)
async def grant(session: Session, caller: CanConfirm, access_id: AccessId) -> Response:
    """同意：立即生效，到期失效；此后级别升高的列不在其内。"""
    await access.grant(session, caller, access_id)
    return Response(status_code=status.HTTP_204_NO_CONTENT)


@router.post(
    "/access/{access_id}/refusal",
    status_code=status.HTTP_204_NO_CONTENT,
    response_class=Response,
    responses=DECIDING,
)
async def refuse(session: Session, caller: CanConfirm, access_id: AccessId, wanted: Refusal) -> Response:
    """不同意，说明原因。"""
    await access.refuse(session, caller, access_id, wanted.reason)
    return Response(status_code=status.HTTP_204_NO_CONTENT)


@router.post(
    "/access/{access_id}/withdrawal",
    status_code=status.HTTP_204_NO_CONTENT,
    response_class=Response,
    responses=DECIDING,
)
async def withdraw(session: Session, caller: CanRead, access_id: AccessId, wanted: Refusal) -> Response:
    """收回：审批人员收回任何人的，申请人撤回自己的。"""
    await access.withdraw(session, caller, access_id, wanted.reason)
    return Response(status_code=status.HTTP_204_NO_CONTENT)
