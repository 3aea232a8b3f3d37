"""Password rules, lockout and the three administrators."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brain.platform.identity.algorithm import one_time_password
from brain.platform.identity.contract import ADMINISTRATORS, ROLES
from brain.platform.identity.domain import (
    LOCK,
    AdministratorsMeet,
    Lockout,
    check_roles,
    password_problems,
)

AT = datetime(2026, 11, 22, tzinfo=UTC)


@pytest.mark.parametrize(
    ("password", "problem"),
    [
        ("Sh0rt-one", "长度应为 12–128 个字符"),
        ("only-lower-case-words", "大写字母、小写字母、数字、符号中至少包含三类"),
        ("Zhang.San-2026-river", "不能包含用户名"),
        ("My-Password-2026", "过于常见，容易被猜中"),
        ("Aa1Aa1Aa1Aa1", "过于常见，容易被猜中"),
    ],
)
def test_a_weak_password_is_told_its_problem(password: str, problem: str) -> None:
    assert password_problems(password, "zhang.san") == [problem]


def test_a_good_password_has_no_problem() -> None:
    assert password_problems("Copper-River-81", "zhang.san") == []


def test_one_time_passwords_keep_the_rules_and_differ() -> None:
    made = {one_time_password() for _ in range(50)}

    assert len(made) == 50
    assert [password_problems(password, "") for password in made] == [[]] * 50


def test_the_fifth_failure_locks_for_fifteen_minutes() -> None:
    lockout = Lockout(failures=4, until=None).after_failure(AT)

    assert lockout.until == AT + timedelta(minutes=15)
    assert lockout.held_until(AT + LOCK - timedelta(seconds=1)) == AT + LOCK
    assert lockout.held_until(AT + LOCK) is None


def test_failures_count_anew_after_a_lock_has_passed() -> None:
    locked = Lockout(failures=5, until=AT)

    assert locked.after_failure(AT + timedelta(seconds=1)) == Lockout(failures=1, until=None)


@given(st.sets(st.sampled_from(sorted(ROLES))))
def test_no_set_of_roles_with_two_administrators_passes(roles: set[str]) -> None:
    administrators = roles & {role.name for role in ADMINISTRATORS}

    try:
        check_roles(roles)
        passed = True
    except AdministratorsMeet:
        passed = False

    assert passed == (len(administrators) < 2)
