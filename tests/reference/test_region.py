"""GB/T 2260 regions, their history and addresses."""

from datetime import date
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given

from brain.kit.errors import Invalid, NotFound
from brain.reference.region import GAZETTEER, Region, RegionCode
from tests.reference.region_table import TABLE, table
from tests.strategies import regions


def test_the_shipped_table_is_what_its_sources_give() -> None:
    assert TABLE.read_text("utf-8") == table()


def test_a_county_has_its_path_and_full_name() -> None:
    guangrao = GAZETTEER.resolve("370523")

    assert [step.code for step in GAZETTEER.path(guangrao)] == ["370000", "370500", "370523"]
    assert GAZETTEER.full_name(guangrao) == "山东省东营市广饶县"


def test_laiwu_belongs_to_jinan_since_its_merger() -> None:
    laiwu = GAZETTEER.resolve("371200", on=date(2018, 6, 1))

    assert laiwu.name == "莱芜市"
    assert GAZETTEER.successor(laiwu).name == "济南市"
    assert GAZETTEER.successor(GAZETTEER.resolve("371202")).code == "370116"
    assert GAZETTEER.successor(GAZETTEER.resolve("371203")).code == "370117"
    with pytest.raises(NotFound, match="2019-06-01"):
        GAZETTEER.resolve("371200", on=date(2019, 6, 1))


def test_a_renamed_region_keeps_its_code_and_both_names() -> None:
    assert GAZETTEER.resolve("371324", on=date(2010, 1, 1)).name == "苍山县"
    assert GAZETTEER.resolve("371324").name == "兰陵县"
    assert GAZETTEER.successor(GAZETTEER.resolve("371324", on=date(2010, 1, 1))).name == "兰陵县"


def test_a_code_outside_the_standard_leads_to_the_region_around_it() -> None:
    assert GAZETTEER.nearest("370176") == GAZETTEER.resolve("370100")
    assert GAZETTEER.nearest("990000") is None


@pytest.mark.parametrize("text", ["", "37", "3705231", "070523", "abcdef"])
def test_what_is_no_code_is_refused(text: str) -> None:
    with pytest.raises(Invalid, match="不是行政区划代码"):
        RegionCode(text)


def test_shandong_has_sixteen_cities_today() -> None:
    assert len(GAZETTEER.children("370000")) == 16
    assert len(GAZETTEER.children("370000", on=date(2010, 1, 1))) == 17
    assert len(GAZETTEER.children()) == 34


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("山东省东营市广饶县大王镇", "370523"),
        ("东营市广饶县大王镇", "370523"),
        ("广饶县大王镇", "370523"),
        ("山东省广饶县大王镇", "370523"),
        ("山东东营经济技术开发区", "370500"),
        ("济南市市中区经三路145号", "370103"),
        ("莱芜市莱城区", "371202"),
        ("济南市钢城区", "370117"),
        ("*C济南市平阴县城青龙路", "370124"),
        ("新疆乌鲁木齐市天山区", "650102"),
        ("吉林市昌邑区", "220202"),
        ("山东省章丘市双山", "370181"),
    ],
)
def test_an_address_gives_the_deepest_region_it_names(address: str, code: str) -> None:
    region = GAZETTEER.from_address(address)

    assert region is not None
    assert region.code == code


@pytest.mark.parametrize(
    "address", ["", "市中区胜利路26号", "北京路12号", "北京东路1号", "唐山镇唐二村", "大王镇"]
)
def test_an_address_that_several_regions_could_have_is_not_guessed(address: str) -> None:
    assert GAZETTEER.from_address(address) is None


def test_an_ambiguous_county_leaves_the_province() -> None:
    assert GAZETTEER.from_address("山东省市中区") == GAZETTEER.resolve("370000")


def test_on_a_day_only_the_regions_of_that_day_are_read() -> None:
    assert GAZETTEER.from_address("章丘区", on=date(2010, 1, 1)) is None
    assert GAZETTEER.from_address("钢城区", on=date(2010, 1, 1)) == GAZETTEER.resolve("371203")
    assert GAZETTEER.from_address("钢城区") == GAZETTEER.resolve("370117")


@given(regions)
def test_every_region_is_found_by_its_full_name(region: Region) -> None:
    found = GAZETTEER.from_address(GAZETTEER.full_name(region) + "人民路1号")

    assert found == region
    assert GAZETTEER.successor(region) == region


@given(regions)
def test_every_region_lies_within_all_of_its_path(region: Region) -> None:
    assert all(region.code.within(step.code) for step in GAZETTEER.path(region))
    assert GAZETTEER.path(region)[-1] == region


@pytest.mark.real_data
def test_real_addresses_agree_with_the_counties_of_the_register(real_data: Path) -> None:
    path = real_data / "enterprises_shandong" / "enterprises_shandong.parquet"
    known = pl.read_parquet(path, columns=["address", "county_code"]).filter(pl.col("county_code") != "")
    read = [GAZETTEER.from_address(address) for address in known["address"]]

    counties = [
        (GAZETTEER.successor(region).code, GAZETTEER.nearest(code))
        for region, code in zip(read, known["county_code"], strict=True)
        if region is not None and region.code.level == 3
    ]
    agreeing = sum(
        around is not None and code == GAZETTEER.successor(around).code for code, around in counties
    )

    assert len(counties) > 0.85 * len(known)
    assert agreeing > 0.999 * len(counties)
