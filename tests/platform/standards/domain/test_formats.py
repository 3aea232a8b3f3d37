"""Formats of data elements: what they let through."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brain.kit.datasets import Type
from brain.kit.errors import Invalid
from brain.platform.standards.contract import ValueRule
from brain.platform.standards.domain import formats


def keeps(rule: ValueRule, text: str) -> bool:
    long = rule.least <= len(text) and (rule.most is None or len(text) <= rule.most)
    return long and bool(re.search(rule.characters or "", text))


@pytest.mark.parametrize(
    ("written", "fits", "not_fits"),
    [
        ("an18", "91370600613418880Y", "9137060061341888"),
        ("n6", "370523", "37O523"),
        ("a3", "CNY", "CN"),
        ("c..4", "山东", "山东省东营"),
        ("an..5", "C2911", ""),
        ("c..", "任意长的文字" * 50, ""),
    ],
)
def test_a_format_tells_its_texts_from_others(written: str, fits: str, not_fits: str) -> None:
    rule = formats.read(written).rule(None)

    assert keeps(rule, fits)
    assert not keeps(rule, not_fits)


@pytest.mark.parametrize(
    ("written", "types"),
    [
        ("n6", {Type.TEXT, Type.INTEGER}),
        ("n..9", {Type.INTEGER}),
        ("n..20,4", {Type.DECIMAL, Type.NUMBER, Type.INTEGER}),
        ("c..200", {Type.TEXT}),
        ("d8", {Type.DATE}),
        ("dt14", {Type.TIME}),
        ("bl", {Type.BOOLEAN}),
    ],
)
def test_a_format_tells_which_columns_can_hold_it(written: str, types: set[Type]) -> None:
    assert formats.read(written).types == types


@pytest.mark.parametrize("written", ["", "18", "an", "n0", "a3,2", "n4,4", "d9", "n6 ", "c..,2"])
def test_what_is_no_format_is_refused(written: str) -> None:
    with pytest.raises(Invalid):
        formats.read(written)


@given(st.integers(1, 18), st.integers(0, 10**18))
def test_a_bound_is_kept_by_just_the_numbers_of_so_many_digits(size: int, number: int) -> None:
    bound = formats.read(f"n..{size}").rule(None).bound

    assert bound is not None
    assert (number < bound) == (len(str(number)) <= size)
