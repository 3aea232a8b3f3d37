"""What waits so long to be taken into the warehouse that taking it must have failed: somebody is told."""

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import BEIJING
from brain.kit.events import Notice, Settled, announce
from brain.platform.factory_link.brain.models import FactoryRow, ReceivedRow

LATE: Final = timedelta(hours=1)  # landing takes what waits for a quarter of one


async def tell(session: AsyncSession, at: datetime) -> None:
    """A to-do for each factory; told again it is the same one."""
    waiting = await session.execute(
        select(FactoryRow.id, FactoryRow.title, func.min(ReceivedRow.received_at))
        .join(ReceivedRow, ReceivedRow.factory_id == FactoryRow.id)
        .where(ReceivedRow.landed_at.is_(None))
        .group_by(FactoryRow.id)
        .having(func.min(ReceivedRow.received_at) <= at - LATE)
    )
    for factory_id, title, since in waiting:
        await announce(
            session,
            Notice(
                kind="todo",
                title=f"{title}的数据没有存进数据仓",
                title_en=f"Data of {title} are not taken into the warehouse",
                body=f"{since.astimezone(BEIJING):%Y-%m-%d %H:%M} 收到的还在等。会自己再试；"
                "也可在工厂页点“现在存入数据仓”，看它说什么",
                link=f"/factory-link/factories/{factory_id}",
                scope="factory_link.land",
                key=_key(factory_id),
            ),
        )


async def settle(session: AsyncSession, factory_id: str) -> None:
    await announce(session, Settled(key=_key(factory_id)))


def _key(factory_id: str) -> str:
    return f"factory_link.landing/{factory_id}"
