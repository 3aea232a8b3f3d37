"""What a model hears of values, and what of its answer counts."""

from hypothesis import given
from hypothesis import strategies as st

from brain.platform.grading.domain.opinions import LONGEST_SHAPE, Said, raised, shape_of, shapes, weigh

COLUMNS = st.sampled_from(["a", "b", "c", "ghost"])
SAID = st.builds(
    Said,
    column=COLUMNS,
    level=st.integers(-3, 9),
    kind=st.sampled_from([None, "mobile", "soul"]),
    reason=st.sampled_from(["", " \n", "像手机号", "长" * 500]),
)


@given(st.lists(SAID, max_size=8), st.dictionaries(st.sampled_from("abc"), st.integers(1, 6)))
def test_whatever_a_model_says_no_level_is_lowered_and_nothing_unknown_is_kept(
    said: list[Said], held: dict[str, int]
) -> None:
    weighed = weigh(said, held, {"mobile"})

    assert len(weighed.raises) + weighed.agreed + weighed.dropped == len(said)
    for each in weighed.raises:
        assert held[each.column] < each.level <= 4
        assert each.kind in {None, "mobile"}
        assert 0 < len(each.reason) <= 200
    assert len({each.column for each in weighed.raises}) == len(weighed.raises)


@given(st.integers(1, 6), st.integers(-9, 9))
def test_accepting_a_proposal_never_lowers(held: int, advised: int) -> None:
    assert raised(held, advised) >= held


@given(st.text())
def test_a_shape_holds_no_letter_digit_or_character_of_the_value(value: str) -> None:
    shape = shape_of(value)

    assert len(shape) == min(len(value), LONGEST_SHAPE)
    assert {each for each in shape if each.isalnum()} <= {"A", "9", "汉"}
    assert all(each in "汉? " or each.isascii() for each in shape)


def test_shapes_are_counted_the_commonest_first() -> None:
    told = shapes(["1390 王", "1391 李", "a-1", ""])

    assert [(each.shape, each.length, each.count) for each in told] == [("9999 汉", 6, 2), ("A-9", 3, 1)]
