"""Imports that have ended, told to lineage as runs."""

from datetime import datetime
from typing import Final

from sqlalchemy.ext.asyncio import AsyncSession

from brain.platform.data_sets.contract.open_lineage import DeliveryRun, Place
from brain.platform.data_sets.service import emitting
from brain.platform.data_warehouse.contract import Family
from brain.platform.ingestion.contract import Import, Status
from brain.platform.ingestion.domain.collecting import Collection
from brain.platform.ingestion.domain.layouts import LAYOUTS
from brain.platform.ingestion.domain.places import named
from brain.platform.ingestion.queries import collections, imports, sources

_ENTERPRISES: Final = "base.enterprise"


async def note(session: AsyncSession, ended: Import, started_at: datetime) -> None:
    """Where rows came from by collection, else by the source that somebody uploaded them of."""
    collection = await collections.of_import(session, ended.id)
    title = (await sources.get(session, ended.source_id)).registration.name
    data_set = _data_set(ended.dataset)
    run = DeliveryRun(
        data_set=data_set,
        job=f"collection.{collection.id}" if collection else f"import.{data_set}",
        place=_place(ended, collection, title),
        rows_read=ended.rows_done,
        bytes_read=await imports.landed_size(session, ended.landing_digest),
        rows=ended.rows_done - ended.rejected,
        started_at=started_at,
        ended_at=ended.finished_at or started_at,
        failed=ended.status is Status.FAILED,
    )
    await emitting.note_delivery(session, run)


def _data_set(dataset: str) -> str:
    """Master data are published as data sets of their families; a code table is none."""
    layout = LAYOUTS.get(dataset)
    if layout is None or layout.family is None:
        return dataset
    return _ENTERPRISES if layout.family is Family.BASIC else f"base.{layout.family}"


def _place(ended: Import, collection: Collection | None, title: str) -> Place:
    if collection is None:
        return Place(namespace=None, name=f"source.{ended.source_id}", title=title)
    place = named(collection.told.settings)
    return Place(namespace=place.namespace, name=place.name, title=title)
