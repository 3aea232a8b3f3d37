"""Tables of the audit log. Triggers refuse UPDATE, DELETE and TRUNCATE of its entries."""

from datetime import datetime

from sqlalchemy import BigInteger, Identity, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from brain.kit.db import Base


class EntryRow(Base):
    """`details` is the very text that was digested: JSONB would keep its meaning, not its digits."""

    __tablename__ = "security_entry"

    position: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    at: Mapped[datetime] = mapped_column(index=True)
    actor: Mapped[str] = mapped_column(String(64))
    actor_name: Mapped[str] = mapped_column(String(200))
    roles: Mapped[str] = mapped_column(Text)
    address: Mapped[str] = mapped_column(String(64))
    action: Mapped[str] = mapped_column(String(100))
    kind: Mapped[str] = mapped_column(String(100))
    object_id: Mapped[str] = mapped_column(String(200), index=True)
    object_title: Mapped[str] = mapped_column(String(300))
    result: Mapped[str] = mapped_column(String(16))
    trace_id: Mapped[str] = mapped_column(String(64))
    details: Mapped[str] = mapped_column(Text)
    previous: Mapped[str] = mapped_column(String(64))
    digest: Mapped[str] = mapped_column(String(64))

    __table_args__ = (
        Index("ix_security_entry_actor_position", "actor", "position"),
        Index("ix_security_entry_action_position", "action", "position"),
    )


class VerificationRow(Base):
    __tablename__ = "security_verification"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    at: Mapped[datetime]
    by: Mapped[str] = mapped_column(String(64))
    checked: Mapped[int] = mapped_column(BigInteger)
    digest: Mapped[str] = mapped_column(String(64))
    broken_at: Mapped[int | None] = mapped_column(BigInteger)
    fault: Mapped[str | None] = mapped_column(String(16))
