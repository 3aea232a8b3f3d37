"""Carrying erasures out: rows leave what was delivered, every version, and all that was built of them."""

import asyncio
from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.kit.datasets import DataSet, Derived
from brain.kit.db import lock
from brain.kit.events import Notice, announce
from brain.kit.node import Node
from brain.platform.data_sets.adapters.lake import Lake, typed_row
from brain.platform.data_sets.contract import Catalogue, RowsErased
from brain.platform.data_sets.domain import acts
from brain.platform.data_sets.domain.retention import Erasure, ErasureState
from brain.platform.data_sets.domain.statements import tables_of
from brain.platform.data_sets.queries import builds, declarations, deliveries, erasures, held, retention
from brain.platform.data_sets.service import keeping
from brain.platform.data_sets.service.catalogue import current
from brain.platform.data_sets.service.erasing import named_by
from brain.platform.data_sets.service.naming import ask_to_note
from brain.platform.data_sets.service.refreshing import ask_to_refresh
from brain.platform.governance.service import matching


async def carry_out(node: Node, erasure_id: int) -> None:
    """Rows leave what was delivered and what was held back; the rest is built anew. Done again it does
    nothing more; while a legal hold is on it, nothing yet."""
    async with node.database.transaction() as session:
        erasure = await erasures.get(session, erasure_id)
        await lock(session, "data_sets", erasure.data_set)
        erasure = await erasures.get(session, erasure_id)
        catalogue = await current(session, node)
        data_set = catalogue.get(erasure.data_set)
        if erasure.state is ErasureState.APPROVED:
            if await retention.held(session, catalogue.built_from(erasure.data_set)):
                return
            await _erase(session, node, data_set, erasure)
            await ask_to_refresh(session)
    await keeping.sweep_deliveries(node, data_set)


async def _erase(session: AsyncSession, node: Node, data_set: DataSet, erasure: Erasure) -> None:
    gone = named_by(node, data_set, [erasure])
    touched: dict[int, int] = {}
    for delivered in await deliveries.of(session, data_set.full_name):
        files, removed = await asyncio.to_thread(
            node.get(Lake).without, delivered.files, gone, f"e{erasure.id}"
        )
        if removed:
            await deliveries.set_files(session, delivered.id, files)
            touched[delivered.id] = removed
    for each in touched:
        await matching.forget(session, each)
    await deliveries.note_again(session, touched)
    await ask_to_note(session)
    texts = await held.texts(session, data_set.full_name)
    stopped = [row for row, values in texts.items() if gone(typed_row(data_set.columns, values))[0]]
    await held.remove(session, stopped)
    report = {
        "deliveries": [{"id": each, "rows": removed} for each, removed in touched.items()],
        "held": len(stopped),
    }
    reached = (await current(session, node)).built_from(data_set.full_name)
    await erasures.forget_values(session, data_set.full_name, reached)
    await erasures.change(session, erasure.id, state=ErasureState.ERASED, erased_at=now(), report=report)
    await announce(
        session, RowsErased(data_set=data_set.full_name, deliveries=tuple(touched), reached=tuple(reached))
    )


async def finish(node: Node) -> None:
    """Carry out what a legal hold kept waiting; where data sets have been built anew, remove every older
    version."""
    async with node.database.transaction() as session:
        unfinished = await erasures.unfinished(session)
    for erasure in unfinished:
        if erasure.state is ErasureState.APPROVED:
            await carry_out(node, erasure.id)
        else:
            await _finish(node, erasure)


async def _finish(node: Node, erasure: Erasure) -> None:
    async with node.database.transaction() as session:
        catalogue = await current(session, node)
        chain = catalogue.built_from(erasure.data_set)
        if await retention.held(session, chain) or not await _rebuilt(session, catalogue, chain, erasure):
            return
        removed = {}
        for name in chain:
            await lock(session, "data_sets", name)
            older = [version.number for version in (await builds.versions(session, name))[1:]]
            await builds.forget(session, name, older)
            removed[name] = older
        retired = await _forget_retired(session, chain)
        report = {**erasure.report, "versions": removed}
        await erasures.change(session, erasure.id, state=ErasureState.DONE, done_at=now(), report=report)
        data_set = catalogue.get(erasure.data_set)
        await keeping.record(
            session, data_set, acts.ERASURE_DONE, "system", {"erasure": erasure.id, **report}
        )
        await announce(
            session,
            Notice(
                kind="message",
                title=f"“{data_set.title}”的删除已完成，旧版本与下游数据集的旧版本已清除",
                title_en=f"Rows of {data_set.title_en} are erased, with older versions built of them",
                link=f"/data-sets/{data_set.tier}/{data_set.name}",
                scope="data_sets.manage",
            ),
        )
    for data_set in [*(catalogue.get(name) for name in chain), *retired]:
        await keeping.sweep(node, data_set)


async def _forget_retired(session: AsyncSession, chain: Sequence[str]) -> list[DataSet]:
    """Of those no longer built that were built of them, every version."""
    reached, found = set(chain), []
    for data_set in await declarations.retired(session):
        if isinstance(data_set.built, Derived) and tables_of(data_set.built.statement) & reached:
            versions = await builds.versions(session, data_set.full_name)
            await builds.forget(session, data_set.full_name, [version.number for version in versions])
            found.append(data_set)
            reached.add(data_set.full_name)
    return found


async def _rebuilt(
    session: AsyncSession, catalogue: Catalogue, chain: Sequence[str], erasure: Erasure
) -> bool:
    """Whether the newest versions were all built after the rows went, each after those it is built of."""
    newest = await builds.latest(session)
    standing = [name for name in chain if name in newest]
    return all(
        erasure.erased_at is not None
        and newest[name].built_at > erasure.erased_at
        and all(
            newest[name].built_at > newest[each].built_at for each in catalogue.inputs[name] & set(standing)
        )
        for name in standing
    )
