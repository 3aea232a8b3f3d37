"""Laws of what instruments show."""

from datetime import UTC, datetime
from math import pi, sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from brain.simulation.tyre_plant.layout import SHIPPED, Step, shipped
from brain.simulation.tyre_plant.machine import Machine
from brain.simulation.tyre_plant.plant import TICK_S, Plant
from brain.simulation.tyre_plant.processes import ROTOR_PER_MIN, Calendering, Extrusion, Mixing, Run
from brain.simulation.tyre_plant.records import State
from brain.simulation.tyre_plant.utilities import saturation_c
from brain.simulation.tyre_plant.wear import Tool

BEGIN = datetime(2026, 1, 1, tzinfo=UTC)
MIXER = Step(
    process="mixing", machines=1, cycle_s=240, makes="compound", unit="kg", quantity=250, needs={},
    idle_kw=0, load_kw=1200, crew=1, tool=Tool(1000, 2),
)  # fmt: skip
SHARE = st.floats(0, 1)


def run(*, running: bool = True, first: bool = False, power_kw: float = 800, wear: float = 0.0) -> Run:
    return Run(
        running=running, first=first, power_kw=power_kw, ambient_c=20, wear=wear, size=1, seconds=TICK_S
    )  # fmt: skip


def mixed(power_kw: float, ticks: int) -> Mixing:
    mixing, random = Mixing(MIXER), np.random.default_rng(0)
    for tick in range(ticks):
        mixing.move(run(first=tick == 0, power_kw=power_kw), random)
    return mixing


@given(st.floats(300, 1000), st.floats(10, 100), st.integers(1, 48))
def test_more_power_makes_a_batch_hotter_and_its_energy_is_the_integral(
    power: float, more: float, ticks: int
) -> None:
    cooler, hotter = mixed(power, ticks).shown(), mixed(power + more, ticks).shown()

    assert hotter["batch_c"] > cooler["batch_c"]
    assert cooler["batch_kwh"] == pytest.approx(power * ticks * TICK_S / 3600)
    assert cooler["torque_kn_m"] * 2 * pi * ROTOR_PER_MIN / 60 == pytest.approx(power)


def test_the_dump_temperature_is_the_last_of_the_batch_before() -> None:
    mixing, random = mixed(700, 48), np.random.default_rng(0)
    last = mixing.shown()["batch_c"]
    mixing.move(run(first=True), random)
    following = mixing.shown()

    assert following["dump_c"] == last > following["batch_c"]


@given(SHARE, SHARE)
def test_pressure_before_the_head_rises_with_clogged_screens_and_falls_when_it_stops(
    one: float, other: float
) -> None:
    found = []
    for wear in sorted((one, other)):
        line, random = Extrusion(), np.random.default_rng(0)
        for _ in range(60):
            line.move(run(wear=wear), random)
        found.append(line.shown()["head_mpa"])
        for _ in range(60):
            line.move(run(running=False, wear=wear), random)
        assert line.shown()["head_mpa"] < 0.01
        assert line.shown()["line_m_per_min"] == 0

    assert found[0] <= found[1]


def test_the_control_keeps_the_thickness_closer_than_the_gap_has_to_move() -> None:
    line, random = Calendering(), np.random.default_rng(1)
    shown = []
    for _ in range(4000):
        line.move(run(), random)
        shown.append(line.shown())
    thickness, gap = (np.std([each[name] for each in shown]) for name in ("thickness_mm", "gap_mm"))

    assert thickness < gap / 2
    assert np.mean([each["thickness_mm"] for each in shown]) == pytest.approx(1.1, abs=0.002)


@pytest.mark.parametrize(
    ("pressure", "temperature"), [(0.101325, 99.97), (0.5, 151.8), (1.0, 179.9), (1.5, 198.3)]
)
def test_saturated_steam_is_as_hot_as_the_steam_tables_say(pressure: float, temperature: float) -> None:
    assert saturation_c(pressure) == pytest.approx(temperature, abs=0.5)


@pytest.mark.parametrize("name", SHIPPED)
def test_the_meters_count_what_the_machines_take(name: str) -> None:
    plant = Plant(shipped(name), 7, BEGIN)
    steam = 0.0
    for _ in range(3 * 3600 // TICK_S):
        plant.advance(TICK_S)
        steam += sum(machine.steam_kg_per_h for machine in plant.machines) * TICK_S / 3600
    tags = plant.tags()
    told = {
        key.rpartition("/")[2]: float(value)
        for key, value in tags.items()
        if "/utilities/" in key and not isinstance(value, str)
    }

    assert told["energy_kwh"] == pytest.approx(sum(machine.energy_kwh for machine in plant.machines))
    assert told["steam_kg"] == pytest.approx(steam)
    assert told["power_kw"] * 1000 == pytest.approx(sqrt(3) * told["voltage_v"] * told["current_a"] * 0.9)
    press = plant.layout.press
    assert told["steam_c"] > press.platen_c, "steam colder than what it heats"


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shut_press_takes_no_steam_and_one_with_a_cold_tyre_the_most(name: str) -> None:
    layout = shipped(name)
    step = next(step for step in layout.steps if step.process == "curing")
    found = {}
    for state in (State.DOWN, State.IDLE, State.RUNNING):
        press = Machine("press", step, np.random.default_rng(0), state)
        press.set_point_c = press.platen_c = layout.press.platen_c
        press.heat(layout, 20, TICK_S)
        found[state] = press.steam_kg_per_h
    loss_kw = layout.press.loss_kw_per_k * (layout.press.platen_c - 20)

    assert found[State.DOWN] == 0
    assert found[State.IDLE] == pytest.approx(loss_kw * 3600 / 2015)
    assert found[State.RUNNING] > found[State.IDLE]
