"""A factory sees its record and corrects it: through real letters, into the master data, and told back."""

from base64 import b64encode
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import select

from brain.kit.clock import today
from brain.platform.data_warehouse import service as warehouse
from brain.platform.data_warehouse.contract import Enterprise, Family, Honour, Source
from brain.platform.data_warehouse.contract.precedence import Authority
from brain.platform.data_warehouse.service import precedence
from brain.platform.enterprise_record.service.correcting import PROVIDER
from brain.platform.factory_services.gateway.models import OwnCallRow
from brain.platform.factory_services.gateway.service import calling
from brain.platform.portal.models import NoticeRow
from tests.link_sides import CREDIT_CODE, OWNER, Sides
from tests.platform.factory_services.test_calling import answered, catalogue_heard

PLACE = "/api/enterprise-record/corrections"
NAME = "示例轮胎一厂有限公司"
LICENCE = b64encode(b"%PDF-1.7 licence").decode()


async def told(sides: Sides, provider: str, authority: Authority, as_of: int = 0, **values: Any) -> None:
    """What a provider says of the enterprise, so many days ago."""
    async with sides.brain.node.database.transaction() as session:
        await precedence.know_provider(session, provider, authority)
        source = Source(provider=provider, title="登记", as_of=today() - timedelta(days=as_of))
        enterprise = Enterprise(credit_code=CREDIT_CODE, name=NAME, **values)
        await warehouse.upsert_enterprises(session, [enterprise], source)


@pytest.fixture
async def known(sides: Sides) -> Sides:
    """The brain knows the enterprise from two sources, the gateway knows the brain's services."""
    await told(
        sides, "市场监管", Authority.PUBLIC, 30,
        address="旧址 1 号", legal_person_name="张三", reg_capital=Decimal(1_000_000),
    )  # fmt: skip
    await told(sides, "某数据商", Authority.THIRD_PARTY, 10, address="别处 9 号")
    async with sides.brain.node.database.transaction() as session:
        honour = Honour(credit_code=CREDIT_CODE, title="专精特新", year=2024)
        source = Source(provider="工信", title="名单", as_of=today())
        await warehouse.upsert(session, Family.HONOUR, [honour], source)
    await sides.confirmed()
    await catalogue_heard(sides, ask=False)
    return sides


async def asked(sides: Sides, service: str, request: dict[str, Any]) -> OwnCallRow:
    async with sides.gateway.node.database.transaction() as session:
        call = await calling.call(session, f"enterprise_record.{service}", request, OWNER)
    return await answered(sides, call.id)


async def correct(sides: Sides, **request: Any) -> OwnCallRow:
    body = {"attribute": "address", "value": "新址 2 号", "reason": "2026 年迁址，见营业执照"}
    return await asked(sides, "correct", body | request)


async def shown(sides: Sides) -> dict[str, Any]:
    row = await asked(sides, "show", {})
    assert row.result is not None, row.message
    return row.result


def fact(record: dict[str, Any], attribute: str) -> dict[str, Any]:
    return next(each for each in record["facts"] if each["attribute"] == attribute)


async def test_an_enterprise_sees_each_fact_with_its_source_and_who_says_otherwise(known: Sides) -> None:
    record = await shown(known)

    assert record["name"] == NAME
    address = fact(record, "address")
    assert (address["value"], address["source"]["provider"]) == ("旧址 1 号", "市场监管")
    assert address["source"]["asOf"] == (today() - timedelta(days=30)).isoformat()
    assert [(each["value"], each["provider"]) for each in address["others"]] == [("别处 9 号", "某数据商")]
    assert fact(record, "business_scope")["value"] is None, "what is missing can be told too"
    assert [(each["family"], each["total"]) for each in record["families"] if each["total"]] == [
        ("honour", 1)
    ]
    assert "张三" not in str(record), "a person's name does not leave"


async def test_a_verified_correction_holds_and_its_factory_is_told(known: Sides) -> None:
    call = await correct(known, file={"name": "执照.pdf", "content": LICENCE})
    reviewer = await known.brain.person("enterprise_record.see", "enterprise_record.decide")
    found = (await reviewer.get(f"{PLACE}/{call.id}")).json()
    assert (found["held"], found["value"], found["state"]) == ("旧址 1 号", "新址 2 号", "waiting")
    assert {each["provider"]: each["standing"] for each in found["said"]} == {
        "市场监管": "holds",
        "某数据商": "outranked",
    }
    evidence = await reviewer.get(f"{PLACE}/{call.id}/evidence")
    assert (evidence.content, evidence.headers["content-type"]) == (b"%PDF-1.7 licence", "application/pdf")
    assert evidence.headers["content-disposition"].startswith("attachment")

    decision = await reviewer.post(
        f"{PLACE}/{call.id}/decision", json={"outcome": "accepted", "reason": "执照相符"}
    )

    assert (decision.status_code, decision.json()["state"]) == (200, "accepted")
    await told(known, "市场监管", Authority.PUBLIC, 0, address="旧址 1 号")
    record = await shown(known)
    address = fact(record, "address")
    assert (address["value"], address["source"]["provider"]) == ("新址 2 号", PROVIDER), (
        "also after the next load"
    )
    assert fact(record, "name")["source"]["provider"] == "市场监管", "nothing was said of other attributes"
    assert [(each["state"], each["decision"]) for each in record["corrections"]] == [("accepted", "执照相符")]
    async with known.gateway.node.database.transaction() as session:
        titles = (await session.scalars(select(NoticeRow.title))).all()
    assert "大脑已核实采纳对“住所”的更正" in titles


async def test_a_refused_correction_changes_nothing_and_can_be_asked_again(known: Sides) -> None:
    call = await correct(known)
    reviewer = await known.brain.person("enterprise_record.decide")
    refusal = {"outcome": "refused", "reason": "没有附执照"}

    assert (await reviewer.post(f"{PLACE}/{call.id}/decision", json=refusal)).status_code == 200

    assert (await reviewer.post(f"{PLACE}/{call.id}/decision", json=refusal)).status_code == 409
    assert fact(await shown(known), "address")["value"] == "旧址 1 号"
    assert (await correct(known)).state == "done"


async def test_a_correction_is_refused_where_it_says_nothing_new_or_one_waits(known: Sides) -> None:
    same = await correct(known, value="旧址 1 号")
    await correct(known)
    second = await correct(known, value="又一处")
    unknown = await correct(known, attribute="legal_person_name", value="李四")
    hostile = await correct(known, attribute="name", file={"name": "a", "content": "TVo="})

    assert [(each.state, each.message) for each in (same, second, unknown, hostile)] == [
        ("refused", "与大脑现有的一致，不用更正"),
        ("refused", "这一项已有一条更正在等核实，请等它有结论"),
        ("refused", "这一项不能更正"),
        ("refused", "附件只收 PDF、PNG 和 JPEG"),
    ]


async def test_an_enterprise_that_the_brain_does_not_know_is_told_so(sides: Sides) -> None:
    await sides.confirmed()
    await catalogue_heard(sides, ask=False)

    row = await asked(sides, "show", {})

    assert (row.state, row.message) == ("refused", "大脑还没有贵企业的登记信息，请联系大脑的运营人员导入")


async def test_who_may_see_and_who_may_decide(known: Sides) -> None:
    call = await correct(known, file={"name": "执照.pdf", "content": LICENCE})
    nobody, analyst = await known.brain.person(), await known.brain.person("enterprise_record.see")
    stranger = await known.brain.client()
    decision = {"outcome": "accepted", "reason": "相符"}
    places = ("", f"/{call.id}", f"/{call.id}/evidence")

    assert [(await stranger.get(PLACE + place)).status_code for place in places] == [401] * 3
    assert [(await nobody.get(PLACE + place)).status_code for place in places] == [403] * 3
    assert [(await analyst.get(PLACE + place)).status_code for place in places] == [200, 200, 403]
    assert (await stranger.post(f"{PLACE}/{call.id}/decision", json=decision)).status_code == 401
    assert (await analyst.post(f"{PLACE}/{call.id}/decision", json=decision)).status_code == 403
    decider = await known.brain.person("enterprise_record.decide")
    assert (
        await decider.post(f"{PLACE}/{call.id}/decision", json={"outcome": "accepted"})
    ).status_code == 422
    missing = "00000000-0000-0000-0000-000000000000"
    assert (await decider.post(f"{PLACE}/{missing}/decision", json=decision)).status_code == 404
    listed = (await analyst.get(f"{PLACE}?state=waiting&q={NAME}")).json()
    assert [(each["id"], each["title"]) for each in listed["items"]] == [(call.id, "住所")]
    assert (await analyst.get(f"{PLACE}?state=accepted")).json()["total"] == 0


async def test_where_one_source_speaks_its_word_holds(known: Sides) -> None:
    call = await correct(known, attribute="reg_capital", value="2000000")
    analyst = await known.brain.person("enterprise_record.see")

    found = (await analyst.get(f"{PLACE}/{call.id}")).json()

    assert [(each["provider"], each["value"], each["standing"]) for each in found["said"]] == [
        ("市场监管", "1000000", "holds")
    ]
