"""Fetching from the centre, page by page: a page's rows and the cursor behind it are one transaction."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

import msgspec
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit import jobs
from brain.kit.clock import now
from brain.kit.db import lock
from brain.kit.events import Recorded, announce
from brain.kit.node import Node
from brain.platform.exchange.client.adapters.wire import Call
from brain.platform.exchange.client.contract import Distributed
from brain.platform.exchange.client.domain import acts
from brain.platform.exchange.client.domain.outcome import CentreRefused, CentreUnreachable
from brain.platform.exchange.client.domain.refusals import NotConnected
from brain.platform.exchange.client.models import PullRow
from brain.platform.exchange.client.queries import pulls as queries
from brain.platform.exchange.client.service import warehousing
from brain.platform.exchange.client.service.link import Environment, Link, connect
from brain.platform.exchange.messages.distribution import DistributionPage
from brain.platform.exchange.messages.enterprise import ChainPage, ChangePage

PULL = "exchange_client.pull"
PAGE = 500


@dataclass(frozen=True, kw_only=True)
class Progress:
    rows: int
    cursor: str
    has_more: bool


@dataclass(frozen=True, kw_only=True)
class Order:
    """What to fetch, for which scene, and how often; once when there is no interval."""

    kind: Literal["chain", "changes", "distribution"]
    title: str
    query: Mapping[str, Any]
    scene: str | None
    every_minutes: int | None


Step = Callable[[Node, AsyncSession, Link, PullRow], Awaitable[Progress]]


async def run(node: Node, pull_id: int) -> None:
    """Fetch until there is nothing more; after a crash, from the last page that was stored."""
    try:
        async with connect(node, Environment.PRODUCTION) as link:
            while await _next_page(node, link, pull_id):
                pass
    except (CentreRefused, CentreUnreachable, NotConnected) as refusal:
        async with node.database.transaction() as session:
            await queries.finish(session, pull_id, now(), problem=refusal.message)
        raise
    async with node.database.transaction() as session:
        await queries.finish(session, pull_id, now(), problem=None)


async def _next_page(node: Node, link: Link, pull_id: int) -> bool:
    async with node.database.transaction() as session:
        await lock(session, PULL, str(pull_id))
        pull = await queries.pull(session, pull_id)
        progress = await STEPS[pull.kind](node, session, link, pull)
        pull.rows += progress.rows
        pull.cursor = progress.cursor
    return progress.has_more


async def _chain(node: Node, session: AsyncSession, link: Link, pull: PullRow) -> Progress:
    wanted = pull.query | {"limit": PAGE} | ({"cursor": pull.cursor} if pull.cursor else {})
    call = Call(
        method="POST", path="/enterprises/chain-pulls", body=msgspec.json.encode(wanted), scene=pull.scene
    )
    page = msgspec.convert((await link.call(call)).required(), ChainPage)
    records = [
        (family, record)
        for item in page.items
        for family, records in item.families.items()
        for record in records
    ]
    told = warehousing.Told(records=records, sources=page.sources)
    await warehousing.store(session, told, sample=node.sample_data)
    return Progress(rows=len(page.items), cursor=page.next_cursor, has_more=page.has_more)


async def _changes(node: Node, session: AsyncSession, link: Link, pull: PullRow) -> Progress:
    query = {"limit": str(PAGE)} | (
        {"cursor": pull.cursor} if pull.cursor else {"since": pull.query["since"]}
    )
    call = Call(method="GET", path="/enterprises/changes", query=query, scene=pull.scene)
    page = msgspec.convert((await link.call(call)).required(), ChangePage)
    records = [(item.family, record) for item in page.items for record in item.items]
    told = warehousing.Told(records=records, sources=page.sources)
    await warehousing.refresh(session, told, sample=node.sample_data)
    return Progress(rows=len(page.items), cursor=page.next_cursor, has_more=page.has_more)


async def _distribution(node: Node, session: AsyncSession, link: Link, pull: PullRow) -> Progress:
    """Acknowledges what is stored before asking for more: the centre forgets only what we surely have."""
    if pull.cursor and pull.cursor != pull.acknowledged:
        await _acknowledge(link, pull.cursor)
        pull.acknowledged = pull.cursor
    query = {"limit": str(PAGE)} | ({"cursor": pull.cursor} if pull.cursor else {})
    outcome = await link.call(Call(method="GET", path="/distributions", query=query))
    page = msgspec.convert(outcome.required(), DistributionPage)
    for item in page.items:
        event = Distributed(
            number=item.number,
            kind=item.kind,
            title=item.title,
            published_at=item.published_at,
            content=item.content,
        )
        if await queries.add_distribution(session, event, now()):
            await announce(session, event)
    # Once more after the last page, so that it is acknowledged too.
    return Progress(rows=len(page.items), cursor=page.next_cursor, has_more=page.has_more or bool(page.items))


async def _acknowledge(link: Link, cursor: str) -> None:
    body = msgspec.json.encode({"cursor": cursor})
    (await link.call(Call(method="POST", path="/distributions/acknowledgements", body=body))).required()


STEPS: dict[str, Step] = {"chain": _chain, "changes": _changes, "distribution": _distribution}


async def order(session: AsyncSession, wanted: Order) -> PullRow:
    """Its first run starts when the transaction is committed."""
    pull = PullRow(
        kind=wanted.kind,
        title=wanted.title,
        scene=wanted.scene,
        query=dict(wanted.query),
        every_minutes=wanted.every_minutes,
        rows=0,
        created_at=now(),
    )
    await queries.add_pull(session, pull)
    await announce(session, Recorded(act=acts.PULL_ORDERED, target=str(pull.id), title=pull.title))
    await start(session, pull.id)
    return pull


async def have_ended(session: AsyncSession, kind: str) -> bool:
    """Whether every pull of this kind has come to its end."""
    return all(pull.finished_at for pull in await queries.pulls(session) if pull.kind == kind)


async def remove(session: AsyncSession, pull_id: int) -> None:
    """What was fetched stays."""
    pull = await queries.pull(session, pull_id)
    await announce(session, Recorded(act=acts.PULL_REMOVED, target=str(pull.id), title=pull.title))
    await queries.remove(session, pull_id)


async def start(session: AsyncSession, pull_id: int) -> None:
    await queries.mark_started(session, pull_id, now())
    await jobs.enqueue(session, PULL, {"pull": pull_id}, key=str(pull_id))


async def start_due(node: Node) -> None:
    async with node.database.transaction() as session:
        for pull_id in await queries.due(session, now()):
            await start(session, pull_id)
