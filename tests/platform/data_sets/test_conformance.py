"""落标: built data sets are checked, people decide on elements, the next check goes by it."""

from datetime import date
from typing import Any

import httpx
import pytest

from brain.platform.data_sets import jobs
from brain.platform.data_sets.service import building, conforming
from brain.platform.data_warehouse import service as warehouse
from brain.platform.data_warehouse.contract import Enterprise, Source
from tests.conftest import RunningNode

URL = "/api/data-sets"
ONE = f"{URL}/base/enterprise/conformance"
READ, DECLARE = "data_sets.read", "data_sets.declare"
# 莱芜市 371200 was a code until the end of 2018; 371299 never was.
ENTERPRISES = [
    Enterprise(credit_code="91370523EXAMP0001W", name="甲", region_code="370523", industry_code="C2911"),
    Enterprise(credit_code="91370502EXAMP00028", name="乙", region_code="371202", industry_code="C29"),
]


async def merge(lake: RunningNode, as_of: date) -> None:
    async with lake.node.database.transaction() as session:
        source = Source(provider="甲方", title="登记", as_of=as_of)
        await warehouse.upsert_enterprises(session, ENTERPRISES, source)


async def columns(client: httpx.AsyncClient) -> dict[str, dict[str, Any]]:
    return {each["column"]: each for each in (await client.get(ONE)).json()["columns"]}


@pytest.fixture
async def checked(lake: RunningNode) -> RunningNode:
    await merge(lake, date(2024, 6, 1))
    await building.refresh(lake.node)
    await jobs.check_standards(lake.node, {})
    return lake


async def test_codes_are_those_in_force_on_the_day_of_the_data(lake: RunningNode) -> None:
    await merge(lake, date(2017, 6, 1))
    await building.refresh(lake.node)
    await jobs.check_standards(lake.node, {})
    reader = await lake.person(READ)
    then = await columns(reader)
    await merge(lake, date(2024, 6, 1))
    async with lake.node.database.transaction() as session:
        changed = [Enterprise(credit_code="91370523EXAMP0003A", name="丙", region_code="371202")]
        await warehouse.upsert_enterprises(
            session, changed, Source(provider="甲方", title="登记", as_of=date(2024, 6, 2))
        )
    await building.refresh(lake.node)

    await jobs.check_standards(lake.node, {})

    assert then["region_code"]["problems"] == []
    (problem,) = (await columns(reader))["region_code"]["problems"]
    assert (problem["kind"], problem["count"], problem["examples"]) == ("code", 2, ["371202"])
    assert "region（2022）" in problem["message"]


async def test_a_check_tells_what_to_do_and_is_not_done_twice(checked: RunningNode) -> None:
    manager = await checked.person(READ, "data_sets.manage", "portal.use")

    again = await conforming.check(checked.node)
    listed = (await manager.get(f"{URL}/conformance", params={"q": "企业基础"})).json()
    todos = (await manager.get("/api/portal/todos")).json()["items"]
    exported = (await manager.get(f"{URL}/conformance/export")).text

    assert again == []
    (standing,) = listed["items"]
    assert (standing["columns"], standing["wrongValues"], standing["withoutElement"]) == (23, 1, 6)
    assert standing["rate"] == pytest.approx(standing["conforming"] / 23)
    assert "“企业基础工商信息”有 1 个值不符合数据标准" in [each["title"] for each in todos]
    assert (
        "base.enterprise,企业基础工商信息,1,2024-06-01,region_code,region_code,1 个值不在代码表" in exported
    )
    assert "371202" not in exported


async def test_what_people_decide_on_a_column_holds(checked: RunningNode) -> None:
    operator = await checked.person(READ, DECLARE)
    before = await columns(operator)
    why = {"reason": "核对过"}

    wrong = await operator.post(
        f"{URL}/base/enterprise/elements", json={"column": "scale", "element": "no", **why}
    )
    given = {"column": "stock_code", "element": "reg_number", **why}
    done = await operator.post(f"{URL}/base/enterprise/elements", json=given)
    await jobs.check_standards(checked.node, {})

    assert [each["kind"] for each in before["stock_code"]["problems"]] == ["no_element"]
    assert (wrong.status_code, done.status_code) == (422, 204)
    after = await columns(operator)
    assert after["stock_code"]["element"] == "reg_number"
    assert [each["kind"] for each in after["stock_code"]["problems"]] == ["name"]
    assert after["scale"] == before["scale"]
    # Only sections and divisions are shipped: what lies below cannot be called wrong before the import.
    assert before["industry_code"]["problems"] == []
    held = (await operator.get(f"{URL}/elements/reg_number/columns")).json()
    assert [each["column"] for each in held] == ["reg_number", "stock_code"]
    assert (await operator.get(ONE)).json()["choices"][0]["by"] == "person1"


async def test_values_that_a_caller_may_not_see_are_no_examples(checked: RunningNode) -> None:
    reader, operator = await checked.person(READ), await checked.person(READ, DECLARE)
    async with checked.node.database.transaction() as session:
        person = Enterprise(credit_code="91370523EXAMP0001W", name="甲", legal_person_name="张三")
        await warehouse.upsert_enterprises(
            session, [person], Source(provider="甲方", title="登记", as_of=date(2024, 6, 3))
        )
    told = {"column": "legal_person_name", "element": "mobile", "reason": "试"}
    assert (await operator.post(f"{URL}/base/enterprise/elements", json=told)).status_code == 204
    await building.refresh(checked.node)
    await jobs.check_standards(checked.node, {})

    found = (await columns(reader))["legal_person_name"]["problems"]
    seen = (await columns(await checked.person(READ, "data_warehouse.see_personal")))["legal_person_name"]

    assert [(each["kind"], each["examples"]) for each in found] == [("name", []), ("format", [])]
    assert seen["problems"][1]["examples"] == ["张三"]


async def test_without_the_right_nobody_sees_or_decides(centre: RunningNode) -> None:
    reader, stranger = await centre.person(READ), await centre.person("portal.other")
    told = {"column": "name", "element": None, "reason": "试"}

    assert (await stranger.get(f"{URL}/conformance")).status_code == 403
    assert (await stranger.get(f"{URL}/conformance/export")).status_code == 403
    assert (await stranger.get(ONE)).status_code == 403
    assert (await stranger.get(f"{URL}/elements/mobile/columns")).status_code == 403
    assert (await reader.post(f"{URL}/base/enterprise/elements", json=told)).status_code == 403
    assert (await reader.post(f"{URL}/conformance/check")).status_code == 403
    assert (await reader.get(f"{URL}/base/nothing/conformance")).status_code == 404
