"""The definition can be replaced, edges and listed products imported, the graph rebuilt."""

import gzip
from pathlib import Path

import httpx
import pytest

from brain.scenarios.industry_graph.algorithm import definition
from brain.scenarios.industry_graph.service import building
from tests.conftest import RunningNode
from tests.scenarios.industry_graph.world import BLACK, MAKER, build, rows

API = "/api/industry-graph"
EDGES = "upstream_product,downstream_product\n商品化工-橡胶-合成橡胶,轮胎与橡胶-轮胎\n商品化工,制药\n"
STATED = {"title": "产品供应链样例", "statedOn": "2025-01-01", "confidence": "0.8"}


def edges_file(content: bytes) -> dict[str, tuple[str, bytes]]:
    return {"file": ("edges.csv", content)}


async def send_edges(client: httpx.AsyncClient, content: bytes, **more: str) -> httpx.Response:
    return await client.post(f"{API}/imports/supply-edges", params=STATED | more, files=edges_file(content))


@pytest.mark.parametrize(
    "path", ["/builds", "/definition", "/imports/supply-edges", "/imports/listed-products"]
)
async def test_upkeep_takes_the_right_to_manage(brain_node: RunningNode, path: str) -> None:
    reader, nobody = await brain_node.person("industry_graph.read"), await brain_node.client()
    sent = {"json": {"text": "x"}} if path == "/definition" else {"params": STATED, "files": edges_file(b"x")}

    answers = [(await one.post(API + path, **sent)).status_code for one in (reader, nobody)]

    assert answers == [403, 401]


async def test_edges_that_map_onto_the_chain_become_another_source(brain_node: RunningNode) -> None:
    await build(brain_node.node)
    operator = await brain_node.person("industry_graph.manage", "industry_graph.read")

    done = await send_edges(operator, gzip.compress(EDGES.encode()))
    edge = (await operator.get(f"{API}/edges/synthetic_rubber/tyre")).json()

    assert done.json() == {"rows": 2, "mapped": 1, "begun": 1, "ended": 0, "unknown": ["商品化工", "制药"]}
    assert [one["source"] for one in edge["assertions"]] == ["产品供应链样例", "本项目自编产业链定义"]
    assert (edge["weight"], edge["confidence"]) == (0.7, 0.98)


async def test_the_same_file_twice_changes_nothing_and_a_shorter_one_ends_edges(
    brain_node: RunningNode,
) -> None:
    await build(brain_node.node)
    operator = await brain_node.person("industry_graph.manage", "industry_graph.read")
    await send_edges(operator, EDGES.encode("gb18030"))

    again = (await send_edges(operator, EDGES.encode())).json()
    shorter = (await send_edges(operator, b"upstream_product,downstream_product\n")).json()

    assert (again["begun"], again["ended"]) == (0, 0)
    assert (shorter["begun"], shorter["ended"]) == (0, 1)


async def test_relations_say_which_end_is_upstream(brain_node: RunningNode) -> None:
    await build(brain_node.node)
    operator = await brain_node.person("industry_graph.manage", "industry_graph.read")
    content = "from,to,rel\n轮胎,天然橡胶,上游材料\n橡胶,轮胎,下游产品\n轮胎,实心轮胎,产品小类\n"
    columns = {"upstream": "from", "downstream": "to", "relation": "rel"}

    done = (await send_edges(operator, content.encode(), **columns)).json()
    edge = (await operator.get(f"{API}/edges/natural_rubber/tyre")).json()

    assert (done["rows"], done["mapped"], done["begun"]) == (3, 2, 2)
    assert edge["assertions"][0]["wording"] == "天然橡胶 → 轮胎"


async def test_a_file_without_the_columns_is_refused(brain_node: RunningNode) -> None:
    operator = await brain_node.person("industry_graph.manage", "industry_graph.read")

    refused = await send_edges(operator, b"a,b\n1,2\n")

    assert (refused.status_code, refused.json()["columns"]) == (422, ["a", "b"])
    assert (await operator.get(f"{API}/edges/natural_rubber/tyre")).status_code == 404


async def test_a_listed_firm_stands_by_its_own_weights(brain_node: RunningNode) -> None:
    await build(brain_node.node)
    operator = await brain_node.person("industry_graph.manage", "industry_graph.read")
    products = "company_code,product,weight\n600001,全钢轮胎,0.84\n600001,胎圈钢丝,0.1\n600002,轮胎,0.9\n"
    companies = f"code,full_name\n600001,{MAKER.name}\n600002,不在本省的公司\n"

    done = await operator.post(
        f"{API}/imports/listed-products",
        params=STATED | {"title": "上市公司披露"},
        files={"file": ("p.csv", products.encode()), "companies": ("c.csv", companies.encode())},
    )
    card = (await operator.get(f"{API}/enterprises/{MAKER.credit_code}")).json()

    assert (done.json()["mapped"], done.json()["unknown"]) == (3, ["不在本省的公司"])
    by_product = {found["code"]: found for found in card["attachments"]}
    assert (by_product["tbr_tyre"]["weight"], by_product["bead_wire"]["weight"]) == (0.84, 0.1)
    assert [one["field"] for one in by_product["tbr_tyre"]["evidence"]] == ["scope", "name", "listing"]
    assert [found["kind"] for found in card["contradictions"]] == ["listing_without_scope"]


async def test_a_new_definition_rebuilds_the_graph_and_keeps_corrections(brain_node: RunningNode) -> None:
    await build(brain_node.node)
    operator = await brain_node.person(
        "industry_graph.manage", "industry_graph.read", "industry_graph.correct"
    )
    correction = {
        "kind": "detach",
        "creditCode": BLACK.credit_code,
        "product": "carbon_black",
        "reason": "已经停产",
    }
    await operator.post(f"{API}/corrections", json=correction)
    text = definition.packaged("tyre_rubber").replace('version = "0.1.0"', 'version = "0.2.0"')
    text = text.replace('terms = ["[炭|碳]黑", ', 'terms = ["新型炭黑", ')

    installed = await operator.post(f"{API}/definition", json={"text": text})
    again = await operator.post(f"{API}/definition", json={"text": text})
    broken = await operator.post(f"{API}/definition", json={"text": "code ="})
    touched = await building.follow(brain_node.node)
    card = (await operator.get(f"{API}/enterprises/{MAKER.credit_code}")).json()

    assert (installed.status_code, installed.json()["version"]) == (201, "0.2.0")
    assert (again.status_code, broken.status_code) == (409, 422)
    assert touched == 1
    assert {found["code"] for found in card["attachments"]} == {"tbr_tyre", "rubber_goods"}
    assert (await operator.get(f"{API}/corrections")).json()["total"] == 1


async def test_a_rebuild_is_queued_and_recorded(brain_node: RunningNode) -> None:
    await build(brain_node.node)
    operator = await brain_node.person("industry_graph.manage", "industry_graph.read")
    before = await rows(brain_node.node)

    queued = await operator.post(f"{API}/builds")
    await building.follow(brain_node.node)
    found = (await operator.get(f"{API}/builds")).json()

    assert (queued.status_code, queued.json()) == (202, {"status": "queued"})
    assert [line["touched"] for line in found["items"]] == [0, 0, 4]
    assert await rows(brain_node.node) == before


async def test_public_sets_map_onto_the_chain(brain_node: RunningNode, real_data: Path) -> None:
    operator = await brain_node.person("industry_graph.manage", "industry_graph.read")
    supply = (real_data / "kag_supplychain" / "product_supply_chain.csv.gz").read_bytes()
    relations = (real_data / "chain_kg" / "product_product.csv.gz").read_bytes()
    columns = {
        "title": "产品关系图谱",
        "upstream": "from_product",
        "downstream": "to_product",
        "relation": "rel",
    }

    first = (await send_edges(operator, supply)).json()
    second = (await send_edges(operator, relations, **columns)).json()

    assert (first["rows"], first["mapped"], first["begun"]) == (536, 78, 29)
    assert (second["rows"], second["mapped"], second["begun"]) == (110_153, 22, 11)
