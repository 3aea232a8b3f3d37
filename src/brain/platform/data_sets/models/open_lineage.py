"""Tables of runs told to another catalogue of lineage."""

from datetime import datetime

from sqlalchemy import BigInteger, Identity, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from brain.kit.db import Base


class DeliveryRunRow(Base):
    """An attempt to deliver, as the room that made it told. `told_at`: when the endpoint had it, or `refused`
    it."""

    __tablename__ = "data_sets_delivery_run"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    data_set: Mapped[str] = mapped_column(String(80))
    job: Mapped[str] = mapped_column(String(200))
    place_namespace: Mapped[str | None] = mapped_column(Text)
    place_name: Mapped[str] = mapped_column(Text)
    place_title: Mapped[str] = mapped_column(String(200))
    rows_read: Mapped[int] = mapped_column(BigInteger)
    bytes_read: Mapped[int] = mapped_column(BigInteger)
    rows: Mapped[int] = mapped_column(BigInteger)
    started_at: Mapped[datetime]
    ended_at: Mapped[datetime] = mapped_column(index=True)
    failed: Mapped[bool]
    told_at: Mapped[datetime | None]
    refused: Mapped[str | None] = mapped_column(String(200))

    __table_args__ = (
        Index("ix_data_sets_delivery_run_untold", "ended_at", "id", postgresql_where=text("told_at IS NULL")),
    )


class LineageEndpointRow(Base):
    """How it goes with an endpoint: `failures` since it last took a run; it is not asked until `next_at`."""

    __tablename__ = "data_sets_lineage_endpoint"

    url: Mapped[str] = mapped_column(Text, primary_key=True)
    failures: Mapped[int]
    problem: Mapped[str | None] = mapped_column(String(200))
    next_at: Mapped[datetime | None]
    told_at: Mapped[datetime | None]
