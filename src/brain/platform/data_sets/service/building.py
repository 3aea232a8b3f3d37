"""Building what is stale, in order: a version is written aside, checked, and published as a whole."""

import asyncio
import time
from collections.abc import Sequence
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.kit.datasets import DataSet
from brain.kit.db import lock
from brain.kit.errors import DiskFull, Invalid, Refusal
from brain.kit.events import Notice, Settled, announce
from brain.kit.logging import logger
from brain.kit.node import Node
from brain.platform.data_sets.adapters.lake import HELD, Lake
from brain.platform.data_sets.contract import Catalogue, Version
from brain.platform.data_sets.contract.readers import DataSetChanged
from brain.platform.data_sets.domain.growing import Basis
from brain.platform.data_sets.queries import builds, held
from brain.platform.data_sets.service import following, grading, growing, holding, keeping, outcomes
from brain.platform.data_sets.service.catalogue import current
from brain.platform.data_sets.service.conforming import ask_to_check
from brain.platform.data_sets.service.writing import Build, Checked, Draft

log = logger(__name__)


async def refresh(node: Node) -> list[str]:
    """Build every data set whose inputs have changed; the names of those built.

    One that cannot be built keeps its last version and is not tried again until its inputs or its
    declaration change; while the engine is away it is tried each time.
    """
    built = []
    async with node.database.transaction() as session:
        catalogue = await current(session, node)
    for data_set in catalogue.in_order:
        try:
            if await build(node, catalogue, data_set):
                built.append(data_set.full_name)
        except DiskFull as refusal:
            log.warning("data_sets.disk_full", data_set=data_set.full_name)
            async with node.database.transaction() as session:
                await _tell_operators(session, data_set, refusal.message)
        except Refusal as refusal:
            log.warning("data_sets.build_failed", data_set=data_set.full_name, reason=refusal.message)
    return built


async def build(node: Node, catalogue: Catalogue, data_set: DataSet) -> bool:
    """Whether there is a new version. Builders of one data set wait for each other."""
    lake, started = node.get(Lake), time.monotonic()
    async with node.database.transaction() as session:
        await lock(session, "data_sets", data_set.full_name)
        build = Build(node, catalogue, data_set, await builds.latest(session))
        basis = await build.basis(session)
        tried = await builds.last_mark(session, data_set.full_name)
        if basis is None or basis.mark == tried:
            return False
        number = await builds.last_number(session, data_set.full_name) + 1
        try:
            draft, checked = await _drafted(session, build, basis)
            files = await asyncio.to_thread(lake.publish, checked.folder, number)
        except Invalid as refusal:
            await asyncio.to_thread(lake.clear_drafts, data_set)
            await _failed(session, data_set, basis.mark, refusal.message, _since(started))
            await outcomes.not_published(session, data_set, refusal)
            return False
        except DiskFull:
            await asyncio.to_thread(lake.clear_drafts, data_set)
            raise
        of_files = await asyncio.to_thread(_of_files, lake, files, draft)
        version = Version(
            number=number,
            mark=basis.mark,
            basis=basis,
            quality=checked.quality,
            seconds=_since(started),
            built_at=now(),
            upon_last=draft.full_because is None,
            full_because=draft.full_because,
            **of_files,
        )
        await _published(session, node, data_set, version)
        await holding.note(session, data_set, checked.kept_back)
    await keeping.sweep(node, data_set)
    return True


async def _drafted(session: AsyncSession, build: Build, basis: Basis) -> tuple[Draft, Checked]:
    """Upon the last version where that can be, else of all rows."""
    grown = await growing.grown(session, build, basis)
    draft = await build.whole(session, grown) if isinstance(grown, str) else grown
    accepted = await held.accepted(session, build.name)
    return draft, await asyncio.to_thread(build.checked, draft, accepted)


def _of_files(lake: Lake, published: Sequence[str], draft: Draft) -> dict[str, Any]:
    """What a version says of its files. Its own are the first, so that a look at its first rows sees what
    came last."""
    held_back = [file for file in published if file.endswith(HELD)]
    own = [file for file in published if file not in held_back]
    rows, written = lake.size(own)
    shared_rows, shared = lake.size(draft.shared)
    return {
        "files": [*own, *draft.shared],
        "held": held_back,
        "rows": rows + shared_rows,
        "bytes": written + shared,
        "written": written,
    }


def _since(started: float) -> float:
    return round(time.monotonic() - started, 3)


async def _published(session: AsyncSession, node: Node, data_set: DataSet, version: Version) -> None:
    name = data_set.full_name
    await builds.add(session, name, version)
    await keeping.trim(session, name)
    await announce(session, Settled(key=_key(name)))
    await ask_to_check(session)
    await following.tell_version(session, data_set, version)
    head = await asyncio.to_thread(node.get(Lake).head, version.files, grading.SAMPLED)
    findings = await asyncio.to_thread(grading.identified, data_set, head)
    await grading.note(session, data_set, version.number, findings)
    await outcomes.published(session, data_set, version)
    await announce(session, DataSetChanged(data_set=name))


async def _failed(session: AsyncSession, data_set: DataSet, mark: str, problem: str, seconds: float) -> None:
    await builds.add_failure(session, data_set.full_name, mark, problem, seconds)
    await following.tell_failure(session, data_set, problem)
    await _tell_operators(session, data_set, problem)


async def _tell_operators(session: AsyncSession, data_set: DataSet, problem: str) -> None:
    """A to-do, the same while the matter is open: the next version settles it."""
    await announce(
        session,
        Notice(
            kind="todo",
            title=f"数据集“{data_set.title}”没有构建成功",
            title_en=f"Data set {data_set.title_en} could not be built",
            body=problem[:400],
            link=f"/data-sets/{data_set.tier}/{data_set.name}",
            scope="data_sets.manage",
            key=_key(data_set.full_name),
        ),
    )


def _key(name: str) -> str:
    return f"data_sets.build/{name}"
