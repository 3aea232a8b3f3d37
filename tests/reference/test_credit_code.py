"""GB 32100-2015 codes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brain.kit.errors import Invalid
from brain.reference.credit_code import ALPHABET, CreditCode, check_digit
from tests.strategies import credit_codes


@pytest.mark.parametrize("text", ["91110000101623741K", "911101066976941872", "91350100M000100Y43"])
def test_the_check_digit_of_real_codes_holds(text: str) -> None:
    assert CreditCode(text).check_digit_holds


def test_a_wrong_check_digit_is_a_warning_not_a_refusal() -> None:
    code = CreditCode("91350211M0000XUF46")

    assert not code.check_digit_holds


def test_a_weighted_sum_divisible_by_31_gives_the_check_digit_0() -> None:
    assert check_digit("9" * 2 + "0" * 13 + "6A") == "0"


def test_the_parts_of_a_code_are_readable() -> None:
    code = CreditCode("91370500164880245T")

    assert (code.department, code.category) == ("市场监督管理", "企业")
    assert (code.region, code.organisation) == ("370500", "164880245")


def test_full_width_lower_case_and_spaces_are_tidied() -> None:
    assert CreditCode(" ９１３５０１００m000100y43 ") == "91350100M000100Y43"


@pytest.mark.parametrize(
    "text",
    ["", "9135010", "91350100M000100Y4", "91350100M000100Y433", "9135010OM000100Y43", "91350100MI00100Y43"],
)
def test_a_wrong_shape_is_refused(text: str) -> None:
    with pytest.raises(Invalid, match="不是统一社会信用代码"):
        CreditCode(text)


@given(credit_codes(), st.integers(0, 17), st.sampled_from(ALPHABET))
def test_the_check_digit_detects_every_single_changed_character(
    code: CreditCode, place: int, other: str
) -> None:
    body = code[:place] + other + code[place + 1 :]

    assert (check_digit(body[:17]) == body[17]) == (body == code)


@given(credit_codes(), st.integers(0, 16))
def test_the_check_digit_detects_every_swap_of_neighbours(code: CreditCode, place: int) -> None:
    swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]

    assert (check_digit(swapped[:17]) == swapped[17]) == (swapped == code)


@given(credit_codes())
def test_a_code_is_put_together_from_its_parts(code: CreditCode) -> None:
    assert code[:2] + code.region + code.organisation + code[17] == code
    assert CreditCode(code.lower()) == code
