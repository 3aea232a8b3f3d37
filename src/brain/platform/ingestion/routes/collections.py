"""Collections of a source: set up, try, run, pause, fetch again, history, decisions on a changed shape."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, status

from brain.kit.db import Session
from brain.kit.errors import Conflict, Forbidden, Invalid, NotFound, TooLarge, Unauthenticated
from brain.kit.http import refusals
from brain.kit.node import CurrentNode
from brain.kit.schemas import Page, Schema, WantedPage
from brain.platform.identity.contract import Caller
from brain.platform.identity.service import require
from brain.platform.ingestion.adapters.connectors import kinds
from brain.platform.ingestion.contract import SourceRefused
from brain.platform.ingestion.domain.collecting import Busy, NotAllowed, NotCollected, Told
from brain.platform.ingestion.domain.files import UnreadableFile
from brain.platform.ingestion.domain.mapping import Column
from brain.platform.ingestion.domain.schedules import Schedule
from brain.platform.ingestion.schemas import (
    CollectedView,
    CollectionView,
    ColumnShape,
    Decision,
    HeldView,
    NewCollection,
    RunView,
    Trial,
    TrialView,
)
from brain.platform.ingestion.service import collecting, deciding, fetching, layouts
from brain.platform.ingestion.service.collecting import Standing

router = APIRouter(prefix="/api/ingestion", tags=["数据汇聚"])

CanSee = Annotated[Caller, Depends(require("ingestion.see_sources"))]
CanCollect = Annotated[Caller, Depends(require("ingestion.import"))]
Id = Annotated[int, Path(ge=1, le=2**63 - 1)]


def _view(standing: Standing) -> CollectionView:
    collection, told = standing.collection, standing.collection.told
    return CollectionView(
        id=collection.id,
        source_id=collection.source_id,
        name=told.name,
        settings=kinds.read(told.settings),
        has_secret=collection.sealed_secret is not None,
        dataset=told.dataset,
        mapping=[ColumnShape.model_validate(column) for column in told.mapping],
        title=told.title,
        cron=told.schedule.cron,
        minutes=told.schedule.minutes,
        paused=collection.paused,
        next_at=None if collection.paused else collection.next_at,
        created_by=collection.created_by,
        created_at=collection.created_at,
        latest=RunView.model_validate(_of(standing.latest, RunView)) if standing.latest else None,
        importing=standing.importing,
        held=HeldView.model_validate(standing.held) if standing.held else None,
    )


def _told(body: NewCollection) -> Told:
    return Told(
        name=body.name,
        settings=body.settings.model_dump(mode="json"),
        dataset=body.dataset,
        mapping=_mapping(body.mapping),
        title=body.title,
        schedule=Schedule(cron=body.cron, minutes=body.minutes),
    )


def _mapping(columns: list[ColumnShape]) -> tuple[Column, ...]:
    return tuple(Column(**column.model_dump()) for column in columns)


@router.get(
    "/sources/{source_id}/collections",
    response_model=list[CollectionView],
    responses=refusals(Unauthenticated, Forbidden, NotFound),
)
async def of_source(session: Session, caller: CanSee, source_id: Id) -> list[CollectionView]:
    """一个数据源的采集任务，各带最近一次采集与等待决定的结构变化。"""
    return [_view(found) for found in await collecting.of_source(session, source_id)]


@router.post(
    "/sources/{source_id}/collections",
    response_model=CollectionView,
    status_code=status.HTTP_201_CREATED,
    responses=refusals(Unauthenticated, Forbidden, NotFound, Invalid),
)
async def set_up(
    session: Session, node: CurrentNode, caller: CanCollect, source_id: Id, body: NewCollection
) -> CollectionView:
    """设置采集任务。密钥用本节点的密钥加密保存，不会再给出。"""
    made = await collecting.set_up(session, node, source_id, _told(body), body.secret, by=caller.username)
    return _view(await collecting.get(session, made.id))


@router.post(
    "/collections/trial",
    response_model=TrialView,
    responses=refusals(
        Unauthenticated, Forbidden, NotFound, TooLarge, Invalid, NotCollected, NotAllowed, UnreadableFile
    ),
)
async def try_out(session: Session, node: CurrentNode, caller: CanCollect, body: Trial) -> TrialView:
    """试连：取一点内容给人看，建议列的对应关系；什么也不留存。"""
    secret = body.secret
    if secret is None and body.collection_id is not None:
        secret = await collecting.kept_secret(session, node, body.collection_id, body.settings)
    layout = await layouts.get(session, node, body.dataset)
    shown = await fetching.trial(session, node, body.settings, secret, layout)
    return TrialView.model_validate(
        {name: value for name, value in vars(shown).items() if name in TrialView.model_fields}
    )


@router.get(
    "/collections/{collection_id}",
    response_model=CollectionView,
    responses=refusals(Unauthenticated, Forbidden, NotFound),
)
async def one(session: Session, caller: CanSee, collection_id: Id) -> CollectionView:
    """一个采集任务。"""
    return _view(await collecting.get(session, collection_id))


@router.put(
    "/collections/{collection_id}",
    response_model=CollectionView,
    responses=refusals(Unauthenticated, Forbidden, NotFound, Busy, Invalid),
)
async def amend(
    session: Session, node: CurrentNode, caller: CanCollect, collection_id: Id, body: NewCollection
) -> CollectionView:
    """修改采集任务。换了取的地方，游标从头算起；换了对方，须重新填写密钥。"""
    await collecting.amend(session, node, collection_id, _told(body), body.secret, by=caller.username)
    return _view(await collecting.get(session, collection_id))


@router.post(
    "/collections/{collection_id}/pause",
    response_model=CollectionView,
    responses=refusals(Unauthenticated, Forbidden, NotFound),
)
async def pause(session: Session, caller: CanCollect, collection_id: Id) -> CollectionView:
    """暂停：不再按时采集，正在进行的做完。"""
    await collecting.pause(session, collection_id, by=caller.username)
    return _view(await collecting.get(session, collection_id))


@router.delete(
    "/collections/{collection_id}/pause",
    response_model=CollectionView,
    responses=refusals(Unauthenticated, Forbidden, NotFound),
)
async def resume(session: Session, caller: CanCollect, collection_id: Id) -> CollectionView:
    """恢复按时采集。"""
    await collecting.resume(session, collection_id, by=caller.username)
    return _view(await collecting.get(session, collection_id))


@router.post(
    "/collections/{collection_id}/backfill",
    response_model=CollectionView,
    status_code=status.HTTP_202_ACCEPTED,
    responses=refusals(Unauthenticated, Forbidden, NotFound, Busy),
)
async def backfill(session: Session, caller: CanCollect, collection_id: Id) -> CollectionView:
    """忘记游标，把来源现有的全部重新取一遍；内容相同的不再导入。"""
    await collecting.backfill(session, collection_id, by=caller.username)
    return _view(await collecting.get(session, collection_id))


@router.post(
    "/collections/{collection_id}/runs",
    response_model=CollectionView,
    status_code=status.HTTP_202_ACCEPTED,
    responses=refusals(Unauthenticated, Forbidden, NotFound, Busy),
)
async def run_now(session: Session, caller: CanCollect, collection_id: Id) -> CollectionView:
    """立即采集一次，暂停的也可以。"""
    await collecting.run_now(session, collection_id, by=caller.username)
    return _view(await collecting.get(session, collection_id))


@router.get(
    "/collections/{collection_id}/runs",
    response_model=Page[RunView],
    responses=refusals(Unauthenticated, Forbidden, NotFound),
)
async def runs(session: Session, caller: CanSee, collection_id: Id, paging: WantedPage) -> dict[str, Any]:
    """采集的经过，最近的在前，每一步都有数。"""
    found, total = await collecting.runs(session, collection_id, offset=paging.offset, limit=paging.page_size)
    items = [_of(run, RunView) for run in found]
    return {"items": items, "total": total, "page": paging.page, "page_size": paging.page_size}


@router.get(
    "/collections/{collection_id}/runs/{run_id}/files",
    response_model=list[CollectedView],
    responses=refusals(Unauthenticated, Forbidden),
)
async def files(session: Session, caller: CanSee, collection_id: Id, run_id: Id) -> list[dict[str, Any]]:
    """一次采集取来了什么，各自如何处理。"""
    return [_of(one, CollectedView) for one in await collecting.fetched(session, collection_id, run_id)]


@router.post(
    "/collections/{collection_id}/decision",
    response_model=CollectionView,
    responses=refusals(Unauthenticated, Forbidden, NotFound, Conflict, SourceRefused, Invalid),
)
async def decide(
    session: Session, node: CurrentNode, caller: CanCollect, collection_id: Id, body: Decision
) -> CollectionView:
    """决定结构变了的一批：照收、改对应关系后收、不收。此后按新的结构继续。"""
    mapping = None if body.mapping is None else _mapping(body.mapping)
    await deciding.decide(session, node, collection_id, body.choice, mapping, by=caller.username)
    return _view(await collecting.get(session, collection_id))


def _of(found: object, view: type[Schema]) -> dict[str, Any]:
    """What of it the view shows."""
    return {name: value for name, value in vars(found).items() if name in view.model_fields}
