"""Tables of a factory's applications."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import BigInteger, String
from sqlalchemy.orm import Mapped, mapped_column

from brain.kit.db import Base


class ApplicationRow(Base):
    """What left the factory and how it stands as the brain last told; `revision` 0: not answered yet.

    `wishes`: what was asked of the brain since and is not answered.
    """

    __tablename__ = "recognition_application"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    assessment_id: Mapped[int] = mapped_column(BigInteger)
    recheck_of: Mapped[str | None] = mapped_column(String(40))
    told: Mapped[dict[str, Any]]
    by: Mapped[str] = mapped_column(String(64))
    by_name: Mapped[str] = mapped_column(String(120))
    at: Mapped[datetime]
    state: Mapped[str] = mapped_column(String(20))
    revision: Mapped[int]
    steps: Mapped[list[Any]]
    wishes: Mapped[list[Any]]
    certificate: Mapped[dict[str, Any] | None]
    valid_until: Mapped[date | None]
    reminded: Mapped[bool]
