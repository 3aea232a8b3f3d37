"""Pulls bring every row once and go on where they stopped, whoever dies in the middle."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any, Literal

import pytest
from sqlalchemy import text

from brain.kit.events import Listener
from brain.platform.data_warehouse import service as data_warehouse
from brain.platform.data_warehouse.contract import Enterprise, Family, Honour, Patent, Source
from brain.platform.exchange.client.contract import Distributed
from brain.platform.exchange.client.domain.outcome import CentreRefused, CentreUnreachable
from brain.platform.exchange.client.service import lookup, pulling, warehousing
from brain.platform.exchange.protocol import EnterpriseFamily
from brain.platform.exchange.server.service import distribution
from brain.reference.credit_code import check_digit
from tests.conftest import RunningNode
from tests.platform.exchange.client.conftest import Pair

SOURCE = Source(provider="测试", title="名录", as_of=date(2025, 1, 1))


def code(number: int) -> str:
    body = f"9137050{number:010d}"
    return body + check_digit(body)


def enterprise(number: int, **facts: Any) -> Enterprise:
    given = {"region_code": "370523", "industry_code": "C2911", "address": "山东省东营市广饶县"}
    given |= {"credit_code": code(number), "name": f"广饶第{number}轮胎有限公司"}
    return Enterprise(**(given | facts))


async def stored_at_the_centre(pair: Pair, numbers: range) -> None:
    async with pair.centre.node.database.transaction() as session:
        await data_warehouse.upsert_enterprises(session, [enterprise(number) for number in numbers], SOURCE)


Kind = Literal["chain", "changes", "distribution"]


async def new_pull(
    pair: Pair, kind: Kind, query: dict[str, Any] | None = None, every: int | None = None
) -> int:
    order = pulling.Order(
        kind=kind,
        title="拉取",
        scene=None if kind == "distribution" else "industry_graph",
        query=query or {},
        every_minutes=every,
    )
    async with pair.brain.node.database.transaction() as session:
        return (await pulling.order(session, order)).id


async def state(pair: Pair, pull_id: int) -> Any:
    async with pair.brain.node.database.transaction() as session:
        return (await session.execute(text(f"SELECT * FROM exchange_brain_pull WHERE id = {pull_id}"))).one()


async def codes_at_the_brain(pair: Pair) -> list[str]:
    async with pair.brain.node.database.transaction() as session:
        found = await session.execute(
            text("SELECT credit_code FROM data_warehouse_enterprise ORDER BY credit_code")
        )
        return [row.credit_code for row in found]


CHAIN = {"industries": ["C29"], "regions": ["370500"], "keywords": [], "families": list(EnterpriseFamily)}


async def test_a_chain_is_pulled_page_by_page_with_its_families(
    pair: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pulling, "PAGE", 3)
    await pair.connected()
    await stored_at_the_centre(pair, range(8))
    async with pair.centre.node.database.transaction() as session:
        elsewhere = enterprise(
            90, region_code="370102", industry_code="I6513", name="济南软件有限公司", address="济南"
        )
        await data_warehouse.upsert_enterprises(session, [elsewhere], SOURCE)
        patent = Patent(credit_code=code(1), application_number="CN202510000001.X", title="一种子午线轮胎")
        honour = Honour(credit_code=code(1), title="国家企业技术中心", year=2019)
        await data_warehouse.upsert(session, Family.PATENT, [patent], SOURCE)
        await data_warehouse.upsert(session, Family.HONOUR, [honour], SOURCE)
    pull_id = await new_pull(pair, "chain", CHAIN)

    await pulling.run(pair.brain.node, pull_id)

    assert await codes_at_the_brain(pair) == sorted(code(number) for number in range(8))
    async with pair.brain.node.database.transaction() as session:
        found = await data_warehouse.get_by_code(session, code(1))
        assert await data_warehouse.families(session, code(1), Family.PATENT) == [patent]
        assert await data_warehouse.families(session, code(1), Family.HONOUR) == [honour]
    assert found == enterprise(1)
    done = await state(pair, pull_id)
    assert (done.rows, done.problem, done.due_at) == (8, None, None)
    assert done.finished_at is not None


VIA = "（经省级能力中心共享）"


def at_the_brain(source: Source) -> Source:
    return replace(source, title=source.title + VIA)


async def stated(pair: Pair, family: Family = Family.BASIC) -> dict[str, tuple[date, Source]]:
    """What the brain knows of the first enterprise now: since when, and from whom."""
    async with pair.brain.node.database.transaction() as session:
        history = await data_warehouse.history(session, code(0))
    return {fact.attribute: (fact.valid_from, fact.source) for fact in history[family] if not fact.valid_to}


REGISTER = Source(provider="省市场监管局", title="企业登记", as_of=date(2024, 6, 30))
LISTED = Source(provider="山东证监局", title="上市公司名单", as_of=date(2025, 9, 1))
PATENTS = Source(provider="国家知识产权局", title="专利公告", as_of=date(2025, 3, 4), sample=True)


async def test_each_value_keeps_the_source_and_the_date_that_the_centre_knows(pair: Pair) -> None:
    await pair.connected()
    async with pair.centre.node.database.transaction() as session:
        await data_warehouse.upsert_enterprises(session, [enterprise(0)], REGISTER)
        listed = Enterprise(credit_code=code(0), name=enterprise(0).name, stock_code="601058")
        await data_warehouse.upsert_enterprises(session, [listed], LISTED)
        patent = Patent(credit_code=code(0), application_number="CN202510000001.X", title="一种子午线轮胎")
        await data_warehouse.upsert(session, Family.PATENT, [patent], PATENTS)
    pull_id = await new_pull(pair, "chain", CHAIN)

    await pulling.run(pair.brain.node, pull_id)

    basic = await stated(pair)
    assert basic["address"] == (REGISTER.as_of, at_the_brain(REGISTER))
    assert basic["name"] == (REGISTER.as_of, at_the_brain(REGISTER))
    assert basic["stock_code"] == (LISTED.as_of, at_the_brain(LISTED))
    patents = await stated(pair, Family.PATENT)
    assert patents["CN202510000001.X/title"] == (PATENTS.as_of, at_the_brain(PATENTS))


async def test_a_new_name_is_known_since_the_day_of_its_own_source(pair: Pair) -> None:
    await pair.connected()
    async with pair.centre.node.database.transaction() as session:
        await data_warehouse.upsert_enterprises(session, [enterprise(0)], REGISTER)
    await pulling.run(pair.brain.node, await new_pull(pair, "chain", CHAIN))
    async with pair.centre.node.database.transaction() as session:
        renamed = Enterprise(credit_code=code(0), name="广饶新名轮胎有限公司", stock_code="601058")
        await data_warehouse.upsert_enterprises(session, [renamed], LISTED)

    changes = await new_pull(pair, "changes", {"since": "2020-01-01T00:00:00Z"})
    await pulling.run(pair.brain.node, changes)
    await pulling.run(pair.brain.node, await new_pull(pair, "chain", CHAIN))

    basic = await stated(pair)
    assert basic["name"] == (LISTED.as_of, at_the_brain(LISTED))
    assert basic["address"] == (REGISTER.as_of, at_the_brain(REGISTER))
    async with pair.brain.node.database.transaction() as session:
        found = await data_warehouse.get_by_code(session, code(0))
        totals = await data_warehouse.totals(session)
    assert found is not None
    assert (found.name, found.former_names) == ("广饶新名轮胎有限公司", ["广饶第0轮胎有限公司"])
    assert totals.counts[Family.BASIC] == 1


async def test_a_pull_that_broke_goes_on_after_the_last_page_it_stored(
    pair: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pulling, "PAGE", 2)
    await pair.connected()
    await stored_at_the_centre(pair, range(7))
    pull_id = await new_pull(pair, "chain", CHAIN, every=60)
    failing = iter([False, False, True])
    store = warehousing.store

    async def store_until_the_disk_is_full(*args: Any, **kwargs: Any) -> None:
        await store(*args, **kwargs)
        if next(failing):
            raise OSError("disk full")

    with monkeypatch.context() as trouble:
        trouble.setattr(warehousing, "store", store_until_the_disk_is_full)
        with pytest.raises(OSError, match="disk full"):
            await pulling.run(pair.brain.node, pull_id)
    halfway = await state(pair, pull_id)
    stored = await codes_at_the_brain(pair)
    calls_before = len(pair.network.calls)

    await pulling.run(pair.brain.node, pull_id)

    assert (halfway.rows, len(stored)) == (4, 4)
    assert (await state(pair, pull_id)).rows == 7
    assert await codes_at_the_brain(pair) == sorted(code(number) for number in range(7))
    assert pair.network.calls[calls_before:] == ["POST /exchange/v1/enterprises/chain-pulls"] * 2


async def test_a_later_run_brings_only_what_is_new(pair: Pair) -> None:
    await pair.connected()
    await stored_at_the_centre(pair, range(3))
    pull_id = await new_pull(pair, "chain", CHAIN)
    await pulling.run(pair.brain.node, pull_id)
    await stored_at_the_centre(pair, range(3, 5))

    await pulling.run(pair.brain.node, pull_id)

    assert (await state(pair, pull_id)).rows == 5
    assert len(await codes_at_the_brain(pair)) == 5


async def test_changes_refresh_the_enterprises_that_are_here(pair: Pair) -> None:
    await pair.connected()
    await stored_at_the_centre(pair, range(2))
    chain = await new_pull(pair, "chain", CHAIN)
    await pulling.run(pair.brain.node, chain)
    changes = await new_pull(pair, "changes", {"since": datetime(2020, 1, 1, tzinfo=UTC).isoformat()})
    async with pair.centre.node.database.transaction() as session:
        newer = Source(provider="测试", title="名录", as_of=date(2025, 2, 1))
        moved = [enterprise(0, address="山东省东营市垦利区"), enterprise(70, name="新来的有限公司")]
        await data_warehouse.upsert_enterprises(session, moved, newer)

    await pulling.run(pair.brain.node, changes)

    async with pair.brain.node.database.transaction() as session:
        found = await data_warehouse.get_by_code(session, code(0))
    assert found is not None
    assert found.address == "山东省东营市垦利区"
    assert await codes_at_the_brain(pair) == sorted([code(0), code(1)])


async def test_a_pull_that_fails_says_why_and_is_due_again(pair: Pair) -> None:
    await pair.connected()
    pull_id = await new_pull(pair, "chain", CHAIN | {"industries": [""]}, every=30)

    with pytest.raises(CentreRefused):
        await pulling.run(pair.brain.node, pull_id)

    failed = await state(pair, pull_id)
    assert failed.problem.startswith("省级能力中心返回 10")
    assert failed.due_at == failed.finished_at + timedelta(minutes=30)
    assert failed.cursor is None


async def publish(pair: Pair, count: int) -> None:
    async with pair.centre.node.database.transaction() as session:
        for number in range(count):
            await distribution.publish(session, "notice", f"通知 {number}", {"number": number}, by="operator")


async def received(node: RunningNode) -> list[str]:
    async with node.node.database.transaction() as session:
        found = await session.execute(text("SELECT title FROM exchange_brain_distribution ORDER BY number"))
        return [row.title for row in found]


def listening(pair: Pair, listener: Listener) -> None:
    heard: dict[Any, Any] = pair.brain.node.database._sessions.kw["info"]["listeners"]
    heard[Distributed] = [listener]


async def test_what_was_sent_down_is_heard_once_and_acknowledged(
    pair: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pulling, "PAGE", 2)
    await pair.connected()
    await publish(pair, 5)
    heard: list[str] = []

    async def listen(_: Any, event: Distributed) -> None:
        heard.append(event.title)

    listening(pair, listen)
    pull_id = await new_pull(pair, "distribution")

    await pulling.run(pair.brain.node, pull_id)
    await pulling.run(pair.brain.node, pull_id)

    titles = [f"通知 {number}" for number in range(5)]
    assert await received(pair.brain) == titles
    assert heard == titles
    done = await state(pair, pull_id)
    assert done.cursor == done.acknowledged
    operator = await pair.brain.person("exchange_client.see")
    listed = (await operator.get("/api/exchange-client/distributions")).json()
    assert (listed["total"], listed["items"][0]["content"]) == (5, {"number": 4})


@pytest.mark.parametrize("losing", range(1, 6))
async def test_a_distribution_survives_the_loss_of_any_answer(
    pair: Pair, monkeypatch: pytest.MonkeyPatch, losing: int
) -> None:
    """The answer of call number `losing` is lost: nothing is lost or doubled with it."""
    monkeypatch.setattr(pulling, "PAGE", 2)
    await pair.connected()
    await publish(pair, 3)
    pull_id = await new_pull(pair, "distribution")
    pair.network.lose_after(losing - 1)

    with pytest.raises(CentreUnreachable):
        await pulling.run(pair.brain.node, pull_id)
    await pulling.run(pair.brain.node, pull_id)

    assert await received(pair.brain) == ["通知 0", "通知 1", "通知 2"]
    done = await state(pair, pull_id)
    assert (done.rows, done.cursor, done.problem) == (3, done.acknowledged, None)


async def test_one_enterprise_is_looked_up_for_a_person_and_kept(pair: Pair) -> None:
    await pair.connected()
    await stored_at_the_centre(pair, range(1))
    operator = await pair.brain.person("exchange_client.pull")

    answer = await operator.get(
        "/api/exchange-client/enterprises/basic", params={"creditCode": code(0), "scene": "industry_graph"}
    )
    unknown = await operator.get(
        "/api/exchange-client/enterprises/basic", params={"name": "没有的公司", "scene": "industry_graph"}
    )
    closed = await operator.get(
        "/api/exchange-client/enterprises/basic", params={"creditCode": code(0), "scene": "capacity_sharing"}
    )
    nonsense = await operator.get(
        "/api/exchange-client/enterprises/basic", params={"creditCode": code(0), "scene": "gossip"}
    )

    assert answer.json()["name"] == "广饶第0轮胎有限公司"
    assert answer.json()["matchedBy"] == "creditCode"
    assert answer.json()["sources"] == [
        {"provider": "测试", "title": "名录", "asOf": "2025-01-01", "sample": False}
    ]
    assert "source" not in answer.json()["items"][0]
    assert (await stated(pair))["address"] == (SOURCE.as_of, at_the_brain(SOURCE))
    assert await codes_at_the_brain(pair) == [code(0)]
    assert (unknown.status_code, unknown.json()["respCode"]) == (409, "106")
    assert (closed.status_code, closed.json()["respCode"]) == (409, "101")
    assert nonsense.status_code == 422


async def test_a_person_is_named_to_the_centre_only_if_registered_there(pair: Pair) -> None:
    await pair.connected()
    await stored_at_the_centre(pair, range(1))
    key = {"creditCode": code(0)}

    await lookup.look_up(pair.brain.node, EnterpriseFamily.BASIC, key, "industry_graph", "person1")
    await lookup.look_up(pair.brain.node, EnterpriseFamily.BASIC, key, "industry_graph", "someone")

    assert pair.network.users == ["person1", None]


async def test_due_pulls_are_started_and_finished_ones_wait(pair: Pair) -> None:
    await pair.connected()
    pull_id = await new_pull(pair, "distribution", every=5)
    await pulling.run(pair.brain.node, pull_id)

    await pulling.start_due(pair.brain.node)
    waiting = await state(pair, pull_id)
    async with pair.brain.node.database.transaction() as session:
        await session.execute(text("UPDATE exchange_brain_pull SET due_at = now()"))
    await pulling.start_due(pair.brain.node)

    assert waiting.due_at == waiting.finished_at + timedelta(minutes=5)
    assert (await state(pair, pull_id)).due_at is None


async def test_pulls_are_made_and_removed_on_a_page(pair: Pair) -> None:
    operator = await pair.brain.person("exchange_client.pull", "exchange_client.see")
    wanted = {"kind": "chain", "title": "轮胎链", "scene": "industry_graph", "query": {"regions": ["370500"]}}

    made = await operator.post("/api/exchange-client/pulls", json=wanted)
    without_purpose = await operator.post("/api/exchange-client/pulls", json=wanted | {"scene": None})
    listed = (await operator.get("/api/exchange-client/pulls")).json()["items"]
    removed = await operator.delete(f"/api/exchange-client/pulls/{made.json()['id']}")

    assert made.json()["query"] == {
        "industries": [],
        "regions": ["370500"],
        "keywords": [],
        "families": ["basic", "patents", "trademarks", "investments", "honours"],
    }
    assert without_purpose.json()["fields"] == [{"loc": "/body/scene", "message": "请选择用途场景"}]
    assert [each["title"] for each in listed] == ["轮胎链"]
    assert removed.status_code == 204
    assert (await operator.get("/api/exchange-client/pulls")).json()["items"] == []
