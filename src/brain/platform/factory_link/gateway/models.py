"""Tables of the gateway's side of the link."""

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, Date, ForeignKey, Identity, Index, LargeBinary, SmallInteger, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from brain.kit.db import Base


class LinkRow(Base):
    """The link to a brain. `pending_*`: of a batch under way, so that a lost answer is told from a second
    gateway with the same key."""

    __tablename__ = "brain_link_link"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    url: Mapped[str] = mapped_column(String(400))
    brain: Mapped[str] = mapped_column(String(120))
    brain_code: Mapped[str | None] = mapped_column(String(18))
    brain_key: Mapped[str] = mapped_column(String(44))
    sealed_key: Mapped[bytes] = mapped_column(LargeBinary)
    next_sealed_key: Mapped[bytes | None] = mapped_column(LargeBinary)
    key_since: Mapped[datetime]
    check_number: Mapped[str] = mapped_column(String(6))
    state: Mapped[str] = mapped_column(String(16))
    reason: Mapped[str | None] = mapped_column(Text)
    enrolled_by: Mapped[str] = mapped_column(String(64))
    enrolled_at: Mapped[datetime]
    confirmed_by: Mapped[str | None] = mapped_column(String(64))
    confirmed_at: Mapped[datetime | None]
    brain_state: Mapped[str] = mapped_column(String(16))
    last: Mapped[int] = mapped_column(BigInteger, default=0)
    chain: Mapped[str | None] = mapped_column(String(64))
    pending_last: Mapped[int | None] = mapped_column(BigInteger)
    pending_chain: Mapped[str | None] = mapped_column(String(64))
    catalogue_sent: Mapped[int] = mapped_column(BigInteger, default=0)
    losses_told: Mapped[int] = mapped_column(BigInteger, default=0)
    uses_heard: Mapped[int] = mapped_column(BigInteger, default=0)
    letters_heard: Mapped[int] = mapped_column(BigInteger, default=0)
    reached_at: Mapped[datetime | None]
    problem: Mapped[str | None] = mapped_column(Text)


class OutgoingRow(Base):
    """A letter to the brain: sent in order; `refusal`: what the brain said who would not take it."""

    __tablename__ = "brain_link_outgoing"

    number: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    link_id: Mapped[str] = mapped_column(ForeignKey("brain_link_link.id"), index=True)
    id: Mapped[str] = mapped_column(String(36), unique=True)
    kind: Mapped[str] = mapped_column(String(64))
    at: Mapped[datetime]
    body: Mapped[dict[str, Any]]
    sent_at: Mapped[datetime | None]
    refusal: Mapped[str | None] = mapped_column(Text)


class CatalogueRow(Base):
    """The number of the last change of what is shared with a brain."""

    __tablename__ = "brain_link_catalogue"

    link_id: Mapped[str] = mapped_column(ForeignKey("brain_link_link.id"), primary_key=True)
    revision: Mapped[int] = mapped_column(BigInteger)
    changed_at: Mapped[datetime]


class ConsentRow(Base):
    """One consent of the owner. It is never changed: a change withdraws it and gives another."""

    __tablename__ = "brain_link_consent"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    link_id: Mapped[str] = mapped_column(ForeignKey("brain_link_link.id"), index=True)
    purpose: Mapped[str] = mapped_column(String(20))
    kind: Mapped[str] = mapped_column(String(12))
    seconds: Mapped[int | None]
    step: Mapped[float | None]
    until: Mapped[datetime | None]
    note: Mapped[str] = mapped_column(Text)
    given_by: Mapped[str] = mapped_column(String(64))
    given_by_name: Mapped[str] = mapped_column(String(120))
    given_at: Mapped[datetime]
    withdrawn_by: Mapped[str | None] = mapped_column(String(64))
    withdrawn_at: Mapped[datetime | None]
    withdrawn_why: Mapped[str | None] = mapped_column(Text)
    follows: Mapped[int | None] = mapped_column(ForeignKey("brain_link_consent.id"))


class ConsentedRow(Base):
    """A point that a consent covers."""

    __tablename__ = "brain_link_consented"

    consent_id: Mapped[int] = mapped_column(ForeignKey("brain_link_consent.id"), primary_key=True)
    point: Mapped[int] = mapped_column(BigInteger, primary_key=True)


class SentRow(Base):
    """A batch that left, as the brain acknowledged it; `data` until it is older than the store's days."""

    __tablename__ = "brain_link_sent"

    link_id: Mapped[str] = mapped_column(ForeignKey("brain_link_link.id"), primary_key=True)
    last: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    first: Mapped[int] = mapped_column(BigInteger)
    catalogue: Mapped[int] = mapped_column(BigInteger)
    points: Mapped[int]
    size: Mapped[int]
    chain: Mapped[str] = mapped_column(String(64))
    sent_at: Mapped[datetime]
    counted: Mapped[bool]
    data: Mapped[bytes | None] = mapped_column(LargeBinary)

    __table_args__ = (Index("ix_brain_link_sent_sent_at", "link_id", "sent_at"),)


class SentDayRow(Base):
    """How many values of a point left on a day (Beijing), at which granularity."""

    __tablename__ = "brain_link_sent_day"

    link_id: Mapped[str] = mapped_column(ForeignKey("brain_link_link.id"), primary_key=True)
    day: Mapped[datetime] = mapped_column(Date, primary_key=True)
    point: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    grain: Mapped[str] = mapped_column(String(40), primary_key=True)
    count: Mapped[int] = mapped_column(BigInteger)


class UseRow(Base):
    """A use of the factory's data, as the brain told it."""

    __tablename__ = "brain_link_use"

    link_id: Mapped[str] = mapped_column(ForeignKey("brain_link_link.id"), primary_key=True)
    id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    at: Mapped[datetime]
    purpose: Mapped[str] = mapped_column(String(20))
    by: Mapped[str] = mapped_column(Text)
    what: Mapped[str] = mapped_column(Text)
    points: Mapped[int]


class EventRow(Base):
    """What happened to a link, for people: enrolled, confirmed, refused, key changed, revoked."""

    __tablename__ = "brain_link_event"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    link_id: Mapped[str] = mapped_column(ForeignKey("brain_link_link.id"), index=True)
    at: Mapped[datetime]
    what: Mapped[str] = mapped_column(String(20))
    told: Mapped[str] = mapped_column(Text)
    details: Mapped[dict[str, Any]]
    severity: Mapped[int] = mapped_column(SmallInteger)
