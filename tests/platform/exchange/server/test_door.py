"""The door: tokens, levels of authorisation, signatures, rate, addresses, sandbox."""

import time
from base64 import b64encode
from typing import Any

import httpx
import pytest
from sqlalchemy import select, text

from brain.platform.exchange import protocol
from brain.platform.exchange.server.contract import Sandbox
from brain.platform.exchange.server.models.access import AlarmRow
from brain.platform.exchange.server.models.data import CallRow
from brain.platform.exchange.server.service import tokens
from tests.conftest import RunningNode, running_node
from tests.exchange_caller import Caller, move, opened


def outcome(answer: httpx.Response) -> tuple[int, str, str | None]:
    body = answer.json()
    return answer.status_code, body["respCode"], body.get("reason")


@pytest.fixture
async def caller(centre: RunningNode) -> Caller:
    return await opened(centre)


async def test_a_token_says_what_it_opens_and_how_long(caller: Caller) -> None:
    answer = await caller.token()

    body = answer.json()
    assert (body["respCode"], body["respDesc"], body["token_type"], body["expires_in"]) == (
        "100",
        "响应成功",
        "Bearer",
        1800,
    )
    assert body["scope"] == "distribution enterprise governance synergy"
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["pragma"] == "no-cache"


async def test_secrets_may_come_in_the_form_instead_of_basic_but_not_in_both(caller: Caller) -> None:
    form = {
        "grant_type": "client_credentials",
        "client_id": caller.client_id,
        "client_secret": caller.client_secret,
    }

    alone = await caller.http.post("/oauth/token", data=form)
    both = await caller.http.post("/oauth/token", data=form, auth=(caller.client_id, caller.client_secret))

    assert outcome(alone) == (200, "100", None)
    assert both.status_code == 400
    assert both.json()["error"] == "invalid_request"


@pytest.mark.parametrize(
    ("form", "error"),
    [
        ({"grant_type": "password"}, "unsupported_grant_type"),
        ({"grant_type": ""}, "invalid_request"),
        ({"scope": "enterprise everything"}, "invalid_scope"),
    ],
)
async def test_the_token_endpoint_speaks_rfc_6749(caller: Caller, form: dict[str, str], error: str) -> None:
    answer = await caller.token(**form)

    assert outcome(answer) == (400, "-1", "bad_grant")
    assert answer.json()["error"] == error
    assert answer.json()["error_description"]


@pytest.mark.parametrize("header", ["Basic !!!", "Bearer abc", f"Basic {b64encode(b'nobody').decode()}"])
async def test_a_malformed_authorization_is_an_unknown_client(caller: Caller, header: str) -> None:
    answer = await caller.http.post(
        "/oauth/token", data={"grant_type": "client_credentials"}, headers={"authorization": header}
    )

    assert outcome(answer) == (401, "101", "invalid_client")
    assert answer.json()["error"] == "invalid_client"
    assert answer.headers["www-authenticate"] == 'Basic realm="exchange"'


async def test_failures_lock_the_address_and_not_the_client_elsewhere(
    centre: RunningNode, caller: Caller
) -> None:
    right, caller.client_secret = caller.client_secret, "cs_wrong"
    answers = [outcome(await caller.token()) for _ in range(6)]
    caller.client_secret = right
    locked = await caller.token()
    async with centre.node.database.transaction() as session:
        await session.execute(
            text("UPDATE exchange_failure SET subject = replace(subject, '127.0.0.1', '10.9.9.9')")
        )
    elsewhere = await caller.token()

    assert answers[:5] == [(401, "101", "invalid_client")] * 5
    assert answers[5] == (429, "-1", "too_many")
    assert outcome(locked) == (429, "-1", "too_many")
    assert 1 <= int(locked.headers["retry-after"]) <= 30
    assert outcome(elsewhere) == (200, "100", None)


async def test_without_a_token_the_answer_names_the_scheme_only(caller: Caller) -> None:
    answer = await caller.call("GET", "/ledger", headers={"authorization": None})

    assert outcome(answer) == (401, "101", "invalid_token")
    assert answer.headers["www-authenticate"] == 'Bearer realm="exchange"'


@pytest.mark.parametrize("token", ["bt_", "bt_AAAA", "nonsense", "bt_" + "A" * 200])
async def test_a_forged_token_is_refused(caller: Caller, token: str) -> None:
    caller.access_token = token

    answer = await caller.call("GET", "/ledger")

    assert outcome(answer) == (401, "101", "invalid_token")
    assert answer.headers["www-authenticate"] == 'Bearer realm="exchange", error="invalid_token"'


async def test_an_expired_token_is_refused(centre: RunningNode) -> None:
    caller = await opened(centre, "sandbox")
    await caller.sign_in(lifetime="1")
    fresh = await caller.call("GET", "/ledger")
    time.sleep(1.1)
    stale = await caller.call("GET", "/ledger")

    assert outcome(fresh) == (200, "100", None)
    assert outcome(stale) == (401, "101", "invalid_token")


async def test_production_gives_no_shorter_tokens_on_request(caller: Caller) -> None:
    assert (await caller.token(lifetime="1")).json()["expires_in"] == tokens.LIFETIME.total_seconds()


async def test_a_revoked_token_is_refused_and_others_go_on(caller: Caller) -> None:
    first = caller.access_token
    await caller.sign_in()
    revoked = await caller.http.post(
        "/oauth/revoke", data={"token": first}, auth=(caller.client_id, caller.client_secret)
    )
    other = await caller.call("GET", "/ledger")
    caller.access_token = first
    refused = await caller.call("GET", "/ledger")

    assert outcome(revoked) == (200, "100", None)
    assert outcome(other) == (200, "100", None)
    assert outcome(refused) == (401, "101", "invalid_token")


async def test_a_client_cannot_revoke_the_token_of_another(centre: RunningNode, caller: Caller) -> None:
    other = await opened(centre)

    await other.http.post(
        "/oauth/revoke", data={"token": caller.access_token}, auth=(other.client_id, other.client_secret)
    )

    assert outcome(await caller.call("GET", "/ledger")) == (200, "100", None)


async def test_a_token_without_the_class_does_not_open_it(caller: Caller) -> None:
    await caller.sign_in(scope="distribution")

    answer = await caller.call("GET", "/enterprises/changes")

    assert outcome(answer) == (403, "101", "insufficient_scope")
    assert answer.headers["www-authenticate"] == (
        'Bearer realm="exchange", error="insufficient_scope", scope="enterprise"'
    )


async def test_a_class_that_was_not_granted_is_not_opened(centre: RunningNode) -> None:
    caller = await opened(centre, interfaceClasses=["distribution"])

    answer = await caller.call("GET", "/enterprises/changes")

    assert outcome(answer) == (403, "101", "not_opened")


async def test_scene_and_user_are_levels_of_their_own(centre: RunningNode) -> None:
    caller = await opened(centre, scenes=["industry_graph"])

    unnamed = await caller.call("GET", "/enterprises/changes", headers={protocol.SCENE_HEADER: None})
    foreign = await caller.call("GET", "/enterprises/changes", headers={protocol.SCENE_HEADER: "group_sales"})
    stranger = await caller.call("GET", "/ledger", headers={protocol.USER_HEADER: "li.si"})
    known = await caller.call("GET", "/ledger", headers={protocol.USER_HEADER: "zhang.san"})

    assert outcome(unnamed) == (422, "103", "fields_missing")
    assert outcome(foreign) == (403, "101", "not_opened")
    assert outcome(stranger) == (403, "101", "not_opened")
    assert outcome(known) == (200, "100", None)


@pytest.mark.parametrize(
    "name",
    [
        protocol.TIMESTAMP_HEADER,
        protocol.NONCE_HEADER,
        protocol.DIGEST_HEADER,
        protocol.SIGNATURE_HEADER,
    ],
)
async def test_every_signature_header_is_needed_and_has_a_shape(caller: Caller, name: str) -> None:
    missing = await caller.call("GET", "/ledger", headers={name: None})
    malformed = await caller.call("GET", "/ledger", headers={name: "?"})

    assert outcome(missing) == (400, "102", "bad_signature")
    assert name in missing.json()["respDesc"]
    assert outcome(malformed) == (400, "102", "bad_signature")


@pytest.mark.parametrize(
    "changes",
    [
        {"sign_key": "sk_wrong"},
        {"timestamp": 1_600_000_000_000},
        {"headers": {protocol.ALGORITHM_HEADER: "md5"}},
        {"headers": {protocol.ALGORITHM_HEADER: "hmac-sha256"}},
    ],
)
async def test_a_signature_that_does_not_hold_is_refused(caller: Caller, changes: dict[str, Any]) -> None:
    assert outcome(await caller.call("GET", "/ledger", **changes)) == (400, "102", "bad_signature")


async def test_an_old_timestamp_is_told_the_time_of_the_server(caller: Caller) -> None:
    answer = await caller.call("GET", "/ledger", timestamp=round((time.time() - 301) * 1000))

    assert outcome(answer) == (400, "102", "bad_signature")
    assert abs(answer.json()["serverTime"] / 1000 - time.time()) < 5


async def test_another_algorithm_may_be_named(caller: Caller) -> None:
    assert outcome(await caller.call("GET", "/ledger", algorithm="hmac-sha256")) == (200, "100", None)


async def test_what_was_signed_is_what_counts(caller: Caller) -> None:
    headers = caller.headers("GET", "/exchange/v1/ledger", b"")

    other = await caller.http.get("/exchange/v1/ledger?date=2026-01-01", headers=headers)

    assert outcome(other) == (400, "102", "bad_signature")


async def test_a_replay_is_refused(caller: Caller) -> None:
    headers = caller.headers("GET", "/exchange/v1/ledger", b"")

    first = await caller.http.get("/exchange/v1/ledger", headers=headers)
    again = await caller.http.get("/exchange/v1/ledger", headers=headers)

    assert outcome(first) == (200, "100", None)
    assert outcome(again) == (400, "102", "bad_signature")


async def test_too_many_calls_are_slowed_and_people_are_told_once(centre: RunningNode) -> None:
    caller = await opened(centre)
    async with centre.node.database.transaction() as session:
        await session.execute(text("UPDATE exchange_client SET calls_per_minute = 12"))
        await session.execute(text("UPDATE exchange_rate SET calls = 0"))
    operator = await centre.person("exchange.operate", "exchange.see")

    answers = [await caller.call("GET", "/ledger") for _ in range(8)]

    refused = [answer for answer in answers if answer.status_code == 429]
    assert len(refused) >= 4  # a window may end in between
    assert outcome(refused[0]) == (429, "-1", "too_many")
    assert 1 <= refused[0].json()["retryAfter"] == int(refused[0].headers["retry-after"]) <= 10
    todos = (await operator.get("/api/portal/todos")).json()
    assert [item["title"] for item in todos["items"]] == ["轮胎橡胶产业大脑：调用频率异常"]
    async with centre.node.database.transaction() as session:
        alarm = (await session.scalars(select(AlarmRow))).one()
    assert (alarm.kind, alarm.times) == ("rate", len(refused))


async def test_calls_from_unregistered_addresses_are_refused_at_both_doors(centre: RunningNode) -> None:
    caller = await opened(centre)
    async with centre.node.database.transaction() as session:
        await session.execute(text("UPDATE exchange_client SET addresses = '{10.0.0.0/8}'"))

    token, call = await caller.token(), await caller.call("GET", "/ledger")

    assert (token.status_code, token.json()["respCode"]) == (400, "101")
    assert token.json()["error"] == "unauthorized_client"
    assert outcome(call) == (403, "101", "not_opened")


async def statuses_by_forwarded_address(centre: RunningNode) -> dict[str, int]:
    """Calls of a client that is bound to 198.51.100.0/24, from one that is in there and one that is not."""
    caller = await opened(centre)
    async with centre.node.database.transaction() as session:
        await session.execute(text("UPDATE exchange_client SET addresses = '{198.51.100.0/24}'"))
    return {
        address: (await caller.call("GET", "/ledger", headers={"X-Forwarded-For": address})).status_code
        for address in ("198.51.100.7", "203.0.113.9", "198.51.100.7, 203.0.113.9")
    }


async def test_a_forwarded_address_does_not_count_from_a_proxy_that_is_not_trusted(
    centre: RunningNode,
) -> None:
    assert set((await statuses_by_forwarded_address(centre)).values()) == {403}


async def test_a_forwarded_address_counts_from_a_trusted_proxy(centre: RunningNode) -> None:
    """Only the last hop before the proxy counts, not what the caller claims to have come through."""
    http = centre.settings.http.model_copy(update={"proxies": ("127.0.0.1",)})
    behind_a_proxy = centre.settings.model_copy(update={"http": http})
    async with running_node(behind_a_proxy) as again:
        assert await statuses_by_forwarded_address(again) == {
            "198.51.100.7": 200,
            "203.0.113.9": 403,
            "198.51.100.7, 203.0.113.9": 403,
        }


@pytest.mark.parametrize("step", ["suspend", "revoke", "expire"])
async def test_closing_an_application_works_at_once(centre: RunningNode, step: str) -> None:
    caller = await opened(centre)
    before = await caller.call("GET", "/ledger")

    await move(centre, caller.number, step)

    assert outcome(before) == (200, "100", None)
    assert outcome(await caller.call("GET", "/ledger")) == (403, "101", "not_opened")
    assert (await caller.token()).json()["error"] == "unauthorized_client"


async def test_production_credentials_do_not_open_the_sandbox(centre: RunningNode) -> None:
    caller = await opened(centre)
    caller.prefix = "/sandbox"

    assert outcome(await caller.token()) == (401, "101", "invalid_client")
    assert outcome(await caller.call("GET", "/ledger")) == (401, "101", "invalid_token")


@pytest.mark.parametrize(
    ("kind", "expected"),
    [("failure", (500, "-1", "provoked_failure")), ("timeout", (504, "105", "answer_too_late"))],
)
async def test_the_sandbox_fails_on_request(
    centre: RunningNode, kind: str, expected: tuple[int, str, str]
) -> None:
    caller = await opened(centre, "sandbox")

    answer = await caller.call("GET", "/ledger", headers={protocol.PROVOKE_HEADER: kind})

    assert outcome(answer) == expected


async def test_a_provoked_burst_uses_up_the_window(centre: RunningNode) -> None:
    caller = await opened(centre, "sandbox")

    burst = await caller.call("GET", "/ledger", headers={protocol.PROVOKE_HEADER: "burst"})

    assert outcome(burst) == (429, "-1", "too_many")


async def test_production_cannot_be_provoked(caller: Caller) -> None:
    answer = await caller.call("GET", "/ledger", headers={protocol.PROVOKE_HEADER: "failure"})

    assert outcome(answer) == (200, "100", None)


async def test_the_sandbox_remembers_its_calls_by_the_callers_own_id(centre: RunningNode) -> None:
    caller = await opened(centre, "sandbox")

    answer = await caller.call("GET", "/ledger", headers={protocol.REQUEST_ID_HEADER: "check-0001"})

    assert answer.json()["requestId"] == answer.headers["x-request-id"] == "check-0001"
    async with centre.node.get(Sandbox).node.database.transaction() as session:
        row = (await session.scalars(select(CallRow).where(CallRow.request_id == "check-0001"))).one()
    assert (row.client_id, row.path, row.status, row.resp_code) == (
        caller.client_id,
        "/exchange/v1/ledger",
        200,
        "100",
    )
