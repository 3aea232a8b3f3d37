"""Pseudonyms: the same for one person however written, different by key and purpose, valid in form."""

from collections.abc import Callable

import polars as pl
import pytest
from hypothesis import given

from brain.kit.errors import Invalid
from brain.platform.governance.algorithm.protection.pseudonyms import FormatPseudonyms, pseudonyms
from brain.platform.governance.domain import number_shapes
from brain.reference.credit_code import CreditCode
from brain.reference.resident_id import ResidentId
from tests.strategies import credit_codes, resident_ids

KEY, OTHER = bytes(range(16)), bytes(range(1, 17))
FORMAT = FormatPseudonyms(KEY, "p")


@pytest.mark.parametrize("text", ["ＡＢ１２３", " ab123", "AB123\u200b", "'AB123", "ab123\u3000", "AB-12 3"])
def test_one_value_has_one_pseudonym_however_it_is_written(text: str) -> None:
    column = pseudonyms(pl.Series(["AB123", text]), KEY, "p")

    assert column.n_unique() == 1


def test_key_and_purpose_part_the_pseudonyms() -> None:
    column = pl.Series(["AB123"])
    made = [pseudonyms(column, key, purpose)[0] for key in (KEY, OTHER) for purpose in ("p", "q")]

    assert len(set(made)) == 4
    assert all(len(each) == 32 for each in made)


def test_purpose_and_value_do_not_run_into_each_other() -> None:
    left, right = pseudonyms(pl.Series(["bc"]), KEY, "a"), pseudonyms(pl.Series(["c"]), KEY, "ab")

    assert left[0] != right[0]


def test_nothing_has_no_pseudonym() -> None:
    assert pseudonyms(pl.Series([None, "", " "], dtype=pl.String), KEY, "p").null_count() == 3


@pytest.mark.parametrize(
    "make", [lambda key: FormatPseudonyms(key, "p"), lambda key: pseudonyms(pl.Series(["a"]), key, "p")]
)
def test_a_short_key_is_refused(make: Callable[[bytes], object]) -> None:
    with pytest.raises(Invalid):
        make(bytes(15))


@given(resident_ids())
def test_identity_numbers_stay_identity_numbers_and_come_back(number: ResidentId) -> None:
    made = FORMAT.resident_id(number)

    assert made is not None
    assert ResidentId(made).check_digit_holds
    assert made[:6] == number.region
    assert FORMAT.resident_id(made, undo=True) == number


@given(credit_codes())
def test_credit_codes_stay_credit_codes_and_come_back(code: CreditCode) -> None:
    made = FORMAT.credit_code(code)

    assert made is not None
    assert CreditCode(made).check_digit_holds
    assert FORMAT.credit_code(made, undo=True) == code


def test_cards_and_telephones_keep_issuer_network_and_check_digit() -> None:
    cards = FORMAT.bank_cards(pl.Series(["6200 0000 0000 0005", "4111111111111111"]))
    mobiles = FORMAT.mobiles(pl.Series(["+86 138-0000-0000", "13800000000"]))

    assert [number_shapes.bank_card(card) for card in cards] == [True, True]
    assert [card[:6] for card in cards] == ["620000", "411111"]
    assert FORMAT.bank_card(cards[1], undo=True) == "4111111111111111"
    assert mobiles[0] == mobiles[1] != "13800000000"
    assert number_shapes.mobile(mobiles[0])
    assert FORMAT.mobile(mobiles[0], undo=True) == "13800000000"


@pytest.mark.parametrize(
    "text", ["37050219900101000", "not a number", "370502199013010007", "6200000000000006"]
)
def test_what_does_not_fit_the_format_is_not_let_through(text: str) -> None:
    column = pl.Series([text])
    made = [FORMAT.resident_ids, FORMAT.bank_cards, FORMAT.mobiles, FORMAT.credit_codes]

    assert [each(column)[0] for each in made] == [None] * 4
