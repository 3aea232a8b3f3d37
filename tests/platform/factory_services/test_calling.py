"""Services of a brain as a factory calls them: through real letters, run as real jobs."""

import asyncio
import json
from datetime import timedelta
from typing import Any, Final
from uuid import uuid4

import pytest
from sqlalchemy import func, select, update

from brain.kit.clock import BEIJING, now
from brain.kit.errors import Conflict, Forbidden, NotFound
from brain.kit.node import Node
from brain.kit.schemas import Schema
from brain.kit.services import Asked, Service
from brain.platform.factory_link.gateway.service import letters
from brain.platform.factory_services.brain.contract import News, Offered
from brain.platform.factory_services.brain.jobs import JOBS
from brain.platform.factory_services.brain.models import CallRow
from brain.platform.factory_services.brain.service import answering
from brain.platform.factory_services.gateway.domain.subscribing import next_due
from brain.platform.factory_services.gateway.models import OfferRow, OwnCallRow, SubscriptionRow
from brain.platform.factory_services.gateway.service import calling
from brain.platform.factory_services.protocol.letters import CALL
from brain.platform.portal.models import NoticeRow
from tests.link_sides import CREDIT_CODE, OWNER, Sides

NAME: Final = "test_room.double"


class Number(Schema):
    number: int


async def double(node: Node, asked: Asked) -> Number:
    if asked.request.number < 0:
        raise Forbidden("不算负数")
    assert (asked.credit_code, asked.by) == (CREDIT_CODE, OWNER.name)
    return Number(number=asked.request.number * 2)


SERVICE: Final = Service(
    name=NAME, version="1.0.0", title="加倍", title_en="Double", gives="两倍", gives_en="Twice",
    purpose=None, request=Number, result=Number, run=double,
)  # fmt: skip


def offer(sides: Sides, *services: Service) -> None:
    sides.brain.node.provided[Offered] = Offered({each.name: each for each in services})


@pytest.fixture
async def served(sides: Sides) -> Sides:
    """The gateway knows the one service."""
    offer(sides, SERVICE)
    await sides.confirmed()
    await catalogue_heard(sides)
    return sides


async def catalogue_heard(sides: Sides, *, ask: bool = True) -> None:
    asked = now()
    if ask:
        async with sides.gateway.node.database.transaction() as session:
            await calling.ask_catalogue(session)

    async def heard() -> bool:
        async with sides.gateway.node.database.transaction() as session:
            told = OfferRow.heard_at > asked, OfferRow.gone_at > asked
            return bool(await session.scalar(select(func.count()).where(told[0] | told[1])))

    await sides.worked(JOBS, heard)


async def called(sides: Sides, request: dict[str, Any]) -> str:
    async with sides.gateway.node.database.transaction() as session:
        return (await calling.call(session, NAME, request, OWNER)).id


async def own(sides: Sides, call: str) -> OwnCallRow:
    async with sides.gateway.node.database.transaction() as session:
        return await session.get_one(OwnCallRow, call)


async def answered(sides: Sides, call: str) -> OwnCallRow:
    async def is_answered() -> bool:
        return (await own(sides, call)).state != "waiting"

    await sides.worked(JOBS, is_answered)
    return await own(sides, call)


async def notices(sides: Sides) -> list[tuple[str, str]]:
    async with sides.gateway.node.database.transaction() as session:
        rows = await session.scalars(
            select(NoticeRow).where(NoticeRow.link.startswith("/brain-services")).order_by(NoticeRow.id)
        )
        return [(row.title, row.link) for row in rows]


async def test_a_call_comes_back_as_a_result_and_a_message(served: Sides) -> None:
    row = await answered(served, await called(served, {"number": 21}))

    assert (row.state, row.result, row.message) == ("done", {"number": 42}, None)
    assert await notices(served) == [("“加倍”有了结果", f"/brain-services/calls/{row.id}")]


async def test_a_call_waits_while_the_brain_is_away(served: Sides) -> None:
    """Nothing is sent until letters are exchanged again; meanwhile the call is on record."""
    call = await called(served, {"number": 1})
    assert (await own(served, call)).state == "waiting"
    async with served.brain.node.database.transaction() as session:
        assert await session.scalar(select(func.count()).select_from(CallRow)) == 0

    assert (await answered(served, call)).result == {"number": 2}


@pytest.mark.parametrize(
    ("request_", "why"),
    [({"number": -1}, "不算负数"), ({"number": "一"}, "number"), ({"other": 1}, "number")],
)
async def test_a_refusal_comes_back_with_its_reason(
    served: Sides, request_: dict[str, Any], why: str
) -> None:
    row = await answered(served, await called(served, request_))

    assert (row.state, row.result) == ("refused", None)
    assert why in (row.message or "")


async def test_a_service_that_is_gone_is_refused_and_leaves_the_catalogue(served: Sides) -> None:
    offer(served)
    row = await answered(served, await called(served, {"number": 1}))
    assert (row.state, row.message) == ("refused", "大脑没有这项服务，请刷新服务目录")

    await catalogue_heard(served)

    with pytest.raises(NotFound):
        await called(served, {"number": 1})


async def test_a_call_that_cannot_be_read_is_answered_too(served: Sides) -> None:
    number = str(uuid4())
    async with served.gateway.node.database.transaction() as session:
        row = OwnCallRow(
            id=number,
            service=NAME,
            request={},
            asked_by="",
            asked_by_name="",
            asked_at=now(),
            state="waiting",
        )
        session.add(row)
        await letters.post(session, number, CALL, {"call": number, "service": "没有点的名字"})

    assert (await answered(served, number)).message == "大脑读不懂这次调用"


async def test_a_call_too_large_for_a_letter_is_refused_here(served: Sides) -> None:
    row = await answered(served, await called(served, {"number": 1, "more": "x" * 300_000}))

    assert row.state == "refused"
    assert "KB" in (row.message or "")


async def test_an_answer_is_made_once_however_often_the_job_runs(served: Sides) -> None:
    call = await called(served, {"number": 1})
    await answered(served, call)

    await answering.run(served.brain.node, call)
    await served.corresponded()

    assert len(await notices(served)) == 1


async def test_a_call_whose_job_failed_for_hours_is_given_up(served: Sides) -> None:
    call = await called(served, {"number": 1})
    await served.corresponded()
    await answering.give_up(served.brain.node)
    await served.corresponded()
    assert (await own(served, call)).state == "waiting", "it is young"
    async with served.brain.node.database.transaction() as session:
        await session.execute(update(CallRow).values(asked_at=now() - answering.PATIENCE * 2))

    await answering.give_up(served.brain.node)
    await served.corresponded()

    assert (await own(served, call)).state == "failed"


async def test_no_more_calls_wait_than_can_be_watched(served: Sides) -> None:
    for number in range(calling.MOST_WAITING):
        await called(served, {"number": number})
    with pytest.raises(Conflict, match="等答复"):
        await called(served, {"number": 1})


async def test_news_come_without_a_call(served: Sides) -> None:
    told = News(service=NAME, title="有新的排产建议", title_en="A new schedule", body="请看")
    number = str(uuid4())
    for _ in range(2):
        async with served.brain.node.database.transaction() as session:
            await answering.push(session, (await served.link()).id, number, told)
    await served.corresponded()

    assert await notices(served) == [("有新的排产建议", "/brain-services")]


async def test_a_subscription_calls_when_it_is_due_and_once(served: Sides) -> None:
    async with served.gateway.node.database.transaction() as session:
        await calling.subscribe(session, NAME, {"number": 4}, "week", OWNER)
    await calling.call_due(served.gateway.node)
    async with served.gateway.node.database.transaction() as session:
        assert await session.scalar(select(func.count()).select_from(OwnCallRow)) == 0, "not due yet"
        await session.execute(update(SubscriptionRow).values(due_at=now() - timedelta(days=30)))

    await asyncio.gather(*(calling.call_due(served.gateway.node) for _ in range(3)))

    async with served.gateway.node.database.transaction() as session:
        call = (await session.scalars(select(OwnCallRow))).one().id
        due = (await session.scalars(select(SubscriptionRow.due_at))).one()
    assert now() < due <= now() + timedelta(days=7)
    assert (await answered(served, call)).result == {"number": 8}


@pytest.mark.parametrize("every", ["day", "week", "month"])
def test_what_is_due_lies_ahead_and_in_the_morning(every: Any) -> None:
    at = now()
    for _ in range(60):
        due = next_due(every, at)
        assert at < due <= at + timedelta(days=31)
        assert 5 <= due.astimezone(BEIJING).hour <= 8
        at = due


async def test_services_are_described_for_machines(served: Sides) -> None:
    operator = await served.brain.person("factory_services.see")

    told = (await operator.get("/api/factory-services/asyncapi")).json()

    assert told["asyncapi"] == "3.0.0"
    assert "加倍" in json.dumps(told, ensure_ascii=False)
