"""Enterprises that rows name without their codes: told to governance, linked as people decide."""

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import polars as pl
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit import jobs
from brain.kit.datasets import Column, DataSet, Gathered
from brain.kit.node import Node
from brain.platform.data_sets.adapters.lake import Lake
from brain.platform.data_sets.contract import Delivered
from brain.platform.data_sets.queries import deliveries
from brain.platform.data_sets.service.catalogue import current
from brain.platform.data_sets.service.refreshing import ask_to_refresh
from brain.platform.governance.contract import NamesDecided, SeenName
from brain.platform.governance.service import matching

NOTE_NAMES: Final = "data_sets.note_names"
NAME, CODE, ADDRESS = "enterprise_name", "credit_code", "address"


def links_by_name(data_set: DataSet) -> bool:
    """Whether its rows may name their enterprise instead of carrying its code; where the code is a key,
    rows without it were rejected."""
    names = {column.name for column in data_set.own_columns}
    return isinstance(data_set.built, Gathered) and {NAME, CODE} <= names and CODE not in data_set.keys


async def decided(session: AsyncSession, data_set: DataSet) -> dict[str, str]:
    """Credit codes by the names that rows write, where people decided."""
    if not links_by_name(data_set):
        return {}
    return await matching.decided_spellings(session, data_set.full_name)


async def ask_to_note(session: AsyncSession) -> None:
    await jobs.enqueue(session, NOTE_NAMES, {}, key="all")


async def hear_names_decided(session: AsyncSession, _: NamesDecided) -> None:
    await ask_to_refresh(session)


async def note_next(session: AsyncSession, node: Node) -> bool:
    """Tell governance the names of one delivery; False when all are told."""
    delivered = await deliveries.lock_unnoted(session)
    if delivered is None:
        return False
    data_set = (await current(session, node)).by_name.get(delivered.data_set)
    if data_set is not None and delivered.withdrawal is None and links_by_name(data_set):
        seen = await asyncio.to_thread(_unlinked, node.get(Lake), data_set, delivered)
        await matching.note(session, delivered.id, data_set.full_name, seen, in_data_set=True)
        await ask_to_refresh(session)
    await deliveries.mark_noted(session, delivered.id)
    return True


def _unlinked(lake: Lake, data_set: DataSet, delivered: Delivered) -> list[SeenName]:
    present = lake.columns(delivered.files[0]) if delivered.files else frozenset()
    if not {NAME, CODE} <= present:
        return []
    address = _address(data_set.own_columns, present)
    rows = (
        pl.scan_parquet(lake.paths(delivered.files))
        .filter(pl.col(CODE).is_null(), pl.col(NAME).is_not_null())
        .group_by(pl.col(NAME).alias("written"))
        .agg(pl.len().alias("rows"), address.drop_nulls().first().alias("address"))
        .collect()
    )
    return [SeenName(**row) for row in rows.iter_rows(named=True)]


def _address(columns: Sequence[Column], present: frozenset[str]) -> pl.Expr:
    """Where the rows say the enterprise is."""
    held = [column.name for column in columns if column.name in present]
    named = [column.name for column in columns if column.kind == "address" or column.name == ADDRESS]
    return next((pl.col(name) for name in held if name in named), pl.lit(None, pl.String))


def keep_aside(folder: Path, decided: dict[str, str]) -> None:
    """The decisions as a table for the engine to join."""
    folder.mkdir()
    pl.DataFrame({"written": list(decided), "code": list(decided.values())}).write_parquet(
        folder / "part-0.parquet"
    )
