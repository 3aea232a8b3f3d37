"""Nodes of an OPC UA server: their addresses, what lies below them, and the values that they have now."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from pydantic import Field

from brain.kit.schemas import Schema
from brain.platform.shop_floor.adapters.drivers.driver import Found, NotAdmitted, NotReached, Sample
from brain.platform.shop_floor.domain.readings import Quality, ValueKind

if TYPE_CHECKING:  # asyncua takes half a second to import: only who uses it pays
    from asyncua import Client, ua

CHUNK: Final = 500  # monitored items or nodes in one request
_MOST_FOUND: Final = 500
_EPOCH: Final = datetime(1970, 1, 1)  # noqa: DTZ001 - asyncua gives UTC without a zone
_MICROSECOND: Final = timedelta(microseconds=1)
_NUMBER, _INTEGER = ValueKind.NUMBER, ValueKind.INTEGER
_KINDS: Final = dict.fromkeys(range(2, 10), _INTEGER) | {1: ValueKind.BOOLEAN, 12: ValueKind.TEXT}
_KINDS.update({10: _NUMBER, 11: _NUMBER})


class OpcUaAddress(Schema):
    """一个变量节点。"""

    node: str = Field(
        max_length=4096,
        pattern=r"^(ns=\d{1,5};)?[isgb]=.+$",
        description="节点标识，如 ns=2;s=Press.Temperature",
    )


def moment(at: Any) -> int | None:
    return None if at is None else int((at.replace(tzinfo=None) - _EPOCH) // _MICROSECOND)


def quality_of(code: int) -> Quality:
    return Quality(min(code >> 30, 2))


def node_of(text: str) -> "ua.NodeId | None":
    from asyncua import ua  # noqa: PLC0415 - see above

    try:
        return ua.NodeId.from_string(text)
    except (ua.UaError, ValueError):
        return None


async def _values(client: "Client", nodes: "Sequence[ua.NodeId]", attribute: int) -> "list[ua.DataValue]":
    from asyncua import ua  # noqa: PLC0415 - see above

    found: list[Any] = []
    for start in range(0, len(nodes), CHUNK):
        chunk = list(nodes[start : start + CHUNK])
        answer = await client.uaclient.read_attributes(chunk, ua.AttributeIds(attribute))
        if len(answer) != len(chunk):
            raise NotReached("服务器的回答与所问的节点数不一致")
        found += answer
    return found


async def samples(client: "Client", texts: Sequence[str]) -> list[Sample]:
    nodes = [node_of(each) for each in texts]
    told = iter(await _values(client, [each for each in nodes if each is not None], 13))
    return [
        Sample(value=None, quality=Quality.BAD) if each is None else _sample(next(told)) for each in nodes
    ]


def _sample(told: "ua.DataValue") -> Sample:
    code = 0 if told.StatusCode is None else told.StatusCode.value
    value = None if told.Value is None else told.Value.Value
    at = moment(told.SourceTimestamp)
    if not isinstance(value, float | int | bool | str):
        return Sample(value=None, quality=Quality.BAD, at=at)
    return Sample(value=value, quality=quality_of(code), at=at)


async def below(client: "Client", under: str) -> list[Found[OpcUaAddress]]:
    from asyncua import ua  # noqa: PLC0415 - see above

    node = node_of(under)
    if node is None:
        raise NotAdmitted(f"没有节点 {under}")
    asked = ua.BrowseDescription(
        NodeId=node,
        BrowseDirection=ua.BrowseDirection.Forward,
        ReferenceTypeId=ua.NodeId(ua.Int32(ua.ObjectIds.HierarchicalReferences)),
        IncludeSubtypes=True,
        NodeClassMask=ua.NodeClass.Object | ua.NodeClass.Variable,
        ResultMask=63,
    )
    params = ua.BrowseParameters(RequestedMaxReferencesPerNode=_MOST_FOUND, NodesToBrowse=[asked])
    references = [each for result in await client.uaclient.browse(params) for each in result.References or ()]
    variables = [each.NodeId for each in references[:_MOST_FOUND] if each.NodeClass == ua.NodeClass.Variable]
    values = dict(zip(variables, await _values(client, variables, 13), strict=True))
    return [_found(each, values.get(each.NodeId)) for each in references[:_MOST_FOUND]]


def _found(reference: "ua.ReferenceDescription", told: "ua.DataValue | None") -> Found[OpcUaAddress]:
    text = reference.NodeId.to_string()
    name = reference.BrowseName.Name or text
    return Found(
        name=name,
        title=reference.DisplayName.Text or name,
        address=None if told is None else OpcUaAddress(node=text),
        under=text,
        kind=None if told is None else _kind(told),
        sample=None if told is None else _sample(told),
    )


def _kind(told: "ua.DataValue") -> ValueKind | None:
    """None for arrays and structures, which are no single value."""
    if told.Value is None or isinstance(told.Value.Value, list):
        return None
    return _KINDS.get(int(getattr(told.Value.VariantType, "value", 0)))
