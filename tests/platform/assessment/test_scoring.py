"""What answers are worth, by laws; gaps; facts as answers."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brain.kit.errors import Invalid
from brain.platform.assessment.adapters.set_files import shipped
from brain.platform.assessment.domain.facts import Fact, answer_of
from brain.platform.assessment.domain.gaps import gaps
from brain.platform.assessment.domain.indicators import Indicator, IndicatorSet, Value
from brain.platform.assessment.domain.scoring import check_answer, points, score

SETS = {each.code: each for each in shipped()}
SME, MATURITY = SETS["sme_digital_level"], SETS["gbt_39116_maturity"]
FILLED = st.sampled_from([each for each in shipped() if each.dimensions])


def values(indicator: Indicator) -> st.SearchStrategy[Value]:
    if indicator.kind == "choice":
        return st.sampled_from([option.code for option in indicator.options])
    if indicator.kind == "yes_no":
        return st.sampled_from(["yes", "no"])
    return st.floats(0, 100)


@st.composite
def answered(draw: st.DrawFn) -> tuple[IndicatorSet, dict[str, Value]]:
    asked = draw(FILLED)
    chosen = draw(st.lists(st.sampled_from(list(asked.indicators)), unique_by=lambda each: each.code))
    return asked, {each.code: draw(values(each)) for each in chosen}


def best(indicator: Indicator) -> Value:
    ways: dict[str, Value] = {"yes_no": "yes", "share": 100.0, "number": 1e9}
    return indicator.options[-1].code if indicator.kind == "choice" else ways[indicator.kind]


@given(answered())
def test_a_better_answer_never_lowers_score_or_level(case: tuple[IndicatorSet, dict[str, Value]]) -> None:
    asked, answers = case
    order = [None, *(level.code for level in asked.levels)]
    before = score(asked, answers)

    after = [score(asked, answers | {each.code: best(each)}) for each in asked.indicators]

    assert all(each.total >= before.total - 0.01 for each in after)
    assert all(order.index(each.level) >= order.index(before.level) for each in after)


@given(answered())
def test_the_order_of_answers_does_not_matter_and_points_stay_in_range(
    case: tuple[IndicatorSet, dict[str, Value]],
) -> None:
    asked, answers = case
    found = score(asked, answers)

    assert score(asked, dict(reversed(answers.items()))) == found
    assert 0 <= found.total <= 100.01
    assert set(found.unanswered) == {each.code for each in asked.indicators} - answers.keys()


@given(FILLED)
def test_best_answers_reach_all_and_none_reach_nothing(asked: IndicatorSet) -> None:
    most = score(asked, {each.code: best(each) for each in asked.indicators})
    least = score(asked, {})

    assert (most.total, most.level, most.next_level) == (100, asked.levels[-1].code, None)
    assert (least.total, least.level, least.next_level) == (0, None, asked.levels[0].code)
    assert gaps(asked, {each.code: best(each) for each in asked.indicators}) == []


@given(answered())
def test_taking_a_gaps_step_gains_what_it_says(case: tuple[IndicatorSet, dict[str, Value]]) -> None:
    asked, answers = case
    found = gaps(asked, answers)
    before = score(asked, answers).total

    after = [score(asked, answers | {gap.indicator: gap.next_step}).total for gap in found]

    assert [total - before for total in after] == pytest.approx([gap.gain for gap in found], abs=0.011)


@given(FILLED)
def test_an_unanswered_indicator_counts_as_its_worst_answer(asked: IndicatorSet) -> None:
    ways: dict[str, Value] = {"yes_no": "no", "share": 0.0, "number": 0.0}
    worst = {
        each.code: each.options[0].code if each.kind == "choice" else ways[each.kind]
        for each in asked.indicators
    }

    assert score(asked, worst).total == score(asked, {}).total == 0


def test_levels_begin_at_their_band() -> None:
    two = ("orders_in_system", "connected_equipment")
    one = replace(SME, levels=SME.levels[:1], dimensions=SME.dimensions[:1])
    one = replace(one, dimensions=(replace(one.dimensions[0], weight=100.0),))

    reached = [score(one, {two[1]: share}).level for share in (66.6, 66.7)]

    assert reached == [None, "one"]


def test_one_weak_dimension_holds_back_the_level_of_a_gated_set() -> None:
    answers: dict[str, Value] = {each.code: "optimised" for each in MATURITY.indicators}
    weak = answers | {"strategy": "standard", "skills": "standard"}

    found = score(MATURITY, weak)

    assert (found.total, found.level, found.next_level) == (76, "standardised", "integrated")
    assert found.held_back_by == ("people",)
    assert [gap.indicator for gap in gaps(MATURITY, weak)][:2] == ["strategy", "skills"]


@pytest.mark.parametrize("value", ["perhaps", 1.0, float("nan"), -1.0, ""])
def test_what_an_indicator_does_not_ask_for_is_refused(value: Value) -> None:
    refused = [each for each in SME.indicators if each.kind in {"choice", "yes_no"} or value != 1.0]

    for indicator in refused:
        with pytest.raises(Invalid):
            check_answer(indicator, value)


def test_thresholds_and_facts_answer_by_their_steps() -> None:
    oee, collected = SME.indicator("oee"), SME.indicator("automatic_collection")
    assert oee is not None
    assert collected is not None
    fact = Fact(
        key="collection.automatic_share",
        value=60.0,
        unit="%",
        as_of=datetime(2026, 1, 1, tzinfo=UTC),
        source="",
        source_en="",
        explanation="",
        explanation_en="",
    )

    assert [points(oee, at) for at in (19.9, 20, 54, 55, 84.9, 85, 100)] == [0, 20, 40, 60, 80, 100, 100]
    answers = [answer_of(collected, replace(fact, value=share)) for share in (0.0, 29.9, 30.0, 60.0, 90.0)]
    assert answers == ["none", "some", "half", "most", "all"]
    assert answer_of(collected, replace(fact, value="yes")) is None
