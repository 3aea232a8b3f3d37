"""Who may see and set up what, and what is refused."""

from datetime import timedelta
from io import BytesIO
from typing import Any

import openpyxl
import pytest

from brain.kit.clock import now
from tests.platform.performance.conftest import Plant
from tests.platform.performance.test_computing import an_hour, hours_ago

URL = "/api/performance"
SEE, CONFIGURE = "performance.see", "performance.configure"
CAN_SEE = ("figures?{span}", "trend?{span}", "export?{span}", "units", "units/{unit}", "shifts")


def span(hours: int = 24) -> str:
    return f"begin={(now() - timedelta(hours=hours)):%Y-%m-%dT%H:%M:%SZ}&end={now():%Y-%m-%dT%H:%M:%SZ}"


def told(plant: Plant, **more: Any) -> dict[str, Any]:
    return {
        "statePoint": plant.points["press-01.state"],
        "states": {"RUNNING": "production", "idle": "delay", "down": "down", "setup": "setup"},
        "producedPoint": plant.points["press-01.made"],
        "energyPoint": plant.points["press-01.energy_kwh"],
        "runTime": 60,
    } | more


@pytest.mark.parametrize("path", CAN_SEE)
async def test_figures_are_for_those_who_may_see_them(plant: Plant, path: str) -> None:
    url = f"{URL}/{path.format(span=span(), unit=plant.units['press-01'])}"
    assert (await (await plant.gateway.client()).get(url)).status_code == 401
    assert (await (await plant.gateway.person(CONFIGURE)).get(url)).status_code == 403
    assert (await (await plant.gateway.person(SEE)).get(url)).status_code == 200


async def test_only_those_who_may_set_up(plant: Plant) -> None:
    unit = f"{URL}/units/{plant.units['press-01']}"
    stranger, seer = await plant.gateway.client(), await plant.gateway.person(SEE)
    for client, status in ((stranger, 401), (seer, 403)):
        assert (await client.put(unit, json=told(plant))).status_code == status
        assert (await client.delete(unit)).status_code == status
        assert (await client.post(f"{URL}/units/proposals")).status_code == status
        assert (await client.put(f"{URL}/shifts", json={"shifts": []})).status_code == status


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"statePoint": 999}, "statePoint"),
        ({"statePoint": "press-01.platen_c"}, "statePoint"),
        ({"states": {}}, "states"),
        ({"states": {"running": "sleeping"}}, "states"),
        ({"producedPoint": "press-01.state"}, "producedPoint"),
        ({"energyPoint": "press-01.made"}, "energyPoint"),
        ({"producedPoint": None, "isOutput": True}, "producedPoint"),
        ({"statePoint": "check-01.state"}, "statePoint"),
        ({"runTime": 0}, "runTime"),
    ],
)
async def test_what_cannot_be_measured_is_refused_where_it_is_wrong(
    plant: Plant, more: dict[str, Any], field: str
) -> None:
    engineer = await plant.gateway.person(SEE, CONFIGURE)
    named = {
        name: plant.points.get(value, value) if isinstance(value, str) else value
        for name, value in more.items()
    }
    unit = f"{URL}/units/{plant.units['press-01']}"
    refused = await engineer.put(unit, json=told(plant, **named))
    assert refused.status_code == 422, refused.text
    assert any(each["loc"].startswith(f"/body/{field}") for each in refused.json()["fields"])
    assert (await engineer.get(unit)).json()["measure"] is None


async def test_an_enterprise_is_no_machine(plant: Plant) -> None:
    engineer = await plant.gateway.person(CONFIGURE)
    assert (await engineer.put(f"{URL}/units/{plant.units['factory']}", json=told(plant))).status_code == 422
    assert (await engineer.put(f"{URL}/units/987", json=told(plant))).status_code == 404
    assert (await engineer.delete(f"{URL}/units/{plant.units['press-01']}")).status_code == 404


async def test_a_machine_is_set_up_and_its_hours_are_told(plant: Plant) -> None:
    engineer = await plant.gateway.person(SEE, CONFIGURE)
    unit = f"{URL}/units/{plant.units['press-01']}"
    proposal = (await engineer.get(unit)).json()["proposal"]
    assert proposal["statePoint"] == plant.points["press-01.state"]
    assert proposal["rejectedPoint"] == plant.points["press-01.rejected"]
    assert (await engineer.put(unit, json=told(plant))).status_code == 200
    begin = hours_ago(2)
    await an_hour(plant, begin)
    await plant.compute()
    found = (await engineer.get(f"{URL}/figures?{span()}")).json()
    (mine,) = found["units"]
    assert (mine["code"], mine["ingredients"]["production"], mine["ingredients"]["produced"]) == (
        "press-01",
        2400,
        30,
    )
    assert (found["measured"], found["workUnits"]) == (1, 2)
    hours = (await engineer.get(f"{URL}/trend?{span()}&equipmentId={plant.units['press-01']}")).json()
    assert hours[0]["indicators"]["availability"] == pytest.approx(2400 / 3600)
    days = (await engineer.get(f"{URL}/trend?{span()}&step=day")).json()
    assert sum(each["ingredients"]["production"] for each in days) == 2400
    book = openpyxl.load_workbook(BytesIO((await engineer.get(f"{URL}/export?{span()}")).content))
    assert book["合计"]["C2"].value > 3000
    assert {row[1].value for row in book["逐小时"].iter_rows(min_row=2)} == {"press-01"}


async def test_what_is_asked_for_too_long_or_backwards_is_refused(plant: Plant) -> None:
    seer = await plant.gateway.person(SEE)
    at = f"{now():%Y-%m-%dT%H:%M:%SZ}"
    for url in (f"figures?{span(24 * 100)}", f"trend?begin={at}&end={at}", "figures?begin=x&end=y"):
        assert (await seer.get(f"{URL}/{url}")).status_code == 422


async def test_machines_are_set_up_from_the_names_of_their_points(plant: Plant) -> None:
    engineer = await plant.gateway.person(SEE, CONFIGURE)
    assert (await engineer.post(f"{URL}/units/proposals")).json() == {"setUp": 2, "left": 0}
    assert (await engineer.post(f"{URL}/units/proposals")).json() == {"setUp": 0, "left": 0}
    units = (await engineer.get(f"{URL}/units")).json()
    assert {each["measure"]["energyPoint"] for each in units} == {
        plant.points["press-01.energy_kwh"], plant.points["check-01.energy_kwh"],
    }  # fmt: skip


async def test_shifts_are_kept_whole(plant: Plant) -> None:
    planner = await plant.gateway.person(SEE, CONFIGURE)
    day = {"title": "白班", "weekdays": [1, 2, 3], "begin": "08:00:00", "end": "20:00:00"}
    assert (await planner.put(f"{URL}/shifts", json={"shifts": [day]})).json() == {"shifts": [day]}
    other = day | {"title": "加班", "begin": "19:00:00", "end": "22:00:00"}
    refused = await planner.put(f"{URL}/shifts", json={"shifts": [day, other]})
    assert refused.status_code == 422
    assert "重叠" in refused.text
    assert (await planner.put(f"{URL}/shifts", json={"shifts": [day | {"weekdays": [8]}]})).status_code == 422
    assert (await planner.get(f"{URL}/shifts")).json() == {"shifts": [day]}


async def test_points_of_the_plant_are_no_machines_source_and_keep_their_code(plant: Plant) -> None:
    engineer = await plant.gateway.person(SEE, CONFIGURE, "shop_floor.see", "shop_floor.configure")
    await engineer.post(f"{URL}/units/proposals")
    point = (await engineer.get("/api/shop-floor/points?q=plant.oee")).json()["items"][0]
    assert point["sourceId"] not in [
        each["id"] for each in (await engineer.get("/api/shop-floor/sources")).json()
    ]
    assert (await engineer.get(f"/api/shop-floor/sources/{point['sourceId']}")).status_code == 404
    shape = {name: point[name] for name in ("title", "kind", "code", "level", "equipmentId")} | {
        "address": {}
    }
    url = f"/api/shop-floor/points/{point['number']}"
    graded = await engineer.put(url, json=shape | {"level": 3})
    assert (graded.status_code, graded.json()["level"]) == (200, 3)
    assert (await engineer.put(url, json=shape | {"code": "mine"})).status_code == 422
    await engineer.post(f"{url}/retirement")
    await an_hour(plant, hours_ago(2))
    await plant.compute()  # what is retired is not written
