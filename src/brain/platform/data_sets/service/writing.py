"""Writing the rows of a version aside, and checking them before they are published."""

import asyncio
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.datasets import DataSet, Derived, Gathered, Snapshot
from brain.kit.disk import needs_room
from brain.kit.errors import Invalid
from brain.kit.node import Node
from brain.platform.data_sets.adapters.engine import Engine, View
from brain.platform.data_sets.adapters.lake import HELD, Lake, spool, write_spooled
from brain.platform.data_sets.contract import Catalogue, Delivered, Version
from brain.platform.data_sets.domain.growing import Basis, digest
from brain.platform.data_sets.domain.holding import as_text, fingerprint, without
from brain.platform.data_sets.queries import builds, deliveries, erasures, held
from brain.platform.data_sets.service import naming, outcomes, views
from brain.platform.governance.contract import QualityReport
from brain.platform.governance.service import quality

MOST_HELD: Final = 10_000  # rows that rules may hold back from a version
CHECK_PATIENCE: Final = 600.0  # seconds that the checks of a version may take


@dataclass(frozen=True, kw_only=True)
class Draft:
    """A version under way: a folder of new rows, beside them those that the version before held back and
    what is left of its files from which rows went, and the files that it shares with it."""

    folder: Path
    held: Sequence[Path] = ()
    rewritten: Sequence[Path] = ()
    shared: Sequence[str] = ()
    full_because: str | None = None

    @property
    def fresh(self) -> list[Path]:
        return [*sorted(self.folder.glob("*.parquet")), *self.held]


@dataclass(frozen=True, kw_only=True)
class Checked:
    """A folder to be published, what rules found, and the rows that they hold back, by fingerprint."""

    folder: Path
    quality: QualityReport | None
    kept_back: dict[str, dict[str, Any]] = field(default_factory=dict)


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

    async def basis(self, session: AsyncSession) -> Basis | None:
        """What a version built now would be built from; None while something that it needs is not there."""
        if not self.versions.keys() >= self.catalogue.needs[self.name]:
            return None
        rest = {"declaration": digest(_ungraded(self.data_set))}
        if accepted := await held.accepted(session, self.name):
            rest["accepted"] = digest(sorted(accepted))
        match self.data_set.built:
            case Snapshot() as snapshot:
                return Basis(rest=rest | {"rows": await builds.mark(session, snapshot)})
            case Gathered():
                return await self._gathered_from(session, rest)
            case _:
                inputs = {each: self.versions[each].number for each in self.catalogue.inputs[self.name]}
                return Basis(inputs=inputs, rest=rest)

    async def _gathered_from(self, session: AsyncSession, rest: dict[str, str]) -> Basis | None:
        delivered = await deliveries.of(session, self.name)
        if not delivered:
            return None
        if gone := [each.id for each in await erasures.approved(session, self.name) if each.erased_at]:
            rest["erased"] = digest(sorted(gone))
        if by_name := await naming.decided(session, self.data_set):
            rest["names"] = digest(sorted(by_name.items()))
        standing = [each.id for each in delivered if each.withdrawal is None]
        return Basis(deliveries=tuple(sorted(standing)), rest=rest)

    async def whole(self, session: AsyncSession, because: str) -> Draft:
        """All rows, from all that there is."""
        lake = self.node.get(Lake)
        draft = lake.draft(self.data_set)
        await self._write(session, draft)
        await asyncio.to_thread(self._keep_columns, draft)
        return Draft(folder=draft, full_because=because)

    async def _write(self, session: AsyncSession, draft: Path) -> None:
        match self.data_set.built:
            case Snapshot() as snapshot:
                with needs_room(), spool(draft) as file:
                    async for part in builds.content(session, snapshot):
                        file.write(part)
                await asyncio.to_thread(write_spooled, draft, self.data_set.columns)
            case Gathered() as gathered:
                delivered = views.counted(gathered, await deliveries.of(session, self.name))
                by_name = await naming.decided(session, self.data_set)
                await asyncio.to_thread(self.gather, delivered, by_name, draft)
            case Derived(statement=statement):
                inputs = self.views(self.catalogue.inputs[self.name])
                await asyncio.to_thread(
                    self.node.get(Engine).write, statement, inputs, self.data_set.columns, draft
                )

    def gather(self, delivered: Sequence[Delivered], by_name: dict[str, str], draft: Path) -> None:
        lake = self.node.get(Lake)
        parts = views.of_deliveries(lake, self.data_set, delivered)
        if not parts:  # all that was delivered was withdrawn, or had no row
            draft.mkdir()
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

    def checked(self, draft: Draft, accepted: frozenset[str]) -> Checked:
        """Raises Invalid when keys are repeated, or a broken rule stops the version."""
        self._check_keys(draft.fresh)
        found = self._check_rules(draft)
        folder, kept_back = self._hold_back(draft, found, accepted)
        if not draft.shared and not draft.rewritten:
            self._keep_columns(folder)
        for number, file in enumerate(draft.rewritten):
            file.rename(folder / f"rewritten-{number}.parquet")
        return Checked(folder=folder, quality=found, kept_back=kept_back)

    def _keep_columns(self, folder: Path) -> None:
        """A file without rows where there is none: what has no row has columns all the same."""
        if all(file.name == HELD for file in folder.glob("*.parquet")):
            spool(folder).close()
            write_spooled(folder, self.data_set.columns)

    def _check_keys(self, files: Sequence[Path]) -> None:
        """Of the new rows: no other row has their keys (`growing`)."""
        keys = self.data_set.keys
        if keys and files and self.node.get(Engine).repeats(View(files, self.data_set.columns), keys):
            raise Invalid(repeated(self.data_set))

    def _check_rules(self, draft: Draft) -> QualityReport | None:
        """By all rows: what rules find is no sum of what they find in parts."""
        if not self.data_set.rules:
            return None
        files = [*draft.fresh, *draft.rewritten, *self.node.get(Lake).paths(draft.shared)]
        read = self._read(files)

        def ask(statement: str) -> dict[str, Any]:
            answer = self.node.get(Engine).ask(statement, read, 1, CHECK_PATIENCE)
            row: dict[str, Any] = answer.to_pylist()[0]
            return row

        found = quality.report(self.name, self.data_set.rules, ask)
        if found.stopped:
            told = "；".join(f"{rule.message}（{rule.violations} 行）" for rule in found.broken if rule.stops)
            raise outcomes.NotKept(f"质量规则不通过，没有发布：{told}", found)
        return found

    def _hold_back(
        self, draft: Draft, found: QualityReport | None, accepted: frozenset[str]
    ) -> tuple[Path, dict[str, dict[str, Any]]]:
        """A folder of the new rows without those that break rules which hold them back, and those rows by
        fingerprint."""
        broken = {rule.name: rule.message for rule in found.broken if rule.holds} if found else {}
        fresh = draft.fresh
        if not broken or not fresh:
            return draft.folder, {}
        engine, lake, columns = self.node.get(Engine), self.node.get(Lake), self.data_set.columns
        read = self._read(fresh)
        back = self._kept_back(read, broken, accepted)
        if not back:
            return draft.folder, {}
        aside, rest = lake.draft(self.data_set), lake.draft(self.data_set)
        lake.set_aside(aside, columns, [row["values"] for row in back.values()])
        read["delivered.held"] = View([aside / HELD], columns)
        names = self.data_set.keys or tuple(column.name for column in columns)
        engine.write(without(self.name, "delivered.held", names), read, columns, rest)
        lake.as_one(rest)
        (aside / HELD).rename(rest / HELD)
        shutil.rmtree(draft.folder)
        return rest, back

    def _kept_back(
        self, read: dict[str, View], broken: dict[str, str], accepted: frozenset[str]
    ) -> dict[str, dict[str, Any]]:
        most = MOST_HELD + len(accepted)
        question = quality.offenders(self.name, self.data_set.rules, list(broken), most + 1)
        rows = self.node.get(Engine).ask(question, read, most + 1, CHECK_PATIENCE).to_pylist()
        if len(rows) > most:
            raise Invalid(f"要隔离的行超过 {MOST_HELD}，没有发布：{'；'.join(broken.values())}")
        back: dict[str, dict[str, Any]] = {}
        for row in rows:
            reasons = [broken[name] for name in row.pop("_broken").split(",")]
            values = as_text(row)
            if (mark := fingerprint(values)) not in accepted:
                back[mark] = {"values": values, "broken": reasons}
        return back

    def _read(self, files: Sequence[Path]) -> dict[str, View]:
        read = self.views(self.catalogue.references[self.name])
        return read | {self.name: View(files, self.data_set.columns)}

    def views(self, names: Iterable[str]) -> dict[str, View]:
        lake = self.node.get(Lake)
        return {name: views.of_version(lake, self.catalogue.get(name), self.versions[name]) for name in names}


def repeated(data_set: DataSet) -> str:
    return f"{data_set.full_name} 中有键（{'、'.join(data_set.keys)}）重复的行，没有发布"


def _ungraded(data_set: DataSet) -> DataSet:
    """Grades change how rows are shown, not the rows."""
    columns = tuple(replace(column, level=1, personal=False) for column in data_set.columns)
    return replace(data_set, columns=columns)
