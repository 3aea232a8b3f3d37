"""Comments on data sets and their columns, answered one level deep."""

from dataclasses import dataclass
from datetime import datetime

from brain.kit.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class Comment:
    """`answers`: the comment that this one answers."""

    id: int
    data_set: str
    column: str | None
    answers: int | None
    account_id: int
    username: str
    name: str
    text: str
    written_at: datetime
    edited_at: datetime | None
    withdrawn_at: datetime | None


@dataclass(frozen=True, kw_only=True)
class Thread:
    """A comment with its answers, the oldest first."""

    comment: Comment
    answers: tuple[Comment, ...]


def check_stands(comment: Comment) -> None:
    """Raises Conflict for one that was withdrawn."""
    if comment.withdrawn_at is not None:
        raise Conflict("这条评论已撤回")


def check_answerable(comment: Comment) -> None:
    """Raises Conflict for one that was withdrawn, or is an answer itself."""
    check_stands(comment)
    if comment.answers is not None:
        raise Conflict("不能回复一条回复，请回复它所在的评论")
