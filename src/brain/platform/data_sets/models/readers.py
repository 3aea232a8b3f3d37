"""Who reads data sets besides other data sets."""

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, Identity, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from brain.kit.db import Base


class ReaderRow(Base):
    """`key` names the reader; while `until` is empty it reads `columns`."""

    __tablename__ = "data_sets_reader"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    key: Mapped[str] = mapped_column(String(120))
    data_set: Mapped[str] = mapped_column(String(80), index=True)
    columns: Mapped[list[Any]]
    title: Mapped[str] = mapped_column(String(200))
    title_en: Mapped[str] = mapped_column(String(200))
    link: Mapped[str] = mapped_column(String(200))
    since: Mapped[datetime]
    until: Mapped[datetime | None]

    __table_args__ = (
        Index("uq_data_sets_reader_key", "key", unique=True, postgresql_where=text("until IS NULL")),
    )
