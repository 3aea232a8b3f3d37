"""Records for rooms above, in the order in which they were kept, with the machines they speak of."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from brain.platform.operations.contract import Record
from brain.platform.operations.models import RecordRow
from brain.platform.operations.queries import records
from brain.platform.shop_floor.service import equipment


async def after(
    session: AsyncSession, number: int, limit: int, kinds: Sequence[str] | None = None
) -> list[Record]:
    """Every revision with a higher number, lowest first; the last number is where to go on."""
    machines = await known_machines(session)
    return [
        _record(row, system, machines) for row, system in await records.after(session, number, limit, kinds)
    ]


async def moments(session: AsyncSession, kind: str, keys: Sequence[str]) -> list[datetime]:
    """When these records happened, or are due, by all that was ever told of them."""
    return await records.moments(session, kind, keys)


async def standing(session: AsyncSession, kind: str, begin: datetime, end: datetime) -> list[dict[str, Any]]:
    """What records of [begin, end) say now, with the unit of their lot where they tell none; without those
    that were withdrawn."""
    return await records.standing(session, kind, begin, end)


async def newest_of(session: AsyncSession, kind: str, limit: int) -> list[Record]:
    """What stands, kept last first."""
    machines = await known_machines(session)
    return [_record(row, system, machines) for row, system in await records.newest_of(session, kind, limit)]


async def newest(session: AsyncSession) -> int:
    return await records.newest(session)


async def known_machines(session: AsyncSession) -> dict[str, int]:
    """Machines by their own codes and by the words of business systems; a code goes before a word."""
    codes = {row.code: row.id for row in await equipment.tree(session)}
    return await records.names(session) | codes


def _record(row: RecordRow, system: str, machines: dict[str, int]) -> Record:
    return Record(
        number=row.number,
        system=system,
        kind=row.kind,
        key=row.key,
        at=row.at,
        content=row.content,
        withdrawn=row.withdrawn,
        equipment_id=machines.get(row.equipment) if row.equipment else None,
    )
