"""Laws of a running plant."""

from dataclasses import replace
from datetime import UTC, datetime
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brain.simulation.tyre_plant.layout import SHIPPED, Layout, shipped
from brain.simulation.tyre_plant.plant import TICK_S, Plant
from brain.simulation.tyre_plant.records import (
    EnergyReading,
    MaterialLot,
    Movement,
    ProductionOrder,
    QualityTestResult,
    Record,
    State,
    StockMovement,
    WorkOrder,
)

BEGIN = datetime(2026, 1, 1, tzinfo=UTC)
SHIFT_S = 8 * 3600


@cache
def shift(name: str, seed: int = 7) -> tuple[Plant, tuple[Record, ...]]:
    plant = Plant(shipped(name), seed, BEGIN)
    plant.advance(SHIFT_S)
    return plant, tuple(plant.drain())


@settings(max_examples=10, deadline=None)
@given(st.lists(st.integers(1, 400), min_size=1, max_size=12))
def test_time_may_be_cut_anyhow(pieces: list[int]) -> None:
    whole, cut = (Plant(shipped("passenger"), 7, BEGIN) for _ in range(2))
    whole.advance(sum(pieces))
    for piece in pieces:
        cut.advance(piece)

    assert cut.tags() == whole.tags()
    assert cut.drain() == whole.drain()


def test_the_seed_decides() -> None:
    again = Plant(shipped("passenger"), 7, BEGIN)
    again.advance(SHIFT_S)

    assert tuple(again.drain()) == shift("passenger")[1]
    assert shift("passenger", 8)[1] != shift("passenger")[1]


def scattering() -> Layout:
    """The passenger plant with presses whose set points scatter by 6 °C."""
    layout = shipped("passenger")
    return replace(layout, press=replace(layout.press, platen_sd_c=6.0))


def test_presses_that_scatter_make_scrap_that_is_never_shipped() -> None:
    plant = Plant(scattering(), 7, BEGIN)
    plant.advance(SHIFT_S // 2)
    records = plant.drain()
    refused = {r.lot for r in records if isinstance(r, QualityTestResult) and not r.accepted}
    moved = [r for r in records if isinstance(r, StockMovement)]

    assert refused
    assert {m.lot for m in moved if m.kind is Movement.SCRAP} == refused
    assert not refused & {m.lot for m in moved if m.kind is Movement.SHIPMENT}
    told = [value for name, value in plant.tags().items() if name.endswith("/rejected")]
    assert sum(float(count) for count in told) == len(refused)


@pytest.mark.parametrize("name", SHIPPED)
def test_what_is_shipped_was_accepted_and_what_is_scrapped_was_not(name: str) -> None:
    _, records = shift(name)
    refused = {r.lot for r in records if isinstance(r, QualityTestResult) and not r.accepted}
    tested = {r.lot for r in records if isinstance(r, QualityTestResult)}
    moved = [r for r in records if isinstance(r, StockMovement)]
    shipped_lots = [m.lot for m in moved if m.kind is Movement.SHIPMENT]

    assert len(shipped_lots) > 20
    assert len(set(shipped_lots)) == len(shipped_lots)
    assert set(shipped_lots) == tested - refused
    assert {m.lot for m in moved if m.kind is Movement.SCRAP} == refused


@pytest.mark.parametrize("name", SHIPPED)
def test_each_tyre_traces_to_every_material_bought(name: str) -> None:
    plant, records = shift(name)
    material = {r.id: r.material for r in records if isinstance(r, MaterialLot)}
    tyres = [lot for lot, what in material.items() if what == "tyre"]

    assert tyres
    for tyre in tyres:
        assert {material[lot] for lot in plant.ledger.bought(tyre)} == set(plant.layout.raw)


@pytest.mark.parametrize("name", SHIPPED)
def test_states_fill_the_time_and_identifiers_are_given_once(name: str) -> None:
    plant, records = shift(name)

    assert {sum(machine.seconds_in.values()) for machine in plant.machines} == {SHIFT_S}
    once = [record for record in records if not isinstance(record, ProductionOrder | WorkOrder)]
    assert len({record.id for record in once}) == len(once)
    assert any(machine.seconds_in[State.RUNNING] > SHIFT_S / 2 for machine in plant.machines)


def test_energy_is_the_integral_of_power() -> None:
    plant = Plant(shipped("truck_bus"), 7, BEGIN)
    summed = dict.fromkeys((machine.equipment for machine in plant.machines), 0.0)
    for _ in range(3600 // TICK_S):
        plant.advance(TICK_S)
        tags = plant.tags()
        for equipment in summed:
            summed[equipment] += float(tags[f"{equipment}/power_kw"]) * TICK_S / 3600
    last = {r.equipment: r.kwh for r in plant.drain() if isinstance(r, EnergyReading)}

    assert last == pytest.approx(summed)


@pytest.mark.parametrize("name", SHIPPED)
def test_every_tag_is_described_and_keeps_to_its_range(name: str) -> None:
    plant, _ = shift(name)
    now = plant.tags()

    assert [tag.name for tag in plant.described()] == list(now)
    for tag in plant.described():
        value = now[tag.name]
        kinds = {"number": float, "integer": int, "boolean": bool, "text": str}
        assert type(value) is kinds[tag.kind], tag.name
        if tag.leaf == "state":
            assert value in set(State)
        if isinstance(value, int | float):
            assert tag.low <= value <= (tag.high if tag.high is not None else value)
