"""“晨星工厂”交互系统: the rooms of the gateway that a factory runs on one industrial computer."""

from brain.nodes.assembly import Assembly
from brain.platform.identity import manifest as identity
from brain.platform.portal import manifest as portal
from brain.platform.security import manifest as security
from brain.platform.shop_floor import manifest as shop_floor

ASSEMBLY = Assembly(
    rooms=(
        portal.ROOM,
        shop_floor.ROOM,
        security.ROOM,
        identity.ROOM,
    ),
)
