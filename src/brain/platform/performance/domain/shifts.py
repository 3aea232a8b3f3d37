"""When work is planned: shifts of the week, in Beijing's time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from brain.kit.clock import BEIJING
from brain.kit.errors import FieldError, Invalid


@dataclass(frozen=True, kw_only=True)
class Shift:
    """`weekdays` 1 (Monday) to 7 on which it begins; it ends on the next day where `end` is not later."""

    title: str
    weekdays: frozenset[int]
    begin: time
    end: time

    def on(self, day: datetime) -> tuple[datetime, datetime]:
        """As it lies when it begins on this day (midnight)."""
        begin, end = datetime.combine(day, self.begin, BEIJING), datetime.combine(day, self.end, BEIJING)
        return begin, end if end > begin else end + timedelta(days=1)


def check(shifts: Sequence[Shift]) -> None:
    """Raises Invalid where two of them are at the same time."""
    monday = datetime(2024, 1, 1, tzinfo=BEIJING)
    lying = sorted(
        (*shift.on(monday + timedelta(days=day - 1)), number)
        for number, shift in enumerate(shifts)
        for day in shift.weekdays
    )
    again = [(begin + timedelta(days=7), end + timedelta(days=7), number) for begin, end, number in lying[:1]]
    problems: list[FieldError] = [
        {
            "loc": f"/body/shifts/{following}",
            "message": f"与“{shifts[number].title}”的时间重叠",
        }
        for (_, end, number), (begin, _, following) in zip(lying, [*lying, *again][1:], strict=False)
        if begin < end
    ]
    if problems:
        raise Invalid("班次的时间有重叠", problems)


def planned(shifts: Sequence[Shift], begin: datetime, end: datetime) -> list[tuple[datetime, datetime]]:
    """The planned stretches within [begin, end), in order; all of it where there are no shifts."""
    if not shifts:
        return [(begin, end)]
    day = begin.astimezone(BEIJING).replace(hour=0, minute=0, second=0, microsecond=0) - timedelta(days=1)
    found = []
    while day < end:
        for shift in shifts:
            if day.isoweekday() in shift.weekdays:
                first, last = shift.on(day)
                if max(first, begin) < min(last, end):
                    found.append((max(first, begin), min(last, end)))
        day += timedelta(days=1)
    return sorted(found)
