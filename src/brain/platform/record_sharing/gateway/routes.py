"""Sharing business records: what may be shared how, consents, what left."""

import json
from collections.abc import AsyncIterator
from typing import Annotated, Any, Final

from fastapi import APIRouter, Depends, Path, status
from fastapi.responses import StreamingResponse

from brain.kit.clock import now, today
from brain.kit.db import Session
from brain.kit.errors import Conflict, Forbidden, Invalid, NotFound, Unauthenticated
from brain.kit.http import refusals
from brain.kit.node import CurrentNode, Node
from brain.platform.identity.contract import Caller
from brain.platform.identity.service import require
from brain.platform.operations.contract import KINDS
from brain.platform.record_sharing.gateway.contract import RecordTerms
from brain.platform.record_sharing.gateway.domain import grades
from brain.platform.record_sharing.gateway.models import RecordConsentRow
from brain.platform.record_sharing.gateway.schemas import (
    NewFieldLevel,
    NewRecordConsent,
    NewRecordTerms,
    RecordConsentView,
    RecordExampleView,
    RecordsLeftOnDay,
    RecordWithdrawal,
    SharedKindView,
)
from brain.platform.record_sharing.gateway.service import consenting, grading, sending, showing
from brain.platform.record_sharing.protocol.forms import Form

router = APIRouter(prefix="/api/record-sharing", tags=["业务记录的共享"])

CanSee = Annotated[Caller, Depends(require("record_sharing.see"))]
CanConsent = Annotated[Caller, Depends(require("record_sharing.consent"))]
ConsentId = Annotated[str, Path(pattern=r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")]
Name = Annotated[str, Path(pattern=r"^[a-z_]{1,40}$")]
SEEN: Final = refusals(Unauthenticated, Forbidden)
CHANGED: Final = refusals(Unauthenticated, Forbidden, NotFound, Conflict, Invalid)
LINES: Final = "application/x-ndjson"


@router.get("/kinds", response_model=list[SharedKindView], responses=SEEN)
async def kinds(session: Session, caller: CanSee) -> list[dict[str, Any]]:
    """各类记录的字段、敏感级别，以及能以什么形式离厂。"""
    levels = await grading.levels(session)
    forms = {kind.name: {form: grades.shareable(kind, form) for form in Form} for kind in KINDS.values()}
    return [
        {
            "name": kind.name,
            "title": kind.title,
            "title_en": kind.title_en,
            "key_level": levels[kind.name]["key"],
            "fields": [
                {
                    "name": field.name,
                    "title": field.title,
                    "title_en": field.title_en,
                    "level": levels[kind.name][field.name],
                    "choices": field.choices,
                    "forms": [
                        form
                        for form, names in forms[kind.name].items()
                        if field.name in names and grades.may_leave(levels[kind.name][field.name], form)
                    ],
                }
                for field in kind.fields
                if field.name != "key"
            ],
        }
        for kind in KINDS.values()
    ]


@router.put("/kinds/{kind}/fields/{field}/level", status_code=status.HTTP_204_NO_CONTENT, responses=CHANGED)
async def grade(session: Session, caller: CanConsent, kind: Name, field: Name, body: NewFieldLevel) -> None:
    """为字段定级。升级后不再能以原来的形式离厂的，立即不再离厂。"""
    await grading.grade(session, kind, field, body.level, caller)


async def _view(session: Session, row: RecordConsentRow) -> RecordConsentView:
    return _shown(row, await showing.totals(session), await showing.waiting(session))


def _shown(
    row: RecordConsentRow, left: dict[str, tuple[int, int]], waiting: dict[str, tuple[int, int]]
) -> RecordConsentView:
    rows, size = left.get(row.id, (0, 0))
    told = {name: getattr(row, name) for name in RecordConsentView.model_fields if hasattr(row, name)}
    more = {"left_rows": rows, "left_bytes": size, "waiting_rows": waiting.get(row.id, (0, 0))[0]}
    return RecordConsentView.model_validate(told | more)


def _terms(body: NewRecordTerms) -> RecordTerms:
    return RecordTerms(
        kind=body.kind,
        purpose=body.purpose,
        form=body.form,
        period=body.period,
        fields=body.fields,
        since=body.since or now(),
        until=body.until,
    )


@router.get("/consents", response_model=list[RecordConsentView], responses=SEEN)
async def consents(session: Session, caller: CanSee) -> list[RecordConsentView]:
    """全部同意书，含已撤回与到期的，新的在前。"""
    left, waiting = await showing.totals(session), await showing.waiting(session)
    return [_shown(row, left, waiting) for row in await consenting.all_of(session)]


@router.post("/examples", response_model=list[RecordExampleView], responses=CHANGED)
async def examples(
    session: Session, caller: CanSee, node: CurrentNode, body: NewRecordTerms
) -> list[showing.Example]:
    """若这样同意，离厂的会是什么样子：最近几条，什么也不送出。"""
    return await showing.examples(session, node, _terms(body))


@router.post(
    "/consents", response_model=RecordConsentView, status_code=status.HTTP_201_CREATED, responses=CHANGED
)
async def give(session: Session, caller: CanConsent, body: NewRecordConsent) -> RecordConsentView:
    """同意共享：哪类记录的哪些字段、为了什么、以什么形式、到何时。"""
    row = await consenting.give(session, _terms(body), body.note, caller)
    await sending.ask(session)
    return await _view(session, row)


@router.put("/consents/{consent_id}", response_model=RecordConsentView, responses=CHANGED)
async def change(
    session: Session, caller: CanConsent, consent_id: ConsentId, body: NewRecordConsent
) -> RecordConsentView:
    """更改同意书：撤回旧的，同时立一份新的。"""
    row = await consenting.change(session, consent_id, _terms(body), body.note, caller)
    await sending.ask(session)
    return await _view(session, row)


@router.post("/consents/{consent_id}/withdrawal", response_model=RecordConsentView, responses=CHANGED)
async def withdraw(
    session: Session, caller: CanConsent, consent_id: ConsentId, body: RecordWithdrawal
) -> RecordConsentView:
    """撤回同意：还没有送出的不再送出，大脑不再收。"""
    return await _view(session, await consenting.withdraw(session, consent_id, body.reason, caller))


@router.get(
    "/consents/{consent_id}/left",
    response_class=StreamingResponse,
    responses={**refusals(Unauthenticated, Forbidden, NotFound), 200: {"content": {LINES: {}}}},
)
async def left(
    session: Session, caller: CanSee, node: CurrentNode, consent_id: ConsentId
) -> StreamingResponse:
    """凭这份同意书离厂的全部内容，原样，每行一个 JSON。"""
    row = await consenting.get(session, consent_id)
    headers = {"Content-Disposition": f'attachment; filename="{row.kind}-{consent_id[:8]}.ndjson"'}
    return StreamingResponse(_lines(node, consent_id), media_type=LINES, headers=headers)


async def _lines(node: Node, consent_id: str) -> AsyncIterator[str]:
    async for rows in showing.everything(node, consent_id):
        yield "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


@router.get("/left", response_model=RecordsLeftOnDay, responses=SEEN)
async def left_today(session: Session, caller: CanSee) -> dict[str, Any]:
    """今天有哪些业务记录离开了工厂。"""
    items = [
        {
            "consent_id": each.consent.id,
            "kind": each.consent.kind,
            "purpose": each.consent.purpose,
            "form": each.consent.form,
            "rows": each.rows,
            "size": each.size,
        }
        for each in await showing.on_day(session, today())
    ]
    return {"day": today(), "items": items}
