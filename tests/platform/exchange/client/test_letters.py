"""Letters of a brain reach the centre once, in order, through failures; answers come down."""

from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import select

from brain.kit.events import Event
from brain.platform.exchange.client.contract import Distributed, LetterRefused
from brain.platform.exchange.client.models import LetterRow, PullRow
from brain.platform.exchange.client.service import letters, pulling
from brain.platform.exchange.messages.letters import LARGEST
from brain.platform.exchange.server.contract import LetterReceived
from brain.platform.exchange.server.models.data import LetterRow as ReceivedRow
from brain.platform.exchange.server.service import letters as centre_letters
from tests.conftest import RunningNode
from tests.exchange_caller import opened
from tests.platform.exchange.client.conftest import Pair

KIND = "test.note"


def heard_by(node: RunningNode, kind: type[Event]) -> list[Any]:
    heard: list[Any] = []

    async def listen(_: Any, event: Any) -> None:
        heard.append(event)

    node.node.database._sessions.kw["info"]["listeners"][kind] = [listen]
    return heard


async def post(pair: Pair, *bodies: dict[str, Any]) -> list[str]:
    numbers = [str(uuid4()) for _ in bodies]
    async with pair.brain.node.database.transaction() as session:
        for number, body in zip(numbers, bodies, strict=True):
            await letters.post(session, number, KIND, body)
    return numbers


async def waiting(pair: Pair) -> list[str]:
    async with pair.brain.node.database.transaction() as session:
        found = await session.scalars(select(LetterRow.id).where(LetterRow.sent_at.is_(None)))
        return list(found)


async def test_letters_wait_for_credentials_and_then_go_in_order(pair: Pair) -> None:
    heard = heard_by(pair.centre, LetterReceived)
    numbers = await post(pair, {"text": "一"}, {"text": "二"})
    await letters.drain(pair.brain.node)
    assert await waiting(pair) == numbers

    await pair.connected()
    await letters.drain(pair.brain.node)

    assert [(each.id, each.kind, each.body["text"]) for each in heard] == [
        (numbers[0], KIND, "一"),
        (numbers[1], KIND, "二"),
    ]
    assert {each.brain for each in heard} == {"轮胎橡胶产业大脑"}
    assert await waiting(pair) == []


async def test_a_letter_whose_answer_was_lost_is_sent_again_and_heard_once(pair: Pair) -> None:
    heard = heard_by(pair.centre, LetterReceived)
    await pair.connected()
    numbers = await post(pair, {"text": "一"}, {"text": "二"})
    pair.network.lose_after(0)

    await letters.drain(pair.brain.node)
    assert ([each.id for each in heard], await waiting(pair)) == (numbers[:1], numbers)
    await letters.drain(pair.brain.node)

    assert ([each.id for each in heard], await waiting(pair)) == (numbers, [])


async def test_letters_wait_while_the_centre_is_away(pair: Pair) -> None:
    heard = heard_by(pair.centre, LetterReceived)
    await pair.connected()
    numbers = await post(pair, {})
    pair.network.down = True
    await letters.drain(pair.brain.node)
    assert await waiting(pair) == numbers

    pair.network.down = False
    await letters.drain(pair.brain.node)

    assert [each.id for each in heard] == numbers


async def test_who_hears_a_letter_and_fails_hears_it_again(pair: Pair) -> None:
    await pair.connected()
    numbers = await post(pair, {})
    listeners = pair.centre.node.database._sessions.kw["info"]["listeners"]

    async def failing(_: Any, event: Any) -> None:
        raise OSError("the disk is full")

    listeners[LetterReceived] = [failing]
    with pytest.raises(OSError, match="full"):
        await letters.drain(pair.brain.node)
    async with pair.centre.node.database.transaction() as session:
        assert (await session.scalars(select(ReceivedRow.id))).all() == []
    heard = heard_by(pair.centre, LetterReceived)
    await letters.drain(pair.brain.node)

    assert [each.id for each in heard] == numbers


async def test_a_letter_that_the_centre_refuses_does_not_hold_up_the_next(pair: Pair) -> None:
    heard, refused = heard_by(pair.centre, LetterReceived), heard_by(pair.brain, LetterRefused)
    await pair.connected()
    large, small = await post(pair, {"text": "x" * LARGEST}, {"text": "二"})

    await letters.drain(pair.brain.node)

    assert [each.id for each in heard] == [small]
    assert [(each.id, each.kind) for each in refused] == [(large, KIND)]
    assert "256" in refused[0].message


async def test_an_answer_comes_down_to_the_brain_that_wrote_alone(pair: Pair) -> None:
    """Who writes awaits answers, also where nobody had set up pulling what is distributed."""
    heard, down = heard_by(pair.centre, LetterReceived), heard_by(pair.brain, Distributed)
    await pair.connected()
    await post(pair, {})
    await letters.drain(pair.brain.node)
    async with pair.centre.node.database.transaction() as session:
        for client in (heard[0].client_id, "another"):
            await centre_letters.answer(session, client, "test.answer", "答复", {"to": client}, by="u")

    async with pair.brain.node.database.transaction() as session:
        pull = (await session.scalars(select(PullRow))).one()
    await pulling.run(pair.brain.node, pull.id)

    assert [(each.kind, each.content["to"]) for each in down] == [("test.answer", heard[0].client_id)]
    await letters.drain(pair.brain.node)
    async with pair.brain.node.database.transaction() as session:
        assert len((await session.scalars(select(PullRow))).all()) == 1


async def test_letters_to_the_sandbox_are_heard_by_nobody(centre: RunningNode) -> None:
    heard = heard_by(centre, LetterReceived)
    caller = await opened(centre, "sandbox")
    letter = {"id": str(uuid4()), "kind": KIND, "writtenAt": "2026-11-23T08:00:00Z", "body": {}}

    answers = [await caller.call("POST", "/letters", letter) for _ in range(2)]

    assert [(each.status_code, each.json()["known"]) for each in answers] == [(200, False), (200, True)]
    assert heard == []


@pytest.mark.parametrize(
    "wrong",
    [{"id": "1"}, {"kind": "Not A Kind"}, {"body": [1]}, {"writtenAt": "yesterday"}, {"more": 1}],
)
async def test_what_is_no_letter_is_refused(centre: RunningNode, wrong: dict[str, Any]) -> None:
    heard = heard_by(centre, LetterReceived)
    caller = await opened(centre)
    letter = {"id": str(uuid4()), "kind": KIND, "writtenAt": "2026-11-23T08:00:00Z", "body": {}}

    answer = await caller.call("POST", "/letters", letter | wrong)

    assert (answer.status_code, heard) == (422, [])


async def test_a_stranger_cannot_write(centre: RunningNode) -> None:
    client = await centre.client()
    assert (await client.post("/exchange/v1/letters", json={})).status_code == 401
