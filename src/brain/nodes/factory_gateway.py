"""“晨星工厂”交互系统: the rooms of the gateway that a factory runs on one industrial computer."""

from collections.abc import Mapping, Sequence
from typing import Any

from brain.kit.node import Node
from brain.kit.room import Room
from brain.nodes.assembly import Assembly
from brain.nodes.settings import Settings
from brain.platform.assessment import manifest as assessment
from brain.platform.assessment.contract import Facts
from brain.platform.assessment.service.facts import OWN
from brain.platform.identity import manifest as identity
from brain.platform.portal import manifest as portal
from brain.platform.security import manifest as security
from brain.platform.shop_floor import manifest as shop_floor


def provide(settings: Settings, node: Node, rooms: Sequence[Room]) -> Mapping[type[Any], Any]:
    return {Facts: Facts(OWN)}


ASSEMBLY = Assembly(
    rooms=(
        portal.ROOM,
        assessment.ROOM,
        shop_floor.ROOM,
        security.ROOM,
        identity.ROOM,
    ),
    provide=provide,
)
