"""What a shell holds, before it is written in anybody's format."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from brain.platform.asset_shells.domain.plates import Plate


@dataclass(frozen=True, kw_only=True)
class Named:
    """A unit as others mention it. `asset`: its global asset id."""

    id: int
    asset: str
    code: str
    title: str


@dataclass(frozen=True, kw_only=True)
class ShellPoint:
    """`address` in the terms of `protocol`; `live` is where its last value is read."""

    number: int
    code: str
    title: str
    kind: str
    unit: str | None
    quantity: str | None
    low: float | None
    high: float | None
    domain: str
    protocol: str
    source: str
    address: dict[str, Any]
    live: str


@dataclass(frozen=True, kw_only=True)
class Performance:
    """Figures of ISO 22400-2 of the hours that begin in [begin, end); what cannot be told is left out.
    Times in seconds, energy in kWh, ratios from 0."""

    begin: datetime
    end: datetime
    indicators: dict[str, float]
    ingredients: dict[str, float]


@dataclass(frozen=True, kw_only=True)
class Shell:
    namespace: UUID
    unit: Named
    level: str
    process: str | None
    plate: Plate
    parent: Named | None
    parts: tuple[Named, ...]
    points: tuple[ShellPoint, ...]
    performance: Performance | None

    def identifier(self, part: str, unit_id: int | None = None) -> str:
        """Of the shell or of one of its submodels, the same in every export."""
        return named(self.namespace, part, self.unit.id if unit_id is None else unit_id)


def named(namespace: UUID, part: str, unit_id: int) -> str:
    return uuid5(namespace, f"{part}/{unit_id}").urn
