"""Every SQL statement of the audit log."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import date, datetime, time, timedelta

from sqlalchemy import ColumnElement, func, insert, or_, select
from sqlalchemy.dialects.postgresql import distinct_on
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import BEIJING
from brain.kit.schemas import Paging
from brain.platform.security.domain import Chained, Head, Result
from brain.platform.security.models import EntryRow, VerificationRow

_FIELDS = [field.name for field in fields(Chained)]


@dataclass(frozen=True, kw_only=True)
class Filter:
    """Days are Beijing's, both included; `q` is looked for in people, objects, addresses and trace ids."""

    q: str | None = None
    person: str | None = None
    action: str | None = None
    kind: str | None = None
    result: Result | None = None
    first_day: date | None = None
    last_day: date | None = None

    @property
    def conditions(self) -> list[ColumnElement[bool]]:
        columns = (
            (EntryRow.actor, self.person),
            (EntryRow.action, self.action),
            (EntryRow.kind, self.kind),
            (EntryRow.result, self.result),
        )
        found: list[ColumnElement[bool]] = [column == value for column, value in columns if value]
        if self.first_day:
            found.append(EntryRow.at >= _midnight(self.first_day))
        if self.last_day:
            found.append(EntryRow.at < _midnight(self.last_day) + timedelta(days=1))
        if self.q:
            texts = (EntryRow.actor, EntryRow.actor_name, EntryRow.object_id, EntryRow.object_title)
            exact = or_(EntryRow.address == self.q, EntryRow.trace_id == self.q)
            found.append(or_(exact, *(text.icontains(self.q, autoescape=True) for text in texts)))
        return found


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), BEIJING)


async def head(session: AsyncSession) -> Head:
    row = (
        await session.execute(
            select(EntryRow.position, EntryRow.digest).order_by(EntryRow.position.desc()).limit(1)
        )
    ).one_or_none()
    return Head(row.position, row.digest) if row else Head()


async def add(session: AsyncSession, entries: Iterable[Chained]) -> None:
    await session.execute(insert(EntryRow), [asdict(entry) for entry in entries])


async def page(session: AsyncSession, wanted: Filter, paging: Paging) -> tuple[list[Chained], int]:
    rows = await newest(session, wanted, offset=paging.offset, limit=paging.page_size)
    counted = select(func.count()).select_from(EntryRow).where(*wanted.conditions)
    return rows, await session.scalar(counted) or 0


async def newest(session: AsyncSession, wanted: Filter, *, offset: int = 0, limit: int) -> list[Chained]:
    rows = await session.scalars(
        select(EntryRow)
        .where(*wanted.conditions)
        .order_by(EntryRow.position.desc())
        .offset(offset)
        .limit(limit)
    )
    return [_chained(row) for row in rows]


async def after(session: AsyncSession, position: int, last: int, limit: int) -> list[Chained]:
    """In the order of the chain, up to `last`."""
    wanted = select(EntryRow.__table__).where(EntryRow.position > position, EntryRow.position <= last)
    rows = await session.execute(wanted.order_by(EntryRow.position).limit(limit))
    return [Chained(**row) for row in rows.mappings()]


async def actors(session: AsyncSession, limit: int) -> Sequence[tuple[str, str]]:
    """Who ever did anything, with the newest name."""
    newest_names = (
        select(EntryRow.actor, EntryRow.actor_name)
        .ext(distinct_on(EntryRow.actor))
        .order_by(EntryRow.actor, EntryRow.position.desc())
        .limit(limit)
    )
    return [(row.actor, row.actor_name) for row in await session.execute(newest_names)]


async def span(session: AsyncSession) -> tuple[int, datetime | None, datetime | None]:
    """How many entries there are, and when the first and the last were made."""
    total = await session.scalar(select(func.count()).select_from(EntryRow)) or 0
    row = (await session.execute(select(func.min(EntryRow.at), func.max(EntryRow.at)))).one()
    return total, row[0], row[1]


async def add_verification(session: AsyncSession, row: VerificationRow) -> None:
    session.add(row)
    await session.flush()


async def last_verification(session: AsyncSession) -> VerificationRow | None:
    return await session.scalar(select(VerificationRow).order_by(VerificationRow.id.desc()).limit(1))


def _chained(row: EntryRow) -> Chained:
    return Chained(**{name: getattr(row, name) for name in _FIELDS})
