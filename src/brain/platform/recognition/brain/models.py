"""Tables of applications at a brain."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from brain.kit.db import Base


class CaseRow(Base):
    """An application of a factory; `steps` only grow, `revision` counts what the factory is told."""

    __tablename__ = "recognition_case"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    factory_id: Mapped[str] = mapped_column(String(36))
    credit_code: Mapped[str] = mapped_column(String(18))
    factory: Mapped[str] = mapped_column(Text)
    recheck_of: Mapped[str | None] = mapped_column(String(40))
    state: Mapped[str] = mapped_column(String(20))
    revision: Mapped[int]
    application: Mapped[dict[str, Any]]
    findings: Mapped[list[Any]]
    steps: Mapped[list[Any]]
    certificate: Mapped[dict[str, Any] | None]
    reviewed_by: Mapped[str | None] = mapped_column(String(64))
    submitted_at: Mapped[datetime]
    changed_at: Mapped[datetime]

    __table_args__ = (
        Index("ix_recognition_case_state", "state", "changed_at"),
        Index("ix_recognition_case_factory_id", "factory_id"),
    )
