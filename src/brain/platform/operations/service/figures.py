"""What records add up to: yield and defects, stock, energy, the family of a lot."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.errors import Invalid, NotFound
from brain.platform.operations.domain import units
from brain.platform.operations.models import RecordRow
from brain.platform.operations.queries import figures, lists, records
from brain.platform.operations.service.reading import known_machines

LONGEST: Final = timedelta(days=366)
DEEPEST: Final = 30  # steps of a genealogy
MOST_LOTS: Final = 500
_OLDEST_COUNT: Final = timedelta(days=40)  # before the span, for a meter read once a month


@dataclass(frozen=True, kw_only=True)
class Characteristic:
    characteristic: str
    results: int
    rejected: int
    first: int
    passed: int


@dataclass(frozen=True, kw_only=True)
class Defect:
    """`share`: of all that was not accepted, with those more frequent."""

    defect: str
    times: int
    lots: int
    share: float


@dataclass(frozen=True, kw_only=True)
class Quality:
    """`first_pass_yield` after ISO 22400-2: lots that passed every first test ÷ lots tested; None untold."""

    lots: int
    passed: int
    first_pass_yield: float | None
    characteristics: list[Characteristic]
    defects: list[Defect]


@dataclass(frozen=True, kw_only=True)
class Balance:
    """`material` and `unit` are None for movements of lots that nobody told of."""

    material: str | None
    unit: str | None
    balance: float
    came: float
    went: float
    lots: int
    movements: int
    last_at: datetime


@dataclass(kw_only=True)
class EnergyUse:
    equipment: str
    equipment_id: int | None
    carrier: str
    used: float
    unit: str
    readings: int
    last_at: datetime


@dataclass(frozen=True, kw_only=True)
class LotStep:
    """`record`: None for a lot that is only named by others."""

    lot: str
    steps: int
    record: RecordRow | None


@dataclass(frozen=True, kw_only=True)
class Genealogy:
    lot: str
    record: RecordRow | None
    ancestors: list[LotStep] = field(default_factory=list)
    descendants: list[LotStep] = field(default_factory=list)
    is_cut: bool = False


def check_span(begin: datetime, end: datetime) -> None:
    if not timedelta(0) < end - begin <= LONGEST:
        raise Invalid("时间范围须在一年以内，且开始早于结束")


async def quality(session: AsyncSession, begin: datetime, end: datetime) -> Quality:
    check_span(begin, end)
    lots, passed = await figures.first_pass(session, begin, end)
    found = await figures.defects(session, begin, end)
    all_times, so_far, ranked = sum(row.times for row in found), 0, []
    for row in found:
        so_far += row.times
        ranked.append(Defect(defect=row.defect, times=row.times, lots=row.lots, share=so_far / all_times))
    return Quality(
        lots=lots,
        passed=passed,
        first_pass_yield=passed / lots if lots else None,
        characteristics=[
            Characteristic(**row._mapping) for row in await figures.characteristics(session, begin, end)
        ],
        defects=ranked,
    )


async def stock(session: AsyncSession, search: str | None) -> list[Balance]:
    return [
        Balance(**dict(row._mapping) | {"came": row.came or 0.0, "went": row.went or 0.0})
        for row in await figures.stock(session, search)
    ]


async def energy(session: AsyncSession, begin: datetime, end: datetime) -> list[EnergyUse]:
    """By machine and carrier, in the first unit of its dimension; the most first within a carrier."""
    check_span(begin, end)
    machines = await known_machines(session)
    summed: dict[tuple[str, str, str], EnergyUse] = {}
    for row in await figures.energy(session, begin - _OLDEST_COUNT, begin, end):
        used, unit = units.in_first(row.used, row.unit)
        place = summed.setdefault(
            (row.equipment, row.carrier, unit),
            EnergyUse(
                equipment=row.equipment, equipment_id=machines.get(row.equipment), carrier=row.carrier,
                used=0.0, unit=unit, readings=0, last_at=row.last_at,
            ),
        )  # fmt: skip
        place.used += used
        place.readings += row.readings
        place.last_at = max(place.last_at, row.last_at)
    return sorted(summed.values(), key=lambda each: (each.carrier, -each.used))


async def genealogy(session: AsyncSession, lot: str) -> Genealogy:
    """Raises NotFound for a lot that no record knows."""
    up = await records.ancestors(session, lot, depth=DEEPEST, most=MOST_LOTS)
    down = await records.descendants(session, lot, depth=DEEPEST, most=MOST_LOTS)
    known = await lists.lots(session, [lot, *(each for each, _ in up + down)])
    if lot not in known and not down:
        raise NotFound("没有这个批次")
    return Genealogy(
        lot=lot,
        record=known.get(lot),
        ancestors=[LotStep(lot=each, steps=steps, record=known.get(each)) for each, steps in up],
        descendants=[LotStep(lot=each, steps=steps, record=known.get(each)) for each, steps in down],
        is_cut=MOST_LOTS in {len(up), len(down)},
    )
