"""Requests to see columns as they are, and who follows data sets."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from sqlalchemy import delete, func, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.kit.errors import NotFound
from brain.platform.data_sets.domain.access import Access, AccessState, SeenGrade
from brain.platform.data_sets.models.catalogue import AccessRow, FollowerRow
from brain.platform.identity.contract import Caller


def _access(row: AccessRow) -> Access:
    return Access(
        id=row.id,
        data_set=row.data_set,
        columns={name: SeenGrade(**grade) for name, grade in row.columns.items()},
        account_id=row.account_id,
        username=row.username,
        purpose=row.purpose,
        until=row.until,
        state=AccessState(row.state),
        asked_at=row.asked_at,
        decided_by=row.decided_by,
        decided_at=row.decided_at,
        reason=row.reason,
    )


async def add(
    session: AsyncSession,
    caller: Caller,
    data_set: str,
    columns: Mapping[str, SeenGrade],
    wanted: tuple[str, date],
) -> Access:
    """`wanted`: for what, until when."""
    row = AccessRow(
        data_set=data_set,
        columns={name: asdict(grade) for name, grade in columns.items()},
        account_id=caller.account_id,
        username=caller.username,
        purpose=wanted[0],
        until=wanted[1],
        state=AccessState.WAITING,
        asked_at=now(),
    )
    session.add(row)
    await session.flush()
    return _access(row)


async def granted(session: AsyncSession, account_id: int, data_set: str, day: date) -> dict[str, SeenGrade]:
    """What an account may see of a data set on a day; the newest leave for each column."""
    rows = await session.scalars(
        select(AccessRow.columns)
        .where(
            AccessRow.account_id == account_id,
            AccessRow.data_set == data_set,
            AccessRow.state == AccessState.GRANTED,
            AccessRow.until >= day,
        )
        .order_by(AccessRow.id)
    )
    return {name: SeenGrade(**grade) for columns in rows for name, grade in columns.items()}


async def get(session: AsyncSession, access_id: int) -> Access:
    row = await session.get(AccessRow, access_id, with_for_update=True, populate_existing=True)
    if row is None:
        raise NotFound("没有这项申请")
    return _access(row)


async def waiting(session: AsyncSession, account_id: int, data_set: str) -> Access | None:
    row = await session.scalar(
        select(AccessRow).where(
            AccessRow.account_id == account_id,
            AccessRow.data_set == data_set,
            AccessRow.state == AccessState.WAITING,
        )
    )
    return _access(row) if row else None


async def page(
    session: AsyncSession, account_id: int | None, data_set: str | None, *, offset: int, limit: int
) -> tuple[list[Access], int]:
    """Those that wait first, then the newest; of one account, to one data set, where told."""
    wanted = select(AccessRow)
    if account_id is not None:
        wanted = wanted.where(AccessRow.account_id == account_id)
    if data_set is not None:
        wanted = wanted.where(AccessRow.data_set == data_set)
    total = await session.scalar(select(func.count()).select_from(wanted.subquery()))
    in_order = wanted.order_by((AccessRow.state == AccessState.WAITING).desc(), AccessRow.id.desc())
    rows = await session.scalars(
        in_order.offset(offset).limit(limit), execution_options={"populate_existing": True}
    )
    return [_access(row) for row in rows], total or 0


async def decide(session: AsyncSession, access_id: int, state: AccessState, by: str, reason: str) -> None:
    values: dict[str, Any] = {"state": state, "decided_by": by, "decided_at": now(), "reason": reason}
    await session.execute(update(AccessRow).where(AccessRow.id == access_id).values(values))


async def follow(session: AsyncSession, account_id: int, data_set: str) -> None:
    row = insert(FollowerRow).values(account_id=account_id, data_set=data_set)
    await session.execute(row.on_conflict_do_nothing())


async def unfollow(session: AsyncSession, account_id: int, data_set: str) -> None:
    await session.execute(
        delete(FollowerRow).where(FollowerRow.account_id == account_id, FollowerRow.data_set == data_set)
    )


async def followers(session: AsyncSession, data_set: str) -> list[int]:
    rows = await session.scalars(
        select(FollowerRow.account_id)
        .where(FollowerRow.data_set == data_set)
        .order_by(FollowerRow.account_id)
    )
    return list(rows)
