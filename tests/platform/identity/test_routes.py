"""Signing in, accounts, roles and organisations through HTTP."""

from datetime import timedelta

import pytest
from sqlalchemy import select, text, update
from sqlalchemy.exc import IntegrityError

from brain.kit.clock import now
from brain.platform.identity.models import AccountRow, RoleGrantRow, SessionRow
from brain.platform.identity.service import accounts
from tests.conftest import RunningNode, running_node

GOOD = "Copper-River-81"


async def first_administrators(centre: RunningNode) -> dict[str, str]:
    async with centre.node.database.transaction() as session:
        created = await accounts.create_first_administrators(session)
    return {first.username: first.password for first in created}


async def test_the_first_start_makes_three_administrators_and_later_starts_none(centre: RunningNode) -> None:
    first = await first_administrators(centre)

    assert sorted(first) == ["audit-admin", "security-admin", "system-admin"]
    assert await first_administrators(centre) == {}


async def test_a_one_time_password_opens_nothing_until_it_is_changed(centre: RunningNode) -> None:
    password = (await first_administrators(centre))["system-admin"]
    client, elsewhere = await centre.client(), await centre.client()
    await elsewhere.post("/api/session", json={"username": "system-admin", "password": password})

    opened = await client.post("/api/session", json={"username": "System-Admin", "password": password})
    refused = await client.get("/api/identity/accounts")
    changed = await client.post("/api/session/password", json={"oldPassword": password, "newPassword": GOOD})
    allowed = await client.get("/api/identity/accounts")
    ended = await elsewhere.get("/api/session")
    again = await elsewhere.post("/api/session", json={"username": "system-admin", "password": GOOD})

    assert (opened.status_code, opened.json()["mustChangePassword"]) == (200, True)
    assert (refused.status_code, refused.json()["code"]) == (403, "password_must_change")
    assert changed.status_code == 204
    assert (allowed.status_code, allowed.json()["total"]) == (200, 3)
    assert ended.status_code == 204
    assert (again.status_code, again.json()["mustChangePassword"]) == (200, False)


async def test_the_session_cookie_is_out_of_reach_of_scripts_and_other_sites(centre: RunningNode) -> None:
    password = (await first_administrators(centre))["system-admin"]
    client = await centre.client()

    opened = await client.post("/api/session", json={"username": "system-admin", "password": password})

    cookie = opened.headers["set-cookie"]
    assert cookie.startswith("brain_session_capability_centre=bs_")
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie


@pytest.mark.parametrize(
    ("proxies", "recorded", "secure"), [(("127.0.0.1",), "198.51.100.7", True), ((), "127.0.0.1", False)]
)
async def test_address_and_scheme_are_taken_from_a_trusted_proxy_only(
    centre: RunningNode, proxies: tuple[str, ...], recorded: str, *, secure: bool
) -> None:
    password = (await first_administrators(centre))["system-admin"]
    http = centre.settings.http.model_copy(update={"proxies": proxies})
    said = {"X-Forwarded-For": "1.1.1.1, 198.51.100.7", "X-Forwarded-Proto": "https"}
    async with running_node(centre.settings.model_copy(update={"http": http})) as again:
        opened = await (await again.client()).post(
            "/api/session", json={"username": "system-admin", "password": password}, headers=said
        )

    async with centre.node.database.transaction() as session:
        addresses = list(await session.scalars(select(SessionRow.address)))
    assert (addresses, "Secure" in opened.headers["set-cookie"]) == ([recorded], secure)


async def test_five_failures_lock_the_account_even_for_the_right_password(centre: RunningNode) -> None:
    password = (await first_administrators(centre))["audit-admin"]
    client = await centre.client()

    wrong = [
        (await client.post("/api/session", json={"username": "audit-admin", "password": "no"})).json()["code"]
        for _ in range(5)
    ]
    locked = await client.post("/api/session", json={"username": "audit-admin", "password": password})

    assert wrong == ["invalid_credentials"] * 4 + ["account_locked"]
    assert (locked.status_code, locked.json()["code"]) == (423, "account_locked")
    assert 890 < locked.json()["retryAfterSeconds"] <= 900


async def test_an_unknown_name_is_answered_like_a_wrong_password(centre: RunningNode) -> None:
    client = await centre.client()

    answer = await client.post("/api/session", json={"username": "nobody", "password": "no"})

    assert (answer.status_code, answer.json()["message"]) == (401, "用户名或密码不正确")


@pytest.mark.parametrize(
    ("column", "age"),
    [("seen_at", timedelta(minutes=30, seconds=5)), ("created_at", timedelta(hours=12, seconds=5))],
)
async def test_a_session_ends_when_idle_and_at_its_absolute_time(
    centre: RunningNode, column: str, age: timedelta
) -> None:
    person = await centre.person()
    async with centre.node.database.transaction() as session:
        await session.execute(update(SessionRow).values({column: now() - age}))

    answer = await person.get("/api/session")

    assert answer.status_code == 204
    assert (await person.get("/api/portal/menu")).json()["code"] == "unauthenticated"


async def test_a_former_password_is_refused_and_the_session_goes_on(centre: RunningNode) -> None:
    password = (await first_administrators(centre))["system-admin"]
    client = await centre.client()
    await client.post("/api/session", json={"username": "system-admin", "password": password})
    await client.post("/api/session/password", json={"oldPassword": password, "newPassword": GOOD})

    answer = await client.post("/api/session/password", json={"oldPassword": GOOD, "newPassword": GOOD})

    assert answer.json()["fields"] == [{"loc": "/body/newPassword", "message": "不能与最近用过的密码相同"}]
    assert (await client.get("/api/session")).status_code == 200


async def test_a_post_without_the_portals_own_header_is_taken_for_a_forgery(centre: RunningNode) -> None:
    client = await centre.client()

    answer = await client.post("/api/session", json={}, headers={"x-requested-with": "elsewhere"})

    assert (answer.status_code, answer.json()["code"]) == (403, "forgery_suspected")


async def test_a_machine_needs_its_token_alone(centre: RunningNode) -> None:
    machine = await centre.client()
    del machine.headers["x-requested-with"]

    answer = await machine.post("/api/shared/1/receipts", json={}, headers={"authorization": "Bearer wrong"})

    assert answer.status_code == 401


async def test_the_system_administrator_makes_accounts_and_the_security_administrator_grants(
    centre: RunningNode,
) -> None:
    system = await centre.person("identity.manage_accounts", "identity.see_accounts")
    security = await centre.person("identity.grant_roles", "identity.see_accounts")

    made = await system.post("/api/identity/accounts", json={"username": "Li.Si", "name": "李四"})
    account_id = (await system.get("/api/identity/accounts?q=li.si")).json()["items"][0]["id"]
    url = f"/api/identity/accounts/{account_id}/roles"
    refused = await system.post(url, json={"roles": ["operator"]})
    granted = await security.post(url, json={"roles": ["operator", "audit_admin"]})
    meeting = await security.post(url, json={"roles": ["system_admin", "audit_admin"]})
    after = (await system.get("/api/identity/accounts?q=李四")).json()["items"][0]

    assert (made.status_code, made.json()["username"]) == (201, "li.si")
    assert (refused.status_code, refused.json()["scope"]) == (403, "identity.grant_roles")
    assert (granted.status_code, granted.json()["roles"]) == (200, ["audit_admin", "operator"])
    assert (meeting.status_code, meeting.json()["code"]) == (409, "administrators_meet")
    assert after["roles"] == ["audit_admin", "operator"]


async def test_the_database_itself_keeps_two_administrators_apart(centre: RunningNode) -> None:
    await centre.person()
    async with centre.node.database.transaction() as session:
        account_id = await session.scalar(select(AccountRow.id))

    with pytest.raises(IntegrityError):
        async with centre.node.database.transaction() as session:
            session.add_all(
                RoleGrantRow(account_id=account_id, role=role, granted_by="test", granted_at=now())
                for role in ("system_admin", "audit_admin")
            )


async def test_nobody_changes_his_own_roles(centre: RunningNode) -> None:
    security = await centre.person("identity.grant_roles")
    own = (await security.get("/api/session")).json()["account"]["id"]

    answer = await security.post(f"/api/identity/accounts/{own}/roles", json={"roles": ["operator"]})

    assert (answer.status_code, answer.json()["message"]) == (403, "不能修改自己的角色")


async def test_a_disabled_account_is_out_at_once(centre: RunningNode) -> None:
    system = await centre.person("identity.manage_accounts")
    person = await centre.person()
    account_id = (await person.get("/api/session")).json()["account"]["id"]

    await system.post(f"/api/identity/accounts/{account_id}/enabled", json={"enabled": False})

    assert (await person.get("/api/portal/menu")).status_code == 401


async def test_organisations_carry_a_well_shaped_code_once(centre: RunningNode) -> None:
    system = await centre.person("identity.manage_accounts", "identity.see_accounts")
    wanted = {"name": "东营市轮胎产业大脑有限公司", "creditCode": "911101066976941872"}

    made = await system.post("/api/identity/organisations", json=wanted)
    twice = await system.post("/api/identity/organisations", json={**wanted, "name": "另一个名称"})
    shapeless = await system.post("/api/identity/organisations", json={"name": "某机构", "creditCode": "123"})
    listed = await system.get("/api/identity/organisations")

    assert (made.status_code, made.json()["creditCode"]) == (201, "911101066976941872")
    assert (twice.status_code, twice.json()["code"]) == (409, "conflict")
    assert shapeless.status_code == 422
    assert listed.json()["total"] == 1


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/api/identity/roles"),
        ("GET", "/api/identity/accounts"),
        ("GET", "/api/identity/organisations"),
        ("POST", "/api/identity/accounts"),
        ("POST", "/api/identity/accounts/1/password-resets"),
        ("POST", "/api/identity/accounts/1/enabled"),
        ("POST", "/api/identity/accounts/1/roles"),
        ("POST", "/api/identity/organisations"),
        ("POST", "/api/identity/organisations/1/enabled"),
    ],
)
async def test_without_a_session_or_without_the_right_nothing_opens(
    centre: RunningNode, method: str, path: str
) -> None:
    stranger, person = await centre.client(), await centre.person("portal.nothing")
    bodies = {"username": "x.y", "name": "名称", "enabled": False, "roles": []}
    allowed = {
        "accounts": ("username", "name"),
        "enabled": ("enabled",),
        "roles": ("roles",),
        "organisations": ("name",),
    }
    body = (
        {key: bodies[key] for key in allowed.get(path.rsplit("/", 1)[-1], ())} if method == "POST" else None
    )

    without_session = await stranger.request(method, path, json=body)
    without_right = await person.request(method, path, json=body)

    assert without_session.status_code == 401
    assert without_right.status_code == 403
    async with centre.node.database.transaction() as session:
        assert (
            await session.scalar(text("SELECT count(*) FROM identity_account WHERE disabled_at IS NULL")) == 1
        )
