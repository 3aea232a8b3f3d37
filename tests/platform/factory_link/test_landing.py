"""What factories share for monitoring comes into the warehouse once, and nothing else does."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, update

from brain.kit.clock import now
from brain.platform.data_sets import service as data_sets
from brain.platform.data_sets.service import building
from brain.platform.factory_link.brain.models import FactoryRow, FactoryUseRow, ReceivedRow
from brain.platform.factory_link.brain.service import inviting, landing, late
from brain.platform.portal.models import NoticeRow
from brain.platform.shop_floor.domain.readings import ValueKind
from tests.link_sides import CREDIT_CODE, Sides

FACTORIES = "/api/factory-link/factories"
QUERY = "SELECT point_code, granularity, number, text, quality FROM base.factory_readings ORDER BY 1, read_at"


@pytest.fixture
def stored(sides: Sides, engine: str, tmp_path: Path) -> Sides:
    """With an engine and an empty lake at the brain."""
    sides.brain.node.provided |= data_sets.provided(engine, tmp_path / "lake")
    return sides


async def landed(sides: Sides) -> int:
    count = await landing.land(sides.brain.node, (await sides.link()).id)
    await building.refresh(sides.brain.node)
    return count


async def rows(sides: Sides, statement: str = QUERY) -> list[list[Any]]:
    analyst = await sides.brain.person("data_sets.query", "data_sets.see_protected")
    answer = await analyst.post("/api/data-sets/queries", json={"statement": statement})
    assert answer.status_code == 200, answer.text
    found: list[list[Any]] = answer.json()["rows"]
    return found


async def test_what_is_shared_for_monitoring_is_found_by_sql_with_its_source(stored: Sides) -> None:
    await stored.confirmed()
    points = await stored.points("press.temperature") + await stored.points(
        "press.recipe", kind=ValueKind.TEXT
    )
    await stored.consented(points)
    await stored.put("press.recipe", "全钢 12R22.5", None)
    await stored.sent()

    assert await landed(stored) == 2

    assert await rows(stored) == [
        ["press.recipe", "raw", None, "全钢 12R22.5", "good"],
        ["press.recipe", "raw", None, None, "bad"],
    ]
    told = "SELECT DISTINCT factory_code, source_provider, sample FROM base.factory_readings"
    assert await rows(stored, told) == [[CREDIT_CODE, "示例轮胎一厂", False]]


async def test_other_purposes_and_higher_levels_stay_out(sides: Sides) -> None:
    await sides.confirmed()
    await sides.consented(await sides.points("for_maintenance"), purpose="maintenance")
    await sides.put("for_maintenance", 1.0)
    await sides.consented(await sides.points("sensitive", level=3), "masked", step=0.5)
    await sides.put("sensitive", 3.0)
    await sides.sent()

    assert await landed(sides) == 0

    async with sides.brain.node.database.transaction() as session:
        received = (await session.scalars(select(ReceivedRow))).all()
    assert received
    assert all(row.landed_at is not None and row.data is not None for row in received), "read by purpose"


async def test_landed_again_after_a_crash_nothing_is_doubled(stored: Sides) -> None:
    await stored.confirmed()
    await stored.consented(await stored.points("a"))
    await stored.put("a", 1.0, 2.0)
    await stored.sent()
    await landed(stored)
    async with stored.brain.node.database.transaction() as session:  # as if the last step had been lost
        last = await session.scalar(select(ReceivedRow.last).order_by(ReceivedRow.last.desc()).limit(1))
        await session.execute(update(ReceivedRow).values(landed_at=None))
        await session.execute(update(FactoryRow).values(landing=last))

    assert await landed(stored) == 2

    assert [row[2] for row in await rows(stored)] == [1.0, 2.0]
    async with stored.brain.node.database.transaction() as session:
        assert (await session.scalars(select(FactoryRow.landing))).all() == [None]


async def test_after_a_withdrawal_nothing_more_is_landed(stored: Sides) -> None:
    await stored.confirmed()
    consent = await stored.consented(await stored.points("a"))
    await stored.put("a", 1.0)
    await stored.sent()
    await landed(stored)
    await stored.put("a", 2.0)
    await stored.sent()
    await stored.withdrawn(consent)
    await stored.sent()

    assert await landed(stored) == 0

    assert [row[2] for row in await rows(stored)] == [1.0]


async def test_the_factory_is_told_what_went_into_the_warehouse(sides: Sides) -> None:
    await sides.confirmed()
    await sides.consented(await sides.points("a"))
    await sides.put("a", 1.0, 2.0)
    await sides.sent()
    await landed(sides)

    async with sides.brain.node.database.transaction() as session:
        use = (await session.scalars(select(FactoryUseRow))).one()
    assert (use.purpose, use.points, "2 个值" in use.what) == ("monitoring", 1, True)


async def test_what_came_is_due_after_a_quarter_of_an_hour(sides: Sides) -> None:
    await sides.confirmed()
    await sides.consented(await sides.points("a"))
    await sides.put("a", 1.0)
    await sides.sent()
    link = await sides.link()

    async with sides.brain.node.database.transaction() as session:
        early = await landing.due(session, now())
        late = await landing.due(session, now() + timedelta(minutes=16))
    assert (early, late) == ([], [link.id])


async def test_what_waits_too_long_is_a_to_do_until_it_is_taken(stored: Sides) -> None:
    await stored.confirmed()
    await stored.consented(await stored.points("a"))
    await stored.put("a", 1.0)
    await stored.sent()

    async def open_ones() -> int:
        async with stored.brain.node.database.transaction() as session:
            titles = await session.scalars(
                select(NoticeRow.title).where(NoticeRow.kind == "todo", NoticeRow.done_at.is_(None))
            )
            return sum("没有存进数据仓" in title for title in titles)

    async with stored.brain.node.database.transaction() as session:
        await late.tell(session, now() + timedelta(minutes=59))
    assert await open_ones() == 0
    for minutes in (61, 62):
        async with stored.brain.node.database.transaction() as session:
            await late.tell(session, now() + timedelta(minutes=minutes))
    assert await open_ones() == 1
    await landed(stored)

    assert await open_ones() == 0


async def test_values_of_a_revoked_link_do_not_land(sides: Sides) -> None:
    await sides.confirmed()
    await sides.consented(await sides.points("a"))
    await sides.put("a", 1.0)
    await sides.sent()
    async with sides.brain.node.database.transaction() as session:
        await inviting.revoke(session, (await sides.link()).id, "设备被盗", "reviewer")

    assert await landed(sides) == 0


async def test_packed_values_are_trimmed_only_once_landed_and_old(sides: Sides) -> None:
    await sides.confirmed()
    await sides.consented(await sides.points("a"))
    await sides.put("a", 1.0)
    await sides.sent()
    later = now() + landing.KEPT + timedelta(days=1)

    async def kept() -> bool:
        async with sides.brain.node.database.transaction() as session:
            await landing.trim(session, later)
            return (await session.scalars(select(ReceivedRow.data))).one() is not None

    assert await kept()
    await landed(sides)
    assert not await kept()


@pytest.mark.parametrize(("scope", "status"), [("factory_link.land", 202), ("factory_link.see", 403)])
async def test_who_may_land_at_once(sides: Sides, scope: str, status: int) -> None:
    link = await sides.confirmed()
    person = await sides.brain.person(scope)

    assert (await person.post(f"{FACTORIES}/{link.id}/landing")).status_code == status


async def test_landing_of_no_factory_is_refused(sides: Sides) -> None:
    person = await sides.brain.person("factory_link.land", "factory_link.see")

    assert (await person.post(f"{FACTORIES}/nobody/landing")).status_code == 404
    await sides.confirmed()
    shared = await person.get(f"{FACTORIES}/{(await sides.link()).id}/shared")
    assert shared.json()["landed"] == {"until": None, "waiting": 0}
