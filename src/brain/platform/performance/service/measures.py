"""How work units are measured, as people set it up."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.acts import Act
from brain.kit.clock import now
from brain.kit.errors import Invalid
from brain.kit.events import Recorded, announce
from brain.platform.performance.domain import acts, measures, shifts
from brain.platform.performance.domain.figures import TimeElement
from brain.platform.performance.domain.measures import Candidate, Measure
from brain.platform.performance.domain.shifts import Shift
from brain.platform.performance.models import MeasuredRow, ShiftRow
from brain.platform.performance.queries import periods
from brain.platform.performance.service import publishing
from brain.platform.shop_floor.contract import Level
from brain.platform.shop_floor.service import equipment, history, naming

READER: Final = "performance"


@dataclass(frozen=True)
class WorkUnit:
    """A machine, line or section in use."""

    id: int
    code: str
    title: str
    process: str | None


_MEASURABLE: Final = (Level.WORK_UNIT, Level.WORK_CENTER)


async def work_units(session: AsyncSession) -> list[WorkUnit]:
    """Those that can be measured, by code."""
    return [
        WorkUnit(row.id, row.code, row.title, row.process)
        for row in await equipment.tree(session)
        if row.level in _MEASURABLE and row.retired_at is None
    ]


async def work_unit(session: AsyncSession, equipment_id: int) -> WorkUnit:
    """Raises NotFound, and Invalid for what cannot be measured."""
    row = await equipment.get(session, equipment_id)
    if row.level not in _MEASURABLE or row.retired_at is not None:
        raise Invalid("只有在用的设备、产线或工段可以测算绩效")
    return WorkUnit(row.id, row.code, row.title, row.process)


async def candidates(session: AsyncSession, equipment_id: int) -> list[Candidate]:
    """Points in use of this work unit."""
    found = await naming.points_of_unit(session, equipment_id)
    return [
        Candidate(number=each.number, code=each.code, title=each.title, kind=each.kind.value, unit=each.unit)
        for each in found
    ]


async def set_up(session: AsyncSession, equipment_id: int, measure: Measure, by: str) -> MeasuredRow:
    """Counts from the hour that runs. Raises Invalid, NotFound."""
    unit = await work_unit(session, equipment_id)
    known = {each.number: each for each in await candidates(session, equipment_id)}
    measures.check(measure, known)
    row = await session.get(MeasuredRow, equipment_id)
    told = {
        "state_point": measure.state_point,
        "states": {name.strip().lower(): element.value for name, element in measure.states.items()},
        "produced_point": measure.produced_point,
        "rejected_point": measure.rejected_point,
        "energy_point": measure.energy_point,
        "run_time": measure.run_time,
        "is_output": measure.is_output,
    }
    if row is not None and all(getattr(row, name) == value for name, value in told.items()):
        return row
    if not await periods.measured(session):
        await history.start_at_newest(session, READER)
    if row is None:
        row = MeasuredRow(equipment_id=equipment_id)
        session.add(row)
    for name, value in told.items():
        setattr(row, name, value)
    row.changed_by, row.changed_at = by, now()
    await publishing.register(session)
    await _record(session, acts.SET, str(equipment_id), unit.title, by)
    return row


async def set_up_proposed(session: AsyncSession, by: str) -> tuple[int, int]:
    """How many were set up by the names of their points, and how many are left for people."""
    held = {row.equipment_id for row in await periods.measured(session)}
    done = left = 0
    for unit in await work_units(session):
        if unit.id in held:
            continue
        proposal = measures.proposed(await candidates(session, unit.id))
        if proposal is None:
            left += 1
        else:
            await set_up(session, unit.id, proposal, by)
            done += 1
    return done, left


async def stop(session: AsyncSession, equipment_id: int, by: str) -> None:
    """What was measured stays."""
    row = await periods.measured_unit(session, equipment_id)
    unit = await equipment.get(session, equipment_id)
    await session.delete(row)
    await _record(session, acts.STOPPED, str(equipment_id), unit.title, by)


async def set_shifts(session: AsyncSession, told: Sequence[Shift], by: str) -> None:
    """All of them; none for work around the clock. Raises Invalid where they overlap."""
    shifts.check(told)
    if [shift_of(row) for row in await periods.shifts(session)] == sorted(told, key=lambda each: each.begin):
        return
    await session.execute(delete(ShiftRow))
    session.add_all(
        ShiftRow(title=each.title, weekdays=sorted(each.weekdays), begin=each.begin, end=each.end)
        for each in sorted(told, key=lambda each: each.begin)
    )
    await _record(session, acts.SHIFTS_SET, "", "、".join(each.title for each in told) or "全天", by)


def measure_of(row: MeasuredRow) -> Measure:
    return Measure(
        state_point=row.state_point,
        states={name: TimeElement(element) for name, element in row.states.items()},
        produced_point=row.produced_point,
        rejected_point=row.rejected_point,
        energy_point=row.energy_point,
        run_time=row.run_time,
        is_output=row.is_output,
    )


def shift_of(row: ShiftRow) -> Shift:
    return Shift(title=row.title, weekdays=frozenset(row.weekdays), begin=row.begin, end=row.end)


async def _record(session: AsyncSession, act: Act, target: str, title: str, by: str) -> None:
    await announce(session, Recorded(act=act, target=target, title=title, actor=by, details={}))
