"""Key performance indicators after ISO 22400-2, from times and quantities that can be added up."""

from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Any, Final

FEWEST: Final = 10  # items: one that was begun before or ends after changes what is told by a tenth at most


class TimeElement(StrEnum):
    """What a state of a work unit counts as (ISO 22400-1, 4.4 time model)."""

    PRODUCTION = "production"  # into APT, actual production time
    SETUP = "setup"  # into AUST, actual unit setup time
    DELAY = "delay"  # into ADET, actual unit delay time: waits for material, orders or people
    DOWN = "down"  # into ADOT, actual unit down time


@dataclass(frozen=True, kw_only=True)
class Ingredients:
    """Of one work unit in one stretch of time. Times in seconds, within planned time; energy in kWh.

    `planned_busy` (PBT) is only what was observed: `unknown` is planned time in which nobody knows what the
    unit did. `planned_run` is PRI × PQ. `produced` (PQ), `good` (GQ) and `energy` are None where they are not
    counted."""

    planned_busy: float = 0.0
    production: float = 0.0
    setup: float = 0.0
    delay: float = 0.0
    down: float = 0.0
    unknown: float = 0.0
    planned_run: float | None = None
    produced: float | None = None
    good: float | None = None
    energy: float | None = None

    def __add__(self, other: "Ingredients") -> "Ingredients":
        """Over another stretch of time; what only one of them counted is as it counted it."""
        names = [each.name for each in fields(self)]
        both: dict[str, Any] = {name: _added(getattr(self, name), getattr(other, name)) for name in names}
        return Ingredients(**both)


def _added(one: float | None, other: float | None) -> float | None:
    if one is None or other is None:
        return other if one is None else one
    return one + other


@dataclass(frozen=True, kw_only=True)
class Indicators:
    """None where it cannot be told: what it divides by is 0 or was not counted.

    ISO 22400-2: availability APT/PBT, effectiveness PRI·PQ/APT, quality ratio GQ/PQ, OEE index their product,
    setup ratio AUST/(APT+AUST). `cycle_time` APT/PQ in s, `energy_per_item` in kWh; `coverage`: the share of
    planned time that was observed."""

    availability: float | None
    effectiveness: float | None
    quality_ratio: float | None
    oee_index: float | None
    setup_ratio: float | None
    cycle_time: float | None
    energy_per_item: float | None
    coverage: float | None


def of_unit(told: Ingredients) -> Indicators:
    return _indicators(told, told.produced, told.good, told.production)


@dataclass(frozen=True, kw_only=True)
class Plant:
    """`units`: the sum over all work units measured; `output`: over those whose items leave the plant."""

    units: Ingredients
    output: Ingredients

    def __add__(self, other: "Plant") -> "Plant":
        return Plant(units=self.units + other.units, output=self.output + other.output)


def of_plant(told: Plant) -> Indicators:
    """Units weigh by their time; quality and energy are told for the items that leave the plant, whatever
    unit spoilt them or took the energy."""
    return _indicators(told.units, told.output.produced, told.output.good, told.output.production)


def with_enough(told: Indicators, produced: float | None) -> Indicators:
    """Without what so few items cannot tell: of one or two, effectiveness is anything."""
    if produced is None or produced >= FEWEST:
        return told
    return replace(told, effectiveness=None, oee_index=None, cycle_time=None)


def _indicators(
    told: Ingredients, produced: float | None, good: float | None, production: float
) -> Indicators:
    availability = _ratio(told.production, told.planned_busy)
    effectiveness = _ratio(told.planned_run, told.production)
    quality = _ratio(good, produced)
    known = None not in (availability, effectiveness, quality)
    return Indicators(
        availability=availability,
        effectiveness=effectiveness,
        quality_ratio=quality,
        oee_index=(availability or 0.0) * (effectiveness or 0.0) * (quality or 0.0) if known else None,
        setup_ratio=_ratio(told.setup, told.production + told.setup),
        cycle_time=_ratio(production, produced),
        energy_per_item=_ratio(told.energy, produced),
        coverage=_ratio(told.planned_busy, told.planned_busy + told.unknown),
    )


def _ratio(part: float | None, whole: float | None) -> float | None:
    return None if part is None or not whole else part / whole
