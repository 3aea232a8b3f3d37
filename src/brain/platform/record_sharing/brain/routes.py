"""Records that factories share, for the brain's people."""

from typing import Annotated, Any, Final

from fastapi import APIRouter, Depends, Path, Query, status
from pydantic import AfterValidator

from brain.kit.db import Session
from brain.kit.errors import Conflict, Forbidden, Invalid, NotFound, Unauthenticated
from brain.kit.http import refusals
from brain.kit.schemas import Page, WantedPage, without_null
from brain.platform.factory_link.brain.contract import Purpose
from brain.platform.identity.contract import Caller
from brain.platform.identity.service import require
from brain.platform.operations.contract import KINDS
from brain.platform.record_sharing.brain.datasets import OF_KIND, SUMS
from brain.platform.record_sharing.brain.schemas import (
    SharedConsentView,
    SharedRecordsView,
    SharedRecordView,
)
from brain.platform.record_sharing.brain.service import landing, reading
from brain.platform.record_sharing.brain.service.reading import SharedBy
from brain.platform.record_sharing.protocol.forms import Form

router = APIRouter(prefix="/api/shared-records", tags=["工厂的业务记录"])

CanSee = Annotated[Caller, Depends(require("shared_records.see"))]
CanRead = Annotated[Caller, Depends(require("shared_records.read"))]
CanLand = Annotated[Caller, Depends(require("shared_records.land"))]
ConsentId = Annotated[str, Path(pattern=r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")]
FactoryId = Annotated[str | None, Query(alias="factoryId", max_length=36), AfterValidator(without_null)]
Why = Annotated[
    str, Query(min_length=2, max_length=200, description="为什么查看，告知工厂"), AfterValidator(without_null)
]
SEEN: Final = refusals(Unauthenticated, Forbidden, NotFound)


def _view(shared: SharedBy, waiting: dict[str, int]) -> SharedConsentView:
    row = shared.consent
    kind = KINDS[row.kind]
    told = {name: getattr(row, name) for name in SharedConsentView.model_fields if hasattr(row, name)}
    landed = row.purpose == Purpose.MONITORING
    data_set = SUMS if row.form == Form.AGGREGATED else OF_KIND[row.kind]
    more = {
        "factory": shared.factory,
        "credit_code": shared.credit_code,
        "kind_title": kind.title,
        "kind_title_en": kind.title_en,
        "rows": shared.rows,
        "waiting": waiting.get(row.id, 0) if landed else None,
        "data_set": data_set.full_name if landed else None,
    }
    return SharedConsentView.model_validate(told | more)


@router.get("", response_model=list[SharedConsentView], responses=SEEN)
async def shared(session: Session, caller: CanSee, factory_id: FactoryId = None) -> list[SharedConsentView]:
    """工厂共享业务记录的同意书，有效的在前；可只看一家工厂的。"""
    waiting = await landing.waiting(session)
    return [_view(each, waiting) for each in await reading.all_of(session, factory_id)]


@router.get("/{consent_id}", response_model=SharedRecordsView, responses=SEEN)
async def one(session: Session, caller: CanSee, consent_id: ConsentId) -> dict[str, Any]:
    """一份同意书：谁的哪类记录、哪些字段、用途与形式。"""
    found = await reading.one(session, consent_id)
    fields = [each for each in KINDS[found.consent.kind].fields if each.name in found.consent.fields]
    return {"consent": _view(found, await landing.waiting(session)), "fields": fields}


@router.get(
    "/{consent_id}/rows",
    response_model=Page[SharedRecordView],
    responses=refusals(Unauthenticated, Forbidden, NotFound, Conflict, Invalid),
)
async def rows(
    session: Session, caller: CanRead, consent_id: ConsentId, paging: WantedPage, why: Why
) -> Page[SharedRecordView]:
    """凭这份同意书收到的记录，近的在前。谁为什么看了，告知工厂。"""
    found, total = await reading.records(
        session, consent_id, why, caller, limit=paging.page_size, offset=paging.offset
    )
    items = [SharedRecordView.model_validate(row, from_attributes=True) for row in found]
    return Page(items=items, total=total, page=paging.page, page_size=paging.page_size)


@router.post(
    "/{consent_id}/landing",
    status_code=status.HTTP_202_ACCEPTED,
    responses=refusals(Unauthenticated, Forbidden, NotFound, Conflict),
)
async def land(session: Session, caller: CanLand, consent_id: ConsentId) -> None:
    """不等每一刻钟，现在存入数据仓。"""
    found = await reading.one(session, consent_id)
    if found.consent.purpose != Purpose.MONITORING:
        raise Conflict("这份同意书的用途不是产业运行监测，不进数据仓")
    await landing.ask(session, consent_id)
