"""Checks of the enterprise interfaces (annex 3, 3.3 b) and of distribution."""

from typing import Any

import msgspec

from brain.platform.exchange.client.adapters.wire import Call
from brain.platform.exchange.client.service.conformance.bench import Bench, Execution, expect, success
from brain.platform.exchange.messages.distribution import DistributionPage
from brain.platform.exchange.messages.enterprise import (
    ChainPage,
    EnterpriseAnswer,
    EnterpriseResults,
    PulledEnterprise,
)
from brain.platform.exchange.protocol import EnterpriseFamily

UNKNOWN = "联调测试不存在的企业有限公司"


def _get(bench: Bench, family: str, **query: str) -> Call:
    return Call(method="GET", path=f"/enterprises/{family}", query=query, scene=bench.scenes[0])


def _post(bench: Bench, path: str, body: dict[str, Any]) -> Call:
    return Call(method="POST", path=path, body=msgspec.json.encode(body), scene=bench.scenes[0])


async def _page(bench: Bench, limit: int, cursor: str | None = None) -> ChainPage:
    wanted = {"families": list(EnterpriseFamily), "limit": limit} | ({"cursor": cursor} if cursor else {})
    return msgspec.convert(
        success(await bench.call(_post(bench, "/enterprises/chain-pulls", wanted))), ChainPage
    )


async def _sample(bench: Bench) -> PulledEnterprise:
    page = await _page(bench, limit=1)
    expect(len(page.items) == 1, "沙箱中没有企业")
    return page.items[0]


async def by_code(bench: Bench) -> None:
    known = await _sample(bench)
    for family in EnterpriseFamily:
        body = success(await bench.call(_get(bench, family, creditCode=known.credit_code)))
        answer = msgspec.convert(body, EnterpriseAnswer)
        expect(answer.enterprise.credit_code == known.credit_code, f"{family} 返回了另一家企业")


async def by_name(bench: Bench) -> None:
    known = await _sample(bench)
    body = success(await bench.call(_get(bench, EnterpriseFamily.BASIC, name=known.name)))
    found = msgspec.convert(body, EnterpriseAnswer).enterprise
    expect(found.credit_code == known.credit_code, "按名称查到了另一家企业")


async def unknown(bench: Bench) -> None:
    outcome = await bench.call(_get(bench, EnterpriseFamily.BASIC, name=UNKNOWN))
    expect("candidates" in outcome.body, "没有给出候选")


async def key_missing(bench: Bench) -> None:
    await bench.call(_get(bench, EnterpriseFamily.BASIC))


async def batch(bench: Bench) -> None:
    known = await _sample(bench)
    keys = [{"creditCode": known.credit_code}, {"name": UNKNOWN}]
    body = success(await bench.call(_post(bench, "/enterprises/basic/queries", {"keys": keys})))
    codes = [result.resp_code for result in msgspec.convert(body, EnterpriseResults).results]
    expect(codes == ["100", "106"], f"逐条返回码为 {'、'.join(codes)}，应为 100、106")


async def chain_pull(bench: Bench) -> None:
    """Page by page gives what one page gives, each enterprise once."""
    whole = await _page(bench, limit=6)
    pages = [await _page(bench, limit=2)]
    while pages[-1].has_more and len(pages) < 3:
        pages.append(await _page(bench, limit=2, cursor=pages[-1].next_cursor))
    singly = [item.credit_code for page in pages for item in page.items]
    expect(singly == [item.credit_code for item in whole.items], "翻页结果与整页不一致")
    expect(len(set(singly)) == len(singly), "翻页结果有重复")


async def changes(bench: Bench) -> None:
    query = {"since": "1970-01-01T00:00:00Z", "limit": "10"}
    call = Call(method="GET", path="/enterprises/changes", query=query, scene=bench.scenes[0])
    body = success(await bench.call(call))
    expect(bool(body["items"]), "没有变更")


async def _distributions(bench: Bench) -> DistributionPage:
    outcome = await bench.call(Call(method="GET", path="/distributions"))
    return msgspec.convert(success(outcome), DistributionPage)


async def pulled(bench: Bench) -> None:
    page = await _distributions(bench)
    numbers = [item.number for item in page.items]
    expect(numbers == sorted(set(numbers)), "编号没有递增或有重复")


async def acknowledged(bench: Bench) -> None:
    page = await _distributions(bench)
    body = msgspec.json.encode({"cursor": page.next_cursor})
    success(await bench.call(Call(method="POST", path="/distributions/acknowledgements", body=body)))
    again = await _distributions(bench)
    seen = {item.number for item in page.items}
    expect(not any(item.number in seen for item in again.items), "确认后仍然下发")


EXECUTIONS: dict[str, Execution] = {
    "enterprise.by_code": by_code,
    "enterprise.by_name": by_name,
    "enterprise.unknown": unknown,
    "enterprise.key_missing": key_missing,
    "enterprise.batch": batch,
    "enterprise.chain_pull": chain_pull,
    "enterprise.changes": changes,
    "distribution.pulled": pulled,
    "distribution.acknowledged": acknowledged,
}
