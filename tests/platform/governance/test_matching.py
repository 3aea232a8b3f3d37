"""Names that rows bear and no enterprise does: noted, compared, decided, taken back, over HTTP."""

from typing import Any

import httpx
import pytest

from brain.kit.db import Database
from brain.platform.data_warehouse.contract import Enterprise
from brain.platform.governance import jobs, service
from brain.platform.governance.contract import SeenName
from brain.platform.governance.service import matching, proposing
from tests.conftest import RunningNode
from tests.platform.governance.conftest import (
    ENTERPRISES,
    JINYU,
    LINGLONG,
    WANDA_DONGYING,
    WANDA_QINGDAO,
    follow,
    merge,
)

PATH = "/api/governance/written-names"
NEAR, FAR, SHARED = "山东玲龙轮胎股份有限公司", "没有的公司", "万达商贸有限公司"
SEEN = [
    SeenName(written=NEAR, rows=3, address="山东省招远市金龙路777号"),
    SeenName(written=FAR, rows=1),
    SeenName(written=SHARED, rows=2, address="东营市广饶县"),
]


async def note(database: Database, seen: list[SeenName], delivery: int = 1) -> None:
    async with database.transaction() as session:
        await matching.note(session, delivery, "base.tyres", seen, in_data_set=True)


@pytest.fixture
async def noted(centre: RunningNode) -> RunningNode:
    await merge(centre.node.database, ENTERPRISES)
    await follow(centre.node.database)
    await note(centre.node.database, SEEN)
    await jobs.propose_matches(centre.node, {})
    return centre


async def compare_and_die(database: Database) -> None:
    async with database.transaction() as session:
        await proposing.propose_next(session, None)
        raise KeyboardInterrupt


async def listed(client: httpx.AsyncClient, **params: str) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = (await client.get(PATH, params=params)).json()["items"]
    return items


async def id_of(client: httpx.AsyncClient, name: str) -> int:
    return int((await listed(client, q=name))[0]["id"])


async def decide(client: httpx.AsyncClient, name: str, kind: str, **body: Any) -> httpx.Response:
    url = f"{PATH}/{await id_of(client, name)}/decisions"
    return await client.post(url, json={"kind": kind, **body})


async def test_names_wait_with_their_nearest_enterprise_the_nearest_first(noted: RunningNode) -> None:
    client = await noted.person("governance.match_names", "portal.use")

    found = await listed(client, state="open")

    told = [(one["written"], one["bestCode"], one["how"], one["rows"]) for one in found]
    assert told == [
        (SHARED, WANDA_DONGYING, "exact", 2),
        (NEAR, LINGLONG, "fuzzy", 3),
        (FAR, None, None, 1),
    ]
    assert found[0]["region"] == "370523"
    assert "有 3 个企业名称没有匹配到企业" in str((await client.get("/api/portal/todos")).json())


async def test_one_name_shows_candidates_part_by_part_and_where_it_was_written(noted: RunningNode) -> None:
    client = await noted.person("governance.match_names")

    one = (await client.get(f"{PATH}/{await id_of(client, NEAR)}")).json()

    first = one["candidates"][0]
    assert (first["creditCode"], first["score"] < 1) == (LINGLONG, True)
    assert {part["part"]: part["verdict"] for part in first["parts"]}["trade_name"] == "similar"
    assert [(each["dataset"], each["rows"]) for each in one["sightings"]] == [("base.tyres", 3)]
    assert one["next"] == await id_of(client, FAR)


async def test_of_namesakes_the_one_whose_address_stands_beside_the_name_comes_first(
    centre: RunningNode,
) -> None:
    addresses = {WANDA_DONGYING: "黄河路甲12号", WANDA_QINGDAO: "香港中路乙40号"}
    enterprises = [
        Enterprise(credit_code=code, name=SHARED, address=address) for code, address in addresses.items()
    ]
    await merge(centre.node.database, enterprises)
    await follow(centre.node.database)
    seen = [SeenName(written=SHARED, rows=1, address="香港中路乙40号3楼")]
    await note(centre.node.database, seen)
    await jobs.propose_matches(centre.node, {})
    client = await centre.person("governance.match_names")

    one = (await client.get(f"{PATH}/{await id_of(client, SHARED)}")).json()

    told = [(each["creditCode"], each["addressVerdict"]) for each in one["candidates"]]
    assert told == [(WANDA_QINGDAO, "similar"), (WANDA_DONGYING, "different")]
    assert one["name"]["ambiguous"]


async def test_a_decision_is_remembered_for_every_spelling_and_can_be_taken_back(noted: RunningNode) -> None:
    client = await noted.person("governance.match_names")
    database = noted.node.database

    done = await decide(client, NEAR, "same", creditCode=LINGLONG, score=0.9, note="电话核实")
    again = await decide(client, NEAR, "same", creditCode=LINGLONG)
    async with database.transaction() as session:
        match = await service.match(session, "山东玲龙轮胎股份有限责任公司")
        spelled = await matching.decided_spellings(session, "base.tyres")
    back = await decide(client, NEAR, "taken_back", note="核实有误")
    async with database.transaction() as session:
        after = await service.match(session, NEAR)
    history = (await client.get(f"{PATH}/{await id_of(client, NEAR)}")).json()["history"]

    assert [done.status_code, again.status_code, back.status_code] == [204, 204, 204]
    assert (match.how, match.certain and match.certain.credit_code) == ("decided", LINGLONG)
    assert spelled == {NEAR: LINGLONG}
    assert (after.how, after.certain) == ("fuzzy", None)
    assert [(each["kind"], each["note"]) for each in history] == [
        ("taken_back", "核实有误"),
        ("same", "电话核实"),
    ]


async def test_none_of_them_is_an_answer_too(noted: RunningNode) -> None:
    client = await noted.person("governance.match_names")

    await decide(client, NEAR, "unknown")
    async with noted.node.database.transaction() as session:
        match = await service.match(session, NEAR)

    assert (match.how, match.certain, match.candidates) == ("decided", None, ())
    assert [one["written"] for one in await listed(client, state="unknown")] == [NEAR]


async def test_a_registered_name_goes_before_what_was_decided(noted: RunningNode) -> None:
    client = await noted.person("governance.match_names")
    await decide(client, NEAR, "same", creditCode=LINGLONG)
    registered = Enterprise(credit_code="91370600MA3C4XQB9J", name=NEAR)
    await merge(noted.node.database, [registered])

    async with noted.node.database.transaction() as session:
        match = await service.match(session, NEAR)

    assert (match.how, match.candidates[0].credit_code) == ("exact", registered.credit_code)


async def test_many_are_accepted_at_once_only_as_they_were_shown(noted: RunningNode) -> None:
    client = await noted.person("governance.match_names")
    await note(noted.node.database, [SeenName(written="山东金于轮胎有限公司", rows=1)], delivery=2)
    await jobs.propose_matches(noted.node, {})

    shown = (await client.get(f"{PATH}/acceptable", params={"leastScore": 0.7})).json()["count"]
    stale = await client.post(f"{PATH}/acceptance", json={"leastScore": 0.7, "expected": shown + 1})
    before = len(await listed(client, state="same"))
    done = await client.post(f"{PATH}/acceptance", json={"leastScore": 0.7, "expected": shown})

    assert (stale.status_code, before, done.json()) == (409, 0, {"count": shown})
    assert {one["creditCode"] for one in await listed(client, state="same")} >= {LINGLONG, JINYU}


async def test_noting_again_doubles_nothing_and_a_forgotten_delivery_leaves_the_queue(
    noted: RunningNode,
) -> None:
    client = await noted.person("governance.match_names")
    await note(noted.node.database, SEEN)
    await jobs.propose_matches(noted.node, {})

    assert [one["rows"] for one in await listed(client, state="open")] == [2, 3, 1]

    async with noted.node.database.transaction() as session:
        await matching.forget(session, 1)
    assert await listed(client, state="open") == []


async def test_comparing_cut_off_goes_on_where_it_stopped(
    noted: RunningNode, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = await noted.person("governance.match_names")
    monkeypatch.setattr(proposing, "ASKED_AT_ONCE", 1)
    await note(noted.node.database, [SeenName(written=f"第{n}个公司", rows=1) for n in range(3)], delivery=2)

    with pytest.raises(KeyboardInterrupt):
        await compare_and_die(noted.node.database)
    before = len(await listed(client, state="waiting"))
    await jobs.propose_matches(noted.node, {})

    assert (before, len(await listed(client, state="waiting"))) == (3, 0)
    assert len(await listed(client, state="open")) == 6


async def test_open_names_are_compared_again_with_what_came_since(noted: RunningNode) -> None:
    client = await noted.person("governance.match_names")
    await merge(noted.node.database, [Enterprise(credit_code="91370600MA3C4XQB9J", name="没有的公司集团")])
    await follow(noted.node.database)

    await jobs.renew_matches(noted.node, {})

    (found,) = await listed(client, q=FAR)
    assert (found["state"], found["bestName"]) == ("open", "没有的公司集团")


async def test_the_to_do_ends_with_the_last_open_name(noted: RunningNode) -> None:
    client = await noted.person("governance.match_names", "portal.use")

    for name in (NEAR, FAR, SHARED):
        await decide(client, name, "unknown")

    (todo,) = (await client.get("/api/portal/todos")).json()["items"]
    assert (todo["link"], todo["doneAt"] is None) == ("/governance/matches", False)


async def test_what_cannot_be_decided_is_refused_and_changes_nothing(noted: RunningNode) -> None:
    client = await noted.person("governance.match_names")

    missing = await decide(client, NEAR, "same")
    nobody = await decide(client, NEAR, "same", creditCode="91370000MA0000000X")
    unexplained = await decide(client, NEAR, "deferred")
    absent = await client.post(f"{PATH}/999/decisions", json={"kind": "unknown"})

    assert [each.status_code for each in (missing, nobody, unexplained, absent)] == [422, 422, 422, 404]
    assert len(await listed(client, state="open")) == 3


async def test_the_queue_comes_as_a_file(noted: RunningNode) -> None:
    client = await noted.person("governance.match_names")

    file = await client.get(f"{PATH}/export", params={"q": "玲龙"})

    assert (file.status_code, NEAR in file.text, FAR in file.text) == (200, True, False)


async def test_without_the_right_nobody_sees_or_decides(noted: RunningNode) -> None:
    reader = await noted.person("data_warehouse.read", "data_sets.read")
    url = f"{PATH}/1/decisions"

    answers = [
        await reader.get(PATH),
        await reader.get(f"{PATH}/1"),
        await reader.get(f"{PATH}/export"),
        await reader.get(f"{PATH}/data-sets"),
        await reader.get(f"{PATH}/acceptable", params={"leastScore": 0.9}),
        await reader.post(url, json={"kind": "unknown"}),
        await reader.post(f"{PATH}/acceptance", json={"leastScore": 0.9, "expected": 1}),
    ]

    assert {answer.status_code for answer in answers} == {403}
    assert (await (await noted.client()).get(PATH)).status_code == 401
