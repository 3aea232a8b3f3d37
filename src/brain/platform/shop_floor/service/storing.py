"""The store has a budget: what all have read goes by age, then, when the disk is full, the lowest first."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.kit.errors import Invalid
from brain.kit.events import Notice, Settled, announce
from brain.kit.node import Node
from brain.platform.shop_floor.domain.points import Priority
from brain.platform.shop_floor.models import LossRow, StoreRow
from brain.platform.shop_floor.queries import blocks

DEFAULT_BUDGET: Final = 8 * 1024**3  # bytes
SMALLEST_BUDGET: Final = 16 * 1024**2
DEFAULT_DAYS: Final = 30
LONGEST_DAYS: Final = 3650
RESERVE: Final = 1024**3  # bytes free on the disk, below which people are told
_TODO: Final = "shop_floor.store"
_DISK: Final = "shop_floor.disk"


@dataclass(frozen=True)
class Limits:
    """`budget` in bytes of packed values; `days` for which values stay that everybody has read."""

    budget: int
    days: int


async def limits(session: AsyncSession) -> Limits:
    row = await session.get(StoreRow, 1)
    return Limits(row.budget, row.days) if row else Limits(DEFAULT_BUDGET, DEFAULT_DAYS)


async def set_limits(session: AsyncSession, wanted: Limits, by: str) -> None:
    if wanted.budget < SMALLEST_BUDGET:
        raise Invalid("缓存上限至少 16 MB", [{"loc": "/body/budget", "message": "至少 16 MB"}])
    if not 1 <= wanted.days <= LONGEST_DAYS:
        raise Invalid("保留天数须在 1 到 3650 之间", [{"loc": "/body/days", "message": "1 到 3650"}])
    await session.merge(
        StoreRow(id=1, budget=wanted.budget, days=wanted.days, changed_by=by, changed_at=now())
    )


async def trim(node: Node) -> None:
    """Keep to the limits. What nobody has read yet is given up only when nothing else is left, the lowest
    priority and of it the oldest first, and every loss is noted."""
    async with node.database.transaction() as session:
        held = await limits(session)
        newest, read = await blocks.newest(session), await blocks.read_by_all(session)
        free = newest if read is None else read
        await blocks.delete_older(session, up_to=free, before=now() - timedelta(days=held.days))
        over = await blocks.total_size(session) - held.budget
        if over > 0:
            over -= _size(await blocks.delete_oldest(session, up_to=free, priority=None, bytes_over=over))
        given_up = 0
        for priority in sorted(Priority, reverse=True):
            if over <= 0:
                break
            removed = await blocks.delete_oldest(session, up_to=newest, priority=priority, bytes_over=over)
            over -= _size(removed)
            given_up += await _note(session, priority, removed)
        await _tell(session, given_up, full=over > 0)
        await tell_disk(session, shutil.disk_usage(node.folder).free)


async def tell_disk(session: AsyncSession, free: int) -> None:
    """While there is little room: once there is none, values wait in memory, and what that cannot hold is
    given up."""
    if free >= RESERVE:
        await announce(session, Settled(key=_DISK))
        return
    await announce(
        session,
        Notice(
            kind="todo",
            title="磁盘快满了",
            title_en="The disk is nearly full",
            body=f"只剩 {free / 1024**2:.0f} MB。写满之后，采集的值只能等在内存里，放不下的会舍去："
            "请腾出空间，或在“采集缓存”里调小上限",
            link="/shop-floor/store",
            scope="shop_floor.configure",
            key=_DISK,
        ),
    )


def _size(removed: Sequence[Any]) -> int:
    return sum(int(each.size) for each in removed)


async def _note(session: AsyncSession, priority: Priority, removed: Sequence[Any]) -> int:
    if not removed:
        return 0
    points = sum(int(each.points) for each in removed)
    session.add(
        LossRow(
            reason="disk_full",
            priority=int(priority),
            source_id=None,
            points=points,
            first_block=min(each.number for each in removed),
            last_block=max(each.number for each in removed),
            first_at=min(each.first_at for each in removed),
            last_at=max(each.last_at for each in removed),
            told="缓存已满，先舍去优先级低的、时间早的",
            noted_at=now(),
        )
    )
    return points


async def _tell(session: AsyncSession, given_up: int, *, full: bool) -> None:
    if given_up:
        await announce(
            session,
            Notice(
                kind="todo",
                title=f"缓存已满，舍去了 {given_up} 个尚未送出的值",
                title_en=f"The store is full: {given_up} values not yet sent were given up",
                body="恢复与大脑的连接，或在“缓存”里调大上限",
                link="/shop-floor/store",
                scope="shop_floor.configure",
                key=_TODO,
            ),
        )
    elif not full:
        await announce(session, Settled(key=_TODO))
