"""Queued parts reach the centre once, in order, through failures; what it refuses becomes a dead letter."""

from copy import deepcopy
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import msgspec
import pytest
from sqlalchemy import text

from brain.kit.clock import now, today
from brain.kit.crypto import sm3
from brain.platform.exchange.client.domain.refusals import NotDead
from brain.platform.exchange.client.service import dead_letters, reconciling, sending
from brain.platform.exchange.contract import report
from brain.platform.exchange.scenes.catalogue import scenes
from tests.conftest import RunningNode
from tests.platform.exchange.client.conftest import Pair

AS_OF = datetime(2025, 3, 1, tzinfo=UTC)
SCENE = "industry_graph"


async def queue(pair: Pair, key: str, scene: str = SCENE) -> str:
    record = deepcopy(scenes()[scene].example)
    async with pair.brain.node.database.transaction() as session:
        return await report(session, scene, [record], source="行业库", as_of=AS_OF, key=key)


async def rows(node: RunningNode, sql: str) -> list[Any]:
    async with node.node.database.transaction() as session:
        return list((await session.execute(text(sql))).all())


async def parts(pair: Pair) -> list[Any]:
    return await rows(pair.brain, "SELECT * FROM exchange_brain_part ORDER BY id")


async def ledger(pair: Pair) -> list[tuple[str, int, str]]:
    """What the centre holds."""
    held = (
        "SELECT batch_id, part_number, digest FROM exchange_part WHERE resp_code = '100' ORDER BY received_at"
    )
    return [tuple(row) for row in await rows(pair.centre, held)]


async def make_due(pair: Pair) -> None:
    async with pair.brain.node.database.transaction() as session:
        await session.execute(text("UPDATE exchange_brain_part SET next_attempt_at = now()"))


async def test_queued_parts_are_taken_by_the_centre_in_order(pair: Pair) -> None:
    await pair.connected()
    ids = [await queue(pair, f"k{number}") for number in range(5)]

    await sending.drain(pair.brain.node, SCENE)

    sent = await parts(pair)
    assert [(part.batch_id, part.state, part.code, part.attempts) for part in sent] == [
        (batch_id, "accepted", "100", 1) for batch_id in ids
    ]
    assert await ledger(pair) == [(part.batch_id, 1, part.digest) for part in sent]
    assert [call for call in pair.network.calls if call.endswith("/oauth/token")] == ["POST /oauth/token"]


async def test_the_token_is_kept_for_the_next_process(pair: Pair) -> None:
    await pair.connected()
    await queue(pair, "k1")
    await sending.drain(pair.brain.node, SCENE)
    await queue(pair, "k2")

    await sending.drain(pair.brain.node, SCENE)

    assert pair.network.calls.count("POST /oauth/token") == 1
    assert len(await ledger(pair)) == 2


async def test_a_revoked_token_is_replaced_on_the_way(pair: Pair) -> None:
    await pair.connected()
    await queue(pair, "k1")
    await sending.drain(pair.brain.node, SCENE)
    async with pair.centre.node.database.transaction() as session:
        await session.execute(text("UPDATE exchange_client SET generation = generation + 1"))
    await queue(pair, "k2")

    await sending.drain(pair.brain.node, SCENE)

    assert [part.state for part in await parts(pair)] == ["accepted", "accepted"]
    assert pair.network.calls.count("POST /oauth/token") == 2


async def test_an_answer_lost_on_the_way_is_settled_by_sending_again(pair: Pair) -> None:
    await pair.connected()
    await queue(pair, "k1")
    pair.network.lose_after(0)
    await sending.drain(pair.brain.node, SCENE)
    (waiting,) = await parts(pair)

    await make_due(pair)
    await sending.drain(pair.brain.node, SCENE)

    (part,) = await parts(pair)
    assert (waiting.state, waiting.status, waiting.attempts) == ("queued", None, 1)
    assert (part.state, part.code, part.attempts) == ("accepted", "100", 2)
    assert len(await ledger(pair)) == 1
    assert part.received_at < part.queued_at + timedelta(minutes=1)


async def test_while_the_network_is_down_a_scene_waits_and_keeps_its_order(pair: Pair) -> None:
    await pair.connected()
    ids = [await queue(pair, f"k{number}") for number in range(3)]
    pair.network.down = True
    await sending.drain(pair.brain.node, SCENE)
    waiting = await parts(pair)
    retries = "SELECT payload, due_at FROM queue_job WHERE name = 'exchange_client.send' AND key LIKE '%/1/1'"
    jobs = await rows(pair.brain, retries)

    pair.network.down = False
    await make_due(pair)
    await sending.drain(pair.brain.node, SCENE)

    assert [(part.state, part.attempts) for part in waiting] == [("queued", 1), ("queued", 0), ("queued", 0)]
    assert [(job.payload, job.due_at) for job in jobs] == [({"scene": SCENE}, waiting[0].next_attempt_at)]
    assert [batch_id for batch_id, _, _ in await ledger(pair)] == ids


async def test_once_the_centre_is_back_what_waited_for_it_is_due_at_once(pair: Pair) -> None:
    await pair.connected()
    names = [SCENE, "group_sales", "group_purchasing"]
    for name in names:
        await queue(pair, name, name)
    pair.network.down = True
    for name in names:
        await sending.drain(pair.brain.node, name)
    hour = "UPDATE exchange_brain_part SET next_attempt_at = now() + interval '1 hour'"
    async with pair.brain.node.database.transaction() as session:
        await session.execute(text(hour))
        first = "UPDATE exchange_brain_part SET next_attempt_at = now() WHERE scene = :scene"
        await session.execute(text(first), {"scene": SCENE})
        refused = "UPDATE exchange_brain_part SET status = 403 WHERE scene = 'group_purchasing'"
        await session.execute(text(refused))

    pair.network.down = False
    await sending.drain(pair.brain.node, SCENE)

    assert await sending.due_scenes(pair.brain.node) == ["group_sales"]
    woken = "SELECT due_at FROM queue_job WHERE name = 'exchange_client.send' AND key = 'group_sales'"
    assert [job.due_at < now() for job in await rows(pair.brain, woken)] == [True]


async def test_one_scene_does_not_wait_for_another(pair: Pair) -> None:
    await pair.connected()
    await queue(pair, "k1")
    await queue(pair, "k2", "group_sales")

    await sending.drain(pair.brain.node, "group_sales")

    assert [(part.scene, part.state) for part in await parts(pair)] == [
        ("industry_graph", "queued"),
        ("group_sales", "accepted"),
    ]


async def test_without_credentials_parts_wait_untouched(pair: Pair) -> None:
    await queue(pair, "k1")

    await sending.drain(pair.brain.node, SCENE)

    (part,) = await parts(pair)
    assert (part.state, part.attempts, pair.network.calls) == ("queued", 0, [])


async def test_a_refused_part_becomes_a_dead_letter_and_those_behind_it_go_on(pair: Pair) -> None:
    await pair.connected()
    refused = await queue(pair, "k1", "capacity_sharing")  # a scene that was not applied for
    await sending.drain(pair.brain.node, "capacity_sharing")

    (part,) = await parts(pair)
    (notice,) = await rows(pair.brain, "SELECT * FROM portal_notice WHERE scope = 'exchange_client.send'")
    assert (part.batch_id, part.state, part.code, part.status) == (refused, "dead", "101", 403)
    assert (notice.kind, notice.title) == ("todo", f"上报未被接收：批次 {refused} 第 1 片（101）")
    assert await ledger(pair) == []


async def test_while_the_client_is_suspended_parts_wait_and_are_sent_when_it_is_open_again(
    pair: Pair,
) -> None:
    application_id = await pair.connected()
    await queue(pair, "k1")
    await sending.drain(pair.brain.node, SCENE)
    await pair.decide(application_id, "suspend", "核查数据质量")
    await queue(pair, "k2")
    await sending.drain(pair.brain.node, SCENE)
    waiting = (await parts(pair))[1]

    await pair.decide(application_id, "resume")
    await make_due(pair)
    await sending.drain(pair.brain.node, SCENE)

    assert (waiting.state, waiting.code, waiting.attempts) == ("queued", "101", 1)
    assert timedelta(minutes=4) < waiting.next_attempt_at - now() < timedelta(minutes=6)
    assert [part.state for part in await parts(pair)] == ["accepted", "accepted"]


async def dead_part(pair: Pair) -> Any:
    """The centre's interface has become stricter than ours: 103 on arrival."""
    await pair.connected()
    await queue(pair, "k1")
    async with pair.brain.node.database.transaction() as session:
        body = (await session.execute(text("SELECT body FROM exchange_brain_part"))).scalar_one()
        broken = msgspec.json.decode(body)
        del broken["records"][0]["nodeName"]
        changed = msgspec.json.encode(broken)
        await session.execute(
            text("UPDATE exchange_brain_part SET body = :body, digest = :digest, size = :size"),
            {"body": changed, "digest": sm3(changed), "size": len(changed)},
        )
    await sending.drain(pair.brain.node, SCENE)
    (part,) = await parts(pair)
    return part


async def test_a_dead_letter_is_mended_sent_again_and_its_todo_closed(pair: Pair) -> None:
    part = await dead_part(pair)
    operator = await pair.brain.person("exchange_client.send", "exchange_client.see")
    path = f"/api/exchange-client/dead-letters/{part.id}"

    records = (await operator.get(f"{path}/records")).json()["records"]
    still_wrong = await operator.post(f"{path}/edits", json={"records": records})
    records[0]["nodeName"] = "子午线轮胎"
    mended = await operator.post(f"{path}/edits", json={"records": records})
    await sending.drain(pair.brain.node, SCENE)

    assert (part.state, part.code, part.errors) == (
        "dead",
        "103",
        [{"loc": "/records/0/nodeName", "message": "必填项不可为空：产业链环节名称"}],
    )
    assert still_wrong.status_code == 422
    assert still_wrong.json()["fields"] == [
        {"loc": "/records/0/nodeName", "message": "必填项不可为空：产业链环节名称"}
    ]
    assert (mended.json()["state"], mended.json()["attempts"]) == ("queued", 0)
    (accepted,) = await parts(pair)
    assert (accepted.state, await ledger(pair)) == ("accepted", [(accepted.batch_id, 1, accepted.digest)])
    (notice,) = await rows(
        pair.brain, "SELECT done_at FROM portal_notice WHERE scope = 'exchange_client.send'"
    )
    assert notice.done_at is not None
    history = (await operator.get(f"/api/exchange-client/parts/{part.id}/attempts")).json()["items"]
    shown = (await operator.get(f"/api/exchange-client/parts/{part.id}")).json()
    assert [attempt["code"] for attempt in history] == ["103", "100"]
    assert (shown["batchId"], shown["state"], shown["digest"]) == (part.batch_id, "accepted", accepted.digest)


async def test_a_dead_letter_is_discarded_only_with_a_reason(pair: Pair) -> None:
    part = await dead_part(pair)
    operator = await pair.brain.person("exchange_client.send")
    path = f"/api/exchange-client/dead-letters/{part.id}/discards"

    without = await operator.post(path, json={"reason": ""})
    with_reason = await operator.post(path, json={"reason": "已由后一批替代"})
    again = await operator.post(path, json={"reason": "再次"})

    assert (without.status_code, with_reason.json()["state"]) == (422, "discarded")
    assert (again.status_code, again.json()["code"]) == (409, "exchange_not_dead")


async def test_what_is_not_dead_is_not_sent_again(pair: Pair) -> None:
    await queue(pair, "k1")
    before = await parts(pair)

    with pytest.raises(NotDead, match="只有未被接收的分片可以修改、重发或放弃"):
        async with pair.brain.node.database.transaction() as session:
            await dead_letters.resend(session, before[0].id, "someone")

    assert await parts(pair) == before


async def test_reconciliation_confirms_what_agrees_and_forgets_its_content(pair: Pair) -> None:
    await pair.connected()
    await queue(pair, "k1")
    await sending.drain(pair.brain.node, SCENE)

    result = await reconciling.reconcile_day(pair.brain.node, today())

    (part,) = await parts(pair)
    assert (result.ours, result.theirs, result.findings) == (1, 1, [])
    assert part.confirmed_at is not None
    assert part.body is None


async def test_reconciliation_names_the_missing_and_the_altered_part(pair: Pair) -> None:
    await pair.connected()
    ids = [await queue(pair, f"k{number}") for number in range(3)]
    await sending.drain(pair.brain.node, SCENE)
    async with pair.centre.node.database.transaction() as session:
        await session.execute(text("DELETE FROM exchange_part WHERE batch_id = :id"), {"id": ids[0]})
        await session.execute(
            text("UPDATE exchange_part SET digest = 'other' WHERE batch_id = :id"), {"id": ids[1]}
        )
    operator = await pair.brain.person("exchange_client.send", "exchange_client.see")

    answer = await operator.post(f"/api/exchange-client/reconciliations/{today()}")
    listed = (await operator.get("/api/exchange-client/reconciliations")).json()

    found = {(each["difference"], each["batchId"]) for each in answer.json()["findings"]}
    assert found == {("missing", ids[0]), ("altered", ids[1])}
    assert listed["items"] == [answer.json()]
    assert [part.body is None for part in await parts(pair)] == [False, False, True]
    (notice,) = await rows(pair.brain, "SELECT title FROM portal_notice WHERE scope = 'exchange_client.send'")
    assert notice.title == f"{today()} 的对账发现 2 处差异"


async def test_the_ledger_is_filtered_and_exported(pair: Pair) -> None:
    await pair.connected()
    await queue(pair, "k1")
    sold = await queue(pair, "k2", "group_sales")
    await sending.drain(pair.brain.node, SCENE)
    operator = await pair.brain.person("exchange_client.see")

    async def listed(**query: str) -> list[str]:
        answer = await operator.get("/api/exchange-client/parts", params=query)
        return [item["scene"] for item in answer.json()["items"]]

    assert await listed() == ["group_sales", "industry_graph"]
    assert await listed(state="queued") == ["group_sales"]
    assert await listed(scene="industry_graph") == ["industry_graph"]
    assert await listed(batchId=sold) == ["group_sales"]
    assert await listed(firstDay=str(today()), lastDay=str(today())) == ["group_sales", "industry_graph"]
    assert await listed(firstDay=str(today() + timedelta(days=1))) == []
    exported = await operator.get(
        "/api/exchange-client/parts/export", params={"format": "csv", "state": "queued"}
    )
    assert exported.headers["content-type"] == "text/csv; charset=utf-8"
    header, line = exported.content.decode("utf-8-sig").splitlines()
    assert header.startswith("场景,批次号,分片")
    assert line.startswith(f"数字集销,{sold},1,1,1,")
    counts = (await operator.get("/api/exchange-client/connection")).json()
    assert counts["counts"] == {"queued": 1, "accepted": 1}
    assert datetime.fromisoformat(counts["waitingSince"]) <= now()


async def test_too_many_calls_are_waited_out_as_the_centre_says(pair: Pair) -> None:
    await pair.connected()
    await queue(pair, "k1")
    async with pair.centre.node.database.transaction() as session:
        await session.execute(text("UPDATE exchange_client SET calls_per_minute = 1"))
    await queue(pair, "k2")
    await queue(pair, "k3")

    await sending.drain(pair.brain.node, SCENE)

    found = await parts(pair)
    assert [part.state for part in found if part.status == httpx.codes.TOO_MANY_REQUESTS] == ["queued"]
    refused = next(part for part in found if part.status == httpx.codes.TOO_MANY_REQUESTS)
    assert refused.next_attempt_at > now() - timedelta(seconds=1)
