"""Tables of sharing business records, at the factory."""

from datetime import datetime

from sqlalchemy import ARRAY, BigInteger, ForeignKey, SmallInteger, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from brain.kit.db import Base


class RecordConsentRow(Base):
    """One consent of the owner. Its terms never change: a change withdraws it and gives another.

    `position`: number of the last record that was dealt with; `too_large`: how many no letter could carry.
    """

    __tablename__ = "record_sharing_consent"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    link_id: Mapped[str] = mapped_column(ForeignKey("brain_link_link.id"), index=True)
    kind: Mapped[str] = mapped_column(String(20))
    purpose: Mapped[str] = mapped_column(String(20))
    form: Mapped[str] = mapped_column(String(12))
    period: Mapped[str | None] = mapped_column(String(8))
    fields: Mapped[list[str]] = mapped_column(ARRAY(String(40)))
    since: Mapped[datetime]
    until: Mapped[datetime | None]
    note: Mapped[str] = mapped_column(Text)
    given_by: Mapped[str] = mapped_column(String(64))
    given_by_name: Mapped[str] = mapped_column(String(120))
    given_at: Mapped[datetime]
    withdrawn_by: Mapped[str | None] = mapped_column(String(64))
    withdrawn_at: Mapped[datetime | None]
    withdrawn_why: Mapped[str | None] = mapped_column(Text)
    follows: Mapped[str | None] = mapped_column(ForeignKey("record_sharing_consent.id"))
    position: Mapped[int] = mapped_column(BigInteger)
    too_large: Mapped[int]


class PeriodRow(Base):
    """A period whose sums are to be told (again), once it is over."""

    __tablename__ = "record_sharing_period"

    consent_id: Mapped[str] = mapped_column(ForeignKey("record_sharing_consent.id"), primary_key=True)
    begin: Mapped[datetime] = mapped_column(primary_key=True)


class SharedLetterRow(Base):
    """A letter of records, or of sums: what it carries, when it left, or why the brain would not have it."""

    __tablename__ = "record_sharing_letter"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    consent_id: Mapped[str] = mapped_column(ForeignKey("record_sharing_consent.id"), index=True)
    rows: Mapped[int]
    size: Mapped[int]
    written_at: Mapped[datetime]
    left_at: Mapped[datetime | None] = mapped_column(index=True)
    refusal: Mapped[str | None] = mapped_column(Text)


class FieldGradeRow(Base):
    """The level that the factory gave a field; without one the usual level counts."""

    __tablename__ = "record_sharing_grade"

    kind: Mapped[str] = mapped_column(String(20), primary_key=True)
    field: Mapped[str] = mapped_column(String(40), primary_key=True)
    level: Mapped[int] = mapped_column(SmallInteger)
    set_by: Mapped[str] = mapped_column(String(64))
    set_at: Mapped[datetime]
