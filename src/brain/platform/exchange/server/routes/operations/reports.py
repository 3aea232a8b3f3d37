"""数据上报 of the ten scenes (annex 3, 3.3 c and d), the ledger, and the sandbox's conformance reports."""

import datetime
from functools import partial
from typing import Annotated

import msgspec
from msgspec import Meta

from brain.kit.clock import today
from brain.kit.errors import Invalid, TooLarge
from brain.platform.exchange.codes import (
    BadDigest,
    BadPayload,
    BrokenTransfer,
    DeadlinePassed,
    FieldsMissing,
    WrongMediaType,
)
from brain.platform.exchange.conformance import ConformanceAnswer, ConformanceReport
from brain.platform.exchange.messages.base import Limit
from brain.platform.exchange.messages.report import (
    LedgerComparison,
    LedgerConfirmation,
    LedgerPage,
    ReportAnswer,
)
from brain.platform.exchange.protocol import BASE_PATH, CLASS_TITLES
from brain.platform.exchange.scenes.catalogue import Scene, scenes
from brain.platform.exchange.server.routes.call import JSON, Call, Handler, Operation
from brain.platform.exchange.server.service import conformance, ledger, reports

LEDGER = "对账"


class LedgerQuery(msgspec.Struct, rename="camel"):
    date: Annotated[datetime.date, Meta(description="北京日期，默认今天")] | None = None
    cursor: Annotated[str, Meta(max_length=40)] | None = None
    limit: Limit = 500


async def report(scene: Scene, call: Call) -> ReportAnswer:
    call.check_media_type(JSON)
    delivery = reports.Delivery(
        node=call.environment.node,
        caller=call.caller,
        scene=scene,
        request_id=call.request_id,
        largest_body=call.environment.settings.largest_body,
        gzip=call.is_gzipped,
        blocks=call.blocks(),
    )
    return await reports.receive(delivery)


async def show_ledger(call: Call) -> LedgerPage:
    query = call.query(LedgerQuery)
    async with call.environment.node.database.transaction() as session:
        client_id = call.caller.client.id
        return await ledger.of_client(session, client_id, query.date or today(), query.cursor, query.limit)


async def confirm(call: Call) -> LedgerComparison:
    stated = await call.body(LedgerConfirmation)
    async with call.environment.node.database.transaction() as session:
        return await ledger.confirm(session, call.caller.client.id, stated)


async def receive_conformance(call: Call) -> ConformanceAnswer:
    return await conformance.receive(call.environment, call.caller.client, await call.body(ConformanceReport))


def _report(scene: Scene) -> Operation:
    handler: Handler = partial(report, scene)
    return Operation(
        method="POST",
        path=f"{BASE_PATH}/reports/{scene.slug}",
        title=f"{scene.title}数据上报",
        description=f"{scene.schema['description']}同一批次、同一分片重发不重复入账；分片齐全后整批入库。",
        handler=handler,
        answer=ReportAnswer,
        body=scene.report_type,
        group=CLASS_TITLES[scene.interface_class],
        access="signed",
        interface_class=scene.interface_class,
        refusals=(
            FieldsMissing,
            BadPayload,
            BadDigest,
            BrokenTransfer,
            TooLarge,
            WrongMediaType,
            DeadlinePassed,
        ),
    )


OPERATIONS = (
    *(_report(scene) for scene in scenes().values()),
    Operation(
        method="GET",
        path=f"{BASE_PATH}/ledger",
        title="对账台账",
        description="本标识码在某一北京日期上报的各分片，含被拒绝的；对账以返回码 100 的为准。",
        handler=show_ledger,
        answer=LedgerPage,
        query=LedgerQuery,
        group=LEDGER,
        access="signed",
        refusals=(Invalid,),
    ),
    Operation(
        method="POST",
        path=f"{BASE_PATH}/ledger/confirmations",
        title="对账确认",
        description="提交本方认为已成功上报的分片清单，返回双方的差异，双方留存。",
        handler=confirm,
        answer=LedgerComparison,
        body=LedgerConfirmation,
        group=LEDGER,
        access="signed",
    ),
    Operation(
        method="POST",
        path=f"{BASE_PATH}/conformance-reports",
        title="提交联调报告",
        description="只在测试环境。能力中心按测试环境的调用记录逐项核对并副署；通过后方可正式开通。",
        handler=receive_conformance,
        answer=ConformanceAnswer,
        body=ConformanceReport,
        group="联调测试",
        access="signed",
        sandbox_only=True,
    ),
)
