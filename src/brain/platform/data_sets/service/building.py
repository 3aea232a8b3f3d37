"""Building what is stale, in order: a version is written aside, checked, and published as a whole."""

import asyncio
import hashlib
import shutil
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit import jobs
from brain.kit.clock import now
from brain.kit.datasets import DataSet, Derived, Snapshot
from brain.kit.db import lock
from brain.kit.errors import Invalid, Refusal
from brain.kit.logging import logger
from brain.kit.node import Node
from brain.platform.data_sets import queries
from brain.platform.data_sets.adapters.engine import Engine, View
from brain.platform.data_sets.adapters.lake import Lake, spool, write_spooled
from brain.platform.data_sets.contract import Catalogue, Version
from brain.platform.governance.contract import QualityReport
from brain.platform.governance.service import quality

REFRESH: Final = "data_sets.refresh"
KEPT: Final = 10  # versions of a data set
CHECK_PATIENCE: Final = 600.0  # seconds that the checks of a version may take

log = logger(__name__)


async def ask_to_refresh(session: AsyncSession) -> None:
    await jobs.enqueue(session, REFRESH, {}, key="all")


async def refresh(node: Node) -> list[str]:
    """Build every data set whose inputs have changed; the names of those built.

    One that cannot be built keeps its last version and is not tried again until its inputs or its
    declaration change; while the engine is away it is tried each time.
    """
    built = []
    for data_set in node.get(Catalogue).in_order:
        try:
            if await build(node, data_set):
                built.append(data_set.full_name)
        except Refusal as refusal:
            log.warning("data_sets.build_failed", data_set=data_set.full_name, reason=refusal.message)
    return built


async def build(node: Node, data_set: DataSet) -> bool:
    """Whether there is a new version. Builders of one data set wait for each other."""
    lake, started = node.get(Lake), time.monotonic()
    async with node.database.transaction() as session:
        await lock(session, "data_sets", data_set.full_name)
        versions = await queries.latest(session)
        mark = await _mark(session, node, data_set, versions)
        tried = await queries.last_mark(session, data_set.full_name)
        if mark is None or mark == tried:
            return False
        draft = lake.draft(data_set)
        number = versions[data_set.full_name].number + 1 if data_set.full_name in versions else 1
        try:
            await _write(session, node, data_set, versions, draft)
            await asyncio.to_thread(_check_keys, node, data_set, draft)
            found = await asyncio.to_thread(_check_rules, node, data_set, versions, draft)
        except Invalid as refusal:
            await asyncio.to_thread(shutil.rmtree, draft, ignore_errors=True)
            await queries.add_failure(
                session, data_set.full_name, mark, refusal.message, time.monotonic() - started
            )
            return False
        files = await asyncio.to_thread(lake.publish, draft, number)
        rows, size = await asyncio.to_thread(lake.size, files)
        version = Version(
            number=number,
            mark=mark,
            files=files,
            rows=rows,
            bytes=size,
            seconds=round(time.monotonic() - started, 3),
            built_at=now(),
            quality=found,
        )
        await queries.add(session, data_set.full_name, version)
        await queries.forget(session, data_set.full_name, number - KEPT + 1)
    await _sweep(node, data_set)
    return True


async def _mark(
    session: AsyncSession, node: Node, data_set: DataSet, versions: dict[str, Version]
) -> str | None:
    """What a version built now would be built from; None while something that it needs has no version."""
    catalogue, name = node.get(Catalogue), data_set.full_name
    if not versions.keys() >= catalogue.inputs[name] | catalogue.references[name]:
        return None
    if isinstance(data_set.built, Snapshot):
        told = await queries.mark(session, data_set.built)
    else:
        told = ",".join(f"{each}:{versions[each].number}" for each in sorted(catalogue.inputs[name]))
    return hashlib.sha256(repr((data_set, told)).encode()).hexdigest()


async def _write(
    session: AsyncSession, node: Node, data_set: DataSet, versions: dict[str, Version], draft: Path
) -> None:
    if isinstance(data_set.built, Snapshot):
        with spool(draft) as file:
            async for part in queries.content(session, data_set.built):
                file.write(part)
        await asyncio.to_thread(write_spooled, draft, data_set.columns)
        return
    views = _views(node, versions, node.get(Catalogue).inputs[data_set.full_name])
    built: Derived = data_set.built
    await asyncio.to_thread(node.get(Engine).write, built.statement, views, data_set.columns, draft)


def _check_keys(node: Node, data_set: DataSet, draft: Path) -> None:
    view = View(list(draft.glob("*.parquet")), data_set.columns)
    if node.get(Engine).repeats(view, data_set.keys):
        raise Invalid(f"{data_set.full_name} 中有键（{'、'.join(data_set.keys)}）重复的行，没有发布")


def _check_rules(
    node: Node, data_set: DataSet, versions: dict[str, Version], draft: Path
) -> QualityReport | None:
    """Raises Invalid when a broken rule stops the version."""
    if not data_set.rules:
        return None
    views = _views(node, versions, node.get(Catalogue).references[data_set.full_name])
    views[data_set.full_name] = View(list(draft.glob("*.parquet")), data_set.columns)

    def ask(statement: str) -> dict[str, Any]:
        row: dict[str, Any] = node.get(Engine).ask(statement, views, 1, CHECK_PATIENCE).to_pylist()[0]
        return row

    found = quality.report(data_set.full_name, data_set.rules, ask)
    if found.stopped:
        told = "；".join(f"{rule.message}（{rule.violations} 行）" for rule in found.broken if rule.stops)
        raise Invalid(f"质量规则不通过，没有发布：{told}")
    return found


def _views(node: Node, versions: dict[str, Version], names: Iterable[str]) -> dict[str, View]:
    lake, catalogue = node.get(Lake), node.get(Catalogue)
    return {name: View(lake.paths(versions[name].files), catalogue.get(name).columns) for name in names}


async def _sweep(node: Node, data_set: DataSet) -> None:
    async with node.database.transaction() as session:
        await lock(session, "data_sets", data_set.full_name)
        versions = await queries.versions(session, data_set.full_name)
        kept = [file for version in versions for file in version.files]
        await asyncio.to_thread(node.get(Lake).sweep, data_set, kept)
