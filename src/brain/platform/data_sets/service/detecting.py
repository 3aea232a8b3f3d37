"""Looking for cells that are probably wrong: on demand, and in small versions as they are built."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from threading import Event
from typing import Any, Final

import polars as pl
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit import jobs
from brain.kit.clock import now
from brain.kit.datasets import ORIGIN, DataSet, Derived, Gathered
from brain.kit.errors import Conflict, Refusal
from brain.kit.events import Notice, Recorded, Settled, announce
from brain.kit.node import Node
from brain.platform.data_sets.adapters import rows
from brain.platform.data_sets.adapters.lake import Lake
from brain.platform.data_sets.contract import Version
from brain.platform.data_sets.domain import acts
from brain.platform.data_sets.domain.holding import as_text, fingerprint
from brain.platform.data_sets.domain.suspicions import (
    LEAST_ROWS,
    MOST_CELLS,
    MOST_CELLS_UNASKED,
    MOST_COLUMNS,
    MOST_KEPT,
    Detection,
    DetectionState,
    SuspicionState,
    rows_to_look_at,
)
from brain.platform.data_sets.queries import builds, suspicions
from brain.platform.data_sets.service.catalogue import current
from brain.platform.governance.contract import SuspectedCell
from brain.platform.governance.service import errors

DETECT: Final = "data_sets.detect"
TOLD: Final = 10  # looks
LISTENING: Final = 1.0  # seconds between looks whether to stop


class Stopped(Exception):
    """Raised in the thread that computes, once somebody wants it to end."""


class Watch:
    """How far the thread that computes is; it ends at its next word once told to stop."""

    def __init__(self) -> None:
        self.share = 0.0
        self.stop = Event()

    def tell(self, share: float) -> None:
        self.share = share
        if self.stop.is_set():
            raise Stopped


async def begin(session: AsyncSession, node: Node, name: str, by: str) -> Detection:
    """A look at the published version, or the one that is under way."""
    data_set = (await current(session, node)).get(name)
    version = (await builds.latest(session)).get(name)
    if version is None or version.rows < LEAST_ROWS:
        raise Conflict(f"不足 {LEAST_ROWS} 行，看不出什么是平常的")
    if under_way := await suspicions.under_way(session, name):
        return under_way
    detection = await _enqueue(session, name, version, by)
    target = f"{data_set.tier}/{data_set.name}"
    details = {"version": version.number}
    told = Recorded(act=acts.DETECTION_BEGUN, target=target, title=data_set.title, actor=by, details=details)
    await announce(session, told)
    return detection


async def latest(session: AsyncSession, node: Node, name: str) -> list[Detection]:
    (await current(session, node)).get(name)
    return await suspicions.detections(session, name, TOLD)


async def after_build(session: AsyncSession, data_set: DataSet, version: Version) -> None:
    """Small versions are looked at unasked; computed ones are mended where they come from."""
    small = version.rows * len(_looked_at(data_set)) <= MOST_CELLS_UNASKED
    if isinstance(data_set.built, Derived) or not small or version.rows < LEAST_ROWS:
        return
    if await suspicions.under_way(session, data_set.full_name) is None:
        await _enqueue(session, data_set.full_name, version, None)


async def _enqueue(session: AsyncSession, name: str, version: Version, by: str | None) -> Detection:
    told = {"data_set": name, "version": version.number, "rows": version.rows, "asked_by": by}
    detection = await suspicions.begin(session, told)
    await jobs.enqueue(session, DETECT, {"detection": detection.id})
    return detection


async def stop(session: AsyncSession, detection_id: int) -> None:
    """Within seconds; told again, or before it began, at once. What was found before stays."""
    detection = await suspicions.get_detection(session, detection_id)
    if detection.state is DetectionState.QUEUED or (detection.is_under_way and detection.stop_wanted):
        await _end(session, detection_id, DetectionState.STOPPED)
    elif detection.is_under_way:
        await suspicions.change_detection(session, detection_id, stop_wanted=True)


async def run(node: Node, detection_id: int) -> None:
    """Begun again after the process was killed, it looks anew: findings are written once, at the end."""
    try:
        await _run(node, detection_id)
    except Stopped:
        async with node.database.transaction() as session:
            await _end(session, detection_id, DetectionState.STOPPED)
    except Refusal as refusal:
        async with node.database.transaction() as session:
            await _end(session, detection_id, DetectionState.FAILED, problem=refusal.message)


async def _run(node: Node, detection_id: int) -> None:
    async with node.database.transaction() as session:
        detection = await suspicions.get_detection(session, detection_id)
        if not detection.is_under_way:
            return
        if detection.stop_wanted:
            raise Stopped
        data_set = (await current(session, node)).get(detection.data_set)
        version = (await builds.latest(session))[detection.data_set]
        running = {"state": DetectionState.RUNNING, "version": version.number, "rows": version.rows}
        await suspicions.change_detection(session, detection_id, **running)
    watch = Watch()
    looking = asyncio.create_task(asyncio.to_thread(_look, node.get(Lake), data_set, version, watch))
    try:
        await _listen(node, detection_id, watch, looking)
    finally:
        watch.stop.set()
    frame, found = await looking
    kept = await asyncio.to_thread(_kept, data_set, version, frame, found)
    async with node.database.transaction() as session:
        if not (await suspicions.get_detection(session, detection_id)).is_under_way:
            return
        await suspicions.replace(session, data_set.full_name, kept)
        looked = {"rows_looked": frame.height, "columns": len(_looked_at(data_set)), "found": len(found)}
        await _end(session, detection_id, DetectionState.DONE, progress=100, **looked)
        await tell(session, data_set)


async def _listen(node: Node, detection_id: int, watch: Watch, looking: "asyncio.Task[Any]") -> None:
    while not looking.done():
        await asyncio.wait([looking], timeout=LISTENING)
        async with node.database.transaction() as session:
            detection = await suspicions.get_detection(session, detection_id)
            if detection.stop_wanted:
                watch.stop.set()
            await suspicions.change_detection(session, detection_id, progress=int(99 * watch.share))


async def _end(session: AsyncSession, detection_id: int, state: DetectionState, **more: object) -> None:
    await suspicions.change_detection(session, detection_id, state=state, finished_at=now(), **more)


async def tell(session: AsyncSession, data_set: DataSet) -> None:
    """A to-do while there is something to decide in data that can be repaired here."""
    name = data_set.full_name
    key = f"data_sets.suspicions/{name}"
    await announce(session, Settled(key=key))
    waiting = await suspicions.counted(session, name, SuspicionState.OPEN)
    if waiting and isinstance(data_set.built, Gathered):
        todo = Notice(
            kind="todo",
            title=f"“{data_set.title}”中有 {waiting} 处疑似错误",
            title_en=f"{waiting} cells of {data_set.title_en} are probably wrong",
            body="请采纳建议的改正、向数据源核实，或说明为何无误",
            link=f"/data-sets/{data_set.tier}/{data_set.name}/suspicions",
            scope="data_sets.manage",
            key=key,
        )
        await announce(session, todo)


def _looked_at(data_set: DataSet) -> list[str]:
    """The first columns but those of the origin."""
    return [column.name for column in data_set.columns if column not in ORIGIN][:MOST_COLUMNS]


def _look(
    lake: Lake, data_set: DataSet, version: Version, watch: Watch
) -> tuple[pl.DataFrame, list[SuspectedCell]]:
    columns = _looked_at(data_set)
    _, step = rows_to_look_at(version.rows, len(columns), MOST_CELLS)
    frame = rows.every(lake.paths(version.files), step)
    watch.tell(0.02)
    return frame, errors.suspected(
        frame.select(name for name in columns if name in frame.columns), watch.tell
    )


def _kept(
    data_set: DataSet, version: Version, frame: pl.DataFrame, found: Sequence[SuspectedCell]
) -> dict[str, dict[str, Any]]:
    surest = sorted(found, key=lambda each: -each.confidence)[:MOST_KEPT]
    told = {}
    for each in surest:
        values = as_text(frame.row(each.row, named=True))
        told[_mark(data_set, each.column, values)] = {
            "version": version.number,
            "column": each.column,
            "value": values[each.column],
            "repair": each.repair,
            "kind": each.reasons[0].kind,
            "confidence": each.confidence,
            "reasons": [asdict(reason) for reason in each.reasons],
            "values": values,
        }
    return told


def _mark(data_set: DataSet, column: str, values: Mapping[str, str | None]) -> str:
    """By which the same finding is known again: the row, by its keys or else whole, the column, the value."""
    names = data_set.keys or _looked_at(data_set)
    row = {f"row.{name}": values.get(name) for name in names}
    return fingerprint(row | {"column": column, "value": values[column]})
