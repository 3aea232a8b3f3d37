"""Tables of collecting."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Identity, Index, LargeBinary, SmallInteger, String, Text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from brain.kit.db import Base


class EquipmentRow(Base):
    """A node of the hierarchy of IEC 62264-1, 5.3: enterprise, site, area, work centre, work unit."""

    __tablename__ = "shop_floor_equipment"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("shop_floor_equipment.id"), index=True)
    level: Mapped[str] = mapped_column(String(16))
    code: Mapped[str] = mapped_column(String(60), unique=True)
    title: Mapped[str] = mapped_column(String(120))
    process: Mapped[str | None] = mapped_column(String(60))
    maker: Mapped[str | None] = mapped_column(String(120))
    model: Mapped[str | None] = mapped_column(String(120))
    serial: Mapped[str | None] = mapped_column(String(120))
    in_use_since: Mapped[date | None]
    retired_at: Mapped[datetime | None]


class SourceRow(Base):
    """A machine, controller or broker that is asked or listened to."""

    __tablename__ = "shop_floor_source"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    name: Mapped[str] = mapped_column(String(80), unique=True)
    settings: Mapped[dict[str, Any]]
    sealed_secret: Mapped[bytes | None] = mapped_column(LargeBinary)
    enabled: Mapped[bool]
    revision: Mapped[int] = mapped_column(BigInteger)
    changed_by: Mapped[str] = mapped_column(String(64))
    changed_at: Mapped[datetime]


class SourceStateRow(Base):
    """How collecting from a source goes; written by the collector only."""

    __tablename__ = "shop_floor_source_state"

    source_id: Mapped[int] = mapped_column(
        ForeignKey("shop_floor_source.id", ondelete="CASCADE"), primary_key=True
    )
    state: Mapped[str] = mapped_column(String(16))
    since: Mapped[datetime]
    problem: Mapped[str | None] = mapped_column(Text)
    clock_ahead: Mapped[float | None]
    heard_at: Mapped[datetime | None]
    kept: Mapped[int] = mapped_column(BigInteger)
    unchanged: Mapped[int] = mapped_column(BigInteger)
    set_aside: Mapped[int] = mapped_column(BigInteger)
    lost: Mapped[int] = mapped_column(BigInteger)


class PointRow(Base):
    """A value that is collected. `number` travels with it and is never given again."""

    __tablename__ = "shop_floor_point"

    number: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    source_id: Mapped[int] = mapped_column(ForeignKey("shop_floor_source.id"), index=True)
    equipment_id: Mapped[int | None] = mapped_column(ForeignKey("shop_floor_equipment.id"), index=True)
    code: Mapped[str] = mapped_column(String(120), unique=True)
    title: Mapped[str] = mapped_column(String(120))
    address: Mapped[dict[str, Any]]
    kind: Mapped[str] = mapped_column(String(10))
    unit: Mapped[str | None] = mapped_column(String(20))
    quantity: Mapped[str | None] = mapped_column(String(40))
    low: Mapped[float | None]
    high: Mapped[float | None]
    scale: Mapped[float] = mapped_column(default=1.0)
    shift: Mapped[float] = mapped_column(default=0.0)
    sampling: Mapped[float]
    dead_band: Mapped[float]
    heartbeat: Mapped[float]
    priority: Mapped[int] = mapped_column(SmallInteger)
    domain: Mapped[str] = mapped_column(String(20))
    level: Mapped[int] = mapped_column(SmallInteger)
    changed_at: Mapped[datetime]
    retired_at: Mapped[datetime | None]


class BlockRow(Base):
    """Values as they were collected, packed (`kit.series`), in the order in which they were kept."""

    __tablename__ = "shop_floor_block"

    number: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    priority: Mapped[int] = mapped_column(SmallInteger)
    points: Mapped[int]
    size: Mapped[int]
    first_at: Mapped[datetime]
    last_at: Mapped[datetime]
    sealed_at: Mapped[datetime]
    data: Mapped[bytes] = mapped_column(LargeBinary)

    __table_args__ = (
        Index("ix_shop_floor_block_priority", "priority", "number"),
        Index("ix_shop_floor_block_last_at", "last_at"),
    )


class ReaderRow(Base):
    """Somebody above who reads the blocks in order, and the number of the last that it is done with."""

    __tablename__ = "shop_floor_reader"

    name: Mapped[str] = mapped_column(String(80), primary_key=True)
    number: Mapped[int] = mapped_column(BigInteger)
    moved_at: Mapped[datetime]


class LossRow(Base):
    """What was given up unread, by the policy for a full disk or because it could not be kept."""

    __tablename__ = "shop_floor_loss"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    reason: Mapped[str] = mapped_column(String(20))
    priority: Mapped[int] = mapped_column(SmallInteger)
    source_id: Mapped[int | None] = mapped_column(BigInteger)
    points: Mapped[int] = mapped_column(BigInteger)
    first_block: Mapped[int | None] = mapped_column(BigInteger)
    last_block: Mapped[int | None] = mapped_column(BigInteger)
    first_at: Mapped[datetime]
    last_at: Mapped[datetime]
    told: Mapped[str] = mapped_column(Text)
    noted_at: Mapped[datetime]


class AsideRow(Base):
    """Values that could not be what they should; one row for each point, reason and hour."""

    __tablename__ = "shop_floor_aside"

    point: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    reason: Mapped[str] = mapped_column(String(20), primary_key=True)
    hour: Mapped[datetime] = mapped_column(primary_key=True)
    count: Mapped[int] = mapped_column(BigInteger)
    excerpt: Mapped[str] = mapped_column(String(200))
    digest: Mapped[str] = mapped_column(String(64))
    last_at: Mapped[datetime]


class LiveRow(Base):
    """The last value of every point of a source, packed; written by the collector every second."""

    __tablename__ = "shop_floor_live"

    source_id: Mapped[int] = mapped_column(
        ForeignKey("shop_floor_source.id", ondelete="CASCADE"), primary_key=True
    )
    at: Mapped[datetime]
    data: Mapped[bytes] = mapped_column(LargeBinary)

    __table_args__ = ({"prefixes": ["UNLOGGED"]},)


class StoreRow(Base):
    """How much of the disk values may take, and how long they stay once everybody has read them."""

    __tablename__ = "shop_floor_store"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    budget: Mapped[int] = mapped_column(BigInteger)
    days: Mapped[int]
    changed_by: Mapped[str] = mapped_column(String(64))
    changed_at: Mapped[datetime]


class CertificateRow(Base):
    """The certificate by which the gateway shows to OPC UA servers who it is; one row."""

    __tablename__ = "shop_floor_certificate"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    certificate: Mapped[bytes] = mapped_column(LargeBinary)
    sealed_key: Mapped[bytes] = mapped_column(LargeBinary)
    application_uri: Mapped[str] = mapped_column(Text)
    made_by: Mapped[str | None] = mapped_column(String(64))
    made_at: Mapped[datetime]


class PointImportRow(Base):
    """A list of points that somebody took over; undone as a whole. `changes`: of each point that it touched
    its number, and of each field what it was before (null for a point that was not) and after."""

    __tablename__ = "shop_floor_point_import"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    name: Mapped[str] = mapped_column(String(200))
    digest: Mapped[str] = mapped_column(String(64))
    added: Mapped[int]
    changed: Mapped[int]
    unchanged: Mapped[int]
    refused: Mapped[int]
    changes: Mapped[list[Any]] = mapped_column(JSONB, deferred=True)
    by: Mapped[str] = mapped_column(String(64))
    at: Mapped[datetime]
    undone_by: Mapped[str | None] = mapped_column(String(64))
    undone_at: Mapped[datetime | None]
