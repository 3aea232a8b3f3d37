"""Tables of production performance."""

from datetime import datetime, time
from typing import Any

from sqlalchemy import ARRAY, BigInteger, ForeignKey, Identity, Index, SmallInteger, String
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from brain.kit.db import Base


class MeasuredRow(Base):
    """How a work unit is measured: from which points, and which of its states counts as what."""

    __tablename__ = "performance_measured"

    equipment_id: Mapped[int] = mapped_column(
        ForeignKey("shop_floor_equipment.id"), primary_key=True, autoincrement=False
    )
    state_point: Mapped[int] = mapped_column(BigInteger)
    states: Mapped[dict[str, Any]] = mapped_column(JSONB)
    produced_point: Mapped[int | None] = mapped_column(BigInteger)
    rejected_point: Mapped[int | None] = mapped_column(BigInteger)
    energy_point: Mapped[int | None] = mapped_column(BigInteger)
    run_time: Mapped[float | None]
    is_output: Mapped[bool]
    changed_by: Mapped[str] = mapped_column(String(64))
    changed_at: Mapped[datetime]


class PeriodRow(Base):
    """One work unit in one hour: times in seconds, energy in kWh. `ended`: state and counters at its end,
    from which the next goes on. `is_over`: the hour is past and its figures were given to those above."""

    __tablename__ = "performance_period"

    equipment_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    begin: Mapped[datetime] = mapped_column(primary_key=True)
    planned_busy: Mapped[float]
    production: Mapped[float]
    setup: Mapped[float]
    delay: Mapped[float]
    down: Mapped[float]
    unknown: Mapped[float]
    planned_run: Mapped[float | None]
    produced: Mapped[float | None]
    good: Mapped[float | None]
    energy: Mapped[float | None]
    is_output: Mapped[bool]
    is_over: Mapped[bool]
    ended: Mapped[dict[str, Any]] = mapped_column(JSONB)
    computed_at: Mapped[datetime]

    __table_args__ = (Index("ix_performance_period_begin", "begin"),)


class ShiftRow(Base):
    """A shift of the week; times of Beijing."""

    __tablename__ = "performance_shift"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    title: Mapped[str] = mapped_column(String(40))
    weekdays: Mapped[list[int]] = mapped_column(ARRAY(SmallInteger))
    begin: Mapped[time]
    end: Mapped[time]
