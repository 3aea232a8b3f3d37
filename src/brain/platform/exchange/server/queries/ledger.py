"""Statements of the ledger's readers: clients, reconciliation, the centre's pages."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import Select, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import BEIJING
from brain.kit.schemas import Paging
from brain.platform.exchange.codes import RespCode
from brain.platform.exchange.server.models.data import BatchRow, PartRow, ReconciliationRow


@dataclass(frozen=True, kw_only=True)
class Filters:
    """`until` is inclusive; days are Beijing's."""

    client_id: str | None = None
    scene: str | None = None
    since: date | None = None
    until: date | None = None
    code: str | None = None
    batch_id: str | None = None


def day_bounds(day: date) -> tuple[datetime, datetime]:
    start = datetime.combine(day, time(), BEIJING)
    return start, start + timedelta(days=1)


async def of_client(
    session: AsyncSession, client_id: str, day: date, after: int, limit: int
) -> Sequence[PartRow]:
    start, end = day_bounds(day)
    statement = (
        select(PartRow)
        .where(PartRow.client_id == client_id, PartRow.received_at >= start, PartRow.received_at < end)
        .where(PartRow.id > after)
        .order_by(PartRow.id)
        .limit(limit)
    )
    return (await session.scalars(statement)).all()


async def accepted_on(session: AsyncSession, client_id: str, day: date) -> Sequence[PartRow]:
    start, end = day_bounds(day)
    statement = select(PartRow).where(
        PartRow.client_id == client_id,
        PartRow.received_at >= start,
        PartRow.received_at < end,
        PartRow.resp_code == RespCode.SUCCESS.value,
    )
    return (await session.scalars(statement)).all()


async def clients_on(session: AsyncSession, day: date) -> Sequence[str]:
    start, end = day_bounds(day)
    statement = select(PartRow.client_id).where(PartRow.received_at >= start, PartRow.received_at < end)
    return (await session.scalars(statement.distinct().order_by(PartRow.client_id))).all()


async def unfinished(session: AsyncSession, client_id: str, moment: datetime) -> Sequence[BatchRow]:
    """Batches that were begun and never became complete, or complete and never loaded."""
    statement = select(BatchRow).where(
        BatchRow.client_id == client_id, BatchRow.loaded_at.is_(None), BatchRow.opened_at < moment
    )
    return (await session.scalars(statement.order_by(BatchRow.id))).all()


def _filtered(filters: Filters) -> Select[PartRow]:
    statement = select(PartRow)
    if filters.client_id:
        statement = statement.where(PartRow.client_id == filters.client_id)
    if filters.scene:
        statement = statement.where(PartRow.scene == filters.scene)
    if filters.code:
        statement = statement.where(PartRow.resp_code == filters.code)
    if filters.batch_id:
        statement = statement.where(PartRow.batch_id == filters.batch_id)
    if filters.since:
        statement = statement.where(PartRow.received_at >= day_bounds(filters.since)[0])
    if filters.until:
        statement = statement.where(PartRow.received_at < day_bounds(filters.until)[1])
    return statement


async def page(session: AsyncSession, filters: Filters, paging: Paging) -> tuple[Sequence[PartRow], int]:
    statement = _filtered(filters)
    total = await session.scalar(select(func.count()).select_from(statement.subquery())) or 0
    ordered = statement.order_by(PartRow.id.desc()).offset(paging.offset).limit(paging.page_size)
    return (await session.scalars(ordered)).all(), total


async def export(session: AsyncSession, filters: Filters, limit: int) -> AsyncIterator[PartRow]:
    statement = _filtered(filters).order_by(PartRow.id.desc()).limit(limit)
    async for row in await session.stream_scalars(statement):
        yield row


async def add_reconciliation(session: AsyncSession, row: ReconciliationRow) -> None:
    session.add(row)
    await session.flush()


async def reconciliations(session: AsyncSession, paging: Paging) -> tuple[Sequence[ReconciliationRow], int]:
    total = await session.scalar(select(func.count()).select_from(ReconciliationRow)) or 0
    statement = select(ReconciliationRow).order_by(ReconciliationRow.id.desc()).offset(paging.offset)
    return (await session.scalars(statement.limit(paging.page_size))).all(), total
