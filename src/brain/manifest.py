"""What a scenario hands to the assembly: a room, its place in annex 1 and what it offers to others."""

from dataclasses import dataclass
from enum import StrEnum

from brain.kit.room import Room


class Category(StrEnum):
    """The four groups of annex 1."""

    GOVERNANCE = "产业精准治理"
    SYNERGY = "产业协同创新"
    TRANSFORMATION = "企业数智转型"
    SERVICES = "企业综合服务"
    CENTRE = "产业链供应链韧性和安全治理"


@dataclass(frozen=True, kw_only=True)
class Scenario(Room):
    """`reports` names the annex 3 scene under which the room reports to the centre."""

    category: Category
    reports: str | None = None
