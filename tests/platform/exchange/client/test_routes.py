"""The exchange pages are closed to those without the right, and say what is not there."""

from typing import Any

from tests.conftest import RunningNode

PATHS: list[tuple[str, str, Any]] = [
    ("GET", "/api/exchange-client/connection", None),
    ("GET", "/api/exchange-client/options", None),
    ("GET", "/api/exchange-client/applications", None),
    ("GET", "/api/exchange-client/applications/1", None),
    ("POST", "/api/exchange-client/applications", {}),
    ("PUT", "/api/exchange-client/applications/1/draft", {}),
    ("POST", "/api/exchange-client/applications/1/submissions", {}),
    ("POST", "/api/exchange-client/applications/1/refreshes", None),
    ("POST", "/api/exchange-client/applications/1/credentials", {"environment": "sandbox"}),
    ("POST", "/api/exchange-client/applications/1/credential-rotations", {"environment": "sandbox"}),
    ("POST", "/api/exchange-client/applications/1/renewals", {}),
    ("GET", "/api/exchange-client/applications/1/test-runs", None),
    ("POST", "/api/exchange-client/applications/1/test-runs", {}),
    ("GET", "/api/exchange-client/test-runs/1", None),
    ("GET", "/api/exchange-client/test-runs/1/report", None),
    ("GET", "/api/exchange-client/parts", None),
    ("GET", "/api/exchange-client/parts/export", None),
    ("GET", "/api/exchange-client/parts/1", None),
    ("GET", "/api/exchange-client/parts/1/attempts", None),
    ("GET", "/api/exchange-client/dead-letters/1/records", None),
    ("POST", "/api/exchange-client/dead-letters/1/resends", None),
    ("POST", "/api/exchange-client/dead-letters/1/edits", {"records": [{}]}),
    ("POST", "/api/exchange-client/dead-letters/1/discards", {"reason": "x"}),
    ("GET", "/api/exchange-client/reconciliations", None),
    ("POST", "/api/exchange-client/reconciliations/2025-03-01", None),
    ("GET", "/api/exchange-client/pulls", None),
    ("POST", "/api/exchange-client/pulls", {"kind": "distribution", "title": "x"}),
    ("POST", "/api/exchange-client/pulls/1/runs", None),
    ("DELETE", "/api/exchange-client/pulls/1", None),
    ("GET", "/api/exchange-client/distributions", None),
    ("GET", "/api/exchange-client/enterprises/basic?scene=industry_graph&name=x", None),
]


async def test_every_route_is_closed_to_those_without_the_right(brain_node: RunningNode) -> None:
    stranger, nobody = await brain_node.client(), await brain_node.person("portal.see")

    unknown = [
        (await stranger.request(method, path, json=content)).status_code for method, path, content in PATHS
    ]
    forbidden = [
        (await nobody.request(method, path, json=content)).status_code for method, path, content in PATHS
    ]

    assert unknown == [401] * len(PATHS)
    assert forbidden == [403] * len(PATHS)


async def test_what_is_not_there_is_not_found(brain_node: RunningNode) -> None:
    operator = await brain_node.person(
        "exchange_client.see", "exchange_client.apply", "exchange_client.send", "exchange_client.pull"
    )
    single = [(method, path, content) for method, path, content in PATHS if "/1" in path]

    statuses = [
        (await operator.request(method, path, json=content)).status_code for method, path, content in single
    ]

    assert statuses == [404] * len(single)


async def test_the_options_name_scenes_classes_and_families(brain_node: RunningNode) -> None:
    operator = await brain_node.person("exchange_client.see")

    options = (await operator.get("/api/exchange-client/options")).json()

    assert [each["title"] for each in options["scenes"]] == [
        "产业全景图谱",
        "产业作战地图",
        "产业动态监测",
        "沿链精准招商",
        "企业迁移监测",
        "数字集采",
        "数字集销",
        "数字金融",
        "共享物流",
        "产能共享",
    ]
    assert options["scenes"][0]["interfaceClass"] == "governance"
    assert [each["value"] for each in options["families"]] == [
        "basic",
        "patents",
        "trademarks",
        "investments",
        "honours",
    ]


async def test_before_anything_is_set_up_the_connection_says_so(brain_node: RunningNode) -> None:
    operator = await brain_node.person("exchange_client.see")

    state = (await operator.get("/api/exchange-client/connection")).json()

    assert state["centreUrl"] == "http://centre.test"
    assert state["clock"]["status"] == "unknown"
    assert (state["credentials"], state["counts"], state["waitingSince"]) == ([], {}, None)
