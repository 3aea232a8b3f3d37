"""Which machines a plant has and what each process makes of what; two layouts are shipped."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from brain.simulation.tyre_plant.curing import Compound
from brain.simulation.tyre_plant.wear import Tool

SHIPPED = ("truck_bus", "passenger")
_FOLDER = Path(__file__).parent / "layouts"


@dataclass(frozen=True, slots=True)
class Step:
    """One process; `needs` is per cycle, by material. A step that makes nothing inspects what it needs."""

    process: str
    machines: int
    cycle_s: int
    makes: str
    unit: str
    quantity: float
    needs: dict[str, float]
    idle_kw: float
    load_kw: float
    tool: Tool


@dataclass(frozen=True, slots=True)
class Press:
    """Set point, spread and lags (first order) of curing presses; °C and seconds."""

    platen_c: float
    platen_lag_s: float
    tyre_lag_s: float
    platen_sd_c: float


@dataclass(frozen=True, slots=True)
class Layout:
    """`raw` is the size of one delivery by material, kg; limits of cure are shares of t90."""

    path: str
    title: str
    rfv_limit_n: float
    cure_low: float
    cure_high: float
    compound: Compound
    press: Press
    raw: dict[str, float]
    steps: tuple[Step, ...]


def shipped(name: str) -> Layout:
    """One of `SHIPPED`.

    Raises:
        KeyError: There is none of that name.
    """
    if name not in SHIPPED:
        raise KeyError(name)
    written: dict[str, Any] = tomllib.loads((_FOLDER / f"{name}.toml").read_text())
    steps = tuple(Step(**step | {"tool": Tool(**step["tool"])}) for step in written.pop("step"))
    compound, press = Compound(**written.pop("compound")), Press(**written.pop("press"))
    return Layout(compound=compound, press=press, steps=steps, **written)
