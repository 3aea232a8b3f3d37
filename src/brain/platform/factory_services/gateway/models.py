"""Tables of the gateway's side."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from brain.kit.db import Base


class OfferRow(Base):
    """A service as the brain last described it; `gone_at` once it is offered no longer."""

    __tablename__ = "brain_services_offer"

    name: Mapped[str] = mapped_column(String(81), primary_key=True)
    told: Mapped[dict[str, Any]]
    heard_at: Mapped[datetime]
    gone_at: Mapped[datetime | None]


class OwnCallRow(Base):
    """A call and what the brain answered."""

    __tablename__ = "brain_services_call"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    service: Mapped[str] = mapped_column(String(81))
    request: Mapped[dict[str, Any]]
    asked_by: Mapped[str] = mapped_column(String(64))
    asked_by_name: Mapped[str] = mapped_column(String(120))
    asked_at: Mapped[datetime]
    state: Mapped[str] = mapped_column(String(12))
    result: Mapped[dict[str, Any] | None]
    message: Mapped[str | None] = mapped_column(Text)
    answered_at: Mapped[datetime | None]

    __table_args__ = (Index("ix_brain_services_call_asked_at", "asked_at"),)


class SubscriptionRow(Base):
    """A call that is made again every day, week or month."""

    __tablename__ = "brain_services_subscription"

    service: Mapped[str] = mapped_column(String(81), primary_key=True)
    request: Mapped[dict[str, Any]]
    every: Mapped[str] = mapped_column(String(8))
    by: Mapped[str] = mapped_column(String(64))
    by_name: Mapped[str] = mapped_column(String(120))
    since: Mapped[datetime]
    due_at: Mapped[datetime]
