"""What records add up to."""

from datetime import UTC, datetime
from typing import Any

import pytest

from brain.kit.errors import Invalid, NotFound
from brain.platform.operations.service import figures
from tests.platform.operations.conftest import Works, lot

BEGIN, END = datetime(2026, 11, 20, tzinfo=UTC), datetime(2026, 11, 21, tzinfo=UTC)


def result(
    key: str, lot_of: str, characteristic: str, accepted: str, minute: int, **more: Any
) -> dict[str, Any]:
    told = {"key": key, "lot": lot_of, "characteristic": characteristic, "accepted": accepted}
    return told | {"at": f"2026-11-20T08:{minute:02}:00Z"} | more


def movement(key: str, kind: str, quantity: float, **more: Any) -> dict[str, Any]:
    return {"key": key, "kind": kind, "quantity": quantity, "at": "2026-11-20", "lot": "A"} | more


def reading(key: str, quantity: float, at: str, **more: Any) -> dict[str, Any]:
    told = {"key": key, "equipment": "press-01", "carrier": "electricity", "reading": "counter"}
    return told | {"quantity": quantity, "unit": "kWh", "at": at} | more


async def test_a_lot_that_was_repaired_did_not_pass_first_time(works: Works) -> None:
    await works.tell(
        "quality_result",
        result("1", "A", "重量", "合格", 1),
        result("2", "A", "外观", "不合格", 2, defect_code="气泡"),
        result("3", "A", "外观", "合格", 3),
        result("4", "B", "重量", "合格", 4),
        result("5", "B", "外观", "合格", 5),
        result("6", "C", "外观", "不合格", 6, defect_code="气泡"),
        result("7", "D", "重量", "不合格", 7),
        result("8", "E", "重量", "不合格", 8, at="2026-11-22"),
    )
    async with works.gateway.node.database.transaction() as session:
        found = await figures.quality(session, BEGIN, END)

    assert (found.lots, found.passed, found.first_pass_yield) == (4, 1, 0.25)
    assert [(each.defect, each.times, each.lots) for each in found.defects] == [
        ("气泡", 2, 2),
        ("重量", 1, 1),
    ]
    assert [each.share for each in found.defects] == [pytest.approx(2 / 3), 1.0]
    looks = next(each for each in found.characteristics if each.characteristic == "外观")
    assert (looks.results, looks.rejected, looks.first, looks.passed) == (4, 2, 3, 1)


async def test_no_results_say_no_yield(works: Works) -> None:
    async with works.gateway.node.database.transaction() as session:
        assert (await figures.quality(session, BEGIN, END)).first_pass_yield is None
        with pytest.raises(Invalid):
            await figures.quality(session, END, BEGIN)


async def test_stock_is_what_came_less_what_went(works: Works) -> None:
    await works.tell("material_lot", lot("A", material="胶料"))
    await works.tell(
        "stock_movement",
        movement("1", "收货", 10),
        movement("2", "产出", 5),
        movement("3", "发料", 4),
        movement("4", "报废", 0.5),
        movement("5", "发货", 1, lot="", material="胶料", unit="kg"),
        movement("6", "收货", 3, lot="没登记过"),
    )
    await works.tell("stock_movement", movement("1", "收货", 12))
    async with works.gateway.node.database.transaction() as session:
        found = await figures.stock(session, None)
        assert [each.material for each in await figures.stock(session, "胶")] == ["胶料"]

    assert [(each.material, each.unit, each.balance) for each in found] == [
        (None, None, 3),
        ("胶料", "kg", 11.5),
    ]
    assert (found[1].came, found[1].went, found[1].lots, found[1].movements) == (17, 5.5, 1, 5)


async def test_energy_goes_on_from_the_count_before_and_over_a_changed_meter(works: Works) -> None:
    await works.tell(
        "energy_reading",
        reading("1", 100, "2026-11-19T12:00:00Z"),
        reading("2", 130, "2026-11-20T06:00:00Z"),
        reading("3", 7, "2026-11-20T12:00:00Z"),
        reading("4", 0.02, "2026-11-20T13:00:00Z", reading="amount", unit="MWh"),
        reading("5", 500, "2026-11-20T12:00:00Z", equipment="不认识"),
        reading("6", 90, "2026-11-20T12:00:00Z", carrier="steam", unit="t", reading="amount"),
        reading("7", 999, "2026-11-22T12:00:00Z"),
    )
    async with works.gateway.node.database.transaction() as session:
        found = await figures.energy(session, BEGIN, END)

    assert [(each.equipment, each.carrier, each.used, each.unit) for each in found] == [
        ("press-01", "electricity", pytest.approx(30 + 7 + 20), "kWh"),
        ("不认识", "electricity", 0, "kWh"),
        ("press-01", "steam", 90_000, "kg"),
    ]
    assert [each.equipment_id for each in found] == [works.press, None, works.press]
    assert found[0].readings == 3


async def test_the_family_of_a_lot_tells_what_is_known_of_each(works: Works) -> None:
    await works.tell("material_lot", lot("mix", "rubber"), lot("tyre", "mix"))
    async with works.gateway.node.database.transaction() as session:
        found = await figures.genealogy(session, "mix")
        with pytest.raises(NotFound):
            await figures.genealogy(session, "无")

    assert [(each.lot, each.record is None) for each in found.ancestors] == [("rubber", True)]
    assert [(each.lot, each.record is None) for each in found.descendants] == [("tyre", False)]
    assert not found.is_cut
