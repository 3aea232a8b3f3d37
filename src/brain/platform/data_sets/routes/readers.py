"""Who reads a data set besides other data sets."""

from typing import Annotated

from fastapi import APIRouter, Depends
from pydantic import Field

from brain.kit.db import Session
from brain.kit.errors import Forbidden, NotFound, Unauthenticated
from brain.kit.http import refusals
from brain.kit.node import CurrentNode
from brain.kit.schemas import Schema
from brain.platform.data_sets.routes.naming import FullName
from brain.platform.data_sets.service import readers
from brain.platform.identity.contract import Caller
from brain.platform.identity.service import require

router = APIRouter(prefix="/api/data-sets", tags=["数据集"])


class ReaderView(Schema):
    data_set: str = Field(description="读的是哪个数据集：本数据集，或由它构建的")
    columns: list[str]
    title: str
    title_en: str
    link: str


@router.get(
    "/{tier}/{name}/readers",
    response_model=list[ReaderView],
    responses=refusals(Unauthenticated, Forbidden, NotFound),
)
async def told(
    session: Session,
    node: CurrentNode,
    caller: Annotated[Caller, Depends(require("data_sets.read"))],
    name: FullName,
) -> list[ReaderView]:
    """哪些场景等在读本数据集，或由它构建的数据集。"""
    return [ReaderView.model_validate(each) for each in await readers.reached(session, node, name)]
