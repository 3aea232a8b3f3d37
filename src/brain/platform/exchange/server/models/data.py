"""Tables of what is exchanged: batches, the ledger, records, distributions, reconciliations, joint tests."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Identity, Index, String, Text, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from brain.kit.db import Base
from brain.platform.exchange.codes import RespCode

ACCEPTED = text(f"resp_code = '{RespCode.SUCCESS}'")


class BatchRow(Base):
    """One report of a client on a scene; loaded into `exchange_record` once all parts are there."""

    __tablename__ = "exchange_batch"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    client_id: Mapped[str] = mapped_column(String(64))
    scene: Mapped[str] = mapped_column(String(32))
    batch_id: Mapped[str] = mapped_column(String(64))
    part_count: Mapped[int]
    source: Mapped[str] = mapped_column(String(200))
    as_of: Mapped[datetime]
    snapshot: Mapped[bool]
    schema_version: Mapped[str] = mapped_column(String(16))
    received_parts: Mapped[int]
    records: Mapped[int] = mapped_column(BigInteger)
    bytes: Mapped[int] = mapped_column(BigInteger)
    opened_at: Mapped[datetime]
    completed_at: Mapped[datetime | None]
    loaded_at: Mapped[datetime | None]

    __table_args__ = (
        UniqueConstraint("client_id", "scene", "batch_id"),
        Index("ix_exchange_batch_open", "opened_at", postgresql_where=text("loaded_at IS NULL")),
    )


class PartRow(Base):
    """The ledger: every part received, accepted or refused; `digest` names its landing file."""

    __tablename__ = "exchange_part"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    batch: Mapped[int | None] = mapped_column(ForeignKey("exchange_batch.id"))
    client_id: Mapped[str] = mapped_column(String(64))
    scene: Mapped[str] = mapped_column(String(32))
    batch_id: Mapped[str] = mapped_column(String(64))
    part_number: Mapped[int]
    part_count: Mapped[int]
    records: Mapped[int]
    bytes: Mapped[int]
    digest: Mapped[str] = mapped_column(String(64))
    received_at: Mapped[datetime]
    resp_code: Mapped[str] = mapped_column(String(4))
    resp_desc: Mapped[str] = mapped_column(Text)
    request_id: Mapped[str] = mapped_column(String(64))
    user: Mapped[str | None] = mapped_column(String(200))

    __table_args__ = (
        Index("uq_exchange_part_accepted", "batch", "part_number", unique=True, postgresql_where=ACCEPTED),
        Index("ix_exchange_part_client_day", "client_id", "received_at", "id"),
        Index("ix_exchange_part_received_at", "received_at"),
    )


class RecordRow(Base):
    """The centre's warehouse table of what brains reported: one row for each key of the scene."""

    __tablename__ = "exchange_record"

    client_id: Mapped[str] = mapped_column(String(64), primary_key=True)
    scene: Mapped[str] = mapped_column(String(32), primary_key=True)
    key: Mapped[str] = mapped_column(Text, primary_key=True)
    data: Mapped[dict[str, Any]]
    as_of: Mapped[datetime]
    batch: Mapped[int] = mapped_column(ForeignKey("exchange_batch.id"), index=True)


class DistributionRow(Base):
    """Something sent down; `number` rises in the order of commits. `audience` None: every brain."""

    __tablename__ = "exchange_distribution"

    number: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    kind: Mapped[str] = mapped_column(String(64))
    title: Mapped[str] = mapped_column(String(200))
    content: Mapped[dict[str, Any]]
    audience: Mapped[list[str] | None] = mapped_column(ARRAY(Text))
    published_at: Mapped[datetime]
    published_by: Mapped[str] = mapped_column(String(64))


class AcknowledgementRow(Base):
    """How far each client has confirmed what was sent down."""

    __tablename__ = "exchange_acknowledgement"

    client_id: Mapped[str] = mapped_column(String(64), primary_key=True)
    number: Mapped[int] = mapped_column(BigInteger)
    acknowledged_at: Mapped[datetime]


class LetterRow(Base):
    """A letter that came from a brain: once, however often it was sent."""

    __tablename__ = "exchange_letter"

    client_id: Mapped[str] = mapped_column(String(64), primary_key=True)
    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    kind: Mapped[str] = mapped_column(String(64))
    received_at: Mapped[datetime]


class ReconciliationRow(Base):
    """One comparison of a day: by the centre with its own files, or with what the client says it sent."""

    __tablename__ = "exchange_reconciliation"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    day: Mapped[date] = mapped_column(index=True)
    client_id: Mapped[str] = mapped_column(String(64))
    against: Mapped[str] = mapped_column(String(8))
    parts: Mapped[int]
    differences: Mapped[dict[str, Any]]
    agreed: Mapped[bool]
    compared_at: Mapped[datetime]


class ConformanceRow(Base):
    """A conformance report, signed by the brain and countersigned by the centre."""

    __tablename__ = "exchange_conformance"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    application_number: Mapped[str] = mapped_column(String(32))
    run_id: Mapped[str] = mapped_column(String(200))
    run: Mapped[dict[str, Any]]
    algorithm: Mapped[str] = mapped_column(String(32))
    signature: Mapped[str] = mapped_column(String(128))
    verdict: Mapped[str] = mapped_column(String(8))
    problems: Mapped[list[Any]]
    countersigned_at: Mapped[datetime]
    countersignature: Mapped[str] = mapped_column(String(128))

    __table_args__ = (UniqueConstraint("application_number", "run_id"),)


class CallRow(Base):
    """The sandbox's log of calls, against which a conformance report is checked."""

    __tablename__ = "exchange_call"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    request_id: Mapped[str] = mapped_column(String(64), index=True)
    client_id: Mapped[str | None] = mapped_column(String(64))
    at: Mapped[datetime]
    method: Mapped[str] = mapped_column(String(8))
    path: Mapped[str] = mapped_column(String(300))
    status: Mapped[int]
    resp_code: Mapped[str] = mapped_column(String(4))
    reason: Mapped[str | None] = mapped_column(String(64))
