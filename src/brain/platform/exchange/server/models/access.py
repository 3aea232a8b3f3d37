"""Tables of who may call: applications, clients, and what guards the door."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Identity, Index, LargeBinary, String, Text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from brain.kit.db import Base

# Lost in a crash of PostgreSQL without harm (replays older than five minutes fail anyway) and written with
# every call: no write-ahead log, hence no wait for the disk.
UNLOGGED = {"prefixes": ["UNLOGGED"]}


class EnrolmentRow(Base):
    """A one-time code with which an organisation may apply."""

    __tablename__ = "exchange_enrolment"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    code_hash: Mapped[str] = mapped_column(String(64), unique=True)
    organisation_name: Mapped[str] = mapped_column(String(200))
    credit_code: Mapped[str] = mapped_column(String(18))
    created_by: Mapped[str] = mapped_column(String(64))
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]


class ApplicationRow(Base):
    __tablename__ = "exchange_application"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    number: Mapped[str] = mapped_column(String(32), unique=True)
    state: Mapped[str] = mapped_column(String(32), index=True)
    form: Mapped[dict[str, Any]]
    organisation_name: Mapped[str] = mapped_column(String(200))
    credit_code: Mapped[str] = mapped_column(String(18))
    system_name: Mapped[str] = mapped_column(String(200))
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    calls_per_minute: Mapped[int]
    created_at: Mapped[datetime]
    valid_until: Mapped[date | None]
    renewal_requested_at: Mapped[datetime | None]
    sandbox_collected_at: Mapped[datetime | None]
    production_collected_at: Mapped[datetime | None]

    @property
    def client_id(self) -> str:
        """The same in sandbox and production, as their databases and secrets differ."""
        return f"brain-{self.number.lower()}"


class ApplicationEventRow(Base):
    """History: who moved the application, when and why."""

    __tablename__ = "exchange_application_event"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    application_id: Mapped[int] = mapped_column(ForeignKey("exchange_application.id"), index=True)
    at: Mapped[datetime]
    side: Mapped[str] = mapped_column(String(8))
    actor: Mapped[str] = mapped_column(String(200))
    action: Mapped[str] = mapped_column(String(32))
    from_state: Mapped[str] = mapped_column(String(32))
    to_state: Mapped[str] = mapped_column(String(32))
    reason: Mapped[str] = mapped_column(Text)


class ClientRow(Base):
    """Credentials and what they open. Secrets are hashed, sign keys sealed; during a rotation two pairs work.

    Tokens of an older `generation` are void.
    """

    __tablename__ = "exchange_client"

    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    application_number: Mapped[str] = mapped_column(String(32), unique=True)
    name: Mapped[str] = mapped_column(String(200))
    state: Mapped[str] = mapped_column(String(16))
    scopes: Mapped[list[str]] = mapped_column(ARRAY(Text))
    scenes: Mapped[list[str]] = mapped_column(ARRAY(Text))
    addresses: Mapped[list[str]] = mapped_column(ARRAY(Text))
    users: Mapped[list[str]] = mapped_column(ARRAY(Text))
    calls_per_minute: Mapped[int]
    valid_until: Mapped[date | None]
    generation: Mapped[int]
    secret_hash: Mapped[str] = mapped_column(String(64))
    sign_key: Mapped[bytes] = mapped_column(LargeBinary)
    previous_secret_hash: Mapped[str | None] = mapped_column(String(64))
    previous_sign_key: Mapped[bytes | None] = mapped_column(LargeBinary)
    previous_until: Mapped[datetime | None]
    created_at: Mapped[datetime]


class NonceRow(Base):
    __tablename__ = "exchange_nonce"

    client_id: Mapped[str] = mapped_column(String(64), primary_key=True)
    nonce: Mapped[str] = mapped_column(String(64), primary_key=True)
    seen_at: Mapped[datetime] = mapped_column(index=True)

    __table_args__ = (UNLOGGED,)


class RateRow(Base):
    """Calls of a client in its current window of time."""

    __tablename__ = "exchange_rate"

    client_id: Mapped[str] = mapped_column(String(64), primary_key=True)
    window_number: Mapped[int] = mapped_column(BigInteger)
    calls: Mapped[int]

    __table_args__ = (UNLOGGED,)


class FailureRow(Base):
    """Failed authentications from one address for one client id."""

    __tablename__ = "exchange_failure"

    subject: Mapped[str] = mapped_column(String(200), primary_key=True)
    failures: Mapped[int]
    last_at: Mapped[datetime]
    locked_until: Mapped[datetime | None]

    __table_args__ = (UNLOGGED,)


class RevokedTokenRow(Base):
    __tablename__ = "exchange_revoked_token"

    token_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    expires_at: Mapped[datetime]


class AlarmRow(Base):
    """Annex 3, 4 b: a client called abnormally often, or failed abnormally often."""

    __tablename__ = "exchange_alarm"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    client_id: Mapped[str] = mapped_column(String(64))
    kind: Mapped[str] = mapped_column(String(16))
    hour: Mapped[datetime]
    first_at: Mapped[datetime]
    last_at: Mapped[datetime]
    times: Mapped[int]
    handled_by: Mapped[str | None] = mapped_column(String(64))
    handled_at: Mapped[datetime | None]

    __table_args__ = (Index("uq_exchange_alarm_hour", "client_id", "kind", "hour", unique=True),)
