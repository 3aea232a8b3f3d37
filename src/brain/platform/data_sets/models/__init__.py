"""Tables of data sets."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import BigInteger, Identity, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from brain.kit.db import Base


class BuildRow(Base):
    """An attempt to build a data set; one with a number is a version, whose files lie in the lake."""

    __tablename__ = "data_sets_build"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    data_set: Mapped[str] = mapped_column(String(80))
    number: Mapped[int | None]
    mark: Mapped[str] = mapped_column(String(64))
    files: Mapped[list[Any]]
    rows: Mapped[int] = mapped_column(BigInteger)
    bytes: Mapped[int] = mapped_column(BigInteger)
    seconds: Mapped[float]
    built_at: Mapped[datetime]
    problem: Mapped[str | None] = mapped_column(Text)
    quality: Mapped[dict[str, Any] | None]
    basis: Mapped[dict[str, Any] | None]
    held: Mapped[list[Any]] = mapped_column(server_default=text("'[]'"))
    upon_last: Mapped[bool] = mapped_column(server_default=text("false"))
    full_because: Mapped[str | None] = mapped_column(String(200))
    written: Mapped[int] = mapped_column(BigInteger, server_default=text("0"))
    told_at: Mapped[datetime | None]  # to the endpoint of OpenLineage, which took it or `refused` it
    refused: Mapped[str | None] = mapped_column(String(200))

    __table_args__ = (
        Index(
            "uq_data_sets_build_version",
            "data_set",
            "number",
            unique=True,
            postgresql_where=text("number IS NOT NULL"),
        ),
        Index("ix_data_sets_build_data_set_id", "data_set", "id"),
        Index("ix_data_sets_build_untold", "built_at", "id", postgresql_where=text("told_at IS NULL")),
    )


class DeclarationRow(Base):
    """A data set as a person declared it; of those confirmed the highest revision is in force."""

    __tablename__ = "data_sets_declaration"

    data_set: Mapped[str] = mapped_column(String(80), primary_key=True)
    revision: Mapped[int] = mapped_column(primary_key=True)
    told: Mapped[dict[str, Any]]
    state: Mapped[str] = mapped_column(String(16))
    declared_by: Mapped[str] = mapped_column(String(64))
    declared_at: Mapped[datetime]
    decided_by: Mapped[str | None] = mapped_column(String(64))
    decided_at: Mapped[datetime | None]
    reason: Mapped[str | None] = mapped_column(String(400))

    __table_args__ = (
        Index(
            "uq_data_sets_declaration_waiting",
            "data_set",
            unique=True,
            postgresql_where=text("state = 'waiting'"),
        ),
    )


class DeliveryRow(Base):
    """Rows that a source delivered to a data set, typed, in files below the lake's folder."""

    __tablename__ = "data_sets_delivery"

    id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    data_set: Mapped[str] = mapped_column(String(80), index=True)
    provider: Mapped[str] = mapped_column(String(200))
    title: Mapped[str] = mapped_column(String(400))
    as_of: Mapped[date]
    sample: Mapped[bool]
    files: Mapped[list[Any]]
    rows: Mapped[int] = mapped_column(BigInteger)
    delivered_by: Mapped[str] = mapped_column(String(64))
    delivered_at: Mapped[datetime]
    withdrawn_by: Mapped[str | None] = mapped_column(String(64))
    withdrawn_at: Mapped[datetime | None]
    withdrawn_for: Mapped[str | None] = mapped_column(String(400))
    names_noted: Mapped[bool] = mapped_column(server_default=text("false"))

    __table_args__ = (Index("ix_data_sets_delivery_unnoted", "id", postgresql_where=text("NOT names_noted")),)


class GradeRow(Base):
    """What a person decided on a column; the newest holds until worse than `seen_level` is found."""

    __tablename__ = "data_sets_grade"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    data_set: Mapped[str] = mapped_column(String(80))
    column: Mapped[str] = mapped_column(String(60))
    level: Mapped[int]
    personal: Mapped[bool]
    seen_level: Mapped[int]
    reason: Mapped[str] = mapped_column(String(400))
    decided_by: Mapped[str] = mapped_column(String(64))
    decided_at: Mapped[datetime]
    category: Mapped[str | None] = mapped_column(String(120))
    locked: Mapped[bool] = mapped_column(server_default=text("false"))

    __table_args__ = (Index("ix_data_sets_grade_data_set_column_id", "data_set", "column", "id"),)


class FindingRow(Base):
    """What the newest version was found to hold in a column."""

    __tablename__ = "data_sets_finding"

    data_set: Mapped[str] = mapped_column(String(80), primary_key=True)
    column: Mapped[str] = mapped_column(String(60), primary_key=True)
    told: Mapped[dict[str, Any]]
    level: Mapped[int]
    version: Mapped[int]


class HeldRow(Base):
    """A row that rules of quality held back, and what a person decided about it."""

    __tablename__ = "data_sets_held"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    data_set: Mapped[str] = mapped_column(String(80))
    fingerprint: Mapped[str] = mapped_column(String(64))
    values: Mapped[dict[str, Any]]
    broken: Mapped[list[Any]]
    state: Mapped[str] = mapped_column(String(16))
    held_at: Mapped[datetime]
    decided_by: Mapped[str | None] = mapped_column(String(64))
    decided_at: Mapped[datetime | None]
    reason: Mapped[str | None] = mapped_column(String(400))

    __table_args__ = (Index("uq_data_sets_held_fingerprint", "data_set", "fingerprint", unique=True),)
