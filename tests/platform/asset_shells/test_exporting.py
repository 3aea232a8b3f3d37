"""Shells as other systems read them."""

import json
from datetime import timedelta
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import httpx
from basyx.aas import model

from brain.kit.clock import now
from brain.platform.performance.models import PeriodRow
from tests.platform.asset_shells.conftest import PLATE, URL, Plant
from tests.platform.asset_shells.reading import broken_rules, from_json, from_package, value


async def shell(client: httpx.AsyncClient, unit: int, **asked: Any) -> bytes:
    answer = await client.get(f"{URL}/{unit}/shell", params=asked)
    assert answer.status_code == 200, answer.text
    return answer.content


def by_name(found: model.DictIdentifiableStore[Any], kind: type[Any]) -> dict[str, Any]:
    return {each.id_short: each for each in found if isinstance(each, kind)}


async def hours(plant: Plant) -> None:
    begin = now().replace(minute=0, second=0, microsecond=0)
    async with plant.gateway.node.database.transaction() as session:
        session.add_all(
            PeriodRow(
                equipment_id=plant.press, begin=begin - timedelta(hours=each), planned_busy=3600.0,
                production=1800.0, setup=0.0, delay=900.0, down=900.0, unknown=0.0, planned_run=1800.0,
                produced=10.0, good=9.0, energy=None, is_output=True, is_over=True, ended={},
                computed_at=begin,
            )
            for each in (1, 2)
        )  # fmt: skip


async def test_a_package_is_read_back_by_the_sdk_and_keeps_the_rules_of_the_metamodel(
    plant: Plant, engineer: httpx.AsyncClient
) -> None:
    await hours(plant)
    await engineer.put(f"{URL}/{plant.press}/plate", json=PLATE)
    span = {"begin": (now() - timedelta(days=1)).isoformat(), "end": now().isoformat()}

    content = await shell(engineer, plant.top, reach="branch", **span)
    found = from_package(content)
    told = json.loads(ZipFile(BytesIO(content)).read("aasx/data.json"))

    assert broken_rules(told) == []
    assert set(by_name(found, model.AssetAdministrationShell)) == {
        f"Unit{each}" for each in (plant.top, plant.press, plant.check)
    }
    assert sorted(each["idShort"] for each in told["submodels"]) == [
        "HierarchicalStructuresOneDown", "HierarchicalStructuresOneUp", "HierarchicalStructuresOneUp",
        "Nameplate", "OperationalData", "OperationalData", "OperationalData", "ProductionPerformance",
    ]  # fmt: skip


async def test_a_machine_is_told_with_plate_points_and_figures(
    plant: Plant, engineer: httpx.AsyncClient
) -> None:
    await hours(plant)
    await engineer.put(f"{URL}/{plant.press}/plate", json=PLATE)
    span = {"begin": (now() - timedelta(days=1)).isoformat(), "end": now().isoformat()}

    found = by_name(from_json(await shell(engineer, plant.press, form="json", **span)), model.Submodel)
    plate, figures = found["Nameplate"], found["ProductionPerformance"]
    point = {each.id_short: each.value for each in value(found["OperationalData"], f"Point{plant.number}")
             if hasattr(each, "value")}  # fmt: skip

    assert dict(value(plate, "ManufacturerName")) == {"zh": "示例机械有限公司"}
    assert value(plate, "SerialNumber") == "SN-2019-0042"
    assert value(plate, "YearOfConstruction") == "2019"
    assert [each.id_short for each in plate.submodel_element if each.id_short == "SoftwareVersion"] == []
    assert (value(figures, "OEEIndex"), value(figures, "ProducedQuantity")) == (0.45, 20.0)
    assert point["Unit"] == "Cel"
    assert point["LiveValue"].endswith(f"/api/shop-floor/live?point={plant.number}")
    assert json.loads(point["Address"]) == {"topic": "press/1", "pointer": "/t"}


async def test_what_never_leaves_the_factory_is_not_in_it(plant: Plant, engineer: httpx.AsyncClient) -> None:
    content = (await shell(engineer, plant.press, form="json")).decode()
    told = (await engineer.get(f"{URL}/{plant.press}")).json()

    assert "CP-01.t" in content
    assert "CP-01.recipe" not in content
    assert "10.9.8.7" not in content
    assert (told["points"], told["withheld"]) == (2, 1)


async def test_parts_and_wholes_name_each_other(plant: Plant, engineer: httpx.AsyncClient) -> None:
    found = from_json(await shell(engineer, plant.top, form="json", reach="branch"))
    shells = by_name(found, model.AssetAdministrationShell)
    down = by_name(found, model.Submodel)["HierarchicalStructuresOneDown"]
    entry = down.get_referable("EntryNode")

    relation = entry.get_referable(f"HasPart{plant.press}")
    part = relation.second.resolve(found)

    assert value(down, "ArcheType") == "OneDown"
    assert entry.global_asset_id == shells[f"Unit{plant.top}"].asset_information.global_asset_id
    assert part.global_asset_id == shells[f"Unit{plant.press}"].asset_information.global_asset_id


async def test_identifiers_are_the_same_in_every_export_and_a_product_link_names_the_asset(
    plant: Plant, engineer: httpx.AsyncClient
) -> None:
    first = json.loads(await shell(engineer, plant.press, form="json"))
    again = json.loads(await shell(engineer, plant.press, form="json"))
    uri = "https://maker.example/p/LLY-1330/SN-2019-0042"
    await engineer.put(f"{URL}/{plant.press}/plate", json=PLATE | {"productUri": uri})
    linked = json.loads(await shell(engineer, plant.press, form="json"))

    (before,), (after,), (named,) = (each["assetAdministrationShells"] for each in (first, again, linked))
    assert before == after
    assert before["assetInformation"]["globalAssetId"].startswith("urn:uuid:")
    assert (named["id"], named["assetInformation"]["globalAssetId"]) == (before["id"], uri)
    assert broken_rules(linked) == []


async def test_what_was_retired_is_not_below_and_is_exported_when_asked_for(
    plant: Plant, engineer: httpx.AsyncClient
) -> None:
    configuring = await plant.gateway.person("shop_floor.configure")
    await configuring.post(f"/api/shop-floor/equipment/{plant.check}/retirement")

    whole = json.loads(await shell(engineer, plant.top, form="json", reach="branch"))
    alone = json.loads(await shell(engineer, plant.check, form="json"))

    assert len(whole["assetAdministrationShells"]) == 2
    assert alone["assetAdministrationShells"][0]["idShort"] == f"Unit{plant.check}"


async def test_a_file_says_what_is_wrong_with_the_question(plant: Plant, engineer: httpx.AsyncClient) -> None:
    begin = now()
    long = {"begin": (begin - timedelta(days=100)).isoformat(), "end": begin.isoformat()}

    answers = [
        await engineer.get(f"{URL}/{plant.press}/shell", params=long),
        await engineer.get(f"{URL}/{plant.press}/shell", params={"begin": begin.isoformat()}),
        await engineer.get(f"{URL}/{plant.press}/shell", params={"form": "xml"}),
        await engineer.get(f"{URL}/999999/shell"),
    ]

    assert [each.status_code for each in answers] == [422, 422, 422, 404]


async def test_files_are_for_those_who_may_export(plant: Plant) -> None:
    seeing = await plant.gateway.person("asset_shells.see")
    stranger = await plant.gateway.client()

    assert (await seeing.get(f"{URL}/{plant.press}/shell")).status_code == 403
    assert (await stranger.get(f"{URL}/{plant.press}/shell")).status_code == 401
