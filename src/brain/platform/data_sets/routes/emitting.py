"""Builds and deliveries as OpenLineage events, for other catalogues of lineage to take in."""

import json
from datetime import date, datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Response
from pydantic import Field

from brain.kit.db import Session
from brain.kit.errors import Conflict, Forbidden, Invalid, Unauthenticated
from brain.kit.http import refusals
from brain.kit.node import CurrentNode
from brain.kit.schemas import Schema
from brain.platform.data_sets.service import emitting, pushing
from brain.platform.identity.contract import Caller
from brain.platform.identity.service import require

router = APIRouter(prefix="/api/data-sets", tags=["数据集"])

CanManage = Annotated[Caller, Depends(require("data_sets.manage"))]
# Some way from the ends of the calendar, where a day more or a time zone has no date.
Day = Annotated[date, Query(ge=date(2000, 1, 1), le=date(2999, 12, 31))]
NDJSON = "application/x-ndjson"


class RefusedRunView(Schema):
    """接收端拒收的一次运行。"""

    data_set: str
    kind: str = Field(description="build 构建，delivery 交付")
    ended_at: datetime
    reason: str


class LineagePushView(Schema):
    """向 OpenLineage 接收端推送的情况。"""

    url: str | None = Field(description="接收端；没有配置时为空")
    namespace: str = Field(description="事件中本节点的命名空间")
    waiting: int = Field(description="等待推送的运行数")
    told_at: datetime | None = Field(description="最近一次被接收")
    problem: str | None = Field(description="现在推不出去的原因")
    next_at: datetime | None = Field(description="推不出去时，下一次尝试")
    refused: list[RefusedRunView] = Field(description="被拒收的运行，新的在前，至多 20 个")


@router.get(
    "/open-lineage.ndjson",
    response_class=Response,
    responses=refusals(Unauthenticated, Forbidden, Invalid) | {200: {"content": {NDJSON: {}}}},
)
async def open_lineage(
    session: Session, node: CurrentNode, caller: CanManage, since: Day, until: Day
) -> Response:
    """这些天（北京时间，含首尾）的构建与交付，OpenLineage 2-0-2 运行事件，每行一个；重复导入无害。"""
    found = await emitting.open_lineage(session, node, since, until)
    lines = "".join(f"{json.dumps(event, ensure_ascii=False)}\n" for event in found)
    return Response(lines, media_type=NDJSON)


@router.get("/open-lineage", response_model=LineagePushView, responses=refusals(Unauthenticated, Forbidden))
async def open_lineage_state(session: Session, node: CurrentNode, caller: CanManage) -> pushing.Pushed:
    """血缘事件推送到哪里、还有多少等待、哪些被拒收。"""
    return await pushing.state(session, node)


@router.post(
    "/open-lineage/resends",
    response_model=LineagePushView,
    responses=refusals(Unauthenticated, Forbidden, Conflict),
)
async def send_open_lineage_again(session: Session, node: CurrentNode, caller: CanManage) -> pushing.Pushed:
    """接收端修好之后，重推被它拒收的运行；没有被拒收的，什么也不做。"""
    return await pushing.send_again(session, node)
