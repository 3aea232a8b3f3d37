"""What inspection finds of a tyre: cure, uniformity, defects seen by eye and by X-ray."""

from dataclasses import dataclass
from typing import Final

from numpy.random import Generator

from brain.simulation.tyre_plant.layout import Layout

RFV_PER_MM: Final = 0.15  # shares of the limit per mm of splice and per t90 off target; assumed
RFV_PER_CURE: Final = 0.5
OPEN_SPLICE_MM: Final = 2.0
CORD_CHANCE: Final = 0.001  # assumed
SURFACE_CHANCE: Final = 0.001  # with a new bladder; WORN more at the end of its life; assumed
WORN: Final = 0.006


class Defect:
    """Codes as a plant has them; of X-ray and of the eye."""

    OPEN_SPLICE: Final = "X01"
    CORD_SPACING: Final = "X02"
    LIGHT_SURFACE: Final = "V01"
    POROUS: Final = "V02"


@dataclass(frozen=True, slots=True)
class Tyre:
    """`cure` as a share of t90, `bladder` the age of the bladder over its life."""

    splice_mm: float
    cure: float
    bladder: float


@dataclass(frozen=True, slots=True)
class Finding:
    characteristic: str
    value: float
    low: float
    high: float
    defect_code: str = ""


def findings(layout: Layout, tyre: Tyre, random: Generator) -> tuple[Finding, ...]:
    """Uniformity follows splice and cure; a splice that opens is seen by X-ray, an undercured tyre is porous,
    and an old bladder spoils the surface."""
    off = abs(tyre.cure - (layout.cure_low + layout.cure_high) / 2)
    rfv = layout.rfv_limit_n * (0.4 + RFV_PER_MM * tyre.splice_mm + RFV_PER_CURE * off)
    spaced, light = random.random(2)
    cords = {
        Defect.OPEN_SPLICE: tyre.splice_mm > OPEN_SPLICE_MM,
        Defect.CORD_SPACING: spaced < CORD_CHANCE,
    }
    surface = {
        Defect.POROUS: tyre.cure < layout.cure_low,
        Defect.LIGHT_SURFACE: light < SURFACE_CHANCE + WORN * tyre.bladder**2,
    }
    return (
        Finding("cure_share_of_t90", tyre.cure, layout.cure_low, layout.cure_high),
        Finding("radial_force_variation_n", rfv, 0.0, layout.rfv_limit_n),
        _counted("xray_defects", cords),
        _counted("visual_defects", surface),
    )


def _counted(characteristic: str, looked_for: dict[str, bool]) -> Finding:
    """None is allowed; the gravest gives the code."""
    found = [code for code, there in looked_for.items() if there]
    return Finding(characteristic, float(len(found)), 0.0, 0.0, found[0] if found else "")
