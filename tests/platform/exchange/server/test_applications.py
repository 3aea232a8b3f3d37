"""Applications over the face and in review: enrolment, steps, credentials, rotation, joint test, validity."""

from datetime import timedelta
from typing import Any

import httpx
import msgspec
import pytest
from sqlalchemy import func, select, text

from brain.kit.clock import now, today
from brain.platform.exchange import conformance
from brain.platform.exchange.conformance import CheckResult, ConformanceReport, ConformanceRun, checks_for
from brain.platform.exchange.messages.application import ApplicationForm
from brain.platform.exchange.protocol import InterfaceClass
from brain.platform.exchange.scenes.catalogue import scenes
from brain.platform.exchange.server.contract import Sandbox
from brain.platform.exchange.server.domain.calls import Trace
from brain.platform.exchange.server.domain.conformance import PLACES
from brain.platform.exchange.server.models.access import ApplicationRow
from brain.platform.exchange.server.service import applications, calls, validity
from brain.platform.exchange.signature import ALGORITHMS
from tests.conftest import RunningNode
from tests.exchange_caller import FORM, TO_TESTING, Caller, draft, move, opened

APPLY = "/exchange/v1/applications"


async def code(centre: RunningNode) -> str:
    async with centre.node.database.transaction() as session:
        enrolled = await applications.enrol(
            session, FORM["organisationName"], FORM["organisationCreditCode"], "operator"
        )
    return enrolled.code


def bearer(text: str) -> dict[str, str]:
    return {"authorization": f"Bearer {text}"}


async def count(centre: RunningNode) -> int:
    async with centre.node.database.transaction() as session:
        return await session.scalar(select(func.count()).select_from(ApplicationRow)) or 0


async def post(http: httpx.AsyncClient, path: str, body: Any, token: str) -> httpx.Response:
    return await http.post(f"{APPLY}{path}", json=body, headers=bearer(token))


async def test_an_enrolment_code_opens_one_application(centre: RunningNode) -> None:
    http, enrolment = await centre.client(), await code(centre)

    first = await post(http, "", FORM, enrolment)
    again = await post(http, "", FORM, enrolment)

    assert (first.status_code, first.json()["state"]) == (200, "draft")
    assert first.json()["number"].startswith(f"SQ-{today().year}-")
    assert (again.status_code, again.json()["respCode"]) == (401, "101")
    assert await count(centre) == 1


@pytest.mark.parametrize(
    ("change", "status", "loc"),
    [
        ({"organisationCreditCode": "91370500MA3C0E2T1A"}, 422, "/organisationCreditCode"),
        ({"scenes": ["industry_graph", "telepathy"]}, 422, "/scenes/1"),
        ({"sourceAddresses": ["everywhere"]}, 422, "/sourceAddresses/0"),
        ({"purposes": "短"}, 422, "/purposes"),
        ({"contactRole": ""}, 422, "/contactRole"),
    ],
)
async def test_a_form_with_mistakes_is_refused_and_uses_up_no_code(
    centre: RunningNode, change: dict[str, Any], status: int, loc: str
) -> None:
    http, enrolment = await centre.client(), await code(centre)

    refused = await post(http, "", {**FORM, **change}, enrolment)
    accepted = await post(http, "", FORM, enrolment)

    assert (refused.status_code, [error["loc"] for error in refused.json()["errors"]]) == (status, [loc])
    assert accepted.status_code == 200


async def test_an_expired_code_opens_nothing(centre: RunningNode) -> None:
    http, enrolment = await centre.client(), await code(centre)
    async with centre.node.database.transaction() as session:
        await session.execute(text("UPDATE exchange_enrolment SET expires_at = now()"))

    assert (await post(http, "", FORM, enrolment)).status_code == 401
    assert await count(centre) == 0


async def test_an_application_is_seen_and_moved_with_its_own_token_only(centre: RunningNode) -> None:
    http = await centre.client()
    (number, token), (_, foreign) = await draft(centre), await draft(centre)

    seen = await http.get(f"{APPLY}/{number}", headers=bearer(token))
    unseen = await http.get(f"{APPLY}/{number}", headers=bearer(foreign))
    moved = await post(http, f"/{number}/submissions", {}, foreign)

    assert seen.json()["actions"] == ["submissions"]
    assert (unseen.status_code, moved.status_code) == (401, 401)
    assert (await http.get(f"{APPLY}/{number}", headers=bearer(token))).json()["state"] == "draft"


async def test_a_returned_application_is_handed_in_again_with_another_form(centre: RunningNode) -> None:
    http, (number, token) = await centre.client(), await draft(centre)
    reviewer = await centre.person("exchange.review", "exchange.see")

    await post(http, f"/{number}/submissions", {}, token)
    todo = (await reviewer.get("/api/portal/todos?done=false")).json()["items"]
    bare = await reviewer.post(f"/api/exchange/applications/{number}/steps/return", json={})
    returned = await reviewer.post(
        f"/api/exchange/applications/{number}/steps/return", json={"reason": "用途写得不清楚"}
    )
    settled = (await reviewer.get("/api/portal/todos?done=false")).json()["items"]
    better = {**FORM, "purposes": "构建产业链全景图谱，服务链主企业补链强链"}
    again = await post(http, f"/{number}/submissions", {"form": better, "comment": "已补充"}, token)

    assert [item["title"] for item in todo] == [f"数据交换申请 {number}（轮胎橡胶产业大脑）待审核"]
    assert (bare.status_code, bare.json()["fields"]) == (
        422,
        [{"loc": "/reason", "message": "必填项不可为空"}],
    )
    assert (returned.json()["state"], settled) == ("returned", [])
    answer = again.json()
    assert (answer["state"], answer["form"]["purposes"]) == ("submitted", better["purposes"])
    assert [(entry["action"], entry["reason"]) for entry in answer["history"]] == [
        ("submissions", ""),
        ("return", "用途写得不清楚"),
        ("submissions", "已补充"),
    ]


async def test_a_step_at_the_wrong_moment_is_refused_and_leaves_no_trace(centre: RunningNode) -> None:
    http, (number, token) = await centre.client(), await draft(centre)
    reviewer = await centre.person("exchange.review", "exchange.see")

    early = await post(http, f"/{number}/test-requests", {}, token)
    approved = await reviewer.post(f"/api/exchange/applications/{number}/steps/approve", json={})
    automatic = await reviewer.post(f"/api/exchange/applications/{number}/steps/pass", json={})

    assert (early.status_code, early.json()["respCode"], early.json()["reason"]) == (409, "-1", "wrong_state")
    assert (approved.status_code, approved.json()["code"]) == (409, "wrong_state")
    assert automatic.status_code == 404
    view = (await reviewer.get(f"/api/exchange/applications/{number}")).json()
    assert (view["state"], view["history"]) == ("draft", [])


async def test_credentials_are_shown_once(centre: RunningNode) -> None:
    http, (number, token) = await centre.client(), await draft(centre)

    early = await post(http, f"/{number}/credentials", {"environment": "sandbox"}, token)
    await move(centre, number, *TO_TESTING)
    shown = await post(http, f"/{number}/credentials", {"environment": "sandbox"}, token)
    again = await post(http, f"/{number}/credentials", {"environment": "sandbox"}, token)
    production = await post(http, f"/{number}/credentials", {"environment": "production"}, token)

    assert (early.status_code, again.status_code, production.status_code) == (409, 409, 409)
    assert shown.json()["clientSecret"].startswith("cs_")
    assert shown.json()["scope"] == "distribution enterprise governance synergy"
    async with centre.node.get(Sandbox).node.database.transaction() as session:
        kept = (await session.execute(text("SELECT secret_hash, sign_key FROM exchange_client"))).one()
    assert shown.json()["clientSecret"] not in str(kept)
    assert shown.json()["signKey"].encode() not in bytes(kept[1])


async def rotated(caller: Caller) -> Caller:
    answer = await post(
        caller.http,
        f"/{caller.number}/credential-rotations",
        {"environment": "production"},
        caller.application_token,
    )
    shown = answer.json()
    return Caller(
        http=caller.http,
        number=caller.number,
        application_token=caller.application_token,
        client_id=shown["clientId"],
        client_secret=shown["clientSecret"],
        sign_key=shown["signKey"],
    )


async def test_after_a_rotation_both_pairs_work_until_the_overlap_ends(centre: RunningNode) -> None:
    old = await opened(centre)
    new = await rotated(old)
    await new.sign_in()

    both = [(await one.call("GET", "/ledger")).status_code for one in (old, new)]
    async with centre.node.database.transaction() as session:
        await session.execute(text("UPDATE exchange_client SET previous_until = now()"))
    after = [(await one.token()).status_code for one in (old, new)]
    signed = [(await one.call("GET", "/ledger")).status_code for one in (old, new)]

    assert both == [200, 200]
    assert after == [401, 200]
    assert signed == [400, 200]


async def test_voided_credentials_and_their_tokens_end_at_once_and_may_be_collected_anew(
    centre: RunningNode,
) -> None:
    caller = await opened(centre)
    operator = await centre.person("exchange.operate", "exchange.see")

    voided = await operator.post(
        f"/api/exchange/applications/{caller.number}/void-credentials", json={"environment": "production"}
    )
    call, token = await caller.call("GET", "/ledger"), await caller.token()
    again = await post(
        caller.http, f"/{caller.number}/credentials", {"environment": "production"}, caller.application_token
    )

    assert voided.json()["productionCollected"] is False
    assert (call.status_code, token.status_code) == (401, 401)
    assert again.json()["clientSecret"] != caller.client_secret


async def test_validity_ends_and_a_renewal_opens_it_again(centre: RunningNode) -> None:
    caller = await opened(centre)
    async with centre.node.database.transaction() as session:
        await session.execute(
            text("UPDATE exchange_application SET valid_until = :day"), {"day": today() - timedelta(days=1)}
        )

    await validity.watch(centre.node, {})
    await validity.watch(centre.node, {})
    closed = await caller.call("GET", "/ledger")
    asked = await post(
        caller.http, f"/{caller.number}/renewals", {"comment": "继续使用"}, caller.application_token
    )
    reviewer = await centre.person("exchange.review", "exchange.see")
    extended = await reviewer.post(f"/api/exchange/applications/{caller.number}/steps/extend", json={})

    assert (closed.status_code, closed.json()["respCode"]) == (403, "101")
    assert (asked.json()["state"], asked.json()["renewalPending"]) == ("expired", True)
    assert (extended.json()["state"], extended.json()["validUntil"]) == (
        "active",
        str(today() + timedelta(days=365)),
    )
    assert (await caller.call("GET", "/ledger")).status_code == 200
    assert [entry["action"] for entry in extended.json()["history"]][-3:] == ["expire", "renewals", "extend"]


async def test_an_end_coming_near_is_announced(centre: RunningNode) -> None:
    await opened(centre)
    reviewer = await centre.person("exchange.review")
    async with centre.node.database.transaction() as session:
        await session.execute(
            text("UPDATE exchange_application SET valid_until = :day"), {"day": today() + timedelta(days=7)}
        )

    await validity.watch(centre.node, {})

    messages = (await reviewer.get("/api/portal/messages")).json()["items"]
    assert any("到期" in item["title"] for item in messages)


CLASSES = [InterfaceClass.GOVERNANCE]


async def conformance_run(centre: RunningNode, caller: Caller) -> ConformanceRun:
    """What a run leaves behind in the sandbox, and the brain's account of it."""
    results = []
    for check in checks_for(CLASSES):
        place = (
            "/exchange/v1/ledger" if check.id == "report.ledger" else PLACES.get(check.group, "/oauth/token")
        )
        path = place + scenes()["industry_graph"].slug if check.id == "report.accepted" else place
        trace = Trace(
            client_id=caller.client_id,
            method="GET",
            path=path,
            status=check.status,
            code=check.code,
            reason=None,
        )
        await calls.record(centre.node.get(Sandbox).node, f"run-{check.id}", trace)
        results.append(
            CheckResult(
                id=check.id, passed=True, request_ids=[f"run-{check.id}"], observed="", milliseconds=1
            )
        )
    return ConformanceRun(
        run_id="run-1", software="test", started_at=now(), finished_at=now(), results=results
    )


async def hand_in(caller: Caller, run: ConformanceRun, **changes: Any) -> httpx.Response:
    signature = ALGORITHMS["hmac-sm3"](caller.sign_key.encode(), conformance.statement(run))
    report = ConformanceReport(run=run, algorithm="hmac-sm3", signature=changes.get("signature", signature))
    return await caller.call("POST", "/conformance-reports", msgspec.json.encode(report))


async def tested(centre: RunningNode) -> Caller:
    return await opened(centre, "sandbox", interfaceClasses=["governance"], scenes=["industry_graph"])


async def state(centre: RunningNode, caller: Caller) -> str:
    reviewer = await centre.person("exchange.see")
    return str((await reviewer.get(f"/api/exchange/applications/{caller.number}")).json()["state"])


async def test_a_confirmed_run_passes_and_is_countersigned(centre: RunningNode) -> None:
    caller = await tested(centre)
    run = await conformance_run(centre, caller)

    answer = (await hand_in(caller, run)).json()
    again = (await hand_in(caller, run)).json()

    assert (answer["verdict"], answer["problems"]) == ("passed", [])
    at = msgspec.convert(answer["countersignedAt"], type(run.started_at))
    expected = ALGORITHMS["hmac-sm3"](
        caller.sign_key.encode(), conformance.verdict_statement(run, "passed", at)
    )
    assert answer["countersignature"] == again["countersignature"] == expected
    assert await state(centre, caller) == "test_passed"


async def test_the_centre_shows_a_report_check_by_check(centre: RunningNode) -> None:
    caller = await tested(centre)
    run = await conformance_run(centre, caller)
    missing, second = run.results[0], run.results[1]
    run.results = run.results[1:]
    await hand_in(caller, run)
    reader = await centre.person("exchange.see")

    (report,) = (await reader.get(f"/api/exchange/applications/{caller.number}")).json()["conformance"]

    assert (report["runId"], report["verdict"], report["software"]) == (run.run_id, "failed", run.software)
    assert [check["id"] for check in report["checks"]] == [missing.id, *(each.id for each in run.results)]
    assert report["checks"][0] == {
        "id": "token.obtained",
        "group": "identity",
        "title": "用标识码与密钥取得访问令牌",
        "expectedStatus": 200,
        "expectedCode": "100",
        "passed": False,
        "observed": "",
        "milliseconds": 0,
        "requestIds": [],
        "problems": ["用标识码与密钥取得访问令牌：没有执行"],
    }
    assert (report["checks"][1]["requestIds"], report["checks"][1]["problems"]) == (second.request_ids, [])


async def test_a_run_with_a_gap_fails_and_lists_what_to_mend(centre: RunningNode) -> None:
    caller = await tested(centre)
    run = await conformance_run(centre, caller)
    run.results = run.results[1:]

    answer = (await hand_in(caller, run)).json()
    bare = await post(caller.http, f"/{caller.number}/test-requests", {}, caller.application_token)
    mended = await post(
        caller.http, f"/{caller.number}/test-requests", {"comment": "已整改"}, caller.application_token
    )

    assert (answer["verdict"], [problem["id"] for problem in answer["problems"]]) == (
        "failed",
        ["token.obtained"],
    )
    assert bare.status_code == 422
    assert mended.json()["state"] == "testing"


async def test_a_report_with_a_wrong_signature_is_refused_and_moves_nothing(centre: RunningNode) -> None:
    caller = await tested(centre)

    answer = await hand_in(caller, await conformance_run(centre, caller), signature="0" * 64)

    assert (answer.status_code, answer.json()["respCode"]) == (400, "102")
    assert await state(centre, caller) == "testing"


async def test_production_takes_no_conformance_reports(centre: RunningNode) -> None:
    caller = await opened(centre)

    answer = await caller.call("POST", "/conformance-reports", {})

    assert (answer.status_code, answer.json()["respCode"]) == (404, "-1")


def test_the_form_of_the_tests_is_a_form() -> None:
    assert msgspec.convert(FORM, ApplicationForm).interface_classes == list(InterfaceClass)
