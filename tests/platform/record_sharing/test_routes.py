"""Who may see, consent to and read business records; what the pages are told."""

import json
from typing import Any

import pytest

from tests.platform.record_sharing.conftest import BEGINNING, Sharing, order

AT_FACTORY, AT_BRAIN = "/api/record-sharing", "/api/shared-records"
CONSENT: dict[str, Any] = {
    "kind": "production_order",
    "purpose": "monitoring",
    "form": "raw",
    "fields": ["product", "state"],
    "since": BEGINNING.isoformat(),
}
NONE = "00000000-0000-4000-8000-000000000000"


async def test_an_owner_consents_looks_changes_and_withdraws(sharing: Sharing) -> None:
    await sharing.tell("production_order", order("O-1"))
    owner = await sharing.sides.gateway.person("record_sharing.see", "record_sharing.consent")

    shown = await owner.post(f"{AT_FACTORY}/examples", json=CONSENT)
    assert shown.json()[0]["content"] == {"product": "12R22.5", "state": "released"}
    given = await owner.post(f"{AT_FACTORY}/consents", json=CONSENT | {"note": "行业监测"})
    assert given.status_code == 201, given.text
    await sharing.exchange()
    consent = (await owner.get(f"{AT_FACTORY}/consents")).json()[0]
    assert (consent["leftRows"], consent["waitingRows"]) == (1, 0)
    today = (await owner.get(f"{AT_FACTORY}/left")).json()
    assert [(each["kind"], each["rows"]) for each in today["items"]] == [("production_order", 1)]
    everything = await owner.get(f"{AT_FACTORY}/consents/{consent['id']}/left")
    assert json.loads(everything.text)["content"]["product"] == "12R22.5"

    changed = await owner.put(f"{AT_FACTORY}/consents/{consent['id']}", json=CONSENT | {"fields": ["state"]})
    assert changed.json()["follows"] == consent["id"]
    ended = f"{AT_FACTORY}/consents/{changed.json()['id']}/withdrawal"
    assert (await owner.post(ended, json={"reason": "不再需要"})).json()["withdrawnWhy"] == "不再需要"
    assert (await owner.post(ended, json={"reason": "再说一次"})).json()["withdrawnWhy"] == "不再需要"


async def test_an_owner_grades_a_field(sharing: Sharing) -> None:
    owner = await sharing.sides.gateway.person("record_sharing.see", "record_sharing.consent")
    level = f"{AT_FACTORY}/kinds/production_order/fields/product/level"

    assert (await owner.put(level, json={"level": 4})).status_code == 204
    kinds = {each["name"]: each for each in (await owner.get(f"{AT_FACTORY}/kinds")).json()}
    product = next(each for each in kinds["production_order"]["fields"] if each["name"] == "product")
    assert (product["level"], product["forms"]) == (4, [])
    refused = await owner.post(f"{AT_FACTORY}/consents", json=CONSENT)
    assert refused.status_code == 422
    assert "不出厂" in refused.text
    assert (
        await owner.put(f"{AT_FACTORY}/kinds/nothing/fields/x/level", json={"level": 4})
    ).status_code == 404
    assert (await owner.put(level, json={"level": 5})).status_code == 422


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "nothing"},
        {"fields": []},
        {"fields": ["DROP TABLE"]},
        {"form": "aggregated"},
        {"period": "day"},
        {"until": "2020-01-01T00:00:00Z"},
        {"since": "yesterday"},
        {"purpose": "advertising"},
        {"note": "a\0b"},
    ],
    ids=lambda each: next(iter(each)),
)
async def test_what_makes_no_sense_is_refused(sharing: Sharing, wrong: dict[str, Any]) -> None:
    owner = await sharing.sides.gateway.person("record_sharing.see", "record_sharing.consent")

    assert (await owner.post(f"{AT_FACTORY}/consents", json=CONSENT | wrong)).status_code == 422
    assert (await owner.get(f"{AT_FACTORY}/consents")).json() == []


async def test_only_the_owner_consents_at_the_factory(sharing: Sharing) -> None:
    planner = await sharing.sides.gateway.person("record_sharing.see")
    stranger = await sharing.sides.gateway.person("shop_floor.see")

    for call in (
        planner.post(f"{AT_FACTORY}/consents", json=CONSENT),
        planner.put(f"{AT_FACTORY}/consents/{NONE}", json=CONSENT),
        planner.post(f"{AT_FACTORY}/consents/{NONE}/withdrawal", json={"reason": "因为"}),
        planner.put(f"{AT_FACTORY}/kinds/production_order/fields/product/level", json={"level": 1}),
        stranger.get(f"{AT_FACTORY}/kinds"),
        stranger.get(f"{AT_FACTORY}/consents"),
        stranger.get(f"{AT_FACTORY}/left"),
        stranger.get(f"{AT_FACTORY}/consents/{NONE}/left"),
        stranger.post(f"{AT_FACTORY}/examples", json=CONSENT),
    ):
        assert (await call).status_code == 403
    assert (await planner.get(f"{AT_FACTORY}/consents/{NONE}/left")).status_code == 404


async def test_an_analyst_reads_for_the_purpose_and_the_factory_is_told(sharing: Sharing) -> None:
    await sharing.tell("production_order", order("O-1"), order("O-2"))
    consent = await sharing.consent("production_order", ["state"])
    await sharing.exchange()
    analyst = await sharing.sides.brain.person("shared_records.see", "shared_records.read")

    listed = (await analyst.get(AT_BRAIN)).json()
    assert [(each["kind"], each["rows"], each["waiting"], each["dataSet"]) for each in listed] == [
        ("production_order", 2, 2, "base.factory_production_order")
    ]
    assert (await analyst.get(AT_BRAIN, params={"factoryId": "another"})).json() == []
    told = (await analyst.get(f"{AT_BRAIN}/{consent}")).json()
    assert [each["name"] for each in told["fields"]] == ["state"]
    rows = await analyst.get(f"{AT_BRAIN}/{consent}/rows", params={"why": "看开工情况"})
    assert [each["key"] for each in rows.json()["items"]] == ["O-1", "O-2"] or rows.json()["total"] == 2
    assert (await analyst.get(f"{AT_BRAIN}/{consent}/rows")).status_code == 422

    await sharing.withdraw(consent)
    await sharing.exchange()
    assert (await analyst.get(f"{AT_BRAIN}/{consent}/rows", params={"why": "再看"})).status_code == 409


async def test_who_may_not_read_or_land_is_refused(sharing: Sharing) -> None:
    consent = await sharing.consent("production_order", ["state"])
    await sharing.exchange()
    seeing = await sharing.sides.brain.person("shared_records.see")
    landing = await sharing.sides.brain.person("shared_records.land")
    stranger = await sharing.sides.brain.person("factory_link.see")

    assert (await seeing.get(f"{AT_BRAIN}/{consent}/rows", params={"why": "因为"})).status_code == 403
    assert (await seeing.post(f"{AT_BRAIN}/{consent}/landing")).status_code == 403
    assert (await stranger.get(AT_BRAIN)).status_code == 403
    assert (await stranger.get(f"{AT_BRAIN}/{consent}")).status_code == 403
    assert (await landing.post(f"{AT_BRAIN}/{consent}/landing")).status_code == 202
    assert (await landing.post(f"{AT_BRAIN}/{NONE}/landing")).status_code == 404


async def test_without_signing_in_there_is_nothing(sharing: Sharing) -> None:
    at_factory, at_brain = await sharing.sides.gateway.client(), await sharing.sides.brain.client()

    assert (await at_factory.get(f"{AT_FACTORY}/consents")).status_code == 401
    assert (await at_brain.get(AT_BRAIN)).status_code == 401
