"""Tables of the data warehouse."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import ARRAY, BigInteger, Identity, Index, Numeric, String, Text, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from brain.kit.db import Base

# No foreign keys to the source: a bulk load would pay a trigger for every row; only `queries.merging` writes.


class SourceRow(Base):
    __tablename__ = "data_warehouse_source"

    id: Mapped[int] = mapped_column(Identity(), primary_key=True)
    provider: Mapped[str] = mapped_column(String(200))
    title: Mapped[str] = mapped_column(String(400))
    as_of: Mapped[date]
    sample: Mapped[bool]
    landing_digest: Mapped[str | None] = mapped_column(String(64))

    __table_args__ = (
        Index(
            "uq_data_warehouse_source_identity",
            "provider",
            "title",
            "as_of",
            "sample",
            "landing_digest",
            unique=True,
            postgresql_nulls_not_distinct=True,
        ),
    )


class LoadingRow(Base):
    """One merge: its revisions are assigned under a lock that is held until the commit."""

    __tablename__ = "data_warehouse_loading"

    last_revision: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    first_revision: Mapped[int] = mapped_column(BigInteger)
    family: Mapped[str] = mapped_column(String(16))
    source_id: Mapped[int] = mapped_column(index=True)
    inserted: Mapped[int]
    changed: Mapped[int]
    at: Mapped[datetime]


class Recorded:
    """Columns of every family: the source and day of all values that no open fact says otherwise about."""

    source_id: Mapped[int]
    valid_from: Mapped[date]
    revision: Mapped[int] = mapped_column(BigInteger, unique=True)


class EnterpriseRow(Recorded, Base):
    __tablename__ = "data_warehouse_enterprise"

    credit_code: Mapped[str] = mapped_column(String(18), primary_key=True)
    name: Mapped[str] = mapped_column(Text)
    name_key: Mapped[str] = mapped_column(Text)
    reg_number: Mapped[str | None] = mapped_column(Text)
    legal_person_name: Mapped[str | None] = mapped_column(Text)
    reg_capital: Mapped[Decimal | None] = mapped_column(Numeric(20, 2))
    reg_capital_currency: Mapped[str | None] = mapped_column(String(3))
    actual_capital: Mapped[Decimal | None] = mapped_column(Numeric(20, 2))
    actual_capital_currency: Mapped[str | None] = mapped_column(String(3))
    establish_date: Mapped[date | None]
    approved_date: Mapped[date | None]
    term_from: Mapped[date | None]
    term_to: Mapped[date | None]
    reg_status: Mapped[str | None] = mapped_column(Text)
    company_type: Mapped[str | None] = mapped_column(Text)
    reg_institute: Mapped[str | None] = mapped_column(Text)
    address: Mapped[str | None] = mapped_column(Text)
    region_code: Mapped[str | None] = mapped_column(String(6))
    industry_code: Mapped[str | None] = mapped_column(String(5))
    business_scope: Mapped[str | None] = mapped_column(Text)
    former_names: Mapped[list[str] | None] = mapped_column(ARRAY(Text))
    former_name_keys: Mapped[list[str] | None] = mapped_column(ARRAY(Text))
    staff_range: Mapped[str | None] = mapped_column(Text)
    scale: Mapped[str | None] = mapped_column(Text)
    stock_code: Mapped[str | None] = mapped_column(String(16))

    # Hash: far cheaper than a B-tree on Chinese names when 100,000 rows come in, and as fast to look up.
    __table_args__ = (
        Index("ix_data_warehouse_enterprise_name_key", "name_key", postgresql_using="hash"),
        Index(
            "ix_data_warehouse_enterprise_former_name_keys",
            "former_name_keys",
            postgresql_using="gin",
            postgresql_where=text("former_name_keys IS NOT NULL"),
        ),
        Index("ix_data_warehouse_enterprise_region_code", "region_code"),
        Index(
            "ix_data_warehouse_enterprise_industry_code",
            "industry_code",
            postgresql_where=text("industry_code IS NOT NULL"),
        ),
    )


class PatentRow(Recorded, Base):
    __tablename__ = "data_warehouse_patent"

    application_number: Mapped[str] = mapped_column(String(40), primary_key=True)
    credit_code: Mapped[str] = mapped_column(String(18), primary_key=True, index=True)
    title: Mapped[str] = mapped_column(Text)
    patent_type: Mapped[str | None] = mapped_column(Text)
    publication_number: Mapped[str | None] = mapped_column(String(40))
    application_date: Mapped[date | None]
    grant_date: Mapped[date | None]
    patent_status: Mapped[str | None] = mapped_column(Text)
    ipc: Mapped[str | None] = mapped_column(Text)


class TrademarkRow(Recorded, Base):
    __tablename__ = "data_warehouse_trademark"

    registration_number: Mapped[str] = mapped_column(String(40), primary_key=True)
    nice_class: Mapped[str] = mapped_column(String(8), primary_key=True)
    credit_code: Mapped[str] = mapped_column(String(18), primary_key=True, index=True)
    name: Mapped[str] = mapped_column(Text)
    application_date: Mapped[date | None]
    registration_date: Mapped[date | None]
    valid_to: Mapped[date | None]
    trademark_status: Mapped[str | None] = mapped_column(Text)


class InvestmentRow(Recorded, Base):
    __tablename__ = "data_warehouse_investment"

    credit_code: Mapped[str] = mapped_column(String(18), primary_key=True)
    investee_name: Mapped[str] = mapped_column(Text, primary_key=True)
    investee_credit_code: Mapped[str | None] = mapped_column(String(18), index=True)
    amount: Mapped[Decimal | None] = mapped_column(Numeric(20, 2))
    currency: Mapped[str | None] = mapped_column(String(3))
    ratio: Mapped[Decimal | None] = mapped_column(Numeric(7, 4))
    invested_on: Mapped[date | None]
    investee_status: Mapped[str | None] = mapped_column(Text)


class HonourRow(Recorded, Base):
    __tablename__ = "data_warehouse_honour"

    credit_code: Mapped[str] = mapped_column(String(18), primary_key=True)
    title: Mapped[str] = mapped_column(Text, primary_key=True)
    year: Mapped[int] = mapped_column(primary_key=True)
    grade: Mapped[str | None] = mapped_column(Text)
    issuer: Mapped[str | None] = mapped_column(Text)
    awarded_on: Mapped[date | None]
    valid_to: Mapped[date | None]
    document_number: Mapped[str | None] = mapped_column(Text)


class FactRow(Base):
    """A value that was superseded (`valid_to` set), or holds and is newer than its row (`valid_to` null)."""

    __tablename__ = "data_warehouse_fact"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    family: Mapped[str] = mapped_column(String(16))
    key: Mapped[str] = mapped_column(Text)
    attribute: Mapped[str] = mapped_column(String(40))
    value: Mapped[Any] = mapped_column(JSONB)
    valid_from: Mapped[date]
    valid_to: Mapped[date | None]
    source_id: Mapped[int]

    __table_args__ = (
        Index("ix_data_warehouse_fact_family_key", "family", "key"),
        Index(
            "uq_data_warehouse_fact_open",
            "family",
            "key",
            "attribute",
            unique=True,
            postgresql_where=text("valid_to IS NULL"),
        ),
    )


class StatementRow(Base):
    """The newest word of one provider on one record, kept once a second provider speaks of it too, or
    one takes it apart.

    `told` holds values by attribute; `stated_by` [source, time received] of those that are not from the row's
    own source and time.
    """

    __tablename__ = "data_warehouse_statement"

    family: Mapped[str] = mapped_column(String(16), primary_key=True)
    key: Mapped[str] = mapped_column(Text, primary_key=True)
    provider: Mapped[str] = mapped_column(String(200), primary_key=True)
    credit_code: Mapped[str] = mapped_column(String(18))
    source_id: Mapped[int]
    received_at: Mapped[datetime]
    told: Mapped[dict[str, Any]]
    stated_by: Mapped[dict[str, Any]]


class RestatementRow(Base):
    """The newest delivery in which the one provider of a record said all of it again."""

    __tablename__ = "data_warehouse_restatement"

    family: Mapped[str] = mapped_column(String(16), primary_key=True)
    key: Mapped[str] = mapped_column(Text, primary_key=True)
    source_id: Mapped[int]


class ProviderRow(Base):
    """What stands behind a provider, as its registered source or the way it came says."""

    __tablename__ = "data_warehouse_provider"

    name: Mapped[str] = mapped_column(String(200), primary_key=True)
    authority: Mapped[str] = mapped_column(String(16))


class PrecedenceRow(Base):
    """A ranking of one family's sources: proposed, decided, never changed afterwards."""

    __tablename__ = "data_warehouse_precedence"

    id: Mapped[int] = mapped_column(Identity(), primary_key=True)
    family: Mapped[str] = mapped_column(String(16))
    entries: Mapped[list[Any]]
    freshness_days: Mapped[int | None]
    reason: Mapped[str] = mapped_column(Text)
    state: Mapped[str] = mapped_column(String(16))
    proposed_by: Mapped[str] = mapped_column(String(64))
    proposed_at: Mapped[datetime]
    decided_by: Mapped[str | None] = mapped_column(String(64))
    decided_at: Mapped[datetime | None]
    decided_for: Mapped[str | None] = mapped_column(Text)

    __table_args__ = (
        Index("ix_data_warehouse_precedence_family", "family", "state", "id"),
        Index(
            "uq_data_warehouse_precedence_proposed",
            "family",
            unique=True,
            postgresql_where=text("state = 'proposed'"),
        ),
    )


class RecomputationRow(Base):
    """How far the records of a family have been decided anew; `after` is the last key that is done."""

    __tablename__ = "data_warehouse_recomputation"

    family: Mapped[str] = mapped_column(String(16), primary_key=True)
    after: Mapped[str] = mapped_column(Text)
    seen: Mapped[int]
    changed: Mapped[int]
    begun_at: Mapped[datetime]
    finished_at: Mapped[datetime | None]


class IndustryRow(Base):
    """A class of GB/T 4754 from an imported full table."""

    __tablename__ = "data_warehouse_industry"

    code: Mapped[str] = mapped_column(String(5), primary_key=True)
    name: Mapped[str] = mapped_column(Text)
    remark: Mapped[str] = mapped_column(Text)
    source_id: Mapped[int]
