"""Tables of calls."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from brain.kit.db import Base


class CallRow(Base):
    """A call of a factory and what became of it."""

    __tablename__ = "factory_services_call"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    factory_id: Mapped[str] = mapped_column(String(36))
    credit_code: Mapped[str] = mapped_column(String(18))
    factory: Mapped[str] = mapped_column(String(120))
    service: Mapped[str] = mapped_column(String(81))
    request: Mapped[dict[str, Any]]
    asked_by: Mapped[str] = mapped_column(String(120))
    asked_at: Mapped[datetime]
    state: Mapped[str] = mapped_column(String(12))
    result: Mapped[dict[str, Any] | None]
    message: Mapped[str | None] = mapped_column(Text)
    finished_at: Mapped[datetime | None]

    __table_args__ = (Index("ix_factory_services_call_factory_id", "factory_id", "asked_at"),)
