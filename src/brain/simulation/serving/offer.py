"""Which value of a plant is found where: mixers, building drums and presses are OPC UA servers, lines and
inspection publish to a broker, as they commonly do in one and the same factory."""

from dataclasses import dataclass
from typing import Final

from brain.simulation.tyre_plant.plant import Plant
from brain.simulation.tyre_plant.tags import Tag

NAMESPACE: Final = "urn:industry-brain:simulation"
_BEHIND_OPC_UA: Final = ("mixing", "building", "curing")
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
class Offer:
    tag: Tag
    place: OpcUaPlace | MqttPlace


def offers(plant: Plant) -> tuple[Offer, ...]:
    return tuple(Offer(tag, _place(tag)) for tag in plant.described())


def _place(tag: Tag) -> OpcUaPlace | MqttPlace:
    process = tag.equipment.rpartition("/")[2].partition("-")[0]
    if process in _BEHIND_OPC_UA:
        return OpcUaPlace(f"ns=2;s={tag.name}")
    return MqttPlace(tag.equipment, f"/{tag.leaf}")
