"""A data set for a file that fits none: what its rows suggest, and declaring it."""

from typing import Annotated

from fastapi import APIRouter, Depends, status

from brain.kit.datasets import Gathered
from brain.kit.db import Session
from brain.kit.errors import Conflict, Forbidden, Invalid, NotFound, Unauthenticated
from brain.kit.http import refusals
from brain.kit.node import CurrentNode
from brain.platform.data_sets.contract import DeclaredColumn
from brain.platform.identity.contract import Caller
from brain.platform.identity.service import require
from brain.platform.ingestion.domain.files import UnreadableFile
from brain.platform.ingestion.routes.imports import CanImport, DigestPath
from brain.platform.ingestion.schemas import DeclaredView, NewDataSetForFile, ProposalView
from brain.platform.ingestion.service import proposing

router = APIRouter(prefix="/api/ingestion", tags=["数据汇聚"])

CanDeclare = Annotated[Caller, Depends(require("data_sets.declare"))]


@router.get(
    "/files/{digest}/proposal",
    response_model=ProposalView,
    responses=refusals(Unauthenticated, Forbidden, NotFound, UnreadableFile),
)
async def proposal(
    session: Session, node: CurrentNode, caller: CanImport, digest: DigestPath
) -> ProposalView:
    """按文件的前若干行提出一个数据集：列名、类型、级别、键与质量规则，由人改定。"""
    return ProposalView.model_validate(await proposing.propose(session, node, digest))


@router.post(
    "/data-sets",
    response_model=DeclaredView,
    status_code=status.HTTP_201_CREATED,
    responses=refusals(Unauthenticated, Forbidden, NotFound, Conflict, Invalid, UnreadableFile),
)
async def declare(
    session: Session, node: CurrentNode, caller: CanDeclare, wanted: NewDataSetForFile
) -> DeclaredView:
    """登记由数据源交付的数据集，或它的新修订；另一位审批人员确认各列级别之后可以导入。"""
    columns = {
        column.header: DeclaredColumn(**column.model_dump(exclude={"header"})) for column in wanted.columns
    }
    if len(columns) < len(wanted.columns):
        raise Invalid("列与文件不符", [{"loc": "/body/columns", "message": "文件的一列只能用一次"}])
    file = proposing.ForFile(
        digest=wanted.digest, told=wanted, columns=columns, built=Gathered(whole=wanted.whole)
    )
    declared = await proposing.declare(session, node, file, by=caller.username)
    data_set = declared.data_set
    return DeclaredView(tier=data_set.tier, name=data_set.name, revision=declared.revision)
