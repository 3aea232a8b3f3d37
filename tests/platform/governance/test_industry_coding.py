"""Industry codes of enterprises in the warehouse: learnt, proposed, decided, over HTTP too."""

from datetime import date

import pytest
from sqlalchemy import select

from brain.kit.db import Database
from brain.kit.errors import Invalid
from brain.platform.data_warehouse import service as data_warehouse
from brain.platform.data_warehouse.contract import Enterprise, Source
from brain.platform.governance import jobs
from brain.platform.governance.models import IndustryCoderRow
from brain.platform.governance.service import industry_coding
from brain.platform.security.models import EntryRow
from tests.conftest import RunningNode
from tests.platform.governance.algorithm.industry_coding.conftest import TITLES
from tests.platform.governance.conftest import LINGLONG, WANDA_DONGYING, XINGYUAN, merge

PATH = "/api/governance/industry-codings"
ENTERPRISES_AS_OF, LATER = date(2024, 1, 1), date(2024, 2, 1)
OFFICIAL, VAGUE = XINGYUAN, WANDA_DONGYING
TABLE = [
    {
        "code": code,
        "name": title,
        "level": str(code.level),
        "parent": code.parent or "",
        "section": code[0],
        "remark": "",
    }
    for code, title in TITLES.items()
]
ENTERPRISES = [
    Enterprise(credit_code=LINGLONG, name="山东玲珑轮胎股份有限公司", business_scope="轮胎制造、销售"),
    Enterprise(credit_code=VAGUE, name="万达公司", business_scope="猪饲料；橡胶；五金；机电"),
    Enterprise(
        credit_code=OFFICIAL, name="兴源轮胎集团有限公司", business_scope="轮胎制造", industry_code="C2911"
    ),
]


async def stock(database: Database) -> None:
    async with database.transaction() as session:
        source = Source(provider="test", title="GB/T 4754", as_of=ENTERPRISES_AS_OF)
        await data_warehouse.replace_industries(session, TABLE, source)
    await merge(database, ENTERPRISES)


@pytest.fixture
async def coded(centre: RunningNode) -> RunningNode:
    await stock(centre.node.database)
    await jobs.train_industry_coder(centre.node, {})
    await jobs.code_industries(centre.node, {})
    return centre


async def test_what_has_no_official_class_is_proposed_with_evidence(coded: RunningNode) -> None:
    client = await coded.person("data_warehouse.read")

    everything = (await client.get(PATH, params={"state": "all"})).json()
    (unsure,) = (await client.get(PATH)).json()["items"]
    found = (await client.get(f"{PATH}/{LINGLONG}")).json()

    assert {one["creditCode"] for one in everything["items"]} == {LINGLONG, VAGUE}
    assert unsure["creditCode"] == VAGUE
    assert (found["code"], found["name"], found["level"]) == ("C2911", "轮胎制造", 4)
    assert found["candidates"][0]["code"] == "C2911"
    assert found["evidence"][0]["text"] == "轮胎"
    assert found["correction"] is None
    assert (await client.get(f"{PATH}/{OFFICIAL}")).status_code == 404


async def test_coding_again_changes_nothing_and_follows_only_what_changed(coded: RunningNode) -> None:
    database = coded.node.database
    async with database.transaction() as session:
        before = await industry_coding.page(session, "all", None, offset=0, limit=10)
        assert not await industry_coding.code_next(session)
    changed = Enterprise(credit_code=VAGUE, name="万达公司", business_scope="生猪养殖", industry_code="A0313")
    await merge(database, [changed], as_of=LATER)

    await jobs.code_industries(coded.node, {})

    async with database.transaction() as session:
        after = await industry_coding.page(session, "all", None, offset=0, limit=10)
    assert [one.credit_code for one in after[0]] == [LINGLONG]
    assert after[0][0] in before[0]


async def test_a_decision_is_kept_audited_and_learnt(coded: RunningNode) -> None:
    operator = await coded.person("data_warehouse.read", "governance.correct_industry")

    answer = await operator.put(f"{PATH}/{VAGUE}/correction", json={"code": "5174", "note": "实地核对"})
    await jobs.train_industry_coder(coded.node, {})
    await jobs.code_industries(coded.node, {})

    assert answer.status_code == 200
    decided = (await operator.get(f"{PATH}/{VAGUE}")).json()
    assert (decided["correction"]["code"], decided["correction"]["note"]) == ("F5174", "实地核对")
    assert decided["candidates"][0]["code"] == "F5174"
    assert (await operator.get(PATH)).json()["total"] == 0
    corrected = (await operator.get(PATH, params={"state": "corrected", "industry": "F"})).json()
    assert [one["creditCode"] for one in corrected["items"]] == [VAGUE]
    async with coded.node.database.transaction() as session:
        coder = await session.get_one(IndustryCoderRow, 1)
        acts = (await session.scalars(select(EntryRow.action))).all()
    assert (coder.edition, coder.enterprises, coder.labelled) == (2, 3, 2)
    assert acts.count("governance.correct_industry") == 1


@pytest.mark.parametrize("code", ["X99", "C2999", "2911轮"])
async def test_a_code_that_the_table_does_not_have_is_refused(coded: RunningNode, code: str) -> None:
    operator = await coded.person("data_warehouse.read", "governance.correct_industry")

    refused = await operator.put(f"{PATH}/{VAGUE}/correction", json={"code": code})

    assert refused.status_code == Invalid.status
    assert (await operator.get(f"{PATH}/{VAGUE}")).json()["correction"] is None


@pytest.mark.parametrize("params", [{"state": "wrong"}, {"industry": "29"}, {"page": 0}])
async def test_a_question_out_of_shape_is_refused(coded: RunningNode, params: dict[str, str | int]) -> None:
    client = await coded.person("data_warehouse.read")

    assert (await client.get(PATH, params=params)).status_code == 422


async def test_without_the_right_nobody_sees_or_decides(coded: RunningNode) -> None:
    reader, stranger = await coded.person("data_warehouse.read"), await coded.person("portal.other")

    assert (await reader.put(f"{PATH}/{VAGUE}/correction", json={"code": "C2911"})).status_code == 403
    assert (await stranger.get(PATH)).status_code == 403
    assert (await stranger.get(f"{PATH}/{VAGUE}")).status_code == 403
    assert (await reader.get(f"{PATH}/{VAGUE}")).json()["correction"] is None


async def test_before_the_standard_is_imported_nothing_is_learnt(centre: RunningNode) -> None:
    await merge(centre.node.database, ENTERPRISES)

    await jobs.train_industry_coder(centre.node, {})
    await jobs.code_industries(centre.node, {})

    async with centre.node.database.transaction() as session:
        assert await session.get(IndustryCoderRow, 1) is None
        assert await industry_coding.page(session, "all", None, offset=0, limit=10) == ([], 0)
