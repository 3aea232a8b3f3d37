"""Counts by region, industry and year, and the sources behind them, through HTTP."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from brain.platform.data_warehouse import service
from brain.platform.data_warehouse.contract import Enterprise, Family, Honour, Source
from tests.conftest import RunningNode

SOURCE = Source(provider="登记机关", title="企业登记", as_of=date(2026, 1, 5))
LATER = replace(SOURCE, as_of=date(2026, 2, 5))
ONE = Enterprise(
    credit_code="91370500000000001A",
    name="东营甲轮胎有限公司",
    reg_capital=Decimal(50_000_000),
    reg_capital_currency="CNY",
    establish_date=date(2005, 6, 1),
    region_code="370523",
    industry_code="C2911",
)
TWO = Enterprise(
    credit_code="91370500000000002B",
    name="东营乙橡胶有限公司",
    reg_capital=Decimal(1_000_000),
    reg_capital_currency="USD",
    establish_date=date(2005, 9, 1),
    region_code="370500",
    industry_code="C2912",
)
THREE = Enterprise(credit_code="91370200000000003C", name="青岛丙商贸有限公司", region_code="370203")
NOWHERE = Enterprise(
    credit_code="91000000000000004D", name="丁有限公司", establish_date=date(2010, 1, 1), industry_code="F51"
)


async def fill(node: RunningNode) -> None:
    async with node.node.database.transaction() as session:
        await service.upsert_enterprises(session, [ONE, TWO, THREE, NOWHERE], SOURCE)


@pytest.mark.parametrize("path", ["/api/data-warehouse/figures", "/api/data-warehouse/sources"])
async def test_seeing_figures_takes_the_right_to_look_up_enterprises(centre: RunningNode, path: str) -> None:
    nobody, other = await centre.client(), await centre.person("data_warehouse.export")
    reader = await centre.person("data_warehouse.read")

    assert [(await client.get(path)).status_code for client in (nobody, other, reader)] == [401, 403, 200]


async def test_a_province_is_counted_by_city_section_and_year(centre: RunningNode) -> None:
    await fill(centre)
    reader = await centre.person("data_warehouse.read")

    found = (await reader.get("/api/data-warehouse/figures?region=370000")).json()

    cities = {city["name"]: city["enterprises"] for city in found["regions"]}
    assert (found["enterprises"], Decimal(found["capital"])) == (3, Decimal(50_000_000))
    assert len(cities) == 16
    assert {name: count for name, count in cities.items() if count} == {"东营市": 2, "青岛市": 1}
    assert found["elsewhere"] == 0
    assert [(each["code"], each["name"], each["enterprises"]) for each in found["sections"]] == [
        ("C", "制造业", 2)
    ]
    assert [(each["year"], each["enterprises"]) for each in found["years"]] == [(2005, 2)]
    assert (found["unclassified"], found["undated"]) == (1, 1)


async def test_enterprises_are_counted_by_size_as_the_search_finds_them(centre: RunningNode) -> None:
    await fill(centre)
    largest = replace(
        THREE, credit_code="91370200000000005E", reg_capital=Decimal(10**9), reg_capital_currency="CNY"
    )
    async with centre.node.database.transaction() as session:
        await service.upsert_enterprises(session, [largest], SOURCE)
    reader = await centre.person("data_warehouse.read")

    found = (await reader.get("/api/data-warehouse/figures")).json()

    sizes = {(each["capitalFrom"], each["capitalTo"]): each["enterprises"] for each in found["sizes"]}
    assert sizes == {
        (0, 1_000_000): 0,
        (1_000_000, 5_000_000): 0,
        (5_000_000, 10_000_000): 0,
        (10_000_000, 50_000_000): 0,
        (50_000_000, 100_000_000): 1,
        (100_000_000, None): 1,
    }
    assert found["unsized"] == 3
    query = "capitalFrom=50000000&capitalTo=99999999.99"
    listed = (await reader.get(f"/api/data-warehouse/enterprises?{query}")).json()
    assert [each["name"] for each in listed["items"]] == ["东营甲轮胎有限公司"]


async def test_a_city_is_counted_by_county_and_tells_who_is_in_none(centre: RunningNode) -> None:
    await fill(centre)
    reader = await centre.person("data_warehouse.read")

    found = (await reader.get("/api/data-warehouse/figures?region=370500")).json()

    counties = {county["name"]: county["enterprises"] for county in found["regions"]}
    assert {name: count for name, count in counties.items() if count} == {"广饶县": 1}
    assert (found["enterprises"], found["elsewhere"]) == (2, 1)


async def test_figures_take_the_filters_of_the_search(centre: RunningNode) -> None:
    await fill(centre)
    reader = await centre.person("data_warehouse.read")
    query = "industry=F"

    figures = (await reader.get(f"/api/data-warehouse/figures?{query}")).json()
    listed = (await reader.get(f"/api/data-warehouse/enterprises?{query}")).json()

    assert figures["enterprises"] == listed["total"] == 1
    assert figures["elsewhere"] == 1
    assert [each["year"] for each in figures["years"]] == [2010]


async def test_an_empty_warehouse_counts_nothing(centre: RunningNode) -> None:
    reader = await centre.person("data_warehouse.read")

    found = (await reader.get("/api/data-warehouse/figures?region=370000")).json()

    assert (found["enterprises"], found["elsewhere"], found["years"]) == (0, 0, [])
    assert (await reader.get("/api/data-warehouse/sources")).json() == {"items": []}


async def test_a_region_code_of_the_wrong_shape_is_refused(centre: RunningNode) -> None:
    reader = await centre.person("data_warehouse.read")

    assert (await reader.get("/api/data-warehouse/figures?region=37")).status_code == 422


async def test_sources_tell_what_they_gave_and_up_to_when(centre: RunningNode) -> None:
    await fill(centre)
    honour = Honour(credit_code=ONE.credit_code, title="国家企业技术中心", year=2019)
    async with centre.node.database.transaction() as session:
        await service.upsert_enterprises(session, [replace(ONE, scale="大型")], LATER)
        await service.upsert(session, Family.HONOUR, [honour], SOURCE)
    reader = await centre.person("data_warehouse.read")

    items = (await reader.get("/api/data-warehouse/sources")).json()["items"]

    told = {one["family"]: (one["asOf"], one["inserted"], one["changed"]) for one in items}
    assert told == {"basic": ("2026-02-05", 4, 1), "honour": ("2026-01-05", 1, 0)}
