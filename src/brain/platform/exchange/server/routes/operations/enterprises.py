"""企业基本信息类 (annex 3, 3.3 b)."""

from typing import Annotated

import msgspec
from msgspec import Meta

from brain.kit.errors import Invalid, NotFound
from brain.platform.exchange.codes import EnterpriseNotMatched, FieldsMissing
from brain.platform.exchange.messages.base import Instant, Limit
from brain.platform.exchange.messages.enterprise import (
    ChainPage,
    ChainPull,
    ChangePage,
    EnterpriseAnswer,
    EnterpriseKey,
    EnterpriseQueries,
    EnterpriseResults,
)
from brain.platform.exchange.protocol import BASE_PATH, EnterpriseFamily, InterfaceClass
from brain.platform.exchange.server.routes.call import Call, Operation
from brain.platform.exchange.server.service import enterprises

GROUP = "企业基本信息类"
PATH = f"{BASE_PATH}/enterprises"
TRACED = "每条记录以序号注明来源（提供单位、数据名称、数据截至日期），来源列在应答的 sources 中。"


class ChangesQuery(msgspec.Struct, rename="camel"):
    since: Annotated[Instant, Meta(description="自何时起，RFC 3339")] | None = None
    cursor: Annotated[str, Meta(max_length=40, description="上一页的 nextCursor，优先于 since")] | None = None
    limit: Limit = 200


def _family(call: Call) -> EnterpriseFamily:
    try:
        return EnterpriseFamily(call.parameters["family"])
    except ValueError as error:
        raise NotFound("没有这类企业信息") from error


async def look_up(call: Call) -> EnterpriseAnswer:
    return await enterprises.look_up(call.environment.node.database, _family(call), call.query(EnterpriseKey))


async def look_up_many(call: Call) -> EnterpriseResults:
    family, wanted = _family(call), await call.body(EnterpriseQueries)
    async with call.environment.node.database.transaction() as session:
        return await enterprises.look_up_many(session, family, wanted.keys)


async def pull_chain(call: Call) -> ChainPage:
    wanted = await call.body(ChainPull)
    async with call.environment.node.database.transaction() as session:
        return await enterprises.pull_chain(session, wanted)


async def changes(call: Call) -> ChangePage:
    query = call.query(ChangesQuery)
    async with call.environment.node.database.transaction() as session:
        return await enterprises.changes(session, since=query.since, cursor=query.cursor, limit=query.limit)


OPERATIONS = (
    Operation(
        method="GET",
        path=f"{PATH}/changes",
        title="企业信息变更",
        description="指定时刻或游标之后变更过的企业与信息类别，按变更先后排列，内容为现状。" + TRACED,
        handler=changes,
        answer=ChangePage,
        query=ChangesQuery,
        group=GROUP,
        access="signed",
        interface_class=InterfaceClass.ENTERPRISE,
        names_scene=True,
        refusals=(Invalid,),
    ),
    Operation(
        method="POST",
        path=f"{PATH}/chain-pulls",
        title="按产业链拉取企业",
        description="按行业、区域、关键词取企业及所需各类信息；游标稳定，"
        "翻页期间变更的企业会在后面的页再次出现。" + TRACED,
        handler=pull_chain,
        answer=ChainPage,
        body=ChainPull,
        group=GROUP,
        access="signed",
        interface_class=InterfaceClass.ENTERPRISE,
        names_scene=True,
        refusals=(Invalid,),
    ),
    Operation(
        method="GET",
        path=f"{PATH}/{{family}}",
        title="查询一家企业",
        description="五类信息：basic 基础工商、patents 专利、trademarks 商标、"
        "investments 对外投资、honours 荣誉。"
        "按统一社会信用代码或名称（全称、归一后的名称、曾用名）查询；未匹配到企业时返回 106 与候选企业。"
        + TRACED,
        handler=look_up,
        answer=EnterpriseAnswer,
        query=EnterpriseKey,
        group=GROUP,
        access="signed",
        interface_class=InterfaceClass.ENTERPRISE,
        names_scene=True,
        refusals=(EnterpriseNotMatched, FieldsMissing, NotFound),
    ),
    Operation(
        method="POST",
        path=f"{PATH}/{{family}}/queries",
        title="批量查询企业",
        description="一次最多 1,000 家，逐条返回结果与返回码，未匹配到的不影响其余各条。" + TRACED,
        handler=look_up_many,
        answer=EnterpriseResults,
        body=EnterpriseQueries,
        group=GROUP,
        access="signed",
        interface_class=InterfaceClass.ENTERPRISE,
        names_scene=True,
        refusals=(FieldsMissing, NotFound),
    ),
)
