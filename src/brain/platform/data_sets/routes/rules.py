"""Rules of quality of a data set: as they hold, changed, tried, confirmed."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Response, status

from brain.kit.db import Session
from brain.kit.errors import Conflict, Forbidden, Invalid, NotFound, Unauthenticated, Unavailable
from brain.kit.http import refusals
from brain.kit.node import CurrentNode
from brain.platform.data_sets.routes.naming import FullName
from brain.platform.data_sets.routes.rule_shapes import (
    RulebookView,
    RuleChangeView,
    RuleChangeWanted,
    RuleColumnView,
    RuleProposalView,
    RuleTrialView,
    RuleTrialWanted,
    StandingRuleView,
)
from brain.platform.data_sets.schemas import Refusal
from brain.platform.data_sets.service import rules, trying
from brain.platform.identity.contract import Caller
from brain.platform.identity.service import require

router = APIRouter(prefix="/api/data-sets", tags=["数据质量"])

CanRead = Annotated[Caller, Depends(require("data_sets.read"))]
CanManage = Annotated[Caller, Depends(require("data_sets.manage"))]
CanConfirm = Annotated[Caller, Depends(require("data_sets.confirm"))]
ChangeId = Annotated[int, Path(ge=1, le=2**40)]
REFUSALS = refusals(Unauthenticated, Forbidden, NotFound, Conflict, Invalid)


@router.get(
    "/{tier}/{name}/rules",
    response_model=RulebookView,
    responses=refusals(Unauthenticated, Forbidden, NotFound),
)
async def listed(session: Session, node: CurrentNode, caller: CanRead, name: FullName) -> RulebookView:
    """数据集的质量规则：从哪里来、是否生效、最新版本符合与否、改动的历史。"""
    found = await rules.rulebook(session, node, name)
    return RulebookView(
        title=found.data_set.title,
        title_en=found.data_set.title_en,
        version=found.version.number if found.version else None,
        columns=[RuleColumnView.model_validate(column) for column in found.data_set.columns],
        rules=[StandingRuleView.model_validate(each) for each in found.standing],
        asked=[RuleChangeView.model_validate(each) for each in found.asked],
        history=[RuleChangeView.model_validate(each) for each in found.history],
    )


@router.post("/{tier}/{name}/rules", response_model=RuleChangeView, responses=REFUSALS)
async def change(
    session: Session, node: CurrentNode, caller: CanManage, name: FullName, wanted: RuleChangeWanted
) -> RuleChangeView:
    """新增、改动或停用一条规则；隔离行、停止发布、自由查询与放宽的，由另一位审批人员确认后生效。"""
    asked = await rules.change(session, node, name, rules.Wanted(**wanted.model_dump()), by=caller.username)
    return RuleChangeView.model_validate(asked)


@router.post(
    "/{tier}/{name}/rules/trial",
    response_model=RuleTrialView,
    responses=refusals(Unauthenticated, Forbidden, NotFound, Invalid, Unavailable),
)
async def attempt(
    session: Session, node: CurrentNode, caller: CanManage, name: FullName, wanted: RuleTrialWanted
) -> RuleTrialView:
    """试算：在已发布的版本上有多少行不符合，举例。不改变任何数据。"""
    return RuleTrialView.model_validate(await trying.attempt(session, node, caller, name, wanted.definition))


@router.get(
    "/{tier}/{name}/rules/proposals",
    response_model=list[RuleProposalView],
    responses=refusals(Unauthenticated, Forbidden, NotFound),
)
async def proposals(session: Session, node: CurrentNode, caller: CanManage, name: FullName) -> list[Any]:
    """由最新版本的前一万行提议的规则与依据；已有的不再提。"""
    return await trying.proposals(session, node, caller, name)


@router.post(
    "/rules/changes/{change_id}/confirmation",
    status_code=status.HTTP_204_NO_CONTENT,
    response_class=Response,
    responses=REFUSALS,
)
async def confirm(session: Session, node: CurrentNode, caller: CanConfirm, change_id: ChangeId) -> Response:
    """确认规则的改动：从下一个版本起生效。"""
    await rules.confirm(session, node, change_id, by=caller.username)
    return Response(status_code=status.HTTP_204_NO_CONTENT)


@router.post(
    "/rules/changes/{change_id}/refusal",
    status_code=status.HTTP_204_NO_CONTENT,
    response_class=Response,
    responses=REFUSALS,
)
async def refuse(
    session: Session, node: CurrentNode, caller: CanConfirm, change_id: ChangeId, wanted: Refusal
) -> Response:
    """说明理由后退回规则的改动。"""
    await rules.refuse(session, node, change_id, wanted.reason, by=caller.username)
    return Response(status_code=status.HTTP_204_NO_CONTENT)
