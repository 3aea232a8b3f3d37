"""Who may do what with factories and links: allowed, refused by rule, refused by right."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from brain.kit.clock import now, today
from brain.platform.data_warehouse import service as warehouse
from brain.platform.data_warehouse.contract import Enterprise, Source
from brain.platform.factory_link.brain.service import inviting
from brain.platform.shop_floor.domain.readings import ValueKind
from tests.link_sides import CREDIT_CODE, Sides

FACTORIES = "/api/factory-link/factories"
LINK = "/api/brain-link"
INVITATION = {"creditCode": CREDIT_CODE, "title": "示例轮胎一厂"}
NOBODY = "00000000-0000-0000-0000-000000000000"


async def test_an_operator_invites_and_sees_the_code_once(sides: Sides) -> None:
    operator = await sides.brain.person("factory_link.invite", "factory_link.see")

    made = await operator.post(FACTORIES, json=INVITATION)

    assert made.status_code == 201
    assert len(made.json()["code"].replace("-", "")) == 12
    factory = made.json()["factory"]
    assert factory["state"] == "invited"
    shown = (await operator.get(f"{FACTORIES}/{factory['id']}")).json()
    assert "code" not in shown
    assert (await operator.get(f"{FACTORIES}?q=示例")).json()["total"] == 1
    assert (await operator.get(f"{FACTORIES}?q=别的")).json()["total"] == 0
    assert (await operator.get(f"{FACTORIES}?state=revoked")).json()["total"] == 0


@pytest.mark.parametrize(
    "wrong", [{"creditCode": "91370523MA3C0E2T1X"}, {"creditCode": "1"}, {"title": " "}, {"more": 1}]
)
async def test_a_wrong_invitation_is_refused(sides: Sides, wrong: dict[str, Any]) -> None:
    operator = await sides.brain.person("factory_link.invite")

    assert (await operator.post(FACTORIES, json=INVITATION | wrong)).status_code == 422


async def test_a_factory_goes_through_its_stages_by_those_who_may(sides: Sides) -> None:
    link = await sides.enrolled()
    reviewer = await sides.brain.person("factory_link.confirm", "factory_link.see")
    place = f"{FACTORIES}/{link.id}"

    async def post(what: str, body: dict[str, Any]) -> Any:
        return await reviewer.post(f"{place}/{what}", json=body)

    assert (await post("confirmation", {"checkNumber": "12"})).status_code == 422
    assert (await post("suspension", {"reason": "检修"})).status_code == 409, "it is not in use yet"
    confirmed = await post("confirmation", {"checkNumber": link.check_number})
    assert (confirmed.status_code, confirmed.json()["state"]) == (200, "active")
    assert (await post("confirmation", {"checkNumber": link.check_number})).status_code == 409
    assert (await post("suspension", {"reason": "检修"})).json()["state"] == "suspended"
    assert (await reviewer.delete(f"{place}/suspension")).json()["state"] == "active"
    assert (await reviewer.delete(f"{place}/suspension")).status_code == 409
    assert (await post("revocation", {"reason": ""})).status_code == 422
    assert (await post("revocation", {"reason": "设备报废"})).json()["state"] == "revoked"
    assert (await post("revocation", {"reason": "设备报废"})).status_code == 200, "once more changes nothing"
    assert (await post("suspension", {"reason": "检修"})).status_code == 409


async def test_values_are_read_for_a_purpose_by_those_who_may(sides: Sides) -> None:
    link = await sides.confirmed()
    points = await sides.points("press.temperature")
    await sides.consented(points)
    await sides.put("press.temperature", 171.5)
    await sides.sent()
    analyst = await sides.brain.person("factory_link.read", "factory_link.see")
    begin, end = (now() - timedelta(hours=1)).isoformat(), (now() + timedelta(minutes=1)).isoformat()
    asked: dict[str, Any] = {
        "purpose": "monitoring",
        "begin": begin,
        "end": end,
        "point": points,
        "what": "看硫化温度",
    }
    place = f"{FACTORIES}/{link.id}"

    read = await analyst.get(f"{place}/readings", params=asked)
    shared = (await analyst.get(f"{place}/shared")).json()

    assert [item["value"] for item in read.json()["items"]] == [171.5]
    assert (await analyst.get(f"{place}/readings", params=asked | {"what": ""})).status_code == 422
    late = asked | {"begin": end, "end": begin}
    assert (await analyst.get(f"{place}/readings", params=late)).status_code == 422
    assert [point["code"] for point in shared["points"]] == ["press.temperature"]
    assert shared["day"]["points"] == 1


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("GET", "", None),
        ("POST", "", INVITATION),
        ("GET", f"/{NOBODY}", None),
        ("POST", f"/{NOBODY}/confirmation", {"checkNumber": "123456"}),
        ("POST", f"/{NOBODY}/suspension", {"reason": "检修"}),
        ("DELETE", f"/{NOBODY}/suspension", None),
        ("POST", f"/{NOBODY}/revocation", {"reason": "检修"}),
        ("GET", f"/{NOBODY}/shared", None),
        ("GET", f"/{NOBODY}/readings", None),
    ],
)
async def test_factories_are_closed_to_others_and_unknown_ones_are_not_found(
    sides: Sides, method: str, path: str, body: Any
) -> None:
    stranger = await sides.brain.person("portal.see")
    everything = await sides.brain.person(
        *(f"factory_link.{each}" for each in ("see", "invite", "confirm", "read"))
    )

    assert (await stranger.request(method, FACTORIES + path, json=body)).status_code == 403
    if NOBODY in path and "readings" not in path:
        assert (await everything.request(method, FACTORIES + path, json=body)).status_code == 404
    assert (
        await (await sides.brain.client()).request(method, FACTORIES + path, json=body)
    ).status_code == 401


async def test_an_owner_joins_consents_changes_and_withdraws(sides: Sides) -> None:
    code = await sides.invited()
    owner = await sides.gateway.person("brain_link.see", "brain_link.enrol", "brain_link.consent")
    points = await sides.points("a", "b")
    wanted = {"purpose": "benchmark", "granularity": {"kind": "aggregated", "seconds": 900}, "points": points}

    assert (await owner.post(f"{LINK}/consents", json=wanted)).status_code == 409, "there is no link yet"
    joined = await owner.post(LINK, json={"url": "http://brain.test", "code": code})
    assert (joined.status_code, joined.json()["state"]) == (201, "claimed")
    assert (await owner.post(f"{LINK}/confirmation")).json()["state"] == "confirmed"
    given = await owner.post(f"{LINK}/consents", json=wanted)
    assert given.status_code == 201
    place = f"{LINK}/consents/{given.json()['id']}"
    changed = (await owner.put(place, json=wanted | {"points": points[:1]})).json()
    assert (changed["follows"], changed["points"]) == (given.json()["id"], points[:1])
    assert (await owner.get(place)).json()["withdrawnWhy"] == "改为另一份同意书"
    assert (await owner.put(place, json=wanted)).status_code == 409
    withdrawal = f"{LINK}/consents/{changed['id']}/withdrawal"
    assert (await owner.post(withdrawal, json={"reason": "不再需要"})).json()["withdrawnBy"]
    assert len((await owner.get(f"{LINK}/consents")).json()) == 2
    left = await owner.post(f"{LINK}/leaving", json={"reason": "换大脑"})
    assert left.json()["state"] == "left"
    assert (await owner.get(LINK)).json()[0]["reason"] == "换大脑"


@pytest.mark.parametrize(
    "wrong",
    [
        {"purpose": "advertising"},
        {"granularity": {"kind": "aggregated"}},
        {"granularity": {"kind": "sampled", "seconds": 0}},
        {"points": []},
        {"points": [999]},
        {"until": "2020-01-01T00:00:00Z"},
        {"until": "tomorrow"},
    ],
)
async def test_a_wrong_consent_is_refused(sides: Sides, wrong: dict[str, Any]) -> None:
    await sides.confirmed()
    owner = await sides.gateway.person("brain_link.consent")
    points = await sides.points("a")
    wanted = {"purpose": "monitoring", "granularity": {"kind": "raw"}, "points": points}

    assert (await owner.post(f"{LINK}/consents", json=wanted | wrong)).status_code == 422


@pytest.mark.parametrize("url", ["ftp://brain.test", "brain.test:80", "http://me@brain.test", "http:///x"])
async def test_an_address_that_is_none_is_refused(sides: Sides, url: str) -> None:
    engineer = await sides.gateway.person("brain_link.enrol")

    assert (await engineer.post(LINK, json={"url": url, "code": "ABCD-EFGH-JKLM"})).status_code == 422


async def test_what_the_brain_says_to_a_wrong_code_is_told(sides: Sides) -> None:
    engineer = await sides.gateway.person("brain_link.enrol")

    refused = await engineer.post(LINK, json={"url": "http://brain.test", "code": "ABCD-EFGH-JKLM"})

    assert (refused.status_code, refused.json()["code"]) == (409, "enrolment_refused")


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("GET", "", None),
        ("POST", "", {"url": "http://brain.test", "code": "ABCD-EFGH-JKLM"}),
        ("POST", "/confirmation", None),
        ("POST", "/leaving", {"reason": "换大脑"}),
        ("POST", "/key", None),
        ("GET", "/consents", None),
        ("POST", "/consents", {"purpose": "monitoring", "granularity": {"kind": "raw"}, "points": [1]}),
        ("GET", "/consents/1", None),
        ("PUT", "/consents/1", {"purpose": "monitoring", "granularity": {"kind": "raw"}, "points": [1]}),
        ("POST", "/consents/1/withdrawal", {"reason": "不再需要"}),
        ("GET", "/left", None),
        ("GET", "/sent?first=2026-01-01&last=2026-01-02", None),
    ],
)
async def test_the_link_is_closed_to_others(sides: Sides, method: str, path: str, body: Any) -> None:
    stranger = await sides.gateway.person("portal.see")

    assert (await stranger.request(method, LINK + path, json=body)).status_code == 403
    assert (await (await sides.gateway.client()).request(method, LINK + path, json=body)).status_code == 401


async def test_the_owner_gets_back_everything_that_left(sides: Sides) -> None:
    await sides.confirmed()
    points = await sides.points("press.temperature") + await sides.points("recipe", kind=ValueKind.TEXT)
    await sides.consented(points)
    await sides.put("recipe", "=1+1")
    await sides.put("recipe", None)
    await sides.sent()
    owner = await sides.gateway.person("brain_link.see", "brain_link.consent")
    seeing = await sides.gateway.person("brain_link.see")
    days = {"first": str(today()), "last": str(today())}

    answer = await owner.get(f"{LINK}/sent", params=days)

    assert answer.headers["content-type"].startswith("text/csv")
    header, *lines = answer.text.removeprefix("\ufeff").strip().split("\r\n")
    assert header == "sent_at,point,title,granularity,statistic,at,quality,value"
    cells = [line.split(",") for line in lines]
    assert [each[1:5] + each[6:] for each in cells] == [
        ["recipe", "recipe", "raw", "value", "good", "'=1+1"],
        ["recipe", "recipe", "raw", "value", "bad", ""],
    ]
    assert all(datetime.fromisoformat(each[5]).date() == today() for each in cells)
    long_ago = {"first": "2020-01-01", "last": "2020-01-02"}
    assert (await owner.get(f"{LINK}/sent", params=long_ago)).text.count("\n") == 1
    for wrong in (
        {"first": "2026-01-02", "last": "2026-01-01"},
        {"first": "2020-01-01", "last": "2026-01-01"},
        {},
    ):
        assert (await owner.get(f"{LINK}/sent", params=wrong)).status_code == 422
    assert (await seeing.get(f"{LINK}/sent", params=days)).status_code == 403


async def test_an_engineer_may_join_but_not_consent(sides: Sides) -> None:
    await sides.confirmed()
    engineer = await sides.gateway.person("brain_link.see", "brain_link.enrol")
    points = await sides.points("a")
    wanted = {"purpose": "monitoring", "granularity": {"kind": "raw"}, "points": points}

    assert (await engineer.post(f"{LINK}/consents", json=wanted)).status_code == 403
    assert (await engineer.post(f"{LINK}/leaving", json={"reason": "换大脑"})).status_code == 403
    assert (await engineer.get(f"{LINK}/consents")).status_code == 200


async def test_factories_are_found_by_city(sides: Sides) -> None:
    """By the region of the registration; before the warehouse knows one, by the credit code."""
    await sides.confirmed()
    analyst, nobody = await sides.brain.person("factory_link.see"), await sides.brain.person()
    place = "/api/factory-link/factories/cities"

    before = (await analyst.get(place)).json()
    async with sides.brain.node.database.transaction() as session:
        moved = Enterprise(credit_code=CREDIT_CODE, name="示例轮胎一厂", region_code="370102")
        source = Source(provider="市场监管", title="登记", as_of=today())
        await warehouse.upsert_enterprises(session, [moved], source)
    after = (await analyst.get(place)).json()

    assert [(each["code"], each["name"], len(each["factories"])) for each in before] == [
        ("370500", "东营市", 1)
    ]
    assert [(each["code"], each["factories"][0]["state"]) for each in after] == [("370100", "active")]
    async with sides.brain.node.database.transaction() as session:
        await inviting.revoke(session, (await sides.link()).id, "设备被盗", "reviewer")
    assert (await analyst.get(place)).json() == []
    assert (await nobody.get(place)).status_code == 403
    assert (await (await sides.brain.client()).get(place)).status_code == 401
