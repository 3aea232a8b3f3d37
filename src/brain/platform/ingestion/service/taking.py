"""Taking one thing that was fetched: into landing, then into an import, or up for a decision."""

import asyncio
from dataclasses import asdict, replace

import polars as pl
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now, today
from brain.kit.events import Notice, announce
from brain.kit.node import Node
from brain.platform.ingestion.adapters.connectors import deletions, kinds
from brain.platform.ingestion.adapters.connectors.extract import Extract, Refused
from brain.platform.ingestion.adapters.connectors.sql import SqlSettings
from brain.platform.ingestion.adapters.landing import blocks, path_of
from brain.platform.ingestion.contract import Delivery, Plan
from brain.platform.ingestion.domain import drift
from brain.platform.ingestion.domain.collecting import Collected, Collection, Outcome
from brain.platform.ingestion.domain.drift import Shape
from brain.platform.ingestion.domain.layouts import Layout
from brain.platform.ingestion.domain.mapping import Mapping
from brain.platform.ingestion.queries import collected, collections
from brain.platform.ingestion.service import imports, landing, layouts
from brain.platform.ingestion.service.sources import SYSTEM

TOLD_KEYS = 20  # of the rows that are gone
SPARSE = {"json", "xml"}  # formats whose records name their own columns


async def take(
    session: AsyncSession, node: Node, collection_id: int, run_id: int, extract: Extract
) -> Outcome:
    """Raises UnreadableFile or TooLarge for what cannot be landed."""
    collection = await collections.get(session, collection_id, locked=True)
    if extract.refused is not None:
        await _refuse(session, node, collection, run_id, extract.refused, extract)
        if not extract.refused.rows:
            await collections.change(session, collection.id, cursor=extract.cursor)
            return Outcome.UNREADABLE
    digest = await landing.land(session, node, extract.name[:255], blocks(extract.path), by=SYSTEM)
    came = _came(collection, run_id, extract, digest)
    if await collected.is_unchanged(session, collection, came.name, digest):
        await collected.keep(session, replace(came, outcome=Outcome.UNCHANGED))
        await collections.change(session, collection.id, cursor=extract.cursor)
        return Outcome.UNCHANGED
    layout = await layouts.get(session, node, collection.told.dataset)
    shape = await shape_of(node, digest, collection.told.mapping, layout)
    came = replace(came, shape=shape)
    known = collection.accepted or drift.expected(shape, collection.told.mapping)
    if changes := drift.between(known, shape, collection.told.mapping, layout):
        await collected.keep(session, replace(came, outcome=Outcome.HELD, drift=changes))
        await _ask(session, collection, extract.name)
        return Outcome.HELD
    gone = await _gone(session, node, collection, digest)
    if gone is not None:
        keys = [[text and text.replace("\0", "␀") for text in key] for key in gone.head(TOLD_KEYS).rows()]
        came = replace(came, gone=gone.height, gone_keys=keys)
    started = await start(session, node, collection, came, shape)
    await collected.keep(session, replace(came, import_id=started))
    await collections.change(
        session, collection.id, cursor=extract.cursor, accepted=asdict(known.joined(shape))
    )
    return Outcome.IMPORTED


async def leave(
    session: AsyncSession, collection_id: int, run_id: int, extract: Extract, problem: str
) -> None:
    """Keep in mind that this could not be read; it is fetched again once it changes."""
    collection = await collections.get(session, collection_id, locked=True)
    came = _came(collection, run_id, extract, None)
    await collected.keep(session, replace(came, outcome=Outcome.UNREADABLE, problem=problem))
    await collections.change(session, collection.id, cursor=extract.cursor)
    await _tell(session, collection, extract.name, problem)


async def _refuse(
    session: AsyncSession, node: Node, collection: Collection, run_id: int, refused: Refused, of: Extract
) -> None:
    """Messages that are no rows are kept beside the batch they came with."""
    extract = replace(of, name=f"拒收-{of.name}", refused=None)
    digest = await landing.land(session, node, extract.name[:255], blocks(refused.path), by=SYSTEM)
    came = _came(collection, run_id, extract, digest)
    await collected.keep(session, replace(came, outcome=Outcome.UNREADABLE, problem=refused.problem))
    await _tell(session, collection, extract.name, refused.problem)


async def _tell(session: AsyncSession, collection: Collection, file: str, problem: str) -> None:
    name = collection.told.name
    await announce(
        session,
        Notice(
            kind="message",
            title=f"采集任务“{name}”取来的 {file} 无法读取",
            title_en=f"Collection {name} fetched {file}, which cannot be read",
            body=problem,
            link=f"/ingestion/sources/{collection.source_id}",
            scope="ingestion.import",
        ),
    )


async def start(
    session: AsyncSession, node: Node, collection: Collection, came: Collected, shape: Shape
) -> int:
    """The number of the import of what came, by the collection's mapping."""
    title = collection.title(came.name, came.as_of)
    plan = Plan(
        dataset=collection.told.dataset,
        landing_digest=came.digest or "",
        mapping=drift.in_use(collection.told.mapping, shape),
        delivery=Delivery(source_id=collection.source_id, title=title, as_of=min(came.as_of, today())),
    )
    started, _ = await imports.start(session, node, plan, by=SYSTEM)
    return started.id


async def shape_of(node: Node, digest: str, mapping: Mapping, layout: Layout) -> Shape:
    """By the first rows of a landed file."""
    reader = await landing.open_landed(node, digest)
    batch = await asyncio.to_thread(lambda: next(reader.batches(landing.SAMPLED), None))
    cells = batch.cells.to_dict(as_series=False) if batch else dict.fromkeys(reader.headers, ())
    return drift.shape(cells, mapping, layout, sparse=reader.kind in SPARSE)


def drift_key(collection_id: int) -> str:
    return f"ingestion.collection/{collection_id}/drift"


def _came(collection: Collection, run_id: int, extract: Extract, digest: str | None) -> Collected:
    return Collected(
        id=0,
        collection_id=collection.id,
        run_id=run_id,
        name=extract.name[:255],
        as_of=extract.as_of,
        digest=digest,
        shape=None,
        drift=None,
        outcome=Outcome.IMPORTED,
        import_id=None,
        problem=None,
        gone=None,
        gone_keys=[],
        cursor=extract.cursor,
        at=now(),
    )


async def _gone(
    session: AsyncSession, node: Node, collection: Collection, digest: str
) -> pl.DataFrame | None:
    """Keys of the rows that the extract before had and this one has not; None where nobody asked."""
    settings = kinds.read(collection.told.settings)
    if not isinstance(settings, SqlSettings) or not settings.key_columns:
        return None
    before = await collected.latest_taken(session, collection.id)
    if before is None or before.digest is None:
        return None
    files = path_of(node.folder, before.digest), path_of(node.folder, digest)
    return await asyncio.to_thread(deletions.gone, *files, settings.key_columns)


async def _ask(session: AsyncSession, collection: Collection, file: str) -> None:
    name = collection.told.name
    await announce(
        session,
        Notice(
            kind="todo",
            title=f"采集任务“{name}”取来的表结构变了，请决定收不收",
            title_en=f"The shape of what collection {name} fetches has changed: decide",
            body=f"{file}：在数据源的页面上比较新旧列，选择照收、改对应关系或不收",
            link=f"/ingestion/sources/{collection.source_id}",
            scope="ingestion.import",
            key=drift_key(collection.id),
        ),
    )
