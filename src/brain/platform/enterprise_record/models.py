"""Tables of corrections."""

from datetime import datetime

from sqlalchemy import Index, LargeBinary, String, Text
from sqlalchemy.orm import Mapped, deferred, mapped_column

from brain.kit.db import Base


class CorrectionRow(Base):
    """What an enterprise says is otherwise, its evidence and what was decided.

    At a brain it came from a factory (`factory_id`), at the centre from a brain (`client_id`) that had
    verified it.
    """

    __tablename__ = "enterprise_record_correction"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    factory_id: Mapped[str | None] = mapped_column(String(36))
    client_id: Mapped[str | None] = mapped_column(String(64))
    brain: Mapped[str | None] = mapped_column(String(200))
    credit_code: Mapped[str] = mapped_column(String(18))
    name: Mapped[str] = mapped_column(Text)
    attribute: Mapped[str] = mapped_column(String(40))
    held: Mapped[str | None] = mapped_column(Text)
    value: Mapped[str] = mapped_column(Text)
    reason: Mapped[str] = mapped_column(Text)
    file_name: Mapped[str | None] = mapped_column(String(120))
    file: Mapped[bytes | None] = deferred(mapped_column(LargeBinary))
    asked_by: Mapped[str] = mapped_column(String(120))
    asked_at: Mapped[datetime]
    state: Mapped[str] = mapped_column(String(12))
    decided_by: Mapped[str | None] = mapped_column(String(64))
    decided_at: Mapped[datetime | None]
    decision: Mapped[str | None] = mapped_column(Text)
    centre_state: Mapped[str | None] = mapped_column(String(12))
    centre_decision: Mapped[str | None] = mapped_column(Text)
    centre_decided_at: Mapped[datetime | None]

    __table_args__ = (
        Index("ix_enterprise_record_correction_credit_code", "credit_code", "asked_at"),
        Index("ix_enterprise_record_correction_state", "state", "asked_at"),
    )
