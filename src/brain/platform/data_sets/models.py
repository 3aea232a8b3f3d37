"""Tables of data sets."""

from datetime import datetime
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
