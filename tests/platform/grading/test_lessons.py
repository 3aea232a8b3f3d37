"""What people decided teaches what to propose."""

import pytest

from brain.platform.grading.domain.lessons import Lesson, by_likeness, plain, taught


def lesson(column: str, title: str, level: int, kind: str | None = "mobile") -> Lesson:
    return Lesson(
        data_set="base.a",
        column=column,
        title=title,
        kind=kind,
        level=level,
        personal=True,
        category="personal.contact",
    )


LESSONS = by_likeness([lesson("phone", "联系 电话（办公）", 3), lesson("tel", "值班电话", 2)])


@pytest.mark.parametrize("title", ["联系电话", "联系电话(手机)", "联系＿电话", " 联系 电话 "])
def test_the_same_title_is_recognised_however_it_is_written(title: str) -> None:
    found = taught(LESSONS, "base.b", "c1", title, "mobile")

    assert found is not None
    assert (found.level, found.category, found.columns) == (3, "personal.contact", ("base.a.phone",))


def test_a_name_teaches_where_no_title_does() -> None:
    found = taught(LESSONS, "base.b", "TEL", "号", "mobile")

    assert (found and found.level) == 2


def test_other_content_under_the_same_title_is_another_thing() -> None:
    assert taught(LESSONS, "base.b", "c1", "联系电话", "landline") is None


def test_a_column_does_not_teach_itself() -> None:
    assert taught(LESSONS, "base.a", "phone", "联系电话", "mobile") is None


def test_where_people_differ_the_strictest_is_followed() -> None:
    both = by_likeness([lesson("a", "电话", 2), lesson("b", "电话", 4)])

    found = taught(both, "base.b", "c", "电话", "mobile")

    assert (found and (found.level, found.columns)) == (4, ("base.a.a", "base.a.b"))


def test_marks_alone_are_no_name() -> None:
    assert plain("（）--") == ""
