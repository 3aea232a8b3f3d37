"""Tables of ingestion."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Identity, Index, LargeBinary, String, Text, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from brain.kit.db import Base


class LandingRow(Base):
    """A file as it came; its content lies in the landing folder under the digest."""

    __tablename__ = "ingestion_landing"

    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    size: Mapped[int] = mapped_column(BigInteger)
    file_name: Mapped[str] = mapped_column(String(255))
    landed_at: Mapped[datetime]
    landed_by: Mapped[str] = mapped_column(String(64))


class ImportRow(Base):
    __tablename__ = "ingestion_import"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    identity: Mapped[str] = mapped_column(String(64), unique=True)
    dataset: Mapped[str] = mapped_column(String(80))
    landing_digest: Mapped[str] = mapped_column(ForeignKey("ingestion_landing.digest"))
    mapping: Mapped[list[Any]]
    source_id: Mapped[int] = mapped_column(ForeignKey("ingestion_source.id"), index=True)
    provider: Mapped[str] = mapped_column(String(200))
    title: Mapped[str] = mapped_column(String(400))
    as_of: Mapped[date]
    sample: Mapped[bool]
    status: Mapped[str] = mapped_column(String(16))
    rows_total: Mapped[int | None] = mapped_column(BigInteger)
    rows_done: Mapped[int] = mapped_column(BigInteger, default=0)
    inserted: Mapped[int] = mapped_column(default=0)
    changed: Mapped[int] = mapped_column(default=0)
    unchanged: Mapped[int] = mapped_column(default=0)
    rejected: Mapped[int] = mapped_column(default=0)
    warned: Mapped[int] = mapped_column(default=0)
    problem: Mapped[str | None] = mapped_column(Text)
    created_by: Mapped[str] = mapped_column(String(64))
    created_at: Mapped[datetime]
    finished_at: Mapped[datetime | None]


class ProblemRow(Base):
    __tablename__ = "ingestion_problem"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    import_id: Mapped[int] = mapped_column(BigInteger)
    row: Mapped[int] = mapped_column(BigInteger)
    field: Mapped[str] = mapped_column(String(60))
    value: Mapped[str] = mapped_column(Text)
    message: Mapped[str] = mapped_column(Text)
    fatal: Mapped[bool]

    __table_args__ = (Index("ix_ingestion_problem_import_id", "import_id", "fatal", "row"),)


class RejectionRow(Base):
    """The cells of a rejected row as the file has them."""

    __tablename__ = "ingestion_rejection"

    import_id: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    row: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    cells: Mapped[list[Any]]


class TemplateRow(Base):
    """The mapping last used for files with these headers."""

    __tablename__ = "ingestion_template"

    header_set: Mapped[str] = mapped_column(String(64), primary_key=True)
    dataset: Mapped[str] = mapped_column(String(80))
    mapping: Mapped[list[Any]]
    used_at: Mapped[datetime]


class SourceRow(Base):
    """A registered source; the columns of certification are set together or not at all."""

    __tablename__ = "ingestion_source"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    name: Mapped[str] = mapped_column(String(200), unique=True)
    provider: Mapped[str] = mapped_column(String(200))
    provider_code: Mapped[str | None] = mapped_column(String(18))
    category: Mapped[str] = mapped_column(String(16))
    basis: Mapped[str] = mapped_column(String(16))
    basis_document: Mapped[str] = mapped_column(String(400))
    basis_until: Mapped[date | None]
    owner: Mapped[str] = mapped_column(String(200))
    purpose: Mapped[str] = mapped_column(String(1000))
    region_code: Mapped[str | None] = mapped_column(String(6))
    level: Mapped[int]
    frequency: Mapped[str] = mapped_column(String(16))
    contact: Mapped[str] = mapped_column(String(200))
    sample: Mapped[bool]
    voucher: Mapped[str | None] = mapped_column(String(200))
    evidence: Mapped[str | None] = mapped_column(String(1000))
    verified_on: Mapped[date | None]
    valid_until: Mapped[date | None]
    suspended_for: Mapped[str | None] = mapped_column(String(400))
    registered_by: Mapped[str] = mapped_column(String(64))
    registered_at: Mapped[datetime]
    delivered_at: Mapped[datetime | None]


class SourceEventRow(Base):
    """What happened to a source, told in its own words."""

    __tablename__ = "ingestion_source_event"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    source_id: Mapped[int] = mapped_column(ForeignKey("ingestion_source.id"), index=True)
    at: Mapped[datetime]
    by: Mapped[str] = mapped_column(String(64))
    what: Mapped[str] = mapped_column(String(16))
    details: Mapped[dict[str, Any]]


class CollectionRow(Base):
    """What is fetched from a source by itself."""

    __tablename__ = "ingestion_collection"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    source_id: Mapped[int] = mapped_column(ForeignKey("ingestion_source.id"), index=True)
    name: Mapped[str] = mapped_column(String(200))
    settings: Mapped[dict[str, Any]]
    sealed_secret: Mapped[bytes | None] = mapped_column(LargeBinary)
    dataset: Mapped[str] = mapped_column(String(80))
    mapping: Mapped[list[Any]]
    title: Mapped[str] = mapped_column(String(200))
    cron: Mapped[str | None] = mapped_column(String(100))
    minutes: Mapped[int | None]
    paused: Mapped[bool]
    accepted: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    cursor: Mapped[dict[str, Any]]
    next_at: Mapped[datetime | None] = mapped_column(index=True)
    created_by: Mapped[str] = mapped_column(String(64))
    created_at: Mapped[datetime]


class CollectionRunRow(Base):
    """One look for something new; a collection has one open run at most."""

    __tablename__ = "ingestion_collection_run"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    collection_id: Mapped[int] = mapped_column(ForeignKey("ingestion_collection.id"), index=True)
    asked_by: Mapped[str] = mapped_column(String(64))
    asked_at: Mapped[datetime]
    status: Mapped[str] = mapped_column(String(16))
    ended_at: Mapped[datetime | None]
    problem: Mapped[str | None] = mapped_column(Text)

    __table_args__ = (
        Index(
            "uq_ingestion_collection_run_open",
            "collection_id",
            unique=True,
            postgresql_where=text("ended_at IS NULL"),
        ),
    )


class CollectedRow(Base):
    """One thing fetched, and what became of it."""

    __tablename__ = "ingestion_collected"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    collection_id: Mapped[int] = mapped_column(ForeignKey("ingestion_collection.id"), index=True)
    run_id: Mapped[int] = mapped_column(ForeignKey("ingestion_collection_run.id"), index=True)
    name: Mapped[str] = mapped_column(String(255))
    as_of: Mapped[date]
    digest: Mapped[str | None] = mapped_column(ForeignKey("ingestion_landing.digest"))
    shape: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    drift: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    outcome: Mapped[str] = mapped_column(String(16))
    import_id: Mapped[int | None] = mapped_column(ForeignKey("ingestion_import.id"))
    problem: Mapped[str | None] = mapped_column(Text)
    gone: Mapped[int | None]
    gone_keys: Mapped[list[Any]]
    cursor: Mapped[dict[str, Any]]
    judged: Mapped[bool]
    at: Mapped[datetime]

    __table_args__ = (Index("ix_ingestion_collected_unjudged", "id", postgresql_where=text("NOT judged")),)
