"""Carrying out a run: fetch, land, look at the shape, start the import, move the cursor, one by one."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing, asynccontextmanager
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit import jobs
from brain.kit.clock import now, today
from brain.kit.errors import Refusal, TooLarge
from brain.kit.events import Notice, Settled, announce
from brain.kit.logging import logger
from brain.kit.node import Node
from brain.platform.ingestion.adapters.connectors import kinds
from brain.platform.ingestion.adapters.connectors.extract import Extract
from brain.platform.ingestion.adapters.connectors.reach import Reach
from brain.platform.ingestion.adapters.files import open_file
from brain.platform.ingestion.contract import CollectionSettings, SourceRefused
from brain.platform.ingestion.domain.collecting import (
    Collection,
    Cursor,
    NotCollected,
    Outcome,
    RunStatus,
)
from brain.platform.ingestion.domain.files import UnreadableFile
from brain.platform.ingestion.domain.layouts import Layout
from brain.platform.ingestion.queries import collected, collections, sources
from brain.platform.ingestion.service import landing, taking
from brain.platform.ingestion.service.collecting import COLLECT, secret_of

log = logger(__name__)

LONGEST_FETCH: Final = 3_600.0  # seconds to the next thing fetched and taken
LONGEST_TRIAL: Final = 60.0  # seconds
NEXT_LOOK: Final = timedelta(seconds=1)  # until an import under way is looked at again


async def run(node: Node, run_id: int) -> None:
    """One step of a run: all up to the first import started, or to the end. Safe to repeat.

    The next step waits for the import: what comes later is imported later.
    """
    async with node.database.transaction() as session:
        held = await collected.lock_run(session, run_id)
        if held.ended_at is not None:
            return
        collection = await collections.get(session, held.collection_id)
        if await collections.is_importing(session, collection.id):
            await _go_on(session, run_id)
            return
        held.status = RunStatus.RUNNING
    try:
        status, problem = await _step(node, collection, run_id), None
    except SourceRefused as refusal:
        status, problem = RunStatus.REFUSED, refusal.message
    except Refusal as refusal:
        status, problem = RunStatus.FAILED, refusal.message
    except TimeoutError:
        status, problem = RunStatus.FAILED, f"超过 {LONGEST_FETCH / 3600:.0f} 小时没有取完"
    async with node.database.transaction() as session:
        if status is RunStatus.RUNNING:
            await _go_on(session, run_id)
        else:
            await _end(session, collection, run_id, status, problem)


async def trial(
    session: AsyncSession, node: Node, settings: kinds.Settings, secret: str | None, layout: Layout
) -> landing.Preview:
    """Fetch something as a run would, keep nothing, and show its first rows and the mapping proposed."""
    async with _fetching(node, settings, secret, {}, journal=None) as extracts:
        try:
            async with asyncio.timeout(LONGEST_TRIAL):
                extract = await anext(extracts, None)
        except TimeoutError as error:
            raise NotCollected(f"{LONGEST_TRIAL:.0f} 秒内没有取到内容") from error
        if extract is None:
            raise NotCollected("连接成功，但没有符合条件的内容（刚写入的文件要等几秒）")
        if extract.problem is not None:
            raise TooLarge(extract.problem)
        if extract.refused is not None and not extract.refused.rows:
            raise NotCollected(extract.refused.problem)
        reader = await asyncio.to_thread(open_file, extract.path)
        return await landing.preview_of(session, reader, layout, digest="", file_name=extract.name)


@asynccontextmanager
async def _fetching(
    node: Node, settings: kinds.Settings, secret: str | None, cursor: Cursor, *, journal: Path | None
) -> AsyncIterator[AsyncGenerator[Extract, None]]:
    """What is new since the cursor, in a place that is gone afterwards."""
    connector = kinds.connect(settings, secret, Reach(node.get(CollectionSettings)), journal=journal)
    incoming = node.folder / "landing" / "incoming"
    incoming.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=incoming) as place:
        async with aclosing(connector.extracts(cursor, Path(place))) as extracts:
            yield extracts


async def _step(node: Node, collection: Collection, run_id: int) -> RunStatus:
    """RUNNING: there may be more, once the import just started has ended."""
    async with node.database.transaction() as session:
        (await sources.get(session, collection.source_id)).must_deliver(today())
    settings = kinds.read(collection.told.settings)
    secret = secret_of(node, collection)
    journal = node.folder / "landing" / "journals" / str(collection.id)
    async with (
        asyncio.timeout(LONGEST_FETCH),
        _fetching(node, settings, secret, collection.cursor, journal=journal) as extracts,
    ):
        async for extract in extracts:
            outcome = await _take(node, collection.id, run_id, extract)
            if outcome is Outcome.HELD:
                return RunStatus.HELD
            if outcome is Outcome.IMPORTED and extract.more:
                return RunStatus.RUNNING
    return RunStatus.DONE


async def _take(node: Node, collection_id: int, run_id: int, extract: Extract) -> Outcome:
    """The cursor moves in the transaction that lands the file and starts its import, or not at all."""
    try:
        if extract.problem is not None:
            raise TooLarge(extract.problem)
        if extract.empty:
            async with node.database.transaction() as session:
                await collections.change(session, collection_id, cursor=extract.cursor)
            return Outcome.UNCHANGED
        async with node.database.transaction() as session:
            return await taking.take(session, node, collection_id, run_id, extract)
    except (UnreadableFile, TooLarge) as refusal:
        async with node.database.transaction() as session:
            await taking.leave(session, collection_id, run_id, extract, refusal.message)
        return Outcome.UNREADABLE


async def _go_on(session: AsyncSession, run_id: int) -> None:
    await jobs.enqueue(session, COLLECT, {"run_id": run_id}, key=str(run_id), at=now() + NEXT_LOOK)


async def _end(
    session: AsyncSession, collection: Collection, run_id: int, status: RunStatus, problem: str | None
) -> None:
    log.info(
        "ingestion.collected", collection_id=collection.id, run_id=run_id, status=status, problem=problem
    )
    await collected.end_run(session, run_id, status, problem)
    key = f"ingestion.collection/{collection.id}/failed"
    name = collection.told.name
    if problem is None:
        await announce(session, Settled(key=key))
        await _mind_silence(session, collection)
        return
    titles = f"采集任务“{name}”没有成功", f"Collection {name} did not succeed"
    await announce(session, _todo(collection, key, titles, problem))


async def _mind_silence(session: AsyncSession, collection: Collection) -> None:
    """A stream that brings nothing for too long is late, though each look at it succeeds."""
    if collection.silence is None:
        return
    key = f"ingestion.collection/{collection.id}/silent"
    latest = await collected.latest_at(session, collection.id) or collection.created_at
    if now() - latest <= collection.silence:
        await announce(session, Settled(key=key))
        return
    name, minutes = collection.told.name, collection.silence // timedelta(minutes=1)
    titles = (
        f"采集任务“{name}”超过 {minutes} 分钟没有消息",
        f"Collection {name} has had no message for over {minutes} minutes",
    )
    await announce(session, _todo(collection, key, titles, "请向对方核实设备或消息服务器是否正常"))


def _todo(collection: Collection, key: str, titles: tuple[str, str], body: str) -> Notice:
    return Notice(
        kind="todo",
        title=titles[0],
        title_en=titles[1],
        body=body,
        link=f"/ingestion/sources/{collection.source_id}",
        scope="ingestion.import",
        key=key,
    )
