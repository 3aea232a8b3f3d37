"""What instruments on mixers, extruders and calenders show while a cycle goes on."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import pi
from typing import Final, Protocol

from numpy.random import Generator

from brain.simulation.tyre_plant.curing import approach
from brain.simulation.tyre_plant.layout import Step

# Assumed values of usual size.
HEAT_CAPACITY: Final = 1.9  # of a compound, kJ/(kg·K)
COOLING_S: Final = 70.0  # time constant of a mixing chamber
JACKET_C: Final = 45.0
ROTOR_PER_MIN: Final = 45.0
HEAD_MPA: Final = 12.0  # of clean screens; half as much again at the end of their life
HEAD_FALLS_S: Final = 20.0
WIDTH_MM: Final = 220.0  # of a tread of size 1
WIDTH_SD: Final = 0.002
SPEED_M_PER_MIN: Final = {"extrusion": 18.0, "calendering": 30.0}
THICKNESS_MM: Final = 1.1
DRIFT_MM: Final = 0.004  # standard deviation of what disturbs the thickness, each tick
STAYS: Final = 0.98  # share of the disturbance left after a tick
GAIN: Final = 0.3  # share of the deviation that the control takes out in a tick


@dataclass(frozen=True, slots=True)
class Run:
    """One tick of a machine. `wear` is the age of the tool over its life, `size` that of the product."""

    running: bool
    first: bool
    power_kw: float
    ambient_c: float
    wear: float
    size: float
    seconds: int


class Process(Protocol):
    def move(self, run: Run, random: Generator) -> None: ...
    def shown(self) -> Mapping[str, float | bool]: ...


class Mixing:
    """The batch takes up what the rotors do to it, and the jacket cools it."""

    def __init__(self, step: Step) -> None:
        self._capacity = HEAT_CAPACITY * step.quantity
        self._torque = self._batch_kwh = self._dump_c = 0.0
        self._batch_c = JACKET_C
        self._running = False

    def move(self, run: Run, random: Generator) -> None:
        if self._running and (run.first or not run.running):
            self._dump_c = self._batch_c
        self._running = run.running
        if not run.running:
            self._torque = 0.0
            return
        if run.first:
            self._batch_c, self._batch_kwh = run.ambient_c, 0.0
        balance = JACKET_C + run.power_kw * COOLING_S / self._capacity
        self._batch_c = approach(self._batch_c, balance, COOLING_S, run.seconds)
        self._batch_kwh += run.power_kw * run.seconds / 3600
        self._torque = run.power_kw * 60 / (2 * pi * ROTOR_PER_MIN)

    def shown(self) -> Mapping[str, float | bool]:
        return {
            "batch_c": self._batch_c,
            "dump_c": self._dump_c,
            "batch_kwh": self._batch_kwh,
            "torque_kn_m": self._torque,
        }


class Extrusion:
    """Screens clog as they age, so the pressure before the head rises; the die widens what it lets out."""

    def __init__(self) -> None:
        self._head = self._speed = self._width = 0.0

    def move(self, run: Run, random: Generator) -> None:
        goal = HEAD_MPA * (1 + 0.5 * run.wear) if run.running else 0.0
        self._head = approach(self._head, goal, HEAD_FALLS_S, run.seconds)
        self._speed = SPEED_M_PER_MIN["extrusion"] * (0.97 + 0.03 * random.random()) if run.running else 0.0
        if run.running:
            self._width = WIDTH_MM * run.size * (1 + WIDTH_SD * (1 + run.wear) * random.standard_normal())

    def shown(self) -> Mapping[str, float | bool]:
        return {"head_mpa": self._head, "line_m_per_min": self._speed, "width_mm": self._width}


class Calendering:
    """An integral control sets the gap against a disturbance that drifts."""

    def __init__(self) -> None:
        self._drift = self._correction = self._speed = 0.0

    def move(self, run: Run, random: Generator) -> None:
        self._speed = SPEED_M_PER_MIN["calendering"] if run.running else 0.0
        if run.running:
            self._correction -= GAIN * (self._drift + self._correction)
            self._drift = STAYS * self._drift + DRIFT_MM * (1 + run.wear) * random.standard_normal()

    def shown(self) -> Mapping[str, float | bool]:
        return {
            "thickness_mm": THICKNESS_MM + self._drift + self._correction,
            "gap_mm": THICKNESS_MM + self._correction,
            "line_m_per_min": self._speed,
        }


def process_of(step: Step) -> Process | None:
    if step.process == "mixing":
        return Mixing(step)
    if step.process == "extrusion":
        return Extrusion()
    return Calendering() if step.process == "calendering" else None
