"""Tables of the peer benchmark."""

from datetime import datetime
from typing import Any

from sqlalchemy import Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from brain.kit.db import Base


class HourRow(Base):
    """What a factory that takes part told of one hour; gone as soon as it takes part no longer."""

    __tablename__ = "peer_benchmark_hour"

    factory_id: Mapped[str] = mapped_column(String(36), primary_key=True)
    begin: Mapped[datetime] = mapped_column(primary_key=True)
    credit_code: Mapped[str] = mapped_column(String(18))
    planned_busy_time: Mapped[float | None]
    actual_production_time: Mapped[float | None]
    planned_run_time: Mapped[float | None]
    produced_quantity: Mapped[float | None]
    good_quantity: Mapped[float | None]
    energy: Mapped[float | None]


class GatheredRow(Base):
    """Up to when a factory's figures were gathered."""

    __tablename__ = "peer_benchmark_gathered"

    factory_id: Mapped[str] = mapped_column(String(36), primary_key=True)
    until: Mapped[datetime]


class GroupRow(Base):
    """The peers of a period as they were first told."""

    __tablename__ = "peer_benchmark_group"

    period: Mapped[str] = mapped_column(String(8), primary_key=True)
    begin: Mapped[datetime] = mapped_column(primary_key=True)
    indicator: Mapped[str] = mapped_column(String(40), primary_key=True)
    count: Mapped[int] = mapped_column(Integer)
    parts: Mapped[list[Any]]
    told_at: Mapped[datetime]
