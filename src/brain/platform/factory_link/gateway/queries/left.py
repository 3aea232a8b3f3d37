"""What left the factory, by day and point."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import BigInteger, cast, func, literal, select, tuple_, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from brain.platform.factory_link.gateway.models import LinkRow, SentDayRow, SentRow, UseRow

_AT_ONCE = 5_000


async def uncounted(session: AsyncSession, limit: int) -> Sequence[SentRow]:
    """Acknowledged batches that are not in the sums by day yet, oldest first."""
    found = await session.scalars(
        select(SentRow)
        .join(LinkRow, LinkRow.id == SentRow.link_id)
        .where(SentRow.counted.is_(False), SentRow.last <= LinkRow.last)
        .order_by(SentRow.sent_at)
        .limit(limit)
        .with_for_update(of=SentRow)
    )
    return found.all()


async def payload_after(
    session: AsyncSession, after: tuple[str, int], begin: datetime, end: datetime
) -> SentRow | None:
    """The next acknowledged batch of [begin, end) whose payload is still there, by link and number."""
    found: SentRow | None = await session.scalar(
        select(SentRow)
        .join(LinkRow, LinkRow.id == SentRow.link_id)
        .where(
            tuple_(SentRow.link_id, SentRow.last) > after,
            SentRow.sent_at >= begin,
            SentRow.sent_at < end,
            SentRow.last <= LinkRow.last,
            SentRow.data.is_not(None),
        )
        .order_by(SentRow.link_id, SentRow.last)
        .limit(1)
    )
    return found


async def add(session: AsyncSession, link_id: str, day: date, counts: Counter[tuple[int, str]]) -> None:
    rows: list[dict[str, Any]] = [
        {"link_id": link_id, "day": day, "point": point, "grain": grain, "count": count}
        for (point, grain), count in counts.items()
    ]
    for begin in range(0, len(rows), _AT_ONCE):
        statement = insert(SentDayRow).values(rows[begin : begin + _AT_ONCE])
        await session.execute(
            statement.on_conflict_do_update(
                index_elements=["link_id", "day", "point", "grain"],
                set_={"count": SentDayRow.count + statement.excluded.count},
            )
        )


async def forget_payloads(session: AsyncSession, before: datetime) -> None:
    """Of counted batches older than this; that they were sent stays on record."""
    await session.execute(
        update(SentRow)
        .where(SentRow.sent_at < before, SentRow.counted.is_(True), SentRow.data.is_not(None))
        .values(data=None)
    )


async def forget_payloads_over(session: AsyncSession, limit: int) -> None:
    """The oldest of counted batches, so that no more than `limit` bytes of payloads are kept."""
    newest_first = (SentRow.sent_at.desc(), SentRow.last.desc())
    total = func.sum(cast(SentRow.size, BigInteger)).over(order_by=newest_first)
    kept = select(SentRow.link_id, SentRow.last, total.label("total")).where(SentRow.data.is_not(None))
    over = kept.subquery()
    await session.execute(
        update(SentRow)
        .where(
            SentRow.counted.is_(True),
            tuple_(SentRow.link_id, SentRow.last).in_(
                select(over.c.link_id, over.c.last).where(over.c.total > literal(limit, BigInteger))
            ),
        )
        .values(data=None)
    )


async def of_day(session: AsyncSession, day: date) -> Sequence[SentDayRow]:
    found = await session.scalars(
        select(SentDayRow).where(SentDayRow.day == day).order_by(SentDayRow.count.desc(), SentDayRow.point)
    )
    return found.all()


async def sums(session: AsyncSession, begin: datetime) -> tuple[int, int]:
    """Values and bytes of the acknowledged batches of the 24 hours from `begin` on."""
    row = await session.execute(
        select(func.coalesce(func.sum(SentRow.points), 0), func.coalesce(func.sum(SentRow.size), 0))
        .join(LinkRow, LinkRow.id == SentRow.link_id)
        .where(
            SentRow.sent_at >= begin,
            SentRow.sent_at < begin + timedelta(days=1),
            SentRow.last <= LinkRow.last,
        )
    )
    values, size = row.one()
    return int(values), int(size)


async def uses(session: AsyncSession, limit: int) -> Sequence[UseRow]:
    return (await session.scalars(select(UseRow).order_by(UseRow.at.desc()).limit(limit))).all()
