"""A file that fits no data set: proposed, declared, confirmed, delivered, built, protected, withdrawn."""

from pathlib import Path
from typing import Any

import httpx
import pytest

from brain.platform.data_sets.service import building
from brain.platform.ingestion.contract import Import
from brain.platform.ingestion.service import imports, running
from tests.conftest import RunningNode
from tests.platform.ingestion.deliveries import delivery
from tests.platform.ingestion.desk import ABOUT, CODE, HEADERS, LAKE, LINES, ONE, Desk


async def test_columns_types_grades_and_keys_are_proposed_from_the_rows(desk: Desk) -> None:
    more = [LINES[0].replace(",1,", ",2,", 1), LINES[2].replace("半钢胎,2", "全钢胎,1")]
    digest = await desk.upload(*LINES, *more)

    told = (await desk.operator.get(f"/api/ingestion/files/{digest}/proposal")).json()

    columns = [each["column"] for each in told["columns"]]
    assert [(each["name"], each["type"]) for each in columns] == [
        ("enterprise_name", "text"),
        ("product", "text"),
        ("month", "integer"),
        ("capacity", "decimal"),
        ("tou_chan_ri_qi", "date"),
        ("lian_xi_shou_ji", "text"),
        ("zai_chan", "boolean"),
    ]
    assert [(each["kind"], each["personal"]) for each in columns if each["personal"]] == [("mobile", True)]
    assert told["keys"] == ["enterprise_name", "product", "month"]


async def test_what_was_declared_is_in_force_when_another_person_confirms_it(desk: Desk) -> None:
    digest = await desk.upload(*LINES)
    declared = await desk.declare(digest)
    confirm = f"{LAKE}/base/tyre_capacity/confirmation"

    listed = await desk.operator.get("/api/ingestion/layouts")
    by_others = [each["name"] for each in (await desk.reviewer.get(f"{LAKE}/declarations/waiting")).json()]
    itself = await desk.operator.post(confirm, json={"levels": {}})
    unknown = await desk.reviewer.post(confirm, json={"levels": {"nothing": 2}})
    too_low = await desk.reviewer.post(confirm, json={"levels": {"lian_xi_shou_ji": 1}})
    done = await desk.reviewer.post(confirm, json={"levels": {"capacity": 3}})
    again = await desk.reviewer.post(confirm, json={"levels": {}})

    assert (declared.status_code, by_others) == (201, ["tyre_capacity"])
    assert "base.tyre_capacity" not in [each["name"] for each in listed.json()["items"]]
    assert [answer.status_code for answer in (itself, unknown, too_low, done, again)] == [
        403,
        422,
        422,
        200,
        404,
    ]
    whole = await desk.one()
    assert {each["name"]: each["level"] for each in whole["columns"]}["capacity"] == 3
    assert [each["state"] for each in whole["declarations"]] == ["confirmed"]


async def test_nobody_confirms_what_they_declared_themselves(desk: Desk, lake: RunningNode) -> None:
    both = await lake.person("ingestion.import", "data_sets.declare", "data_sets.confirm", "data_sets.read")
    desk.operator = both
    await desk.declare(await desk.upload(*LINES))

    answer = await both.post(f"{LAKE}/base/tyre_capacity/confirmation", json={"levels": {}})

    assert (answer.status_code, "另一位" in answer.json()["message"]) == (403, True)


async def test_a_refused_declaration_says_why_and_can_be_made_again(desk: Desk) -> None:
    digest = await desk.upload(*LINES)
    await desk.declare(digest)

    refused = await desk.reviewer.post(f"{LAKE}/base/tyre_capacity/refusal", json={"reason": "含义不清"})
    await desk.declare(digest, title="轮胎企业月度产能")

    assert refused.json()["reason"] == "含义不清"
    assert [each["state"] for each in (await desk.one())["declarations"]] == ["waiting", "refused"]


async def test_rows_become_a_version_with_types_and_origin(confirmed: Desk) -> None:
    done = await confirmed.deliver(await confirmed.upload(*LINES))

    assert (done["status"], done["inserted"], done["rejected"]) == ("done", 3, 0)
    assert await confirmed.rows("product", "capacity", "tou_chan_ri_qi", "zai_chan", "source_provider") == [
        ["半钢胎", "800.0000", "2023-05-06", False, "甲方"],
        ["半钢胎", "70.0000", "2022-01-01", True, "甲方"],
        ["全钢胎", "1200.5000", "2024-03-01", True, "甲方"],
    ]
    whole = await confirmed.one()
    assert [(each["rows"], each["asOf"]) for each in whole["deliveries"]] == [(3, "2026-06-30")]
    assert next(each for each in whole["columns"] if each["kind"] == "mobile")["found"]["matched"] == 3


async def test_of_rows_with_the_same_keys_that_of_the_latest_day_counts(confirmed: Desk) -> None:
    newer = LINES[1].replace("800", "900")
    older = LINES[0].replace("1,200.5", "1")
    await confirmed.deliver(await confirmed.upload(*LINES))
    await confirmed.deliver(await confirmed.upload(newer), as_of="2026-07-31")
    await confirmed.deliver(await confirmed.upload(older), as_of="2026-01-31")

    assert await confirmed.rows("capacity", "source_as_of") == [
        ["900.0000", "2026-07-31"],
        ["70.0000", "2026-06-30"],
        ["1200.5000", "2026-06-30"],
    ]


async def test_what_a_source_withdraws_is_no_longer_there(confirmed: Desk) -> None:
    first = await confirmed.deliver(await confirmed.upload(*LINES))
    withdrawal = f"{LAKE}/deliveries/{first['id']}/withdrawal"

    refused = await confirmed.reviewer.post(withdrawal, json={"reason": "报错了"})
    done = await confirmed.operator.post(withdrawal, json={"reason": "报错了"})
    await building.refresh(confirmed.node.node)

    assert (refused.status_code, done.json()["withdrawal"]["reason"]) == (403, "报错了")
    assert await confirmed.rows("product") == []
    assert (await confirmed.one())["version"]["number"] == 2


async def test_a_row_without_a_key_is_rejected_and_a_value_of_a_wrong_type_is_doubtful(
    confirmed: Desk,
) -> None:
    done = await confirmed.deliver(
        await confirmed.upload(
            LINES[0], ",半钢胎,1,1,2024-01-01,,是", "乙,半钢胎,1,很多,某日,,也许", LINES[0]
        )
    )

    assert (done["inserted"], done["rejected"], done["warned"]) == (2, 2, 1)
    problems = (await confirmed.operator.get(f"/api/ingestion/imports/{done['id']}/problems")).json()
    assert [each["message"] for each in problems["items"]] == [
        "缺少企业名称",
        "与第 1 条记录重复（企业名称、产品、月份相同）",
    ]
    assert await confirmed.rows("capacity", "tou_chan_ri_qi", "zai_chan") == [
        [None, None, None],
        ["1200.5000", "2024-03-01", True],
    ]


async def test_values_are_shown_by_grade_and_right(confirmed: Desk) -> None:
    await confirmed.deliver(await confirmed.upload(*LINES))
    grade = f"{LAKE}/base/tyre_capacity/grades"
    analyst = await confirmed.node.person("data_sets.read", "data_sets.query")

    product = {"column": "product", "level": 2, "personal": False, "reason": "商业秘密"}
    refused = await confirmed.operator.post(grade, json=product)
    wrong = await confirmed.reviewer.post(grade, json={**product, "level": 1, "personal": True})
    missing = await confirmed.reviewer.post(grade, json={**product, "column": "nothing"})
    done = await confirmed.reviewer.post(grade, json=product)
    await confirmed.reviewer.post(grade, json={**product, "column": "capacity", "level": 3})

    assert [answer.status_code for answer in (refused, wrong, missing, done)] == [403, 422, 404, 204]
    seen = await confirmed.rows("product", "capacity", "lian_xi_shou_ji", client=analyst)
    assert sorted(seen, key=str) == [["全***", None, None], ["半***", None, None], ["半***", None, None]]
    head = (await confirmed.one(analyst))["head"]
    assert {row[1] for row in head} == {"全***", "半***"}
    assert {row[5] for row in head} == {None}
    filtered = (
        "SELECT count(*) FROM base.tyre_capacity WHERE product = '全钢胎' OR lian_xi_shou_ji LIKE '138%'"
    )
    answer = await analyst.post(f"{LAKE}/queries", json={"statement": filtered})
    assert (answer.json()["rows"], sorted(answer.json()["hidden"])) == (
        [[0]],
        ["base.tyre_capacity.capacity", "base.tyre_capacity.lian_xi_shou_ji", "base.tyre_capacity.product"],
    )
    plain = await confirmed.rows("product", "lian_xi_shou_ji")
    assert plain[0] == ["半钢胎", "13912345679"]


async def test_worse_content_than_was_confirmed_is_protected_at_once(confirmed: Desk) -> None:
    await confirmed.deliver(await confirmed.upload(*LINES))
    before = await confirmed.one()
    cards = [f"甲{n},产品{n},{n},1,2024-01-01,11010519491231002X,是" for n in range(30)]
    analyst = await confirmed.node.person("data_sets.read", "data_sets.query")
    todo = await confirmed.node.person("data_sets.confirm", "portal.use")

    await confirmed.deliver(await confirmed.upload(*cards), as_of="2026-09-30")

    after = await confirmed.one(analyst)
    levels = [
        next(each["level"] for each in whole["columns"] if each["name"] == "lian_xi_shou_ji")
        for whole in (before, after)
    ]
    assert levels[1] > levels[0]
    items = (await todo.get("/api/portal/todos")).json()
    assert "lian_xi_shou_ji" in str(items)


async def test_a_revision_may_add_columns_but_not_change_what_was_delivered(confirmed: Desk) -> None:
    await confirmed.deliver(await confirmed.upload(*LINES))
    headers = f"{HEADERS},单位能耗"
    digest = await confirmed.upload(*[f"{line},1.5" for line in LINES], headers=headers)
    proposal = (await confirmed.operator.get(f"/api/ingestion/files/{digest}/proposal")).json()
    columns = [{"header": each["header"], **each["column"]} for each in proposal["columns"]]

    as_text = [{**each, "type": "text"} if each["name"] == "capacity" else each for each in columns]
    changed = await confirmed.declare(digest, columns=as_text)
    new_key = await confirmed.declare(digest, keys=["dan_wei_neng_hao"])
    added = await confirmed.declare(digest)
    await confirmed.reviewer.post(f"{LAKE}/base/tyre_capacity/confirmation", json={"levels": {}})
    await building.refresh(confirmed.node.node)

    assert (changed.status_code, new_key.status_code, added.status_code) == (422, 422, 201)
    assert await confirmed.rows("dan_wei_neng_hao") == [[None], [None], [None]]
    await confirmed.deliver(digest, as_of="2026-08-31")
    assert await confirmed.rows("dan_wei_neng_hao") == [["1.5000"], ["1.5000"], ["1.5000"]]


async def test_a_data_set_computed_from_others_inherits_their_grades(confirmed: Desk) -> None:
    await confirmed.deliver(await confirmed.upload(*LINES))
    statement = "SELECT product, max(lian_xi_shou_ji) AS phone FROM base.tyre_capacity GROUP BY 1"

    async def declare(phone: dict[str, Any], **changes: Any) -> httpx.Response:
        columns = [
            {"name": "product", "title": "产品", "level": 1},
            {"name": "phone", "title": "电话", **phone},
        ]
        told = {
            **ABOUT, "tier": "industry", "name": "phones", "columns": columns, "keys": ["product"],
            "statement": statement,
        }  # fmt: skip
        return await confirmed.operator.post(LAKE, json=told | changes)

    proposed = await confirmed.operator.post(f"{LAKE}/proposals", json={"statement": statement})
    assert [(each["name"], each["title"], each["level"], each["personal"]) for each in proposed.json()] == [
        ("product", "产品", 1, False),
        ("phone", "联系手机", 2, True),
    ]
    low = await declare({"level": 1})
    other = await declare({"level": 2, "personal": True}, statement="SELECT 1 AS a FROM base.tyre_capacity")
    unknown = await declare({"level": 2, "personal": True}, statement="SELECT * FROM base.nothing")
    counted = "SELECT product, count(*) AS phone FROM base.tyre_capacity"
    hidden = f"{counted} WHERE lian_xi_shou_ji LIKE '138%' GROUP BY 1"
    by_condition = await declare({"level": 2, "personal": True}, statement=hidden)
    own = await declare({"level": 2, "personal": True}, tier="base", name="enterprise")
    done = await declare({"level": 2, "personal": True})
    await confirmed.reviewer.post(f"{LAKE}/industry/phones/confirmation", json={"levels": {}})
    await building.refresh(confirmed.node.node)

    assert [answer.status_code for answer in (low, other, unknown, own, done)] == [422, 422, 422, 409, 201]
    assert {field["loc"] for field in by_condition.json()["fields"]} == {
        "/body/columns/0/level",
        "/body/columns/0/personal",
    }
    assert {field["loc"] for field in low.json()["fields"]} == {
        "/body/columns/1/level",
        "/body/columns/1/personal",
    }
    built = (await confirmed.operator.get(f"{LAKE}/industry/phones")).json()
    assert (built["version"]["rows"], built["inputs"]) == (2, ["base.tyre_capacity"])
    assert {row[1] for row in built["head"]} == {None}
    traced = {
        each["column"]: each
        for each in (await confirmed.operator.get(f"{LAKE}/industry/phones/lineage")).json()
    }
    phone = {"dataSet": "base.tyre_capacity", "column": "lian_xi_shou_ji"}
    assert (traced["phone"]["sources"], traced["phone"]["impact"]) == ([phone], [])
    upstream = (await confirmed.operator.get(f"{LAKE}/base/tyre_capacity/lineage")).json()
    assert [each["column"] for each in upstream if each["impact"]] == ["product", "lian_xi_shou_ji"]
    retire = f"{LAKE}/base/tyre_capacity/retirement"
    used = await confirmed.operator.post(retire, json={"reason": "不再使用"})
    for name in ("industry/phones", "base/tyre_capacity"):
        gone = await confirmed.operator.post(f"{LAKE}/{name}/retirement", json={"reason": "不再使用"})
        assert gone.status_code == 204
    assert used.status_code == 409
    assert [each["name"] for each in (await confirmed.operator.get(LAKE)).json() if each["owner"]] == []


async def test_enterprises_are_found_by_name_where_there_is_a_column_for_their_code(desk: Desk) -> None:
    headers = f"{HEADERS},统一社会信用代码"
    digest = await desk.upload(*[f"{line}," for line in LINES], headers=headers)
    await desk.declare(digest)
    await desk.reviewer.post(f"{LAKE}/base/tyre_capacity/confirmation", json={"levels": {}})

    done = await desk.deliver(digest)

    assert (done["inserted"], done["warned"]) == (3, 1)
    assert await desk.rows("credit_code") == [[CODE], [None], [CODE]]


@pytest.mark.parametrize(
    ("changes", "loc"),
    [
        ({"name": "Tyre"}, "/body/name"),
        ({"tier": "other"}, "/body/tier"),
        ({"keys": ["nothing"]}, "/body/keys/0"),
        ({"keys": ["capacity"]}, "/body/keys/0"),
        ({"columns": []}, "/body/columns"),
        ({"columns": [ONE | {"header": "没有"}], "keys": []}, "/body/columns/0/header"),
        ({"columns": [ONE | {"name": "sample"}], "keys": []}, "/body/columns/0/name"),
        ({"columns": [ONE | {"level": 9}], "keys": []}, "/body/columns/0/level"),
        ({"rules": [{"kind": "no such", "name": "x"}]}, None),
    ],
)
async def test_a_declaration_that_does_not_hold_together_is_refused(
    desk: Desk, changes: dict[str, Any], loc: str | None
) -> None:
    answer = await desk.declare(await desk.upload(*LINES), **changes)

    assert answer.status_code == 422, answer.text
    assert loc is None or loc in [field["loc"] for field in answer.json()["fields"]]
    assert (await desk.reviewer.get(f"{LAKE}/declarations/waiting")).json() == []


async def test_without_the_right_nothing_is_declared(desk: Desk, lake: RunningNode) -> None:
    digest = await desk.upload(*LINES)
    reader = await lake.person("data_sets.read", "ingestion.import")

    for path in ("/api/ingestion/data-sets", LAKE, f"{LAKE}/base/x/confirmation", f"{LAKE}/base/x/refusal"):
        assert (await reader.post(path, json={})).status_code == 403, path
    stranger = await lake.client()
    assert (await stranger.get(f"/api/ingestion/files/{digest}/proposal")).status_code == 401


async def test_a_delivery_cut_off_goes_on_from_its_checkpoint_without_doubling(
    confirmed: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "BATCH", 1)
    path = tmp_path / "产能.csv"
    path.write_bytes("\n".join([HEADERS, *LINES]).encode("gb18030"))
    told = await delivery(confirmed.node.node)

    async def die(halfway: Import) -> None:
        if halfway.rows_done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        await imports.import_file(confirmed.node.node, path, "base.tyre_capacity", told, die)
    await building.refresh(confirmed.node.node)
    before = (await confirmed.one())["version"]
    done = await imports.import_file(confirmed.node.node, path, "base.tyre_capacity", told)
    await building.refresh(confirmed.node.node)

    assert (before, done.inserted) == (None, 3)
    assert len(await confirmed.rows("product")) == 3


RULE = {
    "kind": "range",
    "name": "capacity_range",
    "column": "capacity",
    "most": 1000,
    "severity": "quarantine",
}


@pytest.fixture
async def held(desk: Desk) -> Desk:
    """Delivered with a row that its rule holds back: 1,200.5 is above 1,000."""
    await desk.declare(await desk.upload(*LINES), rules=[RULE])
    await desk.reviewer.post(f"{LAKE}/base/tyre_capacity/confirmation", json={"levels": {}})
    await desk.deliver(await desk.upload(*LINES))
    return desk


async def held_rows(desk: Desk, state: str = "open") -> list[dict[str, Any]]:
    found = await desk.operator.get(f"{LAKE}/base/tyre_capacity/held", params={"state": state})
    items: list[dict[str, Any]] = found.json()["items"]
    return items


async def test_rows_that_a_rule_holds_back_wait_for_a_person(held: Desk) -> None:
    (row,) = await held_rows(held)

    assert (row["values"]["capacity"], row["values"]["zai_chan"]) == (
        None,
        "t",
    )  # the operator sees no figures
    assert row["broken"] == ["“capacity”应不大于 1000"]
    assert await held.rows("capacity") == [["800.0000"], ["70.0000"]]
    assert (await held.one())["version"]["quality"]["broken"][0]["holds"] is True
    todo = await held.node.person("data_sets.manage", "portal.use")
    assert "已隔离" in str((await todo.get("/api/portal/todos")).json())


@pytest.mark.parametrize(
    ("act", "body", "capacities", "state"),
    [
        ("acceptance", {"reason": "核实无误"}, ["800.0000", "70.0000", "1200.5000"], "accepted"),
        ("discard", {"reason": "重复报送"}, ["800.0000", "70.0000"], "discarded"),
        (
            "correction",
            {"values": {"capacity": "120.05"}, "reason": "小数点错位"},
            ["800.0000", "70.0000", "120.0500"],
            "corrected",
        ),
    ],
)
async def test_a_held_row_is_accepted_discarded_or_corrected(
    held: Desk, act: str, body: dict[str, Any], capacities: list[str], state: str
) -> None:
    (row,) = await held_rows(held)
    url = f"{LAKE}/held/{row['id']}/{act}"

    refused = await held.reviewer.post(url, json=body)
    done = await held.operator.post(url, json=body)
    again = await held.operator.post(url, json=body)
    await building.refresh(held.node.node)

    assert (refused.status_code, done.status_code, again.status_code) == (403, 204, 409)
    assert [each[0] for each in await held.rows("capacity")] == capacities
    assert (await held_rows(held), [each["reason"] for each in await held_rows(held, state)]) == (
        [],
        [body["reason"]],
    )
    if act == "correction":
        assert ["产能调查（更正）"] in await held.rows("source_title")


@pytest.mark.parametrize(
    ("values", "status"),
    [({"capacity": "很多"}, 422), ({"nothing": "1"}, 422), ({"source_title": "1"}, 422), ({}, 422)],
)
async def test_a_correction_must_fit_the_columns(held: Desk, values: dict[str, str], status: int) -> None:
    (row,) = await held_rows(held)

    answer = await held.operator.post(
        f"{LAKE}/held/{row['id']}/correction", json={"values": values, "reason": "改"}
    )

    assert (answer.status_code, len(await held_rows(held))) == (status, 1)
    assert (await held.operator.post(f"{LAKE}/held/999/discard", json={"reason": "无"})).status_code == 404


async def test_a_correction_does_not_stand_for_a_delivery_of_everything(desk: Desk) -> None:
    await desk.declare(await desk.upload(*LINES), rules=[RULE], whole=True)
    await desk.reviewer.post(f"{LAKE}/base/tyre_capacity/confirmation", json={"levels": {}})
    await desk.deliver(await desk.upload(*LINES))
    (row,) = await held_rows(desk)

    corrected = {"values": {"capacity": "120.05"}, "reason": "小数点错位"}
    await desk.operator.post(f"{LAKE}/held/{row['id']}/correction", json=corrected)
    await building.refresh(desk.node.node)

    assert await desk.rows("capacity") == [["800.0000"], ["70.0000"], ["120.0500"]]
    await desk.deliver(await desk.upload(LINES[1]), as_of="2026-07-31")
    assert await desk.rows("capacity") == [["800.0000"]]
