"""Sources, points, equipment and the store over HTTP: what is allowed, refused by rule, refused by right."""

from typing import Any

import httpx
import pytest

from brain.platform.shop_floor.models import SourceRow
from brain.platform.shop_floor.service.collecting import secret_name
from tests.conftest import RunningNode
from tests.platform.shop_floor.drivers.modbus_devices import tcp_devices

URL = "/api/shop-floor"
BROKER = {"kind": "mqtt", "host": "127.0.0.1", "port": 1, "tls": False, "clientId": "gateway-1"}
POINT = {"title": "温度", "kind": "number", "unit": "Cel", "address": {"topic": "press/1", "pointer": "/t"}}


@pytest.fixture
async def engineer(gateway: RunningNode) -> httpx.AsyncClient:
    return await gateway.person("shop_floor.see", "shop_floor.configure")


@pytest.fixture
async def planner(gateway: RunningNode) -> httpx.AsyncClient:
    return await gateway.person("shop_floor.see")


async def made(client: httpx.AsyncClient, path: str, body: dict[str, Any]) -> dict[str, Any]:
    answer = await client.post(URL + path, json=body)
    assert answer.status_code == 201, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def source(client: httpx.AsyncClient, **changes: Any) -> int:
    told = {"name": "硫化车间", "settings": BROKER, "secret": None} | changes
    return int((await made(client, "/sources", told))["id"])


async def test_a_source_is_kept_with_its_secret_sealed_and_renamed_without_losing_it(
    gateway: RunningNode, engineer: httpx.AsyncClient
) -> None:
    made_id = await source(engineer, secret="hunter2")

    renamed = await engineer.put(f"{URL}/sources/{made_id}", json={"name": "二车间", "settings": BROKER})
    async with gateway.node.database.transaction() as session:
        row = await session.get_one(SourceRow, made_id)

    assert (renamed.json()["name"], renamed.json()["hasSecret"]) == ("二车间", True)
    assert row.revision == 2
    assert "hunter2" not in renamed.text
    assert row.sealed_secret is not None
    assert gateway.node.secrets.open(secret_name(made_id), row.sealed_secret) == b"hunter2"


async def test_a_secret_is_not_sent_to_another_machine(engineer: httpx.AsyncClient) -> None:
    made_id = await source(engineer, secret="hunter2")
    elsewhere = BROKER | {"host": "10.0.0.9"}

    changed = await engineer.put(f"{URL}/sources/{made_id}", json={"name": "硫化车间", "settings": elsewhere})
    tried = await engineer.post(f"{URL}/sources/trial", json={"settings": elsewhere, "sourceId": made_id})

    assert [each.json()["fields"][0]["loc"] for each in (changed, tried)] == ["/body/secret"] * 2
    assert (await engineer.get(f"{URL}/sources/{made_id}")).json()["settings"]["host"] == "127.0.0.1"


async def test_a_source_that_does_not_answer_is_told_so(engineer: httpx.AsyncClient) -> None:
    answer = await engineer.post(f"{URL}/sources/trial", json={"settings": BROKER})

    assert (answer.status_code, answer.json()["code"]) == (502, "source_not_reached")


async def test_a_source_that_had_points_is_switched_off_not_removed(engineer: httpx.AsyncClient) -> None:
    used, unused = await source(engineer), await source(engineer, name="空来源")
    await made(engineer, f"/sources/{used}/points", {"points": [POINT]})

    kept = await engineer.delete(f"{URL}/sources/{used}")
    removed = await engineer.delete(f"{URL}/sources/{unused}")
    off = await engineer.post(f"{URL}/sources/{used}/rest")

    assert (kept.status_code, removed.status_code) == (409, 204)
    assert [each["name"] for each in (await engineer.get(f"{URL}/sources")).json()] == ["硫化车间"]
    assert (off.json()["state"], off.json()["points"]) == ("off", 1)


async def test_settings_that_are_no_longer_accepted_trouble_their_source_only(
    gateway: RunningNode, engineer: httpx.AsyncClient
) -> None:
    old, well = await source(engineer, secret="hunter2"), await source(engineer, name="好的")
    async with gateway.node.database.transaction() as session:
        (await session.get_one(SourceRow, old)).settings = {"kind": "mqtt", "host": 7}

    told = {each["id"]: each for each in (await engineer.get(f"{URL}/sources")).json()}
    browsed = await engineer.post(f"{URL}/sources/{old}/browse", json={"under": None})
    kept = await engineer.put(f"{URL}/sources/{old}", json={"name": "硫化车间", "settings": BROKER})
    mended = await engineer.put(
        f"{URL}/sources/{old}", json={"name": "硫化车间", "settings": BROKER, "secret": "hunter2"}
    )

    assert (told[old]["state"], told[old]["settings"], told[old]["protocol"]) == ("refused", None, "mqtt")
    assert "不再合用" in told[old]["problem"]
    assert (told[well]["state"], told[well]["settings"]["host"]) == ("waiting", "127.0.0.1")
    assert (browsed.status_code, kept.status_code) == (422, 422)
    assert kept.json()["fields"][0]["loc"] == "/body/secret"
    assert mended.json()["settings"]["host"] == "127.0.0.1"


async def test_points_get_codes_of_their_own_and_known_addresses_are_passed_over(
    engineer: httpx.AsyncClient,
) -> None:
    at = await source(engineer)
    other = POINT | {"address": {"topic": "press/2", "pointer": "/t"}}

    first = await made(engineer, f"/sources/{at}/points", {"points": [POINT, other]})
    again = await made(engineer, f"/sources/{at}/points", {"points": [POINT]})
    found = (await engineer.get(f"{URL}/points", params={"q": "温"})).json()

    assert (first, again) == ({"added": 2, "known": 0}, {"added": 0, "known": 1})
    assert [each["code"] for each in found["items"]] == ["硫化车间.温度", "硫化车间.温度-2"]
    assert found["items"][0]["live"] is None


@pytest.mark.parametrize(
    ("change", "loc"),
    [
        ({"address": {"topic": "press/#"}}, "/body/points/0/address/topic"),
        ({"low": 5, "high": 1}, "/body/points/0/high"),
        ({"kind": "text"}, "/body/points/0/kind"),
        ({"equipmentId": 99}, "/body/points/0/equipmentId"),
    ],
)
async def test_a_wrong_point_is_told_at_its_place_and_nothing_is_added(
    engineer: httpx.AsyncClient, change: dict[str, Any], loc: str
) -> None:
    at = await source(engineer)

    answer = await engineer.post(f"{URL}/sources/{at}/points", json={"points": [POINT | change]})

    assert (answer.status_code, answer.json()["fields"][0]["loc"]) == (422, loc)
    assert (await engineer.get(f"{URL}/points")).json()["total"] == 0


async def test_a_point_is_changed_retired_and_revived(engineer: httpx.AsyncClient) -> None:
    at = await source(engineer)
    await made(engineer, f"/sources/{at}/points", {"points": [POINT | {"code": "P1.T"}]})
    number = (await engineer.get(f"{URL}/points")).json()["items"][0]["number"]
    url = f"{URL}/points/{number}"

    changed = await engineer.put(url, json=POINT | {"code": "P1.T", "deadBand": 0.5, "level": 3})
    other_kind = await engineer.put(url, json=POINT | {"code": "P1.T", "kind": "integer"})
    retired = await engineer.post(f"{url}/retirement")
    listed = (await engineer.get(f"{URL}/points")).json()["total"]
    revived = await engineer.delete(f"{url}/retirement")

    assert (changed.json()["deadBand"], changed.json()["level"]) == (0.5, 3)
    assert (other_kind.status_code, other_kind.json()["fields"][0]["loc"]) == (422, "/body/kind")
    assert retired.json()["retiredAt"] is not None
    assert listed == 0
    assert revived.json()["retiredAt"] is None


async def test_parts_of_equipment_are_of_a_lower_level_and_retire_from_below(
    engineer: httpx.AsyncClient,
) -> None:
    top = await made(
        engineer, "/equipment", {"parentId": None, "level": "enterprise", "code": "E", "title": "示例轮胎"}
    )
    press = {"parentId": top["id"], "level": "work_unit", "code": "CP-01", "title": "硫化机 1"}
    unit = await made(engineer, "/equipment", press)

    below_a_unit = await engineer.post(
        f"{URL}/equipment", json=press | {"parentId": unit["id"], "level": "area", "code": "A"}
    )
    taken = await engineer.post(f"{URL}/equipment", json=press)
    too_early = await engineer.post(f"{URL}/equipment/{top['id']}/retirement")
    retired = await engineer.post(f"{URL}/equipment/{unit['id']}/retirement")
    then = await engineer.post(f"{URL}/equipment/{top['id']}/retirement")

    assert [each.json()["fields"][0]["loc"] for each in (below_a_unit, taken)] == [
        "/body/parentId",
        "/body/code",
    ]
    assert (too_early.status_code, retired.status_code, then.status_code) == (409, 200, 200)


async def test_the_store_has_limits_that_an_engineer_sets(
    engineer: httpx.AsyncClient, planner: httpx.AsyncClient
) -> None:
    set_to = await engineer.put(f"{URL}/store", json={"budget": 1 << 30, "days": 7})
    too_small = await engineer.put(f"{URL}/store", json={"budget": 1, "days": 7})
    by_another = await planner.put(f"{URL}/store", json={"budget": 1 << 31, "days": 7})
    seen = (await planner.get(f"{URL}/store")).json()

    assert set_to.status_code == 200
    assert (too_small.status_code, too_small.json()["fields"][0]["loc"]) == (422, "/body/budget")
    assert by_another.status_code == 403
    assert seen["limits"] == {"budget": 1 << 30, "days": 7}
    assert seen["holding"]["size"] == 0
    assert seen["readers"] == []


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("POST", "/sources", {"name": "a", "settings": BROKER}),
        ("POST", "/sources/trial", {"settings": BROKER}),
        ("POST", "/sources/1/points", {"points": [POINT]}),
        ("POST", "/sources/1/browse", {}),
        ("POST", "/sources/1/samples", {"addresses": [{"topic": "a"}]}),
        ("DELETE", "/sources/1", None),
        ("POST", "/points/1/retirement", None),
        ("POST", "/equipment", {"parentId": None, "level": "enterprise", "code": "E", "title": "企业"}),
    ],
)
async def test_who_may_only_look_changes_nothing(
    planner: httpx.AsyncClient, method: str, path: str, body: dict[str, Any] | None
) -> None:
    answer = await planner.request(method, URL + path, json=body)

    assert (answer.status_code, answer.json()["code"]) == (403, "forbidden")


@pytest.mark.parametrize("path", ["/sources", "/points", "/equipment", "/store", "/losses", "/asides"])
async def test_a_stranger_sees_nothing(gateway: RunningNode, path: str) -> None:
    stranger = await gateway.person()

    assert (await stranger.get(URL + path)).status_code == 403


async def test_every_protocol_tells_what_to_fill_in(planner: httpx.AsyncClient) -> None:
    told = (await planner.get(f"{URL}/protocols")).json()
    mqtt = next(each for each in told if each["kind"] == "mqtt")
    inputs = {each["name"]: each for each in mqtt["settings"]}

    assert (inputs["port"]["input"], inputs["port"]["low"], inputs["port"]["high"]) == ("integer", 1, 65535)
    assert (inputs["ca"]["input"], inputs["ca"]["required"]) == ("long_text", False)
    assert inputs["version"]["options"] == ["5", "3.1.1"]
    assert [each["name"] for each in mqtt["address"]] == ["topic", "pointer"]


async def test_a_modbus_address_is_read_now_and_what_is_wrong_with_one_is_told_in_chinese(
    engineer: httpx.AsyncClient, planner: httpx.AsyncClient
) -> None:
    async with tcp_devices(1) as plant:
        settings = {"kind": "modbus_tcp", "host": "127.0.0.1", "port": plant.port}
        at = await source(engineer, settings=settings)
        url, asked = f"{URL}/sources/{at}/samples", [{"address": 2, "type": "int16"}, {"address": 13}]
        read = await engineer.post(url, json={"addresses": asked})
        wrong = await engineer.post(url, json={"addresses": [{"address": 0, "type": "bool"}]})
        by_another = await planner.post(url, json={"addresses": asked})
        tried = await engineer.post(f"{URL}/sources/trial", json={"settings": settings})
    gone = await engineer.post(url, json={"addresses": asked})
    point = {"title": "温度", "kind": "number", "scale": 0.1, "address": asked[0]}
    added = await made(engineer, f"/sources/{at}/points", {"points": [point]})

    assert [(each["value"], each["quality"]) for each in read.json()] == [(-7, 0), (None, 2)]
    assert wrong.json()["fields"] == [
        {
            "loc": "/body/addresses/0",
            "message": "地址不对：寄存器的开关量要写明第几位（bit），其他类型不写",
        }
    ]
    assert (by_another.status_code, tried.json()) == (403, [])
    assert (gone.status_code, gone.json()["code"]) == (502, "source_not_reached")
    assert added == {"added": 1, "known": 0}
