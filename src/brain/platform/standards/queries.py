"""Standards as people declared them."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.platform.standards.contract import CodeEntry, Kind, Revision, Standard, StandardState
from brain.platform.standards.models import EntryRow, StandardRow

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
