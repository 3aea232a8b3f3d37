"""What sources deliver to data sets: kept batch by batch, part of the data set once it is whole."""

import asyncio
from dataclasses import dataclass
from datetime import date

import polars as pl
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.kit.datasets import DataSet
from brain.kit.events import Recorded, announce
from brain.kit.node import Node
from brain.platform.data_sets.adapters.lake import Lake
from brain.platform.data_sets.contract import Delivered
from brain.platform.data_sets.domain import acts
from brain.platform.data_sets.queries import deliveries
from brain.platform.data_sets.service.erasing import kept_out
from brain.platform.data_sets.service.naming import ask_to_note
from brain.platform.data_sets.service.refreshing import ask_to_refresh
from brain.platform.governance.service import matching


@dataclass(frozen=True, kw_only=True)
class Provenance:
    """Where the rows of a delivery come from. `id` is that of the import."""

    id: int
    provider: str
    title: str
    as_of: date
    sample: bool
    by: str


async def keep(node: Node, data_set: DataSet, origin: Provenance, frame: pl.DataFrame, row: str) -> None:
    """Rows on the disk when this returns; given again they take the place of themselves.

    `frame` has columns of the data set, and in `row` the number of each in the file.
    """
    placed = frame.with_columns(
        pl.lit(origin.provider).alias("source_provider"),
        pl.lit(origin.title).alias("source_title"),
        pl.lit(origin.as_of).alias("source_as_of"),
        pl.lit(origin.sample).alias("sample"),
        pl.lit(origin.id, pl.Int64).alias("_delivery"),
        pl.col(row).cast(pl.Int64).alias("_row"),
    ).drop(row)
    await asyncio.to_thread(node.get(Lake).keep_part, data_set, origin.id, frame[row][0], placed)


async def complete(session: AsyncSession, node: Node, data_set: DataSet, origin: Provenance) -> None:
    """All rows are kept but those that were erased for good: they count from the next version on."""
    lake = node.get(Lake)
    files = lake.parts(data_set, origin.id)
    if gone := await kept_out(session, node, data_set):
        files, _ = await asyncio.to_thread(lake.without, files, gone, "kept")
    rows, _ = await asyncio.to_thread(lake.size, files)
    delivered = Delivered(
        id=origin.id,
        data_set=data_set.full_name,
        provider=origin.provider,
        title=origin.title,
        as_of=origin.as_of,
        sample=origin.sample,
        files=files,
        rows=rows,
        delivered_by=origin.by,
        delivered_at=now(),
    )
    await deliveries.add(session, delivered)
    await ask_to_note(session)
    await ask_to_refresh(session)


async def withdraw(session: AsyncSession, delivery_id: int, reason: str, by: str) -> Delivered:
    """The next version is without its rows; the rows themselves stay in the lake."""
    delivered = await deliveries.get(session, delivery_id)
    if delivered.withdrawal is None:
        await deliveries.withdraw(session, delivery_id, by, reason)
        target = delivered.data_set.replace(".", "/")
        details = {"delivery": delivery_id, "reason": reason, "rows": delivered.rows}
        told = Recorded(act=acts.WITHDRAWN, target=target, title=delivered.title, actor=by, details=details)
        await announce(session, told)
        await matching.forget(session, delivery_id)
        await ask_to_refresh(session)
    return await deliveries.get(session, delivery_id)
