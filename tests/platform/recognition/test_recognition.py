"""From a submitted assessment to a certificate, at three real nodes; what is refused on the way."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import httpx
import pytest
from sqlalchemy import select, update

from brain.kit.clock import today
from brain.platform.factory_link.brain.contract import FactoryLetter
from brain.platform.factory_link.gateway.contract import BrainLetter
from brain.platform.portal.models import NoticeRow
from brain.platform.recognition.brain.models import CaseRow
from brain.platform.recognition.brain.service import hearing
from brain.platform.recognition.centre.models import CertificateRow
from brain.platform.recognition.gateway.models import ApplicationRow
from brain.platform.recognition.gateway.service import applying
from brain.platform.recognition.protocol.certificates import read
from brain.platform.recognition.protocol.letters import APPLY
from tests.link_sides import CREDIT_CODE
from tests.platform.assessment.test_routes import started
from tests.three_sides import Three

OWN = "/api/recognition-applications"
CASES = "/api/recognition/cases"
CENTRE = "/api/recognition"
STATEMENT = "愿意接受现场核查"


async def owner_of(three: Three) -> httpx.AsyncClient:
    return await three.factory.person(
        "assessment.see", "assessment.answer", "assessment.submit",
        "recognition_application.see", "recognition_application.apply",
    )  # fmt: skip


async def assessed(owner: httpx.AsyncClient) -> int:
    """A submitted assessment of one answer."""
    place = await started(owner)
    asked = (await owner.get("/api/assessment/sets/sme_digital_level/2024.0.1")).json()
    indicator = next(
        each for each in asked["dimensions"][0]["indicators"] if each["kind"] in {"yes_no", "choice"}
    )
    value = "yes" if indicator["kind"] == "yes_no" else indicator["options"][0]["code"]
    said = {"answers": [{"indicator": indicator["code"], "value": value}]}
    assert (await owner.put(f"{place}/answers", json=said)).status_code < 300
    assert (await owner.post(f"{place}/submission")).status_code < 300
    return int(place.rpartition("/")[2])


async def applied(three: Three, owner: httpx.AsyncClient) -> str:
    made = await owner.post(OWN, json={"assessmentId": await assessed(owner), "statement": STATEMENT})
    assert made.status_code == 201, made.text
    await three.sides.corresponded()
    return str(made.json()["id"])


async def step(person: httpx.AsyncClient, case: str, name: str, **more: Any) -> httpx.Response:
    return await person.post(f"{CASES}/{case}/steps", json={"step": name, "words": f"办 {name}"} | more)


async def recommended(three: Three, case: str) -> None:
    analyst = await three.brain.person("recognition_review.see", "recognition_review.review")
    reviewer = await three.brain.person("recognition_review.see", "recognition_review.recommend")
    day = today().isoformat()
    for name, more in (
        ("accept", {}), ("review", {}), ("arrange_check", {"on": day}), ("record_check", {"on": day}),
    ):  # fmt: skip
        answer = await step(analyst, case, name, **more)
        assert answer.status_code == 200, answer.text
    assert (await step(reviewer, case, "recommend")).status_code == 200
    await three.up()


async def decided(three: Three, case: str, outcome: str = "recognised") -> httpx.Response:
    decider = await three.centre.person("recognition.see", "recognition.decide")
    answer = await decider.post(
        f"{CENTRE}/recommendations/{case}/decision", json={"outcome": outcome, "reason": "符合条件"}
    )
    await three.down()
    await three.sides.corresponded()
    return answer


async def test_a_factory_is_recognised_and_holds_a_signed_certificate(three: Three) -> None:
    owner = await owner_of(three)
    case = await applied(three, owner)
    await recommended(three, case)
    reader = await three.centre.person("recognition.see")
    found = (await reader.get(f"{CENTRE}/recommendations/{case}")).json()
    assert (found["state"], found["creditCode"], found["brain"]) == (
        "waiting", CREDIT_CODE, "轮胎橡胶产业大脑",
    )  # fmt: skip
    assert [each["step"] for each in found["steps"]] == [
        "submit", "accept", "review", "arrange_check", "record_check", "recommend",
    ]  # fmt: skip
    assert found["application"]["statement"] == STATEMENT

    assert (await decided(three, case)).status_code == 200

    own = (await owner.get(f"{OWN}/{case}")).json()
    assert (own["state"], own["number"]) == ("recognised", f"CX-{today().year}-00001")
    key = (await reader.get(f"{CENTRE}/certificate-key")).json()["x"]
    signed = read(own["certificate"]["jws"], key)
    assert (signed["creditCode"], signed["validUntil"]) == (CREDIT_CODE, own["validUntil"])
    at_brain = await three.brain.person("recognition_review.see")
    assert (await at_brain.get(f"{CASES}/{case}")).json()["state"] == "recognised"
    listed = (await reader.get(f"{CENTRE}/certificates?status=valid")).json()["items"]
    assert [(each["number"], each["status"]) for each in listed] == [(own["number"], "valid")]
    figures = (await reader.get(f"{CENTRE}/figures")).json()
    assert figures == {
        "waiting": 0,
        "brains": [{"brain": "轮胎橡胶产业大脑", "valid": 1, "due": 0, "expired": 0, "revoked": 0}],
    }


async def test_a_supplement_goes_there_and_back(three: Three) -> None:
    owner = await owner_of(three)
    case = await applied(three, owner)
    analyst = await three.brain.person("recognition_review.see", "recognition_review.review")
    assert (await owner.post(f"{OWN}/{case}/supplement", json={"words": "早了"})).status_code == 409
    await step(analyst, case, "ask_supplement")
    await three.sides.corresponded()
    assert (await owner.get(f"{OWN}/{case}")).json()["state"] == "supplementing"

    sent = await owner.post(f"{OWN}/{case}/supplement", json={"words": "能耗台账已补"})
    assert (sent.status_code, len(sent.json()["wishes"])) == (200, 1)
    assert (await owner.post(f"{OWN}/{case}/supplement", json={"words": "再补"})).status_code == 409
    await three.sides.corresponded()

    own = (await owner.get(f"{OWN}/{case}")).json()
    assert (own["state"], own["wishes"], own["steps"][-1]["words"]) == ("reviewing", [], "能耗台账已补")


async def test_what_the_centre_returns_is_worked_on_again(three: Three) -> None:
    owner = await owner_of(three)
    case = await applied(three, owner)
    await recommended(three, case)
    await decided(three, case, "returned")
    assert (await owner.get(f"{OWN}/{case}")).json()["state"] == "reviewing"
    analyst = await three.brain.person("recognition_review.see", "recognition_review.review")
    reviewer = await three.brain.person("recognition_review.see", "recognition_review.recommend")
    day = today().isoformat()
    await step(analyst, case, "review")
    await step(analyst, case, "arrange_check", on=day)
    await step(analyst, case, "record_check", on=day)
    assert (await step(reviewer, case, "recommend")).status_code == 200
    await three.up()

    assert (await decided(three, case, "refused")).status_code == 200

    assert (await owner.get(f"{OWN}/{case}")).json()["state"] == "refused"
    assert (await decided(three, case)).status_code == 409, "decided once"


async def test_an_application_is_withdrawn_at_the_brain_and_at_the_centre(three: Three) -> None:
    owner = await owner_of(three)
    first = await applied(three, owner)
    await owner.post(f"{OWN}/{first}/withdrawal", json={"words": "再准备"})
    await three.sides.corresponded()
    assert (await owner.get(f"{OWN}/{first}")).json()["state"] == "withdrawn"

    second = await applied(three, owner)
    await recommended(three, second)
    await three.sides.corresponded()
    await owner.post(f"{OWN}/{second}/withdrawal", json={"words": "厂房要搬"})
    await three.sides.corresponded()
    await three.up()
    assert (await decided(three, second)).status_code == 409, "the factory was faster"

    assert (await owner.get(f"{OWN}/{second}")).json()["state"] == "withdrawn"


async def test_a_withdrawal_that_comes_too_late_changes_nothing(three: Three) -> None:
    owner = await owner_of(three)
    case = await applied(three, owner)
    await recommended(three, case)
    await three.sides.corresponded()
    await owner.post(f"{OWN}/{case}/withdrawal", json={"words": "不要了"})
    await decided(three, case)
    await three.up()

    own = (await owner.get(f"{OWN}/{case}")).json()
    assert (own["state"], own["wishes"]) == ("recognised", [])


async def test_the_yearly_recheck_renews_the_certificate(three: Three) -> None:
    owner = await owner_of(three)
    first = await applied(three, owner)
    await recommended(three, first)
    await decided(three, first)
    soon = today() + timedelta(days=30)
    async with three.centre.node.database.transaction() as session:
        await session.execute(update(CertificateRow).values(valid_until=soon))
    async with three.factory.node.database.transaction() as session:
        await session.execute(update(ApplicationRow).values(valid_until=soon))
    for _ in range(2):
        await applying.remind(three.factory.node)
    async with three.factory.node.database.transaction() as session:
        titles = (await session.scalars(select(NoticeRow.title))).all()
    assert [each for each in titles if "年度复核" in each] == [f"晨星工厂证书 {soon} 到期，请做年度复核"]

    second = await applied(three, owner)
    await recommended(three, second)
    await decided(three, second)

    own = (await owner.get(f"{OWN}/{second}")).json()
    assert (own["recheckOf"], own["number"]) == (f"CX-{today().year}-00001",) * 2
    assert own["validUntil"] == soon.replace(year=soon.year + 1).isoformat()


async def test_a_revocation_reaches_the_factory(three: Three) -> None:
    owner = await owner_of(three)
    case = await applied(three, owner)
    await recommended(three, case)
    await decided(three, case)
    number = (await owner.get(f"{OWN}/{case}")).json()["number"]
    decider = await three.centre.person("recognition.see", "recognition.decide")
    place = f"{CENTRE}/certificates/{number}/revocation"

    assert (await decider.post(place, json={"reason": "复核发现数据不实"})).status_code == 200
    assert (await decider.post(place, json={"reason": "再来"})).status_code == 409
    await three.down()
    await three.sides.corresponded()

    assert (await owner.get(f"{OWN}/{case}")).json()["state"] == "revoked"


async def test_one_application_at_a_time_and_only_of_what_was_submitted(three: Three) -> None:
    owner = await owner_of(three)
    draft = int((await started(owner)).rpartition("/")[2])
    wanted = {"assessmentId": draft, "statement": STATEMENT}
    assert (await owner.post(OWN, json=wanted)).status_code == 409
    assert (await owner.post(OWN, json=wanted | {"assessmentId": 999})).status_code == 404
    assert (await owner.post(OWN, json=wanted | {"statement": " "})).status_code == 422
    await applied(three, owner)
    assert (await owner.post(OWN, json=wanted)).status_code == 409


async def test_the_brain_holds_one_open_application_of_a_factory(three: Three) -> None:
    owner = await owner_of(three)
    await applied(three, owner)
    async with three.brain.node.database.transaction() as session:
        row = (await session.scalars(select(CaseRow))).one()
        body = {
            "case": str(uuid4()), "recheckOf": None, "at": "2026-11-23T08:00:00Z", "by": "厂长",
            "application": row.application,
        }  # fmt: skip
        for wrong in (body, body | {"case": "1"}, body | {"application": {}}):
            letter = FactoryLetter(
                factory_id=row.factory_id, credit_code=row.credit_code, title=row.factory,
                id=str(uuid4()), kind=APPLY, body=wrong,
            )  # fmt: skip
            await hearing.hear_factory(session, letter)
        rows = (await session.scalars(select(CaseRow).order_by(CaseRow.submitted_at))).all()
        assert [each.state for each in rows] == ["submitted", "refused"]


async def test_who_reviews_does_not_recommend(three: Three) -> None:
    case = await applied(three, await owner_of(three))
    both = await three.brain.person(
        "recognition_review.see", "recognition_review.review", "recognition_review.recommend"
    )
    day = today().isoformat()
    assert (await step(both, case, "recommend")).status_code == 409, "not its turn"
    await step(both, case, "accept")
    unknown = [{"code": "no", "verdict": "confirmed", "remark": ""}]
    assert (await step(both, case, "review", findings=unknown)).status_code == 422
    await step(both, case, "review")
    assert (await step(both, case, "arrange_check")).status_code == 422, "without a day"
    await step(both, case, "arrange_check", on=day)
    await step(both, case, "record_check", on=day)

    answer = await step(both, case, "recommend")

    assert (answer.status_code, answer.json()["code"]) == (409, "same_person")
    assert (await step(both, case, "decline")).status_code == 200


async def test_who_may_see_and_who_may_act(three: Three) -> None:
    owner = await owner_of(three)
    case = await applied(three, owner)
    planner = await three.factory.person("recognition_application.see")
    for client, status in ((await three.factory.client(), 401), (await three.factory.person(), 403)):
        for place in (OWN, f"{OWN}/{case}", f"{OWN}/preview?assessmentId=1"):
            assert (await client.get(place)).status_code == status
        for place in (OWN, f"{OWN}/{case}/supplement", f"{OWN}/{case}/withdrawal"):
            assert (await client.post(place, json={"words": "x"})).status_code == status
    assert (await planner.get(f"{OWN}/{case}")).status_code == 200
    assert (await planner.post(f"{OWN}/{case}/withdrawal", json={"words": "x"})).status_code == 403
    assert (await owner.get(f"{OWN}/{uuid4()}")).status_code == 404
    analyst = await three.brain.person("recognition_review.see", "recognition_review.review")
    for client, status in ((await three.brain.client(), 401), (await three.brain.person(), 403)):
        assert (await client.get(CASES)).status_code == status
        assert (await client.get(f"{CASES}/{case}")).status_code == status
        assert (await step(client, case, "accept")).status_code == status
    assert (await step(analyst, case, "decline")).status_code == 403
    assert (await step(analyst, str(uuid4()), "accept")).status_code == 404
    listed = (await analyst.get(f"{CASES}?state=submitted&q=示例")).json()["items"]
    assert [each["id"] for each in listed] == [case]
    await recommended(three, case)
    reader = await three.centre.person("recognition.see")
    decision = {"outcome": "recognised", "reason": "x"}
    for client, status in ((await three.centre.client(), 401), (await three.centre.person(), 403)):
        for name in (
            "recommendations",
            f"recommendations/{case}",
            "certificates",
            "figures",
            "certificate-key",
        ):
            assert (await client.get(f"{CENTRE}/{name}")).status_code == status
        place = f"{CENTRE}/recommendations/{case}/decision"
        assert (await client.post(place, json=decision)).status_code == status
        revocation = f"{CENTRE}/certificates/CX-2026-00001/revocation"
        assert (await client.post(revocation, json={"reason": "x"})).status_code == status
    assert (await reader.post(f"{CENTRE}/recommendations/{case}/decision", json=decision)).status_code == 403
    decider = await three.centre.person("recognition.decide")
    missing = f"{CENTRE}/recommendations/{uuid4()}/decision"
    assert (await decider.post(missing, json=decision)).status_code == 404
    assert (
        await decider.post(f"{CENTRE}/certificates/CX-2026-00009/revocation", json={"reason": "x"})
    ).status_code == 404


@pytest.mark.parametrize("order", [(1, 2), (2, 1)])
async def test_letters_in_any_order_leave_the_newest_word(three: Three, order: tuple[int, int]) -> None:
    owner = await owner_of(three)
    made = await owner.post(OWN, json={"assessmentId": await assessed(owner), "statement": STATEMENT})
    case = made.json()["id"]
    states = {1: "submitted", 2: "reviewing"}
    async with three.factory.node.database.transaction() as session:
        for revision in order:
            told = {
                "case": case,
                "revision": revision,
                "state": states[revision],
                "steps": [],
                "certificate": None,
            }
            letter = BrainLetter(link_id="x", id=str(uuid4()), kind="recognition.case", body=told)
            await applying.hear(session, letter)

    assert (await owner.get(f"{OWN}/{case}")).json()["state"] == "reviewing"
