"""What sources delivered to data sets."""

from collections.abc import Collection, Sequence

from sqlalchemy import select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.kit.errors import NotFound
from brain.platform.data_sets.contract import Delivered, Withdrawal
from brain.platform.data_sets.models import DeliveryRow


def _delivered(row: DeliveryRow) -> Delivered:
    withdrawal = None
    if row.withdrawn_by and row.withdrawn_at and row.withdrawn_for:
        withdrawal = Withdrawal(by=row.withdrawn_by, at=row.withdrawn_at, reason=row.withdrawn_for)
    return Delivered(
        id=row.id,
        data_set=row.data_set,
        provider=row.provider,
        title=row.title,
        as_of=row.as_of,
        sample=row.sample,
        files=row.files,
        rows=row.rows,
        delivered_by=row.delivered_by,
        delivered_at=row.delivered_at,
        withdrawal=withdrawal,
    )


async def add(session: AsyncSession, delivered: Delivered) -> None:
    """Told again it is the same."""
    values = {name: value for name, value in vars(delivered).items() if name != "withdrawal"}
    await session.execute(insert(DeliveryRow).values(values).on_conflict_do_nothing())


async def of(session: AsyncSession, data_set: str) -> Sequence[Delivered]:
    """The latest day first, withdrawn ones too."""
    rows = await session.scalars(
        select(DeliveryRow)
        .where(DeliveryRow.data_set == data_set)
        .order_by(DeliveryRow.as_of.desc(), DeliveryRow.id.desc())
    )
    return [_delivered(row) for row in rows]


async def get(session: AsyncSession, delivery_id: int) -> Delivered:
    row = await session.scalar(
        select(DeliveryRow).where(DeliveryRow.id == delivery_id),
        execution_options={"populate_existing": True},
    )
    if row is None:
        raise NotFound("没有这次交付")
    return _delivered(row)


async def withdraw(session: AsyncSession, delivery_id: int, by: str, reason: str) -> None:
    await session.execute(
        update(DeliveryRow)
        .where(DeliveryRow.id == delivery_id, DeliveryRow.withdrawn_at.is_(None))
        .values(withdrawn_by=by, withdrawn_at=now(), withdrawn_for=reason)
    )


async def set_files(session: AsyncSession, delivery_id: int, files: Sequence[str]) -> None:
    await session.execute(update(DeliveryRow).where(DeliveryRow.id == delivery_id).values(files=list(files)))


async def lock_unnoted(session: AsyncSession) -> Delivered | None:
    """A delivery whose names of enterprises nobody has looked at yet; it is another process's once locked."""
    row = await session.scalar(
        select(DeliveryRow)
        .where(~DeliveryRow.names_noted)
        .order_by(DeliveryRow.id)
        .limit(1)
        .with_for_update(skip_locked=True)
    )
    return _delivered(row) if row else None


async def note_again(session: AsyncSession, delivery_ids: Collection[int]) -> None:
    await session.execute(
        update(DeliveryRow).where(DeliveryRow.id.in_(delivery_ids)).values(names_noted=False)
    )


async def mark_noted(session: AsyncSession, delivery_id: int) -> None:
    await session.execute(update(DeliveryRow).where(DeliveryRow.id == delivery_id).values(names_noted=True))
