"""省级能力中心: its rooms."""

from brain.nodes.assembly import Assembly
from brain.platform.data_warehouse import manifest as data_warehouse
from brain.platform.identity import manifest as identity
from brain.platform.ingestion import manifest as ingestion
from brain.platform.portal import manifest as portal

ASSEMBLY = Assembly(rooms=(portal.ROOM, ingestion.ROOM, data_warehouse.ROOM, identity.ROOM))
