"""The centre's pages: allowed, refused by rule, refused by right."""

from typing import Any

import httpx
import pytest
from openpyxl import load_workbook
from sqlalchemy import select

from brain.kit.clock import today
from brain.platform.exchange.server.models.data import BatchRow
from brain.platform.exchange.server.service import ledger, loading
from brain.platform.exchange.server.service.reports import landing_folder
from tests.conftest import RunningNode
from tests.exchange_caller import opened

NUMBER = "SQ-2026-00001"
READ = [
    "/api/exchange/enrolments",
    "/api/exchange/applications",
    "/api/exchange/clients",
    f"/api/exchange/applications/{NUMBER}",
    "/api/exchange/overview",
    "/api/exchange/ledger",
    "/api/exchange/ledger/export",
    "/api/exchange/reconciliations",
    "/api/exchange/distributions",
    "/api/exchange/alarms",
]
WRITE: list[tuple[str, dict[str, Any], str]] = [
    ("/api/exchange/enrolments", {"organisationName": "单位", "creditCode": "91370500706338219C"}, "operate"),
    (f"/api/exchange/applications/{NUMBER}/steps/approve", {}, "review"),
    (f"/api/exchange/applications/{NUMBER}/limits", {"callsPerMinute": 10}, "operate"),
    (f"/api/exchange/applications/{NUMBER}/void-credentials", {"environment": "sandbox"}, "operate"),
    ("/api/exchange/distributions", {"kind": "notice", "title": "通知", "content": {}}, "operate"),
    ("/api/exchange/alarms/1/handled", {}, "operate"),
]


async def test_pages_open_to_those_who_may_see_the_exchange(centre: RunningNode) -> None:
    await opened(centre)
    reader, stranger, nobody = (
        await centre.person("exchange.see"),
        await centre.person(),
        await centre.client(),
    )

    allowed = [
        (await reader.get(path.replace(NUMBER, f"SQ-{today().year}-00001"))).status_code for path in READ
    ]
    forbidden = [(await stranger.get(path)).status_code for path in READ]
    anonymous = [(await nobody.get(path)).status_code for path in READ]

    assert allowed == [200] * len(READ)
    assert forbidden == [403] * len(READ)
    assert anonymous == [401] * len(READ)


async def test_machine_clients_are_listed_without_their_secrets(centre: RunningNode) -> None:
    await opened(centre)
    reader = await centre.person("exchange.see")

    listed = (await reader.get("/api/exchange/clients")).json()

    assert listed["total"] == 1
    client = listed["items"][0]
    assert (client["applicationNumber"], client["state"]) == (f"SQ-{today().year}-00001", "open")
    assert not [name for name in client if "secret" in name.lower() or "key" in name.lower()]


async def test_those_who_only_see_change_nothing(centre: RunningNode) -> None:
    reader, nobody = await centre.person("exchange.see"), await centre.client()

    forbidden = [(await reader.post(path, json=body)).status_code for path, body, _ in WRITE]
    anonymous = [(await nobody.post(path, json=body)).status_code for path, body, _ in WRITE]

    assert forbidden == [403] * len(WRITE)
    assert anonymous == [401] * len(WRITE)
    assert (await reader.get("/api/exchange/enrolments")).json()["total"] == 0


@pytest.mark.parametrize("place", [1, 2, 3, 5])
async def test_what_is_not_there_is_not_found(centre: RunningNode, place: int) -> None:
    path, body, scope = WRITE[place]
    person = await centre.person(f"exchange.{scope}")

    assert (await person.post(path, json=body)).status_code == 404


async def test_an_enrolment_code_is_shown_once(centre: RunningNode) -> None:
    operator = await centre.person("exchange.operate", "exchange.see")

    made = await operator.post(WRITE[0][0], json=WRITE[0][1])
    listed = (await operator.get("/api/exchange/enrolments")).json()

    assert made.status_code == 201
    assert made.json()["code"].startswith("en_")
    assert "code" not in listed["items"][0]
    assert listed["items"][0]["organisationName"] == "单位"


async def test_a_reviewer_is_offered_the_steps_of_the_moment(centre: RunningNode) -> None:
    caller = await opened(centre)
    reviewer = await centre.person("exchange.review", "exchange.see")

    view = (await reviewer.get(f"/api/exchange/applications/{caller.number}")).json()
    suspended = await reviewer.post(
        f"/api/exchange/applications/{caller.number}/steps/suspend", json={"reason": "核查来源"}
    )

    assert [(step["name"], step["needsReason"]) for step in view["steps"]] == [
        ("suspend", True),
        ("revoke", True),
    ]
    assert suspended.json()["state"] == "suspended"
    assert suspended.json()["history"][-1]["reason"] == "核查来源"
    assert (await caller.call("GET", "/ledger")).status_code == 403


async def test_a_lower_limit_holds_at_once(centre: RunningNode) -> None:
    caller = await opened(centre)
    operator = await centre.person("exchange.operate")

    limited = await operator.post(
        f"/api/exchange/applications/{caller.number}/limits", json={"callsPerMinute": 1}
    )
    answers = [(await caller.call("GET", "/ledger")).status_code for _ in range(4)]

    assert limited.json()["callsPerMinute"] == 1
    assert 429 in answers


async def test_the_overview_says_what_each_brain_reported_and_how_fresh_it_is(centre: RunningNode) -> None:
    caller = await opened(centre)
    await caller.report(asOf=f"{today()}T00:30:00+08:00")
    async with centre.node.database.transaction() as session:
        batch = (await session.scalars(select(BatchRow.id))).one()
    reader = await centre.person("exchange.see")

    waiting = (await reader.get("/api/exchange/overview")).json()
    await loading.load_batch(centre.node, {"batch": batch})
    loaded = (await reader.get("/api/exchange/overview")).json()

    (before,), (after,) = waiting["brains"], loaded["brains"]
    assert (before["reported"][0]["waiting"], after["reported"][0]["waiting"]) == (1, 0)
    assert (after["systemName"], after["state"], after["freshDays"]) == ("轮胎橡胶产业大脑", "active", 0)
    assert after["reported"][0]["title"] == "产业全景图谱"
    assert (loaded["batches"], loaded["records"]) == (1, 1)


async def test_the_ledger_is_filtered_and_exported(centre: RunningNode, tmp_path: Any) -> None:
    caller = await opened(centre)
    await caller.report()
    await caller.report("group_sales", batchId="=1+1", records=[{}])
    await caller.report("strategy_map", batchId="batch-9")
    reader = await centre.person("exchange.see")

    by_scene = (await reader.get("/api/exchange/ledger?scene=strategy_map")).json()
    refused = (await reader.get("/api/exchange/ledger?code=103")).json()
    none = (await reader.get("/api/exchange/ledger?to=2020-01-01")).json()
    sheet = await reader.get("/api/exchange/ledger/export")
    csv = await reader.get("/api/exchange/ledger/export?form=csv&code=100")

    assert [item["batchId"] for item in by_scene["items"]] == ["batch-9"]
    assert [item["scene"] for item in refused["items"]] == ["group_sales"]
    assert none["total"] == 0
    (tmp_path / "ledger.xlsx").write_bytes(sheet.content)
    assert load_workbook(tmp_path / "ledger.xlsx")["上报台账"].max_row == 4
    assert len(csv.text.splitlines()) == 3


async def test_both_sides_agree_or_are_told_where_they_differ(centre: RunningNode) -> None:
    caller = await opened(centre)
    answer = (await caller.report()).json()
    item = {
        "scene": "industry_graph",
        "batchId": "batch-1",
        "partNumber": 1,
        "digest": answer["digest"],
        "records": 1,
    }
    other = {**item, "batchId": "batch-2"}

    agreed = await confirm(caller, item)
    missing = await confirm(caller, item, other)
    altered = await confirm(caller, {**item, "digest": "0" * 64})
    unknown = await confirm(caller)

    place = {"scene": "industry_graph", "batchId": "batch-1", "partNumber": 1}
    assert agreed["agreed"] is True
    assert missing["missing"] == [{**place, "batchId": "batch-2"}]
    assert altered["altered"] == [place]
    assert unknown["unknown"] == [place]
    reader = await centre.person("exchange.see")
    kept = (await reader.get("/api/exchange/reconciliations")).json()["items"]
    assert [(row["against"], row["agreed"]) for row in kept] == [
        ("client", False),
        ("client", False),
        ("client", False),
        ("client", True),
    ]


async def confirm(caller: Any, *items: dict[str, Any]) -> dict[str, Any]:
    answer: httpx.Response = await caller.call(
        "POST", "/ledger/confirmations", {"date": str(today()), "items": list(items)}
    )
    found: dict[str, Any] = answer.json()
    return found


async def test_the_centre_finds_a_lost_an_altered_and_an_unfinished_landing(centre: RunningNode) -> None:
    caller = await opened(centre)
    lost, changed = [(await caller.report(batchId=name)).json()["digest"] for name in ("lost", "changed")]
    await caller.report(batchId="unfinished", partCount=2)
    folder = landing_folder(centre.node)
    (folder / lost[:2] / f"{lost}.json").unlink()
    (folder / changed[:2] / f"{changed}.json").write_bytes(b"{}")

    async with centre.node.database.transaction() as session:
        found = await ledger.check_day(session, folder, caller.client_id, today())

    assert found.agreed is False
    assert [difference.batch_id for difference in found.missing] == ["lost"]
    assert [difference.batch_id for difference in found.altered] == ["changed"]
    assert [difference.batch_id for difference in found.unknown] == ["changed", "lost", "unfinished"]


async def test_an_alarm_is_handled_once(centre: RunningNode) -> None:
    caller = await opened(centre)
    await caller.call("GET", "/ledger", sign_key="wrong")
    operator = await centre.person("exchange.operate", "exchange.see")

    (alarm,) = (await operator.get("/api/exchange/alarms")).json()["items"]
    handled = await operator.post(f"/api/exchange/alarms/{alarm['id']}/handled", json={})

    assert (alarm["kind"], alarm["times"], alarm["handledAt"]) == ("signature", 1, None)
    assert handled.json()["handledBy"] == "person1"
    assert (await operator.get("/api/portal/todos?done=false")).json()["total"] == 0


async def test_what_is_sent_down_is_pulled_until_acknowledged(centre: RunningNode) -> None:
    caller, other = await opened(centre), await opened(centre)
    operator = await centre.person("exchange.operate", "exchange.see")
    notice = {"kind": "notice", "title": "通知", "content": {"text": "全体"}}

    await operator.post("/api/exchange/distributions", json=notice)
    await operator.post("/api/exchange/distributions", json={**notice, "audience": [other.client_id]})
    first = (await caller.call("GET", "/distributions")).json()
    again = (await caller.call("GET", "/distributions")).json()
    confirmed = await caller.call("POST", "/distributions/acknowledgements", {"cursor": first["nextCursor"]})
    repeated = await caller.call("POST", "/distributions/acknowledgements", {"cursor": first["nextCursor"]})
    rest = (await caller.call("GET", "/distributions")).json()
    theirs = (await other.call("GET", "/distributions?limit=1")).json()
    listed = (await operator.get("/api/exchange/distributions")).json()["items"]

    assert [item["number"] for item in first["items"]] == [item["number"] for item in again["items"]] == [1]
    assert (confirmed.json()["acknowledged"], repeated.json()["acknowledged"]) == (1, 0)
    assert rest["items"] == []
    assert ([item["number"] for item in theirs["items"]], theirs["hasMore"]) == ([1], True)
    assert [(item["number"], item["confirmed"]) for item in listed] == [(2, 0), (1, 1)]
    assert listed[1]["content"] == {"text": "全体"}


async def test_what_was_never_sent_cannot_be_acknowledged(centre: RunningNode) -> None:
    caller = await opened(centre)

    answer = await caller.call("POST", "/distributions/acknowledgements", {"cursor": "5"})

    assert (answer.status_code, answer.json()["respCode"]) == (422, "-1")
