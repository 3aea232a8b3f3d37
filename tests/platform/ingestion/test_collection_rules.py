"""Rules of collections: when they are due, which files are new, what counts as a changed shape."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brain.kit.clock import BEIJING
from brain.kit.errors import Invalid
from brain.platform.ingestion.domain import drift, listings
from brain.platform.ingestion.domain.drift import Drift, Shape
from brain.platform.ingestion.domain.layouts import ENTERPRISES
from brain.platform.ingestion.domain.listings import Listed
from brain.platform.ingestion.domain.mapping import Column
from brain.platform.ingestion.domain.schedules import MOST_MINUTES, Schedule

MOMENTS = st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
NAMES = st.text("abc", min_size=1, max_size=2)
FILES = st.lists(
    st.builds(Listed, name=NAMES, size=st.integers(0, 3), modified=st.integers(0, 3).map(float)),
    unique_by=lambda file: file.name,
)


@given(MOMENTS, st.integers(1, MOST_MINUTES))
def test_an_interval_is_due_that_much_later(moment: datetime, minutes: int) -> None:
    assert Schedule(minutes=minutes).after(moment) == moment + timedelta(minutes=minutes)


@given(MOMENTS)
def test_a_time_of_day_is_that_of_beijing_and_within_a_day(moment: datetime) -> None:
    due = Schedule(cron="20 2 * * *").after(moment)

    assert due is not None
    assert timedelta() < due - moment <= timedelta(days=1)
    assert (due.astimezone(BEIJING).hour, due.astimezone(BEIJING).minute) == (2, 20)


def test_what_runs_by_hand_is_never_due() -> None:
    assert Schedule().after(datetime(2026, 1, 1, tzinfo=UTC)) is None


@pytest.mark.parametrize(
    "schedule",
    [
        Schedule(cron="20 2 * * *", minutes=5),
        Schedule(minutes=0),
        Schedule(minutes=MOST_MINUTES + 1),
        Schedule(cron="* * * * * *"),
        Schedule(cron="every day"),
        Schedule(cron="61 2 * * *"),
    ],
)
def test_a_schedule_that_cannot_be_meant_is_refused(schedule: Schedule) -> None:
    with pytest.raises(Invalid):
        schedule.check()


@given(FILES, FILES)
def test_each_file_is_new_until_taken_and_again_once_it_changes(
    first: list[Listed], second: list[Listed]
) -> None:
    cursor: dict[str, object] = {}
    for file in listings.fresh(first, cursor):
        cursor = listings.with_taken(first, cursor, file)
    assert listings.fresh(first, cursor) == []

    same = set(first)
    assert listings.fresh(second, cursor) == [file for file in second if file not in same]


@given(FILES.filter(bool), FILES)
def test_the_cursor_keeps_only_what_is_there(first: list[Listed], second: list[Listed]) -> None:
    cursor: dict[str, object] = {}
    for file in first:
        cursor = listings.with_taken(first, cursor, file)
    taken = Listed(name="new", size=1, modified=1)

    after = listings.with_taken([*second, taken], cursor, taken)

    assert set(after["files"]) == {"new"} | ({file.name for file in first} & {file.name for file in second})


def test_files_are_matched_by_their_last_name_and_the_oldest_comes_first() -> None:
    found = [
        Listed(name=name, size=1, modified=at) for name, at in (("a/1.csv", 2), ("2.csv", 1), ("3.txt", 0))
    ]

    assert [file.name for file in listings.matching(found, "*.csv")] == ["2.csv", "a/1.csv"]
    with pytest.raises(Invalid, match="最多"):
        listings.matching(found * listings.MOST_FILES, "*.csv")


HEADERS = st.lists(st.sampled_from("甲乙丙丁"), unique=True).map(tuple)


@given(HEADERS, HEADERS)
def test_drift_names_what_came_and_what_went(before: tuple[str, ...], after: tuple[str, ...]) -> None:
    found = Shape(headers=before).drift(Shape(headers=after))

    assert set(after) == set(before) - set(found.gone) | set(found.added)
    assert bool(found) == (set(before) != set(after))


@pytest.mark.parametrize(
    ("cells", "broken"),
    [
        (["2001-02-03", "2002年1月1日", None, ""], ()),
        (["2001-02-03", "nonsense"], ()),
        (["2001-02-03", "nonsense", "rubbish"], ("日期",)),
        ([None, " "], ()),
        ([], ()),
    ],
)
def test_a_column_is_broken_when_most_of_its_values_cannot_be_read(
    cells: list[str | None], broken: tuple[str, ...]
) -> None:
    mapping = (Column(column="日期", field="establish_date"), Column(column="名称", field="name"))

    shape = drift.shape({"日期": cells, "名称": cells}, mapping, ENTERPRISES)

    assert shape == Shape(headers=("日期", "名称"), broken=broken)


def test_a_column_accepted_as_it_is_is_not_told_again() -> None:
    accepted, came = Shape(headers=("a", "b"), broken=("a",)), Shape(headers=("a", "b"), broken=("a", "b"))

    assert accepted.drift(came) == Drift(broken=("b",))


@pytest.mark.parametrize(
    ("rows", "before", "unusual"),
    [
        (49, [100, 100, 100], True),
        (50, [100, 100, 100], False),
        (200, [100, 100, 100], False),
        (201, [100, 100, 100], True),
        (1, [100, 100], False),
        (100, [100, 100, 100, 1, 1, 1000, 1000], False),
        (10, [10, 10, 10, 1000, 1000, 1000, 1000, 1000], False),
        (0, [0, 0, 0], False),
    ],
)
def test_volume_is_judged_by_the_median_of_the_latest(rows: int, before: list[int], *, unusual: bool) -> None:
    assert drift.is_unusual(rows, before) is unusual
