"""Tables of what is kept of data sets, and what is not."""

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, Identity, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from brain.kit.db import Base


class RetentionRow(Base):
    """How long versions and what was delivered are kept; the newest decision of a data set holds."""

    __tablename__ = "data_sets_retention"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    data_set: Mapped[str] = mapped_column(String(80), index=True)
    versions: Mapped[int]
    days: Mapped[int]
    delivery_days: Mapped[int | None]
    reason: Mapped[str] = mapped_column(String(400))
    decided_by: Mapped[str] = mapped_column(String(64))
    decided_at: Mapped[datetime]


class LegalHoldRow(Base):
    """While one of a data set is not released, nothing of it is removed."""

    __tablename__ = "data_sets_hold"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    data_set: Mapped[str] = mapped_column(String(80), index=True)
    reason: Mapped[str] = mapped_column(String(400))
    placed_by: Mapped[str] = mapped_column(String(64))
    placed_at: Mapped[datetime]
    released_by: Mapped[str | None] = mapped_column(String(64))
    released_at: Mapped[datetime | None]
    released_for: Mapped[str | None] = mapped_column(String(400))


class ErasureRow(Base):
    """Rows to be removed for good. `marks` are keyed digests of their keys: the keys themselves are not kept,
    and what is delivered again is recognised. `sealed_key` is the same for all of a data set."""

    __tablename__ = "data_sets_erasure"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    data_set: Mapped[str] = mapped_column(String(80), index=True)
    marks: Mapped[list[Any]]
    sealed_key: Mapped[bytes] = mapped_column(LargeBinary)
    ground: Mapped[str] = mapped_column(String(16))
    reason: Mapped[str] = mapped_column(String(400))
    state: Mapped[str] = mapped_column(String(16))
    found: Mapped[int]
    asked_by: Mapped[str] = mapped_column(String(64))
    asked_at: Mapped[datetime]
    decided_by: Mapped[str | None] = mapped_column(String(64))
    decided_at: Mapped[datetime | None]
    answer: Mapped[str | None] = mapped_column(String(400))
    erased_at: Mapped[datetime | None]
    done_at: Mapped[datetime | None]
    report: Mapped[dict[str, Any]]
