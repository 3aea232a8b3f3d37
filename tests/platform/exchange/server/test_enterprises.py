"""Enterprise information on the face: five families, batches, chain pulls, changes, candidates."""

from datetime import date

import httpx
import pytest

from brain.platform.data_warehouse import service as data_warehouse
from brain.platform.data_warehouse.contract import Enterprise, Family, Source
from brain.platform.exchange.server.domain import sandbox_world as world
from tests.conftest import RunningNode
from tests.exchange_caller import Caller, opened

FAMILIES = ["basic", "patents", "trademarks", "investments", "honours"]


@pytest.fixture
async def caller(centre: RunningNode) -> Caller:
    async with centre.node.database.transaction() as session:
        for family, records in world.records():
            await data_warehouse.upsert(session, family, records, world.SOURCE)
    return await opened(centre)


def outcome(answer: httpx.Response) -> tuple[int, str, str | None]:
    body = answer.json()
    return answer.status_code, body["respCode"], body.get("reason")


async def test_five_families_by_credit_code(caller: Caller) -> None:
    code = world.credit_code(0)

    answers = [
        (await caller.call("GET", f"/enterprises/{name}?creditCode={code}")).json() for name in FAMILIES
    ]

    assert [answer["family"] for answer in answers] == FAMILIES
    assert [len(answer["enterprise"]["items"]) for answer in answers] == [1, 1, 1, 1, 1]
    assert all(item["creditCode"] == code for answer in answers for item in answer["enterprise"]["items"])
    basic = answers[0]["enterprise"]["items"][0]
    assert (basic["name"], basic["regCapital"], basic["establishDate"]) == (
        world.name(0),
        500_000,
        "2001-01-01",
    )
    assert "legalPersonName" not in basic


SANDBOX = {
    "provider": "省级产业数据仓测试环境",
    "title": "联调测试企业",
    "asOf": "2026-01-01",
    "sample": True,
}


async def test_every_record_names_the_source_it_comes_from(centre: RunningNode, caller: Caller) -> None:
    """Annex 3, 4 c: 传输的数据应具有明确的数据来源."""
    register = Source(provider="省市场监管局", title="企业登记", as_of=date(2026, 2, 1))
    code, name = world.credit_code(0), world.name(0)
    async with centre.node.database.transaction() as session:
        newer = [Enterprise(credit_code=code, name=name, reg_status="注销")]
        await data_warehouse.upsert(session, Family.BASIC, newer, register)
    keys = {"keys": [{"creditCode": code}, {"creditCode": code}, {"name": "nobody"}]}
    pull = {"families": ["basic", "patents"], "limit": 500}

    one = (await caller.call("GET", f"/enterprises/basic?creditCode={code}")).json()
    patents = (await caller.call("GET", f"/enterprises/patents?creditCode={code}")).json()
    many = (await caller.call("POST", "/enterprises/basic/queries", keys)).json()
    page = (await caller.call("POST", "/enterprises/chain-pulls", pull)).json()
    changed = (await caller.call("GET", "/enterprises/changes?limit=500")).json()

    stated = {"provider": "省市场监管局", "title": "企业登记", "asOf": "2026-02-01", "sample": False}
    item = one["enterprise"]["items"][0]
    assert (one["sources"], item["source"]) == ([SANDBOX, stated], 0)
    assert (item["regStatus"], item["attributeSources"]) == ("注销", {"regStatus": 1})
    assert patents["sources"] == [SANDBOX]
    assert [each["source"] for each in patents["enterprise"]["items"]] == [0]
    assert many["sources"] == [SANDBOX, stated]
    pulled = {each["creditCode"]: each["families"] for each in page["items"]}
    assert pulled[code]["basic"][0]["attributeSources"] == {"regStatus": page["sources"].index(stated)}
    assert "attributeSources" not in pulled[world.credit_code(1)]["basic"][0]
    told = {each["creditCode"]: each for each in changed["items"] if each["family"] == "basic"}
    assert told[code]["items"][0]["attributeSources"] == {"regStatus": changed["sources"].index(stated)}


@pytest.mark.parametrize(
    ("name", "way"),
    [
        (world.name(3), "exact"),
        (world.name(3).replace("有限公司", " 有限公司 "), "normalised"),
        ("广饶联调旧名00有限公司", "former"),
    ],
)
async def test_by_name_however_it_is_written(caller: Caller, name: str, way: str) -> None:
    answer = (await caller.call("GET", f"/enterprises/basic?name={name}")).json()

    assert answer["respCode"] == "100"
    assert answer["enterprise"]["matchedBy"] == way


async def test_an_unknown_enterprise_is_106(caller: Caller) -> None:
    by_code = await caller.call("GET", "/enterprises/basic?creditCode=91370500706338219C")
    by_name = await caller.call("GET", "/enterprises/basic?name=nobody")

    assert outcome(by_code) == outcome(by_name) == (404, "106", "enterprise_not_matched")
    assert by_code.json()["candidates"] == []


async def test_neither_code_nor_name_is_103(caller: Caller) -> None:
    answer = await caller.call("GET", "/enterprises/basic")

    assert outcome(answer) == (422, "103", "fields_missing")


async def test_an_unknown_family_or_parameter_is_refused(caller: Caller) -> None:
    assert outcome(await caller.call("GET", "/enterprises/secrets?name=x")) == (404, "-1", "not_found")
    assert outcome(await caller.call("GET", "/enterprises/basic?unknown=x")) == (422, "-1", "invalid")


async def test_a_batch_answers_each_key_in_its_place(caller: Caller) -> None:
    keys = [{"creditCode": world.credit_code(2)}, {"name": "nobody"}, {"name": world.name(4)}]

    answer = (await caller.call("POST", "/enterprises/patents/queries", {"keys": keys})).json()

    assert [result["respCode"] for result in answer["results"]] == ["100", "106", "100"]
    assert [len(answer["results"][place]["enterprise"]["items"]) for place in (0, 2)] == [3, 2]


async def test_a_batch_takes_a_thousand_keys_and_no_more(caller: Caller) -> None:
    keys = [{"creditCode": world.credit_code(number % 60)} for number in range(1_001)]

    full = await caller.call("POST", "/enterprises/basic/queries", {"keys": keys[:1_000]})
    beyond = await caller.call("POST", "/enterprises/basic/queries", {"keys": keys})

    assert len(full.json()["results"]) == 1_000
    assert outcome(beyond) == (422, "104", "bad_payload")


async def test_a_chain_is_pulled_page_by_page_without_gap_or_repeat(caller: Caller) -> None:
    wanted = {"industries": ["C2911"], "families": ["basic", "patents"], "limit": 5}

    first = (await caller.call("POST", "/enterprises/chain-pulls", wanted)).json()
    rest = (
        await caller.call(
            "POST", "/enterprises/chain-pulls", {**wanted, "limit": 500, "cursor": first["nextCursor"]}
        )
    ).json()

    codes = [item["creditCode"] for item in first["items"] + rest["items"]]
    assert sorted(codes) == sorted(world.credit_code(number) for number in range(0, 60, 5))
    assert (first["hasMore"], rest["hasMore"]) == (True, False)
    assert set(first["items"][0]["families"]) == {"basic", "patents"}


async def test_changes_are_told_after_the_cursor_only(centre: RunningNode, caller: Caller) -> None:
    everything = (await caller.call("GET", "/enterprises/changes?limit=500")).json()
    nothing = (await caller.call("GET", f"/enterprises/changes?cursor={everything['nextCursor']}")).json()
    families = dict(world.records())
    renamed = [
        type(one)(**{**vars(one), "name": "改名后的企业有限公司"})
        for one in next(iter(families.values()))[:1]
    ]
    async with centre.node.database.transaction() as session:
        await data_warehouse.upsert(session, next(iter(families)), renamed, world.SOURCE)
    news = (await caller.call("GET", f"/enterprises/changes?cursor={everything['nextCursor']}")).json()

    assert nothing["items"] == []
    assert [(item["family"], item["name"]) for item in news["items"]] == [("basic", "改名后的企业有限公司")]
    assert len(everything["items"]) > 60


@pytest.mark.parametrize("cursor", ["x", "-1", "9" * 30])
async def test_a_cursor_that_was_never_given_is_refused(caller: Caller, cursor: str) -> None:
    assert outcome(await caller.call("GET", f"/enterprises/changes?cursor={cursor}")) == (
        422,
        "-1",
        "invalid",
    )
