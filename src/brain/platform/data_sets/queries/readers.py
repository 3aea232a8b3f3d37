"""Who reads data sets besides other data sets."""

from collections.abc import Sequence

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.platform.data_sets.contract.readers import Reader
from brain.platform.data_sets.models.readers import ReaderRow


async def of(session: AsyncSession, data_sets: Sequence[str]) -> Sequence[Reader]:
    rows = await session.scalars(
        select(ReaderRow)
        .where(ReaderRow.data_set.in_(data_sets), ReaderRow.until.is_(None))
        .order_by(ReaderRow.id)
    )
    return [_reader(row) for row in rows]


async def begin(session: AsyncSession, reader: Reader) -> None:
    """What it reads from now on; nothing changes where it reads just that."""
    statement = select(ReaderRow).where(ReaderRow.key == reader.key, ReaderRow.until.is_(None))
    known = await session.scalar(statement.with_for_update())
    if known is not None and _reader(known) == reader:
        return
    await end(session, reader.key)
    told = {name: getattr(reader, name) for name in Reader.__dataclass_fields__}
    session.add(ReaderRow(**told | {"columns": list(reader.columns)}, since=now()))
    await session.flush()


async def end(session: AsyncSession, key: str) -> None:
    reads = (ReaderRow.key == key) & ReaderRow.until.is_(None)
    await session.execute(update(ReaderRow).where(reads).values(until=now()))


def _reader(row: ReaderRow) -> Reader:
    told = {name: getattr(row, name) for name in Reader.__dataclass_fields__}
    return Reader(**told | {"columns": tuple(row.columns)})
