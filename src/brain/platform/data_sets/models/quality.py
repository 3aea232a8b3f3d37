"""Tables of rules of quality, the issues that come of them, and suspected cells."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import BigInteger, Identity, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from brain.kit.db import Base


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


class DetectionRow(Base):
    """A look at a version for cells that are probably wrong; one at a time of a data set."""

    __tablename__ = "data_sets_detection"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    data_set: Mapped[str] = mapped_column(String(80))
    version: Mapped[int]
    state: Mapped[str] = mapped_column(String(16))
    asked_by: Mapped[str | None] = mapped_column(String(64))
    asked_at: Mapped[datetime]
    finished_at: Mapped[datetime | None]
    rows: Mapped[int] = mapped_column(BigInteger)
    rows_looked: Mapped[int] = mapped_column(BigInteger)
    columns: Mapped[int]
    progress: Mapped[int]
    found: Mapped[int]
    stop_wanted: Mapped[bool]
    problem: Mapped[str | None] = mapped_column(Text)

    __table_args__ = (
        Index(
            "uq_data_sets_detection_under_way",
            "data_set",
            unique=True,
            postgresql_where=text("state IN ('queued', 'running')"),
        ),
        Index("ix_data_sets_detection_data_set_id", "data_set", "id"),
    )


class SuspicionRow(Base):
    """A cell that is probably wrong, and what a person made of it."""

    __tablename__ = "data_sets_suspicion"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    data_set: Mapped[str] = mapped_column(String(80))
    fingerprint: Mapped[str] = mapped_column(String(64))
    version: Mapped[int]
    column: Mapped[str] = mapped_column(String(60))
    value: Mapped[str | None] = mapped_column(Text)
    repair: Mapped[str | None] = mapped_column(Text)
    kind: Mapped[str] = mapped_column(String(32))
    confidence: Mapped[float]
    reasons: Mapped[list[Any]]
    values: Mapped[dict[str, Any]]
    state: Mapped[str] = mapped_column(String(16))
    found_at: Mapped[datetime]
    decided_by: Mapped[str | None] = mapped_column(String(64))
    decided_at: Mapped[datetime | None]
    reason: Mapped[str | None] = mapped_column(String(400))

    __table_args__ = (
        Index("uq_data_sets_suspicion_fingerprint", "data_set", "fingerprint", unique=True),
        Index("ix_data_sets_suspicion_state", "data_set", "state", "confidence"),
    )


class RepairRow(Base):
    """A published row that was delivered again with repaired cells; its number orders such deliveries."""

    __tablename__ = "data_sets_repair"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    data_set: Mapped[str] = mapped_column(String(80))
    cells: Mapped[dict[str, Any]]
    by: Mapped[str] = mapped_column(String(64))
    at: Mapped[datetime]
