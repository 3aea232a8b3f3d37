"""The one place from which data leave for others: pages, files, figures, by what was approved.

Whatever way they go (file, interface, exchange, data space), they are made here.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

import polars as pl
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.crypto import sm3
from brain.kit.errors import Invalid, Unauthenticated
from brain.kit.node import Node
from brain.platform.governance.service import release
from brain.platform.sharing.contract import Answered, Manner, NotShared, Sharing
from brain.platform.sharing.domain import acts
from brain.platform.sharing.queries import sharings
from brain.platform.sharing.service import checking, deciding
from brain.platform.sharing.service.checking import Ready

LARGEST_FILE: Final = 200_000  # rows


@dataclass(frozen=True, kw_only=True)
class Given:
    """Protected rows, `total` in all, of a version."""

    rows: pl.DataFrame
    total: int
    version: int


async def recipient(session: AsyncSession, sharing_id: int, bearer: str | None) -> Sharing:
    """The sharing that a token opens. Raises Unauthenticated for one that opens nothing."""
    kind, _, secret = (bearer or "").partition(" ")
    found = (
        await sharings.token_holder(session, sharing_id, sm3(secret.encode()))
        if kind.lower() == "bearer" and secret
        else None
    )
    if found is None:
        raise Unauthenticated("令牌无效或已作废")
    return found


async def rows(session: AsyncSession, node: Node, sharing: Sharing, offset: int, limit: int) -> Given:
    """A page for the recipient's machine, recorded."""
    given = await released(session, node, sharing, offset, limit)
    told = {"offset": offset, "rows": given.rows.height, "version": given.version}
    await deciding.record(session, acts.READ, sharing, None, told)
    return given


async def file(session: AsyncSession, node: Node, sharing_id: int, form: str, by: str) -> Given:
    """All rows for a file that a person hands over, recorded."""
    sharing = await sharings.get(session, sharing_id)
    given = await released(session, node, sharing, 0, LARGEST_FILE)
    if given.total > LARGEST_FILE:
        raise Invalid(f"超过 {LARGEST_FILE} 行，请用筛选缩小范围，或由接口分页读取")
    told = {"rows": given.rows.height, "version": given.version, "format": form}
    await deciding.record(session, acts.DOWNLOADED, sharing, by, told)
    return given


async def released(session: AsyncSession, node: Node, sharing: Sharing, offset: int, limit: int) -> Given:
    """Rows as approved and as the grades of today ask, in an order that tells nothing.

    Raises NotShared where the sharing does not stand, or its data or grades have become worse than approved.
    """
    ready = await _standing(session, node, sharing)
    if sharing.profile.manner is Manner.COUNTS:
        raise NotShared("这项共享只给统计，不给行")
    key = await sharings.key_of(session, node.secrets, sharing.profile.recipient)
    return await asyncio.to_thread(_released, ready, sharing, key, offset, limit)


def _released(ready: Ready, sharing: Sharing, key: bytes, offset: int, limit: int) -> Given:
    is_grouped = sharing.profile.manner is Manner.GROUPS
    found = ready.collected(checking.MEASURED if is_grouped else checking.LARGEST)
    if is_grouped:
        found = checking.grouped(ready, found).select(each.name for each in sharing.profile.columns)
    page = release.shuffled(found, key, f"{sharing.id}/{ready.version.number}").slice(offset, limit)
    shown = page if is_grouped else release.protect(page, ready.treated, key, sharing.profile.purpose)
    return Given(rows=shown, total=found.height, version=ready.version.number)


async def count(
    session: AsyncSession, node: Node, sharing: Sharing, column: str, epsilon: Decimal
) -> Answered:
    """Noisy counts by the categories that were approved."""
    counted = next((each for each in sharing.profile.counted if each.column == column), None)
    if counted is None:
        raise NotShared(f"这项共享不按“{column}”计数")

    def noisy(rows: pl.DataFrame) -> dict[str, float]:
        return dict(release.counts(rows[column], counted.categories, epsilon))

    return await _answered(session, node, sharing, epsilon, noisy, {"count": column})


async def total(
    session: AsyncSession, node: Node, sharing: Sharing, column: str, epsilon: Decimal
) -> Answered:
    """A noisy sum within the bounds that were approved."""
    summed = next((each for each in sharing.profile.summed if each.column == column), None)
    if summed is None:
        raise NotShared(f"这项共享不合计“{column}”")

    def noisy(rows: pl.DataFrame) -> dict[str, float]:
        return {column: release.total(rows[column], (summed.low, summed.high), epsilon)}

    return await _answered(session, node, sharing, epsilon, noisy, {"sum": column})


async def _answered(
    session: AsyncSession,
    node: Node,
    sharing: Sharing,
    epsilon: Decimal,
    noisy: Callable[[pl.DataFrame], dict[str, float]],
    told: dict[str, Any],
) -> Answered:
    """The budget is locked, spent and committed before the answer goes out: asked at once from many sides
    it is spent as often as it is answered. Raises NotShared where less is left."""
    held = await sharings.get(session, sharing.id)
    ready = await _standing(session, node, held)
    left = held.profile.epsilon - held.spent - epsilon
    if left < 0:
        raise NotShared(f"隐私预算还剩 {left + epsilon:f}，不足 {epsilon:f}")
    await sharings.spend(session, held.id, epsilon)
    values = await asyncio.to_thread(lambda: noisy(ready.collected(checking.LARGEST)))
    await deciding.record(session, acts.ANSWERED, held, None, told | {"epsilon": str(epsilon)})
    return Answered(values=values, epsilon=epsilon, left=left, version=ready.version.number)


async def _standing(session: AsyncSession, node: Node, sharing: Sharing) -> Ready:
    deciding.require_standing(sharing)
    try:
        ready = await checking.ready(session, node, sharing.profile)
    except Invalid as refusal:
        raise NotShared(f"数据的级别已变，须重新审批：{refusal.message}") from refusal
    checked = sharing.checked
    if ready.version.number != checked.version or checking.level(ready) > checked.raised:
        problem = await deciding.recheck(session, node, sharing)
        if problem is not None:
            raise NotShared(f"须重新审批：{problem}")
    return ready
