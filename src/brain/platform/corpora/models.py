"""Tables of corpora."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Identity, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from brain.kit.db import Base


class DocumentRow(Base):
    """A file as it came from a source; its content lies under the digest in the folder of corpora."""

    __tablename__ = "corpora_document"

    source_id: Mapped[int] = mapped_column(ForeignKey("ingestion_source.id"), primary_key=True)
    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    file_name: Mapped[str] = mapped_column(String(255))
    size: Mapped[int] = mapped_column(BigInteger)
    material: Mapped[str] = mapped_column(String(16))
    as_of: Mapped[date]
    documents: Mapped[int | None]
    characters: Mapped[int] = mapped_column(BigInteger, default=0)
    scanned_pages: Mapped[int] = mapped_column(default=0)
    problem: Mapped[str | None] = mapped_column(Text)
    added_by: Mapped[str] = mapped_column(String(64))
    added_at: Mapped[datetime]


class CorpusRow(Base):
    __tablename__ = "corpora_corpus"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    name: Mapped[str] = mapped_column(String(120), unique=True)
    recipe: Mapped[dict[str, Any]]
    created_by: Mapped[str] = mapped_column(String(64))
    created_at: Mapped[datetime]


class BuildRow(Base):
    """A try to make a version; one with a number is a version."""

    __tablename__ = "corpora_build"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    corpus_id: Mapped[int] = mapped_column(ForeignKey("corpora_corpus.id"))
    number: Mapped[int | None]
    status: Mapped[str] = mapped_column(String(16))
    step: Mapped[str | None] = mapped_column(String(32))
    problem: Mapped[str | None] = mapped_column(Text)
    mark: Mapped[str] = mapped_column(String(64))
    folder: Mapped[str | None] = mapped_column(String(200))
    documents: Mapped[int] = mapped_column(BigInteger, default=0)
    characters: Mapped[int] = mapped_column(BigInteger, default=0)
    tokens: Mapped[int] = mapped_column(BigInteger, default=0)
    pairs: Mapped[int] = mapped_column(BigInteger, default=0)
    reports: Mapped[list[Any]]
    shares: Mapped[dict[str, Any]]
    sources: Mapped[list[Any]]
    recipe: Mapped[dict[str, Any]]
    asked_by: Mapped[str] = mapped_column(String(64))
    asked_at: Mapped[datetime]
    finished_at: Mapped[datetime | None]

    __table_args__ = (
        Index("ix_corpora_build_corpus_id", "corpus_id", "id"),
        Index(
            "uq_corpora_build_version",
            "corpus_id",
            "number",
            unique=True,
            postgresql_where=text("number IS NOT NULL"),
        ),
    )
