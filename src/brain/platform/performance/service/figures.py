"""The figures for people: of each work unit, of the plant, and how they moved."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Literal

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import BEIJING
from brain.kit.errors import Invalid
from brain.platform.performance.domain.figures import (
    Indicators,
    Ingredients,
    Plant,
    of_plant,
    of_unit,
    with_enough,
)
from brain.platform.performance.models import PeriodRow
from brain.platform.performance.queries import periods

LONGEST: Final = timedelta(days=92)
Step = Literal["hour", "day"]


@dataclass(frozen=True, kw_only=True)
class UnitFigures:
    """`state`: what it last said."""

    equipment_id: int
    ingredients: Ingredients
    indicators: Indicators
    state: str | None
    as_of: datetime


@dataclass(frozen=True, kw_only=True)
class Figures:
    units: Sequence[UnitFigures]
    plant: Plant
    indicators: Indicators
    as_of: datetime | None


@dataclass(frozen=True, kw_only=True)
class Place:
    begin: datetime
    ingredients: Ingredients
    indicators: Indicators


async def figures(session: AsyncSession, begin: datetime, end: datetime) -> Figures:
    """Of the hours that begin in [begin, end). Raises Invalid for a time that cannot be asked for."""
    rows = await _between(session, begin, end, None)
    by_unit: dict[int, list[PeriodRow]] = {}
    for row in rows:
        by_unit.setdefault(row.equipment_id, []).append(row)
    units = [
        UnitFigures(
            equipment_id=equipment_id,
            ingredients=(total := _sum(mine)),
            indicators=with_enough(of_unit(total), total.produced),
            state=mine[-1].ended.get("state"),
            as_of=mine[-1].computed_at,
        )
        for equipment_id, mine in sorted(by_unit.items())
    ]
    plant = _plant(rows)
    return Figures(
        units=units,
        plant=plant,
        indicators=with_enough(of_plant(plant), plant.output.produced),
        as_of=max((row.computed_at for row in rows), default=None),
    )


async def trend(
    session: AsyncSession, begin: datetime, end: datetime, step: Step, equipment_id: int | None
) -> list[Place]:
    """By hour, or by day of Beijing; of one work unit, or of the plant."""
    steps: dict[datetime, list[PeriodRow]] = {}
    for row in await _between(session, begin, end, equipment_id):
        steps.setdefault(_step(row.begin, step), []).append(row)
    found = []
    for at, rows in steps.items():
        if equipment_id is None:
            plant = _plant(rows)
            indicators = with_enough(of_plant(plant), plant.output.produced)
            found.append(Place(begin=at, ingredients=plant.units, indicators=indicators))
        else:
            total = _sum(rows)
            indicators = with_enough(of_unit(total), total.produced)
            found.append(Place(begin=at, ingredients=total, indicators=indicators))
    return found


def _step(at: datetime, step: Step) -> datetime:
    if step == "hour":
        return at
    return at.astimezone(BEIJING).replace(hour=0, minute=0, second=0, microsecond=0)


async def _between(
    session: AsyncSession, begin: datetime, end: datetime, equipment_id: int | None
) -> Sequence[PeriodRow]:
    if not timedelta(0) < end - begin <= LONGEST:
        raise Invalid("时间范围须在 92 天以内，且开始早于结束")
    return await periods.between(session, begin, end, equipment_id)


def _sum(rows: Sequence[PeriodRow]) -> Ingredients:
    total = Ingredients()
    for row in rows:
        total += ingredients_of(row)
    return total


def _plant(rows: Sequence[PeriodRow]) -> Plant:
    return Plant(units=_sum(rows), output=_sum([row for row in rows if row.is_output]))


def ingredients_of(row: PeriodRow) -> Ingredients:
    return Ingredients(
        planned_busy=row.planned_busy,
        production=row.production,
        setup=row.setup,
        delay=row.delay,
        down=row.down,
        unknown=row.unknown,
        planned_run=row.planned_run,
        produced=row.produced,
        good=row.good,
        energy=row.energy,
    )
