"""Tables of the portal."""

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, Identity, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from brain.kit.db import Base


class NoticeRow(Base):
    __tablename__ = "portal_notice"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    kind: Mapped[str] = mapped_column(String(16))
    title: Mapped[str] = mapped_column(String(300))
    title_en: Mapped[str] = mapped_column(String(300))
    body: Mapped[str]
    link: Mapped[str] = mapped_column(String(500))
    scope: Mapped[str | None] = mapped_column(String(100))
    organisation_id: Mapped[int | None] = mapped_column(BigInteger)
    account_id: Mapped[int | None] = mapped_column(BigInteger)
    key: Mapped[str | None] = mapped_column(String(200))
    created_at: Mapped[datetime]
    due_at: Mapped[datetime | None]
    done_at: Mapped[datetime | None]

    # An open to-do of one key exists once, however often its cause is announced.
    __table_args__ = (
        Index(
            "uq_portal_notice_key",
            "key",
            unique=True,
            postgresql_where=text("kind = 'todo' AND done_at IS NULL"),
        ),
        Index("ix_portal_notice_kind", "kind", "id"),
    )


class ReadingRow(Base):
    __tablename__ = "portal_reading"

    notice_id: Mapped[int] = mapped_column(ForeignKey("portal_notice.id"), primary_key=True)
    account_id: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    read_at: Mapped[datetime]
