"""Comments on data sets and their columns."""

from datetime import datetime
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Query, Response, status
from pydantic import Field, StringConstraints

from brain.kit.db import Session
from brain.kit.errors import Conflict, Forbidden, Invalid, NotFound, Unauthenticated
from brain.kit.http import refusals
from brain.kit.node import CurrentNode
from brain.kit.schemas import Page, Schema, WantedPage
from brain.platform.data_sets.contract import Name
from brain.platform.data_sets.domain.comments import Comment
from brain.platform.data_sets.routes.naming import FullName
from brain.platform.data_sets.schemas import Reason
from brain.platform.data_sets.service import commenting
from brain.platform.identity.contract import Caller
from brain.platform.identity.service import require

router = APIRouter(prefix="/api/data-sets", tags=["数据集"])

CanRead = Annotated[Caller, Depends(require("data_sets.read"))]
CommentId = Annotated[int, Path(ge=1, le=2**63 - 1)]
OnColumn = Annotated[Name | None, Query(description="只要对这一列的")]
Text = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=2000, pattern=r"^[^\x00]*$"),
    Field(description="纯文本"),
]
CHANGING = refusals(Unauthenticated, Forbidden, NotFound, Conflict, Invalid)


class CommentText(Schema):
    text: Text


class CommentWanted(CommentText):
    column: Name | None = Field(None, description="针对的列；空为整个数据集")


class CommentWithdrawal(Schema):
    reason: Reason | None = Field(None, description="撤回他人的评论时必填")


class CommentView(Schema):
    id: int
    column: str | None
    name: str = Field(description="谁写的")
    mine: bool
    text: str = Field(description="撤回后为空")
    written_at: datetime
    edited_at: datetime | None
    withdrawn: bool


class CommentThreadView(CommentView):
    answers: list[CommentView] = Field(description="回复，先写的在前")


def _told(comment: Comment, caller: Caller) -> dict[str, Any]:
    fields = CommentView.model_fields.keys() - {"mine", "withdrawn"}
    return {name: getattr(comment, name) for name in fields} | {
        "mine": comment.account_id == caller.account_id,
        "withdrawn": comment.withdrawn_at is not None,
    }


@router.get(
    "/{tier}/{name}/comments",
    response_model=Page[CommentThreadView],
    responses=refusals(Unauthenticated, Forbidden, NotFound, Invalid),
)
async def listed(
    session: Session,
    node: CurrentNode,
    caller: CanRead,
    name: FullName,
    paging: WantedPage,
    column: OnColumn = None,
) -> dict[str, Any]:
    """评论与回复，新的在前；撤回的评论只在还有回复时留下一行。"""
    found, total = await commenting.page(session, node, name, column, paging)
    items = [
        _told(each.comment, caller) | {"answers": [_told(below, caller) for below in each.answers]}
        for each in found
    ]
    return {"items": items, "total": total, "page": paging.page, "page_size": paging.page_size}


@router.post(
    "/{tier}/{name}/comments",
    response_model=CommentView,
    status_code=status.HTTP_201_CREATED,
    responses=refusals(Unauthenticated, Forbidden, NotFound, Invalid),
)
async def write(
    session: Session, node: CurrentNode, caller: CanRead, name: FullName, wanted: CommentWanted
) -> dict[str, Any]:
    """评论一个数据集或它的一列；关注的人收到消息。"""
    written = await commenting.write(session, node, caller, (name, wanted.column), wanted.text)
    return _told(written, caller)


@router.post(
    "/comments/{comment_id}/answers",
    response_model=CommentView,
    status_code=status.HTTP_201_CREATED,
    responses=CHANGING,
)
async def answer(
    session: Session, node: CurrentNode, caller: CanRead, comment_id: CommentId, wanted: CommentText
) -> dict[str, Any]:
    """回复一条评论；写评论的人与关注的人收到消息。"""
    return _told(await commenting.answer(session, node, caller, comment_id, wanted.text), caller)


@router.put(
    "/comments/{comment_id}",
    status_code=status.HTTP_204_NO_CONTENT,
    response_class=Response,
    responses=CHANGING,
)
async def edit(session: Session, caller: CanRead, comment_id: CommentId, wanted: CommentText) -> Response:
    """修改自己的评论，注明修改的时间。"""
    await commenting.edit(session, caller, comment_id, wanted.text)
    return Response(status_code=status.HTTP_204_NO_CONTENT)


@router.post(
    "/comments/{comment_id}/withdrawal",
    status_code=status.HTTP_204_NO_CONTENT,
    response_class=Response,
    responses=refusals(Unauthenticated, Forbidden, NotFound, Invalid),
)
async def withdraw(
    session: Session, caller: CanRead, comment_id: CommentId, wanted: CommentWithdrawal
) -> Response:
    """撤回自己的评论；管理人员说明原因可撤回他人的。"""
    await commenting.withdraw(session, caller, comment_id, wanted.reason)
    return Response(status_code=status.HTTP_204_NO_CONTENT)
