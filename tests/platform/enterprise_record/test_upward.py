"""A correction on its whole way: factory, brain, centre, and the centre's word back to the factory."""

from base64 import b64encode
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import select

from brain.kit.clock import today
from brain.platform.data_warehouse import service as warehouse
from brain.platform.data_warehouse.contract import Enterprise, Source
from brain.platform.enterprise_record.contract import CORRECTION
from brain.platform.enterprise_record.models import CorrectionRow
from brain.platform.enterprise_record.service import hearing
from brain.platform.exchange.client.contract import LetterRefused
from brain.platform.exchange.server.contract import LetterReceived
from brain.platform.portal.models import NoticeRow
from tests.conftest import RunningNode
from tests.link_sides import CREDIT_CODE, Sides
from tests.platform.enterprise_record.test_correcting import LICENCE, NAME, PLACE, correct, known, shown
from tests.sandboxes import sandbox_dsn
from tests.three_sides import Three

__all__ = ["known", "sandbox_dsn"]


async def address(node: RunningNode) -> str | None:
    async with node.node.database.transaction() as session:
        found = await warehouse.get_by_code(session, CREDIT_CODE)
    return found.address if found else None


async def accepted_by_brain(three: Three) -> str:
    call = await correct(three.sides, file={"name": "执照.pdf", "content": LICENCE})
    reviewer = await three.brain.person("enterprise_record.decide")
    decision = {"outcome": "accepted", "reason": "执照相符"}
    assert (await reviewer.post(f"{PLACE}/{call.id}/decision", json=decision)).status_code == 200
    return call.id


@pytest.fixture
async def three(centre: RunningNode, known: Sides) -> Three:
    both = Three(centre, known)
    await both.connected()
    async with centre.node.database.transaction() as session:
        enterprise = Enterprise(credit_code=CREDIT_CODE, name=NAME, address="旧址 1 号")
        source = Source(provider="市场监管", title="登记", as_of=today())
        await warehouse.upsert_enterprises(session, [enterprise], source)
    return both


async def test_a_correction_reaches_the_centre_and_its_word_the_factory(three: Three) -> None:
    correction = await accepted_by_brain(three)
    await three.up()
    await three.up()

    reviewer = await three.centre.person("enterprise_record.see", "enterprise_record.decide")
    listed = (await reviewer.get(PLACE)).json()["items"]
    assert [(each["id"], each["brain"], each["value"]) for each in listed] == [
        (correction, "轮胎橡胶产业大脑", "新址 2 号")
    ]
    assert (await reviewer.get(f"{PLACE}/{correction}/evidence")).content == b"%PDF-1.7 licence"
    assert await address(three.centre) == "旧址 1 号", "the centre decides for itself"
    decision = {"outcome": "accepted", "reason": "与登记机关核对"}
    assert (await reviewer.post(f"{PLACE}/{correction}/decision", json=decision)).status_code == 200
    await three.down()

    assert await address(three.centre) == "新址 2 号"
    record = await shown(three.sides)
    assert [
        (each["state"], each["centreState"], each["centreDecision"]) for each in record["corrections"]
    ] == [("accepted", "accepted", "与登记机关核对")]
    async with three.sides.gateway.node.database.transaction() as session:
        titles = (await session.scalars(select(NoticeRow.title))).all()
    assert "省级能力中心已核实采纳对“住所”的更正" in titles


async def test_what_the_centre_refuses_stays_as_the_brain_decided(three: Three) -> None:
    correction = await accepted_by_brain(three)
    await three.up()
    reviewer = await three.centre.person("enterprise_record.decide")
    refusal = {"outcome": "refused", "reason": "登记机关没有变更"}

    assert (await reviewer.post(f"{PLACE}/{correction}/decision", json=refusal)).status_code == 200
    await three.down()

    assert (await address(three.centre), await address(three.brain)) == ("旧址 1 号", "新址 2 号")
    async with three.brain.node.database.transaction() as session:
        row = await session.get_one(CorrectionRow, correction)
        assert (row.centre_state, row.centre_decision) == ("refused", "登记机关没有变更")


async def test_what_the_brain_refused_does_not_go_up(three: Three) -> None:
    call = await correct(three.sides)
    reviewer = await three.brain.person("enterprise_record.decide")
    refusal = {"outcome": "refused", "reason": "没有凭据"}
    await reviewer.post(f"{PLACE}/{call.id}/decision", json=refusal)

    await three.up()

    async with three.centre.node.database.transaction() as session:
        assert (await session.scalars(select(CorrectionRow))).all() == []


def body(**changes: Any) -> dict[str, Any]:
    told = {
        "correction": str(uuid4()), "creditCode": CREDIT_CODE, "name": NAME, "attribute": "address",
        "held": None, "value": "某处", "reason": "迁址", "file": None, "askedBy": "厂长",
        "askedAt": "2026-11-23T08:00:00Z", "decision": "相符",
    }  # fmt: skip
    return told | changes


@pytest.mark.parametrize(
    "wrong",
    [
        {"creditCode": "1"},
        {"attribute": "legal_person_name"},
        {"attribute": "reg_capital", "value": "很多"},
        {"value": ""},
        {"askedAt": "昨天"},
        {"file": {"name": "a", "content": b64encode(b"MZ").decode()}},
        {"more": 1},
    ],
)
async def test_the_centre_leaves_alone_what_it_cannot_read(
    centre: RunningNode, wrong: dict[str, Any]
) -> None:
    async with centre.node.database.transaction() as session:
        letter = LetterReceived(
            client_id="c", brain="b", id=str(uuid4()), kind=CORRECTION, body=body(**wrong)
        )
        await hearing.hear_brain(session, letter)
        assert (await session.scalars(select(CorrectionRow))).all() == []


async def test_another_brain_cannot_change_what_one_has_sent(centre: RunningNode) -> None:
    first = body()
    async with centre.node.database.transaction() as session:
        for client, value in (("one", "某处"), ("two", "别处"), ("one", "又一处")):
            told = LetterReceived(
                client_id=client,
                brain=client,
                id=str(uuid4()),
                kind=CORRECTION,
                body=first | {"value": value},
            )
            await hearing.hear_brain(session, told)
        rows = (await session.scalars(select(CorrectionRow))).all()
        assert [(row.client_id, row.value) for row in rows] == [("one", "某处")]
        assert len((await session.scalars(select(NoticeRow))).all()) == 1


async def test_a_letter_that_the_centre_does_not_take_is_not_waited_for(three: Three) -> None:
    correction = await accepted_by_brain(three)

    async with three.brain.node.database.transaction() as session:
        await hearing.hear_refusal(session, LetterRefused(id=correction, kind=CORRECTION, message="太大"))

    async with three.brain.node.database.transaction() as session:
        row = await session.get_one(CorrectionRow, correction)
        assert (row.centre_state, row.centre_decision) == (None, "能力中心未收：太大")
