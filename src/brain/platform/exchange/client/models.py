"""Tables of the brain's half of the exchange."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    ForeignKey,
    Identity,
    Index,
    LargeBinary,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import Mapped, deferred, mapped_column

from brain.kit.db import Base


class BatchRow(Base):
    """One report as a room handed it over; its key makes handing it over again harmless."""

    __tablename__ = "exchange_brain_batch"
    __table_args__ = (UniqueConstraint("scene", "key"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    scene: Mapped[str]
    key: Mapped[str]
    source: Mapped[str]
    as_of: Mapped[datetime]
    snapshot: Mapped[bool]
    records: Mapped[int]
    fingerprint: Mapped[str]
    queued_at: Mapped[datetime]


class PartRow(Base):
    """The outbox and the ledger in one: a part from being queued until the centre has confirmed it.

    `body` is kept until the daily reconciliation has found the part at the centre.
    """

    __tablename__ = "exchange_brain_part"
    __table_args__ = (
        UniqueConstraint("batch_id", "number"),
        CheckConstraint("state IN ('queued', 'accepted', 'dead', 'discarded')", name="state"),
        CheckConstraint("state NOT IN ('queued', 'dead') OR body IS NOT NULL", name="body_kept"),
        Index("ix_exchange_brain_part_waiting", "scene", "id", postgresql_where=text("state = 'queued'")),
        Index("ix_exchange_brain_part_received_at", "received_at"),
        Index("ix_exchange_brain_part_queued_at", "queued_at"),
    )

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    batch_id: Mapped[str] = mapped_column(ForeignKey("exchange_brain_batch.id"))
    scene: Mapped[str]
    number: Mapped[int]
    count: Mapped[int]
    records: Mapped[int]
    size: Mapped[int]
    digest: Mapped[str]
    body: Mapped[bytes | None] = deferred(mapped_column(LargeBinary))
    state: Mapped[str]
    queued_at: Mapped[datetime]
    attempts: Mapped[int] = mapped_column(default=0)
    next_attempt_at: Mapped[datetime]
    status: Mapped[int | None]
    code: Mapped[str | None]
    reason: Mapped[str | None] = mapped_column(Text)
    request_id: Mapped[str | None]
    errors: Mapped[list[Any] | None]
    received_at: Mapped[datetime | None]
    confirmed_at: Mapped[datetime | None]


class AttemptRow(Base):
    """One try to send a part; `status` is empty when no answer arrived."""

    __tablename__ = "exchange_brain_attempt"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    part_id: Mapped[int] = mapped_column(ForeignKey("exchange_brain_part.id"), index=True)
    at: Mapped[datetime]
    milliseconds: Mapped[int]
    status: Mapped[int | None]
    code: Mapped[str | None]
    reason: Mapped[str] = mapped_column(Text)
    request_id: Mapped[str | None]


class ApplicationRow(Base):
    """The brain's application for data exchange; `state` and `snapshot` follow the centre's record of it."""

    __tablename__ = "exchange_brain_application"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    number: Mapped[str | None] = mapped_column(unique=True)
    state: Mapped[str]
    form: Mapped[dict[str, Any]]
    snapshot: Mapped[dict[str, Any] | None]
    sealed_token: Mapped[bytes | None] = mapped_column(LargeBinary)
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]


class CredentialRow(Base):
    """Credentials collected once from the centre, sealed; the newest that is not retired is in use."""

    __tablename__ = "exchange_brain_credential"
    __table_args__ = (CheckConstraint("environment IN ('sandbox', 'production')", name="environment"),)

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    application_id: Mapped[int] = mapped_column(ForeignKey("exchange_brain_application.id"), index=True)
    environment: Mapped[str]
    client_id: Mapped[str]
    sealed_secret: Mapped[bytes] = mapped_column(LargeBinary)
    sealed_sign_key: Mapped[bytes] = mapped_column(LargeBinary)
    sealed_token: Mapped[bytes | None] = mapped_column(LargeBinary)
    token_expires_at: Mapped[datetime | None]
    gzip: Mapped[bool] = mapped_column(default=False)
    classes: Mapped[list[Any]]
    scenes: Mapped[list[Any]]
    valid_until: Mapped[date | None]
    previous_valid_until: Mapped[datetime | None]
    collected_at: Mapped[datetime]
    retired_at: Mapped[datetime | None]


class PullRow(Base):
    """Something that is fetched again and again: how far it has come and how it went last time.

    `scene` is the purpose for which enterprise data are asked (annex 3, 4 a).
    """

    __tablename__ = "exchange_brain_pull"
    __table_args__ = (CheckConstraint("kind IN ('chain', 'changes', 'distribution')", name="kind"),)

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    kind: Mapped[str]
    title: Mapped[str]
    scene: Mapped[str | None]
    query: Mapped[dict[str, Any]]
    every_minutes: Mapped[int | None]
    cursor: Mapped[str | None]
    acknowledged: Mapped[str | None]
    rows: Mapped[int] = mapped_column(BigInteger, default=0)
    due_at: Mapped[datetime | None]
    started_at: Mapped[datetime | None]
    finished_at: Mapped[datetime | None]
    problem: Mapped[str | None] = mapped_column(Text)
    created_at: Mapped[datetime]


class DistributionRow(Base):
    """What the centre has sent down to this brain, once each."""

    __tablename__ = "exchange_brain_distribution"

    number: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    kind: Mapped[str]
    title: Mapped[str]
    content: Mapped[dict[str, Any]]
    published_at: Mapped[datetime]
    received_at: Mapped[datetime] = mapped_column(index=True)


class ConformanceRunRow(Base):
    """A joint test with every check, and the report as both sides signed it."""

    __tablename__ = "exchange_brain_conformance_run"
    __table_args__ = (CheckConstraint("state IN ('running', 'passed', 'failed', 'broken')", name="state"),)

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    application_id: Mapped[int] = mapped_column(ForeignKey("exchange_brain_application.id"), index=True)
    state: Mapped[str]
    total: Mapped[int]
    comment: Mapped[str | None] = mapped_column(Text)
    checks: Mapped[list[Any]]
    findings: Mapped[list[Any]]
    report: Mapped[dict[str, Any] | None]
    answer: Mapped[dict[str, Any] | None]
    problem: Mapped[str | None] = mapped_column(Text)
    started_by: Mapped[str]
    started_at: Mapped[datetime]
    finished_at: Mapped[datetime | None]


class ReconciliationRow(Base):
    """The comparison of one Beijing day; running it again replaces it."""

    __tablename__ = "exchange_brain_reconciliation"

    day: Mapped[date] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    ours: Mapped[int]
    theirs: Mapped[int]
    findings: Mapped[list[Any]]


class LetterRow(Base):
    """A letter to the centre; what waits is neither sent nor refused."""

    __tablename__ = "exchange_brain_letter"

    number: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    id: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str]
    written_at: Mapped[datetime]
    body: Mapped[dict[str, Any]]
    sent_at: Mapped[datetime | None]
    refusal: Mapped[str | None] = mapped_column(Text)
