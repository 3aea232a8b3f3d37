"""Counts of both sides held against each other: what was given, what the recipient says it took in."""

from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.events import Notice, Settled, announce
from brain.kit.node import Node
from brain.platform.sharing.contract import Receipt, Sharing
from brain.platform.sharing.queries import receipts, sharings
from brain.platform.sharing.service import giving


async def take_receipt(session: AsyncSession, node: Node, sharing: Sharing, version: int, rows: int) -> None:
    """A to-do where the counts differ; told again with the right count, it is closed.

    Raises NotShared where the sharing no longer stands.
    """
    given = await giving.released(session, node, sharing, 0, 1)
    known = {each.version: each.given for each in await receipts.of(session, sharing.id)}
    had = given.total if given.version == version else known.get(version)
    await receipts.keep(session, sharing.id, version, rows, had)
    key = f"sharing.receipt/{sharing.id}/{version}"
    if had is None or had == rows:
        await announce(session, Settled(key=key))
        return
    profile = sharing.profile
    told = Notice(
        kind="todo",
        title=f"{profile.recipient} 收到 {rows} 行，应为 {had} 行",
        title_en=f"{profile.recipient} took in {rows} rows of {had}",
        body=f"{profile.data_set} 第 {version} 版：请与对方核对",
        link=f"/sharing/{sharing.id}",
        scope="sharing.propose",
        key=key,
    )
    await announce(session, told)


async def received(session: AsyncSession, sharing_id: int) -> Sequence[Receipt]:
    """The newest version first. Raises NotFound for no sharing of that number."""
    await sharings.get(session, sharing_id)
    return await receipts.of(session, sharing_id)
