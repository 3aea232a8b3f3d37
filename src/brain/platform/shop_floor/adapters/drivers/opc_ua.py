"""Values of an OPC UA server (IEC 62541): one subscription, filtered and time-stamped by the server."""

import asyncio
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final, Literal

from pydantic import Field

from brain.kit.schemas import Schema
from brain.platform.shop_floor.adapters.drivers.driver import (
    Found,
    NotAdmitted,
    NotReached,
    Sample,
    Sink,
    Wanted,
)
from brain.platform.shop_floor.domain.readings import Quality, ValueKind

if TYPE_CHECKING:  # asyncua takes half a second to import: only who uses it pays
    from asyncua import Client, ua

_PATIENCE: Final = 8.0  # seconds for one answer
_LOOK_EVERY: Final = 2.0  # seconds between questions for the server's clock, which also show that it lives
_MOST_FOUND: Final = 500
_CHUNK: Final = 500  # monitored items or nodes in one request
_QUEUE: Final = 100  # changes of one item that the server keeps between two messages
_EPOCH: Final = datetime(1970, 1, 1)  # noqa: DTZ001 - asyncua gives UTC without a zone
_MICROSECOND: Final = timedelta(microseconds=1)
_OVERFLOW: Final = 0x480  # info type "data value" and its overflow bit (IEC 62541-4, 7.39)
_NUMBER, _INTEGER = ValueKind.NUMBER, ValueKind.INTEGER
_KINDS: Final = dict.fromkeys(range(2, 10), _INTEGER) | {1: ValueKind.BOOLEAN, 12: ValueKind.TEXT}
_KINDS.update({10: _NUMBER, 11: _NUMBER})
_REFUSED: Final = {
    "BadUserAccessDenied": "用户名或密码不对，或该用户无权登录",
    "BadIdentityTokenRejected": "服务器不接受这种登录方式，请改用户名与密码，或改为匿名",
    "BadSecurityPolicyRejected": "服务器不接受不加密的连接，请在服务器上开放安全策略 None",
}


class OpcUaSettings(Schema):
    """OPC UA 服务器，不加密连接（安全策略 None）。"""

    kind: Literal["opc_ua"]
    endpoint: str = Field(
        max_length=500, pattern=r"^opc\.tcp://[^/@\s]+(/\S*)?$", description="如 opc.tcp://192.168.1.10:4840"
    )
    user: str | None = Field(None, max_length=200, description="匿名登录时不填")


class OpcUaAddress(Schema):
    """一个变量节点。"""

    node: str = Field(
        max_length=4096,
        pattern=r"^(ns=\d{1,5};)?[isgb]=.+$",
        description="节点标识，如 ns=2;s=Press.Temperature",
    )


class OpcUaDriver:
    def __init__(self, settings: OpcUaSettings, secret: str | None) -> None:
        self._settings = settings
        self._secret = secret

    async def collect(self, wanted: Sequence[Wanted[OpcUaAddress]], sink: Sink) -> None:
        async with self._connected() as client:
            await _subscribe(client, wanted, sink)
            while True:
                sink.clock(await _ahead(client))
                await asyncio.sleep(_LOOK_EVERY)

    async def read(self, addresses: Sequence[OpcUaAddress]) -> Sequence[Sample]:
        async with self._connected() as client:
            return await _samples(client, [each.node for each in addresses])

    async def browse(self, under: str | None) -> Sequence[Found[OpcUaAddress]]:
        """`under`: a node; the top is the folder of objects."""
        async with self._connected() as client:
            return await _below(client, under or "i=85")

    @asynccontextmanager
    async def _connected(self) -> AsyncIterator["Client"]:
        from asyncua import Client, ua  # noqa: PLC0415 - see above

        client = Client(self._settings.endpoint, timeout=_PATIENCE, watchdog_intervall=_PATIENCE)
        client.session_timeout = 60_000  # ms; what a lost session keeps of the server's places
        if self._settings.user is not None:
            client.set_user(self._settings.user)
            client.set_password(self._secret or "")
        try:
            async with asyncio.timeout(2 * _PATIENCE):
                await client.connect(auto_reconnect=False)
            yield client
        except ua.UaStatusCodeError as error:
            raise _refusal(error) from error
        except (OSError, TimeoutError, ua.UaError) as error:
            raise NotReached("服务器没有回答，请检查地址、端口和网络，以及它是否是 OPC UA 服务器") from error
        finally:
            with suppress(OSError, TimeoutError, ua.UaError):
                await asyncio.wait_for(client.disconnect(), 2.0)


def _refusal(error: "ua.UaStatusCodeError") -> NotAdmitted | NotReached:
    from asyncua.ua.status_codes import get_name_and_doc  # noqa: PLC0415 - see above

    name = get_name_and_doc(error.code)[0]
    if name in _REFUSED:
        return NotAdmitted(_REFUSED[name])
    return NotReached(f"服务器中断了连接或拒绝了请求（{name}）")


async def _subscribe(client: "Client", wanted: Sequence[Wanted[OpcUaAddress]], sink: Sink) -> None:
    from asyncua import ua  # noqa: PLC0415 - see above

    numbers = [each.number for each in wanted]

    async def hear(result: ua.PublishResult) -> None:
        for told in result.NotificationMessage.NotificationData or ():
            if isinstance(told, ua.DataChangeNotification):
                _hear(told, numbers, sink)

    fastest = min((each.sampling for each in wanted), default=1.0)
    params = ua.CreateSubscriptionParameters()
    params.RequestedPublishingInterval = max(50.0, min(fastest, 1.0) * 1000)
    params.RequestedLifetimeCount = 600
    params.RequestedMaxKeepAliveCount = 20
    params.PublishingEnabled = True
    made = await client.uaclient.create_subscription(params, hear)
    for start in range(0, len(wanted), _CHUNK):
        await _monitor(client, made.SubscriptionId, start, wanted[start : start + _CHUNK], sink)


async def _monitor(
    client: "Client", subscription: int, start: int, wanted: Sequence[Wanted[OpcUaAddress]], sink: Sink
) -> None:
    """Once more without the server's dead band for items whose server does not know it."""
    from asyncua import ua  # noqa: PLC0415 - see above

    pending, filtered = [(start + place, each) for place, each in enumerate(wanted)], True
    while pending:
        items = [item for handle, each in pending if (item := _item(handle, each, filtered=filtered))]
        told = ua.CreateMonitoredItemsParameters(
            SubscriptionId=subscription, TimestampsToReturn=ua.TimestampsToReturn.Source, ItemsToCreate=items
        )
        handles = [item.RequestedParameters.ClientHandle for item in items]
        made = await client.uaclient.create_monitored_items(told) if items else ()
        results = dict(zip(handles, made, strict=False))
        again = []
        for handle, each in pending:
            result = results.get(handle)
            if result is not None and result.StatusCode.is_good():
                continue
            if filtered and each.dead_band is not None and result is not None:
                again.append((handle, each))
            else:
                why = "地址不合" if result is None else result.StatusCode.name
                sink.silent([each.number], f"服务器不提供节点 {each.address.node}（{why}），请核对地址和权限")
        pending, filtered = again, False


def _item(handle: int, each: Wanted[OpcUaAddress], *, filtered: bool) -> Any:
    from asyncua import ua  # noqa: PLC0415 - see above

    node = _node(each.address.node)
    if node is None:
        return None
    asked = ua.MonitoringParameters(
        ClientHandle=handle, SamplingInterval=each.sampling * 1000, QueueSize=_QUEUE, DiscardOldest=True
    )
    if filtered and each.dead_band is not None:
        asked.Filter = ua.DataChangeFilter(
            Trigger=ua.DataChangeTrigger.StatusValue,
            DeadbandType=int(ua.DeadbandType.Absolute),
            DeadbandValue=each.dead_band,
        )
    return ua.MonitoredItemCreateRequest(
        ItemToMonitor=ua.ReadValueId(NodeId=node, AttributeId=ua.AttributeIds.Value),
        MonitoringMode=ua.MonitoringMode.Reporting,
        RequestedParameters=asked,
    )


def _hear(told: "ua.DataChangeNotification", numbers: Sequence[int], sink: Sink) -> None:
    overflows = 0
    for item in told.MonitoredItems or ():
        value = item.Value
        if value is None or item.ClientHandle >= len(numbers):
            continue
        code = 0 if value.StatusCode is None else value.StatusCode.value
        overflows += code & _OVERFLOW == _OVERFLOW
        variant, quality = value.Value, _quality(code)
        held = None if variant is None else variant.Value
        at = _moment(value.SourceTimestamp)
        sink.put(numbers[item.ClientHandle], at, held, Quality.BAD if held is None else quality)
    if overflows:
        sink.lost(overflows, "服务器的队列满过，丢掉了一些变化；可调大采样间隔或死区")


def _moment(at: Any) -> int | None:
    return None if at is None else int((at.replace(tzinfo=None) - _EPOCH) // _MICROSECOND)


def _quality(code: int) -> Quality:
    return Quality(min(code >> 30, 2))


def _node(text: str) -> "ua.NodeId | None":
    from asyncua import ua  # noqa: PLC0415 - see above

    try:
        return ua.NodeId.from_string(text)
    except (ua.UaError, ValueError):
        return None


async def _ahead(client: "Client") -> float:
    """The middle of the round trip is when the server looked at its clock."""
    from asyncua import ua  # noqa: PLC0415 - see above

    start = time.time()
    told = await client.get_node(ua.NodeId(ua.Int32(2258))).read_value()
    middle = (start + time.time()) / 2
    if not isinstance(told, datetime):
        raise NotReached("服务器没有给出它的时间")
    return told.replace(tzinfo=UTC).timestamp() - middle


async def _values(client: "Client", nodes: "Sequence[ua.NodeId]", attribute: int) -> "list[ua.DataValue]":
    from asyncua import ua  # noqa: PLC0415 - see above

    found: list[Any] = []
    for start in range(0, len(nodes), _CHUNK):
        chunk = list(nodes[start : start + _CHUNK])
        answer = await client.uaclient.read_attributes(chunk, ua.AttributeIds(attribute))
        if len(answer) != len(chunk):
            raise NotReached("服务器的回答与所问的节点数不一致")
        found += answer
    return found


async def _samples(client: "Client", texts: Sequence[str]) -> list[Sample]:
    nodes = [_node(each) for each in texts]
    told = iter(await _values(client, [each for each in nodes if each is not None], 13))
    return [
        Sample(value=None, quality=Quality.BAD) if each is None else _sample(next(told)) for each in nodes
    ]


def _sample(told: "ua.DataValue") -> Sample:
    code = 0 if told.StatusCode is None else told.StatusCode.value
    value = None if told.Value is None else told.Value.Value
    at = _moment(told.SourceTimestamp)
    if not isinstance(value, float | int | bool | str):
        return Sample(value=None, quality=Quality.BAD, at=at)
    return Sample(value=value, quality=_quality(code), at=at)


async def _below(client: "Client", under: str) -> list[Found[OpcUaAddress]]:
    from asyncua import ua  # noqa: PLC0415 - see above

    node = _node(under)
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
