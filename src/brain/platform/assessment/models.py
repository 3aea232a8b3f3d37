"""Tables of assessing."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Identity, Index, String, Text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from brain.kit.db import Base


class SetRow(Base):
    """An imported indicator set as it was told; those of the package are not here."""

    __tablename__ = "assessment_set"

    code: Mapped[str] = mapped_column(String(60), primary_key=True)
    version: Mapped[str] = mapped_column(String(20), primary_key=True)
    told: Mapped[dict[str, Any]]
    imported_by: Mapped[str] = mapped_column(String(64))
    imported_at: Mapped[datetime]


class AssessmentRow(Base):
    __tablename__ = "assessment_assessment"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    set_code: Mapped[str] = mapped_column(String(60))
    set_version: Mapped[str] = mapped_column(String(20))
    status: Mapped[str] = mapped_column(String(16))
    copied_from: Mapped[int | None] = mapped_column(ForeignKey("assessment_assessment.id"))
    started_by: Mapped[str] = mapped_column(String(64))
    started_at: Mapped[datetime]
    changed_at: Mapped[datetime]
    submitted_by: Mapped[str | None] = mapped_column(String(64))
    submitted_at: Mapped[datetime | None]
    result: Mapped[str | None] = mapped_column(Text)
    digest: Mapped[str | None] = mapped_column(String(64))
    total: Mapped[float | None]
    level: Mapped[str | None] = mapped_column(String(60))

    __table_args__ = (
        Index("uq_assessment_assessment_draft", "set_code", unique=True, postgresql_where="status = 'draft'"),
    )


class AnswerRow(Base):
    __tablename__ = "assessment_answer"

    assessment: Mapped[int] = mapped_column(
        ForeignKey("assessment_assessment.id", ondelete="CASCADE"), primary_key=True
    )
    indicator: Mapped[str] = mapped_column(String(60), primary_key=True)
    value: Mapped[Any] = mapped_column(JSONB)
    fact: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    reason: Mapped[str | None] = mapped_column(String(400))
    answered_by: Mapped[str] = mapped_column(String(64))
    answered_at: Mapped[datetime]


class EvidenceRow(Base):
    __tablename__ = "assessment_evidence"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    assessment: Mapped[int] = mapped_column(
        ForeignKey("assessment_assessment.id", ondelete="CASCADE"), index=True
    )
    indicator: Mapped[str] = mapped_column(String(60))
    kind: Mapped[str] = mapped_column(String(16))
    text: Mapped[str] = mapped_column(Text)
    digest: Mapped[str | None] = mapped_column(String(64))
    size: Mapped[int | None] = mapped_column(BigInteger)
    added_by: Mapped[str] = mapped_column(String(64))
    added_at: Mapped[datetime]


class PlanItemRow(Base):
    __tablename__ = "assessment_plan_item"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    assessment: Mapped[int] = mapped_column(ForeignKey("assessment_assessment.id"), index=True)
    indicator: Mapped[str | None] = mapped_column(String(60))
    action: Mapped[str] = mapped_column(String(400))
    owner: Mapped[str] = mapped_column(String(64))
    due: Mapped[date]
    service_key: Mapped[str | None] = mapped_column(String(100))
    service_title: Mapped[str | None] = mapped_column(String(200))
    status: Mapped[str] = mapped_column(String(16))
    told_overdue: Mapped[bool]
    created_by: Mapped[str] = mapped_column(String(64))
    created_at: Mapped[datetime]
