"""Every SQL statement of the portal."""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, literal, or_, select, text, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.events import Notice
from brain.kit.schemas import Paging
from brain.platform.identity.contract import Caller
from brain.platform.portal.domain import Item
from brain.platform.portal.models import NoticeRow, ReadingRow


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


async def items(
    session: AsyncSession, caller: Caller, kind: str, paging: Paging, *, done: bool | None
) -> tuple[list[Item], int]:
    """Newest first; `done` filters to-dos, or messages by having been read."""
    finished = NoticeRow.done_at if kind == "todo" else ReadingRow.read_at
    wanted = _seen_by(caller, kind, NoticeRow, ReadingRow.read_at)
    counted = _seen_by(caller, kind, func.count())
    if done is not None:
        held = finished.is_not(None) if done else finished.is_(None)
        wanted, counted = wanted.where(held), counted.where(held)
    rows = await session.execute(
        wanted.order_by(NoticeRow.id.desc()).offset(paging.offset).limit(paging.page_size)
    )
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
