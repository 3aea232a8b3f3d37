"""Data sets that people declare, and what reviewers decide about them."""

from typing import Annotated

from fastapi import APIRouter, Depends, Response, status

from brain.kit.datasets import Derived
from brain.kit.db import Session
from brain.kit.errors import Conflict, Forbidden, Invalid, NotFound, Unauthenticated, Unavailable
from brain.kit.http import refusals
from brain.kit.node import CurrentNode
from brain.platform.data_sets.contract import Declaring
from brain.platform.data_sets.routes.naming import FullName
from brain.platform.data_sets.schemas import (
    ComputedColumnView,
    Confirmation,
    DeclarationView,
    NewDataSet,
    Refusal,
    StatementWanted,
    WaitingDataSet,
)
from brain.platform.data_sets.service import computing, declaring
from brain.platform.identity.contract import Caller
from brain.platform.identity.service import require

router = APIRouter(prefix="/api/data-sets", tags=["数据集"])

CanRead = Annotated[Caller, Depends(require("data_sets.read"))]
CanDeclare = Annotated[Caller, Depends(require("data_sets.declare"))]
CanConfirm = Annotated[Caller, Depends(require("data_sets.confirm"))]


@router.get(
    "/declarations/waiting",
    response_model=list[WaitingDataSet],
    responses=refusals(Unauthenticated, Forbidden),
)
async def waiting(session: Session, caller: CanRead) -> list[WaitingDataSet]:
    """待确认的登记，最早的在前。"""
    return [
        WaitingDataSet(
            tier=each.data_set.tier,
            name=each.data_set.name,
            title=each.data_set.title,
            title_en=each.data_set.title_en,
            revision=each.revision,
            declared_by=each.declared_by,
            declared_at=each.declared_at,
        )
        for each in await declaring.waiting(session)
    ]


@router.post(
    "/proposals",
    response_model=list[ComputedColumnView],
    responses=refusals(Unauthenticated, Forbidden, Invalid, Unavailable),
)
async def propose(
    session: Session, node: CurrentNode, caller: CanDeclare, wanted: StatementWanted
) -> list[ComputedColumnView]:
    """一条查询语句登记为数据集时的各列：含义、级别与是否个人信息随所来自的列。"""
    columns = await computing.proposed(session, node, caller, wanted.statement)
    return [ComputedColumnView.model_validate(column) for column in columns]


@router.post(
    "",
    response_model=DeclarationView,
    status_code=status.HTTP_201_CREATED,
    responses=refusals(Unauthenticated, Forbidden, Conflict, Invalid),
)
async def declare(
    session: Session, node: CurrentNode, caller: CanDeclare, wanted: NewDataSet
) -> DeclarationView:
    """登记一个由其他数据集计算的数据集，或它的新修订；另一位审批人员确认各列级别之后生效。"""
    data_set = wanted.data_set(wanted.columns, Derived(statement=wanted.statement))
    declared = await declaring.declare(
        session, node, Declaring(data_set=data_set, findings={}), by=caller.username
    )
    return DeclarationView.model_validate(declared)


@router.post(
    "/{tier}/{name}/confirmation",
    response_model=DeclarationView,
    responses=refusals(Unauthenticated, Forbidden, NotFound, Invalid),
)
async def confirm(
    session: Session, caller: CanConfirm, name: FullName, wanted: Confirmation
) -> DeclarationView:
    """确认待定的登记：逐列核对级别，可以改正。登记人不能确认自己的登记。"""
    confirmed = await declaring.confirm(session, name, wanted.levels, by=caller.username)
    return DeclarationView.model_validate(confirmed)


@router.post(
    "/{tier}/{name}/refusal",
    response_model=DeclarationView,
    responses=refusals(Unauthenticated, Forbidden, NotFound),
)
async def refuse(session: Session, caller: CanConfirm, name: FullName, wanted: Refusal) -> DeclarationView:
    """退回待定的登记，说明原因。"""
    refused = await declaring.refuse(session, name, wanted.reason, by=caller.username)
    return DeclarationView.model_validate(refused)


@router.post(
    "/{tier}/{name}/retirement",
    status_code=status.HTTP_204_NO_CONTENT,
    response_class=Response,
    responses=refusals(Unauthenticated, Forbidden, NotFound, Conflict),
)
async def retire(
    session: Session, node: CurrentNode, caller: CanDeclare, name: FullName, wanted: Refusal
) -> Response:
    """停用一个登记的数据集：不再列出、构建和查询；已有的文件保留。"""
    await declaring.retire(session, node, name, wanted.reason, by=caller.username)
    return Response(status_code=status.HTTP_204_NO_CONTENT)
