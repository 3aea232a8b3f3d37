"""Hour after hour: what machines said becomes times and quantities, kept and given to those above.

Every run takes up what was collected since the last. An hour that new values belong to is computed again from
all its values, so that what came late counts as if it had come in time.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from brain.kit import series
from brain.kit.clock import now
from brain.kit.node import Node
from brain.kit.series import NO_VALUE, Block, Columns
from brain.platform.performance.algorithm.measuring import (
    MINUTE,
    SECOND,
    UNKNOWN,
    Stretch,
    growth,
    seconds_in,
    silences,
    without,
)
from brain.platform.performance.domain.figures import Ingredients, Plant, TimeElement
from brain.platform.performance.domain.measures import Measure
from brain.platform.performance.domain.shifts import Shift, planned
from brain.platform.performance.models import MeasuredRow, PeriodRow
from brain.platform.performance.queries import periods
from brain.platform.performance.service import publishing
from brain.platform.performance.service.measures import READER, measure_of, shift_of
from brain.platform.shop_floor.contract import BAD
from brain.platform.shop_floor.service import calculated, history

HOUR: Final = timedelta(hours=1)
LATEST: Final = timedelta(hours=48)  # after which what comes late changes no figure any more
SETTLED: Final = timedelta(minutes=2)  # after the end of an hour, when its figures are given on
_AT_ONCE: Final = 200
_ELEMENTS: Final = tuple(TimeElement)


@dataclass
class Heard:
    """Values of the points wanted, by point; `heard`: in which minutes of the hour anything came, but
    what the gateway itself calculated (`own`)."""

    heard: NDArray[np.bool_]
    own: NDArray[np.uint32]
    parts: dict[int, list[Columns]] = field(default_factory=dict)

    def take(self, block: Block, wanted: NDArray[np.uint32], begin: int, end: int) -> None:
        for part in block.parts:
            inside = (part.at >= begin) & (part.at < end) & ~np.isin(part.point, self.own)
            self.heard[np.unique((part.at[inside] - begin) // MINUTE)] = True
            mine = part.taken(inside & np.isin(part.point, wanted))
            for number in np.unique(mine.point).tolist():
                self.parts.setdefault(number, []).append(mine.taken(mine.point == number))

    def of(self, number: int) -> Columns:
        """In the order of time; of one moment the last that came."""
        found = self.parts.get(number)
        if not found:
            return series.nothing(float)
        joined = Columns(*(np.concatenate([getattr(each, name) for each in found]) for name in _COLUMNS))
        order = np.argsort(joined.at, kind="stable")
        at = joined.at[order]
        last = np.append(np.diff(at) != 0, True) if len(at) else np.zeros(0, bool)
        return joined.taken(order[last])


_COLUMNS: Final = ("point", "at", "quality", "value")


@dataclass(frozen=True)
class _Unit:
    equipment_id: int
    measure: Measure


async def compute(node: Node) -> None:
    """Every hour that something new belongs to, up to the one that runs."""
    async with node.database.transaction() as session:
        rows = await periods.measured(session)
        shifts = [shift_of(row) for row in await periods.shifts(session)]
        position = await history.position(session, READER)
        opened = await periods.first_open(session)
        own = np.array(await calculated.numbers(session), np.uint32)
        if not rows:
            await history.forget_reader(session, READER)
            return
    units = [_unit(row) for row in rows]
    position, earliest = await _looked(node, units, position)
    at = now()
    oldest = _hour(at - LATEST)
    begin = max(min(filter(None, (earliest, opened, _hour(at)))), oldest)
    while begin <= at:
        heard = Heard(np.zeros(60, bool), own)
        await _hour_of(node, units, shifts, heard, begin, at)
        begin += HOUR
    async with node.database.transaction() as session:
        await history.move(session, READER, position)


async def _looked(node: Node, units: Sequence[_Unit], position: int) -> tuple[int, datetime | None]:
    """The newest block, and the earliest hour that values of the points wanted belong to."""
    wanted = _wanted(units)
    earliest: int | None = None
    while found := await history.after(node, position, _AT_ONCE):
        for kept in found:
            for part in series.unpack(kept.data).parts:
                times = part.at[np.isin(part.point, wanted)]
                if len(times):
                    earliest = min(int(times.min()), earliest or int(times.min()))
        position = found[-1].number
    return position, None if earliest is None else _hour(datetime.fromtimestamp(earliest / SECOND, UTC))


async def _hour_of(
    node: Node, units: Sequence[_Unit], shifts: Sequence[Shift], heard: Heard, begin: datetime, at: datetime
) -> None:
    end = min(begin + HOUR, at)
    first, last = _micros(begin), _micros(end)
    if last - first < MINUTE:
        return
    wanted = _wanted(units)
    async for block in history.within(node, begin, end):
        heard.take(block, wanted, first, last)
    lying = [(_micros(one), _micros(other)) for one, other in planned(shifts, begin, end)]
    dark = silences(heard.heard[: -(-(last - first) // MINUTE)], first, last)
    is_over = at >= begin + HOUR + SETTLED
    async with node.database.transaction() as session:
        before = await periods.before(session, begin)
        held = {row.equipment_id: row for row in await periods.between(session, begin, begin + HOUR)}
        told = [
            (unit, *_ingredients(unit.measure, heard, lying, dark, before.get(unit.equipment_id, {})))
            for unit in units
        ]
        rows = [
            {
                "equipment_id": unit.equipment_id,
                "begin": begin,
                **asdict(found),
                "is_output": unit.measure.is_output,
                "is_over": is_over,
                "ended": ended,
                "computed_at": at,
            }
            for unit, found, ended in told
        ]
        known = [held.get(unit.equipment_id) for unit in units]
        if not _differ(known, rows, {"computed_at"}):
            return
        await periods.save(session, rows)
        if is_over and _differ(known, rows, {"computed_at", "ended"}):
            await publishing.publish(session, begin, _plant(units, [found for _, found, _ in told]))


def _differ(known: Sequence[PeriodRow | None], rows: Sequence[dict[str, Any]], but: set[str]) -> bool:
    """Whether anything but these is new."""
    return any(
        row is None or any(getattr(row, name) != value for name, value in each.items() if name not in but)
        for row, each in zip(known, rows, strict=True)
    )


def _plant(units: Sequence[_Unit], found: Sequence[Ingredients]) -> Plant:
    total = Plant(units=Ingredients(), output=Ingredients())
    for unit, each in zip(units, found, strict=True):
        total += Plant(units=each, output=each if unit.measure.is_output else Ingredients())
    return total


def _ingredients(
    measure: Measure,
    heard: Heard,
    lying: Sequence[Stretch],
    dark: Sequence[Stretch],
    before: dict[str, Any],
) -> tuple[Ingredients, dict[str, Any]]:
    """And how the unit stood at the end. While nothing at all was heard nobody knows the state; then it is
    again what was last said."""
    state = heard.of(measure.state_point)
    names = [_spoken(value, quality) for value, quality in zip(state.value, state.quality, strict=True)]
    codes = np.array([_code(measure, name) for name in names], np.int8)
    seen = without(lying, dark)
    spent = seconds_in(state.at, codes, _code(measure, before.get("state")), seen, len(_ELEMENTS))
    total, observed = _length(lying), _length(seen)
    unknown = float(spent[UNKNOWN]) + total - observed
    ended: dict[str, Any] = {"state": names[-1] if names else before.get("state")}
    grown: dict[str, float | None] = {}
    for name, number in (
        ("produced", measure.produced_point),
        ("rejected", measure.rejected_point),
        ("energy", measure.energy_point),
    ):
        grown[name], ended[name] = _grown(heard, number, before.get(name))
    produced, rejected = grown["produced"], grown["rejected"]
    good = None if produced is None or rejected is None else max(produced - rejected, 0.0)
    times = {element.value: float(spent[place]) for place, element in enumerate(_ELEMENTS)}
    found = Ingredients(
        planned_busy=total - unknown,
        unknown=unknown,
        planned_run=None if produced is None or measure.run_time is None else produced * measure.run_time,
        produced=produced,
        good=good,
        energy=grown["energy"],
        **times,
    )
    return found, ended


def _grown(heard: Heard, number: int | None, before: float | None) -> tuple[float | None, float | None]:
    if number is None:
        return None, None
    told = heard.of(number)
    good = (told.quality & ~np.uint8(NO_VALUE)) != BAD
    return growth(told.value[good].astype(np.float64), before)


def _spoken(value: Any, quality: int) -> str | None:
    return None if quality & NO_VALUE or quality == BAD else str(value).strip().lower()


def _code(measure: Measure, name: str | None) -> int:
    element = measure.states.get(name) if name is not None else None
    return UNKNOWN if element is None else _ELEMENTS.index(element)


def _length(stretches: Sequence[Stretch]) -> float:
    return sum(end - begin for begin, end in stretches) / SECOND


def _unit(row: MeasuredRow) -> _Unit:
    return _Unit(row.equipment_id, measure_of(row))


def _wanted(units: Sequence[_Unit]) -> NDArray[np.uint32]:
    return np.array(sorted({number for unit in units for number in unit.measure.points}), np.uint32)


def _hour(at: datetime) -> datetime:
    return at.replace(minute=0, second=0, microsecond=0)


def _micros(at: datetime) -> int:
    return int(at.timestamp() * SECOND)
