"""Use cases of identity; `caller` and `require` are how other rooms learn who is asking."""

import secrets
import string
from collections.abc import Callable, Coroutine, Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Annotated, Any

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError
from fastapi import Depends, Request
from psycopg import AsyncConnection
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.kit.crypto import sm3, token
from brain.kit.db import Session, raw
from brain.kit.errors import Conflict, Forbidden, Invalid, Refusal, Unauthenticated
from brain.kit.node import CurrentNode, Node, current_node
from brain.platform.identity import queries
from brain.platform.identity.contract import ADMINISTRATORS, Caller, ScopeTable
from brain.platform.identity.domain import (
    IDLE,
    LONGEST_SESSION,
    Account,
    AccountLocked,
    InvalidCredentials,
    Lockout,
    Organisation,
    PasswordMustChange,
    check_password,
    check_roles,
    password_problems,
)
from brain.platform.identity.models import AccountRow, SessionRow

HASHER = PasswordHasher()  # argon2id, RFC 9106 low-memory profile
NO_ONE = HASHER.hash(secrets.token_hex(16))  # verified for unknown names, so that timing tells nothing
TOUCH_EVERY = timedelta(seconds=60)


@dataclass(frozen=True, kw_only=True)
class FirstPassword:
    """Shown once; must be changed at the first login."""

    account_id: int
    username: str
    name: str
    password: str


@dataclass(frozen=True)
class PasswordChange:
    old: str
    new: str


def session_cookie(node: Node) -> str:
    """Cookies do not know ports: nodes on one host need different names."""
    return f"brain_session_{node.name}"


def one_time_password() -> str:
    alphabet = "".join(c for c in string.ascii_letters + string.digits if c not in "0O1lI")
    while True:
        password = "-".join("".join(secrets.choice(alphabet) for _ in range(5)) for _ in range(4))
        if not password_problems(password, ""):
            return password


async def create_first_administrators(session: AsyncSession) -> list[FirstPassword]:
    """The three administrators of a new node, each with a one-time password; nothing on later starts."""
    if await queries.any_account(session):
        return []
    return [
        await appoint(session, role.name.replace("_", "-"), role.title, None, (role.name,))
        for role in ADMINISTRATORS
    ]


async def appoint(
    session: AsyncSession, username: str, name: str, unit: Organisation | None, roles: Iterable[str]
) -> FirstPassword:
    """An account with its roles, made by the installation itself rather than by administrators."""
    wanted = frozenset(roles)
    check_roles(wanted)
    first = await create_account(session, username, name, unit.id if unit else None)
    await queries.set_roles(session, first.account_id, wanted, "installation", now())
    return first


async def is_taken(session: AsyncSession, username: str) -> bool:
    return await queries.lock_account_by_username(session, username) is not None


async def create_account(
    session: AsyncSession, username: str, name: str, organisation_id: int | None
) -> FirstPassword:
    """An account without roles: the security administrator grants them."""
    username = username.strip().lower()
    if await queries.lock_account_by_username(session, username) is not None:
        raise Conflict(f"用户名 {username} 已被使用")
    if organisation_id is not None:
        await queries.organisation(session, organisation_id)
    password, at = one_time_password(), now()
    row = AccountRow(
        username=username,
        name=name,
        organisation_id=organisation_id,
        password_hash=HASHER.hash(password),
        password_set_at=at,
        must_change_password=True,
        created_at=at,
    )
    account_id = await queries.add_account(session, row)
    return FirstPassword(account_id=account_id, username=username, name=name, password=password)


async def reset_password(session: AsyncSession, account_id: int) -> FirstPassword:
    """A new one-time password; ends the account's sessions and its lock."""
    row = await queries.lock_account(session, account_id)
    password = one_time_password()
    row.password_hash, row.password_set_at = HASHER.hash(password), now()
    row.must_change_password, row.failures, row.locked_until = True, 0, None
    await queries.end_sessions_of(session, account_id)
    return FirstPassword(account_id=row.id, username=row.username, name=row.name, password=password)


async def set_roles(session: AsyncSession, account_id: int, roles: Iterable[str], by: Caller) -> Account:
    """Replace the roles; nobody grants to himself."""
    wanted = frozenset(roles)
    check_roles(wanted)
    if account_id == by.account_id:
        raise Forbidden("不能修改自己的角色")
    await queries.lock_account(session, account_id)
    await queries.set_roles(session, account_id, wanted, by.username, now())
    return await queries.account(session, account_id)


async def set_account_enabled(
    session: AsyncSession, account_id: int, *, enabled: bool, by: Caller
) -> Account:
    if account_id == by.account_id:
        raise Forbidden("不能停用自己的账户")
    row = await queries.lock_account(session, account_id)
    row.disabled_at = None if enabled else row.disabled_at or now()
    if not enabled:
        await queries.end_sessions_of(session, account_id)
    await session.flush()
    return await queries.account(session, account_id)


async def create_organisation(session: AsyncSession, name: str, credit_code: str | None) -> Organisation:
    organisation_id = await queries.add_organisation(session, name, credit_code, now())
    if organisation_id is None:
        raise Conflict("机构名称或统一社会信用代码已存在")
    return await queries.organisation(session, organisation_id)


async def set_organisation_enabled(
    session: AsyncSession, organisation_id: int, *, enabled: bool
) -> Organisation:
    """A disabled organisation's people cannot use their sessions until it is enabled again."""
    row = await queries.lock_organisation(session, organisation_id)
    row.disabled_at = None if enabled else row.disabled_at or now()
    await session.flush()
    return await queries.organisation(session, organisation_id)


async def organisation_by_code(session: AsyncSession, credit_code: str) -> Organisation | None:
    return await queries.organisation_by_code(session, credit_code)


async def organisation(session: AsyncSession, organisation_id: int) -> Organisation:
    return await queries.organisation(session, organisation_id)


def _verified(password_hash: str, password: str) -> bool:
    try:
        return HASHER.verify(password_hash, password)
    except VerifyMismatchError:
        return False


async def sign_in(session: AsyncSession, username: str, password: str, address: str) -> str | Refusal:
    """A session token, or the refusal: returned, not raised, so that the counted failure is committed."""
    at = now()
    row = await queries.lock_account_by_username(session, username.strip().lower())
    if row is None:
        _verified(NO_ONE, password)
        return InvalidCredentials("用户名或密码不正确")
    lockout = Lockout(failures=row.failures, until=row.locked_until)
    if until := lockout.held_until(at):
        return AccountLocked(until, at)
    if not _verified(row.password_hash, password) or row.disabled_at is not None:
        lockout = lockout.after_failure(at)
        row.failures, row.locked_until = lockout.failures, lockout.until
        return AccountLocked(lockout.until, at) if lockout.until else InvalidCredentials("用户名或密码不正确")
    row.failures, row.locked_until, row.last_login_at = 0, None, at
    opened = token("bs")
    await queries.add_session(
        session,
        SessionRow(
            token_hash=sm3(opened.encode()), account_id=row.id, created_at=at, seen_at=at, address=address
        ),
    )
    return opened


async def sign_out(session: AsyncSession, opened: str) -> None:
    await queries.end_session(session, sm3(opened.encode()))


async def end_stale_sessions(node: Node, _: dict[str, Any]) -> None:
    """Scheduled: forget sessions past their idle or absolute time."""
    async with node.database.transaction() as session:
        await queries.end_sessions_before(session, created=now() - LONGEST_SESSION, seen=now() - IDLE)


async def change_password(session: AsyncSession, by: Caller, change: PasswordChange, opened: str) -> None:
    """Ends all other sessions of the account: whoever else knew the old password is out."""
    old, new = change.old, change.new
    row = await queries.lock_account(session, by.account_id)
    if not _verified(row.password_hash, old):
        raise Invalid("原密码不正确", [{"loc": "/body/oldPassword", "message": "原密码不正确"}])
    check_password(new, row.username)
    used = [row.password_hash, *await queries.former_passwords(session, row.id)]
    if any(_verified(former, new) for former in used):
        raise Invalid(
            "新密码不符合要求", [{"loc": "/body/newPassword", "message": "不能与最近用过的密码相同"}]
        )
    at = now()
    await queries.remember_password(session, row.id, row.password_hash, at)
    row.password_hash, row.password_set_at, row.must_change_password = HASHER.hash(new), at, False
    await queries.end_sessions_of(session, row.id, but=sm3(opened.encode()))


async def authenticate(connection: AsyncConnection[Any], node: Node, opened: str | None) -> Caller:
    """Who holds this session token, or `Unauthenticated`."""
    if not opened:
        raise Unauthenticated("请先登录")
    at, token_hash = now(), sm3(opened.encode())
    found = await queries.signed_in(connection, token_hash)
    if found is None or found.expired(at):
        raise Unauthenticated("登录已失效，请重新登录")
    if at - found.seen_at > TOUCH_EVERY:
        await queries.touch_session(connection, token_hash, at)
    roles = frozenset(found.roles or ())
    return Caller(
        account_id=found.id,
        username=found.username,
        name=found.name,
        organisation_id=found.organisation_id,
        organisation_name=found.organisation_name,
        organisation_code=found.organisation_code,
        roles=roles,
        scopes=node.get(ScopeTable).of(roles),
        must_change_password=found.password_expired(at),
    )


async def signed_in_caller(request: Request, session: Session, node: CurrentNode) -> Caller:
    """Whoever is signed in, even if the password must change first."""
    return await authenticate(await raw(session), node, request.cookies.get(session_cookie(node)))


AnyCaller = Annotated[Caller, Depends(signed_in_caller)]


async def settled_caller(caller: AnyCaller) -> Caller:
    if caller.must_change_password:
        raise PasswordMustChange("请先修改初始或过期的密码")
    return caller


SettledCaller = Annotated[Caller, Depends(settled_caller)]


async def quick_caller(request: Request, connection: AsyncConnection[Any], scope: str) -> Caller:
    """As `require`, on a connection without a transaction: for routes that answer within milliseconds."""
    node = current_node(request)
    caller = await authenticate(connection, node, request.cookies.get(session_cookie(node)))
    await settled_caller(caller)
    caller.needs(scope)
    return caller


def require(scope: str) -> Callable[[Caller], Coroutine[Any, Any, Caller]]:
    """A dependency that lets only holders of this scope through."""

    async def holder(caller: SettledCaller) -> Caller:
        caller.needs(scope)
        return caller

    return holder
