"""Registered sources and what happened to them."""

from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.kit.errors import NotFound
from brain.platform.ingestion.contract import (
    PERIODS,
    Basis,
    Category,
    Certification,
    Frequency,
    Registration,
    Source,
)
from brain.platform.ingestion.models import SourceEventRow, SourceRow


@dataclass(frozen=True, kw_only=True)
class Event:
    at: datetime
    by: str
    what: str
    details: dict[str, Any]


def _source(row: SourceRow) -> Source:
    certification = None
    if row.voucher and row.evidence and row.verified_on and row.valid_until:
        certification = Certification(
            voucher=row.voucher,
            evidence=row.evidence,
            verified_on=row.verified_on,
            valid_until=row.valid_until,
        )
    told = {name: getattr(row, name) for name in Registration.__dataclass_fields__}
    told |= {
        "category": Category(row.category),
        "basis": Basis(row.basis),
        "frequency": Frequency(row.frequency),
    }
    return Source(
        id=row.id,
        registration=Registration(**told),
        certification=certification,
        suspended_for=row.suspended_for,
        registered_by=row.registered_by,
        registered_at=row.registered_at,
        delivered_at=row.delivered_at,
    )


async def add(session: AsyncSession, registration: Registration, by: str) -> Source:
    row = SourceRow(**asdict(registration), registered_by=by, registered_at=now())
    session.add(row)
    await session.flush()
    return _source(row)


async def get(session: AsyncSession, source_id: int, *, locked: bool = False) -> Source:
    wanted = select(SourceRow).where(SourceRow.id == source_id)
    row = await session.scalar(
        wanted.with_for_update() if locked else wanted, execution_options={"populate_existing": True}
    )
    if row is None:
        raise NotFound("没有这个数据源")
    return _source(row)


async def every(session: AsyncSession) -> list[Source]:
    return [_source(row) for row in await session.scalars(select(SourceRow))]


async def by_name(session: AsyncSession, name: str) -> Source | None:
    row = await session.scalar(select(SourceRow).where(SourceRow.name == name).with_for_update())
    return _source(row) if row else None


async def page(
    session: AsyncSession, words: str | None, *, offset: int, limit: int
) -> tuple[list[Source], int]:
    wanted = select(SourceRow)
    if words:
        wanted = wanted.where(
            or_(
                SourceRow.name.icontains(words, autoescape=True),
                SourceRow.provider.icontains(words, autoescape=True),
            )
        )
    total = await session.scalar(select(func.count()).select_from(wanted.subquery()))
    rows = await session.scalars(wanted.order_by(SourceRow.id.desc()).offset(offset).limit(limit))
    return [_source(row) for row in rows], total or 0


async def of_providers(session: AsyncSession, providers: Collection[str]) -> list[Source]:
    """The earliest registered first."""
    wanted = select(SourceRow).where(SourceRow.provider.in_(providers)).order_by(SourceRow.id)
    return [_source(row) for row in await session.scalars(wanted)]


async def expected(session: AsyncSession) -> list[Source]:
    """Certified ones that promised a rhythm."""
    wanted = select(SourceRow).where(SourceRow.frequency.in_(list(PERIODS)), SourceRow.voucher.is_not(None))
    return [_source(row) for row in await session.scalars(wanted.order_by(SourceRow.id))]


async def change(session: AsyncSession, source_id: int, values: dict[str, Any]) -> None:
    await session.execute(update(SourceRow).where(SourceRow.id == source_id).values(values))


async def note(session: AsyncSession, source_id: int, what: str, by: str, details: dict[str, Any]) -> None:
    session.add(SourceEventRow(source_id=source_id, at=now(), by=by, what=what, details=details))
    await session.flush()


async def events(session: AsyncSession, source_id: int) -> Sequence[Event]:
    """The latest first."""
    rows = await session.scalars(
        select(SourceEventRow)
        .where(SourceEventRow.source_id == source_id)
        .order_by(SourceEventRow.id.desc())
        .limit(200)
    )
    return [Event(at=row.at, by=row.by, what=row.what, details=row.details) for row in rows]
