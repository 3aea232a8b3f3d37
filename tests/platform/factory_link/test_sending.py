"""What is consented to arrives at the brain once, and nothing else does."""

import time
from datetime import timedelta

import pytest
from sqlalchemy import select

from brain.kit.clock import now, today
from brain.kit.errors import Invalid
from brain.platform.factory_link.brain.models import ReceivedRow
from brain.platform.factory_link.brain.service import inviting, reading
from brain.platform.factory_link.gateway.adapters.brain_client import BrainClient
from brain.platform.factory_link.gateway.models import ConsentRow, SentRow
from brain.platform.factory_link.gateway.service import accounting, progress, sending
from brain.platform.factory_link.protocol.messages import Purpose
from brain.platform.shop_floor.service import storing
from tests.link_sides import Sides

HOUR = timedelta(hours=1)


async def arrived(
    sides: Sides, purpose: Purpose = Purpose.MONITORING, **more: object
) -> list[reading.Reading]:
    wanted = reading.Wanted((await sides.link()).id, purpose, "分析员", "查看")
    async with sides.brain.node.database.transaction() as session:
        return await reading.readings(session, wanted, now() - HOUR, now() + HOUR, limit=10_000)


async def test_what_is_consented_to_arrives_and_the_rest_stays(sides: Sides) -> None:
    await sides.confirmed()
    shared, _ = await sides.points("press.temperature", "press.recipe")
    await sides.consented([shared])
    await sides.put("press.temperature", 171.5, 172.25)
    await sides.put("press.recipe", 3.0)

    await sides.sent()

    assert [(each.point, each.value) for each in await arrived(sides)] == [(shared, 171.5), (shared, 172.25)]


async def test_nothing_leaves_without_a_consent(sides: Sides) -> None:
    await sides.confirmed()
    await sides.points("a")
    await sides.put("a", 1.0, 2.0)

    await sides.sent()

    assert await arrived(sides) == []
    async with sides.brain.node.database.transaction() as session:
        assert (await session.scalars(select(ReceivedRow))).all() == []


async def test_data_for_one_purpose_are_not_read_for_another(sides: Sides) -> None:
    await sides.confirmed()
    points = await sides.points("a")
    await sides.consented(points)
    await sides.put("a", 1.0)
    await sides.sent()

    assert await arrived(sides, Purpose.FINANCE) == []


async def test_what_was_collected_before_a_withdrawal_does_not_leave_after_it(sides: Sides) -> None:
    await sides.confirmed()
    points = await sides.points("a")
    consent = await sides.consented(points)
    await sides.put("a", 1.0)
    await sides.sent()
    await sides.put("a", 2.0)

    await sides.withdrawn(consent)
    await sides.sent()

    async with sides.brain.node.database.transaction() as session:
        received = (await session.scalars(select(ReceivedRow))).all()
    assert sum(row.points for row in received) == 1
    assert await arrived(sides) == [], "and what had arrived is not read any more"


async def test_a_lost_answer_doubles_nothing(sides: Sides, monkeypatch: pytest.MonkeyPatch) -> None:
    await sides.confirmed()
    points = await sides.points("a")
    await sides.consented(points)
    await sides.sent()
    await sides.put("a", 1.0)

    async def lost(*_: object) -> None:
        raise ConnectionError

    with monkeypatch.context() as patch:
        patch.setattr(progress, "acknowledge", lost)
        with pytest.raises(ConnectionError):
            await sides.sent()
    await sides.put("a", 2.0)
    await sides.sent()

    assert [each.value for each in await arrived(sides)] == [1.0, 2.0]


async def test_a_batch_that_never_left_is_sent_again(sides: Sides, monkeypatch: pytest.MonkeyPatch) -> None:
    await sides.confirmed()
    points = await sides.points("a")
    await sides.consented(points)
    await sides.sent()
    await sides.put("a", 1.0)

    async def cut(*_: object) -> None:
        raise ConnectionError

    with monkeypatch.context() as patch:
        patch.setattr(BrainClient, "batch", cut)
        with pytest.raises(ConnectionError):
            await sides.sent()
    await sides.put("a", 2.0)
    await sides.sent()

    assert [each.value for each in await arrived(sides)] == [1.0, 2.0]
    async with sides.gateway.node.database.transaction() as session:
        assert sum(row.points for row in (await session.scalars(select(SentRow))).all()) == 2


async def test_a_second_gateway_with_the_same_key_is_noticed_by_both_sides(sides: Sides) -> None:
    await sides.confirmed()
    points = await sides.points("a")
    await sides.consented(points)
    await sides.put("a", 1.0)
    await sides.sent()
    async with sides.brain.node.database.transaction() as session:  # as if the other had sent in between
        factory = await session.get_one(type(await sides.factory()), (await sides.link()).id)
        factory.chain, factory.last = "0" * 64, factory.last + 1
    await sides.put("a", 2.0)

    with pytest.raises(sending.LinkIdle):
        await sides.sent()

    assert (await sides.link()).state == "diverged"


async def test_a_revoked_gateway_sends_nothing_and_hears_so_from_the_brain_itself(sides: Sides) -> None:
    link = await sides.confirmed()
    points = await sides.points("a")
    await sides.consented(points)
    async with sides.brain.node.database.transaction() as session:
        await inviting.revoke(session, link.id, "设备被盗", "operator")
    await sides.put("a", 1.0)

    with pytest.raises(sending.LinkIdle):
        await sides.sent()

    held = await sides.link()
    assert (held.state, held.reason, held.sealed_key) == ("revoked", "设备被盗", b"")
    async with sides.brain.node.database.transaction() as session:
        assert (await session.scalars(select(ReceivedRow))).all() == []


async def test_summaries_leave_when_their_period_is_over_and_tell_no_single_value(sides: Sides) -> None:
    await sides.confirmed()
    points = await sides.points("a", level=3)
    await sides.consented(points, "aggregated", seconds=900)
    begin = (time.time_ns() // 1000 - 1_900_000_000) // 900_000_000 * 900_000_000
    await backdated(sides, timedelta(hours=2))

    await sides.put("a", 10.0, 20.0, 60.0, at=begin)
    await sides.sent()

    found = {each.statistic: each.value for each in await arrived(sides)}
    assert found == {"count": 3, "mean": 30.0, "low": 10.0, "high": 60.0}


async def backdated(sides: Sides, by: timedelta) -> None:
    """As if the consents had been given so much earlier."""
    async with sides.gateway.node.database.transaction() as session:
        for row in (await session.scalars(select(ConsentRow))).all():
            row.given_at -= by


async def test_what_was_measured_before_the_consent_does_not_leave(sides: Sides) -> None:
    await sides.confirmed()
    points = await sides.points("a")
    await sides.consented(points)
    earlier = time.time_ns() // 1000 - 60_000_000

    await sides.put("a", 1.0, at=earlier)
    await sides.put("a", 2.0)
    await sides.sent()

    assert [each.value for each in await arrived(sides)] == [2.0]


async def test_what_is_secret_may_not_be_consented_to(sides: Sides) -> None:
    await sides.confirmed()
    secret = await sides.points("recipe.sulphur", level=4)
    sensitive = await sides.points("recipe.time", level=3)

    with pytest.raises(Invalid, match="不可以"):
        await sides.consented(secret, "masked", step=10.0)
    with pytest.raises(Invalid, match="不可以"):
        await sides.consented(sensitive, "raw")
    await sides.consented(sensitive, "masked", step=10.0)


async def test_the_factory_hears_who_used_its_data_for_what(sides: Sides) -> None:
    await sides.confirmed()
    points = await sides.points("a")
    await sides.consented(points)
    await sides.put("a", 1.0)
    await sides.sent()
    await arrived(sides)

    await sides.sent()

    owner = await sides.gateway.person("brain_link.see")
    told = (await owner.get("/api/brain-link/left")).json()
    assert [(use["by"], use["purpose"], use["what"]) for use in told["uses"]] == [
        ("分析员", "monitoring", "查看")
    ]


async def test_what_left_is_counted_once_and_payloads_are_let_go_when_they_take_too_much(
    sides: Sides, monkeypatch: pytest.MonkeyPatch
) -> None:
    await sides.confirmed()
    points = await sides.points("a")
    await sides.consented(points)
    for value in (1.0, 2.0, 3.0):
        await sides.put("a", value)
        await sides.sent()

    await accounting.count(sides.gateway.node)
    await accounting.count(sides.gateway.node)

    async with sides.gateway.node.database.transaction() as session:
        left = await accounting.on_day(session, today())
        assert [(item.code, item.granularity, item.count) for item in left.items] == [("a", "raw", 3)]
        before = (await session.scalars(select(SentRow).order_by(SentRow.last))).all()
    assert all(row.data for row in before)
    two = before[-1].size + before[-2].size
    monkeypatch.setattr(accounting, "PAYLOAD_SHARE", storing.DEFAULT_BUDGET // two)
    await accounting.count(sides.gateway.node)
    async with sides.gateway.node.database.transaction() as session:
        after = (await session.scalars(select(SentRow).order_by(SentRow.last))).all()
    assert [bool(row.data) for row in after] == [False] * (len(after) - 2) + [True, True], "the newest stay"
