"""Tables of remote configuration at a gateway."""

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Identity, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from brain.kit.db import Base


class ConfigurationKeyRow(Base):
    """A public key whose owner may configure this gateway from afar; registered on the factory's network."""

    __tablename__ = "gateway_configuration_key"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    holder: Mapped[str] = mapped_column(String(60))
    public_key: Mapped[str] = mapped_column(String(43), unique=True)
    added_by: Mapped[str] = mapped_column(String(64))
    added_at: Mapped[datetime]
    revoked_by: Mapped[str | None] = mapped_column(String(64))
    revoked_at: Mapped[datetime | None]
    revoked_why: Mapped[str | None] = mapped_column(Text)


class ConfigurationRow(Base):
    """A document by a registered key, judged once. `was` and `became`: what it altered, by number; `sealed`:
    secrets of sources as they were."""

    __tablename__ = "gateway_configuration"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    digest: Mapped[str] = mapped_column(String(64), unique=True)
    key_id: Mapped[int] = mapped_column(ForeignKey("gateway_configuration_key.id"))
    number: Mapped[int | None] = mapped_column(BigInteger)
    author: Mapped[str | None] = mapped_column(String(120))
    reason: Mapped[str | None] = mapped_column(Text)
    document: Mapped[str] = mapped_column(Text)
    brought_by: Mapped[str] = mapped_column(String(64))
    at: Mapped[datetime]
    outcome: Mapped[str] = mapped_column(String(10))
    refusal: Mapped[str | None] = mapped_column(Text)
    was: Mapped[dict[str, Any]]
    became: Mapped[dict[str, Any]]
    sealed: Mapped[dict[str, Any]]
    undone_by: Mapped[str | None] = mapped_column(String(64))
    undone_at: Mapped[datetime | None]
