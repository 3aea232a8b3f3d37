"""Asking whom a written name means."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query

from brain.kit.db import Session
from brain.kit.errors import Forbidden, Unauthenticated
from brain.kit.http import refusals
from brain.platform.governance import service
from brain.platform.governance.contract import NameMatch
from brain.platform.governance.schemas import NameMatchView
from brain.platform.identity.contract import Caller
from brain.platform.identity.service import require
from brain.reference.region import SHAPE

router = APIRouter(prefix="/api/governance", tags=["数据治理"])

CanRead = Annotated[Caller, Depends(require("data_warehouse.read"))]
WrittenNameQuery = Annotated[
    str, Query(min_length=2, max_length=100, description="所写的企业名称，可为简称或有错字")
]
RegionQuery = Annotated[
    str | None, Query(pattern=rf"^{SHAPE}$", description="企业所在行政区划代码，用于区分同名")
]
LimitQuery = Annotated[int, Query(ge=1, le=20, description="候选数上限")]


@router.get(
    "/enterprise-matches", response_model=NameMatchView, responses=refusals(Unauthenticated, Forbidden)
)
async def match(
    session: Session,
    caller: CanRead,
    name: WrittenNameQuery,
    region: RegionQuery = None,
    limit: LimitQuery = 5,
) -> NameMatch:
    """按所写名称查找企业：先找相同名称，再找近似名称，并说明依据。"""
    return await service.match(session, name, region, limit)
