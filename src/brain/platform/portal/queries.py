"""Every SQL statement of the portal."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import ColumnElement, Select, and_, func, literal, or_, select, text, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.db import ordering
from brain.kit.events import Notice
from brain.kit.schemas import Paging
from brain.platform.identity.contract import Caller
from brain.platform.portal.domain import Item
from brain.platform.portal.models import NoticeRow, ReadingRow

SORTABLE: dict[str, ColumnElement[Any]] = {
    "createdAt": NoticeRow.__table__.c.created_at,
    "dueAt": NoticeRow.__table__.c.due_at,
}


async def add_notice(session: AsyncSession, notice: Notice, at: datetime) -> None:
    await session.execute(
        insert(NoticeRow)
        .values(
            kind=notice.kind,
            title=notice.title,
            title_en=notice.title_en,
            body=notice.body,
            link=notice.link,
            scope=notice.scope,
            organisation_id=notice.organisation_id,
            account_id=notice.account_id,
            key=notice.key,
            created_at=at,
            due_at=notice.due_at,
        )
        .on_conflict_do_nothing(index_elements=["key"], index_where=text("kind = 'todo' AND done_at IS NULL"))
    )


async def settle(session: AsyncSession, key: str, at: datetime) -> None:
    await session.execute(
        update(NoticeRow).where(NoticeRow.key == key, NoticeRow.done_at.is_(None)).values(done_at=at)
    )


def _addressed_to(caller: Caller) -> ColumnElement[bool]:
    return and_(
        or_(NoticeRow.scope.is_(None), NoticeRow.scope.in_(caller.scopes)),
        or_(NoticeRow.organisation_id.is_(None), NoticeRow.organisation_id == caller.organisation_id),
        or_(NoticeRow.account_id.is_(None), NoticeRow.account_id == caller.account_id),
    )


def _seen_by(caller: Caller, kind: str, *columns: Any) -> Select[Any]:
    read = and_(ReadingRow.notice_id == NoticeRow.id, ReadingRow.account_id == caller.account_id)
    return (
        select(*columns)
        .select_from(NoticeRow)
        .outerjoin(ReadingRow, read)
        .where(NoticeRow.kind == kind, _addressed_to(caller))
    )


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """`done` keeps finished to-dos or read messages, or the others; nothing keeps both."""

    kind: Literal["todo", "message"]
    paging: Paging
    q: str | None
    sort: str | None
    done: bool | None


async def items(session: AsyncSession, caller: Caller, asked: Wanted) -> tuple[list[Item], int]:
    kind, paging, done = asked.kind, asked.paging, asked.done
    finished = NoticeRow.done_at if kind == "todo" else ReadingRow.read_at
    conditions: list[ColumnElement[bool]] = []
    if done is not None:
        conditions.append(finished.is_not(None) if done else finished.is_(None))
    if asked.q:
        words = [column.contains(asked.q, autoescape=True) for column in (NoticeRow.title, NoticeRow.body)]
        conditions.append(or_(*words))
    order = ordering(asked.sort, SORTABLE, "-createdAt")
    rows = await session.execute(
        _seen_by(caller, kind, NoticeRow, ReadingRow.read_at)
        .where(*conditions)
        .order_by(order, NoticeRow.id.desc())
        .offset(paging.offset)
        .limit(paging.page_size)
    )
    counted = _seen_by(caller, kind, func.count()).where(*conditions)
    found = [
        Item(
            id=row.id,
            kind="todo" if row.kind == "todo" else "message",
            title=row.title,
            title_en=row.title_en,
            body=row.body,
            link=row.link,
            created_at=row.created_at,
            due_at=row.due_at,
            done_at=row.done_at,
            read_at=read_at,
        )
        for row, read_at in rows
    ]
    return found, await session.scalar(counted) or 0


async def counts(session: AsyncSession, caller: Caller) -> tuple[int, int]:
    """Open to-dos and unread messages."""
    todos = _seen_by(caller, "todo", func.count()).where(NoticeRow.done_at.is_(None))
    unread = _seen_by(caller, "message", func.count()).where(ReadingRow.read_at.is_(None))
    return await session.scalar(todos) or 0, await session.scalar(unread) or 0


async def mark_read(session: AsyncSession, caller: Caller, at: datetime, notice_id: int | None) -> None:
    """One message, or all of them; only those addressed to the caller."""
    reader, moment = literal(caller.account_id, NoticeRow.id.type), literal(at, NoticeRow.created_at.type)
    unread = _seen_by(caller, "message", NoticeRow.id, reader, moment).where(ReadingRow.read_at.is_(None))
    if notice_id is not None:
        unread = unread.where(NoticeRow.id == notice_id)
    await session.execute(
        insert(ReadingRow)
        .from_select(["notice_id", "account_id", "read_at"], unread)
        .on_conflict_do_nothing()
    )
