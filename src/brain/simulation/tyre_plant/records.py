"""What a factory writes down, in the terms of IEC 62264 (B2MML); every identifier is stable for a seed."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class State(StrEnum):
    RUNNING = "running"
    IDLE = "idle"
    SETUP = "setup"
    DOWN = "down"


class OrderStatus(StrEnum):
    RELEASED = "released"
    RUNNING = "running"
    COMPLETED = "completed"


class Movement(StrEnum):
    RECEIPT = "receipt"
    ISSUE = "issue"
    PRODUCTION = "production"
    SCRAP = "scrap"
    SHIPMENT = "shipment"


@dataclass(frozen=True, slots=True)
class MaterialLot:
    """`made_of` are the lots consumed; empty for what was bought, as is `work_order`. `product` is empty
    where all products share the material."""

    id: str
    material: str
    unit: str
    made_of: tuple[str, ...]
    at: datetime
    product: str = ""
    work_order: str = ""


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
    work_order: str
    defect_code: str = ""

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


@dataclass(frozen=True, slots=True)
class ProductionOrder:
    """As it stood at `at`: written again whenever it changed. Quantities are tyres."""

    id: str
    customer_order: str
    customer: str
    product: str
    planned: float
    good: float
    scrap: float
    planned_begin: datetime
    planned_end: datetime
    due: datetime
    actual_begin: datetime | None
    actual_end: datetime | None
    status: OrderStatus
    at: datetime


@dataclass(frozen=True, slots=True)
class WorkOrder:
    """As it stood at `at`: written again whenever it changed. `product` is empty where all products share
    what is made."""

    id: str
    production_order: str
    process: str
    product: str
    unit: str
    planned: float
    good: float
    scrap: float
    planned_begin: datetime
    planned_end: datetime
    actual_begin: datetime | None
    actual_end: datetime | None
    status: OrderStatus
    at: datetime


@dataclass(frozen=True, slots=True)
class Shift:
    """How many people of a process are there from `at` to `end`; nobody is named."""

    id: str
    name: str
    process: str
    head_count: int
    at: datetime
    end: datetime


Record = (
    MaterialLot
    | StockMovement
    | QualityTestResult
    | EquipmentEvent
    | EnergyReading
    | ProductionOrder
    | WorkOrder
    | Shift
)
