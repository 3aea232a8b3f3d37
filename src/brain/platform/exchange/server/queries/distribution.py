"""Statements of 数据下发."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import func, or_, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.db import lock
from brain.kit.schemas import Paging
from brain.platform.exchange.server.models.data import AcknowledgementRow, DistributionRow


async def publish(session: AsyncSession, values: dict[str, Any]) -> DistributionRow:
    """Numbers rise in the order of commits: a reader past a number has missed nothing below it."""
    await lock(session, "exchange.distribution")
    last = await session.scalar(select(func.coalesce(func.max(DistributionRow.number), 0)))
    row = DistributionRow(number=int(last or 0) + 1, **values)
    session.add(row)
    await session.flush()
    return row


async def after(session: AsyncSession, client_id: str, number: int, limit: int) -> Sequence[DistributionRow]:
    for_all = DistributionRow.audience.is_(None)
    statement = (
        select(DistributionRow)
        .where(DistributionRow.number > number, or_(for_all, DistributionRow.audience.contains([client_id])))
        .order_by(DistributionRow.number)
        .limit(limit)
    )
    return (await session.scalars(statement)).all()


async def acknowledged(session: AsyncSession, client_id: str) -> int:
    row = await session.get(AcknowledgementRow, client_id)
    return row.number if row else 0


async def newest(session: AsyncSession) -> int:
    return int(await session.scalar(select(func.coalesce(func.max(DistributionRow.number), 0))) or 0)


async def acknowledge(session: AsyncSession, client_id: str, number: int, at: datetime) -> int:
    """Never backwards; returns where the client now stands."""
    statement = (
        insert(AcknowledgementRow)
        .values(client_id=client_id, number=number, acknowledged_at=at)
        .on_conflict_do_update(
            index_elements=[AcknowledgementRow.client_id],
            set_={"number": func.greatest(AcknowledgementRow.number, number), "acknowledged_at": at},
        )
        .returning(AcknowledgementRow.number)
    )
    return int((await session.execute(statement)).scalar_one())


async def page(session: AsyncSession, paging: Paging) -> tuple[Sequence[tuple[DistributionRow, int]], int]:
    """Newest first, each with how many clients have confirmed it."""
    total = await session.scalar(select(func.count()).select_from(DistributionRow)) or 0
    confirmed = (
        select(func.count())
        .select_from(AcknowledgementRow)
        .where(AcknowledgementRow.number >= DistributionRow.number)
        .where(
            or_(
                DistributionRow.audience.is_(None),
                AcknowledgementRow.client_id == func.any(DistributionRow.audience),
            )
        )
        .scalar_subquery()
    )
    statement = (
        select(DistributionRow, confirmed).order_by(DistributionRow.number.desc()).offset(paging.offset)
    )
    rows = (await session.execute(statement.limit(paging.page_size))).all()
    return [(row[0], int(row[1])) for row in rows], total
