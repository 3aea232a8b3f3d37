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
    """One process; `needs` is per cycle, by material. A step that makes nothing inspects what it needs.

    `crew` is the people of a full shift; `setup_s` the change to another product, None where all products
    share what is made.
    """

    process: str
    machines: int
    cycle_s: int
    makes: str
    unit: str
    quantity: float
    needs: dict[str, float]
    idle_kw: float
    load_kw: float
    crew: int
    tool: Tool
    setup_s: int | None = None

    @property
    def by_product(self) -> bool:
        return self.setup_s is not None


@dataclass(frozen=True, slots=True)
class Product:
    """`share` of the orders; `size` multiplies the compound in a tread."""

    code: str
    size: float
    share: float


@dataclass(frozen=True, slots=True)
class Demand:
    """Production orders open at a time, and the tyres of one."""

    open: int
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Press:
    """Set point, spread and lags (first order) of curing presses; °C and seconds. What takes up heat: platens
    and tyre in kJ/K, the hall in kW/K."""

    platen_c: float
    platen_lag_s: float
    tyre_lag_s: float
    platen_sd_c: float
    platen_kj_per_k: float
    tyre_kj_per_k: float
    loss_kw_per_k: float


@dataclass(frozen=True, slots=True)
class Steam:
    """`set_mpa` is absolute; `rated_kg_per_h` of the whole plant."""

    set_mpa: float
    rated_kg_per_h: float


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
    steam: Steam
    raw: dict[str, float]
    demand: Demand
    products: tuple[Product, ...]
    steps: tuple[Step, ...]

    def kept(self, material: str, product: Product) -> str:
        """What the material is kept as: apart from that of other products, where products differ in it."""
        mine = any(step.makes == material and step.by_product for step in self.steps)
        return f"{material}/{product.code}" if mine else material

    def needs(self, step: Step, product: Product) -> dict[str, float]:
        """Of one cycle, by what the material is kept as."""
        factor = product.size if step.process == "extrusion" else 1.0
        return {self.kept(material, product): amount * factor for material, amount in step.needs.items()}


def shipped(name: str) -> Layout:
    """One of `SHIPPED`.

    Raises:
        KeyError: There is none of that name.
    """
    if name not in SHIPPED:
        raise KeyError(name)
    written: dict[str, Any] = tomllib.loads((_FOLDER / f"{name}.toml").read_text())
    steps = tuple(Step(**step | {"tool": Tool(**step["tool"])}) for step in written.pop("step"))
    products = tuple(Product(**product) for product in written.pop("product"))
    compound, press = Compound(**written.pop("compound")), Press(**written.pop("press"))
    steam = Steam(**written.pop("steam"))
    demand = Demand(**written.pop("demand"))
    return Layout(
        compound=compound, press=press, steam=steam, demand=demand, products=products, steps=steps, **written
    )
