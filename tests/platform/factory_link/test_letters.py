"""Letters through the link: each arrives once, in order, also when one side was away."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from uuid import uuid4

import httpx
import pytest
from sqlalchemy import select

from brain.kit.errors import Conflict
from brain.kit.events import Event
from brain.platform.factory_link.brain.contract import FactoryLetter
from brain.platform.factory_link.brain.models import LetterInRow, LetterOutRow
from brain.platform.factory_link.brain.service import inviting
from brain.platform.factory_link.brain.service import letters as brain_letters
from brain.platform.factory_link.gateway.adapters.brain_client import BrainNotReached, BrainRefused
from brain.platform.factory_link.gateway.contract import BrainLetter, BrainReach, LetterRefused
from brain.platform.factory_link.gateway.models import OutgoingRow
from brain.platform.factory_link.gateway.service import letters
from brain.platform.factory_link.protocol.messages import LARGEST_LETTER, MOST_LETTERS
from tests.conftest import RunningNode
from tests.link_sides import Sides

KIND = "test.note"


@pytest.fixture
async def linked(sides: Sides) -> Sides:
    """Both sides confirmed, and the letters that rooms write at once are through."""
    await sides.confirmed()
    await sides.corresponded()
    return sides


def heard_by(node: RunningNode, kind: type[Event]) -> list[Any]:
    """The letters of this file: rooms write their own beside them, such as asking for the services."""
    heard: list[Any] = []

    async def listen(_: Any, event: Any) -> None:
        if event.kind == KIND:
            heard.append(event)

    listeners: dict[Any, Any] = node.node.database._sessions.kw["info"]["listeners"]
    listeners[kind] = [listen]
    return heard


async def post(sides: Sides, *bodies: dict[str, Any], kind: str = KIND) -> list[str]:
    numbers = [str(uuid4()) for _ in bodies]
    for number, body in zip(numbers, bodies, strict=True):
        async with sides.gateway.node.database.transaction() as session:
            await letters.post(session, number, kind, body)
    return numbers


async def answer(sides: Sides, *bodies: dict[str, Any], number: str | None = None) -> None:
    link = await sides.link()
    for body in bodies:
        async with sides.brain.node.database.transaction() as session:
            await brain_letters.send(session, link.id, number or str(uuid4()), KIND, body)


@asynccontextmanager
async def unheard(sides: Sides) -> AsyncIterator[None]:
    """The brain hears the gateway, its answers are lost on the way."""
    reached = sides.gateway.node.get(BrainReach)

    class Deaf(httpx.AsyncBaseTransport):
        inner = httpx.ASGITransport(sides.brain.app)

        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            await self.inner.handle_async_request(request)
            raise httpx.ReadError("cut", request=request)

    sides.gateway.node.provided[BrainReach] = BrainReach(
        lambda: httpx.AsyncClient(transport=Deaf()), reached.version
    )
    yield
    sides.gateway.node.provided[BrainReach] = reached


async def test_letters_go_both_ways_in_order(linked: Sides) -> None:
    at_brain = heard_by(linked.brain, FactoryLetter)
    at_gateway = heard_by(linked.gateway, BrainLetter)
    numbers = await post(linked, {"text": "一"}, {"text": "二"})
    await answer(linked, {"text": "甲"}, {"text": "乙"})

    await linked.corresponded()

    factory = await linked.factory()
    assert [(each.id, each.body["text"]) for each in at_brain] == list(
        zip(numbers, ["一", "二"], strict=True)
    )
    assert {(each.factory_id, each.credit_code, each.kind) for each in at_brain} == {
        (factory.id, factory.credit_code, KIND)
    }
    assert [each.body["text"] for each in at_gateway] == ["甲", "乙"]
    await linked.corresponded()
    assert (len(at_brain), len(at_gateway)) == (2, 2)


async def test_a_letter_that_is_written_twice_is_one(linked: Sides) -> None:
    at_brain = heard_by(linked.brain, FactoryLetter)
    at_gateway = heard_by(linked.gateway, BrainLetter)
    number = str(uuid4())
    for _ in range(2):
        async with linked.gateway.node.database.transaction() as session:
            await letters.post(session, number, KIND, {})
    await answer(linked, {}, {}, number=number)

    await linked.corresponded()

    assert (len(at_brain), len(at_gateway)) == (1, 1)


async def test_a_letter_whose_answer_was_lost_is_sent_again_and_heard_once(linked: Sides) -> None:
    at_brain = heard_by(linked.brain, FactoryLetter)
    await post(linked, {"text": "一"})

    async with unheard(linked):
        with pytest.raises(BrainNotReached):
            await linked.corresponded()
    assert len(at_brain) == 1
    async with linked.gateway.node.database.transaction() as session:
        assert (await session.scalars(select(OutgoingRow.sent_at))).all().count(None) == 1
    await linked.corresponded()

    assert len(at_brain) == 1
    async with linked.brain.node.database.transaction() as session:
        assert len((await session.scalars(select(LetterInRow).where(LetterInRow.kind == KIND))).all()) == 1
    async with linked.gateway.node.database.transaction() as session:
        assert None not in (await session.scalars(select(OutgoingRow.sent_at))).all()


async def test_what_hears_a_letter_and_fails_hears_it_again(linked: Sides) -> None:
    at_gateway = heard_by(linked.gateway, BrainLetter)
    listeners: dict[Any, Any] = linked.gateway.node.database._sessions.kw["info"]["listeners"]
    working = listeners[BrainLetter]

    async def failing(_: Any, event: Any) -> None:
        raise OSError("the disk is full")

    listeners[BrainLetter] = [failing]
    await answer(linked, {"text": "甲"})
    with pytest.raises(OSError, match="full"):
        await linked.corresponded()
    listeners[BrainLetter] = working
    await linked.corresponded()

    assert [each.body["text"] for each in at_gateway] == ["甲"]


async def test_more_letters_than_fit_in_one_answer_all_arrive(linked: Sides) -> None:
    at_gateway = heard_by(linked.gateway, BrainLetter)
    await answer(linked, *({"number": each} for each in range(MOST_LETTERS + 3)))

    await linked.corresponded()

    assert [each.body["number"] for each in at_gateway] == list(range(MOST_LETTERS + 3))
    async with linked.brain.node.database.transaction() as session:
        rows = (await session.scalars(select(LetterOutRow).order_by(LetterOutRow.number))).all()
    assert all(row.fetched_at for row in rows), "the last question said what the gateway has"


async def test_a_letter_too_large_is_refused_and_does_not_hold_up_the_next(linked: Sides) -> None:
    at_brain = heard_by(linked.brain, FactoryLetter)
    refused = heard_by(linked.gateway, LetterRefused)
    large, small = await post(linked, {"text": "x" * LARGEST_LETTER}, {"text": "二"})

    await linked.corresponded()
    await linked.corresponded()

    assert [each.id for each in at_brain] == [small]
    assert [(each.id, each.kind) for each in refused] == [(large, KIND)]
    assert "256" in refused[0].message


async def test_there_is_nobody_to_write_to_before_both_sides_confirmed(sides: Sides) -> None:
    with pytest.raises(Conflict, match="接通"):
        await post(sides, {})
    await sides.enrolled()
    with pytest.raises(Conflict, match="接通"):
        await post(sides, {})


async def test_a_revoked_factory_writes_and_reads_no_letters(linked: Sides) -> None:
    at_brain = heard_by(linked.brain, FactoryLetter)
    at_gateway = heard_by(linked.gateway, BrainLetter)
    await post(linked, {})
    await answer(linked, {})
    async with linked.brain.node.database.transaction() as session:
        await inviting.revoke(session, (await linked.link()).id, "设备被盗", "reviewer")

    with pytest.raises(BrainRefused):
        await linked.corresponded()

    assert (at_brain, at_gateway) == ([], [])


async def test_letters_of_one_factory_are_not_told_to_another(linked: Sides) -> None:
    """The routes know the caller by the signature alone: there is no number of a factory to tell."""
    client = await linked.brain.client()

    assert (await client.get("/api/factory-link/v1/letters?after=0")).status_code in (401, 403)
    assert (await client.post("/api/factory-link/v1/letters", json={})).status_code in (401, 403)
