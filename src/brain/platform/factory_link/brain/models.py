"""Tables of the brain's side of the link."""

from datetime import datetime
from typing import Any

from sqlalchemy import (
    ARRAY,
    BigInteger,
    ForeignKey,
    Identity,
    Index,
    LargeBinary,
    SmallInteger,
    String,
    Text,
    false,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from brain.kit.db import Base


class BrainKeyRow(Base):
    """The brain's own key, by which it signs its answers."""

    __tablename__ = "factory_link_key"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    sealed: Mapped[bytes] = mapped_column(LargeBinary)
    made_at: Mapped[datetime]


class FactoryRow(Base):
    """A factory from its invitation on. The one-time code is kept as a digest until it is used.

    `landing`: up to which batch what came is being taken into the warehouse."""

    __tablename__ = "factory_link_factory"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    credit_code: Mapped[str] = mapped_column(String(18), index=True)
    title: Mapped[str] = mapped_column(String(120))
    state: Mapped[str] = mapped_column(String(16))
    reason: Mapped[str | None] = mapped_column(Text)
    code_digest: Mapped[str | None] = mapped_column(String(64))
    code_tries: Mapped[int] = mapped_column(SmallInteger, default=0)
    code_until: Mapped[datetime]
    invited_by: Mapped[str] = mapped_column(String(64))
    invited_at: Mapped[datetime]
    public_key: Mapped[str | None] = mapped_column(String(44))
    old_public_key: Mapped[str | None] = mapped_column(String(44))
    key_since: Mapped[datetime | None]
    check_number: Mapped[str | None] = mapped_column(String(6))
    claimed_at: Mapped[datetime | None]
    confirmed_by: Mapped[str | None] = mapped_column(String(64))
    confirmed_at: Mapped[datetime | None]
    closed_by: Mapped[str | None] = mapped_column(String(64))
    closed_at: Mapped[datetime | None]
    source_id: Mapped[int | None] = mapped_column(BigInteger)
    last: Mapped[int] = mapped_column(BigInteger, default=0)
    chain: Mapped[str | None] = mapped_column(String(64))
    catalogue: Mapped[int] = mapped_column(BigInteger, default=0)
    landing: Mapped[int | None] = mapped_column(BigInteger)
    health: Mapped[dict[str, Any] | None]
    seen_at: Mapped[datetime | None]
    silent: Mapped[bool] = mapped_column(default=False, server_default=false())


class FactoryPointRow(Base):
    """A point as its factory names it; `shared` while it is in the catalogue."""

    __tablename__ = "factory_link_point"

    factory_id: Mapped[str] = mapped_column(ForeignKey("factory_link_factory.id"), primary_key=True)
    number: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    code: Mapped[str] = mapped_column(String(120))
    title: Mapped[str] = mapped_column(String(120))
    kind: Mapped[str] = mapped_column(String(10))
    unit: Mapped[str | None] = mapped_column(String(20))
    quantity: Mapped[str | None] = mapped_column(String(40))
    low: Mapped[float | None]
    high: Mapped[float | None]
    domain: Mapped[str] = mapped_column(String(20))
    level: Mapped[int] = mapped_column(SmallInteger)
    equipment: Mapped[list[Any]]
    shared: Mapped[bool]


class FactoryConsentRow(Base):
    """A consent as the factory gave it; `ended_at` when it left the catalogue."""

    __tablename__ = "factory_link_consent"

    factory_id: Mapped[str] = mapped_column(ForeignKey("factory_link_factory.id"), primary_key=True)
    id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    purpose: Mapped[str] = mapped_column(String(20))
    kind: Mapped[str] = mapped_column(String(12))
    seconds: Mapped[int | None]
    step: Mapped[float | None]
    points: Mapped[list[int]] = mapped_column(ARRAY(BigInteger))
    given_by: Mapped[str] = mapped_column(String(120))
    given_at: Mapped[datetime]
    until: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]


class ReceivedRow(Base):
    """A batch as it came: values still packed. `landed_at` once its values lie in the lake."""

    __tablename__ = "factory_link_received"

    factory_id: Mapped[str] = mapped_column(ForeignKey("factory_link_factory.id"), primary_key=True)
    last: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    first: Mapped[int] = mapped_column(BigInteger)
    catalogue: Mapped[int] = mapped_column(BigInteger)
    points: Mapped[int]
    refused: Mapped[int]
    size: Mapped[int]
    first_at: Mapped[datetime | None]
    last_at: Mapped[datetime | None]
    sealed_from: Mapped[datetime]
    sealed_to: Mapped[datetime]
    received_at: Mapped[datetime]
    losses: Mapped[list[Any]]
    landed_at: Mapped[datetime | None]
    data: Mapped[bytes | None] = mapped_column(LargeBinary)

    __table_args__ = (
        Index("ix_factory_link_received_received_at", "factory_id", "received_at"),
        Index("ix_factory_link_received_last_at", "factory_id", "last_at"),
        Index(
            "ix_factory_link_received_waiting",
            "factory_id",
            "last",
            postgresql_where=text("landed_at IS NULL"),
        ),
    )


class LetterInRow(Base):
    """A letter that came from a factory: once, however often it was sent."""

    __tablename__ = "factory_link_letter_in"

    factory_id: Mapped[str] = mapped_column(ForeignKey("factory_link_factory.id"), primary_key=True)
    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    kind: Mapped[str] = mapped_column(String(64))
    received_at: Mapped[datetime]


class LetterOutRow(Base):
    """A letter for a factory; its gateway fetches it, and by fetching on says that it has it."""

    __tablename__ = "factory_link_letter_out"

    number: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    factory_id: Mapped[str] = mapped_column(ForeignKey("factory_link_factory.id"))
    id: Mapped[str] = mapped_column(String(36), unique=True)
    kind: Mapped[str] = mapped_column(String(64))
    at: Mapped[datetime]
    body: Mapped[dict[str, Any]]
    fetched_at: Mapped[datetime | None]

    __table_args__ = (Index("ix_factory_link_letter_out_factory_id", "factory_id", "number"),)


class FactoryUseRow(Base):
    """A use of a factory's data here; its gateway is told."""

    __tablename__ = "factory_link_use"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    factory_id: Mapped[str] = mapped_column(ForeignKey("factory_link_factory.id"))
    at: Mapped[datetime]
    purpose: Mapped[str] = mapped_column(String(20))
    by: Mapped[str] = mapped_column(Text)
    what: Mapped[str] = mapped_column(Text)
    points: Mapped[int]

    __table_args__ = (Index("ix_factory_link_use_factory_id", "factory_id", "id"),)
