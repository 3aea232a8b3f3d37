"""Rules of passwords, lockout, sessions and the separation of the three administrators."""

import string
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from brain.kit.errors import Conflict, FieldError, Forbidden, Invalid, Refusal
from brain.platform.identity.contract import ADMINISTRATORS, ROLES

# GB/T 22239-2019 level 3, 身份鉴别 a and b.
SHORTEST_PASSWORD = 12
LONGEST_PASSWORD = 128
PASSWORD_CLASSES = 3
PASSWORD_LIFE = timedelta(days=90)
REMEMBERED_PASSWORDS = 5
FAILURES_ALLOWED = 5
LOCK = timedelta(minutes=15)
IDLE = timedelta(minutes=30)
LONGEST_SESSION = timedelta(hours=12)

WEAK_PARTS = (
    "password",
    "admin",
    "qwerty",
    "asdfgh",
    "123456",
    "abcdef",
    "111111",
    "888888",
    "letmein",
    "woaini",
)


class InvalidCredentials(Refusal):
    status, code = 401, "invalid_credentials"


class AccountLocked(Refusal):
    """Too many failures; `retryAfterSeconds` says how long the lock still holds."""

    status, code = 423, "account_locked"

    def __init__(self, until: datetime, at: datetime) -> None:
        seconds = max(1, round((until - at).total_seconds()))
        super().__init__(
            f"连续登录失败，账户已锁定，请 {-(-seconds // 60)} 分钟后再试", retryAfterSeconds=seconds
        )


class PasswordMustChange(Forbidden):
    code = "password_must_change"


class AdministratorsMeet(Conflict):
    """An account would hold two of the three administrator roles."""

    code = "administrators_meet"


def password_problems(password: str, username: str) -> list[str]:
    """Sentences for every rule that the password breaks."""
    kinds = (string.ascii_lowercase, string.ascii_uppercase, string.digits)
    classes = sum(any(c in kind for c in password) for kind in kinds)
    classes += any(c not in string.ascii_letters + string.digits for c in password)
    problems = []
    if not SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD:
        problems.append(f"长度应为 {SHORTEST_PASSWORD}–{LONGEST_PASSWORD} 个字符")
    if classes < PASSWORD_CLASSES:
        problems.append("大写字母、小写字母、数字、符号中至少包含三类")
    folded = password.casefold()
    if username and username.casefold() in folded:
        problems.append("不能包含用户名")
    if any(part in folded for part in WEAK_PARTS) or len(set(password)) < 5:
        problems.append("过于常见，容易被猜中")
    return problems


def check_password(password: str, username: str) -> None:
    problems = password_problems(password, username)
    if problems:
        fields: list[FieldError] = [{"loc": "/body/newPassword", "message": problem} for problem in problems]
        raise Invalid("新密码不符合要求", fields)


def check_roles(roles: Iterable[str]) -> None:
    held = set(roles)
    unknown = held - ROLES.keys()
    if unknown:
        raise Invalid(f"没有这样的角色：{'、'.join(sorted(unknown))}")
    administrators = [role.title for role in ADMINISTRATORS if role.name in held]
    if len(administrators) > 1:
        raise AdministratorsMeet(f"同一账户不能同时担任{'和'.join(administrators)}")


@dataclass(frozen=True, kw_only=True)
class Lockout:
    """Failures so far and until when the account is locked."""

    failures: int
    until: datetime | None

    def held_until(self, at: datetime) -> datetime | None:
        """The end of a lock that is in force, else nothing."""
        return self.until if self.until is not None and at < self.until else None

    def after_failure(self, at: datetime) -> "Lockout":
        failures = (0 if self.until else self.failures) + 1  # a lock that has passed starts the count anew
        return Lockout(failures=failures, until=at + LOCK if failures >= FAILURES_ALLOWED else None)


@dataclass(frozen=True, kw_only=True)
class OpenSession:
    """A session found by its token, with the person and organisation behind it."""

    created_at: datetime
    seen_at: datetime
    id: int
    username: str
    name: str
    must_change_password: bool
    password_set_at: datetime
    organisation_id: int | None
    organisation_name: str | None
    organisation_code: str | None
    roles: list[str] | None

    def expired(self, at: datetime) -> bool:
        return at - self.created_at > LONGEST_SESSION or at - self.seen_at > IDLE

    def password_expired(self, at: datetime) -> bool:
        return self.must_change_password or at - self.password_set_at > PASSWORD_LIFE


@dataclass(frozen=True, kw_only=True)
class Organisation:
    id: int
    name: str
    credit_code: str | None
    disabled_at: datetime | None


@dataclass(frozen=True, kw_only=True)
class Account:
    id: int
    username: str
    name: str
    organisation_id: int | None
    organisation_name: str | None
    roles: tuple[str, ...]
    must_change_password: bool
    locked_until: datetime | None
    disabled_at: datetime | None
    last_login_at: datetime | None
    created_at: datetime
