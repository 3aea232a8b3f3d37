"""Tables of releases that a brain carries."""

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, Identity, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from brain.kit.db import Base


class PublishedReleaseRow(Base):
    """A release whose files are here. `key` claims to have signed it: only a gateway knows whom it trusts."""

    __tablename__ = "gateway_releases_release"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    digest: Mapped[str] = mapped_column(String(64), unique=True)
    text: Mapped[str] = mapped_column(Text)
    version: Mapped[str] = mapped_column(String(40))
    requires: Mapped[str] = mapped_column(String(40))
    python: Mapped[str] = mapped_column(String(8))
    platform: Mapped[str] = mapped_column(String(60))
    notes: Mapped[str] = mapped_column(Text)
    notes_en: Mapped[str] = mapped_column(Text)
    size: Mapped[int] = mapped_column(BigInteger)
    key: Mapped[str] = mapped_column(String(43))
    issued_at: Mapped[datetime]
    added_by: Mapped[str] = mapped_column(String(64))
    added_at: Mapped[datetime]
    withdrawn_by: Mapped[str | None] = mapped_column(String(64))
    withdrawn_at: Mapped[datetime | None]
    withdrawn_why: Mapped[str | None] = mapped_column(Text)


class OfferRow(Base):
    """A release and a factory to which it was offered; `state` as its gateway told it last."""

    __tablename__ = "gateway_releases_offer"

    release_id: Mapped[int] = mapped_column(ForeignKey("gateway_releases_release.id"), primary_key=True)
    factory_id: Mapped[str] = mapped_column(String(36), primary_key=True)
    factory: Mapped[str] = mapped_column(String(120))
    offered_by: Mapped[str] = mapped_column(String(64))
    offered_at: Mapped[datetime]
    state: Mapped[str | None] = mapped_column(String(10))
    why: Mapped[str] = mapped_column(Text)
    running: Mapped[str | None] = mapped_column(String(40))
    told_at: Mapped[datetime | None]

    __table_args__ = (Index("ix_gateway_releases_offer_factory_id", "factory_id"),)
