"""Past versions are asked and compared, kept for a time, held by law; rows are erased everywhere."""

from datetime import timedelta
from typing import Any

import httpx
import pytest
from sqlalchemy import select, text, update

from brain.kit.clock import now
from brain.platform.data_sets.adapters.lake import Lake
from brain.platform.data_sets.models import BuildRow, DeliveryRow
from brain.platform.data_sets.models.quality import SuspicionRow
from brain.platform.data_sets.service import building, forgetting, keeping
from brain.platform.ingestion.service import destroying
from brain.platform.ingestion.service.destroying import DESTROY
from tests.conftest import RunningNode
from tests.platform.ingestion.desk import ABOUT, LAKE, LINES, Desk

ONE = f"{LAKE}/base/tyre_capacity"
CHANGED = [LINES[1].replace("800", "900"), "丙公司,全钢胎,3,5,2024-01-01,13700000000,是"]
KEY = {"enterprise_name": "没有的公司", "product": "半钢胎", "month": "2"}


@pytest.fixture
async def changed(confirmed: Desk) -> Desk:
    """Two versions: one row more, one changed."""
    await confirmed.deliver(await confirmed.upload(*LINES))
    await confirmed.deliver(await confirmed.upload(*CHANGED), as_of="2026-07-31")
    return confirmed


async def count(desk: Desk, past: str = "", client: httpx.AsyncClient | None = None) -> Any:
    statement = f"SELECT count(*), sum(capacity) FROM base.tyre_capacity {past}"
    answer = await (client or desk.reviewer).post(f"{LAKE}/queries", json={"statement": statement})
    return answer.json()["rows"][0] if answer.status_code == 200 else answer.status_code


async def age(node: RunningNode, days: int) -> None:
    """As if all had happened so many days before."""
    async with node.node.database.transaction() as session:
        await session.execute(update(BuildRow).values(built_at=BuildRow.built_at - timedelta(days=days)))
        earlier = DeliveryRow.delivered_at - timedelta(days=days)
        await session.execute(update(DeliveryRow).values(delivered_at=earlier))


async def test_past_versions_are_asked_by_number_and_by_time(changed: Desk) -> None:
    await age(changed.node, 2)
    await changed.deliver(await changed.upload("丁,全钢胎,4,1,2024-01-01,,是"), as_of="2026-08-31")
    yesterday = f"TIMESTAMP AS OF '{now() - timedelta(days=1):%F %T%z}'"

    asked = [await count(changed, past) for past in ("", "VERSION AS OF 1", "FOR VERSION AS OF 2", yesterday)]

    assert asked == [
        [5, "2176.5000"],
        [3, "2070.5000"],
        [4, "2175.5000"],
        [4, "2175.5000"],
    ]
    statement = (
        "SELECT count(*) FROM base.tyre_capacity n LEFT ANTI JOIN base.tyre_capacity VERSION AS OF 1 AS o"
        " ON n.enterprise_name = o.enterprise_name"
    )
    both = await changed.reviewer.post(f"{LAKE}/queries", json={"statement": statement})
    assert both.json()["rows"] == [[2]]
    assert both.json()["versions"] == {"base.tyre_capacity": 3, "base.tyre_capacity@1": 1}


WRONG = (
    "VERSION AS OF 9",
    "VERSION AS OF -1",
    "VERSION AS OF 'x'",
    "VERSION AS OF (SELECT 1)",
    "TIMESTAMP AS OF '昨天'",
    "TIMESTAMP AS OF '1999-01-01'",
    "TIMESTAMP AS OF current_date()",
)


async def test_past_versions_that_are_not_kept_or_not_to_be_read_are_refused(changed: Desk) -> None:
    analyst = await changed.node.person("data_sets.read", "data_sets.query")
    hidden = "SELECT max(lian_xi_shou_ji) FROM base.tyre_capacity VERSION AS OF 1"
    told = {
        **ABOUT, "tier": "industry", "name": "frozen", "keys": [],
        "columns": [{"name": "product", "title": "产品", "level": 1}],
        "statement": "SELECT product FROM base.tyre_capacity VERSION AS OF 1",
    }  # fmt: skip

    refused = [await count(changed, past) for past in WRONG]
    seen = await analyst.post(f"{LAKE}/queries", json={"statement": hidden})
    declared = await changed.operator.post(LAKE, json=told)

    assert refused == [422] * len(WRONG)
    assert seen.json()["rows"] == [[None]]
    assert (declared.status_code, "最新版本" in declared.json()["message"]) == (422, True)


async def test_two_versions_differ_by_rows_and_columns(changed: Desk) -> None:
    analyst = await changed.node.person("data_sets.read")
    url = f"{ONE}/versions/difference"

    listed = (await analyst.get(f"{ONE}/versions")).json()
    told = (await changed.reviewer.get(url, params={"older": 1, "newer": 2})).json()
    seen = (await analyst.get(url, params={"older": 2, "newer": 1})).json()
    missing = await analyst.get(url, params={"older": 1, "newer": 7})
    stranger = await changed.node.person("portal.use")

    assert [each["number"] for each in listed] == [2, 1]
    assert (told["added"], told["gone"], told["changed"]) == (1, 0, 1)
    assert told["byColumn"] == {"capacity": 1}
    assert [each["kind"] for each in told["examples"]] == ["changed", "added"]
    change = told["examples"][0]
    assert (change["before"]["capacity"], change["after"]["capacity"]) == ("800.0000", "900.0000")
    assert told["examples"][1]["after"]["lian_xi_shou_ji"] == "13700000000"
    assert (seen["added"], seen["gone"], seen["changed"]) == (0, 1, 1)
    assert {each["before"]["lian_xi_shou_ji"] for each in seen["examples"]} == {None}
    assert missing.status_code == 404
    assert (await stranger.get(url, params={"older": 1, "newer": 2})).status_code == 403


async def test_without_keys_rows_are_counted(confirmed: Desk) -> None:
    await confirmed.deliver(await confirmed.upload(*LINES))
    told = {
        **ABOUT, "tier": "industry", "name": "products", "keys": [],
        "columns": [{"name": "product", "title": "产品", "level": 1}],
        "statement": "SELECT product FROM base.tyre_capacity",
    }  # fmt: skip
    assert (await confirmed.operator.post(LAKE, json=told)).status_code == 201
    await confirmed.reviewer.post(f"{LAKE}/industry/products/confirmation", json={"levels": {}})
    await building.refresh(confirmed.node.node)
    await confirmed.deliver(await confirmed.upload(*CHANGED), as_of="2026-07-31")

    url, between = f"{LAKE}/industry/products/versions/difference", {"older": 1, "newer": 2}
    told = (await confirmed.reviewer.get(url, params=between)).json()

    assert (told["added"], told["gone"], told["changed"]) == (1, 0, None)
    assert [each["after"] for each in told["examples"]] == [{"product": "全钢胎"}]


async def test_versions_and_replaced_deliveries_go_by_the_policy_unless_held(changed: Desk) -> None:
    policy = {"versions": 1, "days": 30, "deliveryDays": 30, "reason": "按制度"}
    lake, node = changed.node.node.get(Lake), changed.node.node
    first = (await changed.one())["deliveries"][-1]["id"]
    await changed.operator.post(f"{LAKE}/deliveries/{first}/withdrawal", json={"reason": "报错了"})
    await building.refresh(node)

    refused = await changed.reviewer.put(f"{ONE}/retention", json=policy)
    wrong = await changed.operator.put(f"{ONE}/retention", json=policy | {"versions": 0})
    assert (await changed.operator.put(f"{ONE}/retention", json=policy)).status_code == 204
    await keeping.retain(node)
    young = [each["number"] for each in (await changed.operator.get(f"{ONE}/versions")).json()]
    await age(changed.node, 40)
    async with node.database.transaction() as session:
        await session.execute(update(DeliveryRow).values(withdrawn_at=now() - timedelta(days=40)))
        await session.execute(update(DeliveryRow).where(DeliveryRow.id != first).values(withdrawn_at=None))
    own = await changed.operator.post(f"{ONE}/holds", json={"reason": "诉讼"})
    assert (await changed.reviewer.post(f"{ONE}/holds", json={"reason": "诉讼"})).status_code == 204
    await keeping.retain(node)
    held = [each["number"] for each in (await changed.operator.get(f"{ONE}/versions")).json()]
    hold = (await changed.operator.get(f"{ONE}/keeping")).json()["holds"][0]["id"]
    for _ in range(2):
        released = await changed.reviewer.post(f"{LAKE}/holds/{hold}/release", json={"reason": "结案"})
        assert released.status_code == 204
    await keeping.retain(node)
    kept = [each["number"] for each in (await changed.operator.get(f"{ONE}/versions")).json()]

    assert (refused.status_code, wrong.status_code, own.status_code) == (403, 422, 403)
    assert (young, held, kept) == ([3, 2, 1], [3, 2, 1], [3])
    assert await count(changed) == [2, "905.0000"]
    folders = list((lake.folder / "base/tyre_capacity").iterdir())
    assert len(folders) == 1
    assert list((lake.folder / "deliveries/base/tyre_capacity" / str(first)).iterdir()) == []
    assert [each["number"] for each in (await changed.one())["attempts"]] == [3, 2, 1]


async def test_erased_rows_are_nowhere_and_do_not_come_back(changed: Desk) -> None:
    node, lake = changed.node.node, changed.node.node.get(Lake)
    digest = await changed.upload(*LINES)
    told = {
        **ABOUT, "tier": "industry", "name": "phones", "keys": ["name"],
        "columns": [{"name": "name", "title": "企业", "level": 2, "personal": False},
                    {"name": "phone", "title": "电话", "level": 2, "personal": True}],
        "statement": "SELECT enterprise_name AS name, max(lian_xi_shou_ji) AS phone"
                     " FROM base.tyre_capacity GROUP BY 1",
    }  # fmt: skip
    declared = await changed.operator.post(LAKE, json=told)
    assert declared.status_code == 201, declared.text
    await changed.reviewer.post(f"{LAKE}/industry/phones/confirmation", json={"levels": {}})
    await building.refresh(node)
    suspected = {"data_set": "industry.phones", "fingerprint": "x", "version": 1, "column": "name"}
    async with node.database.transaction() as session:
        session.add(
            SuspicionRow(
                **suspected, value="没有的公司", kind="spelling", confidence=1, reasons=[], state="dismissed",
                values={"name": "没有的公司"}, found_at=now(), decided_at=now(), decided_by="a",
            )
        )  # fmt: skip
    wanted = {"rows": [KEY], "ground": "person", "reason": "本人要求"}

    asked = await changed.operator.post(f"{ONE}/erasures", json=wanted)
    number = asked.json()["id"]
    itself = await changed.operator.post(f"{LAKE}/erasures/{number}/approval", json={"reason": "好"})
    approved = await changed.reviewer.post(f"{LAKE}/erasures/{number}/approval", json={"reason": "已核实"})
    again = await changed.reviewer.post(f"{LAKE}/erasures/{number}/refusal", json={"reason": "不"})
    for _ in range(2):
        await forgetting.carry_out(node, number)
    await forgetting.finish(node)
    between = (await changed.operator.get(f"{ONE}/keeping")).json()["erasures"][0]["state"]
    await building.refresh(node)
    await forgetting.finish(node)

    assert (asked.json()["found"], asked.json()["rows"]) == (1, 1)
    assert [each.status_code for each in (itself, approved, again)] == [403, 200, 409]
    kept = (await changed.operator.get(f"{ONE}/keeping")).json()
    assert (between, kept["erasures"][0]["state"], kept["downstream"]) == (
        "erased",
        "done",
        ["industry.phones"],
    )
    assert kept["erasures"][0]["report"]["versions"] == {"base.tyre_capacity": [2, 1], "industry.phones": [1]}
    assert [
        path for path in lake.folder.rglob("*.parquet") if "没有的公司".encode() in path.read_bytes()
    ] == []
    assert await count(changed) == [3, "2105.5000"]

    async with node.database.transaction() as session:
        noted = (await session.scalars(select(SuspicionRow))).one()
        assert (noted.value, noted.values, noted.fingerprint) == (None, {}, "x")
        payloads = await session.scalars(
            text("SELECT payload FROM queue_job WHERE name = :name"), {"name": DESTROY}
        )
        assert [payload["digest"] for payload in payloads] == [digest]
    await destroying.destroy(node, digest)
    preview = await changed.operator.get(
        f"/api/ingestion/files/{digest}/preview", params={"dataset": "base.tyre_capacity"}
    )
    assert (preview.status_code, "销毁" in preview.json()["message"]) == (409, True)

    await changed.deliver(await changed.upload(*LINES, "戊,全钢胎,4,1,2024-01-01,,是"), as_of="2026-09-30")
    assert await count(changed) == [4, "2006.5000"]


async def test_a_hold_placed_after_the_approval_keeps_the_rows_until_it_is_released(changed: Desk) -> None:
    node, wanted = changed.node.node, {"rows": [KEY], "ground": "person", "reason": "本人要求"}
    number = (await changed.operator.post(f"{ONE}/erasures", json=wanted)).json()["id"]
    await changed.reviewer.post(f"{LAKE}/erasures/{number}/approval", json={"reason": "已核实"})
    await changed.reviewer.post(f"{ONE}/holds", json={"reason": "诉讼"})

    await forgetting.carry_out(node, number)
    await forgetting.finish(node)
    await building.refresh(node)
    held = await count(changed)
    hold = (await changed.operator.get(f"{ONE}/keeping")).json()["holds"][0]["id"]
    await changed.reviewer.post(f"{LAKE}/holds/{hold}/release", json={"reason": "结案"})
    await forgetting.finish(node)
    await building.refresh(node)

    assert (held, await count(changed)) == ([4, "2175.5000"], [3, "2105.5000"])


async def test_what_cannot_be_erased_is_told(changed: Desk) -> None:
    url = f"{ONE}/erasures"
    wanted = {"rows": [KEY], "ground": "person", "reason": "本人要求"}

    wrong = [
        await changed.operator.post(url, json=wanted | {"rows": rows})
        for rows in ([], [{"product": "x"}], [KEY | {"month": "二月"}])
    ]
    of_master = await changed.operator.post(f"{LAKE}/base/enterprise/erasures", json=wanted)
    without_right = await changed.reviewer.post(url, json=wanted)
    asked = await changed.operator.post(url, json=wanted)
    await changed.reviewer.post(f"{ONE}/holds", json={"reason": "诉讼"})
    approval = f"{LAKE}/erasures/{asked.json()['id']}/approval"
    held = await changed.reviewer.post(approval, json={"reason": "已核实"})

    assert [each.status_code for each in wrong] == [422, 422, 422]
    assert (of_master.status_code, without_right.status_code) == (409, 403)
    assert (held.status_code, "诉讼" in held.json()["message"]) == (409, True)
    assert (
        await changed.reviewer.post(f"{LAKE}/erasures/99/refusal", json={"reason": "x"})
    ).status_code == 404
