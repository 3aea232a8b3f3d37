"""Versions of data sets and the attempts to build them."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.kit.datasets import Snapshot
from brain.kit.db import raw
from brain.platform.data_sets.contract import Attempt, Version
from brain.platform.data_sets.domain.growing import read_basis
from brain.platform.data_sets.models import BuildRow
from brain.platform.governance.contract import BrokenRule, QualityReport

_KEPT = func.jsonb_array_length(BuildRow.files) > 0


def _version(row: BuildRow) -> Version:
    return Version(
        number=row.number or 0,
        mark=row.mark,
        files=row.files,
        rows=row.rows,
        bytes=row.bytes,
        seconds=row.seconds,
        built_at=row.built_at,
        quality=report(row.quality),
        basis=read_basis(row.basis),
        held=row.held,
        upon_last=row.upon_last,
        full_because=row.full_because,
        written=row.written,
    )


def report(told: dict[str, Any] | None) -> QualityReport | None:
    if told is None:
        return None
    return QualityReport(**told | {"broken": [BrokenRule(**rule) for rule in told["broken"]]})


async def latest(session: AsyncSession) -> dict[str, Version]:
    """By data set."""
    newest = (
        select(BuildRow.data_set, func.max(BuildRow.number).label("number"))
        .where(_KEPT)
        .group_by(BuildRow.data_set)
    )
    held = newest.subquery()
    rows = await session.scalars(
        select(BuildRow).join(
            held, (BuildRow.data_set == held.c.data_set) & (BuildRow.number == held.c.number)
        )
    )
    return {row.data_set: _version(row) for row in rows}


async def last_number(session: AsyncSession, data_set: str) -> int:
    """Of all versions there ever were; 0 before the first."""
    number = await session.scalar(select(func.max(BuildRow.number)).where(BuildRow.data_set == data_set))
    return number or 0


async def versions(session: AsyncSession, data_set: str) -> list[Version]:
    """Those whose files are kept, the newest first."""
    rows = await session.scalars(
        select(BuildRow)
        .where(BuildRow.data_set == data_set, BuildRow.number.is_not(None), _KEPT)
        .order_by(BuildRow.number.desc())
    )
    return [_version(row) for row in rows]


async def version(session: AsyncSession, data_set: str, number: int) -> Version | None:
    """One whose files are kept."""
    row = await session.scalar(
        select(BuildRow).where(BuildRow.data_set == data_set, BuildRow.number == number, _KEPT)
    )
    return _version(row) if row else None


async def attempts(session: AsyncSession, data_set: str, limit: int) -> Sequence[Attempt]:
    """The newest first."""
    rows = await session.scalars(
        select(BuildRow).where(BuildRow.data_set == data_set).order_by(BuildRow.id.desc()).limit(limit)
    )
    return [
        Attempt(
            number=row.number,
            problem=row.problem,
            rows=row.rows,
            seconds=row.seconds,
            at=row.built_at,
            upon_last=row.upon_last,
            full_because=row.full_because,
            written=row.written,
        )
        for row in rows
    ]


async def add(session: AsyncSession, data_set: str, version: Version) -> None:
    told = {
        "quality": version.quality and asdict(version.quality),
        "basis": version.basis and asdict(version.basis),
    }
    session.add(BuildRow(data_set=data_set, problem=None, **vars(version) | told))
    await session.flush()


async def add_failure(session: AsyncSession, data_set: str, mark: str, problem: str, seconds: float) -> None:
    session.add(
        BuildRow(
            data_set=data_set,
            number=None,
            mark=mark,
            files=[],
            rows=0,
            bytes=0,
            seconds=seconds,
            built_at=now(),
            problem=problem,
            quality=None,
        )
    )
    await session.flush()


async def forget(session: AsyncSession, data_set: str, numbers: Sequence[int]) -> None:
    """Their files are no longer kept; that they were built stays told."""
    await session.execute(
        update(BuildRow)
        .where(BuildRow.data_set == data_set, BuildRow.number.in_(numbers))
        .values(files=[], held=[])
    )


async def mark(session: AsyncSession, snapshot: Snapshot) -> str:
    cursor = await (await raw(session)).execute(snapshot.mark.encode())
    row = await cursor.fetchone()
    return str(row[0]) if row else ""


async def content(session: AsyncSession, snapshot: Snapshot) -> AsyncIterator[bytes]:
    """The rows of a snapshot as CSV."""
    statement = f"COPY ({snapshot.statement}) TO STDOUT (FORMAT CSV)"
    async with (await raw(session)).cursor().copy(statement.encode()) as copy:
        async for part in copy:
            yield bytes(part)


async def last_mark(session: AsyncSession, data_set: str) -> str | None:
    """Of the last attempt, whether it gave a version or not."""
    found: str | None = await session.scalar(
        select(BuildRow.mark).where(BuildRow.data_set == data_set).order_by(BuildRow.id.desc()).limit(1)
    )
    return found
