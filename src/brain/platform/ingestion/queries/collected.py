"""Runs of collections and what they fetched."""

from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, delete, exists, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.kit.errors import NotFound
from brain.platform.ingestion.contract import Status
from brain.platform.ingestion.domain.collecting import Collected, Collection, Outcome, Run, RunStatus
from brain.platform.ingestion.domain.drift import Drift, in_use
from brain.platform.ingestion.models import CollectedRow, CollectionRunRow, ImportRow
from brain.platform.ingestion.queries.collections import shape_of

_LANDED = CollectedRow.digest.is_not(None)


def _counted(what: ColumnElement[Any]) -> ColumnElement[Any]:
    return func.coalesce(what, 0)


_RUNS = (
    select(
        CollectionRunRow,
        func.count(CollectedRow.id).label("found"),
        func.count(CollectedRow.id).filter(_LANDED).label("landed"),
        func.count(CollectedRow.id).filter(CollectedRow.outcome == Outcome.UNCHANGED).label("same"),
        func.count(CollectedRow.import_id).label("imports"),
        _counted(func.sum(ImportRow.rows_done)).label("rows"),
        _counted(func.sum(ImportRow.inserted)).label("inserted"),
        _counted(func.sum(ImportRow.changed)).label("changed"),
        _counted(func.sum(ImportRow.rejected)).label("rejected"),
        func.sum(CollectedRow.gone).label("gone"),
    )
    .outerjoin(CollectedRow, CollectedRow.run_id == CollectionRunRow.id)
    .outerjoin(ImportRow, ImportRow.id == CollectedRow.import_id)
    .group_by(CollectionRunRow.id)
    .order_by(CollectionRunRow.id.desc())
)


def _run(counted: Any) -> Run:
    row: CollectionRunRow = counted.CollectionRunRow
    return Run(
        id=row.id,
        collection_id=row.collection_id,
        asked_by=row.asked_by,
        asked_at=row.asked_at,
        status=RunStatus(row.status),
        ended_at=row.ended_at,
        found=counted.found,
        landed=counted.landed,
        unchanged=counted.same,
        imports=counted.imports,
        rows=int(counted.rows),
        inserted=int(counted.inserted),
        changed=int(counted.changed),
        rejected=int(counted.rejected),
        gone=counted.gone,
        problem=row.problem,
    )


def _collected(row: CollectedRow) -> Collected:
    drift = row.drift and Drift(**{name: tuple(columns) for name, columns in row.drift.items()})
    return Collected(
        id=row.id,
        collection_id=row.collection_id,
        run_id=row.run_id,
        name=row.name,
        as_of=row.as_of,
        digest=row.digest,
        shape=shape_of(row.shape),
        drift=drift or None,
        outcome=Outcome(row.outcome),
        import_id=row.import_id,
        problem=row.problem,
        gone=row.gone,
        gone_keys=row.gone_keys,
        cursor=row.cursor,
        at=row.at,
    )


async def open_run(session: AsyncSession, collection_id: int, by: str) -> int:
    row = CollectionRunRow(collection_id=collection_id, asked_by=by, asked_at=now(), status=RunStatus.WAITING)
    session.add(row)
    await session.flush()
    return row.id


async def lock_run(session: AsyncSession, run_id: int) -> CollectionRunRow:
    row = await session.get(CollectionRunRow, run_id, with_for_update=True, populate_existing=True)
    if row is None:
        raise NotFound("没有这次采集")
    return row


async def end_run(session: AsyncSession, run_id: int, status: RunStatus, problem: str | None) -> None:
    await session.execute(
        update(CollectionRunRow)
        .where(CollectionRunRow.id == run_id)
        .values(status=status, problem=problem, ended_at=now())
    )


async def end_lost_runs(session: AsyncSession, asked_before: datetime, problem: str) -> None:
    """Runs that nobody carries on any more."""
    await session.execute(
        update(CollectionRunRow)
        .where(CollectionRunRow.ended_at.is_(None), CollectionRunRow.asked_at < asked_before)
        .values(status=RunStatus.FAILED, problem=problem, ended_at=now())
    )


async def forget_empty_runs(session: AsyncSession, asked_before: datetime) -> None:
    """Looks that brought nothing tell nothing after a while, and there may be one a minute."""
    fetched = exists().where(CollectedRow.run_id == CollectionRunRow.id)
    await session.execute(
        delete(CollectionRunRow).where(
            CollectionRunRow.ended_at.is_not(None), CollectionRunRow.asked_at < asked_before, ~fetched
        )
    )


async def runs(
    session: AsyncSession, collection_id: int, *, offset: int, limit: int
) -> tuple[list[Run], int]:
    """The latest first."""
    of_collection = CollectionRunRow.collection_id == collection_id
    total = await session.scalar(select(func.count()).select_from(CollectionRunRow).where(of_collection))
    found = await session.execute(_RUNS.where(of_collection).offset(offset).limit(limit))
    return [_run(row) for row in found], total or 0


async def latest_run(session: AsyncSession, collection_id: int) -> Run | None:
    found, _ = await runs(session, collection_id, offset=0, limit=1)
    return found[0] if found else None


async def keep(session: AsyncSession, fetched: Collected) -> None:
    """A new one; its number is given here."""
    values = asdict(fetched)
    del values["id"]
    session.add(CollectedRow(**values, judged=fetched.outcome is not Outcome.IMPORTED))
    await session.flush()


async def change(session: AsyncSession, collected_id: int, **values: Any) -> None:
    await session.execute(update(CollectedRow).where(CollectedRow.id == collected_id).values(**values))


async def of_run(session: AsyncSession, run_id: int) -> list[Collected]:
    rows = await session.scalars(
        select(CollectedRow).where(CollectedRow.run_id == run_id).order_by(CollectedRow.id)
    )
    return [_collected(row) for row in rows]


async def held(session: AsyncSession, collection_id: int) -> Collected | None:
    return await _first(session, _of(collection_id).where(CollectedRow.outcome == Outcome.HELD))


async def latest_at(session: AsyncSession, collection_id: int) -> datetime | None:
    """When something was fetched last."""
    wanted = select(func.max(CollectedRow.at)).where(CollectedRow.collection_id == collection_id)
    found: datetime | None = await session.scalar(wanted)
    return found


async def latest_taken(session: AsyncSession, collection_id: int) -> Collected | None:
    """The one that was imported, or found unchanged, last."""
    taken = (Outcome.IMPORTED, Outcome.UNCHANGED)
    return await _first(session, _of(collection_id).where(CollectedRow.outcome.in_(taken)))


async def is_unchanged(session: AsyncSession, collection: Collection, name: str, digest: str) -> bool:
    """Whether what last came under this name had the same content and was imported as it would be now.

    What came earlier does not count: a table that turns back to a former state has changed.
    """
    found = await session.execute(
        select(
            CollectedRow.digest, CollectedRow.shape, ImportRow.mapping, ImportRow.dataset, ImportRow.status
        )
        .join(ImportRow, CollectedRow.import_id == ImportRow.id)
        .where(CollectedRow.collection_id == collection.id, CollectedRow.name == name)
        .order_by(CollectedRow.id.desc())
        .limit(1)
    )
    latest = found.one_or_none()
    if latest is None or latest.status == Status.FAILED:
        return False
    told, shape = collection.told, shape_of(latest.shape)
    mapping = [asdict(column) for column in (in_use(told.mapping, shape) if shape else told.mapping)]
    return (latest.digest, latest.mapping, latest.dataset) == (digest, mapping, told.dataset)


async def unjudged(session: AsyncSession) -> list[tuple[Collected, Status, int]]:
    """What was imported to the end, well or not, and not yet compared with what came before; its rows."""
    found = await session.execute(
        select(CollectedRow, ImportRow.status, ImportRow.rows_done)
        .join(ImportRow, ImportRow.id == CollectedRow.import_id)
        .where(~CollectedRow.judged, ImportRow.status.in_((Status.DONE, Status.FAILED)))
        .order_by(CollectedRow.id)
        .with_for_update(of=CollectedRow, skip_locked=True)
    )
    return [(_collected(row), Status(status), rows) for row, status, rows in found]


async def rows_before(session: AsyncSession, fetched: Collected, limit: int) -> list[int]:
    """How many rows the latest deliveries before this one had, the latest first."""
    found = await session.scalars(
        select(ImportRow.rows_done)
        .join(CollectedRow, CollectedRow.import_id == ImportRow.id)
        .where(
            CollectedRow.collection_id == fetched.collection_id,
            CollectedRow.id < fetched.id,
            ImportRow.status == Status.DONE,
        )
        .order_by(CollectedRow.id.desc())
        .limit(limit)
    )
    return list(found)


def _of(collection_id: int) -> Select[CollectedRow]:
    wanted = select(CollectedRow).where(CollectedRow.collection_id == collection_id)
    return wanted.order_by(CollectedRow.id.desc()).limit(1)


async def _first(session: AsyncSession, wanted: Select[CollectedRow]) -> Collected | None:
    row = await session.scalar(wanted, execution_options={"populate_existing": True})
    return _collected(row) if row else None
