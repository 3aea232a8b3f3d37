"""数据下发 (annex 3, 2.2.2)."""

from typing import Annotated

import msgspec
from msgspec import Meta

from brain.kit.errors import Invalid
from brain.platform.exchange.messages.base import Limit
from brain.platform.exchange.messages.distribution import (
    Acknowledgement,
    AcknowledgementAnswer,
    DistributionPage,
)
from brain.platform.exchange.protocol import BASE_PATH, InterfaceClass
from brain.platform.exchange.server.routes.call import Call, Operation
from brain.platform.exchange.server.service import distribution

GROUP = "数据下发类"


class PullQuery(msgspec.Struct, rename="camel"):
    cursor: Annotated[str, Meta(max_length=40, description="不填：从最近一次确认之后取")] | None = None
    limit: Limit = 100


async def pull(call: Call) -> DistributionPage:
    query = call.query(PullQuery)
    async with call.environment.node.database.transaction() as session:
        return await distribution.pull(session, call.caller.client.id, query.cursor, query.limit)


async def acknowledge(call: Call) -> AcknowledgementAnswer:
    wanted = await call.body(Acknowledgement)
    async with call.environment.node.database.transaction() as session:
        return await distribution.acknowledge(session, call.caller.client.id, wanted.cursor)


OPERATIONS = (
    Operation(
        method="GET",
        path=f"{BASE_PATH}/distributions",
        title="拉取下发数据",
        description="编号递增、不遗漏；未确认的可以反复拉取。",
        handler=pull,
        answer=DistributionPage,
        query=PullQuery,
        group=GROUP,
        access="signed",
        interface_class=InterfaceClass.DISTRIBUTION,
        refusals=(Invalid,),
    ),
    Operation(
        method="POST",
        path=f"{BASE_PATH}/distributions/acknowledgements",
        title="确认下发数据",
        description="确认到某一游标为止的数据已妥善保存，重复确认无副作用。",
        handler=acknowledge,
        answer=AcknowledgementAnswer,
        body=Acknowledgement,
        group=GROUP,
        access="signed",
        interface_class=InterfaceClass.DISTRIBUTION,
        refusals=(Invalid,),
    ),
)
