"""What is collected and how: sampling, dead band, heartbeat, priority, sensitivity."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import Final

from brain.kit.errors import FieldError, Invalid
from brain.platform.shop_floor.domain.readings import ValueKind

DEFAULT_HEARTBEAT: Final = 60.0  # seconds after which an unchanged value is kept again


class Priority(IntEnum):
    """Which values are given up last when the disk is full."""

    HIGH = 0
    NORMAL = 1
    LOW = 2


class Domain(StrEnum):
    """The five domains in which a factory and the brain work together (guideline 二·三)."""

    DESIGN = "design"
    PRODUCTION = "production"
    QUALITY = "quality"
    LOGISTICS = "logistics"
    MANAGEMENT = "management"


@dataclass(frozen=True, kw_only=True)
class Point:
    """`number` is unique to the gateway. `scale` and `shift` turn what the source gives into `unit`:
    value × scale + shift. `dead_band` (in `unit`): smaller changes are not kept; 0 keeps every change.
    `level`: grade of sensitivity after GB/T 43697, 1 (may be public) to 4 (never leaves the factory)."""

    number: int
    code: str
    title: str
    kind: ValueKind
    unit: str | None = None
    quantity: str | None = None
    low: float | None = None
    high: float | None = None
    scale: float = 1.0
    shift: float = 0.0
    sampling: float = 1.0
    dead_band: float = 0.0
    heartbeat: float = DEFAULT_HEARTBEAT
    priority: Priority = Priority.NORMAL
    domain: Domain = Domain.PRODUCTION
    level: int = 2

    def check(self) -> None:
        """Raises Invalid where the parts do not agree."""
        problems: list[FieldError] = []
        numeric = self.kind in (ValueKind.NUMBER, ValueKind.INTEGER)
        if not numeric and (self.dead_band or self.scale != 1 or self.shift or self.unit):
            problems.append({"loc": "/body/kind", "message": "只有数值才有单位、换算和死区"})
        if self.kind is ValueKind.INTEGER and (self.scale != 1 or self.shift):
            problems.append({"loc": "/body/scale", "message": "要换算的整数请登记为“数值”"})
        if self.low is not None and self.high is not None and self.low >= self.high:
            problems.append({"loc": "/body/high", "message": "上限须大于下限"})
        if self.scale == 0:
            problems.append({"loc": "/body/scale", "message": "换算系数不能为 0"})
        if problems:
            raise Invalid("测点的设置有误", problems)
