"""Standards as people declared them, and what they state of items of DCMM."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import func, insert, select, update
from sqlalchemy.dialects.postgresql import distinct_on
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.platform.standards.contract import CodeEntry, Kind, Revision, Standard, StandardState
from brain.platform.standards.domain.dcmm import Stated, Statement
from brain.platform.standards.models import EntryRow, StandardRow, StatementRow

_STANDARD = TypeAdapter(Standard)


def _revision(row: StandardRow) -> Revision:
    return Revision(
        standard=_STANDARD.validate_python(row.told),
        number=row.number,
        state=StandardState(row.state),
        declared_by=row.declared_by,
        declared_at=row.declared_at,
        decided_by=row.decided_by,
        decided_at=row.decided_at,
        reason=row.reason,
    )


async def add(
    session: AsyncSession, standard: Standard, number: int, entries: Sequence[CodeEntry], by: str
) -> Revision:
    row = StandardRow(
        kind=standard.kind,
        code=standard.code,
        number=number,
        told=_STANDARD.dump_python(standard, mode="json"),
        state=StandardState.WAITING,
        declared_by=by,
        declared_at=now(),
    )
    session.add(row)
    await session.flush()
    if entries:
        rows = [
            {"revision_id": row.id, "place": place, **asdict(entry)} for place, entry in enumerate(entries)
        ]
        await session.execute(insert(EntryRow), rows)
    return _revision(row)


async def revisions(
    session: AsyncSession, kind: Kind | None = None, code: str | None = None
) -> list[Revision]:
    """By kind, code and number; those of one kind or of one standard only where told."""
    wanted = select(StandardRow).order_by(StandardRow.kind, StandardRow.code, StandardRow.number)
    if kind is not None:
        wanted = wanted.where(StandardRow.kind == kind)
    if code is not None:
        wanted = wanted.where(StandardRow.code == code)
    rows = await session.scalars(wanted, execution_options={"populate_existing": True})
    return [_revision(row) for row in rows]


async def entries(session: AsyncSession, code_table: str, number: int) -> list[CodeEntry]:
    rows = await session.scalars(
        select(EntryRow)
        .join(StandardRow, StandardRow.id == EntryRow.revision_id)
        .where(StandardRow.kind == "code_table", StandardRow.code == code_table, StandardRow.number == number)
        .order_by(EntryRow.place)
    )
    return [
        CodeEntry(code=row.code, name=row.name, parent=row.parent, replaces=tuple(row.replaces))
        for row in rows
    ]


async def decide(
    session: AsyncSession, revision: Revision, state: StandardState, by: str, reason: str | None
) -> None:
    values: dict[str, Any] = {"state": state, "decided_by": by, "decided_at": now(), "reason": reason}
    await session.execute(
        update(StandardRow)
        .where(
            StandardRow.kind == revision.standard.kind,
            StandardRow.code == revision.standard.code,
            StandardRow.number == revision.number,
        )
        .values(values)
    )


async def latest_decision(session: AsyncSession) -> str:
    """Changes whenever another standard is in force."""
    told = await session.scalar(select(func.max(StandardRow.decided_at)))
    return told.isoformat() if told else ""


def _stated(row: StatementRow) -> Stated:
    statement = Statement(text=row.text, link=row.link, file_name=row.file_name)
    return Stated(statement=statement, by=row.stated_by, at=row.stated_at)


async def state(session: AsyncSession, item: str, statement: Statement, by: str) -> Stated:
    row = StatementRow(item=item, **asdict(statement), stated_by=by, stated_at=now())
    session.add(row)
    await session.flush()
    return _stated(row)


async def stated(session: AsyncSession) -> dict[str, Stated]:
    """What holds, by item."""
    rows = await session.scalars(
        select(StatementRow)
        .ext(distinct_on(StatementRow.item))
        .order_by(StatementRow.item, StatementRow.id.desc())
    )
    return {row.item: _stated(row) for row in rows}


async def stated_before(session: AsyncSession, item: str) -> list[Stated]:
    """All of an item, the newest first."""
    rows = await session.scalars(
        select(StatementRow).where(StatementRow.item == item).order_by(StatementRow.id.desc())
    )
    return [_stated(row) for row in rows]
