"""Tables of shells."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey, Identity, SmallInteger, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from brain.kit.db import Base


class PlateRow(Base):
    """A name plate as it was told once; the latest of a unit holds. `maker`, `model` and `serial` are what
    the equipment held then: today's are kept with it."""

    __tablename__ = "asset_shells_plate"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    equipment_id: Mapped[int] = mapped_column(ForeignKey("shop_floor_equipment.id"), index=True)
    maker: Mapped[str | None] = mapped_column(String(120))
    designation: Mapped[str | None] = mapped_column(String(120))
    family: Mapped[str | None] = mapped_column(String(120))
    model: Mapped[str | None] = mapped_column(String(120))
    order_code: Mapped[str | None] = mapped_column(String(120))
    article_number: Mapped[str | None] = mapped_column(String(120))
    serial: Mapped[str | None] = mapped_column(String(120))
    year: Mapped[int | None] = mapped_column(SmallInteger)
    made_on: Mapped[date | None]
    country: Mapped[str | None] = mapped_column(String(2))
    hardware: Mapped[str | None] = mapped_column(String(60))
    firmware: Mapped[str | None] = mapped_column(String(60))
    software: Mapped[str | None] = mapped_column(String(60))
    product_uri: Mapped[str | None] = mapped_column(Text)
    told_by: Mapped[str] = mapped_column(String(64))
    told_at: Mapped[datetime]


class NamespaceRow(Base):
    """What sets the identifiers of this gateway apart from those of all others; one row."""

    __tablename__ = "asset_shells_namespace"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    namespace: Mapped[UUID]
