"""What machines said becomes hours, whose figures become points of the plant."""

import asyncio
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from brain.kit import series
from brain.kit.clock import now
from brain.platform.performance.domain.figures import Ingredients
from brain.platform.performance.domain.figures import Plant as Sum
from brain.platform.performance.models import PeriodRow
from brain.platform.performance.service import publishing
from brain.platform.shop_floor.domain.readings import Quality
from brain.platform.shop_floor.models import BlockRow, PointRow, ReaderRow
from brain.platform.shop_floor.service import history
from tests.platform.performance.conftest import Plant

STATES = {"running": "production", "idle": "delay", "down": "down", "setup": "setup"}


def hours_ago(hours: int) -> datetime:
    """The beginning of a whole hour."""
    return now().replace(minute=0, second=0, microsecond=0) - timedelta(hours=hours)


async def measured(plant: Plant, code: str, **more: Any) -> None:
    engineer = await plant.gateway.person("performance.configure")
    told = {
        "statePoint": plant.points[f"{code}.state"],
        "states": STATES,
        "producedPoint": plant.points[f"{code}.made"],
        "energyPoint": plant.points[f"{code}.energy_kwh"],
        "runTime": 60,
    }
    answer = await engineer.put(f"/api/performance/units/{plant.units[code]}", json=told | more)
    assert answer.status_code == 200, answer.text


async def periods(plant: Plant, code: str) -> list[PeriodRow]:
    async with plant.gateway.node.database.transaction() as session:
        found = await session.scalars(
            select(PeriodRow).where(PeriodRow.equipment_id == plant.units[code]).order_by(PeriodRow.begin)
        )
        return list(found)


async def published(plant: Plant) -> list[tuple[str, datetime, float]]:
    """Values of the plant's own points, as they were kept, in order."""
    async with plant.gateway.node.database.transaction() as session:
        rows = await session.scalars(select(PointRow).where(PointRow.quantity.like("iso22400.%")))
        names = {row.number: row.quantity or "" for row in rows}
    found = []
    for kept in await history.after(plant.gateway.node, 0, 1000):
        part = series.unpack(kept.data).numbers
        for number, at, value in zip(part.point.tolist(), part.at.tolist(), part.value.tolist(), strict=True):
            if number in names:
                found.append((names[number], datetime.fromtimestamp(at / 1e6, kept.sealed_at.tzinfo), value))
    return found


async def an_hour(plant: Plant, begin: datetime) -> None:
    """Forty minutes of production, five of setup, five idle, ten down; 30 items, 20 kWh."""
    await plant.every_minute("press-01", begin, 60)
    minutes = ((0, "running"), (40, "setup"), (45, "idle"), (50, "down"))
    await plant.say("press-01.state", *((begin + timedelta(minutes=at), state) for at, state in minutes))
    await plant.say("press-01.made", (begin, 100), (begin + timedelta(minutes=39), 130))
    await plant.say("press-01.energy_kwh", (begin, 1000.0), (begin + timedelta(minutes=55), 1020.0))


async def test_an_hour_of_a_machine(plant: Plant) -> None:
    await measured(plant, "press-01")
    begin = hours_ago(2)
    await an_hour(plant, begin)
    await plant.compute()
    row = next(each for each in await periods(plant, "press-01") if each.begin == begin)
    assert (row.production, row.setup, row.delay, row.down, row.unknown) == (2400, 300, 300, 600, 0)
    assert (row.planned_busy, row.produced, row.energy, row.planned_run) == (3600, 30, 20, 1800)
    assert row.good is None
    assert row.is_over


async def test_what_was_never_said_is_not_known(plant: Plant) -> None:
    """The state before the first; silence of everything; a state without a name; a value that is bad."""
    await measured(plant, "press-01")
    begin = hours_ago(3)
    await plant.every_minute("press-01", begin, 30)  # then nothing at all for half an hour
    await plant.say("press-01.state", (begin + timedelta(minutes=10), "running"))
    await plant.compute()
    first, second = (await periods(plant, "press-01"))[:2]
    assert (first.production, first.unknown, first.planned_busy) == (1200, 2400, 1200)
    assert (second.unknown, second.planned_busy) == (3600, 0)

    again = begin + timedelta(hours=1)
    await plant.every_minute("press-01", again, 60)
    await plant.say("press-01.state", (again + timedelta(minutes=30), "mystery"))
    await plant.say("press-01.state", (again + timedelta(minutes=40), "running"))
    await plant.say("press-01.state", (again + timedelta(minutes=50), "down"), quality=Quality.BAD)
    await plant.compute()
    second = (await periods(plant, "press-01"))[1]
    assert (second.production, second.unknown) == (
        1800 + 600,
        1200,
    )  # it had been running since the first hour


async def test_a_late_value_changes_the_hours_it_belongs_to_and_those_after(plant: Plant) -> None:
    await measured(plant, "press-01")
    begin = hours_ago(3)
    await an_hour(plant, begin)
    await plant.every_minute("press-01", begin + timedelta(hours=1), 60)
    await plant.compute()
    first, second = (await periods(plant, "press-01"))[:2]
    assert (first.down, second.down, second.produced) == (600, 3600, 0)
    known = await published(plant)

    await plant.say("press-01.state", (begin + timedelta(minutes=55), "running"))
    await plant.compute()
    first, second = (await periods(plant, "press-01"))[:2]
    assert (first.down, first.production) == (300, 2700)
    assert (second.down, second.production) == (0, 3600)
    newer = (await published(plant))[len(known) :]
    told = [(at, value) for name, at, value in newer if name == "iso22400.actual_production_time"]
    assert told == [(begin, 2700.0), (begin + timedelta(hours=1), 3600.0)]


async def test_the_plant_becomes_points_once_an_hour(plant: Plant) -> None:
    await measured(plant, "press-01")
    check = plant.points["check-01.rejected"]
    await measured(plant, "check-01", rejectedPoint=check, isOutput=True, runTime=30)
    begin = hours_ago(2)
    await an_hour(plant, begin)
    await plant.say("check-01.state", (begin, "running"))
    await plant.say("check-01.made", (begin, 0), (begin + timedelta(minutes=50), 100))
    await plant.say("check-01.rejected", (begin, 0), (begin + timedelta(minutes=51), 4))
    await plant.compute()
    found = {name: value for name, at, value in await published(plant) if at == begin}
    oee = (2400 + 3600) / 7200 * (1800 + 3000) / 6000 * 0.96
    assert found == {
        "iso22400.planned_busy_time": 7200,
        "iso22400.actual_production_time": 6000,
        "iso22400.planned_run_time": 4800,
        "iso22400.produced_quantity": 100,
        "iso22400.good_quantity": 96,
        "iso22400.energy": 20,
        "iso22400.oee_index": pytest.approx(oee),
    }
    several = len(await published(plant))
    await plant.compute()
    assert len(await published(plant)) == several  # nothing new: nothing said twice


async def test_the_hour_that_runs_is_told_but_not_given_on(plant: Plant) -> None:
    await measured(plant, "press-01")
    await plant.say("press-01.state", (now() - timedelta(minutes=1), "running"))
    await plant.compute()
    last = (await periods(plant, "press-01"))[-1]
    assert not last.is_over
    assert not [each for each in await published(plant) if each[1] == last.begin]


async def test_one_who_measures_nothing_holds_no_blocks_back(plant: Plant) -> None:
    await measured(plant, "press-01")
    engineer = await plant.gateway.person("performance.configure")
    assert (await engineer.delete(f"/api/performance/units/{plant.units['press-01']}")).status_code == 204
    await plant.compute()
    async with plant.gateway.node.database.transaction() as session:
        assert await session.get(ReaderRow, "performance") is None


async def test_blocks_are_numbered_in_the_order_in_which_they_can_be_read(plant: Plant) -> None:
    """While the plant's figures are being written, the collector waits: a reader never sees a later number
    before an earlier one."""
    await measured(plant, "press-01")
    node, seen, done = plant.gateway.node, list[int](), asyncio.Event()

    async def read() -> None:
        while not done.is_set():
            async with node.database.transaction() as session:
                numbers = (await session.scalars(select(BlockRow.number).order_by(BlockRow.number))).all()
            assert list(numbers[: len(seen)]) == seen
            seen[:] = numbers
            await asyncio.sleep(0)

    async def give_on() -> None:
        units = Ingredients(planned_busy=3600, production=1800)
        for _ in range(25):
            async with node.database.transaction() as session:
                await publishing.publish(session, hours_ago(2), Sum(units=units, output=Ingredients()))
                await asyncio.sleep(0.01)

    async def collect() -> None:
        for each in range(50):
            await plant.say("check-01.made", (now(), each))

    reading = asyncio.create_task(read())
    await asyncio.gather(give_on(), collect())
    done.set()
    await reading
    assert len(seen) > 70
