"""Links, consents, what was sent."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import func, or_, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.kit.errors import NotFound
from brain.platform.factory_link.gateway.models import (
    CatalogueRow,
    ConsentedRow,
    ConsentRow,
    LinkRow,
)

ENDED = ("left", "revoked")


async def current(session: AsyncSession, *, lock: bool = False) -> LinkRow | None:
    """The link that has not ended; a gateway has one brain."""
    statement = select(LinkRow).where(LinkRow.state.not_in(ENDED))
    if lock:
        await session.execute(select(func.pg_advisory_xact_lock(func.hashtext("brain_link"))))
        statement = statement.with_for_update()
    found: LinkRow | None = await session.scalar(statement.execution_options(populate_existing=lock))
    return found


async def all_links(session: AsyncSession) -> Sequence[LinkRow]:
    return (await session.scalars(select(LinkRow).order_by(LinkRow.enrolled_at.desc()))).all()


async def revision(session: AsyncSession, link_id: str) -> int:
    return await session.scalar(select(CatalogueRow.revision).where(CatalogueRow.link_id == link_id)) or 0


async def touch(session: AsyncSession, link_id: str) -> None:
    """What is shared has changed: the brain is to be told, and projections are to be made anew."""
    statement = insert(CatalogueRow).values(link_id=link_id, revision=1, changed_at=now())
    await session.execute(
        statement.on_conflict_do_update(
            index_elements=[CatalogueRow.link_id],
            set_={"revision": CatalogueRow.revision + 1, "changed_at": now()},
        )
    )


async def consent(session: AsyncSession, consent_id: int, *, lock: bool = False) -> ConsentRow:
    row = await session.get(ConsentRow, consent_id, with_for_update=lock)
    if row is None:
        raise NotFound("没有这份同意书")
    return row


async def consents(session: AsyncSession, link_id: str) -> Sequence[ConsentRow]:
    found = await session.scalars(
        select(ConsentRow).where(ConsentRow.link_id == link_id).order_by(ConsentRow.id.desc())
    )
    return found.all()


async def in_force(session: AsyncSession, link_id: str, at: datetime) -> Sequence[ConsentRow]:
    found = await session.scalars(
        select(ConsentRow)
        .where(
            ConsentRow.link_id == link_id,
            ConsentRow.withdrawn_at.is_(None),
            or_(ConsentRow.until.is_(None), ConsentRow.until > at),
        )
        .order_by(ConsentRow.id)
    )
    return found.all()


async def covered(session: AsyncSession, consent_ids: Sequence[int]) -> dict[int, list[int]]:
    """The points of each consent."""
    found: dict[int, list[int]] = {each: [] for each in consent_ids}
    rows = await session.execute(
        select(ConsentedRow.consent_id, ConsentedRow.point)
        .where(ConsentedRow.consent_id.in_(consent_ids))
        .order_by(ConsentedRow.point)
    )
    for consent_id, point in rows.all():
        found[consent_id].append(point)
    return found


async def add_covered(session: AsyncSession, consent_id: int, points: Sequence[int]) -> None:
    rows: list[dict[str, Any]] = [{"consent_id": consent_id, "point": point} for point in points]
    await session.execute(insert(ConsentedRow), rows)
