"""A brain that is not reached, or a clock that is wrong: the factory's people are told, until it is well."""

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import BEIJING
from brain.kit.events import Notice, Settled, announce
from brain.platform.factory_link.gateway.queries import links

UNREACHED: Final = timedelta(minutes=15)
CLOCK: Final = timedelta(seconds=60)  # by which this machine's clock may differ from the brain's
_UNREACHED: Final = "brain_link.unreached"
_CLOCK: Final = "brain_link.clock"


async def tell(session: AsyncSession, at: datetime) -> None:
    link = await links.current(session)
    since = link.reached_at or link.confirmed_at if link else None
    if link is None or since is None or link.state != "confirmed" or at - since < UNREACHED:
        await announce(session, Settled(key=_UNREACHED))
        return
    await announce(
        session,
        Notice(
            kind="todo",
            title=f"连不上“{link.brain}”",
            title_en=f"“{link.brain}” cannot be reached",
            body=f"最近一次连通是 {since.astimezone(BEIJING):%Y-%m-%d %H:%M}：{link.problem or '没有应答'}。"
            "数据存在本机，连上后自动补送；请查网络",
            link="/brain-link",
            scope="brain_link.enrol",
            key=_UNREACHED,
        ),
    )


async def tell_clock(session: AsyncSession, late: timedelta) -> None:
    """`late`: how far the brain's clock is ahead of ours."""
    if abs(late) < CLOCK:
        await announce(session, Settled(key=_CLOCK))
        return
    minutes = abs(late).total_seconds() / 60
    await announce(
        session,
        Notice(
            kind="todo",
            title=f"本机的时钟与大脑相差 {minutes:.0f} 分钟",
            title_en=f"The clock of this machine is {minutes:.0f} minutes off the brain's",
            body="没有自带时间的测点会记错时刻；请在本机设好校时服务器（NTP）",
            link="/brain-link",
            scope="brain_link.enrol",
            key=_CLOCK,
        ),
    )
