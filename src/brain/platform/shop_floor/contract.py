"""What rooms above know of the shop floor."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from brain.platform.shop_floor.domain.equipment import Level, Unit
from brain.platform.shop_floor.domain.keeping import BAD
from brain.platform.shop_floor.domain.points import Domain, Point, Priority
from brain.platform.shop_floor.domain.readings import ValueKind
from brain.platform.shop_floor.domain.registering import Plan

__all__ = [
    "BAD",
    "ConnectedPoint",
    "Domain",
    "Kept",
    "Level",
    "Lost",
    "NamedPoint",
    "Placed",
    "Plan",
    "Point",
    "Priority",
    "Unit",
    "ValueKind",
]


@dataclass(frozen=True, kw_only=True)
class NamedPoint:
    """A point with the titles of the equipment around it, from the enterprise down. `level` 1–4."""

    number: int
    code: str
    title: str
    kind: ValueKind
    unit: str | None
    quantity: str | None
    low: float | None
    high: float | None
    domain: Domain
    level: int
    equipment: tuple[str, ...]
    retired: bool


@dataclass(frozen=True)
class Placed:
    """A unit of the hierarchy."""

    id: int
    unit: Unit
    retired: bool


@dataclass(frozen=True, kw_only=True)
class ConnectedPoint:
    """A point with where its values come from; `address` in the terms of `protocol`."""

    point: Point
    protocol: str
    source: str
    address: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Kept:
    """A block as it lies in the database: `data` is read by `kit.series.unpack`."""

    number: int
    priority: int
    points: int
    first_at: datetime
    last_at: datetime
    sealed_at: datetime
    data: bytes


@dataclass(frozen=True, slots=True)
class Lost:
    """Values that were given up before anybody above read them."""

    id: int
    reason: str
    points: int
    first_at: datetime
    last_at: datetime
    told: str
