"""Every SQL statement of identity."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from psycopg import AsyncConnection
from psycopg.rows import class_row
from sqlalchemy import Select, bindparam, delete, exists, func, or_, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.db import statement_text
from brain.kit.errors import NotFound
from brain.kit.schemas import Paging
from brain.platform.identity.domain import REMEMBERED_PASSWORDS, Account, OpenSession, Organisation
from brain.platform.identity.models import (
    AccountRow,
    FormerPasswordRow,
    OrganisationRow,
    RoleGrantRow,
    SessionRow,
)

ROLES_HELD = (
    select(func.array_agg(RoleGrantRow.role))
    .where(RoleGrantRow.account_id == AccountRow.id)
    .correlate(AccountRow)
    .scalar_subquery()
)


ORGANISATION_NAME = (
    select(OrganisationRow.name)
    .where(OrganisationRow.id == AccountRow.organisation_id)
    .correlate(AccountRow)
    .scalar_subquery()
)


def _account(row: AccountRow, organisation_name: str | None, roles: Iterable[str] | None) -> Account:
    return Account(
        id=row.id,
        username=row.username,
        name=row.name,
        organisation_id=row.organisation_id,
        organisation_name=organisation_name,
        roles=tuple(sorted(roles or ())),
        must_change_password=row.must_change_password,
        locked_until=row.locked_until,
        disabled_at=row.disabled_at,
        last_login_at=row.last_login_at,
        created_at=row.created_at,
    )


def _organisation(row: OrganisationRow) -> Organisation:
    return Organisation(id=row.id, name=row.name, credit_code=row.credit_code, disabled_at=row.disabled_at)


async def lock_account_by_username(session: AsyncSession, username: str) -> AccountRow | None:
    return await session.scalar(select(AccountRow).where(AccountRow.username == username).with_for_update())


async def lock_account(session: AsyncSession, account_id: int) -> AccountRow:
    row = await session.get(AccountRow, account_id, with_for_update=True)
    if row is None:
        raise NotFound("没有这个账户")
    return row


async def add_account(session: AsyncSession, row: AccountRow) -> int:
    session.add(row)
    await session.flush()
    return row.id


async def any_account(session: AsyncSession) -> bool:
    return bool(await session.scalar(select(exists().select_from(AccountRow))))


async def account(session: AsyncSession, account_id: int) -> Account:
    found = (
        await session.execute(
            select(AccountRow, ORGANISATION_NAME, ROLES_HELD).where(AccountRow.id == account_id)
        )
    ).one_or_none()
    if found is None:
        raise NotFound("没有这个账户")
    return _account(*found)


async def account_by_username(session: AsyncSession, username: str) -> Account | None:
    found = (
        await session.execute(
            select(AccountRow, ORGANISATION_NAME, ROLES_HELD).where(AccountRow.username == username)
        )
    ).one_or_none()
    return _account(*found) if found else None


async def accounts(session: AsyncSession, q: str | None, paging: Paging) -> tuple[list[Account], int]:
    wanted: Select[Any] = select(AccountRow, ORGANISATION_NAME, ROLES_HELD)
    counted = select(func.count()).select_from(AccountRow)
    if q:
        like = or_(
            AccountRow.username.contains(q.lower(), autoescape=True),
            AccountRow.name.contains(q, autoescape=True),
        )
        wanted, counted = wanted.where(like), counted.where(like)
    rows = await session.execute(wanted.order_by(AccountRow.id).offset(paging.offset).limit(paging.page_size))
    return [_account(*found) for found in rows], await session.scalar(counted) or 0


async def holders_by_role(session: AsyncSession) -> dict[str, frozenset[int]]:
    """Numbers of the enabled accounts by each role that somebody holds."""
    rows = await session.execute(
        select(RoleGrantRow.role, func.array_agg(RoleGrantRow.account_id))
        .join(AccountRow, AccountRow.id == RoleGrantRow.account_id)
        .where(AccountRow.disabled_at.is_(None))
        .group_by(RoleGrantRow.role)
    )
    return {role: frozenset(people) for role, people in rows}


async def former_passwords(session: AsyncSession, account_id: int) -> list[str]:
    """The hashes of the last passwords, newest first."""
    return list(
        await session.scalars(
            select(FormerPasswordRow.password_hash)
            .where(FormerPasswordRow.account_id == account_id)
            .order_by(FormerPasswordRow.set_at.desc())
            .limit(REMEMBERED_PASSWORDS)
        )
    )


async def remember_password(session: AsyncSession, account_id: int, password_hash: str, at: datetime) -> None:
    session.add(FormerPasswordRow(account_id=account_id, set_at=at, password_hash=password_hash))
    await session.flush()


async def set_roles(
    session: AsyncSession, account_id: int, roles: Iterable[str], by: str, at: datetime
) -> None:
    await session.execute(delete(RoleGrantRow).where(RoleGrantRow.account_id == account_id))
    grants = [
        {"account_id": account_id, "role": role, "granted_by": by, "granted_at": at} for role in sorted(roles)
    ]
    if grants:
        await session.execute(insert(RoleGrantRow), grants)


async def add_session(session: AsyncSession, row: SessionRow) -> None:
    session.add(row)
    await session.flush()


# The session, its account, roles and organisation in one statement.
SIGNED_IN = statement_text(
    select(
        SessionRow.created_at,
        SessionRow.seen_at,
        AccountRow.id,
        AccountRow.username,
        AccountRow.name,
        AccountRow.must_change_password,
        AccountRow.password_set_at,
        OrganisationRow.id.label("organisation_id"),
        OrganisationRow.name.label("organisation_name"),
        OrganisationRow.credit_code.label("organisation_code"),
        ROLES_HELD.label("roles"),
    )
    .join(AccountRow, AccountRow.id == SessionRow.account_id)
    .outerjoin(OrganisationRow, OrganisationRow.id == AccountRow.organisation_id)
    .where(
        SessionRow.token_hash == bindparam("token_hash"),
        AccountRow.disabled_at.is_(None),
        OrganisationRow.disabled_at.is_(None),
    )
)


async def signed_in(connection: AsyncConnection[Any], token_hash: str) -> OpenSession | None:
    """Asked with every request, so without SQLAlchemy, which takes several times as long as the database."""
    cursor = connection.cursor(row_factory=class_row(OpenSession))
    await cursor.execute(SIGNED_IN, {"token_hash": token_hash}, prepare=True)
    return await cursor.fetchone()


async def touch_session(connection: AsyncConnection[Any], token_hash: str, at: datetime) -> None:
    await connection.execute(
        "UPDATE identity_session SET seen_at = %s WHERE token_hash = %s", (at, token_hash)
    )


async def holder(session: AsyncSession, token_hash: str) -> AccountRow | None:
    return await session.scalar(
        select(AccountRow).join(SessionRow).where(SessionRow.token_hash == token_hash)
    )


async def end_session(session: AsyncSession, token_hash: str) -> None:
    await session.execute(delete(SessionRow).where(SessionRow.token_hash == token_hash))


async def end_sessions_of(session: AsyncSession, account_id: int, but: str | None = None) -> None:
    """All sessions of the account but the one with this token hash."""
    kept = SessionRow.token_hash.is_distinct_from(but)
    await session.execute(delete(SessionRow).where(SessionRow.account_id == account_id, kept))


async def end_sessions_before(session: AsyncSession, *, created: datetime, seen: datetime) -> None:
    await session.execute(
        delete(SessionRow).where(or_(SessionRow.created_at < created, SessionRow.seen_at < seen))
    )


async def add_organisation(
    session: AsyncSession, name: str, credit_code: str | None, at: datetime
) -> int | None:
    """Its id, or nothing when name or code is taken."""
    return await session.scalar(
        insert(OrganisationRow)
        .values(name=name, credit_code=credit_code, created_at=at)
        .on_conflict_do_nothing()
        .returning(OrganisationRow.id)
    )


async def lock_organisation(session: AsyncSession, organisation_id: int) -> OrganisationRow:
    row = await session.get(OrganisationRow, organisation_id, with_for_update=True)
    if row is None:
        raise NotFound("没有这个机构")
    return row


async def organisation(session: AsyncSession, organisation_id: int) -> Organisation:
    row = await session.get(OrganisationRow, organisation_id)
    if row is None:
        raise NotFound("没有这个机构")
    return _organisation(row)


async def organisation_by_code(session: AsyncSession, credit_code: str) -> Organisation | None:
    row = await session.scalar(select(OrganisationRow).where(OrganisationRow.credit_code == credit_code))
    return _organisation(row) if row else None


async def organisations(
    session: AsyncSession, q: str | None, paging: Paging
) -> tuple[list[Organisation], int]:
    wanted, counted = select(OrganisationRow), select(func.count()).select_from(OrganisationRow)
    if q:
        like = or_(
            OrganisationRow.name.contains(q, autoescape=True), OrganisationRow.credit_code == q.upper()
        )
        wanted, counted = wanted.where(like), counted.where(like)
    rows = await session.scalars(
        wanted.order_by(OrganisationRow.id).offset(paging.offset).limit(paging.page_size)
    )
    return [_organisation(row) for row in rows], await session.scalar(counted) or 0
