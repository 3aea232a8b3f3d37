"""GB/T 4754-2017 codes and tables."""

import csv
from pathlib import Path

import pytest
from hypothesis import given

from brain.kit.errors import Invalid, NotFound
from brain.reference.industry import SHIPPED, IndustryCode, load
from tests.strategies import industry_codes


def test_twenty_sections_and_ninety_seven_divisions_are_shipped() -> None:
    assert len(SHIPPED.children()) == 20
    assert sum(len(SHIPPED.children(section)) for section in SHIPPED.children()) == 97
    assert SHIPPED.path(IndustryCode("29")) == ("制造业", "橡胶和塑料制品业")


@pytest.mark.parametrize(
    ("text", "code"), [("29", "C29"), ("2911", "C2911"), (" c2911 ", "C2911"), ("c", "C")]
)
def test_the_section_letter_is_added_where_it_was_left_out(text: str, code: str) -> None:
    assert IndustryCode(text) == code


@pytest.mark.parametrize("text", ["", "2", "C2", "A29", "98", "U", "C29111", "橡胶"])
def test_what_is_no_code_is_refused(text: str) -> None:
    with pytest.raises(Invalid, match="不是国民经济行业代码"):
        IndustryCode(text)


def test_the_chain_leads_from_the_section_down() -> None:
    assert IndustryCode("C2911").chain == ("C", "C29", "C291", "C2911")


@given(industry_codes())
def test_every_code_lies_within_its_parent_one_level_deeper(code: IndustryCode) -> None:
    assert len(code.chain) == code.level
    assert all(code.within(step) for step in code.chain)
    assert IndustryCode(code) == code


def test_a_loaded_table_names_classes_and_keeps_the_shipped_levels() -> None:
    table = load(
        [
            {"code": "291", "name": "橡胶制品业", "level": "3", "parent": "29", "section": "C"},
            {"code": "2911", "name": "轮胎制造", "level": "4", "parent": "291", "section": "C"},
        ]
    )

    assert table.path(IndustryCode("2911")) == ("制造业", "橡胶和塑料制品业", "橡胶制品业", "轮胎制造")
    assert table.children(IndustryCode("C29")) == ("C291",)
    assert table.name(IndustryCode("A01")) == "农业"


def test_a_row_that_contradicts_its_code_is_refused_with_its_line() -> None:
    rows = [{"code": "2911", "name": "轮胎制造", "level": "4", "parent": "291", "section": "C"}]

    with pytest.raises(Invalid, match="第 2 行"):
        load(rows)


def test_a_class_that_was_not_imported_has_no_name() -> None:
    with pytest.raises(NotFound, match="C2911"):
        SHIPPED.name(IndustryCode("C2911"))


@pytest.mark.real_data
def test_the_published_table_loads_whole_and_confirms_the_shipped_names(real_data: Path) -> None:
    with (real_data / "gb4754_2017" / "gb4754_2017.csv").open(encoding="utf-8") as file:
        table = load(csv.DictReader(file))

    assert len(table.names) == 1971
    assert {code: table.names[code] for code in SHIPPED.names} == SHIPPED.names
