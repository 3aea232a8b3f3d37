"""Statements of enrolments, applications, their history, and clients."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import func, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.errors import NotFound
from brain.kit.schemas import Paging
from brain.platform.exchange.protocol import ApplicationState
from brain.platform.exchange.server.models.access import (
    ApplicationEventRow,
    ApplicationRow,
    ClientRow,
    EnrolmentRow,
)


async def lock_enrolment(session: AsyncSession, code_hash: str) -> EnrolmentRow | None:
    statement = select(EnrolmentRow).where(EnrolmentRow.code_hash == code_hash).with_for_update()
    return (await session.scalars(statement)).one_or_none()


async def enrolments(session: AsyncSession, paging: Paging) -> tuple[Sequence[EnrolmentRow], int]:
    total = await session.scalar(select(func.count()).select_from(EnrolmentRow)) or 0
    statement = select(EnrolmentRow).order_by(EnrolmentRow.id.desc()).offset(paging.offset)
    return (await session.scalars(statement.limit(paging.page_size))).all(), total


async def next_number(session: AsyncSession, year: int) -> str:
    """Numbers of a year without gaps: whoever asks holds the lock until the commit."""
    await session.execute(text("SELECT pg_advisory_xact_lock(hashtextextended('exchange.application', 0))"))
    prefix = f"SQ-{year}-"
    last = await session.scalar(
        select(func.max(ApplicationRow.number)).where(ApplicationRow.number.startswith(prefix))
    )
    return f"{prefix}{int(last.removeprefix(prefix)) + 1 if last else 1:05d}"


async def by_number(session: AsyncSession, number: str, *, lock: bool = False) -> ApplicationRow:
    statement = select(ApplicationRow).where(ApplicationRow.number == number)
    if lock:
        statement = statement.with_for_update()
    row = (await session.scalars(statement)).one_or_none()
    if row is None:
        raise NotFound("没有这份申请")
    return row


async def by_token(session: AsyncSession, token_hash: str, *, lock: bool = False) -> ApplicationRow | None:
    statement = select(ApplicationRow).where(ApplicationRow.token_hash == token_hash)
    if lock:
        statement = statement.with_for_update()
    return (await session.scalars(statement)).one_or_none()


async def page(
    session: AsyncSession, state: ApplicationState | None, paging: Paging
) -> tuple[Sequence[ApplicationRow], int]:
    statement = select(ApplicationRow)
    if state is not None:
        statement = statement.where(ApplicationRow.state == state.value)
    total = await session.scalar(select(func.count()).select_from(statement.subquery())) or 0
    ordered = statement.order_by(ApplicationRow.id.desc()).offset(paging.offset).limit(paging.page_size)
    return (await session.scalars(ordered)).all(), total


async def history(session: AsyncSession, application_id: int) -> Sequence[ApplicationEventRow]:
    statement = select(ApplicationEventRow).where(ApplicationEventRow.application_id == application_id)
    return (await session.scalars(statement.order_by(ApplicationEventRow.id))).all()


async def ended(session: AsyncSession, today: date) -> Sequence[str]:
    """Applications whose validity has passed."""
    states = [ApplicationState.ACTIVE.value, ApplicationState.SUSPENDED.value]
    statement = select(ApplicationRow.number).where(
        ApplicationRow.valid_until < today, ApplicationRow.state.in_(states)
    )
    return (await session.scalars(statement)).all()


async def ending(session: AsyncSession, day: date) -> Sequence[ApplicationRow]:
    """Active applications that end on a day and have not asked for renewal."""
    statement = select(ApplicationRow).where(
        ApplicationRow.valid_until == day,
        ApplicationRow.state == ApplicationState.ACTIVE.value,
        ApplicationRow.renewal_requested_at.is_(None),
    )
    return (await session.scalars(statement)).all()


async def client(session: AsyncSession, client_id: str, *, lock: bool = False) -> ClientRow | None:
    return await session.get(ClientRow, client_id, with_for_update=lock or None)


async def clients(session: AsyncSession, paging: Paging) -> tuple[Sequence[ClientRow], int]:
    """The newest first."""
    total = await session.scalar(select(func.count()).select_from(ClientRow)) or 0
    ordered = select(ClientRow).order_by(ClientRow.created_at.desc(), ClientRow.id)
    return (await session.scalars(ordered.offset(paging.offset).limit(paging.page_size))).all(), total


async def add(
    session: AsyncSession, row: EnrolmentRow | ApplicationRow | ApplicationEventRow | ClientRow
) -> None:
    session.add(row)
    await session.flush()
