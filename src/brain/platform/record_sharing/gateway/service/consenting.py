"""Consents to share business records: given kind by kind, withdrawn at any time, with effect at once."""

from collections.abc import Sequence
from typing import Any
from uuid import uuid4

from sqlalchemy import delete, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.acts import Act
from brain.kit.clock import now
from brain.kit.db import lock
from brain.kit.errors import Conflict, FieldError, Invalid, NotFound
from brain.kit.events import Recorded, announce
from brain.platform.factory_link.brain.contract import Purpose
from brain.platform.factory_link.gateway.service import enrolling, letters
from brain.platform.identity.contract import Caller
from brain.platform.operations.contract import KINDS
from brain.platform.record_sharing.gateway.contract import RecordTerms
from brain.platform.record_sharing.gateway.domain import acts, grades
from brain.platform.record_sharing.gateway.models import RecordConsentRow, SharedLetterRow
from brain.platform.record_sharing.gateway.service import grading
from brain.platform.record_sharing.protocol.forms import Form, Period
from brain.platform.record_sharing.protocol.letters import (
    CONSENT,
    ENDED,
    RECORDS,
    SUMS,
    ConsentBody,
    EndedBody,
)


async def all_of(session: AsyncSession) -> Sequence[RecordConsentRow]:
    """The newest first."""
    found = await session.scalars(select(RecordConsentRow).order_by(RecordConsentRow.given_at.desc()))
    return found.all()


async def get(session: AsyncSession, consent_id: str, *, lock_it: bool = False) -> RecordConsentRow:
    row = await session.get(RecordConsentRow, consent_id, with_for_update=lock_it)
    if row is None:
        raise NotFound("没有这份同意书")
    return row


async def in_force(session: AsyncSession) -> Sequence[RecordConsentRow]:
    """Of the link that stands, those neither withdrawn nor past their time."""
    link = await enrolling.standing(session)
    if link is None or link.confirmed_at is None:
        return []
    found = await session.scalars(
        select(RecordConsentRow)
        .where(
            RecordConsentRow.link_id == link.id,
            RecordConsentRow.withdrawn_at.is_(None),
            or_(RecordConsentRow.until.is_(None), RecordConsentRow.until > now()),
        )
        .order_by(RecordConsentRow.given_at)
    )
    return found.all()


async def check(session: AsyncSession, terms: RecordTerms) -> None:
    """Raises Invalid for what may not be shared so."""
    if terms.kind not in KINDS:
        raise Invalid("没有这类记录", [{"loc": "/body/kind", "message": "没有这类记录"}])
    problems: list[FieldError] = []
    if (terms.form is Form.AGGREGATED) != (terms.period is not None):
        problems.append({"loc": "/body/period", "message": "汇总须写明周期，其他形式没有周期"})
    if terms.until is not None and terms.until <= now():
        problems.append({"loc": "/body/until", "message": "期限须在将来"})
    if problems:
        raise Invalid("这样共享不可以", problems)
    grades.check(KINDS[terms.kind], terms.form, terms.fields, (await grading.levels(session))[terms.kind])


async def give(
    session: AsyncSession, terms: RecordTerms, note: str, by: Caller, follows: str | None = None
) -> RecordConsentRow:
    """Raises Invalid where it may not be, Conflict where there is no link or the same is shared already."""
    await lock(session, "record_sharing")
    await check(session, terms)
    link = await enrolling.standing(session)
    if link is None or link.confirmed_at is None:
        raise Conflict("还没有与大脑接通：请先登记并核对")
    same = (terms.kind, terms.purpose, terms.form, terms.period)
    for each in await in_force(session):
        if (each.kind, each.purpose, each.form, each.period) == same:
            raise Conflict("这类记录已为同一用途、以同样形式共享：请更改那一份同意书")
    row = RecordConsentRow(
        id=str(uuid4()),
        link_id=link.id,
        kind=terms.kind,
        purpose=terms.purpose,
        form=terms.form,
        period=terms.period,
        fields=grades.completed(KINDS[terms.kind], terms.form, terms.fields),
        since=terms.since,
        until=terms.until,
        note=note,
        given_by=by.username,
        given_by_name=by.name,
        given_at=now(),
        follows=follows,
        position=0,
        too_large=0,
    )
    session.add(row)
    await session.flush()
    await letters.post(session, str(uuid4()), CONSENT, _told(row))
    await _record(session, row, acts.GIVEN, by, {"form": row.form, "fields": len(row.fields)})
    return row


async def withdraw(session: AsyncSession, consent_id: str, why: str, by: Caller) -> RecordConsentRow:
    """What waits to leave under it never does."""
    row = await get(session, consent_id, lock_it=True)
    if row.withdrawn_at is not None:
        return row
    row.withdrawn_by, row.withdrawn_at, row.withdrawn_why = by.username, now(), why
    await _recall(session, row)
    link = await enrolling.standing(session)
    if link is not None and link.id == row.link_id:
        ended = EndedBody(consent=row.id, at=row.withdrawn_at, by=by.name, reason=why)
        await letters.post(session, str(uuid4()), ENDED, ended.model_dump(mode="json", by_alias=True))
    await _record(session, row, acts.WITHDRAWN, by, {"reason": why})
    return row


async def _recall(session: AsyncSession, row: RecordConsentRow) -> None:
    recalled = await letters.recall(session, [RECORDS, SUMS], {"consent": row.id})
    await session.execute(delete(SharedLetterRow).where(SharedLetterRow.id.in_(recalled)))


async def change(
    session: AsyncSession, consent_id: str, terms: RecordTerms, note: str, by: Caller
) -> RecordConsentRow:
    """The old one ends and another begins, in the same moment: what was agreed when stays on record."""
    row = await get(session, consent_id, lock_it=True)
    if row.withdrawn_at is not None:
        raise Conflict("这份同意书已撤回，请另立一份")
    await withdraw(session, consent_id, "改为另一份同意书", by)
    return await give(session, terms, note, by, follows=consent_id)


def _told(row: RecordConsentRow) -> dict[str, Any]:
    body = ConsentBody(
        consent=row.id,
        kind=row.kind,
        purpose=Purpose(row.purpose),
        form=Form(row.form),
        period=Period(row.period) if row.period else None,
        fields=row.fields,
        since=row.since,
        until=row.until,
        given_by=row.given_by_name,
        given_at=row.given_at,
    )
    return body.model_dump(mode="json", by_alias=True)


async def _record(
    session: AsyncSession, row: RecordConsentRow, act: Act, by: Caller, details: dict[str, Any]
) -> None:
    told = {"purpose": row.purpose, **details}
    title = KINDS[row.kind].title
    await announce(session, Recorded(act=act, target=row.id, title=title, actor=by.username, details=told))
