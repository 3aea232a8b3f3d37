"""What people watch: live values, and how the store stands."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

import numpy as np
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit import series
from brain.kit.events import Recorded, announce
from brain.platform.shop_floor.domain import acts
from brain.platform.shop_floor.models import AsideRow, LossRow, PointRow
from brain.platform.shop_floor.queries import kept
from brain.platform.shop_floor.queries.kept import Backlog, Holding
from brain.platform.shop_floor.service import history, storing
from brain.platform.shop_floor.service.history import Live
from brain.platform.shop_floor.service.storing import Limits


@dataclass(frozen=True, kw_only=True)
class Store:
    limits: Limits
    holding: Holding
    readers: Sequence[Backlog]


async def live(
    session: AsyncSession, numbers: Collection[int], after: datetime | None
) -> tuple[list[Live], datetime | None]:
    """Last values of these points, of sources that were heard again after this moment; and what to ask for
    the next time."""
    found: list[Live] = []
    pictures = await kept.pictures(session, after)
    wanted = np.fromiter(numbers, np.uint32)
    for row in pictures:
        for part in series.unpack(row.data).parts:
            found += history.told(part.taken(np.isin(part.point, wanted)))
    return found, max((row.at for row in pictures), default=after)


async def store(session: AsyncSession) -> Store:
    return Store(
        limits=await storing.limits(session),
        holding=await kept.holding(session),
        readers=await kept.backlogs(session),
    )


async def set_limits(session: AsyncSession, wanted: Limits, by: str) -> None:
    before = await storing.limits(session)
    if before != wanted:
        await storing.set_limits(session, wanted, by)
        details = {"budget": [before.budget, wanted.budget], "days": [before.days, wanted.days]}
        await announce(session, Recorded(act=acts.LIMITS_SET, title="采集缓存", actor=by, details=details))


async def asides(
    session: AsyncSession, *, point: int | None, limit: int, offset: int
) -> tuple[Sequence[tuple[AsideRow, PointRow]], int]:
    return await kept.asides(session, point=point, limit=limit, offset=offset)


async def losses(session: AsyncSession, *, limit: int, offset: int) -> tuple[Sequence[LossRow], int]:
    return await kept.losses(session, limit=limit, offset=offset)
