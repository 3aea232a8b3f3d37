"""Registrations of data sets in the catalogue, and the steps to them."""

from dataclasses import asdict

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.platform.data_sets.domain.description import Declared
from brain.platform.data_sets.domain.registration import Registration, RegistrationState, Step, Taken, draft
from brain.platform.data_sets.models.registration import RegistrationRow, RegistrationStepRow


def _registration(row: RegistrationRow) -> Registration:
    return Registration(
        data_set=row.data_set,
        state=RegistrationState(row.state),
        declared=Declared(**row.declared | {"keywords": tuple(row.declared["keywords"])}),
        serial=row.serial,
        identifier=row.identifier,
        submitted_by=row.submitted_by,
    )


async def every(session: AsyncSession) -> dict[str, Registration]:
    """By data set."""
    return {row.data_set: _registration(row) for row in await session.scalars(select(RegistrationRow))}


async def get(session: AsyncSession, data_set: str) -> Registration:
    """An empty draft where nobody has described it."""
    row = await session.get(RegistrationRow, data_set, populate_existing=True)
    return _registration(row) if row else draft(data_set)


async def save(session: AsyncSession, registration: Registration) -> None:
    """The caller holds the lock of the data set's registration."""
    row = await session.get(RegistrationRow, registration.data_set)
    if row is None:
        row = RegistrationRow(data_set=registration.data_set)
        session.add(row)
    row.state, row.declared = registration.state, asdict(registration.declared)
    row.serial, row.identifier = registration.serial, registration.identifier
    row.submitted_by = registration.submitted_by
    await session.flush()


async def last_serial(session: AsyncSession) -> int:
    """The highest given, 0 before the first; the caller holds the lock of serials."""
    return await session.scalar(select(func.max(RegistrationRow.serial))) or 0


async def note(
    session: AsyncSession, registration: Registration, step: Step, by: str, reason: str | None
) -> None:
    told = asdict(registration.declared) if step is Step.DESCRIBE else None
    row = RegistrationStepRow(
        data_set=registration.data_set,
        step=step,
        state=registration.state,
        told=told,
        reason=reason,
        by=by,
        at=now(),
    )
    session.add(row)
    await session.flush()


async def steps(session: AsyncSession, data_set: str) -> list[Taken]:
    """The newest first."""
    rows = await session.scalars(
        select(RegistrationStepRow)
        .where(RegistrationStepRow.data_set == data_set)
        .order_by(RegistrationStepRow.id.desc())
    )
    return [
        Taken(
            step=Step(row.step),
            state=RegistrationState(row.state),
            told=row.told,
            reason=row.reason,
            by=row.by,
            at=row.at,
        )
        for row in rows
    ]
