"""Accounts, roles and organisations, and the first administrators of an installation."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.kit.errors import Conflict, Forbidden
from brain.kit.events import Recorded, announce
from brain.platform.identity import contract as acts
from brain.platform.identity import queries
from brain.platform.identity.algorithm import HASHER, one_time_password
from brain.platform.identity.contract import ADMINISTRATORS, Caller
from brain.platform.identity.domain import (
    Account,
    Organisation,
    check_roles,
)
from brain.platform.identity.models import AccountRow
from brain.platform.identity.service.recording import record


@dataclass(frozen=True, kw_only=True)
class FirstPassword:
    """Shown once; must be changed at the first login."""

    account_id: int
    username: str
    name: str
    password: str


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
    await record(session, acts.ROLES_GRANTED, first, roles=sorted(wanted))
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
    await record(session, acts.ACCOUNT_MADE, row)
    return FirstPassword(account_id=account_id, username=username, name=name, password=password)


async def reset_password(session: AsyncSession, account_id: int) -> FirstPassword:
    """A new one-time password; ends the account's sessions and its lock."""
    row = await queries.lock_account(session, account_id)
    password = one_time_password()
    row.password_hash, row.password_set_at = HASHER.hash(password), now()
    row.must_change_password, row.failures, row.locked_until = True, 0, None
    await queries.end_sessions_of(session, account_id)
    await record(session, acts.PASSWORD_RESET, row)
    return FirstPassword(account_id=row.id, username=row.username, name=row.name, password=password)


async def set_roles(session: AsyncSession, account_id: int, roles: Iterable[str], by: Caller) -> Account:
    """Replace the roles; nobody grants to himself."""
    wanted = frozenset(roles)
    check_roles(wanted)
    if account_id == by.account_id:
        raise Forbidden("不能修改自己的角色")
    await queries.lock_account(session, account_id)
    before = await queries.account(session, account_id)
    await queries.set_roles(session, account_id, wanted, by.username, now())
    await record(session, acts.ROLES_GRANTED, before, roles=sorted(wanted), before=before.roles)
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
    await record(session, acts.ACCOUNT_ENABLED if enabled else acts.ACCOUNT_DISABLED, row)
    return await queries.account(session, account_id)


async def create_organisation(session: AsyncSession, name: str, credit_code: str | None) -> Organisation:
    organisation_id = await queries.add_organisation(session, name, credit_code, now())
    if organisation_id is None:
        raise Conflict("机构名称或统一社会信用代码已存在")
    await announce(session, Recorded(act=acts.ORGANISATION_MADE, target=name, title=name))
    return await queries.organisation(session, organisation_id)


async def set_organisation_enabled(
    session: AsyncSession, organisation_id: int, *, enabled: bool
) -> Organisation:
    """A disabled organisation's people cannot use their sessions until it is enabled again."""
    row = await queries.lock_organisation(session, organisation_id)
    row.disabled_at = None if enabled else row.disabled_at or now()
    await session.flush()
    act = acts.ORGANISATION_ENABLED if enabled else acts.ORGANISATION_DISABLED
    await announce(session, Recorded(act=act, target=row.name, title=row.name))
    return await queries.organisation(session, organisation_id)


async def account_by_username(session: AsyncSession, username: str) -> Account | None:
    return await queries.account_by_username(session, username)


async def holders_by_role(session: AsyncSession) -> dict[str, frozenset[int]]:
    """Numbers of the enabled accounts by each role that somebody holds."""
    return await queries.holders_by_role(session)


async def organisation_by_code(session: AsyncSession, credit_code: str) -> Organisation | None:
    return await queries.organisation_by_code(session, credit_code)


async def organisation(session: AsyncSession, organisation_id: int) -> Organisation:
    return await queries.organisation(session, organisation_id)
