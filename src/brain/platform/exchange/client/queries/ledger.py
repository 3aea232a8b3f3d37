"""Statements on the brain's ledger of reports and its reconciliations."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Date, Select, Text, any_, cast, func, literal, select
from sqlalchemy.dialects.postgresql import ARRAY, insert
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import BEIJING
from brain.kit.errors import NotFound
from brain.kit.schemas import Paging
from brain.platform.exchange.client.domain.reconciliation import Entry
from brain.platform.exchange.client.models import PartRow, ReconciliationRow


@dataclass(frozen=True, kw_only=True)
class Filter:
    """Days are Beijing days of queueing."""

    scene: str | None = None
    state: str | None = None
    batch_id: str | None = None
    first_day: date | None = None
    last_day: date | None = None

    def narrow(self, parts: Select[Any]) -> Select[Any]:
        for column, wanted in (
            (PartRow.scene, self.scene),
            (PartRow.state, self.state),
            (PartRow.batch_id, self.batch_id),
        ):
            if wanted is not None:
                parts = parts.where(column == wanted)
        if self.first_day is not None:
            parts = parts.where(PartRow.queued_at >= beginning(self.first_day))
        if self.last_day is not None:
            parts = parts.where(PartRow.queued_at < beginning(self.last_day + timedelta(days=1)))
        return parts


def beginning(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=BEIJING)


async def page(session: AsyncSession, wanted: Filter, paging: Paging) -> tuple[Sequence[PartRow], int]:
    """Newest first."""
    newest = wanted.narrow(select(PartRow)).order_by(PartRow.id.desc())
    rows = await session.scalars(newest.limit(paging.page_size).offset(paging.offset))
    total = await session.scalar(wanted.narrow(select(func.count()).select_from(PartRow)))
    return rows.all(), total or 0


async def part(session: AsyncSession, part_id: int) -> PartRow:
    row = await session.get(PartRow, part_id)
    if row is None:
        raise NotFound("没有这个分片")
    return row


async def export(session: AsyncSession, wanted: Filter, limit: int) -> Sequence[PartRow]:
    return (await session.scalars(wanted.narrow(select(PartRow)).order_by(PartRow.id).limit(limit))).all()


async def counts(session: AsyncSession) -> dict[str, int]:
    """How many parts are in each state."""
    by_state = select(PartRow.state, func.count().label("parts")).group_by(PartRow.state)
    return {row.state: row.parts for row in await session.execute(by_state)}


async def waiting_since(session: AsyncSession) -> datetime | None:
    """When the oldest part that is still to be sent was queued."""
    return await session.scalar(select(func.min(PartRow.queued_at)).where(PartRow.state == "queued"))


async def unconfirmed_days(session: AsyncSession, before: date) -> Sequence[date]:
    """Beijing days with parts that no reconciliation has found at the centre yet."""
    day = cast(func.timezone(BEIJING.key, PartRow.received_at), Date).label("day")
    waiting = select(day).where(
        PartRow.state == "accepted", PartRow.confirmed_at.is_(None), PartRow.received_at < beginning(before)
    )
    return (await session.scalars(waiting.distinct().order_by(day))).all()


async def accepted_on(session: AsyncSession, day: date) -> dict[int, Entry]:
    """Parts that the centre took on this Beijing day, by our number."""
    taken = select(PartRow).where(
        PartRow.state == "accepted",
        PartRow.received_at >= beginning(day),
        PartRow.received_at < beginning(day + timedelta(days=1)),
    )
    return {row.id: _entry(row) for row in await session.scalars(taken)}


async def known(session: AsyncSession, batch_ids: Sequence[str]) -> list[Entry]:
    """All our parts of these batches, whatever their state."""
    wanted = PartRow.batch_id == any_(literal(sorted(set(batch_ids)), ARRAY(Text)))
    return [_entry(row) for row in await session.scalars(select(PartRow).where(wanted))]


def _entry(row: PartRow) -> Entry:
    return Entry(
        scene=row.scene,
        batch_id=row.batch_id,
        part_number=row.number,
        records=row.records,
        size=row.size,
        digest=row.digest,
    )


async def keep_reconciliation(session: AsyncSession, row: ReconciliationRow) -> None:
    values = {column.key: getattr(row, column.key) for column in ReconciliationRow.__table__.columns}
    adding = insert(ReconciliationRow).values(values)
    await session.execute(adding.on_conflict_do_update(index_elements=["day"], set_=values))


async def reconciliations(session: AsyncSession, paging: Paging) -> tuple[Sequence[ReconciliationRow], int]:
    newest = select(ReconciliationRow).order_by(ReconciliationRow.day.desc())
    rows = await session.scalars(newest.limit(paging.page_size).offset(paging.offset))
    total = await session.scalar(select(func.count()).select_from(ReconciliationRow))
    return rows.all(), total or 0
