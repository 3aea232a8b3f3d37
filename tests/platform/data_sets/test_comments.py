"""Comments on data sets: written, answered, edited, withdrawn; who hears of them, who may not."""

import httpx
import pytest
from sqlalchemy import text

from tests.conftest import RunningNode

URL = "/api/data-sets"
ONE = f"{URL}/base/enterprise/comments"
READ, MANAGE, PORTAL = "data_sets.read", "data_sets.manage", "portal.use"


async def write(client: httpx.AsyncClient, said: str, **more: str) -> int:
    answer = await client.post(ONE, json={"text": said} | more)
    assert answer.status_code == 201
    return int(answer.json()["id"])


async def messages(client: httpx.AsyncClient) -> list[str]:
    return [each["title"] for each in (await client.get("/api/portal/messages")).json()["items"]]


async def test_the_newest_come_first_and_the_answered_and_followers_hear(centre: RunningNode) -> None:
    writer, other = await centre.person(READ, PORTAL), await centre.person(READ, PORTAL)
    follower = await centre.person(READ, PORTAL)
    for each in (follower, other):
        await each.put(f"{URL}/base/enterprise/following")

    first = await write(writer, " <b>口径</b>是什么？ ", column="name")
    await write(writer, "整体不错")
    answered = await other.post(f"{URL}/comments/{first}/answers", json={"text": "见说明"})
    deeper = await writer.post(f"{URL}/comments/{answered.json()['id']}/answers", json={"text": "谢谢"})
    told = (await writer.get(ONE)).json()
    last = (await writer.get(ONE, params={"pageSize": 1, "page": 2})).json()["items"]
    on_column = (await writer.get(ONE, params={"column": "name"})).json()

    assert [(each["text"], each["column"], each["mine"]) for each in told["items"]] == [
        ("整体不错", None, True),
        ("<b>口径</b>是什么？", "name", True),
    ]
    assert [(each["text"], each["mine"]) for each in told["items"][1]["answers"]] == [("见说明", False)]
    assert ([each["id"] for each in last], on_column["total"], deeper.status_code) == ([first], 1, 409)
    commented, replied = "Person1 评论了“企业基础工商信息”", "Person2 回复了“企业基础工商信息”"
    assert sorted(await messages(follower)) == sorted([commented, commented, replied])
    assert (await messages(other), await messages(writer)) == ([commented, commented], [replied])


async def test_one_edits_and_withdraws_ones_own(centre: RunningNode) -> None:
    writer, other = await centre.person(READ), await centre.person(READ)
    kept, gone = await write(writer, "甲"), await write(writer, "乙")
    answer = (await other.post(f"{URL}/comments/{kept}/answers", json={"text": "答"})).json()["id"]

    same = await writer.put(f"{URL}/comments/{kept}", json={"text": "甲"})
    unedited = (await writer.get(ONE)).json()["items"][1]["editedAt"]
    edited = await writer.put(f"{URL}/comments/{kept}", json={"text": "丙"})
    after = (await writer.get(ONE)).json()["items"][1]
    codes = [
        (await writer.post(f"{URL}/comments/{each}/withdrawal", json={})).status_code
        for each in (kept, kept, gone)
    ]
    left = (await other.get(ONE)).json()
    late = await writer.put(f"{URL}/comments/{kept}", json={"text": "丁"})
    to_nothing = await other.post(f"{URL}/comments/{kept}/answers", json={"text": "丁"})
    await other.post(f"{URL}/comments/{answer}/withdrawal", json={})

    assert (same.status_code, unedited, edited.status_code, after["text"]) == (204, None, 204, "丙")
    assert after["editedAt"] is not None
    assert codes == [204, 204, 204]
    assert [(each["id"], each["text"], each["withdrawn"]) for each in left["items"]] == [(kept, "", True)]
    assert (late.status_code, to_nothing.status_code) == (409, 409)
    assert (await other.get(ONE)).json()["total"] == 0


async def test_others_are_withdrawn_for_a_recorded_reason_by_who_may(centre: RunningNode) -> None:
    writer, other = await centre.person(READ), await centre.person(READ)
    manager = await centre.person(READ, MANAGE)
    url = f"{URL}/comments/{await write(writer, '甲')}"
    why = {"reason": "含个人信息"}

    refused = [
        await other.post(f"{url}/withdrawal", json=why),
        await other.put(url, json={"text": "乙"}),
        await manager.put(url, json={"text": "乙"}),
        await manager.post(f"{url}/withdrawal", json={}),
    ]
    done = [await manager.post(f"{url}/withdrawal", json=why) for _ in range(2)]

    assert [each.status_code for each in refused] == [403, 403, 403, 422]
    assert [each.status_code for each in done] == [204, 204]
    async with centre.node.database.transaction() as session:
        acts = (await session.scalars(text("SELECT action FROM security_entry"))).all()
        texts = (await session.scalars(text("SELECT text FROM data_sets_comment"))).all()
    assert [each for each in acts if each.endswith("_comment")] == ["data_sets.withdraw_comment"]
    assert texts == [""]


@pytest.mark.parametrize(
    "body", [{"text": " "}, {"text": "甲" * 2001}, {"text": "甲\0"}, {"text": "甲", "column": "nothing"}, {}]
)
async def test_what_makes_no_sense_is_refused(centre: RunningNode, body: dict[str, str]) -> None:
    assert (await (await centre.person(READ)).post(ONE, json=body)).status_code == 422


async def test_unknown_places_and_strangers_are_refused(centre: RunningNode) -> None:
    reader, stranger = await centre.person(READ), await centre.person("portal.other")
    nowhere = f"{URL}/base/nothing/comments"

    assert (await reader.get(nowhere)).status_code == 404
    assert (await reader.post(nowhere, json={"text": "甲"})).status_code == 404
    assert (await reader.put(f"{URL}/comments/1", json={"text": "甲"})).status_code == 404
    assert (await stranger.get(ONE)).status_code == 403
    assert (await stranger.post(ONE, json={"text": "甲"})).status_code == 403
