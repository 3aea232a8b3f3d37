"""Building what is stale, in order: a version is written aside, checked, and published as a whole."""

import asyncio
import hashlib
import shutil
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.kit.datasets import DataSet, Derived, Gathered, Snapshot
from brain.kit.db import lock
from brain.kit.disk import needs_room
from brain.kit.errors import DiskFull, Invalid, Refusal
from brain.kit.events import Notice, Settled, announce
from brain.kit.logging import logger
from brain.kit.node import Node
from brain.platform.data_sets.adapters.engine import Engine, View
from brain.platform.data_sets.adapters.lake import Lake, spool, write_spooled
from brain.platform.data_sets.contract import Catalogue, Delivered, Version
from brain.platform.data_sets.domain.holding import as_text, fingerprint, without
from brain.platform.data_sets.queries import builds, deliveries, erasures, held
from brain.platform.data_sets.service import following, grading, holding, keeping, naming, outcomes, views
from brain.platform.data_sets.service.catalogue import current
from brain.platform.data_sets.service.conforming import ask_to_check
from brain.platform.governance.contract import QualityReport
from brain.platform.governance.service import quality

MOST_HELD: Final = 10_000  # rows that rules may hold back from a version
CHECK_PATIENCE: Final = 600.0  # seconds that the checks of a version may take

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
        mark = await build.mark(session)
        tried = await builds.last_mark(session, data_set.full_name)
        if mark is None or mark == tried:
            return False
        draft = lake.draft(data_set)
        number = await builds.last_number(session, data_set.full_name) + 1
        try:
            await build.write(session, draft)
            await asyncio.to_thread(build.check_keys, draft)
            quality_found = await asyncio.to_thread(build.check_rules, draft)
            accepted = await held.accepted(session, data_set.full_name)
            draft, kept_back = await asyncio.to_thread(build.hold_back, draft, quality_found, accepted)
            files = await asyncio.to_thread(lake.publish, draft, number)
        except Invalid as refusal:
            await asyncio.to_thread(shutil.rmtree, draft, ignore_errors=True)
            await _failed(session, data_set, mark, refusal.message, time.monotonic() - started)
            await outcomes.not_published(session, data_set, refusal)
            return False
        except DiskFull:
            await asyncio.to_thread(lake.clear_drafts, data_set)
            raise
        rows, size = await asyncio.to_thread(lake.size, files)
        version = Version(
            number=number,
            mark=mark,
            files=files,
            rows=rows,
            bytes=size,
            seconds=round(time.monotonic() - started, 3),
            built_at=now(),
            quality=quality_found,
        )
        await _published(session, node, data_set, version)
        await holding.note(session, data_set, kept_back)
    await keeping.sweep(node, data_set)
    return True


@dataclass(frozen=True)
class Build:
    """One data set being built from the versions that there are."""

    node: Node
    catalogue: Catalogue
    data_set: DataSet
    versions: dict[str, Version]

    @property
    def name(self) -> str:
        return self.data_set.full_name

    async def mark(self, session: AsyncSession) -> str | None:
        """What a version built now would be built from; None while something that it needs is not there."""
        if not self.versions.keys() >= self.catalogue.needs[self.name]:
            return None
        match self.data_set.built:
            case Snapshot() as snapshot:
                told = await builds.mark(session, snapshot)
            case Gathered():
                delivered = await deliveries.of(session, self.name)
                if not delivered:
                    return None
                told = ",".join(str(each.id) for each in delivered if each.withdrawal is None)
                gone = [
                    str(each.id) for each in await erasures.approved(session, self.name) if each.erased_at
                ]
                told += ";".join(["", *gone])
                if by_name := await naming.decided(session, self.data_set):
                    told += repr(sorted(by_name.items()))
            case _:
                inputs = sorted(self.catalogue.inputs[self.name])
                told = ",".join(f"{each}:{self.versions[each].number}" for each in inputs)
        accepted = await held.accepted(session, self.name)
        return hashlib.sha256(repr((_ungraded(self.data_set), told, sorted(accepted))).encode()).hexdigest()

    async def write(self, session: AsyncSession, draft: Path) -> None:
        match self.data_set.built:
            case Snapshot() as snapshot:
                with needs_room(), spool(draft) as file:
                    async for part in builds.content(session, snapshot):
                        file.write(part)
                await asyncio.to_thread(write_spooled, draft, self.data_set.columns)
            case Gathered() as gathered:
                delivered = views.counted(gathered, await deliveries.of(session, self.name))
                by_name = await naming.decided(session, self.data_set)
                await asyncio.to_thread(self._gather, delivered, by_name, draft)
            case Derived(statement=statement):
                inputs = self._views(self.catalogue.inputs[self.name])
                await asyncio.to_thread(
                    self.node.get(Engine).write, statement, inputs, self.data_set.columns, draft
                )

    def _gather(self, delivered: Sequence[Delivered], by_name: dict[str, str], draft: Path) -> None:
        lake = self.node.get(Lake)
        parts = views.of_deliveries(lake, self.data_set, delivered)
        if not parts:  # all that was delivered was withdrawn, or had no row
            spool(draft).close()
            write_spooled(draft, self.data_set.columns)
            return
        statement = views.gathering(self.data_set, list(parts))
        if not by_name:
            self.node.get(Engine).write(statement, parts, self.data_set.columns, draft)
            return
        aside = lake.draft(self.data_set)
        naming.keep_aside(aside, by_name)
        parts[views.DECIDED] = View(list(aside.glob("*.parquet")), views.DECIDED_COLUMNS)
        linked = views.linking(self.data_set, statement)
        self.node.get(Engine).write(linked, parts, self.data_set.columns, draft)
        shutil.rmtree(aside)

    def check_keys(self, draft: Path) -> None:
        keys = self.data_set.keys
        view = View(list(draft.glob("*.parquet")), self.data_set.columns)
        if keys and self.node.get(Engine).repeats(view, keys):
            raise Invalid(f"{self.name} 中有键（{'、'.join(keys)}）重复的行，没有发布")

    def check_rules(self, draft: Path) -> QualityReport | None:
        """Raises Invalid when a broken rule stops the version."""
        if not self.data_set.rules:
            return None
        read = self._views(self.catalogue.references[self.name])
        read[self.name] = View(list(draft.glob("*.parquet")), self.data_set.columns)

        def ask(statement: str) -> dict[str, Any]:
            answer = self.node.get(Engine).ask(statement, read, 1, CHECK_PATIENCE)
            row: dict[str, Any] = answer.to_pylist()[0]
            return row

        found = quality.report(self.name, self.data_set.rules, ask)
        if found.stopped:
            told = "；".join(f"{rule.message}（{rule.violations} 行）" for rule in found.broken if rule.stops)
            raise outcomes.NotKept(f"质量规则不通过，没有发布：{told}", found)
        return found

    def hold_back(
        self, draft: Path, found: QualityReport | None, accepted: frozenset[str]
    ) -> tuple[Path, dict[str, dict[str, Any]]]:
        """A draft without the rows that break rules which hold them back, and those rows by fingerprint."""
        broken = {rule.name: rule.message for rule in found.broken if rule.holds} if found else {}
        if not broken:
            return draft, {}
        engine, lake, columns = self.node.get(Engine), self.node.get(Lake), self.data_set.columns
        read = self._views(self.catalogue.references[self.name])
        read[self.name] = View(list(draft.glob("*.parquet")), columns)
        question = quality.offenders(self.name, self.data_set.rules, list(broken), MOST_HELD + 1)
        rows = engine.ask(question, read, MOST_HELD + 1, CHECK_PATIENCE).to_pylist()
        if len(rows) > MOST_HELD:
            raise Invalid(f"要隔离的行超过 {MOST_HELD}，没有发布：{'；'.join(broken.values())}")
        back: dict[str, dict[str, Any]] = {}
        for row in rows:
            reasons = [broken[name] for name in row.pop("_broken").split(",")]
            values = as_text(row)
            if (mark := fingerprint(values)) not in accepted:
                back[mark] = {"values": values, "broken": reasons}
        if not back:
            return draft, {}
        aside, rest = lake.draft(self.data_set), lake.draft(self.data_set)
        lake.set_aside(aside, columns, [row["values"] for row in back.values()])
        read["delivered.held"] = View(list(aside.glob("*.parquet")), columns)
        names = self.data_set.keys or tuple(column.name for column in columns)
        engine.write(without(self.name, "delivered.held", names), read, columns, rest)
        shutil.rmtree(draft)
        shutil.rmtree(aside)
        return rest, back

    def _views(self, names: Iterable[str]) -> dict[str, View]:
        lake = self.node.get(Lake)
        return {name: views.of_version(lake, self.catalogue.get(name), self.versions[name]) for name in names}


def _ungraded(data_set: DataSet) -> DataSet:
    """Grades change how rows are shown, not the rows."""
    columns = tuple(replace(column, level=1, personal=False) for column in data_set.columns)
    return replace(data_set, columns=columns)


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
