"""Who may see, acknowledge and rule; what makes no sense is refused."""

from typing import Any

import pytest

from brain.platform.shop_floor.domain.readings import ValueKind
from tests.platform.alarms.conftest import RULES, Floor, told

ALARMS = "/api/alarms"


async def raised(floor: Floor) -> int:
    point = await floor.point("press.temperature")
    engineer = await floor.gateway.person("alarms.configure")
    rule = (await engineer.post(RULES, json=told(point))).json()["id"]
    await floor.say("press.temperature", 165.5)
    await floor.look()
    return int(rule)


async def test_a_planner_sees_acknowledges_and_it_is_on_record(floor: Floor) -> None:
    rule = await raised(floor)
    planner = await floor.gateway.person("alarms.see", "alarms.acknowledge")

    shown = (await planner.get(ALARMS)).json()[0]
    assert (shown["standing"], shown["value"], shown["action"]) == ("unacknowledged", "165.5", "查蒸汽阀")
    done = await planner.post(f"{ALARMS}/acknowledgement", json={"rules": [rule], "remark": "已关阀"})
    assert done.status_code == 204
    await planner.post(f"{ALARMS}/acknowledgement", json={"rules": [rule]})
    assert (await planner.get(ALARMS)).json()[0]["standing"] == "acknowledged"
    assert await floor.todos() == 0
    journal = (await planner.get(f"{ALARMS}/journal", params={"ruleId": rule})).json()
    assert [(each["what"], each["remark"]) for each in journal["items"]] == [
        ("acknowledged", "已关阀"), ("raised", None),
    ]  # fmt: skip
    assert (await planner.get(f"{ALARMS}/journal", params={"q": "没有这样的"})).json()["total"] == 0
    await floor.say("press.temperature", 150.0)
    await floor.look()
    assert (await planner.get(ALARMS)).json()[0]["standing"] == "normal"


async def test_an_alarm_goes_to_the_shelf_and_out_of_service(floor: Floor) -> None:
    rule = await raised(floor)
    person = await floor.gateway.person("alarms.see", "alarms.acknowledge", "alarms.configure")

    async def standing() -> str:
        return str((await person.get(ALARMS)).json()[0]["standing"])

    place = f"{ALARMS}/{rule}"
    assert (await person.put(f"{place}/shelf", json={"minutes": 60, "reason": "检修"})).status_code == 204
    assert await standing() == "shelved"
    assert (await person.delete(f"{place}/shelf")).status_code == 204
    assert await standing() == "unacknowledged"
    assert (await person.put(f"{place}/outage", json={"reason": "换传感器"})).status_code == 204
    assert await standing() == "out_of_service"
    assert (await person.put(f"{place}/shelf", json={"minutes": 60, "reason": "检修"})).status_code == 409
    assert (await person.delete(f"{place}/outage")).status_code == 204
    assert await standing() == "unacknowledged"
    assert await floor.journal() == ["raised", "shelved", "unshelved", "taken_out", "put_back"]
    for minutes in (0, 1441):
        shelf = {"minutes": minutes, "reason": "检修"}
        assert (await person.put(f"{place}/shelf", json=shelf)).status_code == 422


async def test_the_load_tells_which_rules_are_the_most_frequent(floor: Floor) -> None:
    await raised(floor)
    await floor.say("press.temperature", 150.0, 165.0, 150.0, 165.0)
    await floor.look()
    person = await floor.gateway.person("alarms.see")

    load = (await person.get(f"{ALARMS}/load", params={"days": 1})).json()

    assert (load["raised"], load["most"], load["floods"], load["stale"]) == (3, 3, 0, 0)
    assert [(each["title"], each["raised"], each["chattered"]) for each in load["frequent"]] == [
        ("硫化温度过高", 3, 1)
    ]
    assert (await person.get(f"{ALARMS}/load", params={"days": 0})).status_code == 422


@pytest.mark.parametrize(
    "wrong",
    [
        {"point": 999},
        {"title": " "},
        {"title": "a\0b"},
        {"condition": "strange"},
        {"condition": "discrete"},
        {"condition": "silent"},
        {"condition": "silent", "seconds": 1},
        {"limit": None},
        {"limit": "NaN"},
        {"deadBand": -1},
        {"onDelay": 86_401},
        {"importance": "urgent"},
        {"respondMinutes": 0},
        {"more": 1},
    ],
    ids=str,
)
async def test_a_rule_that_makes_no_sense_is_refused(floor: Floor, wrong: dict[str, Any]) -> None:
    point = await floor.point("press.temperature")
    engineer = await floor.gateway.person("alarms.see", "alarms.configure")

    assert (await engineer.post(RULES, json=told(point) | wrong)).status_code == 422
    assert (await engineer.get(RULES)).json() == []


async def test_a_rule_stays_with_its_point(floor: Floor) -> None:
    rule = await raised(floor)
    other = await floor.point("press.recipe", ValueKind.TEXT)
    engineer = await floor.gateway.person("alarms.see", "alarms.configure")

    assert (
        await engineer.put(f"{RULES}/{rule}", json=told(other, condition="discrete", words=["a"]))
    ).status_code == 422
    assert (await engineer.put(f"{RULES}/999", json=told(other))).status_code == 404
    assert (await engineer.get(f"{RULES}/999")).status_code == 404


async def test_alarms_are_closed_to_others(floor: Floor) -> None:
    rule = await raised(floor)
    seeing = await floor.gateway.person("alarms.see")
    acknowledging = await floor.gateway.person("alarms.acknowledge")
    stranger, nobody = await floor.gateway.person("portal.see"), await floor.gateway.client()
    body = told(floor.machines.numbers["press.temperature"])
    calls = {
        "acknowledge": ("POST", "/acknowledgement", {"rules": [rule]}),
        "shelve": ("PUT", f"/{rule}/shelf", {"minutes": 5, "reason": "检修"}),
        "unshelve": ("DELETE", f"/{rule}/shelf", None),
        "add": ("POST", "/rules", body),
        "change": ("PUT", f"/rules/{rule}", body),
        "retire": ("DELETE", f"/rules/{rule}", None),
        "take out": ("PUT", f"/{rule}/outage", {"reason": "检修"}),
        "put back": ("DELETE", f"/{rule}/outage", None),
    }
    for name, (method, path, content) in calls.items():
        assert (await seeing.request(method, ALARMS + path, json=content)).status_code == 403, name
        assert (await nobody.request(method, ALARMS + path, json=content)).status_code == 401, name
        if name not in {"acknowledge", "shelve", "unshelve"}:
            assert (await acknowledging.request(method, ALARMS + path, json=content)).status_code == 403, name
    for path in ("", "/journal", "/load", "/rules", f"/rules/{rule}"):
        assert (await stranger.get(ALARMS + path)).status_code == 403, path
        assert (await nobody.get(ALARMS + path)).status_code == 401, path
