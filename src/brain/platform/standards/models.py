"""Tables of data standards."""

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, Identity, Index, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from brain.kit.db import Base


class StandardRow(Base):
    """A standard as a person declared it; `number` counts on from what was shipped."""

    __tablename__ = "standards_revision"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    kind: Mapped[str] = mapped_column(String(16))
    code: Mapped[str] = mapped_column(String(60))
    number: Mapped[int]
    told: Mapped[dict[str, Any]]
    state: Mapped[str] = mapped_column(String(16))
    declared_by: Mapped[str] = mapped_column(String(64))
    declared_at: Mapped[datetime]
    decided_by: Mapped[str | None] = mapped_column(String(64))
    decided_at: Mapped[datetime | None]
    reason: Mapped[str | None] = mapped_column(String(400))

    __table_args__ = (
        UniqueConstraint("kind", "code", "number"),
        Index(
            "uq_standards_revision_waiting",
            "kind",
            "code",
            unique=True,
            postgresql_where=text("state = 'waiting'"),
        ),
    )


class StatementRow(Base):
    """What people state of an item of DCMM; the newest of an item holds, none is ever changed."""

    __tablename__ = "standards_statement"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    item: Mapped[str] = mapped_column(String(60))
    text: Mapped[str] = mapped_column(Text)
    link: Mapped[str | None] = mapped_column(String(500))
    file_name: Mapped[str | None] = mapped_column(String(255))
    stated_by: Mapped[str] = mapped_column(String(64))
    stated_at: Mapped[datetime]

    __table_args__ = (Index("ix_standards_statement_item_id", "item", "id"),)


class EntryRow(Base):
    """A code of a version of a code table, in the order of `place`; never changed."""

    __tablename__ = "standards_entry"

    revision_id: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    place: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(60))
    name: Mapped[str] = mapped_column(Text)
    parent: Mapped[str | None] = mapped_column(String(60))
    replaces: Mapped[list[Any]]

    __table_args__ = (UniqueConstraint("revision_id", "code"),)
