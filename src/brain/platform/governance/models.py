"""Tables of governance."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ARRAY,
    BigInteger,
    CheckConstraint,
    Identity,
    Index,
    Integer,
    LargeBinary,
    String,
    Text,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from brain.kit.db import Base


class EnterpriseNameRow(Base):
    """A present or former name of an enterprise, its matching text and the grams by which it is found."""

    __tablename__ = "governance_enterprise_name"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    credit_code: Mapped[str] = mapped_column(String(18), index=True)
    name: Mapped[str] = mapped_column(Text)
    former: Mapped[bool]
    text: Mapped[str] = mapped_column(Text)
    grams: Mapped[list[int]] = mapped_column(ARRAY(Integer))

    __table_args__ = (Index("ix_governance_enterprise_name_grams", "grams", postgresql_using="gin"),)


class NameIndexRow(Base):
    """The one state of the index: up to which revision of the master data it goes, and its statistics.

    `edition` is new with every change, so that a process knows whether the counts it holds are these.
    """

    __tablename__ = "governance_name_index"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    edition: Mapped[UUID]
    revision: Mapped[int] = mapped_column(BigInteger)
    names: Mapped[int]
    counts: Mapped[bytes] = mapped_column(LargeBinary)
    changed_at: Mapped[datetime]

    __table_args__ = (CheckConstraint("id = 1", name="single"),)


class IndustryCoderRow(Base):
    """The one coder in use, how far it has coded, and what it learned from."""

    __tablename__ = "governance_industry_coder"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    edition: Mapped[int]
    revision: Mapped[int] = mapped_column(BigInteger)
    dumped: Mapped[bytes] = mapped_column(LargeBinary)
    enterprises: Mapped[int]
    labelled: Mapped[int]
    trained_at: Mapped[datetime]

    __table_args__ = (CheckConstraint("id = 1", name="single"),)


class IndustryCodingRow(Base):
    """What the coder proposes for an enterprise, and what a person decided.

    `code` is of the finest level that is sure, null where none is; `corrected_code` outlives every edition.
    """

    __tablename__ = "governance_industry_coding"

    credit_code: Mapped[str] = mapped_column(String(18), primary_key=True)
    edition: Mapped[int]
    code: Mapped[str | None] = mapped_column(String(5))
    level: Mapped[int]
    confidence: Mapped[float]
    candidates: Mapped[list[Any]]
    evidence: Mapped[list[Any]]
    corrected_code: Mapped[str | None] = mapped_column(String(5))
    corrected_by: Mapped[str | None] = mapped_column(Text)
    corrected_at: Mapped[datetime | None]
    note: Mapped[str] = mapped_column(Text, default="")

    __table_args__ = (
        Index("ix_governance_industry_coding_level", "level", "confidence", "credit_code"),
        Index(
            "ix_governance_industry_coding_corrected_at",
            "corrected_at",
            postgresql_where=text("corrected_code IS NOT NULL"),
        ),
    )
