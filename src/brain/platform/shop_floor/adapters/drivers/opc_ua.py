"""Values of an OPC UA server (IEC 62541): one subscription, filtered and time-stamped by the server."""

import asyncio
import time
from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from brain.platform.shop_floor.adapters.drivers.driver import (
    Found,
    NotReached,
    Sample,
    Sink,
    Wanted,
)
from brain.platform.shop_floor.adapters.drivers.opc_ua_channel import PATIENCE, OpcUaSettings, connected
from brain.platform.shop_floor.adapters.drivers.opc_ua_nodes import (
    CHUNK,
    OpcUaAddress,
    below,
    moment,
    node_of,
    quality_of,
    samples,
)
from brain.platform.shop_floor.domain.certificates import Own
from brain.platform.shop_floor.domain.readings import Quality

if TYPE_CHECKING:  # asyncua takes half a second to import: only who uses it pays
    from asyncua import Client, ua

_LOOK_EVERY: Final = 2.0  # seconds between questions for the server's clock, which also show that it lives
_STANDS_EVERY: Final = 5.0  # seconds after which the server says that nothing changed
_QUEUE: Final = 100  # changes of one item that the server keeps between two messages
_OVERFLOW: Final = 0x480  # info type "data value" and its overflow bit (IEC 62541-4, 7.39)


class OpcUaDriver:
    """`own`: the certificate that a secured connection needs."""

    def __init__(self, settings: OpcUaSettings, secret: str | None, own: Own | None = None) -> None:
        self._settings = settings
        self._secret = secret
        self._own = own

    async def collect(self, wanted: Sequence[Wanted[OpcUaAddress]], sink: Sink) -> None:
        async with self._connected() as client:
            subscription = _Subscription([each.number for each in wanted], sink)
            await _subscribe(client, wanted, subscription)
            while True:
                sink.clock(await _ahead(client))
                subscription.look()
                await asyncio.sleep(_LOOK_EVERY)

    async def read(self, addresses: Sequence[OpcUaAddress]) -> Sequence[Sample]:
        async with self._connected() as client:
            return await samples(client, [each.node for each in addresses])

    async def browse(self, under: str | None) -> Sequence[Found[OpcUaAddress]]:
        """`under`: a node; the top is the folder of objects."""
        async with self._connected() as client:
            return await below(client, under or "i=85")

    def _connected(self) -> AbstractAsyncContextManager["Client"]:
        return connected(self._settings, self._secret, self._own)


class _Subscription:
    """What the server publishes, and that it goes on publishing while the session lives."""

    def __init__(self, numbers: Sequence[int], sink: Sink) -> None:
        self.sink = sink
        self._numbers = numbers
        self._heard_at = time.monotonic()
        self._ended = False
        self.stands_every = _STANDS_EVERY

    async def hear(self, result: "ua.PublishResult") -> None:
        from asyncua import ua  # noqa: PLC0415 - see above

        self._heard_at = time.monotonic()
        for told in result.NotificationMessage.NotificationData or ():
            if isinstance(told, ua.DataChangeNotification):
                try:
                    _hear(told, self._numbers, self.sink)
                except (ValueError, TypeError, AttributeError, OverflowError) as error:
                    self.sink.lost(1, f"服务器的一次通知读不懂：{error}")
            elif isinstance(told, ua.StatusChangeNotification):
                self._ended = True

    def look(self) -> None:
        """Raises NotReached where the subscription is over: the server says at least that it still stands."""
        if self._ended or time.monotonic() - self._heard_at > self.stands_every + PATIENCE:
            raise NotReached("服务器结束了订阅，或不再发来变化")


async def _subscribe(
    client: "Client", wanted: Sequence[Wanted[OpcUaAddress]], subscription: _Subscription
) -> None:
    from asyncua import ua  # noqa: PLC0415 - see above

    fastest = min((each.sampling for each in wanted), default=1.0)
    params = ua.CreateSubscriptionParameters()
    params.RequestedPublishingInterval = max(50.0, min(fastest, 1.0) * 1000)
    params.RequestedLifetimeCount = 600
    params.RequestedMaxKeepAliveCount = round(_STANDS_EVERY * 1000 / params.RequestedPublishingInterval)
    params.PublishingEnabled = True
    made = await client.uaclient.create_subscription(params, subscription.hear)
    # As the server granted it, which may be far slower than what we asked for.
    granted = made.RevisedPublishingInterval * made.RevisedMaxKeepAliveCount / 1000
    subscription.stands_every = max(_STANDS_EVERY, granted)
    for start in range(0, len(wanted), CHUNK):
        await _monitor(client, made.SubscriptionId, start, wanted[start : start + CHUNK], subscription.sink)


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

    node = node_of(each.address.node)
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
        variant, quality = value.Value, quality_of(code)
        held = None if variant is None else variant.Value
        at = moment(value.SourceTimestamp)
        sink.put(numbers[item.ClientHandle], at, held, Quality.BAD if held is None else quality)
    if overflows:
        sink.lost(overflows, "服务器的队列满过，丢掉了一些变化；可调大采样间隔或死区")


async def _ahead(client: "Client") -> float:
    """The middle of the round trip is when the server looked at its clock."""
    from asyncua import ua  # noqa: PLC0415 - see above

    start = time.time()
    told = await client.get_node(ua.NodeId(ua.Int32(2258))).read_value()
    middle = (start + time.time()) / 2
    if not isinstance(told, datetime):
        raise NotReached("服务器没有给出它的时间")
    return told.replace(tzinfo=UTC).timestamp() - middle
