"""Every minute: start what is due, judge what was imported, clear what is lost or says nothing."""

from datetime import timedelta
from typing import Final

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.kit.events import Notice, Settled, announce
from brain.platform.ingestion.contract import Status
from brain.platform.ingestion.domain import drift
from brain.platform.ingestion.domain.collecting import STREAMS, Collected, Collection
from brain.platform.ingestion.queries import collected, collections
from brain.platform.ingestion.service import collecting
from brain.platform.ingestion.service.sources import SYSTEM

LOST_AFTER: Final = timedelta(days=1)
EMPTY_KEPT: Final = timedelta(days=30)


async def look(session: AsyncSession) -> None:
    await collected.end_lost_runs(session, now() - LOST_AFTER, "执行中断，没有继续")
    await collected.forget_empty_runs(session, now() - EMPTY_KEPT)
    for fetched, status, rows in await collected.unjudged(session):
        await _judge(session, fetched, status, rows)
    for collection in await collections.due(session, now()):
        # Back-pressure: what came is dealt with before more is fetched.
        if await collecting.busy_with(session, collection.id) is None:
            await collecting.open_run(session, collection, SYSTEM)


async def _judge(session: AsyncSession, fetched: Collected, status: Status, rows: int) -> None:
    await collected.change(session, fetched.id, judged=True)
    collection = await collections.get(session, fetched.collection_id)
    before = await collected.rows_before(session, fetched, drift.VOLUME_BEFORE)
    key = f"ingestion.collection/{collection.id}"
    if status is Status.FAILED:
        await announce(session, _todo(collection, fetched, f"{key}/import", "导入失败", "failed to import"))
        return
    await announce(session, Settled(key=f"{key}/import"))
    if collection.kind in STREAMS:
        return
    if drift.is_unusual(rows, before):
        usual = "、".join(map(str, before))
        title = f"有 {rows} 行，与以往相差悬殊（最近：{usual}）"
        await announce(
            session, _todo(collection, fetched, f"{key}/volume", title, f"has {rows} rows, unlike before")
        )
    else:
        await announce(session, Settled(key=f"{key}/volume"))


def _todo(collection: Collection, fetched: Collected, key: str, what: str, what_en: str) -> Notice:
    name = collection.told.name
    return Notice(
        kind="todo",
        title=f"采集任务“{name}”取来的 {fetched.name} {what}",
        title_en=f"{fetched.name} of collection {name} {what_en}",
        link=f"/ingestion/imports/{fetched.import_id}",
        scope="ingestion.import",
        key=key,
    )
