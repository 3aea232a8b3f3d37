"""What can be read of a plant at any moment, and what each value means."""

from collections.abc import Mapping
from dataclasses import dataclass

from brain.simulation.tyre_plant.machine import Machine


@dataclass(frozen=True, slots=True)
class Tag:
    """`unit` in UCUM, empty for a state; `high` is None where the value only grows."""

    name: str
    equipment: str
    unit: str
    low: float
    high: float | None


def described(machine: Machine) -> tuple[Tag, ...]:
    """Ranges are those of the machine's design, as in EURange of OPC UA."""
    place = machine.equipment
    common = (
        Tag(f"{place}/state", place, "", 0, None),
        Tag(f"{place}/power_kw", place, "kW", 0, machine.step.load_kw),
        Tag(f"{place}/energy_kwh", place, "kW.h", 0, None),
        Tag(f"{place}/tool_age", place, "{cycle}", 0, None),
    )
    if machine.step.process != "curing":
        return common
    return (
        *common,
        Tag(f"{place}/platen_c", place, "Cel", 0, 220),
        Tag(f"{place}/tyre_c", place, "Cel", 0, 220),
    )


def values(machine: Machine) -> Mapping[str, float | str]:
    """By the names of `described`."""
    place = machine.equipment
    found: dict[str, float | str] = {
        f"{place}/state": machine.state.value,
        f"{place}/power_kw": machine.power_kw,
        f"{place}/energy_kwh": machine.energy_kwh,
        f"{place}/tool_age": machine.tool_age,
    }
    if machine.step.process == "curing":
        found |= {f"{place}/platen_c": machine.platen_c, f"{place}/tyre_c": machine.tyre_c}
    return found
