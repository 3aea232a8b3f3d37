"""Products, their revisions, and what a revision is made of and made by."""

from datetime import datetime
from typing import Any, Final

from sqlalchemy import distinct, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from brain.platform.operations.models import RecordRow
from brain.platform.operations.queries.records import STANDS

_REVISED: Final = ("bom_item", "routing_step")
MOST: Final = 5_000  # lines of one revision
_PRODUCT: Final = RecordRow.content["product"].astext
_REVISION: Final = RecordRow.content["revision"].astext


async def products(
    session: AsyncSession, search: str | None, *, limit: int, offset: int
) -> tuple[list[tuple[str, int, datetime]], int]:
    """With how many revisions each has, and when the latest took effect; that one first."""
    chosen = select(_PRODUCT, func.count(distinct(_REVISION)), func.max(RecordRow.at)).where(
        STANDS, RecordRow.kind.in_(_REVISED)
    )
    if search:
        holds = [_PRODUCT, RecordRow.content["material"].astext, RecordRow.content["process"].astext]
        chosen = chosen.where(or_(*(each.icontains(search, autoescape=True) for each in holds)))
    chosen = chosen.group_by(_PRODUCT)
    total = await session.scalar(select(func.count()).select_from(chosen.subquery())) or 0
    order = chosen.order_by(func.max(RecordRow.at).desc(), _PRODUCT).limit(limit).offset(offset)
    return [(name, count, at) for name, count, at in await session.execute(order)], total


async def revisions(session: AsyncSession, product: str) -> list[tuple[str, datetime, int, int]]:
    """With when it took effect, how many items and steps; the latest first."""
    items = func.count().filter(RecordRow.kind == "bom_item")
    steps = func.count().filter(RecordRow.kind == "routing_step")
    found = await session.execute(
        select(_REVISION, func.max(RecordRow.at), items, steps)
        .where(STANDS, RecordRow.kind.in_(_REVISED), product == _PRODUCT)
        .group_by(_REVISION)
        .order_by(func.max(RecordRow.at).desc(), _REVISION.desc())
    )
    return [(name, at, of_items, of_steps) for name, at, of_items, of_steps in found]


async def of_revision(session: AsyncSession, kind: str, product: str, revision: str) -> list[dict[str, Any]]:
    position = RecordRow.content["position"].astext
    order = (RecordRow.content["sequence"],) if kind == "routing_step" else (func.length(position), position)
    found = await session.scalars(
        select(RecordRow.content)
        .where(STANDS, RecordRow.kind == kind, product == _PRODUCT, revision == _REVISION)
        .order_by(*order, RecordRow.key)
        .limit(MOST)
    )
    return list(found)


async def documents(session: AsyncSession, product: str) -> list[dict[str, Any]]:
    """Every version of the product's documents, the latest first."""
    found = await session.scalars(
        select(RecordRow.content)
        .where(STANDS, RecordRow.kind == "design_document", product == _PRODUCT)
        .order_by(RecordRow.at.desc(), RecordRow.key)
        .limit(MOST)
    )
    return list(found)
