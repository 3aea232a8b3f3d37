"""Registered sources: who delivers what, on which ground, vouched for by whom."""

from dataclasses import asdict
from typing import Annotated

from fastapi import APIRouter, Depends, Path, status

from brain.kit.clock import today
from brain.kit.db import Session
from brain.kit.errors import Conflict, Forbidden, Invalid, NotFound, Unauthenticated
from brain.kit.http import refusals
from brain.kit.schemas import Page, Search, WantedPage
from brain.platform.identity.contract import Caller
from brain.platform.identity.service import require
from brain.platform.ingestion.contract import Certification, Registration, Source
from brain.platform.ingestion.schemas import (
    NewCertification,
    NewSource,
    RegisteredSourceView,
    SourceEventView,
    Suspension,
)
from brain.platform.ingestion.service import sources

router = APIRouter(prefix="/api/ingestion/sources", tags=["数据汇聚"])

CanSee = Annotated[Caller, Depends(require("ingestion.see_sources"))]
CanRegister = Annotated[Caller, Depends(require("ingestion.import"))]
CanCertify = Annotated[Caller, Depends(require("ingestion.certify"))]
SourceId = Annotated[int, Path(ge=1, le=2**63 - 1)]


def _view(source: Source) -> RegisteredSourceView:
    return RegisteredSourceView(
        id=source.id,
        registration=NewSource(**asdict(source.registration)),
        certification=NewCertification(**asdict(source.certification)) if source.certification else None,
        state=source.state(today()),
        suspended_for=source.suspended_for,
        registered_by=source.registered_by,
        registered_at=source.registered_at,
        delivered_at=source.delivered_at,
        due_on=source.due_on(),
        late=source.is_late(today()),
    )


@router.get("", response_model=Page[RegisteredSourceView], responses=refusals(Unauthenticated, Forbidden))
async def listed(
    session: Session, caller: CanSee, paging: WantedPage, words: Search = None
) -> Page[RegisteredSourceView]:
    """数据源，最新登记的在前；可按名称与提供方查找。"""
    found, total = await sources.page(session, words, offset=paging.offset, limit=paging.page_size)
    items = [_view(source) for source in found]
    return Page(items=items, total=total, page=paging.page, page_size=paging.page_size)


@router.post(
    "",
    response_model=RegisteredSourceView,
    status_code=status.HTTP_201_CREATED,
    responses=refusals(Unauthenticated, Forbidden, Conflict, Invalid),
)
async def register(session: Session, caller: CanRegister, body: NewSource) -> RegisteredSourceView:
    """登记数据源；经另一人认证后才能送数据。"""
    return _view(await sources.register(session, Registration(**body.model_dump()), by=caller.username))


@router.get(
    "/{source_id}",
    response_model=RegisteredSourceView,
    responses=refusals(Unauthenticated, Forbidden, NotFound),
)
async def one(session: Session, caller: CanSee, source_id: SourceId) -> RegisteredSourceView:
    """一个数据源。"""
    return _view(await sources.get(session, source_id))


@router.put(
    "/{source_id}",
    response_model=RegisteredSourceView,
    responses=refusals(Unauthenticated, Forbidden, NotFound, Conflict, Invalid),
)
async def amend(
    session: Session, caller: CanRegister, source_id: SourceId, body: NewSource
) -> RegisteredSourceView:
    """修改登记；提供方或依据变了，原来的认证随即失效。"""
    told = Registration(**body.model_dump())
    return _view(await sources.amend(session, source_id, told, by=caller.username))


@router.post(
    "/{source_id}/certification",
    response_model=RegisteredSourceView,
    responses=refusals(Unauthenticated, Forbidden, NotFound, Invalid),
)
async def certify(
    session: Session, caller: CanCertify, source_id: SourceId, body: NewCertification
) -> RegisteredSourceView:
    """可信认证：谁担保、核验了什么、有效至何时。登记人不能认证自己登记的数据源。"""
    told = Certification(**body.model_dump())
    return _view(await sources.certify(session, source_id, told, by=caller.username))


@router.post(
    "/{source_id}/suspension",
    response_model=RegisteredSourceView,
    responses=refusals(Unauthenticated, Forbidden, NotFound),
)
async def suspend(
    session: Session, caller: CanCertify, source_id: SourceId, body: Suspension
) -> RegisteredSourceView:
    """停用：此后不再收它的数据，已收的保留。"""
    return _view(await sources.suspend(session, source_id, body.reason, by=caller.username))


@router.delete(
    "/{source_id}/suspension",
    response_model=RegisteredSourceView,
    responses=refusals(Unauthenticated, Forbidden, NotFound),
)
async def resume(session: Session, caller: CanCertify, source_id: SourceId) -> RegisteredSourceView:
    """恢复停用的数据源。"""
    return _view(await sources.resume(session, source_id, by=caller.username))


@router.get(
    "/{source_id}/history",
    response_model=list[SourceEventView],
    responses=refusals(Unauthenticated, Forbidden, NotFound),
)
async def history(session: Session, caller: CanSee, source_id: SourceId) -> list[SourceEventView]:
    """登记、修改、认证、停用的经过，最近的在前。"""
    return [SourceEventView.model_validate(event) for event in await sources.history(session, source_id)]
