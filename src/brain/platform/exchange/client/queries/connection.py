"""Statements on the application, its credentials and their tokens."""

from collections.abc import Sequence

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.errors import NotFound
from brain.platform.exchange.client.models import ApplicationRow, CredentialRow
from brain.platform.exchange.protocol import ApplicationState


async def credential(session: AsyncSession, environment: str) -> CredentialRow | None:
    """The one in use."""
    newest = (
        select(CredentialRow)
        .where(CredentialRow.environment == environment, CredentialRow.retired_at.is_(None))
        .order_by(CredentialRow.id.desc())
        .limit(1)
    )
    return await session.scalar(newest)


async def credential_of(session: AsyncSession, environment: str, application_id: int) -> CredentialRow | None:
    """The newest one that an application has collected, also where another application's is in use."""
    newest = (
        select(CredentialRow)
        .where(CredentialRow.environment == environment, CredentialRow.application_id == application_id)
        .order_by(CredentialRow.id.desc())
        .limit(1)
    )
    return await session.scalar(newest)


async def credentials(session: AsyncSession) -> Sequence[CredentialRow]:
    return (await session.scalars(select(CredentialRow).order_by(CredentialRow.id.desc()))).all()


async def add_credential(session: AsyncSession, row: CredentialRow) -> None:
    """Take it into use; those of the same environment before it are retired."""
    await session.execute(
        update(CredentialRow)
        .where(CredentialRow.environment == row.environment, CredentialRow.retired_at.is_(None))
        .values(retired_at=row.collected_at, sealed_token=None)
    )
    session.add(row)
    await session.flush()


async def keep_token(session: AsyncSession, row: CredentialRow) -> None:
    """For the brain's other processes, and for the next start."""
    kept = {"sealed_token": row.sealed_token, "token_expires_at": row.token_expires_at, "gzip": row.gzip}
    await session.execute(update(CredentialRow).where(CredentialRow.id == row.id).values(kept))


async def add_application(session: AsyncSession, row: ApplicationRow) -> None:
    session.add(row)
    await session.flush()


async def application(session: AsyncSession, application_id: int) -> ApplicationRow:
    """Locked until the transaction ends."""
    row = await session.get(ApplicationRow, application_id, with_for_update=True)
    if row is None:
        raise NotFound("没有这份申请")
    return row


async def applications(session: AsyncSession) -> Sequence[ApplicationRow]:
    return (await session.scalars(select(ApplicationRow).order_by(ApplicationRow.id.desc()))).all()


async def followed(session: AsyncSession) -> Sequence[int]:
    """Applications that the centre knows of and may still change."""
    known, final = ApplicationRow.number.is_not(None), ApplicationRow.state == ApplicationState.REVOKED
    return (await session.scalars(select(ApplicationRow.id).where(known, ~final))).all()
