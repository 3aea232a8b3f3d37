"""How far a tyre is cured: lag of its temperature, Arrhenius equivalent time, first-order kinetics."""

from dataclasses import dataclass
from math import exp, log

GAS_CONSTANT = 8.314  # J/(mol·K)
KELVIN = 273.15


@dataclass(frozen=True, slots=True)
class Compound:
    """`t90_s`: seconds to 90 % of the final torque of a rheometer (ISO 6502) at `reference_c`."""

    activation_j_per_mol: float
    reference_c: float
    t90_s: float


def approach(value: float, goal: float, time_constant_s: float, seconds: float) -> float:
    """Newton's heating: dT/dt = (goal - T) / τ, solved exactly, so that steps of any length agree."""
    return goal + (value - goal) * exp(-seconds / time_constant_s)


def equivalent_seconds(compound: Compound, temperature_c: float, seconds: float) -> float:
    """Seconds at the reference temperature that cure as far: t · exp(-E/R · (1/T - 1/T₀))."""
    inverse = 1 / (temperature_c + KELVIN) - 1 / (compound.reference_c + KELVIN)
    return seconds * exp(-compound.activation_j_per_mol / GAS_CONSTANT * inverse)


def state_of_cure(compound: Compound, equivalent_s: float) -> float:
    """Share of the crosslinks formed, 1 - 10^(-t/t90): 0.9 at t90 by definition."""
    return 1 - exp(-log(10) * equivalent_s / compound.t90_s)
