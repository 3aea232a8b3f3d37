"""Tables of identity."""

from datetime import datetime

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Identity, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from brain.kit.db import Base


class OrganisationRow(Base):
    __tablename__ = "identity_organisation"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    name: Mapped[str] = mapped_column(String(200), unique=True)
    credit_code: Mapped[str | None] = mapped_column(String(18), unique=True)
    created_at: Mapped[datetime]
    disabled_at: Mapped[datetime | None]


class AccountRow(Base):
    __tablename__ = "identity_account"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    username: Mapped[str] = mapped_column(String(64), unique=True)
    name: Mapped[str] = mapped_column(String(64))
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("identity_organisation.id"), index=True)
    password_hash: Mapped[str] = mapped_column(String(200))
    password_set_at: Mapped[datetime]
    must_change_password: Mapped[bool]
    failures: Mapped[int] = mapped_column(default=0)
    locked_until: Mapped[datetime | None]
    disabled_at: Mapped[datetime | None]
    last_login_at: Mapped[datetime | None]
    created_at: Mapped[datetime]

    __table_args__ = (CheckConstraint("username = lower(username)", name="username_lower"),)


class FormerPasswordRow(Base):
    __tablename__ = "identity_former_password"

    account_id: Mapped[int] = mapped_column(ForeignKey("identity_account.id"), primary_key=True)
    set_at: Mapped[datetime] = mapped_column(primary_key=True)
    password_hash: Mapped[str] = mapped_column(String(200))


class RoleGrantRow(Base):
    __tablename__ = "identity_role_grant"

    account_id: Mapped[int] = mapped_column(ForeignKey("identity_account.id"), primary_key=True)
    role: Mapped[str] = mapped_column(String(64), primary_key=True)
    granted_by: Mapped[str] = mapped_column(String(64))
    granted_at: Mapped[datetime]

    # The database itself keeps the three administrators apart.
    __table_args__ = (
        Index(
            "uq_identity_role_grant_administrator",
            "account_id",
            unique=True,
            postgresql_where=text("role IN ('system_admin', 'security_admin', 'audit_admin')"),
        ),
    )


class SessionRow(Base):
    __tablename__ = "identity_session"

    token_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("identity_account.id"), index=True)
    created_at: Mapped[datetime]
    seen_at: Mapped[datetime]
    address: Mapped[str] = mapped_column(String(64))
