"""What leaves the warehouse, through HTTP: proposed, checked, approved, given, ended, got round by nobody."""

import asyncio
import csv
import io
from typing import Any

import httpx
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from sqlalchemy import text

from brain.kit.datasets import Column, Type
from brain.platform.sharing.service import deciding
from tests.conftest import RunningNode
from tests.platform.published import data_set, hold, publish

URL = "/api/sharing"
ROWS = 400
STAFF = data_set(
    "staff",
    Column("city", "城市", "City"),
    Column("phone", "联系电话", "Phone", level=2, personal=True, kind="mobile"),
    Column("post", "岗位编号", "Post"),
    Column("pay", "工资", "Pay", Type.INTEGER, level=2, personal=True),
)
PHONES = [f"1{3 + n % 6}{n * 7919 % 10**9:09}" for n in range(ROWS)]
STAFF_ROWS = pl.DataFrame(
    {
        "city": [f"城{n % 4}" for n in range(ROWS)],
        "phone": PHONES,
        "post": [f"P{n}" for n in range(ROWS)],
        "pay": [3000 + n * 37 % 5000 for n in range(ROWS)],
    }
)
WANTED: dict[str, Any] = {
    "dataSet": "base.staff",
    "recipient": "甲研究院",
    "kind": "partner",
    "purpose": "就业研究",
    "until": "2099-12-31",
    "columns": [{"name": "city"}, {"name": "phone"}],
}
OPERATOR = ("sharing.read", "sharing.propose", "sharing.download", "data_sets.read")
REVIEWER = ("sharing.read", "sharing.approve", "data_sets.confirm", "data_sets.read")
COUNTS = {
    "manner": "counts",
    "kind": "open",
    "columns": [],
    "epsilon": "1",
    "counted": [{"column": "city", "categories": ["城0", "城1", "城2", "城3", "城9"]}],
    "summed": [{"column": "pay", "low": 0, "high": 10000}],
}


@pytest.fixture
async def held(centre: RunningNode) -> RunningNode:
    hold(centre, STAFF)
    await publish(centre, STAFF, STAFF_ROWS)
    return centre


async def allowed(node: RunningNode, **changed: object) -> tuple[int, httpx.AsyncClient]:
    """A sharing in force, and the client of its recipient."""
    operator, reviewer = await node.person(*OPERATOR), await node.person(*REVIEWER)
    proposed = await operator.post(URL, json=WANTED | changed)
    assert proposed.status_code == 201, proposed.text
    number: int = proposed.json()["id"]
    wanted = {"note": "已核", "acceptsRisk": proposed.json()["checked"]["raised"] > 2}
    approved = await reviewer.post(f"{URL}/{number}/approval", json=wanted)
    assert approved.json()["state"] == "allowed", approved.text
    token = (await operator.post(f"{URL}/{number}/token")).json()["token"]
    recipient = await node.client()
    recipient.headers["authorization"] = f"Bearer {token}"
    return number, recipient


async def rows(recipient: httpx.AsyncClient, number: int, **params: Any) -> dict[str, Any]:
    answer = await recipient.get(f"/api/shared/{number}/rows", params=params)
    assert answer.status_code == 200, answer.text
    told: dict[str, Any] = answer.json()
    return told


async def test_columns_are_protected_by_their_grade_without_anybody_asking(held: RunningNode) -> None:
    number, recipient = await allowed(held)

    told = await rows(recipient, number, pageSize=ROWS)

    assert (told["columns"], told["total"]) == (["city", "phone"], ROWS)
    phones = [row[1] for row in told["rows"]]
    assert len(set(phones)) == ROWS
    assert not set(phones) & set(PHONES)
    assert sorted(row[0] for row in told["rows"]) == sorted(STAFF_ROWS["city"])
    assert [row[0] for row in told["rows"]] != STAFF_ROWS["city"].to_list()


async def test_two_recipients_cannot_join_what_they_got_and_pages_of_one_agree(held: RunningNode) -> None:
    (one, first), (two, second) = await allowed(held), await allowed(held, recipient="乙公司")
    other_purpose, third = await allowed(held, purpose="另一用途")

    got = [
        {row[1] for row in (await rows(client, number, pageSize=ROWS))["rows"]}
        for number, client in ((one, first), (two, second), (other_purpose, third))
    ]
    pages = [row[1] for page in (1, 2) for row in (await rows(first, one, page=page, pageSize=200))["rows"]]

    assert (got[0] & got[1], got[0] & got[2]) == (set(), set())
    assert set(pages) == got[0]


async def test_a_file_and_an_arrow_stream_hold_the_same_and_bear_a_mark(held: RunningNode) -> None:
    number, recipient = await allowed(held)
    operator = await held.person(*OPERATOR)

    sheet = await operator.get(f"{URL}/{number}/file", params={"format": "csv"})
    parquet = await operator.get(f"{URL}/{number}/file", params={"format": "parquet"})
    stream = await recipient.get(f"/api/shared/{number}/rows", params={"format": "arrow", "pageSize": ROWS})

    written = list(csv.DictReader(io.StringIO(sheet.content.decode("utf-8-sig"))))
    table, arrow = pq.read_table(io.BytesIO(parquet.content)), pa.ipc.open_stream(stream.content).read_all()
    assert (
        {row["phone"] for row in written}
        == set(table["phone"].to_pylist())
        == set(arrow["phone"].to_pylist())
    )
    assert all(row["水印"].startswith(f"甲研究院 #{number} ") for row in written)
    assert "甲研究院" in table.schema.metadata[b"watermark"].decode()
    async with held.node.database.transaction() as session:
        acts = (await session.scalars(text("SELECT action FROM security_entry ORDER BY position"))).all()
    assert [act for act in acts if act.startswith("sharing.")][-3:] == [
        "sharing.download",
        "sharing.download",
        "sharing.read",
    ]


async def test_nothing_but_the_token_of_this_sharing_opens_it_and_ending_closes_it_at_once(
    held: RunningNode,
) -> None:
    number, recipient = await allowed(held)
    other, _ = await allowed(held, recipient="乙公司")
    reviewer = await held.person(*REVIEWER)

    strange = await recipient.get(f"/api/shared/{other}/rows")
    bare = await (await held.client()).get(f"/api/shared/{number}/rows")
    ended = await reviewer.post(f"{URL}/{number}/end", json={"reason": "违约"})
    after = await recipient.get(f"/api/shared/{number}/rows")
    file = await (await held.person(*OPERATOR)).get(f"{URL}/{number}/file")

    assert [strange.status_code, bare.status_code] == [401, 401]
    assert (ended.json()["state"], after.status_code, file.status_code) == ("ended", 401, 409)


async def test_who_is_given_a_data_set_is_told_where_it_comes_from_until_it_ends(held: RunningNode) -> None:
    number, _ = await allowed(held)
    analyst, reviewer = await held.person("data_sets.read"), await held.person(*REVIEWER)
    url = f"/api/data-sets/{STAFF.tier}/{STAFF.name}/readers"

    (before,) = (await analyst.get(url)).json()
    await reviewer.post(f"{URL}/{number}/end", json={"reason": "到期"})
    after = (await analyst.get(url)).json()

    assert (before["link"], before["title"]) == (f"/sharing/{number}", f"对外共享：{WANTED['recipient']}")
    assert before["columns"] == sorted(each["name"] for each in WANTED["columns"])
    assert after == []


async def test_a_second_person_approves_and_rights_are_asked(held: RunningNode) -> None:
    both = await held.person(*OPERATOR, *REVIEWER)
    number = (await both.post(URL, json=WANTED)).json()["id"]
    again = (await both.post(URL, json=WANTED)).json()["id"]

    own = await both.post(f"{URL}/{number}/approval", json={"note": "x", "acceptsRisk": True})
    token = await both.post(f"{URL}/{number}/token")
    reader = await held.person("sharing.read")
    forbidden = [
        await reader.post(URL, json=WANTED),
        await reader.post(f"{URL}/check", json=WANTED),
        await reader.post(f"{URL}/{number}/approval", json={"note": "x"}),
        await reader.post(f"{URL}/{number}/refusal", json={"reason": "x"}),
        await reader.post(f"{URL}/{number}/end", json={"reason": "x"}),
        await reader.post(f"{URL}/{number}/token"),
        await reader.get(f"{URL}/{number}/file"),
        await (await held.person("portal.use")).get(URL),
    ]

    assert (again, own.status_code, token.status_code) == (number, 403, 409)
    assert [each.status_code for each in forbidden] == [403] * 8
    reviewer = await held.person(*REVIEWER)
    refused = await reviewer.post(f"{URL}/{number}/refusal", json={"reason": "用途不明"})
    assert (refused.json()["state"], (await reviewer.get(f"{URL}/999")).status_code) == ("refused", 404)
    assert [each["id"] for each in (await reader.get(URL, params={"state": "refused"})).json()["items"]] == [
        number
    ]


async def test_harmless_columns_that_tell_people_apart_raise_the_level_before_they_are_shared(
    held: RunningNode,
) -> None:
    operator, reviewer = await held.person(*OPERATOR), await held.person(*REVIEWER)
    harmless = WANTED | {"columns": [{"name": "city"}, {"name": "post"}]}

    partner = (await operator.post(URL, json=harmless)).json()
    opened = await operator.post(URL, json=harmless | {"kind": "open"})
    unread = await reviewer.post(f"{URL}/{partner['id']}/approval", json={"note": "x"})
    accepted = await reviewer.post(
        f"{URL}/{partner['id']}/approval", json={"note": "已签保密协议", "acceptsRisk": True}
    )

    checked = partner["checked"]
    assert (checked["level"], checked["raised"], checked["unique"], checked["k"]) == (1, 3, 1.0, 1)
    assert checked["singling"] == [{"columns": ["post"], "share": 1.0}]
    assert (opened.status_code, opened.json()["code"]) == (409, "not_shared")
    assert (unread.status_code, accepted.json()["state"]) == (422, "allowed")


async def test_a_grade_that_rises_protects_what_was_approved_before(held: RunningNode) -> None:
    number, recipient = await allowed(held, columns=[{"name": "city"}])
    reviewer = await held.person(*REVIEWER)
    wanted = {"column": "city", "level": 3, "personal": False, "reason": "敏感"}
    assert (await rows(recipient, number))["rows"][0][0].startswith("城")

    await reviewer.post("/api/grading/data-sets/base/staff/columns", json=wanted)

    answer = await recipient.get(f"/api/shared/{number}/rows")
    assert (answer.status_code, answer.json()["code"]) == (409, "not_shared")
    async with held.node.database.transaction() as session:
        await deciding.review(session, held.node)
        todo = await session.scalar(
            text("SELECT title FROM portal_notice WHERE done_at IS NULL AND key LIKE 'sharing.r%'")
        )
    assert "停供" in str(todo)


async def test_new_rows_that_single_people_out_stop_what_was_harmless(held: RunningNode) -> None:
    number, recipient = await allowed(held, columns=[{"name": "city"}])

    await publish(held, STAFF, STAFF_ROWS.with_columns(city=pl.col("post")), number=2)

    answer = await recipient.get(f"/api/shared/{number}/rows")
    assert (answer.status_code, "重新审批" in answer.json()["message"]) == (409, True)


async def test_groups_hide_everybody_and_a_filter_cannot_isolate_one(held: RunningNode) -> None:
    groups = {"manner": "groups", "kind": "open", "columns": [{"name": "city"}, {"name": "pay"}], "k": 7}
    number, recipient = await allowed(held, **groups)
    operator = await held.person(*OPERATOR)

    told = await rows(recipient, number, pageSize=ROWS)
    sizes = pl.DataFrame(told["rows"], told["columns"], orient="row").group_by(pl.all()).len()["len"]
    one = await operator.post(URL, json=WANTED | groups | {"filters": [{"column": "post", "values": ["P7"]}]})
    by_hidden = await operator.post(
        URL, json=WANTED | groups | {"filters": [{"column": "phone", "values": [PHONES[7]]}]}
    )
    listed = await operator.post(URL, json=WANTED | groups | {"columns": [{"name": "post"}]})

    assert told["total"] == ROWS
    assert min(sizes) >= 7
    assert (one.status_code, by_hidden.status_code, listed.status_code) == (409, 422, 409)
    assert PHONES[7] not in one.text + by_hidden.text


async def test_the_budget_is_counted_and_never_exceeded_however_many_ask_at_once(held: RunningNode) -> None:
    number, recipient = await allowed(held, **COUNTS)
    question = {"column": "city", "what": "count", "epsilon": "0.3"}

    answers = await asyncio.gather(
        *(recipient.post(f"/api/shared/{number}/answers", json=question) for _ in range(8))
    )

    good = [each.json() for each in answers if each.status_code == 200]
    assert sorted(each.status_code for each in answers) == [200] * 3 + [409] * 5
    assert sorted(each["left"] for each in good) == ["0.1000", "0.4000", "0.7000"]
    assert set(good[0]["values"]) == {"城0", "城1", "城2", "城3", "城9"}
    assert len({tuple(each["values"].values()) for each in good}) == 3
    told = (await (await held.person(*OPERATOR)).get(f"{URL}/{number}")).json()
    assert told["spent"] == "0.9000"


async def test_figures_are_near_and_rows_are_not_given_with_them(held: RunningNode) -> None:
    number, recipient = await allowed(held, **COUNTS)

    counted = await recipient.post(
        f"/api/shared/{number}/answers", json={"column": "city", "what": "count", "epsilon": "0.5"}
    )
    total = await recipient.post(
        f"/api/shared/{number}/answers", json={"column": "pay", "what": "sum", "epsilon": "0.5"}
    )

    # P(|noise| > 60) at ε = 0.5 is e^-30, of the sum beyond 600,000 the same.
    assert counted.json()["values"]["城0"] == pytest.approx(100, abs=60)
    assert total.json()["values"]["pay"] == pytest.approx(STAFF_ROWS["pay"].sum(), abs=600_000)
    assert (await recipient.get(f"/api/shared/{number}/rows")).status_code == 409
    strange = {"column": "phone", "what": "count", "epsilon": "0.01"}
    assert (await recipient.post(f"/api/shared/{number}/answers", json=strange)).status_code == 409


async def test_recipients_together_get_no_more_than_the_data_set_has_to_give(held: RunningNode) -> None:
    first, recipient = await allowed(held, **COUNTS | {"epsilon": "1.5"})
    operator, reviewer = await held.person(*OPERATOR), await held.person(*REVIEWER)
    more = (await operator.post(URL, json=WANTED | COUNTS | {"recipient": "丙"})).json()["id"]
    question = {"column": "city", "what": "count", "epsilon": "0.5"}
    await recipient.post(f"/api/shared/{first}/answers", json=question)

    too_much = await reviewer.post(f"{URL}/{more}/approval", json={"note": "x"})
    await reviewer.post(f"{URL}/{first}/end", json={"reason": "完成"})
    enough = await reviewer.post(f"{URL}/{more}/approval", json={"note": "x"})

    assert (too_much.status_code, enough.json()["state"]) == (409, "allowed")


async def test_a_person_with_many_rows_is_not_hidden_by_noise(held: RunningNode) -> None:
    await publish(held, STAFF, pl.concat([STAFF_ROWS, STAFF_ROWS]), number=2)
    operator = await held.person(*OPERATOR)

    refused = await operator.post(URL, json=WANTED | COUNTS)

    assert (refused.status_code, "同一人有多行" in refused.json()["message"]) == (409, True)


async def test_important_data_need_two_reviewers_and_core_data_do_not_leave(held: RunningNode) -> None:
    reviewer, second = await held.person(*REVIEWER), await held.person(*REVIEWER)
    operator = await held.person(*OPERATOR, "grading.tell")
    grade = {"column": "post", "level": 5, "personal": False, "reason": "重要"}
    await reviewer.post("/api/grading/data-sets/base/staff/columns", json=grade)
    counted = COUNTS | {
        "kind": "partner",
        "counted": [{"column": "post", "categories": ["P1"]}],
        "summed": [],
    }
    number = (await operator.post(URL, json=WANTED | counted)).json()["id"]

    first = await reviewer.post(f"{URL}/{number}/approval", json={"note": "x"})
    same = await reviewer.post(f"{URL}/{number}/approval", json={"note": "x"})
    last = await second.post(f"{URL}/{number}/approval", json={"note": "x"})
    await reviewer.post("/api/grading/data-sets/base/staff/columns", json=grade | {"level": 6})
    core = await operator.post(URL, json=WANTED | counted | {"recipient": "丁"})

    assert (first.json()["state"], same.status_code, last.json()["state"]) == ("waiting", 403, "allowed")
    assert (core.status_code, core.json()["message"]) == (409, "核心数据不得对外共享")


async def test_what_is_past_its_day_ends_by_itself(held: RunningNode) -> None:
    number, recipient = await allowed(held)
    async with held.node.database.transaction() as session:
        past = """'{"until": "2020-01-01"}'"""
        await session.execute(
            text(f"UPDATE sharing_sharing SET until = '2020-01-01', profile = profile || {past}")
        )

    late = await recipient.get(f"/api/shared/{number}/rows")
    async with held.node.database.transaction() as session:
        await deciding.review(session, held.node)

    assert late.status_code == 409
    told = (await (await held.person(*OPERATOR)).get(f"{URL}/{number}")).json()
    assert (told["state"], told["reason"], told["hasToken"]) == ("ended", "已到期", False)
