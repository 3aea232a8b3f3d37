"""Tables of governance."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ARRAY,
    BigInteger,
    CheckConstraint,
    ForeignKey,
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


class WrittenNameRow(Base):
    """A name that rows bear and no enterprise does, by its normalised form: what is proposed, what holds.

    `credit_code` only where a person decided that one is meant; the history is in `NameDecisionRow`.
    """

    __tablename__ = "governance_written_name"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    name_key: Mapped[str] = mapped_column(Text, unique=True)
    written: Mapped[str] = mapped_column(Text)
    region: Mapped[str | None] = mapped_column(String(6))
    state: Mapped[str] = mapped_column(String(16))
    how: Mapped[str | None] = mapped_column(String(16))
    score: Mapped[float] = mapped_column(default=0.0)
    ambiguous: Mapped[bool] = mapped_column(default=False)
    best_code: Mapped[str | None] = mapped_column(String(18))
    best_name: Mapped[str | None] = mapped_column(Text)
    credit_code: Mapped[str | None] = mapped_column(String(18))
    first_seen_at: Mapped[datetime]
    proposed_at: Mapped[datetime | None]

    __table_args__ = (
        Index("ix_governance_written_name_state_score", "state", text("score DESC"), "id"),
        Index("ix_governance_written_name_waiting", "id", postgresql_where=text("state = 'waiting'")),
    )


class SightingRow(Base):
    """In which delivery a name was written so, and in how many rows; `in_data_set`: those are linked by a
    decision, others were rejected by their import."""

    __tablename__ = "governance_sighting"

    delivery: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    written: Mapped[str] = mapped_column(Text, primary_key=True)
    name_key: Mapped[str] = mapped_column(Text, index=True)
    dataset: Mapped[str] = mapped_column(String(80), index=True)
    in_data_set: Mapped[bool]
    rows: Mapped[int]
    address: Mapped[str | None] = mapped_column(Text)


class NameDecisionRow(Base):
    """What a person decided on a written name, or that it was taken back. Only ever added to."""

    __tablename__ = "governance_name_decision"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    name_id: Mapped[int] = mapped_column(ForeignKey("governance_written_name.id"), index=True)
    kind: Mapped[str] = mapped_column(String(16))
    credit_code: Mapped[str | None] = mapped_column(String(18))
    score: Mapped[float | None]
    note: Mapped[str] = mapped_column(Text)
    by: Mapped[str] = mapped_column(String(64))
    at: Mapped[datetime]


class IdentityLinkRow(Base):
    """That one record of the master data is the same enterprise as another, and what people said of it."""

    __tablename__ = "governance_identity_link"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    absorbed: Mapped[str] = mapped_column(String(18), index=True)
    survivor: Mapped[str] = mapped_column(String(18), index=True)
    kind: Mapped[str] = mapped_column(String(16))
    since: Mapped[date]
    reason: Mapped[str] = mapped_column(Text)
    evidence: Mapped[list[Any]]
    state: Mapped[str] = mapped_column(String(16))
    proposed_by: Mapped[str] = mapped_column(String(64))
    proposed_at: Mapped[datetime]
    decided_by: Mapped[str | None] = mapped_column(String(64))
    decided_at: Mapped[datetime | None]
    decided_for: Mapped[str | None] = mapped_column(Text)
    split_by: Mapped[str | None] = mapped_column(String(64))
    split_at: Mapped[datetime | None]
    split_for: Mapped[str | None] = mapped_column(Text)

    __table_args__ = (
        Index(
            "uq_governance_identity_link_absorbed",
            "absorbed",
            unique=True,
            postgresql_where=text("state = 'confirmed'"),
        ),
        Index(
            "uq_governance_identity_link_proposed",
            text("least(absorbed, survivor)"),
            text("greatest(absorbed, survivor)"),
            unique=True,
            postgresql_where=text("state IN ('proposed', 'confirmed')"),
        ),
        Index("ix_governance_identity_link_state", "state", "id"),
    )
