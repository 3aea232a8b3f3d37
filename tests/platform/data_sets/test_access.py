"""Leave to see values: asked for, decided by another, ended by itself, by a higher grade, by withdrawal."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import httpx
import pytest
from sqlalchemy import text

from brain.kit.clock import today
from brain.kit.datasets import Column, Gathered
from brain.platform.data_sets.contract import DeclaredDataSet
from brain.platform.data_sets.domain.access import SeenGrade, covered
from brain.platform.data_sets.service import building
from brain.platform.data_warehouse.contract import Enterprise
from tests.conftest import RunningNode
from tests.platform.conftest import merge

URL = "/api/data-sets"
ONE = f"{URL}/base/enterprise"
READ, QUERY, CONFIRM = "data_sets.read", "data_sets.query", "data_sets.confirm"
QUESTION = {"statement": "SELECT legal_person_name FROM base.enterprise"}
ENTERPRISE = Enterprise(credit_code="91370523EXAMP0001W", name="甲", legal_person_name="张三")


def wanted(**changes: Any) -> dict[str, Any]:
    until = (today() + timedelta(days=30)).isoformat()
    return {"columns": ["legal_person_name"], "purpose": "核对登记", "until": until} | changes


async def sees(client: httpx.AsyncClient) -> object:
    """The value in the answer to a question, and in the head of the data set."""
    answer = (await client.post(f"{URL}/queries", json=QUESTION)).json()
    whole = (await client.get(ONE)).json()
    place = [column["name"] for column in whole["columns"]].index("legal_person_name")
    return answer["rows"][0][0], whole["head"][0][place]


@pytest.fixture
async def built(lake: RunningNode) -> RunningNode:
    await merge(lake, ENTERPRISE)
    await building.refresh(lake.node)
    return lake


async def test_leave_is_given_by_another_and_ends(built: RunningNode) -> None:
    asker, other = await built.person(READ, QUERY, CONFIRM), await built.person(READ, QUERY)
    reviewer = await built.person(READ, CONFIRM)

    asked = (await asker.post(f"{ONE}/access", json=wanted())).json()
    again = (await asker.post(f"{ONE}/access", json=wanted())).json()
    another = await asker.post(f"{ONE}/access", json=wanted(purpose="别的"))
    own = await asker.post(f"{URL}/access/{asked['id']}/grant")
    before = await sees(asker)
    granted = await reviewer.post(f"{URL}/access/{asked['id']}/grant")
    during, others = await sees(asker), await sees(other)
    async with built.node.database.transaction() as session:
        await session.execute(text("UPDATE data_sets_access SET until = CURRENT_DATE - 2"))
    after = await sees(asker)

    assert (asked["state"], again["id"], another.status_code, own.status_code) == (
        "waiting",
        asked["id"],
        409,
        403,
    )
    assert granted.status_code == 204
    assert (before, during, others, after) == ((None, None), ("张三", "张三"), (None, None), (None, None))


async def test_leave_is_withdrawn_and_everything_is_recorded(built: RunningNode) -> None:
    asker, reviewer = (
        await built.person(READ, QUERY, "portal.use"),
        await built.person(READ, CONFIRM, "portal.use"),
    )
    asked = (await asker.post(f"{ONE}/access", json=wanted())).json()
    todos = (await reviewer.get("/api/portal/todos")).json()["items"]
    await reviewer.post(f"{URL}/access/{asked['id']}/grant")
    settled = (await reviewer.get("/api/portal/todos?done=false")).json()["items"]

    withdrawn = await reviewer.post(f"{URL}/access/{asked['id']}/withdrawal", json={"reason": "用完"})
    twice = await reviewer.post(f"{URL}/access/{asked['id']}/withdrawal", json={"reason": "用完"})

    assert [each["title"] for each in todos] == ["Person1 申请查看“企业基础工商信息”的 legal_person_name"]
    assert settled == []
    assert (withdrawn.status_code, twice.status_code, await sees(asker)) == (204, 409, (None, None))
    mine = (await asker.get(f"{URL}/access")).json()["items"]
    assert [(each["state"], each["reason"], each["mine"]) for each in mine] == [("withdrawn", "用完", True)]
    async with built.node.database.transaction() as session:
        acts = (await session.scalars(text("SELECT action FROM security_entry ORDER BY position"))).all()
    assert [act for act in acts if act.endswith("_access")] == [
        "data_sets.ask_access",
        "data_sets.grant_access",
        "data_sets.withdraw_access",
    ]


async def test_what_makes_no_sense_is_refused_and_nobody_sees_others_requests(built: RunningNode) -> None:
    asker, other = await built.person(READ), await built.person(READ)
    stranger = await built.person("portal.other")
    changes: tuple[dict[str, Any], ...] = (
        {"columns": ["name"]},
        {"columns": ["nothing"]},
        {"columns": []},
        {"purpose": " "},
        {"until": (today() - timedelta(days=1)).isoformat()},
        {"until": (today() + timedelta(days=367)).isoformat()},
    )

    refused = [(await asker.post(f"{ONE}/access", json=wanted(**each))).status_code for each in changes]
    asked = (await asker.post(f"{ONE}/access", json=wanted())).json()

    assert refused == [422] * 6
    assert (await other.get(f"{URL}/access")).json()["total"] == 0
    why = {"reason": "无"}
    assert (await other.post(f"{URL}/access/{asked['id']}/withdrawal", json=why)).status_code == 403
    assert (await other.post(f"{URL}/access/{asked['id']}/grant")).status_code == 403
    assert (await other.post(f"{URL}/access/{asked['id']}/refusal", json=why)).status_code == 403
    assert (await stranger.get(f"{URL}/access")).status_code == 403
    assert (await stranger.post(f"{ONE}/access", json=wanted())).status_code == 403
    assert (await asker.get(f"{URL}/access")).json()["items"][0]["state"] == "waiting"


@pytest.mark.parametrize(
    ("grade", "seen"),
    [
        (SeenGrade(level=2, personal=True), {"phone"}),
        (SeenGrade(level=3, personal=True), {"phone"}),
        (SeenGrade(level=1, personal=True), set()),
        (SeenGrade(level=2, personal=False), set()),
    ],
)
def test_a_column_graded_higher_since_needs_to_be_asked_for_again(grade: SeenGrade, seen: set[str]) -> None:
    column = Column("phone", "电话", "Phone", level=2, personal=True)
    told = DeclaredDataSet(tier="base", name="a", title="甲", about="甲", owner="甲", keys=[])
    data_set = replace(told.data_set([], Gathered(whole=True)), columns=(column,))

    assert covered(data_set, {"phone": grade}) == seen


async def test_followers_hear_of_grades_that_changed_and_of_nothing_else(built: RunningNode) -> None:
    reader = await built.person(READ, "portal.use")
    reviewer = await built.person(READ, CONFIRM)
    await reader.put(f"{ONE}/following")
    grade = {"column": "name", "level": 2, "personal": False, "reason": "核对"}

    decided = [await reviewer.post(f"{ONE}/grades", json=grade) for _ in range(2)]

    messages = (await reader.get("/api/portal/messages")).json()["items"]
    assert [each.status_code for each in decided] == [204, 204]
    assert [(each["title"], each["body"]) for each in messages] == [
        ("您关注的“企业基础工商信息”的登记有改动", "name：2 级（核对）")
    ]


async def test_followers_hear_of_new_versions(built: RunningNode) -> None:
    reader, stranger = await built.person(READ, "portal.use"), await built.person("portal.other")
    url = f"{ONE}/following"

    assert (await reader.put(url)).status_code == (await reader.put(url)).status_code == 204
    told = (await reader.get(url)).json()
    await merge(built, Enterprise(credit_code="91370502EXAMP00028", name="乙"))
    await building.refresh(built.node)
    messages = (await reader.get("/api/portal/messages")).json()["items"]
    await reader.delete(url)

    assert told == {"followed": True, "followers": 1}
    assert [each["title"] for each in messages] == ["您关注的“企业基础工商信息”有了版本 2，2 行"]
    assert (await reader.get(url)).json() == {"followed": False, "followers": 0}
    assert (await reader.put(f"{URL}/base/nothing/following")).status_code == 404
    assert (await stranger.put(url)).status_code == 403
