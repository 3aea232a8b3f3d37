"""Following a data set: its new versions and failures come as messages."""

from typing import Annotated

from fastapi import APIRouter, Depends, Response, status
from pydantic import Field

from brain.kit.db import Session
from brain.kit.errors import Forbidden, NotFound, Unauthenticated
from brain.kit.http import refusals
from brain.kit.node import CurrentNode
from brain.kit.schemas import Schema
from brain.platform.data_sets.routes.naming import FullName
from brain.platform.data_sets.service import following
from brain.platform.identity.contract import Caller
from brain.platform.identity.service import require

router = APIRouter(prefix="/api/data-sets", tags=["数据集"])

CanRead = Annotated[Caller, Depends(require("data_sets.read"))]
REFUSALS = refusals(Unauthenticated, Forbidden, NotFound)


class FollowingView(Schema):
    followed: bool = Field(description="您关注了它")
    followers: int


@router.get("/{tier}/{name}/following", response_model=FollowingView, responses=REFUSALS)
async def told(session: Session, caller: CanRead, name: FullName) -> FollowingView:
    """是否关注，有多少人关注。"""
    found = await following.followers(session, name)
    return FollowingView(followed=caller.account_id in found, followers=len(found))


@router.put(
    "/{tier}/{name}/following",
    status_code=status.HTTP_204_NO_CONTENT,
    response_class=Response,
    responses=REFUSALS,
)
async def follow(session: Session, node: CurrentNode, caller: CanRead, name: FullName) -> Response:
    """关注：有新版本或构建失败时收到消息。"""
    await following.follow(session, node, caller.account_id, name)
    return Response(status_code=status.HTTP_204_NO_CONTENT)


@router.delete(
    "/{tier}/{name}/following",
    status_code=status.HTTP_204_NO_CONTENT,
    response_class=Response,
    responses=REFUSALS,
)
async def unfollow(session: Session, caller: CanRead, name: FullName) -> Response:
    """不再关注。"""
    await following.unfollow(session, caller.account_id, name)
    return Response(status_code=status.HTTP_204_NO_CONTENT)
