"""Definitions in force, passes over the master data, reports to the centre."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from brain.scenarios.industry_graph.models import BuildRow, DefinitionRow, ReportRow


@dataclass(frozen=True, kw_only=True)
class Build:
    """One pass: how many enterprises were read and changed, how many attachments began and ended."""

    definition: int
    from_revision: int
    to_revision: int
    read: int
    touched: int
    opened: int
    closed: int
    finished_at: datetime


async def definition(session: AsyncSession) -> tuple[int, str] | None:
    """Number and text of the newest definition installed here; None: the packaged one holds."""
    row = await session.scalar(select(DefinitionRow).order_by(DefinitionRow.id.desc()).limit(1))
    return (row.id, row.text) if row is not None else None


async def add_definition(session: AsyncSession, values: Mapping[str, Any]) -> int:
    row = DefinitionRow(**values)
    session.add(row)
    await session.flush()
    return row.id


async def last(session: AsyncSession, chain: str) -> Build | None:
    row = await session.scalar(
        select(BuildRow).where(BuildRow.chain == chain).order_by(BuildRow.id.desc()).limit(1)
    )
    return _build(row) if row is not None else None


async def add(session: AsyncSession, chain: str, build: Build) -> None:
    session.add(BuildRow(chain=chain, **{name: getattr(build, name) for name in Build.__dataclass_fields__}))
    await session.flush()


async def page(session: AsyncSession, chain: str, *, offset: int, limit: int) -> tuple[list[Build], int]:
    statement = select(BuildRow).where(BuildRow.chain == chain)
    total = await session.scalar(select(func.count()).select_from(statement.subquery()))
    rows = await session.scalars(statement.order_by(BuildRow.id.desc()).offset(offset).limit(limit))
    return [_build(row) for row in rows], total or 0


async def last_report(session: AsyncSession, chain: str) -> ReportRow | None:
    return await session.scalar(
        select(ReportRow).where(ReportRow.chain == chain).order_by(ReportRow.id.desc()).limit(1)
    )


async def add_report(session: AsyncSession, values: Mapping[str, Any]) -> None:
    session.add(ReportRow(**values))
    await session.flush()


def _build(row: BuildRow) -> Build:
    return Build(**{name: getattr(row, name) for name in Build.__dataclass_fields__})
