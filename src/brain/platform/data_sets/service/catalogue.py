"""The catalogue: what data sets there are, how fresh, from what, for what."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import polars as pl
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import today
from brain.kit.datasets import DataSet
from brain.kit.errors import NotFound
from brain.kit.node import Node
from brain.platform.data_sets.adapters.lake import Lake
from brain.platform.data_sets.contract import Attempt, Catalogue, Declaration, Delivered, Version
from brain.platform.data_sets.domain.dcat import Published, document
from brain.platform.data_sets.domain.grades import Decision, graded
from brain.platform.data_sets.domain.rules import changed
from brain.platform.data_sets.queries import builds, declarations, deliveries, grades, rules
from brain.platform.data_sets.service.protection import protected, shown_to
from brain.platform.governance.contract import ColumnFinding, Shown
from brain.platform.identity.contract import Caller

SHOWN = 20  # rows of a data set's head, and attempts to build it


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A data set and its newest version, if one was built."""

    data_set: DataSet
    version: Version | None


@dataclass(frozen=True, kw_only=True)
class Whole:
    """An entry with all that is known of it; `declarations` only of those that people declared."""

    entry: Entry
    inputs: list[str]
    users: list[str]
    attempts: Sequence[Attempt]
    head: pl.DataFrame | None
    shown: Mapping[str, Shown]
    findings: Mapping[str, ColumnFinding]
    decisions: Sequence[Decision]
    declarations: Sequence[Declaration]
    deliveries: Sequence[Delivered]


async def current(session: AsyncSession, node: Node) -> Catalogue:
    """What rooms and people declared, with the grades and the rules that hold."""
    declared = node.get(Catalogue)
    told = [each.data_set for each in await declarations.in_force(session)]
    decided, found = await grades.decided(session), await grades.found_levels(session)
    ruled = await rules.in_force(session)
    if not told and not decided and not ruled:
        return declared
    day = today()
    return Catalogue(
        [
            changed(
                graded(data_set, decided.get(data_set.full_name, {}), found.get(data_set.full_name, {})),
                ruled.get(data_set.full_name, ()),
                day,
            )
            for data_set in (*declared.in_order, *told)
        ]
    )


async def entries(session: AsyncSession, node: Node, words: str | None) -> list[Entry]:
    """By tier and name; `words` look into names, titles, descriptions and columns."""
    versions = await builds.latest(session)
    catalogue = await current(session, node)
    found = [data_set for data_set in catalogue.in_order if _tells(data_set, words)]
    tiers = {"base": 0, "industry": 1, "scenario": 2}
    found.sort(key=lambda data_set: (tiers[data_set.tier], data_set.name))
    return [Entry(data_set=each, version=versions.get(each.full_name)) for each in found]


async def versions(session: AsyncSession, node: Node, name: str) -> list[Version]:
    """Those kept of a data set in force, the newest first."""
    (await current(session, node)).get(name)
    return await builds.versions(session, name)


async def as_dcat(session: AsyncSession, node: Node, base: str) -> dict[str, Any]:
    """The whole catalogue as a DCAT-AP 3 document in JSON-LD; `base` is the node's address."""
    inputs = (await current(session, node)).inputs
    published = [
        Published(
            data_set=entry.data_set,
            version=entry.version.number if entry.version else None,
            modified=entry.version.built_at if entry.version else None,
            inputs=sorted(inputs[entry.data_set.full_name]),
        )
        for entry in await entries(session, node, None)
    ]
    return document(base, (node.title, node.title_en), published)


async def whole(session: AsyncSession, node: Node, caller: Caller, name: str) -> Whole:
    """One that nobody has confirmed yet is as it was declared last."""
    catalogue, lake = await current(session, node), node.get(Lake)
    past = await declarations.history(session, name)
    data_set = catalogue.by_name.get(name) or (past[0].data_set if past else None)
    if data_set is None:
        raise NotFound(f"没有名为 {name} 的数据集")
    in_force = name in catalogue.by_name
    version = (await builds.latest(session)).get(name) if in_force else None
    shown = shown_to(caller, data_set)
    head = None
    if version is not None:
        names = [column.name for column in data_set.columns]
        head = protected(await asyncio.to_thread(lake.head, version.files, SHOWN), names, shown)
    return Whole(
        entry=Entry(data_set=data_set, version=version),
        inputs=sorted(catalogue.inputs.get(name, ())),
        users=sorted(other for other, inputs in catalogue.inputs.items() if name in inputs),
        attempts=await builds.attempts(session, name, SHOWN),
        head=head,
        shown=shown,
        findings=await grades.found(session, name),
        decisions=await grades.history(session, name),
        declarations=past,
        deliveries=await deliveries.of(session, name),
    )


def _tells(data_set: DataSet, words: str | None) -> bool:
    if not words:
        return True
    columns = [text for column in data_set.columns for text in (column.name, column.title, column.title_en)]
    told = [data_set.full_name, data_set.title, data_set.title_en, data_set.about, *columns]
    return words.strip().lower() in "\n".join(told).lower()
