"""Factories and their links."""

from collections.abc import Sequence
from typing import Final

from sqlalchemy import func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.errors import NotFound
from brain.platform.factory_link.brain.domain.stages import Stage
from brain.platform.factory_link.brain.models import FactoryRow

_STANDING: Final = (Stage.INVITED, Stage.CLAIMED, Stage.ACTIVE, Stage.SUSPENDED)


async def get(session: AsyncSession, factory_id: str, *, lock: bool = False) -> FactoryRow:
    row = await session.get(FactoryRow, factory_id, with_for_update=lock, populate_existing=lock)
    if row is None:
        raise NotFound("没有这家工厂")
    return row


async def all_standing(session: AsyncSession) -> Sequence[FactoryRow]:
    """Not revoked, by name."""
    found = select(FactoryRow).where(FactoryRow.state.in_(_STANDING)).order_by(FactoryRow.title)
    return (await session.scalars(found)).all()


async def standing(session: AsyncSession, credit_code: str, *, lock: bool = False) -> FactoryRow | None:
    """The one link of this enterprise that is not revoked; two cannot be made at the same time."""
    if lock:
        await session.execute(select(func.pg_advisory_xact_lock(func.hashtext(f"factory {credit_code}"))))
    found: FactoryRow | None = await session.scalar(
        select(FactoryRow).where(FactoryRow.credit_code == credit_code, FactoryRow.state.in_(_STANDING))
    )
    return found


async def invited(session: AsyncSession, credit_code: str) -> FactoryRow | None:
    found: FactoryRow | None = await session.scalar(
        select(FactoryRow)
        .where(FactoryRow.credit_code == credit_code, FactoryRow.state == Stage.INVITED)
        .with_for_update()
    )
    return found


async def page(
    session: AsyncSession, search: str | None, state: Stage | None, limit: int, offset: int
) -> tuple[Sequence[FactoryRow], int]:
    chosen = select(FactoryRow)
    if search:
        like = [
            each.icontains(search, autoescape=True) for each in (FactoryRow.title, FactoryRow.credit_code)
        ]
        chosen = chosen.where(or_(*like))
    if state is not None:
        chosen = chosen.where(FactoryRow.state == state)
    total = await session.scalar(select(func.count()).select_from(chosen.subquery())) or 0
    found = await session.scalars(
        chosen.order_by(FactoryRow.invited_at.desc(), FactoryRow.id).limit(limit).offset(offset)
    )
    return found.all(), total
