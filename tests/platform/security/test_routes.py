"""Reading the audit log through HTTP, and what the rooms write into it."""

import csv
import io
from datetime import timedelta
from typing import Any

import httpx
import openpyxl
import pytest

from brain.kit.clock import today
from brain.platform.identity.contract import ScopeTable
from brain.platform.identity.service import accounts
from tests.conftest import RunningNode
from tests.exchange_caller import CREDIT_CODE, FORM, TO_ACTIVE, opened

AUDIT = "security.read_audit"
READING = ("/entries", "/entries/export", "/choices", "/standing")


async def holder_of(running: RunningNode, role: str) -> httpx.AsyncClient:
    return await running.person(*running.node.get(ScopeTable).of(frozenset({role})))


async def recorded(client: httpx.AsyncClient, **asked: object) -> list[dict[str, Any]]:
    answer = await client.get("/api/security/entries", params=asked)  # type: ignore[arg-type]
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()["items"]
    return found


@pytest.mark.parametrize("role", ["operator", "reviewer", "system_admin", "security_admin"])
async def test_only_the_audit_administrator_reads_the_log(centre: RunningNode, role: str) -> None:
    auditor, other = await holder_of(centre, "audit_admin"), await holder_of(centre, role)

    for path in READING:
        assert (await auditor.get(f"/api/security{path}")).status_code == 200
        assert (await other.get(f"/api/security{path}")).json()["code"] == "forbidden"
    assert (await auditor.post("/api/security/verifications")).status_code == 200
    assert (await other.post("/api/security/verifications")).json()["code"] == "forbidden"


async def test_nobody_reads_it_without_signing_in(centre: RunningNode) -> None:
    stranger = await centre.client()

    for path in READING:
        assert (await stranger.get(f"/api/security{path}")).status_code == 401
    assert (await stranger.post("/api/security/verifications")).status_code == 401


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "POST"])
async def test_there_is_no_way_to_change_an_entry(centre: RunningNode, method: str) -> None:
    auditor = await holder_of(centre, "audit_admin")

    assert (await auditor.request(method, "/api/security/entries", json={})).status_code == 405
    assert (await auditor.request(method, "/api/security/entries/1", json={})).status_code in {404, 405}


async def test_a_refused_right_is_written_down_with_who_and_where(centre: RunningNode) -> None:
    auditor, other = await centre.person(AUDIT), await centre.person()

    await other.get("/api/security/entries")
    (entry,) = await recorded(auditor)

    assert (entry["actor"], entry["actorName"], entry["roles"]) == ("person2", "Person2", ["role2"])
    assert (entry["actionTitle"], entry["result"]) == ("越权操作", "refused")
    assert (entry["objectId"], entry["address"]) == ("/api/security/entries", "127.0.0.1")
    assert entry["details"]["scope"] == AUDIT
    assert len(entry["traceId"]) == 16


async def test_signing_in_failing_and_being_locked_out_are_written_down(centre: RunningNode) -> None:
    async with centre.node.database.transaction() as session:
        first = await accounts.create_account(session, "li.si", "李四", None)
    auditor, client = await centre.person(AUDIT), await centre.client()

    await client.post("/api/session", json={"username": "nobody-S3cret", "password": "x"})
    await client.post("/api/session", json={"username": "li.si", "password": first.password})
    await client.delete("/api/session")
    for _ in range(6):
        await client.post("/api/session", json={"username": "li.si", "password": "wrong"})
    found = (await recorded(auditor))[::-1]

    assert [(entry["action"].removeprefix("identity."), entry["result"]) for entry in found] == [
        ("create_account", "done"),
        ("sign_in", "refused"),
        ("sign_in", "done"),
        ("sign_out", "done"),
        *[("sign_in", "refused")] * 5,
        ("lock", "done"),
        ("sign_in", "refused"),
    ]
    assert (found[1]["actor"], found[1]["actorName"]) == ("anonymous", "未登录者")
    assert "S3cret" not in str(found)
    assert first.password not in str(found)
    assert (found[2]["actor"], found[2]["actorName"]) == ("li.si", "李四")


async def test_granting_roles_says_what_was_and_what_is(centre: RunningNode) -> None:
    async with centre.node.database.transaction() as session:
        first = await accounts.create_account(session, "li.si", "李四", None)
    auditor, granting = (
        await centre.person(AUDIT, "identity.see_accounts"),
        await centre.person("identity.grant_roles"),
    )
    path = f"/api/identity/accounts/{first.account_id}/roles"

    await granting.post(path, json={"roles": ["operator"]})
    await granting.post(path, json={"roles": ["audit_admin", "system_admin"]})
    (entry,) = await recorded(auditor, action="identity.grant_roles")

    assert (entry["actor"], entry["objectId"], entry["objectTitle"]) == ("person2", "li.si", "李四")
    assert entry["details"] == {"before": [], "roles": ["operator"]}
    assert entry["link"] == "/identity/accounts?q=li.si"


async def test_the_log_is_searched_by_person_action_object_time_and_result(centre: RunningNode) -> None:
    auditor, making = await centre.person(AUDIT), await centre.person("identity.manage_accounts")
    for username in ("zhang.san", "li.si"):
        await making.post("/api/identity/accounts", json={"username": username, "name": f"{username}_"})
    await making.post("/api/identity/accounts", json={"username": "li.si", "name": "再来"})
    await making.get("/api/security/entries")
    day = timedelta(days=1)

    assert len(await recorded(auditor)) == 3
    assert len(await recorded(auditor, person="person2")) == 3
    assert await recorded(auditor, person="person1") == []
    assert len(await recorded(auditor, action="identity.create_account")) == 2
    assert len(await recorded(auditor, kind="account")) == 2
    assert [entry["objectId"] for entry in await recorded(auditor, q="LI.SI")] == ["li.si"]
    assert await recorded(auditor, q="%") == []
    assert [entry["action"] for entry in await recorded(auditor, result="refused")] == ["security.overstep"]
    assert len(await recorded(auditor, firstDay=today(), lastDay=today())) == 3
    assert await recorded(auditor, firstDay=today() + day) == []
    assert await recorded(auditor, lastDay=today() - day) == []
    assert [entry["position"] for entry in await recorded(auditor, pageSize=2, page=2)] == [1]


async def test_days_in_the_wrong_order_and_unknown_results_are_explained(centre: RunningNode) -> None:
    auditor = await centre.person(AUDIT)

    days = await auditor.get("/api/security/entries?firstDay=2026-02-02&lastDay=2026-02-01")
    result = await auditor.get("/api/security/entries?result=maybe")

    assert (days.status_code, days.json()["message"]) == (422, "截止日期不能早于起始日期")
    assert (result.status_code, result.json()["fields"][0]["message"]) == (422, "不在可选范围内")


async def test_the_log_is_taken_away_as_a_file_and_that_is_written_down(centre: RunningNode) -> None:
    auditor, making = await centre.person(AUDIT), await centre.person("identity.manage_accounts")
    await making.post("/api/identity/accounts", json={"username": "li.si", "name": "=1+1"})

    as_csv = await auditor.get("/api/security/entries/export?format=csv")
    as_xlsx = await auditor.get("/api/security/entries/export?kind=account")
    lines = list(csv.reader(io.StringIO(as_csv.content.decode("utf-8-sig"))))
    sheet = openpyxl.load_workbook(io.BytesIO(as_xlsx.content)).active
    log = await recorded(auditor)

    assert sheet is not None
    assert (lines[0][:4], lines[1][6], lines[1][9]) == (
        ["序号", "时间", "用户名", "姓名"],
        "新建账户",
        "'=1+1",
    )
    assert [cell.value for cell in sheet[2]][8:11] == ["li.si", "=1+1", "完成"]
    assert [entry["action"] for entry in log] == ["security.export"] * 2 + ["identity.create_account"]
    assert log[0]["details"] == {"entries": 1, "kind": "account"}


async def test_the_page_is_told_how_long_and_whether_the_log_is_whole(centre: RunningNode) -> None:
    auditor, making = await centre.person(AUDIT), await centre.person("identity.manage_accounts")
    await making.post("/api/identity/accounts", json={"username": "li.si", "name": "李四"})

    before = (await auditor.get("/api/security/standing")).json()
    verified = (await auditor.post("/api/security/verifications")).json()
    after = (await auditor.get("/api/security/standing")).json()

    assert (before["total"], before["retentionMonths"], before["verification"]) == (1, 6, None)
    assert (verified["checked"], verified["brokenAt"], verified["by"]) == (1, None, "person1")
    assert after["verification"] == verified
    assert after["total"] == 2


async def test_decisions_on_an_application_and_its_credentials_are_written_down(centre: RunningNode) -> None:
    auditor = await centre.person(AUDIT, "exchange.see")
    reviewer = await centre.person("exchange.review", "exchange.operate")
    caller = await opened(centre)
    path = f"/api/exchange/applications/{caller.number}"

    suspended = await reviewer.post(f"{path}/steps/suspend", json={"reason": "核查"})
    again = await reviewer.post(f"{path}/steps/suspend", json={"reason": "核查"})
    voided = await reviewer.post(f"{path}/void-credentials", json={"environment": "production"})
    found = (await recorded(auditor, kind="exchange_application"))[::-1]

    assert (suspended.status_code, again.status_code, voided.status_code) == (200, 409, 200)
    assert [entry["action"].removeprefix("exchange.") for entry in found] == [
        "apply",
        *TO_ACTIVE,
        "collect_credentials",
        "suspend",
        "void_credentials",
    ]
    assert (found[0]["actor"], found[0]["actorName"]) == (CREDIT_CODE, FORM["organisationName"])
    assert (found[-2]["actor"], found[-2]["details"]["reason"]) == ("person2", "核查")
    assert found[-2]["link"] == f"/exchange/applications/{caller.number}"
    assert caller.client_secret not in str(found)


async def test_the_choices_are_the_words_of_the_rooms(brain_node: RunningNode) -> None:
    auditor = await brain_node.person(AUDIT)

    found = (await auditor.get("/api/security/choices")).json()
    titles = {action["name"]: action["title"] for action in found["actions"]}

    assert titles["identity.grant_roles"] == "授予角色"
    assert titles["industry_graph.correct"] == "修正图谱"
    assert {"name": "import", "title": "数据导入", "titleEn": "Import"} in found["kinds"]
    assert found["people"] == []


async def test_a_link_is_given_only_to_those_who_may_follow_it(brain_node: RunningNode) -> None:
    reading, also = await brain_node.person(AUDIT), await brain_node.person(AUDIT, "data_warehouse.read")
    exporting = await brain_node.person("data_warehouse.export")

    await exporting.get("/api/data-warehouse/enterprises/export?format=csv&region=370500")

    (unlinked,), (linked,) = await recorded(reading), await recorded(also)
    assert (unlinked["link"], linked["link"]) == (None, "/data-warehouse/enterprises")
    assert linked["details"] == {"format": "csv", "region": "370500", "rows": 0}
