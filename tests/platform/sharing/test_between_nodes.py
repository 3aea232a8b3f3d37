"""A data set goes from one node to another by agreement: whole versions, and the counts of both agree."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

from brain.platform.ingestion.domain.collecting import NotCollected
from tests.conftest import RunningNode
from tests.platform.ingestion.connectors.fetching import fetch
from tests.platform.ingestion.servers import Answer, Asked, site
from tests.platform.published import hold, publish
from tests.platform.sharing.test_sharing import OPERATOR, ROWS, STAFF, STAFF_ROWS, URL, allowed


@pytest.fixture
async def giver(centre: RunningNode) -> RunningNode:
    hold(centre, STAFF)
    await publish(centre, STAFF, STAFF_ROWS)
    return centre


def through(
    node: httpx.AsyncClient, seen: Callable[[Asked], None] = lambda _: None
) -> Callable[[Asked], Answer]:
    """Carries what a server is asked into the node's own application."""
    loop = asyncio.get_running_loop()

    def carry(asked: Asked) -> Answer:
        seen(asked)
        kept = ("authorization", "content-type")
        headers = {str(name): told for name, told in asked.headers.items() if name in kept}
        node.headers.pop("x-requested-with", None)  # that is the browser's
        call = node.request(asked.method, asked.target, headers=headers, content=asked.body)
        answer = asyncio.run_coroutine_threadsafe(call, loop).result()
        return Answer(answer.content, answer.status_code, {"content-type": "application/json"})

    return carry


async def test_a_version_comes_whole_once_and_its_count_is_told_back(
    giver: RunningNode, tmp_path: Path
) -> None:
    number, recipient = await allowed(giver)
    token = recipient.headers.pop("authorization").removeprefix("Bearer ")
    operator = await giver.person(*OPERATOR, "portal.use")

    with site(through(recipient)) as server:
        settings = {"kind": "shared", "url": f"{server.url}/api/shared/{number}"}
        came, cursor = await fetch(tmp_path / "1", settings, token)
        nothing, _ = await fetch(tmp_path / "2", settings, token, cursor)
        counted = (await operator.get(f"{URL}/{number}/receipts")).json()
        await publish(giver, STAFF, STAFF_ROWS.head(ROWS - 1), 2)
        newer, after = await fetch(tmp_path / "3", settings, token, cursor)
        await fetch(tmp_path / "4", settings, token, after | {"rows": 7})
        todos = (await operator.get("/api/portal/todos")).json()["items"]
        await fetch(tmp_path / "5", settings, token, after)
        settled = (await operator.get("/api/portal/todos")).json()["items"]

    assert [(each.headers, len(each.rows)) for each in came] == [(["city", "phone"], ROWS)]
    assert nothing == []
    assert [(each["version"], each["rows"], each["given"]) for each in counted] == [(1, ROWS, ROWS)]
    assert [len(each.rows) for each in newer] == [ROWS - 1]
    told = [
        [each["doneAt"] is None for each in items if "收到 7 行" in each["title"]]
        for items in (todos, settled)
    ]
    assert told == [[True], [False]]


async def test_what_is_not_whole_or_no_longer_shared_is_not_taken(giver: RunningNode, tmp_path: Path) -> None:
    number, recipient = await allowed(giver)
    token = recipient.headers.pop("authorization").removeprefix("Bearer ")
    operator = await giver.person(*OPERATOR)

    with site(through(recipient)) as server:
        settings = {"kind": "shared", "url": f"{server.url}/api/shared/{number}"}
        with pytest.raises(NotCollected, match="401"):
            await fetch(tmp_path / "1", settings, "wrong")
        await operator.post(f"{URL}/{number}/end", json={"reason": "约定终止"})
        with pytest.raises(NotCollected, match=r"401|不给"):
            await fetch(tmp_path / "2", settings, token)
    lies = b'{"columns":["a"],"rows":[["x"]],"total":%d,"version":1}'
    with site(
        lambda asked: Answer(lies % 3 if "page=1" in asked.target else lies.replace(b'["x"]', b"") % 3)
    ) as server:
        with pytest.raises(NotCollected, match="3 行"):
            await fetch(tmp_path / "3", {"kind": "shared", "url": f"{server.url}/api/shared/1"}, token)
    with site(lambda _: Answer(b"<html>")) as server, pytest.raises(NotCollected, match="不是共享的数据"):
        await fetch(tmp_path / "4", {"kind": "shared", "url": f"{server.url}/api/shared/1"}, token)


async def test_receipts_are_for_the_recipient_to_give_and_for_staff_to_see(giver: RunningNode) -> None:
    number, recipient = await allowed(giver)
    stranger, nobody = await giver.client(), await giver.person("portal.use")
    path = f"/api/shared/{number}/receipts"

    wrong = [
        await recipient.post(path, json=told)
        for told in ({}, {"version": 0, "rows": 1}, {"version": 1, "rows": -1})
    ]

    assert [answer.status_code for answer in wrong] == [422] * 3
    assert (await stranger.post(path, json={"version": 1, "rows": 1})).status_code == 401
    assert (await nobody.get(f"{URL}/{number}/receipts")).status_code == 403
    assert (await (await giver.person(*OPERATOR)).get(f"{URL}/99/receipts")).status_code == 404
