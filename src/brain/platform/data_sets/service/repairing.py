"""What people make of suspected cells: repair them, dismiss them for a reason, ask the source."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Final, TypeAlias

import polars as pl
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.datasets import DataSet, Gathered
from brain.kit.db import lock
from brain.kit.errors import Conflict, Invalid
from brain.kit.events import Recorded, announce
from brain.kit.node import Node
from brain.kit.schemas import Paging
from brain.platform.data_sets.adapters import rows
from brain.platform.data_sets.adapters.lake import Lake, typed_row
from brain.platform.data_sets.contract import Version
from brain.platform.data_sets.domain import acts
from brain.platform.data_sets.domain.holding import as_text
from brain.platform.data_sets.domain.suspicions import REPAIRS, Suspicion, SuspicionState
from brain.platform.data_sets.queries import builds, suspicions
from brain.platform.data_sets.queries.suspicions import Narrowed
from brain.platform.data_sets.service import delivering, detecting, granting
from brain.platform.data_sets.service.catalogue import current
from brain.platform.data_sets.service.delivering import Provenance
from brain.platform.data_sets.service.protection import masked, shown_to
from brain.platform.governance.contract import Shown
from brain.platform.identity.contract import Caller

EXAMPLES: Final = 5  # rows of each kind of evidence
CORRECTED: Final = "（更正）"

Values: TypeAlias = Mapping[str, str | None]


@dataclass(frozen=True, kw_only=True)
class Decided:
    """What a person decided of findings, by their numbers."""

    ids: Sequence[int]
    reason: str
    by: str


async def page(
    session: AsyncSession, node: Node, caller: Caller, name: str, narrowed: Narrowed, paging: Paging
) -> tuple[DataSet, dict[str, Shown], list[Suspicion], int]:
    """With how the caller is shown each column; what is found is not masked yet.

    Only for whoever may see all rows.
    """
    catalogue = await current(session, node)
    data_set = catalogue.get(name)
    await granting.require_whole(session, catalogue, caller, data_set)
    found, total = await suspicions.page(
        session, name, narrowed, offset=paging.offset, limit=paging.page_size
    )
    return data_set, shown_to(caller, data_set), found, total


async def evidence(
    session: AsyncSession, node: Node, caller: Caller, name: str, suspicion_id: int
) -> list[dict[str, str | None]]:
    """Rows alike in what the reason rests on, rows with the proposed value; as the caller may see them."""
    catalogue = await current(session, node)
    data_set = catalogue.get(name)
    await granting.require_whole(session, catalogue, caller, data_set)
    (found,) = await suspicions.some(session, name, [suspicion_id])
    version = (await builds.latest(session))[name]
    shown = shown_to(caller, data_set)
    told = {each for reason in found.reasons for each in reason.beside} | {found.column}
    if told & shown.keys():
        return []
    paths = node.get(Lake).paths(version.files)
    asked: list[Values] = [{each: found.values[each] for each in r.beside} for r in found.reasons if r.beside]
    if found.repair:
        asked.append({found.column: found.repair})
    alike = [await asyncio.to_thread(rows.alike, paths, values, EXAMPLES) for values in asked]
    names = [column.name for column in data_set.columns]
    return [
        {column: masked(as_text(row).get(column), shown.get(column)) for column in names}
        for some in alike
        for row in some
    ]


async def dismiss(session: AsyncSession, node: Node, name: str, wanted: Decided) -> None:
    """They are right: the same is not found again."""
    await _decided(session, node, name, wanted, SuspicionState.DISMISSED)


async def ask_source(session: AsyncSession, node: Node, name: str, wanted: Decided) -> None:
    """They wait for what the source says."""
    await _decided(session, node, name, wanted, SuspicionState.ASKED)


async def _decided(
    session: AsyncSession, node: Node, name: str, wanted: Decided, state: SuspicionState
) -> None:
    data_set = (await current(session, node)).get(name)
    found = await suspicions.some(session, name, wanted.ids)
    _require_undecided(found)
    await _settle(session, data_set, found, wanted, state)


async def repair(session: AsyncSession, node: Node, name: str, wanted: Decided) -> None:
    """The next version has the proposed values; each row is delivered again, told as a correction.

    Raises Conflict for data that are not gathered or have no keys, for a key itself, and for a row that has
    changed since it was looked at; Invalid for a value that the column does not take.
    """
    await lock(session, "data_sets", name)
    data_set = (await current(session, node)).get(name)
    found = await suspicions.some(session, name, wanted.ids)
    _require_undecided(found)
    _require_repairable(data_set, found)
    version = (await builds.latest(session))[name]
    pending = await suspicions.repaired_since(session, name, version.number)
    for keys, cells in _by_row(data_set, found).items():
        earlier = [each for each in pending if _keys(data_set, each) == keys]
        row = await asyncio.to_thread(_published, node.get(Lake), data_set, version, [*earlier, *cells])
        repairs = {each.column: each.repair or None for each in [*earlier, *cells]}
        number = await suspicions.add_repair(session, name, repairs, wanted.by)
        await _deliver(session, node, data_set, {**row, **repairs}, (REPAIRS + number, wanted.by))
    await suspicions.set_version(session, wanted.ids, version.number)
    await _settle(session, data_set, found, wanted, SuspicionState.REPAIRED)


def _published(lake: Lake, data_set: DataSet, version: Version, cells: Sequence[Suspicion]) -> Values:
    """The row of these cells in a version, in which they are still as they were found."""
    keys = dict(zip(data_set.keys, _keys(data_set, cells[0]), strict=True))
    same = rows.alike(lake.paths(version.files), _stripped(keys), 2)
    if len(same) != 1:
        raise Conflict("这一行已不在最新版本中，请重新查找")
    row = as_text(same[0])
    if any(row[each.column] != each.value for each in cells):
        raise Conflict("这一行在查找之后有了变化，请重新查找")
    return row


async def _deliver(
    session: AsyncSession, node: Node, data_set: DataSet, row: Values, told: tuple[int, str]
) -> None:
    """`told`: the number of the delivery, and by whom."""
    frame = _typed(data_set, row)
    number, by = told
    origin = Provenance(
        id=number,
        provider=str(row["source_provider"]),
        title=f"{str(row['source_title']).removesuffix(CORRECTED)}{CORRECTED}",
        as_of=frame["source_as_of"][0],
        sample=bool(frame["sample"][0]),
        by=by,
    )
    own = (column.name for column in data_set.own_columns)
    await delivering.keep(node, data_set, origin, frame.select(*own, pl.lit(1).alias("row")), "row")
    await delivering.complete(session, node, data_set, origin)


def _typed(data_set: DataSet, values: Values) -> pl.DataFrame:
    try:
        return typed_row(data_set.columns, values)
    except pl.exceptions.PolarsError as error:
        raise Invalid("建议的取值与列的类型不符，请用隔离或重新导入更正") from error


def _stripped(values: Values) -> dict[str, str | None]:
    return {name: value.strip() if value else value for name, value in values.items()}


def _keys(data_set: DataSet, found: Suspicion) -> tuple[str | None, ...]:
    return tuple(found.values[key] for key in data_set.keys)


def _by_row(data_set: DataSet, found: Sequence[Suspicion]) -> dict[tuple[str | None, ...], list[Suspicion]]:
    def place(each: Suspicion) -> tuple[str, ...]:
        return tuple(key or "" for key in _keys(data_set, each))

    grouped = groupby(sorted(found, key=place), key=place)
    return {_keys(data_set, cells[0]): cells for _, some in grouped if (cells := list(some))}


def _require_undecided(found: Sequence[Suspicion]) -> None:
    if any(each.state not in {SuspicionState.OPEN, SuspicionState.ASKED} for each in found):
        raise Conflict("有的发现已经处理过了，请刷新")


def _require_repairable(data_set: DataSet, found: Sequence[Suspicion]) -> None:
    if not isinstance(data_set.built, Gathered):
        raise Conflict("这个数据集不由数据源交付，请在它的来源更正")
    if not data_set.keys:
        raise Conflict("这个数据集没有键，无法指明改哪一行，请重新导入")
    own = {column.name for column in data_set.own_columns} - set(data_set.keys)
    if any(each.column not in own or each.repair is None for each in found):
        raise Conflict("键与没有建议值的不能这样改正")


async def _settle(
    session: AsyncSession,
    data_set: DataSet,
    found: Sequence[Suspicion],
    wanted: Decided,
    state: SuspicionState,
) -> None:
    await suspicions.decide(session, wanted.ids, state, wanted.by, wanted.reason)
    details: dict[str, Any] = {
        "decision": state,
        "reason": wanted.reason,
        "cells": [{"id": each.id, "column": each.column} for each in found],
    }
    target = f"{data_set.tier}/{data_set.name}"
    told = Recorded(
        act=acts.SUSPICION_DECIDED, target=target, title=data_set.title, actor=wanted.by, details=details
    )
    await announce(session, told)
    await detecting.tell(session, data_set)
