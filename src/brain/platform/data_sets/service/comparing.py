"""Two versions of a data set told apart: what came, what went, what changed."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.datasets import DataSet
from brain.kit.errors import NotFound
from brain.kit.node import Node
from brain.platform.data_sets.adapters.engine import Engine, View
from brain.platform.data_sets.adapters.lake import Lake
from brain.platform.data_sets.contract import Change, Difference, Version
from brain.platform.data_sets.domain import differences
from brain.platform.data_sets.domain.holding import as_text
from brain.platform.data_sets.domain.row_policies import Permitted
from brain.platform.data_sets.queries import builds
from brain.platform.data_sets.service import granting, views
from brain.platform.data_sets.service.catalogue import current
from brain.platform.data_sets.service.protection import masked_texts
from brain.platform.governance.contract import Shown
from brain.platform.identity.contract import Caller

PATIENCE: Final = 120.0  # seconds


async def difference(
    session: AsyncSession, node: Node, caller: Caller, name: str, older: int, newer: int
) -> Difference:
    """All columns but the origin are compared; values are as the caller may see them.

    Raises NotFound for a version that is not kept.
    """
    catalogue = await current(session, node)
    data_set = catalogue.get(name)
    kept = {version.number: version for version in await builds.versions(session, name)}
    if missing := {older, newer} - kept.keys():
        raise NotFound(f"没有保留版本 {'、'.join(str(each) for each in sorted(missing))}")
    shown = await granting.shown_to(session, caller, data_set)
    comparison = Comparison(
        node, data_set, shown, await granting.permitted(session, catalogue, caller, data_set)
    )
    return await asyncio.to_thread(comparison.of, kept[older], kept[newer])


@dataclass(frozen=True)
class Comparison:
    node: Node
    data_set: DataSet
    shown: Mapping[str, Shown]
    permitted: Permitted

    @property
    def columns(self) -> list[str]:
        return [column.name for column in self.data_set.own_columns]

    def of(self, older: Version, newer: Version) -> Difference:
        keys, columns = self.data_set.keys, self.columns
        before, after = unshared(older.files, newer.files)
        read = {
            differences.OLDER: self._view(replace(older, files=before)),
            differences.NEWER: self._view(replace(newer, files=after)),
        }
        if keys:
            counted = self._ask(differences.counts(keys, columns), read)[0]
            found = self._ask(differences.examples(keys, columns), read)
            changes = [self._change(row) for row in found]
        else:
            counted = {"changed": None, **self._ask(differences.keyless_counts(columns), read)[0]}
            found = self._ask(differences.keyless_examples(columns), read)
            changes = [self._came_or_went(row) for row in found]
        return Difference(
            older=older,
            newer=newer,
            added=counted["added"] or 0,
            gone=counted["gone"] or 0,
            changed=counted["changed"],
            by_column={
                name: counted[f"changed_{place}"]
                for place, name in enumerate(columns)
                if counted.get(f"changed_{place}")
            },
            examples=sorted(changes, key=lambda change: ("changed", "added", "gone").index(change.kind)),
        )

    def _view(self, version: Version) -> View:
        return views.of_version(self.node.get(Lake), self.data_set, version, permitted=self.permitted)

    def _ask(self, statement: str, read: Mapping[str, View]) -> list[dict[str, Any]]:
        most = 3 * differences.EXAMPLES
        rows: Sequence[dict[str, Any]] = (
            self.node.get(Engine).ask(statement, read, most, PATIENCE).to_pylist()
        )
        return list(rows)

    def _change(self, row: Mapping[str, Any]) -> Change:
        before, after = self._side(row, "older"), self._side(row, "newer")
        kind = row["kind"]
        return Change(
            kind=kind,
            before=None if kind == "added" else before,
            after=None if kind == "gone" else after,
        )

    def _came_or_went(self, row: Mapping[str, Any]) -> Change:
        values = self._side(row, "older")
        if row["balance"] > 0:
            return Change(kind="added", before=None, after=values)
        return Change(kind="gone", before=values, after=None)

    def _side(self, row: Mapping[str, Any], side: str) -> dict[str, str | None]:
        values = {name: row[f"{side}_{place}"] for place, name in enumerate(self.columns)}
        return masked_texts(as_text(values), self.shown)


def unshared(older: Sequence[str], newer: Sequence[str]) -> tuple[list[str], list[str]]:
    """The files that only one of two versions has: rows of the others are the same in both. A side that
    would be left without any gets a shared one, and so does the other."""
    before = [file for file in older if file not in newer]
    after = [file for file in newer if file not in older]
    if before and after:
        return before, after
    common = [file for file in older if file in newer][:1]
    return before + common, after + common
