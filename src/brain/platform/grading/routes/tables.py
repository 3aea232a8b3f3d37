"""The taxonomy and the matrix: those in force, revisions, deciding about them."""

from typing import Annotated

from fastapi import APIRouter, Depends, Response, status

from brain.kit.db import Session
from brain.kit.errors import Forbidden, Invalid, NotFound, Unauthenticated
from brain.kit.http import refusals
from brain.platform.grading.contract import Tables, TablesState
from brain.platform.grading.schemas import (
    CategoryView,
    MarkView,
    RestWanted,
    TablesInForceView,
    TablesRevisionView,
    TablesWanted,
)
from brain.platform.grading.service import tables
from brain.platform.identity.contract import Caller
from brain.platform.identity.service import require

router = APIRouter(prefix="/api/grading/tables", tags=["分类分级"])

CanRead = Annotated[Caller, Depends(require("data_sets.read"))]
CanTell = Annotated[Caller, Depends(require("grading.tell"))]
CanConfirm = Annotated[Caller, Depends(require("data_sets.confirm"))]


def _revision(found: Tables) -> TablesRevisionView:
    return TablesRevisionView(**{name: getattr(found, name) for name in TablesRevisionView.model_fields})


@router.get("", response_model=TablesInForceView, responses=refusals(Unauthenticated, Forbidden))
async def in_force(session: Session, caller: CanRead) -> TablesInForceView:
    """现行的分类表与影响矩阵（CSV），待确认的修订，历次修订。"""
    grader, past = await tables.grader(session), await tables.history(session)
    waiting = next((each for each in past if each.state is TablesState.WAITING), None)
    return TablesInForceView(
        version=grader.version,
        matrix=grader.matrix_csv,
        taxonomy=grader.taxonomy_csv,
        provisional=list(grader.provisional),
        categories=[
            CategoryView(code=code, name=name, path=grader.path(code))
            for code, name in grader.categories.items()
        ],
        marks=[MarkView(mark=mark, title=title) for mark, title in grader.marks.items()],
        waiting=TablesWanted(matrix=waiting.matrix, taxonomy=waiting.taxonomy, note=waiting.note)
        if waiting
        else None,
        revisions=[_revision(each) for each in past],
    )


@router.post(
    "",
    response_model=TablesRevisionView,
    status_code=status.HTTP_201_CREATED,
    responses=refusals(Unauthenticated, Forbidden, Invalid),
)
async def propose(session: Session, caller: CanTell, wanted: TablesWanted) -> TablesRevisionView:
    """提交新的分类表与影响矩阵；由另一位审批人员确认后生效。"""
    proposed = await tables.propose(session, wanted.matrix, wanted.taxonomy, wanted.note, by=caller.username)
    return _revision(proposed)


@router.post(
    "/confirmation",
    status_code=status.HTTP_204_NO_CONTENT,
    response_class=Response,
    responses=refusals(Unauthenticated, Forbidden, NotFound),
)
async def confirm(session: Session, caller: CanConfirm) -> Response:
    """确认待定的修订，对全部数据集立即生效。提交人不能确认自己提交的。"""
    await tables.confirm(session, by=caller.username)
    return Response(status_code=status.HTTP_204_NO_CONTENT)


@router.post(
    "/refusal",
    status_code=status.HTTP_204_NO_CONTENT,
    response_class=Response,
    responses=refusals(Unauthenticated, Forbidden, NotFound),
)
async def refuse(session: Session, caller: CanConfirm, wanted: RestWanted) -> Response:
    """退回待定的修订，说明原因。"""
    await tables.refuse(session, wanted.reason, by=caller.username)
    return Response(status_code=status.HTTP_204_NO_CONTENT)
