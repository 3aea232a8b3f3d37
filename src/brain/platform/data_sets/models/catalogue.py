"""Tables of what people make of the catalogue: data elements, requests to see values, followers."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import BigInteger, Identity, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from brain.kit.db import Base


class ElementChoiceRow(Base):
    """The data element that a person gave a column, null for none; the newest holds."""

    __tablename__ = "data_sets_element_choice"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    data_set: Mapped[str] = mapped_column(String(80))
    column: Mapped[str] = mapped_column(String(60))
    element: Mapped[str | None] = mapped_column(String(60))
    reason: Mapped[str] = mapped_column(String(400))
    chosen_by: Mapped[str] = mapped_column(String(64))
    chosen_at: Mapped[datetime]

    __table_args__ = (Index("ix_data_sets_element_choice_data_set_column_id", "data_set", "column", "id"),)


class ConformanceRow(Base):
    """How a version of a data set keeps to the standards; `mark` tells what it was checked against."""

    __tablename__ = "data_sets_conformance"

    data_set: Mapped[str] = mapped_column(String(80), primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True)
    mark: Mapped[str] = mapped_column(String(64))
    day: Mapped[date]
    columns: Mapped[list[Any]]
    checked_at: Mapped[datetime]


class AccessRow(Base):
    """Who asked to see columns as they are, why and until when, and what a reviewer decided.

    `columns`: the grade of each when it was asked for; one that is graded higher since is not covered.
    """

    __tablename__ = "data_sets_access"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    data_set: Mapped[str] = mapped_column(String(80))
    columns: Mapped[dict[str, Any]]
    account_id: Mapped[int] = mapped_column(BigInteger)
    username: Mapped[str] = mapped_column(String(64))
    purpose: Mapped[str] = mapped_column(String(400))
    until: Mapped[date]
    state: Mapped[str] = mapped_column(String(16))
    asked_at: Mapped[datetime]
    decided_by: Mapped[str | None] = mapped_column(String(64))
    decided_at: Mapped[datetime | None]
    reason: Mapped[str | None] = mapped_column(String(400))

    __table_args__ = (
        Index("ix_data_sets_access_account_id_data_set", "account_id", "data_set"),
        Index(
            "uq_data_sets_access_waiting",
            "account_id",
            "data_set",
            unique=True,
            postgresql_where=text("state = 'waiting'"),
        ),
    )


class RowPolicyRow(Base):
    """Who sees which rows of a data set; the newest that a reviewer confirmed holds."""

    __tablename__ = "data_sets_row_policy"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    data_set: Mapped[str] = mapped_column(String(80))
    grants: Mapped[list[Any]]
    reason: Mapped[str] = mapped_column(String(400))
    state: Mapped[str] = mapped_column(String(16))
    declared_by: Mapped[str] = mapped_column(String(64))
    declared_at: Mapped[datetime]
    decided_by: Mapped[str | None] = mapped_column(String(64))
    decided_at: Mapped[datetime | None]
    answer: Mapped[str | None] = mapped_column(String(400))

    __table_args__ = (
        Index("ix_data_sets_row_policy_data_set_id", "data_set", "id"),
        Index(
            "uq_data_sets_row_policy_waiting",
            "data_set",
            unique=True,
            postgresql_where=text("state = 'waiting'"),
        ),
    )


class FollowerRow(Base):
    """Who wants to hear of new versions and failures of a data set."""

    __tablename__ = "data_sets_follower"

    data_set: Mapped[str] = mapped_column(String(80), primary_key=True)
    account_id: Mapped[int] = mapped_column(BigInteger, primary_key=True)
