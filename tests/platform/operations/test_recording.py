"""What is told is kept once, in order, and its earlier revisions stay."""

import asyncio

from brain.kit.clock import now
from brain.platform.operations.contract import KINDS
from brain.platform.operations.models import NameRow
from brain.platform.operations.queries import records
from brain.platform.operations.service import recording
from tests.platform.operations.conftest import Works, lot, order


async def test_the_same_again_is_nothing_and_newer_content_is_a_revision(works: Works) -> None:
    first = await works.tell("production_order", order("1"), order("2"))
    again = await works.tell("production_order", order("1"), order("2", state="进行中"))

    assert (first.kept, first.unchanged) == (2, 0)
    assert (again.kept, again.unchanged) == (1, 1)
    told = await works.after(0)
    assert [(each.key, each.content["state"]) for each in told] == [
        ("1", "released"),
        ("2", "released"),
        ("2", "running"),
    ]
    assert [each.number for each in told] == sorted(each.number for each in told)
    assert [each.key for each in await works.after(told[1].number)] == ["2"]


async def test_what_is_older_than_what_is_kept_changes_nothing(works: Works) -> None:
    await works.tell("production_order", order("1", state="已完成", changed_at="2026-11-20 10:00"))
    late = await works.tell("production_order", order("1", changed_at="2026-11-20 09:00"))

    assert (late.kept, late.older) == (0, 1)
    assert [each.content["state"] for each in await works.after(0)] == ["completed"]


async def test_wrong_rows_are_told_and_the_right_ones_kept(works: Works) -> None:
    outcome = await works.tell("production_order", order("1"), order("2", unit="箩筐"), order(""))

    assert outcome.kept == 1
    assert [(each.place, each.key) for each in outcome.refused] == [(1, "2"), (2, "（没有编号）")]
    assert "箩筐" in outcome.refused[0].problem


async def test_of_rows_under_one_key_the_last_counts(works: Works) -> None:
    outcome = await works.tell("production_order", order("1", quantity=1), order("1", quantity=2))

    assert (outcome.kept, outcome.unchanged) == (1, 1)
    assert [each.content["quantity"] for each in await works.after(0)] == [2]


async def test_the_machine_is_known_by_its_code_or_by_a_word_told(works: Works) -> None:
    event = {"key": "1", "state": "down", "at": "2026-11-20"}
    await works.tell("equipment_event", event | {"equipment": "press-01"})
    await works.tell("equipment_event", event | {"key": "2", "equipment": "硫化1#"})
    assert [each.equipment_id for each in await works.after(0)] == [works.press, None]

    async with works.gateway.node.database.transaction() as session:
        session.add(NameRow(name="硫化1#", equipment_id=works.press, told_by="engineer", told_at=now()))
    assert [each.equipment_id for each in await works.after(0)] == [works.press, works.press]


async def test_numbers_come_in_the_order_of_commits(works: Works) -> None:
    """A reader that has seen a number never misses a lower one that is committed later."""
    entered, go_on = asyncio.Event(), asyncio.Event()

    async def slow() -> None:
        async with works.gateway.node.database.transaction() as session:
            await recording.keep(session, works.system_id, KINDS["production_order"], [order("slow")])
            entered.set()
            await go_on.wait()

    holding = asyncio.create_task(slow())
    await entered.wait()
    other = asyncio.create_task(works.tell("production_order", order("fast")))
    await asyncio.sleep(0.3)
    assert not other.done()
    assert await works.after(0) == []
    go_on.set()
    await asyncio.gather(holding, other)
    assert [each.key for each in await works.after(0)] == ["slow", "fast"]


async def test_a_lot_is_traced_both_ways_and_a_circle_ends(works: Works) -> None:
    await works.tell(
        "material_lot", lot("rubber"), lot("mix", "rubber", "carbon"), lot("tyre", "mix", "belt")
    )
    async with works.gateway.node.database.transaction() as session:
        up = await records.ancestors(session, "tyre", depth=20, most=100)
        down = await records.descendants(session, "carbon", depth=20, most=100)
    assert up == [("belt", 1), ("mix", 1), ("carbon", 2), ("rubber", 2)]
    assert down == [("mix", 1), ("tyre", 2)]

    await works.tell("material_lot", lot("rubber", "tyre"))
    async with works.gateway.node.database.transaction() as session:
        assert dict(await records.ancestors(session, "tyre", depth=20, most=100))["tyre"] == 3
