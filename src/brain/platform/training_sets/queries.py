"""Training sets and their releases."""

from collections.abc import Collection, Sequence
from dataclasses import asdict
from typing import Any

import msgspec
from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.kit.errors import NotFound
from brain.platform.training_sets.contract import Release, ReleaseStatus, TrainingSet
from brain.platform.training_sets.domain.recipes import Recipe
from brain.platform.training_sets.models import ReleaseRow, TrainingSetRow


def _set(row: TrainingSetRow) -> TrainingSet:
    return msgspec.convert(row, TrainingSet, from_attributes=True)


def _release(row: ReleaseRow) -> Release:
    return msgspec.convert(row, Release, from_attributes=True)


async def add(session: AsyncSession, recipe: Recipe, by: str) -> TrainingSet:
    row = TrainingSetRow(name=recipe.name, recipe=asdict(recipe), created_by=by, created_at=now())
    session.add(row)
    await session.flush()
    return _set(row)


async def by_name(session: AsyncSession, name: str) -> TrainingSet | None:
    row = await session.scalar(select(TrainingSetRow).where(TrainingSetRow.name == name))
    return _set(row) if row else None


async def get(session: AsyncSession, set_id: int) -> TrainingSet:
    row = await session.get(TrainingSetRow, set_id, populate_existing=True)
    if row is None:
        raise NotFound("没有这个高质量数据集")
    return _set(row)


async def change(session: AsyncSession, set_id: int, recipe: Recipe) -> None:
    await session.execute(
        update(TrainingSetRow).where(TrainingSetRow.id == set_id).values(recipe=asdict(recipe))
    )


async def page(session: AsyncSession, *, offset: int, limit: int) -> tuple[list[TrainingSet], int]:
    """The newest first."""
    total = await session.scalar(select(func.count()).select_from(TrainingSetRow))
    rows = await session.scalars(
        select(TrainingSetRow).order_by(TrainingSetRow.id.desc()).offset(offset).limit(limit)
    )
    return [_set(row) for row in rows], total or 0


async def releases(session: AsyncSession, sets: Collection[int]) -> Sequence[Release]:
    """The newest first."""
    rows = await session.scalars(
        select(ReleaseRow)
        .where(ReleaseRow.training_set.in_(sets))
        .order_by(ReleaseRow.training_set, ReleaseRow.number.desc())
    )
    return [_release(row) for row in rows]


async def add_release(session: AsyncSession, made_of: TrainingSet, by: str) -> Release:
    """The next; the caller holds the lock of the training set."""
    newest = await session.scalar(
        select(func.max(ReleaseRow.number)).where(ReleaseRow.training_set == made_of.id)
    )
    row = ReleaseRow(
        training_set=made_of.id,
        number=(newest or 0) + 1,
        status=ReleaseStatus.WAITING,
        recipe=asdict(made_of.recipe),
        asked_by=by,
        asked_at=now(),
    )
    session.add(row)
    await session.flush()
    return _release(row)


async def release(session: AsyncSession, release_id: int) -> Release:
    row = await session.get(ReleaseRow, release_id, populate_existing=True)
    if row is None:
        raise NotFound("没有这个发布版本")
    return _release(row)


async def change_release(session: AsyncSession, release_id: int, **values: Any) -> None:
    await session.execute(update(ReleaseRow).where(ReleaseRow.id == release_id).values(values))


async def with_files(session: AsyncSession, data_sets: Collection[str]) -> Sequence[Release]:
    """Releases made of these data sets whose files are there."""
    rows = await session.scalars(
        select(ReleaseRow).where(
            ReleaseRow.folder.is_not(None), ReleaseRow.recipe["data_set"].astext.in_(data_sets)
        )
    )
    return [_release(row) for row in rows]
