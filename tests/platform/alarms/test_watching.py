"""Alarms come of what machines say, once whatever is killed, and reach people who can do something."""

import asyncio
from datetime import timedelta

from brain.kit.clock import now
from brain.platform.alarms.service import answering, watching
from brain.platform.shop_floor.domain.readings import ValueKind
from tests.platform.alarms.conftest import RULES, Floor, told


async def ruled(floor: Floor, **more: object) -> int:
    point = await floor.point("press.temperature")
    engineer = await floor.gateway.person("alarms.see", "alarms.configure")
    added = await engineer.post(RULES, json=told(point, **more))
    assert added.status_code == 201, added.text
    return int(added.json()["id"])


async def test_a_value_above_its_limit_raises_and_one_below_returns(floor: Floor) -> None:
    await ruled(floor)
    await floor.say("press.temperature", 150.0, 165.5)
    await floor.look()

    assert await floor.journal() == ["raised"]
    assert (await floor.alarm()).value == "165.5"
    assert await floor.todos() == 1
    await floor.say("press.temperature", 150.0)
    await floor.look()
    assert await floor.journal() == ["raised", "returned"]
    alarm = await floor.alarm()
    assert (alarm.active, alarm.acknowledged) == (False, False)
    assert await floor.todos() == 1, "it came and went, and nobody has said that he saw it"


async def test_what_was_seen_and_not_kept_is_seen_again_and_said_once(floor: Floor) -> None:
    await ruled(floor)
    await floor.say("press.temperature", 165.5)
    lost = await watching.begin(floor.gateway.node)
    await watching.look(floor.gateway.node, lost)
    assert [each.change for _, each in lost.happened] == ["raised"]

    await floor.look()
    await floor.look()

    assert await floor.journal() == ["raised"]


async def test_a_delay_runs_on_without_values_and_over_a_restart(floor: Floor) -> None:
    await ruled(floor, onDelay=60)
    await floor.say("press.temperature", 165.5, ago=61)
    await floor.look()

    assert await floor.journal() == ["raised"]


async def test_silence_is_noticed(floor: Floor) -> None:
    await ruled(floor, condition="silent", limit=None, seconds=30)
    await floor.say("press.temperature", 1.0)
    watch = await watching.begin(floor.gateway.node)
    await watching.look(floor.gateway.node, watch)
    watch.pass_until(int((now() + timedelta(seconds=31)).timestamp() * 1e6))
    await watching.keep(floor.gateway.node, watch)

    assert await floor.journal() == ["raised"]


async def test_bad_values_neither_raise_nor_return(floor: Floor) -> None:
    await ruled(floor)
    await floor.say("press.temperature", 165.5, None)
    await floor.look()
    assert await floor.journal() == ["raised"]


async def test_a_flag_is_known_by_yes_and_no(floor: Floor) -> None:
    point = await floor.point("press.guard", ValueKind.BOOLEAN)
    engineer = await floor.gateway.person("alarms.configure")
    wanted = told(point, condition="discrete", limit=None, words=["是"])
    assert (await engineer.post(RULES, json=wanted)).json()["words"] == ["1"]
    assert (await engineer.post(RULES, json=wanted | {"words": ["开着"]})).status_code == 422
    await floor.say("press.guard", False, True, False)
    await floor.look()

    assert await floor.journal() == ["raised", "returned"]


async def test_a_rule_sees_only_what_came_after_it(floor: Floor) -> None:
    point = await floor.point("press.temperature")
    await floor.say("press.temperature", 165.5)
    engineer = await floor.gateway.person("alarms.configure")
    assert (await engineer.post(RULES, json=told(point))).status_code == 201
    await floor.look()

    assert await floor.journal() == []


async def test_what_is_set_aside_is_told_again_when_its_time_is_over(floor: Floor) -> None:
    rule = await ruled(floor)
    planner = await floor.gateway.person("alarms.acknowledge")
    shelf = {"minutes": 30, "reason": "正在检修"}
    assert (await planner.put(f"/api/alarms/{rule}/shelf", json=shelf)).status_code == 204
    await floor.say("press.temperature", 165.5)
    await floor.look()
    assert await floor.todos() == 0

    await answering.unshelve_due(floor.gateway.node, now() + timedelta(minutes=29))
    assert await floor.todos() == 0
    await answering.unshelve_due(floor.gateway.node, now() + timedelta(minutes=31))
    assert await floor.todos() == 1
    assert await floor.journal() == ["shelved", "raised", "unshelved"]


async def test_a_retired_rule_says_nothing_more(floor: Floor) -> None:
    rule = await ruled(floor)
    await floor.say("press.temperature", 165.5)
    watch = await watching.begin(floor.gateway.node)
    await watching.look(floor.gateway.node, watch)
    engineer = await floor.gateway.person("alarms.configure")
    assert (await engineer.delete(f"{RULES}/{rule}")).status_code == 204
    await watching.keep(floor.gateway.node, watch)

    assert await floor.journal() == ["retired"]
    assert await floor.todos() == 0


async def test_the_standing_watch_follows_rules_as_they_change(floor: Floor) -> None:
    task = asyncio.create_task(watching.watch(floor.gateway.node))
    rule = await ruled(floor)
    await floor.say("press.temperature", 155.0)
    engineer = await floor.gateway.person("alarms.see", "alarms.configure")
    point = floor.machines.numbers["press.temperature"]
    assert (await engineer.put(f"{RULES}/{rule}", json=told(point, limit=150.0))).status_code == 200
    async with asyncio.timeout(60):
        while await floor.journal() != ["raised"]:
            await asyncio.sleep(0.1)
    assert (await engineer.put(f"{RULES}/{rule}", json=told(point, limit=160.0))).status_code == 200
    async with asyncio.timeout(60):
        while await floor.journal() != ["raised", "returned"]:
            await asyncio.sleep(0.1)
    task.cancel()
    revisions = (await engineer.get(f"{RULES}/{rule}")).json()["revisions"]
    assert [each["told"]["limit"] for each in revisions] == [160.0, 150.0, 160.0]
