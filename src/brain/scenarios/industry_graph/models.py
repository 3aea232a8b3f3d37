"""Tables of the industry graph. Facts are never overwritten: a row ends and another begins."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import BigInteger, Identity, Index, Numeric, String, Text, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from brain.kit.db import Base

CURRENT = text("superseded_at IS NULL")


class DefinitionRow(Base):
    """A chain definition that was put in force; the newest holds."""

    __tablename__ = "industry_graph_definition"

    id: Mapped[int] = mapped_column(Identity(), primary_key=True)
    chain: Mapped[str] = mapped_column(String(64), index=True)
    version: Mapped[str] = mapped_column(String(32))
    text: Mapped[str] = mapped_column(Text)
    installed_at: Mapped[datetime]
    installed_by: Mapped[str] = mapped_column(String(100))


class EnterpriseRow(Base):
    """What the graph needs of an enterprise that is or was in the chain, for filters and labels.

    `digest` is of the name and scope that were read.
    """

    __tablename__ = "industry_graph_enterprise"

    chain: Mapped[str] = mapped_column(String(64), primary_key=True)
    credit_code: Mapped[str] = mapped_column(String(18), primary_key=True)
    name: Mapped[str] = mapped_column(Text)
    region_code: Mapped[str | None] = mapped_column(String(6))
    established_on: Mapped[date | None]
    capital_wan: Mapped[Decimal | None] = mapped_column(Numeric(20, 4))
    scale: Mapped[str | None] = mapped_column(Text)
    stock_code: Mapped[str | None] = mapped_column(String(16))
    honours: Mapped[list[str]] = mapped_column(ARRAY(Text))
    is_key: Mapped[bool]
    digest: Mapped[str] = mapped_column(String(64))

    __table_args__ = (Index("ix_industry_graph_enterprise_chain_region_code", "chain", "region_code"),)


class AttachmentRow(Base):
    """An enterprise belongs to a product: true from `valid_from` until `valid_to`, as this brain believed

    from `recorded_at` until `superseded_at`.
    """

    __tablename__ = "industry_graph_attachment"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    chain: Mapped[str] = mapped_column(String(64))
    credit_code: Mapped[str] = mapped_column(String(18))
    product: Mapped[str] = mapped_column(String(64))
    role: Mapped[str] = mapped_column(String(16))
    score: Mapped[float]
    weight: Mapped[float]
    evidence: Mapped[list[Any]]
    valid_from: Mapped[date]
    valid_to: Mapped[date | None]
    recorded_at: Mapped[datetime]
    superseded_at: Mapped[datetime | None]

    __table_args__ = (
        Index(
            "uq_industry_graph_attachment_holding",
            "chain",
            "credit_code",
            "product",
            unique=True,
            postgresql_where=text("superseded_at IS NULL AND valid_to IS NULL"),
        ),
        Index("ix_industry_graph_attachment_chain_product", "chain", "product"),
        Index("ix_industry_graph_attachment_chain_credit_code", "chain", "credit_code"),
    )


class SupplyRow(Base):
    """One source's assertion of one supply edge."""

    __tablename__ = "industry_graph_supply"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    chain: Mapped[str] = mapped_column(String(64))
    upstream: Mapped[str] = mapped_column(String(64))
    downstream: Mapped[str] = mapped_column(String(64))
    source: Mapped[str] = mapped_column(String(200))
    stated_on: Mapped[date]
    confidence: Mapped[float]
    weight: Mapped[float | None]
    wording: Mapped[str] = mapped_column(Text)
    recorded_at: Mapped[datetime]
    superseded_at: Mapped[datetime | None]

    __table_args__ = (
        Index(
            "uq_industry_graph_supply_current",
            "chain",
            "upstream",
            "downstream",
            "source",
            unique=True,
            postgresql_where=CURRENT,
        ),
    )


class ListingRow(Base):
    """A listed firm's own disclosed product, by weight in its revenue, where it maps onto the chain."""

    __tablename__ = "industry_graph_listing"

    chain: Mapped[str] = mapped_column(String(64), primary_key=True)
    credit_code: Mapped[str] = mapped_column(String(18), primary_key=True)
    product: Mapped[str] = mapped_column(String(64), primary_key=True)
    wording: Mapped[str] = mapped_column(Text)
    weight: Mapped[float]
    source: Mapped[str] = mapped_column(String(200))
    stated_on: Mapped[date]
    confidence: Mapped[float]


class FeedRow(Base):
    """A data set whose rows state supply or products, until `ended_at`; what came of reading it last."""

    __tablename__ = "industry_graph_feed"

    id: Mapped[int] = mapped_column(Identity(), primary_key=True)
    chain: Mapped[str] = mapped_column(String(64))
    kind: Mapped[str] = mapped_column(String(16))
    data_set: Mapped[str] = mapped_column(String(80))
    columns: Mapped[dict[str, Any]]
    confidence: Mapped[float]
    set_by: Mapped[str] = mapped_column(String(100))
    set_at: Mapped[datetime]
    version: Mapped[int | None]
    read_at: Mapped[datetime | None]
    outcome: Mapped[dict[str, Any] | None]
    problem: Mapped[str | None] = mapped_column(Text)
    ended_by: Mapped[str | None] = mapped_column(String(100))
    ended_at: Mapped[datetime | None]

    __table_args__ = (
        Index(
            "uq_industry_graph_feed_read",
            "chain",
            "kind",
            "data_set",
            unique=True,
            postgresql_where=text("ended_at IS NULL"),
        ),
    )


class CorrectionRow(Base):
    __tablename__ = "industry_graph_correction"

    id: Mapped[int] = mapped_column(Identity(), primary_key=True)
    chain: Mapped[str] = mapped_column(String(64))
    kind: Mapped[str] = mapped_column(String(16))
    credit_code: Mapped[str | None] = mapped_column(String(18))
    product: Mapped[str | None] = mapped_column(String(64))
    role: Mapped[str | None] = mapped_column(String(16))
    upstream: Mapped[str | None] = mapped_column(String(64))
    downstream: Mapped[str | None] = mapped_column(String(64))
    weight: Mapped[float | None]
    reason: Mapped[str] = mapped_column(Text)
    author: Mapped[str] = mapped_column(String(100))
    created_at: Mapped[datetime]
    digest: Mapped[str | None] = mapped_column(String(64))
    revoked_at: Mapped[datetime | None]
    revoked_by: Mapped[str | None] = mapped_column(String(100))
    revoke_reason: Mapped[str | None] = mapped_column(Text)

    __table_args__ = (
        Index(
            "uq_industry_graph_correction_subject",
            "chain",
            "credit_code",
            "product",
            "upstream",
            "downstream",
            unique=True,
            postgresql_where=text("revoked_at IS NULL"),
            postgresql_nulls_not_distinct=True,
        ),
    )


class ContradictionRow(Base):
    __tablename__ = "industry_graph_contradiction"

    id: Mapped[int] = mapped_column(Identity(), primary_key=True)
    chain: Mapped[str] = mapped_column(String(64))
    kind: Mapped[str] = mapped_column(String(32))
    subject: Mapped[str] = mapped_column(String(200))
    credit_code: Mapped[str | None] = mapped_column(String(18))
    details: Mapped[dict[str, Any]]
    found_at: Mapped[datetime]
    gone_at: Mapped[datetime | None]
    decision: Mapped[str | None] = mapped_column(String(16))
    reason: Mapped[str | None] = mapped_column(Text)
    resolved_by: Mapped[str | None] = mapped_column(String(100))
    resolved_at: Mapped[datetime | None]

    __table_args__ = (
        Index(
            "uq_industry_graph_contradiction_present",
            "chain",
            "kind",
            "subject",
            unique=True,
            postgresql_where=text("gone_at IS NULL"),
        ),
        Index("ix_industry_graph_contradiction_chain_credit_code", "chain", "credit_code"),
    )


class BuildRow(Base):
    """One pass over changed enterprises; the newest tells up to which revision the graph is current.

    `definition` is 0 for the packaged one.
    """

    __tablename__ = "industry_graph_build"

    id: Mapped[int] = mapped_column(Identity(), primary_key=True)
    chain: Mapped[str] = mapped_column(String(64), index=True)
    definition: Mapped[int]
    from_revision: Mapped[int] = mapped_column(BigInteger)
    to_revision: Mapped[int] = mapped_column(BigInteger)
    read: Mapped[int]
    touched: Mapped[int]
    opened: Mapped[int]
    closed: Mapped[int]
    finished_at: Mapped[datetime]


class ReportRow(Base):
    """The panorama as it was last reported to the centre, by its digest."""

    __tablename__ = "industry_graph_report"

    id: Mapped[int] = mapped_column(Identity(), primary_key=True)
    chain: Mapped[str] = mapped_column(String(64), index=True)
    digest: Mapped[str] = mapped_column(String(64))
    batch_id: Mapped[str] = mapped_column(String(100))
    nodes: Mapped[int]
    reported_at: Mapped[datetime]
