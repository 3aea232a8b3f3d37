"""Name plates as people tell them."""

from typing import Any

import httpx
import pytest

from tests.platform.asset_shells.conftest import PLATE, URL, Plant


async def test_a_plate_is_told_and_what_was_told_before_stays(
    plant: Plant, engineer: httpx.AsyncClient
) -> None:
    url = f"{URL}/{plant.press}"
    await engineer.put(f"{url}/plate", json=PLATE)
    await engineer.put(f"{url}/plate", json=PLATE)
    changed = await engineer.put(f"{url}/plate", json=PLATE | {"firmware": "V2.5", "serial": "SN-9"})

    history = (await engineer.get(f"{url}/plates")).json()
    seen = (await engineer.get(url)).json()["plate"]
    machine = await equipment(plant)

    assert changed.status_code == 200
    assert [(each["firmware"], each["serial"]) for each in history["items"]] == [
        ("V2.5", "SN-9"),
        ("V2.4", "SN-2019-0042"),
    ]
    assert (seen["firmware"], seen["designation"]) == ("V2.5", "液压硫化机")
    assert (machine["maker"], machine["serial"]) == ("示例机械有限公司", "SN-9")


async def test_what_was_changed_with_the_equipment_holds(plant: Plant, engineer: httpx.AsyncClient) -> None:
    await engineer.put(f"{URL}/{plant.press}/plate", json=PLATE)
    machine = await equipment(plant)
    kept = {name: machine[name] for name in machine if name not in {"id", "retiredAt", "points"}}
    configuring = await plant.gateway.person("shop_floor.configure")
    await configuring.put(f"/api/shop-floor/equipment/{plant.press}", json=kept | {"maker": "另一家"})

    seen = (await engineer.get(f"{URL}/{plant.press}")).json()["plate"]

    assert (seen["maker"], seen["year"]) == ("另一家", 2019)


@pytest.mark.parametrize(
    ("change", "loc"),
    [
        ({"year": 2999, "madeOn": None}, "/body/year"),
        ({"madeOn": "2018-05-06"}, "/body/madeOn"),
        ({"country": "中国"}, "/body/country"),
        ({"productUri": "javascript:alert(1)"}, "/body/productUri"),
        ({"serial": "a\0b"}, "/body/serial"),
        ({"maker": "长" * 121}, "/body/maker"),
    ],
)
async def test_a_wrong_plate_is_told_at_its_place_and_nothing_is_kept(
    plant: Plant, engineer: httpx.AsyncClient, change: dict[str, Any], loc: str
) -> None:
    answer = await engineer.put(f"{URL}/{plant.press}/plate", json=PLATE | change)

    assert (answer.status_code, answer.json()["fields"][0]["loc"]) == (422, loc)
    assert (await engineer.get(f"{URL}/{plant.press}/plates")).json()["total"] == 0
    assert (await equipment(plant))["maker"] is None


async def test_a_product_link_names_one_machine_only(plant: Plant, engineer: httpx.AsyncClient) -> None:
    told = {"productUri": "urn:example:machine-1"}
    await engineer.put(f"{URL}/{plant.press}/plate", json=told)

    other = await engineer.put(f"{URL}/{plant.check}/plate", json=told)

    assert (other.status_code, other.json()["fields"][0]["loc"]) == (422, "/body/productUri")


async def test_plates_are_told_by_those_who_may(plant: Plant) -> None:
    seeing = await plant.gateway.person("asset_shells.see")
    nobody = await plant.gateway.person("performance.see")
    stranger = await plant.gateway.client()

    assert (await seeing.put(f"{URL}/{plant.press}/plate", json=PLATE)).status_code == 403
    assert (await stranger.put(f"{URL}/{plant.press}/plate", json=PLATE)).status_code == 401
    assert (await nobody.get(f"{URL}/{plant.press}")).status_code == 403
    assert (await seeing.get(f"{URL}/{plant.press}/plates")).json()["total"] == 0
    assert (await seeing.get(f"{URL}/999999")).status_code == 404


async def equipment(plant: Plant) -> dict[str, Any]:
    client = await plant.gateway.person("shop_floor.see")
    found = (await client.get("/api/shop-floor/equipment")).json()
    machine: dict[str, Any] = next(each for each in found if each["id"] == plant.press)
    return machine
