"""Rules of quality made on a page: tried, confirmed by another person, in force from the next build."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import httpx
import pytest

from brain.kit.clock import today
from brain.platform.data_sets.service import building
from tests.conftest import RunningNode
from tests.platform.data_sets.quality import FIXED, ORDERS, ROWS, URL, declare

CITY = {"kind": "code_table", "column": "city", "codes": ["济南市"]}


@pytest.fixture
async def operator(lake: RunningNode) -> httpx.AsyncClient:
    declare(lake, ORDERS)
    await building.refresh(lake.node)
    return await lake.person("data_sets.read", "data_sets.manage", "data_sets.see_protected")


@pytest.fixture
async def reviewer(lake: RunningNode) -> httpx.AsyncClient:
    return await lake.person("data_sets.read", "data_sets.confirm", "data_sets.manage")


async def ask(client: httpx.AsyncClient, definition: object, **more: object) -> httpx.Response:
    return await client.post(f"{URL}/rules", json={"definition": definition, "reason": "月报要用"} | more)


async def rules(client: httpx.AsyncClient) -> dict[str, Any]:
    told = (await client.get(f"{URL}/rules")).json()
    return {each["rule"]["name"]: each for each in told["rules"]}


async def newest(client: httpx.AsyncClient) -> dict[str, Any]:
    version: dict[str, Any] = (await client.get(URL)).json()["version"]
    return version


async def test_a_warning_holds_at_once_and_the_data_set_is_built_again(
    lake: RunningNode, operator: httpx.AsyncClient
) -> None:
    asked, again = await ask(operator, CITY), await ask(operator, CITY)
    built = await building.refresh(lake.node)

    assert (asked.status_code, asked.json()["state"], asked.json()["rule"]) == (
        200,
        "in_force",
        "code_table_1",
    )
    assert asked.json()["id"] == again.json()["id"]
    assert built == ["base.orders"]
    version = await newest(operator)
    assert (version["number"], version["quality"]["broken"][0]["violations"]) == (2, 2)
    assert (await rules(operator))["code_table_1"]["broken"]["violations"] == 2


async def test_what_holds_rows_back_waits_for_another_person(
    lake: RunningNode, operator: httpx.AsyncClient, reviewer: httpx.AsyncClient
) -> None:
    asked = (await ask(operator, CITY | {"severity": "quarantine"})).json()
    idle = await building.refresh(lake.node)
    own = await ask(reviewer, CITY | {"severity": "stop"})
    change = "/api/data-sets/rules/changes/{}/confirmation"
    by_whoever_asked = await reviewer.post(change.format(own.json()["id"]))
    confirmed = await reviewer.post(change.format(asked["id"]))
    twice = await reviewer.post(change.format(asked["id"]))
    built = await building.refresh(lake.node)

    assert (asked["state"], idle, built) == ("waiting", [], ["base.orders"])
    assert (by_whoever_asked.status_code, confirmed.status_code, twice.status_code) == (403, 204, 409)
    assert (await newest(operator))["rows"] == ROWS - 2


async def test_a_rule_of_the_program_is_only_lowered_for_some_time(
    lake: RunningNode, operator: httpx.AsyncClient, reviewer: httpx.AsyncClient
) -> None:
    declare(lake, replace(ORDERS, rules=(FIXED,)))
    stopped = await building.refresh(lake.node)
    lowered = FIXED | {"severity": "warn"}
    until = str(today() + timedelta(days=30))

    off = await ask(operator, None, rule="city_told")
    for_ever = await ask(operator, lowered, rule="city_told")
    rewritten = await ask(operator, lowered | {"column": "code"}, rule="city_told", until=until)
    asked = await ask(operator, lowered, rule="city_told", until=until)
    await reviewer.post(f"/api/data-sets/rules/changes/{asked.json()['id']}/confirmation")
    built = await building.refresh(lake.node)

    assert [each.status_code for each in (off, for_ever, rewritten)] == [422, 422, 422]
    assert (stopped, asked.json()["state"], built) == ([], "waiting", ["base.orders"])
    held = (await rules(operator))["city_told"]
    assert (held["origin"], held["rule"]["severity"], held["change"]["until"]) == ("code", "warn", until)


async def test_a_rule_that_was_switched_off_is_kept_to_be_switched_on_again(
    operator: httpx.AsyncClient, reviewer: httpx.AsyncClient
) -> None:
    await ask(operator, CITY)

    off = await ask(operator, None, rule="code_table_1")
    refused = await reviewer.post(
        f"/api/data-sets/rules/changes/{off.json()['id']}/refusal", json={"reason": "仍需要"}
    )
    still = await rules(operator)
    again = await ask(operator, None, rule="code_table_1", reason="城市已停报")
    await reviewer.post(f"/api/data-sets/rules/changes/{again.json()['id']}/confirmation")

    assert (off.json()["state"], refused.status_code) == ("waiting", 204)
    assert (still["code_table_1"]["off"], (await rules(operator))["code_table_1"]["off"]) == (False, True)


async def test_a_trial_counts_and_shows_what_the_caller_may_see(
    lake: RunningNode, operator: httpx.AsyncClient
) -> None:
    city = (await operator.post(f"{URL}/rules/trial", json={"definition": CITY})).json()
    phone = (
        await operator.post(
            f"{URL}/rules/trial", json={"definition": {"kind": "not_null", "column": "phone"}}
        )
    ).json()
    query = "SELECT n FROM base.orders WHERE phone = '13812345678'"
    free = {"kind": "free_sql", "query": query, "about": "accuracy", "text": "不应有此号码"}
    peeking = (await operator.post(f"{URL}/rules/trial", json={"definition": free})).json()
    idle = await building.refresh(lake.node)

    assert (city["violations"], city["rows"], city["version"], idle) == (2, ROWS, 1, [])
    assert [row["n"] for row in city["examples"]] == ["8", "9"]
    assert {row["phone"] for row in city["examples"]} == {None}
    assert (phone["violations"], phone["examples"], phone["blind"]) == (ROWS // 2, [], ["phone"])
    assert (peeking["violations"], peeking["blind"]) == (0, ["base.orders.phone"])


async def test_rules_are_proposed_until_they_hold(operator: httpx.AsyncClient) -> None:
    before = (await operator.get(f"{URL}/rules/proposals")).json()
    unique = next(each for each in before if each["definition"].get("columns") == ["n"])
    await ask(operator, unique["definition"])
    after = (await operator.get(f"{URL}/rules/proposals")).json()

    assert unique["support"] == ROWS
    assert "phone" not in str(before)
    assert len(after) == len(before) - 1


async def test_a_rule_that_does_not_fit_is_refused(operator: httpx.AsyncClient) -> None:
    wrong: list[tuple[dict[str, Any], str]] = [
        (CITY | {"column": "town"}, "没有“town”这一列"),
        ({"kind": "pattern", "column": "code"}, "缺少"),
        ({"kind": "reference", "column": "code", "data_set": "base.nothing", "key": "code"}, "没有登记"),
        ({"kind": "free_sql", "query": "DROP TABLE x", "about": "accuracy", "text": "x"}, "只能查询"),
    ]

    answers = [await ask(operator, definition) for definition, _ in wrong]

    assert [answer.status_code for answer in answers] == [422] * len(wrong)
    assert [why in answer.text for answer, (_, why) in zip(answers, wrong, strict=True)] == [True] * len(
        wrong
    )
    assert await rules(operator) == {}


async def test_nobody_touches_rules_without_the_right(lake: RunningNode) -> None:
    for client, status in ((await lake.client(), 401), (await lake.person("portal.use"), 403)):
        answers = [
            await client.get(f"{URL}/rules"),
            await ask(client, CITY),
            await client.post(f"{URL}/rules/trial", json={"definition": CITY}),
            await client.get(f"{URL}/rules/proposals"),
            await client.post("/api/data-sets/rules/changes/1/confirmation"),
            await client.post("/api/data-sets/rules/changes/1/refusal", json={"reason": "x"}),
        ]
        assert [answer.status_code for answer in answers] == [status] * len(answers)
