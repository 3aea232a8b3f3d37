"""Records leave as far as their owner consents, arrive once, and stop when consent ends."""

from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import select, update

from brain.kit.clock import now
from brain.kit.errors import Conflict, Invalid
from brain.platform.data_sets import service as data_sets
from brain.platform.data_sets.service import building
from brain.platform.factory_link.brain.contract import FactoryLetter, Purpose
from brain.platform.factory_link.brain.models import FactoryUseRow
from brain.platform.factory_link.gateway.models import OutgoingRow
from brain.platform.factory_link.gateway.service import letters
from brain.platform.record_sharing.brain.service import hearing, landing
from brain.platform.record_sharing.gateway.models import RecordConsentRow
from brain.platform.record_sharing.gateway.service import grading, showing
from brain.platform.record_sharing.protocol.forms import Form, Period
from brain.platform.record_sharing.protocol.letters import RECORDS
from tests.link_sides import CREDIT_CODE, OWNER
from tests.platform.record_sharing.conftest import BEGINNING, Sharing, order


async def test_what_is_consented_to_arrives_and_follows_its_source(sharing: Sharing) -> None:
    await sharing.tell("production_order", order("O-1"), order("O-2"))
    consent = await sharing.consent("production_order", ["product", "quantity", "state"])
    await sharing.exchange()

    first = await sharing.at_brain(consent)
    assert [row.key for row in first] == ["O-1", "O-2"]
    assert first[0].content == {"product": "12R22.5", "quantity": 137, "state": "released"}

    await sharing.tell("production_order", order("O-1", state="completed"), order("O-3"))
    await sharing.exchange()
    await sharing.exchange()

    again = await sharing.at_brain(consent)
    assert [(row.key, row.content["state"]) for row in again] == [
        ("O-1", "completed"), ("O-2", "released"), ("O-3", "released"),
    ]  # fmt: skip


async def test_records_before_the_agreed_time_stay(sharing: Sharing) -> None:
    await sharing.tell("production_order", order("old", due=BEGINNING - timedelta(days=1)), order("new"))
    consent = await sharing.consent("production_order", ["state"])
    await sharing.exchange()

    assert [row.key for row in await sharing.at_brain(consent)] == ["new"]


async def test_many_records_go_in_letters_of_bounded_size_and_number(sharing: Sharing) -> None:
    await sharing.tell("production_order", *(order(f"O-{each:05}") for each in range(1_300)))
    consent = await sharing.consent("production_order", ["product", "quantity", "unit", "due", "state"])
    await sharing.write()
    async with sharing.sides.gateway.node.database.transaction() as session:
        assert await letters.waiting(session, RECORDS) == 3
    await sharing.exchange()

    assert len(await sharing.at_brain(consent)) == 1_300


async def test_written_again_after_a_crash_it_arrives_once(sharing: Sharing) -> None:
    await sharing.tell("production_order", order("O-1"))
    consent = await sharing.consent("production_order", ["state"])
    await sharing.exchange()
    async with sharing.sides.gateway.node.database.transaction() as session:
        await session.execute(update(OutgoingRow).values(sent_at=None))
    await sharing.sides.corresponded()

    assert len(await sharing.at_brain(consent)) == 1
    assert (await sharing.told(consent)).refused == 0


async def test_what_waits_when_consent_is_withdrawn_never_leaves(sharing: Sharing) -> None:
    await sharing.tell("production_order", order("O-1"))
    consent = await sharing.consent("production_order", ["state"])
    await sharing.exchange()
    await sharing.tell("production_order", order("O-2"))
    await sharing.write()
    await sharing.withdraw(consent)
    await sharing.tell("production_order", order("O-3"))
    await sharing.exchange()

    assert [row.key for row in await sharing.at_brain(consent)] == ["O-1"]
    assert (await sharing.told(consent)).ended_why == "不再需要"
    async with sharing.sides.gateway.node.database.transaction() as session:
        assert await showing.waiting(session) == {}
        assert (await showing.totals(session))[consent][0] == 1


async def test_the_brain_keeps_nothing_outside_of_a_consent(sharing: Sharing) -> None:
    consent = await sharing.consent("production_order", ["state"])
    await sharing.exchange()
    await _heard(sharing, _records(consent, {"state": "released", "customer_order": "C"}))
    await _heard(sharing, _records("00000000-0000-4000-8000-000000000000", {"state": "released"}))
    await _heard(sharing, {"consent": consent, "rows": "nothing"})
    await _heard(sharing, _records(consent, {"state": "planned"}, revision=9), factory="another")
    assert [row.content for row in await sharing.at_brain(consent)] == [{"state": "released"}]

    await sharing.withdraw(consent)
    await sharing.exchange()
    await _heard(sharing, _records(consent, {"state": "completed"}, revision=9))
    assert [row.content for row in await sharing.at_brain(consent)] == [{"state": "released"}]
    assert (await sharing.told(consent)).refused == 1


async def _heard(sharing: Sharing, body: dict[str, Any], factory: str | None = None) -> None:
    letter = FactoryLetter(
        factory_id=factory or (await sharing.sides.link()).id,
        credit_code=CREDIT_CODE,
        title="工厂",
        id=str(uuid4()),
        kind=RECORDS,
        body=body,
    )
    async with sharing.sides.brain.node.database.transaction() as session:
        await hearing.hear(session, letter)


def _records(consent: str, content: dict[str, Any], revision: int = 1) -> dict[str, Any]:
    row = {
        "revision": revision,
        "key": "O-1",
        "at": now().isoformat(),
        "withdrawn": False,
        "content": content,
    }
    return {"consent": consent, "rows": [row]}


async def test_sums_come_once_their_period_is_over_and_again_when_it_changed(sharing: Sharing) -> None:
    consent = await sharing.consent(
        "production_order", ["state", "quantity"], Form.AGGREGATED, period=Period.DAY
    )
    await sharing.tell("production_order", order("O-1"), order("O-2"), order("O-3", due=now()))
    await sharing.exchange()
    told = await sharing.at_brain(consent)
    assert [row.content for row in told] == [
        {"group": {"state": "released", "unit": "piece"}, "records": 2, "values": {"quantity": 274}}
    ]

    await sharing.tell("production_order", order("O-1", state="completed"), order("O-2", state="completed"))
    await sharing.exchange()
    told = await sharing.at_brain(consent)
    assert {row.content["group"]["state"]: row.content["records"] for row in told} == {
        "completed": 2, "released": 0,
    }  # fmt: skip


async def test_a_field_graded_up_leaves_no_longer(sharing: Sharing) -> None:
    await sharing.tell("production_order", order("O-1"))
    consent = await sharing.consent("production_order", ["product", "state"])
    await sharing.exchange()
    async with sharing.sides.gateway.node.database.transaction() as session:
        await grading.grade(session, "production_order", "product", 4, OWNER)
    await sharing.tell("production_order", order("O-2"))
    await sharing.exchange()
    assert [set(row.content) for row in await sharing.at_brain(consent)] == [{"product", "state"}, {"state"}]

    async with sharing.sides.gateway.node.database.transaction() as session:
        await grading.grade(session, "production_order", "key", 3, OWNER)
    await sharing.tell("production_order", order("O-3"))
    await sharing.exchange()
    assert len(await sharing.at_brain(consent)) == 2


async def test_the_same_cannot_be_shared_twice(sharing: Sharing) -> None:
    await sharing.consent("production_order", ["state"])

    with pytest.raises(Conflict):
        await sharing.consent("production_order", ["product"])
    with pytest.raises(Invalid):
        await sharing.consent("production_order", ["state"], Form.AGGREGATED)
    with pytest.raises(Invalid):
        await sharing.consent("production_order", ["state"], until=now() - timedelta(seconds=1))


async def test_one_that_ran_out_sends_nothing(sharing: Sharing) -> None:
    consent = await sharing.consent("production_order", ["state"], until=now() + timedelta(days=1))
    async with sharing.sides.gateway.node.database.transaction() as session:
        await session.execute(update(RecordConsentRow).values(until=now() - timedelta(seconds=1)))
    await sharing.tell("production_order", order("O-1"))
    await sharing.exchange()

    assert await sharing.at_brain(consent) == []


async def test_everything_that_left_is_given_back_in_order(sharing: Sharing) -> None:
    await sharing.tell("production_order", *(order(f"O-{each:04}") for each in range(600)))
    consent = await sharing.consent("production_order", ["state"])
    await sharing.exchange()

    found = [row async for rows in showing.everything(sharing.sides.gateway.node, consent) for row in rows]
    assert [row["key"] for row in found] == [f"O-{each:04}" for each in range(600)]
    assert all(row["leftAt"] for row in found)


async def test_shared_for_monitoring_it_is_found_by_sql_once(
    sharing: Sharing, engine: str, tmp_path: Path
) -> None:
    brain = sharing.sides.brain
    brain.node.provided |= data_sets.provided(engine, tmp_path / "lake")
    await sharing.tell("production_order", order("O-1"), order("O-2"))
    orders = await sharing.consent("production_order", ["product", "quantity", "due", "state"])
    sums = await sharing.consent(
        "production_order", ["state", "quantity"], Form.AGGREGATED, period=Period.MONTH
    )
    other = await sharing.consent("production_order", ["state"], purpose=Purpose.FINANCE)
    await sharing.exchange()

    assert await landing.land(brain.node, orders) == 2
    assert await landing.land(brain.node, orders) == 0
    assert await landing.land(brain.node, other) == 0
    await sharing.tell("production_order", order("O-2", state="completed", quantity=150))
    await sharing.exchange()
    assert await landing.land(brain.node, orders) == 1
    assert await landing.land(brain.node, sums) == 2
    await building.refresh(brain.node)

    assert await _rows(
        sharing, "SELECT key, quantity, state, form FROM base.factory_production_order ORDER BY 1"
    ) == [
        ["O-1", 137.0, "released", "raw"],
        ["O-2", 150.0, "completed", "raw"],
    ]
    assert await _rows(
        sharing, "SELECT grouped_by, measure, number FROM base.factory_record_sums ORDER BY 1, 2"
    ) == [
        ['{"state": "completed", "unit": "piece"}', "quantity", 150.0],
        ['{"state": "completed", "unit": "piece"}', "records", 1.0],
        ['{"state": "released", "unit": "piece"}', "quantity", 137.0],
        ['{"state": "released", "unit": "piece"}', "records", 1.0],
    ]
    async with brain.node.database.transaction() as session:
        whats = (await session.scalars(select(FactoryUseRow.what))).all()
    assert sum("工厂生产订单" in what for what in whats) == 2


async def _rows(sharing: Sharing, statement: str) -> list[list[Any]]:
    analyst = await sharing.sides.brain.person("data_sets.query", "data_sets.see_protected")
    answer = await analyst.post("/api/data-sets/queries", json={"statement": statement})
    assert answer.status_code == 200, answer.text
    found: list[list[Any]] = answer.json()["rows"]
    return found
