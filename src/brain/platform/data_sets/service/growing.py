"""A version built upon the one before: its files, without rows that were replaced, and what came since."""

import asyncio
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.datasets import Derived, Gathered
from brain.kit.errors import Invalid
from brain.platform.data_sets.adapters.engine import Engine, View
from brain.platform.data_sets.adapters.lake import Lake
from brain.platform.data_sets.contract import Delivered, Version
from brain.platform.data_sets.domain.growing import Basis, all_later, never, not_after
from brain.platform.data_sets.domain.holding import without
from brain.platform.data_sets.queries import builds, deliveries
from brain.platform.data_sets.service import naming, views
from brain.platform.data_sets.service.writing import Build, Draft, repeated

OLD: Final = "delivered.old"
NEW: Final = "delivered.new"


async def grown(session: AsyncSession, build: Build, basis: Basis) -> Draft | str:
    """The draft of a version upon the last, or why there can be none.

    Raises Invalid where a full build would.
    """
    before = build.versions.get(build.name)
    if because := never(build.data_set):
        return because
    if before is None:
        return "首次构建"
    if before.basis is None:
        return "上一版本没有记下依据"
    if because := not_after(before.basis, basis, len(before.files)):
        return because
    if not before.rows:
        return "上一版本没有行"
    if not build.data_set.keys and (before.held or "accepted" in basis.rest):
        return "没有键，而有行被隔离或接受"
    growth = Growth(build, before)
    if isinstance(build.data_set.built, Derived):
        return await _derived(session, growth, build.data_set.built.statement, before.basis)
    standing = views.counted(Gathered(whole=False), await deliveries.of(session, build.name))
    new = [each for each in standing if each.id not in before.basis.deliveries]
    by_name = await naming.decided(session, build.data_set)
    later = all_later(standing, {each.id for each in new})
    return await asyncio.to_thread(growth.by_deliveries, new, by_name, later=later)


async def _derived(session: AsyncSession, growth: "Growth", statement: str, basis: Basis) -> Draft | str:
    (name,) = growth.build.catalogue.inputs[growth.build.name]
    read = await builds.version(session, name, basis.inputs[name])
    if read is None or not set(read.files) <= set(growth.build.versions[name].files):
        return f"{name} 的旧文件已改写"
    return await asyncio.to_thread(growth.by_files, statement, name, set(read.files))


@dataclass(frozen=True)
class Growth:
    build: Build
    before: Version

    @property
    def lake(self) -> Lake:
        return self.build.node.get(Lake)

    def by_deliveries(self, new: Sequence[Delivered], by_name: dict[str, str], *, later: bool) -> Draft | str:
        """Where the new deliveries are not all `later` than the others, only of keys that there are not:
        versions do not tell of which delivery a row was."""
        folder = self._folder()
        self.build.gather(new, by_name, folder)
        touched = self._touched(folder)
        if touched and not later:
            shutil.rmtree(folder)
            return "较早的交付含有已有的键"
        return self._beside(folder, touched)

    def by_files(self, statement: str, name: str, known: set[str]) -> Draft:
        """Of the files of the data set that it reads, those that were not read yet."""
        folder, version = self._folder(), self.build.versions[name]
        files = [file for file in version.files if file not in known]
        if files:
            data_set = self.build.catalogue.get(name)
            view = views.of_version(self.lake, data_set, replace(version, files=files))
            self._write(statement, {name: view}, folder)
        else:
            folder.mkdir()
        if self._touched(folder):
            raise Invalid(repeated(self.build.data_set))
        return self._beside(folder, [])

    def _touched(self, folder: Path) -> list[str]:
        """The files with rows whose keys the new rows have."""
        keys, rows = self.build.data_set.keys, list(folder.glob("*.parquet"))
        if not keys or not rows:
            return []
        return self.lake.touched([*self.before.files, *self.before.held], rows, keys)

    def _beside(self, folder: Path, touched: Sequence[str]) -> Draft:
        self.lake.as_one(folder)
        new, files = sorted(folder.glob("*.parquet")), self.before.files
        return Draft(
            folder=folder,
            held=self._left(self.before.held, new, touched),
            rewritten=self._left([file for file in files if file in touched], new, touched),
            shared=[file for file in files if file not in touched],
        )

    def _left(self, files: Sequence[str], new: Sequence[Path], touched: Sequence[str]) -> list[Path]:
        """The rows of the files that none of the new replaces, in files as the engine writes them."""
        if not files:
            return []
        columns, folder = self.build.data_set.columns, self._folder()
        read = {OLD: View(self.lake.paths(files), columns)}
        if set(files) & set(touched):
            read[NEW] = View(new, columns)
            self._write(without(OLD, NEW, self.build.data_set.keys), read, folder)
        else:
            self._write(f"SELECT * FROM {OLD}", read, folder)  # noqa: S608 - our own name
        self.lake.as_one(folder)
        return sorted(folder.glob("*.parquet"))

    def _write(self, statement: str, read: dict[str, View], folder: Path) -> None:
        self.build.node.get(Engine).write(statement, read, self.build.data_set.columns, folder)

    def _folder(self) -> Path:
        return self.lake.draft(self.build.data_set)
