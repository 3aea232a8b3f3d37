"""A gateway joins with a one-time code, both sides compare a number, and its key can be changed."""

from datetime import timedelta
from typing import Any

import httpx
import pytest
from sqlalchemy import select

from brain.kit.clock import now
from brain.kit.errors import Conflict, Invalid
from brain.platform.factory_link.brain.models import FactoryRow
from brain.platform.factory_link.brain.service import inviting
from brain.platform.factory_link.gateway.adapters.brain_client import BrainNotReached, BrainRefused
from brain.platform.factory_link.gateway.contract import BrainReach
from brain.platform.factory_link.gateway.models import LinkRow
from brain.platform.factory_link.gateway.service import enrolling, sending
from brain.platform.factory_link.protocol import signing
from tests.link_sides import Sides


async def enrol(sides: Sides, code: str) -> LinkRow:
    node = sides.gateway.node
    async with node.database.transaction() as session:
        return await enrolling.enrol(session, node, "http://brain.test/", code, "engineer")


async def test_both_sides_show_the_same_number_and_each_confirms(sides: Sides) -> None:
    link = await enrol(sides, await sides.invited())
    factory = await sides.factory()

    assert factory.check_number == link.check_number
    async with sides.brain.node.database.transaction() as session:
        with pytest.raises(Invalid, match="核对号"):
            await inviting.confirm(
                session, link.id, "000000" if link.check_number != "000000" else "1" * 6, "r"
            )
    async with sides.brain.node.database.transaction() as session:
        assert (await inviting.confirm(session, link.id, link.check_number, "reviewer")).state == "active"


async def test_a_code_is_good_once(sides: Sides) -> None:
    code = await sides.invited()
    await enrol(sides, code)
    node = sides.gateway.node
    async with node.database.transaction() as session:
        await enrolling.leave(session, "owner", "重装")

    with pytest.raises(BrainRefused, match="注册码"):
        await enrol(sides, code)


async def test_a_code_of_another_factory_is_refused(sides: Sides) -> None:
    async with sides.brain.node.database.transaction() as session:
        other = await inviting.invite(session, "91370523MA0000000U", "别的工厂", "operator")

    with pytest.raises(BrainRefused, match="注册码"):
        await enrol(sides, other.code)


async def test_ten_wrong_codes_void_the_invitation(sides: Sides) -> None:
    code = await sides.invited()
    for _ in range(10):
        with pytest.raises(BrainRefused):
            await enrol(sides, "AAAA-BBBB-CCCC")

    with pytest.raises(BrainRefused):
        await enrol(sides, code)


async def test_an_old_code_is_refused(sides: Sides) -> None:
    code = await sides.invited()
    async with sides.brain.node.database.transaction() as session:
        (await session.scalars(select(FactoryRow))).one().code_until = now() - timedelta(seconds=1)

    with pytest.raises(BrainRefused):
        await enrol(sides, code)


async def test_a_new_invitation_voids_the_one_before(sides: Sides) -> None:
    first = await sides.invited()
    second = await sides.invited()

    with pytest.raises(BrainRefused):
        await enrol(sides, first)
    await enrol(sides, second)
    with pytest.raises(Conflict, match="已有链接"):
        await sides.invited()


async def test_an_answer_that_the_brain_did_not_sign_is_not_believed(sides: Sides) -> None:
    """Somebody between them says that a batch arrived."""
    await sides.confirmed()
    points = await sides.points("a")
    await sides.consented(points)
    await sides.put("a", 1.0)

    def lying(request: httpx.Request) -> httpx.Response:
        told = {"state": "active", "last": 0, "chain": None, "catalogue": 9, "reason": None}
        body = httpx.Response(200, json=told).content
        answer = signing.Answer(
            {}, 200, signing.Message(dict(request.headers), request.method, str(request.url))
        )
        signing.sign(answer, signing.new_key(), "brain", body)
        return httpx.Response(200, headers=answer.headers, content=body)

    async with httpx.AsyncClient(transport=httpx.MockTransport(lying)) as http:
        with pytest.raises(BrainNotReached, match="不是大脑签名"):
            await sending.drain(sides.gateway.node, http)


async def test_a_request_by_another_key_or_changed_on_the_way_is_refused(sides: Sides) -> None:
    link = await sides.confirmed()
    url = "http://brain.test/api/factory-link/v1/position"
    own = signing.private_key(
        sides.gateway.node.secrets.open(f"brain_link.{link.id}", (await sides.link()).sealed_key)
    )

    async def status(key: Any, key_id: str, sent_url: str = url) -> tuple[int, str]:
        message = signing.Message({}, "GET", url)
        signing.sign(message, key, key_id, b"")
        async with sides.gateway.node.get(BrainReach).client() as http:
            answer = await http.get(sent_url, headers=message.headers)
        return answer.status_code, answer.json().get("code", "")

    assert (await status(own, link.id))[0] == 200
    assert await status(signing.new_key(), link.id) == (401, "signature_refused")
    assert await status(own, "nobody") == (401, "signature_refused")
    assert await status(own, link.id, url + "?after=1") == (401, "signature_refused")


async def test_a_wrong_clock_is_told_and_made_up_for(sides: Sides, monkeypatch: pytest.MonkeyPatch) -> None:
    await sides.confirmed()
    async with sides.gateway.node.get(BrainReach).client() as http:
        client = enrolling.client_of(sides.gateway.node, await sides.link(), http)
        client.late = timedelta(hours=-3)  # as if this machine's clock were three hours slow

        assert (await client.position()).state == "active"
        assert abs(client.late) < timedelta(seconds=5)


async def test_a_changed_key_takes_the_place_of_the_old_one(sides: Sides) -> None:
    await sides.confirmed()
    before = await sides.factory()

    await enrolling.change_key(sides.gateway.node)

    after = await sides.factory()
    assert after.public_key != before.public_key
    assert after.old_public_key is None, "the first use of the new key ends the old one"
    points = await sides.points("a")
    await sides.consented(points)
    await sides.sent()


async def test_a_change_of_key_whose_answer_was_lost_can_be_made_again(
    sides: Sides, monkeypatch: pytest.MonkeyPatch
) -> None:
    await sides.confirmed()

    async def lost(*_: object) -> None:
        raise BrainNotReached("断了")

    with monkeypatch.context() as patch:
        patch.setattr("brain.platform.factory_link.gateway.adapters.brain_client.BrainClient.position", lost)
        with pytest.raises(BrainNotReached):
            await enrolling.change_key(sides.gateway.node)
    await sides.sent()  # by the old key, which the brain still takes
    await enrolling.change_key(sides.gateway.node)

    await sides.sent()


async def test_what_is_not_json_is_refused_and_changes_nothing(sides: Sides) -> None:
    client = await sides.brain.client()
    for body in (b"", b"{", b"[]", b"\xff\xfe", b'{"code": 1}'):
        answer = await client.post("/api/factory-link/v1/enrolments", content=body)
        assert answer.status_code == 422, body
    assert (await client.post("/api/factory-link/v1/batches", content=b"x")).status_code == 401


async def test_a_body_without_end_is_cut_off(sides: Sides) -> None:
    client = await sides.brain.client()

    answer = await client.post("/api/factory-link/v1/enrolments", content=bytes(17 * 1024 * 1024))

    assert answer.status_code == 413


def test_check_numbers_differ_when_somebody_stands_between() -> None:
    honest = signing.check_number("gateway", "brain", "CODE")
    between = [signing.check_number("gateway", f"other{n}", "CODE") for n in range(100)]

    assert honest not in between
