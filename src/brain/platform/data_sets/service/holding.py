"""Rows that break rules of quality: held back from a version, accepted, corrected or discarded by people."""

from collections.abc import Mapping

import polars as pl
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.acts import Act
from brain.kit.datasets import DataSet, Gathered
from brain.kit.errors import Conflict, Invalid
from brain.kit.events import Notice, Recorded, Settled, announce
from brain.kit.node import Node
from brain.kit.schemas import Paging
from brain.platform.data_sets.adapters.lake import typed_row
from brain.platform.data_sets.contract import CORRECTIONS
from brain.platform.data_sets.domain import acts
from brain.platform.data_sets.domain.holding import Held, HeldState
from brain.platform.data_sets.queries import held
from brain.platform.data_sets.service import delivering, granting
from brain.platform.data_sets.service.catalogue import current
from brain.platform.data_sets.service.delivering import Provenance
from brain.platform.data_sets.service.protection import mask
from brain.platform.data_sets.service.refreshing import ask_to_refresh
from brain.platform.identity.contract import Caller


async def page(
    session: AsyncSession, node: Node, caller: Caller, name: str, state: HeldState, paging: Paging
) -> tuple[list[Held], int]:
    """Values as the caller may see them; only for whoever may see all rows."""
    catalogue = await current(session, node)
    data_set = catalogue.get(name)
    await granting.require_whole(session, catalogue, caller, data_set)
    shown = await granting.shown_to(session, caller, data_set)
    found, total = await held.page(session, name, state, offset=paging.offset, limit=paging.page_size)
    return [mask(each, shown) for each in found], total


async def accept(session: AsyncSession, held_id: int, reason: str, by: str) -> None:
    """The row is published from the next version on, in spite of the rules."""
    await _decide(session, await _open(session, held_id), HeldState.ACCEPTED, reason, by)
    await ask_to_refresh(session)


async def discard(session: AsyncSession, held_id: int, reason: str, by: str) -> None:
    """The row stays out, and is no longer asked about."""
    await _decide(session, await _open(session, held_id), HeldState.DISCARDED, reason, by)


async def correct(
    session: AsyncSession, node: Node, held_id: int, changes: Mapping[str, str | None], reason: str, by: str
) -> None:
    """The corrected row takes its place from the next version on, told as a correction in its origin.

    Raises Conflict for a data set that is not gathered from deliveries: its inputs are to be corrected.
    """
    row = await _open(session, held_id)
    data_set = (await current(session, node)).get(row.data_set)
    if not isinstance(data_set.built, Gathered):
        raise Conflict("这个数据集由其他数据计算，请更正它的来源")
    own = {column.name for column in data_set.own_columns}
    if unknown := changes.keys() - own:
        raise Invalid(f"没有“{'、'.join(sorted(unknown))}”这一列")
    frame = _corrected(data_set, {**row.values, **changes})
    origin = Provenance(
        id=CORRECTIONS + row.id,
        provider=str(row.values["source_provider"]),
        title=f"{row.values['source_title']}（更正）",
        as_of=frame["source_as_of"][0],
        sample=bool(frame["sample"][0]),
        by=by,
    )
    kept = frame.select(*(column.name for column in data_set.own_columns), pl.lit(1).alias("row"))
    await delivering.keep(node, data_set, origin, kept, "row")
    await delivering.complete(session, node, data_set, origin)
    await _decide(session, row, HeldState.CORRECTED, reason, by)


def _corrected(data_set: DataSet, values: Mapping[str, str | None]) -> pl.DataFrame:
    try:
        return typed_row(data_set.columns, values)
    except pl.exceptions.PolarsError as error:
        raise Invalid("更正的取值与列的类型不符") from error


async def note(session: AsyncSession, data_set: DataSet, rows: Mapping[str, dict[str, object]]) -> None:
    """What a new version holds back; a to-do while somebody has to decide on it."""
    waiting = await held.replace(session, data_set.full_name, rows)
    await announce(session, Settled(key=_key(data_set.full_name)))
    if waiting:
        await announce(
            session,
            Notice(
                kind="todo",
                title=f"“{data_set.title}”有 {waiting} 行不符合质量规则，已隔离",
                title_en=f"{waiting} rows of {data_set.title_en} are held back by rules of quality",
                body="请更正、说明理由后接受，或丢弃",
                link=f"/data-sets/{data_set.tier}/{data_set.name}",
                scope="data_sets.manage",
                key=_key(data_set.full_name),
            ),
        )


async def _open(session: AsyncSession, held_id: int) -> Held:
    row = await held.get(session, held_id, locked=True)
    if row.state is not HeldState.OPEN:
        raise Conflict("这一行已经处理过了")
    return row


async def _decide(session: AsyncSession, row: Held, state: HeldState, reason: str, by: str) -> None:
    await held.decide(session, row.id, state, by, reason)
    act: Act = {
        HeldState.ACCEPTED: acts.HELD_ACCEPTED,
        HeldState.CORRECTED: acts.HELD_CORRECTED,
        HeldState.DISCARDED: acts.HELD_DISCARDED,
    }[state]
    target = row.data_set.replace(".", "/")
    details = {"row": row.id, "broken": row.broken, "reason": reason}
    await announce(session, Recorded(act=act, target=target, title=row.data_set, actor=by, details=details))
    _, waiting = await held.page(session, row.data_set, HeldState.OPEN, offset=0, limit=1)
    if not waiting:
        await announce(session, Settled(key=_key(row.data_set)))


def _key(name: str) -> str:
    return f"data_sets.held/{name}"
