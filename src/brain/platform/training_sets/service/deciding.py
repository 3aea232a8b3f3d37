"""What becomes of a release: published by somebody else than who made it, refused, withdrawn."""

import asyncio
from typing import Final

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit import jobs
from brain.kit.acts import Act
from brain.kit.clock import now
from brain.kit.errors import Conflict, Forbidden
from brain.kit.events import Notice, Recorded, Settled, announce
from brain.kit.node import Node
from brain.platform.data_sets.contract import RowsErased
from brain.platform.training_sets import queries
from brain.platform.training_sets.adapters import folder
from brain.platform.training_sets.contract import Release, ReleaseStatus, TrainingSetsFolder
from brain.platform.training_sets.domain import acts

REMOVE: Final = "training_sets.remove"


async def publish(session: AsyncSession, release_id: int, reason: str, by: str) -> Release:
    """Raises Forbidden for whoever asked for it."""
    await _must_wait(session, release_id, by)
    return await _decide(session, release_id, ReleaseStatus.PUBLISHED, acts.PUBLISHED, reason, by)


async def refuse(session: AsyncSession, release_id: int, reason: str, by: str) -> Release:
    """Its files go."""
    await _must_wait(session, release_id, by)
    refused = await _decide(session, release_id, ReleaseStatus.REFUSED, acts.REFUSED, reason, by)
    await _forget(session, refused)
    return refused


async def withdraw(session: AsyncSession, release_id: int, reason: str, by: str) -> Release:
    """Nobody gets it any more; its files go."""
    release = await queries.release(session, release_id)
    if release.status is ReleaseStatus.WITHDRAWN:
        return release
    if release.status is not ReleaseStatus.PUBLISHED:
        raise Conflict("只有已发布的版本可以撤回")
    withdrawn = await _decide(session, release_id, ReleaseStatus.WITHDRAWN, acts.WITHDRAWN, reason, by)
    await _forget(session, withdrawn)
    return withdrawn


async def hear_rows_erased(session: AsyncSession, erased: RowsErased) -> None:
    """Releases made of what was erased, or of what is built of it, are not kept."""
    for release in await queries.with_files(session, erased.reached):
        reason = f"{erased.data_set} 有行被永久删除，请重新构建"
        withdrawn = await _decide(
            session, release.id, ReleaseStatus.WITHDRAWN, acts.WITHDRAWN, reason, "system"
        )
        await _forget(session, withdrawn)
        told = Notice(
            kind="message",
            title=f"高质量数据集“{release.recipe.title}”第 {release.number} 版已撤回：{reason}",
            title_en=f"Release {release.number} of {release.recipe.name} is withdrawn: rows were erased",
            link=f"/training-sets/{release.training_set}",
            scope="training_sets.manage",
        )
        await announce(session, told)


async def remove(node: Node, training_set: int, name: str) -> None:
    await asyncio.to_thread(folder.remove, node.get(TrainingSetsFolder), training_set, name)


def key(release_id: int) -> str:
    return f"training_sets.release/{release_id}"


async def _must_wait(session: AsyncSession, release_id: int, by: str) -> None:
    release = await queries.release(session, release_id)
    if release.status is not ReleaseStatus.BUILT:
        raise Conflict("这个版本没有待审")
    if release.asked_by == by:
        raise Forbidden("构建人不能审自己的版本，请由另一位审批人员处理")


async def _decide(
    session: AsyncSession, release_id: int, status: ReleaseStatus, act: Act, reason: str, by: str
) -> Release:
    await queries.change_release(
        session, release_id, status=status, reason=reason, decided_by=by, decided_at=now()
    )
    await announce(session, Settled(key=key(release_id)))
    decided = await queries.release(session, release_id)
    target, details = str(decided.training_set), {"number": decided.number, "reason": reason}
    title = decided.recipe.title
    await announce(session, Recorded(act=act, target=target, title=title, actor=by, details=details))
    return decided


async def _forget(session: AsyncSession, release: Release) -> None:
    if release.folder is not None:
        await queries.change_release(session, release.id, folder=None)
        payload = {"training_set": release.training_set, "folder": release.folder}
        await jobs.enqueue(session, REMOVE, payload, key=str(release.id))
