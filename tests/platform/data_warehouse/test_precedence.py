"""What several providers say of one record: kept, weighed, decided anew, through HTTP by whom."""

import random
from collections import defaultdict
from datetime import date, timedelta
from typing import Any

import httpx
import pytest
from sqlalchemy import text

from brain.kit.clock import now
from brain.kit.db import Database
from brain.platform.data_warehouse import jobs, service
from brain.platform.data_warehouse.contract import Enterprise, Fact, Family, Source
from brain.platform.data_warehouse.contract.precedence import Authority, Standing
from brain.platform.data_warehouse.domain.precedence import Claim, EditionState, Ranked, Ranking, standings
from brain.platform.data_warehouse.queries import rankings
from brain.platform.data_warehouse.service import precedence
from brain.platform.security.models import EntryRow
from tests.conftest import RunningNode

CODE = "91370523EXAMP0001W"
PATH = "/api/data-warehouse/precedences"
REGISTER, PLATFORM, THIRD = "市场监督管理局", "企业自报平台", "数据公司"
AUTHORITIES = {
    REGISTER: Authority.PUBLIC,
    PLATFORM: Authority.ENTERPRISE,
    THIRD: Authority.THIRD_PARTY,
}


def day(year: int, month: int = 1) -> date:
    return date(year, month, 1)


async def say(database: Database, provider: str, as_of: date, *rows: Enterprise) -> int:
    async with database.transaction() as session:
        await precedence.know_provider(session, provider, AUTHORITIES[provider])
        source = Source(provider=provider, title="登记", as_of=as_of)
        return (await service.upsert_enterprises(session, rows, source)).changed


def enterprise(name: str = "山东甲子轮胎有限公司", **told: Any) -> Enterprise:
    return Enterprise(credit_code=CODE, name=name, **told)


async def held(database: Database) -> Enterprise:
    async with database.transaction() as session:
        found = await service.get_by_code(session, CODE, personal=True)
    assert found is not None
    return found


async def standing_of(database: Database, attribute: str) -> dict[str, tuple[Any, Standing]]:
    async with database.transaction() as session:
        found = await precedence.statements(session, CODE, personal=False)
    return {
        each.source.provider: (each.value, each.standing) for each in found if each.attribute == attribute
    }


async def statements_kept(database: Database) -> list[str]:
    async with database.transaction() as session:
        return list(
            await session.scalars(text("SELECT s::text FROM data_warehouse_statement AS s ORDER BY 1"))
        )


async def test_a_later_word_of_lower_rank_is_kept_and_overrules_nothing(database: Database) -> None:
    await say(database, REGISTER, day(2024), enterprise(address="登记住所"))

    changed = await say(database, PLATFORM, day(2024, 6), enterprise(address="自报地址", scale="中型"))

    assert changed == 1
    assert ((await held(database)).address, (await held(database)).scale) == ("登记住所", "中型")
    assert await standing_of(database, "address") == {
        REGISTER: ("登记住所", Standing.HOLDS),
        PLATFORM: ("自报地址", Standing.OUTRANKED),
    }


async def test_an_earlier_word_of_higher_rank_holds_unless_it_is_too_old(database: Database) -> None:
    await say(database, PLATFORM, day(2024, 6), enterprise(address="自报地址", scale="中型"))

    assert await say(database, REGISTER, day(2022), enterprise(address="旧登记", scale="中型")) == 0
    assert (await held(database)).address == "自报地址"
    assert (await standing_of(database, "address"))[REGISTER] == ("旧登记", Standing.STALE)

    assert await say(database, REGISTER, day(2024), enterprise(address="登记住所")) == 1
    assert (await held(database)).address == "登记住所"


async def test_when_the_highest_grows_old_the_second_best_holds_though_another_came(
    database: Database,
) -> None:
    await say(database, REGISTER, day(2023), enterprise(address="登记住所"))
    await say(database, PLATFORM, day(2023, 12), enterprise(address="自报地址"))
    assert (await held(database)).address == "登记住所"

    await say(database, THIRD, day(2024, 6), enterprise(address="网上地址"))

    assert (await held(database)).address == "自报地址"
    async with database.transaction() as session:
        told: list[Fact] = (await service.history(session, CODE))[Family.BASIC]
    current = [fact for fact in told if fact.attribute == "address" and fact.valid_to is None]
    assert [(fact.value, fact.source.provider) for fact in current] == [("自报地址", PLATFORM)]


async def test_a_record_of_one_provider_keeps_no_statements(database: Database) -> None:
    await say(database, REGISTER, day(2023), enterprise(address="一"))
    await say(database, REGISTER, day(2024), enterprise(address="二"))

    assert await statements_kept(database) == []


async def test_the_same_again_keeps_nothing_anew(database: Database) -> None:
    said = enterprise(address="自报地址", scale="中型")
    await say(database, REGISTER, day(2024), enterprise(address="登记住所"))
    await say(database, PLATFORM, day(2024), said)
    before = await statements_kept(database)

    assert await say(database, PLATFORM, day(2024), said) == 0

    assert await statements_kept(database) == before
    assert len(before) == 2


async def test_what_a_provider_left_out_last_time_is_still_its_word_of_then(database: Database) -> None:
    await say(database, PLATFORM, day(2024), enterprise(address="自报地址", scale="中型"))
    await say(database, REGISTER, day(2023, 6), enterprise(scale="小型"))
    await say(database, PLATFORM, day(2024, 6), enterprise(scale="大型"))

    assert (await held(database)).scale == "大型"  # a year after the register's word
    async with database.transaction() as session:
        told = await precedence.statements(session, CODE, personal=False)
    mine = {each.attribute: each.source.as_of for each in told if each.source.provider == PLATFORM}
    assert (mine["address"], mine["scale"]) == (day(2024), day(2024, 6))


async def test_an_outranked_name_is_no_former_name_and_an_earlier_one_is(database: Database) -> None:
    await say(database, REGISTER, day(2024), enterprise("山东甲子轮胎有限公司"))
    await say(database, PLATFORM, day(2024, 6), enterprise("甲子轮胎"))
    assert ((await held(database)).name, (await held(database)).former_names) == (
        "山东甲子轮胎有限公司",
        None,
    )

    await say(database, PLATFORM, day(2023), enterprise("广饶轮胎厂"))
    assert (await held(database)).former_names == ["广饶轮胎厂"]

    await say(database, REGISTER, day(2024, 8), enterprise("山东乙丑轮胎有限公司"))
    assert (await held(database)).former_names == ["广饶轮胎厂", "山东甲子轮胎有限公司"]
    async with database.transaction() as session:
        assert (await service.get_by_name(session, "山东乙丑轮胎有限责任公司")).how == "normalised"


@pytest.mark.parametrize("freshness_days", [None, 0, 400])
async def test_what_the_warehouse_reads_is_what_the_rule_says_in_every_order(
    database: Database, freshness_days: int | None
) -> None:
    chance = random.Random(freshness_days)
    codes = [f"91370523{number:09d}X" for number in range(30)]
    ranking = Ranking(
        entries=tuple(Ranked("provider", provider) for provider in (PLATFORM, REGISTER)),
        freshness_days=freshness_days,
    )
    async with database.transaction() as session:
        await rankings.add(session, Family.BASIC, ranking, "试", "某人")
        (waiting,) = await rankings.waiting(session)
        await rankings.decide(session, waiting.id, EditionState.CONFIRMED, "试", "另一人")

    newest: dict[tuple[str, str], dict[str, Claim]] = defaultdict(dict)
    for _ in range(40):
        provider, as_of = chance.choice(list(AUTHORITIES)), day(2020) + timedelta(chance.randrange(1500))
        rows = [
            Enterprise(
                credit_code=code,
                name="某",
                scale=chance.choice(["大", "中", "小"]),
                address=chance.choice([None, "甲", "乙"]),
            )
            for code in chance.sample(codes, 15)
        ]
        await say(database, provider, as_of, *rows)
        for row in rows:
            for attribute in ("scale", "address"):
                value, before = getattr(row, attribute), newest[row.credit_code, attribute].get(provider)
                if value is not None and (before is None or before.as_of <= as_of):
                    newest[row.credit_code, attribute][provider] = Claim(
                        provider=provider,
                        rank=ranking.rank(provider, AUTHORITIES[provider]),
                        value=value,
                        as_of=as_of,
                        received_at=now(),
                    )

    async with database.transaction() as session:
        found = await service.get_many(session, codes)
    expected = {
        place: next(
            claims[provider].value
            for provider, standing in standings(list(claims.values()), freshness_days).items()
            if standing is Standing.HOLDS
        )
        for place, claims in newest.items()
        if claims
    }
    assert {place: getattr(found[place[0]], place[1]) for place in expected} == expected


# Through HTTP and the job


def wanted(*entries: tuple[str, str], freshness_days: int | None = 365) -> dict[str, Any]:
    ranked = [{"kind": kind, "name": name} for kind, name in entries]
    return {"entries": ranked, "freshnessDays": freshness_days, "reason": "自报更准"}


PLATFORM_FIRST = wanted(("provider", PLATFORM), ("authority", "public"))


@pytest.fixture
async def disputed(centre: RunningNode) -> RunningNode:
    """Two records on which the register and the platform differ, the platform being outranked."""
    both = ["91370523EXAMP0001W", "91370523EXAMP00020"]
    for provider, year, address in ((REGISTER, 2023, "登记住所"), (PLATFORM, 2024, "自报地址")):
        rows = [Enterprise(credit_code=code, name=f"企业{code[-1]}", address=address) for code in both]
        await say(centre.node.database, provider, day(year), *rows)
    return centre


async def reviewer_of(node: RunningNode) -> httpx.AsyncClient:
    return await node.person("data_warehouse.read", "data_warehouse.decide_precedence")


async def operator_of(node: RunningNode) -> httpx.AsyncClient:
    return await node.person("data_warehouse.read", "data_warehouse.propose_precedence")


async def test_a_ranking_is_confirmed_by_another_and_applied_record_by_record(
    disputed: RunningNode, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(precedence, "BATCH", 1)
    database = disputed.node.database
    operator, reviewer = await operator_of(disputed), await reviewer_of(disputed)
    both = await disputed.person("data_warehouse.propose_precedence", "data_warehouse.decide_precedence")
    counted = (await operator.post(f"{PATH}/basic/effect", json=PLATFORM_FIRST)).json()
    assert counted == {"contested": 2, "records": 2, "values": 2}

    proposed = (await both.post(f"{PATH}/basic/editions", json=PLATFORM_FIRST)).json()
    url = f"{PATH}/editions/{proposed['id']}/confirmation"
    own = await both.post(url, json={"reason": "已核对", "expected": 2})
    stale = await reviewer.post(url, json={"reason": "已核对", "expected": 1})
    assert [own.status_code, stale.status_code] == [409, 409]
    assert (await held(database)).address == "登记住所"
    done = await reviewer.post(url, json={"reason": "已核对", "expected": 2})
    again = await reviewer.post(url, json={"reason": "已核对", "expected": 2})
    assert [done.status_code, again.status_code] == [204, 409]

    async with database.transaction() as session:
        before = len(await service.changed_since(session, 0, 100))
        assert await precedence.recompute_next(session, Family.BASIC)  # then the process is killed
    await jobs.recompute(disputed.node, {"family": "basic"})
    await jobs.recompute(disputed.node, {"family": "basic"})

    (basic,) = [each for each in (await reviewer.get(PATH)).json()["families"] if each["family"] == "basic"]
    assert (basic["isDefault"], basic["proposed"]) == (False, None)
    assert (basic["recomputation"]["seen"], basic["recomputation"]["changed"]) == (2, 2)
    assert basic["recomputation"]["finishedAt"] is not None
    assert (await held(database)).address == "自报地址"
    async with database.transaction() as session:
        changes = await service.changed_since(session, 0, 100)
        acts = list(await session.scalars(EntryRow.__table__.select().with_only_columns(EntryRow.action)))
    assert len(changes) == before
    assert len({change.revision for change in changes}) == len(changes)
    assert [act for act in acts if act.endswith("_precedence")] == [
        "data_warehouse.propose_precedence",
        "data_warehouse.confirm_precedence",
    ]
    (edition,) = (await reviewer.get(f"{PATH}/basic/editions")).json()["items"]
    assert (edition["state"], edition["decidedFor"]) == ("confirmed", "已核对")


async def test_a_refused_ranking_changes_nothing_and_frees_the_place(disputed: RunningNode) -> None:
    operator, reviewer = await operator_of(disputed), await reviewer_of(disputed)
    first = (await operator.post(f"{PATH}/basic/editions", json=PLATFORM_FIRST)).json()

    second = await operator.post(f"{PATH}/basic/editions", json=wanted(("authority", "centre")))
    refused = await reviewer.post(f"{PATH}/editions/{first['id']}/refusal", json={"reason": "不妥"})

    assert [second.status_code, refused.status_code] == [409, 204]
    assert (await operator.post(f"{PATH}/basic/editions", json=PLATFORM_FIRST)).status_code == 201
    assert (await held(disputed.node.database)).address == "登记住所"


@pytest.mark.parametrize(
    "body",
    [
        wanted(("authority", "gossip")),
        wanted(("provider", PLATFORM), ("provider", PLATFORM)),
        wanted(("authority", "public"), freshness_days=-1),
        {**PLATFORM_FIRST, "reason": " "},
    ],
)
async def test_a_ranking_against_the_rules_is_refused(centre: RunningNode, body: dict[str, Any]) -> None:
    operator = await operator_of(centre)

    answer = await operator.post(f"{PATH}/basic/editions", json=body)

    assert answer.status_code == 422
    assert (await operator.get(f"{PATH}/basic/editions")).json()["items"] == []


async def test_only_who_may_proposes_and_decides(centre: RunningNode) -> None:
    operator, reader = await operator_of(centre), await centre.person("data_warehouse.read")
    nobody = await centre.person()
    proposed = (await operator.post(f"{PATH}/basic/editions", json=PLATFORM_FIRST)).json()
    decision = f"{PATH}/editions/{proposed['id']}"

    refused = [
        await nobody.get(PATH),
        await nobody.get(f"{PATH}/basic/editions"),
        await nobody.post(f"{PATH}/basic/effect", json=PLATFORM_FIRST),
        await reader.post(f"{PATH}/patent/editions", json=PLATFORM_FIRST),
        await operator.post(f"{decision}/confirmation", json={"reason": "好", "expected": 0}),
        await operator.post(f"{decision}/refusal", json={"reason": "不"}),
    ]

    assert [answer.status_code for answer in refused] == [403] * 6
    assert (
        await (await reviewer_of(centre)).post(f"{PATH}/editions/99/refusal", json={"reason": "不"})
    ).status_code == 404


async def test_a_provider_of_another_kind_than_before_is_weighed_anew(disputed: RunningNode) -> None:
    database = disputed.node.database
    async with database.transaction() as session:
        await precedence.know_provider(session, REGISTER, Authority.THIRD_PARTY)
        await precedence.know_provider(session, PLATFORM, Authority.CENTRE)  # registered here: it stays

    await jobs.recompute(disputed.node, {"family": "basic"})

    assert (await held(database)).address == "自报地址"
    async with database.transaction() as session:
        assert (await precedence.providers(session))[PLATFORM] is Authority.ENTERPRISE
