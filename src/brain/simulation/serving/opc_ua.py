"""The plant's OPC UA server: equipment as folders, values as variables with range and unit. Anonymous, for
demonstrations and tests only."""

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime

from asyncua import Node, Server, ua

from brain.simulation.serving.offer import NAMESPACE, OpcUaPlace
from brain.simulation.tyre_plant.tags import Tag, Value

_TYPES = {
    "number": (ua.VariantType.Double, 0.0),
    "integer": (ua.VariantType.Int64, 0),
    "boolean": (ua.VariantType.Boolean, False),
    "text": (ua.VariantType.String, ""),
}


class OpcUaEndpoint:
    def __init__(self, server: Server, variables: Mapping[str, tuple[Node, ua.VariantType]]) -> None:
        self._server = server
        self._variables = variables

    async def show(self, values: Mapping[str, Value], at: datetime) -> None:
        """`at`: the source timestamp of all of them."""
        moment = ua.DateTime.fromtimestamp(at.timestamp(), UTC).replace(tzinfo=None)
        for name, (node, kind) in self._variables.items():
            value = ua.DataValue(
                ua.Variant(values[name], kind), SourceTimestamp=moment, ServerTimestamp=moment
            )
            await self._server.write_attribute_value(node.nodeid, value)


@asynccontextmanager
async def serving(
    host: str, port: int, offered: Sequence[tuple[Tag, OpcUaPlace]]
) -> AsyncIterator[OpcUaEndpoint]:
    server = Server()
    await server.init()
    server.set_endpoint(f"opc.tcp://{host}:{port}/")
    server.set_security_policy([ua.SecurityPolicyType.NoSecurity])
    await server.register_namespace(NAMESPACE)
    folders: dict[str, Node] = {}
    variables = {}
    for tag, place in offered:
        folder = await _folder(server, folders, tag.equipment)
        kind, first = _TYPES[tag.kind]
        name = ua.QualifiedName(tag.leaf, 2)
        node = await folder.add_variable(ua.NodeId.from_string(place.node), name, first, kind)
        await node.write_attribute(
            ua.AttributeIds.DisplayName, ua.DataValue(ua.Variant(ua.LocalizedText(tag.title, "zh-CN")))
        )
        if tag.unit:
            unit = ua.EUInformation(NAMESPACE, -1, ua.LocalizedText(tag.unit), ua.LocalizedText(tag.unit))
            await node.add_property(2, "EngineeringUnits", unit)
        if tag.high is not None:
            await node.add_property(2, "EURange", ua.Range(tag.low, tag.high))
        variables[tag.name] = (node, kind)
    async with server:
        yield OpcUaEndpoint(server, variables)


async def _folder(server: Server, folders: dict[str, Node], path: str) -> Node:
    if path not in folders:
        above, _, name = path.rpartition("/")
        parent = await _folder(server, folders, above) if above else server.nodes.objects
        folders[path] = await parent.add_folder(
            ua.NodeId.from_string(f"ns=2;s={path}"), ua.QualifiedName(name, 2)
        )
    return folders[path]
