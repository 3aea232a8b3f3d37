"""Keeps the graph in step with data sets that state supply, or firms' products."""

import asyncio
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import Final

import polars as pl
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit import jobs
from brain.kit.clock import now
from brain.kit.errors import Invalid, Refusal
from brain.kit.events import Notice, Recorded, Settled, announce
from brain.kit.node import Node
from brain.platform.data_sets.contract.readers import DataSetChanged, Reader
from brain.platform.data_sets.service import readers, reading
from brain.platform.data_sets.service.reading import Content
from brain.scenarios.industry_graph.domain import acts
from brain.scenarios.industry_graph.domain.feed import (
    TITLES,
    Feed,
    FeedKind,
    WantedFeed,
    check_parts,
    check_readable,
)
from brain.scenarios.industry_graph.domain.supply import Source
from brain.scenarios.industry_graph.queries import feeds
from brain.scenarios.industry_graph.service import importing
from brain.scenarios.industry_graph.service.chain import held
from brain.scenarios.industry_graph.service.importing import EdgeColumns, Imported, ProductColumns, Row

READ: Final = "industry_graph.read_feed"
MOST_ROWS: Final = 1_000_000
PAGE: Final = "/industry-graph/upkeep"


async def listed(session: AsyncSession) -> Sequence[Feed]:
    return await feeds.of(session, (await held(session)).chain.code)


async def put(session: AsyncSession, node: Node, wanted: WantedFeed, by: str) -> Feed:
    """Read each version of it from now on. Raises NotFound, or Invalid for columns that cannot be read."""
    check_parts(wanted.kind, wanted.columns)
    data_set = await reading.described(session, node, wanted.data_set)
    check_readable(data_set, wanted.columns)
    await reading.require_open(session, node, wanted.data_set)
    feed = await feeds.put(session, (await held(session)).chain.code, wanted, by)
    title, title_en = TITLES[wanted.kind]
    reader = Reader(
        key=feed.key,
        data_set=wanted.data_set,
        columns=tuple(wanted.columns.values()),
        title=f"产业全景图谱：{title}",
        title_en=f"Industry graph: {title_en}",
        link=PAGE,
    )
    await readers.begin(session, reader)
    told = Recorded(act=acts.FEED_SET, target=wanted.data_set, title=data_set.title, details=asdict(wanted))
    await announce(session, told)
    await ask(session, feed)
    return feed


async def end(session: AsyncSession, feed_id: int, by: str) -> None:
    """What it stated ends; the past stays."""
    feed = await feeds.get(session, feed_id)
    await _state(session, feed, [], _unread(feed))
    await feeds.end(session, feed_id, by)
    await readers.end(session, feed.key)
    await announce(session, Settled(key=feed.key))
    await announce(session, Recorded(act=acts.FEED_ENDED, target=feed.data_set, title=feed.data_set))


async def ask(session: AsyncSession, feed: Feed) -> None:
    """Have it read in the background."""
    await jobs.enqueue(session, READ, {"feed": feed.id}, key=feed.key)


async def hear_data_set(session: AsyncSession, changed: DataSetChanged) -> None:
    for feed in await feeds.of_data_set(session, changed.data_set):
        await ask(session, feed)


async def read(node: Node, feed_id: int) -> None:
    """Take the newest version as all that this data set states; what cannot be read is withdrawn and told."""
    async with node.database.transaction() as session:
        feed = await feeds.get(session, feed_id)
        try:
            content = await reading.content(session, node, feed.data_set)
            check_readable(content.data_set, feed.columns)
            await reading.require_open(session, node, feed.data_set)
            rows = await asyncio.to_thread(_rows, content, list(feed.columns.values()))
            async with session.begin_nested():
                done = await _state(session, feed, rows, _source(feed, content))
        except Refusal as refusal:
            await _state(session, feed, [], _unread(feed))
            await feeds.note(session, feed.id, problem=refusal.message, read_at=now(), outcome=None)
            await _tell(session, feed, refusal.message)
            return
        told = {"version": content.version.number, "outcome": asdict(done), "problem": None}
        await feeds.note(session, feed.id, **told, read_at=now())
        await announce(session, Settled(key=feed.key))


async def _state(session: AsyncSession, feed: Feed, rows: Sequence[Row], source: Source) -> Imported:
    if feed.kind is FeedKind.SUPPLY:
        return await importing.supply_edges(session, rows, EdgeColumns(**feed.columns), source)
    return await importing.listed_products(session, rows, ProductColumns(**feed.columns), {}, source)


def _rows(content: Content, columns: list[str]) -> list[Row]:
    if content.version.rows > MOST_ROWS:
        raise Invalid(f"有 {content.version.rows} 行，图谱最多读 {MOST_ROWS} 行：请先汇总成较小的数据集")
    chosen = content.rows.select(pl.col(columns).cast(pl.String).fill_null(""))
    return list(chosen.collect().iter_rows(named=True))


def _title(feed: Feed) -> str:
    """Of the source in the graph: the same for every version."""
    return f"数据集 {feed.data_set}"


def _source(feed: Feed, content: Content) -> Source:
    days = [date.fromisoformat(origin.as_of) for origin in content.origins if origin.as_of]
    stated_on = max(days, default=content.version.built_at.date())
    return Source(title=_title(feed), stated_on=stated_on, confidence=feed.confidence)


def _unread(feed: Feed) -> Source:
    return Source(title=_title(feed), stated_on=feed.set_at.date(), confidence=feed.confidence)


async def _tell(session: AsyncSession, feed: Feed, problem: str) -> None:
    await announce(session, Settled(key=feed.key))
    told = Notice(
        kind="todo",
        title=f"图谱读不了数据集 {feed.data_set}",
        title_en=f"The graph cannot read {feed.data_set}",
        body=problem[:400],
        link=PAGE,
        scope="industry_graph.manage",
        key=feed.key,
    )
    await announce(session, told)
