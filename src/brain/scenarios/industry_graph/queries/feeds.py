"""Data sets that the graph reads, and what came of it."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.kit.errors import NotFound
from brain.scenarios.industry_graph.domain.feed import Feed, FeedKind, WantedFeed
from brain.scenarios.industry_graph.models import FeedRow


async def of(session: AsyncSession, chain: str) -> Sequence[Feed]:
    rows = await session.scalars(
        select(FeedRow).where(FeedRow.chain == chain, FeedRow.ended_at.is_(None)).order_by(FeedRow.id)
    )
    return [_feed(row) for row in rows]


async def of_data_set(session: AsyncSession, data_set: str) -> Sequence[Feed]:
    rows = await session.scalars(
        select(FeedRow).where(FeedRow.data_set == data_set, FeedRow.ended_at.is_(None))
    )
    return [_feed(row) for row in rows]


async def get(session: AsyncSession, feed_id: int) -> Feed:
    """Raises NotFound for one that is not read any more. Others wait until the transaction is over."""
    return _feed(await _row(session, feed_id))


async def put(session: AsyncSession, chain: str, wanted: WantedFeed, by: str) -> Feed:
    """In place of the one of this kind and data set, if there is one; nothing of it has been read yet."""
    row = await session.scalar(
        select(FeedRow)
        .where(
            FeedRow.chain == chain,
            FeedRow.kind == wanted.kind,
            FeedRow.data_set == wanted.data_set,
            FeedRow.ended_at.is_(None),
        )
        .with_for_update()
    )
    if row is None:
        row = FeedRow(chain=chain)
        session.add(row)
    told = asdict(wanted) | {"set_by": by, "set_at": now()}
    for name, value in (told | dict.fromkeys(("version", "read_at", "outcome", "problem"))).items():
        setattr(row, name, value)
    await session.flush()
    return _feed(row)


async def note(session: AsyncSession, feed_id: int, **values: Any) -> None:
    row = await _row(session, feed_id)
    for name, value in values.items():
        setattr(row, name, value)
    await session.flush()


async def end(session: AsyncSession, feed_id: int, by: str) -> None:
    await note(session, feed_id, ended_by=by, ended_at=now())


async def _row(session: AsyncSession, feed_id: int) -> FeedRow:
    statement = select(FeedRow).where(FeedRow.id == feed_id, FeedRow.ended_at.is_(None))
    row = await session.scalar(statement.with_for_update().execution_options(populate_existing=True))
    if row is None:
        raise NotFound(f"没有编号为 {feed_id} 的读取")
    return row


def _feed(row: FeedRow) -> Feed:
    told = {name: getattr(row, name) for name in Feed.__dataclass_fields__}
    return Feed(**told | {"kind": FeedKind(row.kind)})
