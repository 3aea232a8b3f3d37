"""Tables of upgrading at a gateway."""

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, CheckConstraint, Identity, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from brain.kit.db import Base


class OfferedReleaseRow(Base):
    """A release whose publisher's signature is good. `before`: what worked before it was ordered, by which it
    is judged; `tries`: orders given, whose number is `id.tries`."""

    __tablename__ = "gateway_upgrade_release"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    digest: Mapped[str] = mapped_column(String(64), unique=True)
    text: Mapped[str] = mapped_column(Text)
    version: Mapped[str] = mapped_column(String(40))
    notes: Mapped[str] = mapped_column(Text)
    notes_en: Mapped[str] = mapped_column(Text)
    size: Mapped[int] = mapped_column(BigInteger)
    origin: Mapped[str] = mapped_column(String(64))
    at: Mapped[datetime]
    state: Mapped[str] = mapped_column(String(10))
    why: Mapped[str] = mapped_column(Text)
    at_once: Mapped[bool]
    fetched: Mapped[int] = mapped_column(BigInteger)
    tries: Mapped[int]
    before: Mapped[dict[str, Any]]
    decided_by: Mapped[str | None] = mapped_column(String(64))
    decided_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]


class MaintenanceWindowRow(Base):
    """The one window, in minutes of the day. `automatic`: releases to come are installed in it unasked."""

    __tablename__ = "gateway_upgrade_window"

    id: Mapped[int] = mapped_column(primary_key=True, default=1)
    start: Mapped[int]
    end: Mapped[int]
    automatic: Mapped[bool]
    changed_by: Mapped[str] = mapped_column(String(64))
    changed_at: Mapped[datetime]

    __table_args__ = (CheckConstraint("id = 1", name="only_one"),)
