"""What people say of data sets."""

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, Identity, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from brain.kit.db import Base


class CommentRow(Base):
    """On a data set or a column of it, or an answer; the text is emptied when it is withdrawn."""

    __tablename__ = "data_sets_comment"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    data_set: Mapped[str] = mapped_column(String(80))
    column: Mapped[str | None] = mapped_column(String(60))
    answers: Mapped[int | None] = mapped_column(ForeignKey("data_sets_comment.id"), index=True)
    account_id: Mapped[int] = mapped_column(BigInteger)
    username: Mapped[str] = mapped_column(String(64))
    name: Mapped[str] = mapped_column(String(64))
    text: Mapped[str] = mapped_column(Text)
    written_at: Mapped[datetime]
    edited_at: Mapped[datetime | None]
    withdrawn_at: Mapped[datetime | None]

    __table_args__ = (Index("ix_data_sets_comment_data_set_id", "data_set", "id"),)
