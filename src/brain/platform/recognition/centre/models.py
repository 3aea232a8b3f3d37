"""Tables of recommendations and certificates."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from brain.kit.db import Base


class RecommendationRow(Base):
    """An application that a brain recommends, and what was decided."""

    __tablename__ = "recognition_recommendation"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    client_id: Mapped[str] = mapped_column(String(64))
    brain: Mapped[str] = mapped_column(String(200))
    credit_code: Mapped[str] = mapped_column(String(18))
    factory: Mapped[str] = mapped_column(Text)
    recheck_of: Mapped[str | None] = mapped_column(String(40))
    application: Mapped[dict[str, Any]]
    findings: Mapped[list[Any]]
    steps: Mapped[list[Any]]
    state: Mapped[str] = mapped_column(String(20))
    recommended_at: Mapped[datetime]
    decided_by: Mapped[str | None] = mapped_column(String(64))
    decided_at: Mapped[datetime | None]
    decision: Mapped[str | None] = mapped_column(Text)
    certificate: Mapped[str | None] = mapped_column(String(40))

    __table_args__ = (Index("ix_recognition_recommendation_state", "state", "recommended_at"),)


class CertificateRow(Base):
    """`jws`: the text as signed when it was last issued; a re-check issues it anew under the same number."""

    __tablename__ = "recognition_certificate"

    number: Mapped[str] = mapped_column(String(40), primary_key=True)
    credit_code: Mapped[str] = mapped_column(String(18), index=True)
    factory: Mapped[str] = mapped_column(Text)
    client_id: Mapped[str] = mapped_column(String(64))
    brain: Mapped[str] = mapped_column(String(200))
    level: Mapped[str | None] = mapped_column(String(60))
    case_id: Mapped[str] = mapped_column(String(36))
    first_on: Mapped[date]
    issued_on: Mapped[date]
    valid_until: Mapped[date] = mapped_column(index=True)
    revoked_on: Mapped[date | None]
    reason: Mapped[str | None] = mapped_column(Text)
    jws: Mapped[str] = mapped_column(Text)
