"""Classes and grades of data sets through HTTP: told, proposed, decided, taught, listed, refused."""

import csv
import io
from typing import Any

import httpx
import polars as pl
import pytest
from sqlalchemy import text

from brain.kit.datasets import Column, DataSet
from brain.platform.governance.service import identify_columns
from brain.platform.grading.service import book
from brain.reference.resident_id import check_digit
from tests.conftest import RunningNode
from tests.platform.published import data_set, hold, publish

URL = "/api/grading"
PHONES = [f"1390546{place:04}" for place in range(30)]
SCOPES = ("data_sets.read", "data_sets.confirm", "grading.tell", "grading.export", "data_sets.query")


def people(phones: list[str]) -> pl.DataFrame:
    rows = range(len(phones))
    return pl.DataFrame(
        {"note": [f"第{n}件" for n in rows], "phone": phones, "more": [f"第{n % 3}类" for n in rows]}
    )


def column(name: str, title: str) -> Column:
    return Column(name, title, title)


PEOPLE = data_set("people", column("note", "备注"), column("phone", "联系电话"), column("more", "其他"))
STAFF = data_set("staff", column("n", "工号"), column("mobile", "联系 电话（手机）"))


@pytest.fixture
async def held(centre: RunningNode) -> RunningNode:
    hold(centre, PEOPLE, STAFF)
    await publish(centre, PEOPLE, people(PHONES))
    await publish(centre, STAFF, pl.DataFrame({"n": [str(n) for n in range(30)], "mobile": PHONES}))
    return centre


async def graded(client: httpx.AsyncClient, of: DataSet = PEOPLE) -> dict[str, Any]:
    answer = await client.get(f"{URL}/data-sets/base/{of.name}")
    assert answer.status_code == 200, answer.text
    told: dict[str, Any] = answer.json()
    return told


def of_column(told: dict[str, Any], name: str) -> dict[str, Any]:
    found: dict[str, Any] = next(each for each in told["columnGrades"] if each["name"] == name)
    return found


async def decide(client: httpx.AsyncClient, name: str, level: int, **more: object) -> httpx.Response:
    wanted = {"column": name, "level": level, "personal": level > 1, "reason": "核对过", **more}
    return await client.post(f"{URL}/data-sets/base/people/columns", json=wanted)


async def test_a_finding_is_proposed_with_its_evidence_until_a_person_decides(held: RunningNode) -> None:
    reviewer = await held.person(*SCOPES)

    before = of_column(await graded(reviewer), "phone")
    assert (await decide(reviewer, "phone", 3, category="personal.contact")).status_code == 200
    after = await graded(reviewer)

    assert (before["proposed"]["origin"], before["proposed"]["level"], before["decided"]) == (
        "rules",
        2,
        None,
    )
    assert (before["found"]["matched"], before["examples"][0][:2]) == (30, "13")
    assert PHONES[0] not in str(before)
    phone = of_column(after, "phone")
    assert (phone["level"], phone["path"]) == (3, "个人信息 / 联系人信息")
    assert (after["level"], after["unconfirmed"], after["reasons"][0]["why"]) == (3, 2, "person")
    assert after["reasons"][0]["columns"] == ["phone"]


async def test_what_was_decided_is_proposed_for_the_next_column_of_that_title_and_content(
    held: RunningNode,
) -> None:
    reviewer = await held.person(*SCOPES)
    before = of_column(await graded(reviewer, STAFF), "mobile")

    await decide(reviewer, "phone", 4, category="personal.contact")

    after = of_column(await graded(reviewer, STAFF), "mobile")
    assert (before["proposed"]["level"], before["taught"]) == (2, None)
    assert after["proposed"] == {
        "level": 4,
        "personal": True,
        "category": "personal.contact",
        "origin": "taught",
    }
    assert after["taught"]["columns"] == ["base.people.phone"]


async def test_a_worse_finding_raises_an_open_grade_and_leaves_a_locked_one_to_people(
    held: RunningNode,
) -> None:
    reviewer = await held.person(*SCOPES)
    await decide(reviewer, "note", 1)
    await decide(reviewer, "more", 1, locked=True)
    identities = [
        body + check_digit(body) for body in (f"3701021990{1 + n % 9:02}1500{n % 10}" for n in range(30))
    ]
    cards = pl.DataFrame(dict.fromkeys(("note", "phone", "more"), identities))

    await publish(held, PEOPLE, cards, number=2)

    told = await graded(reviewer)
    assert (of_column(told, "note")["level"], of_column(told, "note")["changed"]) == (3, True)
    assert (of_column(told, "more")["level"], of_column(told, "more")["changed"]) == (1, True)
    async with held.node.database.transaction() as session:
        todo = await session.scalar(text("SELECT title FROM portal_notice WHERE kind = 'todo'"))
    assert "more" in str(todo)
    listed = (await reviewer.get(f"{URL}/data-sets", params={"state": "changed"})).json()
    assert [(each["name"], each["changed"]) for each in listed["items"]] == [("people", 2)]


async def test_elements_and_marks_raise_the_data_set_above_its_columns(held: RunningNode) -> None:
    operator = await held.person(*SCOPES)
    facts = {"category": "personal", "measures": {"people": 12_000_000}, "filing": {"source": "登记"}}

    answer = await operator.put(f"{URL}/data-sets/base/people/facts", json=facts)

    told = answer.json()
    assert (told["level"], told["reasons"][0]["why"]) == (5, "element")
    assert told["reasons"][0]["rule"] == "规模：1000 万人以上个人信息"
    assert told["facts"]["filing"] == {"source": "登记"}
    again = (await operator.put(f"{URL}/data-sets/base/people/facts", json=facts)).json()
    assert again["toldAt"] == told["toldAt"]


async def test_the_rest_is_confirmed_as_proposed_and_exported_by_column(held: RunningNode) -> None:
    reviewer = await held.person(*SCOPES)

    answer = await reviewer.post(f"{URL}/data-sets/base/people/confirmation", json={"reason": "逐列核对"})
    file = await reviewer.get(f"{URL}/export", params={"format": "csv", "q": "people"})

    assert (answer.json()["state"], answer.json()["level"]) == ("confirmed", 2)
    rows = list(csv.DictReader(io.StringIO(file.content.decode("utf-8-sig"))))
    phone = next(row for row in rows if row["列"].startswith("phone"))
    assert (phone["分类路径"], phone["影响对象"], phone["影响程度"]) == (
        "个人信息 / 个人通信信息",
        "个人权益",
        "一般危害",
    )
    assert (phone["建议级别"], phone["确定级别"], phone["数据加工程度"]) == (
        "一般数据2级",
        "一般数据2级",
        "原始",
    )
    assert PHONES[0] not in file.text


async def test_what_is_wrong_or_not_allowed_changes_nothing(held: RunningNode) -> None:
    reviewer, reader = await held.person(*SCOPES), await held.person("data_sets.read")
    before = await graded(reviewer)

    unknown = await decide(reviewer, "phone", 2, category="no.such.class")
    low = await decide(reviewer, "phone", 1, personal=True)
    mark = await reviewer.put(f"{URL}/data-sets/base/people/facts", json={"marks": ["unheard_of"]})
    forbidden = [
        await decide(reader, "phone", 2),
        await reader.put(f"{URL}/data-sets/base/people/facts", json={}),
        await reader.post(f"{URL}/data-sets/base/people/confirmation", json={"reason": "x"}),
        await reader.get(f"{URL}/export"),
        await (await held.person("portal.use")).get(f"{URL}/data-sets"),
    ]

    assert [unknown.status_code, low.status_code, mark.status_code] == [422, 422, 422]
    assert [each.status_code for each in forbidden] == [403] * 5
    assert (await reader.get(f"{URL}/data-sets/base/nobody")).status_code == 404
    assert await graded(reviewer) == before


async def test_another_person_confirms_the_tables_and_they_hold_at_once(held: RunningNode) -> None:
    proposer, reviewer = await held.person(*SCOPES), await held.person(*SCOPES)
    shipped = (await proposer.get(f"{URL}/tables")).json()
    matrix = shipped["matrix"].replace("个人权益,一般数据1级,一般数据2级", "个人权益,一般数据1级,一般数据3级")
    wanted = {"matrix": matrix, "taxonomy": shipped["taxonomy"], "note": "从严"}

    broken = await proposer.post(f"{URL}/tables", json=wanted | {"taxonomy": "代码,名称\na.b,无上级\n"})
    proposed = await proposer.post(f"{URL}/tables", json=wanted)
    own = await proposer.post(f"{URL}/tables/confirmation")
    waiting = of_column(await graded(reviewer), "phone")["proposed"]["level"]
    confirmed = await reviewer.post(f"{URL}/tables/confirmation")

    assert [each.status_code for each in (broken, proposed, own, confirmed)] == [422, 201, 403, 204]
    assert waiting == 2
    told = await graded(reviewer)
    assert of_column(told, "phone")["proposed"]["level"] == 3
    assert told["rulesVersion"] == f"{shipped['version']}-1"
    assert (await reviewer.post(f"{URL}/tables/refusal", json={"reason": "x"})).status_code == 404


async def test_a_file_that_is_still_to_be_declared_follows_what_people_decided(held: RunningNode) -> None:
    reviewer = await held.person(*SCOPES)
    await decide(reviewer, "phone", 4)
    found = identify_columns(["联系电话"], [[phone] for phone in PHONES])[0]

    async with held.node.database.transaction() as session:
        lessons = await book.lessons(session, held.node)

    followed = lessons.followed(column("c1", "联系电话（手机）"), found)
    assert (followed.level, followed.personal) == (4, True)
    assert lessons.followed(column("c2", "别的"), found) == column("c2", "别的")
