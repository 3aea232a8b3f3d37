"""Tables of sharing."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Identity, Index, Numeric, String
from sqlalchemy.orm import Mapped, mapped_column

from brain.kit.db import Base


class SharingRow(Base):
    """A way of sharing a data set; `spent` of `epsilon` never decreases, never exceeds it."""

    __tablename__ = "sharing_sharing"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    data_set: Mapped[str] = mapped_column(String(80))
    recipient: Mapped[str] = mapped_column(String(200))
    until: Mapped[date]
    profile: Mapped[dict[str, Any]]
    checked: Mapped[dict[str, Any]]
    state: Mapped[str] = mapped_column(String(16))
    proposed_by: Mapped[str] = mapped_column(String(64))
    proposed_at: Mapped[datetime]
    approvals: Mapped[list[Any]]
    epsilon: Mapped[Decimal] = mapped_column(Numeric(10, 4))
    spent: Mapped[Decimal] = mapped_column(Numeric(10, 4))
    token_hash: Mapped[str | None] = mapped_column(String(64), unique=True)
    ended_by: Mapped[str | None] = mapped_column(String(64))
    ended_at: Mapped[datetime | None]
    reason: Mapped[str | None] = mapped_column(String(400))

    __table_args__ = (
        Index("ix_sharing_sharing_data_set_id", "data_set", "id"),
        CheckConstraint("spent <= epsilon", name="within_budget"),
    )


class KeyRow(Base):
    """The key of a recipient's pseudonyms, sealed: two recipients cannot join what they got."""

    __tablename__ = "sharing_key"

    recipient: Mapped[str] = mapped_column(String(200), primary_key=True)
    sealed: Mapped[bytes]


class ReceiptRow(Base):
    """What a recipient says it took in of a version; `given`: how many rows it had, if that is known."""

    __tablename__ = "sharing_receipt"

    sharing: Mapped[int] = mapped_column(ForeignKey("sharing_sharing.id"), primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True)
    rows: Mapped[int] = mapped_column(BigInteger)
    given: Mapped[int | None] = mapped_column(BigInteger)
    at: Mapped[datetime]
