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

    __table_args__ = (
        Index(
            "uq_data_sets_build_version",
            "data_set",
            "number",
            unique=True,
            postgresql_where=text("number IS NOT NULL"),
        ),
        Index("ix_data_sets_build_data_set_id", "data_set", "id"),
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


class RuleChangeRow(Base):
    """What a person made of a rule of quality; of those in force the newest of a rule holds."""

    __tablename__ = "data_sets_rule_change"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    data_set: Mapped[str] = mapped_column(String(80))
    rule: Mapped[str] = mapped_column(String(63))
    definition: Mapped[dict[str, Any] | None]
    until: Mapped[date | None]
    reason: Mapped[str] = mapped_column(String(400))
    state: Mapped[str] = mapped_column(String(16))
    asked_by: Mapped[str] = mapped_column(String(64))
    asked_at: Mapped[datetime]
    decided_by: Mapped[str | None] = mapped_column(String(64))
    decided_at: Mapped[datetime | None]
    decision: Mapped[str | None] = mapped_column(String(400))

    __table_args__ = (
        Index("ix_data_sets_rule_change_rule", "data_set", "rule", "id"),
        Index(
            "uq_data_sets_rule_change_waiting",
            "data_set",
            "rule",
            unique=True,
            postgresql_where=text("state = 'waiting'"),
        ),
    )


class IssueRow(Base):
    """A rule that a data set did not keep; one for each rule, opened again when it is broken again."""

    __tablename__ = "data_sets_issue"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    data_set: Mapped[str] = mapped_column(String(80))
    rule: Mapped[str] = mapped_column(String(63))
    message: Mapped[str] = mapped_column(Text)
    severity: Mapped[str] = mapped_column(String(16))
    owner: Mapped[str | None] = mapped_column(String(200))
    assignee: Mapped[str | None] = mapped_column(String(64))
    state: Mapped[str] = mapped_column(String(16))
    due: Mapped[date]
    accepted_until: Mapped[date | None]
    violations: Mapped[int] = mapped_column(BigInteger)
    rows: Mapped[int] = mapped_column(BigInteger)
    version: Mapped[int | None]
    opened_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]
    times: Mapped[int]

    __table_args__ = (
        Index("uq_data_sets_issue_rule", "data_set", "rule", unique=True),
        Index("ix_data_sets_issue_state_due", "state", "due"),
    )


class IssueStepRow(Base):
    """What happened to an issue of quality."""

    __tablename__ = "data_sets_issue_step"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    issue_id: Mapped[int] = mapped_column(BigInteger, index=True)
    kind: Mapped[str] = mapped_column(String(16))
    text: Mapped[str] = mapped_column(Text)
    by: Mapped[str | None] = mapped_column(String(64))
    at: Mapped[datetime] = mapped_column(index=True)


class QualityPointRow(Base):
    """What the rules found in a version, or in one that they stopped (without a number); kept when the
    version itself is forgotten."""

    __tablename__ = "data_sets_quality_point"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    data_set: Mapped[str] = mapped_column(String(80))
    version: Mapped[int | None]
    rows: Mapped[int] = mapped_column(BigInteger)
    score: Mapped[float | None]
    scores: Mapped[dict[str, Any]]
    rules: Mapped[int]
    broken: Mapped[int]
    at: Mapped[datetime]

    __table_args__ = (Index("ix_data_sets_quality_point_data_set_at", "data_set", "at"),)
