"""Records as pages show them: searched, narrowed, page by page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from brain.platform.operations.models import ImportRow, RecordRow, SystemRow
from brain.platform.operations.queries.records import STANDS


@dataclass(frozen=True, kw_only=True)
class Wanted:
    kind: str
    search: str | None = None
    state: str | None = None
    system_id: int | None = None
    lot: str | None = None
    oldest_first: bool = False


async def of_kind(
    session: AsyncSession, wanted: Wanted, *, limit: int, offset: int
) -> tuple[list[tuple[RecordRow, str]], int]:
    chosen = _chosen(wanted)
    total = await session.scalar(select(func.count()).select_from(chosen.subquery()))
    order = RecordRow.at.asc() if wanted.oldest_first else RecordRow.at.desc()
    found = await session.execute(chosen.order_by(order, RecordRow.number.desc()).limit(limit).offset(offset))
    return [(row, name) for row, name in found], int(total or 0)


def _chosen(wanted: Wanted) -> Select[RecordRow, str]:
    chosen = (
        select(RecordRow, SystemRow.name)
        .join(SystemRow, SystemRow.id == RecordRow.system_id)
        .where(STANDS, RecordRow.kind == wanted.kind)
    )
    if wanted.search:
        chosen = chosen.where(_holds(wanted.search))
    if wanted.state:
        chosen = chosen.where(RecordRow.content["state"].astext == wanted.state)
    if wanted.system_id is not None:
        chosen = chosen.where(RecordRow.system_id == wanted.system_id)
    if wanted.lot is not None:
        chosen = chosen.where(RecordRow.lot == wanted.lot)
    return chosen


def _holds(search: str) -> ColumnElement[bool]:
    """Its number, or any of the words by which people look for it."""
    names = ("product", "material", "lot", "customer_order", "production_order", "process", "equipment",
             "characteristic", "defect_code", "reason", "shift", "area", "document", "title")  # fmt: skip
    places = [RecordRow.key, *(RecordRow.content[name].astext for name in names)]
    return or_(*(place.icontains(search, autoescape=True) for place in places))


async def states(session: AsyncSession, kind: str) -> dict[str, int]:
    """How many stand in each state."""
    state = RecordRow.content["state"].astext
    found = await session.execute(
        select(state, func.count()).where(STANDS, RecordRow.kind == kind).group_by(state)
    )
    return {str(value): int(count) for value, count in found}


async def overdue(session: AsyncSession, at: datetime) -> int:
    """Orders that are due and neither done nor given up."""
    found = await session.scalar(
        select(func.count()).where(
            STANDS,
            RecordRow.kind == "production_order",
            RecordRow.at < at,
            RecordRow.content["state"].astext.not_in(["completed", "cancelled"]),
        )
    )
    return int(found or 0)


async def lots(session: AsyncSession, names: Sequence[str]) -> dict[str, RecordRow]:
    """The lots that somebody told of."""
    found = await session.scalars(
        select(RecordRow).where(STANDS, RecordRow.kind == "material_lot", RecordRow.lot.in_(names))
    )
    return {str(row.lot): row for row in found}


async def imports(session: AsyncSession, *, limit: int, offset: int) -> tuple[Sequence[ImportRow], int]:
    total = await session.scalar(select(func.count()).select_from(ImportRow))
    found = await session.scalars(select(ImportRow).order_by(ImportRow.id.desc()).limit(limit).offset(offset))
    return found.all(), int(total or 0)
