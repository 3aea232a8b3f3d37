"""Who sees which rows of a data set."""

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Response, status
from pydantic import Field, StringConstraints

from brain.kit.db import Session
from brain.kit.errors import Conflict, Forbidden, Invalid, NotFound, Unauthenticated
from brain.kit.http import refusals
from brain.kit.node import CurrentNode
from brain.kit.schemas import Schema
from brain.platform.data_sets.contract import Name
from brain.platform.data_sets.domain.row_policies import Condition, Grant, Means, PolicyState
from brain.platform.data_sets.routes.naming import FullName
from brain.platform.data_sets.schemas import Refusal
from brain.platform.data_sets.service import permitting
from brain.platform.identity.contract import Caller
from brain.platform.identity.service import require

router = APIRouter(prefix="/api/data-sets", tags=["数据集"])

CanRead = Annotated[Caller, Depends(require("data_sets.read"))]
CanDeclare = Annotated[Caller, Depends(require("data_sets.declare"))]
CanConfirm = Annotated[Caller, Depends(require("data_sets.confirm"))]
PolicyId = Annotated[int, Path(ge=1, le=2**63 - 1)]
Text = Annotated[str, StringConstraints(min_length=1, max_length=200)]
DECIDING = refusals(Unauthenticated, Forbidden, NotFound, Conflict, Invalid)
NO_CONTENT = status.HTTP_204_NO_CONTENT


class RowCondition(Schema):
    column: Name = Field(description="文本列")
    means: Means = Field(
        description="values 取值之一、own_organisation 本机构的统一社会信用代码、"
        "own_region 本机构登记地（代码第 3–8 位）之内的行政区划代码"
    )
    values: list[Text] = Field([], max_length=500)

    def condition(self) -> Condition:
        return Condition(column=self.column, means=self.means, values=tuple(self.values))


class RowGrant(Schema):
    """给某些角色的一部分行：满足全部条件的行；没有条件即全部行。"""

    roles: list[str] = Field(max_length=50, description="角色；空为所有人")
    conditions: list[RowCondition] = Field(max_length=10)

    def grant(self) -> Grant:
        conditions = tuple(each.condition() for each in self.conditions)
        return Grant(roles=frozenset(self.roles), conditions=conditions)


class RowPolicyWanted(Schema):
    grants: list[RowGrant] = Field(max_length=50, description="相加；不在其中的人看不到任何行。空为取消限制")
    reason: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=400)]


class RowPolicyView(Schema):
    id: int
    grants: list[RowGrant]
    reason: str
    state: PolicyState = Field(description="waiting 待确认、in_force 生效（最新的一项）、refused 退回")
    declared_by: str
    declared_at: datetime
    decided_by: str | None
    decided_at: datetime | None
    answer: str | None


@router.get(
    "/{tier}/{name}/row-policies",
    response_model=list[RowPolicyView],
    responses=refusals(Unauthenticated, Forbidden, NotFound),
)
async def listed(session: Session, node: CurrentNode, caller: CanRead, name: FullName) -> list[RowPolicyView]:
    """谁能看到哪些行：各次提出与确认，最新在前。"""
    return [RowPolicyView.model_validate(each) for each in await permitting.history(session, node, name)]


@router.post(
    "/{tier}/{name}/row-policies",
    response_model=RowPolicyView,
    status_code=status.HTTP_201_CREATED,
    responses=DECIDING,
)
async def propose(
    session: Session, node: CurrentNode, caller: CanDeclare, name: FullName, wanted: RowPolicyWanted
) -> RowPolicyView:
    """提出行策略，由另一人确认后生效。"""
    grants = [each.grant() for each in wanted.grants]
    asked = await permitting.propose(session, node, name, grants, wanted.reason, caller.username)
    return RowPolicyView.model_validate(asked)


@router.post(
    "/row-policies/{policy_id}/confirmation",
    status_code=NO_CONTENT,
    response_class=Response,
    responses=DECIDING,
)
async def confirm(session: Session, node: CurrentNode, caller: CanConfirm, policy_id: PolicyId) -> Response:
    """确认：立即生效，替换此前的行策略。"""
    await permitting.confirm(session, node, policy_id, caller.username)
    return Response(status_code=NO_CONTENT)


@router.post(
    "/row-policies/{policy_id}/refusal",
    status_code=NO_CONTENT,
    response_class=Response,
    responses=DECIDING,
)
async def refuse(
    session: Session, node: CurrentNode, caller: CanConfirm, policy_id: PolicyId, wanted: Refusal
) -> Response:
    """退回，说明原因。"""
    await permitting.refuse(session, node, policy_id, wanted.reason, caller.username)
    return Response(status_code=NO_CONTENT)
