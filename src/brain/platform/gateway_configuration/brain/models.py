"""Tables of configurations that a brain carries."""

from datetime import datetime

from sqlalchemy import BigInteger, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from brain.kit.db import Base


class DeliveryRow(Base):
    """A signed document on its way to a factory, and what the gateway answered. `id` is its letter's."""

    __tablename__ = "configuration_delivery"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    factory_id: Mapped[str] = mapped_column(String(36))
    factory: Mapped[str] = mapped_column(String(120))
    credit_code: Mapped[str] = mapped_column(String(18))
    digest: Mapped[str] = mapped_column(String(64))
    number: Mapped[int] = mapped_column(BigInteger)
    author: Mapped[str] = mapped_column(String(120))
    reason: Mapped[str] = mapped_column(Text)
    changes: Mapped[int]
    key: Mapped[str] = mapped_column(String(43))
    valid_until: Mapped[datetime]
    sent_by: Mapped[str] = mapped_column(String(64))
    sent_at: Mapped[datetime]
    outcome: Mapped[str | None] = mapped_column(String(10))
    refusal: Mapped[str | None] = mapped_column(Text)
    answered_at: Mapped[datetime | None]

    __table_args__ = (
        Index("ix_configuration_delivery_sent_at", "sent_at"),
        Index("uq_configuration_delivery_digest", "factory_id", "digest", unique=True),
    )
