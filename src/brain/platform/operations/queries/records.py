"""Records: written in the order of commits, read as they now stand or as they came."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import BigInteger, delete, func, insert, literal, select, text, update
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from brain.kit.db import lock
from brain.kit.errors import NotFound
from brain.platform.operations.domain.kinds import MATERIAL_LOT
from brain.platform.operations.models import NameRow, RecordRow, RefusedRow, SystemRow

STANDS: Final = RecordRow.current & ~RecordRow.withdrawn
_MOST_REFUSED: Final = 1_000  # that are kept of one system, newest


async def in_order(session: AsyncSession) -> None:
    """Numbers come in the order in which they are committed, or readers would pass some over: one transaction
    at a time, until it ends."""
    await lock(session, "operations_record")


async def current(
    session: AsyncSession, system_id: int, kind: str, keys: Sequence[str]
) -> dict[str, RecordRow]:
    found = await session.scalars(
        select(RecordRow).where(
            RecordRow.system_id == system_id,
            RecordRow.kind == kind,
            RecordRow.key.in_(keys),
            RecordRow.current,
        )
    )
    return {row.key: row for row in found}


async def replace(session: AsyncSession, rows: Sequence[dict[str, Any]], replaced: Sequence[int]) -> None:
    if replaced:
        await session.execute(
            update(RecordRow)
            .where(RecordRow.number.in_(replaced))
            .values(current=False)
            .execution_options(synchronize_session=False)
        )
    if rows:
        await session.execute(insert(RecordRow), rows)


async def refuse(session: AsyncSession, rows: Sequence[dict[str, Any]]) -> None:
    if rows:
        statement = upsert(RefusedRow)
        await session.execute(
            statement.on_conflict_do_update(
                index_elements=["system_id", "kind", "key"],
                set_={"problem": statement.excluded.problem, "at": statement.excluded.at},
            ),
            rows,
        )
        newest = (
            select(RefusedRow.at)
            .where(RefusedRow.system_id == rows[0]["system_id"])
            .order_by(RefusedRow.at.desc())
            .offset(_MOST_REFUSED)
            .limit(1)
        )
        await session.execute(
            delete(RefusedRow).where(
                RefusedRow.system_id == rows[0]["system_id"], RefusedRow.at <= newest.scalar_subquery()
            )
        )


async def settle(session: AsyncSession, system_id: int, kind: str, keys: Sequence[str]) -> None:
    """These came right at last."""
    await session.execute(
        delete(RefusedRow).where(
            RefusedRow.system_id == system_id, RefusedRow.kind == kind, RefusedRow.key.in_(keys)
        )
    )


async def refused(session: AsyncSession, system_id: int, limit: int) -> Sequence[RefusedRow]:
    found = await session.scalars(
        select(RefusedRow)
        .where(RefusedRow.system_id == system_id)
        .order_by(RefusedRow.at.desc())
        .limit(limit)
    )
    return found.all()


async def after(
    session: AsyncSession, number: int, limit: int, kinds: Sequence[str] | None
) -> list[tuple[RecordRow, str]]:
    chosen = select(RecordRow, SystemRow.name).join(SystemRow, SystemRow.id == RecordRow.system_id)
    chosen = chosen.where(RecordRow.number > literal(number, BigInteger))
    if kinds is not None:
        chosen = chosen.where(RecordRow.kind.in_(kinds))
    found = await session.execute(chosen.order_by(RecordRow.number).limit(limit))
    return [(row, name) for row, name in found]


async def moments(session: AsyncSession, kind: str, keys: Sequence[str]) -> list[datetime]:
    found = await session.scalars(
        select(RecordRow.at).distinct().where(RecordRow.kind == kind, RecordRow.key.in_(keys))
    )
    return list(found)


async def standing(session: AsyncSession, kind: str, begin: datetime, end: datetime) -> list[dict[str, Any]]:
    lot = aliased(RecordRow)
    lots_unit = (
        select(lot.content["unit"].astext)
        .where(lot.kind == MATERIAL_LOT.name, lot.key == RecordRow.lot, lot.current, ~lot.withdrawn)
        .limit(1)
        .scalar_subquery()
    )
    found = await session.execute(
        select(RecordRow.content, lots_unit).where(
            STANDS, RecordRow.kind == kind, RecordRow.at >= begin, RecordRow.at < end
        )
    )
    return [content if unit is None else {"unit": unit} | content for content, unit in found]


async def newest_of(session: AsyncSession, kind: str, limit: int) -> list[tuple[RecordRow, str]]:
    found = await session.execute(
        select(RecordRow, SystemRow.name)
        .join(SystemRow, SystemRow.id == RecordRow.system_id)
        .where(STANDS, RecordRow.kind == kind)
        .order_by(RecordRow.number.desc())
        .limit(limit)
    )
    return [(row, name) for row, name in found]


async def newest(session: AsyncSession) -> int:
    return int(await session.scalar(select(func.coalesce(func.max(RecordRow.number), 0))) or 0)


async def one(session: AsyncSession, number: int) -> tuple[RecordRow, str]:
    found = await session.execute(
        select(RecordRow, SystemRow.name)
        .join(SystemRow, SystemRow.id == RecordRow.system_id)
        .where(RecordRow.number == literal(number, BigInteger))
    )
    row = found.one_or_none()
    if row is None:
        raise NotFound("没有这条记录")
    return row[0], row[1]


async def revisions(session: AsyncSession, row: RecordRow) -> Sequence[RecordRow]:
    """All that was told under its key, newest first."""
    found = await session.scalars(
        select(RecordRow)
        .where(RecordRow.system_id == row.system_id, RecordRow.kind == row.kind, RecordRow.key == row.key)
        .order_by(RecordRow.number.desc())
        .limit(100)
    )
    return found.all()


async def of_import(session: AsyncSession, import_id: int) -> Sequence[RecordRow]:
    """The current ones that it brought."""
    found = await session.scalars(
        select(RecordRow)
        .where(RecordRow.import_id == import_id, RecordRow.current)
        .order_by(RecordRow.number)
    )
    return found.all()


async def before_import(session: AsyncSession, row: RecordRow) -> RecordRow | None:
    """What stood under the key before the import that brought this row."""
    found: RecordRow | None = await session.scalar(
        select(RecordRow)
        .where(
            RecordRow.system_id == row.system_id,
            RecordRow.kind == row.kind,
            RecordRow.key == row.key,
            RecordRow.number < row.number,
            RecordRow.import_id.is_distinct_from(row.import_id),
        )
        .order_by(RecordRow.number.desc())
        .limit(1)
    )
    return found


async def names(session: AsyncSession) -> dict[str, int]:
    """Machines by the words that business systems use for them."""
    found = await session.execute(select(NameRow.name, NameRow.equipment_id))
    return {row.name: row.equipment_id for row in found}


async def equipment_words(session: AsyncSession) -> list[tuple[str, int, datetime]]:
    """Words for machines in what stands, how often, and when last."""
    found = await session.execute(
        select(RecordRow.equipment, func.count(), func.max(RecordRow.at))
        .where(STANDS, RecordRow.equipment.is_not(None))
        .group_by(RecordRow.equipment)
        .order_by(func.count().desc())
    )
    return [(str(word), int(count), at) for word, count, at in found]


_UP: Final = text("""
WITH RECURSIVE tree(lot, depth) AS (
    SELECT unnest(made_of), 1 FROM operations_record
    WHERE kind = 'material_lot' AND lot = :lot AND current AND NOT withdrawn
  UNION
    SELECT part, tree.depth + 1 FROM tree
    JOIN operations_record r ON r.lot = tree.lot AND r.kind = 'material_lot' AND r.current AND NOT r.withdrawn
    CROSS JOIN LATERAL unnest(r.made_of) AS part
    WHERE tree.depth < :depth
)
SELECT lot, min(depth) FROM tree GROUP BY lot ORDER BY 2, 1 LIMIT :most
""")
_DOWN: Final = text("""
WITH RECURSIVE tree(lot, depth) AS (
    SELECT lot, 1 FROM operations_record
    WHERE kind = 'material_lot' AND made_of @> ARRAY[CAST(:lot AS varchar)] AND current AND NOT withdrawn
  UNION
    SELECT r.lot, tree.depth + 1 FROM tree
    JOIN operations_record r ON r.made_of @> ARRAY[tree.lot] AND r.kind = 'material_lot'
        AND r.current AND NOT r.withdrawn
    WHERE tree.depth < :depth
)
SELECT lot, min(depth) FROM tree GROUP BY lot ORDER BY 2, 1 LIMIT :most
""")


async def ancestors(session: AsyncSession, lot: str, *, depth: int, most: int) -> list[tuple[str, int]]:
    """Lots that it was made of, with how many steps back; a circle in the data ends with `depth`."""
    return await _walked(session, _UP, lot, depth, most)


async def descendants(session: AsyncSession, lot: str, *, depth: int, most: int) -> list[tuple[str, int]]:
    """Lots that it went into, with how many steps on."""
    return await _walked(session, _DOWN, lot, depth, most)


async def _walked(
    session: AsyncSession, statement: Any, lot: str, depth: int, most: int
) -> list[tuple[str, int]]:
    found = await session.execute(statement, {"lot": lot, "depth": depth, "most": most})
    return [(str(each), int(steps)) for each, steps in found]
