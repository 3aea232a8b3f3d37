"""Which changes of important data must be filed again, and until when."""

from dataclasses import replace
from datetime import date

import pytest

from brain.platform.governance.domain.grading.catalogue import Entry, changes
from brain.platform.governance.domain.grading.levels import Level
from brain.platform.governance.domain.grading.rules import shipped

TODAY = date(2026, 11, 30)
FILED = Entry(
    dataset="runs",
    category="industry.production.condition",
    level=Level.IMPORTANT,
    records=1_000,
    size=1_000_000,
)


@pytest.mark.parametrize(
    ("records", "size", "share"),
    [
        (1_299, 1_000_000, None),
        (1_300, 1_000_000, 0.3),
        (700, 1_000_000, -0.3),
        (1_000, 1_500_000, 0.5),
        (1_000, 701_000, None),
        (0, 1_000_000, -1.0),
    ],
)
def test_a_change_of_scale_of_three_tenths_is_filed(records: int, size: int, share: float | None) -> None:
    found = changes([FILED], [replace(FILED, records=records, size=size)], TODAY, shipped())

    assert [(change.what, change.share) for change in found] == ([("scale", share)] if share else [])


def test_level_category_and_what_comes_and_goes_are_filed() -> None:
    now = [
        replace(FILED, level=Level.CORE, category="industry.research.recipe"),
        replace(FILED, dataset="new"),
        replace(FILED, dataset="plain", level=Level.GENERAL_4),
    ]
    found = changes([FILED, replace(FILED, dataset="gone")], now, TODAY, shipped())

    assert [(change.dataset, change.what) for change in found] == [
        ("gone", "removed"),
        ("new", "added"),
        ("runs", "level"),
        ("runs", "category"),
    ]


def test_important_data_that_become_general_leave_the_catalogue() -> None:
    found = changes([FILED], [replace(FILED, level=Level.GENERAL_3)], TODAY, shipped())

    assert [(change.dataset, change.what) for change in found] == [("runs", "removed")]


def test_three_months_from_a_long_month_end_on_the_last_day_of_a_short_one() -> None:
    (change,) = changes([], [FILED], TODAY, shipped())

    assert change.due == date(2027, 2, 28)
