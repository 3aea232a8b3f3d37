"""The level of a data set: the strictest of columns, elements and associations, with reasons."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brain.platform.governance.domain.grading.assessment import DataSet, GradedColumn, Reason, assess
from brain.platform.governance.domain.grading.levels import Level, Processing
from brain.platform.governance.domain.grading.rules import Measure, shipped

RULES = shipped()
kinds = st.sampled_from([None, *sorted(RULES.kinds)])
columns = st.builds(GradedColumn, name=st.sampled_from([f"c{number}" for number in range(9)]), kind=kinds)
tables = st.lists(columns, max_size=6, unique_by=lambda column: column.name)


def named(*names: str, **kinds_of: str) -> list[GradedColumn]:
    return [GradedColumn(name=name) for name in names] + [
        GradedColumn(name=name, kind=kind) for name, kind in kinds_of.items()
    ]


def strictest(reasons: tuple[Reason, ...]) -> Reason:
    return reasons[0]


@given(tables)
def test_no_column_is_stricter_than_its_data_set(table: list[GradedColumn]) -> None:
    assessment = assess(DataSet(columns=table), RULES)

    assert assessment.level >= max(assessment.columns.values(), default=Level.GENERAL_1)
    assert assessment.level == max((reason.level for reason in assessment.reasons), default=Level.GENERAL_1)


@given(tables, columns)
def test_another_column_never_lowers_the_level(table: list[GradedColumn], more: GradedColumn) -> None:
    wider = [column for column in table if column.name != more.name] + [more]
    narrower = [column for column in wider if column is not more]

    assert assess(DataSet(columns=wider), RULES).level >= assess(DataSet(columns=narrower), RULES).level


@pytest.mark.parametrize(
    "table",
    [
        named("出生日期", "性别", "所在县"),
        named("birthDate", "gender", "zip"),
        named("职务", name="person_name", home="address"),
    ],
    ids=["birth, sex, region", "the same in English", "name, region, post"],
)
def test_columns_harmless_alone_are_not_harmless_together(table: list[GradedColumn]) -> None:
    assessment = assess(DataSet(columns=table), RULES)

    assert max(assessment.columns.values()) < Level.GENERAL_3
    assert assessment.level == Level.GENERAL_3
    assert strictest(assessment.reasons).why == "association"
    assert set(strictest(assessment.reasons).columns) == {column.name for column in table}


def test_one_column_cannot_play_two_roles() -> None:
    """出生地区 reads as birth and as region; alone with 性别 it is one fact, not two."""
    assert assess(DataSet(columns=named("出生所在县", "性别")), RULES).level == Level.GENERAL_1


@pytest.mark.parametrize(
    ("people", "level", "review"),
    [(999_999, 2, False), (1_000_000, 4, False), (10_000_000, 5, True)],
)
def test_scale_raises_the_level(people: int, level: int, review: bool) -> None:  # noqa: FBT001
    data = DataSet(columns=named(phone="mobile"), measures={"people": people})
    assessment = assess(data, RULES)

    assert (assessment.level, assessment.needs_review) == (level, review)


def test_a_group_or_an_area_that_a_person_marks_raises_the_level() -> None:
    place = named(site="coordinates")

    assert assess(DataSet(columns=named(who="person_name")), RULES).level == Level.GENERAL_2
    assert assess(DataSet(columns=named(who="person_name"), marks=frozenset({"minors"})), RULES).level == 3
    assert assess(DataSet(columns=place, marks=frozenset({"sensitive_area"})), RULES).level == Level.IMPORTANT


def test_a_category_given_by_a_person_counts_for_elements() -> None:
    coverage: dict[Measure, float] = {"coverage": 0.9}
    unknown = [GradedColumn(name="v1")]
    classed = [GradedColumn(name="v1", category="industry.production.condition")]

    assert assess(DataSet(columns=unknown, measures=coverage), RULES).level == Level.GENERAL_1
    assert assess(DataSet(columns=classed, measures=coverage), RULES).level == Level.IMPORTANT


@pytest.mark.parametrize(
    ("processing", "case", "level"),
    [
        (Processing.RAW, "default", 3),
        (Processing.MASKED, "default", 2),
        (Processing.STATISTICAL, "default", 2),
        (Processing.STATISTICAL, "large_group", 4),
        (Processing.FUSED, "default", 4),
        (Processing.FUSED, "less_identified", 2),
    ],
)
def test_derived_data_move_by_how_far_they_were_processed(
    processing: Processing, case: str, level: int
) -> None:
    data = DataSet(columns=named(card="bank_card"), processing=processing, case=case)  # type: ignore[arg-type]

    assert assess(data, RULES).level == level


@pytest.mark.parametrize("processing", Processing)
def test_what_a_person_set_and_important_data_are_not_moved(processing: Processing) -> None:
    set_by_hand = [GradedColumn(name="c", kind="email", level=Level.IMPORTANT)]

    assert assess(DataSet(columns=set_by_hand, processing=processing), RULES).level == Level.IMPORTANT
    assert Level.IMPORTANT.moved(-1) == Level.IMPORTANT
