"""Which value of a plant is found where: mixers, building drums and presses are OPC UA servers, lines and
inspection publish to a broker, meters have registers, as they commonly do in one and the same factory."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Final, Literal

from brain.simulation.tyre_plant.plant import Plant
from brain.simulation.tyre_plant.tags import Tag

NAMESPACE: Final = "urn:industry-brain:simulation"
_BEHIND_OPC_UA: Final = ("mixing", "building", "curing")
_UNITS: Final = {"power_meter": 1, "steam_meter": 2}  # of Modbus
TIME: Final = "ts"  # field of a message: when, ms since 1970 UTC


@dataclass(frozen=True, slots=True)
class OpcUaPlace:
    node: str


@dataclass(frozen=True, slots=True)
class MqttPlace:
    """`pointer` (RFC 6901) into the JSON message of the topic."""

    topic: str
    pointer: str


@dataclass(frozen=True, slots=True)
class ModbusPlace:
    """Registers of a unit, `address` from 0; a `bool` is bit 0 of one that it has to itself."""

    unit: int
    address: int
    type: Literal["float32", "float64", "bool"]

    @property
    def count(self) -> int:
        """How many registers it takes."""
        return {"float32": 2, "float64": 4, "bool": 1}[self.type]


Place = OpcUaPlace | MqttPlace | ModbusPlace


@dataclass(frozen=True, slots=True)
class Offer:
    tag: Tag
    place: Place


def offers(plant: Plant) -> tuple[Offer, ...]:
    taken: dict[int, int] = defaultdict(int)  # registers, by unit
    return tuple(Offer(tag, _place(tag, taken)) for tag in plant.described())


def _place(tag: Tag, taken: dict[int, int]) -> Place:
    process = tag.equipment.rpartition("/")[2].partition("-")[0]
    if process in _BEHIND_OPC_UA:
        return OpcUaPlace(f"ns=2;s={tag.name}")
    if process not in _UNITS:
        return MqttPlace(tag.equipment, f"/{tag.leaf}")
    unit = _UNITS[process]
    place = ModbusPlace(unit, taken[unit], _register_type(tag))
    taken[unit] += place.count
    return place


def _register_type(tag: Tag) -> Literal["float32", "float64", "bool"]:
    if tag.kind == "boolean":
        return "bool"
    # What only counts up needs more digits than 32 bits have.
    return "float32" if tag.high is not None else "float64"
