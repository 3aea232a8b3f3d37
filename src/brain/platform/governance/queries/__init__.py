"""Every SQL statement of governance."""

from collections.abc import Sequence
from typing import NamedTuple
from uuid import UUID, uuid4

import numpy as np
from psycopg.rows import args_row
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.kit.db import raw
from brain.platform.governance.algorithm.name_index import Ints, NameStatistics, Probe
from brain.platform.governance.models import NameIndexRow

MOST_ROWS = 3_000

_ANY = (
    "SELECT credit_code, name, former, text FROM governance_enterprise_name WHERE grams && %s::int[] LIMIT %s"
)
_ALL = (
    "SELECT credit_code, name, former, text FROM governance_enterprise_name WHERE grams @> %s::int[] LIMIT %s"
)

# The counts of the edition last asked for: four megabytes that only an indexing job makes stale.
_held: dict[UUID, NameStatistics] = {}


class IndexedName(NamedTuple):
    """A name in the index. A tuple: a thousand are made for every question."""

    credit_code: str
    name: str
    former: bool
    text: str


async def statistics(session: AsyncSession) -> NameStatistics | None:
    """The counts of the index; None before the first name."""
    found = await (await raw(session)).execute("SELECT edition FROM governance_name_index", prepare=True)
    current = await found.fetchone()
    if current is None:
        return None
    if current[0] in _held:
        return _held[current[0]]
    row = await session.get_one(NameIndexRow, 1, populate_existing=True)
    _held.clear()
    _held[row.edition] = _statistics(row)
    return _held[row.edition]


async def candidates(session: AsyncSession, probe: Probe) -> list[IndexedName]:
    cursor = (await raw(session)).cursor(binary=True, row_factory=args_row(IndexedName))
    # Never a generic plan: it does not know how rare the grams are and may read the whole table.
    await cursor.execute(_ALL if probe.all else _ANY, (probe.grams, MOST_ROWS), prepare=False)
    return await cursor.fetchall()


async def all_names(session: AsyncSession) -> tuple[list[str], list[str], list[str]]:
    """Credit code, name and text of every name in the index."""
    cursor = (await raw(session)).cursor(binary=True)
    await cursor.execute("SELECT credit_code, name, text FROM governance_enterprise_name")
    rows = await cursor.fetchall()
    return [code for code, _, _ in rows], [name for _, name, _ in rows], [text for _, _, text in rows]


async def lock_index(session: AsyncSession) -> tuple[int, NameStatistics]:
    """The revision the index has reached and its counts; other writers wait until this transaction ends."""
    empty = NameStatistics.empty()
    first = insert(NameIndexRow).values(
        id=1, edition=uuid4(), revision=0, names=0, counts=empty.counts.tobytes(), changed_at=now()
    )
    await session.execute(first.on_conflict_do_nothing())
    row = await session.get_one(NameIndexRow, 1, with_for_update=True, populate_existing=True)
    return row.revision, _statistics(row)


async def save_index(session: AsyncSession, revision: int, counted: NameStatistics) -> None:
    row = await session.get_one(NameIndexRow, 1)
    row.edition, row.revision, row.changed_at = uuid4(), revision, now()
    row.names, row.counts = counted.names, counted.counts.tobytes()
    await session.flush()


async def remove_names(session: AsyncSession, credit_codes: Sequence[str]) -> list[Ints]:
    """Forget all names of these enterprises; returns the grams of each."""
    removed = await (await raw(session)).execute(
        "DELETE FROM governance_enterprise_name WHERE credit_code = ANY(%s) RETURNING grams",
        (list(credit_codes),),
    )
    return [np.array(grams, np.int64) for (grams,) in await removed.fetchall()]


async def add_names(session: AsyncSession, names: Sequence[IndexedName], grams: Sequence[Ints]) -> None:
    cursor = (await raw(session)).cursor()
    async with cursor.copy(
        "COPY governance_enterprise_name (credit_code, name, former, text, grams) FROM STDIN (FORMAT binary)"
    ) as rows:
        rows.set_types(["text", "text", "bool", "text", "int4[]"])
        for name, own in zip(names, grams, strict=True):
            await rows.write_row((name.credit_code, name.name, name.former, name.text, own.tolist()))


async def merge_pending(session: AsyncSession) -> None:
    """Sort what the bulk has left unsorted into the index, so that no reader pays for it."""
    await (await raw(session)).execute(
        "SELECT gin_clean_pending_list('ix_governance_enterprise_name_grams'::regclass)"
    )


def _statistics(row: NameIndexRow) -> NameStatistics:
    return NameStatistics(row.names, np.frombuffer(row.counts, np.int32))
