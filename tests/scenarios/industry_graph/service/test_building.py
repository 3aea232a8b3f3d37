"""The graph follows the master data: only what changed is touched, and nothing that was known is lost."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select

from brain.kit.clock import now, today
from brain.scenarios.industry_graph.domain.enterprise import Filters
from brain.scenarios.industry_graph.models import AttachmentRow, BuildRow
from brain.scenarios.industry_graph.queries import attachments, selection
from brain.scenarios.industry_graph.service import building
from tests.conftest import RunningNode
from tests.scenarios.industry_graph.world import (
    BAKER,
    BLACK,
    DEALER,
    LATER,
    MAKER,
    NAMED,
    build,
    honour,
    register,
    rows,
)


async def products(brain: RunningNode, code: str) -> dict[str, str]:
    async with brain.node.database.transaction() as session:
        held = await attachments.current(session, "tyre_rubber", [code])
    return {found.product: found.role for found in held.get(code, [])}


async def test_the_first_build_attaches_the_enterprises_of_the_chain(brain_node: RunningNode) -> None:
    touched = await build(brain_node.node)

    assert touched == 4
    assert await products(brain_node, MAKER.credit_code) == {
        "tbr_tyre": "producer",
        "rubber_goods": "producer",
        "carbon_black": "trader",
    }
    assert await products(brain_node, DEALER.credit_code) == {"tyre_distribution": "trader"}
    assert await products(brain_node, BAKER.credit_code) == {}


async def test_nothing_new_touches_nothing(brain_node: RunningNode) -> None:
    await build(brain_node.node)
    before = await rows(brain_node.node)

    assert await building.follow(brain_node.node) == 0
    assert await rows(brain_node.node) == before


async def test_one_changed_enterprise_touches_only_its_own_rows(brain_node: RunningNode) -> None:
    await build(brain_node.node)
    before = await rows(brain_node.node)
    changed = replace(DEALER, business_scope="轮胎、炭黑销售")

    await register(brain_node.node, [changed], LATER)
    touched = await building.follow(brain_node.node)

    async with brain_node.node.database.transaction() as session:
        last = (await session.scalars(select(BuildRow).order_by(BuildRow.id.desc()).limit(1))).one()
    assert (touched, last.read, last.touched, last.opened, last.closed) == (1, 1, 1, 1, 0)
    assert await rows(brain_node.node) == before + 1
    assert await products(brain_node, DEALER.credit_code) == {
        "tyre_distribution": "trader",
        "carbon_black": "trader",
    }


async def test_a_full_rebuild_leaves_what_is_still_true_untouched(brain_node: RunningNode) -> None:
    await build(brain_node.node)
    before = await rows(brain_node.node)

    async with brain_node.node.database.transaction() as session:
        await building.restart(session)
    touched = await building.follow(brain_node.node)

    assert touched == 0
    assert await rows(brain_node.node) == before


async def test_an_enterprise_that_leaves_the_chain_stays_in_its_history(brain_node: RunningNode) -> None:
    await build(brain_node.node)
    believed_before = now()
    await register(brain_node.node, [replace(BLACK, business_scope="煤炭批发")], LATER)

    await building.follow(brain_node.node)

    async with brain_node.node.database.transaction() as session:
        chain = "tyre_rubber"
        today_held = await selection.placed(session, chain, Filters())
        in_2015 = await selection.placed(session, chain, Filters(as_of=date(2015, 1, 1)))
        in_2008 = await selection.placed(session, chain, Filters(as_of=date(2008, 1, 1)))
        known_then = await selection.placed(session, chain, Filters(), believed_before)
        ended = await session.scalars(
            select(AttachmentRow.valid_to).where(
                AttachmentRow.credit_code == BLACK.credit_code, AttachmentRow.superseded_at.is_(None)
            )
        )
        assert list(ended) == [today()]
    assert BLACK.credit_code not in {one.credit_code for one in today_held}
    assert BLACK.credit_code in {one.credit_code for one in in_2015}
    assert {one.credit_code for one in in_2008} == {MAKER.credit_code}
    assert BLACK.credit_code in {one.credit_code for one in known_then}


async def test_a_struck_off_enterprise_is_no_longer_counted(brain_node: RunningNode) -> None:
    await build(brain_node.node)

    await register(brain_node.node, [replace(BLACK, reg_status="注销")], LATER)
    await building.follow(brain_node.node)

    assert await products(brain_node, BLACK.credit_code) == {}


async def test_an_honour_makes_a_key_enterprise(brain_node: RunningNode) -> None:
    await build(brain_node.node)

    await honour(brain_node.node, MAKER.credit_code, "国家企业技术中心")
    touched = await building.follow(brain_node.node)

    async with brain_node.node.database.transaction() as session:
        key = await selection.placed(session, "tyre_rubber", Filters(key_only=True))
    assert touched == 1
    assert {one.credit_code for one in key} == {MAKER.credit_code}


@pytest.mark.parametrize("batch", [1, 2])
async def test_small_batches_end_at_the_same_graph(
    brain_node: RunningNode, monkeypatch: pytest.MonkeyPatch, batch: int
) -> None:
    monkeypatch.setattr(building, "BATCH", batch)

    touched = await build(brain_node.node)

    assert touched == 4
    assert await products(brain_node, NAMED.credit_code) == {"tyre_distribution": "trader"}
