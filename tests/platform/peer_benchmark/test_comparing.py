"""A factory among its peers: who compares is compared, and what is told once stays."""

from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import delete, func, select, update

from brain.kit.clock import now
from brain.kit.errors import Forbidden
from brain.kit.postgres import Server
from brain.kit.services import Asked
from brain.platform.factory_link.brain.models import (
    FactoryConsentRow,
    FactoryPointRow,
    FactoryRow,
    FactoryUseRow,
)
from brain.platform.factory_link.gateway.models import ConsentRow
from brain.platform.peer_benchmark.domain.comparing import LEAST, NAMES, Period, last
from brain.platform.peer_benchmark.models import GatheredRow, GroupRow, HourRow
from brain.platform.peer_benchmark.schemas import BenchmarkRequest, PeerComparison
from brain.platform.peer_benchmark.service import comparing, gathering
from brain.platform.shop_floor.models import PointRow
from tests.conftest import RunningNode
from tests.link_sides import CREDIT_CODE, Sides, linked

HOURS = 6
HOUR = {
    "planned_busy_time": 3600.0, "actual_production_time": 2700.0, "planned_run_time": 2160.0,
    "produced_quantity": 100.0, "good_quantity": 95.0, "energy": 50.0,
}  # fmt: skip


@pytest.fixture
async def sides(postgres: Server, tmp_path: Path, brain_node: RunningNode) -> AsyncIterator[Sides]:
    async with linked(postgres, tmp_path, brain_node) as both:
        yield both


def yesterday() -> datetime:
    return last(Period.DAY, now())[0] + timedelta(hours=8)


async def shared(sides: Sides) -> int:
    """The real gateway measured six hours of the day before and consents; the consent's number."""
    await sides.confirmed()
    numbers = await sides.points(*(f"plant.{name}" for name in NAMES))
    async with sides.gateway.node.database.transaction() as session:
        for number, name in zip(numbers, NAMES, strict=True):
            named = update(PointRow).where(PointRow.number == number)
            await session.execute(named.values(quantity=f"iso22400.{name}"))
    consent = await sides.consented(numbers, purpose="benchmark")
    async with sides.gateway.node.database.transaction() as session:
        await session.execute(update(ConsentRow).values(given_at=now() - timedelta(days=40)))
    for hour in range(HOURS):
        at = yesterday() + timedelta(hours=hour)
        for name in NAMES:
            await sides.put(f"plant.{name}", HOUR[name], at=int(at.timestamp() * 1_000_000))
    await sides.sent()
    return consent


async def peers(sides: Sides, count: int) -> None:
    """Enterprises whose figures were gathered a moment ago; the n-th makes 10 n more in every hour."""
    async with sides.brain.node.database.transaction() as session:
        for number in range(count):
            factory = FactoryRow(
                id=str(uuid4()), credit_code=f"9137052300000{number:04d}X", title=f"示例 {number}",
                state="active", code_until=now(), invited_by="", invited_at=now(), confirmed_at=now(),
            )  # fmt: skip
            session.add(factory)
            await session.flush()
            session.add(
                FactoryPointRow(
                    factory_id=factory.id, number=1, code="plant", title="", kind="number",
                    domain="production", quantity="iso22400.planned_busy_time", level=2, equipment=[],
                    shared=True,
                )
            )  # fmt: skip
            session.add(
                FactoryConsentRow(
                    factory_id=factory.id, id=1, purpose="benchmark", kind="raw", points=[1], given_by="",
                    given_at=now(),
                )
            )  # fmt: skip
            session.add(GatheredRow(factory_id=factory.id, until=now()))
            for hour in range(HOURS):
                told = HOUR | {"produced_quantity": 100.0 + 10 * number}
                at = yesterday() + timedelta(hours=hour)
                session.add(HourRow(factory_id=factory.id, begin=at, credit_code=factory.credit_code, **told))


async def compared(sides: Sides, code: str = CREDIT_CODE) -> PeerComparison:
    asked = Asked(
        call="x",
        factory_id="",
        credit_code=code,
        title="",
        by="厂长",
        request=BenchmarkRequest(period=Period.DAY),
    )
    return await comparing.compare(sides.brain.node, asked)


async def refreshed(sides: Sides) -> None:
    """Gathered again at the next question."""
    factory = (await sides.link()).id
    async with sides.brain.node.database.transaction() as session:
        await session.execute(delete(GatheredRow).where(GatheredRow.factory_id == factory))


async def test_a_factory_sees_itself_among_its_peers(sides: Sides) -> None:
    await shared(sides)
    await peers(sides, 11)

    told = await compared(sides)

    by_code = {each.code: each for each in told.indicators}
    assert told.observed_hours == HOURS
    assert by_code["availability"].mine == 0.75
    assert by_code["oee_index"].mine == pytest.approx(0.75 * 0.8 * 0.95, abs=0.001)
    energy = by_code["energy_per_item"]
    assert (energy.mine, energy.enterprises, [part.count for part in energy.parts]) == (0.5, 12, [6, 6])
    assert energy.place == 2, "who makes fewest needs most for each"
    assert energy.parts[0].mean < energy.parts[1].mean


async def test_of_too_few_nothing_is_told(sides: Sides) -> None:
    await shared(sides)
    await peers(sides, LEAST - 1)

    told = await compared(sides)

    assert {(len(each.parts), each.place) for each in told.indicators} == {(0, None)}
    assert told.indicators[0].mine is not None, "one's own figure is one's own"


async def test_what_was_told_once_stays_when_another_joins(sides: Sides) -> None:
    await shared(sides)
    await peers(sides, LEAST)
    first = await compared(sides)
    await peers(sides, 0)
    async with sides.brain.node.database.transaction() as session:
        await session.execute(delete(HourRow).where(HourRow.credit_code == "91370523000000000X"))

    again = await compared(sides)

    assert [each.parts for each in again.indicators] == [each.parts for each in first.indicators]
    async with sides.brain.node.database.transaction() as session:
        assert await session.scalar(select(func.count()).select_from(GroupRow)) == len(first.indicators)


async def test_who_does_not_share_does_not_compare(sides: Sides) -> None:
    await sides.confirmed()
    await peers(sides, 11)

    with pytest.raises(Forbidden, match="先同意"):
        await compared(sides)


async def test_who_withdraws_is_forgotten(sides: Sides) -> None:
    consent = await shared(sides)
    await peers(sides, 11)
    await compared(sides)
    await sides.withdrawn(consent)
    await sides.sent()

    with pytest.raises(Forbidden):
        await compared(sides)

    async with sides.brain.node.database.transaction() as session:
        mine = select(func.count()).where(HourRow.credit_code == CREDIT_CODE)
        assert await session.scalar(mine) == 0


async def test_the_factory_is_told_of_each_reading_and_it_is_not_read_at_every_question(
    sides: Sides,
) -> None:
    await shared(sides)
    await peers(sides, 11)
    for _ in range(3):
        await compared(sides)

    async with sides.brain.node.database.transaction() as session:
        uses = (await session.scalars(select(FactoryUseRow))).all()
    assert [(each.purpose, each.by) for each in uses] == [("benchmark", "同行对标")]


async def test_figures_that_come_late_or_anew_count(sides: Sides) -> None:
    await shared(sides)
    await peers(sides, 11)
    await gathering.gather(sides.brain.node)
    at = int((yesterday() + timedelta(hours=HOURS)).timestamp() * 1_000_000)
    for name in NAMES:
        await sides.put(f"plant.{name}", HOUR[name], at=at)
    first = int(yesterday().timestamp() * 1_000_000)
    await sides.put("plant.good_quantity", 50.0, at=first)
    await sides.sent()
    await refreshed(sides)

    told = await compared(sides)

    assert told.observed_hours == HOURS + 1
    quality = next(each for each in told.indicators if each.code == "quality_ratio")
    assert quality.mine == pytest.approx((6 * 95 + 50) / 700, abs=0.001)
