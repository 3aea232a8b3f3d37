"""The rows of a data set for other rooms, and what they come from."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.datasets import ORIGIN, DataSet
from brain.kit.errors import Invalid
from brain.kit.node import Node
from brain.platform.data_sets.adapters.lake import Lake
from brain.platform.data_sets.contract import Catalogue, Version
from brain.platform.data_sets.queries import builds
from brain.platform.data_sets.service import granting
from brain.platform.data_sets.service.catalogue import current
from brain.platform.identity.contract import Caller


@dataclass(frozen=True, kw_only=True)
class Delivery:
    """Rows of a version that one source delivered at one time."""

    data_set: str
    provider: str
    title: str
    as_of: str
    rows: int
    sample: bool


@dataclass(frozen=True, kw_only=True)
class Content:
    """The newest version as it is: whoever reads it answers for what is shown of it."""

    data_set: DataSet
    version: Version
    rows: pl.LazyFrame
    origins: Sequence[Delivery]


def rows(node: Node, data_set: DataSet, version: Version) -> pl.LazyFrame:
    """All declared columns; those declared since the version was built are empty."""
    lake = node.get(Lake)
    present = lake.columns(version.files[0])
    scanned = pl.scan_parquet(lake.paths(version.files))
    return scanned.select(
        pl.col(column.name) if column.name in present else pl.lit(None).alias(column.name)
        for column in data_set.columns
    )


async def described(session: AsyncSession, node: Node, name: str) -> DataSet:
    """As it is in force. Raises NotFound."""
    return (await current(session, node)).get(name)


async def require_whole(session: AsyncSession, node: Node, caller: Caller, name: str) -> None:
    """Raises Forbidden where a row policy keeps rows from the caller, NotFound."""
    catalogue = await current(session, node)
    await granting.require_whole(session, catalogue, caller, catalogue.get(name))


async def require_open(session: AsyncSession, node: Node, name: str) -> None:
    """Raises Invalid where a row policy keeps rows from anybody, NotFound."""
    catalogue = await current(session, node)
    await granting.require_open(session, catalogue, catalogue.get(name))


async def content(session: AsyncSession, node: Node, name: str) -> Content:
    """Raises Invalid for one that is not built."""
    catalogue, lake = await current(session, node), node.get(Lake)
    data_set = catalogue.get(name)
    built = await builds.latest(session)
    if name not in built:
        raise Invalid(f"数据集 {name} 还没有构建")
    read = [each for each in _upstream(catalogue, name) if each.full_name in built]
    origins = [
        await asyncio.to_thread(_origins, lake, each, built[each.full_name])
        for each in read
        if set(ORIGIN) <= set(each.columns)
    ]
    return Content(
        data_set=data_set,
        version=built[name],
        rows=rows(node, data_set, built[name]),
        origins=[told for found in origins for told in found],
    )


def _upstream(catalogue: Catalogue, name: str) -> list[DataSet]:
    """The data set and all that it is built of."""
    reached = {name}
    for data_set in reversed(catalogue.in_order):
        if data_set.full_name in reached:
            reached |= catalogue.inputs[data_set.full_name]
    return [data_set for data_set in catalogue.in_order if data_set.full_name in reached]


def _origins(lake: Lake, data_set: DataSet, version: Version) -> list[Delivery]:
    names = [column.name for column in ORIGIN]
    counted = pl.scan_parquet(lake.paths(version.files)).group_by(names).len().sort(names).collect()
    return [
        Delivery(
            data_set=data_set.full_name,
            provider=provider or "",
            title=title or "",
            as_of=str(as_of or ""),
            rows=rows,
            sample=bool(sample),
        )
        for provider, title, as_of, sample, rows in counted.iter_rows()
    ]
