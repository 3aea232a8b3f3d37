"""Builds as OpenLineage events, for other catalogues of lineage to take in."""

import json
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from brain.kit.db import Session
from brain.kit.errors import Forbidden, Invalid, Unauthenticated
from brain.kit.http import refusals
from brain.kit.node import CurrentNode
from brain.platform.data_sets.service import emitting
from brain.platform.identity.contract import Caller
from brain.platform.identity.service import require

router = APIRouter(prefix="/api/data-sets", tags=["数据集"])

CanManage = Annotated[Caller, Depends(require("data_sets.manage"))]
# Some way from the ends of the calendar, where a day more or a time zone has no date.
Day = Annotated[date, Query(ge=date(2000, 1, 1), le=date(2999, 12, 31))]
NDJSON = "application/x-ndjson"


@router.get(
    "/open-lineage.ndjson",
    response_class=Response,
    responses=refusals(Unauthenticated, Forbidden, Invalid) | {200: {"content": {NDJSON: {}}}},
)
async def open_lineage(
    session: Session, node: CurrentNode, caller: CanManage, request: Request, since: Day, until: Day
) -> Response:
    """这些天（北京时间，含首尾）的构建，OpenLineage 2-0-2 运行事件，每行一个；重复导入无害。"""
    base = str(request.base_url).rstrip("/")
    found = await emitting.open_lineage(session, node, base, since, until)
    lines = "".join(f"{json.dumps(event, ensure_ascii=False)}\n" for event in found)
    return Response(lines, media_type=NDJSON)
