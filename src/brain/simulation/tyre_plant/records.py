"""What a factory writes down, in the terms of IEC 62264 (B2MML); every identifier is stable for a seed."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class State(StrEnum):
    RUNNING = "running"
    IDLE = "idle"
    DOWN = "down"


class Movement(StrEnum):
    RECEIPT = "receipt"
    ISSUE = "issue"
    PRODUCTION = "production"
    SCRAP = "scrap"
    SHIPMENT = "shipment"


@dataclass(frozen=True, slots=True)
class MaterialLot:
    """`made_of` are the lots consumed; empty for what was bought."""

    id: str
    material: str
    unit: str
    made_of: tuple[str, ...]
    at: datetime


@dataclass(frozen=True, slots=True)
class StockMovement:
    """`quantity` is positive, in the unit of the lot; `kind` tells its direction."""

    id: str
    lot: str
    kind: Movement
    quantity: float
    at: datetime


@dataclass(frozen=True, slots=True)
class QualityTestResult:
    id: str
    lot: str
    characteristic: str
    value: float
    low: float
    high: float
    at: datetime

    @property
    def accepted(self) -> bool:
        return self.low <= self.value <= self.high


@dataclass(frozen=True, slots=True)
class EquipmentEvent:
    id: str
    equipment: str
    state: State
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class EnergyReading:
    """A meter's count since the plant began, in kWh."""

    id: str
    equipment: str
    kwh: float
    at: datetime


Record = MaterialLot | StockMovement | QualityTestResult | EquipmentEvent | EnergyReading
