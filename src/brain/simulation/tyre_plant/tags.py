"""What can be read of a plant at any moment, and what each value means."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from brain.simulation.tyre_plant.machine import Machine

Kind = Literal["number", "integer", "boolean", "text"]
Value = float | int | bool | str

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
    "good": "合格数",
    "rejected": "不合格数",
    "work_order": "工单",
    "product": "产品规格",
    "platen_c": "热板温度",
    "tyre_c": "胎坯温度",
}


_OF_PROCESS: Final[Mapping[str, tuple[tuple[str, str, float, float | None, Kind], ...]]] = {
    "curing": (("platen_c", "Cel", 0, 220, "number"), ("tyre_c", "Cel", 0, 220, "number")),
    "inspection": (("good", "{piece}", 0, None, "integer"), ("rejected", "{piece}", 0, None, "integer")),
}


@dataclass(frozen=True, slots=True)
class Tag:
    """`unit` in UCUM, empty for text and yes or no; `high` is None where the value only grows."""

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
    common: tuple[Tag, ...] = (
        Tag(f"{place}/state", place, "", 0, None, "text"),
        Tag(f"{place}/power_kw", place, "kW", 0, machine.step.load_kw),
        Tag(f"{place}/energy_kwh", place, "kW.h", 0, None),
        Tag(f"{place}/tool_age", place, "{cycle}", 0, None, "integer"),
        Tag(f"{place}/made", place, "{cycle}", 0, None, "integer"),
        Tag(f"{place}/work_order", place, "", 0, None, "text"),
    )
    if machine.step.by_product:
        common = (*common, Tag(f"{place}/product", place, "", 0, None, "text"))
    return common + tuple(
        Tag(f"{place}/{leaf}", place, unit, low, high, kind)
        for leaf, unit, low, high, kind in _OF_PROCESS.get(machine.step.process, ())
    )


def values(machine: Machine) -> Mapping[str, Value]:
    """By the names of `described`."""
    place = machine.equipment
    found: dict[str, Value] = {
        f"{place}/state": machine.state.value,
        f"{place}/power_kw": machine.power_kw,
        f"{place}/energy_kwh": machine.energy_kwh,
        f"{place}/tool_age": machine.tool_age,
        f"{place}/made": machine.made,
        f"{place}/work_order": machine.job.id if machine.job else "",
    }
    if machine.step.by_product:
        found[f"{place}/product"] = machine.product.code if machine.product else ""
    if machine.step.process == "curing":
        found |= {f"{place}/platen_c": machine.platen_c, f"{place}/tyre_c": machine.tyre_c}
    elif machine.step.process == "inspection":
        found |= {f"{place}/good": machine.made - machine.rejected, f"{place}/rejected": machine.rejected}
    return found
