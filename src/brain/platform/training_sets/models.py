"""Tables of training sets."""

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Identity, Index, String, Text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from brain.kit.db import Base


class TrainingSetRow(Base):
    __tablename__ = "training_sets_set"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    name: Mapped[str] = mapped_column(String(60), unique=True)
    recipe: Mapped[dict[str, Any]]
    created_by: Mapped[str] = mapped_column(String(64))
    created_at: Mapped[datetime]


class ReleaseRow(Base):
    __tablename__ = "training_sets_release"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    training_set: Mapped[int] = mapped_column(ForeignKey("training_sets_set.id"))
    number: Mapped[int]
    status: Mapped[str] = mapped_column(String(16))
    recipe: Mapped[dict[str, Any]]
    report: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    folder: Mapped[str | None] = mapped_column(String(200))
    problem: Mapped[str | None] = mapped_column(Text)
    asked_by: Mapped[str] = mapped_column(String(64))
    asked_at: Mapped[datetime]
    decided_by: Mapped[str | None] = mapped_column(String(64))
    decided_at: Mapped[datetime | None]
    reason: Mapped[str | None] = mapped_column(String(400))

    __table_args__ = (Index("uq_training_sets_release_number", "training_set", "number", unique=True),)
