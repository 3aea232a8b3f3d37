"""Figures of the chain for the cockpit: allowed, refused by rule, refused by right."""

from decimal import Decimal

import pytest

from tests.conftest import RunningNode
from tests.scenarios.industry_graph.world import MAKER, build, honour

API = "/api/industry-graph"


@pytest.mark.parametrize("path", ["/figures", "/flows"])
async def test_seeing_figures_takes_the_right_to_read(brain_node: RunningNode, path: str) -> None:
    nobody, other = await brain_node.client(), await brain_node.person("industry_graph.correct")
    reader = await brain_node.person("industry_graph.read")

    answers = [(await client.get(API + path)).status_code for client in (nobody, other, reader)]

    assert answers == [401, 403, 200]


async def test_the_chain_is_counted_by_city_year_and_honour(brain_node: RunningNode) -> None:
    await honour(brain_node.node, MAKER.credit_code, "国家企业技术中心")
    await build(brain_node.node)
    reader = await brain_node.person("industry_graph.read")

    found = (await reader.get(f"{API}/figures?region=370000")).json()

    cities = {city["name"]: city["enterprises"] for city in found["regions"]}
    assert (found["enterprises"], found["key"], Decimal(found["capitalWan"])) == (4, 1, Decimal(7100))
    assert len(cities) == 16
    assert {name: count for name, count in cities.items() if count} == {
        "青岛市": 1,
        "东营市": 2,
        "潍坊市": 1,
    }
    assert [(each["year"], each["enterprises"]) for each in found["years"]] == [
        (2005, 1),
        (2010, 1),
        (2012, 1),
        (2015, 1),
    ]
    assert found["honours"] == [{"title": "国家企业技术中心", "enterprises": 1}]
    assert (found["elsewhere"], found["undated"]) == (0, 0)


async def test_a_place_in_the_chain_counts_as_its_list_does(brain_node: RunningNode) -> None:
    await build(brain_node.node)
    reader = await brain_node.person("industry_graph.read")
    query = "region=370500&link=tyres"

    figures = (await reader.get(f"{API}/figures?{query}")).json()
    listed = (await reader.get(f"{API}/enterprises?{query}")).json()

    counties = {county["name"]: county["enterprises"] for county in figures["regions"]}
    assert figures["enterprises"] == listed["total"] == 1
    assert {name: count for name, count in counties.items() if count} == {"广饶县": 1}


async def test_an_unknown_link_is_refused(brain_node: RunningNode) -> None:
    reader = await brain_node.person("industry_graph.read")

    assert (await reader.get(f"{API}/figures?link=nothing")).status_code == 404


async def test_flows_count_relations_between_links(brain_node: RunningNode) -> None:
    await build(brain_node.node)
    reader = await brain_node.person("industry_graph.read")

    flows = (await reader.get(f"{API}/flows")).json()

    pairs = [(flow["upstream"], flow["downstream"]) for flow in flows]
    assert pairs == sorted(set(pairs))
    assert all(upstream != downstream for upstream, downstream in pairs)
    assert ("reinforcing", "tyres") in pairs
