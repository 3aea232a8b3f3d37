"""Citizen identification numbers."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brain.kit.errors import Invalid
from brain.reference.resident_id import ResidentId, check_digit
from tests.strategies import resident_ids

# The standard's own example (GB 11643-1999, 5.2).
EXAMPLE = "11010519491231002X"


def test_the_example_of_the_standard_holds() -> None:
    number = ResidentId(" １1010519491231002x ")

    assert (number, number.region, number.born) == (EXAMPLE, "110105", date(1949, 12, 31))
    assert number.check_digit_holds


@given(resident_ids(), st.integers(0, 16), st.sampled_from("0123456789"))
def test_one_wrong_digit_is_found(number: ResidentId, place: int, digit: str) -> None:
    wrong = number[:place] + digit + number[place + 1 : 17]

    assert (check_digit(wrong) == number[17]) == (wrong == number[:17])


@pytest.mark.parametrize(
    "text", ["", "110105194912310021X", "110105194902300021", "0" * 18, "11010519491231002A"]
)
def test_what_has_not_its_shape_is_refused_without_being_repeated(text: str) -> None:
    with pytest.raises(Invalid) as refused:
        ResidentId(text)

    assert not text or text not in refused.value.message
