"""The tables that every installation has."""

from datetime import date

import pytest

from brain.kit.errors import NotFound
from brain.platform.standards.algorithm import code_tables
from brain.platform.standards.contract import InForce
from brain.platform.standards.domain import formats
from brain.platform.standards.domain.checking import check, check_entries
from brain.platform.standards.domain.shipped import SHIPPED
from brain.platform.standards.domain.units import NAMES

IN_FORCE = InForce(
    terms={each.code: each for each in SHIPPED if each.kind == "term"},
    elements={each.code: each for each in SHIPPED if each.kind == "element"},
    code_tables=code_tables.shipped(),
)


def names(code_table: str, label: str) -> dict[str, str]:
    return {each.code: each.name for each in code_tables.entries(code_table, label)}


@pytest.mark.parametrize("code_table", code_tables.shipped())
def test_every_version_holds_together(code_table: str) -> None:
    versions = [each.standard.edition for each in code_tables.shipped()[code_table]]

    assert [each.since for each in versions if each] == sorted({each.since for each in versions if each})
    for each in versions[-2:]:
        assert each is not None
        check_entries(code_tables.entries(code_table, each.label))


def test_codes_mean_what_the_standards_say() -> None:
    assert (names("country", "2022")["CN"], len(names("country", "2022"))) == ("中国", 249)
    assert names("currency", "2022")["CNY"] == "人民币元"
    assert names("industry", "2017")["C29"] == "橡胶和塑料制品业"
    assert names("sex", "2003") == {"0": "未知的性别", "1": "男性", "2": "女性", "9": "未说明的性别"}
    assert (names("unit", "Rec 20")["KWH"], names("unit", "Rec 20")["TNE"]) == ("千瓦时", "吨")
    assert (names("region", "2018")["371200"], "371200" in names("region", "2020")) == ("莱芜市", False)


@pytest.mark.parametrize(
    ("day", "label"),
    [
        (date(1999, 1, 1), "2002"),
        (date(2015, 6, 1), "2014"),
        (date(2015, 12, 31), "2015"),
        (date(2026, 1, 1), "2022"),
    ],
)
def test_the_version_in_force_depends_on_the_day(day: date, label: str) -> None:
    version = IN_FORCE.version_on("region", day)

    assert version is not None
    assert version.standard.edition is not None
    assert version.standard.edition.label == label


def test_a_version_that_there_never_was_is_not_found() -> None:
    with pytest.raises(NotFound):
        code_tables.entries("region", "1066")


@pytest.mark.parametrize("standard", SHIPPED, ids=lambda each: each.code)
def test_what_is_shipped_refers_to_what_is_shipped(standard: object) -> None:
    check(standard, IN_FORCE)  # type: ignore[arg-type]


def test_shipped_elements_have_known_units_and_formats() -> None:
    held = [each.representation for each in SHIPPED if each.representation]

    assert {each.unit for each in held if each.unit} <= NAMES.keys()
    assert all(formats.read(each.format).types for each in held)
