"""Versions of a data set: which are kept, and how two of them differ."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query

from brain.kit.db import Session
from brain.kit.errors import Forbidden, Invalid, NotFound, Unauthenticated, Unavailable
from brain.kit.http import refusals
from brain.kit.node import CurrentNode
from brain.platform.data_sets.routes.naming import FullName
from brain.platform.data_sets.schemas import DataSetVersionView
from brain.platform.data_sets.schemas.keeping import DifferenceView
from brain.platform.data_sets.service import catalogue, comparing
from brain.platform.identity.contract import Caller
from brain.platform.identity.service import require

router = APIRouter(prefix="/api/data-sets", tags=["数据集"])

CanRead = Annotated[Caller, Depends(require("data_sets.read"))]
Number = Annotated[int, Query(ge=1, le=2**31 - 1)]


@router.get(
    "/{tier}/{name}/versions",
    response_model=list[DataSetVersionView],
    responses=refusals(Unauthenticated, Forbidden, NotFound),
)
async def listed(
    session: Session, node: CurrentNode, caller: CanRead, name: FullName
) -> list[DataSetVersionView]:
    """保留的版本，最新在前；查询时可写 VERSION AS OF 版本号，或 TIMESTAMP AS OF '时间'。"""
    kept = await catalogue.versions(session, node, name)
    return [DataSetVersionView.model_validate(version) for version in kept]


@router.get(
    "/{tier}/{name}/versions/difference",
    response_model=DifferenceView,
    responses=refusals(Unauthenticated, Forbidden, NotFound, Invalid, Unavailable),
)
async def difference(
    session: Session, node: CurrentNode, caller: CanRead, name: FullName, older: Number, newer: Number
) -> DifferenceView:
    """两个版本之间新增、消失、变化的行；来源各列不参与比较。"""
    found = await comparing.difference(session, node, caller, name, older, newer)
    return DifferenceView.model_validate(found)
