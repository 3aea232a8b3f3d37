"""Design data: products by revision, what they are made of, two revisions side by side."""

from typing import Any

from brain.platform.operations.domain import comparing
from tests.platform.operations.conftest import Works

URL = "/api/operations/design"
SINCE = {"A": "2026-01-01 08:00", "B": "2026-06-01 08:00"}


def item(revision: str, material: str, quantity: float, position: str = "10") -> dict[str, Any]:
    return {
        "key": f"{revision}/{material}", "product": "12R22.5", "revision": revision, "position": position,
        "material": material, "quantity": quantity, "unit": "kg", "at": SINCE[revision],
    }  # fmt: skip


def step(revision: str, sequence: int, process: str, run_time: float) -> dict[str, Any]:
    return {
        "key": f"{revision}/{sequence}", "product": "12R22.5", "revision": revision, "sequence": sequence,
        "process": process, "run_time": run_time, "at": SINCE[revision],
    }  # fmt: skip


def document(revision: str, state: str) -> dict[str, Any]:
    return {
        "key": f"D-1/{revision}", "document": "D-1", "revision": revision, "title": "胎面图", "kind": "图纸",
        "product": "12R22.5", "state": state, "at": SINCE[revision],
    }  # fmt: skip


async def designed(works: Works) -> None:
    await works.tell(
        "bom_item", item("A", "天然胶", 12), item("A", "炭黑", 6, "20"), item("A", "钢丝", 9, "100"),
        item("B", "天然胶", 11.5), item("B", "钢丝", 9, "100"), item("B", "白炭黑", 6, "20"),
    )  # fmt: skip
    await works.tell(
        "routing_step", step("A", 10, "密炼", 180), step("A", 9, "称量", 60), step("B", 10, "密炼", 200)
    )
    await works.tell("design_document", document("A", "作废"), document("B", "已发布"))


async def test_a_products_bill_of_material_is_found_by_revision(works: Works) -> None:
    await designed(works)
    client = await works.gateway.person("operations.see")

    listed = (await client.get(f"{URL}/products", params={"q": "钢丝"})).json()
    product = (await client.get(f"{URL}/product", params={"product": "12R22.5"})).json()
    held = (await client.get(f"{URL}/revision", params={"product": "12R22.5", "revision": "A"})).json()

    assert [(each["product"], each["revisions"]) for each in listed["items"]] == [("12R22.5", 2)]
    assert [(each["revision"], each["items"], each["steps"]) for each in product["revisions"]] == [
        ("B", 3, 1),
        ("A", 3, 2),
    ]
    assert [(each["revision"], each["state"]) for each in product["documents"]] == [
        ("B", "released"),
        ("A", "obsolete"),
    ]
    assert [each["material"] for each in held["items"]] == ["天然胶", "炭黑", "钢丝"]
    assert [each["process"] for each in held["steps"]] == ["称量", "密炼"]


async def test_two_revisions_are_compared(works: Works) -> None:
    await designed(works)
    client = await works.gateway.person("operations.see")

    told = await client.get(f"{URL}/comparison", params={"product": "12R22.5", "before": "A", "after": "B"})

    found = told.json()
    quantities = {
        each["name"]: [side and side["quantity"] for side in (each["before"], each["after"])]
        for each in found["items"]
    }
    assert quantities == {"天然胶": [12, 11.5], "炭黑": [6, None], "白炭黑": [None, 6]}
    assert [(each["before"] is None, each["after"] is None) for each in found["steps"]] == [
        (False, True),
        (False, False),
    ]


def test_a_component_that_stands_twice_is_compared_twice() -> None:
    once, twice = {"material": "M", "quantity": 1}, {"material": "M", "quantity": 2}

    found = comparing.items([once], [once, twice])

    assert [(each.name, each.before, each.after) for each in found] == [("M #2", None, twice)]


async def test_a_line_told_again_replaces_what_it_said(works: Works) -> None:
    await designed(works)
    await works.tell("bom_item", item("A", "天然胶", 13))
    client = await works.gateway.person("operations.see")

    held = (await client.get(f"{URL}/revision", params={"product": "12R22.5", "revision": "A"})).json()

    assert [each["quantity"] for each in held["items"]] == [13, 6, 9]


async def test_what_is_not_there_is_told_and_who_may_not_see_is_refused(works: Works) -> None:
    await designed(works)
    client = await works.gateway.person("operations.see")
    asked = {"product": "12R22.5", "revision": "Z", "before": "A", "after": "Z"}

    missing = [
        await client.get(f"{URL}/product", params={"product": "没有的"}),
        await client.get(f"{URL}/revision", params=asked),
        await client.get(f"{URL}/comparison", params=asked),
    ]
    hostile = await client.get(f"{URL}/product", params={"product": "a\0b"})

    assert [each.status_code for each in missing] == [404, 404, 404]
    assert hostile.status_code == 422
    for path in ("products", "product", "revision", "comparison"):
        known = asked | {"revision": "A", "after": "B"}
        stranger, other = await works.gateway.client(), await works.gateway.person("shop_floor.see")
        assert (await stranger.get(f"{URL}/{path}", params=known)).status_code == 401
        assert (await other.get(f"{URL}/{path}", params=known)).status_code == 403
