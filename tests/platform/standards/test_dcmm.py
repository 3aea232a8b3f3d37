"""DCMM over HTTP: every item once, counted in the tables of the moment; what people state of it."""

import io
from typing import Any

import httpx
import pytest
from openpyxl import load_workbook
from sqlalchemy import text

from brain.reference.dcmm import ITEMS
from tests.conftest import RunningNode

URL = "/api/standards/dcmm"
STATEMENT = {
    "text": "=设数据管理部",
    "link": "https://example.cn/organisation",
    "fileName": "组发 3 号",
}
TERM = {
    "code": "tyre", "title": "轮胎", "titleEn": "Tyre", "definition": "车轮外缘的弹性圆环",
    "source": "GB/T 6326",
}  # fmt: skip


async def items(person: httpx.AsyncClient) -> dict[str, dict[str, Any]]:
    answer = await person.get(URL)
    assert answer.status_code == 200, answer.text
    found = answer.json()["items"]
    assert [each["code"] for each in found] == list(ITEMS)
    return {each["code"]: each for each in found}


def counted(item: dict[str, Any], title: str) -> tuple[int, int | None]:
    [found] = [each for each in item["evidence"] if each["title"] == title]
    return found["count"], found["whole"]


async def test_every_item_is_listed_once_and_counted_where_nothing_was_done(centre: RunningNode) -> None:
    await check_nothing_done(centre)


async def test_a_brain_lists_what_its_own_rooms_prove(brain_node: RunningNode) -> None:
    found = await check_nothing_done(brain_node)

    assert counted(found["architecture.integration"], "被接收的上报") == (0, 0)


async def check_nothing_done(running: RunningNode) -> dict[str, dict[str, Any]]:
    found = await items(await running.person("standards.read"))
    assert {code for code, item in found.items() if not item["evidence"]} == {
        "strategy.planning",
        "strategy.implementation",
        "strategy.assessment",
        "governance.regulations",
        "standards.indicators",
    }
    every = [each for item in found.values() for each in item["evidence"]]
    assert all(each["count"] >= 0 for each in every)
    assert all(each["whole"] >= each["count"] for each in every if each["whole"] is not None)
    assert all(item["statement"] is None for item in found.values())
    return found


async def test_what_is_done_is_counted_the_next_moment(centre: RunningNode) -> None:
    rights = ("standards.read", "standards.declare", "standards.confirm")
    drafter, approver = await centre.person(*rights), await centre.person(*rights)
    before = await items(drafter)
    await drafter.post("/api/standards/terms", json=TERM)
    waiting = await items(drafter)
    await approver.post("/api/standards/term/tyre/confirmation")
    after = await items(drafter)

    def terms(found: dict[str, Any]) -> int:
        return counted(found["standards.terms"], "生效的术语")[0]

    revisions = [counted(each["standards.terms"], "批准的术语修订") for each in (before, waiting, after)]
    assert revisions == [(0, 0), (0, 1), (1, 1)]
    assert (terms(waiting) - terms(before), terms(after) - terms(before)) == (0, 1)
    assert counted(waiting["governance.communication"], "办结的待办") == (0, 1)
    assert counted(after["governance.communication"], "办结的待办") == (1, 1)
    assert counted(after["security.audit"], "审计记录") == (2, None)
    assert counted(after["governance.organisation"], "有角色的账户") == (2, 2)


async def test_a_page_is_linked_only_for_those_who_may_see_it(centre: RunningNode) -> None:
    reader = await centre.person("standards.read")
    auditor = await centre.person("standards.read", "security.read_audit")
    nobody = await centre.person("data_sets.read")

    [hidden, shown] = [(await items(each))["security.audit"]["evidence"] for each in (reader, auditor)]

    assert [each["page"] for each in hidden] == [None, None]
    assert [each["page"] for each in shown] == ["/security/audit"] * 2
    assert [(await nobody.get(url)).status_code for url in (URL, f"{URL}.xlsx")] == [403, 403]


async def test_the_newest_statement_holds_and_the_earlier_ones_are_kept(centre: RunningNode) -> None:
    operator = await centre.person("standards.read", "standards.state")
    url = f"{URL}/governance.organisation"

    first = await operator.put(f"{url}/statement", json=STATEMENT)
    again = await operator.put(f"{url}/statement", json=STATEMENT)
    second = await operator.put(f"{url}/statement", json={"text": "设首席数据官"})

    history = (await operator.get(f"{url}/statements")).json()
    assert (first.status_code, again.json()) == (200, first.json())
    assert history == [second.json(), first.json()]
    assert (await items(operator))["governance.organisation"]["statement"] == second.json()
    assert second.json()["link"] is None
    async with centre.node.database.transaction() as session:
        acts = (await session.execute(text("SELECT action, object_id FROM security_entry"))).all()
    assert [tuple(act) for act in acts] == [("standards.state", "governance.organisation")] * 2


@pytest.mark.parametrize(
    "changes",
    [
        {"text": "  "},
        {"text": "长" * 2001},
        {"link": "javascript:alert(1)"},
        {"link": "//elsewhere.cn"},
        {"link": "https://example.cn/" + "a" * 500},
        {"fileName": ""},
    ],
    ids=["blank", "long", "script", "elsewhere", "long_link", "no_file"],
)
async def test_a_statement_that_says_nothing_or_links_badly_is_refused(
    centre: RunningNode, changes: dict[str, str]
) -> None:
    operator = await centre.person("standards.read", "standards.state")

    answer = await operator.put(f"{URL}/strategy.planning/statement", json=STATEMENT | changes)

    assert answer.status_code == 422
    assert (await operator.get(f"{URL}/strategy.planning/statements")).json() == []


async def test_only_those_with_the_right_state_and_only_items_there_are(centre: RunningNode) -> None:
    reader = await centre.person("standards.read")
    operator = await centre.person("standards.read", "standards.state")

    refused = await reader.put(f"{URL}/strategy.planning/statement", json=STATEMENT)
    unknown = await operator.put(f"{URL}/strategy.luck/statement", json=STATEMENT)
    no_history = await operator.get(f"{URL}/strategy.luck/statements")

    assert (refused.status_code, unknown.status_code, no_history.status_code) == (403, 404, 404)
    assert (await items(reader))["strategy.planning"]["statement"] is None


async def test_the_table_has_every_item_and_what_is_stated_as_text(centre: RunningNode) -> None:
    operator = await centre.person("standards.read", "standards.state")
    await operator.put(f"{URL}/strategy.planning/statement", json=STATEMENT)
    found = await items(operator)

    sheet = load_workbook(io.BytesIO((await operator.get(f"{URL}.xlsx")).content)).active

    assert sheet is not None
    rows = [list(row) for row in sheet.iter_rows(min_row=2, values_only=True)]
    assert list(dict.fromkeys((row[0], row[1]) for row in rows)) == [
        (item["domainTitle"], item["title"]) for item in found.values()
    ]
    assert len(rows) == 5 + 1 + sum(len(item["evidence"]) for item in found.values())
    assert [row[2] for row in rows[:2]] == ["平台不产生证据", "自述"]
    own = sheet.cell(row=3, column=7)
    assert (own.data_type, own.value) == ("s", STATEMENT["text"])
    assert rows[1][7:10] == [STATEMENT["link"], STATEMENT["fileName"], "person1"]
