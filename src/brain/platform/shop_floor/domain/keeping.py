"""Which of the values that a machine gives are kept, and which are set aside as impossible.

Runs for every value that arrives, tens of thousands of times a second: plain code on plain attributes.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final

from brain.kit.series import NO_VALUE
from brain.platform.shop_floor.domain.points import Point
from brain.platform.shop_floor.domain.readings import LONGEST_TEXT, Quality, ValueKind

GOOD, UNCERTAIN, BAD = int(Quality.GOOD), int(Quality.UNCERTAIN), int(Quality.BAD)
SECOND: Final = 1_000_000  # µs
TOO_EARLY: Final = 946_684_800 * SECOND  # 2000-01-01: clocks that were never set
AHEAD: Final = 60 * SECOND  # further in the future no source may be
_LARGEST_INTEGER: Final = 2**63


class Aside(StrEnum):
    """Why a value is set aside."""

    TYPE = "type"
    NOT_FINITE = "not_finite"
    TOO_LONG = "too_long"
    TOO_LARGE = "too_large"
    TIME = "time"


@dataclass(slots=True)
class Lists:
    """Equally long: what becomes the columns of one kind of value."""

    points: list[int] = field(default_factory=list)
    at: list[int] = field(default_factory=list)
    quality: list[int] = field(default_factory=list)
    values: list[Any] = field(default_factory=list)

    def add(self, point: int, at: int, quality: int, value: Any) -> None:
        self.points.append(point)
        self.at.append(at)
        self.quality.append(quality)
        self.values.append(value)

    def clear(self) -> None:
        for each in (self.points, self.at, self.quality, self.values):
            each.clear()


@dataclass(slots=True)
class Heap:
    """What is to become one block."""

    numbers: Lists = field(default_factory=Lists)
    integers: Lists = field(default_factory=Lists)
    texts: Lists = field(default_factory=Lists)

    def __len__(self) -> int:
        return len(self.numbers.points) + len(self.integers.points) + len(self.texts.points)

    def of(self, kind: ValueKind) -> Lists:
        if kind is ValueKind.NUMBER:
            return self.numbers
        return self.texts if kind is ValueKind.TEXT else self.integers


@dataclass(slots=True)
class Tally:
    """Counts since the collector started."""

    kept: int = 0
    unchanged: int = 0
    set_aside: int = 0
    lost: int = 0


SetAside = Callable[[int, Aside, Any], None]


class Keeper:
    """One point: its last kept value, and what becomes of the next.

    A value that is impossible does not stand as if it were one: it is handed to `set_aside`, and the point is
    BAD without a value until a good one comes.
    """

    __slots__ = (
        "_at",
        "_band",
        "_check",
        "_empty",
        "_heartbeat",
        "_lists",
        "_number",
        "_quality",
        "_scaled",
        "_set_aside",
        "_tally",
        "_value",
        "point",
    )

    def __init__(self, point: Point, heap: Heap, tally: Tally, set_aside: SetAside) -> None:
        self.point = point
        self._lists = heap.of(point.kind)
        self._empty = _EMPTY.get(point.kind, 0)
        self._number = point.number
        self._tally = tally
        self._set_aside = set_aside
        self._check = _CHECKS[point.kind]
        self._scaled = point.scale != 1.0 or point.shift != 0.0
        self._band = point.dead_band
        self._heartbeat = int(point.heartbeat * SECOND)
        self._value: Any = None
        self._quality = -1
        self._at = 0

    def take(self, at: int | None, value: Any, quality: int, now: int) -> None:
        """`at` in µs by our clock, None for `now`, which is the time of arrival."""
        if at is None:
            at = now
        elif at > now + AHEAD or at < TOO_EARLY:
            self._set_aside(self._number, Aside.TIME, at)
            self._tally.set_aside += 1
            at, quality = now, max(quality, UNCERTAIN)
        wrong: Aside | None = None
        if value is not None:
            value, wrong = self._check(value)
            if wrong is None and self._scaled:
                value, wrong = _number(value * self.point.scale + self.point.shift)
        if wrong is not None:
            self._set_aside(self._number, wrong, value)
            self._tally.set_aside += 1
            value = None
        if value is None:
            quality = BAD | NO_VALUE
        if self._is_known(at, value, quality):
            self._tally.unchanged += 1
            return
        self._value, self._quality, self._at = value, quality, at
        self._tally.kept += 1
        self._lists.add(self._number, at, quality, self._empty if value is None else value)

    def show(self, heap: Heap) -> None:
        """Add what was last kept, if anything, to this heap."""
        if self._quality >= 0:
            value = self._empty if self._value is None else self._value
            heap.of(self.point.kind).add(self._number, self._at, self._quality, value)

    def _is_known(self, at: int, value: Any, quality: int) -> bool:
        """Whether it says nothing new: within the dead band of the last, which is younger than a heartbeat.
        What comes late, from before the last, is news."""
        if quality != self._quality or not 0 <= at - self._at < self._heartbeat:
            return False
        if value == self._value:
            return True
        return self._band > 0 and value is not None and abs(value - self._value) <= self._band


def _number(value: Any) -> tuple[Any, Aside | None]:
    kind = type(value)
    if kind is int:
        if abs(value) >= _LARGEST_INTEGER:
            return value, Aside.TOO_LARGE
        value = float(value)
    elif kind is not float:
        return value, Aside.TYPE
    if value - value != 0.0:  # infinite or not a number
        return value, Aside.NOT_FINITE
    return value, None


def _integer(value: Any) -> tuple[Any, Aside | None]:
    if type(value) is float and value.is_integer():
        value = int(value)
    if type(value) is not int:
        return value, Aside.TYPE
    return value, None if -_LARGEST_INTEGER <= value < _LARGEST_INTEGER else Aside.TOO_LARGE


def _boolean(value: Any) -> tuple[Any, Aside | None]:
    if value is True or value is False:
        return int(value), None
    if type(value) is int and value in (0, 1):
        return value, None
    return value, Aside.TYPE


def _text(value: Any) -> tuple[Any, Aside | None]:
    if type(value) is not str:
        return value, Aside.TYPE
    if len(value) > LONGEST_TEXT:
        return value, Aside.TOO_LONG
    try:
        value.encode()
    except UnicodeEncodeError:  # half of a surrogate pair
        return ascii(value), Aside.TYPE
    return value, None


_EMPTY: Final[dict[ValueKind, Any]] = {ValueKind.NUMBER: 0.0, ValueKind.TEXT: ""}
_CHECKS: dict[ValueKind, Callable[[Any], tuple[Any, Aside | None]]] = {
    ValueKind.NUMBER: _number,
    ValueKind.INTEGER: _integer,
    ValueKind.BOOLEAN: _boolean,
    ValueKind.TEXT: _text,
}
