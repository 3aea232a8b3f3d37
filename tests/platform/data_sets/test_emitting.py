"""Builds as OpenLineage events: what is told, and to whom."""

import json
from datetime import timedelta
from typing import Any

import pytest

from brain.kit.clock import now, today
from brain.platform.data_sets.queries import builds
from brain.platform.data_sets.service import building
from brain.platform.data_warehouse.contract import Enterprise
from tests.conftest import RunningNode
from tests.platform.conftest import merge

URL = "/api/data-sets/open-lineage.ndjson"


def days(first: int, last: int) -> dict[str, str]:
    return {
        "since": str(today() + timedelta(days=first)),
        "until": str(today() + timedelta(days=last)),
    }


@pytest.fixture
async def built(lake: RunningNode) -> RunningNode:
    await merge(lake, Enterprise(credit_code="91370523EXAMP0001W", name="甲"))
    await building.refresh(lake.node)
    async with lake.node.database.transaction() as session:
        await builds.add_failure(session, "base.gone", "0", "磁盘已满", 2.0)
    return lake


async def told(node: RunningNode) -> list[dict[str, Any]]:
    manager = await node.person("data_sets.manage")
    answer = await manager.get(URL, params=days(-1, 1))
    assert answer.status_code == 200, answer.text
    return [json.loads(line) for line in answer.text.splitlines()]


async def test_every_build_starts_and_ends_as_one_run(built: RunningNode) -> None:
    first, again = await told(built), await told(built)

    stock = [event for event in first if event["job"]["name"] == "build.industry.enterprise_stock"]
    assert [event["eventType"] for event in stock] == ["START", "COMPLETE"]
    assert len({event["run"]["runId"] for event in stock}) == 1
    assert stock[0]["eventTime"] <= stock[1]["eventTime"] <= now().isoformat()
    assert [each["name"] for each in stock[1]["inputs"]] == ["base.enterprise"]
    (output,) = stock[1]["outputs"]
    sources = output["facets"]["columnLineage"]["fields"].values()
    assert {each["name"] for source in sources for each in source["inputFields"]} == {"base.enterprise"}
    assert output["outputFacets"]["outputStatistics"]["rowCount"] == 1
    assert first == again


async def test_a_build_tells_what_its_rules_found(built: RunningNode) -> None:
    _, end = [event for event in await told(built) if event["job"]["name"] == "build.base.enterprise"]

    facets = end["outputs"][0]["facets"]
    outcomes = {each["name"]: each for each in facets["dataQualityAssertions"]["assertions"]}
    assert outcomes["name_given"] == {
        "name": "name_given",
        "assertion": "not_null",
        "success": True,
        "column": "name",
    }
    assert (outcomes["region_known"]["success"], outcomes["region_known"]["actual"]) == (False, "1")
    assert facets["dataQualityMetrics"]["columnMetrics"]["region_code"] == {"nullCount": 1}


async def test_a_failed_build_is_told_without_its_reason_which_may_quote_values(built: RunningNode) -> None:
    start, end = [event for event in await told(built) if event["job"]["name"] == "build.base.gone"]

    assert (start["eventType"], end["eventType"]) == ("START", "FAIL")
    assert "磁盘已满" not in json.dumps(end, ensure_ascii=False)
    assert "没有成功" in end["run"]["facets"]["errorMessage"]["message"]
    assert end["outputs"][0]["outputFacets"] == {}


@pytest.mark.parametrize(("first", "last"), [(1, 0), (-31, 0)])
async def test_days_turned_round_or_too_many_are_refused(lake: RunningNode, first: int, last: int) -> None:
    manager = await lake.person("data_sets.manage")

    assert (await manager.get(URL, params=days(first, last))).status_code == 422


async def test_a_reader_is_refused(lake: RunningNode) -> None:
    reader = await lake.person("data_sets.read")

    assert (await reader.get(URL, params=days(0, 0))).status_code == 403
