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
from brain.platform.data_sets.domain.description import CODES
from brain.platform.data_sets.domain.grades import Decision, graded
from brain.platform.data_sets.domain.registration import Registration
from brain.platform.data_sets.domain.rules import changed
from brain.platform.data_sets.queries import builds, declarations, deliveries, grades, registrations, rules
from brain.platform.data_sets.service import granting
from brain.platform.data_sets.service.protection import protected
from brain.platform.governance.contract import ColumnFinding, Shown
from brain.platform.identity.contract import Caller
from brain.platform.standards.contract import Standard, Told
from brain.platform.standards.service import looking, searching

SHOWN = 20  # rows of a data set's head, and attempts to build it


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A data set, its newest version and its registration in the catalogue, if there are any."""

    data_set: DataSet
    version: Version | None
    registration: Registration | None = None


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
    """By tier and name, or found by `words` or identifier, the best answers first."""
    versions, known = await builds.latest(session), await registrations.every(session)
    catalogue = await current(session, node)
    tiers = {"base": 0, "industry": 1, "scenario": 2}
    found = sorted(catalogue.in_order, key=lambda data_set: (tiers[data_set.tier], data_set.name))
    if words and words.strip():
        elements = (await looking.in_force(session)).elements
        called = [each for each in found if _is_called(known.get(each.full_name), words)]
        found = called or searching.found(words, ((each, told(each, elements)) for each in found))
    return [
        Entry(data_set=each, version=versions.get(each.full_name), registration=known.get(each.full_name))
        for each in found
    ]


def _is_called(registration: Registration | None, words: str) -> bool:
    called = registration.called if registration else None
    return called is not None and words.strip().upper() in (called, called.partition("/")[2])


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
            **_registered(entry.registration),
        )
        for entry in await entries(session, node, None)
    ]
    return document(base, (node.title, node.title_en), published)


def _registered(registration: Registration | None) -> dict[str, Any]:
    if registration is None:
        return {}
    declared = registration.declared
    return {
        "identifier": registration.identifier,
        "keywords": declared.keywords,
        "contact": declared.contact,
        "frequency": CODES["european_frequency"][declared.frequency] if declared.frequency else None,
    }


async def whole(session: AsyncSession, node: Node, caller: Caller, name: str) -> Whole:
    """One that nobody has confirmed yet is as it was declared last."""
    catalogue, lake = await current(session, node), node.get(Lake)
    past = await declarations.history(session, name)
    data_set = catalogue.by_name.get(name) or (past[0].data_set if past else None)
    if data_set is None:
        raise NotFound(f"没有名为 {name} 的数据集")
    in_force = name in catalogue.by_name
    version = (await builds.latest(session)).get(name) if in_force else None
    shown = await granting.shown_to(session, caller, data_set)
    head = None
    if version is not None:
        names = [column.name for column in data_set.columns]
        rows = await granting.permitted(session, catalogue, caller, data_set)
        head = protected(await asyncio.to_thread(lake.head, version.files, SHOWN, rows), names, shown)
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


def told(data_set: DataSet, elements: Mapping[str, Standard]) -> Told:
    """What a data set says of itself, with the synonyms and definitions of its data elements."""
    columns = data_set.own_columns
    held = [elements[each.element] for each in columns if each.element and each.element in elements]
    named = [text for each in columns for text in (each.title, each.name, each.title_en)]
    return Told(
        names=(data_set.title, data_set.full_name, data_set.title_en),
        synonyms=(*named, *(text for each in held for text in (each.title, *each.synonyms))),
        texts=(data_set.about, *(each.definition for each in held)),
    )
