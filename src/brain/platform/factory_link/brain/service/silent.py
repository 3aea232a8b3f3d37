"""Gateways that were heard of and are heard no longer: somebody is told, until they are heard again."""

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import BEIJING
from brain.kit.events import Notice, Settled, announce
from brain.platform.factory_link.brain.domain.stages import Stage
from brain.platform.factory_link.brain.models import FactoryRow

SILENT: Final = timedelta(minutes=15)  # a gateway tells how it is twice a minute


async def tell(session: AsyncSession, at: datetime) -> None:
    """A to-do for each that fell silent; it closes when the factory is heard again, or its link is closed."""
    silent = (FactoryRow.state == Stage.ACTIVE) & (FactoryRow.seen_at <= at - SILENT)
    changed = await session.scalars(
        select(FactoryRow).where(silent.is_distinct_from(FactoryRow.silent)).with_for_update()
    )
    for factory in changed:
        factory.silent = not factory.silent
        if not factory.silent or factory.seen_at is None:
            await announce(session, Settled(key=_key(factory.id)))
            continue
        await announce(
            session,
            Notice(
                kind="todo",
                title=f"{factory.title}的网关失联",
                title_en=f"The gateway of {factory.title} is silent",
                body=f"最近一次联系是 {factory.seen_at.astimezone(BEIJING):%Y-%m-%d %H:%M}。"
                "数据存在工厂的网关里，连上后自动补送；请与工厂联系，查它的网络与电源",
                link=f"/factory-link/factories/{factory.id}",
                scope="factory_link.confirm",
                key=_key(factory.id),
            ),
        )


def _key(factory_id: str) -> str:
    return f"factory_link.silent/{factory_id}"
