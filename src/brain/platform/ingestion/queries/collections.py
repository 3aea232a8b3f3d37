"""Collections and what people and the clock do to them."""

from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import exists, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.kit.errors import NotFound
from brain.platform.ingestion.contract import Status
from brain.platform.ingestion.domain.collecting import Collection, Outcome, Told
from brain.platform.ingestion.domain.drift import Shape
from brain.platform.ingestion.domain.mapping import Column
from brain.platform.ingestion.domain.schedules import Schedule
from brain.platform.ingestion.models import CollectedRow, CollectionRow, CollectionRunRow, ImportRow

_UNDER_WAY = (Status.WAITING, Status.RUNNING)


def _collection(row: CollectionRow) -> Collection:
    return Collection(
        id=row.id,
        source_id=row.source_id,
        told=Told(
            name=row.name,
            settings=row.settings,
            dataset=row.dataset,
            mapping=tuple(Column(**column) for column in row.mapping),
            title=row.title,
            schedule=Schedule(cron=row.cron, minutes=row.minutes),
        ),
        sealed_secret=row.sealed_secret,
        paused=row.paused,
        accepted=shape_of(row.accepted),
        cursor=row.cursor,
        next_at=row.next_at,
        created_by=row.created_by,
        created_at=row.created_at,
    )


def shape_of(told: dict[str, Any] | None) -> Shape | None:
    if told is None:
        return None
    return Shape(headers=tuple(told["headers"]), broken=tuple(told["broken"]), sparse=told["sparse"])


def _values(told: Told) -> dict[str, Any]:
    return {
        "name": told.name,
        "settings": told.settings,
        "dataset": told.dataset,
        "mapping": [asdict(column) for column in told.mapping],
        "title": told.title,
        "cron": told.schedule.cron,
        "minutes": told.schedule.minutes,
    }


async def add(session: AsyncSession, source_id: int, told: Told, by: str) -> Collection:
    moment = now()
    row = CollectionRow(
        **_values(told),
        source_id=source_id,
        paused=False,
        cursor={},
        next_at=told.schedule.after(moment),
        created_by=by,
        created_at=moment,
    )
    session.add(row)
    await session.flush()
    return _collection(row)


async def amend(session: AsyncSession, collection_id: int, told: Told) -> None:
    await change(session, collection_id, **_values(told), next_at=told.schedule.after(now()))


async def of_import(session: AsyncSession, import_id: int) -> Collection | None:
    """The collection that fetched what an import reads, last if it was fetched more than once."""
    row = await session.scalar(
        select(CollectionRow)
        .join(CollectedRow, CollectedRow.collection_id == CollectionRow.id)
        .where(CollectedRow.import_id == import_id)
        .order_by(CollectedRow.id.desc())
        .limit(1),
        execution_options={"populate_existing": True},
    )
    return _collection(row) if row else None


async def get(session: AsyncSession, collection_id: int, *, locked: bool = False) -> Collection:
    wanted = select(CollectionRow).where(CollectionRow.id == collection_id)
    row = await session.scalar(
        wanted.with_for_update() if locked else wanted, execution_options={"populate_existing": True}
    )
    if row is None:
        raise NotFound("没有这个采集任务")
    return _collection(row)


async def of_source(session: AsyncSession, source_id: int) -> list[Collection]:
    rows = await session.scalars(
        select(CollectionRow).where(CollectionRow.source_id == source_id).order_by(CollectionRow.id)
    )
    return [_collection(row) for row in rows]


async def due(session: AsyncSession, moment: datetime) -> list[Collection]:
    """Those whose time has come; another process that looks at the same time skips them."""
    rows = await session.scalars(
        select(CollectionRow)
        .where(~CollectionRow.paused, CollectionRow.next_at <= moment)
        .order_by(CollectionRow.next_at)
        .with_for_update(skip_locked=True)
    )
    return [_collection(row) for row in rows]


async def change(session: AsyncSession, collection_id: int, **values: Any) -> None:
    await session.execute(update(CollectionRow).where(CollectionRow.id == collection_id).values(**values))


async def is_importing(session: AsyncSession, collection_id: int) -> bool:
    """Whether an import that this collection started waits or runs."""
    wanted = (
        select(CollectedRow.id)
        .join(ImportRow, ImportRow.id == CollectedRow.import_id)
        .where(CollectedRow.collection_id == collection_id, ImportRow.status.in_(_UNDER_WAY))
    )
    return bool(await session.scalar(select(exists(wanted))))


async def is_held(session: AsyncSession, collection_id: int) -> bool:
    wanted = select(CollectedRow.id).where(
        CollectedRow.collection_id == collection_id, CollectedRow.outcome == Outcome.HELD
    )
    return bool(await session.scalar(select(exists(wanted))))


async def is_running(session: AsyncSession, collection_id: int) -> bool:
    wanted = select(CollectionRunRow.id).where(
        CollectionRunRow.collection_id == collection_id, CollectionRunRow.ended_at.is_(None)
    )
    return bool(await session.scalar(select(exists(wanted))))
