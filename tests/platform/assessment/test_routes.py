"""Assessing over HTTP: import, answer, prove, submit, plan; what rules and rights refuse."""

import io
from datetime import timedelta
from typing import Any

import httpx
from openpyxl import load_workbook
from sqlalchemy import text

from brain.kit.clock import today
from brain.platform.assessment.service import planning
from brain.platform.security import service as security
from tests.conftest import RunningNode
from tests.platform.assessment.test_set_files import SMALL

URL = "/api/assessment"
SET = {"setCode": "sme_digital_level", "setVersion": "2024.0.1"}


async def owner(gateway: RunningNode) -> httpx.AsyncClient:
    return await gateway.person("assessment.see", "assessment.answer", "assessment.submit")


async def started(client: httpx.AsyncClient, **more: Any) -> str:
    made = await client.post(f"{URL}/assessments", json=SET | more)
    assert made.status_code == 201, made.text
    return f"{URL}/assessments/{made.json()['id']}"


def said(indicator: str, value: str | float | None, **more: str) -> dict[str, Any]:
    return {"answers": [{"indicator": indicator, "value": value, **more}]}


async def acts(gateway: RunningNode) -> list[str]:
    async with gateway.node.database.transaction() as session:
        found = await session.scalars(
            text("SELECT action FROM security_entry WHERE action LIKE 'assessment.%' ORDER BY position")
        )
        return list(found)


async def test_a_set_is_imported_once_and_other_content_needs_another_version(gateway: RunningNode) -> None:
    boss = await owner(gateway)

    first = await boss.post(f"{URL}/sets", content=SMALL)
    again = await boss.post(f"{URL}/sets", content=SMALL)
    other = await boss.post(f"{URL}/sets", content=SMALL.replace("自定", "另一个"))
    broken = await boss.post(f"{URL}/sets", content=SMALL.replace("weight = 60", "weight = 61"))
    listed = (await boss.get(f"{URL}/sets")).json()
    sheet = await boss.get(f"{URL}/sets/mine/1/workbook")

    assert [each.status_code for each in (first, again, other, broken)] == [201, 201, 409, 422]
    assert broken.json()["fields"] == [
        {"loc": "/dimensions/0/indicators", "message": "权重之和为 101，应为 100"}
    ]
    assert [each["code"] for each in listed].count("mine") == 1
    assert (await boss.post(f"{URL}/sets", content=sheet.content)).status_code == 201
    assert (await boss.get(f"{URL}/sets/mine/2")).status_code == 404
    assert await acts(gateway) == ["assessment.import_set"]


async def test_without_the_right_nothing_is_seen_answered_or_submitted(gateway: RunningNode) -> None:
    boss, viewer = await owner(gateway), await gateway.person("assessment.see")
    stranger = await gateway.person("shop_floor.see")
    worker = await gateway.person("assessment.see", "assessment.answer")
    one = await started(boss)
    proof = {"indicator": "oee", "kind": "text", "text": "报表"}
    item = {"action": "联网", "owner": "王工", "due": "2027-01-01"}

    refused = [
        await stranger.get(f"{URL}/sets"),
        await stranger.get(f"{URL}/facts"),
        await stranger.get(one),
        await stranger.get(f"{one}/workbook"),
        await stranger.get(f"{URL}/progress?setCode=mine"),
        await viewer.post(f"{URL}/assessments", json=SET),
        await viewer.put(f"{one}/answers", json=said("oee", 50)),
        await viewer.post(f"{one}/prefill"),
        await viewer.post(f"{one}/evidence", json=proof),
        await viewer.post(f"{one}/evidence/files?indicator=oee&name=a", content=b"x"),
        await viewer.delete(f"{one}/evidence/1"),
        await viewer.post(f"{one}/plan", json=item),
        await viewer.put(f"{one}/plan/1", json={"status": "done", "due": "2027-01-01", "owner": "王工"}),
        await viewer.delete(one),
        await worker.post(f"{one}/submission"),
        await worker.post(f"{URL}/sets", content=SMALL),
    ]

    assert [each.status_code for each in refused] == [403] * len(refused)
    assert (await boss.get(one)).json()["answers"] == []


async def test_facts_fill_in_and_otherwise_needs_a_reason(gateway: RunningNode) -> None:
    boss = await owner(gateway)
    one = await started(boss)
    await security.verify(gateway.node, by="test")

    first = (await boss.post(f"{one}/prefill")).json()
    again = (await boss.post(f"{one}/prefill")).json()
    facts = {each["indicator"]: each["fact"] for each in (await boss.get(one)).json()["answers"]}
    without = await boss.put(f"{one}/answers", json=said("separate_rights", "yes"))
    reason = {"reason": "由集团统一管理"}
    with_reason = await boss.put(f"{one}/answers", json=said("separate_rights", "yes", **reason))
    await boss.post(f"{one}/prefill")
    answers = {each["indicator"]: each for each in (await boss.get(one)).json()["answers"]}

    assert (first, again) == ({"filled": 2}, {"filled": 0})
    assert facts["separate_rights"]["value"] == "no"
    assert facts["verified_log"]["explanation"].startswith("最近一次校验审计日志的摘要链")
    assert (without.status_code, with_reason.status_code) == (422, 204)
    assert (answers["separate_rights"]["value"], answers["separate_rights"]["reason"]) == (
        "yes",
        "由集团统一管理",
    )
    assert answers["separate_rights"]["fact"]["value"] == "no"


async def test_evidence_is_kept_by_its_digest_and_told_once(gateway: RunningNode) -> None:
    boss = await owner(gateway)
    one = await started(boss)
    words = {"indicator": "oee", "kind": "text", "text": "十月报表"}

    first = (await boss.post(f"{one}/evidence", json=words)).json()
    again = (await boss.post(f"{one}/evidence", json=words)).json()
    file = (await boss.post(f"{one}/evidence/files?indicator=oee&name=报表.pdf", content=b"%PDF")).json()
    taken = await boss.get(f"{one}/evidence/{file['id']}/file")
    unknown = await boss.post(f"{one}/evidence", json=words | {"indicator": "nothing"})
    no_fact = await boss.post(f"{one}/evidence", json=words | {"kind": "fact", "text": "no.fact"})
    large = await boss.post(f"{one}/evidence/files?indicator=oee&name=a", content=bytes((20 << 20) + 1))
    removed = await boss.delete(f"{one}/evidence/{first['id']}")

    assert first == again
    assert (taken.content, file["size"], len(file["digest"])) == (b"%PDF", 4, 64)
    assert [each.status_code for each in (unknown, no_fact, large, removed)] == [422, 422, 413, 204]
    assert [each["text"] for each in (await boss.get(one)).json()["evidence"]] == ["报表.pdf"]

    next((gateway.node.folder / "assessment").rglob(file["digest"])).write_bytes(b"%PDX")
    assert (await boss.get(f"{one}/evidence/{file['id']}/file")).status_code == 422


async def test_what_is_submitted_never_changes_and_the_next_begins_from_it(gateway: RunningNode) -> None:
    boss = await owner(gateway)
    one = await started(boss)
    empty = await boss.post(f"{one}/submission")
    assert await started(boss) == one
    await boss.put(f"{one}/answers", json=said("connected_equipment", 80))
    await boss.put(f"{one}/answers", json=said("connected_equipment", 80))

    done = (await boss.post(f"{one}/submission")).json()
    again = (await boss.post(f"{one}/submission")).json()
    late = [
        await boss.put(f"{one}/answers", json=said("oee", 90)),
        await boss.post(f"{one}/prefill"),
        await boss.post(f"{one}/evidence", json={"indicator": "oee", "kind": "text", "text": "x"}),
        await boss.delete(one),
    ]
    two = await started(boss, copyOf=done["id"])
    await boss.put(f"{two}/answers", json=said("oee", 90))
    await boss.post(f"{two}/submission")
    progress = (await boss.get(f"{URL}/progress?setCode=sme_digital_level")).json()

    assert empty.status_code == 409
    assert (done["status"], done["total"], done["level"], again) == ("submitted", 6.0, None, done)
    assert [each.status_code for each in late] == [409] * 4
    assert [each["total"] for each in progress] == [6.0, 11.25]
    assert (await acts(gateway)).count("assessment.answer") == 2

    async with gateway.node.database.transaction() as session:
        await session.execute(
            text("UPDATE assessment_assessment SET result = replace(result, '6.0', '96.0') WHERE id = :id"),
            {"id": done["id"]},
        )
    assert (await boss.get(one)).status_code == 409


async def test_wrong_answers_are_refused_and_nothing_is_kept(gateway: RunningNode) -> None:
    boss = await owner(gateway)
    one = await started(boss)
    both = {
        "answers": [{"indicator": "oee", "value": 50}, {"indicator": "connected_equipment", "value": 101}]
    }

    refused = [
        await boss.put(f"{one}/answers", json=both),
        await boss.put(f"{one}/answers", json=said("product_design", "perfect")),
        await boss.put(f"{one}/answers", json=said("nothing", 1)),
        await boss.put(f"{one}/answers", json={"answers": []}),
        await boss.post(
            f"{URL}/assessments", json=SET | {"setCode": "morning_star_factory", "setVersion": "0"}
        ),
    ]

    assert [each.status_code for each in refused] == [422, 422, 422, 422, 409]
    assert (await boss.get(one)).json()["answers"] == []
    assert (await boss.delete(one)).status_code == 204
    assert (await boss.get(one)).status_code == 404


async def test_an_overdue_improvement_is_a_to_do_until_it_is_done(gateway: RunningNode) -> None:
    boss = await owner(gateway)
    one = await started(boss)
    item = {
        "indicator": "oee", "action": "给硫化机接入采集", "owner": "王工",
        "due": str(today() - timedelta(days=1)), "serviceKey": "peer_benchmark", "serviceTitle": "同行对标",
    }  # fmt: skip
    early = await boss.post(f"{one}/plan", json=item)
    await boss.put(f"{one}/answers", json=said("oee", 60))
    await boss.post(f"{one}/submission")

    planned = (await boss.post(f"{one}/plan", json=item)).json()
    again = (await boss.post(f"{one}/plan", json=item)).json()
    await planning.tell_overdue(gateway.node)
    await planning.tell_overdue(gateway.node)
    waiting = (await boss.get("/api/portal/todos")).json()
    change = {"status": "done", "due": item["due"], "owner": "王工"}
    done = (await boss.put(f"{one}/plan/{planned['id']}", json=change)).json()
    left = (await boss.get("/api/portal/todos")).json()
    book = load_workbook(io.BytesIO((await boss.get(f"{one}/workbook")).content))

    assert early.status_code == 409
    assert (planned["overdue"], planned["id"]) == (True, again["id"])
    assert [each["title"] for each in waiting["items"]] == ["改进措施已逾期：给硫化机接入采集"]
    assert (done["status"], done["overdue"]) == ("done", False)
    assert [each["doneAt"] is None for each in left["items"]] == [False]
    assert book.sheetnames == ["结果", "回答与证据", "差距", "改进计划"]
    assert book["改进计划"]["B2"].value == "给硫化机接入采集"
    assert (await boss.put(f"{one}/plan/999", json=change)).status_code == 404
