"""Sources: registered by one, certified by another; what is not certified delivers nothing."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlalchemy import text

from brain.kit.clock import today
from brain.kit.errors import Invalid
from brain.platform.ingestion.contract import Frequency, Status
from brain.platform.ingestion.service import imports, sources
from brain.platform.ingestion.service.source_file import declared_sources
from tests.conftest import RunningNode
from tests.platform.ingestion.deliveries import CERTIFICATION, delivery

URL = "/api/ingestion/sources"
TOLD = {
    "name": "省工商登记",
    "provider": "山东省市场监督管理局",
    "providerCode": None,
    "category": "public",
    "basis": "law",
    "basisDocument": "数据共享授权书 2026-1",
    "basisUntil": "2999-12-31",
    "owner": "数据运营部",
    "purpose": "产业分析",
    "regionCode": "370000",
    "level": 2,
    "frequency": "monthly",
    "contact": "信息中心",
    "sample": False,
}
VOUCHED = {
    "voucher": "省大数据中心",
    "evidence": "核对授权书原件",
    "verifiedOn": str(today()),
    "validUntil": "2999-12-31",
}
PLAN = {
    "dataset": "enterprises",
    "mapping": [{"column": "a", "field": "credit_code"}, {"column": "b", "field": "name"}],
    "title": "名单",
    "asOf": "2019-12-31",
}


@pytest.fixture
async def operator(centre: RunningNode) -> httpx.AsyncClient:
    return await centre.person("ingestion.import", "ingestion.see_sources")


@pytest.fixture
async def reviewer(centre: RunningNode) -> httpx.AsyncClient:
    return await centre.person("ingestion.certify", "ingestion.see_sources")


async def register(client: httpx.AsyncClient, **changes: object) -> dict[str, Any]:
    answer = await client.post(URL, json=TOLD | changes)
    assert answer.status_code == 201, answer.text
    registered: dict[str, Any] = answer.json()
    return registered


async def deliver(client: httpx.AsyncClient, source: int) -> httpx.Response:
    file = await client.post(
        "/api/ingestion/files", params={"name": "a.csv"}, content="a,b\n91370523EXAMP0001W,甲\n".encode()
    )
    wanted = PLAN | {"sourceId": source, "digest": file.json()["digest"]}
    return await client.post("/api/ingestion/imports", json=wanted)


async def test_a_source_delivers_once_another_person_has_vouched_for_it(
    operator: httpx.AsyncClient, reviewer: httpx.AsyncClient
) -> None:
    source = await register(operator)
    before = await deliver(operator, source["id"])
    certified = await reviewer.post(f"{URL}/{source['id']}/certification", json=VOUCHED)
    after = await deliver(operator, source["id"])
    history = (await operator.get(f"{URL}/{source['id']}/history")).json()

    assert source["registration"] == TOLD
    assert (source["state"], source["dueOn"]) == ("registered", None)
    assert (before.status_code, before.json()["code"]) == (409, "source_refused")
    assert "还没有经过可信认证" in before.json()["message"]
    assert (certified.json()["state"], certified.json()["certification"]) == ("certified", VOUCHED)
    assert (after.status_code, after.json()["provider"]) == (202, "山东省市场监督管理局")
    assert [(event["what"], event["by"]) for event in history] == [
        ("certify", "person2"),
        ("register", "person1"),
    ]


async def test_nobody_vouches_for_a_source_of_their_own(centre: RunningNode) -> None:
    both = await centre.person("ingestion.import", "ingestion.certify", "ingestion.see_sources")
    source = await register(both)

    answer = await both.post(f"{URL}/{source['id']}/certification", json=VOUCHED)

    assert answer.status_code == 403
    assert (await both.get(f"{URL}/{source['id']}")).json()["certification"] is None


@pytest.mark.parametrize(
    ("change", "state"),
    [({"basisDocument": "另一份授权"}, "registered"), ({"purpose": "招商"}, "certified")],
)
async def test_a_certification_ends_when_what_it_was_given_for_changes(
    operator: httpx.AsyncClient, reviewer: httpx.AsyncClient, change: dict[str, str], state: str
) -> None:
    source = await register(operator)
    await reviewer.post(f"{URL}/{source['id']}/certification", json=VOUCHED)

    amended = (await operator.put(f"{URL}/{source['id']}", json=TOLD | change)).json()
    history = (await operator.get(f"{URL}/{source['id']}/history")).json()

    assert amended["state"] == state
    assert [len(values) for values in history[0]["details"].values()] == [2]


async def test_a_suspended_source_is_refused_until_it_is_resumed(
    operator: httpx.AsyncClient, reviewer: httpx.AsyncClient
) -> None:
    source = await register(operator)
    await reviewer.post(f"{URL}/{source['id']}/certification", json=VOUCHED)
    await reviewer.post(f"{URL}/{source['id']}/suspension", json={"reason": "授权书存疑"})

    suspended = await deliver(operator, source["id"])
    await reviewer.delete(f"{URL}/{source['id']}/suspension")
    resumed = await deliver(operator, source["id"])

    assert (suspended.status_code, resumed.status_code) == (409, 202)
    assert "授权书存疑" in suspended.json()["message"]


async def test_a_source_suspended_while_its_import_waits_delivers_nothing(
    centre: RunningNode, tmp_path: Path
) -> None:
    path = tmp_path / "a.csv"
    path.write_text("统一社会信用代码,企业名称\n91370523EXAMP0001W,甲\n")
    given = await delivery(centre.node)

    async with centre.node.database.transaction() as session:
        await sources.suspend(session, given.source_id, "存疑", by="reviewer")
    with pytest.raises(Exception, match="存疑"):
        await imports.import_file(centre.node, path, "enterprises", given)
    async with centre.node.database.transaction() as session:
        await sources.resume(session, given.source_id, by="reviewer")
    done = await imports.import_file(centre.node, path, "enterprises", given)

    assert (done.status, done.inserted) == (Status.DONE, 1)


async def test_an_authorisation_that_has_ended_is_no_ground(
    centre: RunningNode, operator: httpx.AsyncClient
) -> None:
    given = await delivery(centre.node, basis_until=today() - timedelta(days=1))

    answer = await deliver(operator, given.source_id)

    assert (answer.status_code, "到期" in answer.json()["message"]) == (409, True)


@pytest.mark.parametrize(
    ("change", "loc"),
    [
        ({"providerCode": "123"}, "/body/providerCode"),
        ({"regionCode": "990000"}, "/body/regionCode"),
        ({"level": 5}, "/body/level"),
        ({"basis": "none"}, "/body/basis"),
        ({"purpose": " "}, "/body/purpose"),
    ],
)
async def test_a_wrong_registration_is_refused(
    operator: httpx.AsyncClient, change: dict[str, object], loc: str
) -> None:
    answer = await operator.post(URL, json=TOLD | change)

    assert answer.status_code == 422
    assert [field["loc"] for field in answer.json()["fields"]] == [loc]
    assert (await operator.get(URL)).json()["total"] == 0


async def test_a_name_is_given_once(operator: httpx.AsyncClient) -> None:
    await register(operator)
    other = await register(operator, name="另一个")

    assert (await operator.post(URL, json=TOLD)).status_code == 409
    assert (await operator.put(f"{URL}/{other['id']}", json=TOLD)).status_code == 409
    found = (await operator.get(URL, params={"q": "另一"})).json()
    assert [source["id"] for source in found["items"]] == [other["id"]]


async def test_a_certification_does_not_begin_tomorrow_nor_end_yesterday(
    operator: httpx.AsyncClient, reviewer: httpx.AsyncClient
) -> None:
    source = await register(operator)
    wrong = {
        "verifiedOn": str(today() + timedelta(days=1)),
        "validUntil": str(today() - timedelta(days=1)),
    }

    answer = await reviewer.post(f"{URL}/{source['id']}/certification", json=VOUCHED | wrong)

    assert [field["loc"] for field in answer.json()["fields"]] == ["/body/verifiedOn", "/body/validUntil"]


async def test_a_late_source_is_a_to_do_until_its_data_come(centre: RunningNode, tmp_path: Path) -> None:
    given = await delivery(centre.node, frequency=Frequency.DAILY)
    await delivery(centre.node, name="不定期", frequency=Frequency.IRREGULAR)

    async def open_todos() -> list[str]:
        async with centre.node.database.transaction() as session:
            await sources.remind_of_late(session)
            rows = await session.scalars(text("SELECT title FROM portal_notice WHERE done_at IS NULL"))
            return list(rows)

    late = [await open_todos(), await open_todos()]
    path = tmp_path / "a.csv"
    path.write_text("统一社会信用代码,企业名称\n91370523EXAMP0001W,甲\n")
    await imports.import_file(centre.node, path, "enterprises", given)

    assert late == [["数据源“甲方登记”逾期未更新"]] * 2
    assert await open_todos() == []


async def test_nobody_registers_certifies_or_sees_without_the_right(centre: RunningNode) -> None:
    given = await delivery(centre.node)
    one = f"{URL}/{given.source_id}"
    for client, status in ((await centre.client(), 401), (await centre.person("data_warehouse.read"), 403)):
        answers = [
            await client.get(URL),
            await client.get(one),
            await client.get(f"{one}/history"),
            await client.post(URL, json=TOLD),
            await client.put(one, json=TOLD),
            await client.post(f"{one}/certification", json=VOUCHED),
            await client.post(f"{one}/suspension", json={"reason": "x"}),
            await client.delete(f"{one}/suspension"),
        ]
        assert [answer.status_code for answer in answers] == [status] * len(answers)
    operator = await centre.person("ingestion.import")
    assert (await operator.post(f"{one}/certification", json=VOUCHED)).status_code == 403
    async with centre.node.database.transaction() as session:
        assert (await sources.get(session, given.source_id)).certification == CERTIFICATION


async def test_what_does_not_exist_is_not_found(
    operator: httpx.AsyncClient, reviewer: httpx.AsyncClient
) -> None:
    assert (await operator.get(f"{URL}/1")).status_code == 404
    assert (await operator.get(f"{URL}/1/history")).status_code == 404
    assert (await operator.put(f"{URL}/1", json=TOLD)).status_code == 404
    assert (await reviewer.post(f"{URL}/1/certification", json=VOUCHED)).status_code == 404


DECLARED = """
[[source]]
name = "公开名录"
provider = "工业和信息化部"
category = "public"
basis = "disclosure"
basis_document = "公告 2025 年第 1 号"
owner = "数据运营部"
purpose = "产业分析"
level = 1
frequency = "yearly"
contact = "数据运营部"

[source.certification]
voucher = "数据运营部"
evidence = "与官网逐条核对"
verified_on = 2026-01-01
valid_until = 2999-12-31
"""


async def test_sources_declared_in_a_file_are_what_the_file_says_last(
    centre: RunningNode, tmp_path: Path
) -> None:
    path = tmp_path / "sources.toml"
    for content in (DECLARED, DECLARED, DECLARED.replace("产业分析", "招商")):
        path.write_text(content, "utf-8")
        async with centre.node.database.transaction() as session:
            for told in declared_sources(path):
                source = await sources.declare(session, *told)

    async with centre.node.database.transaction() as session:
        found, total = await sources.page(session, None, offset=0, limit=10)
        history = await sources.history(session, source.id)
    assert (total, found[0].registration.purpose) == (1, "招商")
    assert [event.what for event in history] == ["amend", "certify", "register"]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"\xff", "TOML"),
        (b"x = ", "TOML"),
        (b"", "source"),
        (DECLARED.replace('"public"', '"secret"').encode(), "source.0.category"),
        (DECLARED.replace("level = 1", 'level = 1\nlevle = "x"').encode(), "levle"),
    ],
)
def test_a_wrong_file_is_refused_with_its_place(tmp_path: Path, content: bytes, why: str) -> None:
    path = tmp_path / "sources.toml"
    path.write_bytes(content)

    with pytest.raises(Invalid, match=why):
        declared_sources(path)
