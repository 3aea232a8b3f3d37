"""The chain by stage, lists, cards, edges, export: allowed, refused by rule, refused by right."""

import io

import openpyxl
import pytest

from brain.scenarios.industry_graph.service import building
from tests.conftest import RunningNode
from tests.scenarios.industry_graph.world import BAKER, BLACK, DEALER, MAKER, NAMED, build, honour

API = "/api/industry-graph"
READING = (
    "/overview",
    "/growth",
    "/choices",
    "/enterprises",
    f"/enterprises/{MAKER.credit_code}",
    "/edges/carbon_black/tbr_tyre",
    "/graph",
    "/graph/products/tyre",
    "/graph/products/tyre/groups?city=370500",
    f"/graph/enterprises/{MAKER.credit_code}",
    "/graph/path?start=product:carbon_black&end=product:tyre_distribution",
    "/graph/search?text=轮胎",
    "/corrections",
    "/contradictions",
    "/definition",
    "/builds",
)


@pytest.mark.parametrize("path", READING)
async def test_reading_takes_the_right_to_read(brain_node: RunningNode, path: str) -> None:
    await build(brain_node.node)
    nobody, other = await brain_node.client(), await brain_node.person("industry_graph.correct")
    reader = await brain_node.person("industry_graph.read")

    answers = [(await client.get(API + path)).status_code for client in (nobody, other, reader)]

    assert answers == [401, 403, 200]


async def test_the_overview_counts_by_stage_and_explains_strength(brain_node: RunningNode) -> None:
    await build(brain_node.node)
    reader = await brain_node.person("industry_graph.read")

    found = (await reader.get(f"{API}/overview")).json()

    assert (found["title"], found["provisional"], found["enterprises"]) == ("轮胎橡胶", True, 4)
    assert [stage["title"] for stage in found["stages"]] == ["上游", "中游", "下游"]
    tyres = next(link for link in found["stages"][1]["links"] if link["code"] == "tyres")
    tbr = next(product for product in tyres["products"] if product["code"] == "tbr_tyre")
    assert tbr["count"] == {
        "enterprises": 1,
        "producers": 1,
        "traders": 0,
        "services": 0,
        "key": 0,
        "capital": 5000.0,
    }
    assert tbr["strength"]["grade"] == "weak"
    assert tbr["strength"]["parts"][0]["sentence"].startswith("企业 1 家，按业务占比折算")
    aircraft = next(product for product in tyres["products"] if product["code"] == "aircraft_tyre")
    assert aircraft["strength"]["grade"] == "missing"


async def test_a_region_brings_the_location_quotient(brain_node: RunningNode) -> None:
    await build(brain_node.node)
    reader = await brain_node.person("industry_graph.read")

    found = (await reader.get(f"{API}/overview?region=370500")).json()

    assert found["enterprises"] == 2
    tyres = next(link for link in found["stages"][1]["links"] if link["code"] == "tyres")
    assert tyres["strength"]["parts"][2]["value"] == 2.0


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("region=370500", {MAKER.credit_code, NAMED.credit_code}),
        ("yearFrom=2010&yearTo=2012", {BLACK.credit_code, NAMED.credit_code}),
        ("asOf=2011-01-01", {MAKER.credit_code, BLACK.credit_code}),
        ("stage=midstream", {MAKER.credit_code}),
        ("link=aftermarket", {DEALER.credit_code, NAMED.credit_code}),
        ("product=carbon_black", {MAKER.credit_code, BLACK.credit_code}),
        ("honour=国家企业技术中心", {MAKER.credit_code}),
        ("keyOnly=true", {MAKER.credit_code}),
    ],
)
async def test_lists_are_filtered(brain_node: RunningNode, query: str, expected: set[str]) -> None:
    await build(brain_node.node)
    await honour(brain_node.node, MAKER.credit_code, "国家企业技术中心")
    await building.follow(brain_node.node)
    reader = await brain_node.person("industry_graph.read")

    found = (await reader.get(f"{API}/enterprises?{query}")).json()

    assert {line["creditCode"] for line in found["items"]} == expected
    assert found["total"] == len(expected)


async def test_a_card_quotes_the_registration(brain_node: RunningNode) -> None:
    await build(brain_node.node)
    reader = await brain_node.person("industry_graph.read")

    card = (await reader.get(f"{API}/enterprises/{MAKER.credit_code}")).json()
    outside = await reader.get(f"{API}/enterprises/{BAKER.credit_code}")

    tbr = next(found for found in card["attachments"] if found["code"] == "tbr_tyre")
    [words] = [one for one in tbr["evidence"] if one["field"] == "scope"]
    assert card["businessScope"][words["start"] : words["end"]] == "全钢子午线轮胎"
    assert (words["verbs"], words["rule"]) == (["生产", "销售"], "scope")
    assert card["regionName"] == "山东省东营市广饶县"
    assert outside.status_code == 404


async def test_an_edge_says_who_states_it(brain_node: RunningNode) -> None:
    await build(brain_node.node)
    reader = await brain_node.person("industry_graph.read")

    edge = (await reader.get(f"{API}/edges/carbon_black/tbr_tyre")).json()
    nothing = await reader.get(f"{API}/edges/tbr_tyre/carbon_black")

    assert (edge["holds"], edge["weight"], edge["confidence"]) == (True, 0.8, 0.9)
    assert [(one["source"], one["wording"]) for one in edge["assertions"]] == [
        ("本项目自编产业链定义", "炭黑 → 全钢子午胎")
    ]
    assert edge["upstreamCount"]["producers"] == 1
    assert nothing.status_code == 404


async def test_growth_counts_by_year_of_foundation(brain_node: RunningNode) -> None:
    await build(brain_node.node)
    reader = await brain_node.person("industry_graph.read")

    found = (await reader.get(f"{API}/growth")).json()

    assert [line["year"] for line in found] == [2005, 2010, 2012, 2015]
    assert found[0]["stages"] == {"upstream": 1, "midstream": 2, "downstream": 0}


async def test_the_export_is_a_workbook_for_those_who_may_export(brain_node: RunningNode) -> None:
    await build(brain_node.node)
    reader, analyst = (
        await brain_node.person("industry_graph.read"),
        await brain_node.person("industry_graph.export"),
    )

    refused = await reader.get(f"{API}/enterprises/export")
    exported = await analyst.get(f"{API}/enterprises/export?product=tbr_tyre")

    sheet = openpyxl.load_workbook(io.BytesIO(exported.content)).active
    assert refused.status_code == 403
    assert sheet is not None
    assert [cell.value for cell in sheet[1]][:3] == ["统一社会信用代码", "企业名称", "地区"]
    assert {row[8].value for row in sheet.iter_rows(min_row=2)} == {
        "全钢子午胎",
        "橡胶制品（未细分）",
        "炭黑",
    }
