"""Laws of orders, changeovers and shifts."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import pairwise
from typing import TypeVar

import pytest

from brain.simulation.tyre_plant.layout import SHIPPED, shipped
from brain.simulation.tyre_plant.plant import Plant
from brain.simulation.tyre_plant.records import (
    EquipmentEvent,
    MaterialLot,
    Movement,
    OrderStatus,
    ProductionOrder,
    Record,
    Shift,
    State,
    StockMovement,
    WorkOrder,
)

BEGIN = datetime(2026, 1, 1, tzinfo=UTC)
DAY_S = 24 * 3600


@cache
def day(name: str) -> tuple[Plant, tuple[Record, ...]]:
    plant = Plant(shipped(name), 7, BEGIN)
    plant.advance(DAY_S)
    return plant, tuple(plant.drain())


Order = TypeVar("Order", ProductionOrder, WorkOrder)


def latest(records: Sequence[Record], kind: type[Order]) -> dict[str, Order]:
    return {r.id: r for r in records if isinstance(r, kind)}


@pytest.mark.parametrize("name", SHIPPED)
def test_a_work_order_counts_what_its_lots_tell(name: str) -> None:
    _, records = day(name)
    of_lot = {r.id: r.work_order for r in records if isinstance(r, MaterialLot)}
    made: dict[str, float] = defaultdict(float)
    for move in records:
        if isinstance(move, StockMovement) and move.kind is Movement.PRODUCTION:
            made[of_lot[move.lot]] += move.quantity
    orders = latest(records, WorkOrder)
    making = {key: order for key, order in orders.items() if order.process != "inspection"}

    assert sum(order.status is OrderStatus.COMPLETED for order in making.values()) > 10
    assert {key: order.good for key, order in making.items()} == {key: made[key] for key in making}


@pytest.mark.parametrize("name", SHIPPED)
def test_production_orders_count_what_was_shipped_and_scrapped(name: str) -> None:
    _, records = day(name)
    orders = latest(records, ProductionOrder).values()
    moved = Counter(r.kind for r in records if isinstance(r, StockMovement))

    assert sum(order.good for order in orders) == moved[Movement.SHIPMENT] > 0
    assert sum(order.scrap for order in orders) == moved[Movement.SCRAP]


@pytest.mark.parametrize("name", SHIPPED)
def test_orders_never_exceed_their_plan_and_end_after_they_begin(name: str) -> None:
    _, records = day(name)
    for order in (r for r in records if isinstance(r, ProductionOrder | WorkOrder)):
        assert order.planned > 0
        assert order.planned_begin < order.planned_end
        assert order.good + order.scrap <= order.planned
        done = order.good + order.scrap == order.planned
        assert done == (order.status is OrderStatus.COMPLETED) == (order.actual_end is not None)
        if order.actual_begin and order.actual_end:
            assert order.actual_begin < order.actual_end <= order.at


@pytest.mark.parametrize("name", SHIPPED)
@pytest.mark.parametrize("seed", range(3))
def test_orders_never_stand_still(name: str, seed: int) -> None:
    """Whatever is ordered in which succession: within each eight hours something is completed."""
    plant = Plant(shipped(name), seed, BEGIN)
    for _ in range(9):
        plant.advance(8 * 3600)
        orders = latest(plant.drain(), ProductionOrder).values()
        assert [order for order in orders if order.status is OrderStatus.COMPLETED]
        assert sum(order.status is not OrderStatus.COMPLETED for order in orders) <= plant.layout.demand.open


@pytest.mark.parametrize("name", SHIPPED)
def test_a_machine_makes_another_product_only_after_a_changeover(name: str) -> None:
    plant, records = day(name)
    begun = defaultdict(list)
    for event in records:
        if isinstance(event, EquipmentEvent) and event.state is State.SETUP:
            begun[event.equipment.rpartition("/")[2]].append(event.at)
    lots = [r for r in records if isinstance(r, MaterialLot) and r.product]
    last: dict[str, MaterialLot] = {}
    changes = 0
    for lot in lots:
        machine = f"{lot.work_order.split('-')[2]}-{lot.id.split('-')[1]}"
        before = last.get(machine)
        if before and before.product != lot.product:
            changes += 1
            assert [at for at in begun[machine] if before.at <= at < lot.at], (machine, before, lot)
        last[machine] = lot

    assert changes > 10
    assert {order.product for order in latest(records, ProductionOrder).values()} <= {
        product.code for product in plant.layout.products
    }


@pytest.mark.parametrize("name", SHIPPED)
def test_a_tyre_is_of_the_product_of_all_it_is_made_of(name: str) -> None:
    _, records = day(name)
    lots = {r.id: r for r in records if isinstance(r, MaterialLot)}
    tyres = [lot for lot in lots.values() if lot.material == "tyre"]

    assert len({tyre.product for tyre in tyres}) > 1
    for lot in lots.values():
        parts = {lots[part].product for part in lot.made_of} - {""}
        assert parts <= {lot.product}


@pytest.mark.parametrize("name", SHIPPED)
def test_the_parts_of_the_oee_are_shares(name: str) -> None:
    plant, _ = day(name)
    for machine in plant.machines:
        running = machine.seconds_in[State.RUNNING]
        available = running / sum(machine.seconds_in.values())
        performance = machine.made * machine.step.cycle_s / running
        quality = (machine.made - machine.rejected) / machine.made
        assert 0 < available <= 1
        assert 0 < performance <= 1
        assert 0 < quality <= 1


def test_shifts_follow_each_other_and_name_nobody() -> None:
    plant, records = day("passenger")
    shifts = [r for r in records if isinstance(r, Shift) and r.process == "curing"]
    crew = next(step.crew for step in plant.layout.steps if step.process == "curing")

    assert [shift.name for shift in shifts] == ["day", "evening", "night", "day"]
    assert all(late.at == early.end for early, late in pairwise(shifts))
    assert all(shift.end - shift.at == timedelta(hours=8) for shift in shifts)
    assert all(1 <= shift.head_count <= crew for shift in shifts)
