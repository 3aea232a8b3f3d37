"""The hierarchy of equipment (IEC 62264-1, 5.3) and what is told of a machine."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from brain.kit.errors import Invalid


class Level(StrEnum):
    """Upper to lower."""

    ENTERPRISE = "enterprise"
    SITE = "site"
    AREA = "area"
    WORK_CENTER = "work_center"
    WORK_UNIT = "work_unit"

    def is_above(self, other: "Level") -> bool:
        order = list(Level)
        return order.index(self) < order.index(other)


@dataclass(frozen=True, kw_only=True)
class Unit:
    """A node of the hierarchy as people tell it. A small factory may leave levels out."""

    parent_id: int | None
    level: Level
    code: str
    title: str
    process: str | None = None
    maker: str | None = None
    model: str | None = None
    serial: str | None = None
    in_use_since: date | None = None


def check_place(level: Level, above: Level | None, below: frozenset[Level]) -> None:
    """`above`: the level of what it shall be part of, `below`: those of its own parts. As levels only
    descend, nothing can be part of itself. Raises Invalid."""
    if above is None and level is not Level.ENTERPRISE:
        raise _wrong("parentId", "只有企业一级没有上级，请选择它属于哪里")
    if above is not None and not above.is_above(level):
        raise _wrong("parentId", "上级须是更高的层级：企业、厂区、车间、产线或工段、设备")
    if not all(level.is_above(each) for each in below):
        raise _wrong("level", "它的下级不低于这个层级")


def _wrong(field: str, message: str) -> Invalid:
    return Invalid("设备的层级有误", [{"loc": f"/body/{field}", "message": message}])
