"""Asking over HTTP."""

import pytest

from brain.platform.governance import jobs
from tests.conftest import RunningNode
from tests.platform.governance.conftest import ENTERPRISES, LINGLONG, merge

PATH = "/api/governance/enterprise-matches"


@pytest.fixture
async def stocked(centre: RunningNode) -> RunningNode:
    await merge(centre.node.database, ENTERPRISES)
    await jobs.index_names(centre.node, {})
    return centre


async def test_whoever_may_read_enterprises_may_ask(stocked: RunningNode) -> None:
    client = await stocked.person("data_warehouse.read")

    answer = await client.get(PATH, params={"name": "玲珑轮胎", "limit": 1})

    assert answer.status_code == 200
    assert answer.json()["how"] == "fuzzy"
    (candidate,) = answer.json()["candidates"]
    assert (candidate["creditCode"], candidate["matchedName"]) == (LINGLONG, "山东玲珑轮胎股份有限公司")
    assert candidate["parts"][1] == {
        "part": "trade_name",
        "written": "玲珑",
        "registered": "玲珑",
        "verdict": "same",
    }


@pytest.mark.parametrize(
    "params", [{}, {"name": "玲"}, {"name": "玲珑轮胎", "region": "37"}, {"name": "玲珑轮胎", "limit": 0}]
)
async def test_a_question_out_of_shape_is_refused(stocked: RunningNode, params: dict[str, str | int]) -> None:
    client = await stocked.person("data_warehouse.read")

    assert (await client.get(PATH, params=params)).status_code == 422


async def test_without_the_right_nobody_may_ask(stocked: RunningNode) -> None:
    stranger, visitor = await stocked.person("portal.other"), await stocked.client()

    assert (await stranger.get(PATH, params={"name": "玲珑轮胎"})).status_code == 403
    assert (await visitor.get(PATH, params={"name": "玲珑轮胎"})).status_code == 401
