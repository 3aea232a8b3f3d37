"""How written names are read, and what agrees."""

import pytest
from hypothesis import given

from brain.platform.governance.contract import Part, Verdict
from brain.platform.governance.domain.names import WrittenName, agreements, matching_text
from tests.strategies import enterprise_names


@pytest.mark.parametrize(
    "name",
    [
        "德州仪器(上海)有限公司",
        "德州仪器有限公司（上海）",
        "【上海】德州仪器有限责任公司",
        "上海德州仪器有限公司",
    ],
)
def test_a_region_in_brackets_counts_as_if_it_stood_in_front(name: str) -> None:
    assert matching_text(name) == "上海德州仪器有限公司"


def test_brackets_around_anything_else_only_disappear() -> None:
    assert matching_text("山东万达（集团）有限公司") == "山东万达集团有限公司"


@given(enterprise_names())
def test_the_text_of_a_text_is_itself(name: str) -> None:
    assert matching_text(matching_text(name)) == matching_text(name)


def test_the_region_in_the_name_goes_before_the_region_told() -> None:
    assert WrittenName.read("东营兴源轮胎", "370200").region == "370500"
    assert WrittenName.read("兴源轮胎", "370200").region == "370200"
    assert WrittenName.read("兴源轮胎", None).region is None


@pytest.mark.parametrize(
    ("credit_code", "credit"),
    [
        ("91370523164880245T", 1.0),
        ("91370500164880245T", 1.0),
        ("91370000164880245T", 0.8),
        ("91370200164880245T", 0.0),
    ],
)
def test_registration_inside_the_region_counts_in_full_above_it_in_part(
    credit_code: str, credit: float
) -> None:
    assert WrittenName.read("东营兴源轮胎", None).region_credit(credit_code) == credit


def test_each_part_says_whether_it_agrees() -> None:
    written = WrittenName.read("东营兴原轮胎", None)

    parts = agreements(written, "广饶兴源橡胶轮胎有限公司", "91370523164880245T")

    assert {part.part: (part.written, part.registered, part.verdict) for part in parts} == {
        Part.REGION: ("东营", "广饶", Verdict.SAME),
        Part.TRADE_NAME: ("兴原", "兴源", Verdict.SIMILAR),
        Part.BUSINESS: ("轮胎", "橡胶轮胎", Verdict.SIMILAR),
        Part.FORM: ("", "有限公司", Verdict.LEFT_OUT),
    }


def test_what_was_written_too_much_or_otherwise_is_said() -> None:
    written = WrittenName.read("山东兴源商贸有限公司", None)

    verdicts = {part.part: part.verdict for part in agreements(written, "金宇商贸厂", "91440000164880245T")}

    assert verdicts == {
        Part.REGION: Verdict.ADDED,
        Part.TRADE_NAME: Verdict.DIFFERENT,
        Part.BUSINESS: Verdict.SAME,
        Part.FORM: Verdict.DIFFERENT,
    }
