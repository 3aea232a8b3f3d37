"""What the plant takes as a whole: the meters of electricity and steam where they come in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log10, sqrt
from typing import Final

from brain.simulation.tyre_plant.curing import approach
from brain.simulation.tyre_plant.layout import Steam
from brain.simulation.tyre_plant.machine import Machine

POWER_FACTOR: Final = 0.9  # assumed, with compensation
NO_LOAD_V: Final = 10_500.0  # between phases
DROP: Final = 0.02  # share of it lost with all machines at full load; assumed
DROOP: Final = 0.15  # share of the set pressure lost at the rated flow; assumed
MAIN_LAG_S: Final = 60.0
LOW: Final = 0.9  # of the set pressure: below, the meter warns
MMHG_PER_MPA: Final = 7500.6


def saturation_c(pressure_mpa: float) -> float:
    """Temperature of saturated steam at an absolute pressure, 0.1 to 5 MPa (Antoine's equation for water,
    99 to 374 °C: A 8.14019, B 1810.94, C 244.485 in mmHg and °C)."""
    return 1810.94 / (8.14019 - log10(pressure_mpa * MMHG_PER_MPA)) - 244.485


@dataclass(slots=True)
class Utilities:
    """Counters since the plant began, in kWh and kg."""

    steam: Steam
    pressure_mpa: float
    energy_kwh: float = 0.0
    steam_kg: float = 0.0
    power_kw: float = 0.0
    flow_kg_per_h: float = 0.0
    load: float = 0.0

    def meter(self, machines: Sequence[Machine], seconds: int) -> None:
        self.power_kw = sum(machine.power_kw for machine in machines)
        self.load = self.power_kw / sum(machine.step.load_kw for machine in machines)
        self.energy_kwh += self.power_kw * seconds / 3600
        self.flow_kg_per_h = sum(machine.steam_kg_per_h for machine in machines)
        self.steam_kg += self.flow_kg_per_h * seconds / 3600
        goal = self.steam.set_mpa * (1 - DROOP * self.flow_kg_per_h / self.steam.rated_kg_per_h)
        self.pressure_mpa = approach(self.pressure_mpa, goal, MAIN_LAG_S, seconds)

    def electricity(self) -> Mapping[str, float | bool]:
        voltage = NO_LOAD_V * (1 - DROP * self.load)
        return {
            "power_kw": self.power_kw,
            "energy_kwh": self.energy_kwh,
            "voltage_v": voltage,
            "current_a": self.power_kw * 1000 / (sqrt(3) * voltage * POWER_FACTOR),
        }

    def steam_main(self) -> Mapping[str, float | bool]:
        return {
            "steam_kg_per_h": self.flow_kg_per_h,
            "steam_kg": self.steam_kg,
            "pressure_mpa": self.pressure_mpa,
            "steam_c": saturation_c(self.pressure_mpa),
            "pressure_low": self.pressure_mpa < LOW * self.steam.set_mpa,
        }
