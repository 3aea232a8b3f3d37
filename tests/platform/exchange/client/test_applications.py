"""The application from the brain's side: draft, submit, follow, collect once, rotate, renew."""

import pytest
from sqlalchemy import text

from brain.kit.errors import Invalid
from brain.platform.exchange.client.domain.outcome import CentreRefused, CentreUnreachable
from brain.platform.exchange.client.domain.refusals import NotEditable
from brain.platform.exchange.client.queries import connection
from brain.platform.exchange.client.service import applications as service
from brain.platform.exchange.client.service.link import Environment, unsealed
from brain.platform.exchange.server.queries import applications as centre_queries
from brain.platform.exchange.server.service import credentials as centre_credentials
from tests.conftest import RunningNode
from tests.exchange_sides import FORM
from tests.platform.exchange.client.conftest import Pair


async def notices(node: RunningNode) -> list[tuple[str, str, bool]]:
    async with node.node.database.transaction() as session:
        wanted = "SELECT kind, title, done_at IS NOT NULL FROM portal_notice ORDER BY id"
        found = await session.execute(text(wanted))
        return [tuple(row) for row in found]


async def test_a_draft_is_kept_as_far_as_it_is_filled(pair: Pair) -> None:
    operator = await pair.brain.person("exchange_client.apply", "exchange_client.see")

    created = await operator.post("/api/exchange-client/applications", json={"systemName": "轮胎"})
    saved = await operator.put(
        f"/api/exchange-client/applications/{created.json()['id']}/draft",
        json={"systemName": "轮胎橡胶产业大脑", "scenes": ["industry_graph"]},
    )
    read = await operator.get(f"/api/exchange-client/applications/{created.json()['id']}")

    assert (created.status_code, saved.status_code) == (200, 200)
    assert read.json()["state"] == "draft"
    assert read.json()["form"]["systemName"] == "轮胎橡胶产业大脑"
    assert read.json()["form"]["scenes"] == ["industry_graph"]
    assert read.json()["form"]["purposes"] is None
    assert pair.network.calls == []


async def test_an_incomplete_application_is_refused_here_with_all_its_gaps(pair: Pair) -> None:
    del pair.form["purposes"], pair.form["contactPhone"]
    application_id = await pair.draft()

    with pytest.raises(Invalid, match="申请尚未填写完整") as refusal:
        await service.submit(pair.brain.node, application_id, "code")

    places = [field["loc"] for field in refusal.value.details["fields"]]
    assert places == ["/body/purposes", "/body/contactPhone"]
    assert pair.network.calls == []


async def test_the_first_submission_needs_the_enrolment_code(pair: Pair) -> None:
    application_id = await pair.draft()

    with pytest.raises(Invalid, match="请填写省级能力中心发放的接入码"):
        await service.submit(pair.brain.node, application_id, None)

    assert (await pair.application(application_id)).number is None


async def test_a_wrong_enrolment_code_leaves_a_draft(pair: Pair) -> None:
    application_id = await pair.draft()

    with pytest.raises(CentreRefused, match="省级能力中心返回 101"):
        await service.submit(pair.brain.node, application_id, "en_wrong")

    row = await pair.application(application_id)
    assert (row.state, row.number, row.sealed_token) == ("draft", None, None)


async def test_a_submitted_application_waits_and_cannot_be_edited(pair: Pair) -> None:
    application_id = await pair.submitted()

    row = await pair.application(application_id)
    assert row.state == "submitted"
    assert row.number.startswith("SQ-")
    with pytest.raises(NotEditable, match="申请处于“待审核”，不能修改"):
        async with pair.brain.node.database.transaction() as session:
            await service.edit(session, application_id, {})
    assert (await pair.application(application_id)).form == FORM


async def test_a_returned_application_is_amended_and_handed_in_again_without_a_code(pair: Pair) -> None:
    application_id = await pair.submitted()
    await pair.decide(application_id, "return", "用途请写具体")
    await service.follow_all(pair.brain.node)

    returned = await pair.application(application_id)
    told = await notices(pair.brain)
    async with pair.brain.node.database.transaction() as session:
        amended = FORM | {"purposes": "构建轮胎橡胶产业链全景图谱，供东营市产业治理使用"}
        await service.edit(session, application_id, amended)
    await service.submit(pair.brain.node, application_id, None)

    assert returned.state == "returned"
    assert returned.snapshot["history"][-1]["reason"] == "用途请写具体"
    assert told[-1] == ("todo", "申请被退回，请按意见修改后重新提交", False)
    handed_in = await pair.application(application_id)
    assert handed_in.state == "submitted"
    assert handed_in.snapshot["form"]["purposes"] == "构建轮胎橡胶产业链全景图谱，供东营市产业治理使用"
    assert ("todo", "申请被退回，请按意见修改后重新提交", True) in await notices(pair.brain)


async def test_a_change_at_the_centre_is_told_once(pair: Pair) -> None:
    application_id = await pair.submitted()
    await pair.decide(application_id, "approve")

    await service.follow_all(pair.brain.node)
    await service.follow_all(pair.brain.node)

    titles = [title for _, title, _ in await notices(pair.brain)]
    assert titles.count("已同意联调，请领取联调凭证并发起联调测试") == 1


OPENED = "已开通，请领取正式凭证"


async def opened(pair: Pair) -> int:
    """The centre has opened the exchange and the brain has heard of it."""
    application_id = await pair.submitted()
    await pair.decide(application_id, "approve")
    await service.act(pair.brain.node, application_id, "test-requests")
    await pair.decide(application_id, "pass")
    await pair.decide(application_id, "promote")
    await service.follow_all(pair.brain.node)
    return application_id


async def test_collecting_the_production_credentials_closes_the_todo(pair: Pair) -> None:
    application_id = await opened(pair)
    operator = await pair.brain.person("exchange_client.apply")
    waiting = await notices(pair.brain)

    answer = await operator.post(
        f"/api/exchange-client/applications/{application_id}/credentials", json={"environment": "production"}
    )

    assert answer.status_code == 200
    assert waiting[-1] == ("todo", OPENED, False)
    assert await notices(pair.brain) == [*waiting[:-1], ("todo", OPENED, True)]


async def test_collecting_the_sandbox_credentials_leaves_the_todo_open(pair: Pair) -> None:
    application_id = await opened(pair)

    await service.collect(pair.brain.node, application_id, Environment.SANDBOX)

    assert (await notices(pair.brain))[-1] == ("todo", OPENED, False)


async def test_whoever_collects_at_once_is_not_asked_to_collect(pair: Pair) -> None:
    """As the loop of the demonstration does it: opened and collected before anybody has looked."""
    await pair.connected()
    await service.follow_all(pair.brain.node)

    told = await notices(pair.brain)
    assert OPENED not in [title for _, title, _ in told]
    assert told[-1] == ("message", "数据交换申请：已开通", False)


async def test_credentials_made_void_by_the_centre_ask_to_be_collected_again(pair: Pair) -> None:
    application_id = await pair.connected()
    number = (await pair.application(application_id)).number
    async with pair.centre.node.database.transaction() as session:
        row = await centre_queries.by_number(session, number, lock=True)
        await centre_credentials.reset(session, pair.centre.node, row, "production")

    await service.follow_all(pair.brain.node)
    await service.follow_all(pair.brain.node)

    told = await notices(pair.brain)
    assert [each for each in told if each[1] == OPENED] == [("todo", OPENED, False)]


async def test_credentials_are_kept_sealed_and_cannot_be_collected_twice(pair: Pair) -> None:
    application_id = await pair.connected()

    async with pair.brain.node.database.transaction() as session:
        row = await connection.credential(session, "production")
    assert row is not None
    opened = unsealed(pair.brain.node, row)
    assert opened.client_secret.startswith("cs_")
    assert opened.client_secret.encode() not in row.sealed_secret
    assert row.classes == ["distribution", "enterprise", "governance", "synergy"]
    assert row.scenes == FORM["scenes"]
    with pytest.raises(CentreRefused):
        await service.collect(pair.brain.node, application_id, Environment.PRODUCTION)
    async with pair.brain.node.database.transaction() as session:
        assert (await connection.credential(session, "production")) is not None


async def test_rotation_retires_the_old_credentials_and_the_new_ones_work(pair: Pair) -> None:
    application_id = await pair.connected()
    operator = await pair.brain.person("exchange_client.apply", "exchange_client.see")

    answer = await operator.post(
        f"/api/exchange-client/applications/{application_id}/credential-rotations",
        json={"environment": "production"},
    )

    shown = (await operator.get("/api/exchange-client/connection")).json()["credentials"]
    assert answer.status_code == 200
    assert [each["retiredAt"] is None for each in shown] == [True, False]
    assert shown[0]["previousValidUntil"] is not None
    assert "secret" not in str(shown).lower().replace("clientsecret", "")


async def test_without_the_network_an_action_is_refused_and_nothing_changes(pair: Pair) -> None:
    application_id = await pair.submitted()
    pair.network.down = True

    with pytest.raises(CentreUnreachable, match="省级能力中心没有应答：ConnectError"):
        await service.follow(pair.brain.node, application_id)

    assert (await pair.application(application_id)).state == "submitted"


async def test_a_renewal_is_asked_for_once_it_is_active(pair: Pair) -> None:
    application_id = await pair.connected()
    operator = await pair.brain.person("exchange_client.apply")

    asked = await operator.post(
        f"/api/exchange-client/applications/{application_id}/renewals", json={"comment": "继续使用"}
    )
    again = await operator.post(f"/api/exchange-client/applications/{application_id}/renewals", json={})

    assert asked.json()["renewalPending"] is True
    assert (again.status_code, again.json()["code"]) == (409, "centre_refused")
