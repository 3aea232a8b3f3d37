"""What can be read of a plant at any moment, and what each value means."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from brain.simulation.tyre_plant.layout import Layout
from brain.simulation.tyre_plant.machine import Machine
from brain.simulation.tyre_plant.utilities import Utilities

Kind = Literal["number", "integer", "boolean", "text"]
Value = float | int | bool | str

MACHINES: Final = {
    "mixing": "密炼机",
    "extrusion": "挤出线",
    "calendering": "压延机",
    "building": "成型机",
    "curing": "硫化机",
    "inspection": "检验机",
    "power_meter": "总电表",
    "steam_meter": "总蒸汽表",
}
UTILITIES: Final = "utilities"
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
    "rfv_n": "上一条径向力波动",
    "defect_code": "上一条缺陷代码",
    "platen_c": "热板温度",
    "tyre_c": "胎坯温度",
    "batch_c": "胶料温度",
    "dump_c": "上一车排胶温度",
    "batch_kwh": "本车耗电",
    "torque_kn_m": "转子扭矩",
    "head_mpa": "机头压力",
    "line_m_per_min": "线速度",
    "width_mm": "胎面宽度",
    "thickness_mm": "帘布厚度",
    "gap_mm": "辊距",
    "voltage_v": "线电压",
    "current_a": "电流",
    "steam_kg_per_h": "蒸汽流量",
    "steam_kg": "累计蒸汽",
    "pressure_mpa": "蒸汽压力（绝对）",
    "steam_c": "蒸汽温度",
    "pressure_low": "压力低",
}


_OF_PROCESS: Final[Mapping[str, tuple[tuple[str, str, float, float | None, Kind], ...]]] = {
    "mixing": (
        ("batch_c", "Cel", 0, 220, "number"),
        ("dump_c", "Cel", 0, 220, "number"),
        ("batch_kwh", "kW.h", 0, 200, "number"),
        ("torque_kn_m", "kN.m", 0, 400, "number"),
    ),
    "extrusion": (
        ("head_mpa", "MPa", 0, 40, "number"),
        ("line_m_per_min", "m/min", 0, 30, "number"),
        ("width_mm", "mm", 0, 400, "number"),
    ),
    "calendering": (
        ("thickness_mm", "mm", 0, 5, "number"),
        ("gap_mm", "mm", 0, 5, "number"),
        ("line_m_per_min", "m/min", 0, 60, "number"),
    ),
    "curing": (
        ("platen_c", "Cel", 0, 220, "number"),
        ("tyre_c", "Cel", 0, 220, "number"),
        ("steam_kg_per_h", "kg/h", 0, 2000, "number"),
    ),
    "inspection": (
        ("good", "{piece}", 0, None, "integer"),
        ("rejected", "{piece}", 0, None, "integer"),
        ("rfv_n", "N", 0, 5000, "number"),
        ("defect_code", "", 0, None, "text"),
    ),
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
        found |= {
            f"{place}/platen_c": machine.platen_c,
            f"{place}/tyre_c": machine.tyre_c,
            f"{place}/steam_kg_per_h": machine.steam_kg_per_h,
        }
    elif machine.step.process == "inspection":
        found |= {
            f"{place}/good": machine.made - machine.rejected,
            f"{place}/rejected": machine.rejected,
            f"{place}/rfv_n": machine.found.get("radial_force_variation_n", 0.0),
            f"{place}/defect_code": machine.defect_code,
        }
    elif machine.process is not None:
        found |= {f"{place}/{leaf}": value for leaf, value in machine.process.shown().items()}
    return found


def meters(layout: Layout, machines: Sequence[Machine]) -> tuple[Tag, ...]:
    """Where electricity and steam come in."""
    load = sum(machine.step.load_kw for machine in machines)
    power, steam = _meter(layout, "power_meter"), _meter(layout, "steam_meter")
    return (
        Tag(f"{power}/power_kw", power, "kW", 0, load),
        Tag(f"{power}/energy_kwh", power, "kW.h", 0, None),
        Tag(f"{power}/voltage_v", power, "V", 0, 12_000),
        Tag(f"{power}/current_a", power, "A", 0, load / 10),
        Tag(f"{steam}/steam_kg_per_h", steam, "kg/h", 0, 20 * layout.steam.rated_kg_per_h),
        Tag(f"{steam}/steam_kg", steam, "kg", 0, None),
        Tag(f"{steam}/pressure_mpa", steam, "MPa", 0, 2 * layout.steam.set_mpa),
        Tag(f"{steam}/steam_c", steam, "Cel", 0, 250),
        Tag(f"{steam}/pressure_low", steam, "", 0, None, "boolean"),
    )


def metered(layout: Layout, utilities: Utilities) -> Mapping[str, Value]:
    """By the names of `meters`."""
    power, steam = _meter(layout, "power_meter"), _meter(layout, "steam_meter")
    found: dict[str, Value] = {f"{power}/{leaf}": value for leaf, value in utilities.electricity().items()}
    return found | {f"{steam}/{leaf}": value for leaf, value in utilities.steam_main().items()}


def _meter(layout: Layout, name: str) -> str:
    return f"{layout.path}/{UTILITIES}/{name}-01"
