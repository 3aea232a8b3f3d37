"""Sending to the brain for as long as the gateway runs: in order, each batch once, only what is consented to.

A batch is on record as pending before it leaves. Whatever is lost on the way, the brain's position then tells
whether it arrived: its chain is either ours, or that of the pending batch, or the keys are in other hands.
"""

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Final

import httpx
from psycopg import OperationalError
from sqlalchemy.exc import SQLAlchemyError

from brain.kit import series
from brain.kit.clock import now
from brain.kit.logging import logger
from brain.kit.node import Node
from brain.kit.series import Block
from brain.platform.factory_link.gateway.adapters.brain_client import (
    BrainClient,
    BrainNotReached,
    BrainRefused,
)
from brain.platform.factory_link.gateway.algorithm.projection import Grain, Projection
from brain.platform.factory_link.gateway.contract import BrainReach
from brain.platform.factory_link.gateway.models import LinkRow
from brain.platform.factory_link.gateway.queries import links
from brain.platform.factory_link.gateway.service import letters, progress, telling
from brain.platform.factory_link.gateway.service.consenting import Shared, catalogue, shared
from brain.platform.factory_link.gateway.service.enrolling import READER, client_of
from brain.platform.factory_link.gateway.service.letters import Post
from brain.platform.factory_link.protocol import batches
from brain.platform.factory_link.protocol.messages import BatchHeader, Granularity, LossTold, PartTold
from brain.platform.shop_floor.contract import Kept
from brain.platform.shop_floor.service import history, naming

log = logger(__name__)

POLL: Final = 0.2  # seconds between looks for new blocks
REFRESH: Final = 5.0  # seconds between looks at what is shared
TELL: Final = 30.0  # seconds between reports of health
MOST_BLOCKS, MOST_VALUES = 400, 200_000  # of one batch
FIRST_PAUSE, LONGEST_PAUSE = 1.0, 30.0
WAIT_FOR_PEOPLE: Final = 5.0  # seconds between looks whether the link was confirmed or resumed


class LinkIdle(Exception):
    """There is nothing to send just now, or nobody to send to."""


@dataclass
class Course:
    """One stretch of sending: client, what is shared, where we are."""

    client: BrainClient
    link_id: str
    shared: Shared
    projection: Projection
    position: int
    refreshed: float = field(default_factory=time.monotonic)
    told: float = float("-inf")
    post: Post = field(default_factory=Post)


async def send(node: Node) -> None:
    """Until cancelled."""
    pause = FIRST_PAUSE
    async with node.get(BrainReach).client() as http:
        while True:
            link: LinkRow | None = None
            try:
                async with node.database.transaction() as session:
                    link = await links.current(session)
                if link is None or link.confirmed_at is None:
                    raise LinkIdle
                course = await _begin(node, client_of(node, link, http), link)
                pause = FIRST_PAUSE
                while True:
                    if not await _step(node, course):
                        await asyncio.sleep(POLL)
            except LinkIdle:
                await asyncio.sleep(WAIT_FOR_PEOPLE if link else FIRST_PAUSE)
            except (BrainNotReached, BrainRefused, SQLAlchemyError, OperationalError, OSError) as error:
                await _trouble(node, link, error)
                wait = error.details.get("retry_after") if isinstance(error, BrainRefused) else None
                await asyncio.sleep(min(wait or pause, LONGEST_PAUSE))
                pause = min(pause * 2, LONGEST_PAUSE)


async def drain(node: Node, http: httpx.AsyncClient) -> None:
    """Send what there is now; returns when it has arrived. Raises what `send` would wait over."""
    async with node.database.transaction() as session:
        link = await links.current(session)
    if link is None or link.confirmed_at is None:
        raise LinkIdle
    course = await _begin(node, client_of(node, link, http), link)
    await _refresh(node, course)
    while await _step(node, course):
        pass


async def _trouble(node: Node, link: LinkRow | None, error: Exception) -> None:
    log.warning("brain_link.interrupted", error=str(error))
    message = getattr(error, "message", type(error).__name__)
    if link is not None:
        try:
            await progress.note_problem(node, link.id, message)
        except (SQLAlchemyError, OperationalError, OSError) as worse:
            log.warning("brain_link.not_noted", error=str(worse))


async def _begin(node: Node, client: BrainClient, link: LinkRow) -> Course:
    """Find out where the brain stands. Raises LinkIdle where nothing may be sent."""
    if not await progress.reconcile(node, link.id, await client.position()):
        raise LinkIdle
    async with node.database.transaction() as session:
        position = await history.position(session, READER)
        now_shared = await shared(session, link.id)
    projection = await _projection(node, now_shared, position)
    return Course(client, link.id, now_shared, projection, position)


async def _projection(node: Node, now_shared: Shared, position: int) -> Projection:
    """With what its open periods began with."""
    projection = Projection(now_shared.grains, node.secrets.derived("brain_link.masking"))
    if not projection.longest:
        return projection
    since = now() - timedelta(microseconds=projection.longest)
    at = await history.first_sealed_since(node, position, since) - 1
    while at < position:
        found = await history.after(node, at, MOST_BLOCKS)
        for kept in found:
            if kept.number <= position:
                block = series.unpack(kept.data)
                await asyncio.to_thread(projection.warm, block, _micros(kept.sealed_at))
        at = found[-1].number if found else position
    return projection


async def _step(node: Node, course: Course) -> bool:
    """Whatever is due: what is shared, health, the next batch; whether there was a batch."""
    if time.monotonic() - course.refreshed > REFRESH:
        await _refresh(node, course)
    if course.shared.revision > await progress.catalogue_sent(node, course.link_id):
        async with node.database.transaction() as session:
            told = await catalogue(session, course.link_id)
        answer = await course.client.catalogue(told)
        await progress.note_catalogue(node, course.link_id, answer.catalogue)
    if time.monotonic() - course.told > TELL:
        await telling.tell(node, course.client)
        course.told = time.monotonic()
    sent = await _batch(node, course)
    await letters.exchange(node, course.client, course.post)
    return sent


async def _refresh(node: Node, course: Course) -> None:
    """See what is shared now; where it may differ though nobody changed a consent (one ran out, a point was
    changed), it gets a revision of its own."""
    async with node.database.transaction() as session:
        link = await links.current(session)
        if link is None or link.id != course.link_id:
            raise LinkIdle
        revision, mark = await links.revision(session, course.link_id), await naming.mark(session)
        course.refreshed = time.monotonic()
        if course.shared.stands(revision, mark, now()):
            return
        if revision == course.shared.revision:
            await links.touch(session, course.link_id)
        course.shared = await shared(session, course.link_id)
    course.projection = await _projection(node, course.shared, course.position)


async def _batch(node: Node, course: Course) -> bool:
    """Send what was collected since the last; whether there was anything."""
    found = await _next(node, course.position)
    if not found:
        return False
    async with node.database.transaction() as session:
        if await links.revision(session, course.link_id) != course.shared.revision:
            course.refreshed = float("-inf")  # a consent was given or withdrawn: nothing leaves before
            return True
        losses = await progress.losses(session, course.link_id)
    parts = await asyncio.to_thread(_projected, course.projection, found)
    if parts or losses:
        header = BatchHeader(
            first=course.position + 1,
            last=found[-1].number,
            sealed_from=found[0].sealed_at,
            sealed_to=found[-1].sealed_at,
            previous=await progress.chain(node, course.link_id),
            catalogue=course.shared.revision,
            parts=[part.told for part in parts],
            losses=[LossTold.model_validate(each) for each in losses],
        )
        body = batches.written(header, [part.data for part in parts])
        values = sum(part.values for part in parts if part.told.statistic in ("value", "mean"))
        await progress.pend(node, course.link_id, header, body, values)
        answer = await course.client.batch(body)
        await progress.acknowledge(node, course.link_id, answer, losses[-1].id if losses else None)
    else:
        await progress.skip(node, found[-1].number)
    course.position = found[-1].number
    return True


async def _next(node: Node, position: int) -> list[Kept]:
    """The blocks after this one, as many as one batch may hold."""
    found = await history.after(node, position, MOST_BLOCKS)
    values = 0
    for place, kept in enumerate(found):
        values += kept.points
        if values >= MOST_VALUES:
            return found[: place + 1]
    return found


@dataclass(frozen=True)
class _Part:
    told: PartTold
    data: bytes
    values: int


def _projected(projection: Projection, found: Sequence[Kept]) -> list[_Part]:
    """What leaves of these blocks, by granularity and statistic, packed."""
    gathered: dict[tuple[Grain, str], list[Block]] = {}
    for kept in found:
        for part in projection.take(series.unpack(kept.data), _micros(kept.sealed_at)):
            gathered.setdefault((part.grain, part.statistic), []).append(part.block)
    parts = []
    for (grain, statistic), blocks in gathered.items():
        block = series.joined(blocks)
        data = series.pack(block)
        granularity = Granularity.model_validate(
            {"kind": grain.kind, "seconds": grain.period or None, "step": grain.step or None}
        )
        told = PartTold.model_validate(
            {"granularity": granularity, "statistic": statistic, "size": len(data)}
        )
        parts.append(_Part(told, data, len(block)))
    return parts


def _micros(at: datetime) -> int:
    return (at - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(microseconds=1)
