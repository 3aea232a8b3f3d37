"""Who is not heard, and a clock that is wrong, are told to people once, and no longer when it is well."""

from datetime import timedelta

from sqlalchemy import select, update

from brain.kit.clock import now
from brain.platform.factory_link.brain.models import FactoryRow
from brain.platform.factory_link.brain.service import inviting, silent
from brain.platform.factory_link.gateway.models import LinkRow
from brain.platform.factory_link.gateway.service import unreached
from brain.platform.portal.models import NoticeRow
from brain.platform.shop_floor.service import storing
from tests.conftest import RunningNode
from tests.link_sides import Sides


async def open_todos(side: RunningNode, words: str) -> int:
    async with side.node.database.transaction() as session:
        titles = await session.scalars(
            select(NoticeRow.title).where(NoticeRow.kind == "todo", NoticeRow.done_at.is_(None))
        )
        return sum(words in title for title in titles)


async def look(sides: Sides, after: timedelta) -> int:
    async with sides.brain.node.database.transaction() as session:
        await silent.tell(session, now() + after)
    return await open_todos(sides.brain, "的网关失联")


async def test_a_gateway_that_fell_silent_is_a_todo_until_it_is_heard(sides: Sides) -> None:
    await sides.confirmed()
    await sides.sent()

    assert await look(sides, timedelta(minutes=14)) == 0
    assert await look(sides, timedelta(minutes=16)) == 1
    assert await look(sides, timedelta(minutes=17)) == 1
    assert await look(sides, timedelta(0)) == 0

    assert await look(sides, timedelta(hours=1)) == 1
    async with sides.brain.node.database.transaction() as session:
        await inviting.revoke(session, (await sides.link()).id, "设备被盗", "reviewer")
    assert await look(sides, timedelta(hours=1)) == 0


async def test_one_that_was_never_heard_is_not_silent(sides: Sides) -> None:
    await sides.confirmed()
    async with sides.brain.node.database.transaction() as session:
        await session.execute(update(FactoryRow).values(seen_at=None))

    assert await look(sides, timedelta(days=1)) == 0


async def test_a_brain_that_is_not_reached_is_a_todo_at_the_factory(sides: Sides) -> None:
    await sides.confirmed()
    await sides.sent()

    async def at(after: timedelta) -> int:
        async with sides.gateway.node.database.transaction() as session:
            await unreached.tell(session, now() + after)
        return await open_todos(sides.gateway, "连不上")

    assert await at(timedelta(minutes=14)) == 0
    assert await at(timedelta(minutes=16)) == 1
    assert await at(timedelta(0)) == 0
    assert await at(timedelta(hours=1)) == 1
    async with sides.gateway.node.database.transaction() as session:
        await session.execute(update(LinkRow).values(state="left"))
    assert await at(timedelta(hours=1)) == 0


async def test_a_clock_far_off_is_a_todo(sides: Sides) -> None:
    async def late(by: timedelta) -> int:
        async with sides.gateway.node.database.transaction() as session:
            await unreached.tell_clock(session, by)
        return await open_todos(sides.gateway, "时钟")

    assert await late(timedelta(seconds=59)) == 0
    assert await late(timedelta(hours=-3)) == 1
    assert await late(timedelta(0)) == 0


async def test_little_room_on_the_disk_is_a_todo(sides: Sides) -> None:
    async def room(free: int) -> int:
        async with sides.gateway.node.database.transaction() as session:
            await storing.tell_disk(session, free)
        return await open_todos(sides.gateway, "磁盘快满了")

    assert await room(storing.RESERVE) == 0
    assert await room(storing.RESERVE - 1) == 1
    assert await room(2 * storing.RESERVE) == 0
