"""The store keeps to its budget: first what all have read, then the lowest priority, and it tells."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select

from brain.kit import series
from brain.kit.clock import now
from brain.kit.db import raw
from brain.kit.errors import Invalid
from brain.platform.shop_floor.domain.keeping import SECOND
from brain.platform.shop_floor.domain.points import Point, Priority
from brain.platform.shop_floor.domain.readings import Quality, ValueKind
from brain.platform.shop_floor.models import BlockRow
from brain.platform.shop_floor.queries import blocks
from brain.platform.shop_floor.service import history, storing
from brain.platform.shop_floor.service.recording import Recorder
from brain.platform.shop_floor.service.writing import write_once
from tests.conftest import RunningNode

MEGABYTE = 1024**2


async def fill(gateway: RunningNode, priority: Priority, megabytes: int) -> None:
    """Blocks of one megabyte each."""
    at = now()
    rows = [(int(priority), 10, MEGABYTE, at, at, at, bytes(10)) for _ in range(megabytes)]
    async with gateway.node.database.transaction() as session:
        await blocks.write(await raw(session), rows)


async def left(gateway: RunningNode) -> dict[int, int]:
    async with gateway.node.database.transaction() as session:
        rows = await session.execute(select(BlockRow.priority, func.count()).group_by(BlockRow.priority))
        return {row[0]: row[1] for row in rows}


async def limit(gateway: RunningNode, megabytes: int, days: int = 30) -> None:
    async with gateway.node.database.transaction() as session:
        await storing.set_limits(session, storing.Limits(megabytes * MEGABYTE, days), "engineer")


async def test_what_all_have_read_goes_first_and_is_no_loss(gateway: RunningNode) -> None:
    await fill(gateway, Priority.HIGH, 20)
    async with gateway.node.database.transaction() as session:
        await history.start_at_newest(session, "reader")
    await fill(gateway, Priority.LOW, 10)
    await limit(gateway, 16)

    await storing.trim(gateway.node)

    assert await left(gateway) == {Priority.HIGH: 6, Priority.LOW: 10}
    async with gateway.node.database.transaction() as session:
        assert await history.losses_after(session, 0, 10) == []


async def test_unread_values_are_given_up_lowest_and_oldest_first_and_told(gateway: RunningNode) -> None:
    async with gateway.node.database.transaction() as session:
        await history.start_at_newest(session, "reader")
    for priority in (Priority.HIGH, Priority.LOW, Priority.NORMAL):
        await fill(gateway, priority, 10)
    await limit(gateway, 16)

    await storing.trim(gateway.node)

    assert await left(gateway) == {Priority.HIGH: 10, Priority.NORMAL: 6}
    async with gateway.node.database.transaction() as session:
        lost = await history.losses_after(session, 0, 10)
    assert [(each.reason, each.points) for each in lost] == [("disk_full", 100), ("disk_full", 40)]
    engineer = await gateway.person("shop_floor.configure", "portal.see")
    todos = (await engineer.get("/api/portal/todos")).json()
    assert any("舍去了 140 个" in str(todo) for todo in todos["items"])


async def test_a_store_may_be_over_by_more_than_a_number_of_32_bits(gateway: RunningNode) -> None:
    await fill(gateway, Priority.LOW, 1)
    async with gateway.node.database.transaction() as session:
        removed = await blocks.delete_oldest(session, up_to=10, priority=None, bytes_over=3 * 2**31)
    assert len(removed) == 1


async def test_old_values_go_only_when_everybody_has_read_them(gateway: RunningNode) -> None:
    async with gateway.node.database.transaction() as session:
        await history.start_at_newest(session, "reader")
    await fill(gateway, Priority.NORMAL, 2)
    async with gateway.node.database.transaction() as session:
        for row in (await session.scalars(select(BlockRow))).all():
            row.last_at = now() - timedelta(days=40)
    await storing.trim(gateway.node)
    assert await left(gateway) == {Priority.NORMAL: 2}

    async with gateway.node.database.transaction() as session:
        await history.start_at_newest(session, "reader")
    await storing.trim(gateway.node)

    assert await left(gateway) == {}


@pytest.mark.parametrize("wanted", [storing.Limits(1, 30), storing.Limits(MEGABYTE * 16, 0)])
async def test_limits_that_keep_nothing_are_refused(gateway: RunningNode, wanted: storing.Limits) -> None:
    async with gateway.node.database.transaction() as session:
        with pytest.raises(Invalid):
            await storing.set_limits(session, wanted, "engineer")


def point(number: int, priority: Priority) -> Point:
    return Point(number=number, code=f"p{number}", title="p", kind=ValueKind.NUMBER, priority=priority)


async def test_what_is_put_is_read_back_in_blocks_by_priority(gateway: RunningNode) -> None:
    recorder = Recorder()
    sink = recorder.sink(1, [point(1, Priority.HIGH), point(2, Priority.LOW)])
    at = int(now().timestamp()) * SECOND
    done: list[str] = []
    for step in range(5):
        sink.put(1, at + step, float(step), Quality.GOOD)
        sink.put(2, at + step, float(-step), Quality.UNCERTAIN)
    sink.taken(lambda: done.append("written"))
    acknowledgements = recorder.acknowledgements()
    await recorder.seal()

    await write_once(gateway.node, recorder, [])

    found = await history.after(gateway.node, 0, 10)
    values = {each.priority: series.unpack(each.data).numbers.value.tolist() for each in found}
    assert values == {0: [0.0, 1.0, 2.0, 3.0, 4.0], 2: [-0.0, -1.0, -2.0, -3.0, -4.0]}
    assert [each.points for each in found] == [5, 5]
    assert len(acknowledgements) == 1
    assert not done, "only the writer acknowledges"
    begin = datetime.fromtimestamp(at / SECOND, UTC)
    async with gateway.node.database.transaction() as session:
        places = await history.trend(session, 1, begin, begin + timedelta(seconds=1))
    assert sum(place.count for place in places) == 5
    assert max(place.high or 0 for place in places) == 4.0


async def test_a_database_that_is_away_costs_nothing_that_memory_can_hold(
    gateway: RunningNode, monkeypatch: pytest.MonkeyPatch
) -> None:
    recorder = Recorder()
    sink = recorder.sink(1, [point(1, Priority.NORMAL)])
    at = int(now().timestamp()) * SECOND
    sink.put(1, at, 1.0, Quality.GOOD)
    await recorder.seal()

    async def away(*_: object) -> None:
        raise OSError("away")

    with monkeypatch.context() as patch:
        patch.setattr(blocks, "write", away)
        with pytest.raises(OSError, match="away"):
            await write_once(gateway.node, recorder, [])
    sink.put(1, at + SECOND, 2.0, Quality.GOOD)
    await recorder.seal()
    await write_once(gateway.node, recorder, [])

    found = await history.after(gateway.node, 0, 10)
    assert [series.unpack(each.data).numbers.value.tolist() for each in found] == [[1.0], [2.0]]


async def test_what_memory_cannot_hold_is_given_up_oldest_first_and_noted(
    gateway: RunningNode, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("brain.platform.shop_floor.service.recording.MOST_WAITING", 400)
    recorder = Recorder()
    sink = recorder.sink(1, [point(1, Priority.NORMAL)])
    at = int(now().timestamp()) * SECOND
    for step in range(20):
        sink.put(1, at + step * SECOND, math_noise(step), Quality.GOOD)
        await recorder.seal()

    assert sum(len(each.data) for each in recorder.waiting) <= 400
    assert sum(lost.points for lost in recorder.losses) + len(recorder.waiting) == 20
    await write_once(gateway.node, recorder, [])
    async with gateway.node.database.transaction() as session:
        assert {each.reason for each in await history.losses_after(session, 0, 50)} == {"not_written"}


def math_noise(step: int) -> float:
    return (step * 0.7548776662466927) % 1
