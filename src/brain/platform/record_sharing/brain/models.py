"""Tables of business records that factories share."""

from datetime import datetime
from typing import Any

from sqlalchemy import ARRAY, BigInteger, ForeignKey, Identity, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from brain.kit.db import Base


class SharedConsentRow(Base):
    """A consent as the factory told it; `refused`: rows that came outside of it and were not kept."""

    __tablename__ = "shared_records_consent"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    factory_id: Mapped[str] = mapped_column(ForeignKey("factory_link_factory.id"), index=True)
    kind: Mapped[str] = mapped_column(String(20))
    purpose: Mapped[str] = mapped_column(String(20))
    form: Mapped[str] = mapped_column(String(12))
    period: Mapped[str | None] = mapped_column(String(8))
    fields: Mapped[list[str]] = mapped_column(ARRAY(String(40)))
    since: Mapped[datetime]
    until: Mapped[datetime | None]
    given_by: Mapped[str] = mapped_column(String(120))
    given_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    ended_why: Mapped[str | None] = mapped_column(Text)
    received_at: Mapped[datetime | None]
    refused: Mapped[int]


class SharedRecordRow(Base):
    """What a factory's record, or the sums of one of its periods, say now.
    `landed_revision`: which revision of it the warehouse has."""

    __tablename__ = "shared_records_record"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    consent_id: Mapped[str] = mapped_column(ForeignKey("shared_records_consent.id"))
    key: Mapped[str] = mapped_column(String(400))
    revision: Mapped[int] = mapped_column(BigInteger)
    at: Mapped[datetime]
    withdrawn: Mapped[bool]
    content: Mapped[dict[str, Any]]
    received_at: Mapped[datetime]
    landed_revision: Mapped[int | None] = mapped_column(BigInteger)

    __table_args__ = (
        Index("uq_shared_records_record_key", "consent_id", "key", unique=True),
        Index("ix_shared_records_record_at", "consent_id", "at"),
        Index(
            "ix_shared_records_record_waiting",
            "consent_id",
            postgresql_where=text("landed_revision IS NULL OR landed_revision < revision"),
        ),
    )
