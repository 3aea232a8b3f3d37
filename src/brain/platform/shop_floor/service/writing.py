"""Writes what was recorded, and how it goes with each source, into the database of the gateway."""

import asyncio
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from psycopg import OperationalError
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit import series
from brain.kit.crypto import sm3
from brain.kit.db import raw
from brain.kit.events import Notice, Settled, announce
from brain.kit.logging import logger
from brain.kit.node import Node
from brain.platform.shop_floor.domain.keeping import SECOND, Aside, Tally
from brain.platform.shop_floor.domain.points import Point
from brain.platform.shop_floor.queries import blocks
from brain.platform.shop_floor.service.recording import Lost, Recorder, Sealed, SetAsides, SourceSink, moment

log = logger(__name__)

WRITE_EVERY: Final = 0.5  # seconds
PICTURE_EVERY: Final = 1.0  # seconds between live pictures


@dataclass(frozen=True)
class Plan:
    """A source to collect from, as it was configured at `revision`: its points with their addresses."""

    source_id: int
    name: str
    revision: int
    settings: dict[str, Any]
    sealed_secret: bytes | None
    points: Sequence[tuple[Point, dict[str, Any]]]


@dataclass
class Course:
    """How it goes with one source; `told`: what the database already counts; `shown`: what its to-do says."""

    plan: Plan
    sink: SourceSink
    state: str = "connecting"
    problem: str | None = None
    told: Tally = field(default_factory=Tally)
    shown: str | None = None
    task: asyncio.Task[None] | None = None

    def look(self) -> None:
        if self.state == "connecting" and self.sink.heard_at is not None:
            self.state, self.problem = "running", None


async def write(node: Node, recorder: Recorder, courses: dict[int, Course]) -> None:
    """Twice a second, until cancelled. What cannot be written waits; what is written is acknowledged."""
    pictured = 0.0
    due: list[Callable[[], None]] = []
    while True:
        await asyncio.sleep(WRITE_EVERY)
        due += recorder.acknowledgements()
        await recorder.seal()
        live = time.monotonic() - pictured >= PICTURE_EVERY
        try:
            await write_once(node, recorder, list(courses.values()) if live else [])
        except (SQLAlchemyError, OperationalError, OSError) as error:
            log.warning("collecting.not_written", error=str(error), waiting=len(recorder.waiting))
            continue
        if live:
            pictured = time.monotonic()
        for done in due:
            done()
        due.clear()


async def write_once(node: Node, recorder: Recorder, courses: Sequence[Course]) -> None:
    """Everything that waits, and the picture of `courses`, in one transaction."""
    waiting = list(recorder.waiting)
    asides, losses = recorder.taken_asides(), recorder.taken_losses()
    for course in courses:
        course.look()
    tallies = [replace(course.sink.tally) for course in courses]
    states = [course.state for course in courses]
    try:
        async with node.database.transaction() as session:
            connection = await raw(session)
            await blocks.write(connection, [_block(each) for each in waiting])
            await blocks.write_asides(connection, [_aside(*each) for each in asides.items()])
            await blocks.write_losses(connection, [_loss(each) for each in losses])
            await blocks.write_states(
                connection, [_state(course, now) for course, now in zip(courses, tallies, strict=True)]
            )
            await blocks.write_live(
                connection, [(course.plan.source_id, series.pack(course.sink.live())) for course in courses]
            )
            for course in courses:
                await _tell(session, course)
    except BaseException:
        recorder.put_back(asides, losses)
        raise
    for _ in waiting:
        recorder.waiting.popleft()
    for course, tally, state in zip(courses, tallies, states, strict=True):
        course.told, course.shown = tally, state


def _block(sealed: Sealed) -> Sequence[Any]:
    times = map(moment, (sealed.first_at, sealed.last_at, sealed.sealed_at))
    return (sealed.priority, sealed.points, len(sealed.data), *times, sealed.data)


def _aside(key: tuple[int, Aside, int], found: SetAsides) -> Sequence[Any]:
    number, why, hour = key
    digest = sm3(found.excerpt.encode())
    return (
        number,
        why,
        moment(hour * 3600 * SECOND),
        found.count,
        found.excerpt,
        digest,
        moment(found.last_at),
    )


def _loss(lost: Lost) -> Sequence[Any]:
    times = moment(lost.first_at), moment(lost.last_at)
    return (lost.reason, lost.priority, lost.source_id, lost.points, *times, lost.told)


def _state(course: Course, now: Tally) -> dict[str, Any]:
    """What is to be added to the counts in the database."""
    heard_at = course.sink.heard_at
    return {
        "source_id": course.plan.source_id,
        "state": course.state,
        "problem": course.problem,
        "clock_ahead": course.sink.ahead,
        "heard_at": None if heard_at is None else moment(heard_at),
        "kept": now.kept - course.told.kept,
        "unchanged": now.unchanged - course.told.unchanged,
        "set_aside": now.set_aside - course.told.set_aside,
        "lost": now.lost - course.told.lost,
    }


async def _tell(session: AsyncSession, course: Course) -> None:
    """A to-do for the engineers while a source refuses us or is lost; it closes when values come again."""
    if course.shown == course.state:
        return
    key = f"shop_floor.source.{course.plan.source_id}"
    if course.state == "running":
        await announce(session, Settled(key=key))
    elif course.state in ("lost", "refused"):
        await announce(
            session,
            Notice(
                kind="todo",
                title=f"设备来源“{course.plan.name}”采集中断",
                title_en=f"Collecting from “{course.plan.name}” has stopped",
                body=course.problem or "",
                link=f"/shop-floor/sources/{course.plan.source_id}",
                scope="shop_floor.configure",
                key=key,
            ),
        )
