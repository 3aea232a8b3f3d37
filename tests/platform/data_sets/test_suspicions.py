"""Suspected cells: found in a version, shown with the grades, repaired, dismissed for good, asked about."""

from datetime import date
from typing import Any

import httpx
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from brain.kit.datasets import ORIGIN, Column, DataSet, Gathered, Type
from brain.platform.data_sets.adapters.lake import Lake
from brain.platform.data_sets.domain.suspicions import DetectionState, rows_to_look_at
from brain.platform.data_sets.queries import builds, suspicions
from brain.platform.data_sets.service import building, delivering, detecting
from brain.platform.governance.service import errors
from tests.conftest import RunningNode
from tests.platform.data_sets.quality import ORDERS, declare

URL = "/api/data-sets/base/suppliers"
CITIES = {
    "370100": "济南市历下区",
    "370200": "青岛市市南区",
    "370300": "淄博市张店区",
    "370500": "东营市广饶县",
    "370600": "烟台市芝罘区",
    "370700": "潍坊市奎文区",
}
WRONG = {18: "济南布历下区", 31: "淄博市张店区", 45: "东营市广饶显"}  # of rows whose codes say otherwise
ROWS = 240
SUPPLIERS = DataSet(
    tier="base",
    name="suppliers",
    title="供应商",
    title_en="Suppliers",
    about="测试",
    columns=(
        Column("n", "编号", "Number", Type.INTEGER),
        Column("code", "区划代码", "Region code"),
        Column("city", "市", "City"),
        Column("place", "所在地", "Place"),
        Column("contact", "联系人", "Contact", personal=True),
        *ORIGIN,
    ),
    keys=("n",),
    built=Gathered(whole=False),
)


def rows() -> pl.DataFrame:
    codes = [list(CITIES)[n % len(CITIES)] for n in range(ROWS)]
    return pl.DataFrame(
        {
            "n": range(ROWS),
            "code": codes,
            "city": [CITIES[code][:3] for code in codes],
            "place": [WRONG.get(n, CITIES[code]) for n, code in enumerate(codes)],
            "contact": ["张三"] * ROWS,
            "row": range(1, ROWS + 1),
        }
    )


async def deliver(node: RunningNode, frame: pl.DataFrame, number: int = 1) -> None:
    origin = delivering.Provenance(
        id=number, provider="市局", title="名录", as_of=date(2026, 6, 30), sample=False, by="someone"
    )
    await delivering.keep(node.node, SUPPLIERS, origin, frame, "row")
    async with node.node.database.transaction() as session:
        await delivering.complete(session, node.node, SUPPLIERS, origin)
    await building.refresh(node.node)


async def look(node: RunningNode, client: httpx.AsyncClient) -> dict[str, Any]:
    """A look from its asking to its end."""
    asked = (await client.post(f"{URL}/detections")).json()
    await detecting.run(node.node, asked["id"])
    done: list[dict[str, Any]] = (await client.get(f"{URL}/detections")).json()
    return done[0]


async def found(client: httpx.AsyncClient, **query: str) -> dict[str, dict[str, Any]]:
    """By the number of the row."""
    told = (await client.get(f"{URL}/suspicions", params=query)).json()["items"]
    return {each["values"]["n"]: each for each in told if each["column"] == "place"}


async def decide(client: httpx.AsyncClient, decision: str, *ids: int) -> httpx.Response:
    told = {"ids": ids, "decision": decision, "reason": "与区划代码核对"}
    return await client.post(f"{URL}/suspicions/decision", json=told)


@pytest.fixture
async def operator(lake: RunningNode) -> httpx.AsyncClient:
    declare(lake, SUPPLIERS)
    await deliver(lake, rows())
    return await lake.person("data_sets.read", "data_sets.manage", "data_sets.see_protected")


async def test_a_small_version_is_looked_at_unasked_and_only_once_at_a_time(
    lake: RunningNode, operator: httpx.AsyncClient
) -> None:
    waiting = (await operator.get(f"{URL}/detections")).json()
    done = await look(lake, operator)
    misspelt = (await found(operator, state="open"))["18"]

    assert [(each["state"], each["askedBy"], each["id"]) for each in waiting] == [
        ("queued", None, done["id"])
    ]
    assert (done["state"], done["rowsLooked"], done["columns"], done["progress"]) == ("done", ROWS, 5, 100)
    assert (misspelt["value"], misspelt["repair"], misspelt["repairable"]) == (
        "济南布历下区",
        "济南市历下区",
        True,
    )
    assert {each["values"]["contact"] for each in (await found(operator)).values()} == {None}


async def test_a_repair_is_in_the_next_version_and_later_ones_keep_it(
    lake: RunningNode, operator: httpx.AsyncClient
) -> None:
    await look(lake, operator)
    cells = await found(operator, state="open")
    first = await decide(operator, "repair", cells["18"]["id"])
    await building.refresh(lake.node)
    second = await decide(operator, "repair", cells["31"]["id"], cells["45"]["id"])
    twice = await decide(operator, "repair", cells["31"]["id"])
    await building.refresh(lake.node)

    async with lake.node.database.transaction() as session:
        version = (await builds.latest(session))["base.suppliers"]
    built = pl.read_parquet(lake.node.get(Lake).paths(version.files)).sort("n")
    assert [first.status_code, second.status_code, twice.status_code] == [204, 204, 409]
    assert built.height == ROWS
    assert built["place"].to_list() == [CITIES[code] for code in built["code"]]
    assert set(built.filter(pl.col("n").is_in([18, 31, 45]))["source_title"]) == {"名录（更正）"}
    assert await found(operator, state="repaired") != {}


async def test_what_was_dismissed_does_not_come_back_and_evidence_hides_what_is_personal(
    lake: RunningNode, operator: httpx.AsyncClient
) -> None:
    await look(lake, operator)
    cells = await found(operator, state="open")
    alike = (await operator.get(f"{URL}/suspicions/{cells['31']['id']}/evidence")).json()
    await decide(operator, "dismiss", cells["18"]["id"])
    await decide(operator, "ask", cells["31"]["id"])
    await look(lake, operator)

    assert {row["code"] for row in alike} == {cells["31"]["values"]["code"]}
    assert {row["contact"] for row in alike} == {None}
    assert cells.keys() - (await found(operator, state="open")).keys() == {"18", "31"}
    assert list(await found(operator, state="asked")) == ["31"]


async def test_a_row_that_changed_since_is_not_repaired(
    lake: RunningNode, operator: httpx.AsyncClient
) -> None:
    await look(lake, operator)
    cells = await found(operator, state="open")
    frame = rows().with_columns(place=pl.lit("青岛市崂山区"))
    await deliver(lake, frame.filter(pl.col("n") == 18), number=2)

    answer = await decide(operator, "repair", cells["18"]["id"])

    assert (answer.status_code, "变化" in answer.json()["message"]) == (409, True)
    assert (await found(operator, state="open"))["18"]["decidedBy"] is None


async def test_a_look_is_begun_again_after_a_crash_and_ends_when_it_is_stopped(
    lake: RunningNode, operator: httpx.AsyncClient
) -> None:
    asked = (await operator.post(f"{URL}/detections")).json()
    async with lake.node.database.transaction() as session:  # as a killed worker leaves it
        await suspicions.change_detection(session, asked["id"], state=DetectionState.RUNNING, progress=40)
    await operator.post(f"/api/data-sets/detections/{asked['id']}/stop")
    await detecting.run(lake.node, asked["id"])
    stopped = (await operator.get(f"{URL}/detections")).json()[0]
    again = await look(lake, operator)

    assert (stopped["state"], stopped["found"], again["state"]) == ("stopped", 0, "done")


async def test_what_is_not_delivered_is_not_repaired_here(lake: RunningNode) -> None:
    declare(lake, ORDERS)
    await building.refresh(lake.node)
    operator = await lake.person("data_sets.read", "data_sets.manage")
    url = "/api/data-sets/base/orders"
    asked = (await operator.post(f"{url}/detections")).json()
    await detecting.run(lake.node, asked["id"])
    told = (await operator.get(f"{url}/suspicions")).json()["items"]
    decided = {"ids": [told[0]["id"]], "decision": "repair", "reason": "x"}

    answer = await operator.post(f"{url}/suspicions/decision", json=decided)

    assert (answer.status_code, told[0]["repairable"]) == (409, False)


async def test_nobody_looks_for_errors_without_the_right(lake: RunningNode) -> None:
    for client, status in ((await lake.client(), 401), (await lake.person("data_sets.read"), 403)):
        answers = [
            await client.get(f"{URL}/detections"),
            await client.post(f"{URL}/detections"),
            await client.post("/api/data-sets/detections/1/stop"),
            await client.get(f"{URL}/suspicions"),
            await client.get(f"{URL}/suspicions/1/evidence"),
            await decide(client, "dismiss", 1),
        ]
        assert [answer.status_code for answer in answers] == [status] * len(answers)


def test_the_thread_that_computes_ends_at_its_next_word() -> None:
    watch, shares = detecting.Watch(), list[float]()

    def tell(share: float) -> None:
        shares.append(share)
        watch.stop.set()
        watch.tell(share)

    with pytest.raises(detecting.Stopped):
        errors.suspected(rows().drop("row"), tell)
    assert len(shares) == 1


@given(st.integers(1, 10**9), st.integers(1, 60), st.integers(60, 10**6))
def test_no_more_is_looked_at_than_allowed_but_for_a_row(rows: int, columns: int, most: int) -> None:
    looked, step = rows_to_look_at(rows, columns, most)

    assert looked * columns <= most + columns
    assert (looked - 1) * step < rows <= looked * step
