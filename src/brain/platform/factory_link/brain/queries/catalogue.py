"""What a factory shares: its points and its consents."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import or_, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from brain.platform.factory_link.brain.models import FactoryConsentRow, FactoryPointRow
from brain.platform.factory_link.protocol.messages import CatalogueTold, Granularity, Purpose

_AT_ONCE = 2_000  # rows of one statement: PostgreSQL takes 65,535 parameters


async def replace(session: AsyncSession, factory_id: str, told: CatalogueTold, at: datetime) -> None:
    """What is in `told` counts from now on; what is not, counts no longer, its name stays known."""
    await session.execute(
        update(FactoryPointRow).where(FactoryPointRow.factory_id == factory_id).values(shared=False)
    )
    points = [{"factory_id": factory_id, "shared": True, **each.model_dump()} for each in told.points]
    for begin in range(0, len(points), _AT_ONCE):
        statement = insert(FactoryPointRow).values(points[begin : begin + _AT_ONCE])
        changed = {
            name: statement.excluded[name] for name in points[0] if name not in ("factory_id", "number")
        }
        await session.execute(
            statement.on_conflict_do_update(index_elements=["factory_id", "number"], set_=changed)
        )
    standing = [each.id for each in told.consents]
    await session.execute(
        update(FactoryConsentRow)
        .where(
            FactoryConsentRow.factory_id == factory_id,
            FactoryConsentRow.ended_at.is_(None),
            FactoryConsentRow.id.not_in(standing),
        )
        .values(ended_at=at)
    )
    for each in told.consents:
        values: dict[str, Any] = {
            "factory_id": factory_id,
            "id": each.id,
            "purpose": each.purpose,
            **each.granularity.model_dump(),
            "points": each.points,
            "given_by": each.given_by,
            "given_at": each.given_at,
            "until": each.until,
        }
        inserted = insert(FactoryConsentRow).values(values)
        await session.execute(
            inserted.on_conflict_do_update(
                index_elements=["factory_id", "id"],
                set_={"points": inserted.excluded.points, "until": inserted.excluded.until},
                where=FactoryConsentRow.ended_at.is_(None),  # what was withdrawn does not come back
            )
        )


async def allowed(
    session: AsyncSession, factory_id: str, at: datetime, purpose: Purpose | None = None
) -> dict[Granularity, NDArray[np.uint32]]:
    """The points that consents in force cover, by granularity; for one purpose, or for any."""
    found: dict[Granularity, list[int]] = defaultdict(list)
    for row in await in_force(session, factory_id, at):
        if purpose is None or row.purpose == purpose:
            found[granularity_of(row)] += row.points
    return {grain: np.unique(np.asarray(points, np.uint32)) for grain, points in found.items()}


def granularity_of(row: FactoryConsentRow) -> Granularity:
    return Granularity.model_validate({"kind": row.kind, "seconds": row.seconds, "step": row.step})


async def in_force(session: AsyncSession, factory_id: str, at: datetime) -> Sequence[FactoryConsentRow]:
    found = await session.scalars(
        select(FactoryConsentRow)
        .where(
            FactoryConsentRow.factory_id == factory_id,
            FactoryConsentRow.ended_at.is_(None),
            or_(FactoryConsentRow.until.is_(None), FactoryConsentRow.until > at),
        )
        .order_by(FactoryConsentRow.id)
    )
    return found.all()


async def consents(session: AsyncSession, factory_id: str) -> Sequence[FactoryConsentRow]:
    """Also those that ended."""
    found = await session.scalars(
        select(FactoryConsentRow)
        .where(FactoryConsentRow.factory_id == factory_id)
        .order_by(FactoryConsentRow.id.desc())
    )
    return found.all()


async def points(session: AsyncSession, factory_id: str) -> Sequence[FactoryPointRow]:
    found = await session.scalars(
        select(FactoryPointRow).where(FactoryPointRow.factory_id == factory_id).order_by(FactoryPointRow.code)
    )
    return found.all()
