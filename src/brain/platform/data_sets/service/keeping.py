"""What is kept of data sets: versions for a time, nothing removed while a legal hold is on it."""

import asyncio
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.acts import Act
from brain.kit.clock import now
from brain.kit.datasets import DataSet, Gathered
from brain.kit.db import lock
from brain.kit.errors import Conflict
from brain.kit.events import Recorded, announce
from brain.kit.node import Node
from brain.platform.data_sets.adapters.lake import Lake
from brain.platform.data_sets.domain import acts
from brain.platform.data_sets.domain.retention import Decided, Erasure, LegalHold, Policy
from brain.platform.data_sets.queries import builds, deliveries, erasures, retention
from brain.platform.data_sets.service import views
from brain.platform.data_sets.service.catalogue import current


@dataclass(frozen=True, kw_only=True)
class Kept:
    """What is kept of a data set; `downstream` is all that is built of it."""

    policy: Policy
    decisions: Sequence[Decided]
    holds: Sequence[LegalHold]
    erasures: Sequence[Erasure]
    downstream: Sequence[str]
    erasable: bool


async def whole(session: AsyncSession, node: Node, name: str) -> Kept:
    catalogue = await current(session, node)
    data_set = catalogue.get(name)
    return Kept(
        policy=await retention.policy(session, name),
        decisions=await retention.decided(session, name),
        holds=await retention.holds(session, name),
        erasures=await erasures.of(session, name),
        downstream=catalogue.built_from(name)[1:],
        erasable=isinstance(data_set.built, Gathered) and bool(data_set.keys),
    )


async def set_policy(
    session: AsyncSession, node: Node, name: str, policy: Policy, reason: str, by: str
) -> None:
    """In force from the next version, and the next night, on."""
    data_set = (await current(session, node)).get(name)
    if await retention.policy(session, name) != policy:
        await retention.decide(session, name, policy, reason, by)
        await record(session, data_set, acts.RETENTION_SET, by, {**vars(policy), "reason": reason})


async def place_hold(session: AsyncSession, node: Node, name: str, reason: str, by: str) -> None:
    data_set = (await current(session, node)).get(name)
    await lock(session, "data_sets", name)
    await retention.place(session, name, reason, by)
    await record(session, data_set, acts.HOLD_PLACED, by, {"reason": reason})


async def release_hold(session: AsyncSession, node: Node, hold_id: int, reason: str, by: str) -> LegalHold:
    hold = await retention.release(session, hold_id, reason, by)
    data_set = (await current(session, node)).get(hold.data_set)
    await record(session, data_set, acts.HOLD_RELEASED, by, {"reason": reason})
    return hold


async def require_free(session: AsyncSession, names: Collection[str]) -> None:
    """Raises Conflict while a legal hold is on one of them."""
    if held := await retention.held(session, names):
        told = "；".join(f"{hold.data_set}（{hold.reason}）" for hold in held)
        raise Conflict(f"法律冻结期间不能清除：{told}")


async def trim(session: AsyncSession, name: str) -> None:
    """Forget the versions that are not to be kept; `sweep` then removes their files."""
    if await retention.held(session, [name]):
        return
    policy = await retention.policy(session, name)
    built = [(version.number, version.built_at) for version in await builds.versions(session, name)]
    await builds.forget(session, name, policy.surplus(built, now()))


async def sweep(node: Node, data_set: DataSet) -> None:
    """Remove the files of versions that nothing tells of any more."""
    async with node.database.transaction() as session:
        await lock(session, "data_sets", data_set.full_name)
        versions = await builds.versions(session, data_set.full_name)
        kept = [file for version in versions for file in (*version.files, *version.held)]
        await asyncio.to_thread(node.get(Lake).sweep, data_set, kept)


async def sweep_deliveries(node: Node, data_set: DataSet) -> None:
    """Likewise of deliveries; not after every build, for it looks at each delivery there ever was."""
    async with node.database.transaction() as session:
        await lock(session, "data_sets", data_set.full_name)
        for delivered in await deliveries.of(session, data_set.full_name):
            await asyncio.to_thread(node.get(Lake).sweep_delivery, data_set, delivered.id, delivered.files)


async def retain(node: Node) -> None:
    """What the policies let go, goes."""
    async with node.database.transaction() as session:
        catalogue = await current(session, node)
    for data_set in catalogue.in_order:
        async with node.database.transaction() as session:
            await lock(session, "data_sets", data_set.full_name)
            await trim(session, data_set.full_name)
            await _drop_deliveries(session, data_set)
        await sweep(node, data_set)
        await sweep_deliveries(node, data_set)


async def _drop_deliveries(session: AsyncSession, data_set: DataSet) -> None:
    name = data_set.full_name
    policy = await retention.policy(session, name)
    if policy.delivery_days is None or not isinstance(data_set.built, Gathered):
        return
    if await retention.held(session, [name]):
        return
    spared = now() - timedelta(days=policy.delivery_days)
    delivered = await deliveries.of(session, name)
    counted = views.counted(data_set.built, delivered)
    newest = max((each.delivered_at for each in counted), default=None)
    for each in delivered:
        replaced_at = each.withdrawal.at if each.withdrawal else newest
        if each.files and each not in counted and replaced_at and replaced_at <= spared:
            await deliveries.set_files(session, each.id, [])
            details = {"delivery": each.id, "rows": each.rows}
            await record(session, data_set, acts.DELIVERY_REMOVED, "system", details)


async def record(
    session: AsyncSession, data_set: DataSet, act: Act, by: str, details: dict[str, Any]
) -> None:
    target = f"{data_set.tier}/{data_set.name}"
    await announce(session, Recorded(act=act, target=target, title=data_set.title, actor=by, details=details))
