"""Reading the graph through filters: what the overview counts, what a list shows, how the chain grew."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeVar, cast

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from brain.reference.region import RegionCode
from brain.scenarios.industry_graph.domain.chain import Role
from brain.scenarios.industry_graph.domain.enterprise import Enterprise, Filters, Placed
from brain.scenarios.industry_graph.models import AttachmentRow, EnterpriseRow
from brain.scenarios.industry_graph.queries.attachments import enterprise

Statement = TypeVar("Statement", bound=Select[*tuple[Any, ...]])


@dataclass(frozen=True, kw_only=True)
class Listed:
    """A line of a list: an enterprise with its products."""

    enterprise: Enterprise
    products: Sequence[tuple[str, Role, float]]


async def placed(
    session: AsyncSession, chain: str, filters: Filters, known_at: datetime | None = None
) -> list[Placed]:
    columns = (
        AttachmentRow.credit_code,
        AttachmentRow.product,
        AttachmentRow.role,
        AttachmentRow.weight,
        EnterpriseRow.region_code,
        EnterpriseRow.capital_wan,
        EnterpriseRow.is_key,
    )
    rows = await session.execute(joined(select(*columns), chain, filters, known_at))
    return [Placed(**row) for row in rows.mappings()]


async def page(
    session: AsyncSession, chain: str, filters: Filters, products: Sequence[str], *, offset: int, limit: int
) -> tuple[list[Listed], int]:
    """Enterprises in any of the products: key ones first, then by capital times share of business."""
    share = func.max(AttachmentRow.weight).label("share")
    within = (
        joined(select(AttachmentRow.credit_code, share), chain, filters)
        .where(AttachmentRow.product.in_(products))
        .group_by(AttachmentRow.credit_code)
        .subquery()
    )
    matching = (
        select(EnterpriseRow)
        .join(within, within.c.credit_code == EnterpriseRow.credit_code)
        .where(EnterpriseRow.chain == chain)
    )
    total = await session.scalar(select(func.count()).select_from(matching.subquery()))
    order = (
        EnterpriseRow.is_key.desc(),
        (EnterpriseRow.capital_wan * within.c.share).desc().nulls_last(),
        EnterpriseRow.credit_code,
    )
    rows = (await session.scalars(matching.order_by(*order).offset(offset).limit(limit))).all()
    held = await _products_of(session, chain, filters, [row.credit_code for row in rows])
    return [
        Listed(enterprise=enterprise(row), products=held.get(row.credit_code, [])) for row in rows
    ], total or 0


async def _products_of(
    session: AsyncSession, chain: str, filters: Filters, codes: Sequence[str]
) -> dict[str, list[tuple[str, Role, float]]]:
    columns = (AttachmentRow.credit_code, AttachmentRow.product, AttachmentRow.role, AttachmentRow.weight)
    statement = joined(select(*columns), chain, filters).where(AttachmentRow.credit_code.in_(codes))
    held: dict[str, list[tuple[str, Role, float]]] = {}
    for code, product, role, weight in await session.execute(statement.order_by(AttachmentRow.weight.desc())):
        held.setdefault(code, []).append((product, cast("Role", role), weight))
    return held


async def growth(session: AsyncSession, chain: str) -> list[tuple[int, str, int]]:
    """How many attachments began in each year, by product."""
    year = func.extract("year", AttachmentRow.valid_from)
    rows = await session.execute(
        select(year, AttachmentRow.product, func.count())
        .where(AttachmentRow.chain == chain, AttachmentRow.superseded_at.is_(None))
        .group_by(year, AttachmentRow.product)
        .order_by(year)
    )
    return [(int(found), product, count) for found, product, count in rows]


async def named(session: AsyncSession, chain: str, text: str, limit: int) -> list[Enterprise]:
    """Enterprises of the chain whose name or code contains the text, shortest names first."""
    pattern = f"%{text.replace('%', '').replace('_', '')}%"
    rows = await session.scalars(
        select(EnterpriseRow)
        .where(
            EnterpriseRow.chain == chain,
            or_(EnterpriseRow.name.like(pattern), EnterpriseRow.credit_code.like(pattern)),
        )
        .order_by(func.length(EnterpriseRow.name), EnterpriseRow.credit_code)
        .limit(limit)
    )
    return [enterprise(row) for row in rows]


async def choices(session: AsyncSession, chain: str) -> tuple[list[str], list[str], list[str]]:
    """The regions (codes), scales and honours that occur, for the filters."""
    regions = await session.scalars(
        select(EnterpriseRow.region_code)
        .where(EnterpriseRow.chain == chain, EnterpriseRow.region_code.is_not(None))
        .distinct()
        .order_by(EnterpriseRow.region_code)
    )
    scales = await session.scalars(
        select(EnterpriseRow.scale)
        .where(EnterpriseRow.chain == chain, EnterpriseRow.scale.is_not(None))
        .distinct()
        .order_by(EnterpriseRow.scale)
    )
    honour = func.unnest(EnterpriseRow.honours)
    honours = await session.scalars(
        select(honour).where(EnterpriseRow.chain == chain).distinct().order_by(honour)
    )
    return [str(code) for code in regions], [str(scale) for scale in scales], list(honours)


def joined(statement: Statement, chain: str, filters: Filters, known_at: datetime | None = None) -> Statement:
    same = and_(
        AttachmentRow.chain == EnterpriseRow.chain, AttachmentRow.credit_code == EnterpriseRow.credit_code
    )
    return statement.join(EnterpriseRow, same).where(
        AttachmentRow.chain == chain, *_valid(filters.as_of), *_believed(known_at), *_wanted(filters)
    )


def _valid(as_of: date | None) -> list[ColumnElement[bool]]:
    if as_of is None:
        return [AttachmentRow.valid_to.is_(None)]
    return [
        AttachmentRow.valid_from <= as_of,
        or_(AttachmentRow.valid_to.is_(None), AttachmentRow.valid_to > as_of),
    ]


def _believed(at: datetime | None) -> list[ColumnElement[bool]]:
    if at is None:
        return [AttachmentRow.superseded_at.is_(None)]
    return [
        AttachmentRow.recorded_at <= at,
        or_(AttachmentRow.superseded_at.is_(None), AttachmentRow.superseded_at > at),
    ]


def _wanted(filters: Filters) -> list[ColumnElement[bool]]:
    wanted: list[ColumnElement[bool]] = []
    if filters.region:
        wanted.append(EnterpriseRow.region_code.startswith(RegionCode(filters.region).prefix))
    if filters.scale:
        wanted.append(EnterpriseRow.scale == filters.scale)
    if filters.honour:
        wanted.append(EnterpriseRow.honours.contains([filters.honour]))
    if filters.key_only:
        wanted.append(EnterpriseRow.is_key.is_(True))
    if filters.year_from:
        wanted.append(EnterpriseRow.established_on >= date(filters.year_from, 1, 1))
    if filters.year_to:
        wanted.append(EnterpriseRow.established_on <= date(filters.year_to, 12, 31))
    return wanted
