"""The catalogue: what data sets there are, how fresh, from what, for what."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.datasets import DataSet
from brain.kit.node import Node
from brain.platform.data_sets import queries
from brain.platform.data_sets.adapters.lake import Lake
from brain.platform.data_sets.contract import Attempt, Catalogue, Version
from brain.platform.data_sets.service.asking import hidden_from
from brain.platform.identity.contract import Caller

SHOWN = 20  # rows of a data set's head, and attempts to build it


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A data set and its newest version, if one was built."""

    data_set: DataSet
    version: Version | None


@dataclass(frozen=True, kw_only=True)
class Whole:
    """An entry with what it is built from, what is built from it, and its first rows and attempts."""

    entry: Entry
    inputs: list[str]
    users: list[str]
    attempts: Sequence[Attempt]
    head: pl.DataFrame | None
    hidden: frozenset[str]


async def entries(session: AsyncSession, node: Node, words: str | None) -> list[Entry]:
    """By tier and name; `words` look into names, titles, descriptions and columns."""
    versions = await queries.latest(session)
    found = [data_set for data_set in node.get(Catalogue).in_order if _tells(data_set, words)]
    tiers = {"base": 0, "industry": 1, "scenario": 2}
    found.sort(key=lambda data_set: (tiers[data_set.tier], data_set.name))
    return [Entry(data_set=each, version=versions.get(each.full_name)) for each in found]


async def whole(session: AsyncSession, node: Node, caller: Caller, name: str) -> Whole:
    catalogue, lake = node.get(Catalogue), node.get(Lake)
    data_set = catalogue.get(name)
    version = (await queries.latest(session)).get(name)
    hidden = hidden_from(caller, data_set)
    head = None
    if version is not None:
        head = (await asyncio.to_thread(lake.head, version.files, SHOWN)).with_columns(
            pl.lit(None).alias(column) for column in hidden
        )
    return Whole(
        entry=Entry(data_set=data_set, version=version),
        inputs=sorted(catalogue.inputs[name]),
        users=sorted(other for other, inputs in catalogue.inputs.items() if name in inputs),
        attempts=await queries.attempts(session, name, SHOWN),
        head=head,
        hidden=hidden,
    )


def _tells(data_set: DataSet, words: str | None) -> bool:
    if not words:
        return True
    columns = [text for column in data_set.columns for text in (column.name, column.title, column.title_en)]
    told = [data_set.full_name, data_set.title, data_set.title_en, data_set.about, *columns]
    return words.strip().lower() in "\n".join(told).lower()
