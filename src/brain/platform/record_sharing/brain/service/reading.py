"""Reading records that factories share: for the purpose to which they consented, and told to them."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.kit.errors import Conflict, NotFound
from brain.kit.events import Recorded, announce
from brain.platform.factory_link.brain.contract import Purpose
from brain.platform.factory_link.brain.service import reading as factories
from brain.platform.factory_link.brain.service.reading import Wanted
from brain.platform.identity.contract import Caller
from brain.platform.operations.contract import KINDS
from brain.platform.record_sharing.brain.domain import acts
from brain.platform.record_sharing.brain.models import SharedConsentRow, SharedRecordRow


@dataclass(frozen=True)
class SharedBy:
    """A consent, whose it is, and what came under it."""

    consent: SharedConsentRow
    factory: str
    credit_code: str
    rows: int


async def all_of(session: AsyncSession, factory_id: str | None = None) -> list[SharedBy]:
    """Consents in force first, then those that ended, newest first."""
    chosen = select(SharedConsentRow).order_by(
        SharedConsentRow.ended_at.is_not(None), SharedConsentRow.given_at.desc()
    )
    if factory_id is not None:
        chosen = chosen.where(SharedConsentRow.factory_id == factory_id)
    counted = await session.execute(
        select(SharedRecordRow.consent_id, func.count()).group_by(SharedRecordRow.consent_id)
    )
    counts = {str(consent): int(count) for consent, count in counted}
    return [await _shared(session, row, counts.get(row.id, 0)) for row in await session.scalars(chosen)]


async def one(session: AsyncSession, consent_id: str) -> SharedBy:
    row = await session.get(SharedConsentRow, consent_id)
    if row is None:
        raise NotFound("没有这份同意书")
    count = select(func.count()).where(SharedRecordRow.consent_id == consent_id)
    return await _shared(session, row, int(await session.scalar(count) or 0))


async def _shared(session: AsyncSession, row: SharedConsentRow, rows: int) -> SharedBy:
    factory = await factories.factory(session, row.factory_id)
    return SharedBy(row, factory.title, factory.credit_code, rows)


async def records(
    session: AsyncSession, consent_id: str, why: str, by: Caller, *, limit: int, offset: int
) -> tuple[Sequence[SharedRecordRow], int]:
    """What came under a consent, newest first, and how much; the factory is told who read it and why.

    Raises Conflict for a consent that has ended: what came under it is read no longer.
    """
    shared = await one(session, consent_id)
    consent = shared.consent
    if consent.ended_at is not None or (consent.until is not None and consent.until <= now()):
        raise Conflict("这份同意书已结束，凭它收到的记录不再提供查看")
    found = await session.scalars(
        select(SharedRecordRow)
        .where(SharedRecordRow.consent_id == consent_id)
        .order_by(SharedRecordRow.at.desc(), SharedRecordRow.id.desc())
        .limit(limit)
        .offset(offset)
    )
    rows = found.all()
    what = f"查看{KINDS[consent.kind].title} {len(rows)} 条：{why}"
    await factories.note(session, Wanted(consent.factory_id, Purpose(consent.purpose), by.name, what), 0)
    await announce(
        session,
        Recorded(
            act=acts.READ,
            target=consent.id,
            title=f"{shared.factory}·{KINDS[consent.kind].title}",
            actor=by.username,
            details={"rows": len(rows), "reason": why},
        ),
    )
    return rows, shared.rows
