"""The panorama goes to the centre when it has changed, and only then."""

from dataclasses import replace

from sqlalchemy import select, text

from brain.kit.node import Node
from brain.platform.exchange.client.models import BatchRow
from brain.scenarios.industry_graph import reports
from brain.scenarios.industry_graph.service import building
from tests.conftest import RunningNode
from tests.scenarios.industry_graph.world import BLACK, LATER, MAKER, build, register


async def batches(node: Node) -> list[BatchRow]:
    async with node.database.transaction() as session:
        return list(await session.scalars(select(BatchRow).order_by(BatchRow.queued_at)))


async def test_the_panorama_has_a_record_for_every_link_and_product(brain_node: RunningNode) -> None:
    await build(brain_node.node)

    async with brain_node.node.database.transaction() as session:
        records = {record["nodeCode"]: record for record in await reports.panorama(session)}

    assert len(records) == 11 + 43
    tyres, tbr = records["tyres"], records["tyres.tbr_tyre"]
    assert (tyres["level"], tyres["stage"], tyres["enterpriseCount"]) == (1, "midstream", 1)
    assert (tbr["parentNodeCode"], tbr["strength"], tbr["nodeName"]) == ("tyres", "weak", "全钢子午胎")
    assert tbr["leadingEnterprises"] == [
        {"creditCode": MAKER.credit_code, "enterpriseName": MAKER.name, "regionCode": "370523"}
    ]
    assert {relation["targetNodeCode"] for relation in tbr["relations"]} == {
        "vehicles.motor_vehicle",
        "vehicles.special_vehicle",
        "aftermarket.tyre_distribution",
        "recycling.retread",
    }
    assert records["tyres.aircraft_tyre"]["strength"] == "missing"


async def test_an_unchanged_panorama_is_reported_once(brain_node: RunningNode) -> None:
    await build(brain_node.node)

    first, second = await reports.report(brain_node.node), await reports.report(brain_node.node)

    assert (first, second) == (True, False)
    [batch] = await batches(brain_node.node)
    assert (batch.scene, batch.records, batch.snapshot) == ("industry_graph", 54, True)


async def test_a_change_is_reported_again(brain_node: RunningNode) -> None:
    await build(brain_node.node)
    await reports.report(brain_node.node)
    await register(brain_node.node, [replace(BLACK, business_scope="煤炭批发")], LATER)
    await building.follow(brain_node.node)

    assert await reports.report(brain_node.node) is True
    assert len(await batches(brain_node.node)) == 2


async def test_a_build_that_touched_something_asks_for_a_report(brain_node: RunningNode) -> None:
    await build(brain_node.node)

    async with brain_node.node.database.transaction() as session:
        waiting = await session.scalar(
            text("SELECT count(*) FROM queue_job WHERE name = :name"), {"name": building.REPORT}
        )
    assert waiting == 1
