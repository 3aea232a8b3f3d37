"""Tables of alarms."""

from datetime import datetime
from typing import Any

from sqlalchemy import ARRAY, BigInteger, ForeignKey, Identity, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from brain.kit.db import Base


class RuleRow(Base):
    """A rule as it is now; `revision` grows with every change, of any rule."""

    __tablename__ = "alarms_rule"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    revision: Mapped[int] = mapped_column(BigInteger, index=True)
    point: Mapped[int] = mapped_column(ForeignKey("shop_floor_point.number"), index=True)
    title: Mapped[str] = mapped_column(String(120))
    condition: Mapped[str] = mapped_column(String(10))
    limit: Mapped[float | None]
    words: Mapped[list[str]] = mapped_column(ARRAY(String(80)))
    seconds: Mapped[int | None]
    dead_band: Mapped[float]
    on_delay: Mapped[int]
    off_delay: Mapped[int]
    importance: Mapped[str] = mapped_column(String(10))
    cause: Mapped[str] = mapped_column(Text)
    consequence: Mapped[str] = mapped_column(Text)
    action: Mapped[str] = mapped_column(Text)
    respond_minutes: Mapped[int | None]
    changed_by: Mapped[str] = mapped_column(String(64))
    changed_by_name: Mapped[str] = mapped_column(String(120))
    changed_at: Mapped[datetime]
    retired_at: Mapped[datetime | None]


class RuleRevisionRow(Base):
    """What a rule said, from a revision on."""

    __tablename__ = "alarms_revision"

    rule_id: Mapped[int] = mapped_column(ForeignKey("alarms_rule.id"), primary_key=True)
    revision: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    told: Mapped[dict[str, Any]]
    by_name: Mapped[str] = mapped_column(String(120))
    at: Mapped[datetime]


class AlarmRow(Base):
    """Where a rule's alarm stands: `course` as the machine goes on from it, the rest as people see it."""

    __tablename__ = "alarms_alarm"

    rule_id: Mapped[int] = mapped_column(ForeignKey("alarms_rule.id"), primary_key=True, autoincrement=False)
    course: Mapped[dict[str, Any]]
    active: Mapped[bool]
    acknowledged: Mapped[bool]
    raised_at: Mapped[datetime | None]
    returned_at: Mapped[datetime | None]
    value: Mapped[str | None] = mapped_column(String(200))
    shelved_until: Mapped[datetime | None]
    shelved_by: Mapped[str | None] = mapped_column(String(120))
    shelved_why: Mapped[str | None] = mapped_column(Text)
    out_since: Mapped[datetime | None]
    out_why: Mapped[str | None] = mapped_column(Text)


class EntryRow(Base):
    """The journal: what happened to alarms, never changed."""

    __tablename__ = "alarms_entry"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    rule_id: Mapped[int] = mapped_column(ForeignKey("alarms_rule.id"))
    at: Mapped[datetime]
    what: Mapped[str] = mapped_column(String(14))
    importance: Mapped[str] = mapped_column(String(10))
    value: Mapped[str | None] = mapped_column(String(200))
    value_at: Mapped[datetime | None]
    by_name: Mapped[str | None] = mapped_column(String(120))
    remark: Mapped[str | None] = mapped_column(Text)

    __table_args__ = (
        Index("ix_alarms_entry_rule", "rule_id", "id"),
        Index("ix_alarms_entry_raised", "what", "at"),
    )
