"""Values of an MTConnect agent over HTTP: nothing is lost between two questions."""

import asyncio
from datetime import datetime
from typing import Any

import pytest
from pydantic import ValidationError

from brain.platform.shop_floor.adapters.drivers import mtconnect
from brain.platform.shop_floor.adapters.drivers.driver import NotAdmitted, NotReached, Wanted
from brain.platform.shop_floor.adapters.drivers.mtconnect import (
    MtconnectAddress,
    MtconnectDriver,
    MtconnectSettings,
)
from brain.platform.shop_floor.domain.readings import Quality, ValueKind
from tests.platform.ingestion.servers import HERE, Answer, free_port, site
from tests.platform.shop_floor.drivers.hearing import Hearing, collecting, until
from tests.platform.shop_floor.drivers.mtconnect_agent import Agent, agent


def driver(url: str) -> MtconnectDriver:
    return MtconnectDriver(MtconnectSettings(kind="mtconnect", url=url), None)


def wanted(number: int, item: str, kind: str = "number", part: int | None = None) -> Wanted[MtconnectAddress]:
    address = MtconnectAddress(data_item=item, part=part)
    return Wanted(number=number, address=address, kind=ValueKind(kind), sampling=0.1)


def micros(at: datetime) -> int:
    return round(at.timestamp() * 1e6)


@pytest.mark.parametrize("version", ["1.3", "1.8", "2.3"])
async def test_all_changes_come_in_order_with_their_own_times(version: str) -> None:
    sink = Hearing()
    with agent(version=version, size=5000) as (machine, web):
        machine.put("speed", "0")
        points = [wanted(1, "speed"), wanted(2, "parts", "integer"), wanted(3, "door", "text")]
        async with collecting(driver(web.url), points, sink):
            await until(lambda: len(sink.puts) == 3)
            made = [machine.put("speed", f"{step}.5") for step in range(2500)]
            machine.put("parts", "7")
            machine.put("door", "OPEN")
            await until(lambda: sink.last(3).value == "OPEN")

    assert sink.values(1) == [0, *(step + 0.5 for step in range(2500))]
    assert [put.at for put in sink.puts if put.number == 1][1:] == [micros(each.at) for each in made]
    assert sink.values(2) == [None, 7]
    assert [put.quality for put in sink.puts if put.number == 2] == [Quality.BAD, Quality.GOOD]
    assert (sink.losses, sink.silences) == ([], [])
    assert all(abs(each) <= 1.5 for each in sink.clocks)
    assert sink.clocks


async def test_what_came_while_the_connection_was_broken_is_fetched_from_the_buffer() -> None:
    first, second = Hearing(), Hearing()
    with agent() as (machine, web):
        points = [wanted(1, "speed"), wanted(2, "parts", "integer")]
        machine.put("parts", "4")
        task = asyncio.create_task(driver(web.url).collect(points, first))
        await until(lambda: len(first.puts) == 2)
        machine.broken = True
        with pytest.raises(NotReached, match="500"):
            await asyncio.wait_for(task, 5)
        machine.broken = False
        for step in range(20):
            machine.put("speed", str(step))
        async with collecting(driver(web.url), points, second):
            await until(lambda: len(second.values(1)) >= 20)

    assert second.values(1)[-20:] == list(range(20))
    assert second.values(2) == [4]
    assert micros(machine.latest["parts"][0].at) < (second.last(2).at or 0)
    assert second.losses == []


async def test_changes_that_the_buffer_no_longer_has_are_told_as_lost() -> None:
    first, second = Hearing(), Hearing()
    with agent(size=10) as (machine, web):
        points = [wanted(1, "speed"), wanted(2, "parts", "integer")]
        async with collecting(driver(web.url), points, first):
            await until(lambda: len(first.puts) == 2)
        machine.put("parts", "5")
        for step in range(30):
            machine.put("speed", str(step))
        async with collecting(driver(web.url), points, second):
            await until(lambda: second.values(1)[-1:] == [29])

    assert second.values(1) == list(range(20, 30))
    assert second.values(2) == [5]
    assert [count for count, _ in second.losses] == [21]
    assert "21" in second.losses[0][1]


async def test_a_restarted_agent_is_told_and_heard_from_its_beginning() -> None:
    sink = Hearing()
    with agent() as (machine, web):
        machine.put("speed", "1")
        async with collecting(driver(web.url), [wanted(1, "speed")], sink):
            await until(lambda: sink.values(1) == [1])
            machine.restart(machine.instance + 1)
            machine.put("speed", "2")
            machine.put("speed", "3")
            await until(lambda: sink.values(1)[-1:] == [3])

    assert sink.values(1) == [1, None, 2, 3]
    assert [numbers for numbers, _ in sink.silences] == [(1,)]
    assert "重新启动" in sink.silences[0][1]


async def test_conditions_are_text_and_several_may_be_active() -> None:
    sink = Hearing()
    with agent() as (machine, web):
        async with collecting(driver(web.url), [wanted(1, "heat", "text")], sink):
            await until(lambda: len(sink.puts) == 1)
            machine.put("heat", "", level="Normal")
            machine.put("heat", "主轴过热", level="Fault", code="E1")
            machine.put("heat", "油温高", level="Warning", code="W2")
            machine.put("heat", "", level="Normal", code="E1")
            machine.put("heat", "", level="Normal")
            await until(lambda: len(sink.puts) == 6)
        machine.put("heat", "A", level="Fault", code="E3")
        machine.put("heat", "B", level="Fault", code="E4")
        found = await driver(web.url).read([MtconnectAddress(data_item="heat")])

    assert sink.values(1) == [
        None, "NORMAL", "FAULT E1 主轴过热", "FAULT E1 主轴过热; WARNING W2 油温高",
        "WARNING W2 油温高", "NORMAL",
    ]  # fmt: skip
    assert found[0].value == "FAULT E3 A; FAULT E4 B"


async def test_what_is_no_such_value_is_told_of_its_point_only() -> None:
    sink = Hearing()
    with agent() as (machine, web):
        machine.put("wave", "1 2 3")
        machine.put("place", "1.5 -2 3e1")
        machine.put("door", "OPEN")
        points = [
            wanted(1, "nothing"), wanted(2, "wave"), wanted(3, "place", part=3),
            wanted(4, "door"), wanted(5, "place", "text"),
        ]  # fmt: skip
        async with collecting(driver(web.url), points, sink):
            await until(lambda: len(sink.puts) == 3)

    assert [(put.number, put.value) for put in sink.puts] == [(3, 30.0), (5, "1.5 -2 3e1"), (4, "OPEN")]
    assert sorted(numbers for numbers, _ in sink.silences) == [(1,), (2,)]


async def test_browsing_leads_through_components_to_data_items() -> None:
    with agent() as (machine, web):
        machine.put("speed", "1200")
        machine.put("place", "1 2 3")
        top = await driver(web.url).browse(None)
        device = {each.name: each for each in await driver(web.url).browse(top[0].under)}
        axes = await driver(web.url).browse(device["Axes a1"].under)
        rotary = {each.title: each for each in await driver(web.url).browse(axes[0].under)}

    assert [(each.name, each.under) for each in top] == [("VMC", "d1")]
    assert (device["good"].kind, device["good"].address) == (
        ValueKind.INTEGER,
        MtconnectAddress(data_item="parts", part=None),
    )
    speed = rotary["ROTARY_VELOCITY ACTUAL"]
    assert (speed.unit, speed.low, speed.high) == ("REVOLUTION/MINUTE", 0.0, 6000.0)
    assert speed.sample is not None
    assert speed.sample.value == 1200.0
    assert [rotary[f"PATH_POSITION {axis}"].sample.value for axis in "XYZ"] == [1, 2, 3]  # type: ignore[union-attr]
    assert rotary["DISPLACEMENT"].address is None
    assert rotary["TEMPERATURE"].kind is ValueKind.TEXT


BOMB = b"""<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>
<MTConnectStreams>&c;&c;&c;</MTConnectStreams>"""


@pytest.mark.parametrize(
    "answer",
    [
        Answer(b""),
        Answer(b"<html></html>"),
        Answer(b"\xff\xfe\x00"),
        Answer(b"<a>" * 1_000_000),
        Answer(b" " * 10_500_000),
        Answer(b"<MTConnectStreams/>"),
        Answer(b"<MTConnectError><Errors><Error errorCode='UNSUPPORTED'/></Errors></MTConnectError>"),
        Answer(BOMB),
        Answer(b"{}", status=404),
        Answer(status=500),
        Answer(status=429),
    ],
)
async def test_hostile_answers_are_no_values(answer: Answer) -> None:
    sink = Hearing()
    with site(lambda _: answer) as web:
        with pytest.raises(NotReached):
            await driver(web.url).collect([wanted(1, "speed")], sink)
        with pytest.raises((NotReached, NotAdmitted)):
            await driver(web.url).browse(None)
    assert sink.puts == []


@pytest.mark.parametrize(
    "change",
    [
        {"next": 'nextSequence="3"', "by": 'nextSequence="-3"'},
        {"next": 'sequence="', "by": 'sequence="x'},
        {"next": "MTConnectStreams:1.3", "by": "x"},
        {"next": 'bufferSize="100"', "by": 'bufferSize="0"'},
    ],
)
async def test_answers_that_contradict_themselves_end_collecting_and_are_not_repeated_at_once(
    change: dict[str, str],
) -> None:
    machine, sink, asked = Agent(), Hearing(), []

    def lying(question: Any) -> Answer:
        asked.append(question.target)
        told = machine.answer(question)
        if question.target.startswith("/sample"):
            told.body = told.body.replace(b'nextSequence="8"', b'nextSequence="2"')
        return Answer(told.body.replace(change["next"].encode(), change["by"].encode()))

    with site(lying) as web:
        with pytest.raises(NotReached):
            await asyncio.wait_for(driver(web.url).collect([wanted(1, "speed")], sink), 5)
    assert len(asked) <= 4, "a second beginning, for the agent may just have restarted, and no more"


async def test_refusals_and_nobody_there_are_told_apart() -> None:
    with site(lambda _: Answer(status=403)) as web, pytest.raises(NotAdmitted, match="403"):
        await driver(web.url).collect([wanted(1, "speed")], Hearing())
    with pytest.raises(NotReached):
        await driver(f"http://{HERE}:{free_port()}").browse(None)


def test_wrong_addresses_are_told() -> None:
    for told in ({}, {"data_item": ""}, {"data_item": "x", "part": 4}):
        with pytest.raises(ValidationError):
            MtconnectAddress.model_validate(told)


def test_a_place_is_not_gone_on_from_long_after_collecting_was_stopped() -> None:
    place = mtconnect._Place(1, 5)
    assert place.stands
    place.stopped_at = -1e9
    assert not place.stands
