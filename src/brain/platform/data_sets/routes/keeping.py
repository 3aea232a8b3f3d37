"""How long a data set is kept, what must not be removed, and what must go for good."""

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Response, status

from brain.kit.db import Session
from brain.kit.errors import Conflict, Forbidden, Invalid, NotFound, Unauthenticated
from brain.kit.http import refusals
from brain.kit.node import CurrentNode
from brain.platform.data_sets.domain.retention import Policy
from brain.platform.data_sets.routes.naming import FullName
from brain.platform.data_sets.schemas import Refusal
from brain.platform.data_sets.schemas.keeping import (
    ErasureView,
    ErasureWanted,
    KeepingView,
    RetentionWanted,
)
from brain.platform.data_sets.service import erasing, keeping
from brain.platform.identity.contract import Caller
from brain.platform.identity.service import require

router = APIRouter(prefix="/api/data-sets", tags=["数据集"])

CanRead = Annotated[Caller, Depends(require("data_sets.read"))]
CanManage = Annotated[Caller, Depends(require("data_sets.manage"))]
CanConfirm = Annotated[Caller, Depends(require("data_sets.confirm"))]
Id = Annotated[int, Path(ge=1, le=2**63 - 1)]
REFUSALS = refusals(Unauthenticated, Forbidden, NotFound, Invalid)
DECIDING = refusals(Unauthenticated, Forbidden, NotFound, Invalid, Conflict)
NO_CONTENT = status.HTTP_204_NO_CONTENT


@router.get(
    "/{tier}/{name}/keeping",
    response_model=KeepingView,
    responses=refusals(Unauthenticated, Forbidden, NotFound),
)
async def kept(session: Session, node: CurrentNode, caller: CanRead, name: FullName) -> KeepingView:
    """保留期限、法律冻结、永久删除的请求。"""
    return KeepingView.model_validate(await keeping.whole(session, node, name))


@router.put("/{tier}/{name}/retention", status_code=NO_CONTENT, response_class=Response, responses=REFUSALS)
async def retain(
    session: Session, node: CurrentNode, caller: CanManage, name: FullName, wanted: RetentionWanted
) -> Response:
    """调整保留期限：从下一个版本、下一个夜间清理起生效；最新版本总是保留。"""
    told = wanted.model_dump()
    reason = told.pop("reason")
    await keeping.set_policy(session, node, name, Policy(**told), reason, by=caller.username)
    return Response(status_code=NO_CONTENT)


@router.post("/{tier}/{name}/holds", status_code=NO_CONTENT, response_class=Response, responses=REFUSALS)
async def hold(
    session: Session, node: CurrentNode, caller: CanConfirm, name: FullName, wanted: Refusal
) -> Response:
    """法律冻结：解除之前，版本、交付都不清除，永久删除不执行。"""
    await keeping.place_hold(session, node, name, wanted.reason, by=caller.username)
    return Response(status_code=NO_CONTENT)


@router.post("/holds/{hold_id}/release", status_code=NO_CONTENT, response_class=Response, responses=REFUSALS)
async def release(
    session: Session, node: CurrentNode, caller: CanConfirm, hold_id: Id, wanted: Refusal
) -> Response:
    """解除法律冻结。"""
    await keeping.release_hold(session, node, hold_id, wanted.reason, by=caller.username)
    return Response(status_code=NO_CONTENT)


@router.post(
    "/{tier}/{name}/erasures",
    status_code=status.HTTP_201_CREATED,
    response_model=ErasureView,
    responses=DECIDING,
)
async def ask(
    session: Session, node: CurrentNode, caller: CanManage, name: FullName, wanted: ErasureWanted
) -> ErasureView:
    """申请永久删除行：由另一人核准；核准后从交付、隔离的行、所有版本和下游数据集中清除，再次交付也不再进入。"""
    told = erasing.Wanted(**wanted.model_dump())
    return ErasureView.model_validate(await erasing.ask(session, node, name, told, by=caller.username))


@router.post("/erasures/{erasure_id}/approval", response_model=ErasureView, responses=DECIDING)
async def approve(
    session: Session, node: CurrentNode, caller: CanConfirm, erasure_id: Id, wanted: Refusal
) -> ErasureView:
    """核准并执行，不能恢复。"""
    approved = await erasing.approve(session, node, erasure_id, wanted.reason, by=caller.username)
    return ErasureView.model_validate(approved)


@router.post("/erasures/{erasure_id}/refusal", response_model=ErasureView, responses=DECIDING)
async def refuse(
    session: Session, node: CurrentNode, caller: CanConfirm, erasure_id: Id, wanted: Refusal
) -> ErasureView:
    """不同意这项请求。"""
    refused = await erasing.refuse(session, node, erasure_id, wanted.reason, by=caller.username)
    return ErasureView.model_validate(refused)
