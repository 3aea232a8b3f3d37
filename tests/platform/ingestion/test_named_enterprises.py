"""A file that names enterprises otherwise than they are registered: matched by a person, linked by itself."""

import pytest

from brain.platform.data_sets import jobs as data_sets_jobs
from brain.platform.data_sets.service import building
from brain.platform.data_warehouse.contract import Enterprise
from brain.platform.governance import jobs
from tests.conftest import RunningNode
from tests.platform.conftest import merge
from tests.platform.ingestion.desk import CODE, HEADERS, LAKE, Desk

NAMES = "/api/governance/written-names"
NEAR = "山东甲子轮胎厂有限公司"
LINES = (f"{NEAR},全钢胎,1,100,2024-03-01,13812345678,是,", f"{NEAR},半钢胎,1,80,2024-03-01,13812345678,是,")


async def collect(node: RunningNode) -> None:
    """What the node does by itself after a delivery and after a decision."""
    await data_sets_jobs.note_names(node.node, {})
    await jobs.propose_matches(node.node, {})
    await building.refresh(node.node)


@pytest.fixture
async def delivered(desk: Desk) -> Desk:
    await jobs.index_names(desk.node.node, {})
    digest = await desk.upload(*LINES, headers=f"{HEADERS},统一社会信用代码")
    await desk.declare(digest)
    await desk.reviewer.post(f"{LAKE}/base/tyre_capacity/confirmation", json={"levels": {}})
    await desk.deliver(digest)
    await collect(desk.node)
    return desk


async def test_a_name_decided_links_the_rows_and_taken_back_unlinks_them(delivered: Desk) -> None:
    steward = await delivered.node.person("governance.match_names")
    (name,) = (await steward.get(NAMES, params={"state": "open"})).json()["items"]
    before = await delivered.rows("credit_code")
    url = f"{NAMES}/{name['id']}/decisions"

    await steward.post(url, json={"kind": "same", "creditCode": CODE})
    await collect(delivered.node)
    linked = await delivered.rows("credit_code")
    version = (await delivered.one())["version"]["number"]
    await collect(delivered.node)
    unchanged = (await delivered.one())["version"]["number"]
    await steward.post(url, json={"kind": "taken_back"})
    await collect(delivered.node)

    assert (name["written"], name["bestCode"], name["rows"]) == (NEAR, CODE, 2)
    assert (before, linked) == ([[None], [None]], [[CODE], [CODE]])
    assert version == unchanged
    assert await delivered.rows("credit_code") == [[None], [None]]


async def test_a_decision_holds_for_files_that_come_later(delivered: Desk) -> None:
    steward = await delivered.node.person("governance.match_names")
    (name,) = (await steward.get(NAMES, params={"state": "open"})).json()["items"]
    await steward.post(f"{NAMES}/{name['id']}/decisions", json={"kind": "same", "creditCode": CODE})

    later = f"{NEAR},工程胎,2,7,2024-03-01,13812345678,是,"
    digest = await delivered.upload(later, headers=f"{HEADERS},统一社会信用代码")
    await delivered.deliver(digest, as_of="2026-09-30")
    await collect(delivered.node)

    assert await delivered.rows("credit_code") == [[CODE], [CODE], [CODE]]
    assert (await steward.get(NAMES, params={"state": "open"})).json()["items"] == []


async def test_a_withdrawn_delivery_leaves_nothing_to_match(delivered: Desk) -> None:
    steward = await delivered.node.person("governance.match_names")
    (delivery,) = (await delivered.one())["deliveries"]

    await delivered.operator.post(f"{LAKE}/deliveries/{delivery['id']}/withdrawal", json={"reason": "报错了"})

    assert (await steward.get(NAMES, params={"state": "open"})).json()["items"] == []


async def test_a_row_rejected_for_its_name_is_taken_once_a_person_has_decided(desk: Desk) -> None:
    await merge(desk.node, Enterprise(credit_code="91370500164880245T", name="山东金宇轮胎有限公司"))
    await jobs.index_names(desk.node.node, {})
    steward = await desk.node.person("governance.match_names")
    digest = await desk.upload(*LINES, headers=f"{HEADERS},统一社会信用代码")
    await desk.declare(digest, keys=["credit_code", "product"])
    await desk.reviewer.post(f"{LAKE}/base/tyre_capacity/confirmation", json={"levels": {}})

    first = await desk.deliver(digest)
    await collect(desk.node)
    (name,) = (await steward.get(NAMES, params={"state": "open"})).json()["items"]
    (sighting,) = (await steward.get(f"{NAMES}/{name['id']}")).json()["sightings"]
    await steward.post(f"{NAMES}/{name['id']}/decisions", json={"kind": "same", "creditCode": CODE})
    again = await desk.deliver(digest, as_of="2026-07-01")

    assert (first["inserted"], first["rejected"]) == (0, 2)
    assert (sighting["inDataSet"], sighting["delivery"], sighting["rows"]) == (False, first["id"], 2)
    assert (again["inserted"], again["rejected"]) == (2, 0)
    assert await desk.rows("credit_code") == [[CODE], [CODE]]
