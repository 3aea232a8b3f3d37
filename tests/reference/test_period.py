"""Reporting periods."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brain.kit.errors import Invalid
from brain.reference.period import Period, Span
from tests.strategies import periods


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-03", "2024-03"),
        ("202403", "2024-03"),
        ("2024年3月", "2024-03"),
        ("2024Q1", "2024Q1"),
        ("2024年第一季度", "2024Q1"),
        ("2024年4季度", "2024Q4"),
        ("2024-h2", "2024H2"),
        ("2024年上半年", "2024H1"),
        ("2024", "2024"),
        ("2024年", "2024"),
    ],
)
def test_periods_are_read_as_people_write_them(text: str, expected: str) -> None:
    assert str(Period.parse(text)) == expected


@pytest.mark.parametrize(
    "text", ["", "24", "2024-13", "2024-00", "2024Q5", "2024H3", "2024年1", "0000", "春季"]
)
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(Invalid):
        Period.parse(text)


def test_a_period_begins_and_ends_with_its_months() -> None:
    assert (Period.parse("2024-02").first, Period.parse("2024-02").last) == (
        date(2024, 2, 1),
        date(2024, 2, 29),
    )
    assert (Period.parse("2024H2").first, Period.parse("2024H2").last) == (
        date(2024, 7, 1),
        date(2024, 12, 31),
    )


def test_a_moment_belongs_to_its_beijing_month() -> None:
    moment = datetime(2024, 3, 31, 16, 30, tzinfo=UTC)

    assert Period.of(moment, Span.MONTH) == Period.parse("2024-04")
    assert moment in Period.parse("2024Q2")
    assert moment not in Period.parse("2024Q1")


def test_a_year_splits_into_its_quarters() -> None:
    assert [str(part) for part in Period.parse("2024").split(Span.QUARTER)] == [
        "2024Q1",
        "2024Q2",
        "2024Q3",
        "2024Q4",
    ]


def test_running_through_to_an_earlier_period_gives_nothing() -> None:
    assert list(Period.parse("2024Q2").through(Period.parse("2024Q1"))) == []


@given(periods())
def test_a_period_is_read_back_from_its_code_and_its_title(period: Period) -> None:
    assert Period.parse(str(period)) == period
    assert Period.parse(period.title) == period


@given(periods(), st.integers(-50, 50))
def test_shifting_there_and_back_changes_nothing(period: Period, steps: int) -> None:
    assert period.shift(steps).shift(-steps) == period


@given(periods())
def test_periods_follow_each_other_without_gap_or_overlap(period: Period) -> None:
    assert period.last + timedelta(days=1) == period.shift(1).first
    assert period.first in period
    assert period.last in period
    assert period.shift(1).first not in period


@given(periods(), st.integers(0, 40))
def test_running_through_meets_every_period_once(period: Period, steps: int) -> None:
    run = list(period.through(period.shift(steps)))

    assert run == [period.shift(step) for step in range(steps + 1)]
