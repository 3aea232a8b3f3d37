"""Records of one enterprise: found, proposed, decided by another person, split; the golden record."""

from datetime import date
from typing import Any

import pytest
from sqlalchemy import select

from brain.platform.data_warehouse.contract import Enterprise
from brain.platform.governance import jobs
from brain.platform.security.models import EntryRow
from tests.conftest import RunningNode
from tests.platform.governance.conftest import JINYU, LINGLONG, follow, merge

PATH, GOLDEN = "/api/governance/identity-links", "/api/governance/golden-records"
# Places 9 to 17, the organisation code, are the same.
FIRST, SECOND = "913706006134188800", "91370600613418880Y"
RIGHTS = ("data_warehouse.read",)


def link(**changes: Any) -> dict[str, Any]:
    told = {"absorbed": JINYU, "survivor": LINGLONG, "kind": "reregistered", "since": "2020-01-01"}
    return told | {"reason": "重新登记"} | changes


@pytest.fixture
async def stocked(centre: RunningNode) -> RunningNode:
    enterprises = [
        Enterprise(credit_code=LINGLONG, name="山东玲珑轮胎股份有限公司", address="招远市金龙路777号"),
        Enterprise(credit_code=FIRST, name="招远轮胎厂", scale="中型"),
        Enterprise(credit_code=JINYU, name="山东金宇轮胎有限公司", legal_person_name="王某"),
    ]
    await merge(centre.node.database, enterprises)
    return centre


async def test_records_with_one_organisation_code_are_found_once(stocked: RunningNode) -> None:
    reviewer = await stocked.person(*RIGHTS, "governance.decide_merges", "portal.use")

    await jobs.find_twins(stocked.node, {})
    await jobs.find_twins(stocked.node, {})
    (found,) = (await reviewer.get(PATH, params={"state": "proposed"})).json()["items"]

    assert {found["absorbed"], found["survivor"]} == {FIRST, SECOND}
    assert {"field": "organisation_code", "verdict": "same"} in found["evidence"]
    assert "1 对企业可能是同一家" in str((await reviewer.get("/api/portal/todos")).json())

    await reviewer.post(f"{PATH}/{found['id']}/refusal", json={"reason": "不是同一家"})
    await jobs.find_twins(stocked.node, {})
    assert (await reviewer.get(PATH, params={"state": "proposed"})).json()["items"] == []


async def test_a_merge_is_confirmed_by_another_shown_and_split_with_its_history(stocked: RunningNode) -> None:
    both = await stocked.person(*RIGHTS, "governance.propose_merges", "governance.decide_merges")
    reviewer = await stocked.person(*RIGHTS, "governance.decide_merges")

    proposed = (await both.post(PATH, json=link())).json()
    url = f"{PATH}/{proposed['id']}"
    own = await both.post(f"{url}/confirmation", json={"reason": "已核对"})
    early = await reviewer.post(f"{url}/split", json={"reason": "弄错了"})
    done = await reviewer.post(f"{url}/confirmation", json={"reason": "已核对"})
    again = await reviewer.post(f"{url}/confirmation", json={"reason": "已核对"})
    absorbed = (await reviewer.get(f"{GOLDEN}/{JINYU}")).json()
    survivor = (await reviewer.get(f"{GOLDEN}/{LINGLONG}")).json()

    assert [own.status_code, early.status_code] == [409, 409]
    assert [done.status_code, again.status_code] == [204, 409]
    assert (absorbed["mergedInto"], survivor["mergedInto"]) == (LINGLONG, None)
    assert absorbed["attributes"] == survivor["attributes"]
    (name,) = [each for each in survivor["attributes"] if each["attribute"] == "name"]
    assert (name["value"], name["why"]) == ("山东玲珑轮胎股份有限公司", "survivor")
    assert [each["value"] for each in name["overruled"]] == ["山东金宇轮胎有限公司"]

    split = await reviewer.post(f"{url}/split", json={"reason": "实为两家"})
    after = (await reviewer.get(f"{GOLDEN}/{JINYU}")).json()
    assert (split.status_code, after["mergedInto"]) == (204, None)
    assert [(each["state"], each["decided"]["reason"]) for each in after["links"]] == [("split", "已核对")]
    assert after["links"][0]["split"]["reason"] == "实为两家"
    async with stocked.node.database.transaction() as session:
        acts = list(await session.scalars(select(EntryRow.action).order_by(EntryRow.position)))
    assert [act for act in acts if act.endswith("_merge")] == [
        "governance.propose_merge",
        "governance.confirm_merge",
        "governance.split_merge",
    ]


async def test_merges_are_one_step_deep_and_a_pair_waits_once(stocked: RunningNode) -> None:
    operator = await stocked.person(*RIGHTS, "governance.propose_merges")
    reviewer = await stocked.person(*RIGHTS, "governance.decide_merges")
    first = (await operator.post(PATH, json=link())).json()

    twice = await operator.post(PATH, json=link(absorbed=LINGLONG, survivor=JINYU))
    await reviewer.post(f"{PATH}/{first['id']}/confirmation", json={"reason": "已核对"})
    chained = await operator.post(PATH, json=link(absorbed=FIRST, survivor=JINYU))
    swallowed = await operator.post(PATH, json=link(absorbed=LINGLONG, survivor=FIRST))

    assert [each.status_code for each in (twice, chained, swallowed)] == [409, 409, 409]


async def test_the_golden_record_explains_what_the_warehouse_did(stocked: RunningNode) -> None:
    newer = Enterprise(credit_code=LINGLONG, name="山东玲珑轮胎股份有限公司", address="招远市新址1号")
    await merge(stocked.node.database, [newer], as_of=date(2025, 1, 1))
    reader = await stocked.person(*RIGHTS)

    found = (await reader.get(f"{GOLDEN}/{LINGLONG}")).json()

    (address,) = [each for each in found["attributes"] if each["attribute"] == "address"]
    assert (address["value"], address["why"], address["source"]["asOf"]) == (
        "招远市新址1号",
        "fresher",
        "2025-01-01",
    )
    assert [(each["value"], each["until"]) for each in address["overruled"]] == [
        ("招远市金龙路777号", "2025-01-01")
    ]


async def test_legal_persons_are_shown_by_right(stocked: RunningNode) -> None:
    reader = await stocked.person(*RIGHTS)
    trusted = await stocked.person(*RIGHTS, "data_warehouse.see_personal")

    hidden, shown = [await client.get(f"{GOLDEN}/{JINYU}") for client in (reader, trusted)]

    assert ("王某" in hidden.text, "王某" in shown.text) == (False, True)


async def test_merges_are_refused_by_rule_and_by_right(stocked: RunningNode) -> None:
    operator = await stocked.person(*RIGHTS, "governance.propose_merges")
    reader = await stocked.person(*RIGHTS)

    itself = await operator.post(PATH, json=link(absorbed=LINGLONG))
    unknown = await operator.post(PATH, json=link(absorbed="91370000MA0000000X"))
    wordless = await operator.post(PATH, json=link(reason=" "))
    missing = await operator.get(f"{PATH}/999")
    nobody = await operator.get(f"{GOLDEN}/91370000MA0000000X")
    barred = [
        await reader.post(PATH, json=link()),
        await reader.post(f"{PATH}/search"),
        *[
            await operator.post(f"{PATH}/1/{act}", json={"reason": "x"})
            for act in ("confirmation", "refusal", "split")
        ],
        await (await stocked.person("portal.use")).get(f"{GOLDEN}/{LINGLONG}"),
    ]

    assert [each.status_code for each in (itself, unknown, wordless)] == [422, 422, 422]
    assert [missing.status_code, nobody.status_code] == [404, 404]
    assert {each.status_code for each in barred} == {403}
    assert (await operator.post(f"{PATH}/search")).status_code == 202
    assert (await operator.get(PATH)).json()["total"] == 0


async def test_merges_are_looked_for_by_the_names_of_both_and_exported(stocked: RunningNode) -> None:
    proposer = await stocked.person(*RIGHTS, "governance.propose_merges")
    stranger = await stocked.person("portal.use")
    await follow(stocked.node.database)
    await proposer.post(PATH, json=link())

    found = [
        (await proposer.get(PATH, params={"q": words})).json()["total"]
        for words in ("金宇", "玲珑", JINYU[4:], "没有")
    ]
    exported = await proposer.get(f"{PATH}/export", params={"q": "金宇"})
    refused = await stranger.get(f"{PATH}/export")
    too_long = await proposer.get(PATH, params={"q": "名" * 101})

    assert found == [1, 1, 1, 0]
    assert "山东金宇轮胎有限公司" in exported.content.decode("utf-8-sig")
    assert len(exported.content.decode("utf-8-sig").splitlines()) == 2
    assert (refused.status_code, too_long.status_code) == (403, 422)
