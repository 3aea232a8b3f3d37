"""Tables of business records."""

from datetime import datetime
from typing import Any

from sqlalchemy import ARRAY, BigInteger, ForeignKey, Identity, Index, LargeBinary, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from brain.kit.db import Base


class SystemRow(Base):
    """A business system, a folder of files, or the factory's own people: where records come from."""

    __tablename__ = "operations_system"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    name: Mapped[str] = mapped_column(String(80), unique=True)
    settings: Mapped[dict[str, Any]]
    sealed_secret: Mapped[bytes | None] = mapped_column(LargeBinary)
    enabled: Mapped[bool]
    revision: Mapped[int] = mapped_column(BigInteger)
    changed_by: Mapped[str] = mapped_column(String(64))
    changed_at: Mapped[datetime]


class SystemStateRow(Base):
    """How reading goes, and up to where: `position` moves in the transaction that keeps the records."""

    __tablename__ = "operations_system_state"

    system_id: Mapped[int] = mapped_column(
        ForeignKey("operations_system.id", ondelete="CASCADE"), primary_key=True
    )
    state: Mapped[str] = mapped_column(String(16))
    since: Mapped[datetime]
    problem: Mapped[str | None] = mapped_column(Text)
    looked_at: Mapped[datetime | None]
    position: Mapped[dict[str, Any]]
    kept: Mapped[int] = mapped_column(BigInteger)


class ImportRow(Base):
    """A sheet that somebody imported; undone as a whole."""

    __tablename__ = "operations_import"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    kind: Mapped[str] = mapped_column(String(20))
    name: Mapped[str] = mapped_column(String(200))
    digest: Mapped[str] = mapped_column(String(64))
    kept: Mapped[int]
    unchanged: Mapped[int]
    refused: Mapped[int]
    by: Mapped[str] = mapped_column(String(64))
    at: Mapped[datetime]
    undone_by: Mapped[str | None] = mapped_column(String(64))
    undone_at: Mapped[datetime | None]


class RecordRow(Base):
    """A record as its source told it at one time. `number` grows in the order of commits; the newest of a key
    is the current one, and a withdrawn one says that the source no longer holds to it."""

    __tablename__ = "operations_record"

    number: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    system_id: Mapped[int] = mapped_column(ForeignKey("operations_system.id"))
    kind: Mapped[str] = mapped_column(String(20))
    key: Mapped[str] = mapped_column(String(200))
    at: Mapped[datetime]
    changed_at: Mapped[datetime | None]
    equipment: Mapped[str | None] = mapped_column(String(200))
    lot: Mapped[str | None] = mapped_column(String(200))
    made_of: Mapped[list[str]] = mapped_column(ARRAY(String(200)))
    content: Mapped[dict[str, Any]]
    current: Mapped[bool]
    withdrawn: Mapped[bool]
    import_id: Mapped[int | None] = mapped_column(ForeignKey("operations_import.id"), index=True)
    kept_at: Mapped[datetime]

    __table_args__ = (
        Index(
            "uq_operations_record_current", "system_id", "kind", "key", unique=True,
            postgresql_where=text("current"),
        ),
        Index("ix_operations_record_key", "system_id", "kind", "key", "number"),
        Index("ix_operations_record_at", "kind", "at", postgresql_where=text("current AND NOT withdrawn")),
        Index("ix_operations_record_lot", "lot", postgresql_where=text("current AND NOT withdrawn")),
        Index(
            "ix_operations_record_made_of", "made_of", postgresql_using="gin",
            postgresql_where=text("current AND NOT withdrawn"),
        ),
    )  # fmt: skip


class RefusedRow(Base):
    """A row that a system gave and that is no record, until it gives a better one under the same key."""

    __tablename__ = "operations_refused"

    system_id: Mapped[int] = mapped_column(
        ForeignKey("operations_system.id", ondelete="CASCADE"), primary_key=True
    )
    kind: Mapped[str] = mapped_column(String(20), primary_key=True)
    key: Mapped[str] = mapped_column(String(200), primary_key=True)
    problem: Mapped[str] = mapped_column(Text)
    at: Mapped[datetime]


class NameRow(Base):
    """A word by which a business system calls a machine of ours."""

    __tablename__ = "operations_equipment_name"

    name: Mapped[str] = mapped_column(String(200), primary_key=True)
    equipment_id: Mapped[int] = mapped_column(ForeignKey("shop_floor_equipment.id"))
    told_by: Mapped[str] = mapped_column(String(64))
    told_at: Mapped[datetime]
