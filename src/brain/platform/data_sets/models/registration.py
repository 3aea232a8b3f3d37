"""Tables of the registration of data sets in the catalogue."""

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, Identity, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from brain.kit.db import Base


class RegistrationRow(Base):
    """Never removed: serial and identifier stay with the data set for good, retired or not."""

    __tablename__ = "data_sets_registration"

    data_set: Mapped[str] = mapped_column(String(80), primary_key=True)
    state: Mapped[str] = mapped_column(String(16))
    declared: Mapped[dict[str, Any]]
    serial: Mapped[int | None] = mapped_column(unique=True)
    identifier: Mapped[str | None] = mapped_column(String(40), unique=True)
    submitted_by: Mapped[str | None] = mapped_column(String(64))


class RegistrationStepRow(Base):
    """Who did what of it, when and why; `told` is what a description says."""

    __tablename__ = "data_sets_registration_step"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    data_set: Mapped[str] = mapped_column(String(80))
    step: Mapped[str] = mapped_column(String(16))
    state: Mapped[str] = mapped_column(String(16))
    told: Mapped[dict[str, Any] | None]
    reason: Mapped[str | None] = mapped_column(String(400))
    by: Mapped[str] = mapped_column(String(64))
    at: Mapped[datetime]

    __table_args__ = (Index("ix_data_sets_registration_step_data_set_id", "data_set", "id"),)
