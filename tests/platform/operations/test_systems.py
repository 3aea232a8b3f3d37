"""Business systems as people register and try them."""

import sqlite3
from pathlib import Path
from typing import Any

import pytest

from brain.platform.operations.queries import systems
from brain.platform.operations.service import following
from tests.platform.operations.conftest import Works
from tests.platform.operations.test_following import CREATE, ORDERS, inbox

URL = "/api/operations"
SEE, CONFIGURE, ENTER = "operations.see", "operations.configure", "operations.enter"


def told(file: Path, **more: Any) -> dict[str, Any]:
    settings = {"kind": "database", "engine": "sqlite", "database": str(file), "every": 5, "tables": [ORDERS]}
    return {"name": "ERP", "settings": settings | more}


@pytest.fixture
def erp(works: Works) -> Path:
    file = inbox(works.gateway) / "erp.db"
    with sqlite3.connect(file) as opened:
        opened.executescript(CREATE)
        opened.execute("INSERT INTO orders VALUES ('1', 'T', 5, '2026-12-01', 'planned', '2026-11-20')")
        opened.execute("INSERT INTO orders VALUES ('2', 'T', -5, '2026-12-01', 'planned', '2026-11-20')")
    opened.close()
    return file


async def test_who_may_see_and_configure(works: Works, erp: Path) -> None:
    system = f"{URL}/systems/{works.system_id}"
    word = {"name": "硫化1#", "equipmentId": works.press}
    stranger, seer, writer = (
        await works.gateway.client(),
        await works.gateway.person(SEE, ENTER),
        await works.gateway.person(CONFIGURE),
    )
    for path in ("systems", f"systems/{works.system_id}", "equipment-words"):
        assert (await stranger.get(f"{URL}/{path}")).status_code == 401
        assert (await writer.get(f"{URL}/{path}")).status_code == 403
        assert (await seer.get(f"{URL}/{path}")).status_code == 200
    for client, status in ((stranger, 401), (seer, 403)):
        assert (await client.get(f"{URL}/presets")).status_code == status
        assert (await client.post(f"{URL}/systems", json=told(erp))).status_code == status
        assert (await client.post(f"{URL}/systems/trial", json=told(erp))).status_code == status
        assert (await client.put(system, json=told(erp))).status_code == status
        assert (await client.put(f"{system}/enabled", json={"on": True})).status_code == status
        assert (await client.delete(system)).status_code == status
        assert (await client.put(f"{URL}/equipment-words", json=word)).status_code == status


async def test_a_system_is_tried_added_read_and_kept_while_it_has_records(works: Works, erp: Path) -> None:
    engineer = await works.gateway.person(SEE, CONFIGURE)
    trial = (await engineer.post(f"{URL}/systems/trial", json={"settings": told(erp)["settings"]})).json()
    assert {each["table"]: len(each["columns"]) for each in trial["tables"]} == {
        "orders": 6,
        "lots": 4,
        "parts": 2,
    }
    (tried,) = trial["tried"]
    assert (tried["rows"], tried["right"], "数量" in tried["problems"][0]) == (2, 1, True)

    made = (await engineer.post(f"{URL}/systems", json=told(erp))).json()
    assert (made["state"], made["enabled"], made["hasSecret"]) == ("new", True, False)
    async with works.gateway.node.database.transaction() as session:
        row = await systems.one(session, made["id"])
    await following.look(works.gateway.node, row)
    one = (await engineer.get(f"{URL}/systems/{made['id']}")).json()
    assert (one["state"], one["kept"], one["refused"]) == ("running", 1, 1)
    assert one["counts"] == {"production_order": 1}
    assert [each["key"] for each in one["setAside"]] == ["2"]
    assert (await engineer.delete(f"{URL}/systems/{made['id']}")).status_code == 409
    off = await engineer.put(f"{URL}/systems/{made['id']}/enabled", json={"on": False})
    assert (off.json()["state"], off.json()["enabled"]) == ("off", False)
    assert (await engineer.delete(f"{URL}/systems/{works.system_id}")).status_code == 204
    assert [each["name"] for each in (await engineer.get(f"{URL}/systems")).json()] == ["ERP"]


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"engine": "postgresql"}, "主机"),
        ({"database": "relative.db"}, "绝对路径"),
        ({"every": 0}, ""),
        ({"tables": [ORDERS | {"recordKind": "people"}]}, "people"),
        ({"tables": [ORDERS | {"columns": {"key": "no", "owner": "owner"}}]}, "owner"),
        ({"tables": [ORDERS | {"columns": {"product": "product"}}]}, "编号"),
        ({"kind": "magic"}, ""),
    ],
)
async def test_wrong_settings_are_refused(works: Works, erp: Path, more: dict[str, Any], words: str) -> None:
    engineer = await works.gateway.person(SEE, CONFIGURE)
    refused = await engineer.post(f"{URL}/systems", json=told(erp, **more))
    assert (refused.status_code, words in refused.text) == (422, True)
    assert [each["name"] for each in (await engineer.get(f"{URL}/systems")).json()] == ["MES"]


async def test_names_are_not_given_twice_and_secrets_are_not_sent_elsewhere(works: Works, erp: Path) -> None:
    engineer = await works.gateway.person(SEE, CONFIGURE)
    for name in ("MES", "填报与导入"):
        assert (await engineer.post(f"{URL}/systems", json=told(erp) | {"name": name})).status_code == 422
    server = {"engine": "postgresql", "host": "127.0.0.1", "port": 1, "user": "u", "database": "d"}
    body = told(erp, **server) | {"secret": "hush"}
    made = (await engineer.post(f"{URL}/systems", json=body)).json()
    assert made["hasSecret"]
    assert "hush" not in str(made)
    url = f"{URL}/systems/{made['id']}"
    moved = told(erp, **server | {"host": "127.0.0.2"})
    assert (await engineer.put(url, json=moved)).status_code == 422
    away = {"settings": moved["settings"], "systemId": made["id"]}
    assert (await engineer.post(f"{URL}/systems/trial", json=away)).status_code == 422
    assert (await engineer.put(url, json=told(erp, **server, every=9))).json()["hasSecret"]
    unreached = await engineer.post(f"{URL}/systems/trial", json={"settings": made["settings"]})
    assert unreached.status_code == 503
    assert (await engineer.get(f"{URL}/systems/999")).status_code == 404


async def test_presets_are_settings_that_can_be_read(works: Works) -> None:
    engineer = await works.gateway.person(SEE, CONFIGURE)
    for preset in (await engineer.get(f"{URL}/presets")).json():
        body: dict[str, Any] = {"name": preset["title"], "settings": preset["settings"]}
        if preset["settings"]["engine"] == "sqlite":
            body["settings"] |= {"database": "/nowhere/mes.db"}
        else:
            body["secret"] = "open sesame"
        assert (await engineer.post(f"{URL}/systems", json=body)).status_code == 201


async def test_words_for_machines_are_told_and_forgotten(works: Works) -> None:
    engineer = await works.gateway.person(SEE, CONFIGURE)
    event = {"key": "1", "state": "down", "at": "2026-11-20", "equipment": "硫化1#"}
    await works.tell("equipment_event", event)
    words = f"{URL}/equipment-words"
    assert (await engineer.get(words)).json()[0]["equipmentId"] is None
    told_word = {"name": "硫化1#", "equipmentId": works.press}
    assert (await engineer.put(words, json=told_word)).status_code == 204
    assert (await engineer.get(words)).json()[0]["equipmentId"] == works.press
    assert (await engineer.put(words, json=told_word | {"equipmentId": 999})).status_code == 404
    assert (await engineer.put(words, json=told_word | {"equipmentId": None})).status_code == 204
    assert (await engineer.get(words)).json()[0]["equipmentId"] is None


async def test_columns_are_recognised_by_name(works: Works) -> None:
    seer = await works.gateway.person(SEE)
    body = {"kind": "production_order", "headings": ["order_no", "qty", "whatever"]}
    assert (await seer.post(f"{URL}/mappings", json=body)).json() == {"order_no": "key", "qty": "quantity"}
