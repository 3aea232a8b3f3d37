"""Figures of enterprises, and groups of them that tell of no one.

Every number told of a group is the mean of at least `LEAST` + 1 enterprises, so that an enterprise which
takes its own value out still sees the mean of at least `LEAST` others (k-anonymity of aggregates, k = 5).
Groups are those of finished periods and stay as they were first told: the same question asked twice, with an
enterprise more or less, would tell of that enterprise.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final, Literal

from brain.kit.clock import BEIJING

LEAST: Final = 5
PARTS: Final = (4, 2, 1)  # into how many equal parts a group is divided, the finest that LEAST allows
SETTLED: Final = timedelta(hours=3)  # after the end of a period, for what comes late


class Period(StrEnum):
    DAY = "day"
    WEEK = "week"
    MONTH = "month"


OBSERVED: Final = {Period.DAY: 4.0, Period.WEEK: 20.0, Period.MONTH: 80.0}  # hours planned at least, to count


@dataclass(frozen=True, kw_only=True)
class Sums:
    """Of an enterprise in a period; times in s, energy in kWh. The terms are those of ISO 22400-2."""

    planned_busy_time: float = 0.0
    actual_production_time: float = 0.0
    planned_run_time: float = 0.0
    produced_quantity: float = 0.0
    good_quantity: float = 0.0
    energy: float = 0.0

    def __add__(self, other: "Sums") -> "Sums":
        return Sums(
            **{each.name: getattr(self, each.name) + getattr(other, each.name) for each in fields(self)}
        )


NAMES: Final = tuple(each.name for each in fields(Sums))
QUANTITIES: Final = tuple(f"iso22400.{name}" for name in NAMES)


@dataclass(frozen=True, kw_only=True)
class Indicator:
    code: str
    title: str
    title_en: str
    unit: Literal["share", "kWh"]
    better: Literal["high", "low"]


INDICATORS: Final = (
    Indicator(code="oee_index", title="设备综合效率 OEE", title_en="OEE", unit="share", better="high"),
    Indicator(code="availability", title="可用率", title_en="Availability", unit="share", better="high"),
    Indicator(code="effectiveness", title="性能率", title_en="Effectiveness", unit="share", better="high"),
    Indicator(code="quality_ratio", title="质量率", title_en="Quality ratio", unit="share", better="high"),
    Indicator(code="energy_per_item", title="单件电量", title_en="Energy per item", unit="kWh", better="low"),
)


def figures(sums: Sums) -> dict[str, float]:
    """By indicator, what can be told; energy only where items were counted."""
    found = {
        "availability": _ratio(sums.actual_production_time, sums.planned_busy_time),
        "effectiveness": _ratio(sums.planned_run_time, sums.actual_production_time),
        "quality_ratio": _ratio(sums.good_quantity, sums.produced_quantity),
        "energy_per_item": _ratio(sums.energy, sums.produced_quantity) if sums.energy else None,
    }
    parts = [found[name] for name in ("availability", "effectiveness", "quality_ratio")]
    if None not in parts:
        found["oee_index"] = parts[0] * parts[1] * parts[2]  # type: ignore[operator]
    return {name: value for name, value in found.items() if value is not None}


def _ratio(part: float, whole: float) -> float | None:
    return part / whole if whole > 0 else None


@dataclass(frozen=True)
class Part:
    """`count` enterprises and the mean of their values."""

    count: int
    mean: float


def group(values: Sequence[float], better: Literal["high", "low"]) -> tuple[Part, ...]:
    """The best part first; empty where there are too few enterprises to tell anything."""
    ordered = sorted(values, reverse=better == "high")
    parts = next((each for each in PARTS if len(ordered) >= each * (LEAST + 1)), 0)
    found = []
    for place in range(parts):
        inside = ordered[len(ordered) * place // parts : len(ordered) * (place + 1) // parts]
        found.append(Part(len(inside), sum(inside) / len(inside)))
    return tuple(found)


def place(value: float, parts: Sequence[Part]) -> int:
    """In which part, from 1, a value belongs by the means alone: nearest counts, the better where as near."""
    return 1 + min(range(len(parts)), key=lambda at: abs(parts[at].mean - value))


def sums_of(hours: Sequence[Mapping[str, float | None]]) -> Sums:
    total = Sums()
    for hour in hours:
        total += Sums(**{name: hour.get(name) or 0.0 for name in NAMES})
    return total


def last(period: Period, at: datetime) -> tuple[datetime, datetime]:
    """The newest one that is over and settled: days, weeks from Monday, months of Beijing."""
    midnight = (at - SETTLED).astimezone(BEIJING).replace(hour=0, minute=0, second=0, microsecond=0)
    if period is Period.DAY:
        return midnight - timedelta(days=1), midnight
    if period is Period.WEEK:
        end = midnight - timedelta(days=midnight.weekday())
        return end - timedelta(days=7), end
    end = midnight.replace(day=1)
    return (end - timedelta(days=1)).replace(day=1), end
