"""Where columns come from and what is made of them, over all data sets."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.datasets import Derived
from brain.kit.node import Node
from brain.platform.data_sets.contract import Catalogue
from brain.platform.data_sets.domain.lineage import Origin, origins
from brain.platform.data_sets.service.catalogue import current

Links = Mapping[Origin, frozenset[Origin]]


@dataclass(frozen=True, kw_only=True)
class Traced:
    """A column with all columns before it, up to the first, and all after it, to the last."""

    column: str
    direct: list[Origin]
    sources: list[Origin]
    impact: list[Origin]


async def traced(session: AsyncSession, node: Node, name: str) -> list[Traced]:
    """Every column of a data set. A source that is itself computed is not listed, those before it are."""
    catalogue = await current(session, node)
    data_set = catalogue.get(name)
    before = links(catalogue)
    after = _turned(before)
    traced = []
    for column in data_set.columns:
        own = Origin(name, column.name)
        reached = _reached(before, own)
        traced.append(
            Traced(
                column=column.name,
                direct=sorted(before.get(own, frozenset())),
                sources=sorted(each for each in reached if not before.get(each)),
                impact=sorted(_reached(after, own)),
            )
        )
    return traced


def links(catalogue: Catalogue) -> dict[Origin, frozenset[Origin]]:
    """For each computed column those it comes from."""
    return {
        Origin(data_set.full_name, column): sources
        for data_set in catalogue.in_order
        if isinstance(data_set.built, Derived)
        for column, sources in origins(data_set.built.statement, catalogue.by_name).items()
    }


def _turned(before: Links) -> Links:
    after: dict[Origin, set[Origin]] = defaultdict(set)
    for column, sources in before.items():
        for source in sources:
            after[source].add(column)
    return {source: frozenset(columns) for source, columns in after.items()}


def _reached(edges: Links, start: Origin) -> set[Origin]:
    found: set[Origin] = set()
    stack = [*edges.get(start, ())]
    while stack:
        each = stack.pop()
        if each not in found:
            found.add(each)
            stack += edges.get(each, ())
    return found
