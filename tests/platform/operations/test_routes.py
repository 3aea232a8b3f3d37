"""Who may see and enter what, and what is refused."""

from datetime import timedelta
from typing import Any

import pytest

from brain.kit.clock import now
from tests.platform.operations.conftest import Works, lot, order

URL = "/api/operations"
SEE, ENTER, CONFIGURE = "operations.see", "operations.enter", "operations.configure"
SPAN = f"begin={now() - timedelta(days=2):%Y-%m-%dT%H:%M:%SZ}&end={now():%Y-%m-%dT%H:%M:%SZ}"
CAN_SEE = (
    "kinds", "records?kind=work_order", "orders", f"quality?{SPAN}", "stock", f"energy?{SPAN}",
    "genealogy?lot=A", "records/{number}",
)  # fmt: skip


def entry(**more: Any) -> dict[str, Any]:
    return {"kind": "production_order", "cells": order("P1") | more}


@pytest.mark.parametrize("path", CAN_SEE, ids=lambda path: path.partition("?")[0])
async def test_records_are_for_those_who_may_see_them(works: Works, path: str) -> None:
    await works.tell("material_lot", lot("A"))
    url = f"{URL}/{path.format(number=(await works.after(0))[0].number)}"
    assert (await (await works.gateway.client()).get(url)).status_code == 401
    assert (await (await works.gateway.person(ENTER)).get(url)).status_code == 403
    seen = await (await works.gateway.person(SEE)).get(url)
    assert seen.status_code == 200, seen.text


async def test_only_those_who_may_enter(works: Works) -> None:
    await works.tell("material_lot", lot("A"))
    number = (await works.after(0))[0].number
    for client, status in (
        (await works.gateway.client(), 401),
        (await works.gateway.person(SEE, CONFIGURE), 403),
    ):
        assert (await client.post(f"{URL}/records", json=entry())).status_code == status
        assert (await client.delete(f"{URL}/records/{number}")).status_code == status
    assert len(await works.after(0)) == 1


async def test_a_record_is_entered_corrected_and_withdrawn(works: Works) -> None:
    planner = await works.gateway.person(SEE, ENTER)
    made = await planner.post(f"{URL}/records", json=entry())
    assert (made.status_code, made.json()["content"]["unit"]) == (201, "piece")
    same = await planner.post(f"{URL}/records", json=entry())
    assert same.json()["number"] == made.json()["number"]
    corrected = (await planner.post(f"{URL}/records", json=entry(quantity=7, state="completed"))).json()
    detail = (await planner.get(f"{URL}/records/{corrected['number']}")).json()
    assert (detail["own"], detail["current"]) == (True, True)
    assert [each["content"]["quantity"] for each in detail["revisions"]] == [7, 100]

    assert (await planner.delete(f"{URL}/records/{made.json()['number']}")).status_code == 409
    assert (await planner.delete(f"{URL}/records/{corrected['number']}")).status_code == 204
    assert (await planner.get(f"{URL}/records?kind=production_order")).json()["total"] == 0
    assert [each.withdrawn for each in await works.after(0)] == [False, False, True]


async def test_what_a_system_told_is_not_withdrawn_here(works: Works) -> None:
    await works.tell("production_order", order("1"))
    number = (await works.after(0))[0].number
    planner = await works.gateway.person(SEE, ENTER)
    refused = await planner.delete(f"{URL}/records/{number}")
    assert (refused.status_code, "MES" in refused.text) == (409, True)
    assert len(await works.after(0)) == 1
    assert (await planner.delete(f"{URL}/records/999999")).status_code == 404


@pytest.mark.parametrize(
    ("body", "loc"),
    [
        (entry(quantity="x"), "/body/cells/quantity"),
        (entry(due=None), "/body/cells/due"),
        (entry(owner="张三"), "/body/cells/owner"),
        ({"kind": "people", "cells": {}}, "/query/kind"),
    ],
)
async def test_a_wrong_entry_is_refused_at_its_field(works: Works, body: dict[str, Any], loc: str) -> None:
    refused = await (await works.gateway.person(ENTER)).post(f"{URL}/records", json=body)
    assert refused.status_code == 422
    assert loc in [each["loc"] for each in refused.json()["fields"]]
    assert await works.after(0) == []


async def test_records_are_searched_and_narrowed(works: Works) -> None:
    await works.tell(
        "production_order",
        order("P1", product="100%棉"),
        order("P2", state="已完成", due="2026-11-01"),
        order("P3", due="2020-01-01"),
    )
    seer = await works.gateway.person(SEE)
    list_url = f"{URL}/records?kind=production_order"
    assert [each["key"] for each in (await seer.get(list_url)).json()["items"]] == ["P1", "P2", "P3"]
    assert (await seer.get(f"{list_url}&q=0%25棉")).json()["total"] == 1
    assert (await seer.get(f"{list_url}&state=completed")).json()["total"] == 1
    first = (await seer.get(f"{list_url}&sort=at&pageSize=1&page=1")).json()
    assert (first["total"], first["items"][0]["key"]) == (3, "P3")
    summary = (await seer.get(f"{URL}/orders")).json()
    assert summary["orders"] == {"released": 2, "completed": 1}
    assert summary["overdue"] == 1
    assert (await seer.get(f"{URL}/records?kind=people")).status_code == 422
    for null in (f"{list_url}&q=%00", f"{list_url}&state=%00", f"{list_url}&lot=%00"):
        assert (await seer.get(null)).status_code == 422
