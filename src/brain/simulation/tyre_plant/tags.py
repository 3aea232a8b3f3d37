"""What can be read of a plant at any moment, and what each value means."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from brain.simulation.tyre_plant.machine import Machine

Kind = Literal["number", "text"]

MACHINES: Final = {
    "mixing": "密炼机",
    "extrusion": "挤出线",
    "calendering": "压延机",
    "building": "成型机",
    "curing": "硫化机",
    "inspection": "检验机",
}
_SPOKEN: Final = {
    "ambient_c": "环境温度",
    "state": "状态",
    "power_kw": "有功功率",
    "energy_kwh": "累计电量",
    "tool_age": "工装已用次数",
    "made": "完成次数",
    "rejected": "不合格次数",
    "platen_c": "热板温度",
    "tyre_c": "胎坯温度",
}


@dataclass(frozen=True, slots=True)
class Tag:
    """`unit` in UCUM, empty for a state; `high` is None where the value only grows."""

    name: str
    equipment: str
    unit: str
    low: float
    high: float | None
    kind: Kind = "number"

    @property
    def leaf(self) -> str:
        """What of its equipment it tells."""
        return self.name.rpartition("/")[2]

    @property
    def title(self) -> str:
        """In Chinese, with its machine."""
        machine = self.equipment.rpartition("/")[2]
        process, _, number = machine.partition("-")
        spoken = f"{MACHINES[process]} {number} " if process in MACHINES else ""
        return f"{spoken}{_SPOKEN[self.leaf]}"


def described(machine: Machine) -> tuple[Tag, ...]:
    """Ranges are those of the machine's design, as in EURange of OPC UA."""
    place = machine.equipment
    common = (
        Tag(f"{place}/state", place, "", 0, None, "text"),
        Tag(f"{place}/power_kw", place, "kW", 0, machine.step.load_kw),
        Tag(f"{place}/energy_kwh", place, "kW.h", 0, None),
        Tag(f"{place}/tool_age", place, "{cycle}", 0, None),
        Tag(f"{place}/made", place, "{cycle}", 0, None),
    )
    if not machine.step.makes:
        return (*common, Tag(f"{place}/rejected", place, "{cycle}", 0, None))
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
        f"{place}/made": float(machine.made),
    }
    if not machine.step.makes:
        found[f"{place}/rejected"] = float(machine.rejected)
    if machine.step.process == "curing":
        found |= {f"{place}/platen_c": machine.platen_c, f"{place}/tyre_c": machine.tyre_c}
    return found
