"""Tables of classification and grading."""

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Identity, Index, Integer, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from brain.kit.db import Base


class FactsRow(Base):
    """What people told of a data set for its grade; the newest holds."""

    __tablename__ = "grading_facts"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    data_set: Mapped[str] = mapped_column(String(80))
    told: Mapped[dict[str, Any]]
    told_by: Mapped[str] = mapped_column(String(64))
    told_at: Mapped[datetime]

    __table_args__ = (Index("ix_grading_facts_data_set_id", "data_set", "id"),)


class TablesRow(Base):
    """A matrix and a taxonomy (CSV); of those confirmed the highest revision is in force."""

    __tablename__ = "grading_tables"

    revision: Mapped[int] = mapped_column(Integer, Identity(), primary_key=True)
    matrix: Mapped[str] = mapped_column(Text)
    taxonomy: Mapped[str] = mapped_column(Text)
    note: Mapped[str] = mapped_column(String(400))
    state: Mapped[str] = mapped_column(String(16))
    proposed_by: Mapped[str] = mapped_column(String(64))
    proposed_at: Mapped[datetime]
    decided_by: Mapped[str | None] = mapped_column(String(64))
    decided_at: Mapped[datetime | None]
    reason: Mapped[str | None] = mapped_column(String(400))

    __table_args__ = (
        Index("uq_grading_tables_waiting", "state", unique=True, postgresql_where=text("state = 'waiting'")),
    )


class CatalogueRow(Base):
    """A version of the catalogue of important data; `digest` (SM3) proves that its entries did not change."""

    __tablename__ = "grading_catalogue"

    number: Mapped[int] = mapped_column(Integer, Identity(), primary_key=True)
    entries: Mapped[list[Any]]
    digest: Mapped[str] = mapped_column(String(64))
    state: Mapped[str] = mapped_column(String(16))
    produced_by: Mapped[str] = mapped_column(String(64))
    produced_at: Mapped[datetime]
    decided_by: Mapped[str | None] = mapped_column(String(64))
    decided_at: Mapped[datetime | None]
    reason: Mapped[str | None] = mapped_column(String(400))

    __table_args__ = (
        Index(
            "uq_grading_catalogue_waiting", "state", unique=True, postgresql_where=text("state = 'waiting'")
        ),
    )


class OpinionRow(Base):
    """A language model asked about a version of a data set."""

    __tablename__ = "grading_opinion"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    data_set: Mapped[str] = mapped_column(String(80))
    version: Mapped[int] = mapped_column(Integer)
    model: Mapped[str] = mapped_column(String(200))
    state: Mapped[str] = mapped_column(String(16))
    problem: Mapped[str | None] = mapped_column(String(400))
    agreed: Mapped[int] = mapped_column(Integer, default=0)
    dropped: Mapped[int] = mapped_column(Integer, default=0)
    asked_by: Mapped[str] = mapped_column(String(64))
    asked_at: Mapped[datetime]
    answered_at: Mapped[datetime | None]

    __table_args__ = (UniqueConstraint("data_set", "version", "model"),)


class AdviceRow(Base):
    """A higher level for a column that a language model proposes, and what a person said to it."""

    __tablename__ = "grading_advice"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    opinion: Mapped[int] = mapped_column(ForeignKey("grading_opinion.id"))
    column: Mapped[str] = mapped_column(String(80))
    level: Mapped[int] = mapped_column(Integer)
    kind: Mapped[str | None] = mapped_column(String(40))
    reason: Mapped[str] = mapped_column(String(200))
    state: Mapped[str] = mapped_column(String(16))
    decided_by: Mapped[str | None] = mapped_column(String(64))
    decided_at: Mapped[datetime | None]
    answer: Mapped[str | None] = mapped_column(String(400))

    __table_args__ = (UniqueConstraint("opinion", "column"),)
