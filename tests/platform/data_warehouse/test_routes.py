"""The data warehouse through HTTP: allowed, refused by rule, refused by right."""

import csv
import io
from datetime import date
from decimal import Decimal

import httpx
import pytest
from python_calamine import CalamineWorkbook

from brain.platform.data_warehouse import service
from brain.platform.data_warehouse.contract import Enterprise, Family, Honour, Patent, Source
from tests.conftest import RunningNode

CODE = "91370523EXAMP0001W"
ENTERPRISES = "/api/data-warehouse/enterprises"
SOURCE = Source(provider="甲方", title="登记", as_of=date(2019, 1, 1), sample=True)


@pytest.fixture
async def filled(centre: RunningNode) -> RunningNode:
    """A centre that knows two enterprises."""
    rows = [
        Enterprise(
            credit_code=CODE,
            name="山东甲子（集团）轮胎有限公司",
            legal_person_name="张三",
            reg_capital=Decimal(1_000_000),
            reg_capital_currency="CNY",
            establish_date=date(2001, 2, 3),
            region_code="370523",
            industry_code="C29",
        ),
        Enterprise(
            credit_code="91370102EXAMP00020", name='=HYPERLINK("http://x")', establish_date=date(2010, 1, 1)
        ),
    ]
    async with centre.node.database.transaction() as session:
        await service.upsert_enterprises(session, rows, SOURCE)
        await service.upsert(
            session,
            Family.PATENT,
            [Patent(credit_code=CODE, application_number="EXAMP1", title="胎")],
            SOURCE,
        )
        await service.upsert(
            session, Family.HONOUR, [Honour(credit_code=CODE, title="瞪羚", year=2020)], SOURCE
        )
    return centre


async def reader(node: RunningNode, *more: str) -> httpx.AsyncClient:
    return await node.person("data_warehouse.read", *more)


async def test_an_enterprise_is_found_by_code_with_the_names_of_its_codes(filled: RunningNode) -> None:
    answer = await (await reader(filled)).get(f"{ENTERPRISES}/{CODE}")

    assert answer.status_code == 200
    body = answer.json()
    assert (body["creditCode"], body["regionName"], body["industryName"]) == (
        CODE,
        "山东省东营市广饶县",
        "橡胶和塑料制品业",
    )
    assert (body["regCapital"], body["establishDate"], body["legalPersonName"]) == (
        "1000000.00",
        "2001-02-03",
        None,
    )


async def test_a_class_that_was_not_imported_goes_by_the_name_of_its_division(filled: RunningNode) -> None:
    retail = Enterprise(
        credit_code="91370523EXAMP0001W", name="广饶甲子轮胎销售有限公司", industry_code="F5193"
    )
    async with filled.node.database.transaction() as session:
        await service.upsert_enterprises(session, [retail], SOURCE)

    answers = [
        await (await reader(filled)).get(f"{ENTERPRISES}/{retail.credit_code}"),
        await (await reader(filled)).get(ENTERPRISES, params={"text": retail.credit_code}),
    ]

    one, listed = (answer.json() for answer in answers)
    assert (one["industryName"], listed["items"][0]["industryName"]) == ("批发业", "批发业")


async def test_an_unknown_code_is_not_found(filled: RunningNode) -> None:
    answer = await (await reader(filled)).get(f"{ENTERPRISES}/91370523EXAMP9999X")

    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")


@pytest.mark.parametrize(
    ("name", "how"),
    [
        ("山东甲子（集团）轮胎有限公司", "exact"),
        (" 山东甲子(集团)轮胎有限责任公司 ", "normalised"),
        ("没有这家", None),
    ],
)
async def test_an_enterprise_is_found_by_name(filled: RunningNode, name: str, how: str | None) -> None:
    answer = await (await reader(filled)).get(f"{ENTERPRISES}/lookup", params={"name": name})

    assert answer.status_code == 200
    assert answer.json()["how"] == how
    assert [found["creditCode"] for found in answer.json()["enterprises"]] == ([CODE] if how else [])


@pytest.mark.parametrize("name", ["", " ", "长" * 201, "a\0b"])
async def test_a_name_that_cannot_be_one_is_invalid(filled: RunningNode, name: str) -> None:
    answer = await (await reader(filled)).get(f"{ENTERPRISES}/lookup", params={"name": name})

    assert (answer.status_code, answer.json()["fields"][0]["loc"]) == (422, "/query/name")


async def test_the_legal_person_is_shown_to_holders_of_the_right_only(filled: RunningNode) -> None:
    allowed = await reader(filled, "data_warehouse.see_personal")

    shown = (await allowed.get(f"{ENTERPRISES}/{CODE}")).json()["legalPersonName"]
    named = (await allowed.get(f"{ENTERPRISES}/lookup", params={"name": "山东甲子集团轮胎有限公司"})).json()
    listed = (await allowed.get(ENTERPRISES, params={"text": "甲子"})).json()["items"][0]["legalPersonName"]

    assert (shown, named["enterprises"][0]["legalPersonName"], listed) == ("张三", "张三", None)


async def test_a_search_page_knows_how_many_there_are(filled: RunningNode) -> None:
    client = await reader(filled)

    whole = (await client.get(ENTERPRISES, params={"pageSize": 1})).json()
    filtered = (await client.get(ENTERPRISES, params={"region": "370500", "capitalFrom": 1000})).json()

    assert (whole["total"], len(whole["items"]), whole["items"][0]["establishDate"]) == (2, 1, "2010-01-01")
    assert [found["creditCode"] for found in filtered["items"]] == [CODE]


@pytest.mark.parametrize(
    "query", [{"region": "37"}, {"industry": "Z"}, {"yearFrom": 1800}, {"pageSize": 101}, {"unknown": 1}]
)
async def test_a_search_by_nonsense_is_invalid(filled: RunningNode, query: dict[str, object]) -> None:
    answer = await (await reader(filled)).get(ENTERPRISES, params=query)  # type: ignore[arg-type]

    assert (answer.status_code, answer.json()["code"]) == (422, "invalid")


async def test_the_other_families_and_the_history_come_with_their_sources(filled: RunningNode) -> None:
    client = await reader(filled)

    families = (await client.get(f"{ENTERPRISES}/{CODE}/families")).json()
    history = (await client.get(f"{ENTERPRISES}/{CODE}/history")).json()["families"]

    assert [patent["title"] for patent in families["patents"]] == ["胎"]
    assert [honour["title"] for honour in families["honours"]] == ["瞪羚"]
    assert [found["family"] for found in history] == ["basic", "patent", "honour"]
    name = history[0]["facts"][0]
    assert (name["attribute"], name["value"], name["validFrom"], name["validTo"]) == (
        "name",
        "山东甲子（集团）轮胎有限公司",
        "2019-01-01",
        None,
    )
    assert name["source"] == {"provider": "甲方", "title": "登记", "asOf": "2019-01-01", "sample": True}
    assert "legal_person_name" not in {fact["attribute"] for fact in history[0]["facts"]}


async def test_an_export_leaves_persons_out_and_calculates_nothing(filled: RunningNode) -> None:
    client = await filled.person("data_warehouse.export")

    plain = await client.get(f"{ENTERPRISES}/export", params={"format": "csv"})
    book = await client.get(f"{ENTERPRISES}/export", params={"format": "xlsx"})

    rows = list(csv.DictReader(io.StringIO(plain.content.decode("utf-8-sig"))))
    assert [row["企业名称"] for row in rows] == ['\'=HYPERLINK("http://x")', "山东甲子（集团）轮胎有限公司"]
    assert not any("法定代表人" in column for column in rows[0])
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(book.content)).get_sheet_by_index(0).to_python()
    assert sheet[1][:2] == ["91370102EXAMP00020", '=HYPERLINK("http://x")']


async def test_totals_and_code_lists(filled: RunningNode) -> None:
    client = await reader(filled)

    totals = (await client.get("/api/data-warehouse/totals")).json()
    cities = (await client.get("/api/data-warehouse/regions", params={"parent": "370000"})).json()["items"]
    sections = (await client.get("/api/data-warehouse/industries")).json()["items"]
    divisions = (await client.get("/api/data-warehouse/industries", params={"parent": "C"})).json()["items"]

    assert (totals["enterprises"], totals["patents"], totals["trademarks"], totals["honours"]) == (2, 1, 0, 1)
    assert (len(cities), cities[4]) == (16, {"code": "370500", "name": "东营市"})
    assert sections[2] == {"code": "C", "name": "制造业"}
    assert {"code": "C29", "name": "橡胶和塑料制品业"} in divisions


async def test_industries_are_searched_by_words(filled: RunningNode) -> None:
    client, visitor = await reader(filled), await filled.client()
    path = "/api/data-warehouse/industries/search"

    assert (await client.get(path, params={"q": "橡胶"})).json()["items"] == [
        {"code": "C29", "name": "橡胶和塑料制品业"}
    ]
    assert (await client.get(path, params={"q": ""})).status_code == 422
    assert (await visitor.get(path, params={"q": "橡胶"})).status_code == 401


@pytest.mark.parametrize(
    "path",
    [
        ENTERPRISES,
        f"{ENTERPRISES}/lookup?name=a",
        f"{ENTERPRISES}/{CODE}",
        f"{ENTERPRISES}/{CODE}/families",
        f"{ENTERPRISES}/{CODE}/history",
        f"{ENTERPRISES}/export",
        "/api/data-warehouse/totals",
    ],
)
async def test_without_the_right_or_a_session_nothing_is_shown(filled: RunningNode, path: str) -> None:
    stranger, other = await filled.client(), await filled.person("exchange.review")

    unknown, forbidden = await stranger.get(path), await other.get(path)

    assert (unknown.status_code, unknown.json()["code"]) == (401, "unauthenticated")
    assert (forbidden.status_code, forbidden.json()["code"]) == (403, "forbidden")
    assert "甲子" not in unknown.text + forbidden.text
