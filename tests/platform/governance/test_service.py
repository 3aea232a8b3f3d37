"""Whom a name means, by the real index."""

from datetime import date

import pytest

from brain.kit.db import Database, raw
from brain.platform.data_warehouse.contract import Enterprise
from brain.platform.governance import jobs, queries, service
from brain.platform.governance.contract import NameMatch, Part, Verdict
from brain.platform.governance.service import industry_coding
from tests.conftest import RunningNode
from tests.platform.governance.conftest import (
    ENTERPRISES,
    JINYU,
    LINGLONG,
    WANDA_DONGYING,
    WANDA_QINGDAO,
    XINGYUAN,
    follow,
    merge,
)


async def match(database: Database, name: str, region: str | None = None, limit: int = 5) -> NameMatch:
    async with database.transaction() as session:
        return await service.match(session, name, region, limit)


@pytest.mark.parametrize(
    ("written", "how", "credit_code"),
    [
        ("山东玲珑轮胎股份有限公司", "exact", LINGLONG),
        ("山东（金宇）轮胎有限责任公司", "normalised", JINYU),
        ("招远轮胎厂", "former", LINGLONG),
        ("玲珑轮胎", "fuzzy", LINGLONG),
        ("山东玲龙轮胎股份有限公司", "fuzzy", LINGLONG),
        ("广饶兴源轮胎", "fuzzy", XINGYUAN),
        ("招远轮胎", "fuzzy", LINGLONG),
    ],
)
async def test_a_name_finds_its_enterprise(
    indexed: Database, written: str, how: str, credit_code: str
) -> None:
    found = await match(indexed, written)

    assert (found.how, found.candidates[0].credit_code, found.ambiguous) == (how, credit_code, False)


async def test_only_a_name_that_is_borne_is_certain(indexed: Database) -> None:
    borne, near = await match(indexed, "招远轮胎厂"), await match(indexed, "玲珑轮胎")

    assert borne.certain is borne.candidates[0]
    assert near.certain is None


async def test_a_former_name_leads_to_the_present_one(indexed: Database) -> None:
    same, near = await match(indexed, "招远轮胎厂"), await match(indexed, "招远轮胎")

    assert [(found.candidates[0].name, found.candidates[0].matched_name) for found in (same, near)] == [
        ("山东玲珑轮胎股份有限公司", "招远轮胎厂")
    ] * 2


async def test_candidates_come_best_first(indexed: Database) -> None:
    found = await match(indexed, "山东轮胎股份有限公司")
    scores = [candidate.score for candidate in found.candidates]

    assert [candidate.credit_code for candidate in found.candidates[:2]] == [LINGLONG, JINYU]
    assert scores == sorted(scores, reverse=True)


async def test_a_candidate_says_which_parts_agree(indexed: Database) -> None:
    found = await match(indexed, "山东玲龙轮胎")

    assert {part.part: part.verdict for part in found.candidates[0].parts} == {
        Part.REGION: Verdict.SAME,
        Part.TRADE_NAME: Verdict.SIMILAR,
        Part.BUSINESS: Verdict.SAME,
        Part.FORM: Verdict.LEFT_OUT,
    }


@pytest.mark.parametrize("name", ["万达商贸有限公司", "万达商贸"])
async def test_namesakes_are_ambiguous_until_the_region_is_told(indexed: Database, name: str) -> None:
    unsure, told = await match(indexed, name), await match(indexed, name, region="370200")

    assert unsure.ambiguous
    assert unsure.certain is None
    assert {candidate.credit_code for candidate in unsure.candidates} == {WANDA_DONGYING, WANDA_QINGDAO}
    assert (told.ambiguous, told.candidates[0].credit_code) == (False, WANDA_QINGDAO)


async def test_no_more_candidates_than_wanted(indexed: Database) -> None:
    assert len((await match(indexed, "山东轮胎", limit=1)).candidates) == 1


@pytest.mark.parametrize("name", ["青岛啤酒", "轮", "（）"])
async def test_a_name_like_no_other_finds_nothing(indexed: Database, name: str) -> None:
    assert await match(indexed, name) == NameMatch(how=None, candidates=(), ambiguous=False)


async def test_an_empty_index_finds_nothing(database: Database) -> None:
    assert await match(database, "玲珑轮胎") == NameMatch(how=None, candidates=(), ambiguous=False)


async def test_a_renamed_enterprise_is_found_by_both_names_and_no_longer_by_neither(
    indexed: Database,
) -> None:
    renamed = Enterprise(
        credit_code=JINYU, name="山东金宇实业股份有限公司", former_names=["山东金宇轮胎有限公司"]
    )
    await merge(indexed, [renamed], as_of=date(2024, 6, 1))
    await follow(indexed)

    new, old = await match(indexed, "金宇实业"), await match(indexed, "金宇轮胎")

    assert [found.candidates[0].credit_code for found in (new, old)] == [JINYU, JINYU]
    assert old.candidates[0].name == "山东金宇实业股份有限公司"


async def test_following_twice_changes_nothing(indexed: Database) -> None:
    async with indexed.transaction() as session:
        before = await queries.lock_index(session)

    await follow(indexed)

    async with indexed.transaction() as session:
        revision, counted = await queries.lock_index(session)
    assert revision == before[0]
    assert counted.names == len(ENTERPRISES) + 1
    assert (counted.counts == before[1].counts).all()


async def test_an_index_transaction_that_falls_leaves_no_trace(indexed: Database) -> None:
    await merge(indexed, [Enterprise(credit_code="91370700MA3C4XQC7D", name="寿光巨龙蔬菜有限公司")])

    async def fall() -> None:
        async with indexed.transaction() as session:
            await service.index_next(session)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        await fall()

    assert (await match(indexed, "巨龙蔬菜")).candidates == ()


async def test_records_that_change_call_the_jobs_that_follow_them(centre: RunningNode) -> None:
    database = centre.node.database
    await merge(database, ENTERPRISES)
    async with database.transaction() as session:
        waiting = await (await raw(session)).execute("SELECT name, key FROM queue_job")
        assert set(await waiting.fetchall()) == {
            (service.INDEX_NAMES, "follow"),
            (industry_coding.CODE, "follow"),
        }

    await jobs.index_names(centre.node, {})

    assert (await match(database, "玲珑轮胎")).candidates[0].credit_code == LINGLONG
