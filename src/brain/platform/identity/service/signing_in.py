"""Signing in and out, the lock after failures, and one's own password."""

from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.kit.crypto import sm3, token
from brain.kit.errors import Invalid, Refusal
from brain.kit.events import Recorded, announce
from brain.platform.identity import contract as acts
from brain.platform.identity import queries
from brain.platform.identity.algorithm import HASHER, NO_ONE, verified
from brain.platform.identity.contract import Caller
from brain.platform.identity.domain import (
    AccountLocked,
    InvalidCredentials,
    Lockout,
    check_password,
)
from brain.platform.identity.models import AccountRow, SessionRow
from brain.platform.identity.service.recording import record


@dataclass(frozen=True)
class PasswordChange:
    old: str
    new: str


async def sign_in(session: AsyncSession, username: str, password: str, address: str) -> str | Refusal:
    """A session token, or the refusal: returned, not raised, so that the counted failure is committed."""
    at = now()
    row = await queries.lock_account_by_username(session, username.strip().lower())
    if row is None:
        verified(NO_ONE, password)
        # The name may be a password typed in the wrong field: the log does not keep it.
        await announce(session, Recorded(act=acts.SIGNED_IN, actor="anonymous", refused=True))
        return InvalidCredentials("用户名或密码不正确")
    lockout = Lockout(failures=row.failures, until=row.locked_until)
    if until := lockout.held_until(at):
        await record(session, acts.SIGNED_IN, row, refused=True, actor=row.username, code="account_locked")
        return AccountLocked(until, at)
    if not verified(row.password_hash, password) or row.disabled_at is not None:
        return await _failed(session, row, lockout.after_failure(at))
    row.failures, row.locked_until, row.last_login_at = 0, None, at
    opened = token("bs")
    await queries.add_session(
        session,
        SessionRow(
            token_hash=sm3(opened.encode()), account_id=row.id, created_at=at, seen_at=at, address=address
        ),
    )
    await record(session, acts.SIGNED_IN, row, actor=row.username)
    return opened


async def _failed(session: AsyncSession, row: AccountRow, lockout: Lockout) -> Refusal:
    row.failures, row.locked_until = lockout.failures, lockout.until
    await record(session, acts.SIGNED_IN, row, refused=True, actor=row.username, failures=lockout.failures)
    if lockout.until is None:
        return InvalidCredentials("用户名或密码不正确")
    await record(session, acts.LOCKED, row, actor="system", until=lockout.until.isoformat())
    return AccountLocked(lockout.until, now())


async def sign_out(session: AsyncSession, opened: str) -> None:
    holder = await queries.holder(session, sm3(opened.encode()))
    if holder is not None:
        await queries.end_session(session, sm3(opened.encode()))
        await record(session, acts.SIGNED_OUT, holder, actor=holder.username)


async def change_password(session: AsyncSession, by: Caller, change: PasswordChange, opened: str) -> None:
    """Ends all other sessions of the account: whoever else knew the old password is out."""
    old, new = change.old, change.new
    row = await queries.lock_account(session, by.account_id)
    if not verified(row.password_hash, old):
        raise Invalid("原密码不正确", [{"loc": "/body/oldPassword", "message": "原密码不正确"}])
    check_password(new, row.username)
    used = [row.password_hash, *await queries.former_passwords(session, row.id)]
    if any(verified(former, new) for former in used):
        raise Invalid(
            "新密码不符合要求", [{"loc": "/body/newPassword", "message": "不能与最近用过的密码相同"}]
        )
    at = now()
    await queries.remember_password(session, row.id, row.password_hash, at)
    row.password_hash, row.password_set_at, row.must_change_password = HASHER.hash(new), at, False
    await queries.end_sessions_of(session, row.id, but=sm3(opened.encode()))
    await record(session, acts.PASSWORD_CHANGED, row)
