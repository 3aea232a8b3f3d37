"""Views for the canvas."""

from typing import Any

import pytest

from brain.scenarios.industry_graph.algorithm import drawing
from tests.conftest import RunningNode
from tests.scenarios.industry_graph.world import BAKER, BLACK, DEALER, MAKER, build

GRAPH = "/api/industry-graph/graph"


def ids(view: dict[str, Any], kind: str) -> set[str]:
    return {node["id"] for node in view["nodes"] if node["kind"] == kind}


async def test_the_whole_chain_counts_enterprises_without_drawing_them(brain_node: RunningNode) -> None:
    await build(brain_node.node)
    reader = await brain_node.person("industry_graph.read")

    view = (await reader.get(GRAPH)).json()

    assert len(ids(view, "product")) == 43
    assert ids(view, "enterprise") == set()
    assert {node["code"]: node["count"] for node in view["nodes"]}["tbr_tyre"] == 1
    assert {"source": "product:carbon_black", "target": "product:tbr_tyre"}.items() <= next(
        tie for tie in view["ties"] if tie["target"] == "product:tbr_tyre" and "carbon" in tie["source"]
    ).items()
    assert view == (await reader.get(GRAPH)).json()


async def test_a_product_opens_with_its_enterprises_and_neighbours(brain_node: RunningNode) -> None:
    await build(brain_node.node)
    reader = await brain_node.person("industry_graph.read")

    up = (await reader.get(f"{GRAPH}/products/tyre_distribution?direction=up&hops=1")).json()
    down = (await reader.get(f"{GRAPH}/products/monomer?direction=down&hops=6")).json()

    assert ids(up, "enterprise") == {f"enterprise:{DEALER.credit_code}", "enterprise:91370500000000004D"}
    assert {"product:tbr_tyre", "product:wheel"} < ids(up, "product")
    assert "product:motor_vehicle" not in ids(up, "product")
    assert "product:motor_vehicle" in ids(down, "product")
    assert max(node["hops"] for node in down["nodes"] if node["kind"] == "product") > 2


async def test_an_enterprise_opens_with_its_products(brain_node: RunningNode) -> None:
    await build(brain_node.node)
    reader = await brain_node.person("industry_graph.read")

    view = (await reader.get(f"{GRAPH}/enterprises/{MAKER.credit_code}")).json()
    outside = await reader.get(f"{GRAPH}/enterprises/{BAKER.credit_code}")

    [node] = [node for node in view["nodes"] if node["kind"] == "enterprise"]
    assert (node["title"], node["id"]) == (MAKER.name, f"enterprise:{MAKER.credit_code}")
    own = {tie["target"] for tie in view["ties"] if tie["source"] == node["id"]}
    assert own == {"product:tbr_tyre", "product:rubber_goods", "product:carbon_black"}
    assert outside.status_code == 404


async def test_a_group_opens_into_its_enterprises(brain_node: RunningNode) -> None:
    await build(brain_node.node)
    reader = await brain_node.person("industry_graph.read")

    view = (await reader.get(f"{GRAPH}/products/tbr_tyre/groups?city=370500")).json()

    assert ids(view, "enterprise") == {f"enterprise:{MAKER.credit_code}"}
    assert ids(view, "group") == set()


async def test_the_path_between_two_enterprises_runs_over_their_products(brain_node: RunningNode) -> None:
    await build(brain_node.node)
    reader = await brain_node.person("industry_graph.read")
    start, end = f"enterprise:{BLACK.credit_code}", f"enterprise:{DEALER.credit_code}"

    view = (await reader.get(f"{GRAPH}/path", params={"start": start, "end": end})).json()

    assert view["path"][0] == start
    assert view["path"][1] == "product:carbon_black"
    assert view["path"][-2:] == ["product:tyre_distribution", end]
    assert {node["id"] for node in view["nodes"]} == set(view["path"])


@pytest.mark.parametrize(
    ("path", "status"),
    [
        (f"/path?start=enterprise:{BAKER.credit_code}&end=product:tyre", 404),
        ("/path?start=product:nothing&end=product:tyre", 404),
        ("/path?start=city:x&end=product:tyre", 422),
        ("/products/nothing", 404),
        ("/products/tyre?hops=7", 422),
        ("/search?text=", 422),
    ],
)
async def test_what_the_graph_lacks_is_refused(brain_node: RunningNode, path: str, status: int) -> None:
    await build(brain_node.node)
    reader = await brain_node.person("industry_graph.read")

    assert (await reader.get(GRAPH + path)).status_code == status


async def test_search_finds_products_and_enterprises(brain_node: RunningNode) -> None:
    await build(brain_node.node)
    reader = await brain_node.person("industry_graph.read")

    found = (await reader.get(f"{GRAPH}/search?text=轮胎")).json()

    assert {"product:tyre", "product:tyre_distribution"} < {one["id"] for one in found}
    assert f"enterprise:{MAKER.credit_code}" in {one["id"] for one in found}


async def test_enterprises_beyond_the_first_forty_stand_in_groups_by_city(
    brain_node: RunningNode, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drawing, "SHOWN_ALONE", 1)
    await build(brain_node.node)
    reader = await brain_node.person("industry_graph.read")

    view = (await reader.get(f"{GRAPH}/products/tyre_distribution")).json()

    assert ids(view, "enterprise") == {f"enterprise:{DEALER.credit_code}"}
    assert ids(view, "group") == {"group:tyre_distribution:370500"}
