"""Versions of the catalogue of important data."""

import json
from collections.abc import Sequence
from dataclasses import asdict

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.kit.crypto import sm3
from brain.platform.grading.contract import ImportantCatalogue
from brain.platform.grading.domain.important import CatalogueState, Entry
from brain.platform.grading.models import CatalogueRow


def digest(entries: Sequence[Entry]) -> str:
    """SM3 of the entries as JSON with sorted names."""
    told = json.dumps([asdict(each) for each in entries], ensure_ascii=False, sort_keys=True)
    return sm3(told.encode())


def _catalogue(row: CatalogueRow) -> ImportantCatalogue:
    return ImportantCatalogue(
        number=row.number,
        entries=[Entry(**each) for each in row.entries],
        digest=row.digest,
        state=CatalogueState(row.state),
        produced_by=row.produced_by,
        produced_at=row.produced_at,
        decided_by=row.decided_by,
        decided_at=row.decided_at,
        reason=row.reason,
    )


async def history(session: AsyncSession) -> Sequence[ImportantCatalogue]:
    """The newest first."""
    rows = await session.scalars(select(CatalogueRow).order_by(CatalogueRow.number.desc()).limit(100))
    return [_catalogue(row) for row in rows]


async def get(session: AsyncSession, number: int) -> ImportantCatalogue | None:
    row = await session.get(CatalogueRow, number)
    return _catalogue(row) if row else None


async def newest(session: AsyncSession, state: CatalogueState) -> ImportantCatalogue | None:
    row = await session.scalar(
        select(CatalogueRow)
        .where(CatalogueRow.state == state)
        .order_by(CatalogueRow.number.desc())
        .limit(1)
        .with_for_update()
    )
    return _catalogue(row) if row else None


async def add(session: AsyncSession, entries: Sequence[Entry], by: str) -> ImportantCatalogue:
    row = CatalogueRow(
        entries=[asdict(each) for each in entries],
        digest=digest(entries),
        state=CatalogueState.WAITING,
        produced_by=by,
        produced_at=now(),
    )
    session.add(row)
    await session.flush()
    return _catalogue(row)


async def decide(
    session: AsyncSession, number: int, state: CatalogueState, by: str, reason: str | None
) -> None:
    await session.execute(
        update(CatalogueRow)
        .where(CatalogueRow.number == number)
        .values(state=state, decided_by=by, decided_at=now(), reason=reason)
    )
