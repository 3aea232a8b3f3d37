"""Who may see, call and subscribe: allowed, refused by rule, refused by right."""

import pytest

from brain.platform.factory_services.brain.contract import Offered
from tests.link_sides import Sides
from tests.platform.factory_services.test_calling import NAME, answered, catalogue_heard, offer

PLACE = "/api/brain-services"
OURS = "/api/factory-services"
BENCHMARK = "peer_benchmark.compare"


@pytest.fixture
async def real(sides: Sides) -> Sides:
    """The gateway knows what a real brain offers, as soon as the link is confirmed."""
    await sides.confirmed()
    await catalogue_heard(sides, ask=False)
    return sides


async def test_the_catalogue_tells_what_is_still_to_be_consented_to(real: Sides) -> None:
    planner = await real.gateway.person("brain_services.see")

    by_name = {each["name"]: each for each in (await planner.get(f"{PLACE}/services")).json()}

    assert set(by_name) == set(real.brain.node.get(Offered).by_name)
    benchmark = by_name[BENCHMARK]
    assert (benchmark["title"], benchmark["purpose"]) == ("同行对标", "benchmark")
    assert "iso22400.planned_busy_time" in benchmark["missing"]
    assert benchmark["request"]["properties"]["period"]["title"] == "时间"


async def test_a_service_is_called_and_its_result_is_found(real: Sides) -> None:
    planner = await real.gateway.person("brain_services.see", "brain_services.call")

    made = await planner.post(f"{PLACE}/services/{BENCHMARK}/calls", json={"request": {"period": "day"}})

    assert (made.status_code, made.json()["state"]) == (201, "waiting")
    await answered(real, made.json()["id"])
    found = (await planner.get(f"{PLACE}/calls/{made.json()['id']}")).json()
    assert found["state"] == "refused"
    assert "先同意" in found["message"], "who does not take part is told how to"
    listed = (await planner.get(f"{PLACE}/calls")).json()
    assert [(each["id"], each["title"]) for each in listed["items"]] == [(found["id"], "同行对标")]
    analyst = await real.brain.person("factory_services.see")
    seen = (await analyst.get(f"{OURS}/calls?q=示例轮胎")).json()
    assert [(each["factory"], each["state"]) for each in seen["items"]] == [("示例轮胎一厂", "refused")]
    assert "result" not in seen["items"][0]
    assert (await analyst.get(f"{OURS}/calls?q=没有的厂")).json()["total"] == 0
    services = (await analyst.get(f"{OURS}/services")).json()
    assert {each["name"]: (each["calls"], each["factories"]) for each in services}[BENCHMARK] == (1, 1)


async def test_an_owner_subscribes_and_cancels(real: Sides) -> None:
    owner = await real.gateway.person("brain_services.see", "brain_services.subscribe")
    place = f"{PLACE}/services/{BENCHMARK}/subscription"

    assert (await owner.put(place, json={"request": {}, "every": "week"})).status_code == 204
    assert (await owner.put(place, json={"request": {}, "every": "month"})).status_code == 204

    by_name = {each["name"]: each for each in (await owner.get(f"{PLACE}/services")).json()}
    assert by_name[BENCHMARK]["subscription"]["every"] == "month"
    assert (await owner.delete(place)).status_code == 204
    assert (await owner.delete(place)).status_code == 404


async def test_what_is_not_there_or_not_right_is_refused(real: Sides) -> None:
    owner = await real.gateway.person("brain_services.see", "brain_services.call", "brain_services.subscribe")

    assert (await owner.post(f"{PLACE}/services/no.such/calls", json={"request": {}})).status_code == 404
    assert (await owner.post(f"{PLACE}/services/NO/calls", json={"request": {}})).status_code == 422
    assert (await owner.post(f"{PLACE}/services/{BENCHMARK}/calls", json={"request": 1})).status_code == 422
    wrong = {"request": {}, "every": "hour"}
    assert (await owner.put(f"{PLACE}/services/{BENCHMARK}/subscription", json=wrong)).status_code == 422
    assert (await owner.get(f"{PLACE}/calls/{'0' * 36}")).status_code == 404


async def test_nobody_is_asked_before_there_is_a_brain(sides: Sides) -> None:
    owner = await sides.gateway.person("brain_services.see", "brain_services.call")

    assert (await owner.get(f"{PLACE}/services")).json() == []
    assert (await owner.post(f"{PLACE}/catalogue-requests")).status_code == 409


@pytest.mark.parametrize(
    ("method", "path", "right"),
    [
        ("GET", "/services", "brain_services.see"),
        ("GET", "/calls", "brain_services.see"),
        ("GET", f"/calls/{'0' * 36}", "brain_services.see"),
        ("POST", "/catalogue-requests", "brain_services.call"),
        ("POST", f"/services/{NAME}/calls", "brain_services.call"),
        ("PUT", f"/services/{NAME}/subscription", "brain_services.subscribe"),
        ("DELETE", f"/services/{NAME}/subscription", "brain_services.subscribe"),
    ],
)
async def test_who_has_no_right_is_refused(sides: Sides, method: str, path: str, right: str) -> None:
    others = {"brain_services.see", "brain_services.call", "brain_services.subscribe"} - {right}
    nobody, other = await sides.gateway.client(), await sides.gateway.person(*others)
    body = {"request": {}, "every": "day"}

    assert (await nobody.request(method, PLACE + path, json=body)).status_code == 401
    assert (await other.request(method, PLACE + path, json=body)).status_code == 403


@pytest.mark.parametrize("path", ["/services", "/calls", "/asyncapi"])
async def test_the_brains_pages_are_for_its_people(sides: Sides, path: str) -> None:
    offer(sides)
    nobody, other = await sides.brain.client(), await sides.brain.person("factory_link.see")

    assert (await nobody.get(OURS + path)).status_code == 401
    assert (await other.get(OURS + path)).status_code == 403
