"""An expert's word holds through rebuilds until he revokes it; contradictions are settled once."""

from dataclasses import replace

import httpx

from brain.scenarios.industry_graph.service import building
from tests.conftest import RunningNode
from tests.scenarios.industry_graph.world import BLACK, DEALER, LATER, MAKER, NAMED, build, register, rows

API = "/api/industry-graph"


async def rebuild(brain: RunningNode) -> int:
    async with brain.node.database.transaction() as session:
        await building.restart(session)
    return await building.follow(brain.node)


async def held(client: httpx.AsyncClient, code: str) -> dict[str, str]:
    card = (await client.get(f"{API}/enterprises/{code}")).json()
    return {found["code"]: found["role"] for found in card["attachments"]}


def attach(code: str, product: str = "seal") -> dict[str, str]:
    return {
        "kind": "attach",
        "creditCode": code,
        "product": product,
        "role": "producer",
        "reason": "实地走访所见",
    }


async def test_a_correction_holds_at_once_and_survives_a_rebuild(brain_node: RunningNode) -> None:
    await build(brain_node.node)
    expert = await brain_node.person("industry_graph.correct", "industry_graph.read")

    made = await expert.post(f"{API}/corrections", json=attach(MAKER.credit_code))
    cut = {
        "kind": "detach",
        "creditCode": MAKER.credit_code,
        "product": "carbon_black",
        "reason": "已停止经销",
    }
    await expert.post(f"{API}/corrections", json=cut)
    after = await held(expert, MAKER.credit_code)
    touched = await rebuild(brain_node)

    assert made.status_code == 201
    assert (made.json()["subject"], made.json()["reason"]) == ("橡胶密封件", "实地走访所见")
    assert after == {"tbr_tyre": "producer", "rubber_goods": "producer", "seal": "producer"}
    assert touched == 0
    assert await held(expert, MAKER.credit_code) == after


async def test_a_revoked_correction_gives_way_to_the_machine(brain_node: RunningNode) -> None:
    await build(brain_node.node)
    expert = await brain_node.person("industry_graph.correct", "industry_graph.read")
    made = (await expert.post(f"{API}/corrections", json=attach(MAKER.credit_code))).json()

    revoked = await expert.post(f"{API}/corrections/{made['id']}/revoke", json={"reason": "走访记录有误"})
    again = await expert.post(f"{API}/corrections/{made['id']}/revoke", json={"reason": "走访记录有误"})
    past = (await expert.get(f"{API}/corrections?revoked=true")).json()

    assert revoked.status_code == 204
    assert (again.status_code, again.json()["code"]) == (409, "already_corrected")
    assert "seal" not in await held(expert, MAKER.credit_code)
    assert [(one["id"], one["revokeReason"]) for one in past["items"]] == [(made["id"], "走访记录有误")]


async def test_a_second_correction_of_the_same_subject_is_refused(brain_node: RunningNode) -> None:
    await build(brain_node.node)
    expert = await brain_node.person("industry_graph.correct", "industry_graph.read")
    await expert.post(f"{API}/corrections", json=attach(MAKER.credit_code))
    before = await rows(brain_node.node)

    second = await expert.post(f"{API}/corrections", json=attach(MAKER.credit_code))

    assert (second.status_code, second.json()["code"]) == (409, "already_corrected")
    assert await rows(brain_node.node) == before


async def test_an_incomplete_correction_names_what_is_missing(brain_node: RunningNode) -> None:
    await build(brain_node.node)
    expert = await brain_node.person("industry_graph.correct")

    refused = await expert.post(f"{API}/corrections", json={"kind": "connect", "reason": "专家意见"})

    assert refused.status_code == 422
    assert [field["loc"] for field in refused.json()["fields"]] == [
        "/body/upstream",
        "/body/downstream",
        "/body/weight",
    ]


async def test_an_unknown_enterprise_or_product_cannot_be_corrected(brain_node: RunningNode) -> None:
    await build(brain_node.node)
    expert = await brain_node.person("industry_graph.correct", "industry_graph.read")

    nobody = await expert.post(f"{API}/corrections", json=attach("91370500000000009X"))
    nothing = await expert.post(f"{API}/corrections", json=attach(MAKER.credit_code, "unknown"))

    assert (nobody.status_code, nothing.status_code) == (404, 404)
    assert (await expert.get(f"{API}/corrections")).json()["total"] == 0


async def test_only_those_who_may_correct_do(brain_node: RunningNode) -> None:
    await build(brain_node.node)
    reader = await brain_node.person("industry_graph.read")
    before = await rows(brain_node.node)

    refused = await reader.post(f"{API}/corrections", json=attach(MAKER.credit_code))
    stranger = await (await brain_node.client()).post(f"{API}/corrections", json=attach(MAKER.credit_code))

    assert (refused.status_code, stranger.status_code) == (403, 401)
    assert await rows(brain_node.node) == before


async def test_an_edge_can_be_cut_and_joined(brain_node: RunningNode) -> None:
    await build(brain_node.node)
    expert = await brain_node.person("industry_graph.correct", "industry_graph.read")
    cut = {"kind": "disconnect", "upstream": "carbon_black", "downstream": "tbr_tyre", "reason": "试验改料"}
    join = {
        "kind": "connect",
        "upstream": "silica",
        "downstream": "seal",
        "weight": 0.4,
        "reason": "采用新配方",
    }

    await expert.post(f"{API}/corrections", json=cut)
    await expert.post(f"{API}/corrections", json=join)
    gone = (await expert.get(f"{API}/edges/carbon_black/tbr_tyre")).json()
    made = (await expert.get(f"{API}/edges/silica/seal")).json()

    assert (gone["holds"], gone["corrections"][0]["reason"]) == (False, "试验改料")
    assert (made["holds"], made["weight"], made["confidence"], made["assertions"]) == (True, 0.4, 0.99, [])


async def test_a_name_without_a_scope_is_a_contradiction_settled_by_detaching(
    brain_node: RunningNode,
) -> None:
    await build(brain_node.node)
    expert = await brain_node.person("industry_graph.correct", "industry_graph.read")
    [found] = (await expert.get(f"{API}/contradictions")).json()["items"]

    wrong = await expert.post(
        f"{API}/contradictions/{found['id']}/resolve", json={"decision": "renew", "reason": "不合适"}
    )
    settled = await expert.post(
        f"{API}/contradictions/{found['id']}/resolve", json={"decision": "detach", "reason": "只做进出口"}
    )
    again = await expert.post(
        f"{API}/contradictions/{found['id']}/resolve", json={"decision": "keep", "reason": "再看一次"}
    )

    assert (found["kind"], found["creditCode"], found["words"]) == (
        "name_without_scope",
        NAMED.credit_code,
        ["轮胎"],
    )
    assert wrong.status_code == 422
    assert (settled.status_code, settled.json()["decision"]) == (200, "detach")
    assert (again.status_code, again.json()["code"]) == (409, "already_resolved")
    assert await held(expert, NAMED.credit_code) == {}
    assert (await expert.get(f"{API}/contradictions")).json()["total"] == 0


async def test_a_kept_contradiction_does_not_come_back_with_a_rebuild(brain_node: RunningNode) -> None:
    await build(brain_node.node)
    expert = await brain_node.person("industry_graph.correct", "industry_graph.read")
    [found] = (await expert.get(f"{API}/contradictions")).json()["items"]
    await expert.post(
        f"{API}/contradictions/{found['id']}/resolve", json={"decision": "keep", "reason": "确为经销商"}
    )

    await rebuild(brain_node)

    assert (await expert.get(f"{API}/contradictions")).json()["total"] == 0
    assert (await expert.get(f"{API}/contradictions?resolved=true")).json()["total"] == 1


async def test_a_correction_overtaken_by_a_new_registration_asks_to_be_renewed(
    brain_node: RunningNode,
) -> None:
    await build(brain_node.node)
    expert = await brain_node.person("industry_graph.correct", "industry_graph.read")
    await expert.post(f"{API}/corrections", json=attach(DEALER.credit_code))

    await register(brain_node.node, [replace(DEALER, business_scope="轮胎销售；餐饮")], LATER)
    await building.follow(brain_node.node)
    [found] = (await expert.get(f"{API}/contradictions?kind=correction_outdated")).json()["items"]
    await expert.post(
        f"{API}/contradictions/{found['id']}/resolve", json={"decision": "renew", "reason": "仍然如此"}
    )

    assert found["creditCode"] == DEALER.credit_code
    assert (await expert.get(f"{API}/contradictions?kind=correction_outdated")).json()["total"] == 0
    assert (await held(expert, DEALER.credit_code))["seal"] == "producer"


async def test_edges_asserted_both_ways_are_settled_by_dropping_one(brain_node: RunningNode) -> None:
    await build(brain_node.node, [BLACK])
    expert = await brain_node.person("industry_graph.correct", "industry_graph.read")
    back = {
        "kind": "connect",
        "upstream": "tbr_tyre",
        "downstream": "carbon_black",
        "weight": 0.1,
        "reason": "裂解炭黑",
    }
    await expert.post(f"{API}/corrections", json=back)

    [found] = (await expert.get(f"{API}/contradictions?kind=opposed_edges")).json()["items"]
    settled = await expert.post(
        f"{API}/contradictions/{found['id']}/resolve",
        json={"decision": "drop_forward", "reason": "以回收为准"},
    )

    assert settled.status_code == 200
    assert (await expert.get(f"{API}/edges/carbon_black/tbr_tyre")).json()["holds"] is False
    assert (await expert.get(f"{API}/edges/tbr_tyre/carbon_black")).json()["holds"] is True
