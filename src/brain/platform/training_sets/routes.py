"""Training sets, their releases, decisions on them, downloads."""

from collections.abc import Sequence
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Depends, Path, Response, status
from fastapi.responses import StreamingResponse
from starlette.background import BackgroundTask

from brain.kit.db import Session
from brain.kit.errors import Conflict, Forbidden, Invalid, NotFound, Unauthenticated
from brain.kit.http import refusals
from brain.kit.node import CurrentNode
from brain.kit.schemas import Page, WantedPage
from brain.platform.identity.contract import Caller
from brain.platform.identity.service import require
from brain.platform.training_sets.contract import Release, TrainingSet
from brain.platform.training_sets.domain.recipes import Recipe
from brain.platform.training_sets.schemas import (
    ReleaseDecision,
    ReleaseView,
    TrainingRecipe,
    TrainingSetView,
)
from brain.platform.training_sets.service import building, deciding, recipes, taking

router = APIRouter(prefix="/api/training-sets", tags=["高质量数据集"])

CanRead = Annotated[Caller, Depends(require("training_sets.read"))]
CanManage = Annotated[Caller, Depends(require("training_sets.manage"))]
CanConfirm = Annotated[Caller, Depends(require("training_sets.confirm"))]
CanTake = Annotated[Caller, Depends(require("training_sets.take"))]
Id = Annotated[int, Path(ge=1, le=2**63 - 1)]
FOUND = refusals(Unauthenticated, Forbidden, NotFound)
CHANGING = refusals(Unauthenticated, Forbidden, NotFound, Conflict, Invalid)
BLOCK = 1 << 20
ZIP, MARKDOWN = "application/zip", "text/markdown; charset=utf-8"


def _view(made: TrainingSet, releases: Sequence[Release]) -> TrainingSetView:
    return TrainingSetView(
        id=made.id,
        recipe=TrainingRecipe.model_validate(made.recipe),
        created_by=made.created_by,
        created_at=made.created_at,
        releases=[ReleaseView.model_validate(release) for release in releases],
    )


def _recipe(body: TrainingRecipe) -> Recipe:
    told = body.model_dump()
    return Recipe(**told | {"columns": tuple(body.columns), "groups": tuple(body.groups)})


@router.get("", response_model=Page[TrainingSetView], responses=refusals(Unauthenticated, Forbidden))
async def listed(session: Session, caller: CanRead, paging: WantedPage) -> Page[TrainingSetView]:
    """高质量数据集，最新建立的在前。"""
    found, total = await recipes.page(session, offset=paging.offset, limit=paging.page_size)
    items = [_view(*one) for one in found]
    return Page(items=items, total=total, page=paging.page, page_size=paging.page_size)


@router.post("", response_model=TrainingSetView, status_code=status.HTTP_201_CREATED, responses=CHANGING)
async def create(
    session: Session, node: CurrentNode, caller: CanManage, body: TrainingRecipe
) -> TrainingSetView:
    """建立高质量数据集：取哪个数据集的哪些列、标签、怎样划分。个人信息与三级以上的列不能发布。"""
    return _view(await recipes.create(session, node, _recipe(body), by=caller.username), [])


@router.get("/{set_id}", response_model=TrainingSetView, responses=FOUND)
async def one(session: Session, caller: CanRead, set_id: Id) -> TrainingSetView:
    """一个高质量数据集与它的各版。"""
    return _view(*await recipes.whole(session, set_id))


@router.put("/{set_id}", response_model=TrainingSetView, responses=CHANGING)
async def amend(
    session: Session, node: CurrentNode, caller: CanManage, set_id: Id, body: TrainingRecipe
) -> TrainingSetView:
    """修改；已有的版本不变。"""
    await recipes.amend(session, node, set_id, _recipe(body), by=caller.username)
    return _view(*await recipes.whole(session, set_id))


@router.post(
    "/{set_id}/releases",
    response_model=ReleaseView,
    status_code=status.HTTP_202_ACCEPTED,
    responses=CHANGING,
)
async def build(session: Session, node: CurrentNode, caller: CanManage, set_id: Id) -> ReleaseView:
    """在后台构建一个版本：划分、检查泄漏、写说明书；由另一人审定后发布。"""
    await recipes.require_whole(session, node, caller, set_id)
    return ReleaseView.model_validate(await building.ask(session, node, set_id, by=caller.username))


@router.post("/releases/{release_id}/publication", response_model=ReleaseView, responses=CHANGING)
async def publish(
    session: Session, caller: CanConfirm, release_id: Id, wanted: ReleaseDecision
) -> ReleaseView:
    """发布：说明泄漏检查的发现为什么可以接受，或没有发现。"""
    published = await deciding.publish(session, release_id, wanted.reason, by=caller.username)
    return ReleaseView.model_validate(published)


@router.post("/releases/{release_id}/refusal", response_model=ReleaseView, responses=CHANGING)
async def refuse(
    session: Session, caller: CanConfirm, release_id: Id, wanted: ReleaseDecision
) -> ReleaseView:
    """不同意发布：文件清除。"""
    refused = await deciding.refuse(session, release_id, wanted.reason, by=caller.username)
    return ReleaseView.model_validate(refused)


@router.post("/releases/{release_id}/withdrawal", response_model=ReleaseView, responses=CHANGING)
async def withdraw(
    session: Session, caller: CanConfirm, release_id: Id, wanted: ReleaseDecision
) -> ReleaseView:
    """撤回发布：不再能下载，文件清除。"""
    withdrawn = await deciding.withdraw(session, release_id, wanted.reason, by=caller.username)
    return ReleaseView.model_validate(withdrawn)


@router.get(
    "/releases/{release_id}/datasheet",
    response_class=Response,
    responses=FOUND | {200: {"content": {MARKDOWN: {}}}},
)
async def datasheet(session: Session, node: CurrentNode, caller: CanRead, release_id: Id) -> Response:
    """数据说明书：来源与权利、清洗与质量、划分、泄漏检查、局限。"""
    return Response(await taking.sheet(session, node, release_id), media_type=MARKDOWN)


@router.post(
    "/releases/{release_id}/download",
    response_class=StreamingResponse,
    responses=CHANGING | {200: {"content": {ZIP: {}}}},
)
async def download(session: Session, node: CurrentNode, caller: CanTake, release_id: Id) -> StreamingResponse:
    """下载一个已发布的版本：各划分的 Parquet、说明书、Croissant 描述；下载记入审计日志。"""
    await taking.require_whole(session, node, caller, release_id)
    file, name = await taking.take(session, node, release_id, by=caller.username)
    blocks = iter(lambda: file.read(BLOCK), b"")
    headers = {"content-disposition": f"attachment; filename*=UTF-8''{quote(name)}"}
    return StreamingResponse(blocks, media_type=ZIP, headers=headers, background=BackgroundTask(file.close))
