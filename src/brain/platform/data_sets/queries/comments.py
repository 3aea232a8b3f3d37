"""Comments on data sets."""

from collections import defaultdict
from typing import Any

from sqlalchemy import func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from brain.kit.clock import now
from brain.kit.errors import NotFound
from brain.platform.data_sets.domain.comments import Comment, Thread
from brain.platform.data_sets.models.comments import CommentRow
from brain.platform.identity.contract import Caller

_FIELDS = tuple(Comment.__dataclass_fields__)


def _comment(row: CommentRow) -> Comment:
    return Comment(**{field: getattr(row, field) for field in _FIELDS})


async def add(
    session: AsyncSession, caller: Caller, place: tuple[str, str | None], answers: int | None, text: str
) -> Comment:
    """`place`: the data set, and its column if it is on one."""
    row = CommentRow(
        data_set=place[0],
        column=place[1],
        answers=answers,
        account_id=caller.account_id,
        username=caller.username,
        name=caller.name,
        text=text,
        written_at=now(),
    )
    session.add(row)
    await session.flush()
    return _comment(row)


async def get(session: AsyncSession, comment_id: int) -> Comment:
    """Locked until the transaction ends."""
    row = await session.get(CommentRow, comment_id, with_for_update=True, populate_existing=True)
    if row is None:
        raise NotFound("没有这条评论")
    return _comment(row)


async def page(
    session: AsyncSession, data_set: str, column: str | None, *, offset: int, limit: int
) -> tuple[list[Thread], int]:
    """The newest first; one that was withdrawn only while an answer stands below it."""
    answer = aliased(CommentRow)
    answered = (
        select(answer.id).where(answer.answers == CommentRow.id, answer.withdrawn_at.is_(None)).exists()
    )
    wanted = select(CommentRow).where(
        CommentRow.data_set == data_set,
        CommentRow.answers.is_(None),
        or_(CommentRow.withdrawn_at.is_(None), answered),
    )
    if column is not None:
        wanted = wanted.where(CommentRow.column == column)
    total = await session.scalar(select(func.count()).select_from(wanted.subquery()))
    rows = await session.scalars(wanted.order_by(CommentRow.id.desc()).offset(offset).limit(limit))
    comments = [_comment(row) for row in rows]
    below = await _answers(session, [each.id for each in comments])
    return [Thread(comment=each, answers=tuple(below[each.id])) for each in comments], total or 0


async def _answers(session: AsyncSession, to: list[int]) -> dict[int | None, list[Comment]]:
    rows = await session.scalars(
        select(CommentRow)
        .where(CommentRow.answers.in_(to), CommentRow.withdrawn_at.is_(None))
        .order_by(CommentRow.id)
    )
    found: dict[int | None, list[Comment]] = defaultdict(list)
    for row in rows:
        found[row.answers].append(_comment(row))
    return found


async def edit(session: AsyncSession, comment_id: int, text: str) -> None:
    await _change(session, comment_id, {"text": text, "edited_at": now()})


async def withdraw(session: AsyncSession, comment_id: int) -> None:
    await _change(session, comment_id, {"text": "", "withdrawn_at": now()})


async def _change(session: AsyncSession, comment_id: int, values: dict[str, Any]) -> None:
    await session.execute(update(CommentRow).where(CommentRow.id == comment_id).values(values))
