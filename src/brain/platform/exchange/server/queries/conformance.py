"""Statements of conformance reports."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from brain.platform.exchange.server.models.data import ConformanceRow


async def by_run(session: AsyncSession, application_number: str, run_id: str) -> ConformanceRow | None:
    statement = select(ConformanceRow).where(
        ConformanceRow.application_number == application_number, ConformanceRow.run_id == run_id
    )
    return (await session.scalars(statement)).one_or_none()


async def of_application(session: AsyncSession, application_number: str) -> Sequence[ConformanceRow]:
    statement = select(ConformanceRow).where(ConformanceRow.application_number == application_number)
    return (await session.scalars(statement.order_by(ConformanceRow.id.desc()))).all()


async def add(session: AsyncSession, row: ConformanceRow) -> None:
    session.add(row)
    await session.flush()
